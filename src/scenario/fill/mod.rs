//! Filling in: a scenario with fields becomes a plain one before anything else of it is read.
//!
//! A scenario may have `fields`, such as a port, a date and a length. `{port}` in any text of the file and `Field("length.rounds")` in
//! the place of any value take what was filled in, whatever object they stand in: the values are put into the syntax tree, and
//! only then typed reading begins. A place in the filled text is told as the place it came from, with the field. Must not know any
//! other object of a scenario. `form` is which value each field has, `names` how a sentence calls regions, ports and days, `weave` the
//! text, `origin` where its parts came from.

pub mod form;
mod names;
pub(in crate::scenario) mod origin;
mod weave;

use super::{
    fault::{Fault, Faults},
    read::{Reader, Rows},
    schema::fields::FieldRow,
    shape::{Shape, Value},
    source::Source,
};
use form::Form;
use names::Names;
use ron::value::RawValue;

/// What was filled in by hand: name of a field and its value.
pub type Chosen = [(String, String)];

/// A scenario after filling in.
#[derive(Debug)]
pub struct Filled {
    /// The plain scenario.
    pub source: Source,
    /// The fields with their values; empty for a scenario without.
    pub form: Form,
    /// What is wrong with the fields or with what was filled in.
    pub faults: Vec<Fault>,
}

/// Fills a scenario in; what was not chosen has its default. `names` is the file with the names of regions and ports.
pub fn fill(names: &Source, scenario: Source, chosen: &Chosen) -> Filled {
    let sources = [names.clone(), scenario.clone()];
    let mut faults = Faults::new(&sources);
    let parses = RawValue::from_ron(scenario.text()).is_ok();
    // Places are told in the text that the faults know.
    let text = sources.last().map_or("", Source::text);
    let rows = if parses { rows(text, &mut faults) } else { None };
    let Some(rows) = rows else {
        if parses && faults.is_empty() {
            for (name, _) in chosen {
                faults.push(Fault::of_file(
                    &scenario.name,
                    &format!("there is no field \"{name}\" to fill in: this scenario has no fields"),
                    "leave it out, or give the scenario a row in `fields`",
                ));
            }
        }
        return Filled { source: scenario, form: Form::default(), faults: faults.into_list() };
    };
    let names = Names::read(&mut faults);
    let form = Form::of(&rows, &names, chosen, &scenario, &mut faults);
    let (text, origin) = weave::weave(&scenario, &rows, &form, &names, &mut faults);
    let list = faults.into_list();
    Filled { source: scenario.filled(text, origin), form, faults: list }
}

/// The fields of a scenario; none where it has no `fields`.
fn rows(text: &str, faults: &mut Faults<'_>) -> Option<Rows<FieldRow>> {
    let Ok(Shape::Fields(_, named)) = Value::trimmed(text).shape() else { return None };
    let (_, value) = named.into_iter().find(|(name, _)| *name == "fields")?;
    let mut reader = Reader::over(faults, 1);
    let read = reader.within("fields", |reader| super::read::Read::read(value, reader));
    read.or_else(|| Some(Rows(Vec::new())))
}
