//! Intent against deed: what a table said it wants to hold, beside what its pools served from then on. A fold over the ledger.
//!
//! Pools count in different units, so a category is not added up over them: the share served is the mean of the shares of the pools
//! that were asked for it, each pool as heavy as another. Must not judge a table; it compares words with figures.

use super::{Session, dossier::pools_of};
use crate::sim::{
    command::{Command, Record},
    country::{Class, PerClass},
    dossier::{Filed, IntentSheet, Sheet},
    ids::PoolId,
    time::{TICKS_PER_HOUR, Tick},
};
use std::collections::BTreeMap;

/// An intent with what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Number of its sheet.
    pub number: u32,
    /// From this moment.
    pub from: Tick,
    /// Until this one.
    pub until: Tick,
    /// True when the table had divided one of these pools in the same round before it said what it wants to hold.
    pub afterwards: bool,
    /// Each category of the intent in its order, then those that were asked for and not named.
    pub classes: Vec<ClassCompared>,
}

/// A category of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassCompared {
    /// Which.
    pub class: Class,
    /// Its place in the stated order, from 1; none when it was not named.
    pub rank: Option<u8>,
    /// The share that should be served, per cent.
    pub wanted: Option<u8>,
    /// The share that was served, thousandths; none when nothing was asked.
    pub served_permille: Option<u16>,
    /// What was asked of and granted by each pool that was asked.
    pub pools: Vec<(PoolId, u32, u32)>,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a category.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was asked.
    NotAsked,
    /// As stated.
    Held,
    /// Less was served than stated.
    TooLittle,
    /// A category that the table put lower was served better.
    Overtaken(Class),
    /// It was asked for and not named.
    NotNamed,
}

impl Session {
    /// Every intent that counts at the moment on the screen, with what came of it.
    pub fn intents_compared(&self) -> Vec<Compared> {
        let valid: Vec<&Filed> = self.dossier_valid().collect();
        let intents = valid.iter().filter_map(|filed| match &filed.sheet {
            Sheet::Intent(sheet) => Some((*filed, sheet)),
            _ => None,
        });
        intents
            .clone()
            .map(|(filed, sheet)| {
                // It holds until the table says something else about the same, or its round is over.
                let next = intents.clone().find(|(other, row)| {
                    other.number > filed.number && row.table == sheet.table && row.pool == sheet.pool
                });
                self.compared(filed, sheet, next.map(|(other, _)| other.tick))
            })
            .collect()
    }

    fn compared(&self, filed: &Filed, sheet: &IntentSheet, next: Option<Tick>) -> Compared {
        let now = self.shown().tick;
        let course = self.course_shown();
        let round = sheet.round.and_then(|round| course.rounds.get(usize::from(round)));
        let end = round.map_or(now, |round| round.until);
        let until = next.map_or(end, |next| end.min(next)).min(now).max(filed.tick);
        let pools: Vec<PoolId> =
            sheet.pool.map_or_else(|| pools_of(self.country(), sheet.table).collect(), |pool| vec![pool]);
        let begin = round.map_or(Tick(0), |round| round.from).min(filed.tick);
        let divided = |record: &&Record| {
            matches!(&record.command, Command::SetPolicy { pool, .. } if pools.contains(pool))
                && record.submitted >= begin
                && record.seq < filed.seq
                && !self.is_undone(record.seq)
        };
        let afterwards = self.log().iter().any(|record| divided(&record));
        let classes = classes(sheet, &self.served(&pools, filed.tick, until));
        Compared { number: filed.number, from: filed.tick, until, afterwards, classes }
    }

    /// What was asked and granted by pool in the full hours of a time.
    fn served(&self, pools: &[PoolId], from: Tick, until: Tick) -> BTreeMap<PoolId, PerClass<(u32, u32)>> {
        let mut sums: BTreeMap<PoolId, PerClass<(u32, u32)>> = BTreeMap::new();
        let whole = Tick(until.hour() * TICKS_PER_HOUR);
        for pool in pools {
            for row in self.history().ledger_before(*pool, whole).filter(|row| row.hour >= from.hour()) {
                let sum = sums.entry(*pool).or_default();
                for class in Class::ALL {
                    sum[class].0 += row.asked[class];
                    sum[class].1 += row.granted[class];
                }
            }
        }
        sums
    }
}

fn classes(sheet: &IntentSheet, sums: &BTreeMap<PoolId, PerClass<(u32, u32)>>) -> Vec<ClassCompared> {
    let named = (1..).zip(&sheet.ranks).map(|(rank, (class, wanted))| (*class, Some(rank), *wanted));
    let others = Class::ALL.into_iter().filter(|class| sheet.ranks.iter().all(|(named, _)| named != class));
    let all = named.chain(others.map(|class| (class, None, None)));
    let mut rows: Vec<ClassCompared> = all
        .map(|(class, rank, wanted)| {
            let pools: Vec<(PoolId, u32, u32)> = sums
                .iter()
                .map(|(pool, sum)| (*pool, sum[class].0, sum[class].1))
                .filter(|(_, asked, _)| *asked > 0)
                .collect();
            let shares: Vec<u64> = pools
                .iter()
                .map(|(_, asked, granted)| u64::from(*granted) * 1000 / u64::from(*asked))
                .collect();
            let mean = (!shares.is_empty()).then(|| shares.iter().sum::<u64>() / shares.len() as u64);
            let served_permille = mean.map(|mean| u16::try_from(mean).unwrap_or(u16::MAX));
            ClassCompared { class, rank, wanted, served_permille, pools, outcome: Outcome::NotAsked }
        })
        .filter(|row| row.rank.is_some() || row.served_permille.is_some())
        .collect();
    let told: Vec<(Class, Option<u8>, Option<u16>)> =
        rows.iter().map(|row| (row.class, row.rank, row.served_permille)).collect();
    for row in &mut rows {
        row.outcome = outcome(row, &told);
    }
    rows
}

fn outcome(row: &ClassCompared, all: &[(Class, Option<u8>, Option<u16>)]) -> Outcome {
    let Some(served) = row.served_permille else { return Outcome::NotAsked };
    let Some(rank) = row.rank else { return Outcome::NotNamed };
    if row.wanted.is_some_and(|wanted| u32::from(served) < u32::from(wanted) * 10) {
        return Outcome::TooLittle;
    }
    let lower = all.iter().filter(|(_, other, _)| other.is_none_or(|other| other > rank));
    let better = lower.filter_map(|(class, _, share)| Some((share.filter(|share| *share > served)?, *class)));
    // What was promised a share and got it is held, whatever others got.
    match better.max_by_key(|(share, _)| *share) {
        Some((_, class)) if row.wanted.is_none() => Outcome::Overtaken(class),
        // Named without a share means: as much as can be. Nothing is not that.
        None if served == 0 && row.wanted.is_none() => Outcome::TooLittle,
        _ => Outcome::Held,
    }
}
