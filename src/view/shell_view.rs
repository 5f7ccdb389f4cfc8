//! The shell around the map for one seat: bars, lists, search, inspector and timeline from one call.
//!
//! Turns what a seat chose (codes, as panels know them) into what the views take, and back. Must not know panels.

use super::{
    clock_view::clock_view,
    inspect_view::{hover_view, inspect_view},
    map_lens::lens_code,
    map_view::{LAYERS, MapLook, place},
    memory::Memory,
    scene::Target,
    shell::{Choice, Found, Item, LensView, ShellView, TopView, Words},
    viewer::{Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    session::{Session, clock::Clock},
    sim::{
        country::Country,
        ids::DenseId,
        lenses::{RegionLens, region_lenses},
    },
    text::{Language, Texts},
};

/// Most things found by a search.
const FOUND_MAX: usize = 10;

impl MapLook {
    /// What a seat chose, as the map takes it.
    pub fn of_choice(country: &Country, choice: &Choice, seconds_into_tick: u32) -> Self {
        Self {
            lens: lens_of(country, &choice.lens),
            hidden_layers: choice.hidden_layers.clone(),
            theme: choice.theme,
            band: choice.band,
            selected: choice.selected,
            hovered: choice.hovered,
            seconds_into_tick,
        }
    }
}

/// The lens of a code; the lowest level for an unknown one.
pub fn lens_of(country: &Country, code: &str) -> RegionLens {
    let known = || region_lenses(country).into_iter().find(|lens| lens_code(country, *lens) == code);
    // Asked for with every picture of what moves: the usual one without a search.
    if code.is_empty() || code == "worst" {
        RegionLens::WorstLevel
    } else {
        known().unwrap_or(RegionLens::WorstLevel)
    }
}

/// What the regions can be coloured by, what can be switched off, and what a search finds.
pub fn lens_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    map: &MapData,
    search: &str,
) -> LensView {
    let sight = Sight::new(session, viewer, texts, language);
    let country = sight.country();
    let lenses = region_lenses(country).into_iter().filter(|lens| sight.lens(*lens) == *lens);
    let item = |code: &str, name| Item { code: code.to_owned(), name, ..Item::default() };
    LensView {
        lenses: lenses.map(|lens| sight.lens_item(lens)).collect(),
        layers: LAYERS.iter().map(|key| item(&key["layer-".len()..], sight.word(key))).collect(),
        found: sight.found(map, search),
    }
}

/// Everything around the map for one seat.
pub fn shell_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    map: &MapData,
    clock: &Clock,
    wall: &str,
    choice: &Choice,
    memory: &mut Memory,
) -> ShellView {
    let lens = lens_of(session.country(), &choice.lens);
    let inspect = |target| inspect_view(session, viewer, texts, language, target);
    let hover = |target| hover_view(session, viewer, texts, language, target, lens);
    let time = texts.date_time(language, session.plan().start, session.shown().tick);
    let top: TopView = (&clock_view(session, viewer, texts, language, clock, wall)).into();
    let caption = [("title", top.title.as_str().into()), ("time", time.into())];
    ShellView {
        caption: texts.say(language, "map-caption", &caption),
        words: Words::from_lookup(|key| texts.word(language, key)),
        top,
        lenses: memory.lenses(session, viewer, (texts, language), (map, &choice.search)),
        inspector: choice.selected.and_then(inspect),
        hover: choice.hovered.and_then(hover),
        followed: choice.followed.map(|serial| followed(session, viewer, texts, language, serial)),
    }
}

/// The transport that the map follows; said so when it is not under way any more.
fn followed(session: &Session, viewer: Viewer, texts: &Texts, language: Language, serial: u32) -> String {
    let sight = Sight::new(session, viewer, texts, language);
    match sight.transport(serial) {
        Some((_, row)) => sight.tell().transport(row.serial, row.what),
        None => sight.word("map-follow-gone"),
    }
}

impl Sight<'_> {
    /// Regions, places and transports by name or number: those that begin with the text first, then those that hold it.
    fn found(&self, map: &MapData, search: &str) -> Vec<Found> {
        let wanted = search.trim().to_lowercase();
        if wanted.is_empty() {
            return Vec::new();
        }
        let country = self.country();
        let regions = country.regions.iter().filter_map(|(region, row)| {
            let (_, area) = map.area(&row.code)?;
            Some((row.name.clone(), area.label, Some(Target::Region(region.0))))
        });
        let nodes = country.nodes.iter().map(|(node, row)| {
            let kind = self.tell().node_kind(row.kind);
            let text = format!("{} ({})", row.name, kind.to_lowercase());
            (text, place(self, map, node), Some(Target::Node(node.index() as u32)))
        });
        let points = map.points().iter().map(|point| (point.name.clone(), point.at, None));
        let number = wanted.parse().ok();
        let transport = number.and_then(|serial| self.transport(serial)).map(|(_, row)| {
            let at = place(self, map, row.at);
            (self.tell().transport(row.serial, row.what), at, Some(Target::Consignment(row.serial)))
        });
        let mut found: Vec<(bool, Found)> = transport
            .into_iter()
            .map(|found| (true, found))
            .chain(regions.chain(nodes).chain(points).filter_map(|found| {
                let name = found.0.to_lowercase();
                name.contains(&wanted).then(|| (name.starts_with(&wanted), found))
            }))
            .map(|(first, (text, at, target))| (first, Found { text, at, target }))
            .collect();
        found.sort_by_key(|(first, found)| (!first, found.target.is_none()));
        found.dedup_by(|later, earlier| later.1.text == earlier.1.text);
        found.into_iter().take(FOUND_MAX).map(|(_, found)| found).collect()
    }
}
