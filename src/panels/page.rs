//! What the panels of an exercise show, as one value per seat. Only the open tab is filled.
//! It must not know how it is drawn or where it comes from.

use crate::sim::every::every;
use std::sync::Arc;
use strum::{EnumCount, VariantArray};

use super::evaluation_ui::EvaluationPage;
use super::map_tools::MapToolsView;
use super::tongue::Tongue;
use crate::sim::course::Inclined;
use crate::sim::time::Tick;
use crate::view::about_view::AboutView;
use crate::view::briefing_view::BriefingView;
use crate::view::choices::Choices;
use crate::view::clock_view::ClockView;
use crate::view::course_view::{CourseBar, CourseView};
use crate::view::cover_view::Outline;
use crate::view::debrief_view::DebriefView;
use crate::view::desk_view::DeskView;
use crate::view::dossier_view::DossierView;
use crate::view::fields_view::FieldsView;
use crate::view::figures_view::{FigureLine, FiguresView, LawView};
use crate::view::foresight_view::ForesightView;
use crate::view::injects_view::InjectsView;
use crate::view::lesson_view::LessonStep;
use crate::view::log_view::{DecisionsView, LogView};
use crate::view::measures_view::MeasuresView;
use crate::view::messages_view::MessagesView;
use crate::view::movement_view::MovementsView;
use crate::view::notices_view::NoticesView;
use crate::view::operator_page::OperatorView;
use crate::view::palette_view::PaletteView;
use crate::view::pool_board_view::PoolBoardView;
use crate::view::pool_draft::{Draft, DraftBands};
use crate::view::pool_page_view::PoolView;
use crate::view::preflight_view::RehearsalStand;
use crate::view::preview_view::PreviewView;
use crate::view::repair_view::RepairView;
use crate::view::requests_view::RequestsView;
use crate::view::roles_page::RolesPage;
use crate::view::score_view::ScoreView;
use crate::view::script_view::ScriptView;
use crate::view::seen_view::SeenView;
use crate::view::timeline_view::TimelineSeat;
use crate::view::viewer::Viewer;

/// The tabs of the dock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[derive(EnumCount, VariantArray)]
pub enum Tab {
    /// Facts about what is selected.
    #[default]
    Inspector,
    /// The script; only for the lead.
    Injects,
    /// The script over the whole window; only for the lead.
    Script,
    /// Stage, rounds, comcheck, briefing.
    Course,
    /// Decision cards by number, typed on behalf of the roles; only for the lead.
    Operator,
    /// Objectives, observers, disputes; only for the lead.
    Evaluation,
    /// What it cost whom; only for the lead.
    Score,
    /// The picture by theme, what waits, own resources.
    Desk,
    /// Who divides what.
    Board,
    /// The inbox.
    Messages,
    /// Every instrument: taken, ended, asked for.
    Measures,
    /// What roles ask of each other, legal bases, designation.
    Requests,
    /// Military movements.
    Movements,
    /// Damage and crews.
    Repair,
    /// What people put on paper.
    Dossier,
    /// Role cards, who may decide what, and who plays whom.
    Roles,
    /// What happened and what was decided.
    Log,
    /// Every figure of the country with its source.
    Figures,
    /// Language, look, seat.
    Settings,
    /// Where everything comes from.
    About,
}

impl Tab {
    /// Every tab, in the order of the dock.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// Key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Inspector => "tab-inspector",
            Self::Injects => "tab-injects",
            Self::Script => "tab-script",
            Self::Desk => "tab-desk",
            Self::Board => "tab-board",
            Self::Messages => "tab-messages",
            Self::Measures => "tab-measures",
            Self::Requests => "tab-requests",
            Self::Movements => "tab-movements",
            Self::Repair => "tab-repair",
            Self::Operator => "tab-operator",
            Self::Roles => "tab-roles",
            Self::Log => "tab-log",
            Self::Score => "tab-score",
            Self::Dossier => "tab-dossier",
            Self::Evaluation => "tab-evaluation",
            Self::Figures => "tab-figures",
            Self::Course => "tab-course",
            Self::Settings => "tab-settings",
            Self::About => "tab-about",
        }
    }

    /// Whether this viewer has it.
    pub fn is_for(self, viewer: Viewer) -> bool {
        match self {
            Self::Injects | Self::Script | Self::Score | Self::Evaluation | Self::Operator => {
                viewer == Viewer::Lead
            }
            Self::Measures
            | Self::Requests
            | Self::Movements
            | Self::Repair
            | Self::Course
            | Self::Dossier
            | Self::Roles => viewer != Viewer::Public,
            _ => true,
        }
    }
}

/// Everything the panels of one seat show.
#[derive(Clone, Debug)]
pub struct ExerciseView {
    /// The words.
    pub tongue: Tongue,
    /// Who looks.
    pub viewer: Viewer,
    /// The moment on the screen.
    pub now: Tick,
    /// The clocks.
    pub clock: ClockView,
    /// What can be done with the exercise itself.
    pub course: CourseBar,
    /// The strip at the bottom.
    pub timeline: TimelineSeat,
    /// What must not be overlooked.
    pub notices: NoticesView,
    /// The open step of a lesson, where the page does not show it.
    pub lesson: Option<LessonStep>,
    /// A place to save the recording, when it can no longer be written.
    pub save_elsewhere: Option<String>,
    /// Answers that were not taken away yet, newest last.
    pub answers: Vec<Answer>,
    /// What was answered of late, oldest first, whether it was taken away or not.
    pub kept: Vec<KeptAnswer>,
    /// How many refusals among them were not read yet.
    pub unread: usize,
    /// Whether their list is open.
    pub listing: bool,
    /// What can be gone to by its name, once it was asked.
    pub palette: Option<PaletteView>,
    /// True on a window that is bound to one picture: nobody changes seats there.
    pub bound: bool,
    /// What can be chosen.
    pub choices: Arc<Choices>,
    /// Requests that wait for an answer of this viewer.
    pub requests_open: usize,
    /// Whether roles without a person are played by the program.
    pub automatic: bool,
    /// Whether it is an exercise that can still go on.
    pub live: bool,
    /// What was tried out for the lead: what would happen if an inject were sent now.
    pub preview: Option<PreviewView>,
    /// What can be done about a moment of the past that is on the screen.
    pub past: Past,
    /// The recording that was left for the variant that is on the screen: its place and its name.
    pub left: Option<(String, String)>,
    /// Whether the report can be written.
    pub report: ReportStand,
    /// The recording, in words; empty when there is none.
    pub recording: String,
    /// What can be done with the map.
    pub map_tools: MapToolsView,
    /// Shown before the exercise begins.
    pub start: Option<StartView>,
    /// Which exercise of this window it is, counted, and the page it opens at.
    pub opens: (u32, Tab),
    /// What the open tab shows.
    pub page: Page,
}

/// What a tab shows.
#[derive(Clone, Debug)]
pub enum Page {
    /// The shell shows what is selected; here are the figures that it rests on.
    Inspector(Vec<FigureLine>),
    /// The script.
    Injects(InjectsView),
    /// The script over the whole window.
    Script(Box<ScriptPage>),
    /// The picture by theme, what waits, own resources.
    Desk(Box<DeskView>),
    /// The allocation board.
    Board(Box<BoardPage>),
    /// The inbox.
    Messages(MessagesView),
    /// Measures.
    Measures(Box<MeasuresView>),
    /// Requests, bases and designation.
    Requests(RequestsView),
    /// Movements.
    Movements(MovementsView),
    /// Damage and crews.
    Repair(RepairView),
    /// What happened, what was decided, and for the lead what was possible.
    Log(LogView, DecisionsView, DebriefView),
    /// What it cost whom.
    Score(Box<ScoreView>),
    /// What is on paper, with what a role could see where that is open.
    Dossier(Box<DossierView>, Option<SeenView>),
    /// Objectives, observers, disputes.
    Evaluation(Box<EvaluationPage>),
    /// Figures that were looked for.
    Figures(FiguresView),
    /// Cards by number.
    Operator(Box<OperatorView>),
    /// Role cards, authority, who plays whom.
    Roles(Box<RolesPage>),
    /// Stage, rounds and comcheck, with the briefing that is open.
    Course(Box<CourseView>, Option<BriefingView>),
    /// Settings have no view of their own.
    Settings,
    /// Sources and licences.
    About(AboutView),
}

/// The script over the whole window.
#[derive(Clone, Debug, Default)]
pub struct ScriptPage {
    /// What is planned.
    pub script: ScriptView,
    /// Where the exercise is probably going, once that was asked for.
    pub foresight: Option<ForesightView>,
}

/// The allocation board with the pool that is open.
#[derive(Clone, Debug)]
pub struct BoardPage {
    /// All pools.
    pub board: PoolBoardView,
    /// The open one.
    pub pool: Option<PoolView>,
    /// What holds for it by law or custom, if the country says so.
    pub law: Option<LawView>,
    /// What the rules and the forecast say of the draft.
    pub weighed: Option<Weighed>,
}

/// A draft with what can be said of it.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The draft.
    pub draft: Draft,
    /// May it be set? Else why not.
    pub allowed: Result<(), String>,
    /// May the owner set it, whoever asks? Else why not.
    pub owner_may: Result<(), String>,
    /// The basis that the owner's decision would rest on, as a sentence.
    pub basis: String,
    /// What it would probably lead to; none when it may not be set, or while it is worked out for the first time.
    pub bands: Option<DraftBands>,
    /// It is being worked out.
    pub working: bool,
}

/// What can be done about a moment of the past that is on the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Past {
    /// Go back to the present.
    pub back: bool,
    /// Go on from there in a variant.
    pub branch: bool,
}

/// Whether the report can be written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ReportStand {
    /// There is nothing to report about, or not to this viewer.
    #[default]
    Impossible,
    /// It can be asked for.
    Possible,
    /// It is being written.
    Writing,
}

/// What became of a wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// To take it away by.
    pub number: u32,
    /// Whether it was done.
    pub done: bool,
    /// What it says.
    pub text: String,
}

/// An answer that can be read again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptAnswer {
    /// Whether it was done.
    pub done: bool,
    /// When: scenario time, and time on the wall.
    pub time: String,
    /// What it says.
    pub text: String,
}

/// What to begin with.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct StartView {
    /// The exercises that can be chosen.
    pub offered: Vec<OfferView>,
    /// The country, for the picture of the chosen one.
    pub outline: Arc<Outline>,
    /// Codes of the regions that the chosen one touches.
    pub regions: Vec<String>,
    /// What the chosen one must show.
    pub objectives: Vec<String>,
    /// Its rehearsal, when it was asked for.
    pub rehearsal: Option<RehearsalStand>,
    /// Place of the chosen one among them.
    pub chosen: usize,
    /// Its name.
    pub title: String,
    /// What it is about.
    pub summary: String,
    /// When it begins and how long it takes.
    pub facts: Vec<String>,
    /// What the lead may fill in.
    pub fields: FieldsView,
    /// What was filled in wrongly: name of the field, and a sentence.
    pub faults: Vec<(String, String)>,
    /// Why it cannot be played, one fault a line; empty unless it was tried.
    pub broken: Vec<String>,
    /// How automatic players will be inclined.
    pub inclined: Inclined,
    /// Recordings that were not closed: place, and where they stopped.
    pub open: Vec<(String, String)>,
    /// Places of closed recordings.
    pub closed: Vec<String>,
}

/// An exercise in the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfferView {
    /// Its name.
    pub title: String,
    /// How long it takes and how it is played.
    pub hint: String,
    /// A lesson for one person.
    pub lesson: bool,
}
