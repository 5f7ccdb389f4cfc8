//! What a frame of the window costs without a window: views, map meshes, panels and their triangles, on one core.
//!
//! `cargo bench --bench frame` prints, for every page of the lead at the busiest moment of the flagship: a frame in which only
//! transports moved, and one in which time passed; the median and the worst. Drawing itself is not in it, nor is the exercise going
//! on (a simulated tick, automatic players, the recording), which is told beside it. On the clock of the wall: `taskset -c 0` keeps
//! it on one core, and the machine should be idle. Asserts nothing.
#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

use bevy::prelude::App;
use doorvoerland::{
    app::{
        DriverBox,
        driver::{AppInput, Driver as _, SeatId, WindowInput},
        exercise::{Exercise, Opening, Setup},
        kept::Keeper,
        play::sheet,
        windows::Seat,
        without_display,
    },
    assets,
    geo::map::MapData,
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::Tab,
    },
    scenario::{load, source::Source},
    sim::{course::Steer, time::Tick},
    text::{Language, Texts},
    view::shell::Choice,
};
use std::{
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

/// The flagship.
const FLAGSHIP: &str = "grijze-zone";
/// Real time between two pictures of what moves, as the window has it.
const FRAME: Duration = Duration::from_millis(100);
/// Frames that are measured for each page, at one tick in ten frames.
const FRAMES: usize = 120;
/// Most frames in which the exercise comes to a moment.
const PATIENCE: usize = 10_000;

fn main() {
    let map = Arc::new(MapData::built_in().expect("the built-in map is whole"));
    let folder = std::env::temp_dir().join(format!("doorvoerland-frame-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("there is room for a recording");
    // `-- Injects Score` measures these pages only; `-- 1676` at that moment, without a search for the busiest one.
    let asked: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let busiest = asked.iter().find_map(|arg| arg.parse().ok()).map_or_else(
        || {
            let (busiest, transports) = busiest(&map, &folder);
            println!("busiest moment of {FLAGSHIP}: tick {} with {transports} transports", busiest.0);
            busiest
        },
        Tick,
    );
    let mut exercise = open(&map, &folder);
    run_to(&mut exercise, busiest, |_| ());
    exercise.apply(SEAT, Intent::Clock(ClockIntent::Pace(15)));
    exercise.apply(SEAT, Intent::Clock(ClockIntent::Run));
    let window = WindowInput {
        title: String::new(),
        size: [1280, 800],
        choice: Choice { lens: "worst".to_owned(), ..Choice::default() },
        text_percent: 100,
        tab: Tab::default(),
        panels: true,
        eyes: None,
        place: None,
    };
    let input = AppInput {
        driver: Box::new(exercise),
        windows: vec![window],
        screenshot: None,
        measure: false,
        places: None,
        gallery: None,
        second: None,
        keeper: Keeper::default(),
    };
    let mut app = without_display(input, Duration::ZERO);
    println!(
        "{:<14}{:>26}{:>26}{:>26}",
        "page", "only transports moved, ms", "time passed, ms", "the exercise itself, ms"
    );
    println!(
        "{:<14}{:>13}{:>13}{:>13}{:>13}{:>13}{:>13}",
        "", "median", "worst", "median", "worst", "median", "worst"
    );
    let is_page = |arg: &String| arg.parse::<u32>().is_err();
    for tab in Tab::ALL {
        if !asked.iter().any(is_page) || asked.contains(&format!("{tab:?}")) {
            page(&mut app, tab);
        }
    }
    // What is left is the system's to clear away.
    drop(fs::remove_dir_all(folder));
}

/// The one window.
const SEAT: SeatId = SeatId(0);

fn open(map: &Arc<MapData>, folder: &Path) -> Exercise {
    let scenario = assets::scenario(FLAGSHIP).expect("the flagship is built in");
    let source = Source::new(scenario.file, scenario.text.to_owned());
    let (country, plan, sheet) = load::build(load::world_built_in(), source, map)
        .map(|loaded| (loaded.country.clone(), loaded.plan.clone(), sheet(&loaded)))
        .expect("the flagship is sound");
    let setup = Setup {
        map: map.clone(),
        texts: Arc::new(Texts::new()),
        language: Language::Nl,
        windows: 1,
        folder: folder.to_owned(),
        sheet: Arc::new(sheet),
        offered: Vec::new(),
        offer: false,
    };
    Exercise::open(setup, Opening::Scenario(country, plan)).expect("the exercise opens")
}

/// Plays to a moment with automatic players, and shows what was passed.
fn run_to(exercise: &mut Exercise, to: Tick, mut seen: impl FnMut(&Exercise)) {
    exercise.apply(SEAT, Intent::Exercise(ExerciseIntent::Steer(Steer::Start { by_rounds: false })));
    exercise.apply(SEAT, Intent::Clock(ClockIntent::Pace(60)));
    exercise.apply(SEAT, Intent::Clock(ClockIntent::RunTo(to)));
    for _ in 0..PATIENCE {
        if !exercise.clock().is_running() {
            return;
        }
        exercise.advance(Duration::from_secs(1));
        seen(exercise);
    }
}

/// The moment with most transports on the map, and how many.
fn busiest(map: &Arc<MapData>, folder: &Path) -> (Tick, usize) {
    let mut exercise = open(map, folder);
    let end = exercise.session().plan().end();
    let mut most = (Tick(0), 0);
    run_to(&mut exercise, end, |exercise| {
        let state = exercise.session().head();
        let transports = state.consignments.active().count();
        if transports > most.1 {
            most = (state.tick, transports);
        }
    });
    most
}

fn page(app: &mut App, tab: Tab) {
    let mut seats = app.world_mut().query::<&mut Seat>();
    if let Some(mut seat) = seats.iter_mut(app.world_mut()).next() {
        seat.states.dock.open = tab;
    }
    // What a page makes once, when it opens.
    for _ in 0..5 {
        app.update();
    }
    let (mut moved, mut passed, mut went_on) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..FRAMES {
        let before = stamp(app, &mut seats);
        let from = Instant::now();
        app.world_mut().resource_mut::<DriverBox>().0.advance(FRAME);
        let exercise = from.elapsed();
        let from = Instant::now();
        frame(app);
        let cost = from.elapsed();
        if stamp(app, &mut seats) == before {
            moved.push(cost);
        } else {
            passed.push(cost);
            went_on.push(exercise);
        }
    }
    let ms = |cost: &mut Vec<Duration>| {
        cost.sort_unstable();
        let at = |place: usize| cost.get(place).map_or(0.0, |cost| cost.as_secs_f64() * 1e3);
        [at(cost.len() / 2), at(cost.len().saturating_sub(1))]
    };
    let ([a, b], [c, d], [e, f]) = (ms(&mut moved), ms(&mut passed), ms(&mut went_on));
    println!("{:<14}{a:>13.2}{b:>13.2}{c:>13.2}{d:>13.2}{e:>13.2}{f:>13.2}", format!("{tab:?}"));
}

/// One frame, under a name of its own for a profiler.
#[inline(never)]
fn frame(app: &mut App) {
    app.update();
}

fn stamp(app: &mut App, seats: &mut bevy::prelude::QueryState<&mut Seat>) -> Option<u64> {
    seats.iter(app.world()).next().and_then(|seat| seat.built.as_ref()).map(|built| built.0)
}
