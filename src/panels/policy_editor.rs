//! Dividing a pool, or asking its owner to: order, minima, maxima, from when until when, why and for what; at once what the
//! rules say, on which basis, and what it would probably lead to. It must not judge: every change is weighed by the exercise
//! and the answer comes with the next view.

use bevy_egui::egui::{Button, DragValue, Grid, Label, RichText, Ui};

use super::draft_ui::draft_ui;
use super::intent::{ExerciseIntent, Intent};
use super::page::{ExerciseView, Weighed};
use super::parts::{choose_ui, lines_ui, main_button_ui, moment_ui, number_ui};
use super::split_ui::split_ui;
use crate::sim::command::{Actor, Ask, Command};
use crate::sim::country::{Class, NO_CAP, Policy, PoolKind, Reservation};
use crate::sim::ids::{PoolId, RoleId};
use crate::sim::time::{Span, Tick};
use crate::view::pool_draft::Draft;
use crate::view::pool_page_view::PoolView;
use crate::view::viewer::Viewer;

/// Largest offer that can be typed, thousands of euros.
pub const OFFER_KEUR_MAX: u32 = 100_000;

/// A policy that somebody thinks of.
#[derive(Clone, Debug, PartialEq)]
pub struct PolicyEditor {
    /// For which pool.
    pub pool: PoolId,
    /// How it would be divided.
    pub policy: Policy,
    /// From when; none for now.
    pub starts: Option<Tick>,
    /// Until when; none until further notice.
    pub until: Option<Tick>,
    /// Why.
    pub reason: String,
    /// In whose name: the owner sets it, any other role asks for it.
    pub role: RoleId,
    /// What a role that asks offers, thousands of euros.
    pub offer_keur: u32,
}

impl PolicyEditor {
    fn draft(&self, owner: RoleId) -> Draft {
        let asks = Some(self.role).filter(|role| *role != owner);
        Draft { pool: self.pool, policy: self.policy.clone(), until: self.until, asks }
    }

    fn command(&self, asks: bool) -> Command {
        let (pool, policy, until) = (self.pool, self.policy.clone(), self.until);
        let reason = self.reason.trim().to_owned();
        if asks {
            let about = Ask::Policy(pool, policy, until);
            Command::Ask { about, offer_keur: self.offer_keur, reason }
        } else {
            Command::SetPolicy { pool, policy, until, reason }
        }
    }
}

/// Draws the button that opens and closes the editor, and the editor, for those who may divide the pool or ask for it. Whatever
/// is open moves only when its user does something, so that a hand on its way to a field finds it.
pub fn policy_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    pool: &PoolView,
    weighed: Option<&Weighed>,
    state: &mut Option<PolicyEditor>,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let Some(role) = pool.line.divide_as.or(pool.ask_as).filter(|_| exercise.live) else { return };
    let fresh = || PolicyEditor {
        pool: pool.line.pool,
        policy: pool.policy.policy.clone(),
        starts: None,
        until: None,
        reason: String::new(),
        role,
        offer_keur: 0,
    };
    // What was drafted for another pool is closed, what was drafted in another name begins anew.
    if state.as_ref().is_some_and(|editor| editor.pool != pool.line.pool) {
        *state = None;
    }
    if state.as_ref().is_some_and(|editor| exercise.viewer != Viewer::Lead && editor.role != role) {
        *state = Some(fresh());
    }
    let name = tongue.word(if pool.line.divide_as.is_some() { "panel-divide" } else { "panel-ask-divide" });
    let sign = if state.is_some() { '\u{23f6}' } else { '\u{23f7}' };
    if ui.button(format!("{sign} {name}")).clicked() {
        *state = if state.is_some() { None } else { Some(fresh()) };
        out.push(Intent::Exercise(ExerciseIntent::Weigh(None)));
    }
    let Some(editor) = state else { return };
    let before = editor.draft(pool.owner_role);
    if exercise.viewer == Viewer::Lead {
        let roles = exercise.choices.roles.iter().cloned();
        choose_ui(ui, &tongue.word("board-as-role"), &mut editor.role, roles);
    }
    let crews = pool.line.kind == PoolKind::Crews;
    split_ui(ui, exercise, pool.capacity_units, &mut editor.policy);
    classes_ui(ui, exercise, crews, &mut editor.policy);
    if ui.button(tongue.word("board-reset")).clicked() {
        editor.policy = pool.default.clone();
    }
    let asks = editor.role != pool.owner_role;
    period_ui(ui, exercise, editor, asks);
    if asks {
        number_ui(ui, &tongue.word("request-offer-field"), &mut editor.offer_keur, 0, OFFER_KEUR_MAX);
        if !pool.price.is_empty() {
            ui.weak(&pool.price);
        }
    }
    lines_ui(ui, &tongue.word("board-reason"), &mut editor.reason);
    let draft = editor.draft(pool.owner_role);
    if draft != before {
        out.push(Intent::Exercise(ExerciseIntent::Weigh(Some(draft.clone()))));
    }
    let changed = draft.policy != pool.policy.policy || draft.until.is_some();
    let answer = weighed.filter(|weighed| weighed.draft == draft);
    let allowed = verdict_ui(ui, exercise, changed, answer, &editor.reason);
    let owner = [("owner", (&pool.line.owner).into())];
    let words = if asks { tongue.say("request-ask-owner", &owner) } else { tongue.word("word-apply") };
    if main_button_ui(ui, allowed, &words) {
        out.push(Intent::Exercise(ExerciseIntent::Decide {
            command: editor.command(asks),
            actor: Actor::Role(editor.role),
            at: editor.starts.filter(|_| !asks),
        }));
        out.push(Intent::Exercise(ExerciseIntent::Weigh(None)));
        editor.reason.clear();
    }
    if let Some(answer) = answer {
        draft_ui(ui, exercise, answer);
    }
    ui.separator();
}

/// What stands in the way, in words; true when nothing does.
fn verdict_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    changed: bool,
    answer: Option<&Weighed>,
    reason: &str,
) -> bool {
    let tongue = &exercise.tongue;
    if !changed {
        ui.weak(tongue.word("board-no-changes"));
        return false;
    }
    if let Some(answer) = answer.filter(|answer| answer.allowed.is_ok()) {
        match &answer.owner_may {
            Ok(()) => ui.weak(&answer.basis),
            // Only who asks comes here: what the owner sets himself was weighed as his own.
            Err(why) => {
                let no = tongue.say("needs-owner-too", &[("why", why.into())]);
                ui.add(Label::new(RichText::new(no).color(ui.visuals().error_fg_color)).wrap())
            }
        };
    }
    match answer.map(|answer| &answer.allowed) {
        Some(Err(why)) => {
            let no = tongue.say("panel-not-allowed", &[("why", why.into())]);
            ui.add(Label::new(RichText::new(no).color(ui.visuals().error_fg_color)).wrap());
            false
        }
        Some(Ok(())) if reason.trim().is_empty() => {
            ui.label(tongue.word("panel-allowed-reason"));
            false
        }
        Some(Ok(())) => {
            ui.label(tongue.word("panel-allowed"));
            true
        }
        None => !reason.trim().is_empty(),
    }
}

/// The order and the amounts of each class, and what is kept for one movement. Crews have no maximum a day and are not kept.
pub fn classes_ui(ui: &mut Ui, exercise: &ExerciseView, crews: bool, policy: &mut Policy) {
    let tongue = &exercise.tongue;
    let order = policy.order;
    let daily = !crews;
    let mut swap = None;
    Grid::new("policy").num_columns(5).striped(true).spacing([6.0, 3.0]).show(ui, |ui| {
        ui.label("");
        ui.label(RichText::new(tongue.word("board-class")).small());
        for key in
            ["board-minimum", "board-maximum", "board-per-day"].into_iter().take(2 + usize::from(daily))
        {
            ui.label(RichText::new(tongue.word(key)).small());
        }
        ui.end_row();
        for (place, class) in order.into_iter().enumerate() {
            let named =
                Class::ALL.into_iter().zip(&exercise.choices.classes).find(|(each, _)| *each == class);
            let name = named.map_or("", |(_, name)| name.as_str());
            let said = |key| format!("{}: {name}", tongue.word(key));
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                for (glyph, key, to, possible) in [
                    ("⏶", "board-order-up", place.wrapping_sub(1), place > 0),
                    ("⏷", "board-order-down", place + 1, place + 1 < Class::COUNT),
                ] {
                    let button = ui.add_enabled(possible, Button::new(glyph).small());
                    let label = format!("{}: {name}", tongue.word(key));
                    button.widget_info(|| {
                        use bevy_egui::egui::{WidgetInfo, WidgetType};
                        WidgetInfo::labeled(WidgetType::Button, possible, label.clone())
                    });
                    if button.on_hover_text(tongue.word(key)).clicked() {
                        swap = Some((place, to));
                    }
                }
            });
            ui.vertical(|ui| {
                ui.set_width(118.0);
                ui.add(Label::new(name).wrap());
            });
            amount_ui(ui, &said("board-minimum"), &mut policy.minimum[class], false);
            amount_ui(ui, &said("board-maximum"), &mut policy.cap[class], true);
            if daily {
                amount_ui(ui, &said("board-per-day"), &mut policy.day_cap[class], true);
            }
            ui.end_row();
        }
    });
    if let Some((from, to)) = swap {
        policy.order.swap(from, to);
    }
    ui.weak(tongue.word("panel-no-limit-means"));
    if !crews {
        reserved_ui(ui, exercise, &mut policy.reserved);
    }
}

/// What is kept for one movement each.
fn reserved_ui(ui: &mut Ui, exercise: &ExerciseView, reserved: &mut Vec<Reservation>) {
    let (tongue, holders) = (&exercise.tongue, &exercise.choices.holders);
    if holders.is_empty() && reserved.is_empty() {
        return;
    }
    ui.add_space(4.0);
    ui.label(tongue.word("board-reserved")).on_hover_text(tongue.word("panel-reserved-means"));
    let mut dropped = None;
    for (place, row) in reserved.iter_mut().enumerate() {
        let named = holders.iter().find(|(holder, ..)| *holder == row.holder);
        let name = named.map_or("", |(.., name)| name.as_str());
        ui.horizontal_wrapped(|ui| {
            let mut units = u32::from(row.units);
            number_ui(ui, name, &mut units, 1, u32::from(NO_CAP - 1));
            row.units = u16::try_from(units).unwrap_or(NO_CAP - 1);
            if ui.button(tongue.word("board-reserve-drop")).clicked() {
                dropped = Some(place);
            }
        });
    }
    if let Some(place) = dropped {
        reserved.remove(place);
    }
    let open = holders.iter().filter(|(holder, ..)| reserved.iter().all(|row| row.holder != *holder));
    let rows = open.map(|(holder, class, name)| {
        (Some(Reservation { holder: *holder, class: *class, units: 1 }), name.clone())
    });
    let rows: Vec<_> = std::iter::once((None, String::new())).chain(rows).collect();
    let mut chosen = None;
    choose_ui(ui, &tongue.word("board-reserve-for"), &mut chosen, rows.into_iter());
    reserved.extend(chosen);
}

/// A number, or a dash for no limit: dragging it down from the dash begins at the largest number that is shown.
fn amount_ui(ui: &mut Ui, name: &str, amount: &mut u16, limit: bool) {
    /// Largest limit that can be typed; one more is no limit.
    const MOST: u16 = 999;
    let mut shown = if *amount == NO_CAP { MOST + 1 } else { (*amount).min(MOST) };
    let most = if limit { MOST + 1 } else { MOST };
    let field = DragValue::new(&mut shown)
        .range(0..=most)
        .speed(0.2)
        .custom_formatter(move |value, _| {
            if limit && value > f64::from(MOST) { "–".to_owned() } else { format!("{value:.0}") }
        })
        .custom_parser(|text| {
            if matches!(text.trim(), "" | "-" | "–") { Some(1000.0) } else { text.trim().parse().ok() }
        });
    let field = ui.add(field);
    // The grid names its columns only to the eye.
    ui.ctx().accesskit_node_builder(field.id, |node| node.set_label(name));
    if field.changed() {
        *amount = if limit && shown > MOST { NO_CAP } else { shown };
    }
}

fn period_ui(ui: &mut Ui, exercise: &ExerciseView, editor: &mut PolicyEditor, asks: bool) {
    // What is asked for begins when the owner agrees.
    if !asks {
        let words = ["board-starts", "board-starts-now", "panel-at-moment"];
        moment_or_none_ui(ui, exercise, words, &mut editor.starts, 1);
    }
    until_ui(ui, exercise, &mut editor.until);
}

/// Until a moment, or until further notice.
pub fn until_ui(ui: &mut Ui, exercise: &ExerciseView, until: &mut Option<Tick>) {
    moment_or_none_ui(ui, exercise, ["board-until", "board-until-revoked", "panel-until-moment"], until, 24);
}

/// A moment so many hours from now to begin with, or none; the words are of the line, of none and of some.
fn moment_or_none_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    words: [&str; 3],
    moment: &mut Option<Tick>,
    hours: u32,
) {
    let [name, none, some] = words.map(|word| exercise.tongue.word(word));
    let now = exercise.now;
    ui.horizontal_wrapped(|ui| {
        ui.weak(name);
        if ui.radio(moment.is_none(), none).clicked() {
            *moment = None;
        }
        if ui.radio(moment.is_some(), some).clicked() {
            moment.get_or_insert(now.after(Span::hours(hours)));
        }
    });
    if let Some(moment) = moment {
        moment_ui(ui, exercise, moment, now);
    }
}
