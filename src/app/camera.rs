//! Pan, zoom and fit from pointer and keys, and the camera that follows. Everything goes through egui's input, so
//! a drag on a panel never moves the map. It must not draw. The arithmetic is in `crate::view::viewport`.

use bevy::camera::Projection;
use bevy::prelude::*;
use bevy_egui::egui::{self, Event, Key, MouseWheelUnit, PointerButton, Rect, Response, Sense, Ui};

use super::mesh::ORIGIN;
use super::windows::Seat;
use crate::geo::map::DRAWN;
use crate::geo::shape::Bounds;
use crate::panels::intent::SeatIntent;
use crate::view::scene::Target;
use crate::view::viewport::Viewport;

/// One notch of the wheel.
const ZOOM_PER_LINE: f64 = 1.2;
/// Pixels of a touchpad that count as one notch.
const PX_PER_LINE: f64 = 50.0;
/// One press of an arrow key, pixels.
const PAN_PX: f32 = 80.0;
/// Free edge around the country when everything is shown, pixels: left, top, right, and the sources below.
const FIT_MARGINS: [f32; 4] = [14.0, 14.0, 14.0, 42.0];
/// How far the middle of the map may leave the country, metres.
const LEASH_M: i32 = 60_000;
/// Scale to which a found place is shown, metres per pixel.
const FOUND_SCALE: f64 = 120.0;

/// Scale at which a transport is followed at first, metres per pixel.
const FOLLOW_SCALE: f64 = 200.0;

/// Keeps what a seat follows in the middle of its map, as far as it is on it.
pub fn keep_followed(seat: &mut Seat) {
    let Some(serial) = seat.choice.followed else { return };
    let target = Some(Target::Consignment(serial));
    let Some(symbol) = seat.scene.moving.iter().find(|symbol| symbol.target == target) else { return };
    if let Some(view) = &mut seat.viewport {
        view.centre = symbol.at.map(f64::from);
        seat.moved = true;
    }
}

/// Handles pointer and keys over the map and returns the pointer's response.
pub fn map_input_ui(ui: &mut Ui, seat: &mut Seat, map: Rect, home: Bounds) -> Response {
    let whole_rect = [map.left(), map.top(), map.right(), map.bottom()];
    seat.whole = whole_rect;
    let mut rect = whole_rect;
    if seat.beside.is_some() {
        // The right half is the map as ever; the left one goes along.
        rect[0] = map.center().x.round();
    }
    let mut view = match seat.viewport {
        Some(mut view) if seat.moved => {
            view.rect = rect;
            view
        }
        Some(_) | None => whole(home, rect),
    };
    let fitted = view;
    let response = ui.interact(map, egui::Id::new("map"), Sense::click_and_drag());
    if response.dragged_by(PointerButton::Primary) || response.dragged_by(PointerButton::Middle) {
        let by = response.drag_delta();
        view.pan([by.x, by.y]);
    }
    // Who moves the map by hand looks elsewhere.
    let before = view.centre;
    let dragged = fitted.centre != before;
    if !ui.ctx().egui_wants_keyboard_input() {
        keys(ui, &mut view, home);
    }
    if dragged || view.centre != before {
        seat.choice.followed = None;
    }
    let over = response.hover_pos().map(|pointer| {
        let left = pointer.x < rect[0];
        (left, [if left { pointer.x + rect[0] - map.left() } else { pointer.x }, pointer.y])
    });
    if let Some((_, pointer)) = over {
        // What is followed stays in the middle.
        let held = if seat.choice.followed.is_some() { view.middle() } else { pointer };
        wheel(ui, &mut view, held);
    }
    view.hold(Bounds { min: home.min.map(|low| low - LEASH_M), max: home.max.map(|high| high + LEASH_M) });
    seat.moved |= view != fitted;
    seat.viewport = Some(view);
    seat.choice.band = crate::view::scene::Band::at_scale(view.metres_per_px);
    seat.pointer = over.filter(|(left, _)| !left).map(|(_, pointer)| pointer);
    response
}

/// Shows the whole country, and as little as possible of where nothing is drawn.
fn whole(home: Bounds, rect: [f32; 4]) -> Viewport {
    let mut view = Viewport::fit(home, rect, FIT_MARGINS);
    view.slide_into(DRAWN);
    view
}

/// The wheel is read raw: egui would spread one notch over several frames.
fn wheel(ui: &Ui, view: &mut Viewport, pointer: [f32; 2]) {
    let lines: f64 = ui.input(|input| {
        input
            .raw
            .events
            .iter()
            .map(|event| match event {
                Event::MouseWheel { unit: MouseWheelUnit::Point, delta, .. } => {
                    f64::from(delta.y) / PX_PER_LINE
                }
                Event::MouseWheel { delta, .. } => f64::from(delta.y),
                Event::Zoom(factor) => f64::from(*factor).ln() / ZOOM_PER_LINE.ln(),
                _ => 0.0,
            })
            .sum()
    });
    if lines != 0.0 {
        view.zoom_at(pointer, ZOOM_PER_LINE.powf(lines));
    }
}

fn keys(ui: &Ui, view: &mut Viewport, home: Bounds) {
    let middle = view.middle();
    ui.input(|input| {
        let pressed = |key| input.num_presses(key) as f32;
        let across = pressed(Key::ArrowLeft) - pressed(Key::ArrowRight);
        let down = pressed(Key::ArrowUp) - pressed(Key::ArrowDown);
        view.pan([across * PAN_PX, down * PAN_PX]);
        let closer = pressed(Key::Plus) + pressed(Key::Equals) - pressed(Key::Minus);
        if closer != 0.0 {
            view.zoom_at(middle, ZOOM_PER_LINE.powf(2.0 * f64::from(closer)));
        }
        if input.key_pressed(Key::Home) || input.key_pressed(Key::Num0) {
            *view = whole(home, view.rect);
        }
    });
}

/// Answers the wishes that move the map.
pub fn steer(seat: &mut Seat, wish: &SeatIntent, home: Bounds) {
    let Some(view) = &mut seat.viewport else { return };
    match wish {
        SeatIntent::ShowAll => {
            *view = whole(home, view.rect);
            seat.moved = false;
        }
        SeatIntent::GoTo(at) => {
            view.go_to(*at, view.metres_per_px.min(FOUND_SCALE));
            seat.moved = true;
        }
        SeatIntent::Follow(Some(_)) => {
            view.metres_per_px = view.metres_per_px.min(FOLLOW_SCALE);
            seat.moved = true;
        }
        SeatIntent::Follow(None)
        | SeatIntent::Picture
        | SeatIntent::Lens(_)
        | SeatIntent::Layer(..)
        | SeatIntent::Search(_)
        | SeatIntent::Select(_)
        | SeatIntent::Theme(_)
        | SeatIntent::Still(_)
        | SeatIntent::Blank(_)
        | SeatIntent::Window(_)
        | SeatIntent::TextScale(_)
        | SeatIntent::Stretch(_) => {}
    }
}

/// Sets every camera to its viewport, after the panels have told how large the map is.
pub fn follow(mut seats: Query<(&Seat, &mut Transform, &mut Projection)>) {
    for (seat, mut transform, mut projection) in &mut seats {
        let Some(view) = seat.viewport else { continue };
        // Panels cover part of the window: the middle of the map is not the middle of the window.
        let off = [0, 1].map(|axis| view.middle()[axis] - seat.window_size[axis] / 2.0);
        let x = view.centre[0] - f64::from(ORIGIN[0]) - f64::from(off[0]) * view.metres_per_px;
        let y = view.centre[1] - f64::from(ORIGIN[1]) + f64::from(off[1]) * view.metres_per_px;
        let scale = (view.metres_per_px / seat.zoom()) as f32;
        let place = Vec3::new(x as f32, y as f32, 0.0);
        // Written only on a change: a touched projection is prepared anew for the graphics card.
        if transform.translation != place {
            transform.translation = place;
        }
        if let Projection::Orthographic(lens) = projection.bypass_change_detection()
            && lens.scale != scale
        {
            lens.scale = scale;
            projection.set_changed();
        }
    }
}
