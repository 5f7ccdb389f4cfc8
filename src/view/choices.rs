//! What can be chosen when something is made up during play: roles, places, processes, crews, ships, by name.
//!
//! For the exercise lead. Must not depend on the moment: it is made once for each language.

use super::board_view::{Eyes, tables};
use super::viewer::{Sight, Viewer};
use crate::{
    session::Session,
    sim::{
        country::{Class, Holder, SeatTable},
        ids::{EdgeId, MovementId, NodeId, PoolId, ProcessId, RegionId, RoleId, SkillId, StorylineId},
        plan::Start,
    },
    text::{Language, Texts, class_key},
};

/// Things with their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Choices {
    /// All roles: those at the tables first, each part in the order of the country.
    pub roles: Vec<(RoleId, String)>,
    /// How many of them are at the tables; the others are played by staff.
    pub at_tables: usize,
    /// All regions.
    pub regions: Vec<(RegionId, String)>,
    /// All vital processes.
    pub processes: Vec<(ProcessId, String)>,
    /// All stretches of the network, by name.
    pub edges: Vec<(EdgeId, String)>,
    /// Places that handle cargo, by name.
    pub terminals: Vec<(NodeId, String)>,
    /// Trades of repair crews.
    pub skills: Vec<(SkillId, String)>,
    /// Pools whose units can be more or fewer, by name.
    pub units: Vec<(PoolId, String)>,
    /// For whom something can be kept, with the category in which it claims.
    pub holders: Vec<(Holder, Class, String)>,
    /// Ships of movements, by their number from 0.
    pub ships: Vec<(MovementId, u16, String)>,
    /// Categories in the order of `Class::ALL`.
    pub classes: Vec<String>,
    /// Storylines of the script.
    pub storylines: Vec<(StorylineId, String)>,
    /// Pictures that a second window can show: the shared one, tables, roles.
    pub pictures: Vec<(Eyes, String)>,
    /// When the scenario starts, to name moments.
    pub start: Option<Start>,
}

/// Everything that can be chosen.
pub fn choices(session: &Session, texts: &Texts, language: Language) -> Choices {
    let sight = Sight::new(session, Viewer::Lead, texts, language);
    let (country, tell) = (sight.country(), sight.tell());
    let mut edges: Vec<_> = country.edges.ids().map(|edge| (edge, tell.edge(edge))).collect();
    edges.sort_by(|left, right| left.1.cmp(&right.1));
    let handles = country.nodes.iter().filter(|(_, row)| row.handling.is_some());
    let mut terminals: Vec<_> = handles.map(|(node, _)| (node, tell.node(node))).collect();
    terminals.sort_by(|left, right| left.1.cmp(&right.1));
    let counted = country.pools.iter().filter(|(_, row)| row.kind.has_units());
    let mut units: Vec<_> = counted.map(|(pool, _)| (pool, tell.pool(pool))).collect();
    units.sort_by(|left, right| left.1.cmp(&right.1));
    let ships = sight.plan().movements.iter().flat_map(|(movement, row)| {
        let name = tell.movement(movement);
        let port = move |port| tell.node(port);
        row.arrivals.iter().zip(0_u16..).map(move |(ship, number)| {
            (movement, number, format!("{name}: {} {}", number + 1, port(ship.port)))
        })
    });
    let seats = &sight.plan().seats;
    let seated = |role: &RoleId| {
        if seats.is_empty() { country.roles[*role].table != SeatTable::Excon } else { seats.contains(role) }
    };
    let (first, others): (Vec<RoleId>, Vec<RoleId>) = country.roles.ids().partition(seated);
    let at_tables = first.len();
    let at_table = |table| sight.say("second-table", &[("table", tell.table(table).into())]);
    let pictures = std::iter::once((Eyes::Public, sight.word("settings-public")))
        .chain(tables(country).map(|table| (Eyes::Table(table), at_table(table))))
        .chain(country.roles.ids().map(|role| (Eyes::Role(role), tell.role(role))));
    Choices {
        pictures: pictures.collect(),
        roles: first.into_iter().chain(others).map(|role| (role, tell.role(role))).collect(),
        at_tables,
        regions: country.regions.ids().map(|region| (region, tell.region(region))).collect(),
        processes: country.processes.ids().map(|process| (process, tell.process(process))).collect(),
        edges,
        terminals,
        skills: country.skills.ids().map(|skill| (skill, tell.crew(skill))).collect(),
        units,
        holders: sight
            .plan()
            .movements
            .iter()
            .map(|(movement, row)| (Holder::Movement(movement), row.class, tell.movement(movement)))
            .collect(),
        ships: ships.collect(),
        classes: Class::ALL.map(|class| sight.word(class_key(class))).into(),
        storylines: sight.plan().cast.storylines.ids().map(|line| (line, tell.storyline(line))).collect(),
        start: Some(sight.plan().start),
    }
}
