//! The programme of an exercise that plays by itself: STARTEX, its rounds or a clock that runs on, ENDEX, hot wash, closed.
//!
//! Nobody talks here, so the parts of a round take the playing time that the plan gives them. Must not decide anything for
//! players (`auto` does) and must not tell the result (`run` does).

use super::{fail, run::Playing, ui::Ui};
use crate::{
    session::{Session, SubmitError},
    sim::{
        command::{Actor, By},
        course::{Stage, Steer, Times, Wall},
        rounds::Part,
        time::TICKS_PER_DAY,
    },
};
use std::time::Instant;

/// The exercise lead, for a programme without a person.
const LEAD: By = By { actor: Actor::Lead, seat: 0 };

/// Real time and the offset of this place.
pub(super) fn wall() -> Wall {
    let now = jiff::Zoned::now();
    Wall {
        utc_s: u64::try_from(now.timestamp().as_second()).unwrap_or(0),
        ahead_min: i16::try_from(now.offset().seconds() / 60).unwrap_or(0),
    }
}

/// Plays on to the end of the programme and closes.
pub(super) fn play(session: &mut Session, playing: &Playing, ui: &mut Ui) -> anyhow::Result<()> {
    let mut programme = Programme { since: Instant::now(), before_s: session.times().played_s, planned_s: 0 };
    programme.tell(session);
    if session.course().stage == Stage::Ready {
        let by_rounds = !session.plan().rounds.is_empty();
        steer(session, Steer::Start { by_rounds }, ui)?;
    }
    if session.course().stage == Stage::Paused {
        steer(session, Steer::Resume, ui)?;
    }
    if session.course().by_rounds {
        programme.rounds(session, playing, ui)?;
    } else if session.course().stage == Stage::Running {
        programme.pass(session, playing, ui)?;
    }
    for last in [Steer::End, Steer::HotWash] {
        programme.tell(session);
        if session.may_steer(LEAD, &last).is_ok() {
            steer(session, last, ui)?;
        }
    }
    session.close().map_err(|error| fail::submit(ui, session, &error))
}

fn steer(session: &mut Session, steer: Steer, ui: &Ui) -> anyhow::Result<()> {
    session.steer(LEAD, steer).map_err(|error| fail::submit(ui, session, &error))
}

/// Playing time: what really passed, and what the plan gives to people who are not there.
struct Programme {
    since: Instant,
    before_s: u32,
    planned_s: u32,
}

impl Programme {
    fn tell(&self, session: &mut Session) {
        let passed = u32::try_from(self.since.elapsed().as_secs()).unwrap_or(u32::MAX);
        let played_s = self.before_s + self.planned_s + passed;
        session.tell_times(Times { played_s, wall: Some(wall()) });
    }

    /// Lets time pass as far as it may.
    fn pass(&self, session: &mut Session, playing: &Playing, ui: &mut Ui) -> anyhow::Result<()> {
        // A paced run goes tick by tick; else a day at a time.
        let step = if playing.pace.is_zero() { TICKS_PER_DAY } else { 1 };
        while session.time_may_pass() && session.head().tick < session.plan().end() {
            self.tell(session);
            if playing.auto {
                super::run::advance_with_players(session, step, playing, ui)?;
            } else {
                session.advance(step).map_err(|error: SubmitError| fail::submit(ui, session, &error))?;
            }
            std::thread::sleep(playing.pace);
        }
        Ok(())
    }

    fn rounds(&mut self, session: &mut Session, playing: &Playing, ui: &mut Ui) -> anyhow::Result<()> {
        // After a break-off a round may be under way.
        self.round(session, playing, ui)?;
        while let Some(round) = session.course().next_round(session.head().tick) {
            self.tell(session);
            steer(session, Steer::BeginRound { round }, ui)?;
            self.round(session, playing, ui)?;
        }
        Ok(())
    }

    /// Plays the round that has begun to the end of its period.
    fn round(&mut self, session: &mut Session, playing: &Playing, ui: &mut Ui) -> anyhow::Result<()> {
        self.pass(session, playing, ui)?;
        let Some(minutes) = session.course().round().map(|row| row.minutes) else { return Ok(()) };
        let talk = |part: Part| u32::from(minutes.of(part)) * 60;
        let over =
            |session: &Session| session.course().round().is_none_or(|row| row.is_over(session.head().tick));
        let talked =
            session.course().round().and_then(|row| row.begun).is_some_and(|begun| begun.run_s.is_some());
        if !over(session) && !talked {
            self.planned_s += Part::ALL.into_iter().filter(|part| *part < Part::Run).map(talk).sum::<u32>();
        }
        let ran = !over(session);
        while !over(session) {
            self.tell(session);
            if !playing.json {
                let tell = ui.narrator(session);
                let text = session.course().current.map_or_else(String::new, |round| tell.round(round));
                let text = ui.say("cli-round-runs", &[("round", text.into())]);
                ui.line(&text)?;
            }
            steer(session, Steer::RunRound, ui)?;
            self.pass(session, playing, ui)?;
        }
        if ran {
            self.planned_s += talk(Part::Run);
        }
        Ok(())
    }
}
