//! A window keeps what was told and stays as it is: what it shows is the same as if nothing had been kept.

use super::fixture::{by, shipped, texts};
use doorvoerland::{
    auto::players::Players,
    session::Session,
    sim::{
        command::{Actor, Command},
        ids::InjectId,
        state::InjectStatus,
        time::Tick,
    },
    text::Language,
    view::{
        figures_view::{Sheet, SheetFigure, Sure, figures_view},
        injects_view::{injects_kept, injects_view},
        log_view::{decisions_kept, decisions_view},
        memory::Memory,
        strips::first_strips,
        timeline_view::timeline_view,
        viewer::Viewer,
    },
};
use std::sync::Arc;

/// Ticks between two looks, and how many looks.
const LOOKS: (u32, u32) = (7, 12);

fn compare(session: &Session, viewer: Viewer, language: Language, memory: &mut Memory) {
    let strips = first_strips(session, viewer);
    let timeline =
        |memory: &mut Memory| timeline_view(session, viewer, texts(), language, (&strips, None), memory);
    assert_eq!(timeline(memory), timeline(&mut Memory::default()));
    let kept = decisions_kept(session, viewer, texts(), language, (usize::MAX, memory));
    assert_eq!(kept, decisions_view(session, viewer, texts(), language, usize::MAX));
    let kept = injects_kept(session, viewer, texts(), language, memory);
    assert_eq!(kept, injects_view(session, viewer, texts(), language));
}

#[test]
fn what_is_kept_is_what_would_be_told_anew() {
    let (country, plan) = shipped();
    let mut session = Session::new(country, plan.clone(), None);
    let mut memory = Memory::default();
    let players = Players::for_all(&session, texts(), Language::Nl);
    for _ in 0..LOOKS.1 {
        players.advance(&mut session, LOOKS.0, &mut |_, _| {}).expect("nothing is recorded");
        compare(&session, Viewer::Lead, Language::Nl, &mut memory);
    }
    let divided =
        session.log().iter().filter(|record| matches!(record.command, Command::SetPolicy { .. })).count();
    assert!(divided > 0, "players divide pools");
    // Another language, other eyes, an earlier moment, and the present again.
    compare(&session, Viewer::Lead, Language::En, &mut memory);
    let role = session.country().roles.ids().next().expect("there are roles");
    compare(&session, Viewer::Role(role), Language::En, &mut memory);
    session.seek(Tick(LOOKS.0));
    compare(&session, Viewer::Lead, Language::Nl, &mut memory);
    session.seek(Tick(u32::MAX));
    compare(&session, Viewer::Lead, Language::Nl, &mut memory);
    // An inject that others name comes to be called otherwise.
    let ready = |inject: &InjectId| {
        session.head().injects.get(*inject).is_some_and(|row| row.status == InjectStatus::Ready)
    };
    let last = plan.injects.ids().rfind(ready).expect("not everything was sent");
    let mut content = plan.injects[last].clone();
    content.title.nl.push_str(" anders");
    let (edit, now) = (Command::EditInject { inject: last, content: Box::new(content) }, session.head().tick);
    session.submit(by(Actor::Lead), now, edit).expect("the staff may edit what was not sent");
    session.advance(1).expect("nothing is recorded");
    compare(&session, Viewer::Lead, Language::Nl, &mut memory);
    // Another exercise, in which the numbers of decisions stand for others.
    let mut other = plan.as_ref().clone();
    other.seed += 1;
    let mut session = Session::new(session.country().clone(), Arc::new(other), None);
    players.advance(&mut session, 3 * LOOKS.0, &mut |_, _| {}).expect("nothing is recorded");
    compare(&session, Viewer::Lead, Language::Nl, &mut memory);
}

#[test]
fn figures_are_looked_for_anew_when_something_else_is_looked_for() {
    let (country, plan) = shipped();
    let figure =
        |place: u32, (_, row): (doorvoerland::sim::ids::NodeId, &doorvoerland::sim::country::Node)| {
            SheetFigure {
                path: format!("nodes[\"{}\"].storage", row.code),
                value: place.to_string(),
                source: 0,
                sure: Sure::Estimated,
            }
        };
    let figures = (0..).zip(country.nodes.iter()).map(|(place, row)| figure(place, row)).collect();
    let sheet = Arc::new(Sheet { figures, ..Sheet::default() });
    let first = country.nodes.rows()[0].name.clone();
    let session = Session::new(country, plan, None);
    let mut memory = Memory::default();
    let empty = Arc::new(Sheet::default());
    for (sheet, language, search, some) in [
        (&sheet, Language::Nl, "", true),
        (&sheet, Language::Nl, "", true),
        (&sheet, Language::Nl, first.as_str(), true),
        (&sheet, Language::En, first.as_str(), true),
        (&sheet, Language::En, "nowhere at all", false),
        (&empty, Language::En, "", false),
    ] {
        let found = memory.figures(sheet, &session, texts(), language, search);
        assert_eq!(found, figures_view(sheet, &session, texts(), language, search), "{search}");
        assert_eq!(!found.lines.is_empty(), some, "{search}");
    }
}
