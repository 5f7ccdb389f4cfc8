//! The language files: same keys and variables, nothing missing, nothing unused, no words that belong off the screen.

use doorvoerland::{
    geo::map::MapData,
    scenario::{
        book::Book,
        load::{build_country, world_built_in},
    },
    sim::{country::Country, plan::Text},
    text::{Language, Texts},
};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

const NL: &str = include_str!("../../assets/i18n/nl.ftl");
const EN: &str = include_str!("../../assets/i18n/en.ftl");
/// Words that are ready for screens that are not made yet, one key a line. A key may stay here once it is used.
const AHEAD: &str = include_str!("ahead.txt");

/// Families of keys whose last part is no literal in a source file: numbers, and codes of the registry of metrics.
const FAMILIES: &[(&str, &[&str])] = &[
    ("weekday", &["0", "1", "2", "3", "4", "5", "6"]),
    ("month", MONTHS),
    ("month-name", MONTHS),
    ("metric", doorvoerland::sim::metric::KEYS),
];
const MONTHS: &[&str] = &["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// The country as shipped, with its own names of things.
fn shipped() -> (Country, Book) {
    let map = MapData::built_in().expect("the shipped map opens");
    build_country(&world_built_in(), &map).expect("the shipped country builds")
}

/// Names of what the data calls by a code: key, and the name in the data if the data has one too.
fn named(country: &Country, book: &Book) -> Vec<(String, Option<Text>)> {
    let mut found = Vec::new();
    for (id, row) in country.processes.iter() {
        found.push((format!("process-{}", row.code), Some(book.processes[id].clone())));
    }
    for (id, row) in country.roles.iter() {
        found.push((format!("role-{}", row.code), Some(book.roles[id].name.clone())));
        found.push((format!("owner-{}", row.code), None));
    }
    for (id, row) in country.fleets.iter() {
        found.push((format!("fleet-{}", row.code), Some(book.fleets[id].clone())));
    }
    for (id, row) in country.goods.iter() {
        found.push((format!("good-{}", row.code), Some(book.goods[id].clone())));
    }
    for (id, row) in country.measures.rows.iter() {
        found.push((format!("measure-{}", row.code), Some(book.measures[id].name.clone())));
    }
    for row in &book.settings {
        found.push((format!("setting-{}", row.code), Some(row.name.clone())));
    }
    for row in country.workforce.iter().flat_map(|workforce| workforce.sectors.rows()) {
        found.push((format!("sector-{}", row.code), None));
    }
    for row in country.score.iter().flat_map(|score| score.criteria.rows()) {
        let key = format!("criterion-{}", row.code.replace('.', "-"));
        if row.measure.is_none() {
            found.push((format!("{key}-why"), None));
        }
        found.push((key, None));
    }
    for row in country.score.iter().flat_map(|score| score.gauges.rows()) {
        found.push((format!("gauge-{}", row.code), None));
    }
    let lent = country.pools.rows().iter().filter(|row| row.kind.has_units());
    for row in lent {
        found.push((format!("pool-{}", row.code.replace('.', "-")), None));
    }
    found
}

/// Every message of a language file with its text, continuation lines included.
fn messages(file: &str) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut key = String::new();
    for line in file.lines().filter(|line| !line.starts_with('#')) {
        match line.split_once(" =") {
            Some((name, text)) if line.starts_with(|first: char| first.is_ascii_alphabetic()) => {
                name.clone_into(&mut key);
                assert!(found.insert(key.clone(), text.to_owned()).is_none(), "{key} stands twice");
            }
            _ if line.is_empty() => {}
            _ => found.get_mut(&key).expect("a line that goes on follows a key").push_str(line),
        }
    }
    found
}

fn variables(text: &str) -> BTreeSet<&str> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.split(|each: char| !each.is_alphanumeric()).next().unwrap_or_default())
        .collect()
}

/// Source files of the crate as one text each, without the tests inside them.
fn sources() -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push(text.split("#[cfg(test)]\nmod ").next().unwrap_or_default().to_owned());
            }
        }
    }
    found
}

/// Literals between quotes that could be keys.
fn literals(text: &str) -> impl Iterator<Item = &str> {
    text.split('"').filter(|each| {
        each.starts_with(|first: char| first.is_ascii_lowercase())
            && each.chars().all(|each| each.is_ascii_alphanumeric() || each == '-')
    })
}

/// Keys that are handed to a lookup as they stand.
fn keys_looked_up(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for call in ["word(", "say(", "sentence("] {
        for (at, _) in text.match_indices(call) {
            let rest = &text[at + call.len()..];
            let Some((before, after)) = rest.split_once('"') else { continue };
            let plain = before
                .chars()
                .all(|each| each.is_alphanumeric() || each.is_whitespace() || "_.,".contains(each));
            if let Some((key, _)) = after.split_once('"').filter(|_| plain) {
                found.push(key.to_owned());
            }
        }
    }
    found
}

fn family_keys() -> BTreeSet<String> {
    let (country, book) = shipped();
    let numbered =
        FAMILIES.iter().flat_map(|(family, codes)| codes.iter().map(move |code| format!("{family}-{code}")));
    numbered.chain(named(&country, &book).into_iter().map(|(key, _)| key)).collect()
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (nl, en) = (messages(NL), messages(EN));
    assert_eq!(nl.keys().collect::<Vec<_>>(), en.keys().collect::<Vec<_>>());
    for (key, text) in &nl {
        assert!(!text.trim().is_empty() && !en[key].trim().is_empty(), "{key} is empty");
        assert_eq!(variables(text), variables(&en[key]), "variables of {key}");
    }
}

#[test]
fn the_program_finds_every_key_of_the_files() {
    let texts = Texts::new();
    for key in messages(NL).keys() {
        for language in Language::ALL {
            assert!(texts.has(language, key), "{key} in {}", language.code());
        }
    }
    assert_eq!(texts.word(Language::Nl, "no-such-key"), "[no-such-key]");
    assert_eq!(texts.say(Language::En, "ship-of", &[("number", 2.into())]), "ship 2 of {$movement}");
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let known = messages(NL);
    let mut missing: BTreeSet<String> =
        family_keys().into_iter().filter(|key| !known.contains_key(key)).collect();
    for source in sources() {
        missing.extend(keys_looked_up(&source).into_iter().filter(|key| !known.contains_key(key)));
    }
    assert!(missing.is_empty(), "not in the language files: {missing:?}");
}

#[test]
fn every_key_is_used_or_listed() {
    let sources = sources();
    let mut used = family_keys();
    for source in &sources {
        for literal in literals(source) {
            used.insert(literal.to_owned());
            // What a legal basis gives and how long it takes are asked for by the key of its name.
            used.extend(["means", "delay"].map(|part| format!("{literal}-{part}")));
        }
    }
    used.extend(AHEAD.lines().map(str::to_owned));
    let known = messages(NL);
    let unused: Vec<&String> = known.keys().filter(|key| !used.contains(*key)).collect();
    assert!(unused.is_empty(), "neither used nor in tests/text/ahead.txt: {unused:#?}");
    let gone: Vec<&str> = AHEAD.lines().filter(|key| !known.contains_key(*key)).collect();
    assert!(gone.is_empty(), "listed in tests/text/ahead.txt and in no language file: {gone:?}");
}

#[test]
fn words_of_the_workshop_stay_off_the_screen() {
    let banned = ["tick", "ticks", "seed", "digest", "lens", "metric", "metrics", "hazard", "oefentijd"];
    for file in [NL, EN] {
        for (key, text) in messages(file) {
            // A variable may be called what it is: only words are read.
            let text = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest));
            let words: String = text.collect::<Vec<_>>().join(" ").to_lowercase();
            for word in words.split(|each: char| !each.is_alphanumeric()) {
                assert!(!banned.contains(&word), "{key} says {word}");
            }
        }
    }
}

#[test]
fn labels_have_no_full_stop_and_no_colon() {
    // Sentences live in these families; everything else is a label, a name or a part of a sentence.
    let sentences = [
        "event-",
        "order-underway",
        "command-",
        "refusal-",
        "binding-",
        "effect-",
        "cause-line",
        "why-",
        "start-notice",
        "about-",
        "notice-",
        "report-",
        "cli-",
        "auto-",
        "result-",
        "request-offer",
        "way-out-",
        "needs-",
        "score-",
        "preflight-",
        "operator-",
        "compare-",
        "wash-",
        "paper-table-unplayed",
    ];
    for file in [NL, EN] {
        for (key, text) in messages(file) {
            let sentence = sentences.iter().any(|family| key.starts_with(family));
            let label = text.trim();
            assert!(sentence || !label.ends_with(['.', ':']), "{key} ends like a sentence: {label}");
            assert!(!text.contains("..."), "{key}: an ellipsis is one character");
        }
    }
}

#[test]
fn the_shipped_country_is_named_alike_in_words_and_data() {
    let texts = Texts::new();
    let (country, book) = shipped();
    for (key, name) in named(&country, &book) {
        let Some(name) = name else { continue };
        assert_eq!(texts.word(Language::Nl, &key), name.nl, "{key}");
        assert_eq!(texts.word(Language::En, &key), name.en, "{key}");
    }
}
