//! What a session writes: one entry for everything that was decided, safe on disk before it takes effect.
//!
//! Must not decide; must not read (that is `replay`). The file itself is `recording`.

use crate::{
    recording::{
        entry::{Entry, Header},
        error::Error,
        format::FORMAT,
        pack::pack,
        writer::Writer,
    },
    sim::{RULES_VERSION, country::Country, digest::digests, plan::Plan, state::State},
};
use std::path::Path;

/// A recording being written.
pub struct Journal {
    writer: Writer<Entry>,
}

impl Journal {
    /// Starts a recording under the first free name in a folder. `started_s` is the real time, seconds since 1970.
    pub fn create_in(
        folder: &Path,
        stem: &str,
        country: &Country,
        plan: &Plan,
        started_s: u64,
    ) -> Result<Self, Error> {
        let mut journal = Self { writer: Writer::create_in(folder, stem, &header(plan, started_s))? };
        journal.write(&world(country, plan))?;
        Ok(journal)
    }

    /// Starts a recording in a new file.
    pub fn create(path: &Path, country: &Country, plan: &Plan, started_s: u64) -> Result<Self, Error> {
        let mut journal = Self { writer: Writer::create(path, &header(plan, started_s))? };
        journal.write(&world(country, plan))?;
        Ok(journal)
    }

    /// Goes on in a recording that was opened again.
    pub(super) fn resumed(writer: Writer<Entry>) -> Self {
        Self { writer }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.writer.path()
    }

    /// True after a write failed: nothing more is accepted.
    pub fn is_stopped(&self) -> bool {
        self.writer.is_stopped()
    }

    /// Goes on in a complete copy elsewhere, after a write failed.
    pub fn move_to(&mut self, path: &Path) -> Result<(), Error> {
        self.writer = self.writer.save_as(path)?;
        Ok(())
    }

    /// Writes entries and syncs them: they are safe on return.
    pub(super) fn write(&mut self, entries: &[Entry]) -> Result<(), Error> {
        self.writer.append(entries)?;
        self.writer.commit()?;
        Ok(())
    }

    /// Adds entries that are synced with the next commit: they only say how far the simulation got.
    pub(super) fn append(&mut self, entries: &[Entry]) -> Result<(), Error> {
        self.writer.append(entries).map(drop)
    }

    /// Writes and syncs what was added.
    pub(super) fn commit(&mut self) -> Result<(), Error> {
        self.writer.commit().map(drop)
    }
}

/// The hashes of a state as an entry.
pub(super) fn digest_entry(state: &State) -> Entry {
    let tables = digests(state).into_iter().map(|(name, hash)| (name.to_owned(), hash)).collect();
    Entry::Digest { tick: state.tick, tables }
}

fn header(plan: &Plan, started_s: u64) -> Entry {
    Entry::Header(Header {
        format: FORMAT,
        build: env!("CARGO_PKG_VERSION").to_owned(),
        rules_version: RULES_VERSION,
        seed: plan.seed,
        scenario: plan.code.clone(),
        marking: plan.marking,
        started_s,
    })
}

fn world(country: &Country, plan: &Plan) -> [Entry; 2] {
    let packed = |what: &dyn erased_serde::Serialize| {
        pack(&ron::to_string(what).expect("a country and a plan can be written as RON"))
    };
    [Entry::Country(packed(country)), Entry::Plan(packed(plan))]
}
