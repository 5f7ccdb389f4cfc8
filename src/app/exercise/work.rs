//! Work beside the exercise on a thread of its own: it says how far it is, can be stopped, and hands in what it found.
//!
//! It must not touch the exercise: what it works on is a copy, and time goes on meanwhile.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

/// Real time between two looks how far it is.
const LOOK: Duration = Duration::from_millis(250);

/// What the worker has of its work.
pub(super) struct Bench {
    permille: Arc<AtomicU16>,
    stop: Arc<AtomicBool>,
}

impl Bench {
    /// Tells how far it is, thousandths; false when nobody waits for it any more.
    pub fn goes_on(&self, permille: u16) -> bool {
        self.permille.store(permille, Ordering::Relaxed);
        !self.stop.load(Ordering::Relaxed)
    }
}

/// Work; letting go of it stops it.
pub(super) struct Work<T> {
    bench: Bench,
    /// What was told last, so that only a change is shown.
    told: u8,
    stand: Stand<T>,
}

enum Stand<T> {
    Working(JoinHandle<T>),
    Broken,
    Known(T),
}

/// How it stands.
pub(super) enum Found<'a, T> {
    /// Under way, percent.
    Working(u8),
    /// The worker broke off: told like a question without an answer, and the exercise goes on.
    Broken,
    /// Done.
    Known(&'a T),
}

impl<T> Drop for Work<T> {
    fn drop(&mut self) {
        self.bench.stop.store(true, Ordering::Relaxed);
    }
}

impl<T: Send + 'static> Work<T> {
    /// Begins.
    pub fn begin(work: impl FnOnce(&Bench) -> T + Send + 'static) -> Self {
        let bench = Bench { permille: Arc::default(), stop: Arc::default() };
        let theirs = Bench { permille: bench.permille.clone(), stop: bench.stop.clone() };
        let thread = std::thread::spawn(move || work(&theirs));
        Self { bench, told: 0, stand: Stand::Working(thread) }
    }

    fn percent(&self) -> u8 {
        u8::try_from(self.bench.permille.load(Ordering::Relaxed) / 10).unwrap_or(100).min(100)
    }

    /// How it stands.
    pub fn found(&self) -> Found<'_, T> {
        match &self.stand {
            Stand::Working(_) => Found::Working(self.percent()),
            Stand::Broken => Found::Broken,
            Stand::Known(found) => Found::Known(found),
        }
    }

    /// Takes what was found when it is there; else when to look again. Counts a change in what is to be shown.
    pub fn look(&mut self, changes: &mut u64) -> Option<Duration> {
        let Stand::Working(thread) = &self.stand else { return None };
        if !thread.is_finished() {
            let percent = self.percent();
            *changes += u64::from(percent != self.told);
            self.told = percent;
            return Some(LOOK);
        }
        if let Stand::Working(thread) = std::mem::replace(&mut self.stand, Stand::Broken)
            && let Ok(found) = thread.join()
        {
            self.stand = Stand::Known(found);
        }
        *changes += 1;
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    fn waited<T: Send + 'static>(work: &mut Work<T>) -> u64 {
        let mut changes = 0;
        while work.look(&mut changes).is_some() {
            std::thread::sleep(Duration::from_millis(1));
        }
        changes
    }

    #[test]
    fn what_was_found_is_handed_in() {
        let mut work = Work::begin(|bench| bench.goes_on(500));
        assert!(waited(&mut work) >= 1);
        assert!(matches!(work.found(), Found::Known(true)));
    }

    #[test]
    fn a_worker_that_breaks_off_is_told() {
        let mut work = Work::begin(|_| -> u8 { panic!("on purpose") });
        waited(&mut work);
        assert!(matches!(work.found(), Found::Broken));
    }

    #[test]
    fn work_that_nobody_waits_for_is_stopped() {
        let (begun, begins) = mpsc::channel();
        let (ended, ends) = mpsc::channel();
        let work = Work::begin(move |bench| {
            begun.send(()).expect("somebody listens");
            while bench.goes_on(1) {
                std::thread::yield_now();
            }
            ended.send(()).expect("somebody listens");
        });
        begins.recv().expect("it began");
        drop(work);
        ends.recv_timeout(Duration::from_secs(30)).expect("it was stopped");
    }
}
