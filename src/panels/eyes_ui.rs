//! Whose eyes a window looks with, above every page: the exercise lead, a role, or the shared picture. Roles at the tables stand
//! before those that the staff plays. It must not decide what these may see: views do.

use bevy_egui::egui::{Align, ComboBox, Layout, RichText, Ui, WidgetInfo, WidgetType, vec2};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use crate::view::viewer::Viewer;

/// Width of the name of who looks, points.
const WIDTH: f32 = 144.0;

/// Draws what it is now, to choose another from.
pub fn eyes_ui(ui: &mut Ui, exercise: &ExerciseView, out: &mut Vec<Intent>) {
    let (tongue, choices) = (&exercise.tongue, &exercise.choices);
    let fixed = [(Viewer::Lead, tongue.word("actor-lead")), (Viewer::Public, tongue.word("settings-public"))];
    let roles: Vec<(Viewer, String)> =
        choices.roles.iter().map(|(role, name)| (Viewer::Role(*role), name.clone())).collect();
    let (seated, others) = roles.split_at(choices.at_tables.min(roles.len()));
    let name = fixed.iter().chain(&roles).find(|row| row.0 == exercise.viewer).map(|row| row.1.clone());
    // A role's eyes leave things out: whoever looks with them must know that.
    let shown = RichText::new(name.unwrap_or_default()).small();
    let shown = if exercise.viewer == Viewer::Lead { shown } else { shown.strong() };
    let label = tongue.word("eyes-chair");
    ui.weak(&label);
    let combo = ComboBox::from_id_salt("eyes").selected_text(shown).width(WIDTH).truncate();
    let mut menu = |ui: &mut Ui| {
        let mut rows = |ui: &mut Ui, rows: &[(Viewer, String)]| {
            for (viewer, name) in rows {
                let here = *viewer == exercise.viewer;
                if ui.selectable_label(here, name).clicked() && !here {
                    out.push(Intent::Exercise(ExerciseIntent::See(*viewer)));
                }
            }
        };
        rows(ui, &fixed);
        for (key, part) in [("eyes-seated", seated), ("eyes-staff", others)] {
            if !part.is_empty() {
                ui.separator();
                ui.weak(RichText::new(tongue.word(key)).small());
                rows(ui, part);
            }
        }
    };
    // What stands beside it needs its room, however long the name is.
    let room = vec2(WIDTH, ui.spacing().interact_size.y);
    let placed = ui.allocate_ui_with_layout(room, Layout::left_to_right(Align::Center), |ui| {
        ui.set_max_width(WIDTH);
        combo.show_ui(ui, &mut menu).response
    });
    let response = placed.inner.on_hover_text(tongue.word("eyes-means"));
    response.widget_info(move || WidgetInfo::labeled(WidgetType::ComboBox, true, label.clone()));
}
