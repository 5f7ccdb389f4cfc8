//! Everything that can be done from the keyboard, once: what it is called, which keys it has, whether it is possible now, and what
//! it does. The palette, the sheet of keys and the keys themselves read this list, so that a key is written in one place.
//!
//! It must not do anything itself: `Does` says what the frame or the exercise is asked.

use bevy_egui::egui::{Key, Modifiers};

use super::frame::PanelStates;
use super::intent::{ClockIntent, ExerciseIntent, Intent, SeatIntent, WindowWish};
use super::page::{ExerciseView, ReportStand, Tab};
use super::script_ui::toggle;
use super::tabs_ui::Group;
use super::tongue::Tongue;
use crate::sim::course::Steer;
use crate::sim::ids::InjectId;
use crate::sim::time::Tick;
use crate::text::Language;
use crate::view::scene::Target;
use crate::view::shell::{Choice, ShellView};
use crate::view::style::Theme;
use crate::view::viewer::Viewer;

/// Smallest and largest text size in percent, and the step between.
pub const TEXT_PERCENT: (u16, u16, u16) = (80, 200, 10);
/// Themes with the keys of their names.
pub const THEMES: [(Theme, &str); 3] = [
    (Theme::Light, "settings-theme-light"),
    (Theme::Dark, "settings-theme-dark"),
    (Theme::Contrast, "settings-theme-contrast"),
];
/// Languages with the keys of their names.
pub const LANGUAGES: [(Language, &str); 2] =
    [(Language::Nl, "settings-language-nl"), (Language::En, "settings-language-en")];

/// What an action belongs to; also the order on the sheet of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The clock and the life of the exercise.
    Clock,
    /// Pages of the dock.
    Page,
    /// Windows, palette, sheet of keys.
    Screen,
    /// Colours and layers of the map.
    Map,
    /// Places on the map.
    Place,
    /// Injects of the script.
    Inject,
    /// Measures that one takes.
    Measure,
    /// Language, look, seat.
    Setting,
}

impl Kind {
    /// Key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Clock => "action-kind-clock",
            Self::Page => "action-kind-page",
            Self::Screen => "action-kind-screen",
            Self::Map => "action-kind-map",
            Self::Place => "action-kind-place",
            Self::Inject => "action-kind-inject",
            Self::Measure => "action-kind-measure",
            Self::Setting => "action-kind-setting",
        }
    }
}

/// A key with what is held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Press {
    /// What is held down.
    pub modifiers: Modifiers,
    /// The key.
    pub key: Key,
}

const fn bare(key: Key) -> Press {
    Press { modifiers: Modifiers::NONE, key }
}

const fn command(key: Key) -> Press {
    Press { modifiers: Modifiers::COMMAND, key }
}

/// Opens and closes the second window.
pub const SECOND: Press = bare(Key::F9);
/// Hides the lead's screen and shows it again.
pub const BLANK: Press = bare(Key::F8);

/// Saves a picture of the map.
const PICTURE: Press = Press { modifiers: Modifiers::COMMAND.plus(Modifiers::SHIFT), key: Key::S };

impl Press {
    /// True when it does its work even while something is being typed: nothing that types gives it a meaning.
    pub fn while_typing(self) -> bool {
        self.modifiers.command
            || matches!(self.key, Key::F1 | Key::F2 | Key::F3 | Key::F8 | Key::F9 | Key::F10 | Key::F11)
    }

    /// As it stands on the sheet of keys: `Ctrl+K`, `Spatie`.
    pub fn words(self, tongue: &Tongue) -> String {
        let key = match self.key {
            Key::Space => tongue.word("key-space"),
            Key::ArrowLeft => tongue.word("key-left"),
            Key::ArrowRight => tongue.word("key-right"),
            Key::Questionmark => "?".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Minus => "\u{2212}".to_owned(),
            key => key.name().to_owned(),
        };
        let held = if cfg!(target_os = "macos") { "\u{2318}" } else { "Ctrl+" };
        let shift = if self.modifiers.shift { tongue.word("key-shift") + "+" } else { String::new() };
        if self.modifiers.command { format!("{held}{shift}{key}") } else { key }
    }
}

/// What an action does.
#[derive(Clone, Debug, PartialEq)]
pub enum Does {
    /// Asks for these.
    Ask(Vec<Intent>),
    /// Opens a page.
    Open(Tab),
    /// Opens a group of pages where it was left, or its next page.
    Turn(Group),
    /// Opens an inject on its page.
    Inject(InjectId),
    /// Opens the palette, or closes it.
    Palette,
    /// Opens the sheet of keys, or closes it.
    Sheet,
    /// Puts the script in place of the map, or the map back.
    Script,
    /// Measures on the map, or stops that.
    Measure,
}

/// Something that can be done.
#[derive(Clone, Debug, PartialEq)]
pub struct Action {
    /// Stable name, to remember what was used last.
    pub id: String,
    /// What it belongs to.
    pub kind: Kind,
    /// What the user reads.
    pub name: String,
    /// Keys that do it, the first one for the sheet.
    pub keys: Vec<Press>,
    /// Whether it can be done now.
    pub possible: bool,
    /// What it does.
    pub does: Does,
}

impl Action {
    fn new(kind: Kind, id: impl Into<String>, name: String, does: Does) -> Self {
        Self { id: id.into(), kind, name, keys: Vec::new(), possible: true, does }
    }

    fn on(mut self, keys: &[Press]) -> Self {
        self.keys = keys.to_vec();
        self
    }

    fn when(mut self, possible: bool) -> Self {
        self.possible = possible;
        self
    }
}

fn seat(wish: SeatIntent) -> Does {
    Does::Ask(vec![Intent::Seat(wish)])
}

fn exercise(wish: ExerciseIntent) -> Does {
    Does::Ask(vec![Intent::Exercise(wish)])
}

/// From event to event, and a bookmark.
fn event_keys(view: &ExerciseView, steers: bool) -> [Action; 3] {
    let word = |key: &str| view.tongue.word(key);
    let event = |id: &str, name: &str, at: Option<Tick>, key| {
        let does = Does::Ask(vec![Intent::Clock(ClockIntent::Seek(at.unwrap_or_default()))]);
        Action::new(Kind::Clock, id, word(name), does).on(&[bare(key)]).when(steers && at.is_some())
    };
    let [later, earlier] = view.timeline.beside;
    let known = later.filter(|at| *at <= view.timeline.known);
    let bookmark = Intent::Exercise(ExerciseIntent::Bookmark(word("timeline-bookmark-here")));
    [
        event("event-next", "clock-next-event", known, Key::PageDown),
        event("event-before", "clock-event-before", earlier, Key::PageUp),
        Action::new(Kind::Clock, "bookmark", word("clock-bookmark"), Does::Ask(vec![bookmark]))
            .on(&[command(Key::B)])
            .when(steers && view.live),
    ]
}

/// Everything with a key of its own, in the order of the sheet.
pub fn keyed(view: &ExerciseView, states: &PanelStates) -> Vec<Action> {
    let word = |key: &str| view.tongue.word(key);
    let steers = view.clock.may_steer && view.start.is_none();
    let clock = |id: &str, name: &str, wish, key| {
        let does = Does::Ask(vec![Intent::Clock(wish)]);
        Action::new(Kind::Clock, id, word(name), does).on(&[bare(key)]).when(steers)
    };
    let (run, run_name) = if view.clock.running {
        (ClockIntent::Pause, "shell-clock-pause")
    } else {
        (ClockIntent::Run, "shell-clock-run")
    };
    let mut list = vec![
        clock("clock-run", run_name, run, Key::Space),
        clock("clock-step", "shell-clock-step", ClockIntent::Step, Key::ArrowRight),
        clock("clock-back", "shell-clock-back", ClockIntent::Back, Key::ArrowLeft),
        clock("clock-start", "shell-clock-start", ClockIntent::ToStart, Key::Home),
        clock("clock-end", "shell-clock-end", ClockIntent::ToEnd, Key::End),
    ];
    list.extend(event_keys(view, steers));
    for (group, key) in Group::ALL.into_iter().zip([Key::Num1, Key::Num2, Key::Num3]) {
        let mut pages = group.pages(view.viewer).map(|tab| word(tab.key()));
        let first = pages.next();
        let names: Vec<String> = first.into_iter().chain(pages).collect();
        let name = format!("{}: {}", word(group.key()), names.join(", "));
        let id = format!("group-{}", group.key());
        list.push(
            Action::new(Kind::Page, id, name, Does::Turn(group)).on(&[command(key)]).when(!names.is_empty()),
        );
    }
    let staff = !view.bound;
    let operator = Tab::Operator.is_for(view.viewer);
    let second = if states.dock.second.open.is_some() { "second-close" } else { "second-open" };
    let blank = if states.blank { "blank-off" } else { "blank-now" };
    let screen = |id: &str, name: &str, does| Action::new(Kind::Screen, id, word(name), does);
    let window = |wish| seat(SeatIntent::Window(wish));
    list.extend([
        Action::new(Kind::Page, "operator", word("action-operator"), Does::Open(Tab::Operator))
            .on(&[bare(Key::F2)])
            .when(operator),
        Action::new(Kind::Page, "script", word("action-script"), Does::Script)
            .on(&[bare(Key::F3)])
            .when(Tab::Script.is_for(view.viewer)),
        Action::new(Kind::Map, "measure", word("map-measure"), Does::Measure).on(&[bare(Key::M)]),
        Action::new(Kind::Map, "picture", word("map-picture"), seat(SeatIntent::Picture)).on(&[PICTURE]),
        screen("palette", "palette-title", Does::Palette).on(&[command(Key::K), command(Key::P)]),
        screen("keys", "sheet-title", Does::Sheet).on(&[bare(Key::F1), bare(Key::Questionmark)]),
        screen("answers", "answers-title", exercise(ExerciseIntent::ShowAnswers(!view.listing)))
            .on(&[bare(Key::F10)]),
        screen("blank", blank, seat(SeatIntent::Blank(!states.blank))).on(&[BLANK]).when(staff),
        screen("second", second, window(states.dock.second.turn()))
            .on(&[SECOND])
            .when(staff && view.viewer == Viewer::Lead),
        screen("full", "second-full", window(WindowWish::FullScreen)).on(&[bare(Key::F11)]),
    ]);
    let (low, high, step) = TEXT_PERCENT;
    let now = states.text_percent;
    let sized = |id: &str, name: &str, to: u16, key| {
        Action::new(Kind::Setting, id, word(name), seat(SeatIntent::TextScale(to)))
            .on(&[command(key)])
            .when((low..=high).contains(&to))
    };
    list.extend([
        sized("text-larger", "settings-text-larger", now + step, Key::Plus).also(Key::Equals),
        sized("text-smaller", "settings-text-smaller", now.saturating_sub(step), Key::Minus),
    ]);
    list
}

impl Action {
    /// The same key on another keyboard.
    fn also(mut self, key: Key) -> Self {
        self.keys.push(command(key));
        self
    }
}

/// Everything that can be looked up by its name, those with keys first.
pub fn all((shell, view): (&ShellView, &ExerciseView), choice: &Choice, states: &PanelStates) -> Vec<Action> {
    let word = |key: &str| view.tongue.word(key);
    let mut list = keyed(view, states);
    list.retain(|action| !matches!(action.does, Does::Turn(_) | Does::Palette));
    for (number, next) in view.course.next.iter().enumerate() {
        let does = exercise(ExerciseIntent::Steer(next.steer.clone()));
        list.push(Action::new(Kind::Clock, format!("next-{number}"), next.label.clone(), does));
    }
    if view.course.may_no_play {
        let does = exercise(ExerciseIntent::Steer(Steer::NoPlay { what: String::new() }));
        list.push(Action::new(Kind::Clock, "no-play", word("no-play"), does));
    }
    if view.report == ReportStand::Possible {
        let does = exercise(ExerciseIntent::WriteReport);
        list.push(Action::new(Kind::Clock, "report", word("report-file-write"), does));
    }
    for tab in Tab::ALL.into_iter().filter(|tab| tab.is_for(view.viewer)) {
        list.push(Action::new(Kind::Page, tab.key(), word(tab.key()), Does::Open(tab)));
    }
    for item in &shell.lenses.lenses {
        let name = format!("{}: {}", word("shell-lens"), item.name);
        let does = seat(SeatIntent::Lens(item.code.clone()));
        list.push(
            Action::new(Kind::Map, format!("lens-{}", item.code), name, does).when(choice.lens != item.code),
        );
    }
    for item in &shell.lenses.layers {
        let hidden = choice.hidden_layers.contains(&item.code);
        let name = view.tongue.say(
            if hidden { "action-layer-show" } else { "action-layer-hide" },
            &[("layer", item.name.clone().into())],
        );
        let does = seat(SeatIntent::Layer(item.code.clone(), hidden));
        list.push(Action::new(Kind::Map, format!("layer-{}", item.code), name, does));
    }
    list.push(Action::new(Kind::Map, "show-all", word("shell-show-all"), seat(SeatIntent::ShowAll)));
    list.extend(settings(view, choice));
    list.extend(gone_to(view));
    list
}

fn settings(view: &ExerciseView, choice: &Choice) -> Vec<Action> {
    let word = |key: &str| view.tongue.word(key);
    let mut list = Vec::new();
    let mut add = |id: String, name: String, does, possible| {
        list.push(Action::new(Kind::Setting, id, name, does).when(possible));
    };
    for (theme, key) in THEMES {
        let name = format!("{}: {}", word("settings-theme"), word(key));
        add(key.to_owned(), name, seat(SeatIntent::Theme(theme)), choice.theme != theme);
    }
    for (language, key) in LANGUAGES {
        let name = format!("{}: {}", word("settings-language"), word(key));
        let does = exercise(ExerciseIntent::Speak(language));
        add(key.to_owned(), name, does, view.tongue.language != language);
    }
    let still = if choice.still { "action-glide" } else { "action-still" };
    add("still".to_owned(), word(still), seat(SeatIntent::Still(!choice.still)), true);
    if !view.bound {
        let fixed = [(Viewer::Lead, word("actor-lead")), (Viewer::Public, word("settings-public"))];
        let roles = view.choices.roles.iter().map(|(role, name)| (Viewer::Role(*role), name.clone()));
        for (viewer, name) in fixed.into_iter().chain(roles) {
            let said = format!("{}: {name}", word("settings-looks-as"));
            let does = exercise(ExerciseIntent::See(viewer));
            add(format!("see-{viewer:?}"), said, does, view.viewer != viewer);
        }
    }
    list
}

fn gone_to(view: &ExerciseView) -> Vec<Action> {
    let Some(found) = &view.palette else { return Vec::new() };
    let mut list = Vec::new();
    for place in &found.places {
        let mut wishes = vec![Intent::Seat(SeatIntent::GoTo(place.at))];
        wishes.extend(place.target.map(|target| Intent::Seat(SeatIntent::Select(Some(target)))));
        let id = match place.target {
            Some(Target::Region(number)) => format!("region-{number}"),
            Some(Target::Node(number)) => format!("node-{number}"),
            _ => format!("place-{}", place.text),
        };
        list.push(Action::new(Kind::Place, id, place.text.clone(), Does::Ask(wishes)));
    }
    for (inject, name) in &found.injects {
        let id = format!("inject-{}", inject.0);
        list.push(Action::new(Kind::Inject, id, name.clone(), Does::Inject(*inject)));
    }
    for (measure, name) in &found.measures {
        let wish = Intent::Exercise(ExerciseIntent::ShowMeasure(Some((*measure, None))));
        let id = format!("measure-{}", measure.0);
        list.push(Action::new(Kind::Measure, id, name.clone(), Does::Ask(vec![wish])));
    }
    list
}

/// Does it: what belongs to the frame at once, the rest is asked for.
pub fn perform(action: &Action, viewer: Viewer, states: &mut PanelStates, out: &mut Vec<Intent>) {
    if !action.possible {
        return;
    }
    match &action.does {
        Does::Ask(wishes) => {
            if action.kind == Kind::Measure {
                states.dock.open = Tab::Measures;
            }
            if action.kind == Kind::Place {
                states.dock.open = Tab::Inspector;
            }
            out.extend(wishes.iter().cloned());
        }
        Does::Open(tab) => states.dock.open = *tab,
        Does::Turn(group) => {
            let open = states.dock.open;
            states.dock.open = states.dock.last.by_key(*group, viewer, open).unwrap_or(open);
        }
        Does::Inject(inject) => {
            states.dock.open = Tab::Injects;
            states.dock.injects.show(*inject);
        }
        Does::Palette => {
            states.palette.turn();
            out.push(Intent::Exercise(ExerciseIntent::Palette(states.palette.open)));
        }
        Does::Sheet => states.sheet = !states.sheet,
        Does::Script => toggle(&mut states.dock),
        Does::Measure => states.tools.measure(!states.tools.measuring),
    }
}
