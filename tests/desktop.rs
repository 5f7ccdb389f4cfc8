//! The real window, once: started on a virtual screen, used with mouse and keys, looked at, and measured while it idles.
//!
//! Needs Xvfb, xdotool, ImageMagick and a software Vulkan driver; without them it fails and names the packages.

use doorvoerland::{recording::entry::Entry, session::replay::Opened, sim::command::Command as Ordered};
use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead as _, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::{Duration, Instant},
};

/// What the test needs from the system, Debian and Ubuntu.
const PACKAGES: &str = "xvfb xdotool imagemagick mesa-vulkan-drivers libvulkan1 libxkbcommon-x11-0";
/// Places in a window of 1280 by 800: the first group of tabs, the first row of its first page, its first button.
const FIRST_GROUP: (u32, u32) = (925, 45);
const FIRST_ROW: (u32, u32) = (1000, 178);
const FIRST_BUTTON: (u32, u32) = (940, 229);
/// Most processor time of a window in which nothing happens, percent of one core.
const IDLE_PERCENT_MAX: f64 = 2.0;
/// How long idleness is measured.
const IDLE_FOR: Duration = Duration::from_secs(10);

/// A virtual screen with the program on it; both end with the test.
struct Screen {
    display: String,
    server: Child,
    program: Child,
    window: String,
}

impl Drop for Screen {
    fn drop(&mut self) {
        for child in [&mut self.program, &mut self.server] {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn must<T>(outcome: std::io::Result<T>, tool: &str) -> T {
    outcome.unwrap_or_else(|error| panic!("{tool} does not start ({error}); install: {PACKAGES}"))
}

impl Screen {
    fn open(folder: &Path) -> Self {
        // The server looks for a free number itself and tells it once it listens.
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x800x24"]);
        let mut server = must(server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn(), "Xvfb");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("it is piped"))
            .read_line(&mut number)
            .expect("the virtual screen says its number");
        let display = format!(":{}", number.trim());
        let program = Command::new(env!("CARGO_BIN_EXE_doorvoerland"))
            .args(["--lang", "nl", "play", "--out"])
            .arg(folder)
            .env("DISPLAY", &display)
            .env("XDG_CONFIG_HOME", folder)
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut screen = Self { display, server, program, window: String::new() };
        wait_for("the window", || {
            let ended = screen.program.try_wait().expect("the program can be asked").is_some();
            assert!(!ended, "the program ended before it had a window; install: {PACKAGES}");
            let pid = screen.program.id().to_string();
            let found = screen.tool("xdotool", &["search", "--pid", &pid, "--onlyvisible"]);
            found.lines().next().unwrap_or_default().clone_into(&mut screen.window);
            !screen.window.is_empty()
        });
        sleep(Duration::from_secs(4));
        screen
    }

    fn focus(&self) {
        self.tool("xdotool", &["windowfocus", "--sync", &self.window]);
    }

    fn tool(&self, name: &str, args: &[&str]) -> String {
        let output = must(Command::new(name).args(args).env("DISPLAY", &self.display).output(), name);
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn click(&self, x: u32, y: u32) {
        self.tool("xdotool", &["mousemove", &x.to_string(), &y.to_string()]);
        sleep(Duration::from_millis(600));
        self.tool("xdotool", &["click", "1"]);
        sleep(Duration::from_millis(1500));
    }

    fn key(&self, key: &str) {
        self.tool("xdotool", &["key", key]);
        sleep(Duration::from_millis(1500));
    }

    /// The middle of the map.
    fn map(&self) -> Vec<[u8; 3]> {
        self.pixels("500x400+300+150")
    }

    /// A part of the screen as raw pixels.
    fn pixels(&self, part: &str) -> Vec<[u8; 3]> {
        let output = Command::new("import")
            .args(["-window", "root", "-crop", part, "-depth", "8", "rgb:-"])
            .env("DISPLAY", &self.display)
            .output();
        let pixels = must(output, "import").stdout;
        pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    }

    /// Percent of a core used while nothing is done.
    fn idle_percent(&self) -> f64 {
        sleep(Duration::from_secs(3));
        let before = self.processor_ticks();
        let since = Instant::now();
        sleep(IDLE_FOR);
        // The kernel counts in hundredths of a second.
        (self.processor_ticks() - before) as f64 / since.elapsed().as_secs_f64()
    }

    fn processor_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program.id())).expect("the program runs");
        let after_name = stat.rsplit(')').next().expect("a line about a process");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        [11, 12].iter().map(|field| fields[*field].parse::<u64>().expect("a number")).sum()
    }
}

fn wait_for(what: &str, mut done: impl FnMut() -> bool) {
    let since = Instant::now();
    while !done() {
        assert!(since.elapsed() < Duration::from_mins(1), "{what} does not appear; install: {PACKAGES}");
        sleep(Duration::from_millis(200));
    }
}

fn recording(folder: &Path) -> Opened {
    let mut files = fs::read_dir(folder).expect("the folder can be listed");
    let path = files.next().expect("there is a recording").expect("an entry").path();
    Opened::read(&path).expect("the recording opens")
}

#[test]
fn the_window_shows_the_map_obeys_mouse_and_keys_records_and_sleeps() {
    let folder = tempfile::tempdir().expect("a folder");
    let screen = Screen::open(folder.path());
    // Before anything wakes the window: it must not fall asleep until the map is drawn.
    let colours: BTreeSet<[u8; 3]> = screen.map().into_iter().collect();
    assert!(colours.len() > 20, "a map has land, water, borders and lines, not {} colours", colours.len());
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
    sleep(Duration::from_secs(2));

    // The first group of tabs opens at the script; its first row opens; its first button sends.
    screen.click(FIRST_GROUP.0, FIRST_GROUP.1);
    screen.key("Escape");
    screen.click(FIRST_ROW.0, FIRST_ROW.1);
    screen.click(FIRST_BUTTON.0, FIRST_BUTTON.1);
    let fired = |entry: &Entry| matches!(entry, Entry::Command(record) if matches!(record.command, Ordered::FireInject { .. }));
    wait_for("the inject in the recording", || recording(folder.path()).entries().iter().any(fired));

    // Another lens paints the regions otherwise, at least in the legend and after what was fired.
    let legend = "186x300+196+40";
    let before = screen.pixels(legend);
    screen.click(40, 114);
    wait_for("another legend for another lens", || screen.pixels(legend) != before);

    let idle = screen.idle_percent();
    assert!(idle < IDLE_PERCENT_MAX, "{idle:.1} % of a core while nothing happens");
    screen.click(80, 41);
    let typing = screen.idle_percent();
    assert!(typing < IDLE_PERCENT_MAX, "{typing:.1} % of a core with the cursor in a field");
}
