//! The check and rehearsal of the exercise that is chosen on the start card, on a thread of its own.
//!
//! It must not begin anything: what was found is only told. See `preflight`.

use std::time::{Duration, Instant};

use super::Exercise;
use super::work::{Bench, Found, Work};
use crate::preflight::{Preflight, preflight};
use crate::report::preflight::preflight_view;
use crate::scenario::fault::Fault;
use crate::scenario::load;
use crate::text::{Language, Texts};
use crate::view::preflight_view::RehearsalStand;

/// What was found and how many seconds it took; else why it could not be played, a fault a line.
pub(super) type Outcome = Result<(Box<Preflight>, f32), Vec<String>>;

/// A rehearsal.
pub(super) type Rehearsing = Work<Outcome>;

impl Exercise {
    /// Begins to rehearse what is chosen and filled in.
    pub(super) fn rehearse(&mut self) {
        let Some((source, filled)) = self.start.as_ref().and_then(super::start::Start::wanted) else {
            return;
        };
        let (map, texts) = (self.map.clone(), self.texts.clone());
        let work = move |_: &Bench| -> Outcome {
            let began = Instant::now();
            let broken = |faults: &[Fault]| faults.iter().map(Fault::to_string).collect::<Vec<_>>();
            let loaded = load::build_filled(load::world_built_in(), source, &filled, &map)
                .map_err(|error| broken(&error.faults))?;
            let found = preflight(&loaded, &texts).map_err(|error| vec![error.to_string()])?;
            Ok((Box::new(found), began.elapsed().as_secs_f32()))
        };
        if let Some(start) = &mut self.start {
            start.rehearsal = Some(Work::begin(work));
        }
        self.revision += 1;
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_rehearsal(&mut self) -> Option<Duration> {
        self.start.as_mut()?.rehearsal.as_mut()?.look(&mut self.revision)
    }
}

/// How it stands, in words.
pub(super) fn stand(rehearsal: &Rehearsing, texts: &Texts, language: Language) -> RehearsalStand {
    match rehearsal.found() {
        Found::Working(_) => RehearsalStand::Working,
        Found::Broken => RehearsalStand::Failed(vec![texts.word(language, "preview-failed")]),
        Found::Known(Err(faults)) => RehearsalStand::Failed(faults.clone()),
        Found::Known(Ok((found, seconds))) => {
            RehearsalStand::Done(preflight_view(found, *seconds, texts, language))
        }
    }
}
