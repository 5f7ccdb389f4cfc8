//! All tables of the country from its files.

use super::{
    WorldFiles, adversary, care,
    codes::Codes,
    crisis, economy, electricity, every, hours, measures, messages,
    network::{self, Names},
    playbook, pools, positive, positive_share, processes, readiness, score, vehicles, workforce,
};
use crate::{
    geo::map::MapData,
    scenario::{
        fault::Faults,
        schema::{
            LawId,
            world::{RegionRow, RegionsFile, RulesFile},
        },
    },
    sim::{
        country::{Country, GaugeKind, Measures, Playbook, Pool, REGION_LANES, Readiness, Region, Rules},
        ids::{
            CriterionId, DemandId, EdgeId, FleetId, GaugeId, GoodId, GridId, MeasureId, NodeId, PoolId,
            ProcessId, RegionId, RhythmId, RoleId, SectorId, SkillId, Table, VectorId,
        },
        time::SECONDS_PER_TICK,
    },
};

/// The codes of every table of the country, for those who refer to it.
#[derive(Clone, Debug)]
pub struct CountryCodes {
    /// Regions.
    pub regions: Codes<RegionId>,
    /// Processes.
    pub processes: Codes<ProcessId>,
    /// Trades.
    pub skills: Codes<SkillId>,
    /// Roles.
    pub roles: Codes<RoleId>,
    /// Places.
    pub nodes: Codes<NodeId>,
    /// Stretches.
    pub edges: Codes<EdgeId>,
    /// Pools.
    pub pools: Codes<PoolId>,
    /// Laws.
    pub laws: Codes<LawId>,
    /// Fleets.
    pub fleets: Codes<FleetId>,
    /// Elements of the grid.
    pub grid: Codes<GridId>,
    /// Goods.
    pub goods: Codes<GoodId>,
    /// Measures.
    pub measures: Codes<MeasureId>,
    /// Criteria of the score.
    pub criteria: Codes<CriterionId>,
    /// Gauges of the score.
    pub gauges: Codes<GaugeId>,
    /// What they stand for, in order.
    pub gauge_kinds: Vec<GaugeKind>,
    /// Ways to put pressure on.
    pub vectors: Codes<VectorId>,
    /// Sectors.
    pub sectors: Codes<SectorId>,
    /// Rhythms.
    pub rhythms: Codes<RhythmId>,
    /// Civil transports.
    pub demands: Codes<DemandId>,
}

/// Numbers every code of the country.
pub fn codes(files: &WorldFiles) -> CountryCodes {
    CountryCodes {
        regions: Codes::new(files.regions.regions.iter().map(|row| &row.code)),
        processes: Codes::new(files.processes.processes.iter().map(|row| &row.code)),
        skills: Codes::new(files.crews.skills.iter().map(|row| &row.code)),
        roles: Codes::new(files.roles.roles.iter().map(|row| &row.code)),
        nodes: Codes::new(files.network.nodes.iter().map(|row| &row.code)),
        edges: Codes::new(files.network.edges.iter().map(|row| &row.code)),
        pools: Codes::new(files.pools.pools.iter().map(|row| &row.code)),
        laws: Codes::new(files.pools.laws.iter().map(|row| &row.code)),
        fleets: Codes::new(files.fleets.fleets.iter().map(|row| &row.code)),
        grid: Codes::new(
            files.electricity.plants.iter().map(|row| &row.code).chain(
                files
                    .electricity
                    .ties
                    .iter()
                    .map(|row| &row.code)
                    .chain(files.electricity.lines.iter().map(|row| &row.code))
                    .chain(files.electricity.regions.iter().map(|row| &row.code)),
            ),
        ),
        goods: Codes::new(files.demand.goods.iter().map(|row| &row.code)),
        measures: Codes::new(files.measures.measures.iter().map(|row| &row.code)),
        criteria: Codes::new(files.score.criteria.iter().map(|row| &row.code)),
        gauges: Codes::new(files.score.gauges.iter().map(|row| &row.code)),
        gauge_kinds: files.score.gauges.iter().map(|row| row.kind).collect(),
        vectors: Codes::new(files.adversary.vectors.iter().map(|row| &row.code)),
        sectors: Codes::new(files.workforce.sectors.iter().map(|row| &row.code)),
        rhythms: Codes::new(files.demand.rhythms.iter().map(|row| &row.code)),
        demands: Codes::new(files.demand.demands.iter().map(|row| &row.code)),
    }
}

/// Builds the country; nothing when a row could not be built.
pub fn country(
    files: &WorldFiles,
    codes: &CountryCodes,
    map: &MapData,
    faults: &mut Faults<'_>,
) -> Option<Country> {
    let names = Names {
        regions: &codes.regions,
        roles: &codes.roles,
        pools: &codes.pools,
        nodes: &codes.nodes,
        rhythms: &codes.rhythms,
    };
    let regions = regions(&files.regions, faults);
    let rows = processes::processes(&files.processes.processes, &codes.skills, faults);
    let arcs = processes::arcs(&files.processes.arcs, &codes.processes, faults);
    let pools =
        pools::pools(&files.pools.pools, &files.pools.laws, &codes.laws, &codes.pools, &codes.roles, faults);
    let skills = processes::skills(&files.crews.skills, &codes.pools, pools.as_ref(), faults);
    let nodes = network::nodes(&files.network.nodes, &names, faults);
    let edges = network::edges(&files.network.edges, &names, nodes.as_ref(), map, faults);
    let fleets = vehicles::fleets(&files.fleets.fleets, &codes.pools, pools.as_ref(), faults);
    let rhythms = network::rhythms(&files.demand.rhythms, faults);
    let demands = network::demands(&files.demand, &names, faults);
    let goods = vehicles::goods(
        &files.demand,
        &codes.processes,
        files.regions.regions.len(),
        nodes.as_ref(),
        demands.as_ref(),
        faults,
    );
    let shifts = vehicles::shifts(&files.demand.shifts, faults);
    let rules = rules(&files.rules, codes, pools.as_ref(), faults);
    let near = care::neighbours(files.regions.regions.len(), nodes.as_ref(), edges.as_ref());
    let health = care::health(&files.health, &files.regions.regions, regions.as_ref(), near, codes, faults);
    let society = care::society(&files.society, codes, files.regions.regions.len(), faults);
    let generators = care::generators(&files.generators.generators, codes, arcs.as_ref(), faults);
    let electricity = electricity::electricity(&files.electricity, codes, regions.as_ref(), faults);
    let economy = economy::economy(&files.economy, codes, regions.as_ref(), faults);
    let workforce = workforce::workforce(&files.workforce, codes, regions.as_ref(), faults);
    let adversary = adversary::adversary(&files.adversary, codes, faults);
    let arcs = arcs?;
    let crisis = crisis::crisis(&files.crisis, codes, files.roles.roles.len(), &arcs, faults);
    let messages = messages::messages(&files.messages, codes, faults);
    let mut country = Country {
        regions: regions?,
        processes: rows?,
        arcs,
        skills: skills?,
        roles: pools::roles(&files.roles.roles),
        nodes: nodes?,
        edges: edges?,
        pools: pools?,
        fleets: fleets?,
        demands: demands?,
        rhythms: rhythms?,
        shifts: shifts?,
        goods: goods?,
        generators: generators?,
        electricity: Some(electricity?),
        measures: Measures::default(),
        health: Some(health?),
        society: Some(society?),
        score: None,
        adversary: Some(adversary?),
        crisis: crisis?,
        workforce: Some(workforce?),
        economy: Some(economy?),
        messages: Some(messages?),
        readiness: Readiness::default(),
        playbook: Playbook::default(),
        rules: rules?,
    };
    complete(&mut country, files, codes, faults)?;
    Some(country)
}

/// What builds upon the rest.
fn complete(
    country: &mut Country,
    files: &WorldFiles,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<()> {
    country.readiness = readiness::readiness(&files.readiness, codes, country, faults)?;
    country.measures = measures::measures(&files.measures, &files.roles.roles, codes, country, faults)?;
    country.playbook = playbook::playbook(&files.playbook, codes, country, faults)?;
    country.score = Some(score::score(&files.score, codes, country, faults)?);
    Some(())
}

fn rules(
    file: &RulesFile,
    codes: &CountryCodes,
    pools: Option<&Table<PoolId, Pool>>,
    faults: &mut Faults<'_>,
) -> Option<Rules> {
    let support = vehicles::support(file, &codes.pools, pools, faults);
    let traction = vehicles::traction(file.traction.as_ref(), codes, pools, faults);
    let standstill = vehicles::standstill(file.standstill.as_ref(), codes, pools, faults);
    let special = traction.zip(standstill);
    let processes = &codes.processes;
    let report_by = every(file.report_by.value.iter().map(|code| processes.find(code)).collect::<Vec<_>>());
    if file.report_by.value.is_empty() {
        faults.add(&file.report_by.place, "no process carries the reports", "name at least one");
    }
    let report_from = positive_share(file.report_from.value, &file.report_from.place, faults);
    let telemetry_by = processes.find(&file.telemetry_by);
    let haven = hours(&file.haven_within_h, faults);
    let spread = u8::try_from(file.repair_spread_percent.value).ok().filter(|percent| *percent <= 90);
    if spread.is_none() {
        let what = format!("a spread of {} percent", file.repair_spread_percent.value);
        faults.add(&file.repair_spread_percent.place, what, "write 0 to 90");
    }
    let ahead =
        positive(&file.movement_ahead, "the number of departures", faults).map(|ahead| ahead.min(255) as u8);
    let within = hours(&file.way_out_within_h, faults);
    let asking = hours(&file.asking_h, faults);
    let lapses = hours(&file.request_lapses_h, faults);
    let assistance = hours(&file.assistance_lapses_h, faults);
    let spare = u16::try_from(file.ships_spare.value.times_round(1000)).ok().filter(|spare| *spare >= 1000);
    if spare.is_none() {
        let what = format!("{} ships in place of one", file.ships_spare.value);
        faults.add(&file.ships_spare.place, what, "write 1 to 65");
    }
    let support = support?;
    let (traction, standstill) = special?;
    Some(Rules {
        report_by: report_by?,
        report_from: report_from?,
        telemetry_by: telemetry_by?,
        haven_within_s: haven?.0 * SECONDS_PER_TICK,
        repair_spread_percent: spread?,
        movement_ahead: ahead?,
        way_out_within: within?,
        asking: asking?,
        request_lapses: lapses?,
        assistance_lapses: assistance?,
        ships_spare_permille: spare?,
        basket: support.basket,
        guards: support.guards,
        escort: support.escort,
        standstill,
        traction,
    })
}

fn regions(file: &RegionsFile, faults: &mut Faults<'_>) -> Option<Table<RegionId, Region>> {
    if let Some(extra) = file.regions.get(REGION_LANES) {
        faults.add(&extra.code.place, format!("more than {REGION_LANES} regions"), "merge some");
        return None;
    }
    let growth = u64::from(file.growth_permille.value);
    let mut region = |row: &RegionRow| {
        let population = (u64::from(row.population.value) * growth + 500) / 1000;
        if population == 0 || population > 100_000_000 {
            faults.add(
                &row.population.place,
                format!("a region of {population} inhabitants"),
                "write the number of inhabitants",
            );
            return None;
        }
        Some(Region { code: row.code.text.clone(), name: row.name.0.clone(), population: population as u32 })
    };
    every(file.regions.iter().map(&mut region).collect::<Vec<_>>()).map(Table::new)
}
