//! A country many times as large, for the growth of the transport layer: copies of the network beside each other, each with
//! its own pools, demand and ways. Must not change how dense the traffic is: `layer` measures.

use doorvoerland::{
    scenario::load::Exercise,
    sim::{
        country::Country,
        ids::{DenseId, LinkId, NodeId, OdId, PathId, PoolId},
        plan::Plan,
        routes::{Od, Path},
    },
};

/// The country and the plan of an exercise with `copies` of the network. Regions, goods and the movement stay one.
pub fn larger(exercise: &Exercise, copies: u32) -> (Country, Plan) {
    let (one, first) = (&*exercise.country, &*exercise.plan);
    let (mut country, mut plan) = (one.clone(), first.clone());
    for copy in 1..copies as usize {
        let node = |id: NodeId| moved(id, copy * one.nodes.len());
        let pool = |id: PoolId| moved(id, copy * one.pools.len());
        let link = |id: LinkId| moved(id, copy * 2 * one.edges.len());
        let path = |id: PathId| moved(id, copy * first.routes.paths.len());
        let od = |id: OdId| moved(id, copy * first.routes.ods.len());
        for row in one.nodes.rows() {
            let mut row = row.clone();
            if let Some(handling) = &mut row.handling {
                handling.pool = pool(handling.pool);
                handling.quays = handling.quays.map(|quay| quay.map(pool));
            }
            country.nodes.push(row);
        }
        for row in one.edges.rows() {
            let mut row = row.clone();
            (row.from, row.to) = (node(row.from), node(row.to));
            row.pool = row.pool.map(pool);
            country.edges.push(row);
        }
        for row in one.pools.rows() {
            country.pools.push(row.clone());
        }
        for row in one.demands.rows() {
            let mut row = row.clone();
            (row.from, row.to) = (node(row.from), node(row.to));
            country.demands.push(row);
        }
        for row in first.routes.paths.rows() {
            let Path { mut steps, mut stretches, total_s } = row.clone();
            for step in &mut steps {
                step.link = link(step.link);
            }
            for stretch in &mut stretches {
                stretch.pool = stretch.pool.map(pool);
            }
            plan.routes.paths.push(Path { steps, stretches, total_s });
        }
        for row in first.routes.ods.rows() {
            let paths = row.paths.iter().copied().map(path).collect();
            let (from, to, first_pool) = (node(row.from), node(row.to), row.pool.map(pool));
            plan.routes.push(Od { from, to, paths, pool: first_pool, ..row.clone() });
        }
        for row in first.routes.of_demand.rows() {
            plan.routes.of_demand.push(od(*row));
        }
        for row in first.routes.shift_of_demand.rows() {
            plan.routes.shift_of_demand.push(row.map(|(shift, to)| (shift, od(to))));
        }
    }
    let hours = first.demand_noise_permille.chunks_exact(one.demands.len());
    plan.demand_noise_permille = hours.flat_map(|hour| hour.repeat(copies as usize)).collect();
    plan.derive(&country);
    (country, plan)
}

fn moved<I: DenseId>(id: I, by: usize) -> I {
    I::from_index(id.index() + by)
}
