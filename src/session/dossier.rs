//! The dossier of an exercise: sheets that people file, each an entry of the recording, and the exercise as it was when one was filed.
//!
//! What a role could see at a decision is not stored: tick and log position identify it, and [`Session::as_it_was`] plays the day
//! up to there once more. Must not judge (`evaluation` does) and must not hide (`view` does).

use super::{Mode, Session, SubmitError, steering, timers::Timers};
use crate::{
    recording::entry::Entry,
    sim::{
        check::text_fits,
        command::{Actor, By, Record},
        country::{Country, SeatTable},
        dossier::{
            DecisionSheet, DisputeSheet, Filed, IntentSheet, LIST_MAX, ObservationSheet, RulingSheet, Sheet,
            Unfit,
        },
        evaluation::{AnswerKind, RATING_MAX},
        ids::{PoolId, RoleId},
        state::State,
        time::Tick,
    },
};
use std::sync::Arc;

/// Why a sheet was not filed.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The exercise takes nothing in now.
    #[error(transparent)]
    Session(#[from] SubmitError),
    /// The sheet is not in order.
    #[error("the sheet is not in order: {0:?}")]
    Unfit(Unfit),
}

impl Session {
    /// Every sheet that was filed, in order.
    pub fn dossier(&self) -> &[Filed] {
        &self.dossier
    }

    /// The sheets that were filed up to the moment on the screen.
    pub fn dossier_shown(&self) -> impl DoubleEndedIterator<Item = &Filed> {
        let now = self.shown().tick;
        self.dossier.iter().filter(move |row| row.tick <= now)
    }

    /// The sheets that count at the moment on the screen: those that no later one corrects.
    pub fn dossier_valid(&self) -> impl DoubleEndedIterator<Item = &Filed> {
        let now = self.shown().tick;
        let corrected =
            move |number: u32| self.dossier.iter().any(|row| row.tick <= now && row.corrects == Some(number));
        self.dossier_shown().filter(move |row| !corrected(row.number))
    }

    /// A sheet by its number.
    pub fn filed(&self, number: u32) -> Option<&Filed> {
        self.dossier.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// Files a sheet and gives its number. On success it is safe on disk.
    pub fn file(&mut self, by: By, corrects: Option<u32>, sheet: Sheet) -> Result<u32, FileError> {
        if self.mode != Mode::Live {
            return Err(SubmitError::Replaying.into());
        }
        if self.looking.is_some() {
            return Err(SubmitError::LookingBack.into());
        }
        self.course.may_remark().map_err(SubmitError::Hindered)?;
        self.may_file(by, corrects, &sheet).map_err(FileError::Unfit)?;
        let number = u32::try_from(self.dossier.len()).unwrap_or(u32::MAX).saturating_add(1);
        let filed = Filed { number, tick: self.head.tick, seq: self.next_seq(), by, corrects, sheet };
        self.write_timed(vec![Entry::Filed(filed.clone())]).map_err(SubmitError::Recording)?;
        self.dossier.push(filed);
        Ok(number)
    }

    /// May this sheet be filed by who files it?
    pub fn may_file(&self, by: By, corrects: Option<u32>, sheet: &Sheet) -> Result<(), Unfit> {
        if let Some(number) = corrects {
            let old = self.filed(number).ok_or(Unfit::NoSuchSheet(number))?;
            if std::mem::discriminant(&old.sheet) != std::mem::discriminant(sheet) {
                return Err(Unfit::NoSuchSheet(number));
            }
            if by.actor != Actor::Lead && by.actor.role() != old.by.actor.role() {
                return Err(Unfit::NotYours);
            }
        }
        match sheet {
            Sheet::Decision(sheet) => self.decision_fits(by, sheet),
            Sheet::Intent(sheet) => self.intent_fits(by, sheet),
            Sheet::Observation(sheet) => self.observation_fits(by, sheet),
            Sheet::Dispute(sheet) => dispute_fits(&self.country, by, sheet),
            Sheet::Ruling(sheet) => self.ruling_fits(by, sheet),
        }
    }

    fn decision_fits(&self, by: By, sheet: &DecisionSheet) -> Result<(), Unfit> {
        self.country.roles.get(sheet.role).ok_or(Unfit::Unknown)?;
        if by.actor != Actor::Lead && by.actor.role() != Some(sheet.role) {
            return Err(Unfit::NotYours);
        }
        required(&sheet.picture)?;
        required(&sheet.judgement)?;
        required(&sheet.decision)?;
        sheet.options.iter().try_for_each(|option| required(option))?;
        if sheet.options.len() > LIST_MAX || sheet.commands.len() > LIST_MAX {
            return Err(Unfit::TextBad);
        }
        for seq in &sheet.commands {
            let own = |record: &&Record| record.by.actor.role() == Some(sheet.role) && !self.is_undone(*seq);
            self.record(*seq).filter(own).ok_or(Unfit::NotYourCommand(*seq))?;
        }
        let known = sheet.inject.is_none_or(|inject| self.head.injects.get(inject).is_some());
        if known { Ok(()) } else { Err(Unfit::Unknown) }
    }

    fn intent_fits(&self, by: By, sheet: &IntentSheet) -> Result<(), Unfit> {
        at_table(&self.country, by, sheet.table)?;
        required(&sheet.words)?;
        let twice = (1..)
            .zip(&sheet.ranks)
            .any(|(next, (class, _))| sheet.ranks.iter().skip(next).any(|(other, _)| other == class));
        if twice || sheet.ranks.iter().any(|(_, share)| share.is_some_and(|share| share > 100)) {
            return Err(Unfit::RanksBad);
        }
        let round = sheet.round.is_none_or(|round| usize::from(round) < self.plan.rounds.len());
        let pool = sheet.pool.is_none_or(|pool| self.country.pools.get(pool).is_some());
        if round && pool { Ok(()) } else { Err(Unfit::Unknown) }
    }

    fn observation_fits(&self, by: By, sheet: &ObservationSheet) -> Result<(), Unfit> {
        if by.actor != Actor::Lead {
            return Err(Unfit::NotYours);
        }
        text_fits(&sheet.text).map_err(|_| Unfit::TextBad)?;
        if sheet.rating.is_none() && sheet.text.trim().is_empty() {
            return Err(Unfit::Empty);
        }
        if let Some(rating) = sheet.rating.filter(|rating| !(1..=RATING_MAX).contains(rating)) {
            return Err(Unfit::RatingOutside(rating));
        }
        let question = sheet.question.map(|question| self.plan.evaluation.questions.get(question));
        match question {
            Some(None) => return Err(Unfit::Unknown),
            Some(Some(row)) if row.answer == AnswerKind::Words && sheet.rating.is_some() => {
                return Err(Unfit::WordsOnly);
            }
            _ => {}
        }
        let role = sheet.role.is_none_or(|role| self.country.roles.get(role).is_some());
        let inject = sheet.inject.is_none_or(|inject| self.head.injects.get(inject).is_some());
        let objective = sheet.objective.is_none_or(|objective| self.plan.objectives.get(objective).is_some());
        if !role || !inject || !objective {
            return Err(Unfit::Unknown);
        }
        match sheet.decision {
            Some(number) => self.is_filed(number, |sheet| matches!(sheet, Sheet::Decision(_))),
            None => Ok(()),
        }
    }

    fn ruling_fits(&self, by: By, sheet: &RulingSheet) -> Result<(), Unfit> {
        if by.actor != Actor::Lead {
            return Err(Unfit::NotYours);
        }
        required(&sheet.reason)?;
        self.is_filed(sheet.dispute, |sheet| matches!(sheet, Sheet::Dispute(_)))?;
        match sheet.command {
            Some(seq) if self.record(seq).is_none() || self.is_undone(seq) => Err(Unfit::NotYourCommand(seq)),
            _ => Ok(()),
        }
    }

    fn is_filed(&self, number: u32, kind: impl Fn(&Sheet) -> bool) -> Result<(), Unfit> {
        let found = self.filed(number).is_some_and(|row| kind(&row.sheet));
        if found { Ok(()) } else { Err(Unfit::NoSuchSheet(number)) }
    }

    /// The exercise as it was when a sheet was filed, to look at apart from it: the same state, the same happenings, the same log, and
    /// nothing that came later. Worked out from the start of the day.
    #[must_use]
    pub fn when_filed(&self, filed: &Filed) -> Self {
        self.as_it_was(filed.tick, filed.seq, filed.number)
    }

    /// The exercise at a moment, when the next command and the next sheet had these numbers.
    #[must_use]
    pub fn as_it_was(&self, tick: Tick, seq: u32, sheet: u32) -> Self {
        let last = self.keyframes.len().saturating_sub(1);
        let day = ((tick.0 / super::KEYFRAME_TICKS) as usize).min(last);
        let keyframe = self.keyframes.get(day);
        let head =
            keyframe.map_or_else(|| State::new(&self.country, &self.plan), |state| State::clone(state));
        let log: Vec<Record> = self.log.iter().take_while(|record| record.seq < seq).cloned().collect();
        // What the staff did between two commands of the same tick stays: it has no place among the sheets.
        let before = |row: &&steering::Steered| row.tick < tick || row.tick == tick && row.seq <= seq;
        let steered: Vec<_> = self.steered.iter().filter(before).cloned().collect();
        let mut session = Self {
            country: self.country.clone(),
            plan: self.plan.clone(),
            history: self.history.before_day(head.tick.day()),
            head,
            looking: None,
            keyframes: self.keyframes.iter().take(day + 1).map(Arc::clone).collect(),
            log,
            journal: None,
            mode: Mode::Replay(tick),
            notes: self.notes.iter().filter(|note| note.tick <= tick).cloned().collect(),
            times: self.times,
            track: self.track.until(tick, seq),
            course: steering::course_of(&self.plan, steered.iter()),
            steered,
            dossier: self.dossier.iter().take_while(|row| row.number < sheet).cloned().collect(),
            timers: Timers::default(),
        };
        // The day began with its keyframe and its first hour.
        session.history.take_hour(&session.country, &session.plan, &session.head);
        session.apply_logged();
        session.run_until(tick);
        // It was the present then, and is shown as such; nobody records what is done with a copy.
        session.mode = Mode::Live;
        session.times = session.track.last();
        session
    }
}

/// Sheets of a recording, in order.
pub(super) fn read(entries: &[Entry]) -> Vec<Filed> {
    let filed = |entry: &Entry| if let Entry::Filed(filed) = entry { Some(filed.clone()) } else { None };
    entries.iter().filter_map(filed).collect()
}

fn dispute_fits(country: &Country, by: By, sheet: &DisputeSheet) -> Result<(), Unfit> {
    at_table(country, by, sheet.table)?;
    required(&sheet.subject)?;
    required(&sheet.reason)
}

/// The lead writes for every table, a role for its own.
fn at_table(country: &Country, by: By, table: SeatTable) -> Result<(), Unfit> {
    let sits = |role: RoleId| country.roles.get(role).is_some_and(|row| row.table == table);
    let own = by.actor == Actor::Lead || by.actor.role().is_some_and(sits);
    if own { Ok(()) } else { Err(Unfit::NotYours) }
}

fn required(text: &str) -> Result<(), Unfit> {
    text_fits(text).map_err(|_| Unfit::TextBad)?;
    if text.trim().is_empty() { Err(Unfit::Empty) } else { Ok(()) }
}

/// Pools that the roles of a table own, in their order.
pub fn pools_of(country: &Country, table: SeatTable) -> impl Iterator<Item = PoolId> + '_ {
    let own = move |pool: &PoolId| {
        country.pools.get(*pool).is_some_and(|row| country.roles[row.owner].table == table)
    };
    country.pools.ids().filter(own)
}
