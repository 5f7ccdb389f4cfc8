//! The result beside what was possible: players, no decision at all, at most; and what one unit more would have added.
//!
//! Says so where it was not worked out. Must not work anything out: `optimum` does, when the staff asks for it.

use super::{Report, html::Page};
use crate::{
    optimum::{
        bound::Best,
        instance::{Extra, Reached},
        yardstick::Yardstick,
    },
    sim::ids::{DenseId, FleetId, LinkId, NodeId},
    text::{Narrator, number},
};

/// Rows of what one unit more would have added.
const MORE_MAX: usize = 8;

/// Puts the section on the page.
pub(super) fn section(report: &Report<'_>, yardstick: Option<&Yardstick>, page: &mut Page) {
    page.heading(2, &report.word("report-possible"));
    let Some(yardstick) = yardstick else {
        page.paragraph(&report.word("report-possible-not"));
        return;
    };
    let Tables { outcomes, more } = tables(&report.narrator, yardstick);
    page.paragraph(&report.word("report-possible-means"));
    page.table("possible", &OUTCOME_COLUMNS.map(|key| report.word(key)), outcomes);
    page.heading(3, &report.word("report-more"));
    if more.is_empty() {
        page.paragraph(&report.word("report-more-none"));
    } else {
        page.paragraph(&report.word("report-more-means"));
        page.table("possible", &MORE_COLUMNS.map(|key| report.word(key)), more);
    }
}

/// Keys of the columns of [`Tables::outcomes`].
pub const OUTCOME_COLUMNS: [&str; 5] =
    ["report-outcome", "report-asked", "report-nothing", "report-reached", "report-at-most"];
/// Keys of the columns of [`Tables::more`].
pub const MORE_COLUMNS: [&str; 3] = ["report-more-of", "report-pieces-in-time", "report-civil-left"];

/// The result in words and figures, for paper and screen.
pub struct Tables {
    /// One row for each outcome.
    pub outcomes: Vec<Vec<String>>,
    /// One row for each thing of which more would have helped; empty when nothing would.
    pub more: Vec<Vec<String>>,
}

/// What a yardstick says.
pub fn tables(narrator: &Narrator<'_>, yardstick: &Yardstick) -> Tables {
    let count = |count: i64| number(narrator.language, count);
    let row = |key: &str, of: fn(&Reached) -> i64, best: &Best| {
        let counts = [of(&yardstick.asked), of(&yardstick.nothing), of(&yardstick.players), best.at_most];
        let name = narrator.texts.word(narrator.language, key);
        std::iter::once(name).chain(counts.map(count)).collect()
    };
    let outcomes = vec![
        row("report-pieces-in-time", |reached| reached.pieces, &yardstick.bound.pieces),
        row("report-civil-left", |reached| reached.departures, &yardstick.bound.departures),
    ];
    Tables { outcomes, more: more(narrator, yardstick) }
}

/// One row for each thing of which more would have helped, the most for pieces first; amounts rounded up.
fn more(narrator: &Narrator<'_>, yardstick: &Yardstick) -> Vec<Vec<String>> {
    let bests = [&yardstick.bound.pieces, &yardstick.bound.departures];
    let mut things: Vec<Extra> = Vec::new();
    for more in bests.iter().flat_map(|best| &best.more) {
        if !things.contains(&more.of) {
            things.push(more.of);
        }
    }
    let adds = |best: &Best, of: Extra| {
        let milli = best.more.iter().find(|more| more.of == of).map_or(0, |more| more.adds_milli);
        number(narrator.language, (milli + 999) / 1000)
    };
    let row = |of: Extra| {
        let cells = bests.map(|best| adds(best, of));
        std::iter::once(thing(narrator, of)).chain(cells).collect()
    };
    things.into_iter().take(MORE_MAX).map(row).collect()
}

fn thing(narrator: &Narrator<'_>, of: Extra) -> String {
    let say = |key: &str, what: String, units: String| {
        narrator.texts.say(narrator.language, key, &[("what", what.into()), ("units", units.into())])
    };
    match of {
        Extra::Slot(link) => {
            let link = LinkId::from_index(link);
            say("report-more-slot", narrator.link(link), narrator.slots(link.edge(), 1))
        }
        Extra::Move(place) => {
            say("report-more-move", narrator.node(NodeId::from_index(place)), String::new())
        }
        Extra::Set(fleet) => {
            say("report-more-set", narrator.fleet(FleetId::from_index(fleet)), String::new())
        }
    }
}
