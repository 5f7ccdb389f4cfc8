//! Before an exercise begins: which one, what the lead fills in, how automatic players are inclined, and what was left
//! unfinished. It begins with what is built from that.
//!
//! It must not decide what may be filled in: `scenario::fill` does. The recording of it begins with the first thing that happens, see `begin`.

use std::sync::Arc;

use super::Exercise;
use super::begin::ready;
use super::rehearse::{Rehearsing, stand};
use super::reload::MadeOf;
use super::shelf::{Shelf, Unfinished};
use crate::app::driver::SeatId;
use crate::app::play::sheet;
use crate::geo::map::MapData;
use crate::panels::intent::ExerciseIntent;
use crate::panels::page::{OfferView, StartView};
use crate::scenario::fault::Fault;
use crate::scenario::fill::form::{Field, Form};
use crate::scenario::load::{self, Front};
use crate::scenario::schema::fields::FieldKind;
use crate::scenario::source::Source;
use crate::session::clock::Clock;
use crate::sim::command::{Actor, By};
use crate::sim::course::{Inclined, Steer};
use crate::sim::plan::Text;
use crate::sim::time::Tick;
use crate::text::{Language, Texts};
use crate::view::cover_view::{Outline, outline};
use crate::view::fields_view::{Entry, FieldInput, fields_view};

/// What is chosen so far.
pub(super) struct Start {
    offered: Vec<(Source, Offer)>,
    outline: Arc<Outline>,
    /// The rehearsal of what is chosen.
    pub rehearsal: Option<Rehearsing>,
    chosen: usize,
    filled: Vec<(String, String)>,
    form: Form,
    front: Option<Front>,
    faults: Vec<Fault>,
    broken: Vec<String>,
    inclined: Inclined,
    shelf: Shelf,
}

/// What the list says of an exercise.
struct Offer {
    title: Text,
    front: Option<Front>,
}

impl Start {
    /// The first of these is chosen, nothing is filled in.
    pub fn new(offered: &[Source], map: &MapData, shelf: Shelf) -> Self {
        let mut start = Self {
            offered: read_all(offered),
            outline: Arc::new(outline(map)),
            rehearsal: None,
            chosen: 0,
            filled: Vec::new(),
            form: Form::default(),
            front: None,
            faults: Vec::new(),
            broken: Vec::new(),
            inclined: Inclined::default(),
            shelf,
        };
        start.choose(0);
        start
    }

    /// What is chosen and filled in; none while something is filled in wrongly.
    pub fn wanted(&self) -> Option<(Source, Vec<(String, String)>)> {
        let (source, _) = self.offered.get(self.chosen).filter(|_| self.faults.is_empty())?;
        Some((source.clone(), self.filled.clone()))
    }

    /// Takes a file that was changed; what was filled in stays. If it is the chosen one, everything that keeps it from beginning is
    /// told at once: its author is waiting for that.
    pub fn read_again(&mut self, source: &Source, map: &MapData) {
        let changed = |row: &(Source, Offer)| row.0.path() == source.path();
        let Some(number) = self.offered.iter().position(changed) else { return };
        self.offered.splice(number..=number, read_all(std::slice::from_ref(source)));
        if number != self.chosen {
            return;
        }
        self.read();
        if self.faults.is_empty()
            && let Err(error) = load::build_filled(load::world_built_in(), source.clone(), &self.filled, map)
        {
            self.broken = error.faults.iter().map(Fault::to_string).collect();
        }
    }

    fn choose(&mut self, number: usize) {
        self.chosen = number.min(self.offered.len().saturating_sub(1));
        self.filled.clear();
        self.read();
    }

    fn fill_in(&mut self, name: &str, value: String) {
        self.filled.retain(|row| row.0 != name);
        let default = self.form.fields.iter().find(|field| field.name == name).map(|field| &field.default);
        if default != Some(&value) {
            self.filled.push((name.to_owned(), value));
        }
        self.read();
    }

    /// Reads the form with what is filled in; with a fault the last one that was sound stays.
    fn read(&mut self) {
        self.broken.clear();
        self.faults.clear();
        self.rehearsal = None;
        let Some((source, _)) = self.offered.get(self.chosen) else { return };
        match load::fill(source.clone(), &self.filled) {
            Ok((plain, form)) => {
                self.form = form;
                self.front = load::front(plain);
            }
            Err(error) => {
                self.faults = error.faults;
                // What else may be chosen follows from the values that do fit.
                let fits = |row: &&(String, String)| !self.faults.iter().any(|fault| is_about(fault, &row.0));
                let sound: Vec<(String, String)> = self.filled.iter().filter(fits).cloned().collect();
                if let Ok((plain, form)) = load::fill(source.clone(), &sound) {
                    self.form = form;
                    self.front = load::front(plain);
                }
            }
        }
    }

    /// The card in a language.
    pub fn view(&self, texts: &Texts, language: Language) -> StartView {
        let pick = |text: &Text| match language {
            Language::Nl => text.nl.clone(),
            Language::En => text.en.clone(),
        };
        let facts = self.front.as_ref().map_or_else(Vec::new, |front| facts(front, texts, language));
        let stopped = |row: &Unfinished| {
            let time = texts.date_time(language, row.start, row.end);
            (row.place.clone(), texts.say(language, "start-safe", &[("time", time.into())]))
        };
        let fields = &self.form.fields;
        let wrong =
            fields.iter().filter(|field| self.faults.iter().any(|fault| is_about(fault, &field.name)));
        let named = |fault: &Fault| fields.iter().any(|field| is_about(fault, &field.name));
        let others = self.faults.iter().filter(|fault| !named(fault)).map(Fault::to_string);
        let inputs: Vec<FieldInput> = fields.iter().map(input).collect();
        StartView {
            offered: (self.offered.iter())
                .map(|(_, offer)| OfferView {
                    title: pick(&offer.title),
                    hint: offer.front.as_ref().map(|front| brief(front, texts, language)).unwrap_or_default(),
                    lesson: offer.front.as_ref().is_some_and(|front| front.lesson),
                })
                .collect(),
            outline: self.outline.clone(),
            regions: self.front.as_ref().map(|front| front.regions.clone()).unwrap_or_default(),
            objectives: self.front.iter().flat_map(|front| &front.objectives).map(pick).collect(),
            rehearsal: self.rehearsal.as_ref().map(|rehearsal| stand(rehearsal, texts, language)),
            chosen: self.chosen,
            title: self.offered.get(self.chosen).map(|(_, offer)| pick(&offer.title)).unwrap_or_default(),
            summary: self.front.as_ref().map(|front| pick(&front.summary)).unwrap_or_default(),
            facts,
            fields: fields_view(&inputs, texts, language),
            faults: wrong.map(|field| (field.name.clone(), texts.word(language, wrong_key(field)))).collect(),
            broken: self.broken.iter().cloned().chain(others).collect(),
            inclined: self.inclined.clone(),
            open: self.shelf.unfinished.iter().map(stopped).collect(),
            closed: self.shelf.closed.clone(),
        }
    }
}

/// Reads what the list says of each, side by side: the long scripts take longest.
fn read_all(offered: &[Source]) -> Vec<(Source, Offer)> {
    let read = |source: &Source| {
        let plain = load::fill(source.clone(), &[]).map_or_else(|_| source.clone(), |filled| filled.0);
        let front = load::front(plain);
        let name = || Text { nl: source.name.clone(), en: source.name.clone() };
        Offer { title: front.as_ref().map_or_else(name, |front| front.title.clone()), front }
    };
    std::thread::scope(|scope| {
        let readers: Vec<_> =
            offered.iter().map(|source| (source, scope.spawn(move || read(source)))).collect();
        let read_here = |source: &Source| {
            let name = source.name.clone();
            Offer { title: Text { nl: name.clone(), en: name }, front: None }
        };
        let offer = |(source, reader): (&Source, std::thread::ScopedJoinHandle<'_, Offer>)| {
            (source.clone(), reader.join().unwrap_or_else(|_| read_here(source)))
        };
        readers.into_iter().map(offer).collect()
    })
}

/// One line under its name: how long in scenario time, and how it is played.
fn brief(front: &Front, texts: &Texts, language: Language) -> String {
    let length = texts.span(language, front.length);
    match (front.lesson, front.rounds) {
        (true, _) => texts.word(language, "start-lesson"),
        (false, Some((rounds, minutes))) => {
            let args = [("span", length.into()), ("rounds", rounds.into()), ("minutes", minutes.into())];
            texts.say(language, "start-brief-rounds", &args)
        }
        (false, None) => texts.say(language, "start-brief", &[("span", length.into())]),
    }
}

fn facts(front: &Front, texts: &Texts, language: Language) -> Vec<String> {
    let begins = texts.date_time(language, front.start, Tick(0));
    let length = texts.span(language, front.length);
    // A lesson goes on as soon as a step is done: its scenario leaves far more time than that takes.
    let takes = if front.lesson {
        texts.word(language, "start-lesson")
    } else {
        texts.say(language, "start-length", &[("span", length.into())])
    };
    let mut facts = vec![texts.say(language, "start-begins", &[("time", begins.into())]), takes];
    if let Some((rounds, minutes)) = front.rounds {
        let args = [("rounds", rounds.into()), ("minutes", minutes.into())];
        facts.push(texts.say(language, "start-rounds", &args));
    }
    let roles = front.roles.map_or_else(
        || texts.word(language, "start-roles-all"),
        |roles| texts.say(language, "start-roles", &[("roles", roles.into())]),
    );
    facts.push(roles);
    facts.push(texts.say(language, "start-injects", &[("injects", front.injects.into())]));
    facts
}

/// True when a fault is about what was filled in under this name.
fn is_about(fault: &Fault, name: &str) -> bool {
    fault.what.strip_prefix(name).is_some_and(|rest| rest.starts_with(" = \""))
}

fn entry(field: &Field) -> Entry {
    match field.kind {
        FieldKind::Date => Entry::Date,
        FieldKind::Municipality | FieldKind::Text if field.options.is_empty() => Entry::Words,
        _ => Entry::Choice,
    }
}

fn wrong_key(field: &Field) -> &'static str {
    match entry(field) {
        Entry::Choice => "fields-wrong-choice",
        Entry::Date => "fields-wrong-date",
        Entry::Words => "fields-wrong-words",
    }
}

fn input(field: &Field) -> FieldInput {
    FieldInput {
        name: field.name.clone(),
        entry: entry(field),
        label: field.label.clone(),
        help: field.help.clone(),
        value: field.value.clone(),
        default: field.default.clone(),
        options: field.options.clone(),
    }
}

impl Exercise {
    /// Does what the card asks, and what leads to it, for the lead.
    pub(super) fn grant_start(&mut self, id: SeatId, wish: ExerciseIntent, lead: bool) {
        match wish {
            _ if !lead => {}
            ExerciseIntent::Choose(number) => self.choose_exercise(number),
            ExerciseIntent::FillIn(name, value) => self.fill_in(&name, value),
            ExerciseIntent::Incline(inclined) => self.incline_before(inclined),
            ExerciseIntent::Rehearse => self.rehearse(),
            ExerciseIntent::OpenFile(place) => self.open_file(id, place),
            ExerciseIntent::Leave => self.leave(),
            ExerciseIntent::Begin(beginning) => self.begin(id, beginning),
            _ => {}
        }
    }

    /// Looks at another exercise of the card.
    pub(super) fn choose_exercise(&mut self, number: usize) {
        if let Some(start) = &mut self.start {
            start.choose(number);
            self.revision += 1;
        }
    }

    /// Fills in a field of the exercise that is to begin.
    pub(super) fn fill_in(&mut self, name: &str, value: String) {
        if let Some(start) = &mut self.start {
            start.fill_in(name, value);
            self.revision += 1;
        }
    }

    /// Says how automatic players will be inclined.
    pub(super) fn incline_before(&mut self, inclined: Inclined) {
        if let Some(start) = &mut self.start {
            start.inclined = inclined;
            self.revision += 1;
        }
    }

    /// Begins with what is chosen and filled in; what keeps it from that is told on the card.
    pub(super) fn begin_chosen(&mut self) {
        self.revision += 1;
        let Some(start) = &mut self.start else { return };
        if !start.faults.is_empty() {
            return;
        }
        let Some((source, _)) = start.offered.get(start.chosen) else { return };
        match load::build_filled(load::world_built_in(), source.clone(), &start.filled, &self.map) {
            Ok(loaded) => {
                let inclined = std::mem::take(&mut start.inclined);
                self.sheet = Arc::new(sheet(&loaded));
                let clock = Clock::for_length(loaded.plan.end());
                let made = MadeOf { source: source.clone(), filled: start.filled.clone() };
                self.opened(ready(loaded.country, loaded.plan), clock, None);
                self.made_of = Some(made);
                self.watch_files();
                if inclined != Inclined::default() {
                    let lead = By { actor: Actor::Lead, seat: 0 };
                    let said = self.session.steer(lead, Steer::Players(inclined));
                    self.report(said);
                }
            }
            Err(error) => start.broken = error.faults.iter().map(Fault::to_string).collect(),
        }
    }
}
