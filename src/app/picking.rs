//! Hover and click on the map: sets what the seat hovers and asks to select what was clicked.
//! It must not interpret a target. The geometry is in `crate::view::pick`.

use bevy_egui::egui::Response;

use super::windows::Seat;
use crate::geo::map::MapData;
use crate::panels::intent::{Intent, SeatIntent};
use crate::view::pick::pick;

/// Reads the pointer's response of the map.
pub fn pick_on_map(seat: &mut Seat, response: &Response, map: &MapData) {
    let under = match (seat.pointer, &seat.viewport) {
        (Some(pointer), Some(view)) if !response.dragged() => pick(&seat.scene, map, view, pointer),
        _ => None,
    };
    seat.choice.hovered = under;
    if response.clicked() {
        seat.outbox.push(Intent::Seat(SeatIntent::Select(under)));
        if under.is_some() {
            seat.states.dock.look_up();
        }
    }
}
