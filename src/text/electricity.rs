//! Electricity in words: what of the grid is hit, and why it does not serve a region.
//!
//! Regions only, as in the data: there are no names of stations or lines here. Must not judge.

use super::{Narrator, narrator::inside};
use crate::sim::{
    country::{ElementKind, Fuel, Neighbour},
    ids::GridId,
    state::Shortfall,
};

impl Narrator<'_> {
    /// Something of the grid: `hoogspanningslijnen Utrecht–Hollands Midden`, `gascentrales in Zeeland`.
    pub fn grid_element(&self, element: GridId) -> String {
        let row = self.country.electricity.as_ref().and_then(|row| row.elements.get(element));
        let Some(row) = row else { return self.word("unknown-name") };
        let place = |region| ("place", self.region(region).into());
        match row.kind {
            ElementKind::Line { from, to, .. } => {
                self.say("grid-line", &[("from", self.region(from).into()), ("to", self.region(to).into())])
            }
            ElementKind::Plant { region, fuel } => {
                let plants = self.word(fuel_key(fuel));
                self.say("grid-plant", &[("plants", plants.into()), place(region)])
            }
            ElementKind::Tie { region, neighbour, .. } => {
                let country = self.word(neighbour_key(neighbour));
                self.say("grid-tie", &[("country", country.into()), place(region)])
            }
            ElementKind::Station { region, .. } => self.say("grid-station", &[place(region)]),
        }
    }

    /// Why the grid does not serve a region, as a cause within a sentence.
    pub(super) fn shortfall(&self, shortfall: Shortfall) -> String {
        match shortfall {
            Shortfall::Element(element) => {
                let what = inside(&self.grid_element(element));
                self.say("shortfall-element", &[("what", what.into())])
            }
            Shortfall::Weather => self.word("shortfall-weather"),
            Shortfall::Gas => self.word("shortfall-gas"),
            Shortfall::Import => self.word("shortfall-import"),
            Shortfall::Lines => self.word("shortfall-lines"),
            Shortfall::Nothing | Shortfall::Shortage => self.word("shortfall-shortage"),
            Shortfall::BlackStart => self.word("shortfall-black-start"),
        }
    }
}

fn fuel_key(fuel: Fuel) -> &'static str {
    match fuel {
        Fuel::Sun => "plants-sun",
        Fuel::WindLand => "plants-wind-land",
        Fuel::WindSea => "plants-wind-sea",
        Fuel::Nuclear => "plants-nuclear",
        Fuel::Other => "plants-other",
        Fuel::Coal => "plants-coal",
        Fuel::Gas => "plants-gas",
    }
}

fn neighbour_key(neighbour: Neighbour) -> &'static str {
    match neighbour {
        Neighbour::Germany => "neighbour-germany",
        Neighbour::Belgium => "neighbour-belgium",
        Neighbour::Britain => "neighbour-britain",
        Neighbour::Norway => "neighbour-norway",
        Neighbour::Denmark => "neighbour-denmark",
    }
}
