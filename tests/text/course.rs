//! Sentences about the life of an exercise: whole, in both languages, and with a way out.

use super::country;
use doorvoerland::{
    sim::{
        course::{Hindrance, Means, Stage, Steer},
        ids::{InjectId, RoleId},
        time::Tick,
    },
    text::{Language, Narrator, Texts},
};

fn whole(sentence: &str) {
    let first = sentence.chars().next().unwrap_or(' ');
    assert!(first.is_uppercase() || first.is_numeric(), "{sentence}");
    assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{sentence}");
    assert!(!sentence.contains(['[', '{', '$']), "{sentence}");
}

fn tell(check: impl Fn(&Narrator<'_>)) {
    let (texts, country, plan) = (Texts::new(), country::country(), country::plan());
    let state = country::state(&country, &plan);
    for language in Language::ALL {
        let records = country::records();
        let narrator = Narrator {
            texts: &texts,
            language,
            country: &country,
            plan: &plan,
            state: &state,
            records: &records,
        };
        check(&narrator);
    }
}

#[test]
fn every_hindrance_says_what_to_do_instead() {
    let stages = [Stage::Ready, Stage::Running, Stage::Paused, Stage::Ended, Stage::HotWash, Stage::Closed];
    let rest = [
        Hindrance::NoPlay,
        Hindrance::LeadOnly,
        Hindrance::ReasonMissing,
        Hindrance::TextBad,
        Hindrance::ClockStands,
        Hindrance::Computing(Tick(30)),
        Hindrance::NoRounds,
        Hindrance::NoSuchRound,
        Hindrance::RoundOver(0),
        Hindrance::RoundBusy(1),
        Hindrance::NoRoundBegun,
        Hindrance::LastPart,
        Hindrance::NotALaterRound,
        Hindrance::NotShorter { from: Tick(1), until: Tick(90) },
        Hindrance::NotFewerMinutes { minutes: 45 },
        Hindrance::JumpOutside { from: Tick(1), last: Tick(90) },
    ];
    tell(|narrator| {
        for hindrance in stages.map(Hindrance::Stage).iter().chain(&rest) {
            let sentence = narrator.hindrance_sentence(hindrance);
            whole(&sentence);
            assert!(sentence.matches(['.', ':', ',']).count() > 1, "obstacle and repair: {sentence}");
        }
        whole(&narrator.hindrance_sentence(&Hindrance::UnknownRole));
        whole(&narrator.hindrance_sentence(&Hindrance::NoEmergency));
        whole(&narrator.hindrance_sentence(&Hindrance::ClockOnly));
    });
}

#[test]
fn everything_the_staff_does_is_a_sentence() {
    let reason = || "De zaal loopt uit".to_owned();
    let steers = [
        Steer::Prepare,
        Steer::Start { by_rounds: false },
        Steer::Start { by_rounds: true },
        Steer::Pause { minutes: None },
        Steer::Pause { minutes: Some(10) },
        Steer::Resume,
        Steer::End,
        Steer::HotWash,
        Steer::Close,
        Steer::NoPlay { what: String::new() },
        Steer::Release { reason: reason() },
        Steer::Comcheck { role: RoleId(0), reached: true, how: Means::Radio, remark: String::new() },
        Steer::Comcheck {
            role: RoleId(0),
            reached: false,
            how: Means::Phone,
            remark: "Belt terug.".to_owned(),
        },
        Steer::BeginRound { round: 0 },
        Steer::NextPart,
        Steer::MoreTime { minutes: 5 },
        Steer::RunRound,
        Steer::Halt { inject: InjectId(0) },
        Steer::DropRound { round: 1, into: None, reason: reason() },
        Steer::DropRound { round: 1, into: Some(2), reason: reason() },
        Steer::ShortenRound { round: 1, until: Some(Tick(40)), minutes: Some(30), reason: reason() },
        Steer::Jump { to: Tick(40), reason: reason() },
    ];
    tell(|narrator| {
        for steer in &steers {
            whole(&narrator.steer_sentence(steer));
        }
    });
}
