//! Which screens there are pictures of: every page of the lead, the desk of a role, the shared picture, and the moments of an
//! exercise, from the start card to the hot wash.
//!
//! Whoever makes a new page adds its plate here. It must not draw, and must not depend on how long an exercise takes to a moment:
//! `super::turn` waits.

use std::time::Duration;

use super::Plate;
use crate::app::windows::Seat;
use crate::panels::dossier_ui::Form;
use crate::panels::evaluation_ui::Part;
use crate::panels::inject_editor::EditorState;
use crate::panels::injects_ui::InjectsState;
use crate::panels::intent::{Beginning, ClockIntent, ExerciseIntent, Intent, SeatIntent, WindowWish};
use crate::panels::log_ui::LogPart;
use crate::panels::page::Tab;
use crate::panels::roles_ui::RolesPart;
use crate::panels::script_ui::ScriptPart;
use crate::sim::country::{Country, SeatTable};
use crate::sim::course::Steer;
use crate::sim::ids::{DenseId, RoleId};
use crate::sim::plan::Plan;
use crate::sim::time::Tick;
use crate::view::board_view::Eyes;
use crate::view::scene::Target;
use crate::view::viewer::Viewer;

/// The moment at which the pages are looked at, as parts of the exercise: well on the way.
const BUSY: [u32; 2] = [2, 5];
/// An earlier moment, to look back at.
const EARLIER: [u32; 2] = [1, 5];

/// Every screen of this exercise, in the order in which it comes to them.
pub fn plates(country: &Country, plan: &Plan) -> Vec<Plate> {
    let part = |[over, under]: [u32; 2]| Tick(plan.end().0 / under * over);
    let mut plates = vec![shown("start", Vec::new(), Tab::Inspector, keep)];
    plates.push(shown("ready", vec![ask(ExerciseIntent::Begin(Beginning::New))], Tab::Course, keep));
    plates.push(shown("busy", to(part(BUSY)), Tab::Inspector, keep));
    plates.extend(map_plates(country));
    plates.extend(page_plates(country, plan));
    plates.extend(people_plates());
    plates.extend(desk_plates(country));
    plates.extend(over_plates());
    plates.extend(second_plates(country));
    plates.extend(course_plates(part(EARLIER)));
    plates
}

fn shown(name: &'static str, wishes: Vec<Intent>, tab: Tab, tune: fn(&mut Seat)) -> Plate {
    Plate { name, wishes, tab, tune, wait: Duration::from_millis(300), second: false }
}

fn keep(_: &mut Seat) {}

fn ask(wish: ExerciseIntent) -> Intent {
    Intent::Exercise(wish)
}

fn look(wish: SeatIntent) -> Intent {
    Intent::Seat(wish)
}

/// By the clock that runs on, as fast as it can, to a moment.
fn to(tick: Tick) -> Vec<Intent> {
    vec![
        ask(ExerciseIntent::Steer(Steer::Start { by_rounds: false })),
        Intent::Clock(ClockIntent::Pace(1440)),
        Intent::Clock(ClockIntent::RunTo(tick)),
    ]
}

fn map_plates(country: &Country) -> Vec<Plate> {
    let region = country.regions.rows().iter().position(|region| region.code == "VR17").unwrap_or_default();
    let port = country.nodes.rows().iter().position(|node| node.code == "kijfhoek").unwrap_or_default();
    let at = |number: usize| country.nodes.rows().get(number).map_or([90_000, 435_000], |node| node.at);
    let select = |target| look(SeatIntent::Select(Some(target)));
    vec![
        shown("region", vec![select(Target::Region(region as u32))], Tab::Inspector, keep),
        shown(
            "port",
            vec![look(SeatIntent::GoTo(at(port))), select(Target::Node(port as u32))],
            Tab::Inspector,
            keep,
        ),
        shown(
            "need",
            vec![look(SeatIntent::ShowAll), look(SeatIntent::Lens("need".to_owned()))],
            Tab::Inspector,
            keep,
        ),
        shown(
            "search",
            vec![
                look(SeatIntent::Lens("worst".to_owned())),
                look(SeatIntent::Select(None)),
                look(SeatIntent::Search("rot".to_owned())),
            ],
            Tab::Inspector,
            |seat| "rot".clone_into(&mut seat.states.lens.search),
        ),
    ]
}

fn page_plates(country: &Country, plan: &Plan) -> Vec<Plate> {
    let quiet = || vec![look(SeatIntent::Search(String::new())), look(SeatIntent::Select(None))];
    let last_inject = plan.injects.ids().last();
    let measure = country.measures.rows.ids().next();
    let pool = country.pools.ids().next();
    let mut preview =
        shown("preview", vec![ask(ExerciseIntent::Preview(last_inject))], Tab::Injects, open_tried);
    preview.wait = Duration::from_secs(6);
    let script = |name, part: fn(&mut Seat)| shown(name, Vec::new(), Tab::Script, part);
    let mut foresight =
        script("script-foresight", |seat| seat.states.dock.script.part = ScriptPart::Foresight);
    foresight.wishes = vec![ask(ExerciseIntent::Foresee(true))];
    foresight.wait = Duration::from_secs(8);
    let mut possible = shown(
        "possible",
        vec![ask(ExerciseIntent::Preview(None)), ask(ExerciseIntent::WorkOut(true))],
        Tab::Log,
        |seat| {
            seat.states.dock.log.part = LogPart::Possible;
        },
    );
    possible.wait = Duration::from_secs(8);
    vec![
        shown("script", quiet(), Tab::Injects, |seat| {
            seat.states.lens.search.clear();
            seat.states.dock.injects = InjectsState::default();
        }),
        preview,
        script("script-table", |seat| seat.states.dock.script.part = ScriptPart::Table),
        script("script-timeline", |seat| seat.states.dock.script.part = ScriptPart::Lanes),
        script("script-load", |seat| seat.states.dock.script.part = ScriptPart::Load),
        script("script-objectives", |seat| seat.states.dock.script.part = ScriptPart::Objectives),
        foresight,
        shown("desk", Vec::new(), Tab::Desk, keep),
        shown("inject", Vec::new(), Tab::Injects, open_inject),
        shown("new-inject", Vec::new(), Tab::Injects, |seat| {
            let editor = seat.exercise.as_ref().map(EditorState::new);
            seat.states.dock.injects = InjectsState { editor, ..InjectsState::default() };
        }),
        shown("briefing", vec![ask(ExerciseIntent::Brief(Some(RoleId::from_index(0))))], Tab::Course, keep),
        shown("operator", vec![ask(ExerciseIntent::Brief(None))], Tab::Operator, keep),
        shown("matrix", Vec::new(), Tab::Evaluation, |seat| seat.states.dock.evaluation.part = Part::Matrix),
        shown("observe", Vec::new(), Tab::Evaluation, |seat| {
            seat.states.dock.evaluation.part = Part::Observe;
        }),
        shown("disputes", Vec::new(), Tab::Evaluation, |seat| {
            seat.states.dock.evaluation.part = Part::Disputes;
        }),
        shown("score", Vec::new(), Tab::Score, keep),
        shown("board", Vec::new(), Tab::Board, keep),
        shown("pool", vec![ask(ExerciseIntent::ShowPool(pool))], Tab::Board, keep),
        shown("messages", vec![ask(ExerciseIntent::ShowPool(None))], Tab::Messages, keep),
        shown("measures", Vec::new(), Tab::Measures, keep),
        shown(
            "measure",
            vec![ask(ExerciseIntent::ShowMeasure(measure.map(|measure| (measure, None))))],
            Tab::Measures,
            keep,
        ),
        shown("requests", vec![ask(ExerciseIntent::ShowMeasure(None))], Tab::Requests, keep),
        shown("movements", Vec::new(), Tab::Movements, keep),
        shown("repair", Vec::new(), Tab::Repair, keep),
        shown("log", Vec::new(), Tab::Log, |seat| seat.states.dock.log.part = LogPart::All),
        shown("decisions", Vec::new(), Tab::Log, |seat| seat.states.dock.log.part = LogPart::Decisions),
        possible,
        shown("figures", vec![ask(ExerciseIntent::SeekFigures("rail".to_owned()))], Tab::Figures, keep),
        shown("settings", Vec::new(), Tab::Settings, keep),
        shown("about", Vec::new(), Tab::About, keep),
    ]
}

/// What people put on paper, and who they are.
fn people_plates() -> Vec<Plate> {
    vec![
        shown("course", Vec::new(), Tab::Course, |seat| seat.states.dock.injects = InjectsState::default()),
        shown("dossier", Vec::new(), Tab::Dossier, |seat| seat.states.dock.dossier.form = Form::Decision),
        shown("intent", Vec::new(), Tab::Dossier, |seat| seat.states.dock.dossier.form = Form::Intent),
        shown("dispute", Vec::new(), Tab::Dossier, |seat| seat.states.dock.dossier.form = Form::Dispute),
        shown(
            "role-card",
            vec![ask(ExerciseIntent::ShowRole(Some(RoleId::from_index(0))))],
            Tab::Roles,
            |seat| {
                seat.states.dock.roles.part = RolesPart::Card;
            },
        ),
        shown("authority", Vec::new(), Tab::Roles, |seat| seat.states.dock.roles.part = RolesPart::Matrix),
        shown("people", Vec::new(), Tab::Roles, |seat| seat.states.dock.roles.part = RolesPart::People),
    ]
}

fn open_tried(seat: &mut Seat) {
    let tried = seat.exercise.as_ref().and_then(|view| view.preview.as_ref());
    let open = tried.map(|preview| preview.inject);
    seat.states.dock.injects = InjectsState { open, reveal: true, ..InjectsState::default() };
}

fn open_inject(seat: &mut Seat) {
    use crate::panels::page::Page;
    let first = seat.exercise.as_ref().and_then(|view| match &view.page {
        Page::Injects(view) => view.line.first().map(|row| row.inject),
        _ => None,
    });
    seat.states.dock.injects = InjectsState { open: first, ..InjectsState::default() };
}

/// What sits at a table, and what hangs on the wall.
fn desk_plates(country: &Country) -> Vec<Plate> {
    let desk = |code: &str| {
        let role = country.roles.rows().iter().position(|role| role.code == code).unwrap_or_default();
        ask(ExerciseIntent::See(Viewer::Role(RoleId::from_index(role))))
    };
    vec![
        shown("desk-picture", vec![desk("veiligheidsregio")], Tab::Desk, keep),
        shown("desk-messages", vec![desk("prorail")], Tab::Messages, keep),
        shown("desk-board", Vec::new(), Tab::Board, keep),
        shown("desk-requests", Vec::new(), Tab::Requests, keep),
        shown("desk-measures", vec![desk("veiligheidsregio")], Tab::Measures, keep),
        shown("desk-course", Vec::new(), Tab::Course, keep),
        shown("shared", vec![ask(ExerciseIntent::See(Viewer::Public))], Tab::Messages, keep),
    ]
}

/// What lies over the pages.
fn over_plates() -> Vec<Plate> {
    vec![
        shown(
            "palette",
            vec![ask(ExerciseIntent::See(Viewer::Lead)), ask(ExerciseIntent::Palette(true))],
            Tab::Desk,
            |seat| {
                seat.states.palette.open = true;
            },
        ),
        shown("keys", vec![ask(ExerciseIntent::Palette(false))], Tab::Desk, |seat| {
            seat.states.palette.open = false;
            seat.states.sheet = true;
        }),
        shown("notices", vec![ask(ExerciseIntent::ShowAnswers(true))], Tab::Desk, |seat| {
            seat.states.sheet = false;
        }),
        shown(
            "hidden",
            vec![ask(ExerciseIntent::ShowAnswers(false)), look(SeatIntent::Blank(true))],
            Tab::Desk,
            keep,
        ),
    ]
}

/// The second window: for everybody, for a table, for a role.
fn second_plates(country: &Country) -> Vec<Plate> {
    let role = country.roles.rows().iter().position(|role| role.code == "prorail").unwrap_or_default();
    let all = [
        ("second-public", Eyes::Public),
        ("second-table", Eyes::Table(SeatTable::Infra)),
        ("second-role", Eyes::Role(RoleId::from_index(role))),
    ];
    let plate = |(name, eyes)| {
        let open = look(SeatIntent::Window(WindowWish::OpenAnyway(eyes)));
        let mut plate = shown(name, vec![look(SeatIntent::Blank(false)), open], Tab::Desk, keep);
        plate.second = true;
        plate.wait = Duration::from_secs(2);
        plate
    };
    let mut plates: Vec<Plate> = all.into_iter().map(plate).collect();
    plates.push(shown("without-second", vec![look(SeatIntent::Window(WindowWish::Close))], Tab::Desk, keep));
    plates
}

/// The moments of the exercise itself.
fn course_plates(earlier: Tick) -> Vec<Plate> {
    let steer = |steer| ask(ExerciseIntent::Steer(steer));
    vec![
        shown(
            "looking-back",
            vec![ask(ExerciseIntent::See(Viewer::Lead)), Intent::Clock(ClockIntent::Seek(earlier))],
            Tab::Inspector,
            keep,
        ),
        shown(
            "no-play",
            vec![
                Intent::Clock(ClockIntent::ToEnd),
                steer(Steer::NoPlay { what: "Brand in het gebouw".to_owned() }),
            ],
            Tab::Course,
            keep,
        ),
        shown(
            "endex",
            vec![steer(Steer::Release { reason: "Brand is uit".to_owned() }), steer(Steer::End)],
            Tab::Course,
            keep,
        ),
        shown("hot-wash", vec![steer(Steer::HotWash)], Tab::Score, keep),
        shown("closed", vec![steer(Steer::Close)], Tab::Course, keep),
    ]
}
