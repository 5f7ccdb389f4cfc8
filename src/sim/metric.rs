//! The registry of metrics: everything that can be measured, named once.
//!
//! Conditions, criteria, map lenses, charts and exports all read through [`value`]. Adding a metric is one variant, one
//! row of [`Metric::info`] and one arm of [`value`]. Must not change the state.

use super::{
    country::{Class, Country, GaugeKind, Interest, Mode, RiskTheme},
    economy::EconomyFigure,
    electric_figures::ElectricFigure,
    figures::{CareFigure, SocialFigure},
    ids::{CriterionId, GaugeId, MovementId, NodeId, PoolId, ProcessId, RegionId, SectorId},
    labour::StaffFigure,
    losses::Loss,
    plan::Plan,
    readiness::{self, ReadinessFigure},
    score,
    state::{Phase, State},
    time::TICKS_PER_HOUR,
};
use serde::{Deserialize, Serialize};

/// Something measurable. Scope and unit: see [`Metric::info`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Metric {
    /// Level of a process in a region, or mean over the inhabitants of the country.
    Level(ProcessId, Option<RegionId>),
    /// The lowest level of any process in a region.
    WorstLevel(RegionId),
    /// Weighted person-days of unmet need since the start, in a region or the country.
    UnmetNeed(Option<RegionId>),
    /// Share of its pieces that a movement has across the border.
    Delivered(MovementId),
    /// Pieces of a movement that are across the border.
    DeliveredPieces(MovementId),
    /// Pieces of a movement on the quay.
    Ashore(MovementId),
    /// Transports of a class that wait for a path.
    Waiting(Class),
    /// Transports of a mode that are under way.
    Moving(Mode),
    /// Moves waiting at a terminal.
    TerminalQueue(NodeId),
    /// Claims refused in a pool since the start.
    Refused(PoolId),
    /// Hours that civil transports have waited since the start.
    CivilDelay,
    /// Hours that ammunition trains have stood still outside a safe siding.
    AmmunitionStalled,
    /// Damages that are not repaired.
    OpenDamages,
    /// Something of care, in a region or the country.
    Care(CareFigure, Option<RegionId>),
    /// Something of people, in a region or the country.
    Society(SocialFigure, Option<RegionId>),
    /// Patients moved between regions.
    PatientsMoved,
    /// Patients taken over by neighbouring countries.
    PatientsAbroad,
    /// Newcomers who wait for registration.
    Unregistered,
    /// People who asked for asylum and wait for registration.
    AsylumWaiting,
    /// Paid for measures and agreed offers, in thousands of euros.
    Spent,
    /// Something lost since the start, in a region or the country.
    Lost(Loss, Option<RegionId>),
    /// Place of a criterion on the scale of classes; nothing for one without limits.
    Criterion(CriterionId),
    /// Mean weight of the criteria of an interest that have limits, in thousandths of a catastrophe.
    Impact(Interest),
    /// A gauge of a kind.
    Gauge(GaugeKind, GaugeId),
    /// Phase of escalation, 0 to 8.
    Phase,
    /// Acts of an opponent that took place.
    Acts,
    /// Best founded evidence of who is behind an act.
    Attribution,
    /// What holds an opponent back.
    Deterrence,
    /// How far daily life goes on, in a region or the country.
    DailyLife(Option<RegionId>),
    /// Dependencies between processes that are known.
    Insight,
    /// Decisions that are on their way because a line is down.
    OrdersUnderway,
    /// Something of electricity, in a region or the country.
    Electricity(ElectricFigure, Option<RegionId>),
    /// Something of the people of a sector, in a region or the country.
    Staff(StaffFigure, SectorId, Option<RegionId>),
    /// Something of economy and government, in a region or the country.
    Economy(EconomyFigure, Option<RegionId>),
    /// What measures disturbed in the market so far, in thousands of euros.
    MarketDisturbed,
    /// How far a region is scaled up, 0 to 5, or the furthest of all.
    Grip(Option<RegionId>),
    /// Something of readiness.
    Readiness(ReadinessFigure),
    /// Unmet need behind which a theme of the risk analysis stands.
    Theme(RiskTheme),
}

/// Unit of a metric's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Thousandths.
    Permille,
    /// Whole things.
    Count,
    /// Hours.
    Hours,
    /// Person-days.
    PersonDays,
    /// Megawatts.
    Megawatts,
    /// Megawatt-hours.
    MegawattHours,
    /// Thousands of euros.
    KiloEuros,
    /// Thousandths of a class: 0 nothing, 1 to 1000 A, then B, C, D, and E from 4000 to 4500.
    Class,
}

/// What the screen must know about a metric.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MetricInfo {
    /// Key of its name in the language files (`metric-KEY`).
    pub key: &'static str,
    /// Unit of the value.
    pub unit: Unit,
    /// True when more is better.
    pub more_is_better: bool,
}

/// Keys of all metrics, see [`MetricInfo::key`].
pub const KEYS: &[&str] = &[
    "level",
    "worst-level",
    "unmet-need",
    "delivered",
    "delivered-pieces",
    "ashore",
    "waiting",
    "moving",
    "terminal-queue",
    "refused",
    "civil-delay",
    "ammunition-stalled",
    "open-damages",
    "ward-load",
    "intensive-load",
    "untreated",
    "awaiting-bed",
    "deaths",
    "deferred-care",
    "military-patients",
    "hospital-staff",
    "prepared",
    "warned",
    "misinformed",
    "trust",
    "polarised",
    "unrest",
    "hoarding",
    "discomfort",
    "equity-gap",
    "unhelped",
    "unhelped-vulnerable",
    "without-place",
    "reception-support",
    "disturbances",
    "patients-moved",
    "patients-abroad",
    "unregistered",
    "asylum-waiting",
    "spent",
    "injured",
    "injured-weighted",
    "injured-military",
    "in-need",
    "disrupted",
    "digital-days",
    "value-lost",
    "unrest-days",
    "rights-days",
    "support-short",
    "late",
    "unserved",
    "unserved-vulnerable",
    "criterion",
    "impact",
    "track",
    "baseline",
    "pillar",
    "phase",
    "acts",
    "attribution",
    "deterrence",
    "daily-life",
    "insight",
    "orders-underway",
    "electricity-asked",
    "electricity-served",
    "electricity-unserved",
    "customer-hours",
    "electricity-import",
    "electricity-reserve",
    "electricity-congested",
    "staff-there",
    "staff-away",
    "staff-worn-out",
    "staff-lent",
    "output-loss",
    "firms-closed",
    "sites-free",
    "food-passed",
    "benefits-late",
    "revenue-late",
    "cases-urgent",
    "cases-other",
    "stranded",
    "brought-home",
    "decision-work",
    "public-willing",
    "firms-willing",
    "volunteers-willing",
    "market-disturbed",
    "grip",
    "sites-ready",
    "travellers-waiting",
    "by-hand",
    "tier-first",
    "tier-second",
    "tier-third",
    "theme-need",
];

/// Every metric of an exercise, with everything it can be about.
pub fn all(country: &Country, plan: &Plan) -> Vec<Metric> {
    let regions = || country.regions.ids().map(Some).chain([None]);
    let mut found = vec![Metric::CivilDelay, Metric::AmmunitionStalled, Metric::OpenDamages];
    for process in country.processes.ids() {
        found.extend(regions().map(|region| Metric::Level(process, region)));
    }
    found.extend(country.regions.ids().map(Metric::WorstLevel));
    found.extend(regions().map(Metric::UnmetNeed));
    for figure in CareFigure::ALL {
        found.extend(regions().map(|region| Metric::Care(figure, region)));
    }
    for figure in SocialFigure::ALL {
        found.extend(regions().map(|region| Metric::Society(figure, region)));
    }
    for figure in ElectricFigure::ALL {
        let regions = regions().filter(|region| region.is_none() || !figure.is_national());
        found.extend(regions.map(|region| Metric::Electricity(figure, region)));
    }
    for loss in Loss::ALL {
        let regions = regions().filter(|region| region.is_none() || !loss.is_national());
        found.extend(regions.map(|region| Metric::Lost(loss, region)));
    }
    if let Some(score) = &country.score {
        let placed = |row: &&super::country::Criterion| row.measure.is_some() && row.limits.is_some();
        found.extend(
            score.criteria.iter().filter(|(_, row)| placed(row)).map(|(id, _)| Metric::Criterion(id)),
        );
        let rows = || score.criteria.rows().iter().filter(placed);
        let interests = Interest::ALL.into_iter().filter(|each| rows().any(|row| row.interest == *each));
        found.extend(interests.map(Metric::Impact));
        found.extend(score.gauges.iter().map(|(id, row)| Metric::Gauge(row.kind, id)));
    }
    found.extend([Metric::PatientsMoved, Metric::PatientsAbroad]);
    found.extend([Metric::Unregistered, Metric::AsylumWaiting, Metric::Spent]);
    found.extend(regions().map(Metric::DailyLife));
    found.extend([Metric::Insight, Metric::OrdersUnderway]);
    found.extend([Metric::Phase, Metric::Acts, Metric::Attribution, Metric::Deterrence]);
    for figure in EconomyFigure::ALL.into_iter().filter(|_| country.economy.is_some()) {
        let regions = regions().filter(|region| region.is_none() || !figure.is_national());
        found.extend(regions.map(|region| Metric::Economy(figure, region)));
    }
    found.push(Metric::MarketDisturbed);
    found.extend(regions().map(Metric::Grip));
    found.extend(ReadinessFigure::ALL.map(Metric::Readiness));
    found.extend(RiskTheme::ALL.map(Metric::Theme));
    for sector in country.workforce.iter().flat_map(|workforce| workforce.sectors.ids()) {
        found.extend(regions().map(|region| Metric::Staff(StaffFigure::There, sector, region)));
        let others = StaffFigure::ALL.into_iter().filter(|figure| *figure != StaffFigure::There);
        found.extend(others.map(|figure| Metric::Staff(figure, sector, None)));
    }
    for movement in plan.movements.ids() {
        let about = [Metric::Delivered, Metric::DeliveredPieces, Metric::Ashore];
        found.extend(about.map(|about| about(movement)));
    }
    found.extend(Class::ALL.map(Metric::Waiting));
    found.extend(Mode::ALL.map(Metric::Moving));
    let terminals = country.nodes.iter().filter(|(_, node)| node.handling.is_some());
    found.extend(terminals.map(|(node, _)| Metric::TerminalQueue(node)));
    found.extend(country.pools.ids().map(Metric::Refused));
    found
}

impl Metric {
    /// True for what is computed by the score itself.
    pub fn is_of_score(self) -> bool {
        matches!(self, Self::Criterion(_) | Self::Impact(_) | Self::Gauge(..))
    }

    /// True for what is counted from the start on: its last value says it all, while of others the mean does.
    pub fn adds_up(self) -> bool {
        match self {
            Self::UnmetNeed(_)
            | Self::Refused(_)
            | Self::CivilDelay
            | Self::AmmunitionStalled
            | Self::PatientsMoved
            | Self::PatientsAbroad
            | Self::Spent
            | Self::Lost(..)
            | Self::Criterion(_)
            | Self::Impact(_)
            | Self::MarketDisturbed
            | Self::Theme(_)
            | Self::Acts => true,
            Self::Electricity(figure, _) => figure.adds_up(),
            Self::Economy(figure, _) => figure.adds_up(),
            Self::Care(figure, _) => matches!(figure, CareFigure::Deaths | CareFigure::DeferredCare),
            Self::Society(figure, _) => matches!(
                figure,
                SocialFigure::Unhelped
                    | SocialFigure::UnhelpedVulnerable
                    | SocialFigure::WithoutPlace
                    | SocialFigure::Disturbances
            ),
            Self::Level(..)
            | Self::WorstLevel(_)
            | Self::Delivered(_)
            | Self::DeliveredPieces(_)
            | Self::Ashore(_)
            | Self::Waiting(_)
            | Self::Moving(_)
            | Self::TerminalQueue(_)
            | Self::OpenDamages
            | Self::Unregistered
            | Self::AsylumWaiting
            | Self::Gauge(..)
            | Self::Phase
            | Self::Attribution
            | Self::Staff(..)
            | Self::Deterrence
            | Self::DailyLife(_)
            | Self::Insight
            | Self::Grip(_)
            | Self::Readiness(_)
            | Self::OrdersUnderway => false,
        }
    }

    /// Name, unit and direction.
    pub fn info(self) -> MetricInfo {
        let (key, unit, more_is_better) = match self {
            Self::Level(..) => ("level", Unit::Permille, true),
            Self::WorstLevel(_) => ("worst-level", Unit::Permille, true),
            Self::UnmetNeed(_) => ("unmet-need", Unit::PersonDays, false),
            Self::Delivered(_) => ("delivered", Unit::Permille, true),
            Self::DeliveredPieces(_) => ("delivered-pieces", Unit::Count, true),
            Self::Ashore(_) => ("ashore", Unit::Count, false),
            Self::Waiting(_) => ("waiting", Unit::Count, false),
            Self::Moving(_) => ("moving", Unit::Count, true),
            Self::TerminalQueue(_) => ("terminal-queue", Unit::Count, false),
            Self::Refused(_) => ("refused", Unit::Count, false),
            Self::CivilDelay => ("civil-delay", Unit::Hours, false),
            Self::AmmunitionStalled => ("ammunition-stalled", Unit::Hours, false),
            Self::OpenDamages => ("open-damages", Unit::Count, false),
            Self::Care(figure, _) => return figure.info(),
            Self::Society(figure, _) => return figure.info(),
            Self::PatientsMoved => ("patients-moved", Unit::Count, true),
            Self::PatientsAbroad => ("patients-abroad", Unit::Count, true),
            Self::Unregistered => ("unregistered", Unit::Count, false),
            Self::AsylumWaiting => ("asylum-waiting", Unit::Count, false),
            Self::Spent => ("spent", Unit::KiloEuros, false),
            Self::Lost(loss, _) => return loss.info(),
            Self::Criterion(_) => ("criterion", Unit::Class, false),
            Self::Impact(_) => ("impact", Unit::Permille, false),
            Self::Gauge(GaugeKind::Track, _) => ("track", Unit::Permille, true),
            Self::Gauge(GaugeKind::Baseline, _) => ("baseline", Unit::Permille, true),
            Self::Gauge(GaugeKind::Pillar, _) => ("pillar", Unit::Permille, true),
            Self::Phase => ("phase", Unit::Count, false),
            Self::Acts => ("acts", Unit::Count, false),
            Self::Attribution => ("attribution", Unit::Permille, true),
            Self::Deterrence => ("deterrence", Unit::Permille, true),
            Self::DailyLife(_) => ("daily-life", Unit::Permille, true),
            Self::Insight => ("insight", Unit::Permille, true),
            Self::OrdersUnderway => ("orders-underway", Unit::Count, false),
            Self::Electricity(figure, _) => return figure.info(),
            Self::Staff(figure, ..) => return figure.info(),
            Self::Economy(figure, _) => return figure.info(),
            Self::Grip(_) => ("grip", Unit::Count, false),
            Self::Readiness(figure) => return figure.info(),
            Self::Theme(_) => ("theme-need", Unit::PersonDays, false),
            Self::MarketDisturbed => ("market-disturbed", Unit::KiloEuros, false),
        };
        MetricInfo { key, unit, more_is_better }
    }
}

/// The value of a metric now, in its unit.
pub fn value(country: &Country, state: &State, metric: Metric) -> i64 {
    match metric {
        Metric::Level(process, Some(region)) => i64::from(state.processes.level(process, region).permille()),
        Metric::Level(process, None) => national_level(country, state, process),
        Metric::WorstLevel(region) => country
            .processes
            .ids()
            .map(|process| i64::from(state.processes.level(process, region).permille()))
            .min()
            .unwrap_or(1000),
        Metric::UnmetNeed(Some(region)) => state.totals.unmet_person_days(region),
        Metric::UnmetNeed(None) => {
            country.regions.ids().map(|region| state.totals.unmet_person_days(region)).sum()
        }
        Metric::Delivered(movement) => {
            let row = &state.movements[movement];
            if row.pieces == 0 { 1000 } else { i64::from(row.delivered) * 1000 / i64::from(row.pieces) }
        }
        Metric::DeliveredPieces(movement) => i64::from(state.movements[movement].delivered),
        Metric::Ashore(movement) => {
            state.movements[movement].ports.iter().map(|port| i64::from(port.ashore.sum())).sum()
        }
        Metric::Waiting(class) => count(state, |row| {
            row.class == class && matches!(row.phase, Phase::Waiting | Phase::Held | Phase::Stalled)
        }),
        Metric::Moving(mode) => count(state, |row| row.mode == mode && row.phase == Phase::Moving),
        Metric::TerminalQueue(node) => state.terminals.queued_moves(node),
        Metric::Refused(pool) => state.pools[pool].refused.0.iter().map(|count| i64::from(*count)).sum(),
        Metric::CivilDelay => civil_delay_hours(state),
        Metric::AmmunitionStalled => i64::from(state.totals.ammunition_stalled_ticks / TICKS_PER_HOUR),
        Metric::Care(figure, region) => figure.value(country, state, region),
        Metric::Society(figure, region) => figure.value(country, state, region),
        Metric::PatientsMoved => i64::from(state.health.moved),
        Metric::PatientsAbroad => i64::from(state.health.abroad),
        Metric::Unregistered => i64::from(state.society.unregistered),
        Metric::AsylumWaiting => i64::from(state.society.asylum_waiting),
        Metric::Spent => i64::try_from(state.totals.paid_keur.rows().iter().sum::<u64>()).unwrap_or(i64::MAX),
        Metric::Lost(loss, region) => loss.value(country, state, region),
        Metric::Criterion(criterion) => score::place_value(country, state, criterion),
        Metric::Impact(interest) => {
            i64::from(score::impact(country, state, Some(interest)).unwrap_or(0) / 1000)
        }
        Metric::Gauge(_, gauge) => score::gauge_value(country, state, gauge),
        Metric::Phase => i64::from(state.adversary.phase),
        Metric::Acts => i64::try_from(state.adversary.carried_out()).unwrap_or(i64::MAX),
        Metric::Attribution => i64::from(state.adversary.attribution().permille()),
        Metric::Deterrence => i64::from(state.adversary.deterrence.permille()),
        Metric::DailyLife(region) => super::daily_life::daily_life(country, state, region),
        Metric::Insight => country.crisis.known_permille(country.arcs.len(), state.orders.insight),
        Metric::OrdersUnderway => i64::try_from(state.orders.underway.len()).unwrap_or(i64::MAX),
        Metric::Electricity(figure, region) => figure.value(country, state, region),
        Metric::Economy(figure, region) => figure.value(country, state, region),
        Metric::MarketDisturbed => i64::try_from(state.measures.disturbed_keur).unwrap_or(i64::MAX),
        Metric::Grip(Some(region)) => i64::from(super::grip::level(country, state, region)),
        Metric::Grip(None) => i64::from(super::grip::highest(country, state)),
        Metric::Readiness(figure) => figure.value(country, state),
        Metric::Theme(theme) => readiness::missed_person_days(state, theme),
        Metric::Staff(figure, sector, region) => figure.value(country, state, sector, region),
        Metric::OpenDamages => i64::try_from(state.damages.open.len()).unwrap_or(i64::MAX),
    }
}

fn count(state: &State, test: impl Fn(&super::state::Consignment) -> bool) -> i64 {
    i64::try_from(state.consignments.active().filter(|(_, row)| test(row)).count()).unwrap_or(i64::MAX)
}

fn civil_delay_hours(state: &State) -> i64 {
    let standing =
        state.consignments.active().filter(|(_, row)| !row.class.is_military() && row.phase != Phase::Moving);
    let ticks: u64 = standing.map(|(_, row)| u64::from(state.tick.since(row.since).0)).sum();
    i64::try_from((state.totals.civil_delay_ticks + ticks) / u64::from(TICKS_PER_HOUR)).unwrap_or(i64::MAX)
}

fn national_level(country: &Country, state: &State, process: ProcessId) -> i64 {
    let weighted: u64 = country
        .regions
        .iter()
        .map(|(region, row)| {
            u64::from(row.population) * u64::from(state.processes.level(process, region).permille())
        })
        .sum();
    i64::try_from(weighted / country.population().max(1)).unwrap_or(0)
}
