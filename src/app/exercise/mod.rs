//! The exercise behind the windows: a `Driver` over a session, its clock and its automatic players.
//!
//! Views are made when something they depend on has changed, never in between. It must not know Bevy or egui, so that it
//! can be played in a test. Read `seat` (what belongs to a window), `wishes` (what panels ask), `time` (the clock), `course` (stages and rounds), `start` (what is chosen before it begins), `begin`
//! (new, continued and replayed exercises), `reload` (a file that its author changes), `compare`, `lapse` and `picture` (what is done with the map), `lesson`.

mod begin;
mod branch;
mod compare;
mod course;
mod debrief;
mod foresight;
mod lapse;
mod lesson;
mod operator;
mod picture;
mod preview;
mod rehearse;
mod reload;
mod reporting;
mod seat;
mod shelf;
mod start;
mod time;
mod weighing;
mod wishes;
mod work;

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use begin::{Opening, Setup};

use super::driver::{Advanced, Beside, Driver, PictureSaved, SeatId};
use super::watch::{Wake, Watch};
use crate::geo::map::MapData;
use crate::panels::evaluation_ui::EvaluationPage;
use crate::panels::intent::Intent;
use crate::panels::page::{BoardPage, ExerciseView, Page, Past, ReportStand, ScriptPage, Tab};
use crate::panels::tongue::Tongue;
use crate::scenario::source::Source;
use crate::session::clock::Clock;
use crate::session::{Mode, Session};
use crate::sim::country::Country;
use crate::sim::ids::RoleId;
use crate::text::{Language, Texts};
use crate::view::about_view::about_view;
use crate::view::board_view::{BoardView, Eyes, board_view};
use crate::view::clock_view::clock_view;
use crate::view::course_view::{course_bar, course_view};
use crate::view::debrief_view::DebriefView;
use crate::view::desk_view::desk_view;
use crate::view::dossier_view::dossier_view;
use crate::view::figures_view::{Sheet, figures_of, law_view};
use crate::view::injects_view::injects_kept;
use crate::view::lesson_view::LessonStep;
use crate::view::log_view::{decisions_kept, log_view};
use crate::view::map_sites::Sites;
use crate::view::map_view::{MapLook, map_kept, moving_view};
use crate::view::matrix_view::matrix_view;
use crate::view::measures_view::measures_view;
use crate::view::memory::Memory;
use crate::view::messages_view::messages_view;
use crate::view::movement_view::movements_view;
use crate::view::notices_view::{Grade, notices_view};
use crate::view::observer_view::observer_view;
use crate::view::operator_page::operator_page;
use crate::view::palette_view::palette_view;
use crate::view::pool_board_view::pool_board_view;
use crate::view::pool_page_view::pool_view;
use crate::view::repair_view::repair_view;
use crate::view::requests_view::{requests_open, requests_view};
use crate::view::roles_page::roles_page;
use crate::view::roles_view::RoleWords;
use crate::view::scene::{MapScene, Symbol, Target};
use crate::view::score_view::score_view;
use crate::view::script_view::script_kept;
use crate::view::seen_view::seen_view;
use crate::view::shell::{Choice, ShellView};
use crate::view::shell_view::shell_view;
use crate::view::strips::first_strips;
use crate::view::timeline_view::timeline_view;
use crate::view::viewer::Viewer;
use debrief::Debrief;
use foresight::Foresight;
use preview::Ahead;
use seat::SeatState;
use start::Start;

/// Most happenings in the list of what happened.
const LOG_MAX: usize = 200;

/// An exercise in windows.
pub struct Exercise {
    map: Arc<MapData>,
    texts: Arc<Texts>,
    session: Session,
    clock: Clock,
    /// Stop here; set by "run to the next inject".
    stop_at: Option<crate::sim::time::Tick>,
    /// Whether roles without a person are played by the program.
    automatic: bool,
    /// Folder for new recordings.
    folder: PathBuf,
    /// Every figure of the country with its source.
    sheet: Arc<Sheet>,
    /// Exercises that can be chosen.
    offered: Vec<Source>,
    /// The card before an exercise begins.
    start: Option<Start>,
    /// Exercises that were opened after the first, counted.
    begun: u32,
    /// The recording that was opened, when there was one.
    shown_from: Option<PathBuf>,
    /// What was read to make this exercise; none for a recording.
    made_of: Option<reload::MadeOf>,
    /// The files of what is offered and played.
    watch: Watch,
    /// The recording that was left for this one, a variant of it, with the step of a lesson that asked for that.
    left: Option<(PathBuf, Option<LessonStep>)>,
    /// The report that is being written.
    reporting: Option<reporting::Reporting>,
    /// What was possible, as far as it was asked for.
    debrief: Option<Debrief>,
    /// What was tried out.
    ahead: Option<Ahead>,
    /// Where it is probably going.
    foresight: Option<Foresight>,
    /// A stretch of the past that is being shown in short.
    lapse: Option<lapse::Lapse>,
    /// The step for which a lesson stopped the clock.
    waiting: Option<lesson::Waiting>,
    /// How the network of a country lies on the map.
    sites: Option<(Arc<Country>, Arc<Sites>)>,
    seats: Vec<SeatState>,
    /// Counts changes that the session does not show: seats, answers, drafts.
    revision: u64,
}

impl Exercise {
    /// What is played, to look at in tests.
    pub fn session(&self) -> &Session {
        &self.session
    }

    /// The clock, to look at in tests.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// True when something can still be decided.
    fn is_live(&self) -> bool {
        *self.session.mode() == Mode::Live && !self.session.is_looking_back() && self.start.is_none()
    }

    fn seat(&self, seat: SeatId) -> &SeatState {
        &self.seats[usize::from(seat.0).min(self.seats.len() - 1)]
    }

    fn seat_mut(&mut self, seat: SeatId) -> &mut SeatState {
        let last = self.seats.len() - 1;
        let seat = &mut self.seats[usize::from(seat.0).min(last)];
        // Only this window shows it: the others need not be built again.
        seat.touched += 1;
        seat
    }

    fn look(&self, choice: &Choice) -> MapLook {
        let seconds =
            if choice.still || self.session.is_looking_back() { 0 } else { self.clock.seconds_into_tick() };
        MapLook::of_choice(self.session.country(), choice, seconds)
    }

    /// How the network of the country that is played lies on the map.
    fn sites(&mut self) -> Arc<Sites> {
        let country = self.session.country();
        if let Some((_, sites)) = self.sites.as_ref().filter(|kept| Arc::ptr_eq(&kept.0, country)) {
            return sites.clone();
        }
        let sites = Arc::new(Sites::of(country, &self.map));
        self.sites = Some((country.clone(), sites.clone()));
        sites
    }

    fn page(&self, seat: &SeatState, open: Tab, selected: Option<Target>, memory: &mut Memory) -> Page {
        let (session, texts) = (&self.session, &*self.texts);
        let (viewer, language) = (seat.viewer, seat.language);
        match open {
            Tab::Injects => Page::Injects(injects_kept(session, viewer, texts, language, memory)),
            Tab::Script => Page::Script(Box::new(ScriptPage {
                script: script_kept(session, viewer, texts, language, memory),
                foresight: if viewer == Viewer::Lead { self.foresight_view(language) } else { None },
            })),
            Tab::Desk => Page::Desk(Box::new(desk_view(session, viewer, texts, language))),
            Tab::Board => Page::Board(Box::new(BoardPage {
                board: pool_board_view(session, viewer, texts, language),
                pool: seat.pool.and_then(|pool| pool_view(session, viewer, texts, language, pool)),
                law: seat.pool.and_then(|pool| law_view(&self.sheet, session.country(), language, pool)),
                weighed: seat.weighed.clone(),
            })),
            Tab::Messages => Page::Messages(messages_view(session, viewer, texts, language)),
            Tab::Measures => Page::Measures(Box::new(measures_view(
                session,
                viewer,
                texts,
                language,
                &self.sheet.measures,
                seat.measure,
            ))),
            Tab::Requests => Page::Requests(requests_view(session, viewer, texts, language, seat.pool)),
            Tab::Movements => Page::Movements(movements_view(session, viewer, texts, language)),
            Tab::Score => Page::Score(Box::new(score_view(session, viewer, texts, language))),
            Tab::Repair => Page::Repair(repair_view(session, viewer, texts, language)),
            Tab::Log => Page::Log(
                log_view(session, viewer, texts, language, LOG_MAX),
                decisions_kept(session, viewer, texts, language, (LOG_MAX, memory)),
                if viewer == Viewer::Lead { self.debrief_view(language) } else { DebriefView::default() },
            ),
            Tab::About => Page::About(about_view(texts, language, &self.map, &self.sheet.sources)),
            Tab::Figures => {
                Page::Figures(memory.figures(&self.sheet, session, texts, language, &seat.figures))
            }
            Tab::Course => {
                let played_s = self.clock.played_s();
                let view = course_view(session, viewer, texts, language, played_s);
                Page::Course(Box::new(view), self.briefing(seat))
            }
            Tab::Dossier => {
                let seen = seat.seen.and_then(|number| seen_view(session, viewer, texts, language, number));
                Page::Dossier(Box::new(dossier_view(session, viewer, texts, language)), seen)
            }
            Tab::Evaluation => Page::Evaluation(Box::new(EvaluationPage {
                matrix: matrix_view(session, viewer, texts, language),
                observer: observer_view(session, viewer, texts, language),
                dossier: dossier_view(session, viewer, texts, language),
            })),
            Tab::Operator => {
                Page::Operator(Box::new(operator_page(session, viewer, texts, language, &seat.desk)))
            }
            Tab::Roles => {
                let words = |role| self.role_words(role);
                let page = roles_page(session, viewer, texts, language, (&words, seat.card, memory));
                Page::Roles(Box::new(page))
            }
            Tab::Settings => Page::Settings,
            Tab::Inspector => {
                Page::Inspector(selected.map_or_else(Vec::new, |target| {
                    figures_of(&self.sheet, session, texts, language, target)
                }))
            }
        }
    }

    /// What the country's book says of a role.
    fn role_words(&self, role: RoleId) -> Option<RoleWords> {
        let code = &self.session.country().roles.get(role)?.code;
        let card = self.sheet.cards.get(code)?;
        let bases = self.sheet.bases.get(code).cloned().unwrap_or_default();
        Some(RoleWords { may: card.may.clone(), limit: card.limit.clone(), bases })
    }

    /// Local time on the wall, as `10:58`, while the clock runs: a window that sleeps would show the time it fell asleep.
    fn wall_time(&self) -> String {
        if self.clock.is_running() { jiff::Zoned::now().strftime("%H:%M").to_string() } else { String::new() }
    }

    /// Whoever takes a lesson begins at the messages, whoever leads at what comes next, whoever looks back at the map.
    fn first_page(&self) -> Tab {
        match self.session.mode() {
            Mode::Live if self.session.plan().solo => Tab::Messages,
            Mode::Live => Tab::Course,
            Mode::Replay(_) => Tab::Inspector,
        }
    }

    fn recording_words(&self, language: Language) -> String {
        let Some(journal) = self.session.journal() else { return String::new() };
        let name = journal.path().display().to_string();
        self.texts.say(language, "notice-recording", &[("name", name.into())])
    }
}

impl Driver for Exercise {
    fn map(&self) -> Arc<MapData> {
        self.map.clone()
    }

    fn apply(&mut self, seat: SeatId, intent: Intent) {
        self.tell_times();
        self.grant(seat, intent);
        self.wait_for_the_learner();
    }

    fn advance(&mut self, elapsed: Duration) -> Advanced {
        self.look_at_files();
        let passed = self.lapse(elapsed).unwrap_or_else(|| self.pass(elapsed));
        self.wait_for_the_learner();
        let looks = [
            self.look_at_answers(elapsed),
            self.look_at_work(),
            self.look_ahead(),
            self.look_at_foresight(),
            self.look_at_weighing(),
            self.look_at_rehearsal(),
            self.look_at_report(),
        ];
        Advanced { wake_after: std::iter::once(passed.wake_after).chain(looks).flatten().min() }
    }

    fn stamp(&self, seat: SeatId) -> u64 {
        let state = self.session.shown();
        let seat = self.seat(seat);
        let mut hasher = DefaultHasher::new();
        (state.tick, state.applied, self.session.log().len(), self.session.last_tick()).hash(&mut hasher);
        (
            self.session.remarks().len(),
            self.session.dossier().len(),
            self.is_live(),
            seat.viewer,
            seat.language,
        )
            .hash(&mut hasher);
        (self.revision, seat.touched, self.clock.is_running(), self.clock.pace()).hash(&mut hasher);
        // A countdown goes by the second.
        let counted = if self.session.course().by_rounds { 1 } else { 60 };
        (self.clock.played_s() / counted, self.wall_time(), self.session.steered().len()).hash(&mut hasher);
        hasher.finish()
    }

    fn shell(&mut self, id: SeatId, choice: &Choice) -> ShellView {
        let place = usize::from(id.0).min(self.seats.len() - 1);
        let mut memory = std::mem::take(&mut self.seats[place].memory);
        let seat = self.seat(id);
        let wall = self.wall_time();
        let mut view = shell_view(
            &self.session,
            seat.viewer,
            &self.texts,
            seat.language,
            &self.map,
            &self.clock,
            &wall,
            choice,
            &mut memory,
        );
        view.top.may_steer |= self.is_alone(seat);
        if let Some(Eyes::Role(role)) = seat.bound {
            // Who walks past this screen asks whose it is, not what is played.
            view.top.title = self.narrator(seat.language).role(role);
        }
        self.seats[place].memory = memory;
        view
    }

    fn scene(&mut self, seat: SeatId, choice: &Choice) -> MapScene {
        let sites = self.sites();
        let (seat, look) = (self.seat(seat), self.look(choice));
        let words = (&*self.texts, seat.language);
        map_kept(&self.session, seat.viewer, words, (&self.map, &sites), &look)
    }

    fn exercise(&mut self, id: SeatId, choice: &Choice, open: Tab) -> Option<ExerciseView> {
        self.weigh_again(id);
        let place = usize::from(id.0).min(self.seats.len() - 1);
        let mut memory = std::mem::take(&mut self.seats[place].memory);
        let (session, texts) = (&self.session, &*self.texts);
        let seat = self.seat(id);
        let (viewer, language) = (seat.viewer, seat.language);
        let open = if open.is_for(viewer) { open } else { Tab::Inspector };
        let strips = first_strips(session, viewer);
        let staff = seat.bound.is_none();
        let stopped = session.journal().filter(|journal| journal.is_stopped() && viewer == Viewer::Lead);
        let mut notices = notices_view(session, viewer, texts, language);
        if self.lapse.is_some() {
            // It says itself which moment it shows, and it ends itself.
            notices.notices.retain(|notice| notice.grade == Grade::Stop);
        }
        let alone = self.is_alone(seat);
        let staffs = viewer == Viewer::Lead || alone;
        let mut clock = clock_view(session, viewer, texts, language, &self.clock, &self.wall_time());
        clock.may_steer |= alone;
        notices.notices.extend(self.clock_notice(seat, staffs));
        let view = ExerciseView {
            tongue: Tongue::new(self.texts.clone(), language),
            viewer,
            now: session.shown().tick,
            clock,
            lesson: self.lesson_of(seat, open),
            course: course_bar(session, viewer, texts, language),
            timeline: timeline_view(session, viewer, texts, language, (&strips, choice.stretch), &mut memory),
            notices,
            save_elsewhere: stopped.map(|journal| begin::elsewhere(journal.path())),
            answers: seat.answers.clone(),
            choices: seat.choices.clone(),
            requests_open: requests_open(session, viewer),
            automatic: self.automatic,
            live: self.is_live(),
            recording: if staff { self.recording_words(language) } else { String::new() },
            map_tools: self.map_tools(seat),
            preview: if viewer == Viewer::Lead { self.preview_view(language) } else { None },
            past: if staffs && self.lapse.is_none() { self.past() } else { Past::default() },
            left: if staffs { self.left() } else { None },
            report: if staffs { self.report_stand() } else { ReportStand::Impossible },
            start: self.start.as_ref().filter(|_| staff).map(|start| start.view(texts, language)),
            opens: (self.begun, self.first_page()),
            bound: !staff,
            kept: seat.kept.clone(),
            unread: seat.unread,
            listing: seat.listing,
            palette: seat.palette.then(|| palette_view(session, viewer, texts, language, &self.map)),
            page: self.page(seat, open, choice.selected, &mut memory),
        };
        self.seats[place].memory = memory;
        Some(view)
    }

    fn wake_by(&mut self, wake: Wake) {
        self.watch.wake_by(wake);
    }

    fn seat_opened(&mut self, seat: SeatId, eyes: Eyes) {
        self.bind(seat, eyes);
    }

    fn seat_closed(&mut self, seat: SeatId) {
        self.unbind(seat);
    }

    fn tell(&mut self, seat: SeatId, key: &str, args: &[(&str, String)]) {
        let args: Vec<_> = args.iter().map(|(name, text)| (*name, text.clone().into())).collect();
        let said = self.texts.say(self.seat(seat).language, key, &args);
        self.answer(seat, false, said);
    }

    fn board(&mut self, seat: SeatId) -> Option<BoardView> {
        let seat = self.seat(seat);
        let eyes = seat.bound?;
        let wall = self.wall_time();
        Some(board_view(&self.session, eyes, &self.texts, seat.language, &self.clock, &wall))
    }

    fn beside(&mut self, seat: SeatId, choice: &Choice) -> Option<Beside> {
        self.shown_beside(seat, choice)
    }

    fn picture_place(&mut self, seat: SeatId) -> Option<PathBuf> {
        self.place_of_picture(seat)
    }

    fn picture_saved(&mut self, seat: SeatId, saved: Result<PictureSaved, String>) {
        self.tell_of_picture(seat, saved);
    }

    fn moving(&mut self, seat: SeatId, choice: &Choice) -> Option<Vec<Symbol>> {
        if choice.still || !self.clock.is_running() || self.session.is_looking_back() {
            return None;
        }
        let (sites, viewer) = (self.sites(), self.seat(seat).viewer);
        Some(moving_view(&self.session, viewer, (&self.map, &sites), &self.look(choice)))
    }
}
