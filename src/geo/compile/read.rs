//! Reads GeoJSON into features with RD metres and easy access to their properties.
//!
//! Only reads; what is done with a feature is decided in `layers`.

use super::CompileError;
use crate::geo::rd::rd_metres;
use crate::geo::shape::At;
use geojson::{GeoJson, GeometryValue, JsonObject, JsonValue, Position};
use std::path::Path;

/// A feature with its coordinates in RD metres.
pub(super) struct Source {
    properties: JsonObject,
    pub(super) form: Form,
}

/// The geometry of a feature.
pub(super) enum Form {
    Point(At),
    /// One or more lines.
    Lines(Vec<Vec<At>>),
    /// Closed rings, outer and inner together.
    Rings(Vec<Vec<At>>),
}

impl Source {
    /// A text property; empty when absent. Lists become their items with a space between.
    pub(super) fn text(&self, key: &str) -> String {
        match self.properties.get(key) {
            Some(JsonValue::String(text)) => text.clone(),
            Some(JsonValue::Array(items)) => {
                items.iter().filter_map(JsonValue::as_str).collect::<Vec<_>>().join(" ")
            }
            _ => String::new(),
        }
    }

    /// A number property; 0 when absent.
    pub(super) fn number(&self, key: &str) -> f64 {
        self.properties.get(key).and_then(JsonValue::as_f64).unwrap_or(0.0)
    }

    /// A yes or no property; no when absent.
    pub(super) fn flag(&self, key: &str) -> bool {
        self.properties.get(key).and_then(JsonValue::as_bool).unwrap_or(false)
    }
}

/// The features of `<dir>/<name>.geojson`, in file order.
pub(super) fn features(dir: &Path, name: &str) -> Result<Vec<Source>, CompileError> {
    let path = dir.join(format!("{name}.geojson"));
    let text =
        std::fs::read_to_string(&path).map_err(|source| CompileError::Io { path: path.clone(), source })?;
    let wrong = |what: String| CompileError::Input { path: path.clone(), what };
    let GeoJson::FeatureCollection(all) =
        text.parse().map_err(|error: geojson::Error| wrong(error.to_string()))?
    else {
        return Err(wrong("is not a feature collection".to_owned()));
    };
    let mut found = Vec::with_capacity(all.features.len());
    for (index, feature) in all.features.into_iter().enumerate() {
        let Some(form) = feature.geometry.and_then(|geometry| form_of(geometry.value)) else {
            return Err(wrong(format!("feature {index} has no point, line or polygon")));
        };
        found.push(Source { properties: feature.properties.unwrap_or_default(), form });
    }
    Ok(found)
}

fn form_of(value: GeometryValue) -> Option<Form> {
    match value {
        GeometryValue::Point { coordinates } => Some(Form::Point(metres(&coordinates))),
        GeometryValue::LineString { coordinates } => Some(Form::Lines(vec![chain(&coordinates)])),
        GeometryValue::MultiLineString { coordinates } => {
            Some(Form::Lines(coordinates.iter().map(|line| chain(line)).collect()))
        }
        GeometryValue::Polygon { coordinates } => {
            Some(Form::Rings(coordinates.iter().map(|ring| chain(ring)).collect()))
        }
        GeometryValue::MultiPolygon { coordinates } => {
            Some(Form::Rings(coordinates.iter().flatten().map(|ring| chain(ring)).collect()))
        }
        _ => None,
    }
}

/// Vertices in metres, without the repeats that rounding makes.
fn chain(positions: &[Position]) -> Vec<At> {
    let mut points: Vec<At> = positions.iter().map(metres).collect();
    points.dedup();
    points
}

fn metres(position: &Position) -> At {
    rd_metres(position[0], position[1])
}

/// A code from a name: small ASCII letters and digits with single hyphens, accents dropped.
pub(super) fn code_from_name(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        let plain = match letter {
            'á' | 'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'í' | 'î' | 'ï' => 'i',
            'ó' | 'ô' | 'ö' => 'o',
            'ú' | 'û' | 'ü' => 'u',
            other => other.to_ascii_lowercase(),
        };
        if plain.is_ascii_alphanumeric() {
            code.push(plain);
        } else if !code.is_empty() && !code.ends_with('-') {
            code.push('-');
        }
    }
    code.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain_codes() {
        assert_eq!(code_from_name("Máximakanaal"), "maximakanaal");
        assert_eq!(code_from_name("Mark en Dintel (B)"), "mark-en-dintel-b");
        assert_eq!(code_from_name("Keeten–Zijpe"), "keeten-zijpe");
    }
}
