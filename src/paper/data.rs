//! What a page says: plain values that a template of `assets/paper` sets. One struct for each template.
//!
//! Every word is in the language of the reader already. Must not look at an exercise; `print` and its neighbours fill these.

use serde::Serialize;

/// Head and foot of every page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Head {
    /// Language code, for the breaking of words.
    pub lang: String,
    /// `OEFENING` with the marking of the exercise.
    pub marking: String,
    /// Title of the exercise.
    pub exercise: String,
    /// What this is: `Situatieblad`.
    pub name: String,
    /// For whom: a table or a role; empty for everybody.
    pub whom: String,
    /// Moment of the scenario, round, and date of printing as far as it was given.
    pub moment: String,
    /// Said on staff paper: `Alleen voor de oefenleiding`; empty on paper for players.
    pub staff: String,
    /// What is said in a real emergency.
    pub no_play: String,
    /// The word for a page: `blad`.
    pub page: String,
}

/// A label and what stands behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// The label.
    pub label: String,
    /// What stands behind it.
    pub text: String,
}

/// An indicator in words.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Indicator {
    /// What is measured.
    pub name: String,
    /// The value in a word.
    pub word: String,
    /// The value with its unit.
    pub value: String,
    /// Arrow of its trend.
    pub arrow: String,
    /// The trend in a word.
    pub trend: String,
}

/// A heading with its lines.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// The heading.
    pub heading: String,
    /// What it says.
    pub lines: Vec<String>,
    /// Empty lines to write on.
    pub blank: u8,
}

/// For `sheet.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet {
    /// Head and foot.
    pub head: Head,
    /// The sheets; each begins on a page of its own.
    pub sheets: Vec<SheetPage>,
}

/// One sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SheetPage {
    /// In large letters.
    pub title: String,
    /// Below it.
    pub subtitle: String,
    /// Labels and what stands behind them.
    pub facts: Vec<Fact>,
    /// Indicators.
    pub indicators: Vec<Indicator>,
    /// Headings and lines.
    pub sections: Vec<Section>,
    /// In two columns.
    pub columns: bool,
}

/// For `cards.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardSheet {
    /// Head and foot.
    pub head: Head,
    /// The cards.
    pub cards: Vec<PaperCard>,
}

/// A card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PaperCard {
    /// In large figures: what the operator types, or the code of an inject.
    pub number: String,
    /// Whose it is.
    pub whom: String,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub facts: Vec<Fact>,
    /// What is filled in by hand.
    pub blanks: Vec<String>,
    /// What can be chosen, by its number.
    pub choices: Vec<String>,
}

/// For `fiches.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FicheSheet {
    /// Head and foot.
    pub head: Head,
    /// One after the other.
    pub fiches: Vec<Fiche>,
}

/// A piece that stands for an amount.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Fiche {
    /// The capacity.
    pub name: String,
    /// The amount.
    pub amount: String,
    /// Which of how many.
    pub part: String,
    /// Who divides it.
    pub owner: String,
}

/// For `table.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TableSheet {
    /// Head and foot.
    pub head: Head,
    /// Before the tables.
    pub lead_in: Vec<String>,
    /// The tables.
    pub tables: Vec<PaperTable>,
    /// On its side.
    pub wide: bool,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PaperTable {
    /// Above it.
    pub title: String,
    /// Widths of the columns as parts of the whole.
    pub widths: Vec<u16>,
    /// Headings.
    pub heading: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
}

/// For `forms.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FormSheet {
    /// Head and foot.
    pub head: Head,
    /// The forms in order.
    pub forms: Vec<Form>,
}

/// A form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Form {
    /// Above it.
    pub title: String,
    /// How to use it.
    pub hint: String,
    /// How many on a page: 1, 2 or 4.
    pub on_page: u8,
    /// What is filled in.
    pub fields: Vec<FormField>,
}

/// A field of a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct FormField {
    /// Its label.
    pub label: String,
    /// Lines to write on; 0 for a short line beside the label.
    pub lines: u8,
    /// Boxes to tick instead.
    pub boxes: Vec<String>,
    /// Half as wide as the form, beside the next one; of a note: in small letters.
    pub half: bool,
    /// Only to be read.
    pub note: bool,
}

/// For `boards.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct BoardSheet {
    /// Head and foot.
    pub head: Head,
    /// The boards.
    pub boards: Vec<Board>,
}

/// A name board.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Board {
    /// Number of the role, for requests.
    pub number: String,
    /// Name.
    pub name: String,
    /// Table.
    pub table: String,
}

/// For `inbox.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct InboxSheet {
    /// Head and foot.
    pub head: Head,
    /// Said instead when there are none.
    pub nothing: String,
    /// Heading of what a message puts before its receivers.
    pub options: String,
    /// The messages.
    pub messages: Vec<Letter>,
}

/// A message.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// How it came.
    pub channel: String,
    /// Who sent it.
    pub sender: String,
    /// To whom.
    pub receivers: String,
    /// When.
    pub time: String,
    /// What it says.
    pub text: String,
    /// What it puts before its receivers.
    pub options: Vec<String>,
}

/// For `map.typ`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MapSheet {
    /// Head and foot.
    pub head: Head,
    /// Where the map comes from.
    pub credit: String,
}

/// Characters of a word after which it may be broken anywhere: longer ones are no words of a language.
const WORD_MAX: usize = 32;

/// A text that can be set: without control characters, and with places to break in what has none.
pub fn settable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut run = 0;
    for letter in text.chars() {
        if letter == '\n' || letter == '\t' || !letter.is_control() {
            out.push(if letter == '\t' { ' ' } else { letter });
        }
        run = if letter.is_whitespace() || letter == '-' { 0 } else { run + 1 };
        if run >= WORD_MAX && run.is_multiple_of(8) {
            out.push('\u{200B}');
        }
    }
    out
}

/// The first characters of a text, up to a whole word.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most).collect();
    let whole = cut.rfind(' ').filter(|end| *end > cut.len() / 2).map_or(cut.as_str(), |end| &cut[..end]);
    format!("{whole}…")
}
