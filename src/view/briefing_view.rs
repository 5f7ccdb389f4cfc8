//! The briefing for who comes late (instapbriefing): one page for a role at the moment on the screen. Who am I, where are we,
//! what was decided, what is open for me, my first worry.
//!
//! Made of what the other views show this role, and of nothing else: what they hide stays hidden. Must not draw.

use super::{
    clock_view::clock_view,
    log_view::decisions_view,
    messages_view::messages_view,
    notices_view::notices_view,
    pool_board_view::pool_board_view,
    requests_view::requests_view,
    stretch::Stretch,
    strips::first_strips,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Session, clock::Clock},
    sim::{country::Class, ids::RoleId, num::Level, plan::Text, query},
    text::{Language, Texts, power_key},
};

/// Most lines of a section: the whole has to fit on one page.
const LINES_MAX: usize = 5;
/// Most decisions.
const DECISIONS_MAX: usize = 6;
/// Most characters of a message or decision; the inbox has the rest.
const CHARS_MAX: usize = 170;
/// Messages of so many hours count as new.
const NEW_HOURS: u32 = 24;
/// A level of this class or lower is named: 2 is limited.
const NAMED_CLASS: u8 = 2;

/// What the country's book says of a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleCard {
    /// What it may decide.
    pub may: Text,
    /// Within which limit.
    pub limit: Text,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefingView {
    /// Name of the exercise.
    pub title: String,
    /// "OEFENING" and the marking.
    pub marking: String,
    /// For whom.
    pub role: String,
    /// Scenario time, playing time, time on the wall, as far as they are known.
    pub clocks: Vec<String>,
    /// The sections in order.
    pub sections: Vec<BriefingSection>,
}

/// A part of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BriefingSection {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub lines: Vec<String>,
}

/// The briefing of a role; none for a role that does not exist.
pub fn briefing_view(
    session: &Session,
    role: RoleId,
    card: Option<&RoleCard>,
    texts: &Texts,
    language: Language,
    clock: &Clock,
    wall: &str,
) -> Option<BriefingView> {
    session.country().roles.get(role)?;
    let sight = Sight::new(session, Viewer::Role(role), texts, language);
    let clocks = clock_view(session, sight.viewer, texts, language, clock, wall);
    let scenario = format!("{} ({})", clocks.day_time, clocks.date_time);
    let scenario = sight.say("briefing-scenario-time", &[("time", scenario.into())]);
    let known = [scenario, clocks.play_time, clocks.wall_time, clocks.stage.words];
    let section = |key: &str, lines: Vec<String>| BriefingSection { heading: sight.word(key), lines };
    let open = sight.open_for(role);
    let worry = sight.worry(role, &open);
    Some(BriefingView {
        title: clocks.title,
        marking: clocks.marking,
        role: sight.tell().role(role),
        clocks: known.into_iter().filter(|text| !text.is_empty()).collect(),
        sections: vec![
            section("briefing-who", sight.who(role, card)),
            section("briefing-where", sight.whereabouts()),
            section("briefing-decided", sight.decisions_told(DECISIONS_MAX)),
            section(
                "briefing-open",
                if open.is_empty() { vec![sight.word("briefing-nothing-open")] } else { open },
            ),
            section("briefing-worry", vec![worry]),
        ],
    })
}

impl BriefingView {
    /// The page as text, for a terminal.
    pub fn text(&self) -> String {
        let mut lines = vec![self.marking.clone(), format!("{}: {}", self.title, self.role)];
        lines.push(self.clocks.join(" | "));
        for section in &self.sections {
            lines.push(String::new());
            lines.push(section.heading.clone());
            lines.extend(section.lines.iter().map(|line| format!("- {line}")));
        }
        lines.join("\n")
    }
}

impl Sight<'_> {
    fn who(&self, role: RoleId, card: Option<&RoleCard>) -> Vec<String> {
        let tell = self.tell();
        let row = &self.country().roles[role];
        let mut lines = vec![self.say("briefing-table", &[("table", tell.table(row.table).into())])];
        let mut add = |key: &str, what: String| {
            if !what.is_empty() {
                lines.push(self.say(key, &[("what", what.into())]));
            }
        };
        if let Some(card) = card {
            add("briefing-may", tell.scenario_text(&card.may).to_owned());
            add("briefing-limit", tell.scenario_text(&card.limit).to_owned());
        }
        let powers: Vec<String> = row.powers.iter().map(|power| self.word(power_key(*power))).collect();
        add("briefing-powers", powers.join("; "));
        let country = self.country();
        let pools = country.pools.iter().filter(|(_, pool)| pool.owner == role);
        add("briefing-pools", self.some(pools.map(|(pool, _)| tell.pool(pool)).collect()));
        let measures = country.measures.rows.iter().filter(|(_, measure)| measure.owner == role);
        add("briefing-measures", self.some(measures.map(|(measure, _)| tell.measure(measure)).collect()));
        lines
    }

    /// The first names of a list, and how many more there are.
    fn some(&self, mut names: Vec<String>) -> String {
        let more = names.len().saturating_sub(LINES_MAX);
        names.truncate(LINES_MAX);
        if more > 0 {
            names.push(
                self.say("briefing-more", &[("count", i64::try_from(more).unwrap_or(i64::MAX).into())]),
            );
        }
        names.join(", ")
    }

    pub(super) fn whereabouts(&self) -> Vec<String> {
        let mut lines = Vec::new();
        if self.country().adversary.is_some() {
            let phase = self.tell().phase(self.state().adversary.phase);
            lines.push(self.say("clock-phase", &[("phase", phase.into())]));
        }
        let strips = first_strips(self.session, self.viewer).into_iter();
        let strips = strips.filter_map(|strip| self.strip(strip, Stretch::whole(self.plan().end())));
        lines.extend(strips.take(LINES_MAX).map(|strip| {
            let value =
                if strip.word.is_empty() { strip.value } else { format!("{} ({})", strip.word, strip.value) };
            format!("{}: {value}, {}", strip.name, strip.trend_word)
        }));
        let levels = self.lowest();
        lines.extend(levels.into_iter().take(LINES_MAX));
        let notices = notices_view(self.session, self.viewer, self.texts, self.language).notices;
        lines.extend(notices.into_iter().map(|notice| notice.text).take(LINES_MAX));
        lines
    }

    /// What is worst in the country, as this role was told, worst first.
    pub(super) fn lowest(&self) -> Vec<String> {
        let country = self.country();
        let pairs = country
            .processes
            .ids()
            .flat_map(|process| country.regions.ids().map(move |region| (process, region)));
        let mut low: Vec<(Level, _, _)> = pairs
            .map(|(process, region)| (self.level(process, region), process, region))
            .filter(|(level, ..)| query::level_class(*level) <= NAMED_CLASS)
            .collect();
        low.sort_unstable();
        let words = |(level, process, region): (Level, _, _)| {
            let args = [
                ("process", self.tell().process(process).into()),
                ("region", self.tell().region(region).into()),
                ("level", self.level_words(level).into()),
                ("report", self.report_words(self.report(process, region)).into()),
            ];
            self.say("briefing-level", &args)
        };
        low.into_iter().map(words).collect()
    }

    pub(super) fn decisions_told(&self, most: usize) -> Vec<String> {
        let view = decisions_view(self.session, self.viewer, self.texts, self.language, most);
        let lines: Vec<String> = view
            .decisions
            .into_iter()
            .map(|row| format!("{}, {}: {}", row.given, row.who, shortened(&row.text)))
            .collect();
        if lines.is_empty() { vec![self.word("decision-none")] } else { lines }
    }

    /// Requests that wait for this role, decisions of its own that are still to come, and what came in lately.
    pub(super) fn open_for(&self, role: RoleId) -> Vec<String> {
        let requests = requests_view(self.session, self.viewer, self.texts, self.language, None).requests;
        let mine = requests.into_iter().filter(|row| row.answer.is_none() && row.answer_as == Some(role));
        let mut lines: Vec<String> = mine
            .map(|row| {
                let args = [("from", row.from.into()), ("what", shortened(&row.what).into())];
                self.say("briefing-request", &args)
            })
            .take(LINES_MAX)
            .collect();
        let coming =
            self.records().filter(|row| row.effective > self.now() && row.by.actor.role() == Some(role));
        lines.extend(coming.take(LINES_MAX).map(|row| {
            let args = [
                ("time", self.moment(row.effective).into()),
                ("what", shortened(&self.tell().command_sentence(&row.command)).into()),
            ];
            self.say("briefing-coming", &args)
        }));
        let messages = messages_view(self.session, self.viewer, self.texts, self.language).messages;
        let fresh = messages.into_iter().filter(|row| row.hours_ago < NEW_HOURS);
        lines.extend(fresh.take(LINES_MAX).map(|row| {
            format!(
                "{}, {} ({}): {}",
                row.time,
                row.sender,
                row.channel_words.to_lowercase(),
                shortened(&row.text)
            )
        }));
        lines
    }

    /// What this role should look at first: who waits for it, what its own capacity could not give, what is worst, what came in.
    pub(super) fn worry(&self, role: RoleId, open: &[String]) -> String {
        let requests = requests_view(self.session, self.viewer, self.texts, self.language, None).requests;
        let waits = requests.iter().filter(|row| row.answer.is_none() && row.answer_as == Some(role));
        if let Some(row) = waits.min_by_key(|row| (!row.overdue, row.serial)) {
            return self.say(
                "briefing-worry-request",
                &[("from", row.from.clone().into()), ("turn", row.turn.clone().into())],
            );
        }
        let board = pool_board_view(self.session, self.viewer, self.texts, self.language);
        let refused = |line: &super::pool_board_view::PoolLine| -> u32 {
            Class::ALL.into_iter().map(|class| line.day[class].refused).sum()
        };
        let own = board.pools.iter().filter(|line| line.divide_as == Some(role) && refused(line) > 0);
        if let Some(line) = own.max_by_key(|line| (refused(line), std::cmp::Reverse(line.pool))) {
            let args = [("pool", line.name.clone().into()), ("count", refused(line).into())];
            return self.say("briefing-worry-pool", &args);
        }
        if let Some(low) = self.lowest().into_iter().next() {
            return low;
        }
        open.first().cloned().unwrap_or_else(|| self.word("briefing-no-worry"))
    }
}

/// The first words of a text.
fn shortened(text: &str) -> String {
    if text.chars().count() <= CHARS_MAX {
        return text.to_owned();
    }
    let cut: String = text.chars().take(CHARS_MAX).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole}…")
}
