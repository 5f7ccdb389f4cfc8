//! Acts of an opponent as injects: may this one be staged there, what does it say and do?
//!
//! Checks and contents only; `apply` carries out what the lead asks, `systems::adversary` what the opponent chooses. Must not
//! draw random numbers.

use super::{
    build,
    cause::Cause,
    check::{Refusal, Thing},
    country::{Adversary, Country, Lever, NodeKind, Place, Vector, Where},
    event::Event,
    ids::{InjectId, VectorId},
    plan::{Inject, Plan, Text, Trigger},
    script::Staging,
    state::{Act, InjectState, State},
    systems::Ctx,
    time::{Span, Tick},
};

/// Can an act of this kind take place there?
pub fn fits(country: &Country, at: Where, place: Place) -> bool {
    match (at, place) {
        (Where::Country, Place::Country) => true,
        (Where::Region, Place::Region(region)) => country.regions.get(region).is_some(),
        (Where::Stretch(mode), Place::Stretch(edge)) => {
            country.edges.get(edge).is_some_and(|row| row.mode == mode && row.region.is_some())
        }
        (Where::Seaport, Place::Terminal(node)) => country.nodes.get(node).is_some_and(|row| {
            row.kind == NodeKind::Seaport && row.handling.is_some() && row.region.is_some()
        }),
        (Where::Country | Where::Region | Where::Stretch(_) | Where::Seaport, _) => false,
    }
}

/// Every place where an act of this kind can take place.
pub fn places(country: &Country, at: Where) -> Vec<Place> {
    let all: Vec<Place> = match at {
        Where::Country => vec![Place::Country],
        Where::Region => country.regions.ids().map(Place::Region).collect(),
        Where::Stretch(_) => country.edges.ids().map(Place::Stretch).collect(),
        Where::Seaport => country.nodes.ids().map(Place::Terminal).collect(),
    };
    all.into_iter().filter(|place| fits(country, at, *place)).collect()
}

/// May the lead stage an act of this vector there?
pub(super) fn may_stage(
    country: &Country,
    state: &State,
    vector: VectorId,
    place: Place,
) -> Result<(), Refusal> {
    let adversary = country.adversary.as_ref().ok_or(Refusal::Unknown(Thing::Vector))?;
    let row = adversary.vectors.get(vector).ok_or(Refusal::Unknown(Thing::Vector))?;
    if state.adversary.acts.len() >= usize::from(adversary.acts_max) {
        return Err(Refusal::TooManyActs { most: adversary.acts_max });
    }
    if fits(country, row.at, place) { Ok(()) } else { Err(Refusal::ActElsewhere { vector }) }
}

/// May the lead give an act another place?
pub(super) fn may_place(
    country: &Country,
    state: &State,
    inject: InjectId,
    place: Place,
) -> Result<(), Refusal> {
    let act = state.adversary.act(inject).ok_or(Refusal::NoAct(inject))?;
    let adversary = country.adversary.as_ref().ok_or(Refusal::NoAct(inject))?;
    let row = &adversary.vectors[act.vector];
    if fits(country, row.at, place) { Ok(()) } else { Err(Refusal::ActElsewhere { vector: act.vector }) }
}

/// The name of a place in both languages.
fn place_name(country: &Country, place: Place) -> Text {
    let name = match place {
        Place::Country => {
            return Text { nl: "het hele land".to_owned(), en: "the whole country".to_owned() };
        }
        Place::Region(region) => country.regions[region].name.clone(),
        Place::Stretch(edge) => {
            let row = &country.edges[edge];
            format!("{} - {}", country.nodes[row.from].name, country.nodes[row.to].name)
        }
        Place::Terminal(node) => country.nodes[node].name.clone(),
    };
    Text { nl: name.clone(), en: name }
}

/// Puts words in the gaps of a text.
fn filled(text: &Text, gaps: &[(&str, &Text)]) -> Text {
    let mut full = text.clone();
    for (gap, words) in gaps {
        let gap = format!("{{{gap}}}");
        full.nl = full.nl.replace(&gap, &words.nl);
        full.en = full.en.replace(&gap, &words.en);
    }
    full
}

/// The inject that an act is.
fn content(country: &Country, adversary: &Adversary, code: String, act: (&Vector, Place, Tick)) -> Inject {
    let (vector, place, at) = act;
    let name = place_name(country, place);
    let mut title = vector.name.clone();
    if place != Place::Country {
        title.nl = format!("{}: {}", title.nl, name.nl);
        title.en = format!("{}: {}", title.en, name.en);
    }
    Inject {
        code,
        title,
        text: filled(&vector.text, &[("place", &name)]),
        sender: vector.sender.clone(),
        receivers: vector.receivers.clone(),
        channel: vector.channel,
        trigger: Trigger::At(at),
        effect_after: Span(0),
        effects: vector.effects.iter().map(|effect| place.of(country, effect.clone())).collect(),
        objectives: Vec::new(),
        expected: adversary.expected.clone(),
        question: adversary.question.clone(),
        staff_note: adversary.staff_note.clone(),
        shelf: false,
        staging: Staging::default(),
    }
}

/// The next code of a series that no inject has.
fn next_code(plan: &Plan, state: &State, series: &str, number: &mut u16) -> String {
    loop {
        *number = number.saturating_add(1);
        let code = format!("{series}-{number:02}");
        let mut all = plan.injects.rows().iter().chain(&state.injects.invented);
        if *number == u16::MAX || all.all(|row| row.code != code) {
            return code;
        }
    }
}

/// Adds an act that takes place at a moment, unless the lead does something about it.
pub(super) fn propose(
    ctx: &mut Ctx,
    state: &mut State,
    vector: VectorId,
    place: Place,
    at: Tick,
    cause: Cause,
) {
    let Some(adversary) = &ctx.country.adversary else { return };
    let mut number = state.adversary.act_number;
    let code = next_code(ctx.plan, state, "TS", &mut number);
    state.adversary.act_number = number;
    let row = content(ctx.country, adversary, code, (&adversary.vectors[vector], place, at));
    let inject = add(ctx, state, row, Some(at), cause);
    state.adversary.acts.push(Act {
        inject,
        vector,
        place,
        sent: None,
        hit_permille: 0,
        observed: false,
        evidence: crate::sim::num::Level::ZERO,
        word: 0,
    });
}

fn add(ctx: &mut Ctx, state: &mut State, content: Inject, due: Option<Tick>, cause: Cause) -> InjectId {
    let row = InjectState { due, ..build::inject_state(&content, cause) };
    let inject = state.injects.rows.push(row);
    state.injects.invented.push(content);
    ctx.tell(state.tick, Event::InjectInvented(inject), cause);
    inject
}

/// Gives an act another place.
pub(super) fn place(ctx: &mut Ctx, state: &mut State, inject: InjectId, place: Place, cause: Cause) {
    let Some(adversary) = &ctx.country.adversary else { return };
    let Some(act) = state.adversary.act_mut(inject) else { return };
    act.place = place;
    let vector = &adversary.vectors[act.vector];
    let due = state.injects.rows[inject].due.unwrap_or(state.tick);
    let number = (inject.0 as usize).checked_sub(ctx.plan.injects.len());
    if let Some(row) = number.and_then(|number| state.injects.invented.get_mut(number)) {
        *row = content(ctx.country, adversary, std::mem::take(&mut row.code), (vector, place, due));
    }
    // What was edited told of the old place.
    state.injects.edited.retain(|(edited, _)| *edited != inject);
    state.injects.rows[inject].cause = cause;
    ctx.tell(state.tick, Event::InjectPlaced(inject), cause);
}

/// What the services know goes to more roles.
pub(super) fn is_shared(country: &Country, state: &State) -> bool {
    state.measures.lever_anywhere(Lever::Widened, country.regions.len()) > 0
}

/// Advice on who did it, in a word of likelihood: a message that is sent at once.
///
/// Goes further than to those who always read it where that was decided.
pub(super) fn advise(ctx: &mut Ctx, state: &mut State, act: Act, word: usize) -> Option<InjectId> {
    let figures = &ctx.country.adversary.as_ref()?.attribution;
    let adversary = ctx.country.adversary.as_ref()?;
    let word = figures.words.get(word)?;
    let mut number = state.adversary.advice_number;
    let code = next_code(ctx.plan, state, "AD", &mut number);
    state.adversary.advice_number = number;
    let vector = &adversary.vectors[act.vector];
    let name = place_name(ctx.country, act.place);
    let gaps = [("word", word), ("act", &vector.name), ("place", &name)];
    let mut receivers = figures.receivers.clone();
    if is_shared(ctx.country, state) {
        let cleared = ctx.country.crisis.cleared.iter();
        receivers.extend(cleared.filter(|role| !figures.receivers.contains(role)));
    }
    let row = Inject {
        code,
        title: filled(&figures.title, &gaps),
        text: filled(&figures.text, &gaps),
        sender: figures.sender.clone(),
        receivers,
        channel: crate::sim::plan::Channel::Report,
        trigger: Trigger::At(state.tick),
        effect_after: Span(0),
        effects: Vec::new(),
        objectives: Vec::new(),
        expected: Text::default(),
        question: Text::default(),
        staff_note: Text::default(),
        shelf: false,
        staging: Staging::default(),
    };
    let cause = Cause::Inject(act.inject);
    let inject = add(ctx, state, row, None, cause);
    super::systems::send(ctx, state, inject, cause);
    Some(inject)
}
