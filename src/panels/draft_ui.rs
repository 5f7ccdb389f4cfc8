//! What a draft of a policy would probably lead to: figures without and with it beside each other, and the bands of the next three
//! days. It must not work anything out: the exercise does, beside itself.

use bevy_egui::egui::{Grid, RichText, Ui};

use super::page::{ExerciseView, Weighed};
use super::parts::heading_ui;
use super::plot::{Band, TimePlot};
use crate::sim::country::{Class, PerClass};
use crate::view::pool_draft::{BandPoint, DraftBands};

/// Height of a chart with its axis, points.
const HEIGHT: f32 = 104.0;

/// Draws what is known of a draft.
pub fn draft_ui(ui: &mut Ui, exercise: &ExerciseView, weighed: &Weighed) {
    let tongue = &exercise.tongue;
    if weighed.working && weighed.bands.is_none() {
        ui.weak(tongue.word("draft-working"));
    }
    let Some(bands) = &weighed.bands else { return };
    heading_ui(ui, tongue.word("board-forecast"));
    // What stands here is of the draft before while the new one is worked out.
    ui.weak(tongue.word(if weighed.working { "draft-working" } else { "panel-forecast-means" }));
    figures_ui(ui, exercise, bands);
    for (key, courses) in [("draft-granted", &bands.granted), ("draft-refused", &bands.refused)] {
        course_ui(ui, exercise, bands, key, courses);
    }
    ui.weak(tongue.say("draft-legend", &[("throws", u32::from(bands.throws).into())]));
}

fn figures_ui(ui: &mut Ui, exercise: &ExerciseView, bands: &DraftBands) {
    let tongue = &exercise.tongue;
    let forecast = &bands.forecast;
    let last = |course: &Vec<BandPoint>| course.last().map_or((0, 0), |point| (point.1, point.2));
    let range =
        |(low, high): (i64, i64)| if low == high { low.to_string() } else { format!("{low}–{high}") };
    Grid::new("forecast").num_columns(3).striped(true).spacing([10.0, 3.0]).show(ui, |ui| {
        ui.label("");
        for key in ["panel-forecast-without", "panel-forecast-with"] {
            ui.label(RichText::new(tongue.word(key)).small());
        }
        ui.end_row();
        let mut line = |name: String, [without, with]: [(i64, i64); 2]| {
            ui.label(name);
            ui.label(range(without));
            let text = RichText::new(range(with));
            ui.label(if with == without { text } else { text.strong() });
            ui.end_row();
        };
        line(tongue.word("board-granted"), bands.granted.each_ref().map(last));
        line(tongue.word("board-refused"), bands.refused.each_ref().map(last));
        line(tongue.word("panel-waits"), bands.waiting);
        let sum = |of: &PerClass<u32>| of.0.iter().map(|count| i64::from(*count)).sum::<i64>();
        let both = [&forecast.without, &forecast.with];
        line(tongue.word("panel-given-up"), both.map(|of| (sum(&of.given_up), sum(&of.given_up))));
        line(tongue.word("panel-civil-delay"), bands.civil_delay);
        for (class, name) in Class::ALL.into_iter().zip(&exercise.choices.classes) {
            let granted = both.map(|of| (i64::from(of.granted[class]), i64::from(of.granted[class])));
            if granted[0] != granted[1] {
                line(format!("{}: {}", tongue.word("board-granted"), name.to_lowercase()), granted);
            }
        }
        for ((_, without), (_, with)) in forecast.without.delivered.iter().zip(&forecast.with.delivered) {
            let pieces = [*without, *with].map(|pieces| (i64::from(pieces), i64::from(pieces)));
            line(tongue.word("panel-delivered"), pieces);
        }
    });
}

fn course_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    bands: &DraftBands,
    key: &str,
    courses: &[Vec<BandPoint>; 2],
) {
    let tongue = &exercise.tongue;
    let name = tongue.word(key);
    ui.label(RichText::new(&name).small());
    let words = ["panel-forecast-without", "panel-forecast-with"];
    let band = |(place, course): (usize, &Vec<BandPoint>)| {
        let points = |pick: fn(&BandPoint) -> i64| {
            course.iter().map(|point| (point.0, pick(point) as f64)).collect::<Vec<_>>()
        };
        Band {
            name: tongue.word(words[place]),
            low: points(|point| point.1),
            high: points(|point| point.2),
            dashed: place == 0,
        }
    };
    let both: Vec<Band> = courses.iter().enumerate().map(band).collect();
    let unit = tongue.word("draft-unit");
    TimePlot { salt: key, start: bands.start, unit: &unit, height: HEIGHT }
        .bands_ui(ui, tongue, &name, &both, None);
}
