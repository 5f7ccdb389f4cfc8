//! Charts over time, drawn by the plotting library with one set of manners: nothing moves by itself or under the wheel, moments
//! as `D+2 14:00`, numbers as the language writes them, units on the axis, colours of the theme.
//!
//! It must not compute: the view brings the points. What must be told apart is so by form too, not by hue alone.

use bevy_egui::egui::{Color32, RichText, Stroke, Ui, Vec2b, WidgetInfo, WidgetType, vec2};
use egui_plot::{
    Bar, BarChart, FilledArea, GridInput, GridMark, Line, LineStyle, Plot, PlotResponse, PlotUi, VLine,
};

use super::tongue::Tongue;
use crate::sim::plan::Start;
use crate::sim::time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick};
use crate::text::{Language, number, scenario_time};

/// Least room between two moments on the axis, points.
const MOMENTS_APART: f64 = 74.0;
/// Room that the library asks for between two grid lines, points.
const LINES_APART: f64 = 8.0;
/// Least room between two numbers on the axis, points.
const NUMBERS_APART: f64 = 26.0;
/// Share of a time axis at its end that has no room for a name.
const EDGE: f64 = 0.07;
/// Width of the numbers, points.
const NUMBERS: f32 = 34.0;
/// Hours between two lines of a time axis.
const STEPS: [u32; 9] = [1, 3, 6, 12, 24, 48, 96, 168, 336];

/// A chart over time.
pub struct TimePlot<'a, S> {
    /// What tells it from the others on a page.
    pub salt: S,
    /// When the scenario starts.
    pub start: Start,
    /// What the numbers count; empty for whole things.
    pub unit: &'a str,
    /// Its height, points.
    pub height: f32,
}

/// A figure over time with its lowest and highest.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Band {
    /// What it is.
    pub name: String,
    /// The lowest at each moment.
    pub low: Vec<(Tick, f64)>,
    /// The highest.
    pub high: Vec<(Tick, f64)>,
    /// Drawn as dashes: what is, beside what would be.
    pub dashed: bool,
}

/// A column of what was asked: granted below, refused on top, and a line at what was used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stack {
    /// When it begins.
    pub from: Tick,
    /// How long it lasts, in quarters of an hour.
    pub quarters: u32,
    /// Granted.
    pub granted: u32,
    /// Refused.
    pub refused: u32,
    /// Used.
    pub used: u32,
    /// All of it in words.
    pub words: String,
}

/// Colours of a chart of claims.
#[derive(Clone, Copy, Debug)]
pub struct Inks {
    /// Granted.
    pub granted: Color32,
    /// Refused.
    pub refused: Color32,
    /// Used.
    pub used: Color32,
}

impl Inks {
    /// Those of the theme.
    pub fn of(ui: &Ui) -> Self {
        let visuals = ui.visuals();
        Self {
            granted: visuals.selection.bg_fill,
            refused: visuals.error_fg_color,
            used: visuals.strong_text_color(),
        }
    }
}

impl<S: std::hash::Hash + std::fmt::Debug> TimePlot<'_, S> {
    /// Draws bands over time, with a line at now where it lies between them. `name` says in words what is seen.
    pub fn bands_ui(self, ui: &mut Ui, tongue: &Tongue, name: &str, bands: &[Band], now: Option<Tick>) {
        let inks = [ui.visuals().weak_text_color(), ui.visuals().selection.bg_fill];
        let (now_ink, ground) = (ui.visuals().strong_text_color(), ui.visuals().panel_fill);
        self.show(ui, tongue, name, |plot| {
            for band in bands {
                let ink = inks[usize::from(!band.dashed)];
                let xs: Vec<f64> = band.low.iter().map(|(at, _)| f64::from(at.0)).collect();
                let values = |course: &[(Tick, f64)]| course.iter().map(|(_, y)| *y).collect::<Vec<_>>();
                let (low, high) = (values(&band.low), values(&band.high));
                let points = |ys: &[f64]| xs.iter().zip(ys).map(|(x, y)| [*x, *y]).collect::<Vec<_>>();
                if low != high && low.len() == high.len() && low.len() == xs.len() {
                    let area = FilledArea::new(band.name.clone(), &xs, &low, &high);
                    plot.add(
                        area.fill_color(ground.lerp_to_gamma(ink, 0.24))
                            .stroke(Stroke::NONE)
                            .allow_hover(false),
                    );
                }
                let style = if band.dashed { LineStyle::dashed_loose() } else { LineStyle::Solid };
                for course in [&low, &high] {
                    let line = Line::new(band.name.clone(), points(course)).color(ink).style(style);
                    plot.line(line.width(1.5).allow_hover(false));
                }
            }
            if let Some(now) = now {
                plot.vline(VLine::new("", f64::from(now.0)).color(now_ink).width(1.0).allow_hover(false));
            }
        });
    }

    /// Draws columns of claims; a column under the pointer says what it holds.
    pub fn stacks_ui(self, ui: &mut Ui, tongue: &Tongue, name: &str, stacks: &[Stack]) {
        let inks = Inks::of(ui);
        let bars = |refused: bool| -> Vec<Bar> {
            let bar = |stack: &Stack| {
                let width = f64::from(stack.quarters);
                let middle = f64::from(stack.from.0) + width / 2.0;
                let (ground, height, fill, line) = if refused {
                    (stack.granted, stack.refused, Color32::TRANSPARENT, Stroke::new(1.4, inks.refused))
                } else {
                    (0, stack.granted, inks.granted, Stroke::NONE)
                };
                let bar = Bar::new(middle, f64::from(height)).base_offset(f64::from(ground));
                bar.width(width * 0.84).fill(fill).stroke(line)
            };
            let some = |stack: &&Stack| if refused { stack.refused > 0 } else { stack.granted > 0 };
            stacks.iter().filter(some).map(bar).collect()
        };
        let (granted, refused) = (bars(false), bars(true));
        let whole = stacks.first().zip(stacks.last());
        let whole = whole.map(|(first, last)| (first.from.0, last.from.0 + last.quarters));
        let response = self.show(ui, tongue, name, |plot| {
            plot.bar_chart(BarChart::new("granted", granted).color(inks.granted).allow_hover(false));
            // Refused is hollow as well as of another hue, so that it is told apart without colours.
            plot.bar_chart(BarChart::new("refused", refused).allow_hover(false));
            for stack in stacks.iter().filter(|stack| stack.used > 0) {
                let (from, used) = (f64::from(stack.from.0), f64::from(stack.used));
                let points = vec![[from, used], [from + f64::from(stack.quarters), used]];
                plot.line(Line::new("used", points).color(inks.used).width(2.0).allow_hover(false));
            }
            if let Some((from, until)) = whole {
                plot.set_plot_bounds_x(f64::from(from)..=f64::from(until));
            }
        });
        let Some(pointer) = response.response.hover_pos() else { return };
        let at = response.transform.value_from_position(pointer).x;
        let under = |stack: &&Stack| {
            (f64::from(stack.from.0)..f64::from(stack.from.0 + stack.quarters)).contains(&at)
        };
        if let Some(stack) = stacks.iter().find(under) {
            response.response.on_hover_text(&stack.words);
        }
    }

    fn show(
        self,
        ui: &mut Ui,
        tongue: &Tongue,
        name: &str,
        add: impl FnOnce(&mut PlotUi<'_>),
    ) -> PlotResponse<()> {
        let (language, start) = (tongue.language, self.start);
        if !self.unit.is_empty() {
            ui.label(RichText::new(self.unit).small().weak());
        }
        let response = Plot::new(ui.id().with(("plot", &self.salt)))
            .height(self.height)
            .min_size(vec2(60.0, 40.0))
            .allow_zoom(false)
            .allow_drag(false)
            .allow_scroll(false)
            .allow_boxed_zoom(false)
            .allow_axis_zoom_drag(false)
            .allow_double_click_reset(false)
            .auto_bounds(Vec2b::TRUE)
            .include_y(0.0)
            .set_margin_fraction(vec2(0.0, 0.06))
            .show_crosshair(false)
            .label_formatter(|_| None)
            .show_background(false)
            .y_axis_min_width(NUMBERS)
            .x_grid_spacer(move |input| moments(start, &input))
            .y_grid_spacer(|input| numbers(&input))
            .x_axis_formatter(move |mark, range| {
                // The last moment has no room for its name beside the edge.
                let edge = range.end() - (range.end() - range.start()) * EDGE;
                if mark.value > edge { String::new() } else { moment_words(start, mark.value) }
            })
            .y_axis_formatter(move |mark, _| number_words(language, mark.value))
            .show(ui, |plot| add(plot));
        let name = name.to_owned();
        response.response.widget_info(move || WidgetInfo::labeled(WidgetType::Image, true, &name));
        response
    }
}

/// Lines at whole hours and days of the calendar, as many as have room for their names.
fn moments(start: Start, input: &GridInput) -> Vec<GridMark> {
    let least = input.base_step_size * MOMENTS_APART / LINES_APART;
    let wide = |hours: &&u32| f64::from(**hours * TICKS_PER_HOUR) >= least;
    let step = STEPS.iter().find(wide).copied().unwrap_or(672) * TICKS_PER_HOUR;
    let offset = f64::from(start.quarter);
    let step = f64::from(step);
    let first = ((input.bounds.0 + offset) / step).ceil() as i64;
    let last = ((input.bounds.1 + offset) / step).floor() as i64;
    (first..=last).map(|number| GridMark { value: number as f64 * step - offset, step_size: step }).collect()
}

/// Lines at round numbers: 1, 2 and 5 of each power of ten; never between whole things.
fn numbers(input: &GridInput) -> Vec<GridMark> {
    let least = input.base_step_size * NUMBERS_APART / LINES_APART;
    let power = 10_f64.powf(least.max(f64::MIN_POSITIVE).log10().floor());
    let fits = |step: &f64| *step >= least;
    let step = [1.0, 2.0, 5.0, 10.0].map(|part| part * power).into_iter().find(fits).unwrap_or(power * 10.0);
    let step = step.max(1.0);
    let (first, last) = ((input.bounds.0 / step).ceil() as i64, (input.bounds.1 / step).floor() as i64);
    (first..=last).map(|number| GridMark { value: number as f64 * step, step_size: step }).collect()
}

fn moment_words(start: Start, value: f64) -> String {
    if value < 0.0 {
        return String::new();
    }
    let tick = Tick(value.round() as u32);
    let (day, quarter) = start.day_and_quarter(tick);
    if quarter.is_multiple_of(TICKS_PER_DAY) { format!("D+{day}") } else { scenario_time(start, tick) }
}

fn number_words(language: Language, value: f64) -> String {
    number(language, value.round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_axis_has_whole_hours_of_the_calendar() {
        let start = Start { quarter: 30, ..Start::default() };
        // Three days over 400 points: a quarter of an hour is about a point and a half.
        let input = GridInput { bounds: (0.0, 288.0), base_step_size: 8.0 * 288.0 / 400.0 };
        let words: Vec<String> =
            moments(start, &input).iter().map(|mark| moment_words(start, mark.value)).collect();
        assert_eq!(words, ["D+1", "D+2", "D+3"]);
        let input = GridInput { bounds: (0.0, 48.0), base_step_size: 8.0 * 48.0 / 400.0 };
        let words: Vec<String> =
            moments(start, &input).iter().map(|mark| moment_words(start, mark.value)).collect();
        assert_eq!(words, ["D+0 09:00", "D+0 12:00", "D+0 15:00", "D+0 18:00"]);
    }

    #[test]
    fn numbers_are_round_and_whole() {
        let marks = |top: f64, height: f64| -> Vec<i64> {
            let input = GridInput { bounds: (0.0, top), base_step_size: 8.0 * top / height };
            numbers(&input).iter().map(|mark| mark.value as i64).collect()
        };
        assert_eq!(marks(100.0, 100.0), [0, 50, 100]);
        assert_eq!(marks(2.0, 100.0), [0, 1, 2]);
        assert_eq!(number_words(Language::Nl, 1234.0), "1.234");
    }
}
