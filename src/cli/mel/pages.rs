//! The sheets of an exported workbook: the list, the planning board, the role cards.
//!
//! Must not say anything of a role or an inject that the country or the scenario does not.

use crate::{
    cli::ui::Ui,
    scenario::{
        load::Exercise,
        mel::{
            headings::ColumnSet,
            list::{self, Mel},
            page::{Page, Shown},
            value::Naming,
        },
    },
    sim::{
        ids::{InjectId, RoleId},
        plan::{Text, Trigger},
        state::State,
        time::Tick,
    },
    text::{Language, basis_key, channel_key, marking_key, table_key},
};

/// Title and marking, for above each page.
fn running(exercise: &Exercise, ui: &Ui) -> String {
    let plan = &exercise.plan;
    format!("{} · {}", pick(ui, &plan.title), ui.say(marking_key(plan.marking), &[]))
}

fn pick(ui: &Ui, text: &Text) -> String {
    match ui.language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    }
}

/// The list of injects.
pub(super) fn list(mel: &Mel, exercise: &Exercise, set: Option<&ColumnSet>, ui: &Ui) -> Page {
    let say = |key: &str| ui.say(key, &[]);
    let naming = Naming::of(exercise, ui.language == Language::En, &say);
    list::page(mel, &say("mel-page-list"), &running(exercise, ui), &naming, set)
}

/// When an inject is expected; none by hand or on a condition.
fn expected(exercise: &Exercise, id: InjectId) -> Option<Tick> {
    let mut later = 0;
    let mut at = id;
    // A chain of injects is no longer than there are injects.
    for _ in 0..exercise.plan.injects.len() {
        match &exercise.plan.injects[at].trigger {
            Trigger::At(tick) => return Some(Tick(tick.0 + later)),
            Trigger::After(other, span) => {
                later += span.0;
                at = *other;
            }
            _ => return None,
        }
    }
    None
}

/// Moments down, receivers across: who gets what when, and where a table has nothing for hours.
pub(super) fn board(exercise: &Exercise, ui: &Ui) -> Page {
    let state = State::new(&exercise.country, &exercise.plan);
    let tell = ui.narrator_of(exercise, &state);
    let plan = &exercise.plan;
    let receives = |role: RoleId| plan.injects.rows().iter().any(|inject| inject.receivers.contains(&role));
    let roles: Vec<RoleId> = exercise.country.roles.ids().filter(|role| receives(*role)).collect();
    let mut order: Vec<(Option<Tick>, InjectId)> =
        plan.injects.ids().map(|id| (expected(exercise, id), id)).collect();
    // What comes by itself at a moment first; by hand and on conditions below.
    order.sort_by_key(|(tick, id)| (tick.is_none(), *tick, *id));
    let rows = order.into_iter().map(|(tick, id)| {
        let inject = &plan.injects[id];
        let when = tick.map_or_else(|| tell.trigger_sentence(&inject.trigger), |tick| tell.when(tick));
        let what = format!("{} {}", inject.code, pick(ui, &inject.title));
        let mark = |here: bool| Shown::Text(if here { inject.code.clone() } else { String::new() });
        let everybody = inject.receivers.is_empty();
        let fixed =
            [Shown::Strong(when), Shown::Text(what), Shown::Text(ui.say(channel_key(inject.channel), &[]))];
        let per_role = roles.iter().map(|role| mark(inject.receivers.contains(role)));
        fixed.into_iter().chain([mark(everybody)]).chain(per_role).collect()
    });
    let fixed = ["mel-column-trigger", "mel-board-inject", "mel-column-channel", "mel-board-everybody"];
    let heading = fixed.iter().map(|key| ui.say(key, &[])).chain(roles.iter().map(|role| tell.role(*role)));
    let widths = [16, 44, 16, 12].into_iter().chain(roles.iter().map(|_| 14));
    Page {
        name: ui.say("mel-page-board", &[]),
        running: running(exercise, ui),
        rows: rows.collect(),
        heading: heading.collect(),
        widths: widths.collect(),
        choices: Vec::new(),
        frozen: 2,
    }
}

/// What each role may decide, within which limits, and what it will receive: for the staff.
pub(super) fn roles(exercise: &Exercise, ui: &Ui) -> Page {
    let state = State::new(&exercise.country, &exercise.plan);
    let tell = ui.narrator_of(exercise, &state);
    let seated = &exercise.script.roles;
    let taken: Vec<RoleId> =
        exercise.country.roles.ids().filter(|role| seated.is_empty() || seated.contains(role)).collect();
    let row = |id: RoleId| {
        let words = &exercise.book.roles[id];
        let row = &exercise.country.roles[id];
        let bases: Vec<String> = words.bases.iter().map(|basis| ui.say(basis_key(*basis), &[])).collect();
        let pools = exercise.country.pools.iter().filter(|(_, pool)| pool.owner == id);
        let pools: Vec<String> = pools.map(|(pool, _)| tell.pool(pool)).collect();
        let gets = exercise.plan.injects.rows().iter().filter(|inject| inject.receivers.contains(&id));
        let gets: Vec<String> =
            gets.map(|inject| format!("{} {}", inject.code, pick(ui, &inject.title))).collect();
        [
            Shown::Strong(tell.role(id)),
            Shown::Text(ui.say(table_key(row.table), &[])),
            Shown::Text(pick(ui, &words.may)),
            Shown::Text(pick(ui, &words.limit)),
            Shown::Text(bases.join("\n")),
            Shown::Text(pools.join("\n")),
            Shown::Text(gets.join("\n")),
        ]
        .to_vec()
    };
    let keys = [
        "mel-roles-role",
        "mel-roles-table",
        "mel-roles-may",
        "mel-roles-limit",
        "mel-roles-bases",
        "mel-roles-pools",
        "mel-roles-injects",
    ];
    Page {
        name: ui.say("mel-page-roles", &[]),
        running: running(exercise, ui),
        heading: keys.iter().map(|key| ui.say(key, &[])).collect(),
        rows: taken.into_iter().map(row).collect(),
        widths: vec![30, 14, 40, 40, 30, 34, 34],
        choices: Vec::new(),
        frozen: 1,
    }
}
