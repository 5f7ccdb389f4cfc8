//! Military units in transit and trains that run as ordered.

use super::{conditions::Scope, every};
use crate::{
    scenario::{
        fault::Faults,
        scalar::Ref,
        schema::exercise::{ArrivalRow, DestinationRow, MovementRow, TrainRow},
    },
    sim::{
        check::{OrderFault, order_possible},
        country::{Node, NodeKind, PerKind, PieceKind},
        ids::{NodeId, Table},
        plan::{Arrival, Carrier, Choices, Destination, Movement, MovementOrder, SpecialTrain},
        time::Tick,
    },
};

/// Most pieces in one arrival.
const PIECES_MAX: u64 = 20_000;

/// Every movement.
pub(super) fn movements(
    rows: &[MovementRow],
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Table<crate::sim::ids::MovementId, Movement>> {
    every(rows.iter().map(|row| movement(row, scope, faults)).collect::<Vec<_>>()).map(Table::new)
}

fn movement(row: &MovementRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Movement> {
    let nation = &row.nation.value.0;
    if nation.len() != 2 || !nation.bytes().all(|each| each.is_ascii_uppercase()) {
        faults.add(
            &row.nation.place,
            format!("\"{nation}\" is no country"),
            "write two capitals, such as US",
        );
    }
    if !row.class.value.is_military() {
        faults.add(&row.class.place, "a movement is military transport", "write Military or UrgentMilitary");
    }
    if row.arrivals.value.is_empty() {
        faults.add(&row.arrivals.place, "nothing brings this unit", "add an arrival");
    }
    let arrivals =
        every(row.arrivals.value.iter().map(|row| arrival(row, scope, faults)).collect::<Vec<_>>());
    let destinations = destinations(row, scope, faults);
    let staging = row.staging.as_ref().map(|code| staging_area(code, scope, faults));
    let due = due(row, scope, faults);
    let (arrivals, destinations) = (arrivals?, destinations?);
    let nodes = scope.country.nodes.iter();
    let choices = Choices {
        ports: nodes.filter(|(_, node)| berths(node)).map(|(id, _)| id).collect(),
        staging: scope.country.nodes.iter().filter(|(_, node)| node.staging).map(|(id, _)| id).collect(),
    };
    let order = MovementOrder {
        shares_permille: destinations.iter().map(|(_, share)| *share).collect(),
        corridors: vec![None; destinations.len()],
        kinds: PieceKind::ALL,
        ports: arrivals.iter().map(|arrival| arrival.port).collect(),
        staging: staging.map_or(Some(None), |staging| staging.map(Some))?,
        on_hold: false,
    };
    let movement = Movement {
        code: row.code.text.clone(),
        name: (&row.name).into(),
        nation: nation.clone(),
        personnel: row.personnel,
        class: row.class.value,
        arrivals,
        destinations: destinations.into_iter().map(|(destination, _)| destination).collect(),
        choices,
        order,
        due: due?,
        tier: row.tier.as_ref().map(|tier| tier.value),
    };
    if let Err(OrderFault::Stranded(kind)) = order_possible(scope.country, &movement, &movement.order) {
        let what = format!("no way with a share can carry {kind:?}");
        faults.add(&row.destinations.place, what, "add a fleet that carries them, with a share");
    }
    Some(movement)
}

/// When all of it must be across: not after the end of its tier.
fn due(row: &MovementRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Tick> {
    let due = scope.moment(&row.due, faults)?;
    let tier = row.tier.as_ref().map(|tier| tier.value);
    let within = tier.and_then(|tier| scope.country.readiness.tiers.get(tier as usize)).map(|row| row.within);
    if let Some((tier, within)) = tier.zip(within)
        && due > Tick(within.0)
    {
        let what = format!("a unit of the tier {tier:?} that is due after {} days", Tick(within.0).day());
        faults.add(&row.due.place, what, "write an earlier moment, or a later tier");
    }
    Some(due)
}

fn berths(node: &Node) -> bool {
    node.handling.is_some_and(|handling| handling.quays.iter().any(Option::is_some))
}

fn arrival(row: &ArrivalRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Arrival> {
    let port = match row.by.value {
        Carrier::Ship | Carrier::Air => scope.terminal(&row.port, faults),
        Carrier::Rail | Carrier::Road => scope.codes.nodes.find(&row.port),
    };
    let at = port.map(|port| &scope.country.nodes[port]);
    if row.by.value == Carrier::Ship && at.is_some_and(|node| node.kind != NodeKind::Seaport) {
        faults.add(&row.port.place, format!("no ship comes to \"{}\"", row.port.text), "name a seaport");
    }
    let arrives = scope.moment(&row.arrives, faults);
    let pieces = &row.pieces.value;
    let pieces = PerKind([pieces.tracked, pieces.wheeled, pieces.containers, pieces.ammunition, pieces.fuel]);
    let sum: u64 = pieces.0.iter().map(|count| u64::from(*count)).sum();
    if !(1..=PIECES_MAX).contains(&sum) {
        faults.add(
            &row.pieces.place,
            format!("an arrival with {sum} pieces"),
            format!("write 1 to {PIECES_MAX} together"),
        );
        return None;
    }
    let kind = row.berth.value;
    let taken = at.is_none_or(|node| node.handling.is_some_and(|handling| handling.quay(kind).is_some()));
    if row.by.value == Carrier::Ship && !taken && at.is_some_and(berths) {
        let what = format!("\"{}\" takes no military ship at a berth of kind {kind:?}", row.port.text);
        faults.add(&row.berth.place, what, "name another kind of berth or another port");
    }
    Some(Arrival { by: row.by.value, port: port?, berth: kind, arrives: arrives?, pieces })
}

fn staging_area(code: &Ref<NodeId>, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<NodeId> {
    let node = scope.codes.nodes.find(code)?;
    if scope.country.nodes[node].staging {
        return Some(node);
    }
    let known = scope.country.nodes.rows().iter().filter(|node| node.staging).map(|node| node.code.as_str());
    let repair = format!("name one of {}", known.collect::<Vec<_>>().join(", "));
    faults.add(&code.place, format!("\"{}\" is no staging area", code.text), repair);
    None
}

fn destinations(
    row: &MovementRow,
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Vec<(Destination, u16)>> {
    let rows = &row.destinations.value;
    let sum: i64 = rows.iter().map(|row| row.share.value.times_round(1000)).sum();
    if sum != 1000 {
        let what = format!("the shares of the destinations add up to {sum} thousandths");
        faults.add(&row.destinations.place, what, "make them add up to 1");
    }
    let found = every(rows.iter().map(|row| destination(row, scope, faults)).collect::<Vec<_>>())?;
    for (index, (row, destination)) in rows.iter().zip(&found).enumerate() {
        if found.iter().take(index).any(|(earlier, _)| earlier == &destination.0) {
            faults.add(&row.to.place, "this way stands here twice", "add the shares up in one");
        }
    }
    (sum == 1000).then_some(found)
}

fn destination(
    row: &DestinationRow,
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<(Destination, u16)> {
    let fleet = scope.codes.fleets.find(&row.fleet);
    let to = abroad(&row.to, scope, faults);
    let share = u16::try_from(row.share.value.times_round(1000)).ok().filter(|share| *share <= 1000);
    if share.is_none() {
        faults.add(
            &row.share.place,
            format!("{} is no share", row.share.value),
            "write a number from 0 to 1",
        );
    }
    Some((Destination { fleet: fleet?, to: to? }, share?))
}

fn abroad(code: &Ref<NodeId>, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<NodeId> {
    let node = scope.codes.nodes.find(code)?;
    if scope.country.nodes[node].kind == NodeKind::Abroad {
        return Some(node);
    }
    let known = scope
        .country
        .nodes
        .rows()
        .iter()
        .filter(|node| node.kind == NodeKind::Abroad)
        .map(|node| node.code.as_str());
    let repair = format!("name one of {}", known.collect::<Vec<_>>().join(", "));
    faults.add(&code.place, format!("\"{}\" does not lie across the border", code.text), repair);
    None
}

/// Trains that run as ordered.
pub(super) fn trains(
    rows: &[TrainRow],
    scope: &Scope<'_>,
    faults: &mut Faults<'_>,
) -> Option<Vec<SpecialTrain>> {
    every(rows.iter().map(|row| train(row, scope, faults)).collect::<Vec<_>>())
}

fn train(row: &TrainRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<SpecialTrain> {
    let (from, to) = (scope.codes.nodes.find(&row.from), scope.codes.nodes.find(&row.to));
    if from.is_some() && from == to {
        faults.add(&row.to.place, "the train ends where it begins", "name another destination");
    }
    let ready = scope.moment(&row.ready, faults);
    Some(SpecialTrain {
        code: row.code.text.clone(),
        name: (&row.name).into(),
        class: row.class,
        ammunition: row.ammunition,
        from: from?,
        to: to?,
        ready: ready?,
        pieces: row.pieces,
    })
}
