//! Every colour, width and size of the map and its legend, light and dark, in one place.
//! It must not decide what is shown. The classes are told apart by lightness alone, so they survive colour
//! blindness and a grey printer; kinds are told apart by form as well as hue.
//! Hues of the kinds: Okabe and Ito, "Color universal design" (2008). Look next at `scene`.

use serde::{Deserialize, Serialize};

use super::scene::{Ink, SymbolKind};

/// A colour in sRGB with straight alpha.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Rgba {
    /// Red, 0 to 255.
    pub r: u8,
    /// Green, 0 to 255.
    pub g: u8,
    /// Blue, 0 to 255.
    pub b: u8,
    /// 255 is opaque.
    pub a: u8,
}

impl Rgba {
    /// An opaque colour from 0xRRGGBB.
    pub const fn rgb(hex: u32) -> Self {
        let [_, r, g, b] = hex.to_be_bytes();
        Self { r, g, b, a: 255 }
    }

    /// The same colour with another alpha.
    #[must_use]
    pub const fn with_alpha(self, a: u8) -> Self {
        Self { a, ..self }
    }

    /// Relative luminance after WCAG 2.2, 0 black to 1 white.
    pub fn luminance(self) -> f64 {
        let linear = |value: u8| {
            let share = f64::from(value) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.r) + 0.7152 * linear(self.g) + 0.0722 * linear(self.b)
    }

    /// Contrast ratio after WCAG 2.2, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let [mine, theirs] = [self.luminance(), other.luminance()];
        let (light, dark) = if mine > theirs { (mine, theirs) } else { (theirs, mine) };
        (light + 0.05) / (dark + 0.05)
    }
}

/// Light for paper and lit rooms, dark for a dimmed operations room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Theme {
    /// Dark marks on light ground.
    #[default]
    Light,
    /// Light marks on dark ground.
    Dark,
    /// Black and white with strong lines, for who sees little contrast and for a bad projector.
    Contrast,
}

/// Number of classes of a choropleth.
pub const CLASSES: usize = 5;

/// What a sequence of classes stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ramp {
    /// Class 0 is "as on an ordinary day", class 4 is the worst.
    Trouble,
    /// More of something that is neither good nor bad.
    Amount,
}

/// The six classes of claims, in their fixed order: urgent military, medical, life support, military,
/// passenger, commercial.
pub const KINDS: usize = 6;

/// Colours of one theme.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Palette {
    /// Open sea.
    pub sea: Rgba,
    /// Neighbouring countries.
    pub abroad: Rgba,
    /// Land without a figure.
    pub land: Rgba,
    /// Lakes and estuaries.
    pub water: Rgba,
    /// Coast and lake shore.
    pub shore: Rgba,
    /// Borders between regions.
    pub border: Rgba,
    /// National border.
    pub frontier: Rgba,
    /// Railways.
    pub rail: Rgba,
    /// Motorways.
    pub road: Rgba,
    /// Rim of motorways.
    pub road_rim: Rgba,
    /// Fairways.
    pub fairway: Rgba,
    /// Pipeline.
    pub pipeline: Rgba,
    /// Rim of railways, so that they read on any class.
    pub rail_rim: Rgba,
    /// Hatch over a figure that is unknown or old: on light and on dark ground.
    pub hatch: [Rgba; 2],
    /// What is selected.
    pub selected: Rgba,
    /// What the pointer is on.
    pub hovered: Rgba,
    /// Ports, yards, crossings.
    pub symbol: Rgba,
    /// Rim around every symbol.
    pub rim: Rgba,
    /// Incidents.
    pub warning: Rgba,
    /// Names of regions.
    pub region_text: Rgba,
    /// Names of seas and lakes.
    pub water_text: Rgba,
    /// Text, halo and marking.
    pub ink: Ink,
    trouble: [Rgba; CLASSES],
    amount: [Rgba; CLASSES],
    kinds: [Rgba; KINDS],
}

impl Palette {
    /// The palette of a theme.
    pub const fn of(theme: Theme) -> &'static Self {
        match theme {
            Theme::Light => &LIGHT,
            Theme::Dark => &DARK,
            Theme::Contrast => &CONTRAST,
        }
    }

    /// Colour of a class (0 to 4) of a ramp; higher classes get the last colour.
    pub fn class(&self, ramp: Ramp, class: usize) -> Rgba {
        let colours = match ramp {
            Ramp::Trouble => &self.trouble,
            Ramp::Amount => &self.amount,
        };
        colours[class.min(CLASSES - 1)]
    }

    /// The hatch that shows on a ground.
    pub fn hatch_on(&self, ground: Rgba) -> Rgba {
        self.hatch[usize::from(ground.luminance() < 0.25)]
    }

    /// Colour and form of a kind of consignment (0 to 5, see `KINDS`).
    pub fn kind(&self, kind: usize) -> (Rgba, SymbolKind) {
        let form = match kind {
            0 | 3 => SymbolKind::Arrow,
            1 | 4 => SymbolKind::Diamond,
            2 => SymbolKind::Square,
            _ => SymbolKind::Disc,
        };
        (self.kinds[kind.min(KINDS - 1)], form)
    }
}

/// Widths of lines and sizes of marks in logical pixels, per zoom band (country, region, local).
pub mod size {
    use crate::view::scene::Band;

    /// Width of a railway.
    pub fn rail(band: Band) -> f32 {
        [1.1, 1.6, 2.2][band as usize]
    }
    /// Width of a motorway without its rim.
    pub fn road(band: Band) -> f32 {
        [1.3, 2.2, 3.6][band as usize]
    }
    /// Width of a fairway.
    pub fn fairway(band: Band) -> f32 {
        [1.2, 1.8, 2.6][band as usize]
    }
    /// Width of a pipeline.
    pub const PIPELINE: f32 = 1.4;
    /// Width of the border of a region.
    pub const BORDER: f32 = 0.9;
    /// Width of a national border or coast.
    pub const FRONTIER: f32 = 1.3;
    /// Width of the line around what is selected.
    pub const SELECTED: f32 = 2.6;
    /// Width of the line around what the pointer is on.
    pub const HOVERED: f32 = 1.8;
    /// Dash and gap of a line that is closed or planned.
    pub const DASH: [f32; 2] = [6.0, 4.0];
    /// Marks and gaps of a dotted line.
    pub const DOTS: [f32; 2] = [2.0, 4.0];
    /// Distance between hatch lines.
    pub const HATCH_GAP: f32 = 7.0;
    /// Width of a hatch line.
    pub const HATCH: f32 = 1.2;
    /// A port or yard of the first rank.
    pub const PORT: f32 = 9.0;
    /// A consignment.
    pub const CONSIGNMENT: f32 = 9.0;
    /// Text height of a region's name, a place and a small note.
    pub const TEXT: [f32; 3] = [13.0, 12.0, 11.0];
}

const LIGHT: Palette = Palette {
    sea: Rgba::rgb(0xd3e0e8),
    abroad: Rgba::rgb(0xe4e4e0),
    land: Rgba::rgb(0xf6f4ee),
    water: Rgba::rgb(0xc9dae5),
    shore: Rgba::rgb(0x8fa9b8),
    border: Rgba::rgb(0xa49d90),
    frontier: Rgba::rgb(0x7d786d),
    rail: Rgba::rgb(0x4a4a50),
    road: Rgba::rgb(0xfffdf5),
    road_rim: Rgba::rgb(0xa08a5c),
    fairway: Rgba::rgb(0x5b93b8),
    pipeline: Rgba::rgb(0x7a5c3e),
    rail_rim: Rgba { r: 0xff, g: 0xff, b: 0xff, a: 170 },
    hatch: [Rgba { r: 0x4a, g: 0x46, b: 0x40, a: 170 }, Rgba { r: 0xff, g: 0xff, b: 0xff, a: 150 }],
    selected: Rgba::rgb(0x0b3c6e),
    hovered: Rgba::rgb(0x33618e),
    symbol: Rgba::rgb(0x22303c),
    rim: Rgba::rgb(0xffffff),
    warning: Rgba::rgb(0xb3261e),
    region_text: Rgba::rgb(0x2e2a24),
    water_text: Rgba::rgb(0x2a5672),
    ink: Ink {
        text: Rgba::rgb(0x1d2328),
        halo: Rgba { r: 0xff, g: 0xff, b: 0xfc, a: 225 },
        marking: Rgba::rgb(0x8f1d14),
    },
    trouble: [
        Rgba::rgb(0xf6f4ee),
        Rgba::rgb(0xf1d69a),
        Rgba::rgb(0xe2a757),
        Rgba::rgb(0xc97c33),
        Rgba::rgb(0xa04f16),
    ],
    amount: [
        Rgba::rgb(0xf1f4f6),
        Rgba::rgb(0xc6d9e8),
        Rgba::rgb(0x8fb6d8),
        Rgba::rgb(0x5a94c6),
        Rgba::rgb(0x2f6ba5),
    ],
    kinds: [
        Rgba::rgb(0xb3420a),
        Rgba::rgb(0xa8437f),
        Rgba::rgb(0x007a59),
        Rgba::rgb(0x0060a0),
        Rgba::rgb(0xa87400),
        Rgba::rgb(0x5f6468),
    ],
};

const DARK: Palette = Palette {
    sea: Rgba::rgb(0x141d25),
    abroad: Rgba::rgb(0x22272b),
    land: Rgba::rgb(0x2d3338),
    water: Rgba::rgb(0x18242e),
    shore: Rgba::rgb(0x4a6070),
    border: Rgba::rgb(0x596169),
    frontier: Rgba::rgb(0x88919a),
    rail: Rgba::rgb(0xb4b8bd),
    road: Rgba::rgb(0x8d7f5f),
    road_rim: Rgba::rgb(0x1d2125),
    fairway: Rgba::rgb(0x4e86ad),
    pipeline: Rgba::rgb(0xc2a07a),
    rail_rim: Rgba { r: 0x12, g: 0x17, b: 0x1b, a: 190 },
    hatch: [Rgba { r: 0x12, g: 0x17, b: 0x1b, a: 170 }, Rgba { r: 0xd8, g: 0xd2, b: 0xc6, a: 130 }],
    selected: Rgba::rgb(0xcfe6ff),
    hovered: Rgba::rgb(0x9cc4ec),
    symbol: Rgba::rgb(0xe4e9ee),
    rim: Rgba::rgb(0x12171b),
    warning: Rgba::rgb(0xff8a75),
    region_text: Rgba::rgb(0xc5c9cd),
    water_text: Rgba::rgb(0x7fa9c6),
    ink: Ink {
        text: Rgba::rgb(0xe6eaee),
        halo: Rgba { r: 0x12, g: 0x17, b: 0x1b, a: 215 },
        marking: Rgba::rgb(0xff9a86),
    },
    trouble: [
        Rgba::rgb(0x2d3338),
        Rgba::rgb(0x574731),
        Rgba::rgb(0x8a6127),
        Rgba::rgb(0xc88a2e),
        Rgba::rgb(0xffcb74),
    ],
    amount: [
        Rgba::rgb(0x2a3238),
        Rgba::rgb(0x2f4a60),
        Rgba::rgb(0x3d6d94),
        Rgba::rgb(0x5f9bcb),
        Rgba::rgb(0xa6d3f7),
    ],
    kinds: [
        Rgba::rgb(0xff8b4d),
        Rgba::rgb(0xe79ac6),
        Rgba::rgb(0x3fcf9f),
        Rgba::rgb(0x6db9f2),
        Rgba::rgb(0xf0b83c),
        Rgba::rgb(0xb3b8bc),
    ],
};

const CONTRAST: Palette = Palette {
    sea: Rgba::rgb(0xd9e6ee),
    abroad: Rgba::rgb(0xe8e8e8),
    land: Rgba::rgb(0xffffff),
    water: Rgba::rgb(0xd9e6ee),
    shore: Rgba::rgb(0x2c4a5c),
    border: Rgba::rgb(0x3a3a3a),
    frontier: Rgba::rgb(0x000000),
    rail: Rgba::rgb(0x000000),
    road: Rgba::rgb(0xffffff),
    road_rim: Rgba::rgb(0x4a3500),
    fairway: Rgba::rgb(0x00406e),
    pipeline: Rgba::rgb(0x4d2f10),
    rail_rim: Rgba { r: 0xff, g: 0xff, b: 0xff, a: 235 },
    hatch: [Rgba { r: 0x00, g: 0x00, b: 0x00, a: 220 }, Rgba { r: 0xff, g: 0xff, b: 0xff, a: 220 }],
    selected: Rgba::rgb(0x00309c),
    hovered: Rgba::rgb(0x0040c8),
    symbol: Rgba::rgb(0x000000),
    rim: Rgba::rgb(0xffffff),
    warning: Rgba::rgb(0xa00000),
    region_text: Rgba::rgb(0x000000),
    water_text: Rgba::rgb(0x00304c),
    ink: Ink {
        text: Rgba::rgb(0x000000),
        halo: Rgba { r: 0xff, g: 0xff, b: 0xff, a: 245 },
        marking: Rgba::rgb(0x900000),
    },
    trouble: [
        Rgba::rgb(0xffffff),
        Rgba::rgb(0xf5cf85),
        Rgba::rgb(0xdd9130),
        Rgba::rgb(0xa8560f),
        Rgba::rgb(0x5c2400),
    ],
    amount: [
        Rgba::rgb(0xffffff),
        Rgba::rgb(0xbcd4ea),
        Rgba::rgb(0x76a6d4),
        Rgba::rgb(0x2f6fb0),
        Rgba::rgb(0x0b3a70),
    ],
    kinds: [
        Rgba::rgb(0x8c2f00),
        Rgba::rgb(0x86215f),
        Rgba::rgb(0x005a40),
        Rgba::rgb(0x00478a),
        Rgba::rgb(0x6e4a00),
        Rgba::rgb(0x3a3e42),
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Contrast];

    #[test]
    fn classes_step_evenly_away_from_the_ground() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for ramp in [Ramp::Trouble, Ramp::Amount] {
                for class in 1..CLASSES {
                    let [before, here] = [class - 1, class].map(|c| palette.class(ramp, c));
                    let darker = here.luminance() < before.luminance();
                    assert_eq!(darker, theme != Theme::Dark, "{theme:?} {ramp:?} {class}");
                    assert!(here.contrast(before) >= 1.2, "{theme:?} {ramp:?} {class}");
                }
            }
        }
    }

    #[test]
    fn text_reads_on_its_halo_and_symbols_on_land() {
        for theme in THEMES {
            let palette = Palette::of(theme);
            for text in [palette.ink.text, palette.ink.marking, palette.region_text] {
                assert!(text.contrast(palette.ink.halo) >= 4.5, "{theme:?} {text:?}");
            }
            for kind in 0..KINDS {
                assert!(palette.kind(kind).0.contrast(palette.land) >= 3.0, "{theme:?} kind {kind}");
            }
            assert!(palette.water_text.contrast(palette.sea) >= 4.5, "{theme:?} water text");
        }
    }

    #[test]
    fn high_contrast_reads_better_than_the_light_theme_everywhere() {
        let (strong, light) = (Palette::of(Theme::Contrast), Palette::of(Theme::Light));
        assert!(strong.ink.text.contrast(strong.land) > 20.0);
        for kind in 0..KINDS {
            let contrast = |palette: &Palette| palette.kind(kind).0.contrast(palette.land);
            assert!(contrast(strong) >= 7.0 && contrast(strong) > contrast(light), "kind {kind}");
        }
        for line in [strong.border, strong.shore, strong.rail, strong.fairway, strong.frontier] {
            assert!(line.contrast(strong.land) >= 7.0, "{line:?}");
        }
    }
}
