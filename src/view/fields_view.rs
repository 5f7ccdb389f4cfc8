//! The form of a scenario for the start screen: what a lead may fill in, with what stands there now.
//!
//! Words and values only; what may be filled in was decided where the scenario was read. Must not draw, and must not check: a
//! value that is refused comes back as a sentence for its row.

use crate::{
    sim::plan::Text,
    text::{Language, Texts},
};

/// A field as the scenario has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldInput {
    /// Name, as it is handed back.
    pub name: String,
    /// How it is filled in.
    pub entry: Entry,
    /// What it is called.
    pub label: Text,
    /// What it does.
    pub help: Text,
    /// What stands there.
    pub value: String,
    /// What stands there when nobody fills anything in.
    pub default: String,
    /// What may be chosen, code and name.
    pub options: Vec<(String, Text)>,
}

/// How a field is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Entry {
    /// One of its options.
    Choice,
    /// A date as year, month and day.
    Date,
    /// One's own words.
    Words,
}

/// The form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldsView {
    /// Its rows, in order.
    pub rows: Vec<FieldRowView>,
}

/// A row of the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldRowView {
    /// Name, as it is handed back.
    pub name: String,
    /// How it is filled in.
    pub entry: Entry,
    /// What it is called.
    pub label: String,
    /// What it does.
    pub help: String,
    /// What stands there, to be handed back.
    pub value: String,
    /// What stands there, in words.
    pub shown: String,
    /// What stands there when nobody fills anything in.
    pub default: String,
    /// It was filled in otherwise than by default.
    pub changed: bool,
    /// What may be chosen: what is handed back, and its name.
    pub options: Vec<(String, String)>,
    /// What may be filled in, in words.
    pub allowed: String,
}

/// The form in a language.
pub fn fields_view(fields: &[FieldInput], texts: &Texts, language: Language) -> FieldsView {
    let pick = |text: &Text| match language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    };
    let row = |field: &FieldInput| {
        let options: Vec<(String, String)> =
            field.options.iter().map(|(code, name)| (code.clone(), pick(name))).collect();
        let named = options.iter().find(|(code, _)| *code == field.value);
        let shown = named.map_or_else(|| field.value.clone(), |(_, name)| name.clone());
        let allowed = match field.entry {
            Entry::Choice => {
                let each = |(code, name): &(String, String)| {
                    if code == name { code.clone() } else { format!("{code} ({name})") }
                };
                options.iter().map(each).collect::<Vec<_>>().join(", ")
            }
            Entry::Date => texts.word(language, "fields-date"),
            Entry::Words => texts.word(language, "fields-words"),
        };
        FieldRowView {
            name: field.name.clone(),
            entry: field.entry,
            label: pick(&field.label),
            help: pick(&field.help),
            value: field.value.clone(),
            shown,
            default: field.default.clone(),
            changed: field.value != field.default,
            options,
            allowed,
        }
    };
    FieldsView { rows: fields.iter().map(row).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_says_what_stands_there_and_what_may() {
        let text = |nl: &str, en: &str| Text { nl: nl.to_owned(), en: en.to_owned() };
        let port = FieldInput {
            name: "port".to_owned(),
            entry: Entry::Choice,
            label: text("Haven", "Port"),
            help: text("Waar de schepen komen.", "Where the ships come in."),
            value: "eemshaven".to_owned(),
            default: "vlissingen-sloe".to_owned(),
            options: vec![("eemshaven".to_owned(), text("de Eemshaven", "Eemshaven"))],
        };
        let date = FieldInput {
            name: "date".to_owned(),
            entry: Entry::Date,
            value: "2027-03-08".to_owned(),
            default: "2027-03-08".to_owned(),
            options: Vec::new(),
            ..port.clone()
        };
        let view = fields_view(&[port, date], &Texts::new(), Language::Nl);
        let [port, date] = view.rows.as_slice() else { panic!("two rows") };
        assert_eq!((port.label.as_str(), port.shown.as_str(), port.changed), ("Haven", "de Eemshaven", true));
        assert_eq!(port.allowed, "eemshaven (de Eemshaven)");
        assert_eq!((date.shown.as_str(), date.changed), ("2027-03-08", false));
        assert!(date.allowed.contains("jaar-maand-dag"));
    }
}
