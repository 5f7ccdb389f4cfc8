//! What a table knows at a moment, for its situation sheet and its inbox on paper: indicators in words, what is worst, damage by
//! its number, what was decided, what waits for it, what came in.
//!
//! Made of what the views show the roles that sit there, and of nothing else: what they hide stays hidden. Must not draw.

use super::{
    log_view::decisions_view,
    messages_view::{Message, messages_view},
    notices_view::notices_view,
    repair_view::repair_view,
    requests_view::requests_view,
    strips::StripView,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{country::SeatTable, ids::RoleId},
    text::{Language, Texts},
};

/// Most decisions that are looked through.
const DECISIONS_MAX: usize = 60;

/// What a table knows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableView {
    /// Name of the table.
    pub table: String,
    /// Who sits there.
    pub roles: Vec<String>,
    /// `OEFENING` and the marking.
    pub marking: String,
    /// Title of the exercise.
    pub title: String,
    /// Scenario time with its day: `D+2 14:30 (wo 14 okt)`.
    pub moment: String,
    /// Phase of escalation; empty where there is none.
    pub phase: String,
    /// At most five indicators.
    pub indicators: Vec<StripView>,
    /// What is worst in the country as this table was told, worst first.
    pub worst: Vec<String>,
    /// What must not be overlooked.
    pub notices: Vec<String>,
    /// Open damage that the table knows of: its number, what is hit, who repairs it, how long it may take.
    pub damages: Vec<String>,
    /// Decisions that are in force or to come, newest first.
    pub decided: Vec<String>,
    /// What waits for an answer of this table: by whom and what, with the number to answer by.
    pub requests: Vec<String>,
    /// Messages to anybody at the table, newest first.
    pub messages: Vec<Message>,
    /// The most pressing thing for each role.
    pub worries: Vec<String>,
}

/// What a screen says that shows another moment than the present; paper does not.
pub fn looking_back_words(session: &Session, texts: &Texts, language: Language) -> String {
    Sight::new(session, Viewer::Public, texts, language).looking_back_words()
}

/// What a table knows. `roles` are those that sit there; without them there is nothing to see.
pub fn table_view(
    session: &Session,
    table: SeatTable,
    roles: &[RoleId],
    texts: &Texts,
    language: Language,
) -> TableView {
    let Some(first) = roles.first() else { return TableView::default() };
    let viewer = Viewer::Role(*first);
    let sight = Sight::new(session, viewer, texts, language);
    let tell = sight.tell();
    let phase = || sight.say("clock-phase", &[("phase", tell.phase(sight.state().adversary.phase).into())]);
    TableView {
        table: tell.table(table),
        roles: roles.iter().map(|role| tell.role(*role)).collect(),
        marking: sight.marking(),
        title: tell.scenario_text(&sight.plan().title).to_owned(),
        moment: texts.moment(language, sight.plan().start, sight.now()),
        phase: if sight.country().adversary.is_some() { phase() } else { String::new() },
        indicators: sight.indicators(),
        worst: sight.lowest(),
        notices: sight.notices_on_paper(),
        damages: sight.damage_lines(),
        decided: sight.decided_by_all(roles),
        requests: roles.iter().flat_map(|role| waiting(session, *role, texts, language)).collect(),
        messages: messages(session, roles, texts, language),
        worries: sight.worries(roles),
    }
}

impl Sight<'_> {
    /// Notices without what only a screen has to say: paper always shows the moment that it names.
    fn notices_on_paper(&self) -> Vec<String> {
        let screen = self.looking_back_words();
        let rows = notices_view(self.session, self.viewer, self.texts, self.language).notices;
        rows.into_iter().map(|row| row.text).filter(|text| *text != screen).collect()
    }

    fn looking_back_words(&self) -> String {
        self.say("replay-at", &[("time", self.moment(self.now()).into())])
    }

    /// The most pressing thing for each role that has one.
    fn worries(&self, roles: &[RoleId]) -> Vec<String> {
        let none = self.word("briefing-no-worry");
        let mut lines: Vec<String> = Vec::new();
        for role in roles {
            let sight = Sight { viewer: Viewer::Role(*role), ..*self };
            let worry = sight.worry(*role, &sight.open_for(*role));
            if worry != none {
                lines.push(format!("{}: {worry}", self.tell().role(*role)));
            }
        }
        if lines.is_empty() { vec![none] } else { lines }
    }

    fn damage_lines(&self) -> Vec<String> {
        let rows = repair_view(self.session, self.viewer, self.texts, self.language).damages;
        let line = |row: super::repair_view::DamageView| {
            let number = self.say(
                "paper-table-damage",
                &[("number", row.serial.to_string().into()), ("what", row.what.into())],
            );
            let rest = [row.loss, row.owner, row.remaining].into_iter().filter(|text| !text.is_empty());
            std::iter::once(number).chain(rest).collect::<Vec<_>>().join("; ")
        };
        rows.into_iter().map(line).collect()
    }

    /// What any of these roles may read of what was decided.
    fn decided_by_all(&self, roles: &[RoleId]) -> Vec<String> {
        let mut rows: Vec<_> = roles
            .iter()
            .flat_map(|role| {
                let viewer = Viewer::Role(*role);
                decisions_view(self.session, viewer, self.texts, self.language, DECISIONS_MAX).decisions
            })
            .filter(|row| !row.undone)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.number));
        rows.dedup_by_key(|row| row.number);
        rows.into_iter().map(|row| format!("{}, {}: {}", row.given, row.who, row.text)).collect()
    }
}

fn waiting(session: &Session, role: RoleId, texts: &Texts, language: Language) -> Vec<String> {
    let sight = Sight::new(session, Viewer::Role(role), texts, language);
    let rows = requests_view(session, sight.viewer, texts, language, None).requests;
    let mine = rows.into_iter().filter(|row| row.answer.is_none() && !row.turn.is_empty());
    let mine = mine.filter(|row| {
        let request = sight.state().requests.iter().find(|request| request.serial == row.serial);
        request.is_some_and(|request| request.turn == role)
    });
    mine.map(|row| {
        let args =
            [("number", row.serial.to_string().into()), ("from", row.from.into()), ("what", row.what.into())];
        sight.say("paper-table-request", &args)
    })
    .collect()
}

fn messages(session: &Session, roles: &[RoleId], texts: &Texts, language: Language) -> Vec<Message> {
    let mut all: Vec<Message> = Vec::new();
    for role in roles {
        for message in messages_view(session, Viewer::Role(*role), texts, language).messages {
            if !all.iter().any(|known| known.inject == message.inject) {
                all.push(message);
            }
        }
    }
    all.sort_by_key(|message| (message.hours_ago, std::cmp::Reverse(message.inject)));
    all
}
