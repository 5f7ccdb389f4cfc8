//! The desk of a role: the situation picture by theme (totaalbeeld), what waits for it, what it has itself, and what it decided.
//!
//! Made of what the viewer was told, and of nothing else: `viewer` decides. Must not add up themes to one figure.

use super::{
    log_view::{Decision, decisions_view},
    messages_view::messages_view,
    pool_board_view::PoolLine,
    requests_view::requests_view,
    stretch::Stretch,
    strips::{Strip, Trend, trend_key},
    viewer::{Report, Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        country::SeatTable,
        ids::{PoolId, ProcessId, RegionId},
        num::Level,
        plan::Channel,
        query,
        time::Span,
    },
    text::{Language, Texts, channel_key, level_key, permille_as_percent},
};

/// Most regions that are named for a theme.
const REGIONS_MAX: usize = 3;
/// Most decisions of its own that a desk shows.
const DECISIONS_MAX: usize = 5;
/// Most decisions that are looked through for those.
const LOOKED_THROUGH: usize = 200;
/// A region whose level is of this class or lower is named: 2 is limited.
const NAMED_CLASS: u8 = 2;

/// The desk.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DeskView {
    /// The picture by theme.
    pub themes: Vec<Theme>,
    /// Open damage that the viewer knows of, as a sentence.
    pub damages: String,
    /// How each kind of message came in: its name, how many are not read yet, how many there are.
    pub inbox: Vec<Inbox>,
    /// Requests that are open, those that wait for this viewer first.
    pub requests: Vec<OpenRequest>,
    /// What this role divides.
    pub own: Vec<PoolLine>,
    /// What this role decided last.
    pub decisions: Vec<Decision>,
}

/// A theme of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Its name.
    pub name: String,
    /// What belongs to it, the weakest first.
    pub lines: Vec<ThemeLine>,
    /// Regions in which something of it is limited or worse, the weakest first.
    pub regions: Vec<(RegionId, String)>,
    /// More regions than are named.
    pub more_regions: u32,
}

/// One thing of a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct ThemeLine {
    /// What it is.
    pub name: String,
    /// How it stands, in a word; empty where a number says it all.
    pub word: String,
    /// Class of the word, 0 failed to 4 ordinary; none without a word.
    pub class: Option<u8>,
    /// The number with its unit.
    pub value: String,
    /// Where it goes.
    pub trend: Trend,
    /// The same in a word.
    pub trend_word: String,
    /// How old the oldest report in it is; empty when it is of now.
    pub age: String,
    /// So old that the picture may be wrong.
    pub old: bool,
}

/// Messages that came in one way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// How they came.
    pub channel: Channel,
    /// The same in words.
    pub name: String,
    /// Not read yet.
    pub unread: u32,
    /// All of them.
    pub all: u32,
}

/// A request without an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenRequest {
    /// Who asks whom.
    pub from: String,
    /// Who is asked.
    pub to: String,
    /// What for.
    pub what: String,
    /// It waits for this viewer.
    pub yours: bool,
    /// It is about to lapse.
    pub overdue: bool,
}

/// Themes of the picture in their order, with the processes of the shipped country that belong to them. A process that none of
/// them names goes with the table that watches over it.
const THEMES: [(&str, &[&str], &[SeatTable]); 7] = [
    ("theme-population", &["WAT", "FOOD", "PAY", "SEW"], &[SeatTable::Excon]),
    ("theme-order", &["EMC", "PUB", "GOV"], &[SeatTable::Regio, SeatTable::Rijk]),
    ("theme-care", &["HOSP", "CARE"], &[SeatTable::Zorg]),
    ("theme-energy", &["EL", "GAS", "FUEL"], &[SeatTable::Energie]),
    ("theme-telecom", &["MOB", "FIX", "PNT"], &[]),
    ("theme-transport", &["ROAD", "RAIL", "IWT", "PORT"], &[SeatTable::Infra, SeatTable::Haven]),
    ("theme-economy", &["LOG"], &[]),
];

/// The desk of a viewer.
pub fn desk_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> DeskView {
    let sight = Sight::new(session, viewer, texts, language);
    let known = i64::try_from(sight.damages().count()).unwrap_or(i64::MAX);
    DeskView {
        themes: sight.themes(),
        damages: sight.say("desk-damages", &[("count", known.into())]),
        inbox: sight.inbox(),
        requests: if viewer == Viewer::Public { Vec::new() } else { sight.open_requests() },
        own: sight.own_pools(),
        decisions: sight.own_decisions(),
    }
}

impl Sight<'_> {
    fn themes(&self) -> Vec<Theme> {
        let themes = THEMES.into_iter().enumerate().map(|(place, (key, ..))| {
            let here = |process: &ProcessId| self.theme_of(*process) == place;
            self.theme(self.word(key), &self.country().processes.ids().filter(here).collect::<Vec<_>>())
        });
        let mut themes: Vec<Theme> = themes.filter(|theme| !theme.lines.is_empty()).collect();
        let lines: Vec<ThemeLine> = self.crossings();
        if !lines.is_empty() {
            let name = self.word("theme-defence");
            themes.push(Theme { name, lines, regions: Vec::new(), more_regions: 0 });
        }
        themes
    }

    fn theme_of(&self, process: ProcessId) -> usize {
        let row = &self.country().processes[process];
        let by_code = THEMES.iter().position(|(_, codes, _)| codes.contains(&row.code.as_str()));
        let by_table = || THEMES.iter().position(|(.., tables)| tables.contains(&row.telemetry));
        by_code.or_else(by_table).unwrap_or(0)
    }

    fn theme(&self, name: String, processes: &[ProcessId]) -> Theme {
        let mut lines: Vec<(u16, ThemeLine)> =
            processes.iter().filter_map(|process| self.theme_line(*process)).collect();
        lines.sort_by_key(|(level, _)| *level);
        let lowest = |region: RegionId| {
            let levels = processes.iter().map(|process| self.level(*process, region));
            levels.min().unwrap_or(Level::ONE)
        };
        let mut low: Vec<(Level, RegionId)> =
            self.country().regions.ids().map(|region| (lowest(region), region)).collect();
        low.retain(|(level, _)| query::level_class(*level) <= NAMED_CLASS);
        low.sort_unstable();
        let more = low.len().saturating_sub(REGIONS_MAX);
        low.truncate(REGIONS_MAX);
        Theme {
            name,
            lines: lines.into_iter().map(|(_, line)| line).collect(),
            regions: low.into_iter().map(|(_, region)| (region, self.tell().region(region))).collect(),
            more_regions: u32::try_from(more).unwrap_or(u32::MAX),
        }
    }

    fn theme_line(&self, process: ProcessId) -> Option<(u16, ThemeLine)> {
        let (level, trend) = self.process_now(process)?;
        let class = query::CLASS_FROM_PERMILLE.iter().filter(|from| u32::from(level) >= **from).count() as u8;
        let oldest = self.country().regions.ids().filter_map(|region| match self.report(process, region) {
            Report::Now => None,
            Report::At(tick) => Some(tick),
        });
        let oldest = oldest.min();
        let passed = oldest.map_or(Span(0), |tick| self.now().since(tick));
        let age = match passed {
            Span(0) => String::new(),
            span => self.say("desk-age", &[("span", self.texts.span(self.language, span).into())]),
        };
        let line = ThemeLine {
            name: self.tell().process(process),
            word: self.word(level_key(class)),
            class: Some(class),
            value: permille_as_percent(self.language, level.into()),
            trend,
            trend_word: self.word(trend_key(trend)),
            age,
            old: oldest.is_some_and(|tick| self.is_old(Report::At(tick))),
        };
        Some((level, line))
    }

    /// How far each movement is across the border.
    fn crossings(&self) -> Vec<ThemeLine> {
        let movements = self.plan().movements.ids();
        let strips = movements
            .filter_map(|movement| self.strip(Strip::Delivered(movement), Stretch::whole(self.plan().end())));
        let line = |strip: super::strips::StripView| ThemeLine {
            name: strip.name,
            word: String::new(),
            class: None,
            value: strip.value,
            trend: strip.trend,
            trend_word: strip.trend_word,
            age: String::new(),
            old: false,
        };
        strips.map(line).collect()
    }

    fn inbox(&self) -> Vec<Inbox> {
        let messages = messages_view(self.session, self.viewer, self.texts, self.language).messages;
        let mut found: Vec<Inbox> = Vec::new();
        for message in messages {
            let place = found.iter().position(|row| row.channel == message.channel);
            let place = place.unwrap_or_else(|| {
                let name = self.word(channel_key(message.channel));
                found.push(Inbox { channel: message.channel, name, unread: 0, all: 0 });
                found.len() - 1
            });
            if let Some(row) = found.get_mut(place) {
                row.all += 1;
                row.unread += u32::from(message.acts_as.is_some() && !message.opened);
            }
        }
        found
    }

    fn open_requests(&self) -> Vec<OpenRequest> {
        let view = requests_view(self.session, self.viewer, self.texts, self.language, None);
        let open = view.requests.into_iter().filter(|row| row.answer.is_none());
        let mut rows: Vec<OpenRequest> = open
            .map(|row| OpenRequest {
                from: row.from,
                to: row.to,
                what: row.what,
                yours: row.answer_as.is_some(),
                overdue: row.overdue,
            })
            .collect();
        rows.sort_by_key(|row| !row.yours);
        rows
    }

    /// Pools that this role divides.
    fn own_pools(&self) -> Vec<PoolLine> {
        let Some(role) = self.role() else { return Vec::new() };
        let country = self.country();
        let own: Vec<PoolId> =
            country.pools.ids().filter(|pool| country.pools[*pool].owner == role).collect();
        if own.is_empty() {
            return Vec::new();
        }
        let (ledger, waiting) = (self.ledger(), self.waiting());
        own.into_iter().map(|pool| self.line(pool, &ledger, &waiting)).collect()
    }

    fn own_decisions(&self) -> Vec<Decision> {
        let Some(role) = self.role() else { return Vec::new() };
        let own = |number: u32| {
            self.record(number)
                .is_some_and(|record| record.by.actor.role() == Some(role) && record.command.is_decision())
        };
        let all = decisions_view(self.session, self.viewer, self.texts, self.language, LOOKED_THROUGH);
        all.decisions.into_iter().filter(|row| own(row.number)).take(DECISIONS_MAX).collect()
    }
}
