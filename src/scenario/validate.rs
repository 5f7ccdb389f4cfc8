//! What only the whole shows: that every transport has a way, every place a connection, every pool something to divide.
//!
//! Also finds the ways through the network, because "there is none" is a fault of the file. Must not change anything else.

use super::{
    build::WorldFiles,
    fault::{Faults, Place},
    schema::exercise::ExerciseFile,
};
use crate::sim::{
    country::{Country, Mode, NodeKind, PoolKind},
    ids::{DenseId, NodeId, OdId, Table},
    limits::Fit,
    plan::{Carrier, Plan},
    routes::{Path, Routes, Search},
    state::{HORIZON_HOURS, WINDOW_HOURS_MAX},
};

/// Faults of the country as a whole.
pub fn country(files: &WorldFiles, country: &Country, faults: &mut Faults<'_>) {
    let mut touched = Table::<NodeId, bool>::filled(false, country.nodes.len());
    for edge in country.edges.rows() {
        touched[edge.from] = true;
        touched[edge.to] = true;
    }
    for (row, connected) in files.network.nodes.iter().zip(touched.rows()) {
        if !connected {
            faults.add(
                &row.code.place,
                "no stretch leads to this place",
                "add a stretch or remove the place",
            );
        }
    }
    edges(files, country, faults);
    pools(files, country, faults);
}

fn edges(files: &WorldFiles, country: &Country, faults: &mut Faults<'_>) {
    for (row, (id, edge)) in files.network.edges.iter().zip(country.edges.iter()) {
        let twice = country.edges.iter().take(id.index()).any(|(_, other)| {
            other.mode == edge.mode
                && [(other.from, other.to), (other.to, other.from)].contains(&(edge.from, edge.to))
        });
        if twice {
            faults.add(
                &row.code.place,
                "another stretch joins the same places for the same mode",
                "put the slots of both in one",
            );
        }
        let Some(pool) = edge.pool else { continue };
        if country.pools[pool].kind != PoolKind::Paths(edge.mode)
            && let Some(code) = &row.pool
        {
            faults.add(
                &code.place,
                format!("this pool does not divide paths of {:?}", edge.mode),
                "name a pool of the same mode",
            );
        }
    }
}

fn pools(files: &WorldFiles, country: &Country, faults: &mut Faults<'_>) {
    for (row, (id, pool)) in files.pools.pools.iter().zip(country.pools.iter()) {
        let terminals = country
            .nodes
            .rows()
            .iter()
            .filter(|node| node.handling.is_some_and(|handling| handling.pool == id))
            .count();
        match pool.kind {
            PoolKind::Handling if terminals != 1 => {
                faults.add(
                    &row.code.place,
                    format!("{terminals} terminals name this pool"),
                    "let one terminal name it",
                );
            }
            PoolKind::Paths(_) if terminals > 0 => {
                faults.add(
                    &row.code.place,
                    "a terminal names this pool of paths",
                    "give the terminal a pool of its own",
                );
            }
            PoolKind::Paths(_) if country.edges.rows().iter().all(|edge| edge.pool != Some(id)) => {
                faults.add(
                    &row.code.place,
                    "no stretch names this pool",
                    "let a stretch name it or remove it",
                );
            }
            PoolKind::Crews if country.skills.rows().iter().all(|skill| skill.pool != id) => {
                faults.add(
                    &row.code.place,
                    "no trade names this pool of crews",
                    "let a trade in crews.ron name it or remove it",
                );
            }
            PoolKind::Held | PoolKind::Crews | PoolKind::Stock if terminals > 0 => {
                faults.add(
                    &row.code.place,
                    "a terminal names this pool for its handling",
                    "give the terminal a pool of its own",
                );
            }
            PoolKind::Paths(_) | PoolKind::Handling | PoolKind::Held | PoolKind::Crews | PoolKind::Stock => {}
        }
        if let Some(code) = &row.backed_by
            && pool.backed_by.is_some_and(|backing| country.pools[backing].kind != PoolKind::Held)
        {
            faults.add(&code.place, format!("nothing of \"{}\" is lent", code.text), "name a held pool");
        }
    }
}

/// Finds the ways of every civil transport, movement and train.
pub fn routes(
    files: &WorldFiles,
    file: &ExerciseFile,
    country: &Country,
    plan: &Plan,
    faults: &mut Faults<'_>,
) -> Routes {
    let mut finder = Finder { country, search: Search::new(country), routes: Routes::default(), faults };
    finder.civil(files);
    for (row, movement) in file.movements.iter().zip(plan.movements.rows()) {
        for (row, destination) in row.destinations.value.iter().zip(&movement.destinations) {
            let fit = country.fleets[destination.fleet].fit;
            for arrival in &movement.arrivals {
                finder.add(fit, arrival.port, destination.to, &row.to.place);
            }
            // What is flown in lands at another airfield when its own is closed.
            let flies = movement.arrivals.iter().any(|arrival| arrival.by == Carrier::Air);
            let fields = country
                .nodes
                .iter()
                .filter(|(_, node)| flies && node.kind == NodeKind::Airfield && node.handling.is_some());
            for (field, _) in fields {
                finder.try_add(fit, field, destination.to);
                for area in &movement.choices.staging {
                    finder.try_add(fit, field, *area);
                }
            }
            // What may be chosen in play: other ports and staging areas, as far as there is a way.
            let (ports, staging) = (&movement.choices.ports, &movement.choices.staging);
            let starts = movement.arrivals.iter().map(|arrival| arrival.port).chain(ports.iter().copied());
            for port in starts {
                finder.try_add(fit, port, destination.to);
                for area in staging.iter().copied().filter(|area| *area != port) {
                    finder.try_add(fit, port, area);
                }
            }
            for area in staging {
                finder.try_add(fit, *area, destination.to);
            }
        }
    }
    for (row, train) in file.trains.iter().zip(&plan.trains) {
        finder.add(train.fit(), train.from, train.to, &row.to.place);
    }
    finder.routes
}

/// Finds the ways of the civil transports alone, for a country without a scenario.
pub fn civil_routes(files: &WorldFiles, country: &Country, faults: &mut Faults<'_>) -> Routes {
    let mut finder = Finder { country, search: Search::new(country), routes: Routes::default(), faults };
    finder.civil(files);
    finder.routes
}

struct Finder<'c, 'f, 's> {
    country: &'c Country,
    search: Search,
    routes: Routes,
    faults: &'f mut Faults<'s>,
}

/// The longest travel time that can be booked ahead, in seconds.
const TRAVEL_MAX_S: u32 = (HORIZON_HOURS - WINDOW_HOURS_MAX) * 3600;

impl Finder<'_, '_, '_> {
    /// A way that may be missing.
    fn try_add(&mut self, fit: Fit, from: NodeId, to: NodeId) {
        self.routes.add(self.country, &mut self.search, fit, from, to);
    }

    /// Civil transports, and how they can change their mode.
    fn civil(&mut self, files: &WorldFiles) {
        for (row, demand) in files.demand.demands.iter().zip(self.country.demands.rows()) {
            let od = self.add(demand.fit, demand.from, demand.to, &row.to.place);
            self.routes.of_demand.push(od);
            let shifts =
                self.country.shifts.iter().zip(0_u16..).filter(|(shift, _)| shift.from == demand.mode);
            let mut found = None;
            for (shift, number) in shifts {
                let fit = demand.fit.by(shift.to);
                let od = self.routes.add(self.country, &mut self.search, fit, demand.from, demand.to);
                if found.is_none() && !self.routes.ods[od].paths.is_empty() {
                    found = Some((number, od));
                }
            }
            self.routes.shift_of_demand.push(found);
        }
    }

    fn add(&mut self, fit: Fit, from: NodeId, to: NodeId, place: &Place) -> OdId {
        let od = self.routes.add(self.country, &mut self.search, fit, from, to);
        if from == to {
            return od;
        }
        let (start, end) = (&self.country.nodes[from], &self.country.nodes[to]);
        let fastest = self.routes.ods[od].paths.first().map(|path| self.routes.paths[*path].total_s);
        match fastest {
            None => {
                let what = format!(
                    "there is no way by {} from \"{}\" to \"{}\"",
                    in_words(fit),
                    start.code,
                    end.code
                );
                let abroad = start.kind == NodeKind::Abroad && end.kind == NodeKind::Abroad;
                let least = Fit { train_m: 0, axle_load_dt: 0, dangerous: false, ..fit };
                let open = self.search.shortest(self.country, least, from, to, |_| Some(1)).is_some();
                let repair = if open && fit.mode == Mode::Rail {
                    "no way takes such a train: make it shorter or lighter, or raise the limits of a stretch"
                } else if open {
                    "every way leads through a tunnel that is closed to them: join the places by a way round"
                } else if abroad {
                    "places abroad are only joined by way of the country: check both crossings"
                } else {
                    "join them with stretches of this mode, or choose another mode or place"
                };
                self.faults.add(place, what, repair);
            }
            Some(seconds) if seconds > TRAVEL_MAX_S => {
                let what = format!("the way from \"{}\" takes {} hours", start.code, seconds / 3600);
                self.faults.add(
                    place,
                    what,
                    format!("at most {} hours can be booked ahead", TRAVEL_MAX_S / 3600),
                );
            }
            Some(_) => {}
        }
        od
    }
}

/// What travels, for a message.
fn in_words(fit: Fit) -> String {
    let Fit { mode, train_m, axle_load_dt, .. } = fit;
    match fit.for_way() {
        plain if plain == Fit::from(mode) => format!("{mode:?}"),
        Fit { dangerous: true, .. } => format!("{mode:?} for dangerous goods"),
        _ => format!("{mode:?} for a train of {train_m} m and {}.{} t", axle_load_dt / 10, axle_load_dt % 10),
    }
}

/// Names of the places a way passes, for messages and tests.
pub fn places<'c>(country: &'c Country, path: &Path) -> Vec<&'c str> {
    let first = path.links().next().map(|link| country.tail(link));
    let heads = path.links().map(|link| country.head(link));
    first.into_iter().chain(heads).map(|node| country.nodes[node].code.as_str()).collect()
}
