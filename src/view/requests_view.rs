//! What roles ask of each other: requests with their answers, legal bases that the viewer can provide, and the designation
//! of movements as urgent. Each says what is missing and who can give it.
//!
//! A role sees requests that it made or was asked; the lead sees all. Must not answer anything.

use super::{
    basis_view::BasisCard,
    inspect_transport::capital,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        command::{Ask, Command},
        country::{Class, Mode, PoolKind, Power},
        ids::{MovementId, PoolId, RoleId},
        state::{Answer, Request},
    },
    text::{Language, Texts, number},
};

/// The page of requests.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RequestsView {
    /// Those that wait for an answer first, then the newest.
    pub requests: Vec<RequestView>,
    /// What the viewer has paid so far, in words; empty when it has not.
    pub paid: String,
    /// Movements that can be designated urgent.
    pub designations: Vec<DesignationView>,
    /// Pools of which the viewer can lift a limit, by name.
    pub pools: Vec<(PoolId, String)>,
    /// The one among them that is open.
    pub open: Option<PoolId>,
    /// Its limits.
    pub bases: Vec<BasisCard>,
}

/// A request.
#[derive(Clone, Debug, PartialEq)]
pub struct RequestView {
    /// Number of the command that asked.
    pub serial: u32,
    /// Official name of who asks.
    pub from: String,
    /// Official name of who is asked.
    pub to: String,
    /// What for, as a sentence, with the payment: the present terms.
    pub what: String,
    /// The present terms, to begin a counter-offer with.
    pub about: Ask,
    /// What who asks would pay, thousands of euros.
    pub offer_keur: u32,
    /// Official name of who proposed them.
    pub by: String,
    /// Earlier terms, the first first: who, when, what and why.
    pub earlier: Vec<String>,
    /// The pool it is about; none for a measure.
    pub pool: Option<PoolId>,
    /// That is a pool of crews.
    pub crews: bool,
    /// Why, in the words of who proposed the present terms.
    pub reason: String,
    /// When it was asked, and how long ago while it is open.
    pub asked: String,
    /// Whose turn it is and when the request lapses, as a sentence; empty when it has ended.
    pub turn: String,
    /// The present terms lie there for longer than an agreement usually takes.
    pub overdue: bool,
    /// The answer in words; none while it is open.
    pub answer: Option<String>,
    /// In whose name this viewer may answer or counter, if it may.
    pub answer_as: Option<RoleId>,
    /// In whose name this viewer may withdraw it, if it may.
    pub withdraw_as: Option<RoleId>,
    /// Why agreeing is not allowed now; empty when it is, or when it is not the viewer's to answer.
    pub hindrance: String,
}

/// A movement that ministries can designate urgent.
#[derive(Clone, Debug, PartialEq)]
pub struct DesignationView {
    /// Which.
    pub movement: MovementId,
    /// Its name.
    pub name: String,
    /// Who has to designate it, and whether that was done.
    pub steps: Vec<(String, bool)>,
    /// How far it is and what is still missing, one sentence each.
    pub status: Vec<String>,
    /// Everybody needed has designated it.
    pub urgent: bool,
    /// In whose name this viewer can designate it, if it can.
    pub designate_as: Option<RoleId>,
}

/// The page of requests of a viewer, with the limits of a pool that is open.
pub fn requests_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    open: Option<PoolId>,
) -> RequestsView {
    let sight = Sight::new(session, viewer, texts, language);
    if viewer == Viewer::Public {
        return RequestsView::default();
    }
    let mut rows: Vec<&Request> = sight.state().requests.iter().filter(|row| sight.takes_part(row)).collect();
    rows.sort_by_key(|row| (row.answer.is_some(), std::cmp::Reverse(row.serial)));
    let pools = sight.liftable();
    let open = open.filter(|open| pools.iter().any(|(pool, _)| pool == open));
    let open = open.or_else(|| pools.first().map(|(pool, _)| *pool));
    RequestsView {
        requests: rows.into_iter().map(|row| sight.request(row)).collect(),
        paid: sight.paid(),
        designations: sight.designations(),
        bases: open.map(|pool| sight.basis_cards(pool)).unwrap_or_default(),
        pools,
        open,
    }
}

/// Requests that wait for an answer of this viewer.
pub fn requests_open(session: &Session, viewer: Viewer) -> usize {
    let open = |row: &&Request| row.answer.is_none();
    let mine = |row: &&Request| match viewer {
        Viewer::Lead => true,
        Viewer::Role(role) => row.turn == role,
        Viewer::Public => false,
    };
    session.shown().requests.iter().filter(open).filter(mine).count()
}

impl Sight<'_> {
    fn takes_part(&self, row: &Request) -> bool {
        self.is_lead() || self.role().is_some_and(|role| role == row.from || role == row.to)
    }

    fn request(&self, row: &Request) -> RequestView {
        let tell = self.tell();
        let pool = row.about.pool();
        let now = self.now();
        let usual = self.country().rules.asking;
        let time = self.moment(row.asked);
        let open = row.answer.is_none();
        let last = row.terms.last().and_then(|seq| self.record(*seq));
        let earlier = row.terms.split_last().map_or(&[][..], |(_, earlier)| earlier);
        let answer_as = self.acts_for(row.turn).filter(|_| open && !self.looking());
        RequestView {
            serial: row.serial,
            from: tell.role(row.from),
            to: tell.role(row.to),
            what: capital(&match row.terms.as_slice() {
                [_] => tell.asks(&row.about, row.offer_keur),
                _ => tell.terms(&row.about, row.offer_keur),
            }),
            about: row.about.clone(),
            offer_keur: row.offer_keur,
            by: last.map(|record| tell.actor(record.by.actor)).unwrap_or_default(),
            earlier: earlier.iter().filter_map(|seq| self.earlier_terms(*seq)).collect(),
            pool,
            crews: pool.is_some_and(|pool| self.country().pools[pool].kind == PoolKind::Crews),
            reason: last.map(|record| reason_of(&record.command)).unwrap_or_default(),
            turn: if open {
                let time = self.moment(row.lapses(&self.country().rules));
                self.say("request-turn", &[("role", tell.role(row.turn).into()), ("time", time.into())])
            } else {
                String::new()
            },
            asked: if open {
                let span = self.texts.span(self.language, now.since(row.asked));
                self.say("request-open-since", &[("time", time.into()), ("span", span.into())])
            } else {
                time
            },
            overdue: open && now.since(row.proposed) > usual,
            answer: row.answer.map(|answer| self.ending(answer)),
            answer_as,
            withdraw_as: self.acts_for(row.from).filter(|_| open && !self.looking()),
            hindrance: answer_as
                .map(|role| {
                    let (request, reason) = (row.serial, "…".to_owned());
                    self.refusal_of(role, Command::Answer { request, agree: true, reason })
                })
                .unwrap_or_default(),
        }
    }

    /// How a request ended.
    fn ending(&self, answer: Answer) -> String {
        let (key, seq) = match answer {
            Answer::Agreed(seq) => ("request-agreed", seq),
            Answer::Declined(seq) => ("request-declined", seq),
            Answer::Withdrawn(seq) => ("request-withdrawn", seq),
            Answer::Lapsed(at) => {
                return self.say("request-lapsed", &[("time", self.moment(at).into())]);
            }
        };
        let record = self.record(seq);
        let time = record.map(|record| self.moment(record.effective)).unwrap_or_default();
        let who = record.map(|record| self.tell().actor(record.by.actor)).unwrap_or_default();
        let reason = record.map(|record| reason_of(&record.command)).unwrap_or_default();
        self.say(key, &[("who", who.into()), ("time", time.into()), ("reason", reason.into())])
    }

    /// Terms that were replaced.
    fn earlier_terms(&self, seq: u32) -> Option<String> {
        let record = self.record(seq)?;
        let (Command::Ask { about, offer_keur, reason } | Command::Counter { about, offer_keur, reason, .. }) =
            &record.command
        else {
            return None;
        };
        let tell = self.tell();
        let args = [
            ("who", tell.actor(record.by.actor).into()),
            ("time", self.moment(record.effective).into()),
            ("terms", tell.terms(about, *offer_keur).into()),
            ("reason", reason.as_str().into()),
        ];
        Some(self.say("request-earlier", &args))
    }

    /// Where the policy of a request departs from the ordinary one.
    pub(super) fn asked_changes(&self, request: u32) -> Vec<String> {
        let row = self.state().requests.iter().find(|row| row.serial == request);
        match row.map(|row| &row.about) {
            Some(Ask::Policy(pool, policy, _)) => self.tell().policy_changes(*pool, policy),
            Some(Ask::Basis(..) | Ask::Measure(..)) | None => Vec::new(),
        }
    }

    fn paid(&self) -> String {
        let Some(role) = self.role() else { return String::new() };
        let paid = self.state().totals.paid_keur.get(role).copied().unwrap_or(0);
        if paid == 0 {
            return String::new();
        }
        let amount = number(self.language, i64::try_from(paid).unwrap_or(i64::MAX));
        self.say("request-paid", &[("amount", amount.into())])
    }

    /// Pools of which this viewer can lift a limit.
    fn liftable(&self) -> Vec<(PoolId, String)> {
        let pools = self.country().pools.iter().filter(|(_, row)| {
            row.limits.iter().any(|limit| limit.providers().any(|role| self.acts_for(role).is_some()))
        });
        let mut named: Vec<(PoolId, String)> =
            pools.map(|(pool, _)| (pool, self.tell().pool(pool))).collect();
        named.sort_by(|left, right| left.1.cmp(&right.1));
        named
    }

    fn designations(&self) -> Vec<DesignationView> {
        let movements = self.plan().movements.ids();
        movements.filter_map(|movement| self.designation(movement)).collect()
    }

    fn designation(&self, movement: MovementId) -> Option<DesignationView> {
        let tell = self.tell();
        let row = &self.state().movements[movement];
        if !row.class.is_military() {
            return None;
        }
        let roles = self.country().roles.iter();
        let needed: Vec<RoleId> = roles
            .filter(|(_, role)| role.powers.contains(&Power::DesignateUrgent))
            .map(|(role, _)| role)
            .collect();
        let missing: Vec<RoleId> =
            needed.iter().copied().filter(|role| !row.designated.contains(role)).collect();
        let urgent = row.class == Class::UrgentMilitary;
        let open = |role: &RoleId| self.acts_for(*role).is_some() && !self.looking();
        Some(DesignationView {
            movement,
            name: tell.movement(movement),
            steps: (needed.iter()).map(|role| (tell.role(*role), row.designated.contains(role))).collect(),
            status: self.designation_status(urgent, &missing),
            urgent,
            designate_as: missing.iter().copied().find(open).filter(|_| !urgent),
        })
    }

    /// What a designation still needs, and what it needs before civil transport makes way.
    fn designation_status(&self, urgent: bool, missing: &[RoleId]) -> Vec<String> {
        let tell = self.tell();
        let names: Vec<String> = missing.iter().map(|role| tell.owner(*role)).collect();
        let first = match (urgent, names.is_empty()) {
            (true, _) => self.word("needs-designated"),
            (false, true) => self.word("needs-no-designator"),
            (false, false) => {
                let names = self.texts.list(self.language, &names);
                self.say("needs-designation", &[("missing", names.into())])
            }
        };
        let paths = self.country().pools.iter().filter(|(_, row)| row.kind == PoolKind::Paths(Mode::Rail));
        let (mut all, mut behind, mut owner) = (0_u32, 0_u32, None);
        for (pool, row) in paths {
            let policy = &self.state().pools[pool].policy;
            all += 1;
            if policy.rank(Class::UrgentMilitary) > policy.rank(Class::Commercial) {
                behind += 1;
                owner = owner.or(Some(row.owner));
            }
        }
        let mut lines = vec![first];
        if let Some(owner) = owner {
            let args = [("count", behind.into()), ("total", all.into()), ("owner", tell.owner(owner).into())];
            lines.push(capital(&self.say("needs-order", &args)));
        }
        lines.push(self.word("needs-no-path-left"));
        lines
    }
}

/// The reason in a request, counter-offer or answer.
fn reason_of(command: &Command) -> String {
    match command {
        Command::Ask { reason, .. }
        | Command::Counter { reason, .. }
        | Command::Answer { reason, .. }
        | Command::Withdraw { reason, .. } => reason.clone(),
        _ => String::new(),
    }
}
