//! Hover and click on the map: sets what the seat hovers and asks to select what was clicked.
//! It must not interpret a target. The geometry is in `crate::view::pick`.

use bevy_egui::egui::Response;

use super::windows::Seat;
use crate::geo::map::MapData;
use crate::panels::intent::{Intent, SeatIntent};
use crate::view::pick::pick;
use crate::view::scene::Target;

/// Reads the pointer's response of the map.
pub fn pick_on_map(seat: &mut Seat, response: &Response, map: &MapData) {
    let under = match (seat.pointer, &seat.viewport) {
        (Some(pointer), Some(view)) if !response.dragged() => pick(&seat.scene, map, view, pointer),
        _ => None,
    };
    seat.choice.hovered = under;
    if seat.states.tools.measuring {
        if let (true, Some(pointer), Some(view)) = (response.clicked(), seat.pointer, &seat.viewport) {
            seat.states.tools.add_point(view.to_map(pointer));
        }
        return;
    }
    // A click beside the map of this moment, on the left half, is on none of its things.
    if response.clicked() && seat.pointer.is_some() {
        seat.outbox.push(Intent::Seat(SeatIntent::Select(under)));
        if under.is_some() {
            seat.states.dock.look_up();
        }
    }
    if let (true, Some(Target::Consignment(serial))) = (response.double_clicked(), under) {
        seat.outbox.push(Intent::Seat(SeatIntent::Follow(Some(serial))));
    }
}
