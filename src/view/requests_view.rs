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
    session::{Session, SubmitError},
    sim::{
        command::{Actor, Ask, By, Command},
        country::{Class, Mode, PoolKind, Power},
        ids::{MovementId, PoolId, RoleId},
        state::Request,
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
    /// What for, as a sentence, with the offer.
    pub what: String,
    /// The pool it is about.
    pub pool: PoolId,
    /// Why, in the words of who asks.
    pub reason: String,
    /// When it was asked, and how long ago while it is open.
    pub asked: String,
    /// Open for longer than an agreement usually takes.
    pub overdue: bool,
    /// The answer in words; none while it is open.
    pub answer: Option<String>,
    /// Agreed or not; none while it is open.
    pub agreed: Option<bool>,
    /// In whose name this viewer may answer, if it may.
    pub answer_as: Option<RoleId>,
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
        Viewer::Role(role) => row.to == role,
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
        let pool = match &row.about {
            Ask::Policy(pool, ..) | Ask::Basis(pool, ..) => *pool,
        };
        let waited = self.now().since(row.asked);
        let usual = self.country().rules.asking;
        let time = self.moment(row.asked);
        let open = row.answer.is_none();
        let answer_as = self.acts_for(row.to).filter(|_| open && !self.looking());
        RequestView {
            serial: row.serial,
            from: tell.role(row.from),
            to: tell.role(row.to),
            what: capital(&tell.asks(&row.about, row.offer_keur)),
            pool,
            reason: self.reason_of(row.serial),
            asked: if open {
                let span = self.texts.span(self.language, waited);
                self.say("request-open-since", &[("time", time.into()), ("span", span.into())])
            } else {
                time
            },
            overdue: open && waited > usual,
            answer: row.answer.map(|(agree, seq)| {
                let key = if agree { "request-agreed" } else { "request-declined" };
                let reason = self.reason_of(seq);
                let time = self.record(seq).map(|record| self.moment(record.effective));
                self.say(key, &[("time", time.unwrap_or_default().into()), ("reason", reason.into())])
            }),
            agreed: row.answer.map(|(agree, _)| agree),
            answer_as,
            hindrance: answer_as.map(|role| self.hindrance(row.serial, role)).unwrap_or_default(),
        }
    }

    /// Why a role may not agree to a request now, as a sentence; empty when it may.
    fn hindrance(&self, request: u32, role: RoleId) -> String {
        let by = By { actor: Actor::Role(role), seat: 0 };
        let answer = Command::Answer { request, agree: true, reason: "…".to_owned() };
        match self.session.may(by, self.session.head().tick, answer) {
            Err(SubmitError::Refused(refusal)) => self.tell().refusal_sentence(&refusal),
            _ => String::new(),
        }
    }

    /// The reason in a recorded request or answer.
    fn reason_of(&self, seq: u32) -> String {
        match self.record(seq).map(|record| &record.command) {
            Some(Command::Ask { reason, .. } | Command::Answer { reason, .. }) => reason.clone(),
            _ => String::new(),
        }
    }

    /// Where the policy of a request departs from the ordinary one.
    pub(super) fn asked_changes(&self, request: u32) -> Vec<String> {
        let row = self.state().requests.iter().find(|row| row.serial == request);
        match row.map(|row| &row.about) {
            Some(Ask::Policy(pool, policy, _)) => self.tell().policy_changes(*pool, policy),
            Some(Ask::Basis(..)) | None => Vec::new(),
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
