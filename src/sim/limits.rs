//! What a stretch lets through, what something that travels asks of a stretch, and which ships a port takes.
//!
//! Only what decides the way is compared here. Hours for convoys and daily ceilings for dangerous goods are kept for booking,
//! which knows the moment; this file must not know time. Read by `routes`; filled by `scenario::build`.

use super::country::Mode;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// Length of an ordinary freight train in metres.
pub const TRAIN_M: u16 = 650;
/// Axle load of an ordinary freight train in tenths of a tonne.
pub const AXLE_LOAD_DT: u16 = 225;

/// The limits of a stretch. What belongs to another mode stands at its most liberal value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// Rail: longest train, in metres.
    pub max_train_m: u16,
    /// Rail: heaviest axle, in tenths of a tonne.
    pub axle_load_dt: u16,
    /// Rail: has overhead wire.
    pub electrified: bool,
    /// Rail: most trains with dangerous goods a day, both directions together; none when nothing is said.
    pub dangerous_per_day: Option<u16>,
    /// Road: a tunnel that dangerous goods must avoid.
    pub tunnel: bool,
    /// Road: hours of the day in which a military convoy may enter; none for all day.
    pub convoy_hours: Option<ConvoyHours>,
    /// Water: there is a lock on the way.
    pub lock: bool,
    /// Water: the river whose level decides how deep ships can be loaded.
    pub gauge: Option<Gauge>,
}

impl Limits {
    /// Lets everything through.
    pub const NONE: Self = Self {
        max_train_m: u16::MAX,
        axle_load_dt: u16::MAX,
        electrified: true,
        dangerous_per_day: None,
        tunnel: false,
        convoy_hours: None,
        lock: false,
        gauge: None,
    };

    /// Whether something may use a stretch of its own mode with these limits at all.
    pub fn admits(&self, fit: Fit) -> bool {
        match fit.mode {
            Mode::Rail => fit.train_m <= self.max_train_m && fit.axle_load_dt <= self.axle_load_dt,
            Mode::Road => !(fit.dangerous && self.tunnel),
            Mode::Water | Mode::Pipeline => true,
        }
    }
}

/// From one hour of the day up to another; over midnight when the first is the later one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConvoyHours {
    /// First hour, 0 to 23.
    pub from: u8,
    /// The hour in which nobody enters any more, 0 to 23.
    pub to: u8,
}

impl ConvoyHours {
    /// Whether a convoy may enter in this hour of the day, 0 to 23.
    pub fn open(self, hour: u8) -> bool {
        if self.from < self.to {
            (self.from..self.to).contains(&hour)
        } else {
            hour >= self.from || hour < self.to
        }
    }
}

/// The river whose level decides the load of ships.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum Gauge {
    /// The Rhine at Lobith and its branches.
    Rhine,
    /// The Meuse.
    Maas,
}

/// What travels, as far as limits ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fit {
    /// Transport mode.
    pub mode: Mode,
    /// Length of the train in metres; 0 for other modes.
    pub train_m: u16,
    /// Axle load of the train in tenths of a tonne; 0 for other modes.
    pub axle_load_dt: u16,
    /// Ammunition, fuel, chemicals.
    pub dangerous: bool,
    /// A military column, bound to hours on some roads.
    pub convoy: bool,
}

impl Fit {
    /// The same goods as an ordinary transport of another mode; itself for its own.
    #[must_use]
    pub fn by(self, mode: Mode) -> Self {
        if self.mode == mode { self } else { Self { dangerous: self.dangerous, ..mode.into() } }
    }

    /// The part that decides the way: transports that differ only in what booking looks at share their ways.
    #[must_use]
    pub fn for_way(self) -> Self {
        let dangerous = self.dangerous && self.mode == Mode::Road;
        Self { dangerous, convoy: false, ..self }
    }
}

/// An ordinary transport of a mode.
impl From<Mode> for Fit {
    fn from(mode: Mode) -> Self {
        let (train_m, axle_load_dt) = match mode {
            Mode::Rail => (TRAIN_M, AXLE_LOAD_DT),
            Mode::Road | Mode::Water | Mode::Pipeline => (0, 0),
        };
        Self { mode, train_m, axle_load_dt, dangerous: false, convoy: false }
    }
}

/// Berths of one kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Berths {
    /// Kind of ship they take.
    pub kind: BerthKind,
    /// Ships at the same time.
    pub count: u16,
}

/// Kind of berth, by the ship it takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum BerthKind {
    /// Ships with a ramp: vehicles, ferries, military equipment.
    RoRo,
    /// Container ships.
    Container,
    /// Dry bulk and breakbulk.
    Bulk,
    /// Tankers.
    Tanker,
}

impl BerthKind {
    /// Number of kinds.
    pub const COUNT: usize = 4;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_run_over_midnight() {
        let night = ConvoyHours { from: 20, to: 6 };
        let open: Vec<u8> = (0..24).filter(|hour| night.open(*hour)).collect();
        assert_eq!(open, [0, 1, 2, 3, 4, 5, 20, 21, 22, 23]);
        let day = ConvoyHours { from: 9, to: 15 };
        assert!(day.open(9) && day.open(14) && !day.open(15) && !day.open(8));
    }

    #[test]
    fn limits_hold_for_their_own_mode_only() {
        let tight = Limits { max_train_m: 600, axle_load_dt: 225, tunnel: true, ..Limits::NONE };
        let rail = Fit::from(Mode::Rail);
        assert!(!tight.admits(rail));
        assert!(tight.admits(Fit { train_m: 600, dangerous: true, ..rail }));
        assert!(!tight.admits(Fit { train_m: 600, axle_load_dt: 250, ..rail }));
        let road = Fit::from(Mode::Road);
        assert!(tight.admits(road) && !tight.admits(Fit { dangerous: true, ..road }));
        assert!(tight.admits(Fit { dangerous: true, ..Mode::Water.into() }));
    }
}
