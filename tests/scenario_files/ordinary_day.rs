//! On a mean day the fastest ways carry what the sources count, and the slots suffice.

use super::map;
use doorvoerland::{
    scenario::load,
    sim::{
        country::{Country, Mode},
        ids::{DenseId, EdgeId, LinkId, Table},
        routes::{Routes, Search},
    },
};

struct Day {
    country: Country,
    /// Slots in thousandths on each link over a mean day.
    milli: Table<LinkId, u64>,
}

fn day() -> Day {
    let (country, _) =
        load::build_country(&load::world_built_in(), map()).unwrap_or_else(|error| panic!("{error}"));
    let mut milli = Table::filled(0, country.link_count());
    let (mut routes, mut search) = (Routes::default(), Search::new(&country));
    for demand in country.demands.rows() {
        let od = routes.add(&country, &mut search, demand.mode, demand.from, demand.to);
        let fastest = routes.ods[od].paths[0];
        for link in routes.paths[fastest].links() {
            milli[link] += u64::from(demand.per_day_milli) * u64::from(demand.load);
        }
    }
    Day { country, milli }
}

impl Day {
    fn both_ways(&self, code: &str) -> u64 {
        let edge =
            self.country.edges.find(|edge| edge.code == code).unwrap_or_else(|| panic!("no stretch {code}"));
        edge.links().iter().map(|link| self.milli[*link]).sum::<u64>() / 1000
    }

    #[track_caller]
    fn assert_near(&self, codes: &[&str], target: u64) {
        let found: u64 = codes.iter().map(|code| self.both_ways(code)).sum();
        assert!(found.abs_diff(target) * 10 <= target, "{codes:?}: {found} a day, source says {target}");
    }
}

/// Sources: ProRail over 2022 (German border) and 2023 (Rotterdam), PZC 2018 (Zeeland), own estimates for Lobith and the roads;
/// see `assets/world/sources.ron`.
#[test]
fn the_borders_and_ports_see_the_counted_traffic() {
    let day = day();
    day.assert_near(&["rail.zevenaar-zevenaar-grens"], 75);
    day.assert_near(&["rail.venlo-venlo-grens"], 44);
    day.assert_near(&["rail.oldenzaal-oldenzaal-grens"], 15);
    let german = [
        "zevenaar-zevenaar",
        "venlo-venlo",
        "oldenzaal-oldenzaal",
        "zuidbroek-nieuweschans",
        "coevorden-coevorden",
    ];
    let german: Vec<String> = german.iter().map(|code| format!("rail.{code}-grens")).collect();
    day.assert_near(&german.iter().map(String::as_str).collect::<Vec<_>>(), 137);
    day.assert_near(&["rail.waalhaven-kijfhoek"], 96);
    day.assert_near(&["rail.lewedorp-vlissingen-sloe"], 14);
    day.assert_near(&["rail.roosendaal-roosendaal-grens"], 25);
    day.assert_near(&["water.pannerdensche-kop-lobith"], 325);
    for (code, trucks) in [
        ("kp-galder-hazeldonk-grens", 14_000),
        ("kp-zaarderheiken-venlo-a67-grens", 10_000),
        ("kp-oud-dijk-bergh-grens", 10_000),
        ("hapert-grens-kp-de-hogt", 8_000),
        ("kp-markiezaat-ossendrecht-grens", 7_000),
        ("chemelot-heerlen-a76-grens", 5_000),
        ("kp-zuidbroek-nieuweschans-a7-grens", 3_000),
        ("kp-hoogeveen-zwartemeer-grens", 2_500),
    ] {
        day.assert_near(&[&format!("road.{code}")], trucks);
    }
    day.assert_near(&["road.kp-azelo-de-lutte-grens", "road.hengelo-haven-de-lutte-grens"], 10_000);
}

#[test]
fn slots_and_terminals_suffice_in_the_busiest_hour() {
    let day = day();
    let busiest = |mode: Mode| {
        let used = day.country.demands.rows().iter().filter(|demand| demand.mode == mode);
        let peak = |rhythm| day.country.rhythms[rhythm].hours_permille.iter().copied().max().unwrap_or(0);
        used.map(|demand| u64::from(peak(demand.rhythm))).max().unwrap_or(0)
    };
    let mut tight = Vec::new();
    for (link, milli) in day.milli.iter() {
        let edge = &day.country.edges[EdgeId::from_index(link.index() / 2)];
        // Slots in thousandths per hour at the busiest hour of the week, against the slots of an hour.
        let peak = milli * busiest(edge.mode) / 1000 / 24;
        let slots = u64::from(edge.slots) * 1000 / u64::from(edge.window_hours);
        if peak > slots {
            tight.push(format!("{}: {peak} of {slots}", edge.code));
        }
    }
    for (node, row) in day.country.nodes.iter() {
        let Some(handling) = row.handling else { continue };
        let leaving = day.country.demands.rows().iter().filter(|demand| demand.from == node);
        let moves: u64 = leaving
            .map(|demand| {
                let peak =
                    day.country.rhythms[demand.rhythm].hours_permille.iter().copied().max().unwrap_or(0);
                u64::from(demand.per_day_milli) * u64::from(demand.moves) * u64::from(peak) / 24_000_000
            })
            .sum();
        if moves > u64::from(handling.moves_per_hour) {
            tight.push(format!("{}: {moves} moves of {}", row.code, handling.moves_per_hour));
        }
    }
    assert_eq!(tight, Vec::<String>::new());
}
