//! A counter-offer: the terms that lie there, to be changed, and what the one who asked would pay. It must not judge: the
//! exercise refuses what may not be proposed and says why.

use bevy_egui::egui::Ui;

use super::page::ExerciseView;
use super::parts::number_ui;
use super::policy_editor::{OFFER_KEUR_MAX, classes_ui, until_ui};
use crate::sim::command::Ask;
use crate::view::requests_view::RequestView;

/// Terms that somebody thinks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CounterDraft {
    /// What for.
    pub about: Ask,
    /// What who asked would pay, thousands of euros.
    pub offer_keur: u32,
}

impl CounterDraft {
    /// Begins with the terms that lie there.
    pub fn of(request: &RequestView) -> Self {
        Self { about: request.about.clone(), offer_keur: request.offer_keur }
    }
}

/// Draws the terms to change; true when they differ from those that lie there.
pub fn counter_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    request: &RequestView,
    draft: &mut CounterDraft,
) -> bool {
    let tongue = &exercise.tongue;
    ui.weak(tongue.word("request-counter-means"));
    ui.push_id(("counter", request.serial), |ui| {
        if let Ask::Policy(_, policy, until) = &mut draft.about {
            classes_ui(ui, exercise, request.crews, policy);
            until_ui(ui, exercise, until);
        }
        let payment = tongue.say("request-payment-field", &[("from", (&request.from).into())]);
        number_ui(ui, &payment, &mut draft.offer_keur, 0, OFFER_KEUR_MAX);
    });
    *draft != CounterDraft::of(request)
}
