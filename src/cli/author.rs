//! `new` and `reference`: a scenario to begin with, and everything that one may say.
//!
//! Must not describe a field itself: the types that read files do (`scenario::reference`).

use super::{
    Done, Outcome,
    args::{NewArgs, ReferenceArgs},
    fail, files,
    ui::Ui,
};
use crate::{
    assets,
    scenario::reference::{Entry, Line, Reference},
    text::Language,
};
use anyhow::bail;
use std::{fmt::Write as _, path::PathBuf};

/// Writes a scenario that is in order and plays.
pub(super) fn new(args: &NewArgs, ui: &mut Ui) -> Done {
    let path = PathBuf::from(&args.name);
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let fits = |each: char| each.is_alphanumeric() || matches!(each, '.' | '-' | '_');
    if stem.is_empty() || stem.chars().count() > 80 || !stem.chars().all(fits) {
        bail!(ui.say("cli-new-name", &[("name", stem.into())]));
    }
    let path = path.with_file_name(format!("{stem}.ron"));
    let text = match ui.language {
        Language::Nl => assets::NEW_NL,
        Language::En => assets::NEW_EN,
    };
    files::write(ui, &path, text.replace("NAME", &stem), args.force)?;
    let text = fail::on_path(ui, "cli-new-written", &path, &[]);
    ui.line(&text)?;
    Ok(Outcome::Fine)
}

/// Prints or writes the reference.
pub(super) fn reference(args: &ReferenceArgs, ui: &mut Ui) -> Done {
    let reference = Reference::of_scenario();
    let text = if args.html { html(&reference, ui) } else { plain(&reference, ui) };
    match &args.out {
        Some(path) => {
            files::write(ui, path, text, args.force)?;
            let text = fail::on_path(ui, "cli-reference-written", path, &[]);
            ui.line(&text)?;
        }
        None => ui.line(text.trim_end())?,
    }
    Ok(Outcome::Fine)
}

fn when_left_out(line: &Line, ui: &Ui) -> String {
    match &line.default {
        None => ui.say("cli-reference-needed", &[]),
        Some(default) => ui.say("cli-reference-default", &[("value", default.as_str().into())]),
    }
}

fn plain(reference: &Reference, ui: &Ui) -> String {
    let mut out = format!("{}\n{}\n", ui.say("cli-reference-title", &[]), ui.say("cli-reference-intro", &[]));
    for entry in &reference.entries {
        let kind = ui.say(kind_key(entry), &[]);
        let _ = write!(out, "\n{} ({kind}): {}\n", entry.name, entry.doc);
        for line in &entry.lines {
            let _ = writeln!(out, "  {}: {}", line.name, line.doc);
            if !entry.choice {
                let _ = writeln!(out, "      {}; {}", line.what, when_left_out(line, ui));
            } else if !line.what.is_empty() {
                let _ = writeln!(out, "      {}", line.what);
            }
            let shown =
                if entry.choice { line.example.clone() } else { format!("{}: {}", line.name, line.example) };
            let _ = writeln!(out, "      {shown}");
        }
    }
    out
}

fn kind_key(entry: &Entry) -> &'static str {
    if entry.choice { "cli-reference-choice" } else { "cli-reference-object" }
}

fn html(reference: &Reference, ui: &Ui) -> String {
    let title = escaped(&ui.say("cli-reference-title", &[]));
    let language = ui.language.code();
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>body{{font:16px/1.45 sans-serif;max-width:70em;margin:2em auto;padding:0 1em}}\
         table{{border-collapse:collapse;width:100%}}td,th{{border:1px solid #bbb;padding:.3em .5em;vertical-align:top;text-align:left}}\
         code{{font-size:.9em}}@media print{{tr{{break-inside:avoid}}}}</style>\n<h1>{title}</h1>\n<p>{}</p>\n",
        escaped(&ui.say("cli-reference-intro", &[]))
    );
    let heads = [
        "cli-reference-name",
        "cli-reference-meaning",
        "cli-reference-what",
        "cli-reference-left-out",
        "cli-reference-example",
    ];
    let heads: Vec<String> = heads.iter().map(|key| escaped(&ui.say(key, &[]))).collect();
    let heads = format!("<th>{}", heads.join("<th>"));
    for entry in &reference.entries {
        let kind = ui.say(kind_key(entry), &[]);
        let (name, doc) = (entry.name, escaped(&entry.doc));
        let _ = write!(
            out,
            "<h2 id=\"{name}\">{name} ({})</h2>\n<p>{doc}</p>\n<table>\n<tr>{heads}\n",
            escaped(&kind)
        );
        for line in &entry.lines {
            let left_out = if entry.choice { String::new() } else { when_left_out(line, ui) };
            let what = linked(&line.what, reference);
            let _ = writeln!(
                out,
                "<tr><td><code>{}</code><td>{}<td>{what}<td>{}<td><code>{}</code>",
                line.name,
                escaped(&line.doc),
                escaped(&left_out),
                escaped(&line.example)
            );
        }
        out.push_str("</table>\n");
    }
    out
}

/// Names of objects lead to them.
fn linked(what: &str, reference: &Reference) -> String {
    let word = |word: &str| {
        let name = word.trim_end_matches(',');
        if reference.find(name).is_some() {
            format!("<a href=\"#{name}\">{name}</a>{}", word.get(name.len()..).unwrap_or_default())
        } else {
            escaped(word)
        }
    };
    what.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
