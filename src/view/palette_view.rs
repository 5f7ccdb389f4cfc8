//! What can be gone to by its name: places, injects of the script for the lead, and the measures of who looks.
//!
//! Names only, and only of what the viewer may know of. Must not search: the panel that is typed in does.

use super::{
    map_view::place,
    scene::Target,
    shell::Found,
    viewer::{Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    session::Session,
    sim::ids::{DenseId, InjectId, MeasureId},
    text::{Language, Texts},
};

/// What can be gone to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaletteView {
    /// Regions and places of the network.
    pub places: Vec<Found>,
    /// Injects of the script by code and title; only for the lead.
    pub injects: Vec<(InjectId, String)>,
    /// Measures that the viewer takes itself; for the lead all of them.
    pub measures: Vec<(MeasureId, String)>,
}

/// What a viewer can go to.
pub fn palette_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    map: &MapData,
) -> PaletteView {
    let sight = Sight::new(session, viewer, texts, language);
    let (country, tell) = (sight.country(), sight.tell());
    let regions = country.regions.iter().filter_map(|(region, row)| {
        let (_, area) = map.area(&row.code)?;
        Some(Found { text: row.name.clone(), at: area.label, target: Some(Target::Region(region.0)) })
    });
    let nodes = country.nodes.iter().map(|(node, row)| {
        let kind = tell.node_kind(row.kind).to_lowercase();
        let target = Some(Target::Node(node.index() as u32));
        Found { text: format!("{} ({kind})", row.name), at: place(&sight, map, node), target }
    });
    let injects =
        session.shown().injects.rows.iter().filter(|_| sight.is_lead()).filter_map(|(inject, _)| {
            let content = session.shown().injects.content(sight.plan(), inject)?;
            Some((inject, format!("{} {}", content.code, tell.scenario_text(&content.title))))
        });
    let own = |owner| sight.acts_for(owner).is_some();
    let measures = country.measures.rows.iter().filter(|(_, row)| own(row.owner));
    PaletteView {
        places: regions.chain(nodes).collect(),
        injects: injects.collect(),
        measures: measures.map(|(measure, _)| (measure, tell.measure(measure))).collect(),
    }
}
