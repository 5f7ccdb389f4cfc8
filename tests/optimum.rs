//! The yardstick of a debrief: every flow proves itself to be the best one; `optimum/bound.rs` has the bound.

#[path = "optimum/bound.rs"]
mod bound;
#[path = "bench/w2.rs"]
mod w2;

use doorvoerland::optimum::flow::{Arc, Flow, FlowError, least_cost};
use proptest::prelude::*;

/// A flow is right when nothing is lost and no arc overflows; it is best when no arc that can still take something would
/// gain by it, at the prices it comes with (linear programming duality: that is proof, whatever the method).
#[track_caller]
fn assert_best(nodes: usize, arcs: &[Arc], found: &Flow) {
    let mut balance = vec![0_i64; nodes];
    let mut cost = 0;
    for (arc, flow) in arcs.iter().zip(&found.flow) {
        assert!((0..=arc.capacity).contains(flow), "{arc:?} carries {flow}");
        balance[arc.from as usize] -= flow;
        balance[arc.to as usize] += flow;
        cost += i128::from(arc.cost) * i128::from(*flow);
        let reduced = arc.cost + found.price[arc.from as usize] - found.price[arc.to as usize];
        assert!(*flow == arc.capacity || reduced >= 0, "{arc:?} carries {flow} and should carry more");
        assert!(*flow == 0 || reduced <= 0, "{arc:?} carries {flow} and should carry less");
    }
    assert!(balance.iter().all(|rest| *rest == 0), "{balance:?}");
    assert_eq!(cost, found.cost);
}

fn networks() -> impl Strategy<Value = (usize, Vec<Arc>)> {
    (1_usize..12).prop_flat_map(|nodes| {
        let end = 0..nodes as u32;
        let arc = (end.clone(), end, 0_i64..20, -30_i64..30).prop_map(|(from, to, capacity, cost)| Arc {
            from,
            to,
            capacity,
            cost,
        });
        (Just(nodes), proptest::collection::vec(arc, 0..50))
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_flow_is_balanced_within_capacity_and_proved_best((nodes, arcs) in networks()) {
        let found = least_cost(nodes, &arcs).expect("the network is sound");
        assert_best(nodes, &arcs, &found);
    }
}

#[test]
fn a_full_short_way_sends_the_rest_round() {
    let arc = |from, to, capacity, cost| Arc { from, to, capacity, cost };
    // 10 units are worth 100 each at node 1; the short way takes 6 of them at 5, the long way the rest at 20.
    let arcs = [arc(0, 1, 6, 5), arc(0, 2, 9, 10), arc(2, 1, 9, 10), arc(1, 0, 10, -100)];
    let found = least_cost(3, &arcs).unwrap();
    assert_eq!(found.flow, [6, 4, 4, 10]);
    assert_eq!(found.cost, 6 * 5 + 4 * 20 - 1000);
    // What one more unit of room on the short way would be worth.
    assert_eq!(found.price[1] - found.price[0] - 5, 15);
}

#[test]
fn a_broken_network_is_refused() {
    let arc = Arc { from: 0, to: 3, capacity: 1, cost: 0 };
    assert_eq!(least_cost(2, &[arc]), Err(FlowError::BadArc(0)));
    let negative = Arc { from: 0, to: 1, capacity: -1, cost: 0 };
    assert_eq!(least_cost(2, &[Arc { to: 1, ..arc }, negative]), Err(FlowError::BadArc(1)));
    let dear = Arc { from: 0, to: 1, capacity: 1, cost: i64::MAX };
    assert_eq!(least_cost(2, &[dear]), Err(FlowError::TooLarge));
    let wide = Arc { from: 0, to: 1, capacity: i64::MAX, cost: 1 };
    assert_eq!(least_cost(2, &[wide, wide]), Err(FlowError::TooLarge));
}

#[test]
fn the_reference_workload_gets_the_answer_of_other_solvers() {
    // Answers on which OR-Tools, HiGHS, networkx and LEMON agree.
    let work = w2::Workload::new(w2::Size::named("small").expect("a size"));
    let costs = work.solve(work.steps()).unwrap();
    assert_eq!((costs[0], costs.iter().sum::<i64>()), (11_805_940, 779_726_680));
    assert_eq!(w2::hash(&costs), 0x571c_038c_4222_0080);
}
