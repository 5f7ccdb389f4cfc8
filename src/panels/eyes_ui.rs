//! Whose eyes a window looks with, above every page: the exercise lead, a role, or the shared picture.
//! It must not decide what these may see: views do.

use bevy_egui::egui::{ComboBox, RichText, Ui, WidgetInfo, WidgetType};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use crate::view::viewer::Viewer;

/// Draws what it is now, to choose another from.
pub fn eyes_ui(ui: &mut Ui, exercise: &ExerciseView, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    let fixed = [(Viewer::Lead, tongue.word("actor-lead")), (Viewer::Public, tongue.word("settings-public"))];
    let roles = exercise.choices.roles.iter().map(|(role, name)| (Viewer::Role(*role), name.clone()));
    let all: Vec<(Viewer, String)> = fixed.into_iter().chain(roles).collect();
    let name = all.iter().find(|row| row.0 == exercise.viewer).map(|row| row.1.clone()).unwrap_or_default();
    // A role's eyes leave things out: whoever looks with them must know that.
    let shown = RichText::new(&name).small();
    let shown = if exercise.viewer == Viewer::Lead { shown } else { shown.strong() };
    let label = tongue.word("settings-looks-as");
    let combo = ComboBox::from_id_salt("eyes").selected_text(shown).width(170.0).truncate();
    let response = combo.show_ui(ui, |ui| {
        for (viewer, name) in all {
            if ui.selectable_label(viewer == exercise.viewer, name).clicked() && viewer != exercise.viewer {
                out.push(Intent::Exercise(ExerciseIntent::See(viewer)));
            }
        }
    });
    let said = label.clone();
    let response = response.response.on_hover_text(label);
    response.widget_info(move || WidgetInfo::labeled(WidgetType::ComboBox, true, said.clone()));
}
