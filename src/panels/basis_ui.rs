//! Cards of the legal bases: what the owner of a pool may not do alone, who can lift it, and the buttons to provide it or to
//! ask for it. It must not judge who may: the view says.

use std::collections::BTreeMap;

use bevy_egui::egui::{Label, RichText, Sense, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{line_ui, main_button_ui};
use crate::sim::command::{Actor, Ask, Command};
use crate::sim::ids::PoolId;
use crate::view::basis_view::BasisCard;
use crate::view::viewer::Viewer;

/// What is open and typed, by pool and number of the limit.
#[derive(Debug, Default)]
pub struct BasisState {
    /// The card that is open.
    pub open: Option<(PoolId, u16)>,
    /// Reasons.
    pub reasons: BTreeMap<(PoolId, u16), String>,
}

/// Draws the cards, each folded to what it is about.
pub fn basis_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    cards: &[BasisCard],
    state: &mut BasisState,
    out: &mut Vec<Intent>,
) {
    for card in cards {
        let key = (card.pool, card.limit);
        let open = state.open == Some(key);
        let title = RichText::new(format!("{} {}", if open { "⏷" } else { "⏵" }, card.what));
        let title = if card.given { title.strong() } else { title };
        // A label wraps where a header would widen the whole dock.
        if ui.add(Label::new(title).wrap().sense(Sense::click())).clicked() {
            state.open = if open { None } else { Some(key) };
        }
        if open {
            ui.indent(("basis", card.pool.0, card.limit), |ui| {
                card_ui(ui, exercise, card, &mut state.reasons, out);
            });
        }
    }
}

fn card_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    card: &BasisCard,
    reasons: &mut BTreeMap<(PoolId, u16), String>,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.label(tongue.say("basis-is", &[("basis", (&card.basis).into())]));
    ui.label(&card.needs);
    ui.label(RichText::new(&card.status).strong());
    let asker = if let Viewer::Role(role) = exercise.viewer { Some(role) } else { None };
    if !exercise.live || card.provide_as.is_none() && (asker.is_none() || card.ask.is_empty()) {
        return;
    }
    let reason = reasons.entry((card.pool, card.limit)).or_default();
    line_ui(ui, &tongue.word("board-reason"), reason);
    let typed = reason.trim().to_owned();
    let ready = !typed.is_empty();
    let mut given = None;
    if let Some((role, name)) = &card.provide_as {
        let words = tongue.say("basis-provide", &[("role", name.into())]);
        if main_button_ui(ui, ready, &words) {
            let command = Command::ProvideBasis { pool: card.pool, limit: card.limit, reason: typed.clone() };
            given = Some((command, Actor::Role(*role)));
        }
    }
    if let Some(asker) = asker {
        for (role, name) in &card.ask {
            if main_button_ui(ui, ready, &tongue.say("basis-ask", &[("role", name.into())])) {
                let about = Ask::Basis(card.pool, card.limit, *role);
                let command = Command::Ask { about, offer_keur: 0, reason: typed.clone() };
                given = Some((command, Actor::Role(asker)));
            }
        }
    }
    if !ready {
        ui.weak(tongue.word("panel-reason-first"));
    }
    if let Some((command, actor)) = given {
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None }));
        reason.clear();
    }
}
