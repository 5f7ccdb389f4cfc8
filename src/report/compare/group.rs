//! What is kept of one recording to hold it against others: key figures, consequences, criteria, intents with what came of them, and
//! what each table decided.
//!
//! Everything is told by the views and folds of the report; the session itself is not kept. Must not compare: the parent does.

use super::deeds::{Deed, deeds};
use crate::{
    report::summary::Summary,
    session::{Session, evaluation::Standing, intent::Outcome},
    sim::{country::SeatTable, dossier::Sheet, plan::Start, time::Tick},
    text::{Narrator, scenario_time},
    view::{
        dossier_view::dossier_view,
        matrix_view::matrix_view,
        score_view::{GaugesView, ScoreView},
        viewer::Viewer,
    },
};
use serde::Serialize;

/// A group: one recording at its end, or at the moment asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Group {
    /// What it is called: the name of its recording.
    pub name: String,
    /// Code of the scenario.
    pub scenario: String,
    /// Title of the scenario.
    pub title: String,
    /// What was filled in before the day, field and value.
    pub filled: Vec<(String, String)>,
    /// The first day in words.
    pub begins: String,
    /// The result in numbers.
    pub summary: Summary,
    /// Evaluation criteria that were met.
    pub met: u32,
    /// The six interests, each with its highest class in words.
    #[serde(skip)]
    pub(super) interests: Vec<(String, String)>,
    /// The two tracks.
    #[serde(skip)]
    pub(super) tracks: Vec<(String, String)>,
    /// The seven requirements.
    #[serde(skip)]
    pub(super) baseline: Vec<(String, String)>,
    /// The six pillars.
    #[serde(skip)]
    pub(super) pillars: Vec<(String, String)>,
    /// Objectives with an end condition.
    #[serde(skip)]
    pub(super) objectives: Vec<(String, String)>,
    /// Evaluation criteria.
    #[serde(skip)]
    pub(super) criteria: Vec<(String, String)>,
    /// Intents: whose and when, words with what came of them.
    #[serde(skip)]
    pub(super) intents: Vec<(String, String)>,
    /// Injects that were sent, with the moment.
    #[serde(skip)]
    pub(super) sent: Vec<(String, String)>,
    /// Rounds: period and name.
    #[serde(skip)]
    pub(super) rounds: Vec<(Tick, Tick, String)>,
    /// Tables that decided something, with their names.
    #[serde(skip)]
    pub(super) tables: Vec<(SeatTable, String)>,
    /// What was decided.
    #[serde(skip)]
    pub(super) deeds: Vec<Deed>,
    /// Codes of injects and criteria, to see that a scenario was changed in between.
    #[serde(skip)]
    pub(super) script: String,
    #[serde(skip)]
    start: Start,
}

impl Group {
    /// What is kept of a session at the moment on its screen.
    pub fn of(name: String, session: &Session, narrator: &Narrator<'_>) -> Self {
        let plan = session.plan();
        let score = ScoreView::of(narrator);
        let gauges = |view: &GaugesView| {
            view.rows.iter().map(|row| (row.name.clone(), row.stands.clone())).collect::<Vec<_>>()
        };
        let matrix = matrix_view(session, Viewer::Lead, narrator.texts, narrator.language);
        let lines = || matrix.objectives.iter().flat_map(|row| &row.criteria);
        let named = |code: &str, text: &str| format!("{code} {}", text.trim_end_matches('.'));
        let judged = lines().map(|row| (named(&row.code, &row.text), row.standing_words.clone()));
        let end = |met: bool| {
            narrator.texts.word(narrator.language, if met { "report-met" } else { "report-not-met" })
        };
        let objectives = matrix
            .objectives
            .iter()
            .filter_map(|row| row.end_condition.map(|met| (named(&row.code, &row.text), end(met))));
        let deeds = deeds(session, narrator);
        let mut tables: Vec<SeatTable> = deeds.iter().map(|deed| deed.table).collect();
        tables.sort();
        tables.dedup();
        let course = session.course_shown();
        let rounds = (0_u8..).zip(&plan.rounds).map(|(number, row)| {
            let own = course.rounds.get(usize::from(number));
            let (from, until) = own.map_or((row.from, row.until), |own| (own.from, own.until));
            (from, until, narrator.round(number))
        });
        let sent = plan.injects.ids().filter_map(|id| {
            let tick = session.shown().injects.get(id)?.sent?;
            Some((narrator.inject(id), scenario_time(plan.start, tick)))
        });
        let codes = plan.injects.rows().iter().map(|row| row.code.as_str());
        let script: Vec<&str> =
            codes.chain(plan.evaluation.criteria.rows().iter().map(|row| row.code.as_str())).collect();
        Self {
            name,
            scenario: plan.code.clone(),
            title: narrator.scenario_text(&plan.title).to_owned(),
            filled: plan.filled.clone(),
            begins: narrator.texts.day_in_full(narrator.language, plan.start, Tick(0)),
            summary: Summary::of(session),
            met: u32::try_from(lines().filter(|row| row.standing == Standing::Met).count())
                .unwrap_or(u32::MAX),
            interests: score.interests.iter().map(|row| (row.name.clone(), row.worst.clone())).collect(),
            tracks: gauges(&score.tracks),
            baseline: gauges(&score.baseline),
            pillars: gauges(&score.pillars),
            objectives: objectives.collect(),
            criteria: judged.collect(),
            intents: intents(session, narrator),
            sent: sent.collect(),
            rounds: rounds.collect(),
            tables: tables.into_iter().map(|table| (table, narrator.table(table))).collect(),
            deeds,
            script: script.join(" "),
            start: plan.start,
        }
    }

    /// A moment in scenario time.
    pub(super) fn moment(&self, tick: Tick) -> String {
        scenario_time(self.start, tick)
    }
}

/// Intents that count, in the order in which they were filed: table, round and pool; the words with how much of it held.
fn intents(session: &Session, narrator: &Narrator<'_>) -> Vec<(String, String)> {
    let view = dossier_view(session, Viewer::Lead, narrator.texts, narrator.language);
    let told = session.intents_compared().into_iter().filter_map(|row| {
        let filed = session.filed(row.number)?;
        let Sheet::Intent(sheet) = &filed.sheet else { return None };
        let line = view.intents.iter().find(|line| line.head.number == row.number)?;
        let asked =
            row.classes.iter().filter(|class| class.rank.is_some() && class.outcome != Outcome::NotAsked);
        let held = asked.clone().filter(|class| class.outcome == Outcome::Held).count();
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let args = [
            ("words", sheet.words.trim().trim_end_matches('.').into()),
            ("held", count(held).into()),
            ("asked", count(asked.count()).into()),
        ];
        let mut words = narrator.texts.say(narrator.language, "compare-intent", &args);
        if row.afterwards {
            words.push(' ');
            words.push_str(&line.afterwards);
        }
        Some((line.subject.clone(), words))
    });
    told.collect()
}
