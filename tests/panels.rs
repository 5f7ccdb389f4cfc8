//! What a user does with each panel: clicks and keys in, intents out, and what the exercise makes of them. No window; pictures of
//! a handful of panels only.

mod actions;
mod board;
mod branch;
mod course;
mod desk;
mod dossier;
mod injects;
mod lesson;
mod map;
mod map_tools;
mod measures;
mod operator;
mod others;
mod pictures;
mod preview;
mod raster;
mod readable;
mod reload;
mod roles;
mod script;
mod seat_desk;
mod second;
mod start;
mod tabs;

use doorvoerland::{
    app::{
        driver::{Driver, SeatId},
        exercise::{Exercise, Opening, Setup},
        play::{offered, sheet},
    },
    assets::Scenario,
    geo::map::MapData,
    panels::{
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::{ExerciseView, Tab},
    },
    scenario::{load, source::Source},
    sim::course::Steer,
    text::{Language, Texts},
    view::shell::Choice,
};
use egui_kittest::Harness;
use std::{path::PathBuf, sync::Arc};
use tempfile::TempDir;

/// The one seat of the tests.
const SEAT: SeatId = SeatId(0);

/// Ten days in three rounds.
const TEN_DAYS: Scenario = Scenario {
    name: "tien-dagen",
    file: "tests/scenario_files/ten_days.ron",
    text: include_str!("scenario_files/ten_days.ron"),
};

/// The built-in exercise with recordings in a folder of its own.
struct Play {
    exercise: Exercise,
    folder: TempDir,
}

impl Play {
    /// Under way, and paused.
    fn new() -> Self {
        let mut play = Self::ready();
        play.ask(ExerciseIntent::Steer(Steer::Start { by_rounds: false }));
        play.give(vec![Intent::Clock(ClockIntent::Pause)]);
        let answers = play.view(Tab::Inspector).answers;
        for answer in answers {
            play.ask(ExerciseIntent::Dismiss(answer.number));
        }
        play
    }

    /// Laid ready: nothing has begun.
    fn ready() -> Self {
        Self::over(tempfile::tempdir().expect("a folder"), false)
    }

    /// The program started once more over the recordings of before.
    fn again(self) -> Self {
        let Self { exercise, folder } = self;
        drop(exercise);
        Self::over(folder, true)
    }

    fn over(folder: TempDir, offer: bool) -> Self {
        let map = Arc::new(MapData::built_in().expect("the map opens"));
        Self::of(doorvoerland::assets::DEFAULT, map, folder, offer)
    }

    fn of(scenario: &Scenario, map: Arc<MapData>, folder: TempDir, offer: bool) -> Self {
        let source = Source::new(scenario.file, scenario.text.to_owned());
        let loaded = load::build(load::world_built_in(), source, &map).expect("the exercise loads");
        let setup = Setup {
            map,
            texts: Arc::new(Texts::new()),
            language: Language::Nl,
            windows: 1,
            folder: folder.path().to_owned(),
            sheet: Arc::new(sheet(&loaded)),
            offered: offered(None),
            offer,
        };
        let opening = Opening::Scenario(loaded.country, loaded.plan);
        let exercise = Exercise::open(setup, opening).expect("the exercise opens");
        Self { exercise, folder }
    }

    fn view(&mut self, tab: Tab) -> ExerciseView {
        self.exercise.exercise(SEAT, &Choice::default(), tab).expect("there is an exercise")
    }

    fn give(&mut self, intents: Vec<Intent>) {
        for intent in intents {
            self.exercise.apply(SEAT, intent);
        }
    }

    fn ask(&mut self, intent: ExerciseIntent) {
        self.exercise.apply(SEAT, Intent::Exercise(intent));
    }

    fn recordings(&self) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(self.folder.path()).expect("the folder can be listed");
        entries.map(|entry| entry.expect("an entry").path()).collect()
    }
}

/// Draws a panel, lets `user` act, and returns the state with the wishes.
fn used<State: 'static>(
    state: State,
    draw: impl FnMut(&mut bevy_egui::egui::Ui, &mut State, &mut Vec<Intent>) + 'static,
    user: impl FnOnce(&mut Harness<'_, (State, Vec<Intent>)>),
) -> (State, Vec<Intent>) {
    let mut draw = draw;
    let mut harness = Harness::builder().with_size(bevy_egui::egui::vec2(420.0, 1600.0)).build_ui_state(
        move |ui, (state, out): &mut (State, Vec<Intent>)| draw(ui, state, out),
        (state, Vec::new()),
    );
    harness.run();
    user(&mut harness);
    harness.run();
    harness.into_state()
}
