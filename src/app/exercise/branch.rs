//! A variant: on from a moment of the past in a recording of its own, beside the one that it leaves.
//!
//! It must not change what was recorded: `session::branch` only reads it. What was left can be opened again like any recording.

use std::path::{Path, PathBuf};

use super::Exercise;
use super::begin::ENDING;
use crate::app::driver::SeatId;
use crate::panels::page::Past;
use crate::session::{Mode, Session};
use crate::view::lesson_view::lesson_step;
use crate::view::viewer::Viewer;

/// Most variants of one recording: more have no name here.
const VARIANTS_MAX: u32 = 999;

impl Exercise {
    /// The recording that is played or shown.
    pub(super) fn place(&self) -> Option<&Path> {
        self.session.journal().map(crate::session::journal::Journal::path).or(self.shown_from.as_deref())
    }

    /// What can be done about the moment on the screen.
    pub(super) fn past(&self) -> Past {
        let live = *self.session.mode() == Mode::Live;
        let back = live && self.session.is_looking_back();
        Past { back, branch: (back || !live) && self.place().is_some() }
    }

    /// What was left for the variant that is on the screen: its place and its name.
    pub(super) fn left(&self) -> Option<(String, String)> {
        let (left, _) = self.left.as_ref()?;
        let name = left.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Some((left.display().to_string(), name))
    }

    /// Goes on from the moment on the screen in a new recording.
    pub(super) fn branch_off(&mut self, id: SeatId) {
        let Some(from) = self.place().filter(|_| self.past().branch).map(Path::to_owned) else { return };
        let step = match *self.session.mode() {
            // A variant of a variant is made for the same step.
            Mode::Live if self.left.is_some() => self.left.as_ref().and_then(|left| left.1.clone()),
            _ => lesson_step(&self.session, Viewer::Lead, &self.texts, self.seat(id).language, false),
        };
        let (language, at) = (self.seat(id).language, self.session.shown().tick);
        let time = self.texts.date_time(language, self.session.plan().start, at);
        let Some(to) = free(&from) else {
            let said = self.texts.word(language, "notice-exists");
            return self.answer(id, false, said);
        };
        match Session::branch(&from, at, &to) {
            Ok((session, clock)) => {
                self.opened(session, clock, Some(to.clone()));
                self.left = Some((from.clone(), step));
                let named = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let args =
                    [("time", time.into()), ("file", named(&to).into()), ("from", named(&from).into())];
                let said = self.texts.say(language, "branch-made", &args);
                self.answer(id, true, said);
            }
            Err(error) => {
                let why = self.open_fault(&error, language);
                let args = [("file", to.display().to_string().into()), ("why", why.into())];
                let said = self.texts.say(language, "notice-cannot-write", &args);
                self.answer(id, false, said);
            }
        }
    }
}

/// The first free name for a variant beside a recording.
fn free(from: &Path) -> Option<PathBuf> {
    let stem = from.file_stem()?.to_string_lossy().into_owned();
    let name = |number: u32| from.with_file_name(format!("{stem}-variant-{number}.{ENDING}"));
    (1..=VARIANTS_MAX).map(name).find(|path| !path.exists())
}
