//! On a mean day the fastest ways carry what the sources count, the slots suffice, and every region is supplied.

use super::map;
use doorvoerland::{
    scenario::load,
    sim::{
        country::{Class, Country, Demand, Mode, NodeKind},
        ids::{DenseId, EdgeId, LinkId, NodeId, OdId, Table},
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
        let od = routes.add(&country, &mut search, demand.fit, demand.from, demand.to);
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

    /// What is more than a tenth off what the source says.
    fn off(&self, codes: &[&str], target: u64) -> Option<String> {
        let found: u64 = codes.iter().map(|code| self.both_ways(code)).sum();
        (found.abs_diff(target) * 10 > target)
            .then(|| format!("{codes:?}: {found} a day, source says {target}"))
    }
}

/// Stretches and what they see on a mean day, both ways. Trains: ProRail over 2022 (German border) and 2023 (Rotterdam), PZC
/// 2018 (Zeeland), own estimates for the rest; ships at Lobith and lorries at the border: own estimates. See
/// `assets/world/sources.ron`.
const COUNTS: &[(&[&str], u64)] = &[
    (&["rail.waalhaven-kijfhoek"], 96),
    (&["rail.lewedorp-sloe"], 14),
    (&["rail.zevenaar-zevenaar-grens"], 75),
    (&["rail.venlo-venlo-grens"], 44),
    (&["rail.oldenzaal-oldenzaal-grens"], 15),
    (
        &[
            "rail.zevenaar-zevenaar-grens",
            "rail.venlo-venlo-grens",
            "rail.oldenzaal-oldenzaal-grens",
            "rail.zuidbroek-nieuweschans-grens",
            "rail.coevorden-coevorden-grens",
            "rail.eygelshoven-haanrade-grens",
        ],
        137,
    ),
    (&["rail.roosendaal-roosendaal-grens"], 25),
    (&["water.pannerdensche-kop-lobith"], 325),
    (&["road.kp-galder-hazeldonk-grens"], 14_000),
    (&["road.kp-zaarderheiken-venlo-a67-grens"], 10_000),
    (&["road.kp-oud-dijk-bergh-grens"], 10_000),
    (&["road.kp-azelo-de-lutte-grens", "road.hengelo-haven-de-lutte-grens"], 10_000),
    (&["road.hapert-grens-kp-de-hogt"], 8_000),
    (&["road.kp-markiezaat-ossendrecht-grens"], 7_000),
    (&["road.kp-kunderberg-heerlen-a76-grens"], 5_000),
    (&["road.kp-rijkevoort-gennep-grens"], 3_500),
    (&["road.kp-zuidbroek-nieuweschans-a7-grens"], 3_000),
    (&["road.emmen-zwartemeer-grens"], 2_500),
    (&["road.roermond-haven-elmpt-grens"], 2_000),
    (&["road.kp-de-hogt-bergeijk-grens"], 1_600),
];

#[test]
fn the_borders_and_ports_see_the_counted_traffic() {
    let day = day();
    let off: Vec<String> = COUNTS.iter().filter_map(|(codes, target)| day.off(codes, *target)).collect();
    assert_eq!(off, Vec::<String>::new());
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

/// Own estimate `region-supply`: lorries a day with each of these for a thousand inhabitants, in hundredths.
const SUPPLY: [(&str, u64); 3] = [("food", 45), ("fuel", 5), ("medicines", 4)];

#[test]
fn every_region_gets_food_fuel_and_medicines_by_road() {
    let Day { country, .. } = day();
    let mut off = Vec::new();
    for (region, row) in country.regions.iter() {
        for (goods, per_thousand) in SUPPLY {
            let prefix = format!("road.{goods}.");
            let here = |demand: &&Demand| {
                demand.class == Class::LifeSupport
                    && demand.code.starts_with(&prefix)
                    && country.nodes[demand.to].region == Some(region)
            };
            let milli: u64 = country
                .demands
                .rows()
                .iter()
                .filter(here)
                .map(|demand| u64::from(demand.per_day_milli) * u64::from(demand.load))
                .sum();
            let target = u64::from(row.population) * per_thousand / 100;
            if milli.abs_diff(target) * 20 > target {
                off.push(format!("{} {goods}: {milli} of {target} thousandths", row.code));
            }
        }
    }
    assert_eq!(off, Vec::<String>::new());
}

#[test]
fn every_region_has_a_terminal_on_the_road() {
    let Day { country, .. } = day();
    let on_road = |node: NodeId| {
        country
            .edges
            .rows()
            .iter()
            .any(|edge| edge.mode == Mode::Road && [edge.from, edge.to].contains(&node))
    };
    let without = country.regions.iter().filter(|(region, _)| {
        !country.nodes.iter().any(|(node, row)| {
            row.region == Some(*region)
                && matches!(row.kind, NodeKind::Seaport | NodeKind::Inland)
                && on_road(node)
        })
    });
    assert_eq!(without.map(|(_, row)| row.code.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}

#[test]
fn dangerous_goods_keep_out_of_tunnels_and_heavy_trains_on_strong_track() {
    let Day { country, .. } = day();
    let (mut routes, mut search) = (Routes::default(), Search::new(&country));
    let (mut round, mut heavy) = (0, 0);
    for demand in country.demands.rows() {
        let od = routes.add(&country, &mut search, demand.fit, demand.from, demand.to);
        for path in &routes.ods[od].paths {
            for link in routes.paths[*path].links() {
                let limits = country.edges[link.edge()].limits;
                assert!(
                    limits.admits(demand.fit),
                    "{} over {}",
                    demand.code,
                    country.edges[link.edge()].code
                );
                assert!(!(demand.fit.dangerous && limits.tunnel), "{}", demand.code);
            }
        }
        let plain = routes.add(&country, &mut search, demand.mode, demand.from, demand.to);
        let time = |od: OdId| routes.ods[od].paths.first().map(|path| routes.paths[*path].total_s);
        round += usize::from(time(plain).is_some_and(|plain| time(od) > Some(plain)));
        heavy += usize::from(demand.fit.axle_load_dt == 250);
    }
    assert!(round >= 5, "only {round} transports go round a tunnel");
    assert_eq!(heavy, 2);
}

#[test]
fn dangerous_trains_stay_below_the_ceilings() {
    let Day { country, .. } = day();
    let (mut routes, mut search) = (Routes::default(), Search::new(&country));
    let mut milli: Table<EdgeId, u64> = Table::filled(0, country.edges.len());
    for demand in country.demands.rows().iter().filter(|demand| demand.fit.dangerous) {
        let od = routes.add(&country, &mut search, demand.fit, demand.from, demand.to);
        for link in routes.paths[routes.ods[od].paths[0]].links() {
            milli[link.edge()] += u64::from(demand.per_day_milli);
        }
    }
    let ceilings = country.edges.iter().filter_map(|(edge, row)| {
        let ceiling = u64::from(row.limits.dangerous_per_day?) * 1000;
        Some((edge, row, ceiling))
    });
    let (mut above, mut most) = (Vec::new(), 0);
    for (edge, row, ceiling) in ceilings {
        most = most.max(milli[edge]);
        if milli[edge] > ceiling {
            above.push(format!("{}: {} of {ceiling} thousandths a day", row.code, milli[edge]));
        }
    }
    assert_eq!(above, Vec::<String>::new());
    assert!(most >= 2_000, "no line with a ceiling carries dangerous goods");
}
