//! Automatic players and measures: what a desk makes them take and end, that every owner of a measure takes one somewhere, and what the two
//! temperaments make of an exercise.

use super::{NOW, empty_desk, proposals};
use doorvoerland::{
    assets,
    auto::{
        desk::Desk,
        measures::MeasureDesk,
        messages::MessageDesk,
        players::{Accepted, Players},
        reason::{Reason, Seen},
    },
    geo::map::MapData,
    scenario::{load, source::Source},
    session::{Session, evaluation::Standing},
    sim::{
        command::{Actor, Ask, By, Command},
        country::{Class, Sign, Temper, Temperament},
        course::{Inclined, Steer},
        figures::SocialFigure,
        ids::{InjectId, MeasureId, ProcessId, RegionId},
        metric::{Metric, value},
        num::Level,
        state::{Answer, InjectStatus},
        time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts},
};
use expect_test::expect;
use std::{collections::BTreeMap, fmt::Write as _};

const POWER: Sign = Sign::Lacks(ProcessId(0));
const WATER: Sign = Sign::Lacks(ProcessId(1));

fn seen(sign: Sign, value: Option<i64>) -> Seen {
    Seen { sign, region: None, value, from: 400 }
}

/// A measure that counts from 400 thousandths on.
pub(super) fn row(number: u32, region: Option<u32>, value: i64) -> MeasureDesk {
    MeasureDesk {
        measure: MeasureId(number),
        region: region.map(RegionId),
        signs: vec![seen(POWER, Some(value))],
        all: false,
        since: None,
        active: false,
        ripe: false,
        barred: false,
        ends: 500,
        most: None,
        unless: Vec::new(),
        people: 1,
    }
}

/// Taken (+) and ended (-) with the region.
fn decided(rows: Vec<MeasureDesk>, temper: Temper) -> Vec<String> {
    let desk = Desk { measures: rows, temper, ..empty_desk() };
    let words = |command: Command| match command {
        Command::TakeMeasure { measure, region, reason } if reason == "because" => {
            format!("+{}@{:?}", measure.0, region.map(|region| region.0))
        }
        Command::EndMeasure { measure, region, .. } => {
            format!("-{}@{:?}", measure.0, region.map(|region| region.0))
        }
        other => panic!("{other:?}"),
    };
    proposals(&desk).into_iter().map(|(command, _)| words(command)).collect()
}

#[test]
fn a_measure_is_taken_when_its_sign_counts_and_ended_when_it_has_gone() {
    let plain = Temper { at_once: 9, regions: 2, ..Temper::default() };
    assert_eq!(decided(vec![row(0, None, 400), row(1, None, 399)], plain), ["+0@None"]);
    // The hardest hit regions first, as many as the temperament takes on at once.
    let regions =
        || vec![row(0, Some(1), 500), row(0, Some(2), 900), row(0, Some(3), 700), row(1, Some(1), 400)];
    assert_eq!(decided(regions(), plain), ["+0@Some(2)", "+0@Some(3)", "+1@Some(1)"]);
    assert_eq!(decided(regions(), Temper { at_once: 2, ..plain }), ["+0@Some(2)", "+0@Some(3)"]);
    assert_eq!(decided(regions(), Temper { regions: 1, ..plain }), ["+0@Some(2)", "+1@Some(1)"]);
    let limited = regions().into_iter().map(|row| MeasureDesk { most: Some(1), ..row }).collect();
    assert_eq!(decided(limited, plain), ["+0@Some(2)", "+1@Some(1)"]);
    // Not what is there already, nor what something stands in the way of, nor two that exclude each other.
    let there = MeasureDesk { active: true, ..row(0, None, 900) };
    let barred = MeasureDesk { barred: true, ..row(1, None, 900) };
    let other = MeasureDesk { unless: vec![MeasureId(2)], ..row(3, None, 900) };
    assert_eq!(decided(vec![there, barred, row(2, None, 900), other], plain), ["+2@None"]);
    // Ended when all signs are clearly below, and not before its time, and not because nothing is seen.
    let gone = |value: Option<i64>, ripe| MeasureDesk {
        signs: vec![seen(POWER, value), seen(WATER, Some(0))],
        since: Some(NOW),
        active: true,
        ripe,
        ..row(0, None, 0)
    };
    assert_eq!(decided(vec![gone(Some(199), true)], plain), ["-0@None"]);
    assert_eq!(decided(vec![gone(Some(200), true)], plain), [""; 0]);
    assert_eq!(decided(vec![gone(Some(0), false)], plain), [""; 0]);
    assert_eq!(decided(vec![gone(None, true)], plain), [""; 0]);
}

#[test]
fn all_signs_are_needed_where_the_play_says_so() {
    let both = |power, water| MeasureDesk {
        signs: vec![seen(POWER, power), seen(WATER, water)],
        all: true,
        ..row(0, None, 0)
    };
    let taken = |row| decided(vec![row], Temper::default()).len();
    assert_eq!(taken(both(Some(400), Some(900))), 1);
    assert_eq!(taken(both(Some(399), Some(900))), 0);
    assert_eq!(taken(both(None, Some(900))), 0, "what is not seen does not count");
}

#[test]
fn a_message_is_opened_and_answered_with_what_was_decided() {
    let message = MessageDesk {
        inject: InjectId(3),
        arrived: Tick(NOW.0 - TICKS_PER_HOUR),
        opened: false,
        asks: false,
        wants_deed: false,
        deeds: vec![7],
        options: Vec::new(),
    };
    let found = |row: MessageDesk| proposals(&Desk { inbox: vec![row], ..empty_desk() });
    let opened = MessageDesk { opened: true, ..message.clone() };
    assert_eq!(
        found(message.clone()),
        [(Command::OpenInject { inject: InjectId(3) }, Reason::Reads { inject: InjectId(3) })]
    );
    let answer = (
        Command::AnswerInject { inject: InjectId(3), text: "because".to_owned() },
        Reason::Replies { deeds: vec![7] },
    );
    assert_eq!(found(opened.clone()), [answer]);
    assert_eq!(found(MessageDesk { arrived: NOW, ..opened.clone() }), [], "not at once");
    assert_eq!(
        found(MessageDesk { wants_deed: true, ..opened.clone() }),
        [],
        "words alone would be no answer"
    );
    let silent = MessageDesk { deeds: Vec::new(), ..opened };
    assert_eq!(found(silent.clone()), [], "nothing is asked and nothing was decided");
    assert_eq!(found(MessageDesk { asks: true, ..silent }).len(), 1);
}

fn session(name: &str) -> Session {
    let map = MapData::built_in().expect("the built-in map is whole");
    let scenario = assets::scenario(name).expect("it is built in");
    let source = Source::new(scenario.file, scenario.text.to_owned());
    let exercise = load::build(load::world_built_in(), source, &map).expect("the exercise is sound");
    Session::new(exercise.country, exercise.plan, None)
}

const LEAD: By = By { actor: Actor::Lead, seat: 0 };

/// An exercise played by automatic players; `storm` fires everything on the shelf, one every three hours, and raises the phase.
fn played(name: &str, all: Temperament, storm: bool, told: &mut dyn FnMut(&Session, &Accepted)) -> Session {
    let texts = Texts::new();
    let mut session = session(name);
    session.steer(LEAD, Steer::Players(Inclined { all, roles: Vec::new() })).expect("the lead may");
    let players = Players::for_all(&session, &texts, Language::Nl);
    let mut shelf = session.plan().injects.ids();
    while session.head().tick < session.plan().end() {
        let now = session.head().tick;
        if storm {
            let open = |id: &InjectId| {
                session.head().injects.get(*id).is_some_and(|row| row.status == InjectStatus::Ready)
            };
            if let Some(inject) = shelf.find(open) {
                session.submit(LEAD, now, Command::FireInject { inject }).expect("the lead may");
            }
            if now.0.is_multiple_of(TICKS_PER_DAY) {
                let phase = (now.day() as u8).min(7);
                let reason = "Volgens het draaiboek.".to_owned();
                drop(session.submit(LEAD, now, Command::SetPhase { phase, reason }));
            }
        }
        players
            .advance(&mut session, 3 * TICKS_PER_HOUR, &mut |session, row| told(session, &row))
            .expect("not recorded");
    }
    session
}

/// Codes of the measures that were taken, on somebody's request too.
fn taken(session: &Session) -> Vec<String> {
    let own = session.log().iter().filter_map(|record| match record.command {
        Command::TakeMeasure { measure, .. } => Some(measure),
        _ => None,
    });
    let asked = session.head().requests.iter().filter_map(|row| match (&row.about, row.answer) {
        (Ask::Measure(measure, _), Some(Answer::Agreed(_))) => Some(*measure),
        _ => None,
    });
    own.chain(asked).map(|measure| session.country().measures.rows[measure].code.clone()).collect()
}

/// What the record keeps of a course: a handful of figures, and how often was decided what.
fn outcome(session: &Session) -> String {
    let (country, plan, state) = (session.country(), session.plan(), session.head());
    let mut text = String::new();
    let mut line = |name: &str, number: i64| writeln!(text, "{name:<22}{number:>8}").expect("a string");
    for (id, row) in plan.movements.iter() {
        line(&format!("across {}", row.code), value(country, state, Metric::DeliveredPieces(id)));
    }
    line("civil delay h", value(country, state, Metric::CivilDelay));
    line("unmet need", value(country, state, Metric::UnmetNeed(None)));
    line("trust", value(country, state, Metric::Society(SocialFigure::Trust, None)));
    line("spent keur", value(country, state, Metric::Spent));
    line("refused military", {
        let rows = state.pools.rows().iter();
        rows.map(|row| {
            i64::from(row.refused[Class::Military]) + i64::from(row.refused[Class::UrgentMilitary])
        })
        .sum()
    });
    let count = |test: &dyn Fn(&Command) -> bool| {
        session.log().iter().filter(|record| test(&record.command)).count() as i64
    };
    line("measures taken", taken(session).len() as i64);
    line("measures ended", count(&|command| matches!(command, Command::EndMeasure { .. })));
    line("pools divided", count(&|command| matches!(command, Command::SetPolicy { .. })));
    line("asked", count(&|command| matches!(command, Command::Ask { .. })));
    line("answered messages", count(&|command| matches!(command, Command::AnswerInject { .. })));
    let met = session.judged().iter().filter(|row| row.standing == Standing::Met).count();
    line("criteria met", met as i64);
    text
}

#[test]
fn every_owner_of_a_measure_takes_one_when_everything_goes_wrong() {
    let mut unheard = Vec::new();
    let (mut believed, mut checked) = (0, 0);
    let mut look = |session: &Session, row: &Accepted| {
        let (Reason::Sees(seen) | Reason::Eased(seen) | Reason::Helps(seen) | Reason::TooLittle(seen)) =
            &row.proposal.reason
        else {
            return;
        };
        let (country, state) = (session.country(), session.head());
        let table = country.roles[row.role].table;
        if seen.sign.heard().is_some_and(|heard| !country.playbook.hears(table, heard)) {
            unheard.push(format!("{} by {}", row.seq, country.roles[row.role].code));
        }
        // A level is what the table was told, true or not.
        if let (Sign::Lacks(process), Some(region)) = (seen.sign, seen.region) {
            let told = Level(state.knowledge.of(table).level[process][region]).permille();
            assert_eq!(seen.value, Some(1000 - i64::from(told)));
            checked += 1;
            believed += u32::from(told != state.processes.level(process, region).permille());
        }
    };
    let careful = played("onder-druk", Temperament::Careful, true, &mut look);
    assert_eq!(unheard, [""; 0], "a role went by what its table does not hear of");
    assert!(checked > 0 && believed > 0, "of {checked} reports {believed} were not the truth any more");
    let grey = played("grijze-zone", Temperament::Careful, false, &mut |_, _| {});
    let first = played("eerste-doorvoer", Temperament::Careful, false, &mut |_, _| {});
    let mut all: Vec<String> = [&careful, &grey, &first].into_iter().flat_map(taken).collect();
    all.sort();
    all.dedup();
    let country = careful.country();
    let left = &country.playbook.left;
    let never = country.measures.rows.iter().filter(|(_, row)| !all.contains(&row.code));
    let mut text = String::new();
    for (id, row) in never {
        let why = if left.contains(&id) { "left to persons" } else { "its signs did not show" };
        writeln!(text, "{}: {why}", row.code).expect("a string");
    }
    expect![[r#"
        noodtoestand: left to persons
        evacuatie: its signs did not show
        opvangplicht: its signs did not show
        gas-niveau-3: its signs did not show
        avondklok: left to persons
        geen-spreiding: left to persons
        erfgoed-redden: its signs did not show
        wet-gereedheid: left to persons
        ruimte-defensie: left to persons
        arbeidsplicht: its signs did not show
        tekort-spreiden: its signs did not show
        aggregaten-defensie: its signs did not show
        onbemande-terminals: left to persons
        onbemande-bewaking: left to persons
    "#]]
    .assert_eq(&text);
    let mut owners: BTreeMap<&str, bool> = BTreeMap::new();
    for row in country.measures.rows.rows() {
        let took = owners.entry(&country.roles[row.owner].code).or_default();
        *took |= all.contains(&row.code);
    }
    let idle: Vec<&str> = owners.iter().filter(|(_, took)| !**took).map(|(role, _)| *role).collect();
    assert_eq!(idle, [""; 0], "they own a measure and never took one");
}

fn both(name: &str, storm: bool) -> String {
    let lines = Temperament::ALL.map(|all| outcome(&played(name, all, storm, &mut |_, _| {})));
    let rows = lines[0].lines().zip(lines[1].lines());
    let line = |(careful, bold): (&str, &str)| {
        let bold = bold.split_whitespace().last().unwrap_or("");
        format!("{careful}{bold:>10}")
    };
    let lines: Vec<String> = rows.map(line).collect();
    lines.join("\n") + "\n"
}

#[test]
fn the_temperaments_make_something_else_of_the_first_passage() {
    expect![[r#"
        across brigade            1020      1020
        civil delay h             4760      5107
        unmet need             1005095   2097150
        trust                      599       597
        spent keur               17995     22964
        refused military          4500      4314
        measures taken              37        35
        measures ended              23        21
        pools divided                6        15
        asked                       10        16
        answered messages            9         8
        criteria met                 4         3
    "#]]
    .assert_eq(&both("eerste-doorvoer", false));
}

#[test]
fn the_temperaments_make_something_else_of_a_country_under_pressure() {
    expect![[r#"
        across brigade             680       680
        civil delay h            47763     54944
        unmet need            47910959  51824430
        trust                      530       545
        spent keur              270834    143608
        refused military          3856      2972
        measures taken             216       136
        measures ended             134        93
        pools divided               22        46
        asked                       13        22
        answered messages           31        30
        criteria met                 5         5
    "#]]
    .assert_eq(&both("onder-druk", true));
}

#[test]
fn the_temperaments_make_something_else_of_the_grey_zone() {
    expect![[r#"
        across voorhoede          1250      1250
        across hoofdmacht          968       968
        civil delay h            17390     15968
        unmet need             8580057   6354269
        trust                      832       672
        spent keur              151569     74092
        refused military         16274     10412
        measures taken              93        79
        measures ended              66        58
        pools divided               26        83
        asked                       20        55
        answered messages            7         7
        criteria met                 8         6
    "#]]
    .assert_eq(&both("grijze-zone", false));
}

#[test]
fn the_temperaments_make_something_else_of_thirty_days() {
    expect![[r#"
        across voorhoede          1250      1250
        across hoofdmacht          968       968
        civil delay h            16267     15401
        unmet need            11069786   6947246
        trust                      664       618
        spent keur              112427     59492
        refused military         16326      8223
        measures taken              81        65
        measures ended              56        47
        pools divided               27        93
        asked                       22        52
        answered messages            9         8
        criteria met                 6         4
    "#]]
    .assert_eq(&both("lange-lijn", false));
}

#[test]
fn the_temperaments_make_something_else_of_thirty_trains() {
    expect![[r#"
        across dertig              547       484
        civil delay h             9808      9641
        unmet need             9059681  10213061
        trust                      690       685
        spent keur               64652     29445
        refused military          2922      1425
        measures taken              37        20
        measures ended              21         8
        pools divided               18        54
        asked                       25        36
        answered messages            0         0
        criteria met                 2         2
    "#]]
    .assert_eq(&both("dertig-treinen", false));
}

#[test]
fn the_temperaments_make_something_else_of_the_first_lesson() {
    expect![[r#"
        across compagnie            56        56
        civil delay h              902       889
        unmet need              183453    138535
        trust                      543       543
        spent keur                6000      1600
        refused military            16         8
        measures taken               8         6
        measures ended               3         3
        pools divided                3         8
        asked                        3         5
        answered messages            0         0
        criteria met                 1         1
    "#]]
    .assert_eq(&both("kennismaking", false));
}

#[test]
fn the_temperaments_make_something_else_of_the_course() {
    expect![[r#"
        across zestien             440       480
        civil delay h             4436      4282
        unmet need              394245    547751
        trust                      660       642
        spent keur               32937     32057
        refused military          2129      2104
        measures taken              30        23
        measures ended              13        10
        pools divided               11        26
        asked                       20        27
        answered messages            0         0
        criteria met                 7         6
    "#]]
    .assert_eq(&both("leergang", false));
}

#[test]
fn a_role_may_be_inclined_otherwise_than_the_rest() {
    let mut session = session("eerste-doorvoer");
    let role = session.country().roles.find(|row| row.code == "prorail").expect("a role");
    let other = session.country().roles.find(|row| row.code == "mindef").expect("a role");
    let inclined = Inclined { all: Temperament::Careful, roles: vec![(role, Temperament::Bold)] };
    session.steer(LEAD, Steer::Players(inclined)).expect("the lead may");
    assert_eq!(session.course().players.of(role), Temperament::Bold);
    assert_eq!(session.course().players.of(other), Temperament::Careful);
}
