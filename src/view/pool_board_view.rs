//! The allocation board (verdeelbord): every pool with its owner, its policy, and who asked, got, used and missed what.
//!
//! [`pool_board_view`] has one short line for each pool, [`pool_view`] everything about one. There are no hidden rules: the
//! ledger is open to all roles. Drafts are checked and forecast in `pool_draft`.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        command::{Command, Record},
        country::{Class, NO_CAP, PerClass, Policy, PoolKind},
        event::LedgerRow,
        ids::{PoolId, RoleId, Table},
        query,
        state::Phase,
    },
    text::{Language, Texts, class_key},
};

/// Hours of the ledger that the board sums.
pub const LEDGER_HOURS: u32 = 24;

/// All pools in short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolBoardView {
    /// Names of the categories, in the order of `Class::ALL`.
    pub classes: Vec<String>,
    /// In the order of the country.
    pub pools: Vec<PoolLine>,
}

/// One pool in short. Counts are transports for paths and moves for handling.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolLine {
    /// Which.
    pub pool: PoolId,
    /// Proper name.
    pub name: String,
    /// Paths of a mode, or handling.
    pub kind: PoolKind,
    /// The same in words.
    pub kind_words: String,
    /// Official name of who divides it.
    pub owner: String,
    /// The role in whose name this viewer may divide it, if any.
    pub divide_as: Option<RoleId>,
    /// True while the ordinary policy is in force.
    pub ordinary: bool,
    /// Over the last 24 hours, by class.
    pub day: PerClass<Counts>,
    /// What waits now for this pool, by class.
    pub waiting: PerClass<u32>,
}

/// What became of claims.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Asked.
    pub asked: u32,
    /// Granted.
    pub granted: u32,
    /// Used; zero where only sums since the start are kept.
    pub used: u32,
    /// Refused: one for each claim and hour.
    pub refused: u32,
}

/// Everything about one pool.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolView {
    /// The short line.
    pub line: PoolLine,
    /// What there is on the narrowest part, in words, as the viewer believes.
    pub capacity: String,
    /// The same as a number, per hour or window.
    pub capacity_units: u32,
    /// The policy in force.
    pub policy: PolicyView,
    /// The ordinary policy, to go back to.
    pub default: Policy,
    /// One for each class, in the order of the policy in force.
    pub rows: Vec<ClassRow>,
    /// What needs more than the owner's own authority: what, basis, who, how long.
    pub limits: Vec<String>,
    /// Policies set so far, newest first.
    pub history: Vec<PolicyChange>,
}

/// A policy in force.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyView {
    /// The policy, to start a draft from.
    pub policy: Policy,
    /// Where it departs from the ordinary one, one phrase each; empty when it does not.
    pub changes: Vec<String>,
    /// Falls back to the ordinary one at this moment.
    pub until: Option<String>,
    /// Who set it, when and why; none for the ordinary one.
    pub set: Option<PolicyChange>,
}

/// A policy that was set.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyChange {
    /// Number of the decision.
    pub number: u32,
    /// When it takes effect.
    pub time: String,
    /// In whose name.
    pub who: String,
    /// Where it departs from the ordinary policy.
    pub changes: Vec<String>,
    /// Why, in the owner's words; empty on the shared picture.
    pub reason: String,
}

/// One class at one pool.
#[derive(Clone, Debug, PartialEq)]
pub struct ClassRow {
    /// Which.
    pub class: Class,
    /// Its name.
    pub name: String,
    /// Units kept free per hour or window.
    pub minimum: u16,
    /// Most units per hour or window.
    pub cap: Option<u16>,
    /// Most grants per day.
    pub day_cap: Option<u16>,
    /// Grants today.
    pub granted_today: u16,
    /// Over the last 24 hours.
    pub day: Counts,
    /// Since the start.
    pub all: Counts,
    /// Waits now.
    pub waiting: u32,
    /// What bound the last refusal of the last 24 hours, and what would help; empty when nothing was refused or the reason is
    /// not known to the viewer.
    pub binding: String,
}

/// All pools in short.
pub fn pool_board_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
) -> PoolBoardView {
    let sight = Sight::new(session, viewer, texts, language);
    let (ledger, waiting) = (sight.ledger(), sight.waiting());
    let mut pools: Vec<PoolLine> =
        sight.country().pools.ids().map(|pool| sight.line(pool, &ledger, &waiting)).collect();
    pools.sort_by_cached_key(|line| (line.kind, natural(&line.name)));
    PoolBoardView { classes: Class::ALL.map(|class| sight.word(class_key(class))).into(), pools }
}

/// A name in the order that people expect: A2 before A10.
fn natural(name: &str) -> (String, u32, String) {
    let (start, rest) =
        name.split_at(name.find(|letter: char| letter.is_ascii_digit()).unwrap_or(name.len()));
    let (number, rest) =
        rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
    (start.to_lowercase(), number.parse().unwrap_or(0), rest.to_lowercase())
}

/// Everything about one pool; none for a number that names nothing.
pub fn pool_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    pool: PoolId,
) -> Option<PoolView> {
    let sight = Sight::new(session, viewer, texts, language);
    let row = sight.country().pools.get(pool)?;
    let (ledger, waiting) = (sight.ledger(), sight.waiting());
    let tell = sight.tell();
    let units = sight.narrowest(pool);
    let amount = tell.units_per_window(pool, units);
    let state = &sight.state().pools[pool];
    let limit = |limit: &crate::sim::country::PolicyLimit| {
        sight.say(
            "board-limit-line",
            &[
                ("what", tell.limited(pool, limit.what).into()),
                ("basis", tell.basis(limit.basis).into()),
                ("provider", tell.owner(limit.provider).into()),
                ("delay", sight.texts.span(language, limit.delay).into()),
            ],
        )
    };
    Some(PoolView {
        line: sight.line(pool, &ledger, &waiting),
        capacity: sight.say("board-capacity", &[("amount", amount.into())]),
        capacity_units: units,
        policy: sight.policy(pool),
        default: row.default.clone(),
        rows: state.policy.order.map(|class| sight.class_row(pool, class, &ledger, &waiting)).into(),
        limits: row.limits.iter().map(limit).collect(),
        history: sight.policies(pool).rev().map(|record| sight.change(record)).collect(),
    })
}

/// Sums of the last day by pool.
type Ledger = Table<PoolId, Option<LedgerRow>>;
/// What waits now, by pool.
type Waiting = Table<PoolId, PerClass<u32>>;

impl<'a> Sight<'a> {
    /// The ledger of the last day in one pass, newest binding first.
    fn ledger(&self) -> Ledger {
        let now = self.now().hour();
        let first = now.saturating_sub(LEDGER_HOURS);
        let mut sums: Ledger = Table::filled(None, self.country().pools.len());
        let last_day = self.now().day() as usize;
        let days = self.session.history().days().iter().take(last_day + 1).rev().take(3);
        for row in days.flat_map(|day| day.ledger.iter().rev()) {
            // The running hour is in the sums at the present only: looking back it would show what is still to come.
            let past = row.hour < now || row.hour == now && !self.session.is_looking_back();
            if row.hour < first || !past {
                continue;
            }
            match &mut sums[row.pool] {
                Some(sum) => add(sum, row),
                empty => *empty = Some(row.clone()),
            }
        }
        sums
    }

    /// Claims for paths by the pool that binds them, and moves at terminals.
    fn waiting(&self) -> Waiting {
        let (country, plan, state) = (self.country(), self.plan(), self.state());
        let mut counts: Waiting = Table::filled(PerClass::default(), country.pools.len());
        let claims = state.consignments.active().filter(|(_, row)| {
            matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled)
        });
        for (claim, row) in claims {
            let binding = query::binding(country, plan, state, claim);
            if let Some(pool) = binding.and_then(|binding| query::binding_pool(country, binding)) {
                counts[pool][row.class] += 1;
            }
        }
        for (node, row) in country.nodes.iter() {
            let Some(handling) = row.handling else { continue };
            for job in &state.terminals.rows[node].jobs {
                counts[handling.pool][job.class] += job.moves_left;
            }
        }
        counts
    }

    fn line(&self, pool: PoolId, ledger: &Ledger, waiting: &Waiting) -> PoolLine {
        let row = &self.country().pools[pool];
        let kind_words = match row.kind {
            PoolKind::Paths(mode) => self.word(crate::text::mode_key(mode)),
            PoolKind::Handling => self.word("inspector-handling"),
            PoolKind::Held => self.word("pool-kind-held"),
            PoolKind::Stock => self.word("pool-kind-stock"),
        };
        PoolLine {
            pool,
            name: self.tell().pool(pool),
            kind: row.kind,
            kind_words,
            owner: self.tell().role(row.owner),
            divide_as: self.acts_for(row.owner).filter(|_| !self.looking()),
            ordinary: self.state().pools[pool].policy == row.default,
            day: PerClass(Class::ALL.map(|class| counts(ledger[pool].as_ref(), class))),
            waiting: waiting[pool],
        }
    }

    /// Units on the narrowest part, as the viewer believes.
    fn narrowest(&self, pool: PoolId) -> u32 {
        let edges = self.country().edges.iter().filter(|(_, edge)| edge.pool == Some(pool));
        let slots = edges.map(|(edge, _)| u32::from(self.edge_capacity(edge))).min();
        let moves = || self.country().terminal_of(pool).map(|node| u32::from(self.terminal_capacity(node)));
        slots.or_else(moves).unwrap_or(self.state().pools[pool].units)
    }

    fn policy(&self, pool: PoolId) -> PolicyView {
        let state = &self.state().pools[pool];
        let set = match self.cause(state.cause) {
            crate::sim::cause::Cause::Command(seq) => self.record(seq).map(|record| self.change(record)),
            _ => None,
        };
        PolicyView {
            policy: state.policy.clone(),
            changes: self.tell().policy_changes(pool, &state.policy),
            until: state.until.map(|until| self.moment(until)),
            set,
        }
    }

    /// Decisions about a pool, in order.
    fn policies(&self, pool: PoolId) -> impl DoubleEndedIterator<Item = &'a Record> + use<'a, '_> {
        self.records().filter(
            move |record| matches!(&record.command, Command::SetPolicy { pool: about, .. } if *about == pool),
        )
    }

    fn change(&self, record: &Record) -> PolicyChange {
        let (changes, reason) = match &record.command {
            Command::SetPolicy { pool, policy, reason, .. } => {
                (self.tell().policy_changes(*pool, policy), reason.clone())
            }
            _ => (Vec::new(), String::new()),
        };
        PolicyChange {
            number: record.seq,
            time: self.moment(record.effective),
            who: self.tell().actor(record.by.actor),
            changes,
            reason: if self.viewer == Viewer::Public { String::new() } else { reason },
        }
    }

    fn class_row(&self, pool: PoolId, class: Class, ledger: &Ledger, waiting: &Waiting) -> ClassRow {
        let state = &self.state().pools[pool];
        let cap = |cap: u16| (cap != NO_CAP).then_some(cap);
        let binding = ledger[pool].as_ref().and_then(|row| row.binding[class]);
        let (granted, refused) = (state.granted[class], state.refused[class]);
        ClassRow {
            class,
            name: self.word(class_key(class)),
            minimum: state.policy.minimum[class],
            cap: cap(state.policy.cap[class]),
            day_cap: cap(state.policy.day_cap[class]),
            granted_today: state.granted_today[class],
            day: counts(ledger[pool].as_ref(), class),
            all: Counts { asked: granted + refused, granted, used: 0, refused },
            waiting: waiting[pool][class],
            binding: binding.and_then(|binding| self.binding_words(binding)).unwrap_or_default(),
        }
    }
}

fn add(sum: &mut LedgerRow, older: &LedgerRow) {
    for class in Class::ALL {
        sum.asked[class] += older.asked[class];
        sum.granted[class] += older.granted[class];
        sum.used[class] += older.used[class];
        sum.refused[class] += older.refused[class];
        sum.binding[class] = sum.binding[class].or(older.binding[class]);
    }
}

fn counts(row: Option<&LedgerRow>, class: Class) -> Counts {
    row.map_or_else(Counts::default, |row| Counts {
        asked: row.asked[class],
        granted: row.granted[class],
        used: row.used[class],
        refused: row.refused[class],
    })
}
