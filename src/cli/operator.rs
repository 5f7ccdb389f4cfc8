//! `operator`: decision cards by number from the keyboard or a pipe, into a recording.
//!
//! Must not understand lines (`session::operator` does) or word them (`view::operator_view`). Time does not pass here.

use super::{Done, Outcome, fail, ui::Ui};
use crate::{
    session::{
        Session, SubmitError, deck,
        operator::{Fault, Operator, Ready, Reply},
    },
    sim::command::Command,
    view::operator_view::OperatorTeller,
};
use std::{io::BufRead as _, path::PathBuf};

/// Options of `operator`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  doorvoerland operator x.oefening
  printf '120 19 .\\n\\n' | doorvoerland operator x.oefening

A line is a card: its number, what is filled in, the time. What was understood is read back; an empty line confirms it. Type ? for help.
The exercise stands still meanwhile: let time pass in the window or with continue.")]
pub(super) struct OperatorArgs {
    /// The recording; decisions are added to it
    pub(super) recording: PathBuf,
}

/// Reads lines until there are no more, or until the operator stops.
pub(super) fn operator(args: &OperatorArgs, ui: &mut Ui) -> Done {
    let (mut session, _) = Session::resume(&args.recording).map_err(|error| fail::open(ui, &error))?;
    let cards = deck::deck(session.country(), session.plan());
    let mut operator = Operator::default();
    let mut entered: i64 = 0;
    let title = ui.narrator(&session).scenario_text(&session.plan().title).to_owned();
    let now = ui.texts.moment(ui.language, session.plan().start, session.head().tick);
    let count = i64::try_from(cards.len()).unwrap_or(i64::MAX);
    let said = [("title", title.into()), ("time", now.into()), ("count", count.into())];
    let text = ui.say("operator-welcome", &said);
    ui.line(&text)?;
    let mut lines = std::io::stdin().lock().lines();
    loop {
        let question = operator.question(&session);
        let asked = OperatorTeller::new(&session, &ui.texts, ui.language).question(question);
        ui.line(&format!("> {asked}"))?;
        let Some(line) = lines.next() else { break };
        // A line that is no text is no card either: it is read as what it resembles.
        let line = line.unwrap_or_default();
        let reason = OperatorTeller::new(&session, &ui.texts, ui.language).reason();
        let said = match operator.read(&line, &session, &cards, &reason) {
            Reply::Stop => break,
            Reply::Next(_) => continue,
            Reply::Dropped => vec![ui.say("operator-dropped", &[])],
            Reply::Help => help(ui),
            Reply::Understood(ready) => {
                vec![OperatorTeller::new(&session, &ui.texts, ui.language).understood(&ready)]
            }
            Reply::Wrong(fault, _) => {
                vec![OperatorTeller::new(&session, &ui.texts, ui.language).fault(&fault, &cards)]
            }
            Reply::Submit(ready) => {
                let undoes = matches!(ready.command, Command::Undo { .. });
                match submit(&mut session, ready) {
                    Ok(_) if undoes => {
                        entered -= 1;
                        vec![ui.say("operator-undone", &[])]
                    }
                    Ok(number) => {
                        entered += 1;
                        vec![ui.say("operator-done", &[("number", number.to_string().into())])]
                    }
                    // A disk that is full ends it: nothing more would be kept.
                    Err(error @ SubmitError::Recording(_)) => return Err(fail::submit(ui, &session, &error)),
                    Err(error) => {
                        let fault = Fault::Refused(Box::new(error));
                        vec![OperatorTeller::new(&session, &ui.texts, ui.language).fault(&fault, &cards)]
                    }
                }
            }
        };
        for text in said {
            ui.line(&text)?;
        }
    }
    session.save_point().map_err(|error| fail::submit(ui, &session, &error))?;
    let text = ui.say("operator-bye", &[("count", entered.into())]);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}

fn submit(session: &mut Session, ready: Ready) -> Result<u32, SubmitError> {
    session.submit(ready.by, ready.effective, ready.command)
}

fn help(ui: &Ui) -> Vec<String> {
    let keys =
        ["operator-help-1", "operator-help-2", "operator-help-3", "operator-help-4", "operator-help-5"];
    keys.map(|key| ui.say(key, &[])).into()
}
