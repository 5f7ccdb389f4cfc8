//! Military units in transit and trains that run as ordered.

use super::{conditions::Scope, every};
use crate::{
    scenario::{
        fault::Faults,
        scalar::Ref,
        schema::exercise::{DestinationRow, MovementRow, ShipRow, TrainRow},
    },
    sim::{
        country::NodeKind,
        ids::{NodeId, Table},
        plan::{Destination, Movement, Ship, SpecialTrain},
    },
};

/// Most pieces on one ship.
const PIECES_MAX: u32 = 20_000;

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
    if row.ships.value.is_empty() {
        faults.add(&row.ships.place, "nothing brings this unit", "add a ship");
    }
    let ships = every(row.ships.value.iter().map(|row| ship(row, scope, faults)).collect::<Vec<_>>());
    let destinations = destinations(row, scope, faults);
    let due = scope.moment(&row.due, faults);
    Some(Movement {
        code: row.code.text.clone(),
        name: (&row.name).into(),
        nation: nation.clone(),
        personnel: row.personnel,
        class: row.class.value,
        ships: ships?,
        destinations: destinations?,
        due: due?,
    })
}

fn ship(row: &ShipRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Ship> {
    let port = scope.terminal(&row.port, faults);
    let arrives = scope.moment(&row.arrives, faults);
    let pieces = &row.pieces.value;
    let sum = u64::from(pieces.tracked) + u64::from(pieces.wheeled) + u64::from(pieces.containers);
    let pieces = u32::try_from(sum).ok().filter(|sum| (1..=PIECES_MAX).contains(sum));
    if pieces.is_none() {
        faults.add(
            &row.pieces.place,
            format!("a ship with {sum} pieces"),
            format!("write 1 to {PIECES_MAX} together"),
        );
    }
    Some(Ship { port: port?, arrives: arrives?, pieces: pieces? })
}

fn destinations(row: &MovementRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Vec<Destination>> {
    let rows = &row.destinations.value;
    let sum: i64 = rows.iter().map(|row| row.share.value.times_round(1000)).sum();
    if sum != 1000 {
        let what = format!("the shares of the destinations add up to {sum} thousandths");
        faults.add(&row.destinations.place, what, "make them add up to 1");
    }
    let found = every(rows.iter().map(|row| destination(row, scope, faults)).collect::<Vec<_>>())?;
    for (index, (row, destination)) in rows.iter().zip(&found).enumerate() {
        if found
            .iter()
            .take(index)
            .any(|earlier| earlier.fleet == destination.fleet && earlier.to == destination.to)
        {
            faults.add(&row.to.place, "this way stands here twice", "add the shares up in one");
        }
    }
    (sum == 1000).then_some(found)
}

fn destination(row: &DestinationRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Destination> {
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
    Some(Destination { fleet: fleet?, to: to?, share_permille: share? })
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
