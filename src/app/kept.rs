//! Settings that are kept between starts: one small file in the user's folder for such things. One that cannot be read is put
//! aside, with a notice, and the program begins with the ordinary ones.
//!
//! It must not keep anything of an exercise. What was asked on the command line goes before what is kept.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use bevy::prelude::*;
use serde::{Deserialize, Serialize};

use super::DriverBox;
use super::driver::SeatId;
use super::windows::Seat;
use crate::panels::actions::TEXT_PERCENT;
use crate::text::Language;
use crate::view::style::Theme;

/// Name of the folder and of the file in it.
const FOLDER: &str = "doorvoerland";
const FILE: &str = "instellingen.ron";
/// Largest file that is looked into, bytes.
const BYTES_MAX: u64 = 100_000;

/// What is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Code of the language; empty as long as nobody chose one.
    pub language: String,
    /// Colours.
    pub theme: Theme,
    /// Text size in percent.
    pub text_percent: u16,
    /// Nothing glides.
    pub still: bool,
}

impl Default for Kept {
    fn default() -> Self {
        Self { language: String::new(), theme: Theme::Light, text_percent: 100, still: false }
    }
}

impl Kept {
    /// The language, when one was chosen.
    pub fn language(&self) -> Option<Language> {
        Language::ALL.into_iter().find(|language| language.code() == self.language)
    }
}

/// The user's folder for settings; none where the system names none.
pub fn folder() -> Option<PathBuf> {
    let named = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let home = || named("HOME");
    let base = if cfg!(windows) {
        named("APPDATA")
    } else if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library").join("Application Support"))
    } else {
        named("XDG_CONFIG_HOME")
            .filter(|place| place.is_absolute())
            .or_else(|| home().map(|home| home.join(".config")))
    };
    base.map(|base| base.join(FOLDER))
}

/// Reads what is kept in a folder. One that cannot be read is put aside: its new place comes with it.
pub fn read(folder: &Path) -> (Kept, Option<PathBuf>) {
    let place = folder.join(FILE);
    let Ok(about) = place.metadata() else { return (Kept::default(), None) };
    let text = if about.len() > BYTES_MAX { None } else { fs::read_to_string(&place).ok() };
    let kept = text.and_then(|text| ron::from_str::<Kept>(&text).ok());
    if let Some(mut kept) = kept {
        let (low, high, _) = TEXT_PERCENT;
        kept.text_percent = kept.text_percent.clamp(low, high);
        return (kept, None);
    }
    let aside = place.with_extension("onleesbaar.ron");
    // Where it cannot even be put aside it is left, and written over with the first change.
    let moved = fs::rename(&place, &aside).is_ok();
    (Kept::default(), Some(if moved { aside } else { place }))
}

/// Writes what is kept: first beside it, so that a program that is killed leaves the old one.
pub fn write(folder: &Path, kept: &Kept) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let text =
        ron::ser::to_string_pretty(kept, ron::ser::PrettyConfig::default()).map_err(io::Error::other)?;
    let beside = folder.join(format!("{FILE}.nieuw"));
    fs::write(&beside, text + "\n")?;
    fs::rename(beside, folder.join(FILE))
}

/// What is kept now, and where; without a folder nothing is.
#[derive(Resource, Clone, Debug, Default)]
pub struct Keeper {
    /// Where.
    pub folder: Option<PathBuf>,
    /// What the file says, or would.
    pub kept: Kept,
    /// A file that was put aside and not told of yet.
    pub aside: Option<PathBuf>,
}

/// Keeps what the user changed in the lead's window.
pub fn keep(seats: Query<&Seat>, mut keeper: ResMut<Keeper>, mut driver: ResMut<DriverBox>) {
    let Some(lead) = seats.iter().find(|seat| seat.eyes.is_none()) else { return };
    let Some(exercise) = &lead.exercise else { return };
    if let Some(aside) = keeper.aside.take() {
        driver.0.tell(lead.id, "notice-settings-broken", &[("file", aside.display().to_string())]);
    }
    let now = Kept {
        language: exercise.tongue.language.code().to_owned(),
        theme: lead.choice.theme,
        text_percent: lead.states.text_percent,
        still: lead.choice.still,
    };
    if keeper.kept.language.is_empty() {
        // The language that the system speaks was not chosen.
        keeper.kept.language.clone_from(&now.language);
    }
    if keeper.kept == now {
        return;
    }
    keeper.kept = now;
    let written = keeper.folder.as_deref().map_or(Ok(()), |folder| write(folder, &keeper.kept));
    if let Err(error) = written {
        // Told once: the next changes hold for this time only.
        keeper.folder = None;
        driver.0.tell(SeatId(0), "settings-not-kept", &[("why", error.to_string())]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let below = folder.path().join("doorvoerland");
        assert_eq!(read(&below), (Kept::default(), None), "nothing is kept at first");
        let kept = Kept { language: "en".to_owned(), theme: Theme::Contrast, text_percent: 170, still: true };
        write(&below, &kept).expect("it can be written");
        assert_eq!(read(&below), (kept, None));
    }

    #[test]
    fn a_broken_file_is_put_aside_and_never_stops_the_program() {
        for text in ["", "(", "(theme: Purple)", "(text_percent: -1)", "\u{0}\u{0}"] {
            let folder = tempfile::tempdir().expect("a folder");
            fs::write(folder.path().join(FILE), text).expect("it can be written");
            let (kept, aside) = read(folder.path());
            assert_eq!(kept, Kept::default(), "{text:?}");
            let aside = aside.expect("it is told of");
            assert_eq!(fs::read_to_string(aside).expect("it is still there"), text);
            assert_eq!(read(folder.path()).1, None, "the next start says nothing");
        }
    }

    #[test]
    fn a_size_that_is_out_of_range_and_a_field_of_a_later_version_do_no_harm() {
        let folder = tempfile::tempdir().expect("a folder");
        let text = "(text_percent: 900, later: true, language: \"xx\")";
        fs::write(folder.path().join(FILE), text).expect("it can be written");
        let (kept, aside) = read(folder.path());
        assert_eq!((kept.text_percent, kept.language(), aside), (200, None, None));
    }
}
