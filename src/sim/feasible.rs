//! Can a movement be carried out as it was ordered? Shares, ways, ports and staging held against the plan.
//!
//! Pure; `check` asks it when a movement is planned, `scenario` when a plan is read. Must not judge who may order it.

use super::{
    check::Refusal,
    country::{Country, PieceKind},
    ids::{MovementId, NodeId},
    plan::{Arrival, Carrier, Movement, MovementOrder},
    routes::ALTERNATIVES_MAX,
};

/// Why a movement cannot be carried out like this.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderFault {
    /// The shares do not sum to 1000 or do not match the destinations.
    Shares,
    /// A kind of piece on board has no way with a share that can carry it.
    Stranded(PieceKind),
    /// A port, staging area, corridor or the order of kinds is none of those possible.
    Choice,
}

impl OrderFault {
    pub(super) fn refusal(self, movement: MovementId) -> Refusal {
        match self {
            Self::Shares => Refusal::SharesWrong(movement),
            Self::Stranded(kind) => Refusal::KindStranded(movement, kind),
            Self::Choice => Refusal::NoSuchChoice(movement),
        }
    }
}

/// Can a movement be carried out so? Shares sum to 1000, each kind once with a way that carries it, ports and staging of the plan.
pub fn order_possible(country: &Country, plan: &Movement, order: &MovementOrder) -> Result<(), OrderFault> {
    let count = plan.destinations.len();
    let sum: u32 = order.shares_permille.iter().map(|share| u32::from(*share)).sum();
    if order.shares_permille.len() != count || sum != 1000 {
        return Err(OrderFault::Shares);
    }
    let mut kinds = order.kinds;
    kinds.sort_unstable();
    let corridor = |corridor: &Option<u8>| corridor.is_none_or(|way| usize::from(way) < ALTERNATIVES_MAX);
    let berths = |port: NodeId, arrival: &Arrival| {
        country.nodes[port].handling.is_some_and(|handling| handling.quay(arrival.berth).is_some())
    };
    let reachable = |(arrival, port): (&Arrival, &NodeId)| {
        let choice = arrival.by == Carrier::Ship && plan.choices.ports.contains(port);
        *port == arrival.port || choice && berths(*port, arrival)
    };
    let possible = kinds == PieceKind::ALL
        && order.corridors.len() == count
        && order.corridors.iter().all(corridor)
        && order.ports.len() == plan.arrivals.len()
        && plan.arrivals.iter().zip(&order.ports).all(reachable)
        && order.staging.is_none_or(|staging| plan.choices.staging.contains(&staging));
    if !possible {
        return Err(OrderFault::Choice);
    }
    for kind in PieceKind::ALL {
        let on_board = plan.arrivals.iter().any(|arrival| arrival.pieces[kind] > 0);
        let mut ways = plan.destinations.iter().zip(&order.shares_permille);
        let carried = ways.any(|(to, share)| *share > 0 && country.fleets[to.fleet].pieces[kind] > 0);
        if on_board && !carried {
            return Err(OrderFault::Stranded(kind));
        }
    }
    Ok(())
}
