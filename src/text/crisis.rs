//! The crisis organisation in words: decisions that are late, what leaked, what active protection risks.
//!
//! Must not hide anything: who hears of it is decided by the view.

use super::Narrator;
use crate::sim::{
    event::Event,
    state::{Cut, Line, Underway},
};

impl Narrator<'_> {
    /// What happened with orders and shared information.
    pub(super) fn crisis_fact(&self, event: &Event) -> String {
        match event {
            Event::OrderDelayed { seq, until, cut, line } => self.sentence(
                "event-order-delayed",
                &[
                    ("decision", self.decision(*seq).into()),
                    ("time", self.when(*until).into()),
                    ("why", self.cut(*cut).into()),
                    ("line", self.line(*line).into()),
                ],
            ),
            Event::Leaked(inject) => {
                self.sentence("event-leaked", &[("inject", self.inject(*inject).into())])
            }
            Event::EscalationRisk => self.word("event-escalation-risk"),
            _ => String::new(),
        }
    }

    /// Why a decision is late and how it goes, for who gave it.
    pub fn underway(&self, row: &Underway) -> String {
        self.sentence(
            "order-underway",
            &[
                ("time", self.when(row.until).into()),
                ("why", self.cut(row.cut).into()),
                ("line", self.line(row.line).into()),
            ],
        )
    }

    fn cut(&self, cut: Cut) -> String {
        match cut {
            Cut::Seat(region) => self.say("cut-seat", &[("place", self.region(region).into())]),
            Cut::Field(region) => self.say("cut-field", &[("place", self.region(region).into())]),
            Cut::Nation => self.word("cut-nation"),
        }
    }

    fn line(&self, line: Line) -> String {
        self.word(match line {
            Line::Emergency => "line-emergency",
            Line::Courier => "line-courier",
        })
    }
}
