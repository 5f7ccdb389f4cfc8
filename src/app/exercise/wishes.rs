//! What panels ask of the exercise: commands, eyes, language, bookmarks, the end, another place for the recording.
//! Every refusal comes back as a whole sentence. It must not keep time (`time` does).

use std::path::Path;

use super::Exercise;
use crate::app::driver::SeatId;
use crate::panels::intent::{ExerciseIntent, Intent};
use crate::recording::error::Error as RecordingError;
use crate::session::{SubmitError, dossier::FileError};
use crate::sim::command::{Actor, Command};
use crate::sim::dossier::Sheet;
use crate::sim::time::Tick;
use crate::text::{Language, Narrator};
use crate::view::viewer::Viewer;

impl Exercise {
    /// Does, or refuses, what was asked.
    pub(super) fn grant(&mut self, id: SeatId, intent: Intent) {
        let lead = self.seat(id).viewer == Viewer::Lead || self.is_alone(self.seat(id));
        match intent {
            // Any key of the clock ends a time-lapse first.
            Intent::Clock(_) if lead && self.lapse.is_some() => self.end_lapse(),
            Intent::Clock(wish) if lead => self.steer(wish),
            Intent::Exercise(wish) => self.grant_exercise(id, wish, lead),
            Intent::Seat(_) | Intent::Clock(_) => {}
        }
    }

    fn grant_exercise(&mut self, id: SeatId, wish: ExerciseIntent, lead: bool) {
        match wish {
            ExerciseIntent::Decide { command, actor, at } => self.decide(id, command, actor, at),
            ExerciseIntent::ShowPool(pool) => self.show_pool(id, pool),
            ExerciseIntent::ShowMeasure(open) => self.seat_mut(id).measure = open,
            ExerciseIntent::Type(line) => self.type_line(id, &line),
            ExerciseIntent::ShowRole(role) => self.seat_mut(id).card = role,
            ExerciseIntent::Preview(inject) if lead => self.begin_preview(inject),
            ExerciseIntent::Foresee(wanted) if lead => self.foresee(wanted),
            ExerciseIntent::BranchOff if lead => self.branch_off(id),
            ExerciseIntent::SkipStep if lead => self.skip_step(id),
            ExerciseIntent::Steer(steer) => self.steer_exercise(id, steer),
            ExerciseIntent::Brief(role) if lead => self.seat_mut(id).brief = role,
            ExerciseIntent::File { actor, corrects, sheet } => self.file(id, actor, corrects, sheet),
            ExerciseIntent::ShowSeen(number) => self.seat_mut(id).seen = number,
            ExerciseIntent::SeekFigures(text) => self.seat_mut(id).figures = text,
            ExerciseIntent::Weigh(draft) => self.weigh(id, draft),
            ExerciseIntent::See(viewer) if self.seat(id).bound.is_none() => self.see(id, viewer),
            ExerciseIntent::Speak(language) => self.speak(id, language),
            ExerciseIntent::Automatic(automatic) if lead => {
                self.automatic = automatic;
                self.revision += 1;
            }
            ExerciseIntent::Bookmark(text) if lead => {
                if let Some(by) = self.by(id, Actor::Lead).filter(|_| self.begin_recording()) {
                    let noted = self.session.remark(by, &text, true);
                    self.report(noted);
                }
            }
            ExerciseIntent::Close if lead => {
                if self.begin_recording() {
                    self.clock.run(false);
                    let closed = self.session.close();
                    self.report(closed);
                    self.revision += 1;
                }
            }
            ExerciseIntent::SaveElsewhere(place) if lead => self.save_elsewhere(id, &place),
            ExerciseIntent::Dismiss(number) => {
                self.seat_mut(id).answers.retain(|answer| answer.number != number);
            }
            ExerciseIntent::Palette(open) => self.seat_mut(id).palette = open,
            ExerciseIntent::ShowAnswers(open) => self.show_answers(id, open),
            ExerciseIntent::WorkOut(wanted) if lead => self.work_out(wanted),
            ExerciseIntent::WriteReport if lead => self.write_report(id),
            ExerciseIntent::Choose(_)
            | ExerciseIntent::FillIn(..)
            | ExerciseIntent::Incline(_)
            | ExerciseIntent::Rehearse
            | ExerciseIntent::OpenFile(_)
            | ExerciseIntent::Leave
            | ExerciseIntent::Begin(_) => self.grant_start(id, wish, lead),
            ExerciseIntent::ListRecordings | ExerciseIntent::Compare(_) | ExerciseIntent::Lapse(_) => {
                self.grant_map(id, wish, lead);
            }
            ExerciseIntent::Automatic(_)
            | ExerciseIntent::See(_)
            | ExerciseIntent::Preview(_)
            | ExerciseIntent::Foresee(_)
            | ExerciseIntent::BranchOff
            | ExerciseIntent::SkipStep
            | ExerciseIntent::Brief(_)
            | ExerciseIntent::Bookmark(_)
            | ExerciseIntent::Close
            | ExerciseIntent::SaveElsewhere(_)
            | ExerciseIntent::WorkOut(_)
            | ExerciseIntent::WriteReport => {}
        }
    }

    /// Somebody takes another chair.
    fn see(&mut self, id: SeatId, viewer: Viewer) {
        let alone = self.is_alone(self.seat(id));
        let seat = self.seat_mut(id);
        seat.viewer = viewer;
        seat.weighed = None;
        if alone {
            // The learner begins anew in each chair: what is open belonged to the last one.
            (seat.pool, seat.measure) = (None, None);
        }
    }

    fn decide(&mut self, id: SeatId, command: Command, actor: Actor, at: Option<Tick>) {
        let quiet = matches!(command, Command::OpenInject { .. });
        let Some(submitted) = self.submitted(id, command, actor, at) else { return };
        match submitted {
            Ok(_) if quiet => self.revision += 1,
            Ok(seq) => {
                let language = self.seat(id).language;
                let record = self.session.log().iter().rev().find(|record| record.seq == seq);
                let said = record.map(|record| self.narrator(language).command_sentence(&record.command));
                self.answer(id, true, said.unwrap_or_default());
            }
            Err(SubmitError::Recording(error)) => self.report(Err(SubmitError::Recording(error))),
            Err(error) => {
                let said = self.why_not(&error, self.seat(id).language);
                self.answer(id, false, said);
            }
        }
    }

    /// Submits a command in somebody's name, as far as this seat may; none when there is no recording to put it into.
    pub(super) fn submitted(
        &mut self,
        id: SeatId,
        command: Command,
        actor: Actor,
        at: Option<Tick>,
    ) -> Option<Result<u32, SubmitError>> {
        let by = self.by(id, actor)?;
        if !self.begin_recording() {
            return None;
        }
        let now = self.session.head().tick;
        Some(self.session.submit(by, at.unwrap_or(now), command))
    }

    fn file(&mut self, id: SeatId, actor: Actor, corrects: Option<u32>, sheet: Sheet) {
        let Some(by) = self.by(id, actor) else { return };
        if !self.begin_recording() {
            return;
        }
        let language = self.seat(id).language;
        match self.session.file(by, corrects, sheet) {
            Ok(number) => {
                let said = self.texts.say(language, "dossier-filed", &[("number", number.into())]);
                self.answer(id, true, said);
            }
            Err(FileError::Session(SubmitError::Recording(error))) => {
                self.report(Err(SubmitError::Recording(error)));
            }
            Err(FileError::Session(error)) => {
                let said = self.why_not(&error, language);
                self.answer(id, false, said);
            }
            Err(FileError::Unfit(unfit)) => {
                let said = self.narrator(language).unfit_sentence(unfit);
                self.answer(id, false, said);
            }
        }
    }

    /// Stops and tells when the recording could not be written.
    pub(super) fn report(&mut self, outcome: Result<(), SubmitError>) {
        if let Err(error) = outcome {
            self.clock.run(false);
            let said = self.why_not(&error, self.seats[0].language);
            self.answer_all(false, &said);
        }
    }

    /// Why something was not done, as a sentence.
    pub(super) fn why_not(&self, error: &SubmitError, language: Language) -> String {
        match error {
            SubmitError::Refused(refusal) => self.narrator(language).refusal_sentence(refusal),
            SubmitError::Hindered(hindrance) => self.narrator(language).hindrance_sentence(hindrance),
            SubmitError::Recording(error) => self.recording_fault(error, language),
            SubmitError::Replaying => self.texts.word(language, "notice-sealed"),
            SubmitError::LookingBack => {
                let tick = self.session.shown().tick;
                let time = self.texts.date_time(language, self.session.plan().start, tick);
                self.texts.say(language, "replay-at", &[("time", time.into())])
            }
        }
    }

    pub(super) fn recording_fault(&self, error: &RecordingError, language: Language) -> String {
        let word = |key| self.texts.word(language, key);
        match error {
            RecordingError::Io { source, .. } if source.kind() == std::io::ErrorKind::StorageFull => {
                word("notice-disk-full")
            }
            RecordingError::Exists { .. } => word("notice-exists"),
            RecordingError::Locked { .. } => word("notice-in-use"),
            RecordingError::NotAFile { .. } => word("notice-not-a-file"),
            RecordingError::Empty { .. } => word("notice-empty"),
            RecordingError::NotARecording { .. } => word("notice-not-a-recording"),
            other => other.to_string(),
        }
    }

    pub(super) fn narrator(&self, language: Language) -> Narrator<'_> {
        Narrator {
            texts: &self.texts,
            language,
            country: self.session.country(),
            plan: self.session.plan(),
            state: self.session.head(),
            records: self.session.log(),
        }
    }

    fn save_elsewhere(&mut self, id: SeatId, place: &str) {
        let language = self.seat(id).language;
        match self.session.save_elsewhere(Path::new(place)) {
            Ok(()) => {
                let said = self.texts.say(language, "notice-saved", &[("file", place.into())]);
                self.answer(id, true, said);
            }
            Err(error) => {
                let said = self.recording_fault(&error, language);
                self.answer(id, false, said);
            }
        }
    }
}
