//! Operator mode in words: what is asked, what was understood, why not, and what can be typed.
//!
//! Must not read lines or change anything: `session::operator` reads, its caller submits. The same words for a terminal and a panel.

use crate::{
    session::{
        Session, SubmitError,
        deck::{self, Card, Choice, Field, Way},
        operator::{Fault, Question, Ready},
    },
    sim::{country::Class, ids::DenseId},
    text::{Language, Narrator, Texts},
};

/// Tells what operator mode says.
#[derive(Clone, Copy)]
pub struct OperatorTeller<'a> {
    tell: Narrator<'a>,
    session: &'a Session,
}

impl<'a> OperatorTeller<'a> {
    /// For the staff: names everything.
    pub fn new(session: &'a Session, texts: &'a Texts, language: Language) -> Self {
        let tell = Narrator {
            texts,
            language,
            country: session.country(),
            plan: session.plan(),
            state: session.head(),
            records: session.log(),
        };
        Self { tell, session }
    }

    fn say(&self, key: &str, args: &[(&str, crate::text::Arg)]) -> String {
        self.tell.texts.say(self.tell.language, key, args)
    }

    fn word(&self, key: &str) -> String {
        self.tell.texts.word(self.tell.language, key)
    }

    /// What is asked.
    pub fn question(&self, question: Question) -> String {
        match question {
            Question::Card => self.word("operator-card"),
            Question::Fill(field) => self.field(field),
            Question::Time => self.word("operator-time"),
            Question::Confirm => self.word("operator-confirm"),
        }
    }

    /// A field with what can be filled in.
    pub fn field(&self, field: Field) -> String {
        match field {
            Field::Region => self.word("operator-region"),
            Field::Card => self.word("operator-for-card"),
            Field::Way => self.ways().join("  "),
            Field::Class => self.classes().join("  "),
            Field::Count => self.word("operator-count"),
            Field::Go => self.word("operator-go"),
            Field::Port => self.word("operator-port"),
            Field::Place => self.word("operator-place"),
            Field::Damage => self.word("operator-damage"),
            Field::Rank => self.word("operator-rank"),
        }
    }

    /// Ways to divide a pool, by number.
    pub fn ways(&self) -> Vec<String> {
        let words = Way::ALL.map(|way| {
            self.word(match way {
                Way::First => "operator-way-first",
                Way::KeepFree => "operator-way-keep",
                Way::AtMost => "operator-way-most",
            })
        });
        numbered(words)
    }

    /// Categories by number.
    pub fn classes(&self) -> Vec<String> {
        numbered(Class::ALL.map(|class| self.tell.class(class)))
    }

    /// What a card is about.
    pub fn title(&self, card: &Card) -> String {
        match card.choice {
            Choice::Take(measure) => self.tell.measure(measure),
            Choice::Divide(pool) => self.say("card-divide", &[("pool", self.tell.pool(pool).into())]),
            Choice::Provide(basis) => self.say("card-provide", &[("basis", self.tell.basis(basis).into())]),
            Choice::Repair => self.word("card-repair"),
            Choice::Depart(id) => self.say("card-depart", &[("movement", self.tell.movement(id).into())]),
            Choice::Port(id) => self.say("card-port", &[("movement", self.tell.movement(id).into())]),
            Choice::Gather(id) => self.say("card-gather", &[("movement", self.tell.movement(id).into())]),
            Choice::Urgent(id) => self.say("card-urgent", &[("movement", self.tell.movement(id).into())]),
        }
    }

    /// What can be chosen on a card, by number.
    pub fn choices(&self, card: &Card) -> Vec<String> {
        let places = |ids: &[crate::sim::ids::NodeId]| {
            numbered(ids.iter().map(|node| self.tell.node(*node)).collect::<Vec<_>>())
        };
        match card.choice {
            Choice::Divide(_) => self.ways().into_iter().chain(self.classes()).collect(),
            Choice::Port(id) => places(&deck::ports(self.session.plan(), id)),
            Choice::Gather(id) => {
                let row = self.session.plan().movements.get(id);
                row.map_or_else(Vec::new, |row| places(&row.choices.staging))
            }
            Choice::Take(_) | Choice::Provide(_) | Choice::Repair | Choice::Depart(_) | Choice::Urgent(_) => {
                Vec::new()
            }
        }
    }

    /// What was understood, before it counts: card, role, decision, moment.
    pub fn understood(&self, ready: &Ready) -> String {
        let what = self.tell.command_sentence(&ready.command);
        let Some(number) = ready.card else { return what };
        let args = [
            ("number", number.to_string().into()),
            ("who", self.tell.actor(ready.by.actor).into()),
            ("what", what.into()),
            (
                "time",
                self.tell.texts.moment(self.tell.language, self.session.plan().start, ready.effective).into(),
            ),
        ];
        self.say("operator-understood", &args)
    }

    /// The reason that is written down where the card has none.
    pub fn reason(&self) -> String {
        self.word("operator-reason")
    }

    /// What is wrong, and what to do about it.
    pub fn fault(&self, fault: &Fault, cards: &[Card]) -> String {
        let typed = |key: &str, text: &str| self.say(key, &[("text", text.into())]);
        match fault {
            Fault::NoCard(text) => {
                let ends = [cards.first(), cards.last()].map(|card| card.map_or(0, |card| card.number));
                let [first, last] = ends.map(|number| number.to_string());
                let args = [("text", text.into()), ("first", first.into()), ("last", last.into())];
                self.say("operator-no-card", &args)
            }
            Fault::CannotEnd(number) => typed("operator-cannot-end", &number.to_string()),
            Fault::CannotAsk(number) => typed("operator-cannot-ask", &number.to_string()),
            Fault::NoRole(text) => {
                let most = self.session.country().roles.len().to_string();
                self.say("operator-no-role", &[("text", text.into()), ("most", most.into())])
            }
            Fault::NoAnswer(field, text) => {
                let args = [("text", text.into()), ("field", self.field(*field).into())];
                self.say("operator-no-answer", &args)
            }
            Fault::NoTime(text) => typed("operator-no-time", text),
            Fault::NoRequest(text) => typed("operator-no-request", text),
            Fault::TooMuch(text) => typed("operator-too-much", text),
            Fault::NothingToUndo => self.word("operator-nothing-to-undo"),
            Fault::Refused(error) => match error.as_ref() {
                SubmitError::Refused(refusal) => self.tell.refusal_sentence(refusal),
                SubmitError::Hindered(hindrance) => self.tell.hindrance_sentence(hindrance),
                SubmitError::Recording(_) | SubmitError::Replaying | SubmitError::LookingBack => {
                    self.word("operator-not-now")
                }
            },
        }
    }

    /// Number of a role, as its board and card have it.
    pub fn role_number(role: crate::sim::ids::RoleId) -> usize {
        role.index() + 1
    }
}

fn numbered(words: impl IntoIterator<Item = String>) -> Vec<String> {
    (1..).zip(words).map(|(number, word): (u32, String)| format!("{number} {word}")).collect()
}
