//! Repair crews on the repair page and on the allocation board: who is at work, who waits and why.

use super::fixture::{by, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::Session,
    sim::{
        command::{Actor, Command},
        country::{Class, Policy},
        effect::{DamageKind, Effect, Target},
        num::Level,
        plan::Trigger,
        time::{Span, Tick},
    },
    text::Language,
    view::{
        pool_board_view::pool_board_view,
        pool_draft::{Draft, draft_check, draft_forecast},
        pool_page_view::pool_view,
        repair_view::repair_view,
        viewer::Viewer,
    },
};
use expect_test::expect;
use std::{fmt::Write as _, sync::Arc};

/// Two power cuts and a hospital, three teams, three hours in; divided otherwise from the start.
fn night(change: impl Fn(&mut Policy)) -> Session {
    let hit = |target| Effect::Damage {
        target,
        kind: DamageKind::Physical,
        loss: Level::ONE,
        team_ticks: 60,
        lag: Span(0),
        teams_max: 2,
        skill: tiny::CREWS,
    };
    let cuts = [
        Target::Process(tiny::EL, tiny::R1),
        Target::Process(tiny::EL, tiny::R2),
        Target::Process(tiny::HOSP, tiny::R2),
    ];
    let storm = tiny::inject("I-01", Trigger::At(Tick(0)), cuts.map(hit).to_vec());
    let mut exercise = tiny::Exercise::new().inject(storm);
    exercise.state();
    let pool = exercise.country.skills[tiny::CREWS].pool;
    let mut session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    let mut policy = tiny::open_policy();
    change(&mut policy);
    let command = Command::SetPolicy { pool, policy, until: None, reason: "Storm.".to_owned() };
    session.submit(by(Actor::Role(tiny::PRORAIL)), Tick(0), command).expect("the owner may divide its pool");
    session.advance(12).expect("nothing is recorded");
    session
}

fn told(session: &Session, viewer: Viewer, language: Language) -> String {
    let mut told = String::new();
    let mut line = |words: String| writeln!(told, "{words}").expect("writing to a string");
    let repair = repair_view(session, viewer, texts(), language);
    for crew in repair.crews {
        line(format!("{}: {} ({})", crew.name, crew.stands, crew.owner));
    }
    for row in repair.damages {
        line(format!("{} | {} | {} | {}", row.what, row.class, row.teams, row.remaining));
    }
    let pool = session.country().skills[tiny::CREWS].pool;
    let board = pool_board_view(session, viewer, texts(), language);
    let row = board.pools.iter().find(|row| row.pool == pool).expect("on the board");
    line(format!("{} | {} | {:?}", row.kind_words, row.stands, row.waiting.0));
    let page = pool_view(session, viewer, texts(), language, pool).expect("the pool exists");
    line(format!("{:?}", page.holding));
    line(format!("{:?}", page.policy.changes));
    for row in page.rows.iter().filter(|row| row.day.asked > 0) {
        line(format!("{}: {:?} {} {:?}", row.name, row.day, row.binding, row.ways_out));
    }
    told
}

#[test]
fn what_waits_says_what_binds_in_both_languages() {
    let owner = Viewer::Role(tiny::PRORAIL);
    let busy = night(|policy| policy.order.swap(1, 2));
    expect![[r#"
        crews: 3 ploegen aan het werk, 0 van 3 vrij (ProRail: verkeersleiding en OCCR)
        fysieke schade bij elektriciteit in Een | Levensbehoeften | 2 ploegen | Nog ongeveer 5 uur
        fysieke schade bij elektriciteit in Twee | Levensbehoeften | 1 ploeg | Nog ongeveer 12 uur
        fysieke schade bij ziekenhuizen in Twee | Medisch en hulpdiensten | 0 ploegen | Wacht: alle ploegen werken aan wat voorgaat
        Herstelploegen | 0 van 3 vrij | [0, 2, 1, 0, 0, 0]
        [("Er zijn er", "3"), ("Nu vrij", "0"), ("Aan het werk voor levensbehoeften", "3")]
        ["verdringingsvolgorde urgent militair transport, levensbehoeften, medisch vervoer en hulpdiensten, militair transport, reizigers, overige goederen"]
        Levensbehoeften: Counts { asked: 12, granted: 9, used: 9, refused: 3 } Crews: allemaal aan het werk of voor andere categorieën bestemd. Wat helpt: wachten tot een herstel klaar is, een andere herstelvolgorde, meer ploegen, of een andere verdeelafspraak (daarover beslist ProRail). ["Uitweg: ProRail vragen om een andere verdeling van crews; een afspraak duurt meestal 2 uur."]
        Medisch en hulpdiensten: Counts { asked: 6, granted: 0, used: 0, refused: 6 } Crews: allemaal aan het werk of voor andere categorieën bestemd. Wat helpt: wachten tot een herstel klaar is, een andere herstelvolgorde, meer ploegen, of een andere verdeelafspraak (daarover beslist ProRail). ["Uitweg: ProRail vragen om een andere verdeling van crews; een afspraak duurt meestal 2 uur."]
    "#]].assert_eq(&told(&busy, owner, Language::Nl));
    expect![[r#"
        crews: 3 crews at work, 0 of 3 free (Rail manager ProRail)
        physical damage to electricity in Een | Basic needs | 2 crews | About 5 hours to go
        physical damage to electricity in Twee | Basic needs | 1 crew | About 12 hours to go
        physical damage to hospitals in Twee | Medical and emergency services | 0 crews | Waits: all crews work on what comes first
        Repair crews | 0 of 3 free | [0, 2, 1, 0, 0, 0]
        [("There are", "3"), ("Free now", "0"), ("At work for basic needs", "3")]
        ["priority order urgent military transport, basic needs, medical transport and emergency services, military transport, passengers, other freight"]
        Basic needs: Counts { asked: 12, granted: 9, used: 9, refused: 3 } Crews: all at work or meant for other categories. What helps: waiting until a repair is done, another order of repair, more crews, or another division (up to ProRail). ["Way out: ask ProRail for another division of crews; an agreement usually takes 2 hours."]
        Medical and emergency services: Counts { asked: 6, granted: 0, used: 0, refused: 6 } Crews: all at work or meant for other categories. What helps: waiting until a repair is done, another order of repair, more crews, or another division (up to ProRail). ["Way out: ask ProRail for another division of crews; an agreement usually takes 2 hours."]
    "#]].assert_eq(&told(&busy, owner, Language::En));
    let kept = night(|policy| policy.minimum[Class::Commercial] = 1);
    expect![[r#"
        crews: 2 ploegen aan het werk, 1 van 3 vrij (ProRail: verkeersleiding en OCCR)
        fysieke schade bij ziekenhuizen in Twee | Medisch en hulpdiensten | 2 ploegen | Nog ongeveer 5 uur
        fysieke schade bij elektriciteit in Een | Levensbehoeften | 0 ploegen | Wacht: wat vrij is (1 ploeg) is gereserveerd voor andere categorieën
        fysieke schade bij elektriciteit in Twee | Levensbehoeften | 0 ploegen | Wacht: wat vrij is (1 ploeg) is gereserveerd voor andere categorieën
        Herstelploegen | 1 van 3 vrij | [0, 0, 4, 0, 0, 0]
        [("Er zijn er", "3"), ("Nu vrij", "1"), ("Aan het werk voor medisch vervoer en hulpdiensten", "2")]
        ["minimum 1 ploeg voor overige goederen"]
        Medisch en hulpdiensten: Counts { asked: 6, granted: 6, used: 6, refused: 0 }  []
        Levensbehoeften: Counts { asked: 12, granted: 0, used: 0, refused: 12 } Crews: allemaal aan het werk of voor andere categorieën bestemd. Wat helpt: wachten tot een herstel klaar is, een andere herstelvolgorde, meer ploegen, of een andere verdeelafspraak (daarover beslist ProRail). ["Uitweg: ProRail vragen om een andere verdeling van crews; een afspraak duurt meestal 2 uur."]
    "#]].assert_eq(&told(&kept, owner, Language::Nl));
    expect![[r#"
        crews: 2 crews at work, 1 of 3 free (Rail manager ProRail)
        physical damage to hospitals in Twee | Medical and emergency services | 2 crews | About 5 hours to go
        physical damage to electricity in Een | Basic needs | 0 crews | Waits: what is free (1 crew) is kept for other categories
        physical damage to electricity in Twee | Basic needs | 0 crews | Waits: what is free (1 crew) is kept for other categories
        Repair crews | 1 of 3 free | [0, 0, 4, 0, 0, 0]
        [("There are", "3"), ("Free now", "1"), ("At work for medical transport and emergency services", "2")]
        ["minimum 1 crew for other freight"]
        Medical and emergency services: Counts { asked: 6, granted: 6, used: 6, refused: 0 }  []
        Basic needs: Counts { asked: 12, granted: 0, used: 0, refused: 12 } Crews: all at work or meant for other categories. What helps: waiting until a repair is done, another order of repair, more crews, or another division (up to ProRail). ["Way out: ask ProRail for another division of crews; an agreement usually takes 2 hours."]
    "#]].assert_eq(&told(&kept, owner, Language::En));
    let capped = night(|policy| policy.cap[Class::LifeSupport] = 1);
    expect![[r#"
        crews: 3 ploegen aan het werk, 0 van 3 vrij (ProRail: verkeersleiding en OCCR)
        fysieke schade bij ziekenhuizen in Twee | Medisch en hulpdiensten | 2 ploegen | Nog ongeveer 5 uur
        fysieke schade bij elektriciteit in Een | Levensbehoeften | 1 ploeg | Nog ongeveer 12 uur
        fysieke schade bij elektriciteit in Twee | Levensbehoeften | 0 ploegen | Wacht: voor levensbehoeften geldt een maximum van 1 ploeg tegelijk, en dat is bereikt
        Herstelploegen | 0 van 3 vrij | [0, 0, 3, 0, 0, 0]
        [("Er zijn er", "3"), ("Nu vrij", "0"), ("Aan het werk voor medisch vervoer en hulpdiensten", "2"), ("Aan het werk voor levensbehoeften", "1")]
        ["maximum 1 ploeg voor levensbehoeften"]
        Medisch en hulpdiensten: Counts { asked: 6, granted: 6, used: 6, refused: 0 }  []
        Levensbehoeften: Counts { asked: 12, granted: 3, used: 3, refused: 9 } Crews: allemaal aan het werk of voor andere categorieën bestemd. Wat helpt: wachten tot een herstel klaar is, een andere herstelvolgorde, meer ploegen, of een andere verdeelafspraak (daarover beslist ProRail). ["Uitweg: ProRail vragen om een andere verdeling van crews; een afspraak duurt meestal 2 uur."]
    "#]].assert_eq(&told(&capped, owner, Language::Nl));
    expect![[r#"
        crews: 3 crews at work, 0 of 3 free (Rail manager ProRail)
        physical damage to hospitals in Twee | Medical and emergency services | 2 crews | About 5 hours to go
        physical damage to electricity in Een | Basic needs | 1 crew | About 12 hours to go
        physical damage to electricity in Twee | Basic needs | 0 crews | Waits: for basic needs the maximum is 1 crew at a time, and that is reached
        Repair crews | 0 of 3 free | [0, 0, 3, 0, 0, 0]
        [("There are", "3"), ("Free now", "0"), ("At work for medical transport and emergency services", "2"), ("At work for basic needs", "1")]
        ["maximum 1 crew for basic needs"]
        Medical and emergency services: Counts { asked: 6, granted: 6, used: 6, refused: 0 }  []
        Basic needs: Counts { asked: 12, granted: 3, used: 3, refused: 9 } Crews: all at work or meant for other categories. What helps: waiting until a repair is done, another order of repair, more crews, or another division (up to ProRail). ["Way out: ask ProRail for another division of crews; an agreement usually takes 2 hours."]
    "#]].assert_eq(&told(&capped, owner, Language::En));
}

#[test]
fn a_draft_for_crews_is_checked_and_forecast_like_any_other() {
    let session = night(|_| {});
    let pool = session.country().skills[tiny::CREWS].pool;
    let owner = by(Actor::Role(tiny::PRORAIL));
    let mut policy = tiny::open_policy();
    policy.cap[Class::LifeSupport] = 0;
    let draft = Draft { pool, policy, until: None, asks: None };
    let viewer = Viewer::Role(tiny::PRORAIL);
    let ahead = draft_forecast(&session, viewer, owner, texts(), Language::Nl, &draft, 12).expect("allowed");
    let class = Class::LifeSupport;
    assert_eq!(ahead.with.granted[class], 0);
    assert!(ahead.without.granted[class] > 10, "{ahead:?}");
    assert!(ahead.with.refused[class] > ahead.without.refused[class], "{ahead:?}");
    let mut daily = draft;
    daily.policy.day_cap[class] = 1;
    let refused =
        draft_check(&session, owner, texts(), Language::Nl, &daily).expect_err("there is no such cap");
    assert!(refused.contains("geen maximum per dag"), "{refused}");
}
