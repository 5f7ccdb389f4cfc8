//! `check`: every fault of every scenario, one line each with file, line and column.
//!
//! Must not run anything: a scenario that loads can be played.

use super::{Done, Outcome, args::CheckArgs, scenarios, ui::Ui};
use crate::{geo::map::MapData, scenario::fill::form::Form, sim::time::TICKS_PER_DAY};
use std::path::Path;

/// Checks all of them, whatever is wrong with the first.
pub(super) fn check(args: &CheckArgs, ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let mut outcome = Outcome::Fine;
    for name in &args.scenarios {
        if !check_one(name, &map, ui)? {
            outcome = Outcome::Failed;
        }
    }
    Ok(outcome)
}

/// Every other value that may be filled in, one at a time: each of them has to give an exercise that plays.
fn check_values(name: &Path, form: &Form, map: &MapData, ui: &mut Ui) -> anyhow::Result<bool> {
    let mut fine = true;
    let mut tried = 0_u32;
    for field in &form.fields {
        for (value, _) in field.options.iter().filter(|(value, _)| *value != field.value) {
            tried += 1;
            let chosen = [(field.name.clone(), value.clone())];
            if let Err(error) = scenarios::load_filled(name, &chosen, map) {
                fine = false;
                let args = [("field", field.name.as_str().into()), ("value", value.as_str().into())];
                ui.line(&ui.say("cli-check-value", &args))?;
                ui.line(&scenarios::faults(ui, name, &error))?;
            }
        }
    }
    if fine && tried > 0 {
        ui.line(&ui.say("cli-check-values", &[("count", tried.into())]))?;
    }
    Ok(fine)
}

fn check_one(name: &Path, map: &MapData, ui: &mut Ui) -> anyhow::Result<bool> {
    match scenarios::load(name, map) {
        Ok(exercise) => {
            let plan = &exercise.plan;
            let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX).into();
            let args = [
                ("code", plan.code.as_str().into()),
                ("days", plan.length.0.div_ceil(TICKS_PER_DAY).into()),
                ("injects", count(plan.injects.len())),
                ("movements", count(plan.movements.len())),
                ("path", name.display().to_string().into()),
            ];
            let text = ui.say("cli-check-fine", &args);
            ui.line(&text)?;
            check_values(name, &exercise.script.form, map, ui)
        }
        Err(error) => {
            let text = scenarios::faults(ui, name, &error);
            ui.line(&text)?;
            let count = i64::try_from(error.faults.len()).unwrap_or(i64::MAX);
            let path = name.display().to_string();
            let total = ui.say("cli-check-faults", &[("count", count.into()), ("path", path.into())]);
            ui.line(&total)?;
            Ok(false)
        }
    }
}
