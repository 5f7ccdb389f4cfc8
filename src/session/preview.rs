//! A hidden copy of the present, to try something out in: never recorded, and the exercise does not notice.
//!
//! Unlike `forecast`, which is what a player may ask, the copy plays on with the script and takes commands like any session. Must not touch the session it comes
//! from. Who plays in it is decided by `preflight::preview`.

use super::{KEYFRAME_TICKS, Mode, Session, course::Course, timers::Timers, times::Track};
use crate::sim::{plan::Plan, state::State, time::Tick};
use std::sync::Arc;

impl Session {
    /// A session of its own that begins at the moment on the screen, with everything that was decided up to there, and other dice
    /// from there on where a seed is given: weather and demand stay as planned. Time passes without rounds or pauses. What is in the copy stays in it.
    #[must_use]
    pub fn hidden_copy(&self, seed: Option<u64>) -> Self {
        self.copy_from(self.shown().clone(), seed)
    }

    /// A session of its own that stands at a moment that was reached before, to be looked at beside this one.
    #[must_use]
    pub fn copy_at(&self, tick: Tick) -> Self {
        self.copy_from(self.state_at(tick.min(self.head.tick)), None)
    }

    fn copy_from(&self, head: State, seed: Option<u64>) -> Self {
        let now = head.tick;
        let plan = match seed {
            Some(seed) if seed != self.plan.seed => Arc::new(Plan { seed, ..Plan::clone(&self.plan) }),
            _ => self.plan.clone(),
        };
        let mut course = Course::started(&plan);
        course.players = self.course_shown().players;
        let given = self.log.partition_point(|record| record.submitted <= now);
        Self {
            country: self.country.clone(),
            head,
            looking: None,
            keyframes: self.keyframes.iter().take(keyframes_until(now)).cloned().collect(),
            log: self.log.get(..given).unwrap_or_default().to_vec(),
            history: self.history.before(now),
            journal: None,
            mode: Mode::Live,
            notes: Vec::new(),
            dossier: Vec::new(),
            times: self.times,
            track: Track::default(),
            steered: Vec::new(),
            course,
            timers: Timers::default(),
            plan,
        }
    }
}

fn keyframes_until(now: Tick) -> usize {
    (now.0 / KEYFRAME_TICKS + 1) as usize
}
