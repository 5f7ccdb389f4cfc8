//! The life of an exercise in words: stages, rounds, what the staff did, why something is not possible now, and the clocks.
//!
//! Must not decide what is possible: `session::course` does.

use super::{Language, Narrator, Texts, time};
use crate::sim::{
    country::Temperament,
    course::{Hindrance, Inclined, Means, Stage, Steer, Wall},
    ids::RoleId,
    rounds::Part,
    time::Tick,
};

/// Key of a stage.
pub fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Ready => "life-ready",
        Stage::Running => "life-startex",
        Stage::Paused => "life-pause",
        Stage::Ended => "life-endex",
        Stage::HotWash => "life-hot-wash",
        Stage::Closed => "life-closed",
    }
}

/// Key of a part of a round.
pub fn part_key(part: Part) -> &'static str {
    match part {
        Part::Situation => "part-situation",
        Part::Table => "part-table",
        Part::Between => "part-between",
        Part::HandIn => "part-hand-in",
        Part::Run => "part-run",
    }
}

/// Key of how somebody was reached.
pub fn means_key(means: Means) -> &'static str {
    match means {
        Means::InPerson => "means-in-person",
        Means::Phone => "means-phone",
        Means::Mail => "means-mail",
        Means::Message => "means-message",
        Means::Radio => "means-radio",
    }
}

/// Key of a temperament.
pub fn temperament_key(temperament: Temperament) -> &'static str {
    match temperament {
        Temperament::Careful => "temperament-careful",
        Temperament::Bold => "temperament-bold",
    }
}

/// Time on the wall: `10:58`; empty when nobody told.
pub fn wall_clock(wall: Option<Wall>) -> String {
    wall.map_or_else(String::new, |wall| {
        let minute = wall.minute_of_day();
        format!("{:02}:{:02}", minute / 60, minute % 60)
    })
}

/// What is left of a time: `07:40`, or `+01:20` when it takes longer than planned.
pub fn left(seconds: i64) -> String {
    let text = time::countdown(seconds.unsigned_abs());
    if seconds < 0 { format!("+{text}") } else { text }
}

impl Texts {
    /// A round by its number, from 0, as a label: `Ronde 2`.
    pub fn round(&self, language: Language, round: u8) -> String {
        self.say(language, "clock-round", &[("number", (u32::from(round) + 1).into())])
    }
}

impl Narrator<'_> {
    /// A round with its name: `ronde 2 (Grijze zone)`.
    pub fn round(&self, round: u8) -> String {
        let number = u32::from(round) + 1;
        let name =
            self.plan.rounds.get(usize::from(round)).map(|row| self.scenario_text(&row.name).to_owned());
        match name.filter(|name| !name.is_empty()) {
            Some(name) => self.say("round-with-name", &[("number", number.into()), ("name", name.into())]),
            None => self.say("round-inside", &[("number", number.into())]),
        }
    }

    /// Why something is not possible now, and what to do instead.
    pub fn hindrance_sentence(&self, hindrance: &Hindrance) -> String {
        let round = |key: &str, round: u8| self.sentence(key, &[("round", self.round(round).into())]);
        let moments = |key: &str, from: Tick, last: Tick| {
            self.sentence(key, &[("from", self.when(from).into()), ("last", self.when(last).into())])
        };
        match hindrance {
            Hindrance::Stage(stage) => self.word(match stage {
                Stage::Ready => "refusal-stage-ready",
                Stage::Running => "refusal-stage-running",
                Stage::Paused => "refusal-stage-paused",
                Stage::Ended => "refusal-stage-ended",
                Stage::HotWash => "refusal-stage-hot-wash",
                Stage::Closed => "refusal-stage-closed",
            }),
            Hindrance::NoPlay => self.word("refusal-no-play"),
            Hindrance::NoEmergency => self.word("refusal-no-emergency"),
            Hindrance::LeadOnly => self.word("refusal-lead-only"),
            Hindrance::ClockOnly => self.word("refusal-clock-only"),
            Hindrance::ReasonMissing => self.word("refusal-reason-missing"),
            Hindrance::TextBad => {
                let most = u32::try_from(crate::sim::check::TEXT_CHARS_MAX).unwrap_or(u32::MAX);
                self.sentence("refusal-text-bad", &[("limit", most.into())])
            }
            Hindrance::ClockStands => self.word("refusal-clock-stands"),
            Hindrance::Computing(to) => {
                self.sentence("refusal-computing", &[("time", self.when(*to).into())])
            }
            Hindrance::NoRounds => self.word("refusal-no-rounds"),
            Hindrance::NoSuchRound => self.word("refusal-no-such-round"),
            Hindrance::RoundOver(number) => round("refusal-round-over", *number),
            Hindrance::RoundBusy(number) => round("refusal-round-busy", *number),
            Hindrance::NoRoundBegun => self.word("refusal-no-round-begun"),
            Hindrance::LastPart => self.word("refusal-last-part"),
            Hindrance::NotALaterRound => self.word("refusal-not-a-later-round"),
            Hindrance::NotShorter { from, until } => moments("refusal-not-shorter", *from, *until),
            Hindrance::NotFewerMinutes { minutes } => {
                self.sentence("refusal-not-fewer-minutes", &[("minutes", (*minutes).into())])
            }
            Hindrance::JumpOutside { from, last } => moments("refusal-jump-outside", *from, *last),
            Hindrance::SameSeat(seat) => {
                self.sentence("refusal-same-seat", &[("seat", u32::from(*seat).into())])
            }
            Hindrance::UnknownRole => self.word("refusal-unknown-role"),
        }
    }

    /// What the staff did with the exercise itself.
    pub fn steer_sentence(&self, steer: &Steer) -> String {
        let round = |key: &str, round: u8| self.sentence(key, &[("round", self.round(round).into())]);
        match steer {
            Steer::Prepare => self.word("command-prepare"),
            Steer::Start { by_rounds: true } => self.word("command-start-by-rounds"),
            Steer::Start { by_rounds: false } => self.word("command-start"),
            Steer::Pause { minutes: None } => self.word("command-pause"),
            Steer::Pause { minutes: Some(minutes) } => {
                self.sentence("command-break", &[("minutes", (*minutes).into())])
            }
            Steer::Resume => self.word("command-resume"),
            Steer::End => self.word("command-end"),
            Steer::HotWash => self.word("command-hot-wash"),
            Steer::Close => self.word("command-close"),
            Steer::NoPlay { what } if what.trim().is_empty() => self.word("command-no-play"),
            Steer::NoPlay { what } => self.sentence("command-no-play-why", &[("what", what.trim().into())]),
            Steer::Release { reason } => self.with_reason(self.word("command-emergency-over"), reason),
            Steer::Comcheck { role, reached, how, remark } => {
                let key = if *reached { "command-comcheck" } else { "command-comcheck-not" };
                let args = [
                    ("role", self.role(*role).into()),
                    ("how", self.word(means_key(*how)).to_lowercase().into()),
                ];
                let said = self.sentence(key, &args);
                if remark.trim().is_empty() { said } else { format!("{said} {}", remark.trim()) }
            }
            Steer::BeginRound { round: number } => round("command-begin-round", *number),
            Steer::NextPart => self.word("command-next-part"),
            Steer::MoreTime { minutes } => {
                self.sentence("command-more-time", &[("minutes", (*minutes).into())])
            }
            Steer::RunRound => self.word("command-run-round"),
            Steer::Halt { inject } => {
                self.sentence("command-halt", &[("inject", self.inject(*inject).into())])
            }
            Steer::DropRound { round: number, into, reason } => {
                let said = match into {
                    None => round("command-drop-round", *number),
                    Some(into) => self.sentence(
                        "command-drop-round-into",
                        &[("round", self.round(*number).into()), ("into", self.round(*into).into())],
                    ),
                };
                self.with_reason(said, reason)
            }
            Steer::ShortenRound { round: number, until, minutes, reason } => {
                let mut said = round("command-shorten-round", *number);
                for (key, arg) in [
                    ("command-shorten-until", until.map(|until| self.when(until))),
                    ("command-shorten-minutes", minutes.map(|minutes| minutes.to_string())),
                ] {
                    if let Some(arg) = arg {
                        said = format!("{said} {}", self.say(key, &[("to", arg.into())]));
                    }
                }
                self.with_reason(said, reason)
            }
            Steer::Players(inclined) => self.inclined(inclined),
            Steer::HandOver { role, seat } => self.handed_over(*role, *seat),
            Steer::Jump { to, reason } => {
                let said = self.sentence("command-jump", &[("time", self.when(*to).into())]);
                self.with_reason(said, reason)
            }
        }
    }

    fn inclined(&self, inclined: &Inclined) -> String {
        let temperament = |temperament| self.word(temperament_key(temperament));
        let said = self.sentence("command-players", &[("temperament", temperament(inclined.all).into())]);
        let other = inclined.roles.iter().map(|(role, row)| {
            let args = [("role", self.role(*role).into()), ("temperament", temperament(*row).into())];
            self.sentence("command-players-role", &args)
        });
        std::iter::once(said).chain(other).collect::<Vec<_>>().join(" ")
    }

    fn handed_over(&self, role: RoleId, seat: u8) -> String {
        let key = if seat == 0 { "command-hand-over-auto" } else { "command-hand-over" };
        self.sentence(key, &[("role", self.role(role).into()), ("seat", u32::from(seat).into())])
    }
}
