//! The three clocks, the stage and the briefing as views tell them.

use super::fixture::{by, small, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::{Session, clock::Clock},
    sim::{
        command::{Actor, Ask, Command},
        country::Class,
        course::{Steer, Times, Wall},
        plan::Text,
    },
    text::Language,
    view::{
        briefing_view::{BriefingView, RoleCard, briefing_view},
        clock_view::clock_view,
        course_view::course_view,
        log_view::decisions_view,
        viewer::Viewer,
    },
};

fn at(minutes: u32) -> Times {
    // 10:58 in a summer of the Netherlands, and some minutes.
    let wall = Wall { utc_s: 8 * 3600 + 58 * 60 + u64::from(minutes) * 60, ahead_min: 120 };
    Times { played_s: minutes * 60, wall: Some(wall) }
}

fn briefing(session: &Session, card: Option<&RoleCard>) -> BriefingView {
    let view = briefing_view(session, tiny::PRORAIL, card, texts(), Language::Nl, &Clock::default(), "10:58");
    view.expect("the role exists")
}

fn section<'a>(view: &'a BriefingView, heading: &str) -> &'a [String] {
    let found = view.sections.iter().find(|section| section.heading == heading);
    &found.unwrap_or_else(|| panic!("no {heading}")).lines
}

#[test]
fn a_briefing_says_who_where_what_was_decided_what_is_open_and_what_worries() {
    let mut session = small();
    let mut policy = tiny::open_policy();
    policy.minimum[Class::Military] = 1;
    let about = Ask::Policy(tiny::PATHS, policy, None);
    let ask = Command::Ask { about, offer_keur: 0, reason: "Voor de brigade".to_owned() };
    let now = session.head().tick;
    session.submit(by(Actor::Role(tiny::PLANNER)), now, ask).expect("anybody may ask");
    let text = |words: &str| Text { nl: words.to_owned(), en: words.to_owned() };
    let card = RoleCard { may: text("treinpaden"), limit: text("niet wat urgent is") };
    let view = briefing(&session, Some(&card));
    let who = section(&view, "Wie ben ik");
    assert!(who.contains(&"Ik beslis over treinpaden".to_owned()), "{who:?}");
    assert!(who.iter().any(|line| line.starts_with("Ik verdeel: ")), "{who:?}");
    assert!(!section(&view, "Waar staan we").is_empty());
    let decided = section(&view, "Wat is besloten");
    assert!(decided.iter().any(|line| line.contains("Voedsel gaat voor")), "{decided:?}");
    let open = section(&view, "Wat ligt er bij mij");
    assert!(open[0].starts_with("Verzoek van "), "{open:?}");
    assert!(open.iter().any(|line| line.contains("Brand in een relaishuis")), "{open:?}");
    assert!(section(&view, "Mijn eerste zorg")[0].contains("wacht op antwoord"), "{view:?}");
    // One page: no section may run away.
    assert!(view.sections.iter().all(|section| section.lines.len() <= 16));
    assert!(view.text().contains("Mijn eerste zorg\n- "));
    let stranger = doorvoerland::sim::ids::RoleId(999);
    assert!(briefing_view(&session, stranger, None, texts(), Language::Nl, &Clock::default(), "").is_none());
}

#[test]
fn decisions_and_the_past_have_their_three_clocks() {
    let mut session = small();
    session.tell_times(at(7));
    let now = session.head().tick;
    let hold = Command::HoldInject { inject: doorvoerland::sim::ids::InjectId(1), hold: true };
    session.submit(by(Actor::Lead), now, hold).expect("the lead may");
    session.steer(by(Actor::Lead), Steer::Pause { minutes: Some(10) }).expect("it runs");
    let lines = decisions_view(&session, Viewer::Lead, texts(), Language::Nl, 1).decisions;
    assert_eq!(lines[0].clocks, ("00:07".to_owned(), "11:05".to_owned()));
    let clocks = |session: &Session| {
        clock_view(session, Viewer::Public, texts(), Language::Nl, &Clock::resumed(420), "11:06")
    };
    assert_eq!(clocks(&session).stage.words, "PAUZE tot 11:15");
    let done = course_view(&session, Viewer::Lead, texts(), Language::Nl, 420).done;
    assert_eq!((done[0].played.as_str(), done[0].wall.as_str()), ("00:07", "11:05"));
    assert_eq!(done[0].text, "Pauze van 10 minuten.");
    session.steer(by(Actor::Lead), Steer::Resume).expect("paused");
    session.tell_times(at(9));
    session.advance(8).expect("nothing is recorded");
    session.remark(by(Actor::Lead), "Hier", false).expect("it runs");
    session.seek(now);
    let then = clocks(&session);
    assert_eq!(
        (then.play_time.as_str(), then.wall_time.as_str()),
        ("Speelduur 00:07", "Werkelijke tijd 11:05")
    );
}
