//! Everything about one pool on the allocation board: what there is and who has it, how it was divided over the last days,
//! why claims were refused and what would help, the policy in force and those to come, and what the owner may not do alone.
//!
//! Must not judge drafts (`pool_draft`). The short lines and the sums are in `pool_board_view`, the cards of the legal bases
//! in `basis_view`.

use super::{
    basis_view::BasisCard,
    inspect_transport::WAYS_OUT,
    log_view::decisions_view,
    pool_board_view::{Counts, Ledger, PoolLine, Waiting, counts},
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        cause::Cause,
        command::{Actor, Ask, Command, Record},
        country::{Class, NO_CAP, PerClass, Policy, PoolKind},
        ids::{MovementId, PoolId, RoleId},
        time::{Span, TICKS_PER_DAY, Tick},
        ways_out,
    },
    text::{Language, Texts, class_inside_key, class_key, number},
};

/// Hours of the ledger in the chart.
pub const SERIES_HOURS: u32 = 72;
/// Hours of one column of the chart.
pub const COLUMN_HOURS: u32 = 3;
/// Decisions that are looked through for one that can be undone: more than people give in a quarter of an hour.
const UNDO_LOOK: usize = 60;
/// Rows of what comes back when.
const RETURNS_MAX: usize = 8;

/// Everything about one pool.
#[derive(Clone, Debug, PartialEq)]
pub struct PoolView {
    /// The short line.
    pub line: PoolLine,
    /// What there is on the narrowest part, in words, as the viewer believes; empty for what is lent or used up.
    pub capacity: String,
    /// The same as a number, per hour or window.
    pub capacity_units: u32,
    /// The role in whose name this viewer may ask the owner to divide it otherwise, if any.
    pub ask_as: Option<RoleId>,
    /// Who divides it.
    pub owner_role: RoleId,
    /// What the owner usually asks for room, as a sentence; empty when he does not work for pay.
    pub price: String,
    /// Who has what of it, as name and amount.
    pub holding: Vec<(String, String)>,
    /// What comes back when, the first first.
    pub returns: Vec<(String, String)>,
    /// The policy in force.
    pub policy: PolicyView,
    /// The ordinary policy, to go back to.
    pub default: Policy,
    /// The ordinary order in words.
    pub lawful_order: String,
    /// One for each class, in the order of the policy in force.
    pub rows: Vec<ClassRow>,
    /// The last hours, oldest column first.
    pub series: Vec<Column>,
    /// What needs more than the owner's own authority.
    pub limits: Vec<BasisCard>,
    /// Policies that take effect later, first first.
    pub pending: Vec<PolicyChange>,
    /// Policies set so far, newest first.
    pub history: Vec<PolicyChange>,
    /// The last decision about it that can be undone in this quarter of an hour: its number, in whose name, and what it was.
    pub undo: Option<(u32, Actor, String)>,
}

/// A column of the chart: some hours of the ledger.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// When it begins.
    pub time: String,
    /// The same as a moment.
    pub at: Tick,
    /// What became of claims, by class.
    pub counts: PerClass<Counts>,
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
    /// The cheapest ways out, of the first claim that waits or else of the last refusal.
    pub ways_out: Vec<String>,
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
    let units = sight.narrowest(pool);
    let state = &sight.state().pools[pool];
    let now = sight.now();
    let (later, past): (Vec<&Record>, Vec<&Record>) =
        sight.policies(pool).partition(|record| record.effective > now || sight.is_underway(record.seq));
    let order: Vec<String> =
        row.default.order.iter().map(|class| sight.word(class_inside_key(*class))).collect();
    Some(PoolView {
        line: sight.line(pool, &ledger, &waiting),
        capacity: sight.capacity_words(pool, units),
        capacity_units: units,
        ask_as: sight.role().filter(|role| *role != row.owner && !sight.looking()),
        owner_role: row.owner,
        price: row
            .price_eur
            .map(|eur| sight.say("request-usual-price", &[("price", eur.into())]))
            .unwrap_or_default(),
        holding: sight.holding(pool, &ledger),
        returns: sight.returns(pool),
        policy: sight.policy(pool),
        default: row.default.clone(),
        lawful_order: order.join(", "),
        rows: state.policy.order.map(|class| sight.class_row(pool, class, &ledger, &waiting)).into(),
        series: sight.series(pool),
        limits: sight.basis_cards(pool),
        pending: later.into_iter().map(|record| sight.change(record)).collect(),
        history: past.into_iter().rev().map(|record| sight.change(record)).collect(),
        undo: sight.undo_of(pool),
    })
}

impl<'a> Sight<'a> {
    /// What was decided about a pool in this very quarter of an hour and can be taken back.
    fn undo_of(&self, pool: PoolId) -> Option<(u32, Actor, String)> {
        let decisions = decisions_view(self.session, self.viewer, self.texts, self.language, UNDO_LOOK);
        let newest = self.policies(pool).map(|record| record.seq).rev();
        let row = |number| decisions.decisions.iter().find(|row| row.number == number && !row.undone);
        newest.filter_map(row).find_map(|row| Some((row.number, row.undo_as?, row.text.clone())))
    }

    /// A decision that was given and has not arrived yet, because a line is down.
    fn is_underway(&self, seq: u32) -> bool {
        self.state().orders.underway.iter().any(|row| row.seq == seq)
    }

    /// Units on the narrowest part, as the viewer believes.
    fn narrowest(&self, pool: PoolId) -> u32 {
        let edges = self.country().edges.iter().filter(|(_, edge)| edge.pool == Some(pool));
        let slots = edges.map(|(edge, _)| u32::from(self.edge_capacity(edge))).min();
        let moves = || self.country().terminal_of(pool).map(|node| u32::from(self.terminal_capacity(node)));
        slots.or_else(moves).unwrap_or(self.state().pools[pool].units)
    }

    fn capacity_words(&self, pool: PoolId, units: u32) -> String {
        match self.country().pools[pool].kind {
            PoolKind::Held | PoolKind::Crews | PoolKind::Stock => String::new(),
            PoolKind::Paths(_) | PoolKind::Handling => {
                let amount = self.tell().units_per_window(pool, units);
                self.say("board-capacity", &[("amount", amount.into())])
            }
        }
    }

    /// Who has what of a held pool, for what crews are at work, or what a stock has, gets and gives.
    fn holding(&self, pool: PoolId, ledger: &Ledger) -> Vec<(String, String)> {
        let (row, state) = (&self.country().pools[pool], &self.state().pools[pool]);
        let count = |count: u32| number(self.language, count.into());
        let mut lines = Vec::new();
        match row.kind {
            PoolKind::Paths(_) | PoolKind::Handling => {}
            PoolKind::Held => {
                let out = self.out_of(pool);
                let used: u32 = out.iter().map(|(_, lent, contract)| lent + contract).sum();
                lines.push((self.word("pool-exists"), count(state.units)));
                lines.push((self.word("pool-free"), count(state.units.saturating_sub(used))));
                for (key, pick) in [("pool-lent-to", 0_u8), ("pool-contract-of", 1)] {
                    for (class, lent, contract) in &out {
                        let units = if pick == 0 { *lent } else { *contract };
                        let name = self.word(class_inside_key(*class));
                        if units > 0 {
                            lines.push((self.say(key, &[("class", name.into())]), count(units)));
                        }
                    }
                }
            }
            PoolKind::Crews => {
                let out = self.out_of(pool);
                let at_work: u32 = out.iter().map(|(_, teams, _)| teams).sum();
                lines.push((self.word("pool-exists"), count(state.units)));
                lines.push((self.word("pool-free"), count(state.units.saturating_sub(at_work))));
                for (class, teams, _) in out.into_iter().filter(|(_, teams, _)| *teams > 0) {
                    let class = self.word(class_inside_key(class));
                    lines.push((self.say("pool-work-for", &[("class", class.into())]), count(teams)));
                }
            }
            PoolKind::Stock => {
                let used = ledger[pool].as_ref().map_or(0, |row| row.used.0.iter().sum());
                lines.push((self.word("pool-in-store"), count(state.units)));
                lines.push((self.word("pool-brought-in"), count(row.daily)));
                lines.push((self.word("pool-used-day"), count(used)));
                let net = used.saturating_sub(row.daily);
                let lasts = match state.units.checked_mul(TICKS_PER_DAY) {
                    Some(ticks) if net > 0 => self.texts.span(self.language, Span(ticks / net)),
                    _ => self.word("pool-lasts-on"),
                };
                lines.push((self.word("pool-lasts"), lasts));
            }
        }
        lines
    }

    /// What is known to come back, by moment.
    fn returns(&self, pool: PoolId) -> Vec<(String, String)> {
        let mut rows: Vec<(Tick, Class, u32)> = Vec::new();
        for row in self.state().returns.iter().filter(|row| row.pool == pool) {
            match rows.last_mut() {
                Some((at, class, units)) if (*at, *class) == (row.at, row.class) => {
                    *units += u32::from(row.units);
                }
                _ => rows.push((row.at, row.class, row.units.into())),
            }
        }
        let words = |(at, class, units): (_, Class, u32)| {
            let class = self.word(class_inside_key(class));
            let what = self.say("pool-return", &[("count", units.into()), ("class", class.into())]);
            (self.moment(at), what)
        };
        rows.into_iter().take(RETURNS_MAX).map(words).collect()
    }

    /// The last hours of the ledger in columns.
    fn series(&self, pool: PoolId) -> Vec<Column> {
        let now = self.now().hour();
        let columns = SERIES_HOURS / COLUMN_HOURS;
        let last = now / COLUMN_HOURS;
        let first = last.saturating_sub(columns - 1);
        let start = |column: u32| Tick(0).after(Span::hours(column * COLUMN_HOURS));
        let mut series: Vec<Column> = (first..=last)
            .map(|column| {
                let at = start(column);
                Column { time: self.moment(at), at, counts: PerClass::default() }
            })
            .collect();
        let days = self.session.history().days().iter().take(self.now().day() as usize + 1);
        let from = first * COLUMN_HOURS;
        for row in days.rev().take(5).flat_map(|day| &day.ledger) {
            if row.pool != pool || row.hour < from || !self.has_passed(row.hour) {
                continue;
            }
            let Some(column) = series.get_mut((row.hour / COLUMN_HOURS - first) as usize) else { continue };
            for class in Class::ALL {
                let (sum, more) = (&mut column.counts[class], counts(Some(row), class));
                sum.asked += more.asked;
                sum.granted += more.granted;
                sum.used += more.used;
                sum.refused += more.refused;
            }
        }
        series
    }

    fn policy(&self, pool: PoolId) -> PolicyView {
        let state = &self.state().pools[pool];
        let set = match self.cause(state.cause) {
            Cause::Command(seq) => self.record(seq).map(|record| self.change(record)),
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
        let about = move |request: u32| {
            let row = self.state().requests.iter().find(|row| row.serial == request);
            row.is_some_and(|row| matches!(&row.about, Ask::Policy(of, ..) if *of == pool))
        };
        self.records().filter(move |record| match &record.command {
            Command::SetPolicy { pool: of, .. } => *of == pool,
            Command::Answer { request, agree: true, .. } => about(*request),
            _ => false,
        })
    }

    fn change(&self, record: &Record) -> PolicyChange {
        let (changes, reason) = match &record.command {
            Command::SetPolicy { pool, policy, reason, .. } => {
                (self.tell().policy_changes(*pool, policy), reason.clone())
            }
            Command::Answer { request, reason, .. } => (self.asked_changes(*request), reason.clone()),
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
        let refused_by = ledger[pool].as_ref().and_then(|row| row.binding[class]);
        let binding = refused_by.and_then(|binding| self.binding_words(binding)).unwrap_or_default();
        let granted = self.state().granted[pool];
        let (today, granted, refused) = (granted.today[class], granted.in_all[class], state.refused[class]);
        ClassRow {
            class,
            name: self.word(class_key(class)),
            minimum: state.policy.minimum[class],
            cap: cap(state.policy.cap[class]),
            day_cap: cap(state.policy.day_cap[class]),
            granted_today: today,
            day: counts(ledger[pool].as_ref(), class),
            all: Counts { asked: granted + refused, granted, used: 0, refused },
            waiting: waiting[pool][class].count,
            // Ways out rest on the true state: they are told where what binds is known.
            ways_out: if binding.is_empty() {
                Vec::new()
            } else {
                self.class_ways_out(pool, class, refused_by, waiting)
            },
            binding,
        }
    }

    fn class_ways_out(
        &self,
        pool: PoolId,
        class: Class,
        refused_by: Option<crate::sim::event::Binding>,
        waiting: &Waiting,
    ) -> Vec<String> {
        let (country, plan, state) = (self.country(), self.plan(), self.state());
        let claim = waiting[pool][class].first;
        let ways = match (claim, self.arrival_short_of(pool, class), refused_by) {
            (Some(claim), ..) => ways_out::of_transport(country, plan, state, claim, WAYS_OUT),
            (None, Some((movement, arrival)), _) => {
                ways_out::of_arrival(country, plan, state, movement, arrival, WAYS_OUT)
            }
            (None, None, Some(binding)) => ways_out::of_refusal(country, state, class, binding, WAYS_OUT),
            (None, None, None) => Vec::new(),
        };
        self.ways_out(&ways).collect()
    }

    /// The first ship or aircraft of a class that waits for units of a pool.
    fn arrival_short_of(&self, pool: PoolId, class: Class) -> Option<(MovementId, usize)> {
        if self.viewer == Viewer::Public {
            return None;
        }
        let (country, plan, state) = (self.country(), self.plan(), self.state());
        let movements = plan.movements.iter().filter(|(_, row)| row.class == class);
        let mut arrivals = movements
            .flat_map(|(movement, row)| (0..row.arrivals.len()).map(move |arrival| (movement, arrival)));
        arrivals.find(|(movement, arrival)| {
            ways_out::short_of(country, plan, state, *movement, *arrival) == Some(pool)
        })
    }
}
