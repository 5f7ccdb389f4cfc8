//! The script as the staff works on it: every inject, the periods of the exercise, and what each role gets to do in each of
//! them. For the exercise lead only.
//!
//! Must stay empty for everybody else, and must not judge an inject: it counts what is planned (`preflight` rehearses it).

use super::{
    injects_view::{InjectRow, InjectsView, injects_kept},
    matrix_view::{MatrixView, matrix_view},
    memory::Memory,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        ids::RoleId,
        plan::Start,
        state::InjectStatus,
        time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts},
};

/// Fewest and most decisions of a role in a round: with fewer it waits, with more nobody talks. The same as `preflight` counts.
pub const DECISIONS: [u32; 2] = [2, 4];
/// Most days that are told apart where an exercise has no rounds; a longer one is cut into as many parts.
const DAYS_MAX: u32 = 7;

/// The script.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ScriptView {
    /// Every inject, with what can be done with it.
    pub injects: InjectsView,
    /// Rounds, or days where there are none.
    pub periods: Vec<Period>,
    /// The exercise is played by rounds.
    pub by_rounds: bool,
    /// What each role gets, in each period.
    pub loads: Vec<LoadRow>,
    /// Objectives with the injects that serve them.
    pub matrix: MatrixView,
    /// When the scenario starts.
    pub start: Start,
    /// Where the exercise ends.
    pub end: Tick,
}

impl ScriptView {
    /// Every inject: planned, on the shelf and over.
    pub fn rows(&self) -> impl Iterator<Item = &InjectRow> {
        self.injects.rows()
    }

    /// Place of the period in which a moment falls.
    pub fn period_of(&self, tick: Tick) -> Option<usize> {
        self.periods.iter().position(|period| (period.from..period.until).contains(&tick))
    }
}

/// A round, or a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Period {
    /// Its name.
    pub name: String,
    /// Its first moment.
    pub from: Tick,
    /// The first moment that no longer belongs to it.
    pub until: Tick,
}

/// What a role gets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadRow {
    /// Which.
    pub role: RoleId,
    /// Its name.
    pub name: String,
    /// One for each period.
    pub loads: Vec<Load>,
}

/// What a role gets in a period.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// Messages that reach it.
    pub injects: u32,
    /// Messages that ask something of it.
    pub decisions: u32,
    /// Whether that is too little or too much; only where the exercise is played by rounds.
    pub pace: Pace,
}

/// Whether a role has enough to do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pace {
    /// Enough, or not to be judged.
    #[default]
    Fine,
    /// Fewer decisions than a role can bear.
    Few,
    /// More decisions than a role can talk about.
    Many,
}

/// The script; empty for players.
pub fn script_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> ScriptView {
    script_kept(session, viewer, texts, language, &mut Memory::default())
}

/// The same, for a window that keeps what was told.
pub fn script_kept(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    memory: &mut Memory,
) -> ScriptView {
    let sight = Sight::new(session, viewer, texts, language);
    if !sight.is_lead() {
        return ScriptView::default();
    }
    let injects = injects_kept(session, viewer, texts, language, memory);
    let by_rounds = !sight.plan().rounds.is_empty();
    let periods = if by_rounds { sight.rounds() } else { sight.days() };
    let loads = sight.loads(&injects, &periods, by_rounds);
    ScriptView {
        injects,
        periods,
        by_rounds,
        loads,
        matrix: matrix_view(session, viewer, texts, language),
        start: sight.plan().start,
        end: sight.plan().end(),
    }
}

impl Sight<'_> {
    fn rounds(&self) -> Vec<Period> {
        let rounds = self.plan().rounds.iter();
        let period = |round: &crate::sim::rounds::Round| Period {
            name: self.tell().scenario_text(&round.name).to_owned(),
            from: round.from,
            until: round.until,
        };
        rounds.map(period).collect()
    }

    /// Days of the calendar, or as many equal parts of a long exercise.
    fn days(&self) -> Vec<Period> {
        let (start, end) = (self.plan().start, self.plan().end());
        let days = (u32::from(start.quarter) + end.0).div_ceil(TICKS_PER_DAY).max(1);
        let step = days.div_ceil(DAYS_MAX);
        let midnight = |day: u32| Tick((day * TICKS_PER_DAY).saturating_sub(start.quarter.into()));
        let period = |day: u32| {
            let last = (day + step - 1).min(days - 1);
            let name = if last == day { format!("D+{day}") } else { format!("D+{day}–{last}") };
            Period { name, from: midnight(day), until: midnight(last + 1).min(end.next()) }
        };
        (0..days).step_by(step as usize).map(period).collect()
    }

    /// What roles get that are sent something by name; what everybody gets is counted for each of them.
    fn loads(&self, view: &InjectsView, periods: &[Period], judged: bool) -> Vec<LoadRow> {
        let rows: Vec<&InjectRow> = view.rows().filter(|row| row.status != InjectStatus::Skipped).collect();
        let named = |role: &RoleId| rows.iter().any(|row| row.content.receivers.contains(role));
        let load = |role: RoleId, period: &Period| {
            let within = rows.iter().filter(|row| {
                let moment = row.due_at.is_some_and(|at| (period.from..period.until).contains(&at));
                moment && row.roles.contains(&role)
            });
            let (mut injects, mut decisions) = (0, 0);
            for row in within {
                injects += 1;
                decisions += u32::from(!row.content.expected.nl.trim().is_empty());
            }
            let [fewest, most] = DECISIONS;
            let pace = match decisions {
                _ if !judged => Pace::Fine,
                few if few < fewest => Pace::Few,
                many if many > most => Pace::Many,
                _ => Pace::Fine,
            };
            Load { injects, decisions, pace }
        };
        let roles = self.country().roles.ids().filter(named);
        roles
            .map(|role| LoadRow {
                role,
                name: self.tell().role(role),
                loads: periods.iter().map(|period| load(role, period)).collect(),
            })
            .collect()
    }
}

/// A moment as people type it: `D+2 14:15`, `2 14:15`, or `14:15` on the day of `near`. None when it is no moment.
pub fn typed_moment(text: &str, start: Start, near: Tick) -> Option<Tick> {
    let text = text.trim().to_lowercase();
    let (day, clock) = match text.rsplit_once(char::is_whitespace) {
        Some((day, clock)) => {
            let day = day.trim().trim_start_matches("d+").trim_start_matches('+').trim();
            (day.parse::<u32>().ok()?, clock.to_owned())
        }
        None => (start.day_and_quarter(near).0, text.clone()),
    };
    let (hours, minutes) = clock.split_once([':', '.'])?;
    let (hours, minutes) = (hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?);
    if hours > 23 || minutes > 59 || day > 729 {
        return None;
    }
    let quarters = day * TICKS_PER_DAY + hours * TICKS_PER_HOUR + minutes / (60 / TICKS_PER_HOUR);
    quarters.checked_sub(u32::from(start.quarter)).map(Tick)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_read_as_people_type_them() {
        let start = Start { quarter: 32, ..Start::default() };
        // The scenario starts at eight.
        assert_eq!(typed_moment("D+0 08:00", start, Tick(0)), Some(Tick(0)));
        assert_eq!(typed_moment("d+2 14:20", start, Tick(0)), Some(Tick(2 * 96 + 57 - 32)));
        assert_eq!(typed_moment("2 14.15", start, Tick(0)), Some(Tick(2 * 96 + 57 - 32)));
        // Without a day it is the day where the row stands.
        assert_eq!(typed_moment("9:30", start, Tick(96)), Some(Tick(96 + 38 - 32)));
        for wrong in ["", "morgen", "D+1", "25:00", "07:00", "D+x 10:00", "D+1 10:99"] {
            assert_eq!(typed_moment(wrong, start, Tick(0)), None, "{wrong}");
        }
    }
}
