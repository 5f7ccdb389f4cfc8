//! Damage that the viewer knows of, with the crews that repair it, why it waits, and how long it may still take.
//!
//! The remaining time for players rests on the first estimate, never on the true work: who sees that an estimate runs out
//! learns it as in reality. Must not order anything.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        cause::Cause,
        country::{Country, PoolKind},
        effect::{Effect, Target},
        ids::{PoolId, RoleId},
        query::{self, CrewsShort},
        state::Damage,
        time::Span,
    },
    text::{Language, Texts, class_inside_key, class_key, permille_as_percent},
};

/// The crews and what they work on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RepairView {
    /// Pools of crews, in the order of the country.
    pub crews: Vec<Crew>,
    /// Known damage in the order in which crews are given; what ends by itself last.
    pub damages: Vec<DamageView>,
}

/// A pool of repair crews.
#[derive(Clone, Debug, PartialEq)]
pub struct Crew {
    /// The pool.
    pub pool: PoolId,
    /// Its name.
    pub name: String,
    /// Who sends them.
    pub owner: String,
    /// `2 ploegen aan het werk, 1 van 3 vrij`.
    pub stands: String,
}

/// A damage or an impairment.
#[derive(Clone, Debug, PartialEq)]
pub struct DamageView {
    /// Names it for ever.
    pub serial: u32,
    /// What is hit and how.
    pub what: String,
    /// What a click opens.
    pub target: super::scene::Target,
    /// What is lost now: `45 %`.
    pub loss: String,
    /// Since when.
    pub since: String,
    /// Whose crews; empty for what ends by itself.
    pub owner: String,
    /// Category of its claim for crews; empty for what ends by itself.
    pub class: String,
    /// Teams at work: `2 ploegen`; empty for what ends by itself.
    pub teams: String,
    /// How long it may still take, when it ends, or why it waits, in words.
    pub remaining: String,
    /// Place in the order of repair within its category, set by the owner of the crews: lower is earlier, 0 the default.
    pub rank: i16,
    /// The role in whose name this viewer may order, if any.
    pub order_as: Option<RoleId>,
    /// What is behind it; empty when that is not known.
    pub cause: String,
}

/// The repair panel of a viewer.
pub fn repair_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> RepairView {
    let sight = Sight::new(session, viewer, texts, language);
    let mut rows: Vec<&Damage> = sight.damages().collect();
    rows.sort_by_key(|row| (row.work == 0, sight.place(row), row.rank, row.serial));
    let pools = sight.country().pools.iter().filter(|(_, row)| row.kind == PoolKind::Crews);
    RepairView {
        crews: pools.map(|(pool, _)| sight.crew(pool)).collect(),
        damages: rows.into_iter().map(|row| sight.damage(row)).collect(),
    }
}

impl Sight<'_> {
    /// Teams at work on damage that the viewer knows of, and the others.
    fn crew(&self, pool: PoolId) -> Crew {
        let tell = self.tell();
        let total = self.state().pools[pool].units;
        let at_work: u32 = self.out_of(pool).iter().map(|(_, teams, _)| teams).sum();
        let free = total.saturating_sub(at_work);
        let teams = self.say("units-teams", &[("count", at_work.into())]);
        Crew {
            pool,
            name: tell.pool(pool),
            owner: tell.role(self.country().pools[pool].owner),
            stands: self.say(
                "repair-crews",
                &[("teams", teams.into()), ("free", free.into()), ("total", total.into())],
            ),
        }
    }

    /// Place of a damage in the order of its crews.
    fn place(&self, row: &Damage) -> usize {
        let country = self.country();
        let pool = country.skills.get(row.skill).map(|skill| skill.pool);
        pool.map_or(0, |pool| self.state().pools[pool].policy.rank(query::repair_class(country, row.target)))
    }

    fn damage(&self, row: &Damage) -> DamageView {
        let tell = self.tell();
        let repaired = row.work > 0;
        let pool = self.country().skills.get(row.skill).map(|skill| skill.pool).filter(|_| repaired);
        let owner = pool.map(|pool| self.country().pools[pool].owner);
        let acts = owner.and_then(|owner| self.acts_for(owner));
        DamageView {
            serial: row.serial,
            what: self.damage_words(row),
            target: hit(self.country(), row.target),
            loss: permille_as_percent(self.language, self.loss_permille(row)),
            since: self.moment(row.began),
            owner: owner.map_or_else(String::new, |owner| tell.role(owner)),
            class: if repaired {
                self.word(class_key(query::repair_class(self.country(), row.target)))
            } else {
                String::new()
            },
            teams: if repaired {
                self.say("units-teams", &[("count", row.teams.into())])
            } else {
                String::new()
            },
            remaining: self.remaining(row),
            rank: row.rank,
            order_as: acts.filter(|_| !self.looking()),
            cause: if self.is_lead() && row.cause != Cause::Routine {
                tell.cause(row.cause)
            } else {
                String::new()
            },
        }
    }

    /// The share lost now, in thousandths; for players in twentieths, or it would give the true work away.
    pub(super) fn loss_permille(&self, row: &Damage) -> i64 {
        let exact = i64::from(row.loss_now().permille());
        if self.is_lead() { exact } else { (exact + 25) / 50 * 50 }
    }

    /// How long a damage may still last, in words.
    pub(super) fn remaining(&self, row: &Damage) -> String {
        let time = |key, tick| self.say(key, &[("time", self.moment(tick).into())]);
        if row.work == 0 {
            return match row.ends.filter(|_| self.is_lead()) {
                Some(ends) => time("inspector-damage-ends", ends),
                None => self.word("repair-by-itself"),
            };
        }
        if row.workable > self.now() {
            return time("inspector-damage-waits", row.workable);
        }
        if row.teams == 0 {
            return self.waits(row);
        }
        let left = if self.is_lead() {
            Some(row.work_left)
        } else {
            let done = row.work.saturating_sub(row.work_left);
            self.estimate(row).and_then(|estimate| estimate.checked_sub(done)).filter(|left| *left > 0)
        };
        match left {
            Some(left) => {
                let span = Span(left.div_ceil(u32::from(row.teams.max(1))));
                let words = self.texts.span(self.language, whole_hours(span));
                self.say("repair-about", &[("span", words.into())])
            }
            None => self.word("repair-longer"),
        }
    }

    /// Why no team is at work on a damage, by what binds.
    fn waits(&self, row: &Damage) -> String {
        let teams = |count: u32| self.say("units-teams", &[("count", count.into())]);
        let class = class_inside_key(query::repair_class(self.country(), row.target));
        match query::crews_short(self.country(), self.state(), row) {
            Some(CrewsShort::Busy) => self.word("repair-waits-busy"),
            Some(CrewsShort::Cap(cap)) => self.say(
                "repair-waits-cap",
                &[("class", self.word(class).into()), ("teams", teams(cap.into()).into())],
            ),
            Some(CrewsShort::Kept(free)) => self.say("repair-waits-kept", &[("teams", teams(free).into())]),
            Some(CrewsShort::None) => self.word("repair-waits-none"),
            Some(CrewsShort::Freed) | None => self.word("repair-waits-begin"),
        }
    }

    /// The work as it was first estimated, in team-ticks: what the script says, which crews would see on the spot.
    fn estimate(&self, row: &Damage) -> Option<u32> {
        let effects = match row.cause {
            Cause::Inject(inject) => self.state().injects.content(self.plan(), inject)?.effects.as_slice(),
            Cause::Scenario => self.plan().at_start.as_slice(),
            Cause::Routine
            | Cause::Command(_)
            | Cause::Damage(_)
            | Cause::Process(_)
            | Cause::Grid(_)
            | Cause::Staff(_) => {
                return None;
            }
        };
        effects.iter().find_map(|effect| match effect {
            Effect::Damage { target, kind, team_ticks, skill, .. }
                if (*target, *kind, *skill) == (row.target, row.kind, row.skill) =>
            {
                Some(*team_ticks)
            }
            _ => None,
        })
    }
}

/// Rounded up to whole hours: an estimate is no better than that.
fn whole_hours(span: Span) -> Span {
    Span::hours(span.0.div_ceil(crate::sim::time::TICKS_PER_HOUR))
}

/// What a click on a damage opens.
pub(super) fn hit(country: &Country, target: Target) -> super::scene::Target {
    match target {
        Target::Grid(element) => {
            let row = country.electricity.as_ref().and_then(|row| row.elements.get(element));
            super::scene::Target::Region(row.map_or(0, |row| row.region().0))
        }
        Target::Process(_, region) => super::scene::Target::Region(region.0),
        Target::Edge(edge) => super::scene::Target::Edge(edge.0),
        Target::Terminal(node) | Target::Crossing(node) => super::scene::Target::Node(node.0),
    }
}
