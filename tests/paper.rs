//! What is printed: pages, words, marking, who may read what, and text that tries to be more than text.

use doorvoerland::{
    geo::map::MapData,
    paper::{HotWash, Kind, Paper, Room, data::settable, print},
    scenario::load::{self, Exercise},
    session::{Session, deck},
    sim::{
        country::SeatTable,
        ids::{DenseId, InjectId},
        plan::{Inject, Plan, Text, Trigger},
        time::Tick,
    },
    text::{Language, Texts},
};
use std::{
    path::Path,
    sync::{Arc, LazyLock},
};

static MAP: LazyLock<MapData> = LazyLock::new(|| MapData::built_in().expect("the built-in map is whole"));
static TEXTS: LazyLock<Texts> = LazyLock::new(Texts::new);
static GREY: LazyLock<Exercise> = LazyLock::new(|| {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenario_files/ten_days.ron");
    load::open(&path, &MAP).unwrap_or_else(|faults| panic!("{faults}"))
});

/// What must never be run, cut or lost: markup, code, quotes, a word without end, right to left, faces.
const HOSTILE: &str =
    "#panic(\"x\") $x^2$ *vet* _schuin_ = kop @bron <label> // weg \\ `code` #{1+1} שלום مرحبا 😀 ☐";

fn session(change: impl Fn(&mut Plan)) -> Session {
    let mut plan = (*GREY.plan).clone();
    change(&mut plan);
    plan.derive(&GREY.country);
    Session::new(GREY.country.clone(), Arc::new(plan), None)
}

fn printed(session: &Session, language: Language, kinds: &[Kind], tables: &[SeatTable]) -> Vec<Paper> {
    let room = Room {
        session,
        book: &GREY.book,
        map: &MAP,
        texts: &TEXTS,
        language,
        round: Some(0),
        day: Some(20_787),
        wash: &HotWash::default(),
    };
    print(&room, kinds, tables).unwrap_or_else(|why| panic!("{why}"))
}

/// Words without spaces and breaks, so that a word that was broken is found.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|it| !it.is_whitespace() && !matches!(it, '\u{200B}' | '-' | '\u{AD}' | '‐'))
        .collect()
}

fn says(paper: &Paper, words: &str) -> bool {
    plain(&paper.pages.words().concat()).contains(&plain(words))
}

/// The first inject as a message to everybody at the very start, in these words.
fn speak(plan: &mut Plan, text: &str) {
    let inject = &mut plan.injects[InjectId::from_index(0)];
    inject.receivers.clear();
    inject.trigger = Trigger::At(Tick(0));
    inject.text = both(text);
}

fn both(text: &str) -> Text {
    Text { nl: text.to_owned(), en: text.to_owned() }
}

#[test]
fn every_kind_is_set_with_marking_and_number_on_every_page_in_both_languages() {
    let mut session = session(|_| {});
    session.advance(30).unwrap();
    let seated = deck::seated(session.country(), session.plan());
    let haven =
        seated.iter().filter(|role| session.country().roles[**role].table == SeatTable::Haven).count();
    let deck = deck::deck(session.country(), session.plan());
    let of_haven = |card: &&deck::Card| session.country().roles[card.role].table == SeatTable::Haven;
    let cards = deck.iter().filter(of_haven).count();
    for language in Language::ALL {
        let (marking, name) = match language {
            Language::Nl => ("OEFENING – OPENBAAR", "Situatieblad"),
            Language::En => ("EXERCISE – PUBLIC", "Situation sheet"),
        };
        let papers = printed(&session, language, &Kind::ALL, &[SeatTable::Haven]);
        assert_eq!(papers.len(), Kind::ALL.len());
        for paper in &papers {
            let words = paper.pages.words();
            for (number, page) in (1..).zip(&words) {
                let page = plain(page);
                assert!(
                    page.matches(&plain(marking)).count() >= 2,
                    "{:?} page {number}: head and foot",
                    paper.kind
                );
                assert!(
                    page.contains(&format!("{number}/{}", words.len())),
                    "{:?} page {number}",
                    paper.kind
                );
                assert!(page.contains("NOPLAY"), "{:?} page {number}", paper.kind);
            }
            let pages = paper.pages.count();
            match paper.kind {
                Kind::Situation | Kind::Map | Kind::Road => assert_eq!(pages, 1, "{:?}", paper.kind),
                Kind::Roles | Kind::Briefing | Kind::Boards => assert_eq!(pages, haven, "{:?}", paper.kind),
                Kind::Cards => assert_eq!(pages, cards.div_ceil(6)),
                _ => assert!((1..=12).contains(&pages), "{:?}: {pages}", paper.kind),
            }
        }
        assert!(says(&papers[0], name));
    }
}

#[test]
fn a_card_carries_the_number_that_the_operator_types() {
    let session = session(|_| {});
    let papers = printed(&session, Language::Nl, &[Kind::Cards], &[SeatTable::Infra]);
    let words = papers[0].pages.words().concat();
    for card in deck::deck(session.country(), session.plan()) {
        let here = session.country().roles[card.role].table == SeatTable::Infra;
        let printed = words.split_whitespace().any(|word| word == card.number.to_string());
        assert!(printed || !here, "card {} is missing", card.number);
    }
}

#[test]
fn text_stays_text_whatever_it_holds() {
    let mut session = session(|plan| {
        speak(plan, HOSTILE);
        plan.title = both(HOSTILE);
    });
    session.advance(4).unwrap();
    let kinds = [Kind::Situation, Kind::Inbox, Kind::Injects];
    for paper in printed(&session, Language::Nl, &kinds, &[SeatTable::Rijk]) {
        assert!(says(&paper, "#panic(\"x\") $x^2$ *vet* _schuin_ = kop @bron"), "{:?}", paper.kind);
        assert!(!paper.pages.pdf().unwrap().is_empty());
    }
}

#[test]
fn a_situation_sheet_stays_one_page_and_nothing_runs_off_it() {
    let word = "Langeafstandsgoederenvervoersovereenkomst";
    let long = word.repeat(250);
    let mut session = session(|plan| {
        let first = plan.injects[InjectId::from_index(0)].clone();
        speak(plan, &long);
        for number in 0..40 {
            let code = format!("X-{number}");
            let text = both(&format!(
                "{number} {}",
                "Interdepartementale crisisbeheersingsovereenkomst ".repeat(200)
            ));
            let trigger = Trigger::At(Tick(0));
            plan.injects.push(Inject { code, text, trigger, receivers: Vec::new(), ..first.clone() });
        }
    });
    session.advance(4).unwrap();
    let kinds = [Kind::Situation, Kind::Inbox];
    let papers = printed(&session, Language::Nl, &kinds, &[SeatTable::Rijk]);
    assert_eq!(papers[0].pages.count(), 1);
    assert!(papers[1].pages.count() > 20, "the inbox has all of it");
    // A word may lie on two pages, with foot and head in between.
    let whole = plain(&papers[1].pages.words().concat()).matches(word).count();
    assert!((240..=250).contains(&whole), "{whole} of 250 words");
    for paper in &papers {
        assert_eq!(paper.pages.outside(), Vec::<String>::new(), "{:?}", paper.kind);
    }
    assert!(settable(&long).contains('\u{200B}'));
    assert!(!settable("Interdepartementale Commissie").contains('\u{200B}'));
}

#[test]
fn paper_for_players_holds_nothing_that_is_for_the_staff() {
    let mut session = session(|plan| {
        for (_, inject) in plan.injects.iter_mut() {
            let staff = both("STAFFONLY");
            (inject.title, inject.expected, inject.question) = (staff.clone(), staff.clone(), staff.clone());
            inject.staff_note = staff;
            inject.code = format!("STAFFONLY-{}", inject.code);
        }
    });
    session.advance(3 * 96).unwrap();
    let tables = [SeatTable::Rijk, SeatTable::Regio, SeatTable::Defensie];
    let kinds: Vec<Kind> = Kind::ALL.into_iter().filter(|kind| *kind != Kind::Cards).collect();
    let mut told = 0;
    for paper in printed(&session, Language::Nl, &kinds, &tables) {
        let words = paper.pages.words();
        let leaks = words.iter().filter(|page| plain(page).contains("STAFFONLY")).count();
        if paper.kind.is_staff() {
            told += leaks;
            assert!(
                words.iter().all(|page| plain(page).contains("Alleenvoordeoefenleiding")),
                "{:?}",
                paper.kind
            );
            assert!(paper.file.starts_with("oefenleiding/"));
        } else {
            assert_eq!(leaks, 0, "{:?} {:?}", paper.kind, paper.table);
            assert!(!paper.file.starts_with("oefenleiding/"));
        }
    }
    assert!(told > 0, "the staff reads it");
}

#[test]
fn a_message_lies_on_the_table_of_its_receiver_and_on_no_other() {
    let mut session = session(|plan| {
        speak(plan, "Alleen voor de havenmeester bestemd");
        let receiver = GREY.country.roles.find(|row| row.code == "havenmeester").unwrap();
        plan.injects[InjectId::from_index(0)].receivers = vec![receiver];
    });
    session.advance(4).unwrap();
    let tables = [SeatTable::Haven, SeatTable::Zorg];
    for paper in printed(&session, Language::Nl, &[Kind::Situation, Kind::Inbox], &tables) {
        let here = paper.table == Some(SeatTable::Haven);
        assert_eq!(
            says(&paper, "Alleen voor de havenmeester bestemd"),
            here,
            "{:?} {:?}",
            paper.kind,
            paper.table
        );
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_no_clock() {
    let session = session(|_| {});
    let once =
        || printed(&session, Language::En, &[Kind::Situation], &[SeatTable::Zorg])[0].pages.pdf().unwrap();
    let (first, second) = (once(), once());
    assert_eq!(first, second);
    assert!(first.starts_with(b"%PDF"));
    let text = String::from_utf8_lossy(&first);
    assert!(!text.contains("CreationDate") && !text.contains("ModDate"));
}
