//! The second window: opened, closed and made as large as its display while the exercise goes on.
//!
//! It must not decide what is shown on it (the driver does), nor where there is room for it (`displays` does).

use bevy::prelude::*;
use bevy::window::{
    ClosingWindow, Monitor, MonitorSelection, OnMonitor, RequestRedraw, WindowCloseRequested, WindowMode,
    WindowPosition,
};

use super::DriverBox;
use super::displays::{Display, Room, room};
use super::driver::{SeatId, WindowInput};
use super::map::SeatMap;
use super::windows::{Seat, WindowsToOpen};
use crate::panels::intent::WindowWish;
use crate::panels::page::Tab;
use crate::panels::second_ui::Held;
use crate::view::board_view::Eyes;
use crate::view::shell::Choice;

/// The lead's seat.
const LEAD: SeatId = SeatId(0);
/// The seat of the second window.
const SECOND: SeatId = SeatId(1);
/// Text of its title bar.
const TITLE: &str = "Doorvoerland 2";
/// Size of a second window that does not fill its display, logical pixels.
const SIZE: [u32; 2] = [1280, 800];
/// How far it stands from the corner of its display, physical pixels.
const INSET: i32 = 40;
/// Frames after which a system that tells of no display is taken at its word.
const PATIENCE: u8 = 10;

/// Wishes about windows that wait to be granted.
#[derive(Resource, Default)]
pub struct Asked {
    wishes: Vec<(SeatId, WindowWish)>,
    waited: u8,
}

impl Asked {
    /// With a window to open at once.
    pub fn at_start(second: Option<Eyes>) -> Self {
        let wishes = second.map(|eyes| (LEAD, WindowWish::OpenAnyway(eyes))).into_iter().collect();
        Self { wishes, waited: 0 }
    }

    /// One more.
    pub fn push(&mut self, seat: SeatId, wish: WindowWish) {
        self.wishes.push((seat, wish));
    }

    /// True while something waits.
    pub fn is_waiting(&self) -> bool {
        !self.wishes.is_empty()
    }
}

/// Grants what was asked about windows.
pub fn grant(
    mut commands: Commands,
    mut asked: ResMut<Asked>,
    mut driver: ResMut<DriverBox>,
    mut to_open: ResMut<WindowsToOpen>,
    mut seats: Query<(Entity, &mut Seat, &SeatMap)>,
    mut windows: Query<(&mut Window, Option<&OnMonitor>)>,
    monitors: Query<&Monitor>,
) {
    if !asked.is_waiting() {
        return;
    }
    // The system tells of its displays only after the first window.
    if monitors.is_empty() && asked.waited < PATIENCE {
        asked.waited += 1;
        return;
    }
    for (id, wish) in std::mem::take(&mut asked.wishes) {
        match wish {
            WindowWish::FullScreen => {
                let window = seats.iter().find(|(_, seat, _)| seat.id == id).map(|(_, seat, _)| seat.window);
                if let Some((mut window, _)) = window.and_then(|window| windows.get_mut(window).ok()) {
                    window.mode = match window.mode {
                        WindowMode::Windowed => WindowMode::BorderlessFullscreen(MonitorSelection::Current),
                        _ => WindowMode::Windowed,
                    };
                }
            }
            WindowWish::Close => {
                for (camera, seat, map) in &seats {
                    if seat.eyes.is_some() && (id == LEAD || id == seat.id) {
                        commands.entity(seat.window).try_insert(ClosingWindow);
                        leave(&mut commands, &mut driver, (camera, seat.id), map);
                    }
                }
            }
            WindowWish::Forget if id == LEAD => hold(&mut seats, None),
            WindowWish::Open(eyes) | WindowWish::OpenAnyway(eyes) if id == LEAD => {
                if let Some((_, mut open, _)) = seats.iter_mut().find(|(_, seat, _)| seat.eyes.is_some()) {
                    open.rebind(eyes);
                    driver.0.seat_opened(open.id, eyes);
                    continue;
                }
                let Some((_, lead, _)) = seats.iter().find(|(_, seat, _)| seat.id == LEAD) else { continue };
                let displays: Vec<Display> = monitors.iter().map(display).collect();
                let middle = windows
                    .get(lead.window)
                    .map_or([0, 0], |(window, on)| middle(window, on.and_then(|on| monitors.get(on.0).ok())));
                let anyway = matches!(wish, WindowWish::OpenAnyway(_));
                let place = match room(&displays, middle) {
                    Room::Own(number) => Ok(Some(displays[number].at.map(|at| at + INSET))),
                    Room::OneDisplay if anyway => Ok(None),
                    Room::OneDisplay => Err(Held::OneDisplay),
                    Room::Mirrored => Err(Held::Mirrored),
                };
                match place {
                    Ok(place) => {
                        to_open.0.push(input(lead, eyes, place));
                        driver.0.seat_opened(SECOND, eyes);
                        hold(&mut seats, None);
                    }
                    Err(held) => hold(&mut seats, Some(held)),
                }
            }
            WindowWish::Forget | WindowWish::Open(_) | WindowWish::OpenAnyway(_) => {}
        }
    }
}

fn hold(seats: &mut Query<(Entity, &mut Seat, &SeatMap)>, held: Option<Held>) {
    if let Some((_, mut lead, _)) = seats.iter_mut().find(|(_, seat, _)| seat.id == LEAD) {
        lead.states.dock.second.held = held;
    }
}

/// A window that somebody closed, or that went with its display, leaves its seat; the lead's is left to the end of the program.
pub fn leave_closed(
    mut commands: Commands,
    mut driver: ResMut<DriverBox>,
    mut closing: MessageReader<WindowCloseRequested>,
    seats: Query<(Entity, &Seat, &SeatMap)>,
    windows: Query<(), With<Window>>,
    mut redraws: MessageWriter<RequestRedraw>,
) {
    let asked: Vec<Entity> = closing.read().map(|request| request.window).collect();
    for (camera, seat, map) in seats.iter().filter(|(_, seat, _)| seat.eyes.is_some()) {
        if asked.contains(&seat.window) || !windows.contains(seat.window) {
            leave(&mut commands, &mut driver, (camera, seat.id), map);
            // The window itself goes one frame later.
            redraws.write(RequestRedraw);
        }
    }
}

/// Tells the lead's panels what is open.
pub fn tell(mut seats: Query<&mut Seat>) {
    let open = seats.iter().find_map(|seat| seat.eyes);
    if let Some(mut lead) =
        seats.iter_mut().find(|seat| seat.id == LEAD && seat.states.dock.second.open != open)
    {
        lead.states.dock.second.open = open;
        if let Some(open) = open {
            lead.states.dock.second.chosen = open;
        }
    }
}

fn leave(commands: &mut Commands, driver: &mut DriverBox, (camera, id): (Entity, SeatId), map: &SeatMap) {
    map.leave(commands);
    commands.entity(camera).try_despawn();
    driver.0.seat_closed(id);
}

fn input(lead: &Seat, eyes: Eyes, place: Option<[i32; 2]>) -> WindowInput {
    WindowInput {
        title: TITLE.to_owned(),
        size: SIZE,
        choice: Choice { selected: None, hovered: None, search: String::new(), ..lead.choice.clone() },
        text_percent: lead.states.text_percent,
        tab: Tab::default(),
        panels: eyes.has_panels(),
        eyes: Some(eyes),
        place,
    }
}

fn display(row: &Monitor) -> Display {
    Display { at: row.physical_position.into(), size: [row.physical_width, row.physical_height] }
}

/// The middle of a window, or of the display that it is on where the system does not tell.
fn middle(window: &Window, on: Option<&Monitor>) -> [i32; 2] {
    let half = |size: u32| i32::try_from(size / 2).unwrap_or(0);
    match (window.position, on) {
        (WindowPosition::At(at), _) => {
            [at.x + half(window.physical_width()), at.y + half(window.physical_height())]
        }
        (_, Some(on)) => [
            on.physical_position.x + half(on.physical_width),
            on.physical_position.y + half(on.physical_height),
        ],
        (_, None) => [0, 0],
    }
}
