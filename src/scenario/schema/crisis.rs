//! The file of the crisis organisation, and the file of starting values.
//!
//! Every figure carries its source and confidence. Built by `build::crisis`.

use super::{Amount, Count, Setting, pressure::LastingRow};
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Decimal, Def, Name, Ref, Words},
    },
    sim::ids::{ProcessId, RegionId, RoleId},
};

record! {
    /// `crisis.ron`.
    CrisisFile {
        /// Where roles sit; one that is left out is where its work is.
        seats: Rows<SeatRow>,
        /// Hours that an order takes by emergency communication.
        emergency_h: Amount,
        /// Hours that it takes to bring a staff together that is not on duty.
        assemble_h: Amount,
        /// Most of an order's time that a scaled-up organisation saves.
        coordination_most: Amount,
        /// Hours between two reports of a region on its beds.
        bed_report_h: Count,
        /// Trust that full independence of the media adds to the ordinary.
        independent: Amount,
        /// Dependencies that nobody has declared.
        hidden: Vec<HiddenRow>,
        /// Roles that may read what the services know once it is shared.
        cleared: Vec<Ref<RoleId>>,
        /// Sharing what is classified.
        leak: LeakRow,
        /// Digital defence.
        digital: DigitalRow,
    }
}

record! {
    /// A dependency that nobody has declared.
    HiddenRow {
        /// What depends.
        process: Ref<ProcessId>,
        /// On what.
        supplier: At<Ref<ProcessId>>,
        /// The insight from which it is known.
        insight: Amount,
    }
}

record! {
    /// What sharing may cost.
    LeakRow {
        /// Chance that a shared advice leaks.
        chance: Amount,
        /// By how much the opponent then hits harder.
        exposure: Amount,
        /// Hours for which it does.
        lasts_h: Amount,
    }
}

record! {
    /// Digital defence.
    DigitalRow {
        /// What is left of a digital act that was noticed in time.
        noticed: Amount,
        /// What active protection at full strength takes from a digital act.
        active: Amount,
        /// Chance in a day of it that it is taken for an attack.
        escalation_d: Amount,
        /// How much that encourages the opponent, in acts of mark 1.
        escalation_mark: Amount,
    }
}

record! {
    /// `starting.ron`.
    StartingFile {
        /// Starting values that a scenario can set.
        settings: Rows<SettingRow>,
    }
}

record! {
    /// A starting value from 0 (as the country is) to 1 (in full).
    SettingRow {
        /// Code.
        code: Def<Setting>,
        /// Name on the screen.
        name: Words,
        /// What it does in full.
        does: Words,
        /// What holds from the start when it is in full.
        lasting: Vec<LastingRow>,
    }
}

record! {
    /// A starting value of a scenario.
    SetRow {
        /// Which.
        setting: At<Name>,
        /// From 0 to 1.
        value: At<Decimal>,
    }
}

record! {
    /// Where a role sits.
    SeatRow {
        /// Which.
        role: Ref<RoleId>,
        /// In this region.
        region: Ref<RegionId>,
    }
}
