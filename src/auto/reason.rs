//! Why an automatic player proposes something: a fact from its desk, as data and in words.
//!
//! Must not hold anything the role may not know: the words stand in the recording and on the board of the role.

use super::signs::{lacks, within};
use crate::{
    sim::{
        check::Refusal,
        country::{Basis, Class, Mode, Sign},
        effect::Target,
        ids::{InjectId, MeasureId, MovementId, PoolId, RegionId},
        metric::Metric,
    },
    text::{Arg, Narrator, damage_kind_key},
};

/// A sign as a role sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seen {
    /// Which.
    pub sign: Sign,
    /// Where it was looked at; none for the country.
    pub region: Option<RegionId>,
    /// Its size; none when it cannot be seen now.
    pub value: Option<i64>,
    /// The size from which on it counts for this role.
    pub from: u32,
}

impl Seen {
    /// Its size in thousandths of that from which on it counts; 0 when it cannot be seen.
    pub fn part(self) -> i64 {
        self.value.unwrap_or(0).saturating_mul(1000) / i64::from(self.from.max(1))
    }
}

/// One reason for one proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Claims of a class were refused lately although others had room; the pool makes room for it.
    Refused {
        /// The pool.
        pool: PoolId,
        /// The class that came short.
        class: Class,
        /// Claims refused in the last six hours.
        refused: u32,
    },
    /// Military claims were refused and the movement behind them is not going to make its date.
    Behind {
        /// The pool.
        pool: PoolId,
        /// The class.
        class: Class,
        /// Claims refused in the last six hours.
        refused: u32,
    },
    /// Food, fuel, medicine or medical transport comes short under a policy that was set: back to the default.
    CivilShort {
        /// The pool.
        pool: PoolId,
        /// Claims of those classes refused in the last six hours.
        refused: u32,
    },
    /// What the policy was set for is served: back to the default.
    Served {
        /// The pool.
        pool: PoolId,
    },
    /// Military claims come short on a pool of somebody else and the movement is behind: its owner could make room.
    AsksRoom {
        /// The pool.
        pool: PoolId,
        /// The class.
        class: Class,
        /// Claims refused in the last six hours.
        refused: u32,
    },
    /// The same, but the owner needs a further basis.
    AsksBasis {
        /// The pool.
        pool: PoolId,
        /// The class.
        class: Class,
        /// The basis.
        basis: Basis,
        /// Claims refused in the last six hours.
        refused: u32,
    },
    /// The same, and the owner is offered what he asks for room.
    OffersPay {
        /// The pool.
        pool: PoolId,
        /// The class.
        class: Class,
        /// Claims refused in the last six hours.
        refused: u32,
        /// The offer, thousands of euros.
        keur: u32,
    },
    /// No: the owner works for pay, and nothing was offered.
    Unpaid {
        /// The pool.
        pool: PoolId,
        /// What he would ask, thousands of euros.
        keur: u32,
    },
    /// Not for this money: the owner names his price.
    Price {
        /// The pool.
        pool: PoolId,
        /// The price, thousands of euros.
        keur: u32,
    },
    /// Not all that was asked, but a part.
    Part {
        /// The pool.
        pool: PoolId,
    },
    /// Yes to what the owner proposes instead: it gives room.
    Accepts {
        /// The pool.
        pool: PoolId,
    },
    /// No to what the owner proposes instead: it gives no room.
    NoRoom {
        /// The pool.
        pool: PoolId,
    },
    /// No to what the owner proposes instead: it costs more than it is worth.
    TooDear {
        /// The pool.
        pool: PoolId,
        /// What it is worth, thousands of euros.
        keur: u32,
    },
    /// No: what was asked has ended before the answer.
    Ended {
        /// The pool.
        pool: PoolId,
    },
    /// Yes: there is room and nobody who lives on it comes short.
    Agrees {
        /// The pool.
        pool: PoolId,
    },
    /// No: the owner may not without a further basis.
    NoBasis {
        /// The pool.
        pool: PoolId,
    },
    /// No: life support or medical transport comes first.
    CivilFirst {
        /// The pool.
        pool: PoolId,
        /// Claims of those classes refused in the last six hours.
        refused: u32,
    },
    /// No: there was room in some of the last hours.
    RoomLeft {
        /// The pool.
        pool: PoolId,
        /// The class that asks.
        class: Class,
    },
    /// No: emergency provisions are not for ordinary transport.
    TooHeavy {
        /// The pool.
        pool: PoolId,
        /// The basis asked for.
        basis: Basis,
    },
    /// The basis is provided.
    GivesBasis {
        /// The pool.
        pool: PoolId,
        /// The class that it helps.
        class: Class,
        /// The basis.
        basis: Basis,
    },
    /// Six hours brought no train path and the movement is behind.
    NoPathLeft {
        /// The movement.
        movement: MovementId,
    },
    /// More people depend on this damage than on the one that was first.
    MostPeople {
        /// What is hit.
        target: Target,
        /// People affected, weighted by need.
        people: u64,
    },
    /// A sign that a measure answers.
    Sees(Seen),
    /// The signs that a measure answered have gone.
    Eased(Seen),
    /// Yes to who asks for a measure: there is something that it answers.
    Helps(Seen),
    /// Yes: nothing is to be seen from here, but who asks is there.
    OnWord {
        /// The measure.
        measure: MeasureId,
    },
    /// No: there is too little of what it answers.
    TooLittle(Seen),
    /// No: nothing is to be seen of what it answers.
    NotSeen {
        /// The measure.
        measure: MeasureId,
    },
    /// No: the rules do not allow it now.
    MayNot {
        /// The measure.
        measure: MeasureId,
        /// Why not.
        refusal: Refusal,
    },
    /// No: another measure is in its place, or it is taken where it is needed more.
    TakenUp {
        /// The measure.
        measure: MeasureId,
    },
    /// Yes to other terms for a measure that was asked for.
    TakesHelp {
        /// The measure.
        measure: MeasureId,
    },
    /// No to a payment for a measure that was asked for.
    HelpTooDear {
        /// The measure.
        measure: MeasureId,
    },
    /// What was asked for has been done meanwhile.
    Done {
        /// The measure.
        measure: MeasureId,
    },
    /// A message has arrived.
    Reads {
        /// Which.
        inject: InjectId,
    },
    /// Of what a message puts before it, the most cautious, or what goes furthest.
    Chooses {
        /// The most cautious.
        cautious: bool,
    },
    /// An answer to a message: what was decided since, by number.
    Replies {
        /// Decisions; none when there was nothing to decide.
        deeds: Vec<u32>,
    },
    /// Departures of one mode wait; another mode flows.
    Waits {
        /// The movement.
        movement: MovementId,
        /// The mode whose departures wait.
        from: Mode,
        /// The mode that flows.
        to: Mode,
        /// How long the oldest departure has waited, in whole hours.
        hours: u32,
    },
}

impl Reason {
    /// The reason as one sentence.
    #[expect(clippy::too_many_lines, reason = "one arm for each reason")]
    pub fn words(&self, narrator: &Narrator<'_>) -> String {
        let (key, args): (&str, Vec<(&str, Arg)>) = match self {
            Self::Refused { pool, class, refused } => {
                ("auto-refused", of_class(narrator, *pool, *class, *refused))
            }
            Self::Behind { pool, class, refused } => {
                ("auto-behind", of_class(narrator, *pool, *class, *refused))
            }
            Self::CivilShort { pool, refused } => (
                "auto-civil-short",
                vec![("pool", narrator.pool(*pool).into()), ("count", (*refused).into())],
            ),
            Self::Served { pool } => ("auto-served", vec![("pool", narrator.pool(*pool).into())]),
            Self::AsksRoom { pool, class, refused } => {
                ("auto-asks-room", of_class(narrator, *pool, *class, *refused))
            }
            Self::AsksBasis { pool, class, basis, refused } => {
                let mut args = of_class(narrator, *pool, *class, *refused);
                args.push(("basis", narrator.basis(*basis).into()));
                ("auto-asks-basis", args)
            }
            Self::OffersPay { pool, class, refused, keur } => {
                let mut args = of_class(narrator, *pool, *class, *refused);
                args.push(("offer", (*keur).into()));
                ("auto-offers-pay", args)
            }
            Self::Unpaid { pool, keur } => ("auto-unpaid", of_money(narrator, *pool, *keur)),
            Self::Price { pool, keur } => ("auto-price", of_money(narrator, *pool, *keur)),
            Self::TooDear { pool, keur } => ("auto-too-dear", of_money(narrator, *pool, *keur)),
            Self::Part { pool } => ("auto-part", vec![("pool", narrator.pool(*pool).into())]),
            Self::Accepts { pool } => ("auto-accepts", vec![("pool", narrator.pool(*pool).into())]),
            Self::NoRoom { pool } => ("auto-no-room", vec![("pool", narrator.pool(*pool).into())]),
            Self::Ended { pool } => ("auto-ended", vec![("pool", narrator.pool(*pool).into())]),
            Self::Agrees { pool } => ("auto-agrees", vec![("pool", narrator.pool(*pool).into())]),
            Self::NoBasis { pool } => ("auto-no-basis", vec![("pool", narrator.pool(*pool).into())]),
            Self::CivilFirst { pool, refused } => (
                "auto-civil-first",
                vec![("pool", narrator.pool(*pool).into()), ("count", (*refused).into())],
            ),
            Self::RoomLeft { pool, class } => (
                "auto-room-left",
                vec![("pool", narrator.pool(*pool).into()), ("class", narrator.class(*class).into())],
            ),
            Self::TooHeavy { pool, basis } => (
                "auto-too-heavy",
                vec![("pool", narrator.pool(*pool).into()), ("basis", narrator.basis(*basis).into())],
            ),
            Self::GivesBasis { pool, class, basis } => (
                "auto-gives-basis",
                vec![
                    ("pool", narrator.pool(*pool).into()),
                    ("class", narrator.class(*class).into()),
                    ("basis", narrator.basis(*basis).into()),
                ],
            ),
            Self::NoPathLeft { movement } => {
                ("auto-no-path-left", vec![("movement", narrator.movement(*movement).into())])
            }
            Self::MostPeople { target, people } => {
                let people = i64::try_from(*people).unwrap_or(i64::MAX);
                (
                    "auto-most-people",
                    vec![("what", narrator.target(*target).into()), ("count", people.into())],
                )
            }
            Self::Sees(seen) => return seen_words(narrator, *seen),
            Self::Eased(seen) => ("auto-eased", vec![("sign", seen_words(narrator, *seen).into())]),
            Self::Helps(seen) => ("auto-helps", vec![("sign", seen_words(narrator, *seen).into())]),
            Self::TooLittle(seen) => ("auto-too-little", vec![("sign", seen_words(narrator, *seen).into())]),
            Self::OnWord { measure } => ("auto-on-word", of_measure(narrator, *measure)),
            Self::NotSeen { measure } => ("auto-not-seen", of_measure(narrator, *measure)),
            Self::MayNot { measure, refusal } => {
                let mut args = of_measure(narrator, *measure);
                args.push(("why", narrator.refusal_sentence(refusal).into()));
                ("auto-may-not", args)
            }
            Self::TakenUp { measure } => ("auto-taken-up", of_measure(narrator, *measure)),
            Self::TakesHelp { measure } => ("auto-takes-help", of_measure(narrator, *measure)),
            Self::HelpTooDear { measure } => ("auto-help-too-dear", of_measure(narrator, *measure)),
            Self::Done { measure } => ("auto-done", of_measure(narrator, *measure)),
            Self::Reads { .. } => ("auto-reads", Vec::new()),
            Self::Chooses { cautious: true } => ("auto-chooses-cautious", Vec::new()),
            Self::Chooses { cautious: false } => ("auto-chooses-bold", Vec::new()),
            Self::Replies { deeds } if deeds.is_empty() => ("auto-replies-nothing", Vec::new()),
            Self::Replies { deeds } => {
                let found = narrator.records.iter().filter(|record| deeds.contains(&record.seq));
                let said: Vec<String> =
                    found.map(|record| narrator.command_sentence(&record.command)).collect();
                ("auto-replies", vec![("deeds", said.join(" ").into())])
            }
            Self::Waits { movement, from, to, hours } => {
                let name = narrator.movement(*movement);
                let (from, to) = (narrator.mode(*from), narrator.mode(*to));
                let args = vec![
                    ("movement", name.into()),
                    ("from", from.into()),
                    ("to", to.into()),
                    ("hours", (*hours).into()),
                ];
                ("auto-waits", args)
            }
        };
        narrator.texts.sentence(narrator.language, key, &args)
    }
}

/// A sign in words: `Drinkwater in Zeeland is nu 35 %`.
fn seen_words(narrator: &Narrator<'_>, seen: Seen) -> String {
    let value = seen.value.unwrap_or(0);
    let figure = |metric: Metric, value: i64| {
        vec![
            ("name", narrator.metric_name(metric).into()),
            ("value", narrator.metric_value(metric, value).into()),
        ]
    };
    let percent = || vec![("value", narrator.metric_value(Metric::Attribution, value).into())];
    let (key, args): (&str, Vec<(&str, Arg)>) = match seen.sign {
        Sign::Lacks(process) => {
            ("auto-sees-figure", figure(Metric::Level(process, seen.region), 1000 - value))
        }
        Sign::LacksMost(process) => {
            let key = if seen.region.is_some() { "auto-sees-figure" } else { "auto-sees-least" };
            (key, figure(Metric::Level(process, seen.region), 1000 - value))
        }
        Sign::Figure(metric) => {
            let metric = within(metric, seen.region);
            ("auto-sees-figure", figure(metric, if lacks(metric) { 1000 - value } else { value }))
        }
        Sign::Damages(kind) => {
            let kind = narrator.texts.word(narrator.language, damage_kind_key(kind));
            ("auto-sees-damages", vec![("count", value.into()), ("kind", kind.into())])
        }
        Sign::Silent => ("auto-sees-silent", percent()),
        Sign::Behind => ("auto-sees-behind", percent()),
        Sign::Short(pool) => {
            ("auto-sees-short", vec![("pool", narrator.pool(pool).into()), ("count", value.into())])
        }
        Sign::Arriving if value >= 168 => ("auto-sees-arrived", Vec::new()),
        Sign::Arriving => ("auto-sees-arriving", vec![("hours", (168 - value).into())]),
    };
    narrator.texts.sentence(narrator.language, key, &args)
}

fn of_class(narrator: &Narrator<'_>, pool: PoolId, class: Class, count: u32) -> Vec<(&'static str, Arg)> {
    vec![
        ("pool", narrator.pool(pool).into()),
        ("class", narrator.class(class).into()),
        ("count", count.into()),
    ]
}

fn of_measure(narrator: &Narrator<'_>, measure: MeasureId) -> Vec<(&'static str, Arg)> {
    vec![("measure", narrator.measure(measure).into())]
}

fn of_money(narrator: &Narrator<'_>, pool: PoolId, keur: u32) -> Vec<(&'static str, Arg)> {
    vec![("pool", narrator.pool(pool).into()), ("offer", keur.into())]
}
