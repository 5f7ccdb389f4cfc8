//! One value of an inject in its three shapes: as it stands in a scenario, as it is kept for comparing, as a cell shows it.
//!
//! What is kept is the least that says it: a code, a text, codes one a line, a trigger as a scenario writes it; nothing for a
//! field that is left out. Must not know which column a value stands in.

use super::{
    columns::{Kind, Part},
    grid::Cell,
    parts,
    problem::{Trouble, short},
    when,
};
use crate::{
    scenario::{fault::nearest, load::Exercise, moment},
    sim::plan::Start,
};
use std::collections::BTreeSet;

/// What a role is called.
#[derive(Clone, Debug)]
pub struct RoleName {
    /// Its code.
    pub code: String,
    /// Dutch.
    pub nl: String,
    /// English.
    pub en: String,
}

/// What is needed to read and show values: names, labels, and the day of the start.
pub struct Naming<'a> {
    /// The words under a key of the language files.
    pub say: &'a dyn Fn(&str) -> String,
    /// Show names in English.
    pub english: bool,
    /// Roles of the country.
    pub roles: Vec<RoleName>,
    /// Codes of the objectives of the scenario.
    pub objectives: Vec<String>,
    /// When the exercise starts.
    pub start: Start,
}

impl<'a> Naming<'a> {
    /// The names of an exercise.
    pub fn of(exercise: &Exercise, english: bool, say: &'a dyn Fn(&str) -> String) -> Self {
        let roles = exercise.country.roles.iter().map(|(id, row)| {
            let name = exercise.book.roles[id].name.clone();
            RoleName { code: row.code.clone(), nl: name.nl, en: name.en }
        });
        Self {
            say,
            english,
            roles: roles.collect(),
            objectives: exercise.plan.objectives.rows().iter().map(|row| row.code.clone()).collect(),
            start: exercise.plan.start,
        }
    }

    /// The name of a role by its code.
    pub fn role(&self, code: &str) -> String {
        let name = |role: &RoleName| if self.english { role.en.clone() } else { role.nl.clone() };
        self.roles.iter().find(|role| role.code == code).map_or_else(|| code.to_owned(), name)
    }
}

/// Channels: word of a scenario, key of its label, other words for it.
pub const CHANNELS: &[(&str, &str, &str)] = &[
    (
        "Call",
        "channel-call",
        "telefonisch|telefoon|telephone|tel|tel.|bellen|gebeld|telefoongesprek|phone|phone call|call|mondeling|portofoon|radio|c2000|verbal",
    ),
    (
        "Mail",
        "channel-mail",
        "mail|mail of brief|mail or letter|e-mail|email|brief|letter|e mail|memo|fax|schriftelijk",
    ),
    (
        "Report",
        "channel-report",
        "sitrap|sitrep|situatierapport|situatierapportage|rapport|lcms|report|situation report|melding|plot|netcentrisch",
    ),
    (
        "News",
        "channel-news",
        "nieuws|krant|media|tv|televisie|journaal|nieuwsbericht|persbericht|news|press|radio-uitzending|pers",
    ),
    ("Social", "channel-social", "social|sociale media|social media|twitter|x|facebook|whatsapp|tweet|some"),
    ("NlAlert", "channel-nl-alert", "nl-alert|nl alert|nlalert|alert"),
];

/// What is kept of a value as it stands in a scenario.
pub(super) fn kept(kind: Kind, raw: &str) -> String {
    let Some(raw) = parts::unwrapped(raw) else { return String::new() };
    match kind {
        Kind::Code | Kind::Label => parts::text(raw).unwrap_or_default(),
        Kind::Words(part) => {
            let name = if part == Part::Nl { "nl" } else { "en" };
            parts::field(raw, name).and_then(parts::text).map(|text| plain(&text)).unwrap_or_default()
        }
        Kind::Roles | Kind::Codes => {
            let codes = parts::items(raw).unwrap_or_default();
            codes.into_iter().filter_map(parts::text).collect::<Vec<_>>().join("\n")
        }
        Kind::Channel => raw.to_owned(),
        Kind::When => trigger(raw),
        Kind::Day => String::new(),
        Kind::Length => parts::text(raw)
            .map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default(),
        Kind::Flag => {
            if raw == "true" {
                raw.to_owned()
            } else {
                String::new()
            }
        }
        Kind::Objects => objects(raw).unwrap_or_default(),
    }
}

/// A text as a cell gives it back: no white space around it, one kind of line end.
pub(super) fn plain(text: &str) -> String {
    match Cell::text(text) {
        Cell::Text(text) => text,
        _ => String::new(),
    }
}

fn lines(raw: &str) -> String {
    raw.lines().map(str::trim).collect::<Vec<_>>().join("\n")
}

fn trigger(raw: &str) -> String {
    let texts = |items: &[&str]| items.iter().map(|item| parts::text(item)).collect::<Option<Vec<_>>>();
    match parts::choice(raw) {
        Some(("At", items)) if items.len() == 1 => {
            texts(&items).map(|all| format!("At(\"{}\")", all.join("")))
        }
        Some(("After", items)) if items.len() == 2 => {
            texts(&items).map(|all| format!("After(\"{}\")", all.join("\", \"")))
        }
        _ => None,
    }
    .unwrap_or_else(|| lines(raw))
}

/// Items of a list, each with its lines trimmed, one behind the other.
fn objects(raw: &str) -> Option<String> {
    let items = parts::items(raw)?;
    Some(items.into_iter().map(lines).collect::<Vec<_>>().join(",\n"))
}

/// A value as it is written into a scenario.
pub(super) fn raw(kind: Kind, kept: &str) -> String {
    match kind {
        Kind::Label | Kind::Length if kept.is_empty() => "None".to_owned(),
        Kind::Code | Kind::Words(_) | Kind::Label => quoted(kept),
        Kind::Length => format!("Some({})", quoted(kept)),
        Kind::Roles | Kind::Codes => {
            format!("[{}]", kept.lines().map(quoted).collect::<Vec<_>>().join(", "))
        }
        Kind::Flag => if kept.is_empty() { "false" } else { "true" }.to_owned(),
        Kind::Objects => format!("[{kept}]"),
        Kind::Channel | Kind::When | Kind::Day => kept.to_owned(),
    }
}

/// A text between quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for each in text.chars() {
        match each {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A value as a cell shows it.
pub fn shown(kind: Kind, kept: &str, naming: &Naming<'_>) -> String {
    match kind {
        Kind::Roles if kept.is_empty() => (naming.say)("cli-mel-everybody"),
        Kind::Roles => kept.lines().map(|code| naming.role(code)).collect::<Vec<_>>().join("\n"),
        Kind::Channel => {
            let known = CHANNELS.iter().find(|(word, ..)| *word == kept);
            known.map_or_else(|| kept.to_owned(), |(_, key, _)| (naming.say)(key))
        }
        Kind::When => match parts::choice(kept) {
            Some(("Manual", _)) => (naming.say)("cli-mel-by-hand"),
            Some(("At", items)) if items.len() == 1 => parts::text(items[0]).unwrap_or_default(),
            Some(("After", items)) if items.len() == 2 => {
                let text =
                    |number: usize| items.get(number).and_then(|item| parts::text(item)).unwrap_or_default();
                format!("{} + {}", text(0), text(1))
            }
            _ => kept.to_owned(),
        },
        Kind::Flag if kept.is_empty() => String::new(),
        Kind::Flag => (naming.say)("cli-mel-yes"),
        _ => kept.to_owned(),
    }
}

/// A value that was read, with what is worth knowing about how.
pub(super) type Value = (String, Vec<Trouble>);

/// Reads a cell; `When` and `Day` are read by `import`, which knows the rows around it.
pub(super) fn read(kind: Kind, cell: &Cell, naming: &Naming<'_>) -> Result<Value, Trouble> {
    match cell {
        Cell::Broken(error) => return Err(Trouble::new("cli-mel-error-value", &[("found", error)])),
        Cell::NoResult => return Err(Trouble::new("cli-mel-no-result", &[])),
        _ => {}
    }
    let words = cell.words();
    match kind {
        Kind::Code | Kind::Label => Ok(code(&words)),
        Kind::Words(_) => text(&words),
        Kind::Roles => roles(&words, naming),
        Kind::Codes => codes(&words, naming),
        Kind::Channel => channel(&words, naming),
        Kind::Length => length(cell),
        Kind::Flag => flag(cell, naming),
        Kind::Objects => effects(&words),
        Kind::When | Kind::Day => Ok((words, Vec::new())),
    }
}

/// A code as a scenario takes it: what is between its letters becomes a dash.
fn code(words: &str) -> Value {
    let fits = |each: char| each.is_alphanumeric() || matches!(each, '.' | '-' | '_');
    let pieces: Vec<&str> = words.split(|each| !fits(each)).filter(|piece| !piece.is_empty()).collect();
    let made: String = pieces.join("-").chars().take(80).collect();
    let told = (made != words.trim())
        .then(|| Trouble::new("cli-mel-code-changed", &[("found", words), ("code", &made)]));
    (made, told.into_iter().collect())
}

fn text(words: &str) -> Result<Value, Trouble> {
    let hidden = |each: char| {
        each != '\n' && each != '\t' && each.is_control()
            || matches!(each, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    let clean: String = words
        .chars()
        .filter(|each| !hidden(*each))
        .map(|each| if each == '\t' { ' ' } else { each })
        .collect();
    let told = (clean.len() < words.len()).then(|| Trouble::new("cli-mel-hidden", &[]));
    if clean.chars().count() > 8_000 {
        return Err(Trouble::new("cli-mel-too-long", &[("most", "8000")]));
    }
    Ok((plain(&clean), told.into_iter().collect()))
}

/// Small letters and digits, single spaces between: how headings and names are compared.
pub(super) fn folded(text: &str) -> String {
    let fold = |each: char| match each {
        'á' | 'à' | 'ä' | 'â' => 'a',
        'é' | 'è' | 'ë' | 'ê' => 'e',
        'í' | 'ï' | 'î' => 'i',
        'ó' | 'ö' | 'ô' => 'o',
        'ú' | 'ü' | 'û' => 'u',
        other => other,
    };
    let letters: String = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|each| if each.is_alphanumeric() { fold(each) } else { ' ' })
        .collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn roles(words: &str, naming: &Naming<'_>) -> Result<Value, Trouble> {
    const ALL: &[&str] = &[
        "iedereen",
        "allen",
        "alle",
        "alle teams",
        "alle spelers",
        "everybody",
        "everyone",
        "all",
        "all players",
    ];
    let own = folded(&(naming.say)("cli-mel-everybody"));
    let whole = folded(words);
    if whole.is_empty() || ALL.contains(&whole.as_str()) || whole == own {
        return Ok((String::new(), Vec::new()));
    }
    let (mut found, mut told) = (Vec::new(), Vec::new());
    let mut take = |piece: &str| -> Result<(), Trouble> {
        let (code, sure) = role(piece, naming)?;
        if !sure {
            told.push(Trouble::new("cli-mel-role-taken", &[("found", piece), ("role", &naming.role(&code))]));
        }
        if !found.contains(&code) {
            found.push(code);
        }
        Ok(())
    };
    for line in words.lines().filter(|line| !folded(line).is_empty()) {
        // The name of a role may hold a comma: the line as a whole comes first.
        if role(line, naming).is_ok_and(|(_, sure)| sure) {
            take(line)?;
            continue;
        }
        let pieces = line.split([';', ',', '/', '+', '&', '|']).filter(|piece| !folded(piece).is_empty());
        for piece in pieces {
            match take(piece.trim()) {
                Ok(()) => {}
                Err(trouble) => {
                    let halves: Vec<&str> =
                        piece.split(" en ").flat_map(|half| half.split(" and ")).collect();
                    if halves.len() < 2 {
                        return Err(trouble);
                    }
                    halves.into_iter().try_for_each(|half| take(half.trim()))?;
                }
            }
        }
    }
    Ok((found.join("\n"), told))
}

/// The role that a name stands for, and whether that is sure.
fn role(piece: &str, naming: &Naming<'_>) -> Result<(String, bool), Trouble> {
    let wanted = folded(piece);
    let only = |found: BTreeSet<&str>| {
        if found.len() == 1 { found.into_iter().next().map(str::to_owned) } else { None }
    };
    let with = |test: &dyn Fn(&str) -> bool| {
        let hit = |role: &&RoleName| aliases(role).iter().any(|alias| test(alias));
        naming.roles.iter().filter(hit).map(|role| role.code.as_str()).collect::<BTreeSet<_>>()
    };
    if let Some(role) = naming
        .roles
        .iter()
        .find(|role| folded(&role.code) == wanted || folded(&role.nl) == wanted || folded(&role.en) == wanted)
    {
        return Ok((role.code.clone(), true));
    }
    if let Some(code) = only(with(&|alias| alias == wanted)) {
        return Ok((code, true));
    }
    let within = |alias: &str| {
        2 * wanted.len() >= alias.len()
            && wanted.len() >= 3
            && format!(" {alias} ").contains(&format!(" {wanted} "))
    };
    if let Some(code) = only(with(&within)) {
        return Ok((code, false));
    }
    let all: Vec<(String, &str)> = naming
        .roles
        .iter()
        .flat_map(|role| aliases(role).into_iter().map(|alias| (alias, role.code.as_str())))
        .collect();
    let near = nearest(&wanted, all.iter().map(|(alias, _)| alias.as_str()))
        .and_then(|near| all.iter().find(|(alias, _)| alias == near))
        .map(|(_, code)| (*code).to_owned());
    match near {
        Some(code) if wanted.len() >= 5 => Ok((code, false)),
        _ => Err(Trouble::new("cli-mel-no-role", &[("found", piece)])),
    }
}

/// What a role may be called: its code, its names, and the parts of its names.
fn aliases(role: &RoleName) -> Vec<String> {
    let mut found = vec![folded(&role.code), folded(&role.nl), folded(&role.en)];
    for name in [&role.nl, &role.en] {
        for piece in name
            .split([';', ',', '(', ')', ':', '/'])
            .flat_map(|piece| piece.split(" en "))
            .flat_map(|piece| piece.split(" and "))
        {
            found.push(folded(piece));
        }
    }
    found.retain(|alias| alias.len() >= 2);
    found
}

fn codes(words: &str, naming: &Naming<'_>) -> Result<Value, Trouble> {
    let (mut found, mut told) = (Vec::new(), Vec::new());
    for piece in words.split([',', ';', '/', '\n', ' ']).map(str::trim).filter(|piece| !piece.is_empty()) {
        let same = |code: &&String| code.eq_ignore_ascii_case(piece);
        let numbered = |code: &&String| code.trim_start_matches(|each: char| !each.is_ascii_digit()) == piece;
        let mut numbers = naming.objectives.iter().filter(numbered);
        let by_number = numbers.next().filter(|_| numbers.next().is_none());
        match naming.objectives.iter().find(same).or(by_number) {
            Some(code) if found.contains(code) => {}
            Some(code) => found.push(code.clone()),
            None if naming.objectives.is_empty() => {
                told.push(Trouble::new("cli-mel-no-objectives", &[("found", piece)]));
            }
            None => {
                let known = naming.objectives.join(", ");
                return Err(Trouble::new("cli-mel-no-objective", &[("found", piece), ("known", &known)]));
            }
        }
    }
    Ok((found.join("\n"), told))
}

fn channel(words: &str, naming: &Naming<'_>) -> Result<Value, Trouble> {
    let wanted = folded(words);
    if wanted.is_empty() {
        return Ok((
            "Mail".to_owned(),
            vec![Trouble::new("cli-mel-no-channel-given", &[("channel", &(naming.say)("channel-mail"))])],
        ));
    }
    let exact = CHANNELS.iter().find(|(word, key, others)| {
        folded(word) == wanted
            || folded(&(naming.say)(key)) == wanted
            || others.split('|').any(|other| folded(other) == wanted)
    });
    if let Some((word, ..)) = exact {
        return Ok(((*word).to_owned(), Vec::new()));
    }
    let labels = CHANNELS.iter().map(|(_, key, _)| (naming.say)(key)).collect::<Vec<_>>().join(", ");
    let holds = |others: &str| {
        others
            .split('|')
            .map(folded)
            .any(|other| other.len() >= 3 && format!(" {wanted} ").contains(&format!(" {other} ")))
    };
    let mut within = CHANNELS.iter().filter(|(_, _, others)| holds(others));
    match (within.next(), within.next()) {
        (Some((word, key, _)), None) => {
            let label = (naming.say)(key);
            Ok((
                (*word).to_owned(),
                vec![Trouble::new("cli-mel-channel-taken", &[("found", words), ("channel", &label)])],
            ))
        }
        _ => Err(Trouble::new("cli-mel-no-channel", &[("found", words), ("known", &labels)])),
    }
}

fn length(cell: &Cell) -> Result<Value, Trouble> {
    if let Cell::Text(text) = cell {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if moment::typed_length(&line).is_ok() {
            return Ok((line, Vec::new()));
        }
    }
    let Some(minutes) = when::length(cell)? else { return Ok((String::new(), Vec::new())) };
    let text = when::length_text(minutes);
    let told = (!minutes.is_multiple_of(15))
        .then(|| Trouble::new("cli-mel-rounded", &[("found", &cell.words()), ("taken", &text)]));
    Ok((text, told.into_iter().collect()))
}

fn flag(cell: &Cell, naming: &Naming<'_>) -> Result<Value, Trouble> {
    let words = folded(&cell.words());
    let yes = ["ja", "j", "yes", "y", "x", "true", "waar", "1", "reserve", "plank", "shelf", "contingency"];
    let no = ["", "nee", "n", "no", "false", "onwaar", "0"];
    if yes.contains(&words.as_str()) || words == folded(&(naming.say)("cli-mel-yes")) {
        Ok(("true".to_owned(), Vec::new()))
    } else if no.contains(&words.as_str()) {
        Ok((String::new(), Vec::new()))
    } else {
        Err(Trouble::new("cli-mel-no-flag", &[("found", &cell.words())]))
    }
}

fn effects(words: &str) -> Result<Value, Trouble> {
    let words = words.trim();
    if words.is_empty() {
        return Ok((String::new(), Vec::new()));
    }
    let list = if words.starts_with('[') { words.to_owned() } else { format!("[{words}]") };
    match ron::value::RawValue::from_ron(&list) {
        Ok(_) => Ok((objects(&list).unwrap_or_default(), Vec::new())),
        Err(error) => Err(Trouble::new(
            "cli-mel-no-effects",
            &[("found", words), ("said", &short(&error.code.to_string()))],
        )),
    }
}
