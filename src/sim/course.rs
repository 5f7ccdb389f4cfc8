//! The life of an exercise in words of data: its stages, what the staff does with it, its three clocks, and why something is
//! not possible now.
//!
//! Nothing here touches the state: the simulation runs the same whatever the staff does. `session::course` follows it.

use super::{
    country::Temperament,
    ids::{InjectId, RoleId},
    time::Tick,
};
use crate::sim::every::every;
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray, VariantNames};

/// Real time, as the caller of a session tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wall {
    /// Seconds since 1 January 1970, universal time.
    pub utc_s: u64,
    /// Minutes that the clock on the wall is ahead of universal time.
    pub ahead_min: i16,
}

impl Wall {
    /// Minute of the day on the wall, 0 to 1439.
    pub fn minute_of_day(self) -> u16 {
        let minutes = i64::try_from(self.utc_s / 60).unwrap_or(0) + i64::from(self.ahead_min);
        u16::try_from(minutes.rem_euclid(1440)).unwrap_or(0)
    }

    /// The same clock some minutes later.
    #[must_use]
    pub fn after_minutes(self, minutes: u16) -> Self {
        Self { utc_s: self.utc_s.saturating_add(u64::from(minutes) * 60), ..self }
    }
}

/// The two clocks of a session beside that of the scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Times {
    /// Playing time, pauses excluded, seconds.
    pub played_s: u32,
    /// Real time; none when nobody told.
    pub wall: Option<Wall>,
}

/// Where an exercise stands in its life. The order is the order of life, but a pause ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Laid ready: prepared and checked, nothing has begun.
    Ready,
    /// Under way.
    Running,
    /// Interrupted: no playing time passes.
    Paused,
    /// Over: nothing changes any more.
    Ended,
    /// Being talked about.
    HotWash,
    /// Sealed.
    Closed,
}

/// How somebody was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Means {
    /// In the room.
    InPerson,
    /// By telephone.
    Phone,
    /// By mail.
    Mail,
    /// By a message.
    Message,
    /// By radio.
    Radio,
}

impl Means {
    /// Every means, in the order of the form.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();
}

/// How the automatic players are inclined: all of them, and those that differ.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inclined {
    /// All others.
    pub all: Temperament,
    /// Roles that differ, in order.
    pub roles: Vec<(RoleId, Temperament)>,
}

impl Inclined {
    /// How the player of a role is inclined.
    pub fn of(&self, role: RoleId) -> Temperament {
        self.roles.iter().find(|row| row.0 == role).map_or(self.all, |row| row.1)
    }
}

/// What the staff does with the exercise itself. Recorded; changes nothing in the simulation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[derive(VariantNames)]
pub enum Steer {
    /// Lay the exercise ready. The first of all, by the program.
    Prepare,
    /// STARTEX. By rounds, or with a clock that runs on.
    Start {
        /// True to play by rounds.
        by_rounds: bool,
    },
    /// Interrupt.
    Pause {
        /// Real minutes of a planned break; none for a pause without an end.
        minutes: Option<u16>,
    },
    /// Go on after a pause.
    Resume,
    /// ENDEX.
    End,
    /// Begin the hot wash.
    HotWash,
    /// Close: the recording is sealed.
    Close,
    /// A real emergency: everything stops. By anybody.
    NoPlay {
        /// What happened, in one line.
        what: String,
    },
    /// The emergency no longer stands in the way. The exercise then stands on pause.
    Release {
        /// Why it may go on.
        reason: String,
    },
    /// Write down whether a role can be reached.
    Comcheck {
        /// The role.
        role: RoleId,
        /// Whether it was reached.
        reached: bool,
        /// How.
        how: Means,
        /// Remark, may be empty.
        remark: String,
    },
    /// Begin a round, with the time up to its period computed first.
    BeginRound {
        /// Its number, from 0.
        round: u8,
    },
    /// End the present part of the round before its time.
    NextPart,
    /// Give the present part of the round more time.
    MoreTime {
        /// Minutes.
        minutes: u16,
    },
    /// Run the period of the round, or go on with it after a stop.
    RunRound,
    /// The time-lapse stands still because this inject arrived. By the session's clock.
    Halt {
        /// The inject.
        inject: InjectId,
    },
    /// Leave a round out. Its planned injects go to another round, or are skipped.
    DropRound {
        /// Its number, from 0.
        round: u8,
        /// Where its planned injects go; none to skip them.
        into: Option<u8>,
        /// Why.
        reason: String,
    },
    /// Give a round a shorter period, fewer minutes, or both; its planned injects are moved along.
    ShortenRound {
        /// Its number, from 0.
        round: u8,
        /// New end of its period.
        until: Option<Tick>,
        /// New total of its minutes.
        minutes: Option<u16>,
        /// Why.
        reason: String,
    },
    /// Say how the automatic players are inclined.
    Players(Inclined),
    /// Somebody else plays a role from here on: the seat, without a name.
    HandOver {
        /// The role.
        role: RoleId,
        /// The seat that takes it, from 1; 0 for the automatic player.
        seat: u8,
    },
    /// Jump in scenario time, with everything in between computed.
    Jump {
        /// Where to.
        to: Tick,
        /// Why.
        reason: String,
    },
}

/// Why something is not possible now: names the obstacle; the words say what to do instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Hindrance {
    /// Not in this stage.
    Stage(Stage),
    /// A real emergency.
    NoPlay,
    /// There is no emergency to release.
    NoEmergency,
    /// Only the exercise lead may do this.
    LeadOnly,
    /// Only the program does this.
    ClockOnly,
    /// A reason is required.
    ReasonMissing,
    /// A text is too long or has control characters.
    TextBad,
    /// Playing by rounds the clock stands still while people talk.
    ClockStands,
    /// Time is being computed up to this moment.
    Computing(Tick),
    /// The exercise is not played by rounds.
    NoRounds,
    /// There is no such round.
    NoSuchRound,
    /// The round was played, or left out.
    RoundOver(u8),
    /// Another round is being played: its number.
    RoundBusy(u8),
    /// No round has begun.
    NoRoundBegun,
    /// The last part of the round has begun.
    LastPart,
    /// Only later rounds can take the injects of a round that is left out.
    NotALaterRound,
    /// The new end does not lie between the beginning of the round, or now, and its old end.
    NotShorter {
        /// First end possible.
        from: Tick,
        /// The old end.
        until: Tick,
    },
    /// The new number of minutes is none, or not fewer.
    NotFewerMinutes {
        /// The old number.
        minutes: u16,
    },
    /// A jump goes forward, up to here.
    JumpOutside {
        /// The first moment possible.
        from: Tick,
        /// The last moment possible.
        last: Tick,
    },
    /// There is no such role.
    UnknownRole,
    /// This seat has the role already.
    SameSeat(u8),
}
