//! The words of the panels, in the language of the seat.
//! It must not hold words itself: `assets/i18n` does.

use std::sync::Arc;

use crate::sim::plan::Start;
use crate::sim::time::Tick;
use crate::text::{Arg, Language, Texts};

/// All words, and which language is spoken.
#[derive(Clone, Debug)]
pub struct Tongue {
    texts: Arc<Texts>,
    /// The language of the seat.
    pub language: Language,
}

impl Tongue {
    /// Speaks a language.
    pub fn new(texts: Arc<Texts>, language: Language) -> Self {
        Self { texts, language }
    }

    /// The words under a key.
    pub fn word(&self, key: &str) -> String {
        self.texts.word(self.language, key)
    }

    /// The words under a key with its variables filled in.
    pub fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.texts.say(self.language, key, args)
    }

    /// A moment as everybody reads it: `wo 14 okt 14:45`.
    pub fn moment(&self, start: Start, tick: Tick) -> String {
        self.texts.date_time(self.language, start, tick)
    }
}
