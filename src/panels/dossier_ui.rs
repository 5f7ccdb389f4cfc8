//! The dossier in the window: the form of a decision (picture, judgement, decision), what a table wants to hold, what it disputes; and
//! what was put on paper before. It must not judge a sheet: the exercise does, and answers. What was typed stays until it was sent.

use bevy_egui::egui::{Button, Frame, Grid, Label, RichText, Ui};

use super::intent::{ClockIntent, ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, clocks_ui, fact_ui, heading_ui, lines_ui, main_button_ui};
use crate::sim::command::Actor;
use crate::sim::country::{Class, SeatTable};
use crate::sim::dossier::{DecisionSheet, DisputeSheet, IntentSheet, Sheet};
use crate::sim::ids::{InjectId, PoolId, RoleId};
use crate::view::dossier_view::{DecisionLine, DossierView, IntentLine, SheetHead};
use crate::view::seen_view::SeenView;
use crate::view::viewer::Viewer;

/// Which form is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// A decision.
    #[default]
    Decision,
    /// What a table wants to hold.
    Intent,
    /// A disputed figure or rule.
    Dispute,
}

/// What is typed on the page.
#[derive(Clone, Debug, Default)]
pub struct DossierState {
    /// Which form.
    pub form: Form,
    /// In the name of which role.
    pub role: Option<RoleId>,
    /// In the name of which table.
    pub table: Option<SeatTable>,
    /// The message that a decision is about.
    pub inject: Option<InjectId>,
    /// Beeldvorming.
    pub picture: String,
    /// Oordeelsvorming.
    pub judgement: String,
    /// Options, one a line.
    pub options: String,
    /// Besluitvorming.
    pub decision: String,
    /// Commands it led to.
    pub commands: Vec<u32>,
    /// The pool that an intent is about.
    pub pool: Option<PoolId>,
    /// What a table wants to hold.
    pub words: String,
    /// The stated order.
    pub ranks: Vec<(Class, Option<u8>)>,
    /// Which figure or rule is disputed.
    pub subject: String,
    /// Why.
    pub reason: String,
    /// The sheet that is corrected.
    pub corrects: Option<u32>,
}

/// Draws the page.
pub fn dossier_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (view, seen): (&DossierView, Option<&SeenView>),
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    if let Some(seen) = seen {
        seen_ui(ui, exercise, seen, out);
        return;
    }
    if view.may_write && !view.roles.is_empty() {
        ui.horizontal_wrapped(|ui| {
            for (form, key) in [
                (Form::Decision, "dossier-decision"),
                (Form::Intent, "dossier-intent"),
                (Form::Dispute, "dossier-dispute"),
            ] {
                if ui.selectable_label(state.form == form, word(key)).clicked() && state.form != form {
                    state.form = form;
                    state.corrects = None;
                }
            }
        });
        if let Some(number) = state.corrects {
            ui.horizontal(|ui| {
                ui.label(exercise.tongue.say("dossier-correcting", &[("number", number.into())]));
                if ui.button(word("word-cancel")).clicked() {
                    state.corrects = None;
                }
            });
        }
        match state.form {
            Form::Decision => decision_form_ui(ui, exercise, view, state, out),
            Form::Intent => intent_form_ui(ui, exercise, view, state, out),
            Form::Dispute => dispute_form_ui(ui, exercise, view, state, out),
        }
        ui.separator();
    }
    list_ui(ui, exercise, view, state, out);
}

fn file(state: &mut DossierState, actor: Actor, sheet: Sheet, out: &mut Vec<Intent>) {
    out.push(Intent::Exercise(ExerciseIntent::File { actor, corrects: state.corrects.take(), sheet }));
}

/// In whose name; the only one needs no choice.
fn role_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
) -> Option<RoleId> {
    if !view.roles.iter().any(|(role, _)| Some(*role) == state.role) {
        state.role = view.roles.first().map(|(role, _)| *role);
    }
    if view.roles.len() > 1 {
        let roles = view.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
        if choose_ui(ui, &exercise.tongue.word("dossier-role"), &mut state.role, roles) {
            state.commands.clear();
        }
    }
    state.role
}

fn table_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
) -> Option<SeatTable> {
    if !view.tables.iter().any(|(table, _)| Some(*table) == state.table) {
        state.table = view.tables.first().map(|(table, _)| *table);
        state.pool = None;
    }
    if view.tables.len() > 1 {
        let tables = view.tables.iter().map(|(table, name)| (Some(*table), name.clone()));
        if choose_ui(ui, &exercise.tongue.word("dossier-table"), &mut state.table, tables) {
            state.pool = None;
        }
    }
    state.table
}

/// In whose name a sheet of a table is filed: a seat of a role always writes as that role.
fn actor(exercise: &ExerciseView, role: Option<RoleId>) -> Actor {
    match exercise.viewer {
        Viewer::Role(role) => Actor::Role(role),
        Viewer::Lead | Viewer::Public => role.map_or(Actor::Lead, Actor::Role),
    }
}

fn decision_form_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    let Some(role) = role_ui(ui, exercise, view, state) else { return };
    let none = std::iter::once((None, word("dossier-about-nothing")));
    let injects = view.injects.iter().map(|(inject, name)| (Some(*inject), name.clone()));
    choose_ui(ui, &word("dossier-about"), &mut state.inject, none.chain(injects));
    lines_ui(ui, &word("dossier-picture"), &mut state.picture);
    lines_ui(ui, &word("dossier-judgement"), &mut state.judgement);
    lines_ui(ui, &word("dossier-options"), &mut state.options);
    lines_ui(ui, &word("dossier-decided"), &mut state.decision);
    let own: Vec<_> = view.commands.iter().filter(|(by, ..)| *by == role).collect();
    if !own.is_empty() {
        ui.weak(word("dossier-commands"));
        for (_, number, text) in own {
            let mut tied = state.commands.contains(number);
            if ui.checkbox(&mut tied, format!("{number}. {text}")).changed() {
                state.commands.retain(|each| each != number);
                state.commands.extend(tied.then_some(*number));
                state.commands.sort_unstable();
            }
        }
    }
    let full = [&state.picture, &state.judgement, &state.decision].iter().all(|text| !text.trim().is_empty());
    if main_button_ui(ui, full, &word("dossier-file-decision")) {
        let options = std::mem::take(&mut state.options);
        let sheet = DecisionSheet {
            role,
            picture: std::mem::take(&mut state.picture).trim().to_owned(),
            judgement: std::mem::take(&mut state.judgement).trim().to_owned(),
            options: options
                .lines()
                .map(str::trim)
                .filter(|line| !line.is_empty())
                .map(str::to_owned)
                .collect(),
            decision: std::mem::take(&mut state.decision).trim().to_owned(),
            commands: std::mem::take(&mut state.commands),
            inject: state.inject.take(),
        };
        file(state, actor(exercise, Some(role)), Sheet::Decision(sheet), out);
    }
}

fn intent_form_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.weak(word("dossier-intent-first"));
    let Some(table) = table_ui(ui, exercise, view, state) else { return };
    let all = std::iter::once((None, word("dossier-all-pools")));
    let pools = view.pools.iter().filter(|(at, ..)| *at == table);
    let pools = pools.map(|(_, pool, name)| (Some(*pool), name.clone()));
    choose_ui(ui, &word("dossier-pool"), &mut state.pool, all.chain(pools));
    lines_ui(ui, &word("dossier-words"), &mut state.words);
    ranks_ui(ui, exercise, view, state);
    if main_button_ui(ui, !state.words.trim().is_empty(), &word("dossier-file-intent")) {
        let sheet = IntentSheet {
            table,
            round: view.round,
            pool: state.pool.take(),
            words: std::mem::take(&mut state.words).trim().to_owned(),
            ranks: std::mem::take(&mut state.ranks),
        };
        file(state, actor(exercise, None), Sheet::Intent(sheet), out);
    }
}

/// The stated order, with the share to be served where somebody names one.
fn ranks_ui(ui: &mut Ui, exercise: &ExerciseView, view: &DossierView, state: &mut DossierState) {
    let tongue = &exercise.tongue;
    let name = |class: Class| view.classes.get(class as usize).cloned().unwrap_or_default();
    ui.weak(tongue.word("dossier-order"));
    let (mut up, mut gone) = (None, None);
    for (place, (class, share)) in state.ranks.iter_mut().enumerate() {
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("{}. {}", place + 1, name(*class)));
            let shares = std::iter::once((None, tongue.word("dossier-no-share")));
            let shares =
                shares.chain((1..=10).map(|tenth: u8| (Some(tenth * 10), format!("{} %", tenth * 10))));
            ui.push_id(("share", place), |ui| {
                let combo = bevy_egui::egui::ComboBox::from_id_salt("share").width(110.0);
                let now = shares
                    .clone()
                    .find(|(value, _)| value == share)
                    .map_or_else(String::new, |(_, text)| text);
                combo.selected_text(now).show_ui(ui, |ui| {
                    for (value, text) in shares {
                        ui.selectable_value(share, value, text);
                    }
                });
            });
            let named = |key: &str| tongue.say(key, &[("name", name(*class).into())]);
            if ui.add_enabled(place > 0, Button::new("⏶")).on_hover_text(named("dossier-up")).clicked() {
                up = Some(place);
            }
            if ui.button("✖").on_hover_text(named("dossier-remove")).clicked() {
                gone = Some(place);
            }
        });
    }
    if let Some(place) = up {
        state.ranks.swap(place - 1, place);
    }
    if let Some(place) = gone {
        state.ranks.remove(place);
    }
    let rest = Class::ALL.into_iter().filter(|class| state.ranks.iter().all(|(named, _)| named != class));
    let rest: Vec<Class> = rest.collect();
    ui.horizontal_wrapped(|ui| {
        for class in rest {
            if ui.button(format!("+ {}", name(class))).clicked() {
                state.ranks.push((class, None));
            }
        }
    });
}

fn dispute_form_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    let Some(table) = table_ui(ui, exercise, view, state) else { return };
    lines_ui(ui, &word("dossier-subject"), &mut state.subject);
    lines_ui(ui, &word("dossier-reason"), &mut state.reason);
    let full = !state.subject.trim().is_empty() && !state.reason.trim().is_empty();
    if main_button_ui(ui, full, &word("dossier-file-dispute")) {
        let sheet = DisputeSheet {
            table,
            subject: std::mem::take(&mut state.subject).trim().to_owned(),
            reason: std::mem::take(&mut state.reason).trim().to_owned(),
        };
        file(state, actor(exercise, None), Sheet::Dispute(sheet), out);
    }
}

/// Number and moment of a sheet; for the lead a click goes there.
pub(super) fn head_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    head: &SheetHead,
    who: &str,
    out: &mut Vec<Intent>,
) {
    ui.horizontal_wrapped(|ui| {
        let sheet = exercise.tongue.say("dossier-sheet", &[("number", head.number.into())]);
        ui.label(RichText::new(format!("{sheet} · {who}")).strong());
        let time = RichText::new(&head.time).small();
        if exercise.viewer != Viewer::Lead {
            ui.weak(time);
        } else if ui.link(time).clicked() {
            out.push(Intent::Clock(ClockIntent::Seek(head.at)));
        }
        clocks_ui(ui, &exercise.tongue, &head.clocks.0, &head.clocks.1);
    });
    for (key, number) in [("dossier-correcting", head.corrects), ("dossier-corrected", head.corrected_by)] {
        if let Some(number) = number {
            ui.weak(exercise.tongue.say(key, &[("number", number.into())]));
        }
    }
}

fn list_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DossierView,
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    if view.decisions.is_empty() && view.intents.is_empty() && view.disputes.is_empty() {
        ui.weak(word("dossier-none"));
        return;
    }
    if !view.intents.is_empty() {
        heading_ui(ui, word("dossier-intents"));
    }
    for row in &view.intents {
        Frame::group(ui.style()).show(ui, |ui| intent_ui(ui, exercise, row, out));
    }
    if !view.decisions.is_empty() {
        heading_ui(ui, word("dossier-decisions"));
    }
    for row in &view.decisions {
        Frame::group(ui.style()).show(ui, |ui| decision_ui(ui, exercise, (view, row), state, out));
    }
    if !view.disputes.is_empty() {
        heading_ui(ui, word("dossier-disputes"));
    }
    for row in &view.disputes {
        Frame::group(ui.style()).show(ui, |ui| {
            ui.set_width(ui.available_width());
            head_ui(ui, exercise, &row.head, &row.table, out);
            ui.label(RichText::new(&row.subject).strong());
            ui.label(&row.reason);
            let open = row.ruling.is_empty();
            ui.weak(if open { word("dossier-open") } else { row.ruling.clone() });
        });
    }
}

fn decision_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (view, row): (&DossierView, &DecisionLine),
    state: &mut DossierState,
    out: &mut Vec<Intent>,
) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.set_width(ui.available_width());
    head_ui(ui, exercise, &row.head, &row.role, out);
    fact_ui(ui, &word("dossier-about"), &row.about);
    fact_ui(ui, &word("dossier-picture-short"), &row.picture);
    fact_ui(ui, &word("dossier-judgement-short"), &row.judgement);
    fact_ui(ui, &word("dossier-options-short"), &row.options.join("\n"));
    fact_ui(ui, &word("dossier-decided-short"), &row.decision);
    fact_ui(ui, &word("dossier-commands"), &row.commands.join("\n"));
    ui.horizontal(|ui| {
        if ui.button(word("dossier-seen")).clicked() {
            out.push(Intent::Exercise(ExerciseIntent::ShowSeen(Some(row.head.number))));
        }
        if view.may_write && row.head.corrected_by.is_none() && ui.button(word("dossier-correct")).clicked() {
            state.form = Form::Decision;
            state.corrects = Some(row.head.number);
            let sheet = &row.sheet;
            state.role = Some(sheet.role);
            state.inject = sheet.inject;
            state.commands.clone_from(&sheet.commands);
            state.picture.clone_from(&sheet.picture);
            state.judgement.clone_from(&sheet.judgement);
            state.options = sheet.options.join("\n");
            state.decision.clone_from(&sheet.decision);
        }
    });
}

fn intent_ui(ui: &mut Ui, exercise: &ExerciseView, row: &IntentLine, out: &mut Vec<Intent>) {
    let word = |key: &str| exercise.tongue.word(key);
    ui.set_width(ui.available_width());
    head_ui(ui, exercise, &row.head, &row.subject, out);
    ui.label(&row.words);
    if !row.order.is_empty() {
        ui.weak(&row.order);
    }
    if !row.afterwards.is_empty() {
        ui.label(RichText::new(&row.afterwards).color(ui.visuals().warn_fg_color));
    }
    if row.classes.is_empty() {
        return;
    }
    Grid::new(("intent", row.head.number)).num_columns(4).striped(true).spacing([6.0, 3.0]).show(ui, |ui| {
        let heads =
            ["intent-column-class", "intent-column-stated", "intent-column-served", "intent-column-outcome"];
        for key in heads {
            ui.label(RichText::new(word(key)).small().weak());
        }
        ui.end_row();
        for cells in &row.classes {
            for cell in cells {
                ui.vertical(|ui| {
                    ui.set_max_width(96.0);
                    ui.add(Label::new(cell).wrap());
                });
            }
            ui.end_row();
        }
    });
    ui.weak(RichText::new(word("intent-note")).small());
}

fn seen_ui(ui: &mut Ui, exercise: &ExerciseView, seen: &SeenView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    if ui.button(format!("⏴ {}", tongue.word("tab-dossier"))).clicked() {
        out.push(Intent::Exercise(ExerciseIntent::ShowSeen(None)));
    }
    let args = [("role", (&seen.role).into()), ("time", (&seen.time).into())];
    heading_ui(ui, tongue.say("dossier-seen-title", &args));
    for (heading, lines) in &seen.sections {
        heading_ui(ui, heading);
        for line in lines {
            ui.label(line);
        }
    }
}
