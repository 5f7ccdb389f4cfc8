//! An exercise whose file is changed by its author while it is open: read again before it has begun, else only told.
//!
//! It must not touch an exercise in which something has happened: its recording holds the plan it began with.

use std::path::Path;
use std::sync::Arc;

use super::Exercise;
use super::begin::ready;
use crate::app::play::sheet;
use crate::scenario::fault::Fault;
use crate::scenario::load;
use crate::scenario::source::Source;
use crate::session::Mode;
use crate::session::clock::Clock;

/// What the exercise on the screen was made of.
pub(super) struct MadeOf {
    pub source: Source,
    pub filled: Vec<(String, String)>,
}

impl Exercise {
    /// Looks at the files of what is offered and of what is played.
    pub(super) fn watch_files(&mut self) {
        let offered = self.offered.iter().chain(self.made_of.as_ref().map(|made| &made.source));
        self.watch.these(offered.filter_map(Source::path));
    }

    /// Reads again what changed.
    pub(super) fn look_at_files(&mut self) {
        for path in self.watch.changed() {
            self.read_again(&path);
        }
    }

    fn read_again(&mut self, path: &Path) {
        let source = match Source::open(path) {
            Ok(source) => source,
            Err(fault) => return self.tell_fault(path, &[fault]),
        };
        for known in self.offered.iter_mut().filter(|known| known.path() == Some(path)) {
            *known = source.clone();
        }
        if let Some(start) = &mut self.start {
            start.read_again(&source, &self.map);
            return self.tell_file("notice-reread", path);
        }
        let Some(made) = self.made_of.as_ref().filter(|made| made.source.path() == Some(path)) else {
            return;
        };
        if *self.session.mode() != Mode::Live || self.session.journal().is_some() {
            return self.tell_file("notice-reread-later", path);
        }
        let filled = made.filled.clone();
        match load::build_filled(load::world_built_in(), source.clone(), &filled, &self.map) {
            Ok(loaded) => {
                self.sheet = Arc::new(sheet(&loaded));
                let clock = Clock::for_length(loaded.plan.end());
                self.lay(ready(loaded.country, loaded.plan), clock, None);
                self.made_of = Some(MadeOf { source, filled });
                self.tell_file("notice-reread", path);
            }
            Err(error) => self.tell_fault(path, &error.faults),
        }
    }

    fn tell_file(&mut self, key: &str, path: &Path) {
        let args = [("file", path.display().to_string().into())];
        let said = self.texts.say(self.seats[0].language, key, &args);
        self.answer_all(true, &said);
    }

    /// A fault names its file itself; the first few are enough to go on.
    fn tell_fault(&mut self, path: &Path, faults: &[Fault]) {
        let why: Vec<String> = faults.iter().take(FAULTS_TOLD).map(Fault::to_string).collect();
        let args = [
            ("file", path.display().to_string().into()),
            ("faults", (faults.len() as u32).into()),
            ("why", why.join("\n").into()),
        ];
        let said = self.texts.say(self.seats[0].language, "notice-reread-broken", &args);
        self.answer_all(false, &said);
    }
}

/// Faults that are told in one notice.
const FAULTS_TOLD: usize = 3;
