//! Pictures of the map: where they are kept, and what is said of them.
//!
//! Beside the recordings, named after the exercise and the moment on the screen. It must not draw: `app::picture` does.

use std::fs;
use std::path::{Path, PathBuf};

use super::Exercise;
use crate::app::driver::{PictureSaved, SeatId};
use crate::text::scenario_time;

/// Most pictures of one moment.
const MOST: u32 = 999;
/// Endings that a picture takes.
const ENDINGS: [&str; 2] = ["png", "svg"];

impl Exercise {
    /// A free place for a picture of the moment on the screen, without its ending.
    pub(super) fn place_of_picture(&mut self, id: SeatId) -> Option<PathBuf> {
        let own = self.session.journal().and_then(|journal| journal.path().parent());
        let folder = own.unwrap_or(&self.folder).to_owned();
        let plan = self.session.plan();
        let time =
            scenario_time(plan.start, self.session.shown().tick).replace(['+', ':'], "").replace(' ', "-");
        let name = format!("{}-{time}", plan.code);
        if let Err(error) = fs::create_dir_all(&folder) {
            self.tell_of_picture(id, Err(format!("{error}: {}", folder.display())));
            return None;
        }
        let free = |path: &PathBuf| ENDINGS.iter().all(|ending| !path.with_extension(ending).exists());
        let numbered = (2..=MOST).map(|number| folder.join(format!("{name}-{number}")));
        std::iter::once(folder.join(&name)).chain(numbered).find(free)
    }

    /// Says where the picture is, or why there is none.
    pub(super) fn tell_of_picture(&mut self, id: SeatId, saved: Result<PictureSaved, String>) {
        let language = self.seat(id).language;
        let shown = |path: &Path| path.with_extension("png").display().to_string();
        let (done, said) = match saved {
            Ok(saved) => {
                let key = if saved.copied { "notice-picture-copied" } else { "notice-picture" };
                (true, self.texts.say(language, key, &[("file", shown(&saved.path).into())]))
            }
            Err(why) => {
                let what = self.texts.word(language, "map-picture");
                let args = [("file", what.into()), ("why", why.into())];
                (false, self.texts.say(language, "notice-cannot-write", &args))
            }
        };
        self.answer(id, done, said);
    }
}
