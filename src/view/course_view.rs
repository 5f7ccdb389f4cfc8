//! The life of the exercise on the screen: stage, round with its countdown, emergency; for the lead also what can be done next,
//! all rounds, and who was reached.
//!
//! A round that has not begun gives its name to nobody but the lead. Must not decide what is possible: `session::course` does.

use super::viewer::{Sight, Viewer};
use crate::{
    session::{
        Mode, Session,
        course::{Course, RoundCourse},
    },
    sim::{
        command::{Actor, By},
        country::SeatTable,
        course::{Means, Stage, Steer, Times},
        ids::RoleId,
        rounds::Part,
        time::Tick,
    },
    text::{Language, Texts, left, means_key, part_key, play_time, stage_key, wall_clock},
};

/// Minutes that the button for more time gives.
pub const MORE_MINUTES: u16 = 5;

/// The stage in the bar on top, for everybody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StageView {
    /// Stage, or the round with its countdown: `Ronde 2 – Eigen tafel 07:40`, `PAUZE tot 10:40`.
    pub words: String,
    /// The same where room is scarce: `R2 Eigen tafel 07:40`.
    pub short: String,
    /// Said on every screen, as large as can be; none without an emergency.
    pub no_play: Option<String>,
}

/// What can be done with the exercise now.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseBar {
    /// What the lead can do, the likeliest first; empty for players.
    pub next: Vec<Next>,
    /// True while NO PLAY can be called.
    pub may_no_play: bool,
    /// True while the lead can release the exercise.
    pub may_release: bool,
    /// True when it is played by rounds: nobody chooses a pace.
    pub by_rounds: bool,
}

/// What the lead can do with the exercise, and what was done.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CourseView {
    /// The stage and round as everybody sees them.
    pub stage: StageView,
    /// What can be done now.
    pub bar: CourseBar,
    /// Every round.
    pub rounds: Vec<RoundLine>,
    /// Every role at the tables, and whether it was reached.
    pub comcheck: Vec<ContactLine>,
    /// Ways to reach somebody, with their names.
    pub means: Vec<(Means, String)>,
    /// What was done so far, newest first.
    pub done: Vec<DoneLine>,
    /// First and last moment that a jump can go to; none when it cannot be made.
    pub jump: Option<(Tick, Tick)>,
}

/// Something that can be done now.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// What.
    pub steer: Steer,
    /// What the button says.
    pub label: String,
}

/// A round in the list of the lead.
#[derive(Clone, Debug, PartialEq)]
pub struct RoundLine {
    /// Its number, from 0.
    pub round: u8,
    /// Number and name.
    pub name: String,
    /// Its period of the scenario.
    pub period: String,
    /// Its minutes, part by part.
    pub minutes: String,
    /// How far it is.
    pub state: String,
    /// True when it can be left out now.
    pub may_drop: bool,
    /// Later rounds that can take its injects.
    pub takers: Vec<(u8, String)>,
    /// First and last new end that makes it shorter; none when it cannot be changed.
    pub shorten: Option<(Tick, Tick)>,
    /// Its minutes in all.
    pub total: u16,
}

/// A role in the comcheck.
#[derive(Clone, Debug, PartialEq)]
pub struct ContactLine {
    /// Which.
    pub role: RoleId,
    /// Its name.
    pub name: String,
    /// Where it sits.
    pub table: String,
    /// Whether it was reached; none when nobody tried.
    pub reached: Option<bool>,
    /// How and when, in words; empty when nobody tried.
    pub found: String,
}

/// Something the staff did, with the three clocks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoneLine {
    /// The moment of the scenario.
    pub at: Tick,
    /// Scenario time.
    pub time: String,
    /// Playing time.
    pub played: String,
    /// Time on the wall; empty when nobody told.
    pub wall: String,
    /// Who.
    pub who: String,
    /// What.
    pub text: String,
}

/// Stage and round for everybody. `played_s` is the playing time now.
pub fn stage_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    played_s: u32,
) -> StageView {
    Sight::new(session, viewer, texts, language).stage(&session.course_shown(), played_s)
}

/// Everything about the life of the exercise; for players only the stage.
pub fn course_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    played_s: u32,
) -> CourseView {
    let sight = Sight::new(session, viewer, texts, language);
    let course = session.course_shown();
    let stage = sight.stage(&course, played_s);
    let bar = course_bar(session, viewer, texts, language);
    if !sight.is_lead() {
        return CourseView { stage, bar, ..CourseView::default() };
    }
    CourseView {
        stage,
        bar,
        rounds: (0_u8..)
            .zip(&course.rounds)
            .map(|(round, row)| sight.round_line(&course, round, row))
            .collect(),
        comcheck: sight.comcheck(&course),
        means: Means::ALL.map(|means| (means, sight.word(means_key(means)))).into(),
        done: sight.done().rev().collect(),
        jump: sight.jump(),
    }
}

/// What can be done with the exercise now.
pub fn course_bar(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> CourseBar {
    let sight = Sight::new(session, viewer, texts, language);
    let may = |steer: &Steer| session.may_steer(lead(), steer).is_ok();
    let no_play = may(&Steer::NoPlay { what: String::new() });
    let course = session.course_shown();
    CourseBar {
        next: if sight.is_lead() { sight.next(&course) } else { Vec::new() },
        may_no_play: no_play && viewer != Viewer::Public,
        may_release: sight.is_lead() && may(&Steer::Release { reason: "?".to_owned() }),
        by_rounds: course.by_rounds,
    }
}

/// Playing time and time on the wall of a moment in words; empty as far as nobody told.
pub(super) fn clocks(times: Times) -> (String, String) {
    let known = times != Times::default();
    let played = if known { play_time(times.played_s.into()) } else { String::new() };
    (played, wall_clock(times.wall))
}

fn lead() -> By {
    By { actor: Actor::Lead, seat: 0 }
}

impl Sight<'_> {
    fn stage(&self, course: &Course, played_s: u32) -> StageView {
        let no_play = course.no_play.as_ref().map(|row| {
            if row.what.trim().is_empty() {
                self.word("no-play-banner")
            } else {
                self.say("no-play-banner-why", &[("what", row.what.trim().into())])
            }
        });
        let words = match course.stage {
            _ if no_play.is_some() => self.word("no-play"),
            Stage::Paused => match course.pause.and_then(|pause| pause.until()) {
                Some(until) => self.say("life-pause-until", &[("time", wall_clock(Some(until)).into())]),
                None => self.word(stage_key(Stage::Paused)),
            },
            Stage::Running => self.running(course, played_s, "round-stand"),
            stage => self.word(stage_key(stage)),
        };
        let plain = course.stage != Stage::Running || no_play.is_some();
        let short = if plain { words.clone() } else { self.running(course, played_s, "round-stand-short") };
        StageView { words, short, no_play }
    }

    fn running(&self, course: &Course, played_s: u32, key: &str) -> String {
        let now = self.now();
        let Some(stand) = course.stand(played_s).filter(|_| course.by_rounds) else {
            return self.word(stage_key(Stage::Running));
        };
        let number = u32::from(stand.round) + 1;
        if course.round().is_some_and(|row| row.is_run(now)) && stand.left_s < 0 {
            return self.say("round-done", &[("number", number.into())]);
        }
        let part = self.word(part_key(stand.part));
        let args = [("number", number.into()), ("part", part.into()), ("left", left(stand.left_s).into())];
        self.say(key, &args)
    }

    /// What can be done next, the likeliest first.
    fn next(&self, course: &Course) -> Vec<Next> {
        let mut next = Vec::new();
        let mut offer = |steer: Steer, label: String| {
            if self.session.may_steer(lead(), &steer).is_ok() {
                next.push(Next { steer, label });
            }
        };
        let now = self.now();
        offer(Steer::Start { by_rounds: true }, self.word("next-start-rounds"));
        let only = self.session.plan().rounds.is_empty();
        offer(Steer::Start { by_rounds: false }, self.word(if only { "life-startex" } else { "next-start" }));
        offer(Steer::Resume, self.word("next-resume"));
        let running = course.halted.is_some()
            || course.round().and_then(|row| row.begun).is_some_and(|begun| begun.run_s.is_some());
        offer(Steer::RunRound, self.word(if running { "next-run-on" } else { "clock-run-round" }));
        let over = course.round().is_some_and(|row| row.is_run(now));
        let planned = course.current.and_then(|round| self.plan().rounds.get(usize::from(round)));
        let following = course.next_round(now);
        let rest = planned
            .map(|round| round.break_after)
            .filter(|minutes| over && *minutes > 0 && following.is_some());
        // A break comes once, between two rounds.
        let mut rested = self
            .session
            .steered()
            .iter()
            .rev()
            .take_while(|row| !matches!(row.steer, Steer::BeginRound { .. }));
        let rested = rested.any(|row| matches!(row.steer, Steer::Pause { minutes: Some(_) }));
        if let Some(minutes) = rest.filter(|_| !rested) {
            let label = self.say("next-break", &[("minutes", minutes.into())]);
            offer(Steer::Pause { minutes: Some(minutes) }, label);
        }
        if let Some(round) = following {
            let label = self.say("next-round", &[("number", (u32::from(round) + 1).into())]);
            offer(Steer::BeginRound { round }, label);
        }
        offer(Steer::NextPart, self.word("next-part"));
        let more = self.say("next-more-time", &[("minutes", MORE_MINUTES.into())]);
        offer(Steer::MoreTime { minutes: MORE_MINUTES }, more);
        if rest.is_none() || rested {
            offer(Steer::Pause { minutes: None }, self.word("next-pause"));
        }
        offer(Steer::End, self.word("next-end"));
        offer(Steer::HotWash, self.word("next-hot-wash"));
        offer(Steer::Close, self.word("next-close"));
        next
    }

    fn round_line(&self, course: &Course, round: u8, row: &RoundCourse) -> RoundLine {
        let tell = self.tell();
        let now = self.now();
        let reason = || "?".to_owned();
        let may = |steer: &Steer| self.session.may_steer(lead(), steer).is_ok();
        let takers = (round + 1..).zip(course.rounds.iter().skip(usize::from(round) + 1));
        let takers = takers.filter(|(_, taker)| !taker.is_over(now));
        let state = match row {
            _ if row.dropped => "round-dropped",
            _ if row.is_run(now) => "round-played",
            _ if row.begun.is_some() => "round-begun",
            _ => "round-planned",
        };
        let parts = Part::ALL.map(|part| format!("{} {}", self.word(part_key(part)), row.minutes.of(part)));
        let last = Tick(row.until.0.saturating_sub(1));
        let shorter = Steer::ShortenRound { round, until: Some(last), minutes: None, reason: reason() };
        let period = [("from", self.moment(row.from).into()), ("until", self.moment(row.until).into())];
        RoundLine {
            round,
            name: super::inspect_transport::capital(&tell.round(round)),
            period: self.say("round-period", &period),
            minutes: self.say(
                "round-minutes",
                &[("parts", parts.join(", ").into()), ("total", row.minutes.total().into())],
            ),
            state: self.word(state),
            may_drop: may(&Steer::DropRound { round, into: None, reason: reason() }),
            takers: takers
                .map(|(number, _)| (number, super::inspect_transport::capital(&tell.round(number))))
                .collect(),
            shorten: may(&shorter).then_some((row.from.max(now).next(), last)),
            total: row.minutes.total(),
        }
    }

    /// Roles at the tables; without a list all that have one.
    fn comcheck(&self, course: &Course) -> Vec<ContactLine> {
        let tell = self.tell();
        let seats = &self.plan().seats;
        let at_table = |role: &RoleId| {
            let table = self.country().roles[*role].table;
            if seats.is_empty() { table != SeatTable::Excon } else { seats.contains(role) }
        };
        let line = |role: RoleId| {
            let contact = course.reached.get(&role);
            let found = contact.map_or_else(String::new, |contact| {
                let (played, wall) = clocks(contact.at);
                let when = if wall.is_empty() { played } else { wall };
                let parts = [self.word(means_key(contact.how)), when, contact.remark.clone()];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
            });
            ContactLine {
                role,
                name: tell.role(role),
                table: tell.table(self.country().roles[role].table),
                reached: contact.map(|contact| contact.reached),
                found,
            }
        };
        self.country().roles.ids().filter(at_table).map(line).collect()
    }

    fn done(&self) -> impl DoubleEndedIterator<Item = DoneLine> {
        let now = self.now();
        let rows = self.session.steered().iter().filter(move |row| row.tick <= now);
        rows.map(|row| {
            let (played, wall) = clocks(row.times);
            DoneLine {
                at: row.tick,
                time: self.moment(row.tick),
                played,
                wall,
                who: self.tell().actor(row.by.actor),
                text: self.tell().steer_sentence(&row.steer),
            }
        })
    }

    fn jump(&self) -> Option<(Tick, Tick)> {
        use crate::{session::SubmitError, sim::course::Hindrance};
        let from = self.now().next();
        let nowhere = Steer::Jump { to: Tick(0), reason: "?".to_owned() };
        match self.session.may_steer(lead(), &nowhere) {
            Err(SubmitError::Hindered(Hindrance::JumpOutside { last, .. })) if from <= last => {
                Some((from, last))
            }
            _ => None,
        }
    }
}

/// What the staff did with the exercise, in order, as the staff reads it.
pub fn done_lines(session: &Session, texts: &Texts, language: Language) -> Vec<DoneLine> {
    Sight::new(session, Viewer::Lead, texts, language).done().collect()
}

/// True while the exercise is live and its playing time passes.
pub fn counts(session: &Session) -> bool {
    *session.mode() == Mode::Live && session.course().counts()
}
