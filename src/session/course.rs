//! Where an exercise stands in its life: stage, round and part of its plan, emergency, who was reached. A fold over what the
//! staff did with it, so that a recording, a moment of the past and a crash give the same.
//!
//! Pure: the caller says what time it is. Must not run anything; `steering` does, `retiming` moves the injects of a round.

use crate::sim::{
    check::text_fits,
    command::{Actor, By, Command},
    country::Country,
    course::{Hindrance, Inclined, Means, Stage, Steer, Times, Wall},
    ids::{InjectId, RoleId},
    plan::Plan,
    rounds::{Minutes, Part},
    time::Tick,
};
use std::collections::BTreeMap;

/// Where an exercise stands in its life.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Course {
    /// The stage; under an emergency the one it stood in.
    pub stage: Stage,
    /// True when it is played by rounds: the clock stands still while people talk.
    pub by_rounds: bool,
    /// A real emergency that was not released.
    pub no_play: Option<NoPlay>,
    /// The present pause.
    pub pause: Option<Pause>,
    /// The rounds as they are planned now.
    pub rounds: Vec<RoundCourse>,
    /// Number of the round that began last, from 0.
    pub current: Option<u8>,
    /// The inject at which the time-lapse stands still.
    pub halted: Option<InjectId>,
    /// What was found in the comcheck, last word first.
    pub reached: BTreeMap<RoleId, Contact>,
    /// How the automatic players are inclined.
    pub players: Inclined,
    /// Seats that play a role; a role that is not here never changed hands. A seat may have several.
    pub seats: BTreeMap<RoleId, u8>,
    target: Option<Tick>,
}

/// A real emergency.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoPlay {
    /// What happened.
    pub what: String,
    /// Who said so.
    pub by: By,
    /// When.
    pub since: Times,
}

/// A pause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pause {
    /// Real minutes it was planned for.
    pub minutes: Option<u16>,
    /// When it began.
    pub since: Times,
}

impl Pause {
    /// When a planned break ends on the wall.
    pub fn until(&self) -> Option<Wall> {
        Some(self.since.wall?.after_minutes(self.minutes?))
    }
}

/// What was found when somebody tried to reach a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contact {
    /// Whether it was reached.
    pub reached: bool,
    /// How.
    pub how: Means,
    /// Remark.
    pub remark: String,
    /// When.
    pub at: Times,
}

/// A round as it is planned now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoundCourse {
    /// First moment of its period.
    pub from: Tick,
    /// End of its period.
    pub until: Tick,
    /// Plan in minutes.
    pub minutes: Minutes,
    /// True when it was left out.
    pub dropped: bool,
    /// When it began, once it did.
    pub begun: Option<Begun>,
}

/// How far the plan of a round got.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Playing time at its beginning, seconds.
    pub at_s: u32,
    /// Playing time at which the parts before the run end, seconds.
    pub ends_s: [u32; 4],
    /// Playing time at which running its period began, seconds.
    pub run_s: Option<u32>,
    /// Minutes that were added to the last part.
    pub more_s: u32,
}

/// Where the room is in its round.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stand {
    /// Number of the round, from 0.
    pub round: u8,
    /// The part.
    pub part: Part,
    /// Seconds of playing time left in the part; negative when it takes longer than planned.
    pub left_s: i64,
}

impl RoundCourse {
    /// True once its period was computed, at this moment of the scenario.
    pub fn is_run(&self, now: Tick) -> bool {
        now >= self.until && self.begun.is_some_and(|begun| begun.run_s.is_some())
    }

    /// True when it can no longer be changed: played, or left out.
    pub fn is_over(&self, now: Tick) -> bool {
        self.dropped || self.is_run(now)
    }
}

impl Begun {
    fn new(at_s: u32, minutes: Minutes) -> Self {
        let mut end = at_s;
        let ends_s = [Part::Situation, Part::Table, Part::Between, Part::HandIn].map(|part| {
            end += u32::from(minutes.of(part)) * 60;
            end
        });
        Self { at_s, ends_s, run_s: None, more_s: 0 }
    }

    /// The part at a moment of playing time; handing in lasts until the period is run.
    fn part(&self, played_s: u32) -> Part {
        if self.run_s.is_some() {
            return Part::Run;
        }
        let passed = self.ends_s.iter().take(3).filter(|end| **end <= played_s).count();
        Part::ALL[passed]
    }

    fn left_s(&self, played_s: u32, minutes: Minutes) -> i64 {
        let end = match self.run_s {
            Some(run_s) => run_s + u32::from(minutes.run) * 60 + self.more_s,
            None => self.ends_s[self.part(played_s) as usize],
        };
        i64::from(end) - i64::from(played_s)
    }
}

impl Course {
    /// An exercise that began at once, with a clock that runs on.
    pub fn started(plan: &Plan) -> Self {
        let rounds = plan.rounds.iter().map(|round| RoundCourse {
            from: round.from,
            until: round.until,
            minutes: round.minutes,
            dropped: false,
            begun: None,
        });
        Self {
            stage: Stage::Running,
            by_rounds: false,
            no_play: None,
            pause: None,
            rounds: rounds.collect(),
            current: None,
            halted: None,
            reached: BTreeMap::new(),
            players: Inclined::default(),
            seats: BTreeMap::new(),
            target: None,
        }
    }

    /// The round that is being played, or was played last.
    pub fn round(&self) -> Option<&RoundCourse> {
        self.rounds.get(usize::from(self.current?))
    }

    /// The first round that was not played, left out or begun.
    pub fn next_round(&self, now: Tick) -> Option<u8> {
        let waits = |row: &&RoundCourse| row.begun.is_none() && !row.is_over(now);
        let found = self.rounds.iter().find(waits)?;
        let index = self.rounds.iter().position(|row| std::ptr::eq(row, found))?;
        u8::try_from(index).ok()
    }

    /// The moment up to which time is being computed, while it is.
    pub fn target(&self, now: Tick) -> Option<Tick> {
        self.target.filter(|target| now < *target)
    }

    /// Where the room is in its round.
    pub fn stand(&self, played_s: u32) -> Option<Stand> {
        let (round, row) = (self.current?, self.round()?);
        let begun = row.begun?;
        Some(Stand { round, part: begun.part(played_s), left_s: begun.left_s(played_s, row.minutes) })
    }

    /// True when playing time passes.
    pub fn counts(&self) -> bool {
        self.stage == Stage::Running && self.no_play.is_none()
    }

    /// May scenario time pass now? Up to where; none for as far as the plan goes.
    pub fn may_advance(&self, now: Tick) -> Result<Option<Tick>, Hindrance> {
        self.may_play()?;
        match self.target(now) {
            None if self.by_rounds => Err(Hindrance::ClockStands),
            target => Ok(target),
        }
    }

    /// May this command be given now, as far as the life of the exercise goes? Before STARTEX only the lead prepares, and sends
    /// nothing.
    pub fn may_command(&self, by: By, command: &Command) -> Result<(), Hindrance> {
        if self.no_play.is_some() {
            return Err(Hindrance::NoPlay);
        }
        match self.stage {
            Stage::Running | Stage::Paused => Ok(()),
            Stage::Ready => {
                let sends = matches!(command, Command::FireInject { .. });
                if by.actor == Actor::Lead && !sends { Ok(()) } else { Err(Hindrance::Stage(self.stage)) }
            }
            Stage::Ended | Stage::HotWash | Stage::Closed => Err(Hindrance::Stage(self.stage)),
        }
    }

    /// May a remark or a bookmark be written down? Until it is closed, also under an emergency.
    pub fn may_remark(&self) -> Result<(), Hindrance> {
        if self.stage == Stage::Closed { Err(Hindrance::Stage(self.stage)) } else { Ok(()) }
    }

    fn may_play(&self) -> Result<(), Hindrance> {
        if self.no_play.is_some() {
            return Err(Hindrance::NoPlay);
        }
        self.need(&[Stage::Running])
    }

    fn need(&self, stages: &[Stage]) -> Result<(), Hindrance> {
        if stages.contains(&self.stage) { Ok(()) } else { Err(Hindrance::Stage(self.stage)) }
    }

    /// May this be done now?
    pub fn check(
        &self,
        country: &Country,
        plan: &Plan,
        (now, played_s): (Tick, u32),
        by: By,
        steer: &Steer,
    ) -> Result<(), Hindrance> {
        who(by, steer)?;
        words(steer)?;
        let emergency = self.no_play.is_some();
        match steer {
            Steer::Release { .. } if !emergency => return Err(Hindrance::NoEmergency),
            Steer::Release { .. } => return Ok(()),
            Steer::Comcheck { .. } | Steer::HandOver { .. } => {}
            _ if emergency => return Err(Hindrance::NoPlay),
            _ => {}
        }
        match steer {
            Steer::Prepare => self.need(&[]),
            Steer::Start { by_rounds } => {
                self.need(&[Stage::Ready])?;
                if *by_rounds && self.rounds.is_empty() { Err(Hindrance::NoRounds) } else { Ok(()) }
            }
            Steer::Pause { .. } => self.need(&[Stage::Running]),
            Steer::Resume => self.need(&[Stage::Paused]),
            Steer::End => self.need(&[Stage::Running, Stage::Paused]),
            Steer::HotWash => self.need(&[Stage::Ended]),
            Steer::Close => self.need(&[Stage::Ended, Stage::HotWash]),
            Steer::NoPlay { .. } => self.may_remark(),
            Steer::Release { .. } => Ok(()),
            Steer::Comcheck { role, .. } => {
                self.may_remark()?;
                country.roles.get(*role).map(|_| ()).ok_or(Hindrance::UnknownRole)
            }
            Steer::Players(inclined) => {
                self.need(&[Stage::Ready, Stage::Running, Stage::Paused])?;
                let known = inclined.roles.iter().all(|(role, _)| country.roles.get(*role).is_some());
                if known { Ok(()) } else { Err(Hindrance::UnknownRole) }
            }
            Steer::HandOver { role, seat } => {
                self.may_remark()?;
                country.roles.get(*role).ok_or(Hindrance::UnknownRole)?;
                if self.seats.get(role) == Some(seat) { Err(Hindrance::SameSeat(*seat)) } else { Ok(()) }
            }
            Steer::BeginRound { round } => self.may_begin(now, *round),
            Steer::NextPart | Steer::MoreTime { .. } => self.may_shift(played_s, steer),
            Steer::RunRound => self.may_run(now),
            Steer::Halt { .. } => self.target(now).map(|_| ()).ok_or(Hindrance::ClockStands),
            Steer::DropRound { round, into, .. } => self.may_drop(now, *round, *into),
            Steer::ShortenRound { round, until, minutes, .. } => {
                self.may_shorten(now, *round, *until, *minutes)
            }
            Steer::Jump { to, .. } => self.may_jump(plan, now, *to),
        }
    }

    fn is_by_rounds(&self) -> Result<(), Hindrance> {
        if self.by_rounds { Ok(()) } else { Err(Hindrance::NoRounds) }
    }

    fn may_begin(&self, now: Tick, round: u8) -> Result<(), Hindrance> {
        self.may_play()?;
        self.is_by_rounds()?;
        if let Some(target) = self.target(now) {
            return Err(Hindrance::Computing(target));
        }
        let row = self.rounds.get(usize::from(round)).ok_or(Hindrance::NoSuchRound)?;
        if row.is_over(now) || row.until <= now {
            return Err(Hindrance::RoundOver(round));
        }
        match self.current {
            Some(current) if self.round().is_some_and(|row| !row.is_over(now)) => {
                Err(Hindrance::RoundBusy(current))
            }
            _ => Ok(()),
        }
    }

    fn may_shift(&self, played_s: u32, steer: &Steer) -> Result<(), Hindrance> {
        self.may_play()?;
        self.is_by_rounds()?;
        let begun = self.round().and_then(|row| row.begun).ok_or(Hindrance::NoRoundBegun)?;
        let last = begun.part(played_s) >= Part::HandIn && *steer == Steer::NextPart;
        if last { Err(Hindrance::LastPart) } else { Ok(()) }
    }

    fn may_run(&self, now: Tick) -> Result<(), Hindrance> {
        self.may_play()?;
        self.is_by_rounds()?;
        if let Some(target) = self.target(now) {
            return Err(Hindrance::Computing(target));
        }
        let current = self.current.ok_or(Hindrance::NoRoundBegun)?;
        let over = self.round().is_none_or(|row| row.is_over(now));
        if over { Err(Hindrance::RoundOver(current)) } else { Ok(()) }
    }

    fn may_change(&self, now: Tick, round: u8) -> Result<&RoundCourse, Hindrance> {
        self.need(&[Stage::Ready, Stage::Running, Stage::Paused])?;
        let row = self.rounds.get(usize::from(round)).ok_or(Hindrance::NoSuchRound)?;
        match self.target(now) {
            Some(target) => Err(Hindrance::Computing(target)),
            None if row.is_over(now) => Err(Hindrance::RoundOver(round)),
            None => Ok(row),
        }
    }

    fn may_drop(&self, now: Tick, round: u8, into: Option<u8>) -> Result<(), Hindrance> {
        let row = self.may_change(now, round)?;
        if row.begun.is_some() {
            return Err(Hindrance::RoundBusy(round));
        }
        let Some(into) = into else { return Ok(()) };
        let taker = self.rounds.get(usize::from(into)).ok_or(Hindrance::NoSuchRound)?;
        if into <= round {
            return Err(Hindrance::NotALaterRound);
        }
        if taker.is_over(now) { Err(Hindrance::RoundOver(into)) } else { Ok(()) }
    }

    fn may_shorten(
        &self,
        now: Tick,
        round: u8,
        until: Option<Tick>,
        minutes: Option<u16>,
    ) -> Result<(), Hindrance> {
        let row = self.may_change(now, round)?;
        let total = row.minutes.total();
        let neither = until.is_none() && minutes.is_none();
        if neither || minutes.is_some_and(|minutes| minutes == 0 || minutes >= total) {
            return Err(Hindrance::NotFewerMinutes { minutes: total });
        }
        let from = row.from.max(now).next();
        match until {
            Some(end) if end < from || end >= row.until => {
                Err(Hindrance::NotShorter { from, until: row.until })
            }
            _ => Ok(()),
        }
    }

    fn may_jump(&self, plan: &Plan, now: Tick, to: Tick) -> Result<(), Hindrance> {
        self.may_play()?;
        if let Some(target) = self.target(now) {
            return Err(Hindrance::Computing(target));
        }
        // Within a round the scenario goes no further than its end.
        let round = self.round().filter(|row| row.begun.is_some() && !row.is_over(now));
        let last = round.map_or(plan.end(), |row| row.until).min(plan.end());
        let from = now.next();
        if to < from || to > last { Err(Hindrance::JumpOutside { from, last }) } else { Ok(()) }
    }

    /// Takes in what was done.
    pub fn apply(&mut self, now: Tick, times: Times, by: By, steer: &Steer) {
        match steer {
            Steer::Prepare => self.stage = Stage::Ready,
            Steer::Start { by_rounds } => {
                self.stage = Stage::Running;
                self.by_rounds = *by_rounds;
            }
            Steer::Players(inclined) => self.players.clone_from(inclined),
            Steer::HandOver { role, seat } => {
                self.seats.insert(*role, *seat);
            }
            Steer::Pause { minutes } => self.stand_still(*minutes, times),
            Steer::Resume => {
                self.stage = Stage::Running;
                self.pause = None;
            }
            Steer::End => {
                self.stage = Stage::Ended;
                self.pause = None;
                self.target = None;
            }
            Steer::HotWash => self.stage = Stage::HotWash,
            Steer::Close => self.stage = Stage::Closed,
            Steer::NoPlay { what } => {
                self.no_play = Some(NoPlay { what: what.clone(), by, since: times });
            }
            Steer::Release { .. } => {
                self.no_play = None;
                if self.stage == Stage::Running {
                    self.stand_still(None, times);
                }
            }
            Steer::Comcheck { role, reached, how, remark } => {
                let contact = Contact { reached: *reached, how: *how, remark: remark.clone(), at: times };
                self.reached.insert(*role, contact);
            }
            Steer::BeginRound { round } => self.begin(now, times.played_s, *round),
            Steer::NextPart => self.shift(times.played_s, None),
            Steer::MoreTime { minutes } => self.shift(times.played_s, Some(u32::from(*minutes) * 60)),
            Steer::RunRound => self.run(times.played_s),
            Steer::Halt { inject } => {
                self.target = None;
                self.halted = Some(*inject);
            }
            Steer::DropRound { round, .. } => {
                if let Some(row) = self.rounds.get_mut(usize::from(*round)) {
                    row.dropped = true;
                }
            }
            Steer::ShortenRound { round, until, minutes, .. } => {
                self.shorten(times.played_s, *round, *until, *minutes);
            }
            Steer::Jump { to, .. } => {
                self.halted = None;
                self.target = Some(*to);
            }
        }
    }

    fn stand_still(&mut self, minutes: Option<u16>, since: Times) {
        self.stage = Stage::Paused;
        self.pause = Some(Pause { minutes, since });
    }

    fn begin(&mut self, now: Tick, played_s: u32, round: u8) {
        self.current = Some(round);
        self.halted = None;
        if let Some(row) = self.rounds.get_mut(usize::from(round)) {
            row.begun = Some(Begun::new(played_s, row.minutes));
            self.target = Some(row.from).filter(|from| now < *from);
        }
    }

    fn current_mut(&mut self) -> Option<&mut RoundCourse> {
        self.rounds.get_mut(usize::from(self.current?))
    }

    fn run(&mut self, played_s: u32) {
        self.halted = None;
        let Some(row) = self.current_mut() else { return };
        let until = row.until;
        if let Some(begun) = &mut row.begun {
            begun.run_s = begun.run_s.or(Some(played_s));
        }
        self.target = Some(until);
    }

    /// Ends the present part now, or gives it more seconds; the parts after it move along.
    fn shift(&mut self, played_s: u32, more_s: Option<u32>) {
        let Some(begun) = self.current_mut().and_then(|row| row.begun.as_mut()) else { return };
        let part = begun.part(played_s);
        if part == Part::Run {
            begun.more_s += more_s.unwrap_or(0);
            return;
        }
        // Handing in may have taken longer than planned: more time counts from now.
        let end = begun.ends_s[part as usize];
        let new_end = more_s.map_or(played_s, |more| end.max(played_s).saturating_add(more));
        for later in begun.ends_s.iter_mut().skip(part as usize) {
            *later = later.saturating_sub(end).saturating_add(new_end);
        }
    }

    fn shorten(&mut self, played_s: u32, round: u8, until: Option<Tick>, minutes: Option<u16>) {
        let Some(row) = self.rounds.get_mut(usize::from(round)) else { return };
        row.until = until.unwrap_or(row.until);
        let Some(minutes) = minutes else { return };
        row.minutes = row.minutes.scaled(minutes);
        if let Some(begun) = &mut row.begun {
            // What was played stays played: no part that lies behind comes back.
            let part = begun.part(played_s);
            let fresh = Begun::new(begun.at_s, row.minutes);
            for index in part as usize..4 {
                begun.ends_s[index] = fresh.ends_s[index];
            }
        }
    }
}

fn who(by: By, steer: &Steer) -> Result<(), Hindrance> {
    match (steer, by.actor) {
        (Steer::Halt { .. } | Steer::Prepare, Actor::Clock) | (Steer::NoPlay { .. }, _) => Ok(()),
        (Steer::Halt { .. } | Steer::Prepare, _) => Err(Hindrance::ClockOnly),
        (_, Actor::Lead) => Ok(()),
        (_, Actor::Role(_) | Actor::Auto(_) | Actor::Clock) => Err(Hindrance::LeadOnly),
    }
}

fn words(steer: &Steer) -> Result<(), Hindrance> {
    let (text, needed) = match steer {
        Steer::NoPlay { what } => (what, false),
        Steer::Comcheck { remark, .. } => (remark, false),
        Steer::Release { reason }
        | Steer::DropRound { reason, .. }
        | Steer::ShortenRound { reason, .. }
        | Steer::Jump { reason, .. } => (reason, true),
        _ => return Ok(()),
    };
    if needed && text.trim().is_empty() {
        return Err(Hindrance::ReasonMissing);
    }
    text_fits(text).map_err(|_| Hindrance::TextBad)
}
