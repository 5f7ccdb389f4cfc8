//! `briefing`: one page for a role that comes late, from the state of a recording or a scenario at a moment; as text, or as a page
//! to print.
//!
//! Shows what the role may know and nothing else: `view::briefing_view` is made of the role's own views.

use super::{Done, Outcome, args::BriefingArgs, fail, files, replay, scenarios, ui::Ui};
use crate::{
    report,
    scenario::{
        book::Book,
        load::{build_country, world_built_in},
    },
    session::{Session, clock::Clock},
    sim::ids::RoleId,
    view::{
        briefing_view::{RoleCard, briefing_view},
        handover_view::handover_sections,
    },
};
use std::path::Path;

/// Prints the page, or writes it to a file.
pub(super) fn briefing(args: &BriefingArgs, ui: &mut Ui) -> Done {
    if let Some(path) = &args.out {
        files::must_be_free(ui, path, args.force)?;
    }
    let (session, book) = session(&args.exercise, args.at.as_deref(), ui)?;
    let role = role(&session, &args.role, ui)?;
    let card = book.roles.get(role).map(|row| RoleCard { may: row.may.clone(), limit: row.limit.clone() });
    let clock = Clock::resumed(session.times_shown().played_s);
    let view = briefing_view(&session, role, card.as_ref(), &ui.texts, ui.language, &clock, "");
    let view = view.map(|mut view| {
        if args.hand_over {
            view.sections.extend(handover_sections(&session, role, &ui.texts, ui.language));
        }
        view
    });
    let Some(view) = view else { anyhow::bail!(unknown(&session, &args.role, ui)) };
    match &args.out {
        None => ui.line(&view.text())?,
        Some(path) => {
            let page = report::briefing::html(&view, &ui.say("briefing-title", &[]), ui.language);
            files::write(ui, path, &page, args.force)?;
            let text = fail::on_path(ui, "cli-briefing-written", path, &[]);
            ui.line(&text)?;
        }
    }
    Ok(Outcome::Fine)
}

/// The exercise at the moment asked for, with the words of the country about its roles.
pub(super) fn session(name: &Path, at: Option<&str>, ui: &Ui) -> anyhow::Result<(Session, Book)> {
    let map = scenarios::map(ui)?;
    if name.extension().is_some_and(|extension| extension == "oefening") {
        let (mut session, tick) = replay::open(name, at, ui)?;
        session.seek(tick);
        // A recording carries the roles but not what is said about them: that is of the country that is built in.
        let (country, mut book) = build_country(&world_built_in(), &map)
            .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, name, &error)))?;
        let same = country.roles.rows().iter().map(|row| &row.code);
        if !session.country().roles.rows().iter().map(|row| &row.code).eq(same) {
            book.roles = crate::sim::ids::Table::default();
        }
        return Ok((session, book));
    }
    let exercise = scenarios::load(name, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, name, &error)))?;
    let tick = match at {
        Some(text) => replay::asked(text, exercise.plan.start, ui)?.min(exercise.plan.end()),
        None => crate::sim::time::Tick(0),
    };
    let mut session = Session::new(exercise.country, exercise.plan, None);
    session.advance(tick.0).map_err(|error| fail::submit(ui, &session, &error))?;
    Ok((session, exercise.book.as_ref().clone()))
}

fn role(session: &Session, code: &str, ui: &Ui) -> anyhow::Result<RoleId> {
    let found = session.country().roles.find(|row| row.code == code);
    found.ok_or_else(|| anyhow::Error::msg(unknown(session, code, ui)))
}

pub(super) fn unknown(session: &Session, code: &str, ui: &Ui) -> String {
    let codes: Vec<String> = session.country().roles.rows().iter().map(|row| row.code.clone()).collect();
    ui.say("cli-no-such-role", &[("role", code.into()), ("roles", codes.join(", ").into())])
}
