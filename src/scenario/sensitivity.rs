//! The estimates that a sensitivity trial tries out: which figures, how far each way, and what is looked at.
//!
//! A list in `assets/world/sensitivity.ron`, held against the files it names: a parameter that touches no figure is a fault there.
//! Must not run anything: the command line does.

use super::{
    fault::Faults,
    macros::record,
    read::Rows,
    scalar::{At, Confidence, Decimal, Def, Kind, Name, Ref, SourceKey, Words},
    vary::{self, Bend, Touched},
};
use crate::sim::metric;

record! {
    /// `sensitivity.ron`.
    SensitivityFile {
        /// How far a figure may be off, by how sure it is.
        spread: SpreadRow,
        /// What is looked at when nobody asks for anything else, by its key in the registry.
        outcomes: Vec<At<Name>>,
        /// What is tried out, in order.
        parameters: Rows<ParameterRow>,
    }
}

record! {
    /// Factors by confidence.
    SpreadRow {
        /// Read in an official text.
        a: RangeRow,
        /// One secondary source.
        b: RangeRow,
        /// Own estimate.
        c: RangeRow,
    }
}

record! {
    /// Two factors.
    RangeRow {
        /// At the low end, below one.
        low: Decimal,
        /// At the high end, above one.
        high: Decimal,
    }
}

record! {
    /// An estimate.
    ParameterRow {
        /// Code.
        code: Def<Parameter>,
        /// Name.
        name: Words,
        /// The figures it stands for, which move together.
        figures: Vec<FiguresRow>,
        /// A range of its own, where a source gives one or the rules allow no other.
        within: Option<WithinRow> = None,
    }
}

record! {
    /// Figures of a file.
    FiguresRow {
        /// Name of the file.
        file: At<Name>,
        /// Object and field, with `*` for anything.
        path: At<Name>,
    }
}

record! {
    /// A range of its own.
    WithinRow {
        /// Factor at the low end.
        low: Decimal,
        /// Factor at the high end.
        high: Decimal,
        /// Who says so.
        source: Ref<SourceKey>,
    }
}

/// Marks the codes of parameters.
#[derive(Clone, Copy, Debug)]
pub struct Parameter;

impl Kind for Parameter {
    const NAME: &'static str = "parameter";
}

/// An end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// Less.
    Low,
    /// More.
    High,
}

impl SensitivityFile {
    /// What a load has otherwise with a parameter at an end of its range.
    pub fn bends(&self, parameter: &ParameterRow, end: End) -> Vec<Bend> {
        let pick = |low: Decimal, high: Decimal| match end {
            End::Low => low,
            End::High => high,
        };
        let factor = match &parameter.within {
            Some(row) => [pick(row.low, row.high); 3],
            None => [&self.spread.a, &self.spread.b, &self.spread.c].map(|row| pick(row.low, row.high)),
        };
        let bend = |row: &FiguresRow| {
            let (file, path) = (row.file.value.0.clone(), row.path.value.0.clone());
            Bend { file, path, factor }
        };
        parameter.figures.iter().map(bend).collect()
    }
}

/// How sure the least sure of some figures is.
pub fn least_sure(touched: &[Touched]) -> Option<Confidence> {
    touched.iter().map(|each| each.confidence).max()
}

/// Faults of the list as a whole.
pub fn check(file: &SensitivityFile, faults: &mut Faults<'_>) {
    for key in &file.outcomes {
        if !metric::KEYS.contains(&key.value.0.as_str()) {
            let what = format!("nothing is measured as \"{}\"", key.value.0);
            faults.add(&key.place, what, "name a key of the registry");
        }
    }
    for row in &file.parameters {
        if row.figures.is_empty() {
            faults.add(&row.code.place, "this parameter names no figures", "name a file and a path");
        }
        for (number, figures) in row.figures.iter().enumerate() {
            if !super::load::WORLD_FILES.contains(&figures.file.value.0.as_str()) {
                let repair = format!("choose from {}", super::load::WORLD_FILES.join(", "));
                faults.add(&figures.file.place, "this is no file of the country", repair);
            }
            if row.figures.iter().take(number).any(|other| other.path.value == figures.path.value) {
                faults.add(&figures.path.place, "these figures stand here twice", "remove one of the two");
            }
        }
    }
}

/// Tells the figures of a parameter that are none: `all` is every figure of the country.
pub fn check_figures(row: &ParameterRow, all: &[Touched], faults: &mut Faults<'_>) {
    for figures in &row.figures {
        let (file, path) = (&figures.file.value.0, &figures.path.value.0);
        if !all.iter().any(|each| each.file == *file && vary::fits(path, &each.path)) {
            let what = format!("no figure of {file} is called \"{path}\"");
            let repair = "write object and field as a fault of that file names them, without quotes";
            faults.add(&figures.path.place, what, repair);
        }
    }
}
