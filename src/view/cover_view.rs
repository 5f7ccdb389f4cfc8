//! The picture on the card of an exercise: the country in outline, with a spot where the exercise touches a region.
//!
//! Shapes only, in thousandths of the picture; it must not read scenarios nor know how it is drawn.

use crate::geo::{layers::AreaLayer, map::MapData, shape::Level};

/// Points of a border that lie closer than this are one, in parts of the picture.
const CLOSE: f32 = 0.012;

/// The country, ready to be drawn.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Outline {
    /// Borders of the safety regions: points between 0 and 1, from the top left.
    pub lines: Vec<Vec<[f32; 2]>>,
    /// Regions by code, with the place of their spot.
    pub spots: Vec<(String, [f32; 2])>,
    /// Width over height.
    pub shape: f32,
}

/// The outline of the country of a map.
pub fn outline(map: &MapData) -> Outline {
    let home = map.home_bounds();
    let size = [0, 1].map(|axis| (home.max[axis] - home.min[axis]).max(1) as f32);
    let place =
        |at: [i32; 2]| [(at[0] - home.min[0]) as f32 / size[0], 1.0 - (at[1] - home.min[1]) as f32 / size[1]];
    let thin = |points: &[[i32; 2]]| {
        let mut line: Vec<[f32; 2]> = Vec::new();
        let last = points.len().saturating_sub(1);
        for (number, point) in points.iter().map(|point| place(*point)).enumerate() {
            let far = line
                .last()
                .is_none_or(|before: &[f32; 2]| (before[0] - point[0]).hypot(before[1] - point[1]) >= CLOSE);
            if far || number == last {
                line.push(point);
            }
        }
        line
    };
    let borders = map.borders(AreaLayer::Region, Level::Coarse);
    let regions = map.areas().iter().filter(|area| area.layer == AreaLayer::Region);
    Outline {
        lines: borders.into_iter().map(|(_, points)| thin(points)).filter(|line| line.len() > 2).collect(),
        spots: regions.map(|area| (area.code.clone(), place(area.label))).collect(),
        shape: size[0] / size[1],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_has_every_region_and_stays_small() {
        let outline = outline(&MapData::built_in().expect("the built-in map is whole"));
        assert_eq!(outline.spots.len(), 25);
        let points: usize = outline.lines.iter().map(Vec::len).sum();
        assert!((300..4000).contains(&points), "{points} points");
        let inside = |at: &[f32; 2]| at.iter().all(|part| (-0.05..1.05).contains(part));
        assert!(
            outline.lines.iter().flatten().all(inside) && outline.spots.iter().all(|spot| inside(&spot.1))
        );
    }
}
