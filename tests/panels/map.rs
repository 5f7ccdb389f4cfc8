//! What the map of the window shows of the transport layer, and what was possible: flows, bars, the way of a transport, the
//! debrief.

use super::{Play, SEAT, used};
use bevy_egui::egui;
use doorvoerland::{
    app::driver::Driver as _,
    geo::map::MapData,
    panels::{
        debrief_ui::debrief_ui,
        figures_ui::sources_ui,
        intent::{ClockIntent, ExerciseIntent, Intent},
        page::{Page, Tab},
    },
    sim::state::{Consignment, Phase, What},
    view::{
        debrief_view::DebriefView,
        scene::{LegendKey, MapScene, SymbolKind, Target},
        shell::Choice,
        svg::svg,
        viewer::Viewer,
        viewport::Viewport,
    },
};
use egui_kittest::kittest::Queryable as _;
use std::time::{Duration, Instant};

fn run(play: &mut Play, hours: u32) {
    for _ in 0..hours * 4 {
        play.give(vec![Intent::Clock(ClockIntent::Step)]);
    }
}

/// The map with every layer.
fn scene(play: &mut Play, selected: Option<Target>) -> MapScene {
    let choice = Choice { hidden_layers: Vec::new(), selected, ..Choice::default() };
    play.exercise.scene(SEAT, &choice)
}

fn layer<'a>(scene: &'a MapScene, name: &str) -> Option<&'a doorvoerland::view::scene::Layer> {
    scene.layers.iter().find(|layer| layer.name == name)
}

#[test]
fn flows_have_widths_colours_and_a_legend_on_screen_and_paper() {
    let mut play = Play::new();
    // The first ship comes at 08:00: half a day later convoys and trains are on their way.
    run(&mut play, 14);
    let lead = scene(&mut play, None);
    let flow = layer(&lead, "flow").expect("flows are a layer");
    let widths: std::collections::BTreeSet<u32> =
        flow.strokes.iter().map(|stroke| (stroke.width_px * 10.0) as u32).collect();
    assert!(widths.len() > 4, "more is wider: {widths:?}");
    assert!(flow.strokes.iter().any(|stroke| stroke.dash.is_some()), "military flows are dashed");
    let legend = lead.legend.as_ref().expect("a legend");
    for stroke in &flow.strokes {
        let told = |key| matches!(key, LegendKey::Line(colour, ..) if colour == stroke.colour);
        assert!(legend.entries.iter().any(|entry| told(entry.key)), "a colour without words");
    }
    let map = MapData::built_in().expect("the map opens");
    let view =
        Viewport { centre: [155_000.0, 463_000.0], metres_per_px: 500.0, rect: [0.0, 0.0, 600.0, 700.0] };
    assert!(svg(&lead, &map, [600, 700], &view).contains("<g id=\"flow\">"));
    // Load and flows together are too much at first.
    let plain = play.exercise.scene(SEAT, &Choice::default());
    assert!(layer(&plain, "flow").is_none() && layer(&plain, "load").is_some());
    play.ask(ExerciseIntent::See(Viewer::Public));
    let public = scene(&mut play, None);
    let flow = layer(&public, "flow").expect("civil flows are public");
    assert!(!flow.strokes.is_empty() && flow.strokes.iter().all(|stroke| stroke.dash.is_none()));
}

#[test]
fn bars_at_ports_are_explained_and_military_ones_are_not_public() {
    let mut play = Play::new();
    run(&mut play, 6);
    let bars = |scene: &MapScene| {
        let kinds = scene.symbols.iter().filter(|symbol| matches!(symbol.kind, SymbolKind::Bar { .. }));
        kinds.map(|symbol| symbol.colour).collect::<Vec<_>>()
    };
    let lead = scene(&mut play, None);
    let legend = lead.legend.as_ref().expect("a legend");
    for colour in bars(&lead) {
        let told = |key| matches!(key, LegendKey::Symbol(SymbolKind::Bar { .. }, of) if of == colour);
        assert!(legend.entries.iter().any(|entry| told(entry.key)), "a bar without words");
    }
    let berths = |scene: &MapScene| {
        let legend = scene.legend.as_ref().expect("a legend");
        legend.entries.iter().any(|entry| entry.text == "Kades bezet")
    };
    assert!(berths(&lead), "a ship lies at Vlissingen");
    play.ask(ExerciseIntent::See(Viewer::Public));
    assert!(!berths(&scene(&mut play, None)));
}

#[test]
fn a_transport_shows_its_way_on_the_map_and_in_words() {
    let mut play = Play::new();
    run(&mut play, 3);
    let (serial, links) = {
        let session = play.exercise.session();
        let state = session.shown();
        let moves = |row: &&Consignment| row.phase == Phase::Moving && matches!(row.what, What::Freight(_));
        let row = state.consignments.active().map(|(_, row)| row).find(moves);
        let row = row.expect("something is on its way");
        let path = state.path(session.plan(), row.path.expect("it has a way")).expect("a way");
        (row.serial, path.steps.len())
    };
    let selected = Some(Target::Consignment(serial));
    let scene = scene(&mut play, selected);
    let way = layer(&scene, "way").expect("the way is drawn");
    assert!(!way.strokes.is_empty() && way.strokes.len() <= links);
    let shell = play.exercise.shell(SEAT, &Choice { selected, ..Choice::default() });
    let inspector = shell.inspector.expect("facts about it");
    let route = inspector.sections.iter().find(|section| section.heading == "Route").expect("its plan");
    assert!(route.rows.iter().all(|row| !row.name.is_empty() && row.value.contains(':')), "{route:?}");
}

#[test]
fn what_is_selected_shows_its_figures_with_source_year_and_confidence() {
    let mut play = Play::new();
    let country = play.exercise.session().country().clone();
    let (kijfhoek, _) = country.nodes.iter().find(|(_, row)| row.code == "kijfhoek").expect("the yard");
    let (region, _) = country.regions.iter().next().expect("a region");
    for target in [Target::Node(kijfhoek.0), Target::Region(region.0)] {
        let choice = Choice { selected: Some(target), ..Choice::default() };
        let view = play.exercise.exercise(SEAT, &choice, Tab::Inspector).expect("there is an exercise");
        let Page::Inspector(figures) = view.page.clone() else { panic!("the details are open") };
        assert!(!figures.is_empty(), "{target:?} rests on figures");
        for line in &figures {
            let sourced = line.source.chars().any(|letter| letter.is_ascii_digit());
            assert!(sourced && !line.confidence.is_empty() && !line.field.is_empty(), "{line:?}");
        }
        let title = format!("Cijfers en bronnen ({})", figures.len());
        let first = figures[0].source.clone();
        let draw = move |ui: &mut egui::Ui, (): &mut (), _: &mut Vec<Intent>| {
            let Page::Inspector(figures) = &view.page else { panic!("the details are open") };
            sources_ui(ui, &view, figures);
        };
        used((), draw, |user| {
            assert!(user.query_all_by_label(&first).next().is_none(), "folded at first");
            user.get_by_label(&title).click();
            user.run();
            assert!(user.query_all_by_label(&first).next().is_some(), "its source is read");
        });
    }
    let view = play.view(Tab::Inspector);
    assert!(matches!(view.page, Page::Inspector(figures) if figures.is_empty()), "nothing is selected");
}

#[test]
fn what_was_possible_is_not_computed_until_the_lead_asks() {
    let mut play = Play::new();
    run(&mut play, 1);
    let view = play.view(Tab::Log);
    let draw = move |ui: &mut egui::Ui, (): &mut (), out: &mut Vec<Intent>| {
        let Page::Log(_, _, debrief) = &view.page else { panic!("there is a course of events") };
        debrief_ui(ui, &view, debrief, out);
    };
    let ((), out) = used((), draw, |user| {
        assert!(user.query_by_label("Niet berekend").is_some());
        user.get_by_label("Uitrekenen tot het moment op het scherm").click();
    });
    assert_eq!(out, [Intent::Exercise(ExerciseIntent::WorkOut(true))]);
    play.give(out);
    let since = Instant::now();
    let possible = loop {
        let wake = play.exercise.advance(Duration::ZERO).wake_after;
        let Page::Log(_, _, debrief) = play.view(Tab::Log).page else { panic!("there is a course") };
        match debrief {
            DebriefView::Running(..) => assert!(wake.is_some(), "the window looks again"),
            DebriefView::Done(possible) => break possible,
            other => panic!("{other:?}"),
        }
        assert!(since.elapsed() < Duration::from_mins(3), "an hour of the exercise takes seconds");
        std::thread::sleep(Duration::from_millis(50));
    };
    assert_eq!(possible.outcomes.1.len(), 2);
    for row in &possible.outcomes.1 {
        let figure = |text: &String| text.replace('.', "").parse::<i64>().expect("a figure");
        assert!(figure(&row[3]) <= figure(&row[4]), "nobody reaches more than the most: {row:?}");
    }
    // Stopped, it is as if nobody had asked.
    play.ask(ExerciseIntent::WorkOut(true));
    let Page::Log(_, _, debrief) = play.view(Tab::Log).page else { panic!("there is a course of events") };
    assert!(matches!(debrief, DebriefView::Running(..)), "{debrief:?}");
    play.ask(ExerciseIntent::WorkOut(false));
    let Page::Log(_, _, debrief) = play.view(Tab::Log).page else { panic!("there is a course of events") };
    assert_eq!(debrief, DebriefView::NotComputed);
    play.ask(ExerciseIntent::WorkOut(true));
    // A player does not learn what was possible.
    let role = play.exercise.session().country().pools.rows()[0].owner;
    play.ask(ExerciseIntent::See(Viewer::Role(role)));
    let Page::Log(_, _, debrief) = play.view(Tab::Log).page else { panic!("there is a course of events") };
    assert_eq!(debrief, DebriefView::NotComputed);
}
