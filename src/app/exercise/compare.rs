//! Two moments, or two variants, side by side: what stands on the left of a window's map.
//!
//! The left is a session of its own that is only looked at, so that the exercise goes on undisturbed. It must not draw.

use std::fs;
use std::path::Path;

use super::Exercise;
use super::begin::ENDING;
use super::seat::SeatState;
use crate::app::driver::{Beside, SeatId};
use crate::panels::intent::{CompareWith, ExerciseIntent};
use crate::panels::map_tools::MapToolsView;
use crate::session::Session;
use crate::session::replay::Opened;
use crate::sim::time::Tick;
use crate::view::map_view::{MapLook, map_view};
use crate::view::shell::Choice;
use crate::view::viewer::Viewer;

/// Most recordings that are offered, newest first.
const RECORDINGS_MAX: usize = 12;

/// What stands on the left.
pub struct Compare {
    session: Session,
    /// The file, when it is another recording: it follows the moment on the screen.
    file: Option<String>,
}

impl Exercise {
    /// Wishes about the map: only who has the clock may look elsewhere in the exercise.
    pub(super) fn grant_map(&mut self, id: SeatId, wish: ExerciseIntent, lead: bool) {
        if !lead {
            return;
        }
        match wish {
            ExerciseIntent::ListRecordings => self.list_recordings(id),
            ExerciseIntent::Compare(with) => self.compare(id, with),
            ExerciseIntent::Lapse(wish) => self.steer_lapse(wish),
            _ => {}
        }
    }

    /// What can be done with the map of a seat.
    pub(super) fn map_tools(&self, seat: &SeatState) -> MapToolsView {
        let lapse = self.lapse_at().map(|tick| self.time_words(seat, tick));
        if seat.viewer != Viewer::Lead {
            return MapToolsView { lapse, ..MapToolsView::default() };
        }
        let reached = self.session.head().tick.min(self.session.shown().tick);
        let word = |key| self.texts.word(seat.language, key);
        let mut moments = vec![(Tick(0), word("map-compare-start"))];
        let rounds = self.session.course().rounds.iter().zip(1_i64..).filter(|(round, _)| !round.dropped);
        moments.extend(rounds.map(|(round, number)| {
            let args = [("number", number.into())];
            (round.from, self.texts.say(seat.language, "map-compare-round", &args))
        }));
        let bookmarks = self.session.remarks().iter().filter(|remark| remark.bookmark);
        moments.extend(bookmarks.map(|remark| (remark.tick, remark.text.clone())));
        moments.retain(|(tick, _)| *tick < reached);
        MapToolsView {
            may_look: true,
            moments,
            recordings: seat.recordings.clone(),
            comparing: seat.compare.is_some(),
            lapse,
            has_round: self.round_from().is_some_and(|from| from < reached),
        }
    }

    /// Looks for recordings of the same exercise, beside the one on the screen.
    pub(super) fn list_recordings(&mut self, id: SeatId) {
        let code = format!("{}-", self.session.plan().code);
        let own = self.session.journal().map(|journal| journal.path().to_owned());
        let folder = own.as_deref().and_then(Path::parent).unwrap_or(&self.folder).to_owned();
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let mut found: Vec<_> = entries
            .map(|entry| entry.path())
            .filter(|path| {
                path.extension().is_some_and(|ending| ending == ENDING) && Some(path) != own.as_ref()
            })
            .filter_map(|path| {
                let name = path.file_stem()?.to_string_lossy().into_owned();
                let changed = path.metadata().ok()?.modified().ok()?;
                name.starts_with(&code).then(|| (changed, path.display().to_string(), name))
            })
            .collect();
        found.sort();
        let newest = found.into_iter().rev().take(RECORDINGS_MAX);
        self.seat_mut(id).recordings = newest.map(|(_, place, name)| (place, name)).collect();
    }

    /// Puts something beside the map of a seat, or takes it away.
    pub(super) fn compare(&mut self, id: SeatId, with: Option<CompareWith>) {
        let compare = match with {
            None => None,
            Some(CompareWith::Moment(tick)) => {
                let tick = tick.min(self.session.shown().tick);
                Some(Compare { session: self.session.copy_at(tick), file: None })
            }
            Some(CompareWith::Recording(place)) => {
                let path = Path::new(&place);
                match Opened::read(path).and_then(|opened| opened.into_replay(path)) {
                    Ok(session) => {
                        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                        Some(Compare { session, file: Some(file) })
                    }
                    Err(error) => {
                        let language = self.seat(id).language;
                        let why = self.open_fault(&error, language);
                        let args = [("file", place.into()), ("why", why.into())];
                        let said = self.texts.say(language, "notice-cannot-read", &args);
                        return self.answer(id, false, said);
                    }
                }
            }
        };
        self.seat_mut(id).compare = compare;
    }

    /// The map on the left of a seat, through the same eyes and with the same look as the one on the right.
    pub(super) fn shown_beside(&mut self, id: SeatId, choice: &Choice) -> Option<Beside> {
        let now = self.session.shown().tick;
        let last = self.seats.len() - 1;
        let seat = self.seats.get_mut(usize::from(id.0).min(last))?;
        let compare = seat.compare.as_mut()?;
        if compare.file.is_some() {
            compare.session.seek(now);
        }
        let seat = self.seat(id);
        let compare = seat.compare.as_ref()?;
        let look = MapLook::of_choice(compare.session.country(), choice, 0);
        let (viewer, language) = (seat.viewer, seat.language);
        let mut scene = map_view(&compare.session, viewer, &self.texts, language, &self.map, &look);
        // One legend for both.
        scene.legend = None;
        let then = self.time_words(seat, compare.session.shown().tick);
        let left = match &compare.file {
            None => self.texts.say(language, "map-compare-then", &[("time", then.into())]),
            Some(file) => {
                let args = [("file", file.as_str().into()), ("time", then.into())];
                self.texts.say(language, "map-compare-other", &args)
            }
        };
        let time = self.time_words(seat, now);
        let right = self.texts.say(language, "map-compare-now", &[("time", time.into())]);
        Some(Beside { scene, titles: [left, right] })
    }

    fn time_words(&self, seat: &SeatState, tick: Tick) -> String {
        self.texts.date_time(seat.language, self.session.plan().start, tick)
    }
}
