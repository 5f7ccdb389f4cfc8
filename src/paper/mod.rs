//! Paper: everything that an exercise lays on the tables, set as PDF in one go. [feature paper]
//!
//! Paper for players is made of the views of their table and of nothing else; what only the staff may read lies in a folder of its own
//! and says so on every page. Must not change a session and must not know files: the command line writes. Read `data` (what a page
//! says), `press` (how it is set), then `tables`, `cards`, `room`, `wash` (for players) and `staff` (for the lead).

mod cards;
pub mod data;
pub mod press;
mod room;
mod staff;
mod tables;
mod wash;

use crate::sim::every::every;
use crate::{
    geo::map::MapData,
    scenario::book::Book,
    session::{Session, deck},
    sim::{country::SeatTable, ids::RoleId, plan::Start, time::Tick},
    text::{Arg, Language, Narrator, Texts},
};
use data::Head;
use press::{Pages, PressError, Template, set};
use serde::Serialize;
use strum::{EnumCount, VariantArray};
pub use wash::HotWash;

/// Something that can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[derive(EnumCount, VariantArray)]
pub enum Kind {
    /// One A4 with what a table knows.
    Situation,
    /// The messages of a table.
    Inbox,
    /// Numbered decision cards of a table.
    Cards,
    /// Slips to ask another table for something.
    Slips,
    /// Pieces that stand for an amount of a capacity.
    Fiches,
    /// One A4 for each role of a table.
    Roles,
    /// Briefing for who comes late, one page for each role.
    Briefing,
    /// Name boards.
    Boards,
    /// The map on A3.
    Map,
    /// Who sits where, with room for names and numbers, and the numbers of the regions.
    Phone,
    /// For when the power fails.
    Blank,
    /// What the room reads at the end: questions, and what came of it.
    HotWash,
    /// The script, for the lead.
    Script,
    /// A card for each inject, for the lead.
    Injects,
    /// Forms for observers.
    Observers,
    /// What has to be done before STARTEX, with dates.
    Road,
}

impl Kind {
    /// Every kind, in the order of the table of contents.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// What is typed for it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Situation => "situation",
            Self::Inbox => "inbox",
            Self::Cards => "cards",
            Self::Slips => "slips",
            Self::Fiches => "fiches",
            Self::Roles => "roles",
            Self::Briefing => "briefing",
            Self::Boards => "boards",
            Self::Map => "map",
            Self::Phone => "phone",
            Self::Blank => "blank",
            Self::HotWash => "hotwash",
            Self::Script => "script",
            Self::Injects => "injects",
            Self::Observers => "observers",
            Self::Road => "road",
        }
    }

    /// The kind with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of its name, which is also the name of its file.
    fn key(self) -> &'static str {
        match self {
            Self::Situation => "paper-situation",
            Self::Inbox => "paper-inbox",
            Self::Cards => "paper-cards",
            Self::Slips => "paper-slips",
            Self::Fiches => "paper-fiches",
            Self::Roles => "paper-roles",
            Self::Briefing => "paper-briefing",
            Self::Boards => "paper-boards",
            Self::Map => "paper-map",
            Self::Phone => "paper-phone",
            Self::Blank => "paper-blank",
            Self::HotWash => "paper-hot-wash",
            Self::Script => "paper-script",
            Self::Injects => "paper-injects",
            Self::Observers => "paper-observers",
            Self::Road => "paper-road",
        }
    }

    /// True for what is made for each table on its own.
    pub fn is_by_table(self) -> bool {
        matches!(
            self,
            Self::Situation
                | Self::Inbox
                | Self::Cards
                | Self::Slips
                | Self::Fiches
                | Self::Roles
                | Self::Briefing
                | Self::Boards
        )
    }

    /// True for what only the staff may read.
    pub fn is_staff(self) -> bool {
        matches!(self, Self::Script | Self::Injects | Self::Observers | Self::Road)
    }
}

/// What paper is made of: a session at the moment that is printed, and words.
pub struct Room<'a> {
    /// The exercise; what it shows is printed.
    pub session: &'a Session,
    /// What the country's book says of roles and measures.
    pub book: &'a Book,
    /// The map.
    pub map: &'a MapData,
    /// All words.
    pub texts: &'a Texts,
    /// The language of the paper.
    pub language: Language,
    /// The round it is for, from 0; none for an exercise without rounds.
    pub round: Option<u8>,
    /// The day on which it is played, days since 1 January 1970; none when nobody said.
    pub day: Option<i32>,
    /// Questions and figures for the end.
    pub wash: &'a HotWash,
}

/// A document that was set.
pub struct Paper {
    /// What it is.
    pub kind: Kind,
    /// For which table; none for the room or the staff.
    pub table: Option<SeatTable>,
    /// Folder and name of its file, with slashes, without `.pdf`.
    pub file: String,
    /// Its pages.
    pub pages: Pages,
}

/// Sets what was asked for: kinds in order, tables in seat order.
pub fn print(room: &Room, kinds: &[Kind], tables: &[SeatTable]) -> Result<Vec<Paper>, PressError> {
    let mut papers = Vec::new();
    for kind in kinds {
        if !kind.is_by_table() {
            let folder = room.word(if kind.is_staff() { "paper-folder-staff" } else { "paper-folder-room" });
            let pages = room.set_for_room(*kind)?;
            papers.push(Paper { kind: *kind, table: None, file: room.file(&folder, *kind), pages });
            continue;
        }
        for table in tables {
            if room.roles_at(*table).is_empty() {
                continue;
            }
            let pages = room.set_for_table(*kind, *table)?;
            let file = room.file(&room.tell().table(*table), *kind);
            papers.push(Paper { kind: *kind, table: Some(*table), file, pages });
        }
    }
    Ok(papers)
}

impl Room<'_> {
    fn set_for_table(&self, kind: Kind, table: SeatTable) -> Result<Pages, PressError> {
        match kind {
            Kind::Situation => self.situation(table),
            Kind::Inbox => set(Template::Inbox, &self.inbox(table), &[]),
            Kind::Cards => set(Template::Cards, &self.decision_cards(table), &[]),
            Kind::Slips => set(Template::Forms, &self.slips(table), &[]),
            Kind::Fiches => set(Template::Fiches, &self.fiches(table), &[]),
            Kind::Roles => set(Template::Sheet, &self.role_cards(table), &[]),
            Kind::Briefing => set(Template::Sheet, &self.briefings(table), &[]),
            _ => set(Template::Boards, &self.boards(table), &[]),
        }
    }

    fn set_for_room(&self, kind: Kind) -> Result<Pages, PressError> {
        match kind {
            Kind::Map => {
                let (sheet, picture) = self.map_sheet();
                set(Template::Map, &sheet, &[("map.svg", picture)])
            }
            Kind::Phone => set(Template::Table, &self.phone_list(), &[]),
            Kind::Blank => set(Template::Forms, &self.blank_set(), &[]),
            Kind::HotWash => set(Template::Sheet, &self.hot_wash(), &[]),
            Kind::Script => set(Template::Table, &self.script(), &[]),
            Kind::Injects => set(Template::Cards, &self.inject_cards(), &[]),
            Kind::Observers => set(Template::Forms, &self.observer_forms(), &[]),
            _ => set(Template::Table, &self.road(), &[]),
        }
    }

    /// Tables with somebody at them, in seat order.
    pub fn tables(&self) -> Vec<SeatTable> {
        SeatTable::ALL.into_iter().filter(|table| !self.roles_at(*table).is_empty()).collect()
    }

    /// The roles that sit at a table.
    fn roles_at(&self, table: SeatTable) -> Vec<RoleId> {
        let (country, plan) = (self.session.country(), self.session.plan());
        deck::seated(country, plan).into_iter().filter(|role| country.roles[*role].table == table).collect()
    }

    fn tell(&self) -> Narrator<'_> {
        Narrator {
            texts: self.texts,
            language: self.language,
            country: self.session.country(),
            plan: self.session.plan(),
            state: self.session.shown(),
            records: self.session.log(),
        }
    }

    fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    /// A word for each of these keys.
    fn words<const N: usize>(&self, keys: [&str; N]) -> [String; N] {
        keys.map(|key| self.word(key))
    }

    /// Head and foot of a document.
    fn head(&self, kind: Kind, whom: &str) -> Head {
        let (tell, plan) = (self.tell(), self.session.plan());
        let [exercise_word, no_play, page, staff] =
            self.words(["exercise-word", "paper-no-play", "paper-page", "paper-staff-only"]);
        let marking = self.word(crate::text::marking_key(plan.marking));
        let mut moment = vec![self.texts.moment(self.language, plan.start, self.session.shown().tick)];
        if let Some(round) = self.round {
            moment.insert(0, self.texts.round(self.language, round));
        }
        if kind.is_staff() || !kind.is_by_table() {
            moment.clear();
        }
        if let Some(day) = self.day {
            moment.push(self.say("paper-played", &[("day", self.day_words(day).into())]));
        }
        Head {
            lang: self.language.code().to_owned(),
            marking: self
                .say("marking-line", &[("exercise", exercise_word.into()), ("marking", marking.into())]),
            exercise: data::settable(&data::shortened(tell.scenario_text(&plan.title), 60)),
            name: self.word(kind.key()),
            whom: data::settable(whom),
            moment: moment.join(" · "),
            staff: if kind.is_staff() { staff } else { String::new() },
            no_play,
            page,
        }
    }

    /// A day of the calendar in full.
    fn day_words(&self, day: i32) -> String {
        self.texts.day_in_full(self.language, Start { epoch_day: day, quarter: 0 }, Tick(0))
    }

    /// Folder and file of a document: words without spaces.
    fn file(&self, folder: &str, kind: Kind) -> String {
        let plain = |text: &str| {
            let letters = text.chars().map(|it| if it.is_alphanumeric() { it } else { '-' });
            let dashed: String = letters.flat_map(char::to_lowercase).collect();
            dashed.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
        };
        let name = plain(&self.word(kind.key()));
        let by_round = matches!(kind, Kind::Situation | Kind::Inbox | Kind::Briefing);
        match self.round.filter(|_| by_round) {
            Some(round) => format!("{}/{name}-r{}", plain(folder), u32::from(round) + 1),
            None => format!("{}/{name}", plain(folder)),
        }
    }
}

/// A picture and a sheet that shows it.
type Pictured<T> = (T, String);

/// Sets data, again and again with fewer lines, until they fit on one page.
fn on_one_page<T: Serialize>(template: Template, make: impl Fn(usize) -> T) -> Result<Pages, PressError> {
    let mut most = 8;
    loop {
        let pages = set(template, &make(most), &[])?;
        if pages.count() <= 1 || most <= 1 {
            return Ok(pages);
        }
        most -= 1;
    }
}
