//! A picture of the map: the drawing as SVG at once, the window cut to the map as PNG and on the clipboard when it is read back.
//!
//! For a few frames the map is drawn without its buttons, with a caption. Where it goes and what is said of it is the driver's.

use std::fs;
use std::path::{Path, PathBuf};

use bevy::prelude::*;
use bevy::render::view::screenshot::{Screenshot, ScreenshotCaptured};
use bevy::window::RequestRedraw;
use bevy_egui::EguiClipboard;
use bevy_egui::egui::ColorImage;

use super::driver::{PictureSaved, SeatId};
use super::windows::Seat;
use super::{DriverBox, Shapes};
use crate::view::svg::svg_with_caption;
use crate::view::viewport::Viewport;

/// Frames that are drawn with the caption before the picture is taken: letters of a new size reach the graphics side late.
const CAPTIONED: u8 = 4;

/// Pictures that are being read back from the graphics side: the window keeps drawing until they are there.
#[derive(Resource, Default)]
pub struct Underway(usize);

/// The map's part of the window, as shares of its width and height: left, top, right, bottom.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Part([f32; 4]);

/// Takes the pictures that were asked for, of the frame that was just drawn.
pub fn take(
    mut commands: Commands,
    mut seats: Query<&mut Seat>,
    shapes: Res<Shapes>,
    mut driver: ResMut<DriverBox>,
    mut underway: ResMut<Underway>,
    mut owed: Local<u8>,
    mut redraws: MessageWriter<RequestRedraw>,
) {
    for mut seat in &mut seats {
        if seat.captioned < CAPTIONED {
            continue;
        }
        seat.captioned = 0;
        let (Some(place), Some(view)) = (seat.picture.take(), seat.viewport) else { continue };
        if let Err(error) = drawing(&seat, &view, &shapes, &place) {
            driver.0.picture_saved(seat.id, Err(error.to_string()));
            continue;
        }
        let [width, height] = seat.window_size;
        let [left, top, right, bottom] = seat.whole;
        let part = Part([left / width, top / height, right / width, bottom / height]);
        let id = seat.id;
        let window = seat.window;
        underway.0 += 1;
        commands.spawn(Screenshot::window(window)).observe(
            move |captured: On<ScreenshotCaptured>,
                  mut driver: ResMut<DriverBox>,
                  mut underway: ResMut<Underway>,
                  mut clipboard: Option<ResMut<EguiClipboard>>| {
                underway.0 = underway.0.saturating_sub(1);
                let saved = save(&captured, part, &place, clipboard.as_deref_mut());
                driver.0.picture_saved(id, saved.map_err(|error| format!("{error:#}")));
            },
        );
    }
    let busy = underway.0 > 0 || seats.iter().any(|seat| seat.picture.is_some());
    // A few more when it is done: the answer is to be seen, with its letters.
    *owed = if busy { CAPTIONED } else { owed.saturating_sub(1) };
    if *owed > 0 {
        redraws.write(RequestRedraw);
    }
}

/// The map as a drawing, from what was made for the screen.
fn drawing(seat: &Seat, view: &Viewport, shapes: &Shapes, place: &Path) -> std::io::Result<()> {
    let [left, top, right, bottom] = view.rect;
    let size = [(right - left).round().max(1.0), (bottom - top).round().max(1.0)];
    let view = Viewport { rect: [0.0, 0.0, size[0], size[1]], ..*view };
    let drawn =
        svg_with_caption(&seat.scene, &shapes.0, size.map(|side| side as u32), &view, &seat.shell.caption);
    fs::write(place.with_extension("svg"), drawn)
}

fn save(
    captured: &ScreenshotCaptured,
    Part([left, top, right, bottom]): Part,
    place: &Path,
    clipboard: Option<&mut EguiClipboard>,
) -> anyhow::Result<PictureSaved> {
    let whole = captured.image.clone().try_into_dynamic()?;
    let [width, height] = [whole.width() as f32, whole.height() as f32];
    let [x, y] = [(left * width).round() as u32, (top * height).round() as u32];
    let size = [(right * width).round() as u32, (bottom * height).round() as u32];
    let part = whole.crop_imm(x, y, size[0].saturating_sub(x).max(1), size[1].saturating_sub(y).max(1));
    let path: PathBuf = place.with_extension("png");
    part.to_rgb8().save(&path)?;
    // Wayland's clipboard takes no pictures from here.
    let takes = std::env::var_os("WAYLAND_DISPLAY").is_none_or(|name| name.is_empty());
    let copied = match clipboard.filter(|_| takes) {
        Some(clipboard) => {
            let pixels = part.to_rgba8();
            let size = [pixels.width() as usize, pixels.height() as usize];
            clipboard.set_image(&ColorImage::from_rgba_unmultiplied(size, pixels.as_raw()));
            true
        }
        None => false,
    };
    Ok(PictureSaved { path, copied })
}

/// Whether a seat draws its caption now instead of its buttons.
pub fn is_wanted(seat: &Seat) -> bool {
    seat.picture.is_some()
}

/// Asks the driver for a place, so that the next frame is drawn for a picture.
pub fn ask(seat: &mut Seat, driver: &mut DriverBox) {
    let id: SeatId = seat.id;
    seat.picture = driver.0.picture_place(id);
}
