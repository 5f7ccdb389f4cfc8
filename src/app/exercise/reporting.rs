//! The report of the exercise as a file beside its recording, made on a thread of its own from a copy that is only looked at.
//!
//! It tells up to the moment on the screen. It must not touch the exercise, and never replaces a file. What stands in it: `report`.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::Exercise;
use super::debrief::Debrief;
use super::work::{Bench, Found, Work};
use crate::app::driver::SeatId;
use crate::geo::map::MapData;
use crate::optimum::yardstick::Yardstick;
use crate::panels::page::ReportStand;
use crate::report::Report;
use crate::report::map::Pictures;
use crate::session::Session;
use crate::text::{Language, Narrator, Texts};

/// Most reports of one recording: more have no name here.
const REPORTS_MAX: u32 = 999;
/// Ending of the name of a report.
const ENDING: &str = "html";

/// A report that is being made.
pub(super) struct Reporting {
    seat: SeatId,
    to: PathBuf,
    work: Work<std::io::Result<()>>,
}

impl Exercise {
    /// Whether a report can be asked for.
    pub(super) fn report_stand(&self) -> ReportStand {
        match (&self.reporting, self.place().filter(|_| self.start.is_none())) {
            (Some(_), _) => ReportStand::Writing,
            (None, Some(_)) => ReportStand::Possible,
            (None, None) => ReportStand::Impossible,
        }
    }

    /// Begins to write the report up to the moment on the screen, in the language of this window.
    pub(super) fn write_report(&mut self, id: SeatId) {
        if self.report_stand() != ReportStand::Possible {
            return;
        }
        let language = self.seat(id).language;
        let Some(to) = self.place().and_then(free) else {
            let said = self.texts.word(language, "notice-exists");
            return self.answer(id, false, said);
        };
        let (copy, until) = (self.session.to_look_at(), self.session.shown().tick);
        let known = self.debrief.as_ref().filter(|debrief| debrief.until == until).map(Debrief::yardstick);
        let yardstick = known.flatten().cloned();
        let (map, texts, place): (Arc<MapData>, Arc<Texts>, _) =
            (self.map.clone(), self.texts.clone(), to.clone());
        let work = move |_: &Bench| {
            let mut copy = copy;
            copy.seek(until);
            write_new(&place, &html(&mut copy, &map, (&texts, language), yardstick.as_ref()))
        };
        self.reporting = Some(Reporting { seat: id, to, work: Work::begin(work) });
        self.revision += 1;
    }

    /// Says where it is once it is there; else when to look again.
    pub(super) fn look_at_report(&mut self) -> Option<Duration> {
        if let Some(again) = self.reporting.as_mut()?.work.look(&mut self.revision) {
            return Some(again);
        }
        let Reporting { seat, to, work } = self.reporting.take()?;
        let language = self.seat(seat).language;
        let file = || ("file", to.display().to_string().into());
        let why = match work.found() {
            Found::Known(Ok(())) => None,
            Found::Known(Err(error)) => Some(error.to_string()),
            // A worker that broke off is told like a file that could not be written.
            Found::Broken | Found::Working(_) => Some(self.texts.word(language, "word-unknown")),
        };
        let said = match &why {
            None => self.texts.say(language, "notice-report", &[file()]),
            Some(why) => self.texts.say(language, "notice-cannot-write", &[file(), ("why", why.into())]),
        };
        self.answer(seat, why.is_none(), said);
        None
    }
}

fn html(
    session: &mut Session,
    map: &MapData,
    (texts, language): (&Texts, Language),
    yardstick: Option<&Yardstick>,
) -> String {
    let pictures = Pictures::of(session, map, texts, language);
    let narrator = Narrator {
        texts,
        language,
        country: session.country(),
        plan: session.plan(),
        state: session.shown(),
        records: session.log(),
    };
    Report { session, map, pictures: &pictures, narrator, yardstick, comparison: None }.html()
}

/// Writes a file that is not there yet; what could only be written in part is taken away again.
fn write_new(place: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(place)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_all()).inspect_err(|_| {
        drop(fs::remove_file(place));
    })
}

/// The first free name for a report beside a recording.
fn free(recording: &Path) -> Option<PathBuf> {
    let stem = recording.file_stem()?.to_string_lossy().into_owned();
    let numbered = (2..=REPORTS_MAX).map(|number| format!("{stem}-{number}.{ENDING}"));
    let mut names = std::iter::once(format!("{stem}.{ENDING}")).chain(numbered);
    names.find_map(|name| Some(recording.with_file_name(name)).filter(|path| !path.exists()))
}
