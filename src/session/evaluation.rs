//! How the evaluation criteria stand: a fold over what was recorded. Events, commands, hourly figures and the sheets of the dossier go
//! in; a standing for each criterion comes out, with the entry that decided it. So it is the same live, in a replay and on a branch.
//!
//! Pure: it reads nothing of the present state. Events of the present quarter of an hour do not count yet, commands and sheets do.
//! What a player does counts when it is given, not when it takes effect. Minutes in the room are those that were written down with it. Must not change anything; how it is told is in `view`.

use super::{Session, history::History, times::Track};
use crate::sim::every::every;
use crate::sim::{
    command::{Command, Record},
    country::Country,
    course::{Stage, Times},
    dossier::{Filed, ObservationSheet, Sheet},
    evaluation::{Bound, Evaluation, Sign, Test, When, Window},
    event::{Event, Step},
    ids::{EvaluationId, InjectId, PoolId, QuestionId},
    metric::Metric,
    plan::Plan,
    script::Doing,
    time::{Span, TICKS_PER_HOUR, Tick},
};
use serde::Serialize;
use strum::{EnumCount, VariantArray};

/// How an evaluation criterion stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[derive(EnumCount, VariantArray)]
pub enum Standing {
    /// It can still go either way.
    Open,
    /// What should be seen was seen.
    Met,
    /// It was not.
    NotMet,
    /// The exercise was over before it could be seen, or nobody looked.
    NotObserved,
}

impl Standing {
    /// Every standing, in the order of a legend.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// What decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DecidedBy {
    /// A command, by its number.
    Command(u32),
    /// Something that became of an inject.
    Inject(InjectId),
    /// A figure at a full hour.
    Hour,
    /// A sheet of the dossier, by its number.
    Sheet(u32),
    /// The time was over.
    Time,
}

/// An evaluation criterion with its standing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Judged {
    /// Which.
    pub criterion: EvaluationId,
    /// How it stands.
    pub standing: Standing,
    /// What decided it, and when; none while it is open and when nothing could be seen.
    pub decided: Option<(Tick, DecidedBy)>,
}

impl Session {
    /// How the evaluation criteria stand at the moment on the screen, in the order of the plan.
    pub fn judged(&self) -> Vec<Judged> {
        let now = self.shown().tick;
        let facts = Facts {
            country: self.country(),
            plan: self.plan(),
            metrics: self.plan().evaluation.metrics(),
            now,
            ended: self.course_shown().stage >= Stage::Ended || now >= self.plan().end(),
            log: self.log().iter().filter(|row| row.submitted <= now && !self.is_undone(row.seq)).collect(),
            all: self.log(),
            history: self.history(),
            track: self.track(),
            played_now_s: self.times_shown().played_s,
            sheets: self.dossier_shown().collect(),
            valid: self.dossier_valid().collect(),
        };
        let evaluation: &Evaluation = &self.plan().evaluation;
        evaluation.criteria.iter().map(|(criterion, row)| facts.judge(criterion, &row.test)).collect()
    }
}

/// A hit: when, and what it was.
type Hit = (Tick, DecidedBy);

struct Facts<'a> {
    country: &'a Country,
    plan: &'a Plan,
    metrics: Vec<Metric>,
    now: Tick,
    ended: bool,
    log: Vec<&'a Record>,
    /// The whole log, to find the request that an answer is about.
    all: &'a [Record],
    history: &'a History,
    /// Playing time by moment and command.
    track: &'a Track,
    played_now_s: u32,
    sheets: Vec<&'a Filed>,
    valid: Vec<&'a Filed>,
}

impl Facts<'_> {
    fn judge(&self, criterion: EvaluationId, test: &Test) -> Judged {
        let (standing, decided) = match test {
            Test::Event(sign, window) => self.event(sign, *window, (Standing::Met, Standing::NotMet)),
            Test::Absence(sign, window) => self.event(sign, *window, (Standing::NotMet, Standing::Met)),
            Test::Within { sign, of, time } => self.within(sign, of, *time),
            Test::WithinTalk { sign, of, minutes } => self.within_talk(sign, of, *minutes),
            Test::Sequence(signs, window) => self.sequence(signs, *window),
            Test::Threshold { metric, bound, when } => self.threshold(*metric, *bound, *when),
            Test::Rating { question, at_least } => self.rating(*question, *at_least),
        };
        Judged { criterion, standing, decided }
    }

    /// `seen` once it happens, `missed` when the time is over without it.
    fn event(
        &self,
        sign: &Sign,
        window: Window,
        (seen, missed): (Standing, Standing),
    ) -> (Standing, Option<Hit>) {
        match self.first(sign, window) {
            Some(hit) => (seen, Some(hit)),
            None => self.over(window, missed),
        }
    }

    /// What holds once the time of a window is over, or the exercise is.
    fn over(&self, window: Window, then: Standing) -> (Standing, Option<Hit>) {
        if self.now > window.until {
            return (then, Some((window.until, DecidedBy::Time)));
        }
        if !self.ended {
            return (Standing::Open, None);
        }
        if self.now < window.from {
            return (Standing::NotObserved, None);
        }
        (then, Some((self.now, DecidedBy::Time)))
    }

    fn within(&self, sign: &Sign, of: &Sign, time: Span) -> (Standing, Option<Hit>) {
        let whole = Window { from: Tick(0), until: self.plan.end() };
        let Some((from, _)) = self.first(of, whole) else {
            let standing = if self.ended { Standing::NotObserved } else { Standing::Open };
            return (standing, None);
        };
        let window = Window { from, until: from.after(time) };
        if let Some(hit) = self.first(sign, window) {
            return (Standing::Met, Some(hit));
        }
        if self.now > window.until {
            return (Standing::NotMet, Some((window.until, DecidedBy::Time)));
        }
        (if self.ended { Standing::NotObserved } else { Standing::Open }, None)
    }

    /// By playing time. Where nobody counted it, nothing can be said.
    fn within_talk(&self, sign: &Sign, of: &Sign, minutes: u16) -> (Standing, Option<Hit>) {
        let open = if self.ended { Standing::NotObserved } else { Standing::Open };
        let counted = self.track.last() != Times::default();
        let whole = Window { from: Tick(0), until: self.plan.end() };
        let Some(begun) = self.first(of, whole).filter(|_| counted) else { return (open, None) };
        let limit_s = self.played_s(begun).saturating_add(u32::from(minutes) * 60);
        match self.first(sign, Window { from: begun.0, until: self.plan.end() }) {
            Some(hit) if self.played_s(hit) <= limit_s => (Standing::Met, Some(hit)),
            Some(hit) => (Standing::NotMet, Some(hit)),
            None if self.played_now_s > limit_s => (Standing::NotMet, Some((self.now, DecidedBy::Time))),
            None => (open, None),
        }
    }

    /// Playing time of a hit, seconds. The scenario may stand still for long at one moment: what is sent is there at once, what is
    /// decided or answered has the time of its command.
    fn played_s(&self, (tick, by): Hit) -> u32 {
        let times = match by {
            DecidedBy::Command(seq) => self.track.of_command(seq),
            DecidedBy::Inject(inject) => {
                let mut events = self.history.events_before(self.now);
                let sent = events.any(|row| row.tick == tick && row.event == Event::InjectSent(inject));
                let answers = |record: &&&Record| {
                    let own =
                        matches!(&record.command, Command::AnswerInject { inject: of, .. } if *of == inject);
                    own && record.submitted <= tick
                };
                match self.log.iter().find(answers).filter(|_| !sent) {
                    Some(record) => self.track.of_command(record.seq),
                    None if sent => self.track.first_at(tick),
                    None => self.track.at(tick),
                }
            }
            DecidedBy::Hour | DecidedBy::Time | DecidedBy::Sheet(_) => self.track.first_at(tick),
        };
        times.played_s
    }

    fn sequence(&self, signs: &[Sign], window: Window) -> (Standing, Option<Hit>) {
        let hits: Vec<Option<Hit>> = signs.iter().map(|sign| self.first(sign, window)).collect();
        // The first that came before one that stands before it.
        let too_early = hits.iter().enumerate().filter_map(|(index, hit)| {
            let hit = (*hit)?;
            let early = hits.iter().take(index).any(|before| before.is_none_or(|before| before.0 > hit.0));
            early.then_some(hit)
        });
        if let Some(hit) = too_early.min_by_key(|hit| hit.0) {
            return (Standing::NotMet, Some(hit));
        }
        match hits.last() {
            Some(Some(hit)) => (Standing::Met, Some(*hit)),
            _ => self.over(window, Standing::NotMet),
        }
    }

    fn threshold(&self, metric: Metric, bound: Bound, when: When) -> (Standing, Option<Hit>) {
        let open = if self.ended { Standing::NotObserved } else { Standing::Open };
        match when {
            When::At(from) => match self.hours(metric, Window { from, until: self.plan.end() }).next() {
                Some((tick, value)) => {
                    let standing = if bound.holds(value) { Standing::Met } else { Standing::NotMet };
                    (standing, Some((tick, DecidedBy::Hour)))
                }
                None => (open, None),
            },
            When::Throughout(window) => {
                let breach = self.hours(metric, window).find(|(_, value)| !bound.holds(*value));
                match breach {
                    Some((tick, _)) => (Standing::NotMet, Some((tick, DecidedBy::Hour))),
                    None if self.now > window.until => (Standing::Met, Some((window.until, DecidedBy::Time))),
                    None => (open, None),
                }
            }
            When::Once(window) => match self.hours(metric, window).find(|(_, value)| bound.holds(*value)) {
                Some((tick, _)) => (Standing::Met, Some((tick, DecidedBy::Hour))),
                None => self.over(window, Standing::NotMet),
            },
        }
    }

    fn rating(&self, question: QuestionId, at_least: u8) -> (Standing, Option<Hit>) {
        let (mut sum, mut count, mut last) = (0_u32, 0_u32, None);
        for filed in &self.valid {
            if let Sheet::Observation(ObservationSheet { question: asked, rating: Some(rating), .. }) =
                &filed.sheet
                && *asked == Some(question)
            {
                sum += u32::from(*rating);
                count += 1;
                last = Some((filed.tick, DecidedBy::Sheet(filed.number)));
            }
        }
        match last {
            None if self.ended => (Standing::NotObserved, None),
            None => (Standing::Open, None),
            hit if sum >= u32::from(at_least) * count => (Standing::Met, hit),
            hit => (Standing::NotMet, hit),
        }
    }

    /// A metric at the full hours of a window that have come.
    fn hours(&self, metric: Metric, window: Window) -> impl Iterator<Item = (Tick, i64)> + '_ {
        let place = self.metrics.iter().position(|row| *row == metric);
        let rows = self.history.hours_until(self.now);
        rows.filter_map(move |row| {
            let tick = Tick(row.hour * TICKS_PER_HOUR);
            Some((tick, *row.evaluated.get(place?)?)).filter(|_| window.holds(tick))
        })
    }

    /// The first time that something happens in a window.
    fn first(&self, sign: &Sign, window: Window) -> Option<Hit> {
        match sign {
            Sign::Sent(inject) => self.inject(window, *inject, |event| matches!(event, Event::InjectSent(_))),
            Sign::Seen(inject) => self.inject(window, *inject, |event| {
                matches!(event, Event::InjectStep(_, Step::Seen(_) | Step::Answered(_)))
            }),
            Sign::Answered(inject) => {
                self.inject(window, *inject, |event| matches!(event, Event::InjectStep(_, Step::Answered(_))))
            }
            Sign::Unanswered(inject) => {
                self.inject(window, *inject, |event| matches!(event, Event::InjectStep(_, Step::Unanswered)))
            }
            Sign::Did(what, by) => self.log.iter().find_map(|record| {
                let role = record.by.actor.role()?;
                let own = by.is_none_or(|by| by == role) && window.holds(record.submitted);
                let hit = (record.submitted, DecidedBy::Command(record.seq));
                (own && self.is_met_by(*what, record)).then_some(hit)
            }),
            Sign::Measured(metric, bound) => {
                let (tick, _) = self.hours(*metric, window).find(|(_, value)| bound.holds(*value))?;
                Some((tick, DecidedBy::Hour))
            }
            Sign::Recorded(role) => {
                self.sheet(window, |sheet| matches!(sheet, Sheet::Decision(sheet) if sheet.role == *role))
            }
            Sign::Intended(table) => {
                self.sheet(window, |sheet| matches!(sheet, Sheet::Intent(sheet) if sheet.table == *table))
            }
            Sign::Any(signs) => {
                signs.iter().filter_map(|sign| self.first(sign, window)).min_by_key(|(tick, _)| *tick)
            }
            Sign::Moment(tick) => {
                (*tick <= self.now && window.holds(*tick)).then_some((*tick, DecidedBy::Time))
            }
        }
    }

    fn inject(&self, window: Window, inject: InjectId, is: impl Fn(&Event) -> bool) -> Option<Hit> {
        let mut events = self.history.events_before(self.now);
        let found = events.find(|row| {
            let own = matches!(&row.event, Event::InjectSent(id) | Event::InjectStep(id, _) if *id == inject);
            own && window.holds(row.tick) && is(&row.event)
        })?;
        Some((found.tick, DecidedBy::Inject(inject)))
    }

    fn sheet(&self, window: Window, is: impl Fn(&Sheet) -> bool) -> Option<Hit> {
        let found = self.sheets.iter().find(|row| window.holds(row.tick) && is(&row.sheet))?;
        Some((found.tick, DecidedBy::Sheet(found.number)))
    }

    fn is_met_by(&self, what: Doing, record: &Record) -> bool {
        // A damage that was repaired is forgotten, so its crews are known by who may order them.
        if let Command::OrderRepair { .. } = record.command {
            let owner = |pool: PoolId| self.country.pools.get(pool).map(|row| row.owner);
            return match what {
                Doing::RepairOrdered(pool) => owner(pool) == record.by.actor.role(),
                what => what == Doing::Anything,
            };
        }
        let about = |request| {
            // The terms that were answered: the last that were proposed before.
            let before = self.all.iter().rev().filter(|row| row.seq < record.seq);
            before.into_iter().find_map(|row| match &row.command {
                Command::Ask { about, .. } if row.seq == request => Some(about.clone()),
                Command::Counter { request: of, about, .. } if *of == request => Some(about.clone()),
                _ => None,
            })
        };
        Doing::of(&record.command, None, about).into_iter().any(|done| what.is_met_by(done))
    }
}
