//! `paper`: everything that lies on the tables as PDF, from a scenario before the day or from a recording between two rounds.
//!
//! Finds the moment and writes files; `crate::paper` says what is on them. Replaces nothing without `--force`.

use super::{Done, Outcome, briefing, fail, files, scenarios, ui::Ui, wash};
use crate::{
    paper::{HotWash, Kind, Paper, Room, print},
    session::Session,
    sim::{country::SeatTable, time::Tick},
    text::table_key,
};
use std::path::{Path, PathBuf};

/// Options of `paper`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  doorvoerland paper grijze-zone --out papier                          everything, as it stands at the start
  doorvoerland paper x.oefening --round 2 --only situation --out papier   one A4 for each table
  doorvoerland paper grijze-zone --table Regio --lang en --out paper
  doorvoerland paper grijze-zone --only road --date 2026-11-30 --out papier
  doorvoerland paper x.oefening --only hotwash --with y.oefening --out papier   for the end, beside an earlier group

Kinds: situation, inbox, cards, slips, fiches, roles, briefing, boards, map, phone, blank, hotwash, script, injects, observers, road.
What only the staff may read is in a folder of its own and says so on every page.")]
pub(super) struct PaperArgs {
    /// A recording, a scenario file, or the name of a built-in scenario
    #[arg(value_name = "RECORDING|SCENARIO")]
    pub(super) exercise: PathBuf,
    /// Folder for the documents
    #[arg(long, value_name = "FOLDER")]
    pub(super) out: PathBuf,
    /// For this round, from 1 [default: the round that is under way, else the first]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=24))]
    pub(super) round: Option<u8>,
    /// The moment instead of the begin of the round, as for replay
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Only for this table, such as Regio
    #[arg(long, value_name = "TABLE")]
    pub(super) table: Vec<String>,
    /// Only these kinds
    #[arg(long, value_name = "KIND", value_parser = kind)]
    pub(super) only: Vec<Kind>,
    /// Day on which it is played, for the road to STARTEX and the head of every page: 2026-11-30
    #[arg(long, value_name = "DATE")]
    pub(super) date: Option<String>,
    /// For the hot wash: put another recording of the same exercise beside this one; may be given more than once
    #[arg(long = "with", value_name = "RECORDING")]
    pub(super) beside: Vec<PathBuf>,
    /// Replace existing files
    #[arg(long)]
    pub(super) force: bool,
}

fn kind(typed: &str) -> Result<Kind, String> {
    Kind::from_code(typed).ok_or_else(|| {
        let codes = Kind::ALL.map(Kind::code);
        format!("there is {}", codes.join(", "))
    })
}

/// Sets and writes what was asked for.
pub(super) fn paper(args: &PaperArgs, ui: &mut Ui) -> Done {
    let map = scenarios::map(ui)?;
    let day = args.date.as_deref().map(|text| day(text, ui)).transpose()?;
    let (session, book, round) = at_moment(args, ui)?;
    let (texts, language) = (ui.texts.clone(), ui.language);
    let wanted = |kind: &Kind| args.only.is_empty() || args.only.contains(kind);
    let wash = if wanted(&Kind::HotWash) {
        wash::wash(&session, &args.exercise, &args.beside, &map, ui)?
    } else {
        HotWash::default()
    };
    let (book, wash) = (&book, &wash);
    let room = Room { session: &session, book, map: &map, texts: &texts, language, round, day, wash };
    let tables = tables(args, &room, ui)?;
    let kinds: Vec<Kind> = Kind::ALL
        .into_iter()
        .filter(wanted)
        // Who asks for one table wants what lies on it.
        .filter(|kind| args.table.is_empty() || kind.is_by_table() || args.only.contains(kind))
        .collect();
    let papers = print(&room, &kinds, &tables)
        .map_err(|why| anyhow::Error::msg(ui.say("cli-paper-not-set", &[("why", why.to_string().into())])))?;
    let paths: Vec<PathBuf> =
        papers.iter().map(|paper| args.out.join(format!("{}.pdf", paper.file))).collect();
    for path in &paths {
        files::folder(ui, path.parent().unwrap_or(Path::new(".")))?;
        files::must_be_free(ui, path, args.force)?;
    }
    let mut sheets = 0;
    for (paper, path) in papers.iter().zip(&paths) {
        write(paper, path, args.force, ui)?;
        sheets += paper.pages.count();
    }
    let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let said = [("count", count(papers.len()).into()), ("pages", count(sheets).into())];
    let text = fail::on_path(ui, "cli-paper-written", &args.out, &said);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}

fn write(paper: &Paper, path: &Path, force: bool, ui: &Ui) -> anyhow::Result<()> {
    let pdf = paper
        .pages
        .pdf()
        .map_err(|why| anyhow::Error::msg(ui.say("cli-paper-not-set", &[("why", why.to_string().into())])))?;
    files::write(ui, path, pdf, force)
}

/// The session at the begin of the round, or at the moment asked for.
fn at_moment(
    args: &PaperArgs,
    ui: &Ui,
) -> anyhow::Result<(Session, crate::scenario::book::Book, Option<u8>)> {
    let (mut session, book) = briefing::session(&args.exercise, args.at.as_deref(), ui)?;
    let rounds = &session.plan().rounds;
    let count = rounds.len();
    let played = session.course_shown().current;
    let round = match args.round {
        Some(number) if usize::from(number) > count => {
            let said = [("number", number.into()), ("count", i64::try_from(count).unwrap_or(0).into())];
            anyhow::bail!(ui.say("cli-paper-no-round", &said));
        }
        Some(number) => Some(number - 1),
        None if count == 0 => None,
        None => Some(played.unwrap_or(0)),
    };
    let begin = round.and_then(|round| session.plan().rounds.get(usize::from(round))).map(|row| row.from);
    if let Some(tick) = begin.filter(|_| args.at.is_none()) {
        go_to(&mut session, tick, ui)?;
    }
    Ok((session, book, round))
}

/// Looks at an earlier moment; a scenario that was not played is run there without players.
fn go_to(session: &mut Session, tick: Tick, ui: &Ui) -> anyhow::Result<()> {
    let last = session.last_tick();
    if tick > session.head().tick
        && session.journal().is_none()
        && *session.mode() == crate::session::Mode::Live
    {
        session
            .advance(tick.since(session.head().tick).0)
            .map_err(|error| fail::submit(ui, session, &error))?;
    }
    session.seek(tick.min(last.max(session.head().tick)));
    Ok(())
}

/// The tables that were named, or all.
fn tables(args: &PaperArgs, room: &Room, ui: &Ui) -> anyhow::Result<Vec<SeatTable>> {
    let all = room.tables();
    let name = |table: SeatTable| ui.say(table_key(table), &[]);
    if args.table.is_empty() {
        return Ok(all);
    }
    let find = |text: &String| {
        let same = |table: &&SeatTable| {
            name(**table).eq_ignore_ascii_case(text) || format!("{table:?}").eq_ignore_ascii_case(text)
        };
        all.iter().find(same).copied().ok_or_else(|| {
            let names: Vec<String> = all.iter().map(|table| name(*table)).collect();
            let said = [("text", text.into()), ("tables", names.join(", ").into())];
            anyhow::Error::msg(ui.say("cli-paper-no-table", &said))
        })
    };
    args.table.iter().map(find).collect()
}

/// Days since 1 January 1970 of a date.
fn day(text: &str, ui: &Ui) -> anyhow::Result<i32> {
    let bad = || anyhow::Error::msg(ui.say("cli-paper-bad-date", &[("text", text.into())]));
    let date: jiff::civil::Date = text.parse().map_err(|_| bad())?;
    let since = date.since(jiff::civil::date(1970, 1, 1)).map_err(|_| bad())?;
    Ok(since.get_days())
}
