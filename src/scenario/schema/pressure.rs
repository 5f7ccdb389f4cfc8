//! The files of the country under pressure: measures, care, people, emergency generators.
//!
//! Every figure carries its source and confidence. Units are in the field names or with the field. Built by `build::measures`
//! and `build::care`.

use super::{Amount, Count, conditions::ConditionRow, exercise::EffectRow};
use crate::{
    scenario::{
        macros::{choice, record},
        read::Rows,
        scalar::{At, Decimal, Def, Figure, Ref, Words},
    },
    sim::{
        country::{Alarm, Basis, Class, Lever},
        ids::{GoodId, MeasureId, PoolId, ProcessId, RoleId, SectorId},
    },
};

record! {
    /// `measures.ron`.
    MeasuresFile {
        /// With a trained plan an order takes this part of its time.
        planned: Amount,
        /// Without one it takes up to this much longer.
        error: Amount,
        /// Hours more for an order that goes by messenger.
        messenger_h: Amount,
        /// With its council in force an order takes this part of its time.
        council: Amount,
        /// Hours that a staff works on a decision.
        desk_h: Amount,
        /// Hours of work beyond which a staff takes no more on.
        desk_most_h: Amount,
        /// What a measure costs more when all is gone of what it answers, of its cost.
        late: Amount,
        /// Measures.
        measures: Rows<MeasureRow>,
    }
}

record! {
    /// An instrument.
    MeasureRow {
        /// Code.
        code: Def<MeasureId>,
        /// Who may take and end it.
        owner: Ref<RoleId>,
        /// On which basis.
        basis: At<Basis>,
        /// Taken for one region, or for the country.
        regional: bool,
        /// Name on the screen and on the card.
        name: Words,
        /// What it does, on the card.
        does: Words,
        /// What it costs in other things, on the card.
        price: Words,
        /// The measure that provides the basis.
        under: Option<Ref<MeasureId>> = None,
        /// What has to hold when it is ordered.
        needs: Vec<ConditionRow> = Vec::new(),
        /// The plan that makes it quicker and surer.
        plan: Option<Ref<MeasureId>> = None,
        /// The body in which its owner meets those who carry it out.
        council: Option<Ref<MeasureId>> = None,
        /// The level to which it scales a region up, 1 to 5.
        grip: Option<At<u8>> = None,
        /// Roles that it brings on duty in its region.
        duty: Vec<Ref<RoleId>> = Vec::new(),
        /// Roles in whose place its owner decides in its region.
        takes_over: Vec<Ref<RoleId>> = Vec::new(),
        /// Large sites that it takes in its region.
        sites: Option<Count> = None,
        /// Hours that the staff works on the decision, when not as usual.
        desk_h: Option<Amount> = None,
        /// The process whose lack it answers.
        answers: Option<Ref<ProcessId>> = None,
        /// What it disturbs in the market a day as long as nothing is lacking, in thousands of euros.
        market_keur: Option<Figure<u32>> = None,
        /// Hours from order to effect.
        lead_h: Amount,
        /// Hours after which it ends by itself.
        lasts_h: Option<Amount> = None,
        /// Thousands of euros when it begins.
        cost_keur: Option<Figure<u32>> = None,
        /// Thousands of euros a day.
        daily_keur: Option<Figure<u32>> = None,
        /// Share of trust that it costs where it begins.
        trust: Option<Amount> = None,
        /// What it does once.
        once: Vec<EffectRow> = Vec::new(),
        /// Units of held pools and crews, more or fewer, as long as it is in force.
        units: Vec<(Ref<PoolId>, At<i32>)> = Vec::new(),
        /// What it does as long as it is in force.
        lasting: Vec<LastingRow> = Vec::new(),
    }
}

choice! {
    /// What holds as long as a measure is in force.
    LastingRow {
        /// A lever is moved.
        Lever(Lever, i16),
        /// This part of what people miss of a process is made good in another way.
        Relief(Ref<ProcessId>, At<Decimal>),
        /// This part of the loss by own damage is bridged.
        Ease(Ref<ProcessId>, At<Decimal>),
        /// This part of a process is given up.
        Strain(Ref<ProcessId>, At<Decimal>),
        /// This part of the people of a sector is called up.
        CalledUp(Ref<SectorId>, At<Decimal>),
        /// This part of the people of a sector is ill beyond the ordinary.
        Sick(Ref<SectorId>, At<Decimal>),
        /// People of a sector go to work in another.
        Lend(LendRow),
    }
}

record! {
    /// People who go to work in another sector.
    LendRow {
        /// Where they come from.
        from: Ref<SectorId>,
        /// Where they go.
        to: Ref<SectorId>,
        /// Part of the people of the first.
        share: At<Decimal>,
    }
}

record! {
    /// `health.ron`.
    HealthFile {
        /// The process that hospitals are.
        hospitals: Ref<ProcessId>,
        /// The process without which nobody can call an ambulance.
        calls: Ref<ProcessId>,
        /// Part of the beds of wards that is staffed.
        staffed: Amount,
        /// Wards.
        clinic: WardRow,
        /// Intensive care.
        intensive: WardRow,
        /// Casualties that one emergency department treats in an hour beside its ordinary work.
        treated_per_department_h: Amount,
        /// Ambulances for each hundred thousand inhabitants.
        ambulances_per_100k: Amount,
        /// Part of the treated casualties that needs a bed: T1, T2, T3.
        admitted: At<Vec<AdmittedRow>>,
        /// Part of the untreated that dies in an hour: T1, T2, T3.
        untreated_deaths_h: At<Vec<Amount>>,
        /// Part of those without the intensive-care bed they need that dies in an hour.
        no_bed_deaths_h: Amount,
        /// Part of those in intensive care that dies in an hour in which the hospital has failed.
        failed_deaths_h: Amount,
        /// People in a million that die in an hour in which nobody can call for help.
        missed_call_deaths_h: Amount,
        /// Level of hospitals below which planned care stops.
        planned_from: Amount,
        /// Casualties that an ambulance brings to another region in an hour.
        ambulance_trips_h: Amount,
        /// Patients that can be moved between regions in six hours.
        transfers: Count,
        /// Difference in load below which nobody is moved.
        transfer_from: Amount,
        /// The sector that works there.
        staff: Ref<SectorId>,
        /// Part of the ordinary pace of planned care by which deferred care is made up for.
        catch_up: Amount,
    }
}

record! {
    /// A kind of bed.
    WardRow {
        /// Occupied on an ordinary day.
        occupied: Amount,
        /// Of those by planned care.
        planned: Amount,
        /// Mean stay of ordinary patients who cannot wait, in days.
        stay_acute_d: Amount,
        /// Of civil victims.
        stay_wounded_d: Amount,
        /// Of military wounded.
        stay_military_d: Amount,
        /// Of planned care.
        stay_planned_d: Amount,
    }
}

record! {
    /// What treated casualties of a class need.
    AdmittedRow {
        /// Part that needs a ward.
        clinic: Amount,
        /// Part that needs intensive care.
        intensive: Amount,
    }
}

record! {
    /// `society.ron`.
    SocietyFile {
        /// What people live by.
        lived_by: Vec<Ref<ProcessId>>,
        /// Ways to warn.
        alarms: At<Vec<AlarmRow>>,
        /// Share that lives in a household that cannot do what others can.
        vulnerable: Amount,
        /// Prepared at the start.
        prepared: Amount,
        /// Prepared at most without a new push.
        prepared_most: Amount,
        /// Part of the distance covered in a month.
        prepared_month: Amount,
        /// How many times as fast people prepare while a campaign runs.
        campaign_times: Count,
        /// Hours after which prepared households are in discomfort (to the fourth power).
        prepared_h: Amount,
        /// Hours after which others are (to the second power).
        unprepared_h: Amount,
        /// Hours of going without that an hour with everything makes good.
        recovers_h: Amount,
        /// Part of those in discomfort who ask for help.
        asking: Amount,
        /// People responders can help at the same time for each hundred thousand inhabitants.
        helped_per_100k: Count,
        /// Hours until responders are all there.
        help_ramp_h: Count,
        /// People that all support points together can help, for each hundred thousand inhabitants.
        points_per_100k: Count,
        /// Spread of a warning by word of mouth in an hour.
        word_of_mouth_h: Amount,
        /// Days after which half of a warning is forgotten.
        forgotten_d: Amount,
        /// The good that is hoarded and the process whose lack starts it.
        hoarded: (Ref<GoodId>, Ref<ProcessId>),
        /// Days after which half of the extra buying has ended.
        hoarding_d: Amount,
        /// Part of the extra buying that suppliers bring in on top of the ordinary.
        hoarding_met: Amount,
        /// Extra buying that starts in an hour in which the shops are half empty.
        hoarding_starts_h: Amount,
        /// Part of the extra buying that a purchase limit in full force ends in a day.
        hoarding_limit_d: Amount,
        /// Trust on an ordinary day.
        trust: Amount,
        /// Part of the distance by which trust returns in a month.
        trust_returns_month: Amount,
        /// Trust lost in a day in which nobody who asks for help gets it.
        trust_lost_d: Amount,
        /// Part of the missing trust gained in a day with a common message.
        trust_message_d: Amount,
        /// Misinformed on an ordinary day.
        misinformed: Amount,
        /// Part of those misinformed on an ordinary day who always remain so.
        misinformed_least: Amount,
        /// People that one misinformed person misleads before it fades, without any trust.
        misinformation_spread: Amount,
        /// Days after which it fades.
        misinformation_d: Amount,
        /// Part of the spread that full trust stops.
        trust_stops: Amount,
        /// Part of it that ends in a day by effort at full strength.
        debunked_d: Amount,
        /// Polarisation on an ordinary day.
        polarised: Amount,
        /// Unrest for a day of deprivation of everybody, for full misinformation and polarisation, less for full trust.
        unrest: At<Vec<Amount>>,
        /// Part of the distance by which unrest follows in an hour.
        unrest_follows_h: Amount,
        /// Chance of a disturbance in a day at full unrest.
        disturbance: Amount,
        /// The process a disturbance takes away, its share, hours.
        disturbance_costs: (Ref<ProcessId>, (Amount, Count)),
        /// Reception places that a region can add in a day.
        places_d: Count,
        /// People that can be registered in a day in the whole country.
        registered_d: Count,
        /// People who ask for asylum in a day in the whole country.
        asylum_d: Count,
        /// Support for reception lost in a month for each per cent that newcomers add.
        support_lost_month: Amount,
    }
}

record! {
    /// A way to warn.
    AlarmRow {
        /// Which.
        alarm: At<Alarm>,
        /// Share it reaches when everything works.
        reach: Amount,
        /// The process it needs.
        needs: Option<Ref<ProcessId>> = None,
    }
}

record! {
    /// `generators.ron`.
    GeneratorsFile {
        /// Generators.
        generators: Rows<GeneratorRow>,
    }
}

record! {
    /// Generators behind a dependency.
    GeneratorRow {
        /// What they serve.
        process: Ref<ProcessId>,
        /// What they stand in for.
        supplier: Ref<ProcessId>,
        /// Pool of their fuel.
        fuel: Ref<PoolId>,
        /// Category of their claims.
        class: Class,
        /// Litres an hour for each hundred thousand inhabitants.
        litres_per_100k: Count,
    }
}
