//! Measures: instruments that a role can take and end, with what they need, bring and cost.
//!
//! Static data only; what is in force lives in `state`. Served by `systems::measures`.

use super::{Absence, Basis};
use crate::sim::every::every;
use crate::sim::{
    condition::Condition,
    effect::Effect,
    ids::{MeasureId, PoolId, ProcessId, RoleId, SectorId, Table},
    time::Span,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, IntoStaticStr, VariantArray};

/// All measures and the figures of their rules.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measures {
    /// Measures.
    pub rows: Table<MeasureId, Measure>,
    /// With a trained plan an order takes this part of its time, in thousandths.
    pub planned_permille: u32,
    /// Without one it takes up to this much longer by error, in thousandths of its time.
    pub error_permille: u32,
    /// An order to where no report comes from takes this much longer: it goes by messenger.
    pub messenger: Span,
    /// With its council in force an order takes this part of its time, in thousandths.
    pub council_permille: u32,
    /// Work of a staff beyond which no more is taken on; nothing where staffs are not modelled.
    pub desk_most: Span,
    /// What a measure costs more when all is gone of the process it answers, in thousandths of its cost.
    pub late_permille: u32,
}

/// An instrument.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Code such as nl-alert.
    pub code: String,
    /// Who may take and end it.
    pub owner: RoleId,
    /// On which basis.
    pub basis: Basis,
    /// The measure that provides that basis and has to be in force; none where the owner has it.
    pub under: Option<MeasureId>,
    /// True when it is taken for one region, false for the country.
    pub regional: bool,
    /// What has to hold when it is ordered.
    pub needs: Vec<Condition>,
    /// The plan that makes it quicker and surer when it is in force. Grants nothing.
    pub plan: Option<MeasureId>,
    /// The body in which its owner meets those who carry it out; quicker when it is in force.
    pub council: Option<MeasureId>,
    /// The level to which it scales a region up, 1 to 5; none for any other measure.
    pub grip: Option<u8>,
    /// Roles that it brings on duty where it is taken.
    pub duty: Vec<RoleId>,
    /// Roles in whose place its owner decides where it is taken, on what they could take there.
    pub takes_over: Vec<RoleId>,
    /// Large sites that it takes in its region, for itself alone.
    pub sites: u16,
    /// The staff of its owner works on the decision for this long: decisions that come meanwhile wait.
    pub desk: Span,
    /// The process whose lack it answers: taken early, it is cheaper.
    pub answers: Option<ProcessId>,
    /// What it disturbs in the market in a day, as long as nothing is lacking. Thousands of euros.
    pub market_keur: u32,
    /// From order to effect.
    pub lead: Span,
    /// Ends by itself after this; none when it has to be ended.
    pub lasts: Option<Span>,
    /// What it does once, when it begins. An effect without a region is meant for where the measure is taken.
    pub once: Vec<Effect>,
    /// Units of held pools and crews, more or fewer, as long as it is in force.
    pub units: Vec<(PoolId, i32)>,
    /// What it does as long as it is in force.
    pub lasting: Vec<Lasting>,
    /// Cost when it begins, in thousands of euros.
    pub cost_keur: u32,
    /// Cost of every day, in thousands of euros.
    pub daily_keur: u32,
    /// Trust it costs where it begins, in thousandths: limits of rights, disappointment.
    pub trust_permille: u16,
}

/// Something that holds as long as a measure is in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lasting {
    /// A lever is moved by this much.
    Lever(Lever, i16),
    /// This part (in thousandths) of what people miss of a process is made good in another way.
    Relief(ProcessId, u16),
    /// This part (in thousandths) of the loss by own damage of a process is bridged.
    Ease(ProcessId, u16),
    /// This part (in thousandths) of a process is given up.
    Strain(ProcessId, u16),
    /// This part (in thousandths) of the people of a sector is away for a reason.
    Absent(SectorId, Absence, u16),
    /// This part (in thousandths) of the people of the first sector goes to work in the second.
    Lend(SectorId, SectorId, u16),
}

/// A setting that rules read; zero when nobody moved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, IntoStaticStr, VariantArray)]
pub enum Lever {
    /// Planned care, in thousandths more or less.
    PlannedCare,
    /// Patients discharged early, in thousandths of the ordinary pace more.
    EarlyDischarge,
    /// Hospital staff, in thousandths more or less.
    HospitalStaff,
    /// Staffed beds opened beyond the ordinary, in thousandths.
    SurgeBeds,
    /// Patients that can be moved between regions in six hours, more or fewer.
    PatientTransport,
    /// Patients that neighbouring countries take over in six hours.
    PatientsAbroad,
    /// Patients are kept where they are when this is below zero.
    PatientSpread,
    /// Support points that are open, in thousandths of what is prepared.
    SupportPoints,
    /// People that responders, volunteers or Defence can help in an hour, more per hundred thousand inhabitants.
    Helpers,
    /// Places in reception, in places per hundred thousand inhabitants to work towards.
    ReceptionPlaces,
    /// Hoarding that is held back, in thousandths.
    PurchaseLimit,
    /// Help that goes to vulnerable people first, in thousandths.
    VulnerableFirst,
    /// Strength of the common message, in thousandths.
    Message,
    /// Effort against misinformation, in thousandths.
    Debunking,
    /// Effort for public order, in thousandths.
    PublicOrder,
    /// Push to prepare, in thousandths of the households that can be reached.
    Campaign,
    /// Units of a day's use of motor fuel released from strategic stock, in thousandths.
    FuelRelease,
    /// The same of food.
    FoodRelease,
    /// The same of medicines.
    MedicineRelease,
    /// Work on digital damage beyond one team-tick a team, in thousandths.
    DigitalRepair,
    /// Work on physical damage beyond one team-tick a team, in thousandths.
    PhysicalRepair,
    /// Orders get through without the ordinary lines when this is above zero.
    OrdersGetThrough,
    /// Desks that register people under temporary protection before those who ask for asylum, in thousandths.
    ProtectionFirst,
    /// What an opponent knows of the weak spots, in thousandths by which its acts hit harder.
    Exposure,
    /// Guarding, in thousandths by which acts by hand hit less hard.
    Guarding,
    /// Response to state threats beyond the ordinary, in thousandths.
    Response,
    /// Cohesion of the alliance beyond the ordinary, in thousandths.
    Cohesion,
    /// Effort of the services on sabotage, in thousandths more or less.
    WatchSabotage,
    /// The same on digital attacks.
    WatchDigital,
    /// The same on influence and espionage.
    WatchInfluence,
    /// How far the crisis organisation is scaled up and practised, in thousandths by which orders go quicker.
    Coordination,
    /// Digital acts that are noticed in time, in thousandths.
    Detection,
    /// Sharing of what is known of digital threats, in thousandths by which repair of digital damage begins sooner.
    ThreatSharing,
    /// Basic digital security, in thousandths by which digital acts hit less hard.
    Hardening,
    /// Active digital protection, in thousandths of full strength.
    ActiveDefence,
    /// Independence and continuity of the media, in thousandths.
    Independence,
    /// Households with an emergency plan beyond the ordinary, in thousandths: they hoard less.
    HouseholdPlan,
    /// Hours more or fewer between two reports on beds; below zero they come without ordinary lines too.
    BedReports,
    /// Insight in dependencies that nobody declared, in thousandths.
    Insight,
    /// What the services know goes to more roles when this is above zero.
    Widened,
    /// Wind, in thousandths more or less than the weather of the plan has.
    Wind,
    /// Sun, the same.
    Sun,
    /// What neighbours can supply, in thousandths of the whole interconnector added to its ready part, within nothing and all.
    ImportReady,
    /// Electricity that users save, in thousandths.
    PowerSaving,
    /// Above zero: this region is shed last and restored first.
    PowerFirst,
    /// Above zero: a shortage of electricity is spread over all regions.
    PowerSpread,
    /// Spare circuits of the lines of a region that are used, in thousandths.
    SpareLines,
    /// New load that is to be connected, in megawatts.
    NewLoad,
    /// What users bridge of an outage of electricity by their own means beyond the ordinary, in thousandths.
    OwnPower,
    /// Schools and child care that are closed, in thousandths.
    SchoolsClosed,
    /// Children of people with a vital job who are looked after all the same, in thousandths.
    ChildCare,
    /// Crisis roster: part of its full strength, in thousandths.
    Roster,
    /// Hours that people work beyond the ordinary, in thousandths.
    Overtime,
    /// Support for small firms, in thousandths.
    FirmsSupport,
    /// Food kept at home that should pass through, in thousandths.
    FoodKeptHome,
    /// Part of the payments of benefits that goes out as an advance, in thousandths.
    Advances,
    /// Room in the courts kept for cases that cannot wait, in thousandths.
    UrgentCasesFirst,
    /// Citizens who are flown home in an hour.
    Airlift,
    /// Consultation with firms and organisations, in thousandths of full strength.
    Consultation,
    /// What equipment of foreign owners makes digital damage at terminals worse, in thousandths.
    ForeignEquipment,
    /// What sites of Defence bridge of an outage of electricity by generators of their own, in thousandths.
    SitePower,
    /// How far people are practised and equipped to work without digital means, in thousandths.
    Analogue,
    /// How far machines do the work of people, in thousandths.
    Automation,
}

impl Lever {
    /// Every lever.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
    /// Number of levers.
    pub const COUNT: usize = Self::ALL.len();
}
