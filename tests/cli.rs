//! The command line as a user meets it: the real program in an empty folder, its lines, files and exit codes.
//!
//! `cli/tasks.rs` what each task does, `cli/errors.rs` what goes wrong, `cli/sensitivity.rs` which estimates matter, `cli/export.rs` the export against the rules, `cli/compare.rs` groups side by side, `cli/damage.rs` recordings that are not whole,
//! `cli/author.rs` what an author types, `cli/killed.rs` the program killed at any moment, `cli/operator.rs` cards by number from a pipe, `cli/paper.rs` what is printed.

#[path = "cli/author.rs"]
mod author;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/damage.rs"]
mod damage;
#[path = "cli/errors.rs"]
mod errors;
#[path = "cli/export.rs"]
mod export;
#[path = "cli/killed.rs"]
mod killed;
#[path = "cli/matrix.rs"]
mod matrix;
#[path = "cli/operator.rs"]
mod operator;
#[cfg(feature = "paper")]
#[path = "cli/paper.rs"]
mod paper;
mod rounds;
#[path = "cli/sensitivity.rs"]
mod sensitivity;
#[path = "cli/tasks.rs"]
mod tasks;

use std::{fs, path::PathBuf, time::Duration};
use tempfile::TempDir;

const BINARY: &str = env!("CARGO_BIN_EXE_doorvoerland");
/// The exercise that is built in.
const BUILT_IN: &str = "eerste-doorvoer";
/// Ten days in three rounds, for what needs a short exercise with rounds and criteria.
const TEN_DAYS: &str = include_str!("scenario_files/ten_days.ron");

/// What a run of the program said and how it ended.
#[derive(Debug)]
struct Said {
    code: Option<i32>,
    out: String,
    err: String,
}

impl Said {
    /// Checks the exit code and gives what was said.
    #[track_caller]
    fn ended(self, code: i32) -> Self {
        assert_eq!(self.code, Some(code), "out: {}\nerr: {}", self.out, self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self
    }

    /// Checks that a message names everything that helps: words that must be in it, on either stream.
    #[track_caller]
    fn names(self, words: &[&str]) -> Self {
        for word in words {
            assert!(
                self.out.contains(word) || self.err.contains(word),
                "no {word} in\nout: {}\nerr: {}",
                self.out,
                self.err
            );
        }
        self
    }
}

/// An empty folder to work in.
struct Place(TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A file with these bytes.
    fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn command(&self, args: &[&str]) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::new(BINARY);
        command.current_dir(self.0.path()).args(args).timeout(Duration::from_mins(5));
        command.env("LANG", "nl_NL.UTF-8").env_remove("LC_ALL").env_remove("LC_MESSAGES");
        // A window would wait for a person.
        command.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
        command
    }

    fn run(&self, args: &[&str]) -> Said {
        said(self.command(args).output().unwrap())
    }

    /// A recording of one day, closed.
    fn recording(&self, name: &str) -> PathBuf {
        self.run(&["run", BUILT_IN, "--days", "1", "--recording", name]).ended(0);
        self.path(name)
    }

    /// Names of the files with an extension below a folder.
    fn files(&self, folder: &str, extension: &str) -> Vec<String> {
        let found = fs::read_dir(self.path(folder)).map(|entries| {
            let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            names.filter(|name| name.ends_with(extension)).collect()
        });
        found.unwrap_or_default()
    }
}

fn said(output: std::process::Output) -> Said {
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program speaks UTF-8");
    Said { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
}

/// Small numbers without pattern, the same each time (Numerical Recipes' generator).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}
