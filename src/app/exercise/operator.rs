//! Operator mode in the window: lines in, commands out through the same door as every other decision.
//!
//! It must not understand a line (`session::operator` does) or word it (`view::operator_view`).

use super::Exercise;
use crate::app::driver::SeatId;
use crate::session::deck::deck;
use crate::session::operator::{Fault, Ready, Reply};
use crate::sim::command::Command;
use crate::view::operator_view::OperatorTeller;
use crate::view::viewer::Viewer;

impl Exercise {
    /// Reads a line of the operator, and submits what it confirms.
    pub(super) fn type_line(&mut self, id: SeatId, line: &str) {
        if self.seat(id).viewer != Viewer::Lead {
            return;
        }
        let language = self.seat(id).language;
        let cards = deck(self.session.country(), self.session.plan());
        let mut desk = std::mem::take(&mut self.seat_mut(id).desk);
        let teller = OperatorTeller::new(&self.session, &self.texts, language);
        desk.lines += 1;
        desk.help = false;
        desk.fine = true;
        let reply = desk.operator.read(line, &self.session, &cards, &teller.reason());
        let word = |key| self.texts.word(language, key);
        let mut ready = None;
        desk.said = match reply {
            Reply::Next(_) => String::new(),
            // There is nothing to leave: the page stays, the card is put away.
            Reply::Stop | Reply::Dropped => word("operator-dropped"),
            Reply::Help => {
                desk.help = true;
                String::new()
            }
            Reply::Understood(ready) => teller.understood(&ready),
            Reply::Wrong(fault, _) => {
                desk.fine = false;
                teller.fault(&fault, &cards)
            }
            Reply::Submit(confirmed) => {
                ready = Some(confirmed);
                String::new()
            }
        };
        if let Some(ready) = ready {
            let undoes = matches!(ready.command, Command::Undo { .. });
            match self.submit_card(id, ready) {
                Some(Ok(number)) => {
                    desk.entered = if undoes { desk.entered.saturating_sub(1) } else { desk.entered + 1 };
                    desk.said = if undoes {
                        self.texts.word(language, "operator-undone")
                    } else {
                        self.texts.say(language, "operator-done", &[("number", number.to_string().into())])
                    };
                }
                Some(Err(fault)) => {
                    desk.fine = false;
                    desk.said =
                        OperatorTeller::new(&self.session, &self.texts, language).fault(&fault, &cards);
                }
                // The recording cannot be made: a notice says why.
                None => desk.fine = false,
            }
        }
        self.seat_mut(id).desk = desk;
    }

    fn submit_card(&mut self, id: SeatId, ready: Ready) -> Option<Result<u32, Fault>> {
        // The clock may have gone on while the card was read back.
        let at = ready.effective.max(self.session.head().tick);
        let submitted = self.submitted(id, ready.command, ready.by.actor, Some(at))?;
        Some(submitted.map_err(|error| Fault::Refused(Box::new(error))))
    }
}
