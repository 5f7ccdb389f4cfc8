//! What a room reads from a distance: clocks, round with its countdown, break, emergency, and five indicators of a table or of
//! the shared picture, each a word, an arrow and one number.
//!
//! Made of what the table was told and of nothing else: the indicators are those of its situation sheet on paper. Must not draw.

use super::{
    clock_view::{ClockView, clock_view},
    stretch::Stretch,
    strips::{Strip, StripView, Trend, first_strips},
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Session, clock::Clock},
    sim::{
        country::{Country, SeatTable},
        course::Stage,
        ids::RoleId,
    },
    text::{Language, Texts, left, part_key},
};

/// Most indicators: what fits on a screen that is read from the other side of a room.
pub const INDICATORS_MAX: usize = 5;

/// Whose picture a window shows that is not the lead's.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Eyes {
    /// What every table has been told: for the projector.
    #[default]
    Public,
    /// What a table has been told.
    Table(SeatTable),
    /// A role at its table, with its panels.
    Role(RoleId),
}

impl Eyes {
    /// Who looks. A table sees what any role of it sees of the country; one without roles sees what everybody does.
    pub fn viewer(self, country: &Country) -> Viewer {
        match self {
            Self::Public => Viewer::Public,
            Self::Table(table) => roles_at(country, table).next().map_or(Viewer::Public, Viewer::Role),
            Self::Role(role) => Viewer::Role(role),
        }
    }

    /// True when it has panels: a table and the shared picture are only looked at.
    pub fn has_panels(self) -> bool {
        matches!(self, Self::Role(_))
    }

    /// The picture of a code: `public`, a table (`regio`), or a role (`prorail`). None when there is no such thing.
    pub fn of_code(country: &Country, code: &str) -> Option<Self> {
        if code == "public" {
            return Some(Self::Public);
        }
        let table = tables(country).find(|table| {
            let name: &'static str = (*table).into();
            name.eq_ignore_ascii_case(code)
        });
        table.map(Self::Table).or_else(|| country.roles.find(|row| row.code == code).map(Self::Role))
    }
}

/// Codes of every picture, as they are typed.
pub fn codes(country: &Country) -> Vec<String> {
    let tables = tables(country).map(|table| {
        let name: &'static str = table.into();
        name.to_lowercase()
    });
    let roles = country.roles.iter().map(|(_, row)| row.code.clone());
    std::iter::once("public".to_owned()).chain(tables).chain(roles).collect()
}

/// Tables at which a role of the country sits; the staff's is none of them.
pub fn tables(country: &Country) -> impl Iterator<Item = SeatTable> + '_ {
    let seated = |table: &SeatTable| *table != SeatTable::Excon && roles_at(country, *table).next().is_some();
    SeatTable::ALL.into_iter().filter(seated)
}

fn roles_at(country: &Country, table: SeatTable) -> impl Iterator<Item = RoleId> + '_ {
    country.roles.iter().filter(move |(_, row)| row.table == table).map(|(role, _)| role)
}

/// What a room reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardView {
    /// Whose picture it is: `Gedeeld beeld voor iedereen`, `Regio`.
    pub whose: String,
    /// The clocks, the stage and the marking.
    pub clock: ClockView,
    /// Round and part with the time that is left: `Ronde 2`, `Eigen tafel`, `07:40`; none without rounds.
    pub round: Option<RoundStand>,
    /// A break, with its end where it is known; none while there is none.
    pub pause: Option<String>,
    /// What an indicator is measured over.
    pub measured: String,
    /// At most five indicators.
    pub indicators: Vec<Indicator>,
}

/// Where the room is in its round.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoundStand {
    /// The round.
    pub round: String,
    /// Its part.
    pub part: String,
    /// Minutes and seconds that are left of the part: `07:40`.
    pub left: String,
    /// True when the part takes longer than planned.
    pub over: bool,
}

/// A word, an arrow and one number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indicator {
    /// What it says something of.
    pub name: String,
    /// The word; empty where there is none.
    pub word: String,
    /// Where the arrow points.
    pub goes: Trend,
    /// What the arrow says.
    pub trend: String,
    /// The number with its unit.
    pub value: String,
}

impl Indicator {
    fn new(sight: &Sight, strip: StripView) -> Self {
        let own = strip.word.is_empty().then(|| sight.movement_word(strip.strip));
        let StripView { name, word, trend: goes, trend_word: trend, value, .. } = strip;
        Self { name, word: own.unwrap_or(word), goes, trend, value }
    }
}

/// The board of the shared picture or of a table. `wall` is the time on the wall as `10:58`, or empty.
pub fn board_view(
    session: &Session,
    eyes: Eyes,
    texts: &Texts,
    language: Language,
    clock: &Clock,
    wall: &str,
) -> BoardView {
    let viewer = eyes.viewer(session.country());
    let sight = Sight::new(session, viewer, texts, language);
    let clocks = clock_view(session, viewer, texts, language, clock, wall);
    let course = session.course_shown();
    let stand = course.stand(clock.played_s()).filter(|_| course.by_rounds && course.stage == Stage::Running);
    let round = stand.map(|stand| RoundStand {
        round: texts.round(language, stand.round),
        part: sight.word(part_key(stand.part)),
        left: left(stand.left_s),
        over: stand.left_s < 0,
    });
    let whose = match eyes {
        Eyes::Public => sight.word("settings-public"),
        Eyes::Table(table) => sight.tell().table(table),
        Eyes::Role(role) => sight.tell().role(role),
    };
    BoardView {
        whose,
        pause: (course.stage == Stage::Paused).then(|| clocks.stage.words.clone()),
        round: round.filter(|_| clocks.stage.no_play.is_none()),
        clock: clocks,
        measured: sight.word("board-measured"),
        indicators: sight.indicators().into_iter().map(|strip| Indicator::new(&sight, strip)).collect(),
    }
}

impl Sight<'_> {
    /// How far a movement is, in a word; empty for anything else.
    fn movement_word(&self, strip: Strip) -> String {
        let Strip::Delivered(movement) = strip else { return String::new() };
        let Some(row) = self.state().movements.get(movement) else { return String::new() };
        let key = match (row.delivered, row.pieces) {
            (over, all) if over >= all => "board-over",
            _ if row.late => "board-late",
            (0, _) => "board-waits",
            _ => "board-moves",
        };
        self.word(key)
    }

    /// Five figures at most: movements first, because there are few and every table asks for them, then what the table watches.
    pub(super) fn indicators(&self) -> Vec<StripView> {
        let mut strips = first_strips(self.session, self.viewer);
        strips.sort_by_key(|strip| matches!(strip, Strip::Level(_)));
        let rest = self.country().processes.ids().map(Strip::Level).filter(|strip| !strips.contains(strip));
        let missing: Vec<Strip> = rest.take(INDICATORS_MAX.saturating_sub(strips.len())).collect();
        strips.extend(missing);
        let end = self.plan().end();
        strips
            .into_iter()
            .filter_map(|strip| self.strip(strip, Stretch::whole(end)))
            .take(INDICATORS_MAX)
            .collect()
    }
}
