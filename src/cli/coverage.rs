//! `coverage`: what stands for which row of the inventory of the policy letters, and which rows are open.
//!
//! Must not judge: what is built is exercised by the tests.

use super::{Done, Outcome, scenarios, ui::Ui};
use crate::{
    assets,
    scenario::{
        coverage::{By, Standing},
        load,
        source::Source,
    },
    sim::{
        ids::{DenseId, Table},
        state::State,
    },
    text::{Language, Narrator},
};

/// One line for each row, then the counts.
pub(super) fn coverage(ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let source = Source::new(assets::PRESSURE.file, assets::PRESSURE.text.to_owned());
    let (exercise, file) = load::coverage(source, &map)?;
    let state = State::new(&exercise.country, &exercise.plan);
    let mut counts = [0_u16; 3];
    for row in &file.rows {
        let tell = ui.narrator_of(&exercise, &state);
        let (place, what) = match &row.standing {
            Standing::Built(by) => {
                let names: Vec<String> = by.iter().map(|by| name(&tell, by, ui)).collect();
                (0, names.join("; "))
            }
            Standing::Record => (1, ui.say("cli-coverage-record", &[])),
            Standing::Open => (2, ui.say("cli-coverage-open", &[])),
        };
        counts[place] += 1;
        let title = match ui.language {
            Language::Nl => &row.name.nl,
            Language::En => &row.name.en,
        };
        ui.line(&format!("{:>3}  {title}: {what}", row.row.value))?;
    }
    let [built, record, open] = counts;
    let args = [("built", built.into()), ("record", record.into()), ("open", open.into())];
    let total = ui.say("cli-coverage-total", &args);
    ui.line(&total)?;
    Ok(Outcome::Fine)
}

/// What stands for a row, with its kind and its name on the screen.
fn name(tell: &Narrator<'_>, by: &By, ui: &Ui) -> String {
    let (key, name) = match by {
        By::Metric(key) => ("coverage-metric", ui.say(&format!("metric-{}", key.value.0), &[])),
        By::Process(code) => (
            "coverage-process",
            found(&tell.country.processes, &code.text, |row| &row.code, |id| tell.process(id)),
        ),
        By::Pool(code) => {
            ("coverage-pool", found(&tell.country.pools, &code.text, |row| &row.code, |id| tell.pool(id)))
        }
        By::Good(code) => {
            ("coverage-good", found(&tell.country.goods, &code.text, |row| &row.code, |id| tell.good(id)))
        }
        By::Role(code) => {
            ("coverage-role", found(&tell.country.roles, &code.text, |row| &row.code, |id| tell.role(id)))
        }
        By::Measure(code) => (
            "coverage-measure",
            found(&tell.country.measures.rows, &code.text, |row| &row.code, |id| tell.measure(id)),
        ),
        By::Setting(code) => ("coverage-setting", ui.say(&format!("setting-{}", code.value.0), &[])),
        By::Vector(code) => ("coverage-act", act(tell, &code.text)),
        By::Inject(code) => {
            ("coverage-inject", found(&tell.plan.injects, &code.text, |row| &row.code, |id| tell.inject(id)))
        }
    };
    ui.say(key, &[("name", name.into())])
}

/// Name of an act.
fn act(tell: &Narrator<'_>, code: &str) -> String {
    let adversary = tell.country.adversary.as_ref();
    adversary.map_or_else(String::new, |row| found(&row.vectors, code, |row| &row.code, |id| tell.vector(id)))
}

fn found<I: DenseId, T>(
    table: &Table<I, T>,
    code: &str,
    of: impl Fn(&T) -> &String,
    name: impl Fn(I) -> String,
) -> String {
    table.find(|row| of(row) == code).map(name).unwrap_or_default()
}
