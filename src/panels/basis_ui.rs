//! Cards of the legal bases: what the owner of a pool may not do alone, who can lift it, and the buttons to provide it or to
//! ask for it. It must not judge who may: the view says.

use std::collections::BTreeMap;

use bevy_egui::egui::{CollapsingHeader, RichText, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{line_ui, main_button_ui};
use crate::sim::command::{Actor, Ask, Command};
use crate::sim::ids::PoolId;
use crate::view::basis_view::BasisCard;
use crate::view::viewer::Viewer;

/// Reasons that are typed, by pool and number of the limit.
pub type BasisState = BTreeMap<(PoolId, u16), String>;

/// Draws the cards, each folded to what it is about.
pub fn basis_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    cards: &[BasisCard],
    state: &mut BasisState,
    out: &mut Vec<Intent>,
) {
    for card in cards {
        let title = RichText::new(&card.what);
        let title = if card.given { title.strong() } else { title };
        CollapsingHeader::new(title).id_salt(("basis", card.pool.0, card.limit)).show(ui, |ui| {
            card_ui(ui, exercise, card, state, out);
        });
    }
}

fn card_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    card: &BasisCard,
    state: &mut BasisState,
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
    let reason = state.entry((card.pool, card.limit)).or_default();
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
