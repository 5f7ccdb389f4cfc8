//! Keys of the names of fixed things: one match per type, so that a new variant does not compile without a name.
//!
//! Must not hold words. Names of things from the data (roles, processes, crews, fleets) are found by code instead.

use crate::sim::{
    country::{Basis, Class, Mode, NodeKind, PieceKind, Power, SeatTable},
    effect::DamageKind,
    plan::{Channel, Marking},
    script::Priority,
    state::{InjectStatus, Phase},
};

/// Name of a category.
pub fn class_key(class: Class) -> &'static str {
    match class {
        Class::UrgentMilitary => "class-urgent-military",
        Class::Medical => "class-medical",
        Class::LifeSupport => "class-life-support",
        Class::Military => "class-military",
        Class::Passenger => "class-passenger",
        Class::Commercial => "class-commercial",
    }
}

/// Name of a transport mode.
pub fn mode_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "mode-rail",
        Mode::Road => "mode-road",
        Mode::Water => "mode-water",
        Mode::Pipeline => "mode-pipeline",
    }
}

/// Name of a table in the room.
pub fn table_key(table: SeatTable) -> &'static str {
    match table {
        SeatTable::Rijk => "table-rijk",
        SeatTable::Regio => "table-regio",
        SeatTable::Defensie => "table-defensie",
        SeatTable::Infra => "table-infra",
        SeatTable::Haven => "table-haven",
        SeatTable::Zorg => "table-zorg",
        SeatTable::Energie => "table-energie",
        SeatTable::Excon => "table-excon",
    }
}

/// Name of a legal basis; with `-means` what it gives and with `-delay` how long it usually takes.
pub fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::G0 => "basis-g0",
        Basis::G1 => "basis-g1",
        Basis::G2 => "basis-g2",
        Basis::G3 => "basis-g3",
        Basis::G4 => "basis-g4",
        Basis::G5 => "basis-g5",
        Basis::G6 => "basis-g6",
    }
}

/// Name of a kind of decision.
pub fn power_key(power: Power) -> &'static str {
    match power {
        Power::PlanMovements => "power-plan-movements",
        Power::DesignateUrgent => "power-designate-urgent",
    }
}

/// Name of a kind of place.
pub fn node_kind_key(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Seaport => "node-seaport",
        NodeKind::Inland => "node-inland",
        NodeKind::Yard => "node-yard",
        NodeKind::Airfield => "node-airfield",
        NodeKind::Lock => "node-lock",
        NodeKind::Junction => "node-junction",
        NodeKind::Border => "node-border",
        NodeKind::Abroad => "node-abroad",
    }
}

/// Name of where an inject stands.
pub fn inject_status_key(status: InjectStatus) -> &'static str {
    match status {
        InjectStatus::OnHold => "inject-state-on-hold",
        InjectStatus::Ready => "inject-state-ready",
        InjectStatus::Sent => "inject-state-sent",
        InjectStatus::Seen => "inject-state-seen",
        InjectStatus::Answered => "inject-state-answered",
        InjectStatus::Closed => "inject-state-closed",
        InjectStatus::Skipped => "inject-state-skipped",
    }
}

/// How much an inject matters.
pub fn priority_key(priority: Priority) -> &'static str {
    match priority {
        Priority::Key => "priority-key",
        Priority::Normal => "priority-normal",
        Priority::Contingency => "priority-contingency",
    }
}

/// Name of the way an inject arrives.
pub fn channel_key(channel: Channel) -> &'static str {
    match channel {
        Channel::Call => "channel-call",
        Channel::Mail => "channel-mail",
        Channel::Report => "channel-report",
        Channel::News => "channel-news",
        Channel::Social => "channel-social",
        Channel::NlAlert => "channel-nl-alert",
    }
}

/// Name of a marking.
pub fn marking_key(marking: Marking) -> &'static str {
    match marking {
        Marking::Public => "marking-public",
        Marking::Internal => "marking-internal",
        Marking::Restricted => "marking-restricted",
    }
}

/// Name of a kind of damage.
pub fn damage_kind_key(kind: DamageKind) -> &'static str {
    match kind {
        DamageKind::Physical => "damage-physical",
        DamageKind::Digital => "damage-digital",
        DamageKind::Human => "damage-human",
    }
}

/// Name of a class of levels as events carry it: 4 normal, 3 hindered, 2 limited, 1 severe, 0 out.
pub fn level_key(class: u8) -> &'static str {
    match class {
        4.. => "level-normal",
        3 => "level-hindered",
        2 => "level-limited",
        1 => "level-severe",
        0 => "level-out",
    }
}

/// Name of what a transport does.
pub fn phase_key(phase: Phase) -> &'static str {
    match phase {
        Phase::Gone => "phase-gone",
        Phase::Loading => "phase-loading",
        Phase::Waiting => "phase-waiting",
        Phase::Moving => "phase-moving",
        Phase::Held => "phase-held",
        Phase::Sheltered => "phase-sheltered",
        Phase::Stalled => "phase-stalled",
    }
}

/// Name of a category within a sentence.
pub fn class_inside_key(class: Class) -> &'static str {
    match class {
        Class::UrgentMilitary => "class-inside-urgent-military",
        Class::Medical => "class-inside-medical",
        Class::LifeSupport => "class-inside-life-support",
        Class::Military => "class-inside-military",
        Class::Passenger => "class-inside-passenger",
        Class::Commercial => "class-inside-commercial",
    }
}

/// Name of a kind of military piece.
pub fn kind_key(kind: PieceKind) -> &'static str {
    match kind {
        PieceKind::Tracked => "kind-tracked",
        PieceKind::Wheeled => "kind-wheeled",
        PieceKind::Container => "kind-container",
        PieceKind::Ammunition => "kind-ammunition",
        PieceKind::Fuel => "kind-fuel",
    }
}
