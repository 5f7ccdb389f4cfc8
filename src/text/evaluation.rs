//! Judging an exercise in words: how an evaluation criterion is seen, why a sheet is not taken in, what the lead does with a dispute.
//!
//! Must not judge (`session::evaluation` does) and must not decide who may read it: evaluation criteria are the staff's.

use super::Narrator;
use crate::sim::{
    dossier::{RulingChoice, Unfit},
    evaluation::{Bound, Sign, Test, When, Window},
    metric::Metric,
    script::Decided,
    time::{TICKS_PER_HOUR, Tick},
};

/// Key of what the lead does with a dispute.
pub fn ruling_key(choice: RulingChoice) -> &'static str {
    match choice {
        RulingChoice::Accept => "ruling-accept",
        RulingChoice::Adapt => "ruling-adapt",
        RulingChoice::Park => "ruling-park",
    }
}

impl Narrator<'_> {
    /// How an evaluation criterion is seen.
    pub fn test(&self, test: &Test) -> String {
        match test {
            Test::Event(sign, window) => {
                self.in_window(self.say("test-event", &[("sign", self.sign(sign).into())]), *window)
            }
            Test::Absence(sign, window) => {
                self.in_window(self.say("test-absence", &[("sign", self.sign(sign).into())]), *window)
            }
            Test::Within { sign, of, time } => {
                let time = self.hours(time.0);
                let args =
                    [("sign", self.sign(sign).into()), ("of", self.sign(of).into()), ("time", time.into())];
                self.say("test-within", &args)
            }
            Test::WithinTalk { sign, of, minutes } => {
                let time = self.say("test-talk", &[("count", u32::from(*minutes).into())]);
                let args =
                    [("sign", self.sign(sign).into()), ("of", self.sign(of).into()), ("time", time.into())];
                self.say("test-within", &args)
            }
            Test::Sequence(signs, window) => {
                let signs: Vec<String> = signs.iter().map(|sign| self.sign(sign)).collect();
                let said = self.say("test-sequence", &[("signs", signs.join(" › ").into())]);
                self.in_window(said, *window)
            }
            Test::Threshold { metric, bound, when } => {
                let limit = self.bound(*metric, *bound);
                let from_until = |window: &Window| [window.from, window.until].map(|tick| self.when(tick));
                match when {
                    When::At(tick) => {
                        self.say("test-at", &[("limit", limit.into()), ("time", self.when(*tick).into())])
                    }
                    When::Throughout(window) => {
                        let [from, until] = from_until(window);
                        let args = [("limit", limit.into()), ("from", from.into()), ("until", until.into())];
                        self.say("test-throughout", &args)
                    }
                    When::Once(window) => {
                        let [from, until] = from_until(window);
                        let args = [("limit", limit.into()), ("from", from.into()), ("until", until.into())];
                        self.say("test-once", &args)
                    }
                }
            }
            Test::Rating { question, at_least } => {
                let asked = self.plan.evaluation.questions.get(*question);
                let asked = asked.map_or_else(|| self.word("unknown-name"), |row| row.code.clone());
                self.say("test-rating", &[("question", asked.into()), ("mark", u32::from(*at_least).into())])
            }
        }
    }

    /// A length of time in hours, or in minutes when it is shorter.
    fn hours(&self, ticks: u32) -> String {
        if ticks.is_multiple_of(TICKS_PER_HOUR) {
            return self.say("test-hours", &[("count", (ticks / TICKS_PER_HOUR).into())]);
        }
        self.say("test-minutes", &[("count", (ticks * 60 / TICKS_PER_HOUR).into())])
    }

    /// Says the time too, where it is not the whole exercise.
    fn in_window(&self, said: String, window: Window) -> String {
        if window.from == Tick(0) && window.until >= self.plan.end() {
            return said;
        }
        let times = [("from", self.when(window.from).into()), ("until", self.when(window.until).into())];
        format!("{said} {}", self.say("test-window", &times))
    }

    fn bound(&self, metric: Metric, bound: Bound) -> String {
        match bound {
            Bound::AtLeast(limit) => self.limit_says("condition-at-least", metric, limit),
            Bound::AtMost(limit) => self.limit_says("condition-at-most", metric, limit),
        }
    }

    fn sign(&self, sign: &Sign) -> String {
        match sign {
            Sign::Sent(inject) => self.say("condition-sent", &[("inject", self.inject(*inject).into())]),
            Sign::Seen(inject) => self.say("condition-seen", &[("inject", self.inject(*inject).into())]),
            Sign::Answered(inject) => {
                self.say("condition-answered", &[("inject", self.inject(*inject).into())])
            }
            Sign::Unanswered(inject) => {
                self.say("sign-unanswered", &[("inject", self.inject(*inject).into())])
            }
            Sign::Did(what, by) => self.decided(&Decided { what: *what, by: *by, since: None }),
            Sign::Measured(metric, bound) => self.bound(*metric, *bound),
            Sign::Recorded(role) => self.say("sign-recorded", &[("role", self.owner(*role).into())]),
            Sign::Intended(table) => self.say("sign-intended", &[("table", self.table(*table).into())]),
            Sign::Moment(tick) => self.when(*tick),
            Sign::Any(signs) => {
                let signs: Vec<String> = signs.iter().map(|sign| self.sign(sign)).collect();
                self.texts.choice(self.language, &signs)
            }
        }
    }

    /// Why a sheet was not taken in, and what to do instead.
    pub fn unfit_sentence(&self, unfit: Unfit) -> String {
        match unfit {
            Unfit::Empty => self.word("refusal-sheet-empty"),
            Unfit::TextBad => {
                let most = u32::try_from(crate::sim::check::TEXT_CHARS_MAX).unwrap_or(u32::MAX);
                self.say("refusal-text-bad", &[("limit", most.into())])
            }
            Unfit::Unknown => self.word("refusal-sheet-unknown"),
            Unfit::NotYours => self.word("refusal-sheet-not-yours"),
            Unfit::NoSuchSheet(number) => self.say("refusal-no-such-sheet", &[("number", number.into())]),
            Unfit::NotYourCommand(number) => {
                self.say("refusal-not-your-command", &[("number", number.into())])
            }
            Unfit::RatingOutside(mark) => {
                self.say("refusal-mark-outside", &[("mark", u32::from(mark).into())])
            }
            Unfit::WordsOnly => self.word("refusal-words-only"),
            Unfit::RanksBad => self.word("refusal-ranks-bad"),
        }
    }
}
