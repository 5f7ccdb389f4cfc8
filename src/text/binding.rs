//! Why a transport cannot go: the place, the time window, and what would help.
//!
//! Must not look for what binds: `sim::query::binding` and the ledger say it.

use super::{Arg, Narrator};
use crate::sim::{
    country::{PolicyLimit, PoolKind},
    event::Binding,
    ids::{LinkId, NodeId, PoolId},
    query,
    time::{Span, Tick},
    ways_out::{Priced, WayOut},
};

impl Narrator<'_> {
    /// What binds a claim, and what would help.
    pub fn binding_sentence(&self, binding: Binding) -> String {
        match binding {
            Binding::Slots(link, _) if let Some(crossing) = self.neighbour(link) => self.sentence(
                "binding-neighbour",
                &[("place", self.node(crossing).into()), ("slots", self.slots_now(link).into())],
            ),
            Binding::Slots(link, hour) if self.closed(link) => self.on_link("binding-closed", link, hour),
            Binding::Slots(link, hour) => self.on_link("binding-slots", link, hour),
            Binding::KeptFree(link, hour) => self.on_link("binding-kept-free", link, hour),
            Binding::Cap(link, hour) => self.on_link("binding-cap", link, hour),
            Binding::ConvoyHours(link, hour) => self.on_link("binding-convoy-hours", link, hour),
            Binding::Ceiling(link) => self.on_link("binding-ceiling", link, self.state.tick.hour()),
            Binding::DayCap(pool) => self.sentence(
                "binding-day-cap",
                &[("pool", self.pool(pool).into()), ("owner", self.pool_owner(Some(pool)).into())],
            ),
            Binding::Units(pool) => self.sentence(
                if self.is_crews(pool) { "binding-crews" } else { "binding-units" },
                &[("pool", self.pool(pool).into()), ("owner", self.pool_owner(Some(pool)).into())],
            ),
            Binding::QuayFull(node) => {
                self.sentence("binding-quay-full", &[("place", self.node(node).into())])
            }
            Binding::Crowd(node) => self.sentence("binding-crowd", &[("place", self.node(node).into())]),
            Binding::NoWay => self.word("binding-no-way"),
            Binding::Handling(node) => {
                let pool = self.country.nodes.get(node).and_then(|row| row.handling).map(|row| row.pool);
                self.sentence(
                    "binding-handling",
                    &[("place", self.node(node).into()), ("owner", self.pool_owner(pool).into())],
                )
            }
        }
    }

    fn is_crews(&self, pool: PoolId) -> bool {
        self.country.pools.get(pool).is_some_and(|row| row.kind == PoolKind::Crews)
    }

    /// A way out of a refusal, with what it costs in time.
    pub fn way_out(&self, priced: Priced) -> String {
        let delay = self.texts.span(self.language, priced.delay);
        let mut args: Vec<(&str, Arg)> = vec![("delay", delay.into())];
        let key = match priced.way {
            WayOut::Later(at) => {
                args.push(("time", self.when(at).into()));
                "way-out-later"
            }
            WayOut::OtherMode(mode) => {
                args.push(("mode", super::narrator::inside(&self.mode(mode)).into()));
                if priced.delay == Span(0) { "way-out-mode-at-once" } else { "way-out-mode" }
            }
            WayOut::OtherPort(node) => {
                args.push(("place", self.node(node).into()));
                if priced.delay == Span(0) { "way-out-port-at-once" } else { "way-out-port" }
            }
            WayOut::UnitsBack(pool, at) => {
                args.push(("pool", self.pool(pool).into()));
                args.push(("time", self.when(at).into()));
                "way-out-units"
            }
            WayOut::AskOwner(pool) => {
                args.push(("pool", self.pool(pool).into()));
                args.push(("owner", self.pool_owner(Some(pool)).into()));
                "way-out-owner"
            }
            WayOut::Basis(pool, limit) => {
                let info = self.country.pools.get(pool).and_then(|row| row.limits.get(usize::from(limit)));
                let names: Vec<String> =
                    info.into_iter().flat_map(PolicyLimit::providers).map(|role| self.owner(role)).collect();
                args.push(("what", self.limit(pool, limit).into()));
                args.push(("basis", info.map_or_else(String::new, |info| self.basis(info.basis)).into()));
                args.push(("providers", self.texts.list(self.language, &names).into()));
                "way-out-basis"
            }
        };
        self.sentence(key, &args)
    }

    /// The crossing of the border behind which a link has no more room.
    fn neighbour(&self, link: LinkId) -> Option<NodeId> {
        let edge = link.edge();
        self.country.edges.get(edge)?;
        query::neighbour_binds(self.country, self.state, edge)
    }

    /// What a link lets through in a window now.
    fn slots_now(&self, link: LinkId) -> String {
        self.slots(link.edge(), self.state.network.capacity[link.edge()])
    }

    fn closed(&self, link: LinkId) -> bool {
        self.state.network.capacity.get(link.edge()).is_some_and(|slots| *slots == 0)
    }

    fn on_link(&self, key: &str, link: LinkId, hour: u32) -> String {
        let edge = self.country.edges.get(link.edge());
        let window = edge.map_or(1, |edge| u32::from(edge.window_hours.max(1)));
        let first = hour - hour % window;
        let begins = Tick(0).after(Span::hours(first));
        let ends = begins.after(Span::hours(window));
        let args: [(&str, Arg); 4] = [
            ("link", self.link(link).into()),
            ("from", self.when(begins).into()),
            ("to", self.when(ends).into()),
            ("owner", self.pool_owner(edge.and_then(|edge| edge.pool)).into()),
        ];
        self.sentence(key, &args)
    }

    pub(super) fn pool_owner(&self, pool: Option<PoolId>) -> String {
        let owner = pool.and_then(|pool| self.country.pools.get(pool)).map(|row| row.owner);
        owner.map_or_else(|| self.word("owner-manager"), |owner| self.owner(owner))
    }
}
