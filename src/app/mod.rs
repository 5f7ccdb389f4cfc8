//! The window: Bevy draws the map, egui the panels, a `Driver` says what is in them. Only this module knows Bevy.
//! It must not know the simulation. Order in a frame: `AppSystems` below, then one egui pass per seat, then the
//! cameras follow. Look next at `driver` (the seam), `windows` (what a seat owns), `idle` (why it sleeps).

pub mod camera;
pub mod consignments;
pub mod displays;
pub mod driver;
pub mod exercise;
pub mod gallery;
pub mod gamma;
pub mod halves;
pub mod idle;
pub mod kept;
pub mod labels;
pub mod map;
pub mod mesh;
pub mod picking;
pub mod picture;
pub mod places;
pub mod play;
pub mod probe;
pub mod screenshot;
pub mod seats;
pub mod second;
pub mod stroke;
pub mod theme;
pub mod third_party;
pub mod watch;
pub mod windows;

use std::sync::Arc;
use std::time::Duration;

use bevy::app::{TaskPoolOptions, TerminalCtrlCHandlerPlugin};
use bevy::asset::AssetEventSystems;
use bevy::camera::CameraUpdateSystems;
use bevy::log::LogPlugin;
use bevy::prelude::*;
use bevy::render::RenderPlugin;
use bevy::render::pipelined_rendering::PipelinedRenderingPlugin;
use bevy::render::settings::WgpuSettings;
use bevy::time::TimeUpdateStrategy;
use bevy::window::ExitCondition;
use bevy::winit::WinitPlugin;
use bevy_egui::EguiPostUpdateSet;

use crate::geo::map::MapData;
use driver::{AppInput, Driver};
use windows::{MOST_SEATS, SeatPass, WindowsToOpen};

/// The order of a frame, declared once.
#[derive(SystemSet, Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppSystems {
    /// Wishes of the last frame reach the seat or the driver.
    Submit,
    /// Real time passes.
    Advance,
    /// Views are built for seats that would see something else.
    BuildViews,
    /// Meshes follow the views.
    SyncMap,
}

/// The exercise behind the windows.
#[derive(Resource)]
pub struct DriverBox(pub Box<dyn Driver>);

/// The static shapes of the map.
#[derive(Resource)]
pub struct Shapes(pub Arc<MapData>);

/// Everything but Bevy's own plugins.
pub struct AppPlugin;

impl Plugin for AppPlugin {
    fn build(&self, app: &mut App) {
        use AppSystems::{Advance, BuildViews, Submit, SyncMap};
        app.init_resource::<map::MapMaterials>()
            .init_resource::<idle::Wakes>()
            .init_resource::<picture::Underway>()
            .insert_resource(idle::asleep())
            .configure_sets(Update, (Submit, Advance, BuildViews, SyncMap).chain())
            .add_systems(Startup, (windows::open, idle::wake_from_elsewhere))
            .add_systems(
                Update,
                (
                    gallery::turn.before(Submit),
                    (
                        second::leave_closed,
                        halves::leave_closed,
                        seats::submit,
                        second::grant,
                        windows::open,
                        second::tell,
                    )
                        .chain()
                        .in_set(Submit),
                    seats::advance.in_set(Advance),
                    (seats::build_views, kept::keep).chain().in_set(BuildViews),
                    (map::sync, consignments::sync).chain().in_set(SyncMap),
                ),
            )
            .add_systems(
                PostUpdate,
                (
                    (idle::read_panel_delays, camera::follow, halves::follow)
                        .after(EguiPostUpdateSet::EndPass)
                        .before(EguiPostUpdateSet::ProcessOutput)
                        .before(CameraUpdateSystems)
                        .before(TransformSystems::Propagate),
                    (
                        idle::drop_delayed_redraws,
                        seats::redraw_after_wishes,
                        idle::draw_until_seen,
                        screenshot::take,
                        gallery::stay_awake,
                        places::tell,
                        picture::take,
                        idle::set_sleep,
                    )
                        .chain()
                        .after(EguiPostUpdateSet::ProcessOutput)
                        .after(AssetEventSystems),
                ),
            );
        idle::watch_graphics(app);
        for number in 0..MOST_SEATS {
            app.add_systems(SeatPass(number), (move || number).pipe(seats::panels));
        }
    }
}

/// Opens the windows and runs until they are closed.
///
/// # Errors
/// When there is no display or no graphics adapter, or when a picture could not be saved.
pub fn run(input: AppInput) -> anyhow::Result<()> {
    probe::probe()?;
    let windows =
        WindowPlugin { primary_window: None, exit_condition: ExitCondition::OnPrimaryClosed, ..default() };
    match assemble(input, DefaultPlugins.set(windows)).run() {
        AppExit::Success => Ok(()),
        AppExit::Error(code) => anyhow::bail!("the window stopped with code {code}"),
    }
}

/// The same program without a display or graphics card: [`App::update`] is a frame, up to the triangles that would be drawn.
/// For measurements and tests; `frame` passes of real time go by in each.
pub fn without_display(input: AppInput, frame: Duration) -> App {
    let windows = WindowPlugin { primary_window: None, exit_condition: ExitCondition::DontExit, ..default() };
    let no_card = WgpuSettings { backends: None, ..default() };
    let plugins = DefaultPlugins
        .set(windows)
        .set(RenderPlugin { render_creation: no_card.into(), ..default() })
        .set(TaskPoolPlugin { task_pool_options: TaskPoolOptions::with_num_threads(1) })
        .disable::<LogPlugin>()
        .disable::<TerminalCtrlCHandlerPlugin>()
        .disable::<PipelinedRenderingPlugin>()
        .disable::<WinitPlugin>();
    let mut app = assemble(input, plugins);
    app.insert_resource(TimeUpdateStrategy::ManualDuration(frame));
    app.finish();
    app.cleanup();
    app
}

fn assemble(input: AppInput, plugins: impl PluginGroup) -> App {
    let mut app = App::new();
    app.add_plugins(plugins);
    third_party::plugin(&mut app);
    gamma::plugin(&mut app);
    app.insert_resource(Shapes(input.driver.map()))
        .insert_resource(DriverBox(input.driver))
        .insert_resource(WindowsToOpen(input.windows))
        .insert_resource(input.keeper)
        .insert_resource(second::Asked::at_start(input.second))
        .insert_resource(seats::Measure::new(input.measure))
        .add_plugins(AppPlugin);
    if let Some(wanted) = input.screenshot {
        app.insert_resource(screenshot::Wanted::new(wanted));
    }
    if let Some(file) = input.places {
        app.insert_resource(places::Places::new(file));
    }
    if let Some(wanted) = input.gallery {
        app.insert_resource(gallery::Gallery::new(wanted));
    }
    app
}
