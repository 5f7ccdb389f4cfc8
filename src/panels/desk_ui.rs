//! The desk: what waits for this seat, the situation picture by theme, what the role has itself, and what it decided.
//! It must not hide anything: the view did. Every line leads to the page where something can be done about it.

use bevy_egui::egui::{CollapsingHeader, Frame, Label, RichText, Sense, Ui};

use super::intent::{ExerciseIntent, Intent, SeatIntent};
use super::page::{ExerciseView, Tab};
use super::parts::heading_ui;
use super::plot::{Band, TimePlot};
use super::table_ui::{Cell, Head, Line, TableState, table_ui};
use crate::sim::command::Command;
use crate::sim::ids::DenseId;
use crate::sim::plan::Channel;
use crate::view::desk_view::{DeskView, Theme, ThemeLine};
use crate::view::pool_board_view::PoolLine;
use crate::view::scene::Target;
use crate::view::strips::Trend;

/// Height of the table of own resources, points.
const TABLE: f32 = 236.0;
/// What such a table has above its rows, and one row, points.
const BAR: f32 = 66.0;
const ROW: f32 = 28.0;
/// Height of the chart of an indicator, points.
const CHART: f32 = 88.0;
/// A word of this class or lower asks for attention: 2 is limited.
const ALARMING: u8 = 2;

/// What is typed on the page.
#[derive(Debug, Default)]
pub struct DeskState {
    /// Own resources.
    pub own: TableState,
}

/// Draws the page. `open` is the tab that is open: a line can lead to another page. Says which messages to show there.
pub fn desk_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    view: &DeskView,
    state: &mut DeskState,
    open: &mut Tab,
    out: &mut Vec<Intent>,
) -> Option<Channel> {
    let tongue = &exercise.tongue;
    let channel = waits_ui(ui, exercise, view, open);
    heading_ui(ui, tongue.word("desk-picture"));
    for theme in &view.themes {
        theme_ui(ui, exercise, theme, out);
    }
    if ui.add(Label::new(&view.damages).sense(Sense::click())).clicked()
        && Tab::Repair.is_for(exercise.viewer)
    {
        *open = Tab::Repair;
    }
    own_ui(ui, exercise, &view.own, &mut state.own, open, out);
    indicators_ui(ui, exercise);
    if !view.decisions.is_empty() {
        heading_ui(ui, tongue.word("desk-decided"));
    }
    for decision in &view.decisions {
        ui.horizontal_wrapped(|ui| {
            ui.weak(&decision.given);
            if let Some(actor) = decision.undo_as.filter(|_| exercise.live)
                && ui.small_button(tongue.word("inject-undo")).clicked()
            {
                let command = Command::Undo { seq: decision.number };
                out.push(Intent::Exercise(ExerciseIntent::Decide { command, actor, at: None }));
            }
        });
        let text = RichText::new(&decision.text);
        ui.label(if decision.undone { text.strikethrough().weak() } else { text });
    }
    channel
}

/// Messages by the way they came, and requests in and out.
fn waits_ui(ui: &mut Ui, exercise: &ExerciseView, view: &DeskView, open: &mut Tab) -> Option<Channel> {
    let tongue = &exercise.tongue;
    let mut channel = None;
    heading_ui(ui, tongue.word("desk-inbox"));
    if view.inbox.is_empty() {
        ui.weak(tongue.word("messages-empty"));
    }
    ui.horizontal_wrapped(|ui| {
        for row in &view.inbox {
            let name = if row.unread > 0 {
                let args = [("channel", (&row.name).into()), ("unread", row.unread.into())];
                RichText::new(tongue.say("desk-unread", &args)).strong()
            } else {
                RichText::new(format!("{} ({})", row.name, row.all))
            };
            if ui.link(name).clicked() {
                channel = Some(row.channel);
                *open = Tab::Messages;
            }
        }
    });
    if view.requests.is_empty() {
        return channel;
    }
    heading_ui(ui, tongue.word("desk-requests"));
    for request in &view.requests {
        let args = [("from", (&request.from).into()), ("to", (&request.to).into())];
        let who = tongue.say("request-from-to", &args);
        let who = if request.yours { format!("{who} ({})", tongue.word("desk-yours")) } else { who };
        let who = RichText::new(who);
        let who = if request.yours { who.strong() } else { who };
        if ui.link(who).clicked() {
            *open = Tab::Requests;
        }
        ui.weak(&request.what);
        if request.overdue {
            ui.label(RichText::new(tongue.word("request-overdue")).color(ui.visuals().error_fg_color));
        }
    }
    channel
}

fn theme_ui(ui: &mut Ui, exercise: &ExerciseView, theme: &Theme, out: &mut Vec<Intent>) {
    let tongue = &exercise.tongue;
    Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.label(RichText::new(&theme.name).strong());
        let Some((weakest, rest)) = theme.lines.split_first() else { return };
        line_ui(ui, weakest);
        let regions = |ui: &mut Ui| {
            for (region, name) in &theme.regions {
                if ui.link(RichText::new(name).small()).clicked() {
                    out.push(Intent::Seat(SeatIntent::Select(Some(Target::Region(region.0)))));
                }
            }
            if theme.more_regions > 0 {
                let args = [("count", theme.more_regions.into())];
                ui.weak(RichText::new(tongue.say("desk-more-regions", &args)).small());
            }
        };
        if !theme.regions.is_empty() {
            ui.horizontal_wrapped(regions);
        }
        if !rest.is_empty() {
            let name =
                RichText::new(tongue.say("desk-rest", &[("count", (rest.len() as i64).into())])).small();
            CollapsingHeader::new(name).id_salt(("theme", &theme.name)).show(ui, |ui| {
                for line in rest {
                    line_ui(ui, line);
                }
            });
        }
    });
}

/// Word, arrow, number and the age of the report.
fn line_ui(ui: &mut Ui, line: &ThemeLine) {
    ui.horizontal_wrapped(|ui| {
        ui.label(&line.name);
        let arrow = match line.trend {
            Trend::Up => "⏶",
            Trend::Steady => "⏵",
            Trend::Down => "⏷",
        };
        let value = [line.word.as_str(), &line.value, arrow];
        let value: Vec<&str> = value.into_iter().filter(|part| !part.is_empty()).collect();
        let value = RichText::new(value.join(" ")).strong();
        let alarming = line.class.is_some_and(|class| class <= ALARMING);
        let value = if alarming { value.color(ui.visuals().error_fg_color) } else { value };
        ui.label(value).on_hover_text(&line.trend_word);
        if !line.age.is_empty() {
            let age = RichText::new(&line.age).small();
            ui.label(if line.old { age.color(ui.visuals().warn_fg_color) } else { age.weak() });
        }
    });
}

/// How the indicators of this seat went since the start, each as a chart.
fn indicators_ui(ui: &mut Ui, exercise: &ExerciseView) {
    let (tongue, timeline) = (&exercise.tongue, &exercise.timeline);
    let Some(start) = exercise.choices.start.filter(|_| !timeline.indicators.is_empty()) else { return };
    let name = tongue.word("desk-indicators");
    CollapsingHeader::new(name).id_salt("indicators").show(ui, |ui| {
        let unit = tongue.word("unit-percent");
        for (number, strip) in timeline.indicators.iter().enumerate() {
            let words = [strip.name.as_str(), &strip.value, &strip.word, &strip.trend_word];
            let words: Vec<&str> = words.into_iter().filter(|part| !part.is_empty()).collect();
            let words = words.join(" · ");
            ui.label(&words);
            let point =
                |(at, value): &(u16, u16)| (timeline.stretch.moment_at(*at), f64::from(*value) / 10.0);
            let points: Vec<_> = strip.points.iter().map(point).collect();
            let band = Band { name: strip.name.clone(), low: points.clone(), high: points, dashed: false };
            TimePlot { salt: ("indicator", number), start, unit: &unit, height: CHART }.bands_ui(
                ui,
                tongue,
                &words,
                &[band],
                None,
            );
        }
    });
}

/// Pools that the role divides, with what is free and what waits; a row opens its page on the board.
fn own_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    own: &[PoolLine],
    state: &mut TableState,
    open: &mut Tab,
    out: &mut Vec<Intent>,
) {
    if own.is_empty() {
        return;
    }
    let tongue = &exercise.tongue;
    heading_ui(ui, tongue.word("desk-own"));
    let heads = [
        Head::rest(tongue.word("board-pool"), 120.0),
        Head::words(tongue.word("desk-stands"), 92.0),
        Head::number(tongue.word("panel-waits"), 44.0),
        Head::number(tongue.word("desk-refused-day"), 62.0),
    ];
    let line = |pool: &PoolLine| {
        let waiting: u32 = pool.waiting.0.iter().sum();
        let refused: u32 = pool.day.0.iter().map(|counts| counts.refused).sum();
        let hint = format!("{} ({})", pool.name, pool.kind_words);
        let stands = if pool.stands.is_empty() { "–" } else { pool.stands.as_str() };
        Line {
            id: pool.pool.index() as u64,
            cells: vec![
                Cell { hint, ..Cell::words(&pool.name) },
                Cell { hint: pool.stands.clone(), ..Cell::words(stands) },
                Cell::sorted(waiting.to_string(), i64::from(waiting)),
                Cell { alarm: refused > 0, ..Cell::sorted(refused.to_string(), i64::from(refused)) },
            ],
            weak: false,
        }
    };
    let lines: Vec<Line> = own.iter().map(line).collect();
    let used = ui
        .scope(|ui| {
            // No taller than its rows: most roles divide little.
            ui.set_max_height((BAR + ROW * lines.len() as f32).min(TABLE));
            table_ui(ui, tongue, "own", (&heads, &lines), state, &mut |_, _, _| false)
        })
        .inner;
    ui.weak(tongue.word("desk-own-means"));
    let opened = used.opened.map(|(id, _)| id);
    if let Some(pool) = opened.and_then(|id| own.iter().find(|pool| pool.pool.index() as u64 == id)) {
        out.push(Intent::Exercise(ExerciseIntent::ShowPool(Some(pool.pool))));
        *open = Tab::Board;
    }
}
