//! The house rules that a compiler does not see: who may use whom, file headers and sizes, no loose ends.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Layer and what it may use, besides itself. Everything in `crate::` that is not listed here is a fault.
const EDGES: &[(&str, &[&str])] = &[
    ("sim", &[]),
    ("geo", &[]),
    ("text", &["sim"]),
    ("scenario", &["sim", "geo"]),
    ("recording", &["sim"]),
    ("session", &["sim", "recording"]),
    ("view", &["sim", "geo", "session", "text"]),
    ("auto", &["sim", "session", "view", "text"]),
    ("preflight", &["sim", "scenario", "session", "auto", "text"]),
    ("report", &["sim", "geo", "session", "view", "text", "preflight", "optimum"]),
    ("paper", &["sim", "geo", "scenario", "session", "view", "text"]),
    (
        "cli",
        &[
            "sim",
            "geo",
            "text",
            "scenario",
            "recording",
            "session",
            "view",
            "auto",
            "preflight",
            "report",
            "paper",
            "optimum",
            "assets",
            "app",
        ],
    ),
    ("panels", &["view", "text", "sim", "session"]),
    (
        "app",
        &[
            "sim",
            "geo",
            "text",
            "scenario",
            "recording",
            "session",
            "view",
            "auto",
            "preflight",
            "report",
            "optimum",
            "panels",
            "assets",
        ],
    ),
    ("assets", &[]),
    ("optimum", &["sim", "session"]),
];

/// Most lines of a file, unless it is a list.
const LINES_MAX: usize = 600;

fn sources() -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src"), root.join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).expect("a source file is text");
                found.push((path.strip_prefix(root).expect("below the root").to_owned(), text));
            }
        }
    }
    found.sort();
    found
}

fn layer_of(path: &Path) -> Option<String> {
    let mut parts = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    if parts.next().as_deref() != Some("src") {
        return None;
    }
    let layer = parts.next()?;
    Some(layer.trim_end_matches(".rs").to_owned()).filter(|layer| layer != "lib" && layer != "main")
}

/// Words right after `crate::` in code, also inside `use crate::{...}` at the first level.
fn used_layers(text: &str) -> Vec<String> {
    let mut used = Vec::new();
    for (at, _) in text.match_indices("crate::") {
        let line_start = text[..at].rfind('\n').map_or(0, |end| end + 1);
        if text[line_start..at].trim_start().starts_with("//") {
            continue;
        }
        let rest = &text[at + "crate::".len()..];
        let word = |part: &str| {
            part.trim().chars().take_while(|each| each.is_alphanumeric() || *each == '_').collect::<String>()
        };
        let Some(list) = rest.strip_prefix('{') else {
            used.push(word(rest));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for each in list.chars() {
            match each {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => used.push(word(&std::mem::take(&mut item))),
                _ => {}
            }
            if each != ',' || depth > 0 {
                item.push(each);
            }
        }
        used.push(word(&item));
    }
    used.retain(|layer| !layer.is_empty());
    used
}

#[test]
fn layers_use_only_what_lies_below() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some(layer) = layer_of(&path) else { continue };
        let Some((_, allowed)) = EDGES.iter().find(|(name, _)| *name == layer) else {
            faults.push(format!("{}: layer {layer} is not in the list", path.display()));
            continue;
        };
        for used in used_layers(&text) {
            let known = EDGES.iter().any(|(name, _)| *name == used);
            if known && used != layer && !allowed.contains(&used.as_str()) {
                faults.push(format!("{}: {layer} uses {used}", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn files_say_what_they_are_and_stay_small() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        if !text.starts_with("//!") {
            faults.push(format!("{}: does not open with //!", path.display()));
        }
        let lines = text.lines().count();
        if lines > LINES_MAX {
            faults.push(format!("{}: {lines} lines", path.display()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_loose_ends() {
    // Written in two halves so that this file does not find itself.
    let marks = [
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("FIX", "ME"),
        concat!("TO", "DO"),
        concat!("#[ign", "ore"),
    ];
    let mut faults = Vec::new();
    for (path, text) in sources() {
        for (number, line) in text.lines().enumerate() {
            if marks.iter().any(|mark| line.contains(mark)) {
                faults.push(format!("{}:{}: {}", path.display(), number + 1, line.trim()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_window_stays_in_its_own_layers() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let own = matches!(layer_of(&path).as_deref(), Some("app" | "panels") | None);
        let names = ["bevy::", "bevy_egui::", "egui::", "use bevy", "use egui"];
        if !own
            && text.lines().any(|line| {
                !line.trim_start().starts_with("//") && names.iter().any(|name| line.contains(name))
            })
        {
            faults.push(path.display().to_string());
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
