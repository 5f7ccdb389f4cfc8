//! `guide`: what a scenario says to its staff, and the cards of its roles, as text or as pages to print.
//!
//! Must not say anything that the scenario does not say.

use super::{Done, Outcome, fail, files, fill_args::GuideArgs, scenarios, ui::Ui};
use crate::{
    report,
    scenario::{guide::Guide, load::Exercise},
    sim::{ids::RoleId, plan::Text, state::State},
    text::{Language, Narrator, marking_key},
    view::briefing_view::BriefingSection,
};

/// Prints the guide, or writes it to a file.
pub(super) fn guide(args: &GuideArgs, ui: &mut Ui) -> Done {
    if let Some(path) = &args.out {
        files::must_be_free(ui, path, args.force)?;
    }
    let map = scenarios::map(ui)?;
    let exercise = scenarios::load_filled(&args.scenario, &args.set, &map)
        .map_err(|error| anyhow::Error::msg(scenarios::faults(ui, &args.scenario, &error)))?;
    let title = pick(ui, &exercise.plan.title);
    let mut sections = vec![BriefingSection {
        heading: ui.say("guide-about", &[]),
        lines: vec![pick(ui, &exercise.plan.summary)],
    }];
    match &exercise.script.guide {
        Some(guide) => sections.extend(of_guide(guide, ui)),
        None if exercise.script.cards.is_empty() => anyhow::bail!(ui.say("cli-guide-none", &[])),
        None => {}
    }
    sections.extend(of_cards(&exercise, ui));
    match &args.out {
        None => {
            ui.line(&ui.say("guide-title", &[("title", title.into())]))?;
            for section in sections {
                ui.line(&format!("\n{}", section.heading))?;
                for line in section.lines {
                    ui.line(&format!("- {line}"))?;
                }
            }
        }
        Some(path) => {
            let heading = ui.say("guide-title", &[("title", title.into())]);
            let marking = ui.texts.word(ui.language, marking_key(exercise.plan.marking));
            let marking = ui.say("report-marking", &[("marking", marking.into())]);
            let page = report::guide::html(&heading, &marking, &sections, ui.language);
            files::write(ui, path, &page, args.force)?;
            let text = fail::on_path(ui, "cli-guide-written", path, &[]);
            ui.line(&text)?;
        }
    }
    Ok(Outcome::Fine)
}

fn pick(ui: &Ui, text: &Text) -> String {
    match ui.language {
        Language::Nl => text.nl.clone(),
        Language::En => text.en.clone(),
    }
}

fn of_guide(guide: &Guide, ui: &Ui) -> Vec<BriefingSection> {
    let section = |key: &str, lines: Vec<String>| BriefingSection { heading: ui.say(key, &[]), lines };
    let minutes = guide.minutes.iter().map(|line| {
        let staff = pick(ui, &line.staff);
        let args = [
            ("from", line.from_min.into()),
            ("until", line.from_min.saturating_add(line.minutes).into()),
            ("what", pick(ui, &line.what).into()),
        ];
        let text = ui.say("guide-minutes-line", &args);
        if staff.is_empty() { text } else { format!("{text} {staff}") }
    });
    let watch = guide.watch.iter().map(|row| match row.round {
        Some(round) => {
            ui.say("guide-in-round", &[("round", round.into()), ("text", pick(ui, &row.text).into())])
        }
        None => pick(ui, &row.text),
    });
    let term = |(term, meaning): &(Text, Text)| {
        let args = [("term", pick(ui, term).into()), ("meaning", pick(ui, meaning).into())];
        ui.say("guide-term", &args)
    };
    let texts = |rows: &[Text]| rows.iter().map(|row| pick(ui, row)).collect();
    let all = [
        section("guide-purpose", vec![pick(ui, &guide.purpose)]),
        section("guide-ready", texts(&guide.ready)),
        section("guide-minutes", minutes.collect()),
        section("guide-watch", watch.collect()),
        section("guide-questions", texts(&guide.questions)),
        section("guide-terms", guide.terms.iter().map(term).collect()),
    ];
    all.into_iter().filter(|section| !section.lines.is_empty()).collect()
}

fn of_cards(exercise: &Exercise, ui: &Ui) -> Vec<BriefingSection> {
    let state = State::new(&exercise.country, &exercise.plan);
    let tell = Narrator {
        texts: &ui.texts,
        language: ui.language,
        country: &exercise.country,
        plan: &exercise.plan,
        state: &state,
        records: &[],
    };
    let name = |role: RoleId| tell.role(role);
    let card = |card: &crate::scenario::guide::RoleCard| {
        let mut lines = vec![pick(ui, &card.who)];
        let said = |key: &str, text: String| ui.say(key, &[("text", text.into())]);
        lines.extend(card.decide.iter().map(|row| said("guide-card-decide", pick(ui, row))));
        lines.push(said("guide-card-ask", pick(ui, &card.ask)));
        lines.push(said("guide-card-worry", pick(ui, &card.worry)));
        BriefingSection { heading: ui.say("guide-card", &[("role", name(card.role).into())]), lines }
    };
    exercise.script.cards.iter().map(card).collect()
}
