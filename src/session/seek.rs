//! Looking at another moment: the nearest keyframe before it, and the ticks from there; or the whole course again.
//!
//! The present of the exercise is not touched: nothing rewinds. Must not write.

use super::{KEYFRAME_TICKS, Mode, Session};
use crate::sim::{command::Record, event::NullSink, state::State, step, time::Tick};

impl Session {
    /// Puts another moment on the screen, or the present if `tick` lies there or beyond. In a replay the present itself
    /// moves forward as far as needed.
    pub fn seek(&mut self, tick: Tick) {
        let tick = tick.min(self.last_tick());
        if let Mode::Replay(_) = self.mode {
            self.looking = None;
            while self.head.tick < tick {
                self.run_tick();
            }
        }
        let before = self.looking.take();
        self.looking = (tick < self.head.tick).then(|| self.state_from(before, tick));
    }

    /// Puts the present back on the screen.
    pub fn to_present(&mut self) {
        self.looking = None;
    }

    /// The state at a moment that was reached before, after the commands given at it.
    pub fn state_at(&self, tick: Tick) -> State {
        let mut state = self.state_before(tick);
        self.settle_logged(&mut state);
        state
    }

    /// The state at a moment, from the one that was looked at when no keyframe is nearer.
    fn state_from(&self, before: Option<State>, tick: Tick) -> State {
        let near =
            |state: &State| state.tick <= tick && state.tick.0 >= tick.0 / KEYFRAME_TICKS * KEYFRAME_TICKS;
        let Some(mut state) = before.filter(near) else { return self.state_at(tick) };
        while state.tick < tick {
            step::tick(&self.country, &self.plan, &mut state, &mut NullSink);
            self.settle_logged(&mut state);
        }
        state
    }

    /// Carries out the commands of the log that were given at the tick of a state, but those that were undone.
    fn settle_logged(&self, state: &mut State) {
        let first = self.log.partition_point(|record| record.submitted < state.tick);
        let last = self.log.partition_point(|record| record.submitted <= state.tick);
        let kept = step::kept(&self.log[first..last]);
        step::settle(&self.country, &self.plan, state, &kept, &mut NullSink);
    }

    /// The state at a moment that was reached before, ahead of the commands given at it.
    pub(super) fn state_before(&self, tick: Tick) -> State {
        let index = (tick.0 / super::KEYFRAME_TICKS) as usize;
        let keyframe = self.keyframes.get(index).or_else(|| self.keyframes.last());
        let mut state =
            keyframe.map_or_else(|| State::new(&self.country, &self.plan), |keyframe| State::clone(keyframe));
        while state.tick < tick {
            self.settle_logged(&mut state);
            step::tick(&self.country, &self.plan, &mut state, &mut NullSink);
        }
        state
    }

    /// Runs the exercise again from its start up to a moment, with those commands that `keep` chooses, and shows `look` the
    /// state after every tick. A command that no longer fits is refused, as it would have been then.
    pub fn run_again(
        &self,
        until: Tick,
        keep: &dyn Fn(&Record) -> bool,
        look: &mut dyn FnMut(&State),
    ) -> State {
        let kept: Vec<Record> = self.log.iter().filter(|record| keep(record)).cloned().collect();
        let mut rest = kept.as_slice();
        let mut state = State::new(&self.country, &self.plan);
        loop {
            let now = rest.partition_point(|record| record.submitted <= state.tick);
            let (given, later) = rest.split_at(now);
            step::settle(&self.country, &self.plan, &mut state, &step::kept(given), &mut NullSink);
            rest = later;
            if state.tick >= until {
                return state;
            }
            step::tick(&self.country, &self.plan, &mut state, &mut NullSink);
            look(&state);
        }
    }
}
