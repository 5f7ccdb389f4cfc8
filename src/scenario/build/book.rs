//! The book of figures from the files of the country.

use super::{WorldFiles, country::CountryCodes, every, hours_or_none};
use crate::{
    scenario::{
        book::{BasisText, Book, Charter, FigureLine, LawText, MeasureText, RoleText, Source},
        fault::Faults,
        scalar::Figure,
        schema::{
            adversary::{AdversaryFile, StrikeRow},
            crisis::CrisisFile,
            economy::EconomyFile,
            electricity::ElectricityFile,
            readiness::ReadinessFile,
            score::ScoreFile,
            workforce::{OverloadRow, WorkforceFile},
            world::{BufferRow, CharterRow, NeedRow, RulesFile, SourceRow},
        },
    },
    sim::ids::{DenseId, Table},
};
use std::{collections::BTreeMap, fmt::Display};

/// Collects figures.
struct Lines {
    /// Place of each source in the book.
    sources: BTreeMap<String, usize>,
    lines: Vec<FigureLine>,
}

impl Lines {
    fn add<T: Display>(&mut self, figure: &Figure<T>) {
        if let Some(source) = self.sources.get(&figure.source.text) {
            self.lines.push(FigureLine {
                path: figure.place.path.to_string(),
                value: figure.value.to_string(),
                source: *source,
                confidence: figure.confidence,
            });
        }
    }

    fn all<'t, T: Display + 't>(&mut self, figures: impl IntoIterator<Item = &'t Figure<T>>) {
        for figure in figures {
            self.add(figure);
        }
    }
}

/// The book, with figures as the files have them.
pub fn book(files: &WorldFiles, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Book> {
    let keys =
        files.sources.sources.iter().enumerate().map(|(index, row)| (row.key.text.clone(), index)).collect();
    let mut lines = Lines { sources: keys, lines: Vec::new() };
    figures(files, &mut lines);
    pressure_figures(files, &mut lines);
    let before = lines.lines.len();
    score_figures(&files.score, &mut lines);
    let score = before..lines.lines.len();
    let figures = lines.lines;
    let charters =
        every(files.pools.charters.iter().map(|row| charter(row, codes, faults)).collect::<Vec<_>>());
    let basis = |row: &crate::scenario::schema::world::BasisRow, faults: &mut Faults<'_>| {
        let delay = hours_or_none(&row.delay_h, faults)?;
        Some(BasisText { basis: row.basis.value, name: (&row.name).into(), delay })
    };
    let bases = every(files.roles.bases.iter().map(|row| basis(row, faults)).collect::<Vec<_>>());
    for (index, row) in files.roles.bases.iter().enumerate() {
        if files.roles.bases.iter().take(index).any(|earlier| earlier.basis.value == row.basis.value) {
            faults.add(&row.basis.place, "this basis stands here twice", "remove one of the two");
        }
    }
    let pool_laws = every(files.pools.pools.iter().map(|row| codes.laws.find(&row.law)));
    Some(Book {
        sources: files.sources.sources.iter().map(source).collect(),
        figures,
        score,
        processes: files.processes.processes.iter().map(|row| (&row.name).into()).collect(),
        roles: files.roles.roles.iter().map(role).collect(),
        fleets: files.fleets.fleets.iter().map(|row| (&row.name).into()).collect(),
        goods: files.demand.goods.iter().map(|row| (&row.name).into()).collect(),
        measures: files
            .measures
            .measures
            .iter()
            .map(|row| MeasureText {
                name: (&row.name).into(),
                does: (&row.does).into(),
                price: (&row.price).into(),
            })
            .collect(),
        laws: files
            .pools
            .laws
            .iter()
            .map(|row| LawText { name: (&row.name).into(), not_allowed: (&row.not_allowed).into() })
            .collect(),
        pool_laws: Table::new(pool_laws?.into_iter().map(DenseId::index).collect()),
        charters: charters?,
        bases: bases?,
        settings: super::crisis::settings(&files.starting, codes, faults)?,
        changes: Vec::new(),
    })
}

fn source(row: &SourceRow) -> Source {
    Source {
        key: row.key.text.clone(),
        title: row.title.0.clone(),
        publisher: row.publisher.0.clone(),
        year: row.year,
        note: row.note.clone(),
    }
}

fn role(row: &crate::scenario::schema::world::RoleRow) -> RoleText {
    RoleText {
        name: (&row.name).into(),
        may: (&row.may).into(),
        limit: (&row.limit).into(),
        bases: row.bases.clone(),
    }
}

fn charter(row: &CharterRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Charter> {
    let owner = codes.roles.find(&row.owner);
    let provider = codes.roles.find(&row.provider);
    let delay = hours_or_none(&row.delay_h, faults);
    Some(Charter {
        code: row.code.text.clone(),
        name: (&row.name).into(),
        owner: owner?,
        order: (&row.order).into(),
        not_allowed: (&row.not_allowed).into(),
        basis: row.basis,
        provider: provider?,
        delay: delay?,
    })
}

/// Every figure, in the order of the files.
fn figures(files: &WorldFiles, lines: &mut Lines) {
    lines.add(&files.regions.growth_permille);
    for row in &files.regions.regions {
        lines.all([
            &row.population,
            &row.beds,
            &row.intensive_care,
            &row.emergency_departments,
            &row.firefighters,
        ]);
    }
    for row in &files.processes.processes {
        lines.add(&row.restart_per_hour);
    }
    for row in &files.processes.arcs {
        match &row.buffer {
            BufferRow::Instant => {}
            BufferRow::Tank(tank) => lines.all([&tank.endurance_h, &tank.refill_h, &tank.beta]),
            BufferRow::Fleet(fleet) => lines.add(&fleet.endurance_h),
        }
        lines.add(&row.depth);
    }
    lines.all(files.roles.bases.iter().map(|row| &row.delay_h));
    for row in &files.network.nodes {
        lines.all(&row.handling);
        lines.all(&row.storage);
        lines.all(row.berths.iter().map(|berth| &berth.count));
        lines.all(&row.tracks_740);
        lines.all(&row.accepts_per_day);
    }
    for row in &files.network.edges {
        lines.all([&row.slots, &row.speed_kmh]);
        lines.all(row.max_train_m.iter().chain(&row.dangerous_per_day));
        lines.all(&row.axle_load_t);
    }
    for row in &files.pools.laws {
        lines.all(row.minimum.iter().chain(&row.cap).chain(&row.day_cap).map(|(_, figure)| figure));
        lines.all(&row.price_eur);
        lines.all(row.limits.iter().map(|limit| &limit.delay_h));
    }
    lines.all(files.pools.charters.iter().map(|row| &row.delay_h));
    for row in &files.fleets.fleets {
        lines.all(row.pieces.value.iter().map(|(_, figure)| figure));
        lines.add(&row.cycle_h);
        lines.all(&row.lead_h);
        lines.all(&row.train_m);
        lines.all(&row.axle_load_t);
        need_figures(&row.needs, lines);
    }
    for row in &files.pools.pools {
        lines.all(row.units.iter().chain(&row.daily));
        lines.all(row.civil.iter().map(|(_, figure)| figure));
    }
    lines.all(files.demand.patience.value.iter().map(|row| &row.hours));
    for row in &files.demand.shifts {
        lines.all([&row.after_h, &row.share]);
        lines.add(&row.slots);
    }
    lines.all(files.demand.tonnes.value.iter().map(|(_, figure)| figure));
    for row in &files.demand.goods {
        lines.all([&row.stock_h, &row.low_h]);
        lines.all(&row.depth);
    }
    for row in &files.demand.demands {
        lines.add(&row.per_day);
        lines.all(&row.train_m);
        lines.all(&row.axle_load_t);
    }
    rule_figures(&files.rules, lines);
}

fn rule_figures(rules: &RulesFile, lines: &mut Lines) {
    lines.all([&rules.report_from, &rules.haven_within_h]);
    lines.all([&rules.way_out_within_h, &rules.asking_h, &rules.request_lapses_h]);
    lines.all([&rules.assistance_lapses_h, &rules.ships_spare]);
    lines.all([&rules.repair_spread_percent, &rules.movement_ahead]);
    lines.all(rules.basket.iter().chain(&rules.guards).map(|(_, figure)| figure));
    need_figures(&rules.escort, lines);
    if let Some(row) = &rules.standstill {
        lines.all(row.told.iter().map(|(_, after)| after));
        lines.all(row.distance_m.value.iter().map(|(_, metres)| metres));
        lines.add(&row.publicity_per_hour);
        lines.all([&row.people_km2, &row.crowd_per_hour, &row.crowd_most, &row.crowd_per_guard]);
    }
    if let Some(traction) = &rules.traction {
        lines.add(&traction.from);
        need_figures(std::slice::from_ref(&traction.diesel), lines);
    }
}

fn need_figures(rows: &[NeedRow], lines: &mut Lines) {
    for row in rows {
        lines.add(&row.units);
        lines.all(&row.back_h);
    }
}

fn pressure_figures(files: &WorldFiles, lines: &mut Lines) {
    let file = &files.measures;
    lines.all([&file.planned, &file.error, &file.messenger_h]);
    lines.all([&file.council, &file.desk_h, &file.desk_most_h, &file.late]);
    for row in &file.measures {
        lines.add(&row.lead_h);
        lines.all(row.lasts_h.iter().chain(&row.trust).chain(&row.desk_h));
        lines.all(row.cost_keur.iter().chain(&row.daily_keur).chain(&row.market_keur));
        lines.all(&row.sites);
    }
    let file = &files.health;
    lines.all([&file.staffed, &file.treated_per_department_h, &file.ambulances_per_100k]);
    for ward in [&file.clinic, &file.intensive] {
        lines.all([&ward.occupied, &ward.planned]);
        lines.all([&ward.stay_acute_d, &ward.stay_wounded_d, &ward.stay_military_d, &ward.stay_planned_d]);
    }
    lines.all(file.admitted.value.iter().flat_map(|row| [&row.clinic, &row.intensive]));
    lines.all(&file.untreated_deaths_h.value);
    lines.all([&file.no_bed_deaths_h, &file.failed_deaths_h, &file.missed_call_deaths_h]);
    lines.all([&file.planned_from, &file.ambulance_trips_h, &file.transfer_from]);
    lines.add(&file.transfers);
    lines.add(&file.catch_up);
    let file = &files.society;
    lines.all(file.alarms.value.iter().map(|row| &row.reach));
    lines.all([&file.vulnerable, &file.prepared, &file.prepared_most, &file.prepared_month]);
    lines.add(&file.campaign_times);
    lines.all([&file.prepared_h, &file.unprepared_h, &file.recovers_h, &file.asking]);
    lines.all([&file.helped_per_100k, &file.help_ramp_h, &file.points_per_100k]);
    lines.all([&file.word_of_mouth_h, &file.forgotten_d, &file.hoarding_d]);
    lines.all([&file.hoarding_met, &file.hoarding_starts_h, &file.hoarding_limit_d]);
    lines.all([&file.trust, &file.trust_returns_month, &file.trust_lost_d, &file.trust_message_d]);
    lines.all([
        &file.misinformed,
        &file.misinformed_least,
        &file.misinformation_spread,
        &file.misinformation_d,
        &file.trust_stops,
    ]);
    lines.all([&file.debunked_d, &file.polarised]);
    lines.all(&file.unrest.value);
    lines.all([&file.unrest_follows_h, &file.disturbance, &file.disturbance_costs.1.0]);
    lines.all([&file.disturbance_costs.1.1, &file.places_d, &file.registered_d, &file.asylum_d]);
    lines.add(&file.support_lost_month);
    lines.all(files.generators.generators.iter().map(|row| &row.litres_per_100k));
    adversary_figures(&files.adversary, lines);
    let file = &files.messages;
    lines.add(&file.from);
    lines.all(file.channels.iter().flat_map(|row| row.courier_h.iter().chain(&row.lost_h)));
    super::playbook::figures(&files.playbook, |figure| lines.add(figure));
    crisis_figures(&files.crisis, lines);
    electricity_figures(&files.electricity, lines);
    workforce_figures(&files.workforce, lines);
    economy_figures(&files.economy, lines);
    readiness_figures(&files.readiness, lines);
}

fn readiness_figures(file: &ReadinessFile, lines: &mut Lines) {
    lines.all(file.sites.shares.value.iter().map(|(_, share)| share));
    lines.all(file.sites.pools.iter().map(|(_, part)| part));
    lines.all(file.aviation.travellers_d.iter().map(|(_, count)| count));
    lines.all([&file.aviation.catch_up, &file.aviation.trust_d, &file.by_hand.slows]);
    for row in &file.by_hand.rows {
        lines.all([&row.efficiency, &row.machines, &row.exposed, &row.leans]);
    }
    for row in &file.tiers {
        lines.add(&row.within_d);
        lines.add(&row.soldiers);
    }
}

fn economy_figures(file: &EconomyFile, lines: &mut Lines) {
    lines.all([&file.transport_eur, &file.benefits_d, &file.revenue_keur_d]);
    lines.all([&file.firms, &file.firms_close_d, &file.firms_open_d]);
    lines.all(file.firms_pace.iter().map(|(_, pace)| pace));
    lines.all([&file.catch_up, &file.benefits_trust_d, &file.courts_trust_d, &file.stranded_trust_d]);
    lines.all([&file.cases_urgent_d, &file.cases_other_d, &file.courts_d, &file.cases_disturbance]);
    lines.all([&file.cases_rights_d, &file.cases_limit]);
    lines.all([&file.sites_per_100k, &file.willing_follows_d, &file.companies_repair]);
    for row in [&file.public, &file.companies, &file.volunteers] {
        lines.all([&row.willing, &row.coerced, &row.consulted, &row.trusting]);
    }
    lines.all([&file.public_helps_per_100k, &file.volunteers_places_d]);
}

fn workforce_figures(file: &WorkforceFile, lines: &mut Lines) {
    lines.all([&file.sick, &file.overload_from, &file.exhausted_max, &file.resting]);
    lines.all([&file.roster, &file.efficiency, &file.by_road.1, &file.by_rail.1]);
    lines.all([&file.shift_h, &file.exhausted_h, &file.roster_times, &file.train_h]);
    for row in &file.sectors {
        lines.add(&row.people);
        lines.all([&row.parents, &row.by_road, &row.by_rail]);
    }
    lines.all(file.needs.iter().flat_map(|row| [&row.from, &row.depth]));
    for row in &file.overloads {
        match row {
            OverloadRow::Unrest(_, figure) => lines.add(figure),
            OverloadRow::Measures(_, figure) => lines.add(figure),
            OverloadRow::Beds(_) | OverloadRow::Teams(..) => {}
        }
    }
}

fn crisis_figures(file: &CrisisFile, lines: &mut Lines) {
    lines.all([&file.emergency_h, &file.assemble_h, &file.coordination_most]);
    lines.add(&file.bed_report_h);
    lines.add(&file.independent);
    lines.all(file.hidden.iter().map(|row| &row.insight));
    lines.all([&file.leak.chance, &file.leak.exposure, &file.leak.lasts_h]);
    let row = &file.digital;
    lines.all([&row.noticed, &row.active, &row.escalation_d, &row.escalation_mark]);
}

fn electricity_figures(file: &ElectricityFile, lines: &mut Lines) {
    lines.add(&file.mean_mw);
    lines.all(&file.months.value);
    lines.all(file.ready.value.iter().map(|(_, part)| part));
    lines.all([&file.linepack_h, &file.rota_h]);
    lines.all([&file.protected, &file.collapse, &file.black_start_h, &file.black_start_per_h]);
    lines.add(&file.people_per_customer);
    for row in &file.regions {
        lines.all([&row.steady_mw, &row.headroom_mw, &row.transformers, &row.spare]);
    }
    lines.all(file.plants.iter().map(|row| &row.mw));
    for row in &file.ties {
        lines.add(&row.mw);
        lines.add(&row.ready);
    }
    for row in &file.lines {
        lines.all([&row.circuits, &row.spare, &row.mw]);
    }
}

fn adversary_figures(file: &AdversaryFile, lines: &mut Lines) {
    lines.all(file.phases.value.iter().map(|row| &row.acts_a_year));
    lines.all([&file.mix.transport, &file.mix.government, &file.mix.infrastructure, &file.mix.industry]);
    lines.all([&file.excites, &file.memory_d, &file.sharpness, &file.adaptation, &file.blow]);
    lines.all([&file.observed_h, &file.hit_most]);
    lines.all([&file.flow_place, &file.flow_full]);
    lines.add(&file.flow);
    let row = &file.deterrence;
    lines.all([&row.half_life_d, &row.gain_d, &row.response, &row.cohesion, &row.provocation]);
    lines.all([&file.attribution.rate_d, &file.attribution.effort, &file.attribution.effort_most]);
    lines.all(&file.attribution.from.value);
    for row in &file.vectors {
        lines.all([&row.value, &row.vulnerability, &row.deniability, &row.traceability, &row.mark]);
        for effect in &row.effects {
            strike_figures(effect, lines);
        }
    }
}

fn strike_figures(row: &StrikeRow, lines: &mut Lines) {
    match row {
        StrikeRow::Damage(row) => {
            lines.all([&row.loss, &row.team_hours, &row.lag_h]);
            lines.add(&row.teams_max);
        }
        StrikeRow::Impair(row) => lines.all([&row.loss, &row.lasts_h]),
        StrikeRow::Casualties(row) => lines.all([&row.t1, &row.t2, &row.t3]),
        StrikeRow::Mood(row) => lines.add(&row.change),
        StrikeRow::Newcomers(people) => lines.add(people),
        StrikeRow::Lever(row) => {
            lines.add(&row.more);
            lines.add(&row.lasts_h);
        }
    }
}

fn score_figures(file: &ScoreFile, lines: &mut Lines) {
    lines.all(file.value.value.iter().map(|(_, figure)| figure));
    lines.all([&file.value_eur, &file.repair_eur]);
    lines.all(file.rights.iter().map(|(_, figure)| figure));
    lines.add(&file.chronic);
    lines.all(&file.injury.value);
    for row in &file.criteria {
        lines.all(&row.limits);
        lines.all(row.scales.iter().map(|scale| &scale.limits));
    }
    for row in file.gauges.iter().flat_map(|row| &row.terms.value) {
        lines.all(row.well.iter().chain(&row.gone));
    }
}
