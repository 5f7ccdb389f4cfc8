//! The page for who takes a role over: what holds in its name and what waits for it. Goes behind the briefing.
//!
//! Made of the role's own decisions and of requests it takes part in: nothing that the role does not know. Must not hand anything over: the
//! staff does (`Steer::HandOver`).

use super::{
    briefing_view::BriefingSection,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{cause::Cause, ids::RoleId, state::Request},
    text::{Language, Texts},
};

/// What holds in the name of a role and what waits for it; empty sections are left out.
pub fn handover_sections(
    session: &Session,
    role: RoleId,
    texts: &Texts,
    language: Language,
) -> Vec<BriefingSection> {
    let sight = Sight::new(session, Viewer::Role(role), texts, language);
    let sections = [
        ("handover-seat", sight.seat(role)),
        ("handover-measures", sight.measures_of(role)),
        ("handover-pools", sight.agreements_of(role)),
        ("handover-asked", sight.requests_of(|row| row.turn == role)),
        ("handover-waits", sight.requests_of(|row| row.turn != role && (row.from == role || row.to == role))),
        ("handover-underway", sight.underway_of(role)),
    ];
    let section = |(key, lines): (&str, Vec<String>)| BriefingSection { heading: sight.word(key), lines };
    sections.into_iter().filter(|(_, lines)| !lines.is_empty()).map(section).collect()
}

impl Sight<'_> {
    fn seat(&self, role: RoleId) -> Vec<String> {
        match self.session.course_shown().seats.get(&role) {
            None => Vec::new(),
            Some(0) => vec![self.word("role-played-auto")],
            Some(seat) => vec![self.say("role-played-seat", &[("seat", u32::from(*seat).into())])],
        }
    }

    /// Measures that are ordered or in force by its decision.
    fn measures_of(&self, role: RoleId) -> Vec<String> {
        let own = self.state().measures.active.iter().filter(|row| self.given_by(row.cause, role));
        own.map(|row| {
            let key = match (row.begun, row.ends) {
                (false, _) => "handover-measure-ordered",
                (true, None) => "handover-measure",
                (true, Some(_)) => "handover-measure-until",
            };
            let time = if row.begun { row.ends.unwrap_or(row.begins) } else { row.begins };
            let name = self.tell().measure_in(row.measure, row.region);
            self.say(key, &[("measure", name.into()), ("time", self.moment(time).into())])
        })
        .collect()
    }

    /// Pools of its own that are not divided as usual.
    fn agreements_of(&self, role: RoleId) -> Vec<String> {
        let pools = self.country().pools.iter().filter(|(_, row)| row.owner == role);
        let other = pools.filter(|(pool, row)| self.state().pools[*pool].policy != row.default);
        other
            .map(|(pool, _)| {
                let row = &self.state().pools[pool];
                let changes = self.tell().policy_changes(pool, &row.policy).join("; ");
                let until = row.until.map_or_else(|| self.word("request-no-end"), |until| self.moment(until));
                let args = [
                    ("pool", self.tell().pool(pool).into()),
                    ("changes", changes.into()),
                    ("until", until.into()),
                ];
                self.say("handover-pool", &args)
            })
            .collect()
    }

    fn requests_of(&self, which: impl Fn(&Request) -> bool) -> Vec<String> {
        let open = self.state().requests.iter().filter(|row| row.answer.is_none() && which(row));
        open.map(|row| {
            let args = [
                ("from", self.tell().role(row.from).into()),
                ("to", self.tell().role(row.to).into()),
                ("terms", self.tell().terms(&row.about, row.offer_keur).into()),
                ("time", self.moment(row.lapses(&self.country().rules)).into()),
            ];
            self.say("handover-request", &args)
        })
        .collect()
    }

    /// Decisions of its own that are on their way because a line is down.
    fn underway_of(&self, role: RoleId) -> Vec<String> {
        let rows = self.state().orders.underway.iter();
        let own = rows.filter_map(|row| self.record(row.seq).map(|record| (row, record)));
        own.filter(|(_, record)| record.by.actor.role() == Some(role))
            .map(|(row, record)| {
                let args = [
                    ("decision", self.tell().command_sentence(&record.command).into()),
                    ("time", self.moment(row.until).into()),
                ];
                self.say("handover-order", &args)
            })
            .collect()
    }

    fn given_by(&self, cause: Cause, role: RoleId) -> bool {
        match cause {
            Cause::Command(seq) => {
                self.record(seq).is_some_and(|record| record.by.actor.role() == Some(role))
            }
            _ => false,
        }
    }
}
