//! A virtual screen with the program on it, used with a real pointer and real keys.
//!
//! Where things stand is asked of the program itself (`--places`), so that a test says what it uses and not where. It must not
//! know what an exercise is.

use std::{
    collections::BTreeSet,
    fs,
    io::{BufRead as _, BufReader, Write as _},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Mutex, MutexGuard, PoisonError},
    thread::sleep,
    time::{Duration, Instant},
};

/// What the tests need from the system, Debian and Ubuntu.
const PACKAGES: &str = "xvfb xdotool imagemagick mesa-vulkan-drivers libvulkan1 libxkbcommon-x11-0";
/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long the window is left to draw what came of a click or a key.
const DRAWN_WITHIN: Duration = Duration::from_millis(1500);
/// A window that drew nothing for so long has drawn what there was to draw.
const QUIET: Duration = Duration::from_millis(300);
/// How long something may take to come of a click before it is made again, and how often it is made.
const EFFECT_WITHIN: Duration = Duration::from_secs(3);
const CLICKS_MAX: usize = 3;
/// How long idleness is measured.
const IDLE_FOR: Duration = Duration::from_secs(10);
/// Most processor time of a window in which nothing happens, percent of one core.
const IDLE_PERCENT_MAX: f64 = 2.0;
/// Colours of a screen with a map on it: more than these.
const FEWEST_COLOURS: usize = 20;

/// One program at a time draws: two would wait for each other, and idleness could not be measured.
static DRAWS: Mutex<()> = Mutex::new(());

/// A virtual screen with the program on it; both end with the test.
pub(super) struct Screen {
    display: String,
    server: Child,
    program: Child,
    window: String,
    places: PathBuf,
    _alone: MutexGuard<'static, ()>,
}

/// Something in the window that can be used or read.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) role: String,
    /// Left, top, right, bottom, pixels.
    pub(super) edges: [i32; 4],
    pub(super) usable: bool,
    /// It was scrolled out of sight.
    away: bool,
    pub(super) name: String,
    pub(super) value: String,
}

impl Place {
    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let role = parts.next()?.to_owned();
        let mut edges = [0; 4];
        for edge in &mut edges {
            *edge = parts.next()?.parse().ok()?;
        }
        let state = parts.next()?;
        let (usable, away) = (state == "on", state == "away");
        let (name, value) = (parts.next()?.to_owned(), parts.next()?.to_owned());
        Some(Self { role, edges, usable, away, name, value })
    }

    fn middle(&self) -> (i32, i32) {
        (i32::midpoint(self.edges[0], self.edges[2]), i32::midpoint(self.edges[1], self.edges[3]))
    }

    fn holds(&self, x: i32, y: i32) -> bool {
        let [left, top, right, bottom] = self.edges;
        (left..=right).contains(&x) && (top..=bottom).contains(&y)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        if std::thread::panicking() {
            // What a failure looked like on a machine that nobody can look at.
            let shown = fs::read_to_string(&self.places).unwrap_or_default();
            drop(writeln!(std::io::stderr(), "on the screen:\n{shown}"));
        }
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
    /// The program on a screen of 1280 by 800, its recordings in a folder; `more` are options of `play`.
    pub(super) fn open(folder: &Path, more: &[&str]) -> Self {
        // A test that failed has left nothing behind that could disturb the next one.
        let alone = DRAWS.lock().unwrap_or_else(PoisonError::into_inner);
        // The server looks for a free number itself and tells it once it listens.
        let mut server = Command::new("Xvfb");
        server.args(["-displayfd", "1", "-screen", "0", "1280x800x24"]);
        let mut server = must(server.stdout(Stdio::piped()).stderr(Stdio::null()).spawn(), "Xvfb");
        let mut number = String::new();
        BufReader::new(server.stdout.take().expect("it is piped"))
            .read_line(&mut number)
            .expect("the virtual screen says its number");
        let display = format!(":{}", number.trim());
        let places = std::env::temp_dir().join(format!(
            "doorvoerland-places-{}-{}",
            std::process::id(),
            number.trim()
        ));
        let program = Command::new(env!("CARGO_BIN_EXE_doorvoerland"))
            .args(["--lang", "nl", "play", "--out"])
            .arg(folder)
            .arg("--places")
            .arg(&places)
            .args(more)
            .env("DISPLAY", &display)
            // Not the settings of whoever runs the tests.
            .env("XDG_CONFIG_HOME", places.with_extension("config"))
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut screen = Self { display, server, program, window: String::new(), places, _alone: alone };
        wait_for("the window", || {
            assert!(screen.lives(), "the program ended before it had a window; install: {PACKAGES}");
            let pid = screen.program.id().to_string();
            let found = screen.tool("xdotool", &["search", "--pid", &pid, "--onlyvisible"]);
            found.lines().next().unwrap_or_default().clone_into(&mut screen.window);
            !screen.window.is_empty()
        });
        // Without any input, so that a window that fell asleep before it showed its map is found out.
        wait_for("a map with land, water, borders and lines", || {
            let colours: BTreeSet<[u8; 3]> = screen.map().into_iter().collect();
            colours.len() > FEWEST_COLOURS
        });
        screen
    }

    /// Whether the program still runs.
    pub(super) fn lives(&mut self) -> bool {
        self.program.try_wait().expect("the program can be asked").is_none()
    }

    pub(super) fn focus(&self) {
        self.tool("xdotool", &["windowfocus", "--sync", &self.window]);
    }

    fn tool(&self, name: &str, args: &[&str]) -> String {
        let output = must(Command::new(name).args(args).env("DISPLAY", &self.display).output(), name);
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// Several requests of one xdotool, as it takes them.
    pub(super) fn xdotool(&self, args: &[&str]) {
        self.tool("xdotool", args);
    }

    pub(super) fn click(&self, x: i32, y: i32) {
        self.point(x, y);
        self.drawn_after(|| self.xdotool(&["click", "1"]));
    }

    fn point(&self, x: i32, y: i32) {
        self.drawn_after(|| self.xdotool(&["mousemove", &x.to_string(), &y.to_string()]));
    }

    pub(super) fn key(&self, key: &str) {
        self.drawn_after(|| self.xdotool(&["key", key]));
    }

    pub(super) fn type_text(&self, text: &str) {
        self.drawn_after(|| self.xdotool(&["type", "--delay", "25", text]));
    }

    /// Does something and waits until the window has drawn what came of it: a frame that takes the input, one that shows it, and
    /// then none for a while. Where the clock runs it never stops drawing, and where nothing came of it there is nothing to draw:
    /// both end after a time.
    fn drawn_after(&self, act: impl FnOnce()) {
        let before = self.frames();
        act();
        let since = Instant::now();
        let (mut seen, mut changed) = (self.frames(), since);
        while since.elapsed() < DRAWN_WITHIN && (seen < before + 2 || changed.elapsed() < QUIET) {
            sleep(Duration::from_millis(40));
            let frames = self.frames();
            if frames != seen {
                (seen, changed) = (frames, Instant::now());
            }
        }
    }

    /// Everything that can be used or read now.
    pub(super) fn places(&self) -> Vec<Place> {
        let text = fs::read_to_string(&self.places).unwrap_or_default();
        text.lines().filter_map(Place::read).collect()
    }

    /// The same without the number of the frame, to see whether anything changed.
    fn shown(&self) -> String {
        let text = fs::read_to_string(&self.places).unwrap_or_default();
        text.split_once('\n').map_or_else(String::new, |(_, places)| places.to_owned())
    }

    /// Frames that were told of.
    pub(super) fn frames(&self) -> u64 {
        let frame = self.places().into_iter().find(|place| place.role == "Frame");
        frame.and_then(|frame| frame.value.parse().ok()).unwrap_or_default()
    }

    /// Waits until something is there that can be used; what is in sight before what was scrolled out of it, then from the top.
    pub(super) fn find(&self, what: &str, wanted: impl Fn(&Place) -> bool) -> Place {
        let mut found = None;
        wait_for(what, || {
            found = self.first(&wanted);
            found.is_some()
        });
        found.expect("it was waited for")
    }

    fn first(&self, wanted: impl Fn(&Place) -> bool) -> Option<Place> {
        let fitting = self.places().into_iter().filter(|place| (place.usable || place.away) && wanted(place));
        fitting.min_by_key(|place| (place.away, place.edges[1], place.edges[0]))
    }

    /// Clicks on the first thing that fits, turning the wheel until it is in sight, and as a hand would: where it stands once the
    /// pointer is there, and again when nothing at all came of it.
    pub(super) fn use_it(&self, what: &str, wanted: impl Fn(&Place) -> bool) {
        let mut clicks = 0;
        for _ in 0..60 {
            let place = self.find(what, &wanted);
            let (x, y) = place.middle();
            // What only just begins lies under the edge that can be dragged.
            if place.away || place.edges[3] - place.edges[1] < SLIVER {
                let button = if y >= MIDDLE_Y { "5" } else { "4" };
                self.drawn_after(|| self.xdotool(&["mousemove", "1080", "400", "click", button]));
                continue;
            }
            self.point(x, y);
            if self.first(&wanted).is_none_or(|now| !now.holds(x, y)) {
                continue;
            }
            let before = self.shown();
            self.drawn_after(|| self.xdotool(&["click", "1"]));
            clicks += 1;
            let since = Instant::now();
            while self.shown() == before && since.elapsed() < EFFECT_WITHIN {
                sleep(Duration::from_millis(100));
            }
            if self.shown() != before || clicks == CLICKS_MAX {
                return;
            }
        }
        panic!("{what} cannot be brought into sight");
    }

    /// Clicks on what has this name.
    pub(super) fn press(&self, name: &str) {
        self.use_it(name, |place| place.name == name && place.role != "Label");
    }

    /// Waits until a text is on the screen somewhere.
    pub(super) fn reads(&self, part: &str) -> bool {
        self.places().iter().any(|place| place.name.contains(part) || place.value.contains(part))
    }

    /// The middle of the map.
    pub(super) fn map(&self) -> Vec<[u8; 3]> {
        self.pixels("500x400+300+150")
    }

    /// A part of the screen as raw pixels.
    pub(super) fn pixels(&self, part: &str) -> Vec<[u8; 3]> {
        let output = Command::new("import")
            .args(["-window", "root", "-crop", part, "-depth", "8", "rgb:-"])
            .env("DISPLAY", &self.display)
            .output();
        let pixels = must(output, "import").stdout;
        pixels.chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    }

    /// Waits until nothing is done while nothing happens; what was begun before may be finished first.
    pub(super) fn falls_asleep(&self, when: &str) {
        wait_for(&format!("an idle window {when}, below {IDLE_PERCENT_MAX} % of a core,"), || {
            let before = self.processor_ticks();
            let since = Instant::now();
            sleep(IDLE_FOR);
            // The kernel counts in hundredths of a second.
            let percent = (self.processor_ticks() - before) as f64 / since.elapsed().as_secs_f64();
            percent < IDLE_PERCENT_MAX
        });
    }

    fn processor_ticks(&self) -> u64 {
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.program.id())).expect("the program runs");
        let after_name = stat.rsplit(')').next().expect("a line about a process");
        let fields: Vec<&str> = after_name.split_whitespace().collect();
        [11, 12].iter().map(|field| fields[*field].parse::<u64>().expect("a number")).sum()
    }
}

/// Less than this in sight of something cannot be clicked, pixels.
const SLIVER: i32 = 10;
/// What was scrolled out of sight below this lies further down.
const MIDDLE_Y: i32 = 350;

/// Waits until it is so; fails when it takes too long.
pub(super) fn wait_for(what: &str, mut done: impl FnMut() -> bool) {
    let since = Instant::now();
    while !done() {
        assert!(since.elapsed() < PATIENCE, "{what} does not appear");
        sleep(Duration::from_millis(200));
    }
}
