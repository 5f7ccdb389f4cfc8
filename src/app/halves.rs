//! The map in two halves: each half has a camera of its own, and the window's camera only draws the panels over them.
//!
//! Both look at the same place at the same scale. The right half is the map as ever, the left has its own meshes on a render
//! layer of its own. Must not know what is compared.

use bevy::camera::visibility::RenderLayers;
use bevy::camera::{ClearColorConfig, Projection, Viewport as Window2d};
use bevy::prelude::*;
use bevy::window::Window;

use super::map::{SeatMap, colour};
use super::mesh::ORIGIN;
use super::windows::{MOST_SEATS, Seat};
use crate::view::viewport::Viewport;

/// A camera of one half.
#[derive(Component, Clone, Copy, Debug, PartialEq, Eq)]
pub struct Half {
    /// Number of the seat.
    pub seat: u8,
    /// Left or right.
    pub left: bool,
}

/// The cameras of a window that was closed go with it.
pub fn leave_closed(mut commands: Commands, halves: Query<(Entity, &Half)>, seats: Query<&Seat>) {
    for (camera, half) in &halves {
        if !seats.iter().any(|seat| seat.id.0 == half.seat) {
            commands.entity(camera).despawn();
        }
    }
}

/// What is drawn on the left half of a seat.
#[derive(Component, Default)]
pub struct LeftMap(pub SeatMap);

/// Render layer of the left half of a seat.
pub fn left_layer(seat: u8) -> RenderLayers {
    RenderLayers::layer(usize::from(seat) + 1 + usize::from(MOST_SEATS))
}

/// The two viewports of a map that is split: left and right, with a line between them.
pub fn split(view: &Viewport, whole: [f32; 4]) -> [Viewport; 2] {
    let [left, top, right, bottom] = whole;
    let middle = f32::midpoint(left, right).round();
    [[left, top, middle, bottom], [middle, top, right, bottom]].map(|rect| Viewport { rect, ..*view })
}

/// Sets the cameras of the halves, and gives the window's camera its map back when nothing is compared.
pub fn follow(
    mut seats: Query<(&Seat, &mut Camera, &mut RenderLayers), Without<Half>>,
    mut halves: Query<(&Half, &mut Camera, &mut Transform, &mut Projection), Without<Seat>>,
    windows: Query<&Window>,
) {
    for (seat, mut camera, mut layers) in &mut seats {
        let split_now = seat.beside.is_some() && seat.viewport.is_some();
        let own = if split_now { RenderLayers::none() } else { seat.render_layers() };
        if *layers != own {
            *layers = own;
        }
        // The left half clears the whole window, and comes first.
        let clear = if split_now {
            ClearColorConfig::None
        } else {
            ClearColorConfig::Custom(colour(seat.scene.ground))
        };
        if !same_clear(&camera.clear_color, &clear) {
            camera.clear_color = clear;
        }
        for (half, mut camera, mut transform, mut projection) in &mut halves {
            if half.seat != seat.id.0 {
                continue;
            }
            let place = seat.viewport.filter(|_| split_now).zip(windows.get(seat.window).ok());
            let Some((view, window)) = place else {
                if camera.is_active {
                    camera.is_active = false;
                }
                continue;
            };
            let [left, right] = split(&view, seat.whole);
            let view = if half.left { left } else { right };
            let Some(viewport) = physical(view.rect, seat, window) else { continue };
            if !camera.is_active || camera.viewport.as_ref().is_none_or(|held| !same_place(held, &viewport)) {
                camera.viewport = Some(viewport);
                camera.is_active = true;
            }
            let clear = if half.left {
                ClearColorConfig::Custom(colour(seat.scene.ground))
            } else {
                ClearColorConfig::None
            };
            if !same_clear(&camera.clear_color, &clear) {
                camera.clear_color = clear;
            }
            look_at(&view, seat, &mut transform, &mut projection);
        }
    }
}

fn look_at(view: &Viewport, seat: &Seat, transform: &mut Transform, projection: &mut Projection) {
    let at = [0, 1].map(|axis| (view.centre[axis] - f64::from(ORIGIN[axis])) as f32);
    let place = Vec3::new(at[0], at[1], 0.0);
    if transform.translation != place {
        transform.translation = place;
    }
    let scale = (view.metres_per_px / seat.zoom()) as f32;
    if let Projection::Orthographic(lens) = projection
        && lens.scale != scale
    {
        lens.scale = scale;
    }
}

/// A rectangle of the panels in pixels of the window, inside it.
fn physical(rect: [f32; 4], seat: &Seat, window: &Window) -> Option<Window2d> {
    let scale = seat.zoom() as f32 * window.scale_factor();
    let whole = [window.physical_width(), window.physical_height()];
    let [left, top, right, bottom] = rect.map(|side| (side * scale).round().max(0.0) as u32);
    let (right, bottom) = (right.min(whole[0]), bottom.min(whole[1]));
    let size = UVec2::new(right.checked_sub(left)?, bottom.checked_sub(top)?);
    (size.x > 0 && size.y > 0).then(|| Window2d {
        physical_position: UVec2::new(left, top),
        physical_size: size,
        ..default()
    })
}

fn same_place(one: &Window2d, two: &Window2d) -> bool {
    one.physical_position == two.physical_position && one.physical_size == two.physical_size
}

fn same_clear(one: &ClearColorConfig, two: &ClearColorConfig) -> bool {
    match (one, two) {
        (ClearColorConfig::None, ClearColorConfig::None) => true,
        (ClearColorConfig::Custom(one), ClearColorConfig::Custom(two)) => one == two,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_halves_show_the_same_place_at_the_same_scale() {
        let view = Viewport { centre: [10.0, 20.0], metres_per_px: 5.0, rect: [0.0; 4] };
        let [left, right] = split(&view, [100.0, 40.0, 701.0, 640.0]);
        assert_eq!((left.rect[2], right.rect[0]), (401.0, 401.0));
        assert_eq!((left.centre, right.centre, left.metres_per_px), (view.centre, view.centre, 5.0));
    }
}
