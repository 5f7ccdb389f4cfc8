//! The evaluation in the report: objectives with what serves and decides them, recorded decisions, intents beside what came of them,
//! observations, disputes. The staff's report: it hides nothing.
//!
//! Parts without anything in them are left out. Must not judge: `session::evaluation` does, the views tell.

use super::{Report, html::Page};
use crate::view::{
    dossier_view::{DecisionLine, DossierView, SheetHead, dossier_view},
    matrix_view::{MatrixView, ObjectiveLine, matrix_view},
    observer_view::{ObservationLine, observations},
    viewer::Viewer,
};

/// The sections.
pub(super) fn section(report: &Report<'_>, page: &mut Page) {
    let (session, narrator) = (report.session, &report.narrator);
    let matrix = matrix_view(session, Viewer::Lead, narrator.texts, narrator.language);
    if !matrix.objectives.is_empty() {
        matrix_section(report, &matrix, page);
    }
    let dossier = dossier_view(session, Viewer::Lead, narrator.texts, narrator.language);
    decisions(report, &dossier, page);
    intents(report, &dossier, page);
    let observed = observations(session, narrator.texts, narrator.language);
    if !observed.is_empty() {
        observations_section(report, &observed, page);
    }
    disputes(report, &dossier, page);
}

fn columns<const N: usize>(report: &Report<'_>, keys: [&str; N]) -> Vec<String> {
    keys.map(|key| report.word(key)).to_vec()
}

fn matrix_section(report: &Report<'_>, matrix: &MatrixView, page: &mut Page) {
    page.heading(2, &report.word("report-evaluation"));
    page.paragraph(&report.word("report-evaluation-means"));
    let row = |row: &ObjectiveLine| {
        let injects: Vec<&str> = row.injects.iter().map(|cell| cell.code.as_str()).collect();
        let mut missing = row.gap_words.clone();
        missing.retain(|words| !words.is_empty());
        vec![
            row.code.clone(),
            row.text.clone(),
            injects.join(", "),
            row.questions.join(", "),
            row.observed.clone(),
            missing.join("\n"),
        ]
    };
    let heads = [
        "report-objective",
        "report-what",
        "evaluation-injects",
        "evaluation-questions",
        "report-observations",
        "report-gaps",
    ];
    page.table("matrix", &columns(report, heads), matrix.objectives.iter().map(row).collect());
    let criteria = matrix.objectives.iter().flat_map(|row| row.criteria.iter().map(move |each| (row, each)));
    let rows = criteria.map(|(objective, row)| {
        vec![
            format!("{} ({})", row.code, objective.code),
            row.text.clone(),
            row.how.clone(),
            row.standing_words.clone(),
            row.decided.clone(),
        ]
    });
    let heads = ["report-criterion", "report-what", "report-kind", "report-standing", "report-decided-by"];
    page.table("criteria", &columns(report, heads), rows.collect());
    if !matrix.serve_nothing.is_empty() {
        page.heading(3, &report.word("evaluation-serve-nothing"));
        page.list(&matrix.serve_nothing);
    }
}

/// Number and moment of a sheet, and by which it was replaced.
fn sheet(report: &Report<'_>, head: &SheetHead) -> String {
    let mut said = format!("{}\n{}", head.number, head.time);
    if let Some(number) = head.corrected_by {
        said.push('\n');
        said.push_str(&report.say("dossier-corrected", &[("number", number.into())]));
    }
    said
}

fn decisions(report: &Report<'_>, dossier: &DossierView, page: &mut Page) {
    if dossier.decisions.is_empty() {
        return;
    }
    page.heading(2, &report.word("report-dossier"));
    let bob = |row: &DecisionLine| {
        let mut lines = vec![
            format!("{}: {}", report.word("dossier-picture-short"), row.picture),
            format!("{}: {}", report.word("dossier-judgement-short"), row.judgement),
        ];
        if !row.options.is_empty() {
            lines.push(format!("{}: {}", report.word("dossier-options-short"), row.options.join("; ")));
        }
        lines.push(format!("{}: {}", report.word("dossier-decided-short"), row.decision));
        lines.join("\n")
    };
    let rows = dossier.decisions.iter().rev().map(|row| {
        vec![sheet(report, &row.head), row.role.clone(), row.about.clone(), bob(row), row.commands.join("\n")]
    });
    let heads = ["report-sheet", "report-who", "report-about", "report-bob", "dossier-commands"];
    page.table("dossier", &columns(report, heads), rows.collect());
}

fn intents(report: &Report<'_>, dossier: &DossierView, page: &mut Page) {
    if dossier.intents.is_empty() {
        return;
    }
    page.heading(2, &report.word("report-intents"));
    page.paragraph(&report.word("intent-note"));
    for row in dossier.intents.iter().rev() {
        let (number, time) = (row.head.number, &row.head.time);
        page.heading(3, &format!("{number}. {} ({time})", row.subject));
        page.paragraph(&row.words);
        page.paragraph(&row.afterwards);
        let rows = row.classes.iter().map(|cells| Vec::from(cells.clone()));
        let heads =
            ["intent-column-class", "intent-column-stated", "intent-column-served", "intent-column-outcome"];
        page.table("intent", &columns(report, heads), rows.collect());
    }
}

fn observations_section(report: &Report<'_>, observed: &[ObservationLine], page: &mut Page) {
    page.heading(2, &report.word("report-observations"));
    let rows = observed.iter().rev().map(|row| {
        vec![
            sheet(report, &row.head),
            report.say("observer-said", &[("number", u32::from(row.observer).into())]),
            row.subject.clone(),
            row.question.clone(),
            row.rating.map_or_else(String::new, |rating| rating.to_string()),
            row.text.clone(),
        ]
    });
    let heads =
        ["report-sheet", "report-who", "report-about", "report-question", "report-mark", "report-what"];
    page.table("observations", &columns(report, heads), rows.collect());
}

fn disputes(report: &Report<'_>, dossier: &DossierView, page: &mut Page) {
    if dossier.disputes.is_empty() {
        return;
    }
    page.heading(2, &report.word("report-disputes"));
    let rows = dossier.disputes.iter().rev().map(|row| {
        let ruling = if row.ruling.is_empty() { report.word("dossier-open") } else { row.ruling.clone() };
        vec![sheet(report, &row.head), row.table.clone(), row.subject.clone(), row.reason.clone(), ruling]
    });
    let heads = ["report-sheet", "report-who", "report-subject", "report-what", "report-ruling"];
    page.table("disputes", &columns(report, heads), rows.collect());
}
