//! The words of a few views of the small exercise, in both languages.

use super::fixture::{small, texts};
use crate::rules::tiny;
use doorvoerland::{
    session::clock::Clock,
    text::Language,
    view::{
        clock_view::clock_view, injects_view::injects_view, inspect_view::inspect_view, log_view::log_view,
        messages_view::messages_view, movement_view::movements_view, pool_page_view::pool_view,
        repair_view::repair_view, scene::Target, shell::InspectorView, viewer::Viewer,
    },
};
use expect_test::{Expect, expect};
use std::fmt::Write as _;

/// Both languages, one after the other.
fn check(lines: impl Fn(Language) -> Vec<String>, expected: &Expect) {
    let mut text = String::new();
    for language in Language::ALL {
        for line in lines(language) {
            writeln!(text, "{line}").expect("writing to a string");
        }
        text.push('\n');
    }
    expected.assert_eq(text.trim_end());
}

fn inspector(view: Option<InspectorView>) -> Vec<String> {
    let view = view.expect("the thing exists");
    let mut lines = vec![format!("{} | {}", view.title, view.subtitle)];
    for section in view.sections {
        lines.push(format!("# {}", section.heading));
        for row in section.rows {
            lines.push(format!("{} | {} | {}", row.name, row.value, row.note.replace('\n', " / ")));
        }
    }
    lines
}

#[test]
fn clocks_of_lead_and_player() {
    let session = small();
    let clock = Clock::resumed(8_000);
    let lines = |language| {
        let of = |viewer| clock_view(&session, viewer, texts(), language, &clock, "10:58");
        let (lead, player) = (of(Viewer::Lead), of(Viewer::Role(tiny::PRORAIL)));
        let lead_line =
            [&*lead.day_time, &lead.date_time, &lead.play_time, &lead.wall_time, &lead.pace, &lead.ends];
        vec![lead_line.join(" | "), lead.marking, format!("{:?} {}", player.pace, player.may_steer)]
    };
    check(
        lines,
        &expect![[r#"
        D+0 10:00 | vr 4 okt 10:00 | Speelduur 02:13 | Werkelijke tijd 10:58 | Een kwartier per seconde | do 24 okt 00:00
        OEFENING – openbaar
        "" false

        D+0 10:00 | Fri 4 Oct 10:00 | Time played 02:13 | Real time 10:58 | A quarter of an hour a second | Thu 24 Oct 00:00
        EXERCISE – public
        "" false"#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is the text that is expected")]
fn messages_and_log_of_receiver_and_outsider() {
    let session = small();
    let lines = |language| {
        let mut lines = Vec::new();
        for viewer in
            [Viewer::Lead, Viewer::Role(tiny::PRORAIL), Viewer::Role(tiny::MINISTER), Viewer::Public]
        {
            lines.push(format!("# {viewer:?}"));
            let inbox = messages_view(&session, viewer, texts(), language);
            for message in inbox.messages {
                lines.push(format!(
                    "{} {} ({}): [{}] {}",
                    message.time, message.sender, message.channel_words, message.title, message.text
                ));
            }
            let log = log_view(&session, viewer, texts(), language, 6);
            lines.extend(
                log.lines.into_iter().map(|line| format!("{} {:?} {}", line.time, line.kind, line.text)),
            );
        }
        lines
    };
    check(
        lines,
        &expect![[r#"
        # Lead
        vr 4 okt 06:30 Meldkamer spoor (telefoon): [I-01 Kabelbrand] Brand in een relaishuis.
        vr 4 okt 08:30 Damage Herstel begonnen aan spoor yard–border. Oorzaak: inject I-01 Kabelbrand.
        vr 4 okt 07:30 Decision Nieuwe verdeelafspraak voor paths. Oorzaak: besluit 1 van ProRail.
        vr 4 okt 06:30 Network Spoor yard–border is dicht. Oorzaak: fysieke schade door inject I-01 Kabelbrand.
        vr 4 okt 06:30 Damage Fysieke schade op spoor yard–border: verlies 100 %. Oorzaak: inject I-01 Kabelbrand.
        vr 4 okt 06:30 Inject Inject I-01 Kabelbrand verstuurd aan ProRail en planner (telefoon). Oorzaak: de uitgangssituatie van het scenario.
        vr 4 okt 05:15 Transport Verplaatsing Eerste brigade is volledig over de grens.
        # Role(RoleId(0))
        vr 4 okt 06:30 Meldkamer spoor (telefoon): [] Brand in een relaishuis.
        vr 4 okt 08:30 Damage Herstel begonnen aan spoor yard–border.
        vr 4 okt 07:30 Decision Nieuwe verdeelafspraak voor paths. Oorzaak: besluit 1 van ProRail.
        vr 4 okt 06:30 Network Spoor yard–border is dicht. Oorzaak: fysieke schade op spoor yard–border.
        vr 4 okt 06:30 Damage Fysieke schade op spoor yard–border: verlies 100 %.
        vr 4 okt 06:30 Inject Bericht van Meldkamer spoor.
        vr 4 okt 05:15 Transport Verplaatsing Eerste brigade is volledig over de grens.
        # Role(RoleId(2))
        vr 4 okt 08:30 Damage Herstel begonnen aan spoor yard–border.
        vr 4 okt 07:30 Decision Nieuwe verdeelafspraak voor paths. Oorzaak: besluit 1 van ProRail.
        vr 4 okt 06:30 Network Spoor yard–border is dicht. Oorzaak: fysieke schade op spoor yard–border.
        vr 4 okt 06:30 Damage Fysieke schade op spoor yard–border: verlies 100 %.
        vr 4 okt 05:15 Transport Verplaatsing Eerste brigade is volledig over de grens.
        vr 4 okt 05:15 Transport Trein 3 van Eerste brigade is aangekomen bij abroad.
        # Public
        vr 4 okt 08:30 Damage Herstel begonnen aan spoor yard–border.
        vr 4 okt 07:30 Decision Nieuwe verdeelafspraak voor paths. Oorzaak: besluit 1 van ProRail.
        vr 4 okt 06:30 Network Spoor yard–border is dicht. Oorzaak: fysieke schade op spoor yard–border.
        vr 4 okt 06:30 Damage Fysieke schade op spoor yard–border: verlies 100 %.

        # Lead
        Fri 4 Oct 06:30 Rail control room (telephone): [I-01 Cable fire] Fire in a relay house.
        Fri 4 Oct 08:30 Damage Repair begun on rail line yard–border. Cause: inject I-01 Cable fire.
        Fri 4 Oct 07:30 Decision New allocation agreement for paths. Cause: decision 1 by ProRail.
        Fri 4 Oct 06:30 Network Rail line yard–border is closed. Cause: physical damage caused by inject I-01 Cable fire.
        Fri 4 Oct 06:30 Damage Physical damage on rail line yard–border: 100 % lost. Cause: inject I-01 Cable fire.
        Fri 4 Oct 06:30 Inject Inject I-01 Cable fire sent to ProRail and planner (telephone). Cause: the starting situation of the scenario.
        Fri 4 Oct 05:15 Transport Movement First brigade is completely across the border.
        # Role(RoleId(0))
        Fri 4 Oct 06:30 Rail control room (telephone): [] Fire in a relay house.
        Fri 4 Oct 08:30 Damage Repair begun on rail line yard–border.
        Fri 4 Oct 07:30 Decision New allocation agreement for paths. Cause: decision 1 by ProRail.
        Fri 4 Oct 06:30 Network Rail line yard–border is closed. Cause: physical damage on rail line yard–border.
        Fri 4 Oct 06:30 Damage Physical damage on rail line yard–border: 100 % lost.
        Fri 4 Oct 06:30 Inject Message from Rail control room.
        Fri 4 Oct 05:15 Transport Movement First brigade is completely across the border.
        # Role(RoleId(2))
        Fri 4 Oct 08:30 Damage Repair begun on rail line yard–border.
        Fri 4 Oct 07:30 Decision New allocation agreement for paths. Cause: decision 1 by ProRail.
        Fri 4 Oct 06:30 Network Rail line yard–border is closed. Cause: physical damage on rail line yard–border.
        Fri 4 Oct 06:30 Damage Physical damage on rail line yard–border: 100 % lost.
        Fri 4 Oct 05:15 Transport Movement First brigade is completely across the border.
        Fri 4 Oct 05:15 Transport Train 3 of First brigade has arrived at abroad.
        # Public
        Fri 4 Oct 08:30 Damage Repair begun on rail line yard–border.
        Fri 4 Oct 07:30 Decision New allocation agreement for paths. Cause: decision 1 by ProRail.
        Fri 4 Oct 06:30 Network Rail line yard–border is closed. Cause: physical damage on rail line yard–border.
        Fri 4 Oct 06:30 Damage Physical damage on rail line yard–border: 100 % lost."#]],
    );
}

#[test]
fn the_script_is_for_the_lead() {
    let session = small();
    let lines = |language| {
        let view = injects_view(&session, Viewer::Lead, texts(), language);
        let line = |row: &doorvoerland::view::injects_view::InjectRow| {
            format!(
                "{} {} | {} | {} | {:?} | {} | {:?} | {:?}",
                row.code,
                row.title,
                row.status_words,
                row.trigger,
                row.sent,
                row.receivers,
                row.effects,
                row.can
            )
        };
        let lines = view.rows().map(line).collect();
        assert!(injects_view(&session, Viewer::Role(tiny::PRORAIL), texts(), language).line.is_empty());
        lines
    };
    check(
        lines,
        &expect![[r#"
            I-01 Kabelbrand | verstuurd | Op D+0 06:30 | Some("vr 4 okt 06:30") | ProRail en planner | ["Fysieke schade op spoor yard–border: verlies 100 %, ongeveer 15 uur werk voor één ploeg (crews), hoogstens 2 ploegen tegelijk, herstel kan na 2 uur beginnen."] | Actions { fire: false, hold: false, release: false, shift: false, skip: false, edit: true, see: true, answer: true, close: true, time_up: false }
            S-01 Vals NL-Alert | gereed | Met de hand | None | iedereen | [] | Actions { fire: true, hold: true, release: false, shift: true, skip: true, edit: true, see: false, answer: false, close: false, time_up: false }

            I-01 Cable fire | sent | At D+0 06:30 | Some("Fri 4 Oct 06:30") | ProRail and planner | ["Physical damage on rail line yard–border: 100 % lost, about 15 hours of work for one crew (crews), at most 2 crews at a time, repair can begin after 2 hours."] | Actions { fire: false, hold: false, release: false, shift: false, skip: false, edit: true, see: true, answer: true, close: true, time_up: false }
            S-01 False NL-Alert | ready | By hand | None | everybody | [] | Actions { fire: true, hold: true, release: false, shift: true, skip: true, edit: true, see: false, answer: false, close: false, time_up: false }"#]],
    );
}

#[test]
fn repair_and_movement() {
    let session = small();
    let lines = |language| {
        let mut lines = Vec::new();
        for viewer in [Viewer::Lead, Viewer::Role(tiny::PRORAIL)] {
            let repair = repair_view(&session, viewer, texts(), language);
            lines.extend(repair.crews.iter().map(|crew| format!("{} | {}", crew.name, crew.stands)));
            lines.extend(repair.damages.iter().map(|row| {
                format!(
                    "{} | {} | {} | {} | {} | {} | {:?}",
                    row.what, row.loss, row.since, row.teams, row.remaining, row.cause, row.order_as
                )
            }));
        }
        let view = movements_view(&session, Viewer::Role(tiny::PLANNER), texts(), language);
        for row in view.movements {
            lines.push(format!(
                "{} | {} | {} | {} | {} {} {} | {:?}",
                row.name,
                row.progress,
                row.due,
                row.outlook_words,
                row.aboard,
                row.ashore,
                row.under_way,
                row.plan_as
            ));
            lines.extend(row.ships.into_iter().map(|ship| ship.words));
            lines.extend(
                row.ways.into_iter().map(|way| format!("{} {}/{}", way.words, way.sets_free, way.sets)),
            );
        }
        lines
    };
    check(
        lines,
        &expect![[r#"
            crews | 2 ploegen aan het werk, 1 van 3 vrij
            fysieke schade op spoor yard–border | 80 % | vr 4 okt 06:30 | 2 ploegen | Nog ongeveer 6 uur | inject I-01 Kabelbrand | Some(RoleId(0))
            crews | 2 ploegen aan het werk, 1 van 3 vrij
            fysieke schade op spoor yard–border | 80 % | vr 4 okt 06:30 | 2 ploegen | Nog ongeveer 6 uur |  | Some(RoleId(0))
            Eerste brigade | 40 van 40 over de grens | di 8 okt 04:00 | Volledig over de grens op vr 4 okt 05:15 | 0 0 0 | Some(RoleId(3))
            Schip 1: port, vr 4 okt 02:00
            wagons naar abroad 100 % 1/3

            crews | 2 crews at work, 1 of 3 free
            physical damage on rail line yard–border | 80 % | Fri 4 Oct 06:30 | 2 crews | About 6 hours to go | inject I-01 Cable fire | Some(RoleId(0))
            crews | 2 crews at work, 1 of 3 free
            physical damage on rail line yard–border | 80 % | Fri 4 Oct 06:30 | 2 crews | About 6 hours to go |  | Some(RoleId(0))
            First brigade | 40 of 40 across the border | Tue 8 Oct 04:00 | Completely across the border at Fri 4 Oct 05:15 | 0 0 0 | Some(RoleId(3))
            Ship 1: port, Fri 4 Oct 02:00
            wagons to abroad 100 % 1/3"#]],
    );
}

#[test]
fn a_pool_with_its_policy_and_ledger() {
    let session = small();
    let lines = |language| {
        let view = pool_view(&session, Viewer::Role(tiny::PRORAIL), texts(), language, tiny::PATHS);
        let view = view.expect("the pool exists");
        let mut lines = vec![format!(
            "{} | {} | {} | {} | {:?}",
            view.line.name, view.line.kind_words, view.line.owner, view.capacity, view.line.divide_as
        )];
        lines.push(format!("{:?} | {:?} | {:?}", view.policy.changes, view.policy.until, view.policy.set));
        lines.extend(view.rows.iter().filter(|row| row.all.asked > 0 || row.minimum > 0).map(|row| {
            format!(
                "{} | min {} | {:?} | wait {} | {}",
                row.name, row.minimum, row.day, row.waiting, row.binding
            )
        }));
        lines
    };
    check(
        lines,
        &expect![[r#"
            paths | Spoor | ProRail: verkeersleiding en OCCR | Ruimte op het smalste deel: 0 treinen per uur | Some(RoleId(0))
            ["minimum 1 trein per uur voor levensbehoeften"] | Some("za 5 okt 00:00") | Some(PolicyChange { number: 1, time: "vr 4 okt 07:30", who: "ProRail: verkeersleiding en OCCR", changes: ["minimum 1 trein per uur voor levensbehoeften"], reason: "Voedsel gaat voor." })
            Levensbehoeften | min 1 | Counts { asked: 0, granted: 0, used: 0, refused: 0 } | wait 0 | 
            Militair transport | min 0 | Counts { asked: 2, granted: 2, used: 2, refused: 0 } | wait 0 | 
            Overige goederen | min 0 | Counts { asked: 7, granted: 3, used: 3, refused: 4 } | wait 2 | Wat nog vrij is op het spoor van port naar border van D+0 09:00 tot D+0 10:00 is vrijgehouden voor anderen. Wat helpt: later vertrekken, of een lager minimum of minder reserveringen voor de anderen (daarover beslist ProRail).

            paths | Rail | Rail manager ProRail | Room on the narrowest part: 0 trains per hour | Some(RoleId(0))
            ["minimum 1 train per hour for basic needs"] | Some("Sat 5 Oct 00:00") | Some(PolicyChange { number: 1, time: "Fri 4 Oct 07:30", who: "Rail manager ProRail", changes: ["minimum 1 train per hour for basic needs"], reason: "Voedsel gaat voor." })
            Basic needs | min 1 | Counts { asked: 0, granted: 0, used: 0, refused: 0 } | wait 0 | 
            Military transport | min 0 | Counts { asked: 2, granted: 2, used: 2, refused: 0 } | wait 0 | 
            Other freight | min 0 | Counts { asked: 7, granted: 3, used: 3, refused: 4 } | wait 2 | What is left on the rail line from port to border from D+0 09:00 to D+0 10:00 is kept free for others. What helps: leaving later, or a lower minimum or fewer reservations for the others (ProRail decides)."#]],
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "most of it is the text that is expected")]
fn facts_about_a_region_a_place_a_stretch_and_a_transport() {
    let session = small();
    let train = session.shown().consignments.active().next().map(|(_, row)| row.serial).expect("a train");
    let targets = [
        Target::Region(0),
        Target::Node(tiny::PORT.0),
        Target::Edge(tiny::RAIL_2.0),
        Target::Consignment(train),
    ];
    let lines = |language| {
        let viewer = Viewer::Role(tiny::PRORAIL);
        targets
            .iter()
            .flat_map(|target| inspector(inspect_view(&session, viewer, texts(), language, *target)))
            .collect()
    };
    check(
        lines,
        &expect![[r#"
            Een | Veiligheidsregio · Bericht van vr 4 okt 09:00
            # Vitale processen
            Elektriciteit | normaal, 100 % | Elektriciteit in Een: werkt normaal. / Bericht van vr 4 okt 09:00
            Mobiele telefonie | normaal, 100 % | Mobiele telefonie in Een: werkt normaal. / Bericht van vr 4 okt 09:00
            Ziekenhuizen | normaal, 100 % | Ziekenhuizen in Een: werkt normaal. / Bericht van vr 4 okt 09:00
            Spoor | normaal, 100 % | Spoor in Een: werkt normaal. / Bericht van vr 4 okt 09:00
            # 
            Inwoners | 100.000 | 
            port | Zeehaventerminal
            # Afhandeling
            Capaciteit | 40 verladingen per uur | 
            Schaarse capaciteit | quay | 
            Beheerder | operator | 
            # Wachtrij
            Geen |  | 
            # Wachtend op ruimte
            Overige goederen | 2 | 
            # 
            Veiligheidsregio | Een | 
            Spoor yard–border | Spoor
            # 
            Capaciteit | 0 treinen per uur | 
            Gewone capaciteit | 2 treinen per uur | 
            Wat het begrenst | fysieke schade op spoor yard–border | 
            Lengte | 30 km | 
            Reistijd | 30 minuten | 
            Schaarse capaciteit | paths | 
            Beheerder | ProRail: verkeersleiding en OCCR | 
            # Richting border
            10:00–11:00 | 0 van 0 | 
            11:00–12:00 | 0 van 0 | 
            12:00–13:00 | 0 van 0 | 
            13:00–14:00 | 0 van 0 | 
            14:00–15:00 | 0 van 0 | 
            15:00–16:00 | 0 van 0 | 
            # Richting yard
            10:00–11:00 | 0 van 0 | 
            11:00–12:00 | 0 van 0 | 
            12:00–13:00 | 0 van 0 | 
            13:00–14:00 | 0 van 0 | 
            14:00–15:00 | 0 van 0 | 
            15:00–16:00 | 0 van 0 | 
            # Schade en storingen
            fysieke schade op spoor yard–border | 80 % | Nog ongeveer 6 uur
            Goederentrein 6 | Spoor · Overige goederen
            # 
            Van | port | 
            Naar | abroad | 
            Stand | Wacht op ruimte om te vertrekken | 
            Staat bij | port | 
            Sinds | vr 4 okt 07:45 | 
            Wachttijd | 2 uur 15 minuten | 
            # Wacht op
            Wat nog vrij is op het spoor van port naar border van D+0 10:00 tot D+0 11:00 is vrijgehouden voor anderen. Wat helpt: later vertrekken, of een lager minimum of minder reserveringen voor de anderen (daarover beslist ProRail). |  | 
            Uitweg: ProRail vragen om een andere verdeling van paths; een afspraak duurt meestal 2 uur. |  | 
            Oorzaak: besluit 1 van ProRail. |  | 
            # Route die het wil nemen
            paths |  | 
            # Lading
            Categorie | Overige goederen | 

            Een | Safety region · Report of Fri 4 Oct 09:00
            # Vital processes
            Electricity | normal, 100 % | Electricity in Een: works normally. / Report of Fri 4 Oct 09:00
            Mobile telephony | normal, 100 % | Mobile telephony in Een: works normally. / Report of Fri 4 Oct 09:00
            Hospitals | normal, 100 % | Hospitals in Een: works normally. / Report of Fri 4 Oct 09:00
            Railways | normal, 100 % | Railways in Een: works normally. / Report of Fri 4 Oct 09:00
            # 
            Inhabitants | 100,000 | 
            port | Seaport terminal
            # Handling
            Capacity | 40 lifts per hour | 
            Scarce capacity | quay | 
            Manager | operator | 
            # Queue
            None |  | 
            # Waiting for room
            Other freight | 2 | 
            # 
            Safety region | Een | 
            Rail line yard–border | Rail
            # 
            Capacity | 0 trains per hour | 
            Ordinary capacity | 2 trains per hour | 
            What limits it | physical damage on rail line yard–border | 
            Length | 30 km | 
            Travel time | 30 minutes | 
            Scarce capacity | paths | 
            Manager | Rail manager ProRail | 
            # Towards border
            10:00–11:00 | 0 of 0 | 
            11:00–12:00 | 0 of 0 | 
            12:00–13:00 | 0 of 0 | 
            13:00–14:00 | 0 of 0 | 
            14:00–15:00 | 0 of 0 | 
            15:00–16:00 | 0 of 0 | 
            # Towards yard
            10:00–11:00 | 0 of 0 | 
            11:00–12:00 | 0 of 0 | 
            12:00–13:00 | 0 of 0 | 
            13:00–14:00 | 0 of 0 | 
            14:00–15:00 | 0 of 0 | 
            15:00–16:00 | 0 of 0 | 
            # Damage and disruptions
            physical damage on rail line yard–border | 80 % | About 6 hours to go
            Freight train 6 | Rail · Other freight
            # 
            From | port | 
            To | abroad | 
            Status | Waits for room to leave | 
            Stands at | port | 
            Since | Fri 4 Oct 07:45 | 
            Waiting time | 2 hours 15 minutes | 
            # Waits for
            What is left on the rail line from port to border from D+0 10:00 to D+0 11:00 is kept free for others. What helps: leaving later, or a lower minimum or fewer reservations for the others (ProRail decides). |  | 
            Way out: ask ProRail for another division of paths; an agreement usually takes 2 hours. |  | 
            Cause: decision 1 by ProRail. |  | 
            # Route it means to take
            paths |  | 
            # Cargo
            Category | Other freight |"#]],
    );
}
