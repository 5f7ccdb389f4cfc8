//! The themes under which the government-wide risk analysis (Rijksbrede Risicoanalyse) orders what can happen.
//!
//! Static data only: which inject or act belongs where says the scenario or the country. Counted by `systems::themes`.

use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// A theme of the analysis of 2022; all nine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum RiskTheme {
    /// Disasters of climate and nature.
    Nature,
    /// Infectious diseases.
    Disease,
    /// Major accidents.
    Accidents,
    /// Polarisation, extremism and terrorism.
    Extremism,
    /// Unwanted interference with the democratic rule of law.
    Interference,
    /// International and military threats.
    Military,
    /// Economic threats.
    Economic,
    /// Cyber threats.
    Cyber,
    /// Threats to vital infrastructure.
    Vital,
}

impl RiskTheme {
    /// Every one, in the order of the analysis.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of them.
    pub const COUNT: usize = Self::ALL.len();
}
