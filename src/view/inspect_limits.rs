//! Facts about what a place takes and what a stretch lets through: berths, long tracks, trains, tunnels, locks.
//!
//! Only what differs from open is told. Must not change anything. See `inspect_network` for the rest of the facts.

use super::{shell::Row, viewer::Sight};
use crate::{
    sim::{
        country::Mode,
        ids::{EdgeId, NodeId},
        limits::{BerthKind, Gauge, Limits},
    },
    text::tonnes,
};

impl Sight<'_> {
    /// Berths by kind and tracks for long trains; at a crossing, what the neighbour takes over.
    pub(super) fn reception_rows(&self, node: NodeId) -> Vec<Row> {
        let row = &self.country().nodes[node];
        let berths = row.berths.iter().map(|berths| {
            let key = match berths.kind {
                BerthKind::RoRo => "inspector-berths-roro",
                BerthKind::Container => "inspector-berths-container",
                BerthKind::Bulk => "inspector-berths-bulk",
                BerthKind::Tanker => "inspector-berths-tanker",
            };
            self.row(key, self.count(berths.count))
        });
        let tracks = row.tracks_740.map(|tracks| self.row("inspector-tracks-740", self.count(tracks)));
        let accepts = row.accepts_per_day.map(|accepts| {
            self.row("inspector-accepts", self.say("inspector-a-day", &[("count", accepts.into())]))
        });
        berths.chain(tracks).chain(accepts).collect()
    }

    /// What a stretch lets through.
    pub(super) fn limit_rows(&self, edge: EdgeId) -> Vec<Row> {
        let row = &self.country().edges[edge];
        let limits = row.limits;
        let yes = |key| self.row(key, self.word("word-yes"));
        let mut rows = Vec::new();
        match row.mode {
            Mode::Rail => {
                if limits.max_train_m < Limits::NONE.max_train_m {
                    rows.push(self.row("inspector-train-length", format!("{} m", limits.max_train_m)));
                }
                if limits.axle_load_dt < Limits::NONE.axle_load_dt {
                    rows.push(self.row("inspector-axle-load", tonnes(self.language, limits.axle_load_dt)));
                }
                if !limits.electrified {
                    rows.push(self.row("inspector-wire", self.word("word-no")));
                }
                if let Some(trains) = limits.dangerous_per_day {
                    let text = self.say("inspector-trains-a-day", &[("count", trains.into())]);
                    rows.push(self.row("inspector-dangerous", text));
                }
            }
            Mode::Road => {
                if limits.tunnel {
                    rows.push(yes("inspector-tunnel"));
                }
                if let Some(hours) = limits.convoy_hours {
                    let between = [("from", hours.from.into()), ("to", hours.to.into())];
                    rows.push(self.row("inspector-convoys", self.say("inspector-convoy-hours", &between)));
                }
            }
            Mode::Pipeline => {}
            Mode::Water => {
                if limits.lock {
                    rows.push(yes("inspector-lock"));
                }
                if let Some(gauge) = limits.gauge {
                    let key = match gauge {
                        Gauge::Rhine => "inspector-gauge-rhine",
                        Gauge::Maas => "inspector-gauge-maas",
                    };
                    rows.push(self.row("inspector-gauge", self.word(key)));
                }
            }
        }
        rows
    }
}
