//! The check and rehearsal of the exercise that is chosen on the start card, on a thread of its own.
//!
//! It must not begin anything: what was found is only told. See `preflight`.

use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::Exercise;
use crate::preflight::{Preflight, preflight};
use crate::report::preflight::preflight_view;
use crate::scenario::fault::Fault;
use crate::scenario::load;
use crate::text::{Language, Texts};
use crate::view::preflight_view::RehearsalStand;

/// Real time between two looks whether it is done.
const LOOK: Duration = Duration::from_millis(250);

/// What was found and how many seconds it took; else why it could not be played, a fault a line.
type Outcome = Result<(Box<Preflight>, f32), Vec<String>>;

/// A rehearsal.
pub(super) enum Rehearsing {
    /// Under way.
    Working(JoinHandle<Outcome>),
    /// The worker broke off.
    Broken,
    /// Done.
    Known(Outcome),
}

impl Exercise {
    /// Begins to rehearse what is chosen and filled in.
    pub(super) fn rehearse(&mut self) {
        let Some((source, filled)) = self.start.as_ref().and_then(super::start::Start::wanted) else {
            return;
        };
        let (map, texts) = (self.map.clone(), self.texts.clone());
        let work = move || -> Outcome {
            let began = Instant::now();
            let broken = |faults: &[Fault]| faults.iter().map(Fault::to_string).collect::<Vec<_>>();
            let loaded = load::build_filled(load::world_built_in(), source, &filled, &map)
                .map_err(|error| broken(&error.faults))?;
            let found = preflight(&loaded, &texts).map_err(|error| vec![error.to_string()])?;
            Ok((Box::new(found), began.elapsed().as_secs_f32()))
        };
        if let Some(start) = &mut self.start {
            start.rehearsal = Some(Rehearsing::Working(std::thread::spawn(work)));
        }
        self.revision += 1;
    }

    /// Takes the outcome when it is there; else when to look again.
    pub(super) fn look_at_rehearsal(&mut self) -> Option<Duration> {
        let rehearsal = self.start.as_mut()?.rehearsal.as_mut()?;
        let Rehearsing::Working(work) = rehearsal else { return None };
        if !work.is_finished() {
            return Some(LOOK);
        }
        if let Rehearsing::Working(work) = std::mem::replace(rehearsal, Rehearsing::Broken)
            && let Ok(outcome) = work.join()
        {
            *rehearsal = Rehearsing::Known(outcome);
        }
        self.revision += 1;
        None
    }
}

impl Rehearsing {
    /// How it stands, in words.
    pub(super) fn stand(&self, texts: &Texts, language: Language) -> RehearsalStand {
        match self {
            Self::Working(_) => RehearsalStand::Working,
            Self::Broken => RehearsalStand::Failed(vec![texts.word(language, "preview-failed")]),
            Self::Known(Err(faults)) => RehearsalStand::Failed(faults.clone()),
            Self::Known(Ok((found, seconds))) => {
                RehearsalStand::Done(preflight_view(found, *seconds, texts, language))
            }
        }
    }
}
