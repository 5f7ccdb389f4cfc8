//! Weighing a draft of a policy: what the rules say is said at once; what it would probably lead to is worked out beside the exercise on a
//! thread of its own, from hidden copies that know no more than the seat, for a few throws of the dice.
//!
//! It must not touch the exercise. A newer draft stops the work on an older one.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use super::Exercise;
use crate::app::driver::SeatId;
use crate::panels::page::Weighed;
use crate::sim::command::{Actor, By};
use crate::view::pool_draft::{Draft, DraftBands, draft_bands, draft_basis, draft_check, owner_check};

/// Hours that a draft is looked ahead: three days, as the board says.
const FORECAST_HOURS: u32 = 72;
/// Throws of the dice: enough to see what chance does, few enough to answer while a hand still drags.
const THROWS: u16 = 5;
/// Real time between two looks whether the answer is there.
const LOOK: Duration = Duration::from_millis(33);

/// The work on a draft.
pub struct Weighing {
    draft: Draft,
    stop: Arc<AtomicBool>,
    /// What is known after some of the throws: the first is there at once, the others widen the band.
    so_far: Arc<Mutex<Option<DraftBands>>>,
    work: Option<JoinHandle<Option<DraftBands>>>,
}

impl Drop for Weighing {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Exercise {
    /// Weighs a draft: what the rules say now, and what it would probably lead to as soon as that is known.
    pub(super) fn weigh(&mut self, id: SeatId, draft: Option<Draft>) {
        let at = self.moment_of_weighing();
        let found = draft.map(|draft| self.weighed(id, draft));
        let seat = self.seat_mut(id);
        let (weighed, weighing) = found.unzip();
        // What was known of another draft of the same pool stays on the screen until the answer is there.
        let before = seat.weighed.take().and_then(|before| Some((before.draft.pool, before.bands?)));
        seat.weighed = weighed.map(|weighed: Weighed| {
            let bands = before.filter(|(pool, _)| *pool == weighed.draft.pool && weighed.working);
            Weighed { bands: bands.map(|(_, bands)| bands), ..weighed }
        });
        seat.weighing = weighing.flatten();
        seat.weighed_at = at;
    }

    /// An hour later, or after somebody decided, the answer may be another.
    pub(super) fn weigh_again(&mut self, id: SeatId) {
        let at = self.moment_of_weighing();
        let seat = self.seat(id);
        if seat.weighed_at == at {
            return;
        }
        if let Some(draft) = seat.weighed.as_ref().map(|weighed| weighed.draft.clone()) {
            self.weigh(id, Some(draft));
        }
    }

    /// Takes the answers that are there; else when to look again.
    pub(super) fn look_at_weighing(&mut self) -> Option<Duration> {
        let mut waits = None;
        let mut came = false;
        for seat in &mut self.seats {
            let Some(weighing) = seat.weighing.take_if(|weighing| weighing.is_done()) else {
                if let Some(weighing) = &seat.weighing {
                    waits = Some(LOOK);
                    let so_far = weighing.so_far.lock().unwrap_or_else(PoisonError::into_inner).take();
                    if let Some((weighed, bands)) = seat.weighed.as_mut().zip(so_far) {
                        weighed.bands = Some(bands);
                        came = true;
                    }
                }
                continue;
            };
            let (draft, bands) = weighing.end();
            if let Some(weighed) = seat.weighed.as_mut().filter(|weighed| weighed.draft == draft) {
                weighed.bands = bands;
                weighed.working = false;
            }
            came = true;
        }
        self.revision += u64::from(came);
        waits
    }

    fn moment_of_weighing(&self) -> (u32, usize) {
        (self.session.head().tick.hour(), self.session.log().len())
    }

    fn weighed(&self, id: SeatId, draft: Draft) -> (Weighed, Option<Weighing>) {
        let seat = self.seat(id);
        let (session, texts, language) = (&self.session, &*self.texts, seat.language);
        let owner = session.country().pools.get(draft.pool).map(|pool| pool.owner);
        let by = draft.asks.or(owner).and_then(|role| self.by(id, Actor::Role(role)));
        let Some(by) = by else {
            let (allowed, owner_may) = (Err(texts.word(language, "word-no")), Ok(()));
            let basis = String::new();
            return (Weighed { draft, allowed, owner_may, basis, bands: None, working: false }, None);
        };
        let allowed = draft_check(session, by, texts, language, &draft);
        let owner_may = owner_check(session, texts, language, &draft);
        let basis = draft_basis(session, texts, language, &draft);
        let possible = allowed.is_ok() && owner_may.is_ok();
        let weighing = possible.then(|| self.begin_weighing(id, by, &draft));
        (Weighed { draft, allowed, owner_may, basis, bands: None, working: possible }, weighing)
    }

    fn begin_weighing(&self, id: SeatId, by: By, draft: &Draft) -> Weighing {
        let seat = self.seat(id);
        let (viewer, language) = (seat.viewer, seat.language);
        let (copy, texts, of) = (self.session.hidden_copy(None), self.texts.clone(), draft.clone());
        let stop = Arc::new(AtomicBool::new(false));
        let so_far = Arc::new(Mutex::new(None));
        let (stops, tells) = (stop.clone(), so_far.clone());
        let work = move || {
            let mut watch = |so_far: Option<&DraftBands>| {
                if let Some(bands) = so_far {
                    *tells.lock().unwrap_or_else(PoisonError::into_inner) = Some(bands.clone());
                }
                !stops.load(Ordering::Relaxed)
            };
            let how = (FORECAST_HOURS, THROWS);
            draft_bands(&copy, viewer, by, &texts, language, &of, how, &mut watch).ok().flatten()
        };
        Weighing { draft: draft.clone(), stop, so_far, work: Some(std::thread::spawn(work)) }
    }
}

impl Weighing {
    fn is_done(&self) -> bool {
        self.work.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// Its draft and what came out; nothing when the worker broke off.
    fn end(mut self) -> (Draft, Option<DraftBands>) {
        let bands = self.work.take().and_then(|work| work.join().ok()).flatten();
        (self.draft.clone(), bands)
    }
}
