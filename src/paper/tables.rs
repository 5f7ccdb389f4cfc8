//! Paper of a table that says where things stand: situation sheet, inbox, role cards, briefings, name boards.
//!
//! Must not look at a state: the views of the table say what it may know.

use super::{
    Kind, Room,
    data::{
        Board, BoardSheet, Fact, InboxSheet, Indicator, Letter, Section, Sheet, SheetPage, settable,
        shortened,
    },
    on_one_page,
    press::{Pages, PressError, Template},
};
use crate::{
    session::{Mode, clock::Clock, deck},
    sim::{country::SeatTable, ids::RoleId, time::Tick},
    text::power_key,
    view::{
        briefing_view::{RoleCard, briefing_view},
        operator_view::OperatorTeller,
        strips::{StripView, Trend},
        table_view::{TableView, looking_back_words, table_view},
    },
};

/// Most characters of a line on a situation sheet; the inbox has the rest.
const LINE_MAX: usize = 230;
/// Most characters of a message in the inbox; what is longer belongs on paper of its own.
const MESSAGE_MAX: usize = 20_000;
/// Most cards that a role card names.
const CARDS_MAX: usize = 22;

impl Room<'_> {
    fn table_view(&self, table: SeatTable) -> TableView {
        table_view(self.session, table, &self.roles_at(table), self.texts, self.language)
    }

    /// One A4: shortened until it fits.
    pub(super) fn situation(&self, table: SeatTable) -> Result<Pages, PressError> {
        let view = self.table_view(table);
        on_one_page(Template::Sheet, |most| self.situation_sheet(&view, most))
    }

    fn situation_sheet(&self, view: &TableView, most: usize) -> Sheet {
        let fresh = view.messages.iter().map(|row| format!("{}, {}: {}", row.time, row.sender, row.text));
        let fresh: Vec<String> = fresh.collect();
        let section = |key: &str, lines: &[String], none: &str| {
            let mut shown: Vec<String> =
                lines.iter().take(most).map(|line| settable(&shortened(line, LINE_MAX))).collect();
            if shown.is_empty() && !none.is_empty() {
                shown.push(self.word(none));
            }
            let more = lines.len().saturating_sub(most);
            if more > 0 {
                let count = i64::try_from(more).unwrap_or(i64::MAX);
                shown.push(self.say("briefing-more", &[("count", count.into())]));
            }
            Section { heading: self.word(key), lines: shown, blank: 0 }
        };
        let mut now = view.notices.clone();
        now.extend(view.worst.iter().cloned());
        let sections = vec![
            section("paper-table-now", &now, "paper-table-nothing"),
            section("paper-table-damages", &view.damages, "paper-table-nothing"),
            section("paper-table-decided", &view.decided, "decision-none"),
            section("paper-table-waiting", &view.requests, "paper-table-nothing"),
            section("paper-table-new", &fresh, "paper-table-nothing"),
            section("paper-table-worry", &view.worries, ""),
        ];
        let mut facts = vec![self.fact("paper-table-moment", view.moment.clone())];
        if !view.phase.is_empty() {
            facts.push(Fact { label: String::new(), text: view.phase.clone() });
        }
        if self.is_unplayed() {
            facts.push(Fact { label: String::new(), text: self.word("paper-table-unplayed") });
        }
        facts.push(self.fact("paper-table-seats", settable(&shortened(&view.roles.join(" · "), 400))));
        let subtitle = self.round.map_or_else(String::new, |round| self.texts.round(self.language, round));
        let page = SheetPage {
            title: view.table.clone(),
            subtitle,
            facts,
            indicators: view.indicators.iter().map(indicator).collect(),
            sections,
            columns: true,
        };
        Sheet { head: self.head(Kind::Situation, &view.table), sheets: vec![page] }
    }

    /// True when the scenario was run to a later moment without anybody deciding anything.
    fn is_unplayed(&self) -> bool {
        let session = self.session;
        let nobody = !session.log().iter().any(|record| record.command.is_decision());
        let live = *session.mode() == Mode::Live && session.journal().is_none();
        live && nobody && session.shown().tick > Tick(0)
    }

    fn fact(&self, key: &str, text: String) -> Fact {
        Fact { label: self.word(key), text }
    }

    pub(super) fn inbox(&self, table: SeatTable) -> InboxSheet {
        let view = self.table_view(table);
        let letter = |row: &crate::view::messages_view::Message| Letter {
            channel: row.channel_words.clone(),
            sender: settable(&shortened(&row.sender, LINE_MAX)),
            receivers: settable(&shortened(&row.receivers, LINE_MAX)),
            time: row.time.clone(),
            text: settable(&shortened(&row.text, MESSAGE_MAX)),
            options: row.options.iter().map(|option| settable(option)).collect(),
        };
        InboxSheet {
            head: self.head(Kind::Inbox, &view.table),
            options: self.word("messages-options"),
            nothing: self.word("paper-table-nothing"),
            messages: view.messages.iter().map(letter).collect(),
        }
    }

    /// One A4 for each role: who am I, what may I decide, whom must I ask, my first worry.
    pub(super) fn role_cards(&self, table: SeatTable) -> Sheet {
        let sheets = self.roles_at(table).into_iter().map(|role| self.role_card(role)).collect();
        Sheet { head: self.head(Kind::Roles, &self.tell().table(table)), sheets }
    }

    fn role_card(&self, role: RoleId) -> SheetPage {
        let (tell, country) = (self.tell(), self.session.country());
        let row = &country.roles[role];
        let words = self.book.roles.get(role);
        let pick = |text: Option<&crate::sim::plan::Text>| {
            text.map_or_else(String::new, |text| settable(tell.scenario_text(text)))
        };
        let number = OperatorTeller::role_number(role).to_string();
        let facts = vec![
            self.fact("paper-role-number", number),
            self.fact("paper-role-table", tell.table(row.table)),
            self.fact("paper-role-may", pick(words.map(|words| &words.may))),
            self.fact("paper-role-limit", pick(words.map(|words| &words.limit))),
        ];
        let facts = facts.into_iter().filter(|fact| !fact.text.is_empty()).collect();
        let teller = OperatorTeller::new(self.session, self.texts, self.language);
        let cards = deck::deck(country, self.session.plan());
        let mine: Vec<String> = cards
            .iter()
            .filter(|card| card.role == role)
            .map(|card| format!("{}  {}", card.number, shortened(&teller.title(card), 70)))
            .collect();
        let mut listed: Vec<String> = mine.iter().take(CARDS_MAX).cloned().collect();
        if mine.len() > CARDS_MAX {
            let more = i64::try_from(mine.len() - CARDS_MAX).unwrap_or(i64::MAX);
            listed.push(self.say("paper-role-more-cards", &[("count", more.into())]));
        }
        let mut may: Vec<String> = words
            .map(|words| words.bases.iter().map(|basis| tell.basis(*basis)).collect())
            .unwrap_or_default();
        may.extend(row.powers.iter().map(|power| self.word(power_key(*power))));
        let view = table_view(self.session, row.table, &[role], self.texts, self.language);
        let section = |key: &str, lines: Vec<String>| Section { heading: self.word(key), lines, blank: 0 };
        let none =
            |lines: Vec<String>, key: &str| if lines.is_empty() { vec![self.word(key)] } else { lines };
        SheetPage {
            title: tell.role(role),
            subtitle: self.word("paper-role-subtitle"),
            facts,
            indicators: Vec::new(),
            sections: vec![
                section("paper-role-bases", may),
                section("paper-role-cards", none(listed, "paper-role-no-cards")),
                section("paper-role-ask", none(self.whom_to_ask(role), "paper-role-ask-owner")),
                section("paper-role-worry", view.worries),
                section(
                    "paper-role-rules",
                    self.words(["paper-role-rule-1", "paper-role-rule-2", "paper-role-rule-3"]).into(),
                ),
            ],
            columns: false,
        }
    }

    /// What this role may not do with its own capacity without somebody else.
    fn whom_to_ask(&self, role: RoleId) -> Vec<String> {
        let (tell, country) = (self.tell(), self.session.country());
        let mut lines: Vec<String> = Vec::new();
        for (pool, row) in country.pools.iter().filter(|(_, row)| row.owner == role) {
            for limit in row.limits.iter().filter(|limit| limit.providers().all(|other| other != role)) {
                let who: Vec<String> = limit.providers().map(|other| tell.owner(other)).collect();
                let args = [
                    ("who", self.texts.list(self.language, &who).into()),
                    ("what", tell.limited(pool, limit.what).into()),
                    ("basis", format!("{:?}", limit.basis).into()),
                ];
                lines.push(self.say("paper-role-ask-line", &args));
            }
        }
        lines.truncate(5);
        lines
    }

    pub(super) fn briefings(&self, table: SeatTable) -> Sheet {
        let clock = Clock::resumed(self.session.times_shown().played_s);
        let roles = self.roles_at(table).into_iter();
        let sheets = roles.filter_map(|role| {
            let card = self.book.roles.get(role);
            let card = card.map(|row| RoleCard { may: row.may.clone(), limit: row.limit.clone() });
            let view =
                briefing_view(self.session, role, card.as_ref(), self.texts, self.language, &clock, "")?;
            let screen = looking_back_words(self.session, self.texts, self.language);
            let lines = |lines: Vec<String>| {
                let said = lines.iter().filter(|line| **line != screen);
                said.map(|line| settable(&shortened(line, LINE_MAX))).collect()
            };
            let section = |row: crate::view::briefing_view::BriefingSection| Section {
                heading: row.heading,
                lines: lines(row.lines),
                blank: 0,
            };
            Some(SheetPage {
                title: view.role,
                subtitle: view.clocks.join(" · "),
                facts: Vec::new(),
                indicators: Vec::new(),
                sections: view.sections.into_iter().map(section).collect(),
                columns: false,
            })
        });
        Sheet { head: self.head(Kind::Briefing, &self.tell().table(table)), sheets: sheets.collect() }
    }

    pub(super) fn boards(&self, table: SeatTable) -> BoardSheet {
        let tell = self.tell();
        let board = |role: RoleId| {
            let number = OperatorTeller::role_number(role).to_string();
            Board {
                number: self.say("paper-board-number", &[("number", number.into())]),
                name: tell.role(role),
                table: tell.table(table),
            }
        };
        let boards = self.roles_at(table).into_iter().map(board).collect();
        BoardSheet { head: self.head(Kind::Boards, &tell.table(table)), boards }
    }
}

fn indicator(strip: &StripView) -> Indicator {
    let arrow = match strip.trend {
        Trend::Up => "↑",
        Trend::Steady => "→",
        Trend::Down => "↓",
    };
    Indicator {
        name: settable(&shortened(&strip.name, 80)),
        word: strip.word.clone(),
        value: strip.value.clone(),
        arrow: arrow.to_owned(),
        trend: strip.trend_word.clone(),
    }
}
