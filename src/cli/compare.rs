//! `compare`: groups that played the same exercise, side by side, for the reveal at the end of a course.
//!
//! Recordings are only read, one after the other. Refuses what is no comparison, with what differs. Must not compare anything itself:
//! `report::compare` does, for this, for JSON and for the report.

use super::{Done, Outcome, replay, ui::Ui};
use crate::{
    report::compare::{Comparison, Group, Parting, Section},
    session::Session,
};
use clap::Args as ClapArgs;
use std::path::{Path, PathBuf};

/// Options of `compare`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland compare groep-1.oefening groep-2.oefening
  doorvoerland compare *.oefening --at \"D+6 06:00\" --lang en
  doorvoerland compare a.oefening b.oefening --json > vergelijking.json
  doorvoerland replay a.oefening --report a.html --with b.oefening   the same as a part of the report

The recordings have to be of the same scenario with the same values filled in; dates, seeds and lengths may differ, and that is said.")]
pub(super) struct CompareArgs {
    /// The recordings, two or more; the name of a file is the name of its group
    #[arg(required = true, num_args = 2.., value_name = "RECORDING")]
    pub(super) recordings: Vec<PathBuf>,
    /// The moment of every recording, as for replay [default: the end of each]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Machine-readable
    #[arg(long)]
    pub(super) json: bool,
}

/// Prints the comparison.
pub(super) fn compare(args: &CompareArgs, ui: &mut Ui) -> Done {
    let mut groups: Vec<Group> = Vec::new();
    for path in &args.recordings {
        groups.push(group(path, args.at.as_deref(), &groups, ui)?);
    }
    let found = comparison(groups, ui)?;
    if args.json {
        ui.line(&found.to_json())?;
        return Ok(Outcome::Fine);
    }
    let title = ui.say("compare-title", &[]);
    ui.line(&format!("{title}: {}", found.title))?;
    for remark in &found.remarks {
        ui.line(remark)?;
    }
    let names: Vec<String> = found.groups.iter().map(|group| group.name.clone()).collect();
    for each in &found.sections {
        section(each, &names, ui)?;
    }
    if !found.partings.is_empty() {
        heading("compare-partings", ui)?;
        let means = ui.say("compare-partings-means", &[]);
        ui.line(&means)?;
    }
    for row in &found.partings {
        parting(row, &names, ui)?;
    }
    Ok(Outcome::Fine)
}

/// An exercise beside other recordings of it; none when there are no others.
pub(super) fn beside(
    session: &Session,
    path: &Path,
    others: &[PathBuf],
    ui: &Ui,
) -> anyhow::Result<Option<Comparison>> {
    if others.is_empty() { Ok(None) } else { with_own(session, path, others, ui).map(Some) }
}

/// An exercise with the others, or alone.
pub(super) fn with_own(
    session: &Session,
    path: &Path,
    others: &[PathBuf],
    ui: &Ui,
) -> anyhow::Result<Comparison> {
    let mut groups = vec![Group::of(name(path, &[]), session, &ui.narrator(session))];
    for path in others {
        groups.push(group(path, None, &groups, ui)?);
    }
    comparison(groups, ui)
}

fn group(path: &Path, at: Option<&str>, known: &[Group], ui: &Ui) -> anyhow::Result<Group> {
    let (mut session, tick) = replay::open(path, at, ui)?;
    session.seek(tick);
    Ok(Group::of(name(path, known), &session, &ui.narrator(&session)))
}

/// The file's name without its ending; the whole path when that name is taken.
fn name(path: &Path, known: &[Group]) -> String {
    let stem = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    if known.iter().any(|group| group.name == stem) { path.display().to_string() } else { stem }
}

fn comparison(groups: Vec<Group>, ui: &Ui) -> anyhow::Result<Comparison> {
    Comparison::of(groups, &ui.texts, ui.language)
        .map_err(|unlike| anyhow::Error::msg(unlike.words(&ui.texts, ui.language)))
}

fn heading(key: &str, ui: &mut Ui) -> anyhow::Result<()> {
    let text = ui.say(key, &[]);
    ui.line("")?;
    ui.line(&text)
}

fn section(section: &Section, names: &[String], ui: &mut Ui) -> anyhow::Result<()> {
    ui.line("")?;
    ui.line(&section.title)?;
    for row in &section.rows {
        match row.cells.first() {
            Some(cell) if !row.differs => {
                let args = [("what", row.name.as_str().into()), ("value", cell.as_str().into())];
                let text = ui.say("compare-same", &args);
                ui.line(&format!("  {text}"))?;
            }
            _ => {
                ui.line(&format!("  {}", row.name))?;
                for (name, cell) in names.iter().zip(&row.cells) {
                    ui.line(&format!("      {name}: {cell}"))?;
                }
            }
        }
    }
    Ok(())
}

fn parting(row: &Parting, names: &[String], ui: &mut Ui) -> anyhow::Result<()> {
    let deed = if row.deed.is_empty() { ui.say("compare-no-difference", &[]) } else { row.deed.clone() };
    ui.line(&format!("  {}, {}: {deed}", row.round_words, row.table))?;
    for (name, (when, count)) in names.iter().zip(row.when.iter().zip(&row.decisions)) {
        let args = [("when", when.as_str().into()), ("count", (*count).into())];
        let text = ui.say("compare-when", &args);
        ui.line(&format!("      {name}: {text}"))?;
    }
    Ok(())
}
