//! Five minutes of whatever a hand can do, with fixed dice: nothing breaks, nothing stands still, and what was recorded can be
//! played again.

use super::screen::Screen;
use rand_chacha::{
    ChaCha8Rng,
    rand_core::{Rng as _, SeedableRng as _},
};
use std::{
    fs,
    path::Path,
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

/// How long it goes on.
const FOR: Duration = Duration::from_mins(5);
/// Between two looks whether the window still draws.
const LOOK_EVERY: Duration = Duration::from_secs(15);
/// How long a window may think about what was asked of it.
const PATIENCE: Duration = Duration::from_secs(30);
/// Keys, some of which do something everywhere.
const KEYS: &[&str] = &[
    "space",
    "Right",
    "Left",
    "Up",
    "Down",
    "Home",
    "End",
    "Return",
    "Escape",
    "Tab",
    "shift+Tab",
    "BackSpace",
    "Delete",
    "F1",
    "F2",
    "F3",
    "F8",
    "F9",
    "ctrl+1",
    "ctrl+2",
    "ctrl+3",
    "ctrl+k",
    "ctrl+a",
    "ctrl+c",
    "ctrl+v",
    "ctrl+z",
    "plus",
    "minus",
    "Page_Down",
    "Page_Up",
    "m",
    "0",
    "question",
];
/// What is typed where something can be typed.
const WORDS: &[&str] =
    &["rot", "-1", "999999999", "D+3 14:15", "é€ß", "'\"<>&", "../../etc", "reden", "0", "1 2 3 4"];

#[test]
fn five_minutes_of_random_input_break_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut screen = Screen::open(folder.path(), &["grijze-zone"]);
    screen.focus();
    screen.key("Return");
    let mut dice = ChaCha8Rng::seed_from_u64(20_261_123);
    let since = Instant::now();
    let mut looked = Instant::now();
    while since.elapsed() < FOR {
        anything(&screen, &mut dice);
        assert!(
            screen.lives(),
            "the program ended after {:.0} s of random input",
            since.elapsed().as_secs_f32()
        );
        if looked.elapsed() >= LOOK_EVERY {
            still_draws(&screen, since);
            looked = Instant::now();
        }
    }
    still_draws(&screen, since);
    drop(screen);
    recordings_hold(folder.path());
}

/// One thing that a hand can do.
fn anything(screen: &Screen, dice: &mut ChaCha8Rng) {
    let mut below = |most: u32| dice.next_u32() % most;
    let at = [below(1280).to_string(), below(800).to_string()];
    let to = [below(1280).to_string(), below(800).to_string()];
    match below(12) {
        0..=4 => screen.xdotool(&["mousemove", &at[0], &at[1], "sleep", "0.05", "click", "1"]),
        5 => screen.xdotool(&["mousemove", &at[0], &at[1], "click", "--repeat", "2", "1"]),
        6 => screen.xdotool(&["mousemove", &at[0], &at[1], "click", if below(2) == 0 { "4" } else { "5" }]),
        7 => screen.xdotool(&[
            "mousemove",
            &at[0],
            &at[1],
            "mousedown",
            "1",
            "sleep",
            "0.05",
            "mousemove",
            &to[0],
            &to[1],
            "sleep",
            "0.05",
            "mouseup",
            "1",
        ]),
        8 | 9 => screen.xdotool(&["key", KEYS[below(KEYS.len() as u32) as usize]]),
        10 => screen.xdotool(&["type", "--delay", "5", WORDS[below(WORDS.len() as u32) as usize]]),
        _ => screen.xdotool(&["mousemove", &at[0], &at[1]]),
    }
    sleep(Duration::from_millis(u64::from(below(60))));
}

/// A frame comes after the pointer moves.
fn still_draws(screen: &Screen, since: Instant) {
    let before = screen.frames();
    let asked = Instant::now();
    while screen.frames() == before {
        let waited = asked.elapsed();
        assert!(waited < PATIENCE, "the window stood still after {:.0} s", since.elapsed().as_secs_f32());
        let x = 300 + waited.as_millis() % 200;
        screen.xdotool(&["mousemove", &x.to_string(), "300"]);
        sleep(Duration::from_millis(300));
    }
}

/// Every recording is whole, and its simulation comes out the same.
fn recordings_hold(folder: &Path) {
    let files: Vec<_> = fs::read_dir(folder)
        .expect("the folder can be listed")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "oefening"))
        .collect();
    assert!(!files.is_empty(), "something was played");
    for file in files {
        let verified = Command::new(env!("CARGO_BIN_EXE_doorvoerland"))
            .args(["--lang", "en", "verify"])
            .arg(&file)
            .output()
            .expect("the program starts");
        let said = String::from_utf8_lossy(&verified.stdout).into_owned()
            + &String::from_utf8_lossy(&verified.stderr);
        assert!(verified.status.success(), "{}: {said}", file.display());
    }
}
