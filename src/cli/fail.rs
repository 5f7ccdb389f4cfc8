//! Errors in the words of the user: the thing, what is wrong, the repair, the path last.
//!
//! The layers below tell errors as values; here each gets its sentence, once. Must not lose what the system said.

use super::ui::Ui;
use crate::{
    recording::error::{Damage, Error as RecordingError, Misfit},
    session::{Session, SubmitError, replay::OpenError},
    text::Arg,
};
use std::{io, path::Path};

/// An error of the operating system on a path.
pub(super) fn io_error(ui: &Ui, error: &io::Error, path: &Path) -> anyhow::Error {
    anyhow::Error::msg(io_words(ui, error.kind(), &error.to_string(), path))
}

fn io_words(ui: &Ui, kind: io::ErrorKind, said: &str, path: &Path) -> String {
    let key = match kind {
        io::ErrorKind::NotFound => "cli-io-not-found",
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => "cli-io-no-right",
        io::ErrorKind::AlreadyExists => "cli-io-exists",
        io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => "cli-io-no-folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
            "cli-io-full"
        }
        _ => "cli-io-other",
    };
    on_path(ui, key, path, &[("said", said.into())])
}

/// Words that end in a path.
pub(super) fn on_path(ui: &Ui, key: &str, path: &Path, args: &[(&str, Arg)]) -> String {
    format!("{}: {}", ui.say(key, args), path.display())
}

/// An error of a recording.
pub(super) fn recording(ui: &Ui, error: &RecordingError) -> anyhow::Error {
    anyhow::Error::msg(recording_words(ui, error))
}

fn recording_words(ui: &Ui, error: &RecordingError) -> String {
    match error {
        RecordingError::Io { source, path, .. } => io_words(ui, source.kind(), &source.to_string(), path),
        RecordingError::Exists { path } => on_path(ui, "cli-io-exists", path, &[]),
        RecordingError::Locked { path } => on_path(ui, "cli-recording-locked", path, &[]),
        RecordingError::NotAFile { path } => on_path(ui, "cli-recording-no-file", path, &[]),
        RecordingError::Empty { path } => on_path(ui, "cli-recording-empty", path, &[]),
        RecordingError::NotARecording { path } => on_path(ui, "cli-recording-none", path, &[]),
        RecordingError::OtherFormat { found, known, path } => {
            let args = [("found", (*found).into()), ("known", (*known).into())];
            on_path(ui, "cli-recording-format", path, &args)
        }
        RecordingError::TooLarge { limit, path } => {
            let megabytes = i64::try_from(limit >> 20).unwrap_or(i64::MAX);
            on_path(ui, "cli-recording-too-large", path, &[("limit", megabytes.into())])
        }
        RecordingError::Damaged { damage, path } => {
            on_path(ui, "cli-recording-damaged", path, &[("damage", damage_words(ui, damage).into())])
        }
        RecordingError::Sealed { path } => on_path(ui, "cli-recording-sealed", path, &[]),
        RecordingError::Stopped { cause, kind, path } => {
            let why = if matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::FileTooLarge) {
                ui.say("cli-disk-full", &[])
            } else {
                cause.clone()
            };
            on_path(ui, "cli-recording-stopped", path, &[("why", why.into())])
        }
        RecordingError::TooFew { .. } | RecordingError::Unwritable { .. } => error.to_string(),
    }
}

/// Where and how a recording is damaged.
pub(super) fn damage_words(ui: &Ui, damage: &Damage) -> String {
    let line = damage.line.to_string();
    let what = match &damage.what {
        Misfit::ByteOrderMark | Misfit::CarriageReturn => ui.say("cli-damage-editor", &[]),
        Misfit::NotUtf8 { .. } | Misfit::Control { .. } => ui.say("cli-damage-bytes", &[]),
        Misfit::TooLong { .. } | Misfit::Layout => ui.say("cli-damage-layout", &[]),
        Misfit::Number { found, expected } => ui.say(
            "cli-damage-number",
            &[("found", found.to_string().into()), ("expected", expected.to_string().into())],
        ),
        Misfit::Hash => ui.say("cli-damage-hash", &[]),
        Misfit::NoHeader => ui.say("cli-damage-header", &[]),
        Misfit::AfterSeal => ui.say("cli-damage-seal", &[]),
        Misfit::NotUnderstood { message } => ui.say("cli-damage-content", &[("message", message.into())]),
    };
    ui.say("cli-damage", &[("line", line.into()), ("what", what.into())])
}

/// Why a recording cannot be opened.
pub(super) fn open(ui: &Ui, error: &OpenError) -> anyhow::Error {
    let words = match error {
        OpenError::Recording(inner) => recording_words(ui, inner),
        OpenError::NoBeginning { path } => on_path(ui, "cli-recording-no-beginning", path, &[]),
        OpenError::OtherRules { found, own, path } => {
            let args = [("found", (*found).into()), ("own", (*own).into())];
            on_path(ui, "cli-recording-other-rules", path, &args)
        }
        OpenError::Diverges { divergence, path } => {
            let args = [("line", (divergence.entry + 1).to_string().into())];
            on_path(ui, "cli-recording-diverges", path, &args)
        }
        OpenError::NotReached { .. } | OpenError::NothingToLeave => error.to_string(),
        OpenError::Packed { what, error, path } => {
            let args = [("part", (*what).into()), ("said", error.to_string().into())];
            on_path(ui, "cli-recording-part", path, &args)
        }
        OpenError::Content { what, error, path } => {
            let args = [("part", (*what).into()), ("said", error.to_string().into())];
            on_path(ui, "cli-recording-part", path, &args)
        }
    };
    anyhow::Error::msg(words)
}

/// Why the exercise cannot go on.
pub(super) fn submit(ui: &Ui, session: &Session, error: &SubmitError) -> anyhow::Error {
    let words = match error {
        SubmitError::Recording(inner) => recording_words(ui, inner),
        SubmitError::Refused(refusal) => ui.narrator(session).refusal_sentence(refusal),
        SubmitError::Hindered(hindrance) => ui.narrator(session).hindrance_sentence(hindrance),
        SubmitError::Replaying | SubmitError::LookingBack => error.to_string(),
    };
    anyhow::Error::msg(words)
}
