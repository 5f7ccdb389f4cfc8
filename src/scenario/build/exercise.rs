//! A scenario: its plan for the simulation and its script for the staff.

use super::{
    adversary, codes::Codes, conditions::Scope, country::CountryCodes, effects::effects, evaluation, every,
    guide, mel, movements, rounds,
};
use crate::{
    scenario::{
        book::{Phase, Script},
        fault::Faults,
        fill::form::Form,
        schema::{
            adversary::AdversaryFile,
            evaluation::ObserversFile,
            exercise::{ExerciseFile, InjectRow, ObjectiveRow},
            mel::TriggerRow,
        },
    },
    sim::{
        country::{Country, RiskTheme},
        ids::{DenseId, InjectId, ObjectiveId, Table},
        plan::{Inject, Objective, Plan, Trigger},
        power_plan::{PowerPlan, Weather},
        routes::Routes,
        script::Wait,
        services::Services,
        time::{Span, Tick},
    },
};

/// Builds plan and script; the ways through the network come from `validate::routes`.
pub fn exercise(
    file: &ExerciseFile,
    country: &Country,
    (figures, observers): (&AdversaryFile, &ObserversFile),
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<(Plan, Script)> {
    lesson(file, faults);
    let length = file.days.0;
    let injects = Codes::new(file.injects.iter().map(|row| &row.code));
    let movement_codes = Codes::new(file.movements.iter().map(|row| &row.code));
    let objective_codes = Codes::<ObjectiveId>::new(file.objectives.iter().map(|row| &row.code));
    let scope = Scope {
        country,
        codes,
        injects: &injects,
        movements: &movement_codes,
        start: file.start.0,
        end: Tick(length.0),
    };
    let cast_codes = mel::codes(file, faults);
    let objectives =
        every(file.objectives.iter().map(|row| objective(row, &scope, faults)).collect::<Vec<_>>());
    let movements = movements::movements(&file.movements, &scope, faults);
    let trains = movements::trains(&file.trains, &scope, faults);
    let at_start = effects(&file.at_start, &scope, &file.movements, faults);
    let in_force = every(file.in_force.iter().map(|code| codes.measures.find(code)).collect::<Vec<_>>());
    let rows = every(
        file.injects
            .iter()
            .map(|row| inject(row, &scope, (&objective_codes, &cast_codes), file, faults))
            .collect::<Vec<_>>(),
    );
    circles(&file.injects, &injects, faults);
    let rounds = rounds::rounds(&file.rounds, &scope, faults);
    let evaluation = evaluation::evaluation(file, observers, &scope, &objective_codes, faults);
    let script = script(file, &scope, faults);
    let at_once = script.as_ref().and_then(|script| script.phases.iter().rfind(|row| row.from == Tick(0)));
    let phase = adversary::first_phase(file, at_once.map(|row| row.number), faults);
    let opponent = file.opponent.as_ref().map(|row| {
        let known = country.adversary.as_ref()?;
        adversary::opponent(row, known, figures.memory_d.value.to_f64(), codes, faults)
    });
    let plan = Plan {
        code: file.code.text.clone(),
        title: (&file.title).into(),
        summary: (&file.summary).into(),
        start: file.start.0,
        length,
        seed: file.seed,
        phase,
        opponent: opponent.map_or(Some(None), |row| row.map(Some))?,
        marking: file.marking,
        objectives: Table::new(objectives?),
        movements: movements?,
        trains: trains?,
        cast: mel::cast(file, &cast_codes, &scope)?,
        injects: Table::new(rows?),
        themes: themes(&file.injects),
        rounds: rounds?,
        seats: script.as_ref()?.roles.clone(),
        evaluation: evaluation?,
        show_options: file.show_options,
        solo: file.solo,
        filled: file.filled.iter().map(|row| (row.field.0.clone(), row.value.clone())).collect(),
        at_start: at_start?,
        in_force: in_force?,
        // Worked out last, for an exercise without faults only: it takes long.
        demand_noise_permille: Vec::new(),
        weather: Weather::default(),
        power: PowerPlan::default(),
        demand_growth: Vec::new(),
        routes: Routes::default(),
        services: Services::default(),
    };
    Some((plan, script?))
}

/// One person plays the roles at the tables: they have to be named.
fn lesson(file: &ExerciseFile, faults: &mut Faults<'_>) {
    if file.solo && file.roles.iter().next().is_none() {
        faults.add(
            &file.code.place,
            "a lesson for one person that names no roles",
            "write in `roles` which ones that person plays",
        );
    }
}

fn objective(row: &ObjectiveRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Objective> {
    let met = row.met.as_ref().map(|condition| scope.condition(condition, faults));
    let text = (&row.text).into();
    Some(Objective { code: row.code.text.clone(), text, met: met.map_or(Some(None), |met| met.map(Some))? })
}

/// Themes of the risk analysis, inject by inject; nothing where none has one.
fn themes(rows: &[InjectRow]) -> Vec<Option<RiskTheme>> {
    if rows.iter().any(|row| row.theme.is_some()) {
        rows.iter().map(|row| row.theme).collect()
    } else {
        Vec::new()
    }
}

fn inject(
    row: &InjectRow,
    scope: &Scope<'_>,
    (objectives, cast): (&Codes<ObjectiveId>, &mel::CastCodes),
    file: &ExerciseFile,
    faults: &mut Faults<'_>,
) -> Option<Inject> {
    let receivers = every(row.receivers.iter().map(|role| scope.codes.roles.find(role)).collect::<Vec<_>>());
    let trigger = trigger(row, scope, faults);
    let changes = effects(&row.effects, scope, &file.movements, faults);
    let staging = mel::staging(row, scope, cast, file, faults);
    let served = every(row.objectives.iter().map(|code| objectives.find(code)).collect::<Vec<_>>());
    Some(Inject {
        code: row.code.text.clone(),
        title: (&row.title).into(),
        text: (&row.text).into(),
        sender: (&row.sender).into(),
        receivers: receivers?,
        channel: row.channel,
        trigger: trigger?,
        effect_after: row.effect_after.as_ref().map_or(Span(0), |length| length.span),
        effects: changes?,
        objectives: served?,
        expected: (&row.expected).into(),
        question: (&row.question).into(),
        staff_note: (&row.staff_note).into(),
        shelf: row.shelf,
        staging: staging?,
    })
}

fn trigger(row: &InjectRow, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Trigger> {
    match &row.trigger {
        TriggerRow::At(moment) => scope.moment(moment, faults).map(Trigger::At),
        TriggerRow::After(inject, length) => {
            scope.injects.find(inject).map(|id| Trigger::After(id, length.span))
        }
        TriggerRow::AfterTalk(inject, minutes) => {
            let (id, minutes) =
                (scope.injects.find(inject), mel::talk(minutes.value, &minutes.place, faults));
            Some(Trigger::AfterTalk(id?, minutes?))
        }
        TriggerRow::Absent(inject, length) => {
            scope.injects.find(inject).map(|id| Trigger::Absent(id, Wait::Scenario(length.span)))
        }
        TriggerRow::AbsentTalk(inject, minutes) => {
            let (id, minutes) =
                (scope.injects.find(inject), mel::talk(minutes.value, &minutes.place, faults));
            Some(Trigger::Absent(id?, Wait::Talk(minutes?)))
        }
        TriggerRow::When(condition, moment) => {
            let condition = scope.condition(condition, faults);
            let from = scope.moment(moment, faults);
            Some(Trigger::When(condition?, from?))
        }
        TriggerRow::Manual => Some(Trigger::Manual),
    }
}

/// Injects that wait for each other in a circle would never be sent.
fn circles(rows: &[InjectRow], codes: &Codes<InjectId>, faults: &mut Faults<'_>) {
    let waits = |row: &InjectRow| match &row.trigger {
        TriggerRow::After(inject, _)
        | TriggerRow::AfterTalk(inject, _)
        | TriggerRow::Absent(inject, _)
        | TriggerRow::AbsentTalk(inject, _) => codes.find(inject).map(DenseId::index),
        TriggerRow::At(_) | TriggerRow::When(..) | TriggerRow::Manual => None,
    };
    let next: Vec<Option<usize>> = rows.iter().map(waits).collect();
    for (index, row) in rows.iter().enumerate() {
        let mut at = next.get(index).copied().flatten();
        for _ in 0..rows.len() {
            if at == Some(index) {
                faults.add(
                    &row.code.place,
                    "this inject waits for itself, by way of After or Absent",
                    "give one inject of the circle another trigger",
                );
                break;
            }
            at = at.and_then(|at| next.get(at).copied().flatten());
        }
    }
}

fn script(file: &ExerciseFile, scope: &Scope<'_>, faults: &mut Faults<'_>) -> Option<Script> {
    let roles = every(file.roles.iter().map(|role| scope.codes.roles.find(role)).collect::<Vec<_>>());
    let mut earlier = None;
    let mut phases = Vec::new();
    for row in &file.phases {
        if row.phase.value > 8 {
            faults.add(&row.phase.place, format!("there is no phase {}", row.phase.value), "write 0 to 8");
        }
        let from = scope.moment(&row.from, faults);
        if from.is_some() && from <= earlier {
            faults.add(
                &row.from.place,
                "this phase does not begin after the one before",
                "put the phases in order of time",
            );
        }
        earlier = from.or(earlier);
        phases.push(from.map(|from| Phase { number: row.phase.value, from, name: (&row.name).into() }));
    }
    let guide = guide::guide(file, faults);
    let cards = guide::cards(&file.cards, &scope.codes.roles, faults);
    Some(Script { phases: every(phases)?, roles: roles?, guide, cards: cards?, form: Form::default() })
}
