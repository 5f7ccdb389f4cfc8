//! Sleeping: the window draws when something happened or when the clock of the exercise is due, never otherwise.
//! A delayed repaint of egui (a tooltip, a cursor) would make bevy_egui draw at full speed; here it becomes a
//! wake-up at about the right time. It must not decide how fast an exercise runs: the driver does.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::DriverBox;
use bevy::prelude::*;
use bevy::render::render_resource::PipelineCache;
use bevy::render::{Render, RenderApp, RenderSystems};
use bevy::window::RequestRedraw;
use bevy::winit::{EventLoopProxy, EventLoopProxyWrapper, UpdateMode, WinitSettings, WinitUserEvent};
use bevy_egui::EguiFullOutput;
use bevy_egui::egui::ViewportId;

/// The longest sleep.
const LONGEST: Duration = Duration::from_mins(1);
/// The shortest time between two wake-ups without input.
const SHORTEST: Duration = Duration::from_millis(33);
/// Wake-up times are rounded up to these, because every change of the sleep costs a frame.
const DELAYS_MS: [u64; 5] = [50, 100, 250, 500, 1000];

/// When something wants to be woken.
#[derive(Resource, Default)]
pub struct Wakes {
    /// The clock of the exercise.
    pub clock: Option<Duration>,
    panels: Option<Duration>,
    panels_at_once: bool,
    /// A texture of the panels changed, such as the one of the letters.
    textures: bool,
}

/// Settings for a window that sleeps.
pub fn asleep() -> WinitSettings {
    let mode = UpdateMode::reactive_low_power(LONGEST);
    WinitSettings { focused_mode: mode, unfocused_mode: mode }
}

/// Lets the exercise wake a window that sleeps, from any thread.
pub fn wake_from_elsewhere(proxy: Option<Res<EventLoopProxyWrapper>>, mut driver: ResMut<DriverBox>) {
    let Some(proxy) = proxy else { return };
    let proxy = EventLoopProxy::clone(&proxy);
    driver.0.wake_by(Box::new(move || {
        // A window that is gone needs no waking.
        let _gone = proxy.send_event(WinitUserEvent::WakeUp);
    }));
}

/// Reads when the panels want to be drawn again. Runs between egui's pass and its output.
pub fn read_panel_delays(outputs: Query<&EguiFullOutput>, mut wakes: ResMut<Wakes>) {
    wakes.panels = None;
    wakes.panels_at_once = false;
    wakes.textures = outputs
        .iter()
        .filter_map(|output| output.0.as_ref())
        .any(|output| !output.textures_delta.set.is_empty());
    let delays = outputs
        .iter()
        .filter_map(|output| output.0.as_ref())
        .filter_map(|output| output.viewport_output.get(&ViewportId::ROOT))
        .map(|viewport| viewport.repaint_delay);
    for delay in delays {
        wakes.panels_at_once |= delay.is_zero();
        if !delay.is_zero() && delay < LONGEST {
            wakes.panels = Some(wakes.panels.map_or(delay, |soonest| soonest.min(delay)));
        }
    }
}

/// Drops the redraws that bevy_egui asks for on behalf of a delayed repaint. Runs right after egui's output.
pub fn drop_delayed_redraws(wakes: Res<Wakes>, mut redraws: ResMut<Messages<RequestRedraw>>) {
    if !wakes.panels_at_once {
        redraws.clear();
    }
}

/// Frames drawn after a mesh came or letters were added: the graphics side is one frame behind, and asks for its shaders only
/// when it meets a mesh.
const FRAMES_TO_BE_SEEN: u8 = 3;

/// True while the graphics side still prepares something without which a mesh is not drawn. Shared with its world.
#[derive(Resource, Clone, Default)]
pub struct Preparing(Arc<AtomicBool>);

/// Watches what the graphics side prepares.
pub fn watch_graphics(app: &mut App) {
    let preparing = Preparing::default();
    app.insert_resource(preparing.clone());
    if let Some(graphics) = app.get_sub_app_mut(RenderApp) {
        graphics
            .insert_resource(preparing)
            .add_systems(Render, note_preparing.in_set(RenderSystems::Cleanup));
    }
}

fn note_preparing(pipelines: Res<PipelineCache>, preparing: Res<Preparing>) {
    preparing.0.store(pipelines.waiting_pipelines().next().is_some(), Ordering::Relaxed);
}

/// Keeps drawing until what came is seen, a mesh or a letter that was not used before: a window that falls asleep before would
/// stay without it until something else wakes it.
pub fn draw_until_seen(
    mut owed: Local<u8>,
    wakes: Res<Wakes>,
    mut meshes: MessageReader<AssetEvent<Mesh>>,
    preparing: Option<Res<Preparing>>,
    mut redraws: MessageWriter<RequestRedraw>,
) {
    if wakes.textures | meshes.read().any(|event| matches!(event, AssetEvent::Added { .. })) {
        *owed = FRAMES_TO_BE_SEEN;
    }
    if *owed > 0 || preparing.is_some_and(|preparing| preparing.0.load(Ordering::Relaxed)) {
        redraws.write(RequestRedraw);
        *owed = owed.saturating_sub(1);
    }
}

/// Sets how long the window may sleep.
pub fn set_sleep(wakes: Res<Wakes>, mut settings: ResMut<WinitSettings>) {
    let panels = wakes.panels.map(round_up);
    let clock = wakes.clock.map(|delay| delay.max(SHORTEST));
    let wait = [panels, clock].into_iter().flatten().min().unwrap_or(LONGEST);
    let mode = UpdateMode::reactive_low_power(wait);
    if settings.focused_mode != mode {
        settings.focused_mode = mode;
        settings.unfocused_mode = mode;
    }
}

fn round_up(delay: Duration) -> Duration {
    DELAYS_MS.into_iter().map(Duration::from_millis).find(|&step| delay <= step).unwrap_or(LONGEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delays_are_rounded_up() {
        assert_eq!(round_up(Duration::from_millis(1)), Duration::from_millis(50));
        assert_eq!(round_up(Duration::from_millis(300)), Duration::from_millis(500));
        assert_eq!(round_up(Duration::from_secs(20)), LONGEST);
    }
}
