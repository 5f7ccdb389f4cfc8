//! The dossier on the screen: what a seat may put on paper (decision in BOB form, intent, dispute), and what is in it.
//!
//! A role sees what it wrote itself and what its own table wrote; observations and evaluation criteria are the staff's and are not
//! here at all. Must not decide whether a sheet is in order: `session::dossier` does.

use super::{
    course_view::clocks,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{
        Mode, Session,
        dossier::pools_of,
        intent::{ClassCompared, Compared, Outcome},
    },
    sim::{
        command::{Actor, Record},
        country::{Class, SeatTable},
        dossier::{DecisionSheet, DisputeSheet, Filed, IntentSheet, RulingChoice, RulingSheet, Sheet},
        ids::{InjectId, PoolId, RoleId},
        time::Tick,
    },
    text::{Language, Texts, class_inside_key, class_key, number, permille_as_percent, ruling_key},
};

/// Most commands that a decision can be tied to: the latest.
const COMMANDS_MAX: usize = 12;

/// The dossier of a seat.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DossierView {
    /// True while something can be filed.
    pub may_write: bool,
    /// Roles in whose name a decision can be filed.
    pub roles: Vec<(RoleId, String)>,
    /// Tables in whose name an intent or a dispute can be filed.
    pub tables: Vec<(SeatTable, String)>,
    /// The round that is being played, from 0.
    pub round: Option<u8>,
    /// Commands that a decision can be tied to, newest first: whose, number, words.
    pub commands: Vec<(RoleId, u32, String)>,
    /// Messages that a decision can be about, newest first.
    pub injects: Vec<(InjectId, String)>,
    /// Pools that an intent can be about.
    pub pools: Vec<(SeatTable, PoolId, String)>,
    /// Names of the categories, in the order of `Class::ALL`.
    pub classes: Vec<String>,
    /// What the lead can do with a dispute; empty for players.
    pub rulings: Vec<(RulingChoice, String)>,
    /// Decisions, newest first.
    pub decisions: Vec<DecisionLine>,
    /// Intents with what came of them, newest first.
    pub intents: Vec<IntentLine>,
    /// Disputes, newest first.
    pub disputes: Vec<DisputeLine>,
}

/// When and by whom a sheet was filed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetHead {
    /// Its number in the dossier.
    pub number: u32,
    /// The moment, to go there.
    pub at: Tick,
    /// Scenario time.
    pub time: String,
    /// Playing time and time on the wall then, as far as they are known.
    pub clocks: (String, String),
    /// The sheet that it corrects.
    pub corrects: Option<u32>,
    /// The later sheet that corrects it.
    pub corrected_by: Option<u32>,
}

/// A decision in BOB form.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionLine {
    /// When.
    pub head: SheetHead,
    /// Whose.
    pub role: String,
    /// What is going on.
    pub picture: String,
    /// What it means.
    pub judgement: String,
    /// Options that were weighed.
    pub options: Vec<String>,
    /// What is done.
    pub decision: String,
    /// What was given to do it.
    pub commands: Vec<String>,
    /// What it is about; empty when it is about no message.
    pub about: String,
    /// The sheet itself, to correct it from.
    pub sheet: DecisionSheet,
}

/// What a table wants to hold, beside what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct IntentLine {
    /// When.
    pub head: SheetHead,
    /// Table, round and pool.
    pub subject: String,
    /// In words.
    pub words: String,
    /// The stated order with shares.
    pub order: String,
    /// Said after the table had divided already; empty when it was said before.
    pub afterwards: String,
    /// Each category: name, what was stated, what was served, what came of it.
    pub classes: Vec<[String; 4]>,
}

/// A dispute with what the lead does with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct DisputeLine {
    /// When.
    pub head: SheetHead,
    /// Which table.
    pub table: String,
    /// Which figure or rule.
    pub subject: String,
    /// Why.
    pub reason: String,
    /// The last ruling in words; empty while it is open.
    pub ruling: String,
}

/// The dossier as this viewer may read it.
pub fn dossier_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> DossierView {
    let sight = Sight::new(session, viewer, texts, language);
    if viewer == Viewer::Public || sight.role().is_some_and(|role| sight.country().roles.get(role).is_none())
    {
        return DossierView::default();
    }
    let roles = sight.writers();
    let tables = sight.writing_tables();
    let compared = session.intents_compared();
    let filed: Vec<&Filed> = session.dossier_shown().filter(|row| sight.may_read_sheet(row)).rev().collect();
    DossierView {
        may_write: *session.mode() == Mode::Live
            && !session.is_looking_back()
            && session.course().may_remark().is_ok(),
        round: session.course_shown().current,
        commands: sight.own_commands(&roles),
        injects: sight.messages_about(),
        pools: sight.pools_to_intend(&tables),
        classes: Class::ALL.map(|class| sight.word(class_key(class))).into(),
        rulings: if sight.is_lead() {
            RulingChoice::ALL.map(|choice| (choice, sight.word(ruling_key(choice)))).into()
        } else {
            Vec::new()
        },
        decisions: filed
            .iter()
            .filter_map(|row| match &row.sheet {
                Sheet::Decision(sheet) => Some(sight.decision_line(row, sheet)),
                _ => None,
            })
            .collect(),
        intents: filed
            .iter()
            .filter_map(|row| match &row.sheet {
                Sheet::Intent(sheet) => Some(sight.intent_line(
                    row,
                    sheet,
                    compared.iter().find(|each| each.number == row.number),
                )),
                _ => None,
            })
            .collect(),
        disputes: filed
            .iter()
            .filter_map(|row| match &row.sheet {
                Sheet::Dispute(sheet) => Some(sight.dispute_line(row, sheet)),
                _ => None,
            })
            .collect(),
        roles,
        tables,
    }
}

impl Sight<'_> {
    /// A role reads its own decisions, and what its table intends and disputes.
    pub(super) fn may_read_sheet(&self, filed: &Filed) -> bool {
        match (&filed.sheet, self.viewer) {
            (_, Viewer::Lead) => true,
            (Sheet::Decision(sheet), Viewer::Role(role)) => sheet.role == role,
            (
                Sheet::Intent(IntentSheet { table, .. }) | Sheet::Dispute(DisputeSheet { table, .. }),
                Viewer::Role(_),
            ) => self.table() == Some(*table),
            (Sheet::Observation(_) | Sheet::Ruling(_), Viewer::Role(_)) | (_, Viewer::Public) => false,
        }
    }

    fn writers(&self) -> Vec<(RoleId, String)> {
        let seats = &self.plan().seats;
        let sits = |role: &RoleId| {
            let own = self.role().is_none_or(|own| own == *role);
            own && (self.role().is_some() || seats.is_empty() || seats.contains(role))
        };
        self.country().roles.ids().filter(sits).map(|role| (role, self.tell().role(role))).collect()
    }

    fn writing_tables(&self) -> Vec<(SeatTable, String)> {
        let mut tables: Vec<SeatTable> = match self.table() {
            Some(table) => vec![table],
            None => self.writers().iter().map(|(role, _)| self.country().roles[*role].table).collect(),
        };
        tables.sort_unstable();
        tables.dedup();
        tables.into_iter().map(|table| (table, self.tell().table(table))).collect()
    }

    fn own_commands(&self, roles: &[(RoleId, String)]) -> Vec<(RoleId, u32, String)> {
        let own = |record: &&crate::sim::command::Record| {
            record.by.actor.role().is_some_and(|role| roles.iter().any(|(own, _)| *own == role))
                && matches!(record.by.actor, Actor::Role(_))
                && !self.session.is_undone(record.seq)
                && record.submitted <= self.now()
        };
        let log: &[Record] = self.session.log();
        let rows = log.iter().rev().filter(own).take(COMMANDS_MAX);
        rows.filter_map(|record| {
            let role = record.by.actor.role()?;
            Some((role, record.seq, self.tell().command_sentence(&record.command)))
        })
        .collect()
    }

    fn messages_about(&self) -> Vec<(InjectId, String)> {
        let view = super::messages_view::messages_view(self.session, self.viewer, self.texts, self.language);
        let named = |row: super::messages_view::Message| {
            let what = if row.title.is_empty() { row.sender } else { row.title };
            (row.inject, format!("{}: {what}", row.time))
        };
        view.messages.into_iter().map(named).collect()
    }

    fn pools_to_intend(&self, tables: &[(SeatTable, String)]) -> Vec<(SeatTable, PoolId, String)> {
        let pools = tables.iter().flat_map(|(table, _)| {
            pools_of(self.country(), *table).map(|pool| (*table, pool, self.tell().pool(pool)))
        });
        pools.collect()
    }

    pub(super) fn sheet_head(&self, filed: &Filed) -> SheetHead {
        let later = self.session.dossier_shown().find(|row| row.corrects == Some(filed.number));
        SheetHead {
            number: filed.number,
            at: filed.tick,
            time: self.moment(filed.tick),
            clocks: clocks(self.session.track().of_command(filed.seq.saturating_sub(1))),
            corrects: filed.corrects,
            corrected_by: later.map(|row| row.number),
        }
    }

    fn decision_line(&self, filed: &Filed, sheet: &DecisionSheet) -> DecisionLine {
        let told = |seq: &u32| {
            let record = self.record(*seq)?;
            Some(format!("{seq}. {}", self.tell().command_sentence(&record.command)))
        };
        let about = sheet.inject.and_then(|inject| {
            let messages = self.messages_about();
            messages.into_iter().find(|(id, _)| *id == inject).map(|(_, name)| name)
        });
        DecisionLine {
            head: self.sheet_head(filed),
            role: self.tell().role(sheet.role),
            picture: sheet.picture.trim().to_owned(),
            judgement: sheet.judgement.trim().to_owned(),
            options: sheet.options.iter().map(|option| option.trim().to_owned()).collect(),
            decision: sheet.decision.trim().to_owned(),
            commands: sheet.commands.iter().filter_map(told).collect(),
            about: about.unwrap_or_default(),
            sheet: sheet.clone(),
        }
    }

    pub(super) fn intent_line(
        &self,
        filed: &Filed,
        sheet: &IntentSheet,
        compared: Option<&Compared>,
    ) -> IntentLine {
        let tell = self.tell();
        let mut subject = vec![tell.table(sheet.table)];
        subject.extend(sheet.round.map(|round| self.texts.round(self.language, round)));
        subject.extend(sheet.pool.map(|pool| tell.pool(pool)));
        let ranks = (1..).zip(&sheet.ranks).map(|(rank, (class, share)): (u32, _)| {
            let name = self.word(class_inside_key(*class));
            let share = share.map(|share| format!(" ({share} %)"));
            format!("{rank}. {name}{}", share.unwrap_or_default())
        });
        let late = compared.is_some_and(|row| row.afterwards);
        IntentLine {
            head: self.sheet_head(filed),
            subject: subject.join(" · "),
            words: sheet.words.trim().to_owned(),
            order: ranks.collect::<Vec<_>>().join(", "),
            afterwards: if late { self.word("intent-afterwards") } else { String::new() },
            classes: compared
                .into_iter()
                .flat_map(|row| &row.classes)
                .map(|row| self.class_compared(row))
                .collect(),
        }
    }

    fn class_compared(&self, row: &ClassCompared) -> [String; 4] {
        let stated = match (row.rank, row.wanted) {
            (None, _) => "–".to_owned(),
            (Some(rank), None) => self.say("intent-rank", &[("rank", u32::from(rank).into())]),
            (Some(rank), Some(wanted)) => {
                let args = [("rank", u32::from(rank).into()), ("share", u32::from(wanted).into())];
                self.say("intent-rank-share", &args)
            }
        };
        let served = row.served_permille.map_or_else(
            || "–".to_owned(),
            |share| {
                let (asked, granted) = row
                    .pools
                    .iter()
                    .fold((0, 0), |sum, (_, asked, granted)| (sum.0 + asked, sum.1 + granted));
                let counts = |count: u32| number(self.language, count.into());
                let share = permille_as_percent(self.language, share.into());
                // Over several pools the units differ: only the mean of their shares says something.
                if row.pools.len() == 1 {
                    format!("{share} ({}/{})", counts(granted), counts(asked))
                } else {
                    share
                }
            },
        );
        let outcome = match row.outcome {
            Outcome::NotAsked => self.word("intent-not-asked"),
            Outcome::Held => self.word("intent-held"),
            Outcome::TooLittle => self.word("intent-too-little"),
            Outcome::NotNamed => self.word("intent-not-named"),
            Outcome::Overtaken(class) => {
                self.say("intent-overtaken", &[("class", self.word(class_inside_key(class)).into())])
            }
        };
        [self.word(class_key(row.class)), stated, served, outcome]
    }

    pub(super) fn dispute_line(&self, filed: &Filed, sheet: &DisputeSheet) -> DisputeLine {
        let ruling = self.session.dossier_valid().rev().find_map(|row| match &row.sheet {
            Sheet::Ruling(ruling) if ruling.dispute == filed.number => Some((row, ruling)),
            _ => None,
        });
        DisputeLine {
            head: self.sheet_head(filed),
            table: self.tell().table(sheet.table),
            subject: sheet.subject.trim().to_owned(),
            reason: sheet.reason.trim().to_owned(),
            ruling: ruling.map_or_else(String::new, |(row, ruling)| self.ruling_words(row, ruling)),
        }
    }

    fn ruling_words(&self, filed: &Filed, ruling: &RulingSheet) -> String {
        let args = [
            ("choice", self.word(ruling_key(ruling.choice)).into()),
            ("time", self.moment(filed.tick).into()),
            ("reason", ruling.reason.trim().into()),
        ];
        self.say("ruling-said", &args)
    }
}
