//! What a user does with the map: colours it by something else, follows, measures, takes a picture, compares, looks back in
//! short.

use super::{Play, SEAT, used};
use bevy_egui::egui::{self, Key, Rect, pos2};
use doorvoerland::{
    app::driver::{Driver as _, PictureSaved},
    panels::{
        intent::{ClockIntent, CompareWith, ExerciseIntent, Intent, LapseIntent, SeatIntent},
        lens::{LensState, lens_ui},
        map_cover::cover_ui,
        map_tools::{MapTools, map_tools_ui, measured_ui},
        page::Tab,
    },
    session::Session,
    sim::{
        country::SeatTable,
        ids::RoleId,
        lenses::region_lenses,
        metric::{Metric, all},
        state::{Phase, What},
        time::Tick,
    },
    view::{
        scene::{LegendKey, MapScene, Target},
        shell::Choice,
        viewer::Viewer,
        viewport::Viewport,
    },
};
use egui_kittest::kittest::Queryable as _;
use std::{collections::BTreeSet, time::Duration};

fn run(play: &mut Play, hours: u32) {
    for _ in 0..hours * 4 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
}

fn coloured(lens: &str) -> Choice {
    Choice { lens: lens.to_owned(), ..Choice::default() }
}

fn role_at(session: &Session, table: SeatTable) -> RoleId {
    let roles = session.country().roles.iter();
    roles.into_iter().find(|(_, row)| row.table == table).expect("a role at the table").0
}

fn names(play: &mut Play) -> Vec<(String, String)> {
    let lenses = play.exercise.shell(SEAT, &Choice::default()).lenses.lenses;
    lenses.into_iter().map(|lens| (lens.group, lens.code)).collect()
}

fn legend_words(scene: &MapScene) -> Vec<String> {
    scene.legend.as_ref().expect("a legend").entries.iter().map(|entry| entry.text.clone()).collect()
}

/// The tools over a map of 600 by 700 points.
fn tools_used(
    play: &mut Play,
    choice: &Choice,
    tools: MapTools,
    user: impl FnOnce(&mut egui_kittest::Harness<'_, (MapTools, Vec<Intent>)>),
) -> (MapTools, Vec<Intent>) {
    let (shell, exercise) = (play.exercise.shell(SEAT, choice), play.view(Tab::Inspector));
    let ink = play.exercise.scene(SEAT, choice).ink;
    let map = Rect::from_min_max(pos2(0.0, 0.0), pos2(420.0, 700.0));
    let view =
        Viewport { centre: [155_000.0, 463_000.0], metres_per_px: 500.0, rect: [0.0, 0.0, 420.0, 700.0] };
    let draw = move |ui: &mut egui::Ui, tools: &mut MapTools, out: &mut Vec<Intent>| {
        let taken = map_tools_ui(ui, (&shell, &exercise), tools, (map, 690.0), out);
        assert!(taken.iter().all(|rect| rect[2] <= 420.0 && rect[3] <= 690.0), "{taken:?} stays on the map");
        measured_ui(ui, &exercise, tools, &view, ink);
    };
    used(tools, draw, user)
}

#[test]
fn every_figure_of_a_region_can_colour_the_map_under_a_heading() {
    let mut play = Play::new();
    let (country, plan) = {
        let session = play.exercise.session();
        (session.country().clone(), session.plan().clone())
    };
    let first = country.regions.ids().next().expect("a region");
    let offered: BTreeSet<Metric> =
        region_lenses(&country).into_iter().filter_map(|lens| lens.metric(first)).collect();
    // Whatever the registry measures for this region and not for the country alone is offered.
    let text = |metric: &Metric| format!("{metric:?}");
    let regional: BTreeSet<String> = all(&country, &plan)
        .iter()
        .map(text)
        .filter(|name| {
            name.contains(&format!("Some({first:?})")) || *name == format!("WorstLevel({first:?})")
        })
        .collect();
    assert_eq!(offered.iter().map(text).collect::<BTreeSet<_>>(), regional);
    let listed = names(&mut play);
    assert!(listed.len() > 60, "{}", listed.len());
    let codes: BTreeSet<&String> = listed.iter().map(|(_, code)| code).collect();
    assert_eq!(codes.len(), listed.len(), "a code stands for one thing");
    let mut headings: Vec<&String> = listed.iter().map(|(group, _)| group).collect();
    headings.dedup();
    assert_eq!(headings.len(), headings.iter().collect::<BTreeSet<_>>().len(), "a heading comes once");
    for (_, code) in &listed {
        let scene = play.exercise.scene(SEAT, &coloured(code));
        let legend = scene.legend.as_ref().expect("a legend");
        assert!(!legend.title.is_empty() && !legend.title.contains('['), "{code}: {}", legend.title);
        let fills = legend.entries.iter().filter(|entry| matches!(entry.key, LegendKey::Fill(_, None)));
        let words: Vec<&String> = fills.map(|entry| &entry.text).collect();
        assert_eq!(words.len(), 5, "{code}: {words:?}");
        assert!(words.iter().all(|text| !text.is_empty() && !text.contains('[')), "{code}: {words:?}");
    }
}

#[test]
fn classes_have_their_limits_in_the_legend() {
    let mut play = Play::new();
    let scene = play.exercise.scene(SEAT, &coloured("ward-load"));
    let legend = scene.legend.as_ref().expect("a legend");
    assert_eq!((&*legend.title, &*legend.note), ("Bezetting verpleegafdelingen", "meer is erger"));
    let beds = ["Onder 85 %", "85 % tot 95 %", "95 % tot 100 %", "100 % tot 115 %", "Vanaf 115 %"];
    assert_eq!(legend_words(&scene)[..5], beds);
    let scene = play.exercise.scene(SEAT, &coloured("stock-fuel"));
    let legend = scene.legend.as_ref().expect("a legend");
    assert_eq!(legend.note, "dagen gewoon gebruik · minder is erger");
    assert_eq!(legend_words(&scene)[..5], ["Vanaf 7", "3 tot 7", "2 tot 3", "1 tot 2", "Onder 1"]);
}

#[test]
fn a_role_colours_by_what_its_screens_show_and_reads_words_of_what_people_feel() {
    let mut play = Play::new();
    let session = play.exercise.session();
    let [care, region, rail] =
        [SeatTable::Zorg, SeatTable::Regio, SeatTable::Infra].map(|table| role_at(session, table));
    play.ask(ExerciseIntent::See(Viewer::Role(rail)));
    let has = |list: &[(String, String)], code: &str| list.iter().any(|(_, each)| each == code);
    let list = names(&mut play);
    assert!(has(&list, "grip") && has(&list, "EL") && !has(&list, "ward-load") && !has(&list, "trust"));
    let hidden = play.exercise.scene(SEAT, &coloured("ward-load"));
    assert_eq!(hidden, play.exercise.scene(SEAT, &coloured("worst")), "what it may not see is not drawn");
    play.ask(ExerciseIntent::See(Viewer::Role(care)));
    let list = names(&mut play);
    assert!(has(&list, "ward-load") && !has(&list, "trust") && !has(&list, "in-need"));
    play.ask(ExerciseIntent::See(Viewer::Role(region)));
    assert!(has(&names(&mut play), "trust"));
    let scene = play.exercise.scene(SEAT, &coloured("trust"));
    assert_eq!(legend_words(&scene)[..5], ["hoog", "redelijk", "matig", "laag", "zeer laag"]);
    let hovered = Choice { hovered: Some(Target::Region(0)), ..coloured("trust") };
    let card = play.exercise.shell(SEAT, &hovered).hover.expect("a card");
    assert!(!card.rows[0].1.contains(|each: char| each.is_ascii_digit()), "{:?}", card.rows[0]);
    play.ask(ExerciseIntent::See(Viewer::Public));
    let list = names(&mut play);
    assert!(!has(&list, "trust") && !has(&list, "ward-load") && has(&list, "worst"));
}

#[test]
fn the_list_is_narrowed_down_by_typing() {
    let mut play = Play::new();
    let shell = play.exercise.shell(SEAT, &Choice::default());
    let draw = move |ui: &mut egui::Ui, state: &mut LensState, out: &mut Vec<Intent>| {
        lens_ui(ui, &shell, &Choice::default(), state, out);
    };
    let (_, out) = used(LensState::default(), draw, |user| {
        assert!(user.query_by_label("Bezetting intensive care").is_none(), "its heading is closed");
        user.get_by_label("Zorg").click();
        user.run();
        user.get_by_label("Bezetting intensive care").click();
    });
    assert_eq!(out, [Intent::Seat(SeatIntent::Lens("intensive-load".to_owned()))]);
    let shell = play.exercise.shell(SEAT, &Choice::default());
    let draw = move |ui: &mut egui::Ui, state: &mut LensState, out: &mut Vec<Intent>| {
        lens_ui(ui, &shell, &Choice::default(), state, out);
    };
    let typed = LensState { filter: "intensive".to_owned(), ..LensState::default() };
    let (_, out) = used(typed, draw, |user| {
        assert!(user.query_by_label("Drinkwater").is_none());
        user.get_by_label("Bezetting intensive care").click();
    });
    assert_eq!(out.len(), 1);
}

#[test]
fn a_transport_is_followed_until_it_is_enough() {
    let mut play = Play::new();
    run(&mut play, 3);
    let session = play.exercise.session();
    let rows = session.shown().consignments.active().map(|(_, row)| row);
    let serial = { rows }
        .find(|row| row.phase == Phase::Moving && matches!(row.what, What::Freight(_)))
        .expect("something is on its way")
        .serial;
    let selected = Choice { selected: Some(Target::Consignment(serial)), ..Choice::default() };
    let shell = play.exercise.shell(SEAT, &selected);
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
        doorvoerland::panels::inspector::inspector_ui(ui, &shell, out);
    };
    let ((), out) = used((), draw, |user| user.get_by_label("Volgen op de kaart").click());
    assert_eq!(out, [Intent::Seat(SeatIntent::Follow(Some(serial)))]);
    let following = Choice { followed: Some(serial), ..selected };
    let name = play.exercise.shell(SEAT, &following).followed.expect("its name");
    let chip = format!("Volgt {name}  ×");
    let (_, out) = tools_used(&mut play, &following, MapTools::default(), |user| {
        assert!(user.query_by_label(&chip).is_some());
        user.key_press(Key::Escape);
    });
    assert_eq!(out, [Intent::Seat(SeatIntent::Follow(None))]);
    let gone = Choice { followed: Some(u32::MAX), ..Choice::default() };
    let words = play.exercise.shell(SEAT, &gone).followed;
    assert_eq!(words.as_deref(), Some("een transport dat niet meer onderweg is"));
}

#[test]
fn a_line_is_measured_as_the_crow_flies_and_escape_clears() {
    let mut play = Play::new();
    let plain = Choice::default();
    let (mut tools, out) =
        tools_used(&mut play, &plain, MapTools::default(), |user| user.get_by_label("Meten").click());
    assert!(tools.measuring && out.is_empty());
    tools.add_point([155_000.0, 463_000.0]);
    tools.add_point([162_500.4, 473_000.0]);
    let (tools, _) = tools_used(&mut play, &plain, tools, |user| {
        assert!(user.query_by_label("Hemelsbreed 12,5 km  ×").is_some());
        user.key_press(Key::Escape);
    });
    assert!(tools.measuring && tools.points.is_empty(), "the line goes first");
    let (tools, _) = tools_used(&mut play, &plain, tools, |user| user.key_press(Key::Escape));
    assert!(!tools.measuring);
    let (tools, _) = tools_used(&mut play, &plain, tools, |user| user.get_by_label("Meten").click());
    assert!(tools.measuring);
}

#[test]
fn a_picture_is_asked_for_and_kept_beside_the_recording() {
    let mut play = Play::new();
    run(&mut play, 1);
    let plain = Choice::default();
    let (_, out) = tools_used(&mut play, &plain, MapTools::default(), |user| {
        user.get_by_label("Afbeelding").click();
    });
    assert_eq!(out, [Intent::Seat(SeatIntent::Picture)]);
    let place = play.exercise.picture_place(SEAT).expect("a place");
    assert_eq!(place.parent(), Some(play.folder.path()));
    assert_eq!(place.file_name().and_then(|name| name.to_str()), Some("eerste-doorvoer-D0-0700"));
    std::fs::write(place.with_extension("svg"), "").expect("the folder can be written");
    let next = play.exercise.picture_place(SEAT).expect("a place");
    assert_eq!(next.file_name().and_then(|name| name.to_str()), Some("eerste-doorvoer-D0-0700-2"));
    play.exercise.picture_saved(SEAT, Ok(PictureSaved { path: next.with_extension("png"), copied: true }));
    let answer = play.view(Tab::Inspector).answers.pop().expect("an answer");
    assert!(
        answer.done
            && answer.text.contains("eerste-doorvoer-D0-0700-2.png")
            && answer.text.contains("klembord")
    );
    assert!(!play.exercise.shell(SEAT, &plain).caption.is_empty());
}

#[test]
fn an_earlier_moment_stands_beside_the_map_and_the_exercise_goes_on() {
    let mut play = Play::new();
    run(&mut play, 3);
    let now = play.exercise.session().shown().tick;
    let plain = Choice::default();
    assert!(play.exercise.beside(SEAT, &plain).is_none());
    let before = play.exercise.scene(SEAT, &plain);
    let (_, out) = tools_used(&mut play, &plain, MapTools::default(), |user| {
        user.get_by_label("Vergelijken").click();
        user.run();
        user.get_by_label("Het begin").click();
    });
    let chosen = Intent::Exercise(ExerciseIntent::Compare(Some(CompareWith::Moment(Tick(0)))));
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::ListRecordings), chosen]);
    play.give(out);
    let beside = play.exercise.beside(SEAT, &plain).expect("a map on the left");
    assert!(beside.titles[0].contains("06:00") && beside.titles[1].contains("09:00"), "{:?}", beside.titles);
    assert!(beside.scene.moving != before.moving, "other transports are on their way");
    assert_eq!(play.exercise.scene(SEAT, &plain), before, "the right is as it was");
    assert!(!play.exercise.session().is_looking_back());
    run(&mut play, 1);
    assert_eq!(play.exercise.session().head().tick, Tick(now.0 + 4), "the exercise goes on");
    let (_, out) = tools_used(&mut play, &plain, MapTools::default(), |user| user.key_press(Key::Escape));
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Compare(None))]);
    play.give(out);
    assert!(play.exercise.beside(SEAT, &plain).is_none());
}

#[test]
fn another_recording_stands_beside_the_map_at_the_same_moment() {
    let mut play = Play::new();
    run(&mut play, 2);
    play.give(vec![Intent::Clock(ClockIntent::Seek(Tick(4)))]);
    play.ask(ExerciseIntent::BranchOff);
    run(&mut play, 1);
    play.ask(ExerciseIntent::ListRecordings);
    let recordings = play.view(Tab::Inspector).map_tools.recordings;
    let [(place, name)] = recordings.as_slice() else { panic!("the one that was left: {recordings:?}") };
    assert!(name.starts_with("eerste-doorvoer-"));
    play.ask(ExerciseIntent::Compare(Some(CompareWith::Recording(place.clone()))));
    let beside = play.exercise.beside(SEAT, &Choice::default()).expect("a map on the left");
    assert!(
        beside.titles[0].starts_with(name.as_str()) && beside.titles[0].contains("08:00"),
        "{:?}",
        beside.titles
    );
    run(&mut play, 1);
    let beside = play.exercise.beside(SEAT, &Choice::default()).expect("a map on the left");
    assert!(beside.titles[0].contains("08:00"), "the other one ends there: {:?}", beside.titles);
}

#[test]
fn a_time_lapse_plays_the_past_and_returns_to_the_present() {
    let mut play = Play::new();
    run(&mut play, 5);
    let now = play.exercise.session().head().tick;
    let plain = Choice::default();
    let (_, out) = tools_used(&mut play, &plain, MapTools::default(), |user| {
        user.get_by_label("Terugkijken").click();
        user.run();
        assert!(
            user.query_by_label("Sinds het begin van de ronde, in een kwart minuut").is_none(),
            "no rounds"
        );
        user.get_by_label("De laatste 24 uur, in een kwart minuut").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::Lapse(LapseIntent::Hours(24)))]);
    play.give(out.clone());
    assert_eq!(play.exercise.session().shown().tick, Tick(0));
    let mut shown = Vec::new();
    for _ in 0..200 {
        let wake = play.exercise.advance(Duration::from_millis(100)).wake_after;
        shown.push(play.exercise.session().shown().tick);
        if play.view(Tab::Inspector).map_tools.lapse.is_none() {
            break;
        }
        assert!(wake.is_some(), "the window goes on");
    }
    assert!(shown.windows(2).all(|pair| pair[0] <= pair[1]), "time goes on");
    assert!((155..=165).contains(&shown.len()), "about a quarter of a minute: {}", shown.len());
    assert_eq!(*shown.iter().collect::<BTreeSet<_>>().last().expect("moments"), &now);
    assert!(!play.exercise.session().is_looking_back() && play.exercise.session().head().tick == now);
    // A key stops it: Escape here, any key of the clock elsewhere.
    for end in [None, Some(ClockIntent::Run)] {
        play.give(out.clone());
        play.exercise.advance(Duration::from_millis(100));
        assert!(play.exercise.session().is_looking_back());
        let wish = if let Some(wish) = end {
            Intent::Clock(wish)
        } else {
            let (_, mut out) =
                tools_used(&mut play, &plain, MapTools::default(), |user| user.key_press(Key::Escape));
            assert_eq!(out, [Intent::Exercise(ExerciseIntent::Lapse(LapseIntent::Stop))]);
            out.remove(0)
        };
        play.give(vec![wish]);
        assert!(!play.exercise.session().is_looking_back() && !play.exercise.clock().is_running());
    }
    // Who only plays has no such buttons.
    let role = play.exercise.session().country().pools.rows()[0].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    play.give(out);
    assert!(!play.exercise.session().is_looking_back());
    tools_used(&mut play, &plain, MapTools::default(), |user| {
        assert!(user.query_by_label("Terugkijken").is_none() && user.query_by_label("Meten").is_some());
    });
}

#[test]
fn the_legend_begins_short_where_it_would_cover_much_and_a_click_shows_more() {
    let mut play = Play::new();
    run(&mut play, 3);
    let scene = play.exercise.scene(SEAT, &Choice::default());
    assert!(scene.legend.as_ref().expect("a legend").entries.len() > 12);
    let height = |size: [f32; 2], clicks: usize| {
        let scene = scene.clone();
        let draw = move |ui: &mut egui::Ui, seen: &mut f32, _: &mut Vec<Intent>| {
            let map = Rect::from_min_size(pos2(0.0, 0.0), size.into());
            let [_, top, _, bottom] = cover_ui(ui, &scene, map, 500.0)[0];
            *seen = bottom - top;
        };
        let (seen, _) = used(0.0, draw, |user| {
            for _ in 0..clicks {
                user.get_by_label("Zwakste voorziening").click();
                user.run();
            }
        });
        seen
    };
    let [small, roomy] = [[400.0, 500.0], [1600.0, 1500.0]].map(|size| height(size, 0));
    assert_eq!(small, roomy, "many lines begin short on a large map too");
    let large = height([1600.0, 1500.0], 1);
    assert!(small * 1.8 < large, "{small} {large}");
    assert_eq!([1, 2, 3].map(|clicks| height([400.0, 500.0], clicks)), [large, 26.0, small]);
}
