//! The report of an exercise: one HTML file that stands alone, opens in any browser and prints on A4.
//!
//! Reads a session at the moment on its screen and a narrator for the words; every text is escaped in `html`. It is the
//! staff's report: it tells the whole picture, not that of one role. Read `summary` (the result in numbers), `course` (what the staff did, and its rounds), `briefing` (a page for who comes late), `timeline` (what
//! happened), `stands` (ammunition trains that stood still), `score` and `consequences` (what it cost whom), `evaluation` (objectives, recorded decisions, observations), `ledger` (who got what), `yardstick` (what was possible), `compare` (other groups beside this one), `worst` (the worst moment), `map` (pictures), `html` (the only place that writes
//! tags). Must not change a session and must not read or write files.

pub mod briefing;
pub mod compare;
pub mod consequences;
mod course;
mod evaluation;
pub mod guide;
mod html;
mod ledger;
pub mod map;
pub mod preflight;
mod score;
mod stands;
pub mod summary;
pub mod timeline;
mod worst;
pub mod yardstick;

use crate::{
    geo::map::MapData,
    optimum::yardstick::Yardstick,
    session::Session,
    sim::{country::Class, plan::Objective, time::Tick},
    text::{Arg, Narrator, class_key, marking_key, number, scenario_time},
};
use html::Page;
use map::Pictures;
use summary::{ObjectiveResult, Summary};

/// What a report is made of.
pub struct Report<'a> {
    /// The exercise, at the moment the report is about.
    pub session: &'a Session,
    /// The ground under the maps, for its sources.
    pub map: &'a MapData,
    /// The maps.
    pub pictures: &'a Pictures,
    /// Words and names at that moment.
    pub narrator: Narrator<'a>,
    /// What was possible, if it was worked out.
    pub yardstick: Option<&'a Yardstick>,
    /// This group beside others, if there are any.
    pub comparison: Option<&'a compare::Comparison>,
}

impl Report<'_> {
    /// The whole file.
    pub fn html(&self) -> String {
        let narrator = &self.narrator;
        let plan = self.session.plan();
        let title = narrator.scenario_text(&plan.title);
        let marking = self.word(marking_key(plan.marking));
        let mut page = Page::new(
            narrator.language.code(),
            title,
            &self.say("report-marking", &[("marking", marking.into())]),
        );
        self.head(&mut page, title);
        self.result(&mut page);
        self.maps(&mut page);
        course::section(self, &mut page);
        self.timeline(&mut page);
        evaluation::section(self, &mut page);
        stands::section(self, &mut page);
        score::section(self, &mut page);
        self.ledger(&mut page);
        yardstick::section(self, self.yardstick, &mut page);
        compare::section(self, &mut page);
        self.sources(&mut page);
        page.finish()
    }

    fn word(&self, key: &str) -> String {
        self.narrator.texts.word(self.narrator.language, key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.narrator.texts.say(self.narrator.language, key, args)
    }

    fn time(&self, tick: Tick) -> String {
        scenario_time(self.narrator.plan.start, tick)
    }

    /// Scenario time with its date.
    fn moment(&self, tick: Tick) -> String {
        let narrator = &self.narrator;
        let date = narrator.texts.date_time(narrator.language, narrator.plan.start, tick);
        format!("{} ({date})", self.time(tick))
    }

    fn head(&self, page: &mut Page, title: &str) {
        let plan = self.session.plan();
        page.heading(1, title);
        page.paragraph(self.narrator.scenario_text(&plan.summary));
        let now = self.session.shown().tick;
        let facts = [
            ("report-scenario", plan.code.clone()),
            ("report-period", format!("{} \u{2013} {}", self.moment(Tick(0)), self.moment(now))),
            ("report-seed", plan.seed.to_string()),
            ("report-build", env!("CARGO_PKG_VERSION").to_owned()),
        ];
        let rows = facts.into_iter().map(|(key, value)| vec![self.word(key), value]);
        page.table("facts", &[], rows.collect());
    }

    fn result(&self, page: &mut Page) {
        page.heading(2, &self.word("report-result"));
        let summary = Summary::of(self.session);
        page.list(&summary.lines(&self.narrator));
        let narrator = &self.narrator;
        let rows = summary.movements.iter().map(|row| {
            let done = row.completed.map_or_else(|| self.word("report-open"), |tick| self.time(Tick(tick)));
            let count = |count: u32| number(narrator.language, count.into());
            let id = self.session.plan().movements.find(|movement| movement.code == row.code);
            let name = id.map_or_else(|| row.code.clone(), |id| narrator.movement(id));
            vec![name, count(row.pieces), count(row.delivered), self.time(Tick(row.due)), done]
        });
        let columns =
            ["report-movement", "report-pieces", "report-delivered", "report-due", "report-complete"];
        page.table("numbers", &columns.map(|key| self.word(key)), rows.collect());
        if !summary.objectives.is_empty() {
            page.heading(3, &self.word("report-objectives"));
            page.table("", &[], self.objectives(&summary));
        }
    }

    fn objectives(&self, summary: &Summary) -> Vec<Vec<String>> {
        let objectives = self.session.plan().objectives.rows().iter().zip(&summary.objectives);
        let row = |(objective, result): (&Objective, &ObjectiveResult)| {
            let key = match result.met {
                Some(true) => "report-met",
                Some(false) => "report-not-met",
                None => "report-for-observers",
            };
            vec![
                objective.code.clone(),
                self.narrator.scenario_text(&objective.text).to_owned(),
                self.word(key),
            ]
        };
        objectives.map(row).collect()
    }

    fn maps(&self, page: &mut Page) {
        page.heading(2, &self.word("report-maps"));
        let now = (self.session.shown().tick, &self.pictures.now);
        let worst = self.pictures.worst.as_ref().map(|(tick, picture)| (*tick, picture));
        let figures = worst.into_iter().map(|row| ("report-map-worst", row)).chain([("report-map", now)]);
        for (key, (tick, picture)) in figures {
            page.figure(picture, &self.say(key, &[("time", self.moment(tick).into())]));
        }
    }

    fn timeline(&self, page: &mut Page) {
        page.heading(2, &self.word("report-timeline"));
        let rows = timeline::rows(self.session, &self.narrator);
        let left_out = rows.len().saturating_sub(timeline::ROWS_MAX);
        let kept = timeline::shortened(rows);
        // Three clocks where the other two are known.
        let timed = self.session.track().last() != crate::sim::course::Times::default();
        let rows = kept.into_iter().map(|row| {
            let mut cells = vec![self.time(row.time), self.word(row.kind.key()), row.text];
            if timed {
                let (played, wall) = course::clocks(row.times);
                cells.splice(1..1, [played, wall]);
            }
            cells
        });
        let mut columns = ["report-time", "report-kind", "report-what"].map(|key| self.word(key)).to_vec();
        if timed {
            columns.splice(1..1, ["report-played", "report-wall"].map(|key| self.word(key)));
        }
        page.table(if timed { "timeline clocks" } else { "timeline" }, &columns, rows.collect());
        if left_out > 0 {
            let left_out = i64::try_from(left_out).unwrap_or(i64::MAX);
            page.paragraph(&self.say("report-left-out", &[("count", left_out.into())]));
        }
    }

    fn ledger(&self, page: &mut Page) {
        page.heading(2, &self.word("report-ledger"));
        page.paragraph(&self.word("report-ledger-means"));
        let narrator = &self.narrator;
        let figure = |count: u32| number(narrator.language, count.into());
        let mut rows = Vec::new();
        for row in ledger::rows(self.session) {
            let mut name = narrator.pool(row.pool);
            for class in Class::ALL.into_iter().filter(|class| row.asked[*class] > 0) {
                let counts = [row.asked[class], row.granted[class], row.used[class], row.refused[class]];
                let mut cells = vec![std::mem::take(&mut name), self.word(class_key(class))];
                cells.extend(counts.map(figure));
                rows.push(cells);
            }
        }
        let columns = [
            "report-pool",
            "report-class",
            "report-asked",
            "report-granted",
            "report-used",
            "report-refused",
        ];
        page.table("numbers ledger", &columns.map(|key| self.word(key)), rows);
    }

    fn sources(&self, page: &mut Page) {
        page.heading(2, &self.word("report-sources"));
        page.paragraph(&self.word("report-sources-means"));
        let lines = self
            .map
            .attribution()
            .iter()
            .map(|row| format!("{}: {} ({})", row.subject, row.publisher, row.licence));
        page.list(&lines.collect::<Vec<_>>());
    }
}
