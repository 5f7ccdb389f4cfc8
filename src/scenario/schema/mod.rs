//! What the files may say: one struct per object, in the words of the files.
//!
//! Structs of files are never the simulation's own types, so that a file format can outlive a rule. Only shape lives here;
//! references are resolved and meaning is checked in `build` and `validate`. `world` is the country, `exercise` a scenario.

pub mod exercise;
pub mod world;

use super::{
    read::words,
    scalar::{Code, Decimal, Figure},
};
use crate::sim::{
    country::{Basis, Class, Mode, Need, NodeKind, Power, SeatTable},
    effect::DamageKind,
    plan::{Channel, Marking},
};

words!(Mode { Rail, Road, Water });
words!(Class { UrgentMilitary, Medical, LifeSupport, Military, Passenger, Commercial });
words!(Need { Physical, Security, Comfort, Indirect });
words!(SeatTable { Rijk, Regio, Defensie, Infra, Haven, Zorg, Energie, Excon });
words!(Basis { G0, G1, G2, G3, G4, G5, G6 });
words!(Power { PlanMovements });
words!(NodeKind { Seaport, Inland, Yard, Junction, Border, Abroad });
words!(DamageKind { Physical, Digital, Human });
words!(Channel { Call, Mail, Report, News, Social, NlAlert });
words!(Marking { Public, Internal, Restricted });

/// A figure that is a whole number of things.
pub type Count = Figure<u16>;
/// A figure with decimals: a rate, a share, hours.
pub type Amount = Figure<Decimal>;
/// A reference to an object by its code.
pub type Ref = Code;
