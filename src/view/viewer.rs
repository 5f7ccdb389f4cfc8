//! Who looks, and what that person may know: the one place where anything is hidden.
//!
//! The lead sees the truth. A role sees the last report that reached its table, damage its table knows of, messages
//! addressed to it, and never a reason that would give away the script. The public picture is what every table has been
//! told. Views ask a `Sight` and never the state for such things. Must not make sentences that hide nothing: `text` does.

use crate::{
    session::{Mode, Session},
    sim::{
        cause::Cause,
        command::{Command, Record},
        country::{Country, SeatTable},
        effect::Target,
        event::Binding,
        ids::{EdgeId, InjectId, NodeId, ProcessId, RegionId, RoleId},
        num::Level,
        plan::{Inject, Plan},
        query,
        state::{Damage, State, What},
        suppose,
        time::{TICKS_PER_HOUR, Tick},
    },
    text::{Arg, Language, Narrator, Texts},
};

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Viewer {
    /// The exercise lead and the staff: everything.
    Lead,
    /// A role at its table.
    Role(RoleId),
    /// The shared picture on the projector: what every table has been told.
    Public,
}

impl Viewer {
    /// Allied transports are not on the shared picture.
    pub fn sees(self, what: What) -> bool {
        self != Self::Public || matches!(what, What::Freight(_))
    }
}

/// How old what is shown is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Report {
    /// As it is now: the truth, or telemetry of the own sector.
    Now,
    /// As reported at this moment.
    At(Tick),
}

/// A report older than this is shown as old: two rounds of hourly reports missed.
pub const OLD_AFTER_TICKS: u32 = 2 * TICKS_PER_HOUR;

/// The shown state through one pair of eyes, in one language. Cheap to copy: it only borrows.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub session: &'a Session,
    pub viewer: Viewer,
    pub texts: &'a Texts,
    pub language: Language,
}

impl<'a> Sight<'a> {
    pub(super) fn new(session: &'a Session, viewer: Viewer, texts: &'a Texts, language: Language) -> Self {
        Self { session, viewer, texts, language }
    }

    pub(super) fn country(&self) -> &'a Country {
        self.session.country()
    }

    pub(super) fn plan(&self) -> &'a Plan {
        self.session.plan()
    }

    pub(super) fn state(&self) -> &'a State {
        self.session.shown()
    }

    pub(super) fn now(&self) -> Tick {
        self.state().tick
    }

    /// The teller. Only to be asked about what this viewer may know.
    pub(super) fn tell(&self) -> Narrator<'a> {
        Narrator {
            texts: self.texts,
            language: self.language,
            country: self.country(),
            plan: self.plan(),
            state: self.state(),
            records: self.session.log(),
        }
    }

    pub(super) fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    /// Date and time of a moment as everybody reads it: `wo 14 okt 14:45`.
    pub(super) fn moment(&self, tick: Tick) -> String {
        self.texts.date_time(self.language, self.plan().start, tick)
    }

    pub(super) fn is_lead(&self) -> bool {
        self.viewer == Viewer::Lead
    }

    pub(super) fn role(&self) -> Option<RoleId> {
        match self.viewer {
            Viewer::Role(role) => Some(role),
            Viewer::Lead | Viewer::Public => None,
        }
    }

    /// The table of a role that exists.
    pub(super) fn table(&self) -> Option<SeatTable> {
        self.country().roles.get(self.role()?).map(|role| role.table)
    }

    /// The role in whose name this viewer may act for `owner`: the staff types for everybody.
    pub(super) fn acts_for(&self, owner: RoleId) -> Option<RoleId> {
        (self.is_lead() || self.role() == Some(owner)).then_some(owner)
    }

    /// The level of a process in a region as this viewer knows it.
    pub(super) fn level(&self, process: ProcessId, region: RegionId) -> Level {
        match self.told_by(process) {
            None => self.state().processes.level(process, region),
            Some(table) => Level(self.state().knowledge.of(table).level[process][region]),
        }
    }

    /// The lowest level of any process in a region, with that process.
    pub(super) fn worst(&self, region: RegionId) -> (Level, Option<ProcessId>) {
        let levels =
            self.country().processes.ids().map(|process| (self.level(process, region), Some(process)));
        levels.min().unwrap_or((Level::ONE, None))
    }

    /// How old the level of a process in a region is.
    pub(super) fn report(&self, process: ProcessId, region: RegionId) -> Report {
        let Some(table) = self.told_by(process) else { return Report::Now };
        let own = self.table() == Some(self.country().processes[process].telemetry);
        if own && self.telemetry_up(region) { Report::Now } else { self.last_report(table, region) }
    }

    /// How old the report of a region is.
    pub(super) fn region_report(&self, region: RegionId) -> Report {
        match self.viewer {
            Viewer::Lead => Report::Now,
            Viewer::Role(_) | Viewer::Public => {
                self.last_report(self.table().unwrap_or(SeatTable::Excon), region)
            }
        }
    }

    fn last_report(&self, table: SeatTable, region: RegionId) -> Report {
        Report::At(self.state().knowledge.of(table).reported[region])
    }

    /// An own screen that has gone dark is something one sees.
    pub(super) fn telemetry_up(&self, region: RegionId) -> bool {
        let rules = &self.country().rules;
        self.state().processes.level(rules.telemetry_by, region) >= rules.report_from
    }

    /// True when a report is so old that the picture may be wrong.
    pub(super) fn is_old(&self, report: Report) -> bool {
        match report {
            Report::Now => false,
            Report::At(tick) => self.now().since(tick).0 > OLD_AFTER_TICKS,
        }
    }

    /// The table whose knowledge of a process this viewer has; none for the lead, who sees the truth. The public picture takes a
    /// table without telemetry of the process: that one only has the hourly reports, which all tables get.
    fn told_by(&self, process: ProcessId) -> Option<SeatTable> {
        match self.viewer {
            Viewer::Lead => None,
            Viewer::Role(_) => Some(self.table().unwrap_or_else(|| self.without_telemetry(process))),
            Viewer::Public => Some(self.without_telemetry(process)),
        }
    }

    fn without_telemetry(&self, process: ProcessId) -> SeatTable {
        let watcher = self.country().processes[process].telemetry;
        if watcher == SeatTable::Excon { SeatTable::Rijk } else { SeatTable::Excon }
    }

    /// True when this viewer knows of an open damage.
    pub(super) fn knows(&self, damage: &Damage) -> bool {
        match (self.viewer, self.table()) {
            (Viewer::Lead, _) => true,
            (Viewer::Role(_), Some(table)) => damage.known & (1 << (table as u8)) != 0,
            (Viewer::Role(_), None) | (Viewer::Public, _) => damage.known == u8::MAX,
        }
    }

    /// Open damage that this viewer knows of, oldest first.
    pub(super) fn damages(&self) -> impl Iterator<Item = &'a Damage> + use<'a, '_> {
        self.state().damages.open.iter().filter(|damage| self.knows(damage))
    }

    /// Share lost on a target by the damage this viewer knows of.
    pub(super) fn lost_on(&self, target: Target) -> Level {
        let rows = self.damages().filter(|row| row.target == target);
        rows.fold(Level::ZERO, |sum, row| sum.plus(row.loss_now()))
    }

    /// Slots per window of an edge as this viewer believes them to be.
    pub(super) fn edge_capacity(&self, edge: EdgeId) -> u16 {
        let row = &self.country().edges[edge];
        if self.is_lead() {
            return self.state().network.capacity[edge];
        }
        let process = self.country().process_of(row.mode);
        let carried = match self.diesel_level(edge) {
            Some(level) => level,
            None => self.carried(process, row.region),
        };
        let accepted = query::accepted(self.country(), edge, |target| self.lost_on(target));
        let slots = self.state().network.slots[edge];
        query::capacity_left(slots, self.lost_on(Target::Edge(edge)), carried).min(accepted)
    }

    /// What carries trains over a stretch without traction power, where this viewer believes that there is none.
    fn diesel_level(&self, edge: EdgeId) -> Option<Level> {
        let (country, row) = (self.country(), &self.country().edges[edge]);
        let traction = country.rules.traction.filter(|_| row.mode == crate::sim::country::Mode::Rail)?;
        let (process, region) = (country.process_of(row.mode)?, row.region?);
        let fed = row.limits.electrified && self.level(traction.process, region) >= traction.from;
        let truth = |process| self.state().processes.level(process, region) == self.level(process, region);
        let known = truth(process) && truth(traction.process);
        let level = || query::level_without(country, self.state(), process, region, traction.process);
        (!fed).then(|| if known { level() } else { Level::ONE })
    }

    /// Moves per hour of a terminal as this viewer believes them to be.
    pub(super) fn terminal_capacity(&self, node: NodeId) -> u16 {
        let row = &self.state().terminals.rows[node];
        if self.is_lead() {
            return row.capacity;
        }
        let region = self.country().nodes[node].region;
        let carried = self.carried(self.country().handling_process(), region);
        query::capacity_left(row.moves_per_hour, self.lost_on(Target::Terminal(node)), carried)
    }

    fn carried(&self, process: Option<ProcessId>, region: Option<RegionId>) -> Level {
        process.zip(region).map_or(Level::ONE, |(process, region)| self.level(process, region))
    }

    /// True when this viewer believes the truth about an edge.
    pub(super) fn knows_edge(&self, edge: EdgeId) -> bool {
        self.edge_capacity(edge) == self.state().network.capacity[edge]
    }

    /// What binds a claim, as a sentence; none when that would give away what this viewer has not been told.
    pub(super) fn binding_words(&self, binding: Binding) -> Option<String> {
        let known = match binding {
            Binding::Slots(link, _) | Binding::KeptFree(link, _) | Binding::Cap(link, _) => {
                self.knows_edge(link.edge())
            }
            Binding::NoWay => self.country().edges.ids().all(|edge| self.knows_edge(edge)),
            Binding::DayCap(_)
            | Binding::Units(_)
            | Binding::ConvoyHours(..)
            | Binding::Crowd(_)
            | Binding::Ceiling(_) => true,
            Binding::Handling(node) | Binding::QuayFull(node) => {
                self.terminal_capacity(node) == self.state().terminals.rows[node].capacity
            }
        };
        known.then(|| self.tell().binding_sentence(binding))
    }

    /// A cause as far as this viewer may know it: the script, and damage not heard of, are the ordinary course of things.
    pub(super) fn cause(&self, cause: Cause) -> Cause {
        let open = match cause {
            Cause::Routine => false,
            _ if self.is_lead() => true,
            // Whether the process was reported depends on a region that the cause does not name.
            Cause::Process(_) | Cause::Staff(_) | Cause::Scenario | Cause::Inject(_) => false,
            Cause::Grid(_) => self.table() == Some(SeatTable::Energie),
            Cause::Command(seq) => self.record(seq).is_some_and(|record| self.may_read(record)),
            Cause::Damage(serial) => query::damage(self.state(), serial).is_some_and(|row| self.knows(row)),
        };
        if open { cause } else { Cause::Routine }
    }

    /// A cause in words, without what the script is behind; none when there is nothing to say.
    pub(super) fn cause_words(&self, cause: Cause) -> Option<String> {
        match self.cause(cause) {
            Cause::Routine => None,
            Cause::Damage(serial) if !self.is_lead() => {
                query::damage(self.state(), serial).map(|row| self.damage_words(row))
            }
            known => Some(self.tell().cause(known)),
        }
    }

    /// A damage in words: what is hit and how.
    pub(super) fn damage_words(&self, damage: &Damage) -> String {
        let key = match damage.target {
            Target::Edge(_) => "damage-on-edge",
            Target::Process(..) => "damage-in-process",
            Target::Terminal(_) => "damage-at-terminal",
            Target::Crossing(_) => "damage-behind-crossing",
            Target::Grid(_) => "damage-in-grid",
        };
        let kind = self.word(crate::text::damage_kind_key(damage.kind));
        let what = self.tell().target(damage.target);
        self.say(key, &[("damage", kind.into()), ("what", what.into())])
    }

    /// A recorded command by its number.
    pub(super) fn record(&self, seq: u32) -> Option<&'a Record> {
        self.session.record(seq)
    }

    /// Decisions of players are open to all roles once they take effect; the staff's commands are not. One's own decisions are
    /// visible from the moment they are given.
    pub(super) fn may_read(&self, record: &Record) -> bool {
        let decision = record.command.is_decision();
        match self.viewer {
            Viewer::Lead => true,
            Viewer::Role(role) => {
                let own = record.by.actor.role() == Some(role);
                decision && (own || record.effective <= self.now() && self.knows_subject(&record.command))
            }
            Viewer::Public => {
                matches!(record.command, Command::SetPolicy { .. }) && record.effective <= self.now()
            }
        }
    }

    /// A repair order about a damage that was not reported would give it away.
    fn knows_subject(&self, command: &Command) -> bool {
        match command {
            Command::OrderRepair { damage, .. } => {
                query::damage(self.state(), *damage).is_some_and(|row| self.knows(row))
            }
            Command::Ask { about, .. } => {
                let asked = query::asked(self.country(), self.state(), about);
                asked.is_some() && asked == self.role()
            }
            Command::Counter { request, .. }
            | Command::Answer { request, .. }
            | Command::Withdraw { request, .. } => {
                let row = self.state().requests.iter().find(|row| row.serial == *request);
                row.is_some_and(|row| self.role() == Some(row.from) || self.role() == Some(row.to))
            }
            _ => true,
        }
    }

    /// True when this viewer is among the receivers of an inject.
    pub(super) fn receives(&self, inject: &Inject) -> bool {
        match self.viewer {
            Viewer::Lead => true,
            Viewer::Role(role) => inject.is_to(self.plan(), role),
            Viewer::Public => inject.is_to_all(),
        }
    }

    /// The moment an inject reached this viewer, with its content; none when it did not.
    pub(super) fn message(&self, inject: InjectId) -> Option<(Tick, &'a Inject)> {
        let row = self.state().injects.get(inject).filter(|row| row.status.is_out())?;
        let content = self.state().injects.content(self.plan(), inject)?;
        let at = match self.role() {
            Some(role) => self.state().injects.reached(inject, role)?,
            None => row.sent?,
        };
        self.receives(content).then_some((at, content))
    }

    pub(super) fn sees(&self, what: What) -> bool {
        self.viewer.sees(what)
    }

    /// Takes out of a copy of the present what this viewer does not know. The lead's stays as it is.
    pub(super) fn forget(&self, state: &mut State) {
        if self.is_lead() {
            return;
        }
        let told_by = |process| self.told_by(process).unwrap_or(SeatTable::Excon);
        let own = |record: &Record| record.by.actor.role().is_some() && record.by.actor.role() == self.role();
        suppose::forget(self.country(), state, |damage| self.knows(damage), told_by, own);
    }

    /// True when a recording is looked at, or an earlier moment: nothing can be decided.
    pub(super) fn looking(&self) -> bool {
        self.session.is_looking_back() || *self.session.mode() != Mode::Live
    }
}
