//! The real window: started on a virtual screen, used with mouse and keys, looked at, and measured while it idles.
//!
//! Needs Xvfb, xdotool, ImageMagick and a software Vulkan driver; without them it fails and names the packages.

mod random;
mod screen;
mod tutorial;

use doorvoerland::{recording::entry::Entry, session::replay::Opened, sim::command::Command as Ordered};
use screen::{Screen, wait_for};
use std::{fs, path::Path};

fn recording(folder: &Path) -> Opened {
    let mut files = fs::read_dir(folder).expect("the folder can be listed");
    let path = files.next().expect("there is a recording").expect("an entry").path();
    Opened::read(&path).expect("the recording opens")
}

#[test]
fn the_window_shows_the_map_obeys_mouse_and_keys_records_and_sleeps() {
    let folder = tempfile::tempdir().expect("a folder");
    let screen = Screen::open(folder.path(), &[]);
    screen.focus();

    // The start card is begun with Enter: more of the map is seen.
    let before = screen.map();
    screen.key("Return");
    wait_for("the map without the start card", || screen.map() != before);

    // Run and pause with the space bar: something moves.
    let before = screen.map();
    screen.key("space");
    wait_for("a transport on the map", || screen.map() != before);
    screen.key("space");

    // A page by the mouse, its first message, and the button that sends it.
    screen.press("Spelleiding: Oefening ⏷");
    screen.press("Injects");
    screen.use_it("the first message", |place| place.value.starts_with("I-01 "));
    screen.press("Nu versturen");
    let fired = |entry: &Entry| matches!(entry, Entry::Command(record) if matches!(record.command, Ordered::FireInject { .. }));
    wait_for("the inject in the recording", || recording(folder.path()).entries().iter().any(fired));

    // Another lens paints the regions otherwise, at least in the legend and after what was fired.
    let legend = "186x300+196+40";
    let before = screen.pixels(legend);
    screen.press("Voorziening");
    screen.press("Elektriciteit");
    wait_for("another legend for another lens", || screen.pixels(legend) != before);

    screen.falls_asleep("in which nothing happens");
    screen.click(80, 41);
    screen.falls_asleep("with the cursor in a field");
}
