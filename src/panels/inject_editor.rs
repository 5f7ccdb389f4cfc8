//! Making an inject up during play, or changing one: texts, receivers, channel, moment, storyline and effects.
//! It must not judge whether it may be added: the rules do, and the answer is a notice.

use bevy_egui::egui::{RichText, ScrollArea, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, heading_ui, line_ui, lines_ui, main_button_ui, moment_ui, number_ui};
use crate::sim::command::{Actor, Command};
use crate::sim::country::Class;
use crate::sim::effect::{DamageKind, Effect, Target};
use crate::sim::ids::{EdgeId, InjectId, NodeId, PoolId, ProcessId, RegionId, RoleId, SkillId, StorylineId};
use crate::sim::num::Level;
use crate::sim::plan::{Channel, Inject, Text, Trigger};
use crate::sim::script::Staging;
use crate::sim::time::{Span, TICKS_PER_HOUR, Tick};
use crate::text::{channel_key, damage_kind_key};
use crate::view::injects_view::InjectRow;

/// Kinds of effect that can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EffectKind {
    /// Only a message.
    #[default]
    None,
    /// Damage that crews repair.
    Damage,
    /// A loss that ends by itself.
    Impair,
    /// A ship earlier or later.
    Ship,
    /// More or less demand.
    Demand,
    /// More or fewer units of a pool.
    Units,
}

/// Kinds of targets that can be chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TargetKind {
    /// A process in a region.
    #[default]
    Process,
    /// A stretch of the network.
    Edge,
    /// Handling at a terminal.
    Terminal,
}

/// Ways in which an inject arrives.
pub(super) const CHANNELS: [Channel; 6] =
    [Channel::Call, Channel::Mail, Channel::Report, Channel::News, Channel::Social, Channel::NlAlert];
const EFFECTS: [(EffectKind, &str); 6] = [
    (EffectKind::None, "inject-no-effects"),
    (EffectKind::Damage, "inject-effect-damage"),
    (EffectKind::Impair, "inject-effect-impair"),
    (EffectKind::Ship, "inject-effect-ship"),
    (EffectKind::Demand, "inject-effect-demand"),
    (EffectKind::Units, "inject-effect-units"),
];
const TARGETS: [(TargetKind, &str); 3] = [
    (TargetKind::Process, "panel-target-process"),
    (TargetKind::Edge, "panel-target-edge"),
    (TargetKind::Terminal, "panel-target-terminal"),
];
const KINDS: [DamageKind; 3] = [DamageKind::Physical, DamageKind::Digital, DamageKind::Human];

/// The inject that is being changed.
#[derive(Clone, Debug)]
pub struct Edited {
    inject: InjectId,
    /// As it is now: what the editor does not show stays.
    base: Box<Inject>,
    /// It was sent.
    words_only: bool,
    /// The trigger stays as it is.
    pub keeps_trigger: bool,
    /// Its trigger in words.
    trigger: String,
    /// Its effects in words, and whether each stays.
    pub effects: Vec<(String, bool)>,
}

const STAFF: [&str; 3] = ["inject-expected", "inject-question", "inject-staff-note"];

/// The inject that is being made.
#[derive(Clone, Debug)]
pub struct EditorState {
    /// Short code.
    pub code: String,
    /// Title, in Dutch and English.
    pub title: [String; 2],
    /// Text, in Dutch and English.
    pub text: [String; 2],
    /// What receivers should do, what observers look at, what the staff should know: each in Dutch and English.
    pub staff: [[String; 2]; 3],
    /// Who sends it, in Dutch and English.
    pub sender: [String; 2],
    /// The line of the story.
    pub storyline: Option<StorylineId>,
    /// What is changed; none for a new one.
    pub edited: Option<Edited>,
    /// Who receives it; empty for everybody.
    pub receivers: Vec<RoleId>,
    /// How.
    pub channel: Channel,
    /// Sent at this moment; none for by hand.
    pub at: Option<Tick>,
    /// What it changes.
    pub effect: EffectKind,
    /// What is hit.
    pub target: TargetKind,
    process: ProcessId,
    region: RegionId,
    edge: EdgeId,
    terminal: NodeId,
    kind: DamageKind,
    /// Percent lost.
    pub loss: u32,
    /// Hours of work, or hours it lasts.
    pub hours: u32,
    skill: SkillId,
    pool: PoolId,
    ship: usize,
    class: Class,
    /// Percent of the ordinary demand.
    pub demand: u32,
    change: i32,
}

impl EditorState {
    /// An empty one.
    pub fn new(exercise: &ExerciseView) -> Self {
        let choices = &exercise.choices;
        Self {
            code: format!("X-{}", exercise.now.0),
            title: Default::default(),
            text: Default::default(),
            staff: Default::default(),
            sender: [exercise.tongue.word("actor-lead"), String::new()],
            storyline: None,
            edited: None,
            receivers: Vec::new(),
            channel: Channel::Call,
            at: None,
            effect: EffectKind::None,
            target: TargetKind::Process,
            process: choices.processes.first().map_or(ProcessId(0), |row| row.0),
            region: choices.regions.first().map_or(RegionId(0), |row| row.0),
            edge: choices.edges.first().map_or(EdgeId(0), |row| row.0),
            terminal: choices.terminals.first().map_or(NodeId(0), |row| row.0),
            kind: DamageKind::Physical,
            loss: 50,
            hours: 12,
            skill: choices.skills.first().map_or(SkillId(0), |row| row.0),
            pool: choices.units.first().map_or(PoolId(0), |row| row.0),
            ship: 0,
            class: Class::Commercial,
            demand: 150,
            change: 1,
        }
    }

    /// One that exists, to change it.
    pub fn editing(exercise: &ExerciseView, row: &InjectRow) -> Self {
        let base = row.content.clone();
        let both = |text: &Text| [text.nl.clone(), text.en.clone()];
        Self {
            code: base.code.clone(),
            title: both(&base.title),
            text: both(&base.text),
            staff: [&base.expected, &base.question, &base.staff_note].map(both),
            sender: both(&base.sender),
            storyline: base.staging.storyline,
            receivers: base.receivers.clone(),
            channel: base.channel,
            at: match base.trigger {
                Trigger::At(tick) => Some(tick),
                _ => None,
            },
            edited: Some(Edited {
                inject: row.inject,
                words_only: row.sent.is_some(),
                keeps_trigger: true,
                trigger: row.trigger.clone(),
                effects: row.effects.iter().map(|effect| (effect.clone(), true)).collect(),
                base,
            }),
            ..Self::new(exercise)
        }
    }

    /// The command that adds or changes it.
    fn command(&self, exercise: &ExerciseView) -> Command {
        let content = Box::new(self.inject(exercise));
        match &self.edited {
            Some(edited) => Command::EditInject { inject: edited.inject, content },
            None => Command::InventInject { inject: content },
        }
    }

    /// The inject as it stands; a text that is missing in one language is taken from the other.
    pub fn inject(&self, exercise: &ExerciseView) -> Inject {
        let both = |texts: &[String; 2]| {
            let [nl, en] = texts.each_ref().map(|text| text.trim().to_owned());
            Text {
                nl: if nl.is_empty() { en.clone() } else { nl.clone() },
                en: if en.is_empty() { nl } else { en },
            }
        };
        let [expected, question, staff_note] = self.staff.each_ref().map(both);
        let mut inject = Inject {
            code: self.code.trim().to_owned(),
            title: both(&self.title),
            text: both(&self.text),
            sender: both(&self.sender),
            expected,
            question,
            staff_note,
            receivers: self.receivers.clone(),
            channel: self.channel,
            trigger: self.at.map_or(Trigger::Manual, Trigger::At),
            effects: self.effect(exercise).into_iter().collect(),
            shelf: self.at.is_none(),
            ..Inject::default()
        };
        inject.staging.storyline = self.storyline;
        let Some(edited) = &self.edited else { return inject };
        let base = &edited.base;
        let kept = base.effects.iter().zip(&edited.effects).filter(|(_, (_, keeps))| *keeps);
        let effects = kept.map(|(effect, _)| effect.clone()).chain(inject.effects);
        let (trigger, shelf) = if edited.keeps_trigger {
            (base.trigger.clone(), base.shelf)
        } else {
            (inject.trigger, inject.shelf)
        };
        let staging = Staging { storyline: self.storyline, ..base.staging.clone() };
        let (objectives, effect_after) = (base.objectives.clone(), base.effect_after);
        let effects = effects.collect();
        Inject { trigger, effect_after, effects, objectives, shelf, staging, ..inject }
    }

    fn effect(&self, exercise: &ExerciseView) -> Option<Effect> {
        let target = match self.target {
            TargetKind::Process => Target::Process(self.process, self.region),
            TargetKind::Edge => Target::Edge(self.edge),
            TargetKind::Terminal => Target::Terminal(self.terminal),
        };
        let loss = Level::ratio_floor(u64::from(self.loss), 100);
        let lasts = Span::hours(self.hours);
        match self.effect {
            EffectKind::None => None,
            EffectKind::Damage => Some(Effect::Damage {
                target,
                kind: self.kind,
                loss,
                team_ticks: self.hours * TICKS_PER_HOUR,
                lag: Span(0),
                teams_max: 2,
                skill: self.skill,
            }),
            EffectKind::Impair => Some(Effect::Impair { target, kind: self.kind, loss, lasts }),
            EffectKind::Ship => {
                let (movement, ship, _) = exercise.choices.ships.get(self.ship)?;
                let by_ticks = self.change * TICKS_PER_HOUR as i32;
                Some(Effect::ShiftShip { movement: *movement, ship: *ship, by_ticks })
            }
            EffectKind::Demand => {
                Some(Effect::Demand { class: self.class, permille: (self.demand * 10) as u16, lasts })
            }
            EffectKind::Units => Some(Effect::Units { pool: self.pool, change: self.change }),
        }
    }
}

/// Draws the editor; true when it is to be closed.
pub fn editor_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    state: &mut EditorState,
    out: &mut Vec<Intent>,
) -> bool {
    let tongue = &exercise.tongue;
    let mut close = false;
    let (title, done) = match &state.edited {
        Some(_) => ("panel-edit-inject", "inject-edit-save"),
        None => ("panel-new-inject", "inject-add"),
    };
    ui.label(RichText::new(tongue.word(title)).heading());
    ui.horizontal_wrapped(|ui| {
        let written = |texts: &[String; 2]| texts.iter().any(|text| !text.trim().is_empty());
        let ready = exercise.live
            && written(&state.title)
            && written(&state.text)
            && !state.code.trim().is_empty()
            && written(&state.sender);
        if main_button_ui(ui, ready, &tongue.word(done)) {
            let command = state.command(exercise);
            out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor: Actor::Lead, at: None }));
            close = true;
        }
        close |= ui.button(tongue.word("word-cancel")).clicked();
        if !ready {
            ui.weak(tongue.word("panel-inject-needs"));
        }
    });
    ui.separator();
    ScrollArea::vertical().id_salt("editor").auto_shrink([false, false]).show(ui, |ui| {
        texts_ui(ui, exercise, state);
        if state.edited.as_ref().is_some_and(|edited| edited.words_only) {
            ui.weak(tongue.word("panel-edit-words"));
            return;
        }
        receivers_ui(ui, exercise, state);
        when_ui(ui, exercise, state);
        kept_effects_ui(ui, exercise, state);
        effect_ui(ui, exercise, state);
    });
    close
}

fn texts_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let word = |key| exercise.tongue.word(key);
    if state.edited.as_ref().is_none_or(|edited| !edited.words_only) {
        line_ui(ui, &word("inject-code"), &mut state.code);
    }
    for (language, key) in ["inject-dutch", "inject-english"].into_iter().enumerate() {
        line_ui(ui, &format!("{} ({})", word("inject-title"), word(key)), &mut state.title[language]);
        lines_ui(ui, &format!("{} ({})", word("inject-text"), word(key)), &mut state.text[language]);
    }
    for (language, key) in ["inject-dutch", "inject-english"].into_iter().enumerate() {
        line_ui(ui, &format!("{} ({})", word("inject-sender"), word(key)), &mut state.sender[language]);
    }
    for (texts, name) in state.staff.iter_mut().zip(STAFF) {
        for (text, key) in texts.iter_mut().zip(["inject-dutch", "inject-english"]) {
            lines_ui(ui, &format!("{} ({})", word(name), word(key)), text);
        }
    }
}

fn receivers_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let word = |key| exercise.tongue.word(key);
    let lines = exercise.choices.storylines.iter().map(|(line, name)| (Some(*line), name.clone()));
    let lines = std::iter::once((None, word("inject-no-storyline"))).chain(lines);
    if !exercise.choices.storylines.is_empty() {
        choose_ui(ui, &word("inject-storyline"), &mut state.storyline, lines);
    }
    let channels = CHANNELS.into_iter().map(|channel| (channel, word(channel_key(channel))));
    choose_ui(ui, &word("inject-channel"), &mut state.channel, channels);
    let count = state.receivers.len();
    let title = if count == 0 { word("receivers-all") } else { count.to_string() };
    ui.collapsing(format!("{}: {title}", word("inject-receivers")), |ui| {
        for (role, name) in &exercise.choices.roles {
            let mut receives = state.receivers.contains(role);
            if ui.checkbox(&mut receives, name).changed() {
                state.receivers.retain(|each| each != role);
                if receives {
                    state.receivers.push(*role);
                    state.receivers.sort_unstable();
                }
            }
        }
    });
}

fn when_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let word = |key| exercise.tongue.word(key);
    heading_ui(ui, word("inject-trigger"));
    if let Some(edited) = &mut state.edited {
        ui.checkbox(&mut edited.keeps_trigger, word("inject-trigger-kept"));
        if edited.keeps_trigger {
            ui.label(&edited.trigger);
            return;
        }
    }
    ui.horizontal_wrapped(|ui| {
        if ui.radio(state.at.is_none(), word("trigger-manual")).clicked() {
            state.at = None;
        }
        if ui.radio(state.at.is_some(), word("inject-field-at")).clicked() {
            state.at.get_or_insert(exercise.now.after(Span::hours(1)));
        }
    });
    if let Some(at) = &mut state.at {
        moment_ui(ui, exercise, at, exercise.now);
    }
}

fn kept_effects_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let Some(edited) = state.edited.as_mut().filter(|edited| !edited.effects.is_empty()) else { return };
    heading_ui(ui, exercise.tongue.word("inject-effects"));
    for (effect, keeps) in &mut edited.effects {
        ui.checkbox(keeps, effect.as_str());
    }
    heading_ui(ui, exercise.tongue.word("inject-more-effect"));
}

fn effect_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let word = |key: &str| exercise.tongue.word(key);
    let choices = &exercise.choices;
    let kinds = EFFECTS.into_iter().map(|(kind, key)| (kind, word(key)));
    choose_ui(ui, &word("inject-effects"), &mut state.effect, kinds);
    match state.effect {
        EffectKind::None => {}
        EffectKind::Damage => {
            target_ui(ui, exercise, state);
            number_ui(ui, &word("inject-field-work"), &mut state.hours, 1, 2000);
            choose_ui(ui, &word("inject-field-crews"), &mut state.skill, choices.skills.iter().cloned());
        }
        EffectKind::Impair => {
            target_ui(ui, exercise, state);
            number_ui(ui, &word("inject-field-lasts"), &mut state.hours, 1, 2000);
        }
        EffectKind::Ship => {
            let ships = choices.ships.iter().enumerate().map(|(index, row)| (index, row.2.clone()));
            choose_ui(ui, &word("panel-ship"), &mut state.ship, ships);
            change_ui(ui, &word("panel-hours-later"), &mut state.change);
        }
        EffectKind::Demand => {
            let classes = Class::ALL.into_iter().zip(choices.classes.iter().cloned());
            choose_ui(ui, &word("board-class"), &mut state.class, classes);
            number_ui(ui, &word("panel-demand-percent"), &mut state.demand, 0, 1000);
            number_ui(ui, &word("inject-field-lasts"), &mut state.hours, 1, 2000);
        }
        EffectKind::Units => {
            choose_ui(ui, &word("board-pool"), &mut state.pool, choices.units.iter().cloned());
            change_ui(ui, &word("panel-units-more"), &mut state.change);
        }
    }
}

fn change_ui(ui: &mut Ui, name: &str, change: &mut i32) {
    ui.horizontal(|ui| {
        let label = ui.label(name);
        let field = bevy_egui::egui::DragValue::new(change).range(-200..=200).speed(0.1);
        ui.add(field).labelled_by(label.id);
    });
}

fn target_ui(ui: &mut Ui, exercise: &ExerciseView, state: &mut EditorState) {
    let word = |key: &str| exercise.tongue.word(key);
    let choices = &exercise.choices;
    let targets = TARGETS.into_iter().map(|(kind, key)| (kind, word(key)));
    choose_ui(ui, &word("inject-field-target"), &mut state.target, targets);
    match state.target {
        TargetKind::Process => {
            choose_ui(ui, &word("panel-process"), &mut state.process, choices.processes.iter().cloned());
            choose_ui(ui, &word("inspector-region"), &mut state.region, choices.regions.iter().cloned());
        }
        TargetKind::Edge => {
            choose_ui(ui, &word("panel-edge"), &mut state.edge, choices.edges.iter().cloned());
        }
        TargetKind::Terminal => {
            choose_ui(ui, &word("panel-terminal"), &mut state.terminal, choices.terminals.iter().cloned());
        }
    }
    let kinds = KINDS.into_iter().map(|kind| (kind, word(damage_kind_key(kind))));
    choose_ui(ui, &word("inject-field-kind"), &mut state.kind, kinds);
    number_ui(ui, &word("inject-field-loss"), &mut state.loss, 1, 100);
}
