//! Storylines, persons, variants and what happens when nobody acts, from the files to the plan.
//!
//! Must not send anything. The rules are in `sim::systems::{injects, response}`.

use super::{codes::Codes, conditions::Scope, effects::effects, every};
use crate::{
    scenario::{
        fault::{Faults, Place},
        scalar::Ref,
        schema::{
            exercise::{ExerciseFile, InjectRow},
            mel::{AbsenceRow, DecidedRow, DoingRow, OptionRow, TriggerRow},
        },
    },
    sim::{
        ids::{DenseId, InjectId, MeasureId, PersonId, RegionId, StorylineId, Table, VariantsId},
        plan::Text,
        script::{Absence, Cast, Decided, Doing, Person, Staging, Storyline, TALK_MAX, Wait},
    },
};
use std::collections::BTreeMap;

/// Codes of storylines, persons and groups.
pub(super) struct CastCodes {
    storylines: Codes<StorylineId>,
    people: Codes<PersonId>,
    variants: BTreeMap<String, VariantsId>,
}

/// Numbers the storylines, persons and groups of a file.
pub(super) fn codes(file: &ExerciseFile, faults: &mut Faults<'_>) -> CastCodes {
    let mut groups: BTreeMap<String, Vec<&Place>> = BTreeMap::new();
    for name in file.injects.iter().filter_map(|row| row.one_of.as_ref()) {
        groups.entry(name.value.0.clone()).or_default().push(&name.place);
    }
    for (name, places) in &groups {
        if let [only] = places.as_slice() {
            faults.add(
                only,
                format!("only one inject belongs to the group \"{name}\""),
                "give another inject the same one_of, or leave it out",
            );
        }
    }
    let used: Vec<&str> =
        file.injects.iter().filter_map(|row| row.storyline.as_ref()).map(|code| code.text.as_str()).collect();
    for row in &file.storylines {
        if !used.contains(&row.code.text.as_str()) {
            let what = format!("no inject belongs to the storyline \"{}\"", row.code.text);
            faults.add(&row.code.place, what, "give an inject this storyline, or remove it");
        }
    }
    let numbered = groups.into_keys().enumerate();
    CastCodes {
        storylines: Codes::new(file.storylines.iter().map(|row| &row.code)),
        people: Codes::new(file.people.iter().map(|row| &row.code)),
        variants: numbered.map(|(index, name)| (name, VariantsId::from_index(index))).collect(),
    }
}

/// The storylines, persons and groups themselves.
pub(super) fn cast(file: &ExerciseFile, codes: &CastCodes, scope: &Scope<'_>) -> Option<Cast> {
    let line = |row: &crate::scenario::schema::mel::StorylineRow| Storyline {
        code: row.code.text.clone(),
        name: (&row.name).into(),
    };
    let person = |row: &crate::scenario::schema::mel::PersonRow| {
        let role = scope.codes.roles.find(&row.role)?;
        let (code, name) = (row.code.text.clone(), row.name.trim().to_owned());
        Some(Person { code, role, name, function: (&row.function).into() })
    };
    Some(Cast {
        storylines: file.storylines.iter().map(line).collect(),
        people: Table::new(every(file.people.iter().map(person))?),
        variants: codes.variants.keys().cloned().collect(),
    })
}

/// How an inject stands to others.
pub(super) fn staging(
    row: &InjectRow,
    scope: &Scope<'_>,
    cast: &CastCodes,
    file: &ExerciseFile,
    faults: &mut Faults<'_>,
) -> Option<Staging> {
    let own = scope.injects.find_def(&row.code);
    let effect_at = row.effect_at.as_ref().map(|moment| scope.moment(moment, faults));
    if let (Some(moment), Some(after)) = (&row.effect_at, &row.effect_after) {
        let what = format!("the effects begin at a moment and also {} quarters after sending", after.span.0);
        faults.add(&moment.place, what, "write effect_at or effect_after, not both");
    }
    let at_once = |trigger: &TriggerRow| match trigger {
        TriggerRow::At(moment) => moment.tick(scope.start),
        _ => None,
    };
    if let (Some(moment), Some(Some(tick)), Some(sent)) = (&row.effect_at, effect_at, at_once(&row.trigger))
        && tick < sent
    {
        let what = "the effects begin before the inject is sent";
        faults.add(&moment.place, what, "write a later effect_at, or an earlier trigger");
    }
    let acted = row.acted.as_ref().map(|acted| scope.condition_since(acted, own, faults));
    let options = every(row.options.iter().map(|row| scope.option(row, faults)).collect::<Vec<_>>());
    let people = every(row.people.iter().map(|code| cast.people.find(code)).collect::<Vec<_>>());
    let absence = row.absence.as_ref().map(|row| absence(&row.value, &row.place, own, scope, file, faults));
    variant(row.softer.as_ref(), own, "softer", scope, file, faults);
    variant(row.harder.as_ref(), own, "harder", scope, file, faults);
    if let (Some(softer), Some(harder)) = (&row.softer, &row.harder)
        && softer.text == harder.text
    {
        let what = format!("\"{}\" is both the softer and the harder variant", harder.text);
        faults.add(&harder.place, what, "name another inject of the shelf, or leave one out");
    }
    Some(Staging {
        storyline: cast.storylines.find_optional(row.storyline.as_ref())?,
        priority: row.priority,
        people: people?,
        options: options?,
        effect_at: effect_at.map_or(Some(None), |at| at.map(Some))?,
        acted: acted.map_or(Some(None), |acted| acted.map(Some))?,
        on_absence: row.on_absence.as_ref().map_or_else(Text::default, Into::into),
        absence: absence.map_or(Some(None), |absence| absence.map(Some))?,
        softer: scope.injects.find_optional(row.softer.as_ref())?,
        harder: scope.injects.find_optional(row.harder.as_ref())?,
        one_of: row.one_of.as_ref().and_then(|name| cast.variants.get(&name.value.0)).copied(),
    })
}

/// A softer or harder variant stands on the shelf, so that nothing but a hand sends it.
fn variant(
    code: Option<&Ref<InjectId>>,
    own: Option<InjectId>,
    field: &str,
    scope: &Scope<'_>,
    file: &ExerciseFile,
    faults: &mut Faults<'_>,
) {
    if let Some((code, id)) = code.and_then(|code| Some((code, scope.injects.find(code)?))) {
        if Some(id) == own {
            let what = format!("the {field} variant of this inject is the inject itself");
            faults.add(&code.place, what, "name another inject of the shelf");
        } else if file.injects.get(id.index()).is_some_and(|row| !row.shelf) {
            let what = format!("the {field} variant \"{}\" does not stand on the shelf", code.text);
            faults.add(&code.place, what, "give that inject shelf: true and trigger: Manual");
        }
    }
}

fn absence(
    row: &AbsenceRow,
    place: &Place,
    own: Option<InjectId>,
    scope: &Scope<'_>,
    file: &ExerciseFile,
    faults: &mut Faults<'_>,
) -> Option<Absence> {
    let after = match (&row.after, &row.talk) {
        (Some(length), None) => Some(Wait::Scenario(length.span)),
        (None, Some(minutes)) => talk(minutes.value, &minutes.place, faults).map(Wait::Talk),
        (None, None) => {
            let repair =
                "add after: Some(\"6h\") in scenario time, or talk: Some(25) in minutes of playing time";
            faults.add(place, "it is not said how long people have", repair);
            None
        }
        (Some(_), Some(minutes)) => {
            let what = "people have a time in the scenario and another one at the table";
            faults.add(&minutes.place, what, "write after or talk, not both");
            None
        }
    };
    let send = scope.injects.find_optional(row.send.as_ref());
    if let (Some(code), Some(Some(id))) = (&row.send, send)
        && Some(id) == own
    {
        faults.add(&code.place, "the follow-up of this inject is the inject itself", "name another inject");
    }
    if row.send.is_none() && row.effects.is_empty() {
        faults.add(place, "nothing happens when nobody acts", "add send or effects, or leave absence out");
    }
    let changes = effects(&row.effects, scope, &file.movements, faults);
    Some(Absence { after: after?, send: send?, effects: changes? })
}

/// Minutes of playing time.
pub(super) fn talk(minutes: u16, place: &Place, faults: &mut Faults<'_>) -> Option<u16> {
    if (1..=TALK_MAX).contains(&minutes) {
        return Some(minutes);
    }
    let what = format!("{minutes} minutes of playing time");
    faults.add(place, what, format!("write 1 to {TALK_MAX}"));
    None
}

impl Scope<'_> {
    /// What players did; `since` is the inject from whose sending it counts when the row names none.
    pub(super) fn decided(&self, row: &DecidedRow, since: Option<InjectId>) -> Option<Decided> {
        let what = self.doing(&row.what)?;
        let by = self.codes.roles.find_optional(row.by.as_ref())?;
        let named = self.injects.find_optional(row.since.as_ref())?;
        Some(Decided { what, by, since: named.or(since) })
    }

    /// What a message puts before its receivers.
    fn option(&self, row: &OptionRow, faults: &mut Faults<'_>) -> Option<Doing> {
        let mut measure = |code: &Ref<MeasureId>, region: Option<&Ref<RegionId>>| {
            let found = self.codes.measures.find(code)?;
            let region = self.codes.regions.find_optional(region)?;
            match (self.country.measures.rows[found].regional, region) {
                (true, None) => {
                    let what = format!("\"{}\" is taken for one region", code.text);
                    faults.add(&code.place, what, "say for which: TakeIn or EndIn with the region");
                }
                (false, Some(_)) => {
                    let what = format!("\"{}\" is taken for the country", code.text);
                    faults.add(&code.place, what, "write Take or End, without a region");
                }
                (true, Some(_)) | (false, None) => {}
            }
            Some((found, region))
        };
        let taken = |(measure, region)| Doing::Taken(measure, region);
        let ended = |(measure, region)| Doing::Ended(measure, region);
        let pools = &self.codes.pools;
        Some(match row {
            OptionRow::Take(code) => taken(measure(code, None)?),
            OptionRow::TakeIn(code, region) => taken(measure(code, Some(region))?),
            OptionRow::End(code) => ended(measure(code, None)?),
            OptionRow::EndIn(code, region) => ended(measure(code, Some(region))?),
            OptionRow::Divide(pool) => Doing::Divided(pools.find(pool)?),
            OptionRow::OrderRepair(pool) => Doing::RepairOrdered(pools.find(pool)?),
            OptionRow::Plan(movement) => Doing::Planned(self.movements.find(movement)?),
            OptionRow::Designate(movement) => Doing::Designated(self.movements.find(movement)?),
            OptionRow::Provide(pool) => Doing::Provided(pools.find(pool)?),
            OptionRow::Ask(pool) => Doing::Asked(pools.find(pool)?),
        })
    }

    pub(super) fn doing(&self, row: &DoingRow) -> Option<Doing> {
        let pools = &self.codes.pools;
        Some(match row {
            DoingRow::Anything => Doing::Anything,
            DoingRow::Divided(pool) => Doing::Divided(pools.find(pool)?),
            DoingRow::RepairOrdered(pool) => Doing::RepairOrdered(pools.find(pool)?),
            DoingRow::Taken(measure) => Doing::Taken(self.codes.measures.find(measure)?, None),
            DoingRow::TakenIn(measure, region) => {
                let measure = self.codes.measures.find(measure);
                Doing::Taken(measure?, Some(self.codes.regions.find(region)?))
            }
            DoingRow::Ended(measure) => Doing::Ended(self.codes.measures.find(measure)?, None),
            DoingRow::Planned(movement) => Doing::Planned(self.movements.find(movement)?),
            DoingRow::Designated(movement) => Doing::Designated(self.movements.find(movement)?),
            DoingRow::Provided(pool) => Doing::Provided(pools.find(pool)?),
            DoingRow::Asked(pool) => Doing::Asked(pools.find(pool)?),
            DoingRow::AnsweredAbout(pool) => Doing::Answered(pools.find(pool)?),
            DoingRow::Agreed(pool) => Doing::Agreed(pools.find(pool)?),
            DoingRow::Declined(pool) => Doing::Declined(pools.find(pool)?),
            DoingRow::AskedFor(measure) => Doing::AskedFor(self.codes.measures.find(measure)?, None),
            DoingRow::AnsweredFor(measure) => Doing::AnsweredFor(self.codes.measures.find(measure)?),
            DoingRow::Replied(inject) => Doing::Replied(self.injects.find(inject)?),
        })
    }
}
