//! The file of economy and government.
//!
//! Every figure carries its source and confidence. Built by `build::economy`.

use super::{Amount, Count};
use crate::{
    scenario::{
        macros::record,
        scalar::{Figure, Ref},
    },
    sim::ids::{ProcessId, RegionId},
};

record! {
    /// `economy.ron`.
    EconomyFile {
        /// Euros that are lost with a civil freight transport that is given up.
        transport_eur: Figure<u32>,
        /// Part of all value that small firms add.
        firms: Amount,
        /// Part of the small firms that closes in a day in which nothing is produced.
        firms_close_d: Amount,
        /// Part of those closed that opens again in a day.
        firms_open_d: Amount,
        /// Regions in which they open again more slowly or sooner: so many times that.
        firms_pace: Vec<(Ref<RegionId>, Amount)>,
        /// Food that has to pass through follows the lowest of these.
        food_by: Vec<Ref<ProcessId>>,
        /// Payments of benefits that are due in a day.
        benefits_d: Figure<u32>,
        /// They follow the lowest of these.
        benefits_by: Vec<Ref<ProcessId>>,
        /// Payments beyond the ordinary by which a backlog is worked off.
        catch_up: Amount,
        /// Trust lost in a day in which a week of payments is late.
        benefits_trust_d: Amount,
        /// Revenue of a day, in thousands of euros.
        revenue_keur_d: Figure<u32>,
        /// It follows the lowest of these.
        revenue_by: Vec<Ref<ProcessId>>,
        /// Cases in a day that cannot wait.
        cases_urgent_d: Count,
        /// Other cases in a day.
        cases_other_d: Count,
        /// Cases that courts can decide in a day.
        courts_d: Count,
        /// The process that courts need.
        courts_by: Ref<ProcessId>,
        /// Cases that cannot wait for each disturbance.
        cases_disturbance: Count,
        /// Cases that cannot wait in a day for each measure that limits rights.
        cases_rights_d: Count,
        /// Cases that wait and cannot, at which trust falls as fast as it will.
        cases_limit: Count,
        /// Trust lost in a day then.
        courts_trust_d: Amount,
        /// Trust lost in a day for each thousand citizens who are stranded abroad.
        stranded_trust_d: Amount,
        /// Large sites for each hundred thousand inhabitants.
        sites_per_100k: Amount,
        /// The public.
        public: PartyRow,
        /// Firms.
        companies: PartyRow,
        /// Voluntary organisations.
        volunteers: PartyRow,
        /// Part of the distance by which willingness follows in a day.
        willing_follows_d: Amount,
        /// People whom a wholly willing public helps more in an hour for each hundred thousand inhabitants.
        public_helps_per_100k: Count,
        /// Work on damage more when firms are wholly willing.
        companies_repair: Amount,
        /// Reception places more in a day and region when voluntary organisations are wholly willing.
        volunteers_places_d: Count,
    }
}

record! {
    /// Somebody who takes part without a seat at a table.
    PartyRow {
        /// How willing on an ordinary day.
        willing: Amount,
        /// What a measure by emergency law takes from that.
        coerced: Amount,
        /// What consultation at full strength adds.
        consulted: Amount,
        /// What trust above or below the ordinary adds or takes, of it.
        trusting: Amount,
    }
}
