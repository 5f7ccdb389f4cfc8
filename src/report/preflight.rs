//! What the check before an exercise found, put in words.
//!
//! It must not check anything: `preflight` does. Shown by the start card and by the command line.

use crate::{
    preflight::{Finding, Preflight, Weight, rehearsal::Load},
    sim::country::SeatTable,
    text::{Arg, Language, Texts, table_key},
    view::preflight_view::{FindingView, PreflightView},
};

/// What was found in `seconds`.
pub fn preflight_view(found: &Preflight, seconds: f32, texts: &Texts, language: Language) -> PreflightView {
    let say = |key: &str, args: &[(&str, Arg)]| texts.say(language, key, args);
    let count = |weight: Weight| {
        let count = found.findings.iter().filter(|each| each.weight == weight).count();
        i64::try_from(count).unwrap_or(i64::MAX)
    };
    let load = |load: &Load| {
        let args = [
            ("role", load.role.as_str().into()),
            ("received", load.received.into()),
            ("decided", load.decided.into()),
            ("hours", load.idle_hours.into()),
            ("time", load.idle_from.as_str().into()),
        ];
        say("cli-preflight-load", &args)
    };
    let sent = i64::try_from(found.rehearsal.timeline.len()).unwrap_or(i64::MAX);
    let summary = [
        ("wrong", count(Weight::Wrong).into()),
        ("doubt", count(Weight::Doubt).into()),
        ("note", count(Weight::Note).into()),
        ("sent", sent.into()),
        ("seconds", format!("{seconds:.1}").into()),
    ];
    PreflightView {
        findings: found.findings.iter().map(|each| finding(each, texts, language)).collect(),
        summary: say("cli-preflight-summary", &summary),
        timeline: (found.rehearsal.timeline.iter())
            .map(|sent| (sent.time.clone(), sent.code.clone()))
            .collect(),
        loads: found.rehearsal.roles.iter().map(load).collect(),
    }
}

fn finding(each: &Finding, texts: &Texts, language: Language) -> FindingView {
    let weight = match each.weight {
        Weight::Wrong => "cli-preflight-wrong",
        Weight::Doubt => "cli-preflight-doubt",
        Weight::Note => "cli-preflight-note",
    };
    // A table by its name; anything else as it is.
    let named = |(name, text): &(&'static str, String)| {
        let table =
            SeatTable::ALL.into_iter().find(|table| *name == "table" && format!("{table:?}") == *text);
        let words = table.map_or_else(|| text.clone(), |table| texts.word(language, table_key(table)));
        (*name, Arg::from(words))
    };
    let args: Vec<_> = each.args.iter().map(named).collect();
    FindingView {
        wrong: each.weight == Weight::Wrong,
        weight: texts.word(language, weight),
        at: each.at.clone(),
        text: texts.say(language, each.what, &args),
    }
}
