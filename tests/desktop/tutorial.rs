//! The lesson for one person in the real window, with a real pointer and real keys, from the start screen to the report.
//!
//! Every step is done as its message asks: look around, ask why, divide a path, order the repair, take a measure, answer, ask
//! for a quay, look back, send a message, make a variant and come back from it, end, take the report home. Everything is found by its
//! name, and the clock only moves while nothing is done, so that a slow machine misses nothing. It must not know the simulation: what
//! came of it is read from the recordings.

use super::screen::{Place, Screen, wait_for};
use doorvoerland::{
    recording::entry::Entry,
    report::summary::Summary,
    session::{evaluation::Standing, replay::Opened},
    sim::{
        command::{Actor, Command as Ordered},
        course::Steer,
    },
};
use std::{
    path::{Path, PathBuf},
    process::Command,
    thread::sleep,
    time::{Duration, Instant},
};

/// The part of the map where Zeeland lies, beside the legend: width, height, left, top, pixels.
const SOUTH_WEST: [i32; 4] = [140, 200, 330, 380];
/// Half of the side of a patch of one colour in which nothing else lies, pixels.
const PATCH: i32 = 7;
/// Quarters of an hour in which a step must follow the one before.
const STEPS_MAX: usize = 8;
/// How long a quarter of an hour may take to be on the screen.
const QUARTER: Duration = Duration::from_secs(2);
const PRORAIL: &str = "ProRail: verkeersleiding en OCCR";
const MUNICIPALITIES: &str = "Gemeenten, COA, BZK en commissaris van de Koning";
const PLANNER: &str = "Territoriaal Operatiecentrum en DVVO";
const WHY: &str = "beide treinen moeten vandaag weg";

#[test]
fn the_lesson_is_played_by_hand_from_the_start_screen_to_the_report() {
    let folder = tempfile::tempdir().expect("a folder");
    let screen = Screen::open(folder.path(), &[]);
    screen.focus();
    screen.press("Kennismaking");
    wait_for("the lesson is chosen", || screen.reads("Een kwartier, alleen"));
    screen.press("Beginnen");
    screen.press("STARTEX");
    screen.press("⏸");

    look_and_ask_why(&screen);
    divide_and_repair(&screen);
    help_answer_and_ask(&screen);
    look_back(&screen);
    send_a_message(&screen);
    make_a_variant(&screen);
    goes_on_to(&screen, "K-11 ");
    answer(&screen, "eerder vragen wie er beslist");
    screen.press("⏵");
    end(&screen, folder.path());
    drop(screen);

    let (played, variant) = recordings(folder.path());
    lesson_was_learned(&played);
    variant_gives_no_path(&variant);
    for file in [&played, &variant] {
        let verified = Command::new(env!("CARGO_BIN_EXE_doorvoerland"))
            .args(["--lang", "en", "verify"])
            .arg(file)
            .output()
            .expect("the program starts");
        assert!(verified.status.success(), "{verified:?}");
    }
}

/// K-01 and K-02.
fn look_and_ask_why(screen: &Screen) {
    goes_on_to(screen, "K-01 ");
    answer(screen, "klaar");
    // A click on the map opens the details, which lead back to the messages.
    goes_on_to(screen, "K-02 ");
    let mut red = None;
    wait_for("a region in another colour", || {
        red = patch(screen);
        red.is_some()
    });
    let (x, y) = red.expect("it was waited for");
    screen.click(x, y);
    wait_for("Zeeland among the details", || screen.reads("Vitale processen") && screen.reads("Zeeland"));
    assert!(screen.reads("fysieke schade bij elektriciteit"), "the details say why");
    screen.press("Terug naar Berichten");
    answer(screen, "schade aan de elektriciteit");
}

/// K-03 and K-04, in the chair of the railway.
fn divide_and_repair(screen: &Screen) {
    goes_on_to(screen, "K-03 ");
    sit(screen, PRORAIL);
    open(screen, "Spelen", "Verdeelbord");
    screen.press("Zeeuwse lijn en Sloelijn");
    screen.press("⏷ Anders verdelen");
    set(screen, "Per dag: Militair transport", "2");
    write(screen, "Reden", WHY);
    allowed(screen);
    screen.press("Vaststellen");
    wait_for("what was divided", || screen.reads("hoogstens 2 treinen per dag"));

    goes_on_to(screen, "K-04 ");
    open(screen, "Spelen", "Herstel");
    write(screen, "Reden", "daar staan de treinen");
    screen.press("Eerder");
    wait_for("the order of repair", || screen.reads("Herstel eerder"));
}

/// K-05, K-06 and K-07.
fn help_answer_and_ask(screen: &Screen) {
    goes_on_to(screen, "K-05 ");
    sit(screen, MUNICIPALITIES);
    open(screen, "Spelen", "Maatregelen");
    write(screen, "Zoek een maatregel", "noodsteun");
    screen.press("Noodsteunpunten openen in een regio");
    let region = |place: &Place| place.name == "Regio" && place.value == "Zeeland";
    screen.find("Zeeland, where it is needed most", region);
    write(screen, "Reden", "telefoons zijn leeg");
    screen.press(&format!("Maatregel nemen als {MUNICIPALITIES}"));
    wait_for("the measure", || screen.reads("Maatregel Noodsteunpunten openen in een regio (Zeeland)"));

    goes_on_to(screen, "K-06 ");
    open(screen, "Spelen", "Berichten");
    answer(screen, "zij rijden veilig en er staat toezicht langs het spoor");

    goes_on_to(screen, "K-07 ");
    sit(screen, PLANNER);
    open(screen, "Spelen", "Verdeelbord");
    write(screen, "Zoek op naam of beslisser", "kades vlis");
    screen.press("Kades Vlissingen-Oost");
    screen.press("⏷ Vragen om een andere verdeling");
    set(screen, "Minimum: Militair transport", "1");
    set(screen, "Aanbod in duizend euro", "5");
    write(screen, "Reden", "morgen komt een schip");
    allowed(screen);
    screen.press("Vragen aan Terminaloperator");
    wait_for("the request", || screen.reads("Verzoek aan de terminaloperator"));
}

/// K-08: looking back changes nothing, and the way to now is on the screen.
fn look_back(screen: &Screen) {
    goes_on_to(screen, "K-08 ");
    sit(screen, "Oefenleiding");
    screen.use_it("the moment at which Zeeland changed", |place| {
        place.role == "Button" && place.name.starts_with("Elektriciteit in Zeeland: van normaal")
    });
    wait_for("that one looks back", || screen.reads("U kijkt terug"));
    screen.press("Terug naar nu");
    wait_for("the present", || !screen.reads("U kijkt terug"));
    open(screen, "Spelen", "Berichten");
    answer(screen, "dat het spoor ook stuk zou gaan");
}

/// K-09: as exercise lead.
fn send_a_message(screen: &Screen) {
    goes_on_to(screen, "K-09 ");
    open(screen, "Spelleiding", "Injects");
    screen.use_it("the message on the shelf", |place| place.value.starts_with("X-01 "));
    screen.press("Nu versturen");
    open(screen, "Spelen", "Berichten");
    wait_for("the message among those that were sent", || screen.reads("De krant belt"));
}

/// K-10: on from before the path was given, at a livelier pace, and back to what was left.
fn make_a_variant(screen: &Screen) {
    goes_on_to(screen, "K-10 ");
    screen.press("⏮");
    wait_for("the begin", || screen.reads("U kijkt terug naar ma 14 sep 08:00"));
    screen.press("⏵");
    screen.press("⏵");
    wait_for("half an hour later", || screen.reads("U kijkt terug naar ma 14 sep 08:30"));
    screen.press("Variant vanaf hier…");
    screen.press("Variant maken");
    wait_for("that one plays a variant", || screen.reads("Dit is een variant van"));
    screen.use_it("the pace", |place| place.role == "ComboBox" && place.value == "1 min/s");
    screen.press("Een kwartier per seconde");
    open(screen, "Spelen", "Verplaatsingen");
    screen.press("▶");
    wait_for("what the second train waits for", || screen.reads("maximum per dag"));
    screen.press("⏸");
    screen.press("Terug naar de oefening die u verliet");
    wait_for("what was left", || !screen.reads("Dit is een variant van"));
    open(screen, "Spelen", "Berichten");
    answer(screen, "zonder het pad wacht de tweede trein tot morgen");
}

/// The end, and the report on disk.
fn end(screen: &Screen, folder: &Path) {
    open(screen, "Spelleiding", "Oefening");
    screen.press("ENDEX");
    screen.press("Directe nabespreking");
    wait_for("the hot wash", || screen.reads("DIRECTE NABESPREKING"));
    screen.press("Rapport maken");
    wait_for("where the report is", || screen.reads("Het rapport staat in"));
    let report = recordings(folder).0.with_extension("html");
    let html = std::fs::read_to_string(&report).expect("the report stands beside the recording");
    assert!(html.trim_end().ends_with("</html>") && html.contains("Kennismaking"), "it is whole");
    assert!(html.contains(WHY), "it says what was decided and why");
}

/// Lets time pass by the quarter until this step of the lesson is on the screen, above the map or among the messages.
fn goes_on_to(screen: &Screen, step: &str) {
    let there = || screen.places().iter().any(|place| place.role == "Label" && place.value.starts_with(step));
    for _ in 0..STEPS_MAX {
        screen.press("⏵");
        let since = Instant::now();
        while since.elapsed() < QUARTER {
            if there() {
                return;
            }
            sleep(Duration::from_millis(100));
        }
    }
    panic!("{step} does not come");
}

/// Answers the newest message.
fn answer(screen: &Screen, words: &str) {
    let before = own_answers(screen);
    screen.press("Antwoorden…");
    let field = |place: &Place| place.role == "MultilineTextInput";
    screen.find("the field for the answer", field);
    // The field has the focus at once.
    screen.type_text(words);
    screen.find("what was typed", |place| field(place) && place.value.contains(words));
    screen.press("Antwoord versturen");
    wait_for("the answer", || own_answers(screen) > before);
}

fn own_answers(screen: &Screen) -> usize {
    screen.places().iter().filter(|place| place.value == "Eigen antwoord").count()
}

/// Takes a chair.
fn sit(screen: &Screen, chair: &str) {
    screen.press("Stoel");
    screen.press(chair);
}

/// Opens a page of a group.
fn open(screen: &Screen, group: &str, page: &str) {
    screen.use_it(group, |place| place.name.starts_with(group) && place.name.ends_with('⏷'));
    screen.press(page);
}

/// Types in a field.
fn write(screen: &Screen, field: &str, words: &str) {
    screen.use_it(field, |place| place.name == field && place.role.ends_with("TextInput"));
    screen.type_text(words);
    let typed = |place: &Place| place.name == field && place.value.contains(words);
    screen.find("what was typed", typed);
}

/// Sets a number.
fn set(screen: &Screen, field: &str, number: &str) {
    screen.use_it(field, |place| place.name == field && place.role == "SpinButton");
    screen.type_text(number);
    screen.key("Return");
    screen.find("the number", |place| place.name == field && place.value == number);
}

/// Waits until the rules have said what they think of a draft: the line that says so moves the button below it.
fn allowed(screen: &Screen) {
    screen.find("that it is allowed", |place| place.value == "Dit mag");
}

/// A place in the south-west of the map with the colour of what works badly around it.
fn patch(screen: &Screen) -> Option<(i32, i32)> {
    let [width, height, left, top] = SOUTH_WEST;
    let pixels = screen.pixels(&format!("{width}x{height}+{left}+{top}"));
    let at = |x: i32, y: i32| pixels.get(usize::try_from(y * width + x).ok()?);
    let badly = |colour: &[u8; 3]| colour[0] > 170 && colour[0].saturating_sub(colour[2]) > 90;
    let uniform = |x: i32, y: i32| {
        let middle = at(x, y).filter(|colour| badly(colour));
        let all = |other: Option<&[u8; 3]>| middle.is_some() && other == middle;
        (-PATCH..=PATCH).all(|dy| (-PATCH..=PATCH).all(|dx| all(at(x + dx, y + dy))))
    };
    let mut spots = (PATCH..height - PATCH).flat_map(|y| (PATCH..width - PATCH).map(move |x| (x, y)));
    spots.find(|(x, y)| uniform(*x, *y)).map(|(x, y)| (left + x, top + y))
}

/// The recording of the lesson, and that of the variant.
fn recordings(folder: &Path) -> (PathBuf, PathBuf) {
    let entries = std::fs::read_dir(folder).expect("the folder can be listed");
    let files = entries.map(|entry| entry.expect("an entry").path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "oefening"));
    let (variants, played): (Vec<_>, Vec<_>) =
        files.partition(|path| path.to_string_lossy().contains("-variant-"));
    assert_eq!((played.len(), variants.len()), (1, 1), "{played:?} {variants:?}");
    (played[0].clone(), variants[0].clone())
}

/// Every step was done in the name of a table, the exercise ended, and each criterion of the lesson is met.
fn lesson_was_learned(file: &Path) {
    let opened = Opened::read(file).expect("the recording opens");
    let by_hand: Vec<(Actor, Ordered)> = by_hand(&opened);
    let sent = |order: &Ordered| matches!(order, Ordered::FireInject { .. });
    let of_a_role = |(actor, order): &(Actor, Ordered)| matches!(actor, Actor::Role(_)) != sent(order);
    assert!(by_hand.iter().all(of_a_role), "the message is the lead's, all else a role's: {by_hand:?}");
    let count = |fits: fn(&Ordered) -> bool| by_hand.iter().filter(|row| fits(&row.1)).count();
    assert_eq!(count(|order| matches!(order, Ordered::AnswerInject { .. })), 6, "{by_hand:?}");
    assert_eq!(count(|order| matches!(order, Ordered::SetPolicy { .. })), 1);
    assert_eq!(count(|order| matches!(order, Ordered::OrderRepair { .. })), 1);
    assert_eq!(count(|order| matches!(order, Ordered::TakeMeasure { .. })), 1);
    assert_eq!(count(|order| matches!(order, Ordered::Ask { .. })), 1);
    assert_eq!(count(|order| matches!(order, Ordered::FireInject { .. })), 1);
    let steered = |wanted: &Steer| {
        opened.entries().iter().any(|entry| matches!(entry, Entry::Steer { steer, .. } if steer == wanted))
    };
    assert!(steered(&Steer::End) && steered(&Steer::HotWash));
    let end = opened.end;
    let mut session = opened.into_replay(file).expect("it can be looked at");
    session.seek(end);
    let criteria = Summary::of(&session).evaluation;
    assert_eq!(criteria.len(), 11);
    assert!(criteria.iter().all(|row| row.standing == Standing::Met), "{criteria:?}");
}

/// The variant names what it was made of, and nobody divided the line in it.
fn variant_gives_no_path(file: &Path) {
    let opened = Opened::read(file).expect("the recording opens");
    assert!(opened.entries().iter().any(|entry| matches!(entry, Entry::Branch { .. })));
    let divided = |(_, order): &(Actor, Ordered)| matches!(order, Ordered::SetPolicy { .. });
    assert!(!by_hand(&opened).iter().any(divided));
}

/// What was decided at this window, in whose name.
fn by_hand(opened: &Opened) -> Vec<(Actor, Ordered)> {
    let decided = opened.entries().iter().filter_map(|entry| match entry {
        Entry::Command(record) if record.by.seat == 0 && !matches!(record.by.actor, Actor::Auto(_)) => {
            Some((record.by.actor, record.command.clone()))
        }
        _ => None,
    });
    decided.collect()
}
