//! The file of the impact score: criteria with the limits of their classes, scales, gauges.
//!
//! Every limit and weight carries its source and confidence. Names and reasons are in the language files. Built by
//! `build::score`.

use super::{Amount, conditions::MetricRow};
use crate::{
    scenario::{
        macros::record,
        read::{Read, Reader, Rows},
        scalar::{At, Decimal, Def, Figure, Ref, Scale},
        shape::Value,
    },
    sim::{
        country::{GaugeKind, Interest},
        ids::{CriterionId, GaugeId, MeasureId, ProcessId},
    },
};
use std::fmt;

record! {
    /// `score.ron`.
    ScoreFile {
        /// Processes whose loss leaves people without a basic need.
        basic: Vec<Ref<ProcessId>>,
        /// Processes without which nobody leads a daily life.
        daily: Vec<Ref<ProcessId>>,
        /// Part of the value added that stops with a process.
        value: At<Vec<(Ref<ProcessId>, Amount)>>,
        /// Value added for each inhabitant on a day, in euros.
        value_eur: Figure<u32>,
        /// Cost of an hour of a repair team with what it uses, in euros.
        repair_eur: Figure<u32>,
        /// Part of the rights of people that a measure limits where it holds.
        rights: Vec<(Ref<MeasureId>, Amount)>,
        /// Part of deferred treatments that leaves somebody ill for long.
        chronic: Amount,
        /// Weight of an injury: T1, T2, T3.
        injury: At<Vec<Amount>>,
        /// Criteria, in the order of their interests.
        criteria: Rows<CriterionRow>,
        /// Tracks, requirements and pillars.
        gauges: Rows<GaugeRow>,
    }
}

record! {
    /// A criterion.
    CriterionRow {
        /// Its number, such as 2.1.
        code: Def<CriterionId>,
        /// Whose criterion it is.
        interest: At<Interest>,
        /// What it is computed from; left out when nothing stands for it.
        measure: Option<At<MetricRow>> = None,
        /// Where classes B, C, D and E begin; left out when they are only described in words.
        limits: Option<Figure<Limits>> = None,
        /// Belgian scales of the same harm.
        scales: Vec<ScaleRow> = Vec::new(),
    }
}

record! {
    /// A Belgian scale.
    ScaleRow {
        /// Its letters.
        code: String,
        /// What it counts.
        measure: At<MetricRow>,
        /// Where 2 to 7 begin.
        limits: Figure<Limits>,
    }
}

record! {
    /// A gauge.
    GaugeRow {
        /// Its code.
        code: Def<GaugeId>,
        /// What it stands for.
        kind: GaugeKind,
        /// What it is made of.
        terms: At<Vec<TermRow>>,
        /// Criteria that belong to it.
        criteria: Vec<Ref<CriterionId>> = Vec::new(),
        /// Measures that serve it.
        measures: Vec<Ref<MeasureId>> = Vec::new(),
    }
}

record! {
    /// A part of a gauge.
    TermRow {
        /// What is measured.
        metric: At<MetricRow>,
        /// Its value when all is well; left out for a share: all of it, or none where less is better.
        well: Option<Figure<i64>> = None,
        /// Its value when nothing is left; left out for a share: none of it, or all where less is better.
        gone: Option<Figure<i64>> = None,
    }
}

/// Limits of classes, in order.
#[derive(Clone, Debug)]
pub struct Limits(pub Vec<i64>);

impl Read for Limits {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        Vec::read(value, reader).map(Self)
    }

    fn describe(_: &mut crate::scenario::reference::Reference) -> crate::scenario::reference::Said {
        crate::scenario::reference::Said::new(
            "list of whole numbers, the limits of the classes",
            "[1, 2, 3, 4]",
        )
    }
}

impl Scale for Limits {
    fn scaled(self, by: Decimal) -> Self {
        Self(self.0.into_iter().map(|limit| limit.scaled(by)).collect())
    }
}

impl fmt::Display for Limits {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let texts: Vec<String> = self.0.iter().map(i64::to_string).collect();
        write!(out, "{}", texts.join("; "))
    }
}
