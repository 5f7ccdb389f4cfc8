//! What a scenario says of the fields that a lead fills in before the day, and the world's names as running text needs them.
//!
//! Shape only. What is filled in where is worked out by `fill`, before anything else of the scenario is read.

use super::super::{
    fault::Place,
    macros::{record, words},
    read::{Read, Reader, Rows},
    reference::{Reference, Said},
    scalar::{At, Name, Ref, Words},
    shape::{Shape, Value},
};
use crate::sim::ids::{NodeId, RegionId};
use strum::{IntoStaticStr, VariantArray};

/// What may be filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[derive(IntoStaticStr, VariantArray)]
pub enum FieldKind {
    /// A safety region.
    Region,
    /// A seaport.
    Port,
    /// A municipality, in one's own words.
    Municipality,
    /// A date.
    Date,
    /// A name or a few words, such as that of an opponent.
    Text,
    /// How long the exercise takes.
    Length,
    /// Which tables there are.
    Tables,
}

words!(FieldKind);

record! {
    /// A field that the lead fills in without opening the file. `{port}` in a text and `Field("length.rounds")` in the place of a value take what was filled in.
    FieldRow {
        /// Name, as in `{port}`.
        name: At<Name>,
        /// What may be filled in.
        kind: FieldKind,
        /// What the form calls it.
        label: Words,
        /// What it does, for who fills it in.
        help: Words,
        /// What holds when nothing is filled in; may name an earlier field, such as `{port.region}`.
        default: At<String>,
        /// What may be filled in; needed for Length and Tables. Without any, every region or seaport, or one's own words.
        options: Rows<OptionRow> = Rows(Vec::new()),
    }
}

record! {
    /// Something that may be filled in.
    OptionRow {
        /// What is filled in: the code of a region or port, or a word of one's own.
        code: At<Name>,
        /// What it is called; regions and ports have a name already.
        name: Option<Words> = None,
        /// Only beside these values of another field: its name, and the values.
        fits: Rows<(Name, Vec<Name>)> = Rows(Vec::new()),
        /// What comes with it, each under a name of one's own: a code, a text, a list, anything. Used as `{port.quay}` or `Field("length.rounds")`.
        parts: Parts = Parts(Vec::new()),
    }
}

/// What comes with an option, not read yet: it is read where it is used.
#[derive(Clone, Debug)]
pub struct Parts(pub Vec<Part>);

/// One of them.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub place: Place,
    /// Length of its text in bytes.
    pub length: u32,
}

impl Read for Parts {
    fn read(value: Value<'_>, reader: &mut Reader<'_, '_>) -> Option<Self> {
        let fields = match reader.shape(value)? {
            Shape::Fields(None, fields) => fields,
            Shape::Items(None, items) if items.is_empty() => Vec::new(),
            _ => {
                reader.expected(value, "named parts in parentheses", "write (name: value, ...)");
                return None;
            }
        };
        let mut parts: Vec<Part> = Vec::new();
        for (name, inner) in fields {
            if parts.iter().any(|part| part.name == name) {
                reader.fault(
                    inner,
                    format!("the part \"{name}\" stands here twice"),
                    "remove one of the two",
                );
            }
            let place = reader.place(inner);
            parts.push(Part { name: name.to_owned(), place, length: inner.0.trim_end().len() as u32 });
        }
        Some(Self(parts))
    }

    fn describe(_: &mut Reference) -> Said {
        Said::new(
            "named parts, each a value of any kind",
            "(quay: \"vlissingen-sloe\", where: (nl: \"in Vlissingen\", en: \"at Vlissingen\"))",
        )
    }
}

record! {
    /// Regions and ports as a sentence has them.
    NamesFile {
        /// Regions.
        regions: Rows<RegionNameRow>,
        /// Seaports.
        ports: Rows<PortNameRow>,
        /// Months, from January.
        months: Rows<Words>,
        /// Days of the week, from Monday.
        weekdays: Rows<Words>,
    }
}

record! {
    /// A region as a sentence has it.
    RegionNameRow {
        /// Region.
        region: Ref<RegionId>,
        /// With its article where it has one.
        name: Words,
        /// With its preposition.
        at: Words,
    }
}

record! {
    /// A seaport as a sentence has it.
    PortNameRow {
        /// Place.
        place: Ref<NodeId>,
        /// Region in which it lies.
        region: Ref<RegionId>,
        /// With its article where it has one.
        name: Words,
        /// With its preposition.
        at: Words,
    }
}

record! {
    /// What was filled in: field and value.
    FilledRow {
        /// Field.
        field: Name,
        /// Value.
        value: String,
    }
}
