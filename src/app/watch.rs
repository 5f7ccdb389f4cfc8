//! Looks now and then whether files changed on disk, on a thread of its own, and wakes who sleeps when one did.
//!
//! It asks for the time and the length of a file instead of listening to the system: editors save by writing another file and
//! renaming it, and folders on a network tell nothing. It must not read what is in the files, nor draw.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, SystemTime};

/// Between two looks.
const LOOK: Duration = Duration::from_millis(500);

/// What is called when a file changed.
pub type Wake = Box<dyn Fn() + Send + Sync>;

/// Time and length of a file; none while it is not there.
type Stamp = Option<(SystemTime, u64)>;

struct Watched {
    /// As it was when its change was last told.
    told: Stamp,
    /// As it was at the last look: what is still being written is not told.
    seen: Stamp,
}

#[derive(Default)]
struct Shared {
    files: BTreeMap<PathBuf, Watched>,
    changed: Vec<PathBuf>,
    wake: Option<Wake>,
}

/// Files that are looked at as long as this lives.
#[derive(Default)]
pub struct Watch {
    shared: Arc<Mutex<Shared>>,
    looks: bool,
}

fn stamp(path: &Path) -> Stamp {
    let about = path.metadata().ok()?;
    Some((about.modified().ok()?, about.len()))
}

impl Watch {
    /// Looks at these files and no others; what was already looked at is not forgotten.
    pub fn these<'a>(&mut self, paths: impl Iterator<Item = &'a Path>) {
        let mut shared = self.shared.lock().unwrap_or_else(PoisonError::into_inner);
        let mut before = std::mem::take(&mut shared.files);
        shared.files = paths
            .map(|path| {
                let now = || Watched { told: stamp(path), seen: stamp(path) };
                (path.to_owned(), before.remove(path).unwrap_or_else(now))
            })
            .collect();
        if !self.looks && !shared.files.is_empty() {
            self.looks = true;
            let shared = Arc::downgrade(&self.shared);
            thread::spawn(move || look_on(&shared));
        }
    }

    /// Who is woken.
    pub fn wake_by(&self, wake: Wake) {
        self.shared.lock().unwrap_or_else(PoisonError::into_inner).wake = Some(wake);
    }

    /// What changed since this was last asked.
    pub fn changed(&self) -> Vec<PathBuf> {
        std::mem::take(&mut self.shared.lock().unwrap_or_else(PoisonError::into_inner).changed)
    }
}

fn look_on(shared: &Weak<Mutex<Shared>>) {
    while let Some(shared) = shared.upgrade() {
        shared.lock().unwrap_or_else(PoisonError::into_inner).look();
        drop(shared);
        thread::sleep(LOOK);
    }
}

impl Shared {
    fn look(&mut self) {
        let before = self.changed.len();
        for (path, watched) in &mut self.files {
            let now = stamp(path);
            let rests = now == watched.seen;
            watched.seen = now;
            // A file that is away comes back: an editor is saving it.
            if rests && now.is_some() && now != watched.told {
                watched.told = now;
                self.changed.push(path.clone());
            }
        }
        if self.changed.len() > before
            && let Some(wake) = &self.wake
        {
            wake();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_change_is_told_once_it_rests() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        fs::write(&path, "one").expect("written");
        let mut shared = Shared::default();
        shared.files.insert(path.clone(), Watched { told: stamp(&path), seen: stamp(&path) });
        shared.look();
        assert!(shared.changed.is_empty(), "nothing changed");
        fs::write(&path, "three").expect("written");
        shared.look();
        assert!(shared.changed.is_empty(), "it may still be written");
        fs::remove_file(&path).expect("removed");
        shared.look();
        shared.look();
        assert!(shared.changed.is_empty(), "a file that is away is being saved");
        fs::write(&path, "seventeen").expect("written");
        shared.look();
        shared.look();
        shared.look();
        assert_eq!(shared.changed, [path]);
    }
}
