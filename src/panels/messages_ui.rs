//! The inbox: what was sent to this seat, newest first.
//! It must not show what the view does not bring.

use bevy_egui::egui::{Align, Frame, Layout, RichText, Ui};

use super::page::ExerciseView;
use crate::view::messages_view::{Message, MessagesView};

/// Draws the inbox.
pub fn messages_ui(ui: &mut Ui, exercise: &ExerciseView, view: &MessagesView) {
    let tongue = &exercise.tongue;
    if view.messages.is_empty() {
        ui.weak(tongue.word("messages-empty"));
        return;
    }
    for message in &view.messages {
        Frame::group(ui.style()).show(ui, |ui| message_ui(ui, exercise, message));
        ui.add_space(4.0);
    }
}

fn message_ui(ui: &mut Ui, exercise: &ExerciseView, message: &Message) {
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
    ui.add_space(2.0);
    ui.label(&message.text);
}
