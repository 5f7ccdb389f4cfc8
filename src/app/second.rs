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

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use bevy::window::PrimaryWindow;

    use super::*;
    use crate::app::driver::{Advanced, Driver};
    use crate::app::windows;
    use crate::geo::map::MapData;
    use crate::panels::intent::Intent;
    use crate::view::scene::MapScene;
    use crate::view::shell::ShellView;
    use crate::view::style::Palette;

    /// What a driver was told of windows.
    type Told = Arc<Mutex<Vec<(SeatId, Option<Eyes>)>>>;

    struct Listener(Told);

    impl Driver for Listener {
        fn map(&self) -> Arc<MapData> {
            Arc::new(MapData::built_in().expect("the map opens"))
        }
        fn apply(&mut self, _: SeatId, _: Intent) {}
        fn advance(&mut self, _: Duration) -> Advanced {
            Advanced::default()
        }
        fn stamp(&self, _: SeatId) -> u64 {
            0
        }
        fn shell(&mut self, _: SeatId, _: &Choice) -> ShellView {
            ShellView::default()
        }
        fn scene(&mut self, _: SeatId, choice: &Choice) -> MapScene {
            let palette = Palette::of(choice.theme);
            MapScene::empty(palette.sea, palette.ink)
        }
        fn seat_opened(&mut self, seat: SeatId, eyes: Eyes) {
            self.0.lock().expect("nobody broke off").push((seat, Some(eyes)));
        }
        fn seat_closed(&mut self, seat: SeatId) {
            self.0.lock().expect("nobody broke off").push((seat, None));
        }
    }

    struct Room {
        app: App,
        told: Told,
    }

    impl Room {
        /// The lead's window on the first of these displays.
        fn with(displays: &[[i32; 4]]) -> Self {
            let told = Told::default();
            let mut app = App::new();
            app.add_message::<WindowCloseRequested>().add_message::<RequestRedraw>();
            let lead = WindowInput {
                title: "Doorvoerland".to_owned(),
                size: SIZE,
                choice: Choice::default(),
                text_percent: 100,
                tab: Tab::default(),
                panels: true,
                eyes: None,
                place: Some([0, 0]),
            };
            app.insert_resource(DriverBox(Box::new(Listener(told.clone()))))
                .insert_resource(WindowsToOpen(vec![lead]))
                .insert_resource(Asked::default())
                .add_systems(Update, (leave_closed, grant, windows::open, tell).chain());
            for [x, y, width, height] in displays {
                app.world_mut().spawn(Monitor {
                    name: None,
                    physical_height: *height as u32,
                    physical_width: *width as u32,
                    physical_position: IVec2::new(*x, *y),
                    refresh_rate_millihertz: None,
                    scale_factor: 1.0,
                    video_modes: Vec::new(),
                });
            }
            app.update();
            Self { app, told }
        }

        fn ask(&mut self, seat: SeatId, wish: WindowWish) {
            self.app.world_mut().resource_mut::<Asked>().push(seat, wish);
            self.app.update();
            self.app.update();
        }

        /// Seats with their pictures and windows.
        fn seats(&mut self) -> Vec<(SeatId, Option<Eyes>, Entity)> {
            let mut found: Vec<_> = (self.app.world_mut().query::<&Seat>().iter(self.app.world()))
                .map(|seat| (seat.id, seat.eyes, seat.window))
                .collect();
            found.sort();
            found
        }

        fn held(&mut self) -> Option<Held> {
            let mut seats = self.app.world_mut().query::<&Seat>();
            let lead =
                seats.iter(self.app.world()).find(|seat| seat.id == LEAD).expect("the lead sits there");
            let open = seats.iter(self.app.world()).find_map(|seat| seat.eyes);
            assert_eq!(lead.states.dock.second.open, open, "the lead's panels know what is open");
            lead.states.dock.second.held
        }

        fn told(&self) -> Vec<(SeatId, Option<Eyes>)> {
            std::mem::take(&mut *self.told.lock().expect("nobody broke off"))
        }
    }

    const LAPTOP: [i32; 4] = [0, 0, 1920, 1080];
    const BEAMER: [i32; 4] = [1920, 0, 1280, 800];

    #[test]
    fn on_one_display_it_opens_after_a_warning_and_closes_again() {
        let mut room = Room::with(&[LAPTOP]);
        room.ask(LEAD, WindowWish::Open(Eyes::Public));
        assert_eq!((room.held(), room.seats().len()), (Some(Held::OneDisplay), 1));
        room.ask(LEAD, WindowWish::Forget);
        assert_eq!((room.held(), room.told()), (None, Vec::new()));
        for _ in 0..3 {
            room.ask(LEAD, WindowWish::OpenAnyway(Eyes::Public));
            assert_eq!((room.held(), room.seats().len()), (None, 2));
            let window = room.seats()[1].2;
            room.ask(LEAD, WindowWish::Close);
            assert_eq!((room.held(), room.seats().len()), (None, 1));
            assert!(room.app.world().entity(window).contains::<ClosingWindow>(), "the window goes too");
            assert_eq!(room.told(), [(SECOND, Some(Eyes::Public)), (SECOND, None)]);
        }
    }

    #[test]
    fn on_a_display_of_its_own_it_opens_at_once_and_takes_another_picture_where_it_is() {
        let mut room = Room::with(&[LAPTOP, BEAMER]);
        room.ask(LEAD, WindowWish::Open(Eyes::Public));
        let (_, eyes, window) = room.seats()[1];
        assert_eq!(eyes, Some(Eyes::Public));
        let at = room.app.world().get::<Window>(window).expect("a window").position;
        assert_eq!(at, WindowPosition::At(IVec2::new(1960, 40)));
        let role = Eyes::Role(crate::sim::ids::RoleId(3));
        room.ask(LEAD, WindowWish::Open(role));
        assert_eq!(room.seats()[1..], [(SECOND, Some(role), window)]);
        assert_eq!(room.told(), [(SECOND, Some(Eyes::Public)), (SECOND, Some(role))]);
    }

    #[test]
    fn on_displays_that_show_the_same_it_does_not_open_even_when_asked_twice() {
        let mut room = Room::with(&[LAPTOP, LAPTOP]);
        room.ask(LEAD, WindowWish::Open(Eyes::Public));
        room.ask(LEAD, WindowWish::OpenAnyway(Eyes::Public));
        assert_eq!((room.held(), room.seats().len()), (Some(Held::Mirrored), 1));
    }

    #[test]
    fn a_window_that_somebody_closes_or_that_goes_with_its_display_leaves_its_seat() {
        let mut room = Room::with(&[LAPTOP, BEAMER]);
        for by_hand in [true, false] {
            room.ask(LEAD, WindowWish::Open(Eyes::Public));
            let window = room.seats()[1].2;
            if by_hand {
                room.app.world_mut().write_message(WindowCloseRequested { window });
            } else {
                room.app.world_mut().despawn(window);
            }
            room.app.update();
            room.app.update();
            assert_eq!((room.held(), room.seats().len()), (None, 1), "{by_hand}");
        }
    }

    #[test]
    fn the_second_window_asks_for_nothing_but_its_size_and_its_end() {
        let mut room = Room::with(&[LAPTOP, BEAMER]);
        room.ask(LEAD, WindowWish::Open(Eyes::Public));
        drop(room.told());
        let before = room.seats();
        room.ask(SECOND, WindowWish::Open(Eyes::Role(crate::sim::ids::RoleId(0))));
        assert_eq!((room.seats(), room.told()), (before.clone(), Vec::new()));
        room.ask(SECOND, WindowWish::FullScreen);
        let mode =
            |room: &Room, seat: usize| room.app.world().get::<Window>(before[seat].2).map(|row| row.mode);
        assert_eq!(mode(&room, 0), Some(WindowMode::Windowed));
        assert!(matches!(mode(&room, 1), Some(WindowMode::BorderlessFullscreen(_))));
        room.ask(SECOND, WindowWish::FullScreen);
        assert_eq!(mode(&room, 1), Some(WindowMode::Windowed));
        room.ask(SECOND, WindowWish::Close);
        assert_eq!(room.seats().len(), 1);
        let primary =
            room.app.world_mut().query_filtered::<(), With<PrimaryWindow>>().iter(room.app.world()).count();
        assert_eq!(primary, 1, "the lead's window stays");
    }
}
