//! The command line: what was typed goes in, lines and an exit code come out.
//!
//! Exit codes: 0 all is well, 1 a check failed (a fault in a scenario, a recording that is damaged or diverges), 2 the task
//! could not be done. Errors go to the error stream as one message that names the thing, the place and the repair, the path
//! last. Must not panic whatever is typed or found on disk, and must not know rules: it calls `session`, `auto` and
//! `report`. Read `args` (what can be typed), `ui` (words and lines), `fail` (errors in words), then one file per task.

mod args;
mod author;
mod branch;
mod briefing;
mod cards;
mod check;
mod compare;
mod coverage;
mod export;
mod export_tables;
mod fail;
mod files;
mod fill;
mod fill_args;
mod guide;
mod map_compile;
mod matrix;
#[cfg(feature = "paper")]
mod mel;
mod operator;
#[cfg(feature = "paper")]
mod paper;
mod play;
mod preflight;
mod preview;
mod programme;
mod replay;
mod resume;
mod roles;
mod run;
mod scenarios;
mod score;
mod sensitivity;
mod trials;
mod ui;
mod verify;
#[cfg(feature = "paper")]
mod wash;

use args::{Args, Task};
use clap::Parser as _;
use std::{ffi::OsString, process::ExitCode};
use ui::Ui;

/// How a task that could be done ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// All is well.
    Fine,
    /// What was checked is not in order.
    Failed,
}

/// What a task gives back; an error is words for the user.
type Done = anyhow::Result<Outcome>;

/// Does what was typed and says how it ended.
pub fn main(typed: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(typed) {
        Ok(args) => args,
        Err(help) => {
            // A closed pipe behind `--help` is no reason to complain.
            drop(help.print());
            return if help.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS };
        }
    };
    let mut ui = Ui::new(args.lang);
    match perform(args.task, &mut ui).and_then(|outcome| ui.flush().map(|()| outcome)) {
        Ok(Outcome::Fine) => ExitCode::SUCCESS,
        Ok(Outcome::Failed) => ExitCode::from(1),
        Err(error) => {
            ui.complain(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

fn perform(task: Option<Task>, ui: &mut Ui) -> Done {
    match task.unwrap_or_default() {
        Task::Play(args) => play::play(&args, ui),
        Task::Run(args) => run::run(&args, ui),
        Task::Replay(args) => replay::replay(&args, ui),
        Task::Verify(args) => verify::verify(&args, ui),
        Task::Check(args) => check::check(&args, ui),
        Task::Continue(args) => resume::resume(&args, ui),
        Task::Sensitivity(args) => sensitivity::sensitivity(&args, ui),
        Task::Cards => cards::cards(ui),
        Task::Score(args) => score::score(&args, ui),
        Task::Branch(args) => branch::branch(&args, ui),
        Task::Briefing(args) => briefing::briefing(&args, ui),
        Task::Matrix(args) => matrix::matrix(&args, ui),
        Task::Compare(args) => compare::compare(&args, ui),
        Task::Coverage => coverage::coverage(ui),
        Task::Export(args) => export::export(&args, ui),
        #[cfg(feature = "paper")]
        Task::Mel(args) => mel::mel(&args, ui),
        #[cfg(feature = "paper")]
        Task::Paper(args) => paper::paper(&args, ui),
        Task::Operator(args) => operator::operator(&args, ui),
        Task::Preflight(args) => preflight::preflight(&args, ui),
        Task::Preview(args) => preview::preview(&args, ui),
        Task::Roles(args) => roles::roles(&args, ui),
        Task::New(args) => author::new(&args, ui),
        Task::Reference(args) => author::reference(&args, ui),
        Task::Fields(args) => fill::fields(&args, ui),
        Task::Fill(args) => fill::fill(&args, ui),
        #[cfg(feature = "desktop")]
        Task::Screens(args) => play::screens(&args, ui),
        Task::Guide(args) => guide::guide(&args, ui),
        Task::MapCompile(args) => map_compile::map_compile(&args, ui),
    }
}
