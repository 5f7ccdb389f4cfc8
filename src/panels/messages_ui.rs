//! The inbox: what was sent to this seat, newest first; a role notes that it has read a message and answers it.
//! It must not show what the view does not bring.

use std::hash::{DefaultHasher, Hash as _};

use bevy_egui::egui::{Align, Frame, Layout, RichText, Ui};

use super::inject_editor::CHANNELS;
use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{fact_ui, lines_ui, main_button_ui};
use super::rows_ui::rows_ui;
use crate::sim::command::{Actor, Command};
use crate::sim::ids::{InjectId, RoleId};
use crate::sim::plan::Channel;
use crate::view::messages_view::{Message, MessagesView};

/// What is typed in the panel.
#[derive(Debug, Default)]
pub struct MessagesState {
    /// The message that is being answered, with the answer so far.
    pub answering: Option<(InjectId, String)>,
    /// It was opened just now.
    pub opened: bool,
    /// Only what came this way.
    pub channel: Option<Channel>,
    /// Only what was not read yet.
    pub unread: bool,
}

/// Draws the inbox.
pub fn messages_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MessagesView,
    state: &mut MessagesState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if view.messages.is_empty() {
        ui.weak(tongue.word("messages-empty"));
        return;
    }
    let unread = |message: &&Message| message.acts_as.is_some() && !message.opened;
    channels_ui(ui, exercise, view, state, &unread);
    let (channel, only_unread) = (state.channel, state.unread);
    let fits = |message: &&Message| {
        channel.is_none_or(|channel| message.channel == channel) && (!only_unread || unread(message))
    };
    // One that is being answered is always drawn: its height changes with what is typed.
    let (answering, pass) = (state.answering.as_ref().map(|row| row.0), ui.ctx().cumulative_pass_nr());
    let key = |message: &&Message, hasher: &mut DefaultHasher| {
        let Message { inject, title, sender, receivers, text, options, answers, .. } = message;
        (inject, title, sender, receivers, text, options, answers).hash(hasher);
        (message.late, message.acts_as.is_some(), message.opened).hash(hasher);
        (answering == Some(*inject)).then_some(pass).hash(hasher);
    };
    rows_ui(ui, ("messages", 4.0), view.messages.iter().filter(fits), key, |ui, message| {
        Frame::group(ui.style()).show(ui, |ui| message_ui(ui, exercise, message, state, out));
    });
    if !view.messages.iter().any(|message| fits(&message)) {
        ui.weak(tongue.word("messages-none-fit"));
    }
}

/// The ways in which messages came, each with how many wait to be read.
fn channels_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &MessagesView,
    state: &mut MessagesState,
    unread: &dyn Fn(&&Message) -> bool,
) {
    let tongue = &exercise.tongue;
    let count = |channel: Option<Channel>| {
        let here = view.messages.iter().filter(|row| channel.is_none_or(|channel| row.channel == channel));
        here.filter(unread).count()
    };
    let named = |name: String, count: usize| if count > 0 { format!("{name} ({count})") } else { name };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        let all = named(tongue.word("word-all"), count(None));
        ui.selectable_value(&mut state.channel, None, all);
        for channel in CHANNELS {
            if let Some(row) = view.messages.iter().find(|row| row.channel == channel) {
                let name = named(row.channel_words.clone(), count(Some(channel)));
                ui.selectable_value(&mut state.channel, Some(channel), name);
            }
        }
        if count(None) > 0 || state.unread {
            ui.checkbox(&mut state.unread, tongue.word("messages-only-unread"));
        }
    });
}

fn message_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    message: &Message,
    state: &mut MessagesState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    ui.set_min_width(ui.available_width());
    ui.horizontal(|ui| {
        ui.weak(&message.channel_words);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| ui.weak(&message.time));
    });
    if !message.title.is_empty() {
        ui.label(RichText::new(&message.title).strong());
    }
    ui.label(RichText::new(tongue.say("messages-from", &[("sender", (&message.sender).into())])).strong());
    ui.weak(tongue.say("messages-to", &[("receivers", (&message.receivers).into())]));
    if message.late {
        ui.weak(tongue.word("messages-late"));
    }
    ui.add_space(2.0);
    ui.label(&message.text);
    fact_ui(ui, &tongue.word("messages-options"), &message.options.join("\n"));
    fact_ui(ui, &tongue.word("messages-answered"), &message.answers.join("\n"));
    if let Some(role) = message.acts_as {
        acts_ui(ui, exercise, message, role, state, out);
    }
}

fn acts_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    message: &Message,
    role: RoleId,
    state: &mut MessagesState,
    out: &mut Vec<Intent>,
) {
    let word = |key| exercise.tongue.word(key);
    let inject = message.inject;
    let mut give = |command| {
        let actor = Actor::Role(role);
        out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None }));
    };
    ui.horizontal(|ui| {
        if !message.opened && ui.button(word("messages-open")).clicked() {
            give(Command::OpenInject { inject });
        }
        if ui.button(word("messages-answer")).clicked() {
            let open = state.answering.as_ref().is_some_and(|row| row.0 == inject);
            state.answering = (!open).then(|| (inject, String::new()));
            state.opened = !open;
        }
    });
    let Some((_, text)) = state.answering.as_mut().filter(|row| row.0 == inject) else { return };
    // Who asked to answer types at once.
    let field = lines_ui(ui, &word("inject-answer-text"), text);
    if std::mem::take(&mut state.opened) {
        field.request_focus();
    }
    if main_button_ui(ui, !text.trim().is_empty(), &word("messages-answer-send")) {
        give(Command::AnswerInject { inject, text: text.trim().to_owned() });
        state.answering = None;
    }
}
