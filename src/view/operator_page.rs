//! The page of operator mode: what is asked, the card in hand, what was understood, and the last decisions that were typed.
//!
//! Words for the staff; made of what `session::operator` holds. Must not read lines or change anything. See `operator_view` for
//! the words, which a terminal uses too.

use super::{
    operator_view::OperatorTeller,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{
        Session,
        deck::{Card, deck},
        operator::{Operator, Question},
    },
    sim::command::{Actor, Command},
    text::{Language, Texts},
};

/// Most decisions that are listed.
const ENTERED_MAX: usize = 12;

/// What operator mode of one seat holds between two lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperatorDesk {
    /// The machine.
    pub operator: Operator,
    /// What was said to the last line, and whether it was in order; empty before the first.
    pub said: String,
    /// The last line was in order.
    pub fine: bool,
    /// Lines that were read so far: tells a panel that its line was taken.
    pub lines: u32,
    /// Cards that were entered and not taken back.
    pub entered: u32,
    /// What can be typed is explained.
    pub help: bool,
}

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OperatorView {
    /// Scenario time at which cards count, in words.
    pub now: String,
    /// How many cards there are, and their numbers.
    pub cards: String,
    /// Why nothing can be entered now; empty when something can.
    pub shut: String,
    /// What is asked.
    pub question: String,
    /// The card in hand: number, what it is about, whose it is.
    pub card: String,
    /// What can be filled in on it, by number.
    pub choices: Vec<String>,
    /// What was understood and waits for Enter; empty when nothing does.
    pub understood: String,
    /// What was said to the last line.
    pub said: String,
    /// The last line was in order.
    pub fine: bool,
    /// Lines that were read so far.
    pub lines: u32,
    /// How many cards were entered, in words; empty before the first.
    pub count: String,
    /// The last decisions on behalf of roles, newest first.
    pub entered: Vec<EnteredView>,
    /// What can be typed, one line each.
    pub help: Vec<String>,
}

/// A decision on behalf of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EnteredView {
    /// Its number in the recording.
    pub number: String,
    /// When it takes effect, scenario time.
    pub time: String,
    /// Who decided.
    pub who: String,
    /// What.
    pub text: String,
    /// It was taken back.
    pub undone: bool,
}

/// The page for the staff; empty for anybody else.
pub fn operator_page(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    desk: &OperatorDesk,
) -> OperatorView {
    if viewer != Viewer::Lead {
        return OperatorView::default();
    }
    let sight = Sight::new(session, viewer, texts, language);
    let teller = OperatorTeller::new(session, texts, language);
    let cards = deck(session.country(), session.plan());
    let numbers = [cards.first(), cards.last()].map(|card| card.map_or(0, |card| card.number).to_string());
    let [first, last] = numbers;
    let asked = desk.operator.question(session);
    let card = desk.operator.card(&cards);
    let keys =
        ["operator-help-1", "operator-help-2", "operator-help-3", "operator-help-4", "operator-help-5"];
    OperatorView {
        now: texts.moment(language, session.plan().start, session.head().tick),
        cards: sight.say("operator-cards", &[("first", first.into()), ("last", last.into())]),
        shut: if sight.looking() { sight.word("operator-not-now") } else { String::new() },
        question: match asked {
            Question::Card => sight.word("operator-type"),
            other => teller.question(other),
        },
        choices: card
            .filter(|_| matches!(asked, Question::Fill(_)))
            .map_or_else(Vec::new, |card| teller.choices(&card)),
        card: card.map_or_else(String::new, |card| in_hand(&sight, &teller, card)),
        understood: desk.operator.ready().map_or_else(String::new, |ready| teller.understood(ready)),
        said: desk.said.clone(),
        fine: desk.fine,
        lines: desk.lines,
        count: match desk.entered {
            0 => String::new(),
            count => sight.say("operator-bye", &[("count", count.into())]),
        },
        entered: entered(&sight),
        help: if desk.help || desk.lines == 0 { keys.map(|key| sight.word(key)).into() } else { Vec::new() },
    }
}

fn in_hand(sight: &Sight<'_>, teller: &OperatorTeller<'_>, card: Card) -> String {
    let args = [
        ("number", card.number.to_string().into()),
        ("what", teller.title(&card).into()),
        ("who", sight.tell().role(card.role).into()),
    ];
    sight.say("operator-in-hand", &args)
}

fn entered(sight: &Sight<'_>) -> Vec<EnteredView> {
    let session = sight.session;
    let of_roles = session.log().iter().rev().filter(|record| {
        matches!(record.by.actor, Actor::Role(_))
            && !matches!(record.command, Command::OpenInject { .. } | Command::Undo { .. })
    });
    let view = |record: &crate::sim::command::Record| EnteredView {
        number: record.seq.to_string(),
        time: sight.moment(record.effective),
        who: sight.tell().actor(record.by.actor),
        text: sight.tell().command_sentence(&record.command),
        undone: session.is_undone(record.seq),
    };
    of_roles.take(ENTERED_MAX).map(view).collect()
}
