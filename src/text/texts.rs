//! The language files and how a word is found in them.
//!
//! Both files are part of the program. A key that does not exist shows itself in brackets, so that nobody overlooks it.

use super::number::number;
use crate::sim::every::every;
use fluent_bundle::{
    FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle, memoizer::MemoizerKind,
};
use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[derive(EnumCount, VariantArray)]
pub enum Language {
    /// Dutch, the first language.
    #[default]
    Nl,
    /// English.
    En,
}

impl Language {
    /// Every language.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// ISO 639 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }

    /// The language with this code, as typed on a command line or read from the environment (`nl`, `nl_NL.UTF-8`).
    pub fn from_code(code: &str) -> Option<Self> {
        let bare = code.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|language| language.code().eq_ignore_ascii_case(bare))
    }

    /// The file with its words.
    fn source(self) -> &'static str {
        match self {
            Self::Nl => include_str!("../../assets/i18n/nl.ftl"),
            Self::En => include_str!("../../assets/i18n/en.ftl"),
        }
    }
}

/// What stands in the place of a variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// A text, set as it is.
    Text(String),
    /// A number: grouped by thousands, and it chooses between one and several.
    Count(i64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

macro_rules! arg_from_whole_numbers {
    ($($kind:ty),+) => {$(
        impl From<$kind> for Arg {
            fn from(count: $kind) -> Self {
                Self::Count(i64::from(count))
            }
        }
    )+};
}

arg_from_whole_numbers!(u8, u16, u32, i16, i32, i64);

/// Ends a sentence, unless what it ends in, a title that asks something or what somebody typed, did so already.
pub fn with_stop(mut said: String) -> String {
    if !ends(&said) {
        said.push('.');
    }
    said
}

fn ends(said: &str) -> bool {
    said.ends_with(['.', '?', '!', '\u{2026}'])
}

/// Stands behind a variable that ends a sentence itself while the words around it are filled in, so that a stop that comes right
/// after it is told from those within it. No character, for nobody to type.
const ENDED: char = '\u{fdd0}';

/// All words in all languages. Cheap to look up in, shared by reference; made once.
pub struct Texts {
    nl: FluentBundle<FluentResource>,
    en: FluentBundle<FluentResource>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Texts")
    }
}

impl Default for Texts {
    fn default() -> Self {
        Self::new()
    }
}

impl Texts {
    /// Reads both language files.
    pub fn new() -> Self {
        Self { nl: bundle(Language::Nl), en: bundle(Language::En) }
    }

    /// The word or words under a key that has no variables.
    pub fn word(&self, language: Language, key: &str) -> String {
        self.say(language, key, &[])
    }

    /// The words under a key, with its variables filled in. A key that does not exist gives `[key]`.
    pub fn say(&self, language: Language, key: &str, args: &[(&str, Arg)]) -> String {
        let bundle = self.bundle(language);
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut ended = false;
        let filled: FluentArgs = args.iter().map(|(name, arg)| (*name, value(arg, &mut ended))).collect();
        let mut errors: Vec<FluentError> = Vec::new();
        // A variable that is not given shows itself as {$name}: no need to do more with the errors.
        let said = bundle.format_pattern(pattern, Some(&filled), &mut errors);
        if ended {
            said.replace([ENDED, '.'].iter().collect::<String>().as_str(), "").replace(ENDED, "")
        } else {
            said.into_owned()
        }
    }

    /// As [`Texts::say`], with a capital letter at the start: many sentences begin with a name that does not.
    pub fn sentence(&self, language: Language, key: &str, args: &[(&str, Arg)]) -> String {
        capital(&self.say(language, key, args))
    }

    /// The name of a thing that data calls by a code, such as `role` and `prorail`. Data may know more than the language
    /// files do: then the code itself is the name.
    pub fn name(&self, language: Language, family: &str, code: &str) -> String {
        let key = format!("{family}-{code}");
        if self.has(language, &key) { self.word(language, &key) } else { code.to_owned() }
    }

    /// True when a language has words under this key.
    pub fn has(&self, language: Language, key: &str) -> bool {
        self.bundle(language).has_message(key)
    }

    /// `a, b en c`.
    pub fn list(&self, language: Language, items: &[String]) -> String {
        self.joined(language, "list-and", items)
    }

    /// `a, b of c`.
    pub fn choice(&self, language: Language, items: &[String]) -> String {
        self.joined(language, "list-or", items)
    }

    fn joined(&self, language: Language, key: &str, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [rest @ .., last] => {
                self.say(language, key, &[("items", rest.join(", ").into()), ("last", last.into())])
            }
        }
    }

    fn bundle(&self, language: Language) -> &FluentBundle<FluentResource> {
        match language {
            Language::Nl => &self.nl,
            Language::En => &self.en,
        }
    }
}

/// The text with its first letter as a capital.
fn capital(text: &str) -> String {
    let mut rest = text.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

/// A variable, with its mark when it ends a sentence itself, of which `ended` tells.
fn value<'a>(arg: &'a Arg, ended: &mut bool) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) if ends(text) => {
            *ended = true;
            FluentValue::from(format!("{text}{ENDED}"))
        }
        Arg::Text(text) => FluentValue::from(text.as_str()),
        Arg::Count(count) => FluentValue::from(*count),
    }
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let tag = language.code().parse().expect("a two-letter code is a language tag");
    let mut bundle = FluentBundle::new_concurrent(vec![tag]);
    // The marks protect mixed directions of writing; both our languages run from left to right.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Nl => grouped_nl,
        Language::En => grouped_en,
    }));
    let file = FluentResource::try_new(language.source().to_owned())
        .unwrap_or_else(|(_, errors)| panic!("{}.ftl does not parse: {errors:?}", language.code()));
    bundle
        .add_resource(file)
        .unwrap_or_else(|errors| panic!("{}.ftl has a key twice: {errors:?}", language.code()));
    bundle
}

fn grouped_nl<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::Nl, value)
}

fn grouped_en<M: MemoizerKind>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(Language::En, value)
}

/// Every number we pass is whole and far below 2^53.
fn grouped(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(count) => Some(number(language, count.value as i64)),
        FluentValue::String(_) | FluentValue::Custom(_) | FluentValue::None | FluentValue::Error => None,
    }
}
