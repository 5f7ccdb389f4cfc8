//! The teller of one picture: country, plan and state in one language, and the names of what is in them.
//!
//! Must not fail on a number that names nothing (a command may be refused for just that): such a thing is called unknown.
//! Sentences are in `event`, `cause`, `refusal`, `binding`, `command`, `effect` and `metric`.

use super::{Arg, Language, Texts, key, scenario_time};
use crate::sim::{
    command::{Actor, Record},
    country::{Basis, Class, Country, Mode, NodeKind, PoolKind, SeatTable},
    effect::Target,
    ids::{
        EdgeId, FleetId, GoodId, InjectId, LinkId, MovementId, NodeId, PoolId, ProcessId, RegionId, RoleId,
        SkillId,
    },
    plan::{Plan, Text},
    state::{State, What},
    time::Tick,
};

/// Tells what the types of the simulation say. Cheap to copy: it only borrows.
#[derive(Clone, Copy, Debug)]
pub struct Narrator<'a> {
    /// The words.
    pub texts: &'a Texts,
    /// The language of the reader.
    pub language: Language,
    /// The country.
    pub country: &'a Country,
    /// The scenario.
    pub plan: &'a Plan,
    /// The state told about: names invented injects and open damage.
    pub state: &'a State,
    /// Commands so far in the order of their numbers, so that a cause can name who decided; may be empty.
    pub records: &'a [Record],
}

impl Narrator<'_> {
    pub(super) fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    pub(super) fn sentence(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.sentence(self.language, key, args)
    }

    fn name(&self, family: &str, code: Option<&String>) -> String {
        code.map_or_else(|| self.unknown(), |code| self.texts.name(self.language, family, code))
    }

    fn unknown(&self) -> String {
        self.word("unknown-name")
    }

    fn proper(&self, name: Option<&String>) -> String {
        name.cloned().unwrap_or_else(|| self.unknown())
    }

    /// A text of the scenario; in the other language when it was not translated.
    pub fn scenario_text<'t>(&self, text: &'t Text) -> &'t str {
        let (first, second) = match self.language {
            Language::Nl => (&text.nl, &text.en),
            Language::En => (&text.en, &text.nl),
        };
        if first.is_empty() { second } else { first }
    }

    /// A moment within a sentence: `D+2 14:30`.
    pub fn when(&self, tick: Tick) -> String {
        scenario_time(self.plan.start, tick)
    }

    /// Name of a region.
    pub fn region(&self, region: RegionId) -> String {
        self.proper(self.country.regions.get(region).map(|row| &row.name))
    }

    /// Name of a process, as a label.
    pub fn process(&self, process: ProcessId) -> String {
        self.name("process", self.country.processes.get(process).map(|row| &row.code))
    }

    /// Name of a process within a sentence.
    pub(super) fn process_inside(&self, process: ProcessId) -> String {
        inside(&self.process(process))
    }

    /// Official name of a role.
    pub fn role(&self, role: RoleId) -> String {
        self.name("role", self.country.roles.get(role).map(|row| &row.code))
    }

    /// A role within a sentence: short, with its article.
    pub fn owner(&self, role: RoleId) -> String {
        self.name("owner", self.country.roles.get(role).map(|row| &row.code))
    }

    /// Name of a table in the room.
    pub fn table(&self, table: SeatTable) -> String {
        self.word(key::table_key(table))
    }

    /// Name of the repair crews of a trade: that of their pool.
    pub fn crew(&self, skill: SkillId) -> String {
        self.country.skills.get(skill).map_or_else(|| self.unknown(), |row| self.pool(row.pool))
    }

    /// Name of a trade within a sentence.
    pub(super) fn crew_inside(&self, skill: SkillId) -> String {
        inside(&self.crew(skill))
    }

    /// Name of a fleet within a sentence.
    pub fn fleet_inside(&self, fleet: FleetId) -> String {
        inside(&self.fleet(fleet))
    }

    /// Name of a good.
    pub fn good(&self, good: GoodId) -> String {
        self.name("good", self.country.goods.get(good).map(|row| &row.code))
    }

    /// Name of a fleet of contracted vehicles.
    pub fn fleet(&self, fleet: FleetId) -> String {
        self.name("fleet", self.country.fleets.get(fleet).map(|row| &row.code))
    }

    /// Name of a category.
    pub fn class(&self, class: Class) -> String {
        self.word(key::class_key(class))
    }

    /// Name of a transport mode.
    pub fn mode(&self, mode: Mode) -> String {
        self.word(key::mode_key(mode))
    }

    /// Name of a kind of place.
    pub fn node_kind(&self, kind: NodeKind) -> String {
        self.word(key::node_kind_key(kind))
    }

    /// Name of a place.
    pub fn node(&self, node: NodeId) -> String {
        self.proper(self.country.nodes.get(node).map(|row| &row.name))
    }

    /// A stretch of the network, as within a sentence: `spoor Kijfhoek–Roosendaal`.
    pub fn edge(&self, edge: EdgeId) -> String {
        let Some(row) = self.country.edges.get(edge) else { return self.unknown() };
        let key = match row.mode {
            Mode::Rail => "edge-rail",
            Mode::Road => "edge-road",
            Mode::Water => "edge-water",
            Mode::Pipeline => "edge-pipeline",
        };
        self.say(key, &[("from", self.node(row.from).into()), ("to", self.node(row.to).into())])
    }

    /// One direction of a stretch: `spoor van Kijfhoek naar Roosendaal`.
    pub fn link(&self, link: LinkId) -> String {
        let Some(row) = self.country.edges.get(link.edge()) else { return self.unknown() };
        let key = match row.mode {
            Mode::Rail => "link-rail",
            Mode::Road => "link-road",
            Mode::Water => "link-water",
            Mode::Pipeline => "link-pipeline",
        };
        let ends = [self.country.tail(link), self.country.head(link)].map(|node| self.node(node));
        let [from, to] = ends;
        self.say(key, &[("from", from.into()), ("to", to.into())])
    }

    /// Name of a pool.
    pub fn pool(&self, pool: PoolId) -> String {
        match self.country.pools.get(pool) {
            Some(row) if row.kind.has_units() => {
                self.texts.name(self.language, "pool", &row.code.replace('.', "-"))
            }
            row => self.proper(row.map(|row| &row.name)),
        }
    }

    /// Name of a movement.
    pub fn movement(&self, movement: MovementId) -> String {
        let row = self.plan.movements.get(movement);
        row.map_or_else(|| self.unknown(), |row| self.scenario_text(&row.name).to_owned())
    }

    /// Code and title of an inject. For staff: a player reads the message itself.
    pub fn inject(&self, inject: InjectId) -> String {
        let row = self.state.injects.content(self.plan, inject);
        row.map_or_else(
            || self.unknown(),
            |row| format!("{} {}", row.code, self.scenario_text(&row.title)).trim().to_owned(),
        )
    }

    /// In whose name something is done.
    pub fn actor(&self, actor: Actor) -> String {
        match actor {
            Actor::Lead => self.word("actor-lead"),
            Actor::Clock => self.word("actor-clock"),
            Actor::Role(role) => self.role(role),
            Actor::Auto(role) => self.say("actor-auto", &[("role", self.role(role).into())]),
        }
    }

    /// Code and name of a legal basis: `G4 sectorale crisisbevoegdheid`.
    pub fn basis(&self, basis: Basis) -> String {
        let name = self.word(key::basis_key(basis));
        self.say("basis-with-code", &[("code", format!("{basis:?}").into()), ("name", name.into())])
    }

    /// What is hit, as a name: `drinkwater in Zeeland`, `spoor Kijfhoek–Roosendaal`, `terminal Moerdijk`.
    pub fn target(&self, target: Target) -> String {
        match target {
            Target::Edge(edge) => self.edge(edge),
            Target::Process(process, region) => self.process_in(process, region),
            Target::Terminal(node) => self.say("target-terminal", &[("place", self.node(node).into())]),
            Target::Crossing(node) => self.say("target-crossing", &[("place", self.node(node).into())]),
            Target::Grid(element) => self.grid_element(element),
        }
    }

    pub(super) fn process_in(&self, process: ProcessId, region: RegionId) -> String {
        let (name, place) = (self.process_inside(process), self.region(region));
        self.say("target-process", &[("process", name.into()), ("region", place.into())])
    }

    /// A transport by its number: `trein 214 van 1e Pantserbrigade`.
    pub fn transport(&self, serial: u32, what: What) -> String {
        // A number that names a train is not grouped by thousands.
        let number = serial.to_string();
        let (key, name) = match what {
            What::Freight(demand) => (self.freight_key(demand), String::new()),
            What::Movement(movement, row) => (self.unit_key(movement, row), self.movement(movement)),
            What::Special(train) => {
                let train = self.plan.trains.get(usize::from(train));
                let name = train.map_or("", |train| self.scenario_text(&train.name));
                ("transport-special", name.to_owned())
            }
        };
        self.say(key, &[("number", number.into()), ("name", name.into())])
    }

    fn freight_key(&self, demand: crate::sim::ids::DemandId) -> &'static str {
        match self.country.demands.get(demand).map(|row| row.mode) {
            Some(Mode::Rail) | None => "transport-freight-rail",
            Some(Mode::Road) => "transport-freight-road",
            Some(Mode::Water) => "transport-freight-water",
            Some(Mode::Pipeline) => "transport-freight-pipeline",
        }
    }

    fn unit_key(&self, movement: MovementId, destination: u16) -> &'static str {
        let row = self.plan.movements.get(movement);
        let fleet = row.and_then(|row| row.destinations.get(usize::from(destination))).map(|row| row.fleet);
        match fleet.and_then(|fleet| self.country.fleets.get(fleet)).map(|row| row.mode) {
            Some(Mode::Rail) | None => "transport-unit-rail",
            Some(Mode::Road) => "transport-unit-road",
            Some(Mode::Water) => "transport-unit-water",
            Some(Mode::Pipeline) => "transport-unit-pipeline",
        }
    }

    /// An amount of a pool: `4 treinen`, `25 voertuigen`, `40 verladingen`.
    pub fn units(&self, pool: PoolId, count: u32) -> String {
        let key = match self.country.pools.get(pool).map(|row| row.kind) {
            Some(PoolKind::Paths(mode)) => slot_key(mode),
            Some(PoolKind::Held | PoolKind::Stock) => "units-plain",
            Some(PoolKind::Crews) => "units-teams",
            Some(PoolKind::Handling) | None => "units-handling",
        };
        self.say(key, &[("count", count.into())])
    }

    /// An amount of a pool for the time in which it is divided: an hour, or a window of several hours.
    pub fn units_per_window(&self, pool: PoolId, count: u32) -> String {
        let kind = self.country.pools.get(pool).map(|row| row.kind);
        if kind.is_some_and(PoolKind::has_units) {
            return self.units(pool, count);
        }
        let edges = self.country.edges.rows().iter().filter(|edge| edge.pool == Some(pool));
        let hours = edges.map(|edge| edge.window_hours).max().unwrap_or(1);
        self.per_window(self.units(pool, count), hours)
    }

    /// Slots of a stretch for its window and direction.
    pub fn slots(&self, edge: EdgeId, count: u16) -> String {
        let Some(row) = self.country.edges.get(edge) else { return self.unknown() };
        let units = self.say(slot_key(row.mode), &[("count", count.into())]);
        self.per_window(units, row.window_hours)
    }

    fn per_window(&self, units: String, hours: u8) -> String {
        if hours > 1 {
            self.say("per-window", &[("units", units.into()), ("hours", hours.into())])
        } else {
            self.say("per-hour", &[("units", units.into())])
        }
    }
}

/// A label within a sentence: only for common nouns, where nothing but the first letter changes.
pub(super) fn inside(label: &str) -> String {
    let mut rest = label.chars();
    rest.next().map_or_else(String::new, |first| first.to_lowercase().chain(rest).collect())
}

fn slot_key(mode: Mode) -> &'static str {
    match mode {
        Mode::Rail => "units-rail",
        Mode::Road => "units-road",
        Mode::Water => "units-water",
        Mode::Pipeline => "units-pipeline",
    }
}
