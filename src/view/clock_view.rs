//! The clocks and the marking: scenario time, time played, pace, how far the exercise is.
//!
//! Must not steer: who may do that asks by intent.

use super::{
    course_view::{StageView, stage_view},
    shell::TopView,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Mode, Session, clock::Clock},
    sim::{course::Times, time::TICKS_PER_DAY},
    text::{Language, Texts, play_time, scenario_time, wall_clock},
};

/// The clocks of a seat.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClockView {
    /// Title of the exercise.
    pub title: String,
    /// Days and time since the start of the scenario: `D+12 14:45`.
    pub day_time: String,
    /// The same on the calendar: `wo 14 okt 14:45`.
    pub date_time: String,
    /// Time played, pauses excluded: `Speelduur 02:13`.
    pub play_time: String,
    /// Time on the wall: `Werkelijke tijd 10:58`; empty when the caller does not say.
    pub wall_time: String,
    /// The same where room is scarce: `Echt 10:58`.
    pub wall_short: String,
    /// How fast the scenario runs, in words; empty for who may not steer.
    pub pace: String,
    /// Scenario minutes per real second.
    pub pace_minutes: u16,
    /// True when the clock runs.
    pub running: bool,
    /// True when the exercise is at its end.
    pub at_end: bool,
    /// How far the shown moment is, in thousandths of the exercise.
    pub permille: u16,
    /// When it ends: `do 15 okt 08:00`.
    pub ends: String,
    /// Set when an earlier moment or a recording is looked at: says so.
    pub looking_back: Option<String>,
    /// True for who may steer the clock.
    pub may_steer: bool,
    /// Stage, or the round with its countdown, and a real emergency.
    pub stage: StageView,
    /// Phase of escalation: `Fase 2: Sabotagecampagne`; empty where there is none.
    pub phase: String,
    /// "OEFENING" and the marking.
    pub marking: String,
}

/// The clocks. `wall` is the time on the wall as `10:58`, or empty. What is looked at shows the clocks of then.
pub fn clock_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    clock: &Clock,
    wall: &str,
) -> ClockView {
    let sight = Sight::new(session, viewer, texts, language);
    let (now, plan) = (sight.now(), sight.plan());
    let end = match session.mode() {
        Mode::Live => plan.end(),
        Mode::Replay(end) => *end,
    };
    let then = session.times_shown();
    let known = sight.looking() && then != Times::default();
    let played_s = if known { then.played_s } else { clock.played_s() };
    let wall = if known { wall_clock(then.wall) } else { wall.to_owned() };
    let time = |key, time: String| sight.say(key, &[("time", time.into())]);
    let permille = u64::from(now.0) * 1000 / u64::from(end.0.max(1));
    ClockView {
        title: sight.tell().scenario_text(&plan.title).to_owned(),
        day_time: scenario_time(plan.start, now),
        date_time: sight.moment(now),
        play_time: time("clock-play-time", play_time(u64::from(played_s))),
        wall_short: if wall.is_empty() { String::new() } else { time("clock-wall-short", wall.clone()) },
        wall_time: if wall.is_empty() { String::new() } else { time("clock-wall-time", wall) },
        pace: if sight.is_lead() || sight.plan().solo { pace(&sight, clock.pace()) } else { String::new() },
        pace_minutes: clock.pace(),
        running: clock.is_running(),
        at_end: now >= end,
        permille: u16::try_from(permille.min(1000)).unwrap_or(1000),
        ends: sight.moment(end),
        looking_back: sight.looking().then(|| time("replay-at", sight.moment(now))),
        may_steer: sight.is_lead(),
        stage: stage_view(session, viewer, texts, language, played_s),
        phase: phase(&sight),
        marking: sight.marking(),
    }
}

/// The phase of escalation: what the lead told, for everybody.
fn phase(sight: &Sight) -> String {
    if sight.country().adversary.is_none() {
        return String::new();
    }
    sight.say("clock-phase", &[("phase", sight.tell().phase(sight.state().adversary.phase).into())])
}

/// A pace in words: minutes, hours or a day a second.
fn pace(sight: &Sight, minutes: u16) -> String {
    const DAY: u16 = (TICKS_PER_DAY * 15) as u16;
    match minutes {
        15 => sight.word("clock-speed-quarter"),
        60 => sight.word("clock-speed-hour"),
        DAY => sight.word("clock-speed-day"),
        hours if hours.is_multiple_of(60) => {
            sight.say("clock-speed-hours", &[("hours", (hours / 60).into())])
        }
        minutes => sight.say("clock-speed-minutes", &[("minutes", minutes.into())]),
    }
}

impl From<&ClockView> for TopView {
    fn from(view: &ClockView) -> Self {
        Self {
            title: view.title.clone(),
            scenario_time: format!("{} ({})", view.day_time, view.date_time),
            play_time: view.play_time.clone(),
            wall_time: view.wall_time.clone(),
            wall_short: view.wall_short.clone(),
            round: Some(view.stage.words.clone()),
            round_short: view.stage.short.clone(),
            running: view.running,
            pace: view.pace.clone(),
            may_steer: view.may_steer,
            phase: view.phase.clone(),
            marking: view.marking.clone(),
        }
    }
}
