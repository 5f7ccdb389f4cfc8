//! Words in the language of the user, lines on the output, complaints on the error stream.
//!
//! A reader that closes the pipe (`| head`) is no error: the rest of the lines is dropped and the task goes on, because a
//! recording must not stop when somebody stops watching. Must not decide exit codes.

use crate::{
    scenario::load::Exercise,
    session::Session,
    sim::state::State,
    text::{Arg, Language, Narrator, Texts},
};
use anyhow::Context as _;
use std::{
    io::{self, Write as _},
    sync::Arc,
};

/// Where a task speaks.
pub(super) struct Ui {
    pub(super) texts: Arc<Texts>,
    pub(super) language: Language,
    /// Somebody asked for that language.
    #[cfg_attr(not(feature = "desktop"), expect(dead_code, reason = "only a window keeps a language"))]
    pub(super) asked: bool,
    /// The reader closed the pipe.
    gone: bool,
}

impl Ui {
    /// Speaks the language that was asked for, else that of the environment, else Dutch.
    pub(super) fn new(asked: Option<Language>) -> Self {
        let language = asked.unwrap_or_else(of_environment);
        Self { texts: Arc::new(Texts::new()), language, asked: asked.is_some(), gone: false }
    }

    /// The words under a key.
    pub(super) fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    /// The teller of an exercise that is not being played.
    pub(super) fn narrator_of<'a>(&'a self, exercise: &'a Exercise, state: &'a State) -> Narrator<'a> {
        Narrator {
            texts: &self.texts,
            language: self.language,
            country: &exercise.country,
            plan: &exercise.plan,
            state,
            records: &[],
        }
    }

    /// The teller of what is on the screen of a session.
    pub(super) fn narrator<'a>(&'a self, session: &'a Session) -> Narrator<'a> {
        Narrator {
            texts: &self.texts,
            language: self.language,
            country: session.country(),
            plan: session.plan(),
            state: session.shown(),
            records: session.log(),
        }
    }

    /// One line on the output, out at once.
    pub(super) fn line(&mut self, text: &str) -> anyhow::Result<()> {
        if self.gone {
            return Ok(());
        }
        let mut out = io::stdout().lock();
        let written = writeln!(out, "{text}").and_then(|()| out.flush());
        self.judge(written)
    }

    /// Everything that was said is out.
    pub(super) fn flush(&mut self) -> anyhow::Result<()> {
        let flushed = io::stdout().lock().flush();
        self.judge(flushed)
    }

    fn judge(&mut self, written: io::Result<()>) -> anyhow::Result<()> {
        match written {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.gone = true;
                Ok(())
            }
            other => other.with_context(|| self.say("cli-output-failed", &[])),
        }
    }

    /// A message on the error stream; nothing can be done when that fails.
    pub(super) fn complain(&self, text: &str) {
        drop(writeln!(io::stderr().lock(), "{}", self.say("cli-error", &[("text", text.into())])));
    }

    /// A remark on the error stream, so that it does not mix with what a script reads.
    pub(super) fn remark(text: &str) {
        drop(writeln!(io::stderr().lock(), "{text}"));
    }
}

/// The first of the usual variables that is set decides.
fn of_environment() -> Language {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set);
    first.and_then(|value| Language::from_code(&value)).unwrap_or_default()
}
