//! `fields` and `fill`: what a lead may fill in, and the plain scenario that comes of it.
//!
//! Must not decide what may be filled in: `scenario::fill` does.

use super::{
    Done, Outcome, fail, files,
    fill_args::{FieldsArgs, FillArgs},
    scenarios,
    ui::Ui,
};
use crate::{
    scenario::{
        fill::form::{Field, Form},
        load,
        schema::fields::FieldKind,
    },
    view::fields_view::{Entry, FieldInput, fields_view},
};

/// The fields of a scenario as the view wants them.
pub(super) fn inputs(form: &Form) -> Vec<FieldInput> {
    let input = |field: &Field| FieldInput {
        name: field.name.clone(),
        entry: match field.kind {
            FieldKind::Date => Entry::Date,
            FieldKind::Municipality | FieldKind::Text if field.options.is_empty() => Entry::Words,
            _ => Entry::Choice,
        },
        label: field.label.clone(),
        help: field.help.clone(),
        value: field.value.clone(),
        default: field.default.clone(),
        options: field.options.clone(),
    };
    form.fields.iter().map(input).collect()
}

/// Lists the fields with what stands there.
pub(super) fn fields(args: &FieldsArgs, ui: &mut Ui) -> Done {
    let source = scenarios::source(&args.scenario)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    let (_, form) = load::fill(source, &args.set)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    let view = fields_view(&inputs(&form), &ui.texts, ui.language);
    if args.json {
        let rows: Vec<_> = view
            .rows
            .iter()
            .map(|row| {
                serde_json::json!({ "name": row.name, "label": row.label, "help": row.help, "value": row.value,
                    "options": row.options.iter().map(|(code, _)| code).collect::<Vec<_>>() })
            })
            .collect();
        ui.line(&serde_json::to_string_pretty(&rows)?)?;
        return Ok(Outcome::Fine);
    }
    if view.rows.is_empty() {
        ui.line(&ui.say("cli-fields-none", &[]))?;
    }
    for row in view.rows {
        let head = if row.shown == row.value {
            format!("{} = {}", row.name, row.value)
        } else {
            format!("{} = {} ({})", row.name, row.value, row.shown)
        };
        ui.line(&head)?;
        ui.line(&format!("    {}. {}", row.label, row.help))?;
        ui.line(&format!("    {}", ui.say("cli-fields-allowed", &[("what", row.allowed.into())])))?;
    }
    Ok(Outcome::Fine)
}

/// Writes the scenario with its fields filled in.
pub(super) fn fill(args: &FillArgs, ui: &mut Ui) -> Done {
    files::must_be_free(ui, &args.out, args.force)?;
    let told = |ui: &Ui, error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error));
    let source = scenarios::source(&args.scenario).map_err(|error| told(ui, error))?;
    let (filled, _) = load::fill(source.clone(), &args.set).map_err(|error| told(ui, error))?;
    // A file that does not play is not written: its faults are told at the lines of the scenario that was filled in.
    let map = scenarios::map(ui)?;
    load::build_filled(load::world_built_in(), source, &args.set, &map).map_err(|error| told(ui, error))?;
    files::write(ui, &args.out, filled.text(), args.force)?;
    let text = fail::on_path(ui, "cli-fill-written", &args.out, &[]);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}
