//! Why an automatic player proposes something: a fact from its desk, as data and in words.
//!
//! Must not hold anything the role may not know: the words stand in the recording and on the board of the role.

use crate::{
    sim::{
        country::{Class, Country, Mode},
        effect::Target,
        ids::PoolId,
        plan::Plan,
        ids::MovementId,
    },
    text::{Arg, Language, Texts, class_key, mode_key},
};

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
    /// More people depend on this damage than on the one that was first.
    MostPeople {
        /// What is hit.
        target: Target,
        /// People affected, weighted by need.
        people: u64,
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
    pub fn words(&self, texts: &Texts, language: Language, country: &Country, plan: &Plan) -> String {
        let pool = |pool: PoolId| Arg::from(country.pools[pool].name.as_str());
        let class = |class: Class| Arg::from(texts.word(language, class_key(class)));
        let mode = |mode: Mode| Arg::from(texts.word(language, mode_key(mode)));
        let (key, args) = match self {
            Self::Refused { pool: id, class: short, refused } => (
                "auto-refused",
                vec![("pool", pool(*id)), ("class", class(*short)), ("count", (*refused).into())],
            ),
            Self::Behind { pool: id, class: short, refused } => (
                "auto-behind",
                vec![("pool", pool(*id)), ("class", class(*short)), ("count", (*refused).into())],
            ),
            Self::CivilShort { pool: id, refused } => {
                ("auto-civil-short", vec![("pool", pool(*id)), ("count", (*refused).into())])
            }
            Self::Served { pool: id } => ("auto-served", vec![("pool", pool(*id))]),
            Self::MostPeople { target, people } => (
                "auto-most-people",
                vec![
                    ("place", place(texts, language, country, *target).into()),
                    ("count", i64::try_from(*people).unwrap_or(i64::MAX).into()),
                ],
            ),
            Self::Waits { movement, from, to, hours } => {
                let name = &plan.movements[*movement].name;
                let name = if language == Language::Nl { &name.nl } else { &name.en };
                let args = vec![
                    ("movement", name.into()),
                    ("from", mode(*from)),
                    ("to", mode(*to)),
                    ("hours", (*hours).into()),
                ];
                ("auto-waits", args)
            }
        };
        texts.sentence(language, key, &args)
    }
}

fn place(texts: &Texts, language: Language, country: &Country, target: Target) -> String {
    match target {
        Target::Process(process, region) => {
            let process = texts.name(language, "process", &country.processes[process].code);
            format!("{process}, {}", country.regions[region].name)
        }
        Target::Edge(edge) => {
            let row = &country.edges[edge];
            format!("{} - {}", country.nodes[row.from].name, country.nodes[row.to].name)
        }
        Target::Terminal(node) => country.nodes[node].name.clone(),
    }
}
