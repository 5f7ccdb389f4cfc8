//! Damage that the viewer knows of, with the crews that repair it, and how long that may still take.
//!
//! The remaining time for players rests on the first estimate, never on the true work: who sees that an estimate runs out
//! learns it as in reality. Must not order anything.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        cause::Cause,
        effect::{Effect, Target},
        ids::{RoleId, SkillId},
        state::Damage,
        time::Span,
    },
    text::{Language, Texts, permille_as_percent},
};

/// The crews and what they work on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RepairView {
    /// Trades, in the order of the country.
    pub crews: Vec<Crew>,
    /// Known damage in order of repair; what ends by itself last.
    pub damages: Vec<DamageView>,
}

/// A trade of repair crews.
#[derive(Clone, Debug, PartialEq)]
pub struct Crew {
    /// The trade.
    pub skill: SkillId,
    /// Its name.
    pub name: String,
    /// Who sends them.
    pub owner: String,
    /// `1 van 3 ploegen vrij`.
    pub free: String,
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
    /// Teams at work: `2 ploegen`; empty for what ends by itself.
    pub teams: String,
    /// How long it may still take, or when it ends, in words.
    pub remaining: String,
    /// Place in the order of repair that its owner set: lower is earlier, 0 the default.
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
    rows.sort_by_key(|row| (row.work == 0, row.rank, row.serial));
    RepairView {
        crews: sight.country().skills.ids().map(|skill| sight.crew(skill)).collect(),
        damages: rows.into_iter().map(|row| sight.damage(row)).collect(),
    }
}

impl Sight<'_> {
    fn crew(&self, skill: SkillId) -> Crew {
        let tell = self.tell();
        let total = self.state().teams[skill];
        // Teams on damage that the viewer does not know of are busy too: their owner always knows.
        let busy: u16 = self
            .damages()
            .filter(|row| row.skill == skill && row.work > 0)
            .fold(0, |sum, row| sum.saturating_add(row.teams));
        let free = total.saturating_sub(busy);
        Crew {
            skill,
            name: tell.crew(skill),
            owner: tell.role(self.country().skills[skill].owner),
            free: self.say("repair-crews", &[("free", free.into()), ("total", total.into())]),
        }
    }

    fn damage(&self, row: &Damage) -> DamageView {
        let tell = self.tell();
        let repaired = row.work > 0;
        let owner = self.country().skills.get(row.skill).map(|skill| skill.owner).filter(|_| repaired);
        let acts = owner.and_then(|owner| self.acts_for(owner));
        DamageView {
            serial: row.serial,
            what: self.damage_words(row),
            target: hit(row.target),
            loss: permille_as_percent(self.language, self.loss_permille(row)),
            since: self.moment(row.began),
            owner: owner.map_or_else(String::new, |owner| tell.role(owner)),
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
            return self.word("repair-waits-for-crew");
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

    /// The work as it was first estimated, in team-ticks: what the script says, which crews would see on the spot.
    fn estimate(&self, row: &Damage) -> Option<u32> {
        let effects = match row.cause {
            Cause::Inject(inject) => self.state().injects.content(self.plan(), inject)?.effects.as_slice(),
            Cause::Scenario => self.plan().at_start.as_slice(),
            Cause::Routine | Cause::Command(_) | Cause::Damage(_) | Cause::Process(_) => return None,
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
pub(super) fn hit(target: Target) -> super::scene::Target {
    match target {
        Target::Process(_, region) => super::scene::Target::Region(region.0),
        Target::Edge(edge) => super::scene::Target::Edge(edge.0),
        Target::Terminal(node) | Target::Crossing(node) => super::scene::Target::Node(node.0),
    }
}
