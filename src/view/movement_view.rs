//! Military movements: what came, what stands on the quay, what is across the border, and whether the date will be met.
//! What can be chosen, the stages and what it waits for are in `movement_plan_view`.
//!
//! Not on the shared picture. The forecast here only extends the pace of the last day; `pool_draft` forecasts with the rules.

use super::{
    inspect_transport::WAYS_OUT,
    movement_plan_view::{BasketRow, KindRow, PlanChoices, StageRow, WaitRow, carrier_key},
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        country::{Class, Power},
        event::Binding,
        ids::{MovementId, NodeId, RoleId},
        plan::{Carrier, MovementOrder},
        query,
        state::{ArrivalPhase, Phase, What},
        time::{TICKS_PER_HOUR, Tick},
        ways_out,
    },
    text::{Language, Texts},
};

/// Hours over which the pace of delivery is measured.
const PACE_HOURS: u32 = 24;

/// All movements.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MovementsView {
    /// In the order of the plan.
    pub movements: Vec<MovementView>,
    /// What their troops asked of the country and got, since the start.
    pub basket: Vec<BasketRow>,
}

/// One movement.
#[derive(Clone, Debug, PartialEq)]
pub struct MovementView {
    /// Which.
    pub movement: MovementId,
    /// Its name.
    pub name: String,
    /// Nation, ISO 3166 code.
    pub nation: String,
    /// Soldiers, in words.
    pub personnel: String,
    /// Category.
    pub class: Class,
    /// Pieces in all.
    pub pieces: u32,
    /// Pieces across the border.
    pub delivered: u32,
    /// The same as a share in thousandths.
    pub delivered_permille: u16,
    /// `120 van 400 over de grens`.
    pub progress: String,
    /// Pieces on board of ships, on the quay, and on their way.
    pub aboard: u32,
    /// On the quay.
    pub ashore: u32,
    /// Being loaded, waiting or under way.
    pub under_way: u32,
    /// When all of it must be there.
    pub due: String,
    /// What to expect, in words.
    pub outlook: Outlook,
    /// The same as a sentence.
    pub outlook_words: String,
    /// What brings it, in the order of the plan.
    pub ships: Vec<ShipView>,
    /// Where it goes, in the order of the plan.
    pub ways: Vec<WayView>,
    /// How it is carried out: what a draft of another plan starts from.
    pub order: MovementOrder,
    /// Pieces by kind.
    pub kinds: Vec<KindRow>,
    /// Places where it is at work, in the order in which they came into use.
    pub stages: Vec<StageRow>,
    /// What its departures wait for.
    pub waits: Vec<WaitRow>,
    /// What can be chosen.
    pub choices: PlanChoices,
    /// Departures are stopped by order.
    pub on_hold: bool,
    /// The role in whose name this viewer may plan, if any.
    pub plan_as: Option<RoleId>,
}

/// What to expect of a movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outlook {
    /// All of it is across.
    Complete,
    /// At the pace of the last day it will be in time.
    OnTime,
    /// At the pace of the last day it will be late.
    Late,
    /// Its date has passed.
    Missed,
    /// Nothing went across in the last day: no pace to go by.
    Unknown,
}

/// What brings a part of a movement: a ship, aircraft, trains or columns.
#[derive(Clone, Debug, PartialEq)]
pub struct ShipView {
    /// Where it berths.
    pub port: NodeId,
    /// `Schip 1: Rotterdam, wo 14 okt 14:45`.
    pub words: String,
    /// At the quay.
    pub berthed: bool,
    /// Pieces still on board.
    pub aboard: u32,
    /// Why it is not on its planned time; empty when it is or that is not known.
    pub cause: String,
    /// What it waits for, and the cheapest ways out; empty when it does not wait.
    pub waits: Vec<String>,
}

/// A mode with its destination.
#[derive(Clone, Debug, PartialEq)]
pub struct WayView {
    /// `spoor naar Emmerich 60 %`.
    pub words: String,
    /// Share now, in thousandths.
    pub share_permille: u16,
    /// Pieces sent.
    pub sent: u32,
    /// Name of the fleet that carries it.
    pub fleet: String,
    /// Sets of it that are free.
    pub sets_free: u32,
    /// Sets of it that exist.
    pub sets: u32,
}

/// The movements as a viewer knows them.
pub fn movements_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> MovementsView {
    let sight = Sight::new(session, viewer, texts, language);
    if viewer == Viewer::Public {
        return MovementsView::default();
    }
    let rolling = sight.rolling();
    let movements = sight.plan().movements.ids();
    MovementsView {
        movements: movements.map(|movement| sight.movement(movement, &rolling)).collect(),
        basket: sight.basket_rows(),
    }
}

impl Sight<'_> {
    /// Pieces on transports, by movement.
    fn rolling(&self) -> Vec<u32> {
        let mut pieces = vec![0; self.plan().movements.len()];
        for (_, row) in self.state().consignments.active() {
            if let What::Movement(movement, _) = row.what
                && row.phase != Phase::Gone
                && let Some(sum) = pieces.get_mut(movement.0 as usize)
            {
                *sum += u32::from(row.units);
            }
        }
        pieces
    }

    fn movement(&self, movement: MovementId, rolling: &[u32]) -> MovementView {
        let tell = self.tell();
        let plan = &self.plan().movements[movement];
        let row = &self.state().movements[movement];
        let permille = (row.delivered * 1000).checked_div(row.pieces).unwrap_or(1000);
        let (outlook, outlook_words) = self.outlook(movement);
        let planner = self.movement_planner();
        MovementView {
            movement,
            name: tell.movement(movement),
            nation: plan.nation.clone(),
            personnel: self.say("units-people", &[("count", plan.personnel.into())]),
            class: plan.class,
            pieces: row.pieces,
            delivered: row.delivered,
            delivered_permille: u16::try_from(permille).unwrap_or(1000),
            progress: self.say(
                "movement-progress",
                &[("delivered", row.delivered.into()), ("pieces", row.pieces.into())],
            ),
            aboard: row.arrivals.iter().map(|ship| ship.aboard.sum()).sum(),
            ashore: row.ports.iter().map(|port| port.ashore.sum()).sum(),
            under_way: rolling.get(movement.0 as usize).copied().unwrap_or(0),
            due: self.moment(plan.due),
            outlook,
            outlook_words,
            ships: self.ships(movement),
            ways: self.ways(movement),
            order: row.order.clone(),
            kinds: self.kind_rows(movement),
            stages: self.stage_rows(movement),
            waits: self.wait_rows(movement),
            choices: self.plan_choices(movement),
            on_hold: row.order.on_hold,
            plan_as: planner.and_then(|role| self.acts_for(role)).filter(|_| !self.looking()),
        }
    }

    /// The role that plans movements: the viewer's own if it may, else the first.
    fn movement_planner(&self) -> Option<RoleId> {
        let can = |role: &RoleId| self.country().roles[*role].powers.contains(&Power::PlanMovements);
        let own = self.role().filter(|role| self.country().roles.get(*role).is_some()).filter(can);
        own.or_else(|| self.country().roles.ids().find(can))
    }

    fn ships(&self, movement: MovementId) -> Vec<ShipView> {
        let state = &self.state().movements[movement];
        let rows = state.order.ports.iter().copied().zip(&state.arrivals).zip(1_u32..);
        let waits = |number: u32| {
            let index = number as usize - 1;
            let (country, plan, state) = (self.country(), self.plan(), self.state());
            let pool = ways_out::short_of(country, plan, state, movement, index)?;
            let ways = ways_out::of_arrival(country, plan, state, movement, index, WAYS_OUT);
            let mut lines = vec![self.binding_words(Binding::Units(pool))?];
            lines.extend(self.ways_out(&ways));
            Some(lines)
        };
        rows.map(|((port, row), number)| ShipView {
            port,
            words: self.say(
                "movement-arrival-due",
                &[
                    ("what", self.arrival_words(movement, number).into()),
                    ("port", self.tell().node(port).into()),
                    ("time", self.moment(row.arrives).into()),
                ],
            ),
            berthed: row.phase > ArrivalPhase::Waiting,
            aboard: row.aboard.sum(),
            cause: self.cause_words(row.cause).unwrap_or_default(),
            waits: waits(number).unwrap_or_default(),
        })
        .collect()
    }

    /// `Schip 1`, `Vluchten 2`.
    fn arrival_words(&self, movement: MovementId, number: u32) -> String {
        let by = self.plan().movements[movement].arrivals.get(number as usize - 1).map(|row| row.by);
        self.say(carrier_key(by.unwrap_or(Carrier::Ship)), &[("number", number.into())])
    }

    fn ways(&self, movement: MovementId) -> Vec<WayView> {
        let plan = &self.plan().movements[movement];
        let row = &self.state().movements[movement];
        let tell = self.tell();
        let ways = plan.destinations.iter().enumerate();
        ways.map(|(index, destination)| {
            let share = row.order.shares_permille.get(index).copied().unwrap_or(0);
            let fleet = &self.country().fleets[destination.fleet];
            let name = self.say(
                "share-of-destination",
                &[
                    ("mode", tell.fleet_inside(destination.fleet).into()),
                    ("place", tell.node(destination.to).into()),
                    ("share", crate::text::permille_as_percent(self.language, share.into()).into()),
                ],
            );
            WayView {
                words: name,
                share_permille: share,
                sent: row.sent.get(index).copied().unwrap_or(0),
                fleet: tell.fleet(destination.fleet),
                sets_free: query::room(self.country(), self.state(), fleet.pool, plan.class),
                sets: self.state().pools[fleet.pool].units,
            }
        })
        .collect()
    }

    /// The date at the pace of the last day, compared with the date it must be there.
    fn outlook(&self, movement: MovementId) -> (Outlook, String) {
        let row = &self.state().movements[movement];
        let due = self.plan().movements[movement].due;
        if let Some(done) = row.completed {
            let time = self.moment(done);
            return (Outlook::Complete, self.say("inspector-completed", &[("time", time.into())]));
        }
        if row.late {
            return (Outlook::Missed, self.word("inspector-late"));
        }
        let missing = row.pieces.saturating_sub(row.delivered);
        let pace = row.delivered.saturating_sub(self.delivered_before(movement));
        let Some(hours) = (missing * PACE_HOURS).checked_div(pace) else {
            return (Outlook::Unknown, self.word("movement-outlook-unknown"));
        };
        let expected = Tick(self.now().0.saturating_add(hours.saturating_mul(TICKS_PER_HOUR)));
        let (outlook, key) = if expected <= due {
            (Outlook::OnTime, "movement-outlook-on-time")
        } else {
            (Outlook::Late, "movement-outlook-late")
        };
        let day = self.texts.day(self.language, self.plan().start, expected);
        (outlook, self.say(key, &[("day", day.into())]))
    }

    /// Pieces across the border a day ago.
    fn delivered_before(&self, movement: MovementId) -> u32 {
        let since = self.now().hour().saturating_sub(PACE_HOURS);
        let mut hours = self.session.history().hours_until(self.now()).rev();
        let row = hours.find(|row| row.hour <= since);
        row.and_then(|row| row.delivered.get(movement.0 as usize)).copied().unwrap_or(0)
    }
}
