//! What happens to the seats in a frame: wishes are handed in, time passes, views are built, panels are drawn.
//! It must not interpret an exercise's wishes. The order is declared in `super::AppPlugin`.

use std::time::Instant;

use bevy::prelude::*;
use bevy::window::RequestRedraw;
use bevy_egui::EguiContext;
use bevy_egui::egui::{LayerId, Rect, Stroke, Ui, UiBuilder, pos2, vec2};

use super::idle::Wakes;
use super::places::Places;
use super::second::Asked;
use super::windows::Seat;
use super::{DriverBox, Shapes, camera, halves, labels, picking, picture, screenshot, theme};
use crate::geo::shape::Bounds;
use crate::panels::intent::{Intent, SeatIntent};
use crate::panels::{board_ui, frame, keys, map_cover, map_tools};
use crate::view::scene::LegendKey;

/// How long frames take, logged when asked for; the window then draws without a pause.
#[derive(Resource)]
pub struct Measure {
    wanted: bool,
    start: Instant,
    last: Instant,
    frames: u32,
    mapped: bool,
}

impl Measure {
    /// Starts counting now.
    pub fn new(wanted: bool) -> Self {
        let now = Instant::now();
        Self { wanted, start: now, last: now, frames: 0, mapped: false }
    }

    fn frame(&mut self, has_map: bool) {
        if !self.wanted {
            return;
        }
        self.frames += 1;
        if has_map && !self.mapped {
            self.mapped = true;
            info!("first frame with a map after {} ms", self.start.elapsed().as_millis());
        }
        let since = self.last.elapsed();
        if since.as_secs() >= 2 {
            let per_frame = since.as_secs_f32() * 1000.0 / self.frames as f32;
            info!("{:.1} ms a frame", per_frame);
            self.frames = 0;
            self.last = Instant::now();
        }
    }
}

/// Hands in the wishes of the last frame.
pub fn submit(
    mut seats: Query<&mut Seat>,
    mut driver: ResMut<DriverBox>,
    mut asked: ResMut<Asked>,
    shapes: Res<Shapes>,
) {
    let home = shapes.0.home_bounds();
    for mut seat in &mut seats {
        for wish in std::mem::take(&mut seat.outbox) {
            match wish {
                Intent::Seat(SeatIntent::Window(wish)) => asked.push(seat.id, wish),
                Intent::Seat(SeatIntent::Picture) => picture::ask(&mut seat, &mut driver),
                Intent::Seat(wish) => answer(&mut seat, wish, home),
                wish => driver.0.apply(seat.id, wish),
            }
        }
    }
}

fn answer(seat: &mut Seat, wish: SeatIntent, home: Bounds) {
    camera::steer(seat, &wish, home);
    match wish {
        SeatIntent::Lens(code) => seat.choice.lens = code,
        SeatIntent::Layer(code, shown) => {
            seat.choice.hidden_layers.retain(|hidden| *hidden != code);
            if !shown {
                seat.choice.hidden_layers.push(code);
                seat.choice.hidden_layers.sort();
            }
        }
        SeatIntent::Search(text) => seat.choice.search = text,
        SeatIntent::Select(target) => seat.choice.selected = target,
        SeatIntent::Theme(theme) => seat.choice.theme = theme,
        SeatIntent::TextScale(percent) => seat.states.text_percent = percent,
        SeatIntent::Stretch(stretch) => seat.choice.stretch = stretch,
        SeatIntent::Still(still) => seat.choice.still = still,
        SeatIntent::Blank(blank) => seat.states.blank = blank && seat.eyes.is_none(),
        SeatIntent::Follow(serial) => seat.choice.followed = serial,
        SeatIntent::GoTo(_) | SeatIntent::ShowAll => seat.choice.followed = None,
        SeatIntent::Picture | SeatIntent::Window(_) => {}
    }
}

/// Lets real time pass and notes when to be woken.
pub fn advance(
    time: Res<Time<Real>>,
    mut driver: ResMut<DriverBox>,
    mut wakes: ResMut<Wakes>,
    picture: Option<Res<screenshot::Wanted>>,
) {
    let clock = driver.0.advance(time.delta()).wake_after;
    let picture = picture.and_then(|wanted| screenshot::wake_after(&wanted));
    wakes.clock = [clock, picture].into_iter().flatten().min();
}

/// Builds views for the seats that would see something else.
pub fn build_views(mut seats: Query<&mut Seat>, mut driver: ResMut<DriverBox>, mut measure: ResMut<Measure>) {
    let mut has_map = false;
    for mut seat in &mut seats {
        has_map |= seat.viewport.is_some();
        let wanted = (driver.0.stamp(seat.id), seat.choice.clone(), seat.states.dock.open);
        if seat.built.as_ref() == Some(&wanted) {
            if let Some(moving) = driver.0.moving(seat.id, &wanted.1) {
                seat.scene.moving = moving;
                camera::keep_followed(&mut seat);
            }
            continue;
        }
        // A window without panels has a board: nobody reads bars and lists there.
        if seat.has_panels {
            seat.shell = driver.0.shell(seat.id, &wanted.1);
            seat.exercise = driver.0.exercise(seat.id, &wanted.1, wanted.2);
        } else {
            seat.board = driver.0.board(seat.id);
        }
        seat.scene = driver.0.scene(seat.id, &wanted.1);
        seat.beside = driver.0.beside(seat.id, &wanted.1);
        let halved = seat.beside.is_some();
        if let Some(legend) = seat.scene.legend.as_mut().filter(|_| halved) {
            // Half the room: what the colours of the regions mean, and no more.
            legend.entries.retain(|entry| matches!(entry.key, LegendKey::Fill(..)));
            legend.more.clear();
        }
        camera::keep_followed(&mut seat);
        seat.built = Some(wanted);
    }
    measure.frame(has_map);
}

/// Draws bars, panels and what lies over the map of one seat. Runs in the seat's own egui schedule.
pub fn panels(
    number: In<u8>,
    mut seats: Query<(&mut Seat, &mut EguiContext)>,
    shapes: Res<Shapes>,
    places: Option<Res<Places>>,
) {
    let Some((mut seat, mut context)) = seats.iter_mut().find(|(seat, _)| seat.id.0 == *number) else {
        return;
    };
    let ctx = context.get_mut();
    if places.is_some() {
        ctx.enable_accesskit();
    }
    theme::apply(ctx, seat.choice.theme, seat.states.text_percent, seat.viewport.is_none());
    let window = ctx.viewport_rect();
    seat.window_size = [window.width(), window.height()];
    let mut ui = Ui::new(
        ctx.clone(),
        "seat".into(),
        UiBuilder::new().layer_id(LayerId::background()).max_rect(window),
    );
    let seat = &mut *seat;
    if seat.states.blank
        && let Some(exercise) = &seat.exercise
    {
        let no_play = exercise.clock.stage.no_play.as_deref();
        board_ui::blank_ui(&mut ui, &exercise.tongue, &seat.shell.top, no_play);
        keys::blank_keys_ui(&ui, &mut seat.outbox);
        return;
    }
    seat.states.notices.hidden = picture::is_wanted(seat);
    let map = if seat.has_panels {
        frame::frame_ui(
            &mut ui,
            &seat.shell,
            seat.exercise.as_ref(),
            &seat.choice,
            &mut seat.states,
            &mut seat.outbox,
        )
    } else {
        keys::board_keys_ui(&ui, &mut seat.outbox);
        seat.board.as_ref().map_or(window, |board| board_ui::board_ui(&mut ui, board))
    };
    // A page that takes the place of the map leaves no room for it.
    if !map.is_positive() {
        seat.pointer = None;
        return;
    }
    let response = camera::map_input_ui(&mut ui, seat, map, shapes.0.home_bounds());
    if seat.has_panels {
        picking::pick_on_map(seat, &response, &shapes.0);
    }
    over_map(&mut ui, seat, map);
}

/// What lies over the map: legend, tools, names, and the card beside the pointer; for a picture its caption instead of the
/// tools.
fn over_map(ui: &mut Ui, seat: &mut Seat, map: Rect) {
    let Some(view) = seat.viewport else { return };
    if seat.beside.is_some() {
        let line = Stroke::new(3.0, map_cover::colour32(seat.scene.ink.text));
        ui.painter().vline(view.rect[0], map.y_range(), line);
    }
    // What lies over its upper edge moves the rest down, and the map not at all.
    let strips = if seat.has_panels { seat.states.notices.covered.min(map.height()) } else { 0.0 };
    let (whole, map) = (map, Rect::from_min_max(map.min + vec2(0.0, strips), map.max));
    let mut taken = map_cover::cover_ui(ui, &seat.scene, map, view.metres_per_px);
    taken.push([whole.left(), whole.top(), whole.right(), map.top()]);
    // The sources lie along the lower edge.
    let wide = |rect: &&[f32; 4]| rect[2] - rect[0] >= map.width() - 1.0 && rect[1] > map.top();
    let floor = taken.iter().filter(wide).map(|rect| rect[1]);
    let floor = floor.fold(map.bottom(), f32::min);
    let pictured = picture::is_wanted(seat);
    seat.captioned = if pictured { seat.captioned + 1 } else { 0 };
    if pictured {
        let place = (map.center_top() + vec2(0.0, 34.0), map.width() * 0.6);
        taken.push(map_tools::caption_ui(ui, seat.scene.ink, &seat.shell.caption, place));
    } else if let Some(exercise) = seat.exercise.as_ref().filter(|_| seat.has_panels) {
        let tools = &mut seat.states.tools;
        let views = (&seat.shell, exercise);
        taken.extend(map_tools::map_tools_ui(ui, views, tools, (map, floor), &mut seat.outbox));
    }
    if let Some(beside) = &seat.beside {
        let halves = halves::split(&view, seat.whole);
        for (half, title) in halves.iter().zip(&beside.titles) {
            let [left, _, right, _] = half.rect;
            let place = (pos2(f32::midpoint(left, right), floor - 66.0), (right - left) * 0.9);
            taken.push(map_tools::caption_ui(ui, seat.scene.ink, title, place));
        }
        labels::labels_ui(ui, &beside.scene, &halves[0], map, &taken);
    }
    labels::labels_ui(ui, &seat.scene, &view, map, &taken);
    if let Some(exercise) = &seat.exercise {
        map_tools::measured_ui(ui, exercise, &seat.states.tools, &view, seat.scene.ink);
    }
    if let (Some([x, y]), Some(hover)) = (seat.pointer, &seat.shell.hover)
        && !pictured
    {
        map_cover::hover_card_ui(ui, hover, pos2(x, y), Rect::from_min_max(map.min, map.max));
    }
    let no_play = seat.board.as_ref().filter(|_| !seat.has_panels);
    if let Some(words) = no_play.and_then(|board| board.clock.stage.no_play.as_deref()) {
        board_ui::emergency_ui(ui, words);
    }
}

/// A wish, or a change of what a seat looks at, wants one more frame.
pub fn redraw_after_wishes(
    seats: Query<&Seat>,
    measure: Res<Measure>,
    asked: Res<Asked>,
    mut redraws: MessageWriter<RequestRedraw>,
) {
    let waiting = seats.iter().any(|seat| {
        !seat.outbox.is_empty()
            || seat
                .built
                .as_ref()
                .is_none_or(|(_, choice, tab)| *choice != seat.choice || *tab != seat.states.dock.open)
    });
    if waiting || measure.wanted || asked.is_waiting() {
        redraws.write(RequestRedraw);
    }
}
