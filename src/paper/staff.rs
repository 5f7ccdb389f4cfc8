//! Paper that only the staff may read: the script of the day (draaiboek), inject cards, forms for observers, the road to STARTEX.
//!
//! Every page says for whom it is. Must not be handed to a table: it lies in a folder of its own.

use super::{
    Kind, Room,
    data::{
        CardSheet, Fact, Form, FormField, FormSheet, PaperCard, PaperTable, TableSheet, settable, shortened,
    },
};
use crate::{
    sim::{
        country::SeatTable,
        ids::InjectId,
        plan::{Inject, Trigger},
        rounds::{Part, Round},
        time::Tick,
    },
    text::{channel_key, part_key},
};

/// Most characters in a cell of the script.
const CELL_MAX: usize = 700;
/// Questions of the script on the form of a table.
const QUESTIONS_MAX: usize = 6;
/// What is done before STARTEX: days before the exercise, and the words.
const ROAD: [(i32, &str); 14] = [
    (84, "road-mandate"),
    (77, "road-objectives"),
    (70, "road-scenario"),
    (56, "road-tables"),
    (49, "road-adapt"),
    (42, "road-observers"),
    (28, "road-check"),
    (21, "road-invite"),
    (14, "road-rehearsal"),
    (7, "road-print"),
    (3, "road-comcheck-plan"),
    (1, "road-room"),
    (0, "road-comcheck"),
    (0, "road-startex"),
];

impl Room<'_> {
    /// Round by round: minutes, then what is sent when, what is expected, what the staff should know.
    pub(super) fn script(&self) -> TableSheet {
        let plan = self.session.plan();
        let mut tables = Vec::new();
        let objectives = plan.objectives.rows().iter();
        let rows = objectives.map(|row| {
            vec![row.code.clone(), settable(&shortened(self.tell().scenario_text(&row.text), CELL_MAX))]
        });
        tables.push(PaperTable {
            title: self.word("script-objectives"),
            widths: vec![1, 9],
            heading: Vec::new(),
            rows: rows.collect(),
        });
        for (number, round) in (0_u8..).zip(&plan.rounds) {
            tables.push(self.minutes(number, round));
            tables.push(self.injects("script-injects", |_, at| at.is_some_and(|at| round.holds(at))));
        }
        if plan.rounds.is_empty() {
            tables.push(self.injects("script-injects", |inject, at| at.is_some() && !inject.shelf));
        }
        let in_a_round = |at: Option<Tick>| {
            at.is_some_and(|at| plan.rounds.is_empty() || plan.rounds.iter().any(|it| it.holds(at)))
        };
        tables.push(self.injects("script-waiting", |inject, at| !inject.shelf && !in_a_round(at)));
        tables.push(self.injects("script-shelf", |inject, at| inject.shelf && !in_a_round(at)));
        tables.retain(|table| !table.rows.is_empty());
        TableSheet {
            head: self.head(Kind::Script, ""),
            lead_in: vec![self.word("script-hint")],
            tables,
            wide: true,
        }
    }

    fn minutes(&self, number: u8, round: &Round) -> PaperTable {
        let tell = self.tell();
        let mut from = 0;
        let mut rows: Vec<Vec<String>> = Part::ALL
            .into_iter()
            .map(|part| {
                let minutes = round.minutes.of(part);
                let row = [
                    self.say("script-minutes", &[("from", from.into()), ("until", (from + minutes).into())]),
                    self.word(part_key(part)),
                    self.word(match part {
                        Part::Situation => "script-do-situation",
                        Part::Table => "script-do-table",
                        Part::Between => "script-do-between",
                        Part::HandIn => "script-do-hand-in",
                        Part::Run => "script-do-run",
                    }),
                    "……".to_owned(),
                ];
                from += minutes;
                row.into()
            })
            .collect();
        if round.break_after > 0 {
            let text = self.say("next-break", &[("minutes", round.break_after.into())]);
            rows.push(vec![String::new(), text, String::new(), "……".to_owned()]);
        }
        let period = [
            ("from", self.texts.moment(self.language, self.session.plan().start, round.from).into()),
            ("until", self.texts.moment(self.language, self.session.plan().start, round.until).into()),
        ];
        PaperTable {
            title: format!(
                "{} · {} · {}",
                self.texts.round(self.language, number),
                tell.scenario_text(&round.name),
                self.say("round-period", &period)
            ),
            widths: vec![2, 3, 9, 2],
            heading: self.words(["script-minute", "script-part", "script-what", "script-wall"]).into(),
            rows,
        }
    }

    fn injects(&self, title: &str, wanted: impl Fn(&Inject, Option<Tick>) -> bool) -> PaperTable {
        let tell = self.tell();
        let cell = |text: &str| settable(&shortened(text, CELL_MAX));
        let mut found: Vec<(Option<Tick>, InjectId, &Inject)> = self
            .all_injects()
            .map(|(id, inject)| (due(inject), id, inject))
            .filter(|(at, _, inject)| wanted(inject, *at))
            .collect();
        found.sort_by_key(|(at, id, _)| (at.is_none(), *at, *id));
        let rows = found.into_iter().map(|(at, _, inject)| {
            let when = at.map_or_else(|| tell.trigger_sentence(&inject.trigger), |at| tell.when(at));
            vec![
                cell(&when),
                cell(&format!("{} {}", inject.code, tell.scenario_text(&inject.title))),
                cell(&format!("{} → {}", self.word(channel_key(inject.channel)), tell.receivers(inject))),
                cell(tell.scenario_text(&inject.expected)),
                cell(tell.scenario_text(&inject.staff_note)),
                "☐".to_owned(),
            ]
        });
        PaperTable {
            title: self.word(title),
            widths: vec![8, 10, 10, 14, 14, 3],
            heading: self
                .words([
                    "script-when",
                    "script-inject",
                    "script-whom",
                    "inject-expected",
                    "script-note",
                    "script-done",
                ])
                .into(),
            rows: rows.collect(),
        }
    }

    /// Injects with their present content, invented ones included.
    fn all_injects(&self) -> impl Iterator<Item = (InjectId, &Inject)> {
        let (state, plan) = (self.session.shown(), self.session.plan());
        let ids = state.injects.rows.ids();
        ids.filter_map(move |id| Some((id, state.injects.content(plan, id)?)))
    }

    pub(super) fn inject_cards(&self) -> CardSheet {
        let tell = self.tell();
        let fact =
            |key: &str, text: &str| Fact { label: self.word(key), text: settable(&shortened(text, 900)) };
        let card = |(_, inject): (InjectId, &Inject)| {
            let when = due(inject).map_or_else(|| tell.trigger_sentence(&inject.trigger), |at| tell.when(at));
            let facts = vec![
                fact("script-when", &when),
                fact("script-from", tell.scenario_text(&inject.sender)),
                fact("script-whom", &tell.receivers(inject)),
                Fact {
                    label: String::new(),
                    text: settable(&shortened(tell.scenario_text(&inject.text), 1500)),
                },
                fact("inject-expected", tell.scenario_text(&inject.expected)),
                fact("script-question", tell.scenario_text(&inject.question)),
                fact("script-note", tell.scenario_text(&inject.staff_note)),
            ];
            PaperCard {
                number: shortened(&inject.code, 12),
                whom: self.word(channel_key(inject.channel)),
                title: settable(&shortened(tell.scenario_text(&inject.title), 100)),
                facts: facts.into_iter().filter(|fact| !fact.text.trim().is_empty()).collect(),
                blanks: vec![self.word("script-sent-at")],
                choices: Vec::new(),
            }
        };
        CardSheet { head: self.head(Kind::Injects, ""), cards: self.all_injects().map(card).collect() }
    }

    /// A form for each table: what the script asks observers about it, then what is asked everywhere.
    pub(super) fn observer_forms(&self) -> FormSheet {
        let forms = self.tables().into_iter().map(|table| self.observer_form(table)).collect();
        FormSheet { head: self.head(Kind::Observers, ""), forms }
    }

    fn observer_form(&self, table: SeatTable) -> Form {
        let tell = self.tell();
        let roles = self.roles_at(table);
        let line = |key: &str| FormField { label: self.word(key), half: true, ..FormField::default() };
        let lines = |label: String, lines: u8| FormField { label, lines, ..FormField::default() };
        let asked = self
            .all_injects()
            .filter(|(_, it)| {
                !it.shelf && (it.is_to_all() || it.receivers.iter().any(|to| roles.contains(to)))
            })
            .map(|(_, it)| (it.code.clone(), tell.scenario_text(&it.question).trim().to_owned()))
            .filter(|(_, question)| !question.is_empty())
            .take(QUESTIONS_MAX);
        let mut fields = vec![line("observer-name"), line("observer-round")];
        fields.extend(
            asked.map(|(code, question)| lines(settable(&shortened(&format!("{code}  {question}"), 260)), 2)),
        );
        fields.push(lines(self.word("observer-seen"), 4));
        let scale = ["1", "2", "3", "4", "5"].map(str::to_owned);
        for key in ["observer-picture", "observer-weighing", "observer-decision"] {
            fields.push(FormField { label: self.word(key), boxes: scale.to_vec(), ..FormField::default() });
        }
        fields.push(lines(self.word("observer-top"), 1));
        fields.push(lines(self.word("observer-tip"), 1));
        Form {
            title: self.say("observer-title", &[("table", tell.table(table).into())]),
            hint: self.word("observer-hint"),
            on_page: 1,
            fields,
        }
    }

    /// Backwards from the day of the exercise.
    pub(super) fn road(&self) -> TableSheet {
        let row = |(days, key): &(i32, &str)| {
            let when = match self.day {
                Some(day) => self.day_words(day - days),
                None if *days == 0 => self.word("road-day"),
                None => self.say("road-before", &[("days", (*days).into())]),
            };
            vec!["☐".to_owned(), when, self.word(key), String::new()]
        };
        TableSheet {
            head: self.head(Kind::Road, ""),
            lead_in: vec![self.word("road-hint")],
            tables: vec![PaperTable {
                title: String::new(),
                widths: vec![1, 4, 12, 4],
                heading: self.words(["script-done", "script-when", "script-what", "road-who"]).into(),
                rows: ROAD.iter().map(row).collect(),
            }],
            wide: false,
        }
    }
}

/// When an inject is sent, where that is a moment.
fn due(inject: &Inject) -> Option<Tick> {
    match inject.trigger {
        Trigger::At(tick) => Some(tick),
        _ => None,
    }
}
