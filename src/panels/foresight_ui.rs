//! Where the exercise is probably going: a button, how far it is, and a curve with its band for each figure.
//! It must not work anything out: the exercise does, beside itself.

use bevy_egui::egui::{Align, Layout, RichText, Ui};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::progress_ui;
use super::plot::{Band, TimePlot};
use crate::view::foresight_view::{Curve, ForesightView, Outlooks};

/// Height of one curve, points.
const HEIGHT: f32 = 108.0;

/// Draws the button, or what is known.
pub fn foresight_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: Option<&ForesightView>,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    let mut ask = |wanted| out.push(Intent::Exercise(ExerciseIntent::Foresee(wanted)));
    ui.weak(tongue.word("foresight-means"));
    match view {
        None => {
            if ui.button(tongue.word("foresight-ask")).clicked() {
                ask(true);
            }
        }
        Some(ForesightView::Working(percent)) => {
            if progress_ui(ui, tongue, *percent) {
                ask(false);
            }
        }
        Some(ForesightView::Failed(why)) => {
            ui.label(RichText::new(why).color(ui.visuals().error_fg_color));
            if ui.button(tongue.word("preview-again")).clicked() {
                ask(true);
            }
        }
        Some(ForesightView::Done(outlooks)) => {
            ui.horizontal(|ui| {
                ui.label(RichText::new(&outlooks.head).strong());
                if ui.button(tongue.word("preview-again")).clicked() {
                    ask(true);
                }
            });
            curves_ui(ui, exercise, outlooks);
        }
    }
}

/// Two curves beside each other where there is room.
fn curves_ui(ui: &mut Ui, exercise: &ExerciseView, outlooks: &Outlooks) {
    let columns = if ui.available_width() > 640.0 { 2 } else { 1 };
    for (number, row) in outlooks.curves.chunks(columns).enumerate() {
        ui.columns(columns, |rooms| {
            for (place, (ui, curve)) in rooms.iter_mut().zip(row).enumerate() {
                // Columns spread their words over the whole width otherwise.
                let number = number * columns + place;
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    curve_ui(ui, exercise, outlooks, curve, number);
                });
            }
        });
    }
}

fn curve_ui(ui: &mut Ui, exercise: &ExerciseView, outlooks: &Outlooks, curve: &Curve, number: usize) {
    let tongue = &exercise.tongue;
    ui.label(RichText::new(&curve.name).strong());
    let args = [("now", (&curve.now).into()), ("end", (&curve.end).into())];
    let words = tongue.say("foresight-now-end", &args);
    ui.label(&words);
    let points = |pick: &dyn Fn(&(crate::sim::time::Tick, f64, f64)) -> f64| {
        curve.points.iter().map(|point| (point.0, pick(point))).collect::<Vec<_>>()
    };
    let band = Band {
        name: curve.name.clone(),
        low: points(&|point| point.1),
        high: points(&|point| point.2),
        dashed: false,
    };
    TimePlot { salt: ("foresight", number), start: outlooks.start, unit: &curve.unit, height: HEIGHT }
        .bands_ui(ui, tongue, &format!("{}: {words}", curve.name), &[band], Some(exercise.now));
}
