//! What a file says of the state of the world: conditions, and what they measure.
//!
//! Units and ranges are those of `sim::metric`. Built by `build::conditions`.

use super::mel::DecidedRow;
use crate::{
    scenario::{macros::choice, moment::Moment, scalar::Ref},
    sim::{
        country::{Class, Interest, Mode, RiskTheme},
        economy::EconomyFigure,
        electric_figures::ElectricFigure,
        figures::{CareFigure, SocialFigure},
        ids::{CriterionId, GaugeId, InjectId, MovementId, NodeId, PoolId, ProcessId, RegionId, SectorId},
        labour::StaffFigure,
        losses::Loss,
        readiness::ReadinessFigure,
    },
};

choice! {
    /// A condition on the world.
    ConditionRow {
        /// A metric is at least this, in its unit.
        AtLeast(MetricRow, i64),
        /// A metric is at most this, in its unit.
        AtMost(MetricRow, i64),
        /// An inject has been sent.
        Sent(Ref<InjectId>),
        /// A receiver has opened an inject.
        Seen(Ref<InjectId>),
        /// The action expected of an inject was seen, or it was answered.
        Answered(Ref<InjectId>),
        /// Players did something.
        Decided(DecidedRow),
        /// It is this moment or later.
        From(Moment),
        /// All hold.
        All(Vec<ConditionRow>),
        /// At least one holds.
        Any(Vec<ConditionRow>),
        /// The inner one does not hold.
        Not(Box<ConditionRow>),
    }
}

choice! {
    /// Something measurable.
    MetricRow {
        /// Level of a process in a region, in thousandths.
        Level(Ref<ProcessId>, Ref<RegionId>),
        /// Level of a process over the country, in thousandths.
        LevelNational(Ref<ProcessId>),
        /// Lowest level of any process in a region, in thousandths.
        WorstLevel(Ref<RegionId>),
        /// Unmet need of a region, in weighted person-days.
        UnmetNeed(Ref<RegionId>),
        /// Unmet need of the country, in weighted person-days.
        UnmetNeedNational,
        /// Share of a movement across the border, in thousandths.
        Delivered(Ref<MovementId>),
        /// Pieces of a movement across the border.
        DeliveredPieces(Ref<MovementId>),
        /// Pieces of a movement on the quay.
        Ashore(Ref<MovementId>),
        /// Transports of a class that wait.
        Waiting(Class),
        /// Transports of a mode under way.
        Moving(Mode),
        /// Moves waiting at a terminal.
        TerminalQueue(Ref<NodeId>),
        /// Claims refused in a pool.
        Refused(Ref<PoolId>),
        /// Hours that civil transports have waited.
        CivilDelay,
        /// Hours that ammunition trains have stood still outside a safe siding.
        AmmunitionStalled,
        /// Damages that are not repaired.
        OpenDamages,
        /// Something of care in a region; shares in thousandths.
        Care(CareFigure, Ref<RegionId>),
        /// Something of care over the country.
        CareNational(CareFigure),
        /// Something of people in a region; shares in thousandths.
        Society(SocialFigure, Ref<RegionId>),
        /// Something of people over the country.
        SocietyNational(SocialFigure),
        /// Something of the staff of a sector: which figure, and where.
        Staff(StaffFigure, (Ref<SectorId>, Ref<RegionId>)),
        /// Something of the staff of a sector over the country.
        StaffNational(StaffFigure, Ref<SectorId>),
        /// Something of economy and government in a region.
        Economy(EconomyFigure, Ref<RegionId>),
        /// Something of economy and government over the country.
        EconomyNational(EconomyFigure),
        /// What measures disturbed in the market.
        MarketDisturbed,
        /// Patients moved between regions.
        PatientsMoved,
        /// Patients taken over by neighbouring countries.
        PatientsAbroad,
        /// Newcomers who wait for registration.
        Unregistered,
        /// People who wait to ask for asylum.
        AsylumWaiting,
        /// Paid for measures and agreed offers, in thousands of euros.
        Spent,
        /// Something lost in a region since the start.
        Lost(Loss, Ref<RegionId>),
        /// Something lost over the country since the start.
        LostNational(Loss),
        /// Place of a criterion on the scale of classes: A up to 1000, B from 1000, E from 4000.
        Criterion(Ref<CriterionId>),
        /// Weight of an interest, in thousandths of a catastrophe.
        Impact(Interest),
        /// A track, a requirement or a pillar, in thousandths.
        Gauge(Ref<GaugeId>),
        /// How far daily life goes on in a region, in thousandths.
        DailyLife(Ref<RegionId>),
        /// The same over the country.
        DailyLifeNational,
        /// Dependencies between processes that are known, in thousandths.
        Insight,
        /// Decisions that are on their way because a line is down.
        OrdersUnderway,
        /// How far a region is scaled up, 0 to 5.
        Grip(Ref<RegionId>),
        /// How far the region is scaled up that is scaled up furthest, 0 to 5.
        GripNational,
        /// Something of readiness over the country.
        Readiness(ReadinessFigure),
        /// Unmet need behind which a theme of the risk analysis stands, in weighted person-days.
        Theme(RiskTheme),
        /// Phase of escalation.
        Phase,
        /// Acts that took place.
        Acts,
        /// Best founded evidence of who is behind an act.
        Attribution,
        /// Deterrence.
        Deterrence,
        /// Something of electricity in a region.
        Electricity(ElectricFigure, Ref<RegionId>),
        /// Something of electricity over the country.
        ElectricityNational(ElectricFigure),
    }
}
