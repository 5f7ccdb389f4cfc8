//! The palette: one field in which everything is found by its name, and done with Enter. What was used last comes first.
//! It must not hold a list of its own: `actions` has it.

use bevy_egui::egui::{
    Align, Align2, Button, Frame, Id, Key, Layout, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2,
};

use super::actions::{self, Action, Kind};
use super::frame::PanelStates;
use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::typing_ui;
use crate::view::shell::{Choice, ShellView};

/// Most actions that are shown.
const SHOWN_MAX: usize = 40;
/// Most actions that are remembered as used last.
const RECENT_MAX: usize = 8;
/// Width of the palette, points.
const WIDTH: f32 = 520.0;
/// Height of its list, points.
const HEIGHT: f32 = 340.0;

/// What is typed in the palette.
#[derive(Debug, Default)]
pub struct PaletteState {
    /// Whether it is open.
    pub open: bool,
    /// What is looked for.
    pub typed: String,
    /// The marked row.
    pub row: usize,
    /// What was done last, newest first.
    pub recent: Vec<String>,
}

impl PaletteState {
    /// Opens it, or closes it.
    pub fn turn(&mut self) {
        self.open = !self.open;
        self.typed.clear();
        self.row = 0;
    }

    fn used(&mut self, id: &str) {
        self.recent.retain(|known| known != id);
        self.recent.insert(0, id.to_owned());
        self.recent.truncate(RECENT_MAX);
    }
}

/// Draws the palette over everything else.
pub fn palette_ui(
    ui: &Ui,
    (shell, exercise): (&ShellView, &ExerciseView),
    choice: &Choice,
    states: &mut PanelStates,
    out: &mut Vec<Intent>,
) {
    if !states.palette.open {
        return;
    }
    let found = ranked(
        actions::all((shell, exercise), choice, states),
        &states.palette.typed,
        &states.palette.recent,
    );
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = found.len().saturating_sub(1);
    let mut row = states.palette.row.min(last);
    if pressed(Key::ArrowDown) {
        row = if row == last { 0 } else { row + 1 };
    }
    if pressed(Key::ArrowUp) {
        row = row.checked_sub(1).unwrap_or(last);
    }
    let moved = row != states.palette.row;
    states.palette.row = row;
    let mut done = pressed(Key::Enter).then_some(row);
    let area = Modal::default_area(Id::new("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 48.0));
    let window = ui.ctx().content_rect().size();
    let modal = Modal::new(Id::new("palette"))
        .area(area)
        .frame(Frame::window(ui.style()).inner_margin(10))
        .show(ui.ctx(), |ui| {
            ui.set_width(WIDTH.min(window.x - 60.0));
            let hint = exercise.tongue.word("palette-hint");
            let field = TextEdit::singleline(&mut states.palette.typed)
                .hint_text(hint.as_str())
                .desired_width(f32::INFINITY);
            let field = typing_ui(ui, "palette", field);
            field.request_focus();
            if field.changed() {
                states.palette.row = 0;
            }
            ui.add_space(4.0);
            let height = HEIGHT.min(window.y - 150.0).max(60.0);
            ScrollArea::vertical()
                .max_height(height)
                .min_scrolled_height(height)
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    for (number, action) in found.iter().enumerate() {
                        let chosen = number == row;
                        if row_ui(ui, exercise, action, chosen, chosen && moved) {
                            done = Some(number);
                        }
                    }
                    if found.is_empty() {
                        ui.weak(exercise.tongue.word("shell-nothing-found"));
                    }
                });
        });
    if let Some(action) = done.and_then(|number| found.get(number)) {
        if !action.possible {
            return;
        }
        states.palette.used(&action.id);
        close(states, out);
        actions::perform(action, exercise.viewer, states, out);
    } else if modal.should_close() {
        close(states, out);
    }
}

fn close(states: &mut PanelStates, out: &mut Vec<Intent>) {
    states.palette.open = false;
    out.push(Intent::Exercise(ExerciseIntent::Palette(false)));
}

/// Name left, what it is and its key right.
fn row_ui(ui: &mut Ui, exercise: &ExerciseView, action: &Action, chosen: bool, show: bool) -> bool {
    let tongue = &exercise.tongue;
    let keys = action.keys.first().map_or_else(String::new, |press| press.words(tongue));
    let text = if action.possible { RichText::new(&action.name) } else { RichText::new(&action.name).weak() };
    let mut right = tongue.word(action.kind.key());
    if !keys.is_empty() {
        right = format!("{right}  {keys}");
    }
    let row = ui
        .with_layout(Layout::top_down_justified(Align::Min), |ui| {
            ui.add(Button::selectable(chosen, text).right_text(RichText::new(right).small()).truncate())
        })
        .inner;
    if show {
        row.scroll_to_me(None);
    }
    row.clicked()
}

/// What fits, best first: with nothing typed what was used last, then everything in its order.
pub fn ranked(list: Vec<Action>, typed: &str, recent: &[String]) -> Vec<Action> {
    let wanted = folded(typed);
    let words: Vec<&[char]> = wanted.split(|each| *each == ' ').filter(|word| !word.is_empty()).collect();
    let lately = |action: &Action| recent.iter().position(|id| *id == action.id).unwrap_or(RECENT_MAX);
    let mut fits: Vec<(i32, usize, Action)> = list
        .into_iter()
        .filter_map(|action| {
            let name = folded(&action.name);
            let scores = words.iter().map(|word| score(&name, word));
            let sum = scores.sum::<Option<i32>>()?;
            // Pages and the clock are asked for more often than any of a hundred places.
            let sum = if action.kind <= Kind::Screen { sum + 4 } else { sum };
            let sum = if words.is_empty() { 0 } else { sum - i32::from(!action.possible) * 20 };
            Some((sum, lately(&action), action))
        })
        .collect();
    fits.sort_by(|left, right| (right.0, left.1).cmp(&(left.0, right.1)));
    fits.into_iter().take(SHOWN_MAX).map(|(_, _, action)| action).collect()
}

/// Small letters without accents, one for one.
fn folded(text: &str) -> Vec<char> {
    let plain = |each: char| match each {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        each => each,
    };
    text.chars().flat_map(char::to_lowercase).map(plain).collect()
}

/// How well a word fits a name: all its letters in order, best where they stand together and where words begin.
fn score(name: &[char], word: &[char]) -> Option<i32> {
    let begins = |at: usize| at == 0 || !name[at - 1].is_alphanumeric();
    if let Some(at) = name.windows(word.len()).position(|part| part == word) {
        let begin = if begins(at) { 30 } else { 0 };
        let whole = if name.len() == word.len() { 20 } else { 0 };
        return Some(60 + begin + whole - i32::try_from(at.min(20)).unwrap_or(20));
    }
    let (mut at, mut sum, mut before) = (0, 0, None);
    for letter in word {
        let found = at + name[at..].iter().position(|each| each == letter)?;
        sum += if before == Some(found) { 5 } else { -1 };
        sum += if begins(found) { 6 } else { 0 };
        before = Some(found + 1);
        at = found + 1;
    }
    // Letters scattered over a long name are chance.
    let least = 3 * i32::try_from(word.len()).unwrap_or(i32::MAX / 3);
    (sum >= least).then_some(sum.min(50))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(name: &str, word: &str) -> Option<i32> {
        score(&folded(name), &folded(word))
    }

    #[test]
    fn the_begin_of_a_word_beats_its_middle_and_scattered_letters() {
        assert!(fit("Berichten", "ber") > fit("Vrachtberg", "ber"));
        assert!(fit("Vrachtberg", "ber") > fit("Verdeelbord", "vbo"));
        assert!(fit("Verdeelbord", "vbo").is_some());
        assert_eq!(fit("Verdeelbord", "xyz"), None);
    }

    #[test]
    fn accents_and_capitals_do_not_matter() {
        assert_eq!(fit("Coördinatie", "coordinatie"), fit("Coördinatie", "Coördinatie"));
        assert!(fit("Zeeland", "ZEE").is_some());
    }

    #[test]
    fn letters_far_apart_in_a_long_name_are_chance() {
        assert_eq!(fit("opstelterrein onder hoogspanning", "pln"), None);
    }
}
