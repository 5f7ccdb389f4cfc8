//! Operator mode: decision cards typed by number on behalf of the roles, keyboard only. A small machine without words.
//!
//! A line answers as many questions as it has parts, so a card can be typed step by step or at once: `214 2 3 4 1430`. When
//! nothing is left to ask, the rules are asked whether it may be done; only then does it say what it understood and wait for an empty
//! line. Must not change anything: the caller submits what is ready. Cards are in `deck`, words in `view::operator_view`.

use super::{
    Session, SubmitError,
    deck::{self, Card, Choice, Field, Way},
};
use crate::sim::{
    command::{Actor, Ask, By, Command},
    country::Class,
    ids::{DenseId, NodeId, PoolId, RegionId, RoleId},
    plan::{Carrier, MovementOrder},
    time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
};

/// What is asked next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// The number of a card, or one of the other orders.
    Card,
    /// Something that is filled in on the card.
    Fill(Field),
    /// When it takes effect.
    Time,
    /// Whether it was understood.
    Confirm,
}

/// What is wrong with a part of a line.
#[derive(Debug)]
pub enum Fault {
    /// No card has this number.
    NoCard(String),
    /// Only a measure can be ended.
    CannotEnd(u16),
    /// Only a pool or a basis can be asked for.
    CannotAsk(u16),
    /// No role has this number.
    NoRole(String),
    /// This does not fit what is asked.
    NoAnswer(Field, String),
    /// No moment, or one that has passed.
    NoTime(String),
    /// No request that waits has this number.
    NoRequest(String),
    /// A card is not finished, and this line has more than it asks.
    TooMuch(String),
    /// Nothing can be undone: time has passed since, or nothing was entered.
    NothingToUndo,
    /// The rules do not allow it.
    Refused(Box<SubmitError>),
}

/// What was understood and the rules allow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// The card it stands on; none for an answer to a request and for an undo.
    pub card: Option<u16>,
    /// In whose name.
    pub by: By,
    /// When it takes effect.
    pub effective: Tick,
    /// What is to be done.
    pub command: Command,
}

/// What the machine says to a line.
#[derive(Debug)]
pub enum Reply {
    /// The next question.
    Next(Question),
    /// All is filled in and allowed: confirm with an empty line.
    Understood(Ready),
    /// Confirmed: submit it.
    Submit(Ready),
    /// Something is wrong; the question stays.
    Wrong(Fault, Question),
    /// The card was put away.
    Dropped,
    /// Say what can be typed.
    Help,
    /// The operator is done.
    Stop,
}

/// What a card or request is about, as far as it was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Draft {
    card: Card,
    /// End the measure instead of taking it.
    ends: bool,
    /// The role that asks the owner for it.
    asks: Option<RoleId>,
    fields: Vec<(Field, u32)>,
    time: Option<Tick>,
}

/// The machine.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operator {
    draft: Option<Draft>,
    ready: Option<Ready>,
    reason: String,
}

/// Words that the machine knows, whatever the language: first letters of the Dutch and the English word.
const DROP: [&str; 2] = ["x", "X"];
const UNDO: [&str; 4] = ["t", "T", "u", "U"];
const STOP: [&str; 4] = ["stop", "STOP", "q", "Q"];
const ASK: [&str; 4] = ["v", "V", "r", "R"];
const YES: [&str; 4] = ["j", "J", "y", "Y"];
const NO: [&str; 2] = ["n", "N"];

impl Operator {
    /// What is asked now.
    pub fn question(&self, session: &Session) -> Question {
        if self.ready.is_some() {
            return Question::Confirm;
        }
        let Some(draft) = &self.draft else { return Question::Card };
        match missing(draft, session) {
            Some(field) => Question::Fill(field),
            None if draft.time.is_none() => Question::Time,
            None => Question::Confirm,
        }
    }

    /// The card that is being typed or waits to be confirmed, if it is one.
    pub fn card(&self, cards: &[Card]) -> Option<Card> {
        let ready = self.ready.as_ref().and_then(|ready| ready.card);
        let confirmed = ready.and_then(|number| cards.iter().find(|card| card.number == number).copied());
        self.draft.as_ref().map(|draft| draft.card).or(confirmed)
    }

    /// What was understood and waits to be confirmed.
    pub fn ready(&self) -> Option<&Ready> {
        self.ready.as_ref()
    }

    /// Reads a line. Text after `#` is the reason on the card; `reason` is said where none was typed.
    pub fn read(&mut self, line: &str, session: &Session, cards: &[Card], reason: &str) -> Reply {
        let (line, typed) = line.split_once('#').unwrap_or((line, ""));
        if !typed.trim().is_empty() {
            typed.trim().clone_into(&mut self.reason);
        }
        let parts: Vec<&str> = line.split_whitespace().collect();
        match parts.as_slice() {
            [] => return self.empty(session, cards, reason),
            [word] if STOP.contains(word) => return Reply::Stop,
            ["?"] => return Reply::Help,
            [word] if DROP.contains(word) => {
                self.clear();
                return Reply::Dropped;
            }
            _ => {}
        }
        // Whoever goes on typing a next card has not confirmed the last one.
        if self.ready.is_some() {
            return Reply::Wrong(Fault::TooMuch(parts.join(" ")), Question::Confirm);
        }
        let begun = self.draft.is_some();
        let read = match self.parts(&parts, session, cards) {
            Ok(Some(ready)) => Ok(Some(ready)),
            Ok(None) => self.finished(session, reason),
            Err(fault) => Err(fault),
        };
        match read {
            Ok(Some(ready)) => {
                self.draft = None;
                self.ready = Some(ready.clone());
                Reply::Understood(ready)
            }
            Ok(None) => Reply::Next(self.question(session)),
            Err(fault) => {
                // A card typed in one line is typed again in one line; what was filled in step by step stays.
                if !begun || matches!(fault, Fault::Refused(_)) {
                    self.clear();
                }
                Reply::Wrong(fault, self.question(session))
            }
        }
    }

    fn clear(&mut self) {
        *self = Self::default();
    }

    /// An empty line confirms, or means "now" for the time.
    fn empty(&mut self, session: &Session, cards: &[Card], reason: &str) -> Reply {
        if let Some(ready) = self.ready.take() {
            self.clear();
            return Reply::Submit(ready);
        }
        match self.question(session) {
            Question::Time => self.read(".", session, cards, reason),
            other => Reply::Next(other),
        }
    }

    /// Reads parts into the draft. Gives back what is ready at once: an undo or an answer.
    fn parts(&mut self, parts: &[&str], session: &Session, cards: &[Card]) -> Result<Option<Ready>, Fault> {
        let mut rest = parts;
        if self.draft.is_none() {
            match rest {
                [word] if UNDO.contains(word) => return undo(session).map(Some),
                [word, number] if YES.contains(word) => return answer(session, number, true, &self.reason),
                [word, number] if NO.contains(word) => return answer(session, number, false, &self.reason),
                _ => {}
            }
            let mut asks = None;
            if let [word, role, more @ ..] = rest
                && ASK.contains(word)
            {
                asks = Some(role_of(role, session)?);
                rest = more;
            }
            let Some((number, more)) = rest.split_first() else {
                return Err(Fault::NoCard(String::new()));
            };
            self.draft = Some(begin(number, asks, cards)?);
            rest = more;
        }
        while let Some((part, more)) = rest.split_first() {
            let Some(draft) = &mut self.draft else { break };
            if let Some(field) = missing(draft, session) {
                let value = fill(field, part, draft, session)
                    .ok_or_else(|| Fault::NoAnswer(field, (*part).to_owned()))?;
                draft.fields.push((field, value));
                rest = more;
            } else if draft.time.is_none() {
                let (time, more) = time(rest, session)?;
                draft.time = Some(time);
                rest = more;
            } else {
                return Err(Fault::TooMuch(rest.join(" ")));
            }
        }
        Ok(None)
    }

    /// What the draft comes to once all is filled in, if the rules allow it.
    fn finished(&self, session: &Session, reason: &str) -> Result<Option<Ready>, Fault> {
        let Some(draft) = &self.draft else { return Ok(None) };
        let (None, Some(effective)) = (missing(draft, session), draft.time) else { return Ok(None) };
        let reason = if self.reason.is_empty() { reason } else { &self.reason };
        let command =
            command(draft, session, reason.to_owned()).ok_or(Fault::CannotAsk(draft.card.number))?;
        let role = draft.asks.unwrap_or(draft.card.role);
        let by = By { actor: Actor::Role(role), seat: 0 };
        allowed(session, Ready { card: Some(draft.card.number), by, effective, command }).map(Some)
    }
}

fn allowed(session: &Session, ready: Ready) -> Result<Ready, Fault> {
    match session.may(ready.by, ready.effective, ready.command.clone()) {
        Ok(()) => Ok(ready),
        Err(error) => Err(Fault::Refused(Box::new(error))),
    }
}

fn begin(number: &str, asks: Option<RoleId>, cards: &[Card]) -> Result<Draft, Fault> {
    let (ends, digits) = number.strip_prefix('-').map_or((false, number), |digits| (true, digits));
    let found = digits.parse::<u16>().ok();
    let card = found.and_then(|number| cards.iter().find(|card| card.number == number));
    let card = *card.ok_or_else(|| Fault::NoCard(number.to_owned()))?;
    if ends && !matches!(card.choice, Choice::Take(_)) {
        return Err(Fault::CannotEnd(card.number));
    }
    if asks.is_some()
        && (ends || !matches!(card.choice, Choice::Divide(_) | Choice::Provide(_) | Choice::Take(_)))
    {
        return Err(Fault::CannotAsk(card.number));
    }
    Ok(Draft { card, ends, asks, fields: Vec::new(), time: None })
}

/// A role by its number on the role card: its place in the authority matrix, from 1.
fn role_of(text: &str, session: &Session) -> Result<RoleId, Fault> {
    let index = text.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let role = index.map(RoleId::from_index).filter(|role| session.country().roles.get(*role).is_some());
    role.ok_or_else(|| Fault::NoRole(text.to_owned()))
}

/// The next field of a draft that has no value.
fn missing(draft: &Draft, session: &Session) -> Option<Field> {
    let fields = draft.card.choice.fields(session.country());
    let served_first = draft.fields.first().is_some_and(|(field, way)| *field == Field::Way && *way == 1);
    let wanted = fields.iter().filter(|field| !(served_first && **field == Field::Count));
    wanted.copied().nth(draft.fields.len())
}

/// The value of a part, if it fits.
fn fill(field: Field, part: &str, draft: &Draft, session: &Session) -> Option<u32> {
    let number = || part.parse::<u32>().ok();
    let place = |count: usize| number().filter(|number| (1..=count).contains(&(*number as usize)));
    match field {
        Field::Region => {
            let digits = part.trim_start_matches(|letter: char| !letter.is_ascii_digit());
            let code = format!("VR{:02}", digits.parse::<u8>().ok()?);
            let found = session.country().regions.find(|row| row.code == code)?;
            u32::try_from(found.index()).ok()
        }
        Field::Card => {
            let Choice::Provide(basis) = draft.card.choice else { return None };
            let pool = pool_of(number()?, session)?;
            let liftable = deck::liftable(session.country(), pool, basis, draft.card.role);
            (!liftable.is_empty()).then(number)?
        }
        Field::Way => place(Way::ALL.len()),
        Field::Class => place(Class::COUNT),
        Field::Count => number().filter(|count| *count < u32::from(u16::MAX)),
        Field::Go => match part {
            "0" => Some(0),
            "1" => Some(1),
            word if YES.contains(&word) => Some(1),
            word if NO.contains(&word) => Some(0),
            _ => None,
        },
        Field::Port => place(deck::ports(session.plan(), movement(draft.card.choice)?).len()),
        Field::Place => {
            let row = session.plan().movements.get(movement(draft.card.choice)?)?;
            number().filter(|number| *number as usize <= row.choices.staging.len())
        }
        Field::Damage => {
            let open = |serial: &u32| session.head().damages.open.iter().any(|row| row.serial == *serial);
            number().filter(open)
        }
        Field::Rank => number().filter(|rank| (1..=99).contains(rank)),
    }
}

fn movement(choice: Choice) -> Option<crate::sim::ids::MovementId> {
    match choice {
        Choice::Depart(id) | Choice::Port(id) | Choice::Gather(id) | Choice::Urgent(id) => Some(id),
        Choice::Take(_) | Choice::Divide(_) | Choice::Provide(_) | Choice::Repair => None,
    }
}

/// A moment at the head of some parts, and what follows it: `.` for now, `1430` or `14:30` for the next time that the clock says so,
/// `+6` for in six hours, `D+2 14:30`. Between quarters the next quarter counts.
fn time<'a>(parts: &'a [&'a str], session: &Session) -> Result<(Tick, &'a [&'a str]), Fault> {
    let now = session.head().tick;
    let start = session.plan().start;
    let wrong = || Fault::NoTime(parts.join(" "));
    let (first, more) = parts.split_first().ok_or_else(wrong)?;
    if *first == "." {
        return Ok((now, more));
    }
    if let Some(hours) = first.strip_prefix('+') {
        let hours: u32 = hours.parse().ok().filter(|hours| *hours <= 9_999).ok_or_else(wrong)?;
        return Ok((Tick(now.0 + hours * TICKS_PER_HOUR), more));
    }
    let day = first.strip_prefix(['D', 'd']).map(|rest| rest.trim_start_matches('+'));
    let (day, clock, more) = match (day, more.split_first()) {
        (Some(day), Some((clock, more))) => {
            (Some(day.parse::<u32>().ok().filter(|day| *day <= 999).ok_or_else(wrong)?), *clock, more)
        }
        (Some(_), None) => return Err(wrong()),
        (None, _) => (None, *first, more),
    };
    let quarter = quarter(clock).ok_or_else(wrong)?;
    let (today, _) = start.day_and_quarter(now);
    let tick = |day: u32| (day * TICKS_PER_DAY + quarter).checked_sub(u32::from(start.quarter)).map(Tick);
    let found = match day {
        Some(day) => tick(day).filter(|tick| *tick >= now),
        None => [today, today + 1].into_iter().filter_map(tick).find(|tick| *tick >= now),
    };
    found.map(|tick| (tick, more)).ok_or_else(wrong)
}

/// Quarter of the day of a clock time with or without its colon, rounded up.
fn quarter(clock: &str) -> Option<u32> {
    let digits: String = clock.chars().filter(|letter| !matches!(letter, ':' | '.')).collect();
    let fits = (3..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number: u32 = if fits { digits.parse().ok()? } else { return None };
    let (hour, minute) = (number / 100, number % 100);
    (hour < 24 && minute < 60).then(|| hour * TICKS_PER_HOUR + minute.div_ceil(15))
}

fn undo(session: &Session) -> Result<Ready, Fault> {
    let by = By { actor: Actor::Lead, seat: 0 };
    // What the lead gave itself is not of the cards.
    let record = session.last_to_undo(by).filter(|record| record.by.actor.role().is_some());
    let record = record.ok_or(Fault::NothingToUndo)?;
    let command = Command::Undo { seq: record.seq };
    Ok(Ready { card: None, by, effective: session.head().tick, command })
}

fn answer(session: &Session, number: &str, agree: bool, reason: &str) -> Result<Option<Ready>, Fault> {
    let wrong = || Fault::NoRequest(number.to_owned());
    let serial: u32 = number.parse().map_err(|_| wrong())?;
    let waits = |row: &&crate::sim::state::Request| row.serial == serial && row.answer.is_none();
    let row = session.head().requests.iter().find(waits).ok_or_else(wrong)?;
    let by = By { actor: Actor::Role(row.turn), seat: 0 };
    let reason = if reason.is_empty() { "–".to_owned() } else { reason.to_owned() };
    let command = Command::Answer { request: serial, agree, reason };
    allowed(session, Ready { card: None, by, effective: session.head().tick, command }).map(Some)
}

/// What a finished draft asks of the rules.
fn command(draft: &Draft, session: &Session, reason: String) -> Option<Command> {
    let value = |field: Field| draft.fields.iter().find(|(each, _)| *each == field).map(|(_, value)| *value);
    let region = value(Field::Region).map(RegionId::from_number);
    let plan = |id, order: MovementOrder, reason| Command::PlanMovement { movement: id, order, reason };
    let order = |id| session.head().movements.get(id).map(|row| row.order.clone());
    Some(match draft.card.choice {
        Choice::Take(measure) if draft.ends => Command::EndMeasure { measure, region, reason },
        Choice::Take(measure) if draft.asks.is_some() => {
            Command::Ask { about: Ask::Measure(measure, region), offer_keur: 0, reason }
        }
        Choice::Take(measure) => Command::TakeMeasure { measure, region, reason },
        Choice::Divide(pool) => {
            let policy = divided(draft, pool, session)?;
            match draft.asks {
                Some(_) => Command::Ask { about: Ask::Policy(pool, policy, None), offer_keur: 0, reason },
                None => Command::SetPolicy { pool, policy, until: None, reason },
            }
        }
        Choice::Provide(basis) => {
            let pool = pool_of(value(Field::Card)?, session)?;
            let limits = deck::liftable(session.country(), pool, basis, draft.card.role);
            // The first that was not lifted yet: a basis that is there already need not be given again.
            let lifted =
                |limit: &&u16| session.may(by(draft), session.head().tick, provide(pool, **limit)).is_ok();
            let limit = *limits.iter().find(lifted).or(limits.first())?;
            match draft.asks {
                Some(_) => {
                    Command::Ask { about: Ask::Basis(pool, limit, draft.card.role), offer_keur: 0, reason }
                }
                None => Command::ProvideBasis { pool, limit, reason },
            }
        }
        Choice::Repair => {
            // Rank 0 is what nobody decided: the first place lies before it.
            let rank = i16::try_from(value(Field::Rank)?).ok()? - 100;
            Command::OrderRepair { damage: value(Field::Damage)?, rank, reason }
        }
        Choice::Depart(id) => {
            let order = MovementOrder { on_hold: value(Field::Go)? == 0, ..order(id)? };
            plan(id, order, reason)
        }
        Choice::Port(id) => {
            let number = value(Field::Port)? as usize;
            let port = *deck::ports(session.plan(), id).get(number.checked_sub(1)?)?;
            let mut order = order(id)?;
            let arrivals = &session.plan().movements.get(id)?.arrivals;
            for (to, arrival) in order.ports.iter_mut().zip(arrivals) {
                if arrival.by == Carrier::Ship {
                    *to = port;
                }
            }
            plan(id, order, reason)
        }
        Choice::Gather(id) => {
            let number = value(Field::Place)? as usize;
            let places = &session.plan().movements.get(id)?.choices.staging;
            let staging: Option<NodeId> = number.checked_sub(1).and_then(|index| places.get(index).copied());
            plan(id, MovementOrder { staging, ..order(id)? }, reason)
        }
        Choice::Urgent(movement) => Command::DesignateUrgent { movement, reason },
    })
}

fn by(draft: &Draft) -> By {
    By { actor: Actor::Role(draft.card.role), seat: 0 }
}

fn provide(pool: PoolId, limit: u16) -> Command {
    Command::ProvideBasis { pool, limit, reason: "–".to_owned() }
}

/// The pool that a card with this number divides.
fn pool_of(number: u32, session: &Session) -> Option<PoolId> {
    let cards = deck::deck(session.country(), session.plan());
    cards.iter().find(|card| u32::from(card.number) == number).and_then(|card| match card.choice {
        Choice::Divide(pool) => Some(pool),
        _ => None,
    })
}

/// The policy of a pool with what the card changes.
fn divided(draft: &Draft, pool: PoolId, session: &Session) -> Option<crate::sim::country::Policy> {
    let value = |index: usize| draft.fields.get(index).map(|(_, value)| *value);
    let mut policy = session.head().pools.get(pool)?.policy.clone();
    let way = *Way::ALL.get((value(0)? as usize).checked_sub(1)?)?;
    let class = *Class::ALL.get((value(1)? as usize).checked_sub(1)?)?;
    let count = value(2).and_then(|count| u16::try_from(count).ok());
    match way {
        Way::First => {
            let others = policy.order.into_iter().filter(|each| *each != class);
            let order: Vec<Class> = std::iter::once(class).chain(others).collect();
            policy.order = order.try_into().ok()?;
        }
        Way::KeepFree => policy.minimum[class] = count?,
        Way::AtMost => policy.cap[class] = count?,
    }
    Some(policy)
}
