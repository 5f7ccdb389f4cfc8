//! The allocation board (verdeelbord): one short line for every pool, and the sums of the ledger that all its pages use.
//!
//! There are no hidden rules: the ledger is open to all roles. Everything about one pool is in `pool_page_view`; drafts are
//! checked and forecast in `pool_draft`.

use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        country::{Class, PerClass, PoolKind},
        event::LedgerRow,
        ids::{ConsignmentId, PoolId, RegionId, RoleId, Table},
        query,
        state::{Damage, Phase},
    },
    text::{Language, Texts, class_key, number},
};

/// Hours of the ledger that the board sums.
pub const LEDGER_HOURS: u32 = 24;

/// All pools in short.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PoolBoardView {
    /// Names of the categories, in the order of `Class::ALL`.
    pub classes: Vec<String>,
    /// By kind, then by name.
    pub pools: Vec<PoolLine>,
    /// Regions in which a pool lies, by name.
    pub regions: Vec<(RegionId, String)>,
}

/// One pool in short. Counts are transports for paths, moves for handling, teams hour by hour for crews and units otherwise.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolLine {
    /// Which.
    pub pool: PoolId,
    /// Proper name.
    pub name: String,
    /// Kind of pool.
    pub kind: PoolKind,
    /// The same in words.
    pub kind_words: String,
    /// Regions in which it lies; empty for what can be used anywhere.
    pub regions: Vec<RegionId>,
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
    /// What is there: `3 van 12 vrij`, `1.200 in voorraad`; empty for paths and handling.
    pub stands: String,
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

/// All pools in short.
pub fn pool_board_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
) -> PoolBoardView {
    let sight = Sight::new(session, viewer, texts, language);
    let (ledger, waiting) = (sight.ledger(), sight.waiting());
    let regions = sight.pool_regions();
    let line = |pool| PoolLine { regions: regions[pool].clone(), ..sight.line(pool, &ledger, &waiting) };
    let mut pools: Vec<PoolLine> = sight.country().pools.ids().map(line).collect();
    pools.sort_by_cached_key(|line| (line.kind, natural(&line.name)));
    let mut named: Vec<(RegionId, String)> = (sight.country().regions.iter())
        .filter(|(region, _)| pools.iter().any(|line| line.regions.contains(region)))
        .map(|(region, row)| (region, row.name.clone()))
        .collect();
    named.sort_by(|left, right| left.1.cmp(&right.1));
    PoolBoardView {
        classes: Class::ALL.map(|class| sight.word(class_key(class))).into(),
        pools,
        regions: named,
    }
}

/// A name in the order that people expect: A2 before A10.
fn natural(name: &str) -> (String, u32, String) {
    let (start, rest) =
        name.split_at(name.find(|letter: char| letter.is_ascii_digit()).unwrap_or(name.len()));
    let (number, rest) =
        rest.split_at(rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len()));
    (start.to_lowercase(), number.parse().unwrap_or(0), rest.to_lowercase())
}

/// Sums of the last day by pool.
pub(super) type Ledger = Table<PoolId, Option<LedgerRow>>;
/// What waits now, by pool.
pub(super) type Waiting = Table<PoolId, PerClass<Waits>>;

/// Claims of one class that wait for one pool.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waits {
    /// Transports, moves at a terminal, or teams that damage is short of.
    pub count: u32,
    /// The first transport among them.
    pub first: Option<ConsignmentId>,
}

impl Sight<'_> {
    /// The ledger of the last day in one pass, newest binding first.
    pub(super) fn ledger(&self) -> Ledger {
        let now = self.now().hour();
        let first = now.saturating_sub(LEDGER_HOURS);
        let mut sums: Ledger = Table::filled(None, self.country().pools.len());
        let last_day = self.now().day() as usize;
        let days = self.session.history().days().iter().take(last_day + 1).rev().take(3);
        for row in days.flat_map(|day| day.ledger.iter().rev()) {
            if row.hour < first || !self.has_passed(row.hour) {
                continue;
            }
            match &mut sums[row.pool] {
                Some(sum) => add(sum, row),
                empty => *empty = Some(row.clone()),
            }
        }
        sums
    }

    /// The running hour is in the ledger at the present only: looking back it would show what is still to come.
    pub(super) fn has_passed(&self, hour: u32) -> bool {
        let now = self.now().hour();
        hour < now || hour == now && !self.session.is_looking_back()
    }

    /// Claims for paths by the pool that binds them, moves at terminals, and teams that known damage is short of.
    pub(super) fn waiting(&self) -> Waiting {
        let (country, plan, state) = (self.country(), self.plan(), self.state());
        let mut counts: Waiting = Table::filled(PerClass::default(), country.pools.len());
        let claims = state.consignments.active().filter(|(_, row)| {
            matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Sheltered | Phase::Stalled)
        });
        for (claim, row) in claims {
            let binding = query::binding(country, plan, state, claim);
            if let Some(pool) = binding.and_then(|binding| query::binding_pool(country, binding)) {
                let waits = &mut counts[pool][row.class];
                waits.count += 1;
                waits.first = waits.first.or(Some(claim).filter(|_| self.sees(row.what)));
            }
        }
        for (node, row) in country.nodes.iter() {
            let Some(handling) = row.handling else { continue };
            for job in &state.terminals.rows[node].jobs {
                counts[handling.pool][job.class].count += job.moves_left;
            }
        }
        for row in self.damages().filter(|row| query::crews_short(country, state, row).is_some()) {
            let class = query::repair_class(country, row.target);
            counts[country.skills[row.skill].pool][class].count += u32::from(row.teams_max - row.teams);
        }
        counts
    }

    pub(super) fn line(&self, pool: PoolId, ledger: &Ledger, waiting: &Waiting) -> PoolLine {
        let row = &self.country().pools[pool];
        let kind_words = match row.kind {
            PoolKind::Paths(mode) => self.word(crate::text::mode_key(mode)),
            PoolKind::Handling => self.word("inspector-handling"),
            PoolKind::Held => self.word("pool-kind-held"),
            PoolKind::Crews => self.word("pool-kind-crews"),
            PoolKind::Stock => self.word("pool-kind-stock"),
        };
        PoolLine {
            pool,
            name: self.tell().pool(pool),
            kind: row.kind,
            kind_words,
            regions: Vec::new(),
            owner: self.tell().role(row.owner),
            divide_as: self.acts_for(row.owner).filter(|_| !self.looking()),
            ordinary: self.state().pools[pool].policy == row.default,
            day: PerClass(Class::ALL.map(|class| counts(ledger[pool].as_ref(), class))),
            waiting: PerClass(Class::ALL.map(|class| waiting[pool][class].count)),
            stands: self.stands(pool),
        }
    }

    /// Units that nobody has, or what is in store.
    fn stands(&self, pool: PoolId) -> String {
        let units = self.state().pools[pool].units;
        match self.country().pools[pool].kind {
            PoolKind::Paths(_) | PoolKind::Handling => String::new(),
            PoolKind::Held | PoolKind::Crews => {
                let used: u32 = self.out_of(pool).iter().map(|(_, lent, contract)| lent + contract).sum();
                let free = units.saturating_sub(used);
                self.say("pool-stands-held", &[("free", free.into()), ("total", units.into())])
            }
            PoolKind::Stock => {
                let left = number(self.language, units.into());
                self.say("pool-stands-stock", &[("left", left.into())])
            }
        }
    }

    /// Units of a held pool that are out, by class: lent, and with civil users by standing contract. Of crews the teams at work
    /// on damage that the viewer knows of.
    pub(super) fn out_of(&self, pool: PoolId) -> Vec<(Class, u32, u32)> {
        if self.country().pools[pool].kind == PoolKind::Crews {
            return Class::ALL.into_iter().map(|class| (class, self.at_work(pool, class), 0)).collect();
        }
        let lent = &self.state().pools[pool].lent;
        let civil = query::civil_in_use(self.country(), self.state(), pool);
        Class::ALL.into_iter().map(|class| (class, lent[class], civil[class])).collect()
    }

    fn at_work(&self, pool: PoolId, class: Class) -> u32 {
        let country = self.country();
        let own = |row: &&Damage| {
            country.skills[row.skill].pool == pool && query::repair_class(country, row.target) == class
        };
        self.damages().filter(|row| row.teams > 0).filter(own).map(|row| u32::from(row.teams)).sum()
    }

    /// Where pools lie: stretches and terminals have a region, berths that of their port.
    fn pool_regions(&self) -> Table<PoolId, Vec<RegionId>> {
        let country = self.country();
        let mut regions: Table<PoolId, Vec<RegionId>> = Table::filled(Vec::new(), country.pools.len());
        let mut add = |pool: Option<PoolId>, region: Option<RegionId>| {
            if let Some((pool, region)) = pool.zip(region)
                && !regions[pool].contains(&region)
            {
                regions[pool].push(region);
            }
        };
        for edge in country.edges.rows() {
            add(edge.pool, edge.region);
        }
        for node in country.nodes.rows() {
            add(node.handling.map(|handling| handling.pool), node.region);
            for quay in node.handling.into_iter().flat_map(|handling| handling.quays) {
                add(quay, node.region);
            }
        }
        regions
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

pub(super) fn counts(row: Option<&LedgerRow>, class: Class) -> Counts {
    row.map_or_else(Counts::default, |row| Counts {
        asked: row.asked[class],
        granted: row.granted[class],
        used: row.used[class],
        refused: row.refused[class],
    })
}
