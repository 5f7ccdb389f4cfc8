//! `check`: every fault of every scenario, one line each with file, line and column.
//!
//! Must not run anything: a scenario that loads can be played.

use super::{Done, Outcome, args::CheckArgs, scenarios, ui::Ui};
use crate::sim::time::TICKS_PER_DAY;
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

fn check_one(name: &Path, map: &crate::geo::map::MapData, ui: &mut Ui) -> anyhow::Result<bool> {
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
            Ok(true)
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
