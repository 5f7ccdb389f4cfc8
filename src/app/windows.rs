//! One `Seat` per window: what it looks at, its panels, its camera, its render layer and its egui schedule.
//! There is no "current view" anywhere else. It must not know what a driver drives.

use std::path::PathBuf;

use bevy::camera::visibility::RenderLayers;
use bevy::camera::{ClearColorConfig, RenderTarget};
use bevy::ecs::schedule::ScheduleLabel;
use bevy::prelude::*;
use bevy::window::{PresentMode, WindowPosition, WindowRef, WindowResizeConstraints, WindowResolution};
use bevy_egui::EguiMultipassSchedule;

use super::driver::{Beside, SeatId, WindowInput};
use super::gamma;
use super::halves::{Half, LeftMap, left_layer};
use super::map::SeatMap;
use crate::panels::dock::DockState;
use crate::panels::frame::PanelStates;
use crate::panels::intent::Intent;
use crate::panels::page::{ExerciseView, Tab};
use crate::view::board_view::{BoardView, Eyes};
use crate::view::scene::MapScene;
use crate::view::shell::{Choice, ShellView};
use crate::view::style::Palette;
use crate::view::viewport::Viewport;

/// More windows than this cannot be opened: each has its own schedule, made at the start.
pub const MOST_SEATS: u8 = 4;

/// Cameras of a window: those of the two halves, and the one of panels and whole map, which comes last.
const CAMERAS: isize = 3;

/// The egui schedule of one window; each context needs its own.
#[derive(ScheduleLabel, Clone, Debug, PartialEq, Eq, Hash)]
pub struct SeatPass(pub u8);

/// One window and everything that belongs to it. Lives on the window's camera.
#[derive(Component)]
pub struct Seat {
    /// Which seat this is.
    pub id: SeatId,
    /// The window it is shown in.
    pub window: Entity,
    /// What it looks at.
    pub choice: Choice,
    /// Whether it has bars and panels.
    pub has_panels: bool,
    /// The picture that it is bound to; none for the lead's.
    pub eyes: Option<Eyes>,
    /// What a room reads on it, where it has no panels.
    pub board: Option<BoardView>,
    /// State of its panels.
    pub states: PanelStates,
    /// Where its map is; `None` until the first layout tells how large the map is.
    pub viewport: Option<Viewport>,
    /// Whether the user has moved the map; until then it shows the whole country, whatever the size of the window.
    pub moved: bool,
    /// Last bars and panels.
    pub shell: ShellView,
    /// Last panels of the exercise.
    pub exercise: Option<ExerciseView>,
    /// Last map.
    pub scene: MapScene,
    /// What stands on the left of it to be compared with.
    pub beside: Option<Beside>,
    /// The map's part of the window, logical pixels; the viewport has the right half of it while two maps are compared.
    pub whole: [f32; 4],
    /// Where a picture that was asked for goes, without its ending.
    pub picture: Option<PathBuf>,
    /// Frames that were drawn with the caption of the picture.
    pub captioned: u8,
    /// What the last views were built for.
    pub built: Option<(u64, Choice, Tab)>,
    /// Wishes of the last frame.
    pub outbox: Vec<Intent>,
    /// Size of the whole window, logical pixels of its text size.
    pub window_size: [f32; 2],
    /// The pointer on the map, logical pixels; `None` when it is elsewhere.
    pub pointer: Option<[f32; 2]>,
}

impl Seat {
    fn new(id: SeatId, window: Entity, input: WindowInput) -> Self {
        let palette = Palette::of(input.choice.theme);
        Self {
            id,
            window,
            has_panels: input.panels,
            eyes: input.eyes,
            board: None,
            states: PanelStates {
                text_percent: input.text_percent,
                dock: DockState { open: input.tab, ..DockState::default() },
                ..PanelStates::default()
            },
            viewport: None,
            moved: false,
            shell: ShellView::default(),
            exercise: None,
            scene: MapScene::empty(palette.sea, palette.ink),
            beside: None,
            whole: [0.0, 0.0, 1.0, 1.0],
            picture: None,
            captioned: 0,
            choice: input.choice,
            built: None,
            outbox: Vec::new(),
            window_size: [1.0, 1.0],
            pointer: None,
        }
    }

    /// Shows another picture in the same window.
    pub fn rebind(&mut self, eyes: Eyes) {
        self.eyes = Some(eyes);
        self.has_panels = eyes.has_panels();
        (self.board, self.exercise, self.built) = (None, None, None);
        self.choice.selected = None;
        self.choice.hovered = None;
    }

    /// Points of its panels per logical pixel of the window.
    pub fn zoom(&self) -> f64 {
        f64::from(self.states.text_percent.max(1)) / 100.0
    }

    /// Render layer of its map.
    pub fn render_layers(&self) -> RenderLayers {
        RenderLayers::layer(usize::from(self.id.0) + 1)
    }
}

/// Windows asked for; taken when they are opened.
#[derive(Resource)]
pub struct WindowsToOpen(pub Vec<WindowInput>);

/// Opens every window that was asked for, with its camera, as long as there is a seat for it.
pub fn open(mut commands: Commands, mut asked: ResMut<WindowsToOpen>, seats: Query<&Seat>) {
    if asked.0.is_empty() {
        return;
    }
    let taken: Vec<u8> = seats.iter().map(|seat| seat.id.0).collect();
    let free = (0..MOST_SEATS).filter(|number| !taken.contains(number));
    for (number, input) in free.zip(asked.0.drain(..)) {
        let [width, height] = input.size;
        let window = commands
            .spawn(Window {
                title: input.title.clone(),
                resolution: WindowResolution::new(width, height),
                resize_constraints: WindowResizeConstraints {
                    min_width: 720.0,
                    min_height: 480.0,
                    ..WindowResizeConstraints::default()
                },
                present_mode: PresentMode::AutoVsync,
                position: input.place.map_or(WindowPosition::Automatic, |at| WindowPosition::At(at.into())),
                ..default()
            })
            .id();
        if number == 0 {
            commands.entity(window).insert(bevy::window::PrimaryWindow);
        }
        let seat = Seat::new(SeatId(number), window, input);
        commands.spawn((
            Camera2d,
            Camera {
                clear_color: ClearColorConfig::Custom(super::map::colour(seat.scene.ground)),
                order: number as isize * CAMERAS + CAMERAS - 1,
                ..default()
            },
            Msaa::Off,
            gamma::SPACE,
            RenderTarget::Window(WindowRef::Entity(window)),
            EguiMultipassSchedule::new(SeatPass(number)),
            seat.render_layers(),
            SeatMap::default(),
            LeftMap::default(),
            seat,
        ));
        let layers = [left_layer(number), RenderLayers::layer(usize::from(number) + 1)];
        for (left, layer) in [true, false].into_iter().zip(layers) {
            commands.spawn((
                Camera2d,
                Camera {
                    clear_color: ClearColorConfig::None,
                    is_active: false,
                    order: number as isize * CAMERAS + isize::from(!left),
                    ..default()
                },
                Msaa::Off,
                gamma::SPACE,
                RenderTarget::Window(WindowRef::Entity(window)),
                layer,
                Half { seat: number, left },
            ));
        }
    }
}
