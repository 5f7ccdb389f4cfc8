//! Figures of the country that one load reads as more or less than its files say: how a trial asks "what if this estimate is off".
//!
//! One mechanism for every figure with a source: the reader hands each over as it is read, and the first bend
//! that names it decides. What was touched is kept, so that a bend that names nothing is seen. Must not know what a figure means,
//! and must not change what belongs to a scenario. See `sensitivity` for the list that is shipped.

use super::scalar::{Confidence, Decimal, Scale};
use std::cell::RefCell;

/// Figures and how much each is changed in one load.
#[derive(Debug, Default)]
pub struct Vary {
    bends: Vec<Bend>,
    touched: RefCell<Vec<Touched>>,
}

/// Some figures of a file, and what they are multiplied by.
#[derive(Clone, Debug)]
pub struct Bend {
    /// Name of the file, such as `processes.ron`.
    pub file: String,
    /// Object and field as in [`super::fault::Place::path`], without quotes; `*` stands for anything.
    pub path: String,
    /// Factor by confidence A, B and C.
    pub factor: [Decimal; 3],
}

/// A figure that was read otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Touched {
    /// Name of the file.
    pub file: String,
    /// Object and field.
    pub path: String,
    /// As written.
    pub was: String,
    /// As read.
    pub is: String,
    /// Key of its source.
    pub source: String,
    /// How sure it is.
    pub confidence: Confidence,
}

impl Vary {
    /// A load with these bends.
    pub fn new(bends: Vec<Bend>) -> Self {
        Self { bends, touched: RefCell::default() }
    }

    /// A load that changes nothing and touches every figure of these files.
    pub fn survey(files: &[&str]) -> Self {
        let one = Decimal::ONE;
        let all = |file: &&str| Bend { file: (*file).to_owned(), path: "*".to_owned(), factor: [one; 3] };
        Self::new(files.iter().map(all).collect())
    }

    /// What was touched, in the order of the files.
    pub fn into_touched(self) -> Vec<Touched> {
        self.touched.into_inner()
    }

    /// A figure as this load has it.
    pub(super) fn apply<T: Scale>(&self, value: T, file: &str, path: &str, of: (&str, Confidence)) -> T {
        let (source, confidence) = of;
        let names = |bend: &&Bend| file.rsplit('/').next() == Some(&bend.file) && fits(&bend.path, path);
        let Some(bend) = self.bends.iter().find(names) else { return value };
        let was = value.to_string();
        let value = value.scaled(bend.factor[confidence as usize]);
        let (file, path, source) = (bend.file.clone(), path.replace('"', ""), source.to_owned());
        self.touched.borrow_mut().push(Touched {
            file,
            path,
            was,
            is: value.to_string(),
            source,
            confidence,
        });
        value
    }
}

/// Does a pattern with stars describe a path?
pub(super) fn fits(pattern: &str, path: &str) -> bool {
    let path = path.replace('"', "");
    let mut parts = pattern.split('*');
    let Some(mut rest) = parts.next().and_then(|first| path.strip_prefix(first)) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_anything() {
        assert!(fits("arcs[MOB/EL].buffer.endurance_h", "arcs[\"MOB/EL\"].buffer.endurance_h"));
        assert!(
            fits("regions[*].beds", "regions[\"VR01\"].beds")
                && fits("pools[crews.*].*", "pools[\"crews.it\"].units")
        );
        assert!(!fits("regions[*].beds", "regions[\"VR01\"].population") && !fits("trust", "trust_lost_d"));
        assert!(fits("fleets[*].pieces*", "fleets[\"convoys\"].pieces[#1]") && !fits("trust*d", "trust"));
    }
}
