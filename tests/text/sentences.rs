//! Snapshots of events, refusals, obstacles and causes, in both languages.

use super::country::{
    self, BRIGADE, ELECTRICITY, FIRE, ORE, PATHS, PRORAIL, QUAY, RAIL, ROAD, SLOE, TOC, WATER, ZEELAND,
};
use doorvoerland::{
    sim::{
        cause::Cause,
        check::{Refusal, Thing},
        command::Correction,
        country::{Basis, Class, Limited},
        effect::{DamageKind, Target},
        event::{Binding, Event},
        ids::{InjectId, NodeId, PoolId, RegionId, VectorId},
        state::{InjectStatus, What},
        time::{LAST_TICK, Span, Tick},
    },
    text::{Language, Narrator, Texts},
};
use expect_test::{Expect, expect};

/// Tells everything in both languages and checks that no key and no variable is left open.
pub(super) fn check(tell: impl Fn(&Narrator) -> Vec<String>, expected: &Expect) {
    let texts = Texts::new();
    let (country, plan) = (country::country(), country::plan());
    let (state, records) = (country::state(&country, &plan), country::records());
    let mut told = String::new();
    for language in Language::ALL {
        let narrator = Narrator {
            texts: &texts,
            language,
            country: &country,
            plan: &plan,
            state: &state,
            records: &records,
        };
        for sentence in tell(&narrator) {
            assert!(!sentence.contains(['[', '{', ']', '}']), "left open: {sentence}");
            told.push_str(&sentence);
            told.push('\n');
        }
    }
    expected.assert_eq(&told);
}

#[test]
fn a_sentence_has_one_stop_and_what_was_typed_keeps_its_own() {
    let texts = Texts::new();
    for (cause, said) in [
        ("kabelbrand", "Oorzaak: kabelbrand."),
        ("Waarom verkleurt Zeeland?", "Oorzaak: Waarom verkleurt Zeeland?"),
        ("de stroom is weg.", "Oorzaak: de stroom is weg."),
        ("wie weet?... of toch", "Oorzaak: wie weet?... of toch."),
        ("wie weet?...", "Oorzaak: wie weet?..."),
        ("", "Oorzaak: ."),
    ] {
        assert_eq!(texts.say(Language::Nl, "cause-line", &[("cause", cause.into())]), said);
    }
    // What stands in the middle of a sentence takes nothing from it.
    let middle = [("what", "Wat nu?".into()), ("reason", "Daarom.".into())];
    assert_eq!(texts.say(Language::Nl, "command-with-reason", &middle), "Wat nu? Reden: Daarom.");
}

#[test]
fn events_of_script_and_network_name_place_and_cause() {
    let events = [
        (Event::InjectSent(FIRE), Cause::Routine),
        (Event::InjectHeld(FIRE, true), Cause::Command(2)),
        (Event::InjectHeld(FIRE, false), Cause::Routine),
        (Event::InjectMoved(FIRE, Tick(250)), Cause::Routine),
        (Event::InjectSkipped(InjectId(1)), Cause::Routine),
        (Event::InjectInvented(InjectId(9)), Cause::Routine),
        (Event::InjectPlaced(FIRE), Cause::Routine),
        (Event::PhaseChanged(1, 2), Cause::Routine),
        (
            Event::Damaged {
                damage: 1,
                target: Target::Edge(RAIL),
                kind: DamageKind::Physical,
                loss_permille: 1000,
            },
            Cause::Inject(FIRE),
        ),
        (Event::RepairStarted(1, Target::Terminal(SLOE)), Cause::Routine),
        (Event::Repaired(1, Target::Process(WATER, ZEELAND)), Cause::Routine),
        (Event::RepairOrdered(1, Target::Edge(ROAD)), Cause::Command(1)),
        (
            Event::LevelChanged { process: WATER, region: ZEELAND, from: 4, to: 2 },
            Cause::Process(ELECTRICITY),
        ),
        (Event::LevelChanged { process: WATER, region: ZEELAND, from: 0, to: 1 }, Cause::Routine),
        (Event::EdgeClosed(RAIL), Cause::Damage(1)),
        (Event::EdgeOpened(RAIL), Cause::Routine),
    ];
    check(
        |narrator| events.iter().map(|(event, cause)| narrator.event_sentence(event, *cause)).collect(),
        &expect![[r#"
            Inject I-01 Kabelbrand verstuurd aan ProRail en TOC/DVVO (telefoon).
            Inject I-01 Kabelbrand aangehouden. Oorzaak: ingreep 2 van de oefenleiding.
            Inject I-01 Kabelbrand weer vrijgegeven.
            Inject I-01 Kabelbrand verzet naar D+2 14:30.
            Inject I-03 Lek vervalt.
            Inject onbekend toegevoegd tijdens de oefening.
            Inject I-01 Kabelbrand heeft een andere plaats.
            Fase van de escalatie is 2 (was 1).
            Fysieke schade op spoor Roosendaal–Bergen op Zoom: verlies 100 %. Oorzaak: inject I-01 Kabelbrand.
            Herstel begonnen aan terminal Vlissingen-Oost.
            Verholpen: drinkwater in Zeeland.
            Herstelvolgorde gewijzigd voor weg Vlissingen-Oost–Bergen op Zoom. Oorzaak: besluit 1 van ProRail.
            Drinkwater in Zeeland: van normaal naar beperkt. Oorzaak: verstoring van elektriciteit.
            Drinkwater in Zeeland: herstelt van uitgevallen naar ernstig beperkt.
            Spoor Roosendaal–Bergen op Zoom is dicht. Oorzaak: fysieke schade door inject I-01 Kabelbrand.
            Spoor Roosendaal–Bergen op Zoom is weer open.
            Inject I-01 Cable fire sent to ProRail and Defence movement control (telephone).
            Inject I-01 Cable fire put on hold. Cause: intervention 2 by the exercise lead.
            Inject I-01 Cable fire released again.
            Inject I-01 Cable fire moved to D+2 14:30.
            Inject I-03 Lek dropped.
            Inject unknown added during the exercise.
            Inject I-01 Cable fire has another place.
            Phase of escalation is 2 (was 1).
            Physical damage on rail line Roosendaal–Bergen op Zoom: 100 % lost. Cause: inject I-01 Cable fire.
            Repair begun on terminal Vlissingen-Oost.
            Resolved: drinking water in Zeeland.
            Repair order changed for road Vlissingen-Oost–Bergen op Zoom. Cause: decision 1 by ProRail.
            Drinking water in Zeeland: from normal to limited. Cause: disruption of electricity.
            Drinking water in Zeeland: recovers from out of service to severely limited.
            Rail line Roosendaal–Bergen op Zoom is closed. Cause: physical damage caused by inject I-01 Cable fire.
            Rail line Roosendaal–Bergen op Zoom is open again.
        "#]],
    );
}

#[test]
fn events_of_transport_and_pools_name_place_and_cause() {
    let special = What::Special(0);
    let unit = What::Movement(BRIGADE, 0);
    let events = [
        (Event::ShipBerthed(BRIGADE, 0), Cause::Scenario),
        (Event::ShipUnloaded(BRIGADE, 0), Cause::Routine),
        (Event::ShipShifted(BRIGADE, 0, Tick(144)), Cause::Inject(InjectId(1))),
        (Event::Departed(1_204, unit, SLOE), Cause::Routine),
        (Event::Held(7, special, NodeId(1)), Cause::Damage(1)),
        (Event::Rerouted(7, special, NodeId(1)), Cause::Damage(99)),
        (Event::Arrived(8, What::Freight(ORE), NodeId(2)), Cause::Routine),
        (Event::AmmunitionStalled(7, NodeId(1)), Cause::Damage(1)),
        (Event::AmmunitionSheltered(7, NodeId(1)), Cause::Routine),
        (Event::MovementCompleted(BRIGADE), Cause::Routine),
        (Event::MovementLate(BRIGADE, 1_204), Cause::Routine),
        (Event::MovementPlanned(BRIGADE), Cause::Command(3)),
        (Event::PolicySet(PATHS), Cause::Command(1)),
        (Event::PolicyEnded(PATHS), Cause::Routine),
        (Event::Corrected(Correction::Slots(RAIL, 1)), Cause::Command(44)),
        (Event::Corrected(Correction::Handling(SLOE, 1_200)), Cause::Routine),
        (Event::Corrected(Correction::Units(country::CREWS, 1)), Cause::Routine),
        (Event::RefusedLate(1, Refusal::OrderIncomplete), Cause::Routine),
    ];
    check(
        |narrator| events.iter().map(|(event, cause)| narrator.event_sentence(event, *cause)).collect(),
        &expect![[r#"
            Schip 1 van 1e Pantserbrigade ligt aan de kade (Vlissingen-Oost). Oorzaak: de uitgangssituatie van het scenario.
            Schip 1 van 1e Pantserbrigade is gelost (Vlissingen-Oost).
            Schip 1 van 1e Pantserbrigade komt nu op D+1 12:00. Oorzaak: inject I-03 Lek.
            Trein 1204 van 1e Pantserbrigade is vertrokken vanaf Vlissingen-Oost.
            Munitietrein (7) is stilgezet bij Roosendaal. Oorzaak: fysieke schade op spoor Roosendaal–Bergen op Zoom door inject I-01 Kabelbrand.
            Munitietrein (7) gaat vanaf Roosendaal verder langs een andere weg. Oorzaak: schade of storing die al verholpen is.
            Vrachtschip 8 is aangekomen bij Bergen op Zoom.
            Munitietrein 7 staat stil bij Roosendaal, buiten een veilig spoor. Oorzaak: fysieke schade op spoor Roosendaal–Bergen op Zoom door inject I-01 Kabelbrand.
            Munitietrein 7 wijkt uit naar een veilig spoor bij Roosendaal.
            Verplaatsing 1e Pantserbrigade is volledig over de grens.
            Verplaatsing 1e Pantserbrigade haalt de datum niet: 1.204 stuks materieel ontbreken.
            Planning van verplaatsing 1e Pantserbrigade gewijzigd. Oorzaak: besluit 3 van TOC/DVVO (tegenspel).
            Nieuwe verdeelafspraak voor Brabantroute. Oorzaak: besluit 1 van ProRail.
            Verdeelafspraak voor Brabantroute is afgelopen, de gewone afspraak geldt weer.
            De oefenleiding past een cijfer aan, spoor Roosendaal–Bergen op Zoom: 1 trein per 2 uur. Oorzaak: besluit 44.
            De oefenleiding past een cijfer aan, terminal Vlissingen-Oost: 1.200 verladingen per uur.
            De oefenleiding past een cijfer aan, Herstelploegen spoor: 1 ploeg.
            Besluit 1 van ProRail gaat niet door. De verdringingsvolgorde moet elke categorie precies één keer noemen.
            Ship 1 of 1st Armoured Brigade is at the quay (Vlissingen-Oost). Cause: the starting situation of the scenario.
            Ship 1 of 1st Armoured Brigade is unloaded (Vlissingen-Oost).
            Ship 1 of 1st Armoured Brigade now arrives at D+1 12:00. Cause: inject I-03 Lek.
            Train 1204 of 1st Armoured Brigade has left Vlissingen-Oost.
            Ammunition train (7) has been stopped at Roosendaal. Cause: physical damage on rail line Roosendaal–Bergen op Zoom caused by inject I-01 Cable fire.
            Ammunition train (7) goes on from Roosendaal by another way. Cause: damage or disruption that is over.
            Cargo ship 8 has arrived at Bergen op Zoom.
            Ammunition train 7 stands still at Roosendaal, outside a safe siding. Cause: physical damage on rail line Roosendaal–Bergen op Zoom caused by inject I-01 Cable fire.
            Ammunition train 7 is diverted to a safe siding at Roosendaal.
            Movement 1st Armoured Brigade is completely across the border.
            Movement 1st Armoured Brigade misses its date: 1,204 pieces are missing.
            Plan of movement 1st Armoured Brigade changed. Cause: decision 3 by Defence movement control (response cell).
            New allocation agreement for Brabantroute. Cause: decision 1 by ProRail.
            Allocation agreement for Brabantroute has ended, the ordinary one holds again.
            The exercise lead corrects a figure, rail line Roosendaal–Bergen op Zoom: 1 train per 2 hours. Cause: decision 44.
            The exercise lead corrects a figure, terminal Vlissingen-Oost: 1,200 lifts per hour.
            The exercise lead corrects a figure, Rail repair crews: 1 crew.
            Decision 1 by ProRail does not take effect. The priority order must name every category exactly once.
        "#]],
    );
}

#[test]
fn refusals_say_who_decides_what_is_missing_and_a_way_out() {
    let missing = |what, basis| Refusal::BasisMissing {
        pool: PATHS,
        what,
        basis,
        limit: 0,
        provider: country::MINDEF,
        delay: Span::hours(18),
    };
    let refusals = [
        Refusal::NotOwner { pool: PATHS, owner: PRORAIL },
        missing(Limited::DayCapAbove(Class::Military, 1), Basis::G4),
        missing(Limited::MinimumAbove(Class::Military, 0), Basis::G5),
        missing(Limited::MinimumAbove(Class::Military, 2), Basis::G5),
        missing(Limited::Before(Class::Military, Class::Passenger), Basis::G5),
        missing(Limited::CapBelow(Class::LifeSupport, 10), Basis::G6),
        Refusal::NotCrewOwner { owner: PRORAIL },
        Refusal::NoDayCap { pool: country::CREWS },
        Refusal::NotMovementPlanner { owner: Some(TOC) },
        Refusal::NotMovementPlanner { owner: None },
    ];
    check(
        |narrator| refusals.iter().map(|refusal| narrator.refusal_sentence(refusal)).collect(),
        &expect![[r#"
            Over Brabantroute beslist ProRail (G0 eigen bevoegdheid of contract). Vraag het aan ProRail: G1 verzoek en afspraak duurt meestal een half uur tot 2 uur, en weigeren mag.
            Meer dan 1 trein per dag voor militair transport op Brabantroute mag ProRail niet alleen besluiten. Daarvoor ontbreekt G4 sectorale crisisbevoegdheid; die kan komen van de minister van Defensie en dat duurt ongeveer 18 uur. Wat wel kan: bij 1 trein per dag blijven voor militair transport.
            Een gegarandeerd minimum voor militair transport op Brabantroute mag ProRail niet alleen besluiten. Daarvoor ontbreekt G5 noodbepalingen bij koninklijk besluit; die kan komen van de minister van Defensie en dat duurt ongeveer 18 uur. Wat wel kan: geen minimum voor militair transport vastleggen.
            Een minimum boven 2 treinen per 2 uur voor militair transport op Brabantroute mag ProRail niet alleen besluiten. Daarvoor ontbreekt G5 noodbepalingen bij koninklijk besluit; die kan komen van de minister van Defensie en dat duurt ongeveer 18 uur. Wat wel kan: het minimum voor militair transport op 2 treinen per 2 uur of lager houden.
            Militair transport vóór reizigers op Brabantroute mag ProRail niet alleen besluiten. Daarvoor ontbreekt G5 noodbepalingen bij koninklijk besluit; die kan komen van de minister van Defensie en dat duurt ongeveer 18 uur. Wat wel kan: reizigers vóór militair transport houden.
            Een maximum onder 10 treinen per 2 uur voor levensbehoeften op Brabantroute mag ProRail niet alleen besluiten. Daarvoor ontbreekt G6 noodtoestand; die kan komen van de minister van Defensie en dat duurt ongeveer 18 uur. Wat wel kan: het maximum voor levensbehoeften op 10 treinen per 2 uur of hoger houden.
            Deze herstelploegen stuurt ProRail. Vraag het aan ProRail: verzoek en afspraak duurt meestal een half uur tot 2 uur.
            Voor Herstelploegen spoor bestaat geen maximum per dag: de ploegen worden steeds opnieuw verdeeld. Gebruik het maximum, dat is het aantal ploegen tegelijk.
            Militaire verplaatsingen plant TOC/DVVO. Vraag het aan TOC/DVVO: verzoek en afspraak duurt meestal een half uur tot 2 uur.
            In deze oefening plant geen enkele rol militaire verplaatsingen. Vraag het de oefenleiding.
            ProRail decides about Brabantroute (G0 own authority or contract). Ask ProRail: G1 request and agreement usually takes half an hour to 2 hours, and may be refused.
            ProRail may not decide alone on more than 1 train a day for military transport on Brabantroute. What is missing is G4 sectoral crisis powers; it can come from the Minister of Defence and takes about 18 hours. What is possible: staying at 1 train a day for military transport.
            ProRail may not decide alone on a guaranteed minimum for military transport on Brabantroute. What is missing is G5 emergency provisions by royal decree; it can come from the Minister of Defence and takes about 18 hours. What is possible: setting no minimum for military transport.
            ProRail may not decide alone on a minimum above 2 trains per 2 hours for military transport on Brabantroute. What is missing is G5 emergency provisions by royal decree; it can come from the Minister of Defence and takes about 18 hours. What is possible: keeping the minimum for military transport at 2 trains per 2 hours or lower.
            ProRail may not decide alone on military transport before passengers on Brabantroute. What is missing is G5 emergency provisions by royal decree; it can come from the Minister of Defence and takes about 18 hours. What is possible: keeping passengers before military transport.
            ProRail may not decide alone on a maximum below 10 trains per 2 hours for basic needs on Brabantroute. What is missing is G6 state of emergency; it can come from the Minister of Defence and takes about 18 hours. What is possible: keeping the maximum for basic needs at 10 trains per 2 hours or higher.
            ProRail sends these repair crews. Ask ProRail: request and agreement usually takes half an hour to 2 hours.
            Rail repair crews cannot have a maximum a day: the crews are divided anew all the time. Use the maximum, which is the number of crews at a time.
            Defence movement control plans military movements. Ask Defence movement control: request and agreement usually takes half an hour to 2 hours.
            No role in this exercise plans military movements. Ask the exercise lead.
        "#]],
    );
}

#[test]
fn refusals_about_an_opponent_say_what_to_do() {
    let refusals = [
        Refusal::Unknown(Thing::Vector),
        Refusal::Unknown(Thing::Phase),
        Refusal::NoAct(FIRE),
        Refusal::ActElsewhere { vector: VectorId(0) },
        Refusal::TooManyActs { most: 400 },
    ];
    check(
        |narrator| refusals.iter().map(|refusal| narrator.refusal_sentence(refusal)).collect(),
        &expect![[r#"
            Deze daad bestaat niet. Kies er een uit de lijst.
            Deze fase bestaat niet. Kies 0 tot en met 8.
            Inject I-01 Kabelbrand is geen daad van de tegenstander. Alleen van zo'n daad kan de plaats worden gekozen.
            Onbekend kan op deze plaats niet. Kies een plaats uit de lijst.
            Er zijn al 400 daden van de tegenstander. Meer kan in een oefening niet.
            This act does not exist. Choose one from the list.
            This phase does not exist. Choose 0 to 8.
            Inject I-01 Cable fire is no act of the opponent. Only such an act has a place to choose.
            Unknown is not possible at this place. Choose a place from the list.
            There have been 400 acts of the opponent. An exercise cannot have more.
        "#]],
    );
}

#[test]
fn refusals_say_what_is_wrong_and_what_to_do() {
    let refusals = [
        Refusal::LeadOnly,
        Refusal::InThePast { now: Tick(250), effective: Tick(120) },
        Refusal::TooFarAhead { last: LAST_TICK },
        Refusal::Unknown(Thing::Pool),
        Refusal::Unknown(Thing::Damage),
        Refusal::Unknown(Thing::Movement),
        Refusal::Unknown(Thing::Inject),
        Refusal::Unknown(Thing::Figure),
        Refusal::Unknown(Thing::Target),
        Refusal::Unknown(Thing::Role),
        Refusal::InjectOver(FIRE, InjectStatus::Sent),
        Refusal::InjectOver(FIRE, InjectStatus::Skipped),
        Refusal::InjectCodeTaken("I-01".to_owned()),
        Refusal::OrderIncomplete,
        Refusal::MinimaTooHigh { pool: PATHS, capacity: 4 },
        Refusal::MinimaTooHigh { pool: QUAY, capacity: 40 },
        Refusal::SharesWrong(BRIGADE),
        Refusal::ReasonMissing,
        Refusal::TextBad,
        Refusal::EndsBeforeStart,
        Refusal::NotOwner { pool: PoolId(99), owner: PRORAIL },
    ];
    check(
        |narrator| refusals.iter().map(|refusal| narrator.refusal_sentence(refusal)).collect(),
        &expect![[r#"
            Dit kan alleen de oefenleiding. Vraag het aan de oefenleider.
            D+1 06:00 is al voorbij, het is nu D+2 14:30. Laat het vanaf nu ingaan, of maak een variant vanaf dat moment.
            Zo ver vooruit kan niet, het laatste moment is D+730 00:00. Kies een eerder moment.
            Deze schaarse capaciteit bestaat niet. Kies er een van het verdeelbord.
            Deze schade is er niet meer of herstelt vanzelf. Kies een andere.
            Deze verplaatsing bestaat niet. Kies er een uit de lijst.
            Deze inject bestaat niet. Kies er een uit de lijst.
            Dit cijfer kan niet aangepast worden, want het bestaat niet.
            De inject noemt iets dat niet bestaat. Controleer ontvangers, gevolgen en moment.
            Deze rol bestaat niet in deze oefening.
            Inject I-01 Kabelbrand is al verstuurd. Neem er een achter de hand of maak een nieuwe.
            Inject I-01 Kabelbrand is vervallen. Neem er een achter de hand of maak een nieuwe.
            Er is al een inject met code I-01. Kies een andere code.
            De verdringingsvolgorde moet elke categorie precies één keer noemen.
            De minima voor Brabantroute passen niet: de ruimte op het smalste deel is 4 treinen per 2 uur, en een minimum mag niet boven zijn maximum liggen. Verlaag een minimum.
            De minima voor Sloehaven passen niet: de ruimte op het smalste deel is 40 verladingen per uur, en een minimum mag niet boven zijn maximum liggen. Verlaag een minimum.
            De delen van verplaatsing 1e Pantserbrigade moeten samen 100 % zijn, één deel per bestemming.
            Geef een reden: die hoort bij het besluit.
            De tekst is langer dan 4.000 tekens of bevat tekens die niet kunnen. Kort hem in of typ hem opnieuw.
            De afspraak eindigt voordat zij ingaat. Kies een later einde.
            Over onbekend beslist ProRail (G0 eigen bevoegdheid of contract). Vraag het aan ProRail: G1 verzoek en afspraak duurt meestal een half uur tot 2 uur, en weigeren mag.
            Only the exercise lead can do this. Ask the exercise lead.
            D+1 06:00 is past, it is D+2 14:30 now. Let it take effect from now, or make a variant from that moment.
            That is too far ahead, the last moment is D+730 00:00. Choose an earlier moment.
            This scarce capacity does not exist. Choose one from the allocation board.
            This damage is gone or ends by itself. Choose another.
            This movement does not exist. Choose one from the list.
            This inject does not exist. Choose one from the list.
            This figure cannot be corrected because it does not exist.
            The inject names something that does not exist. Check receivers, effects and moment.
            This role does not exist in this exercise.
            Inject I-01 Cable fire was sent already. Take one from the shelf or make a new one.
            Inject I-01 Cable fire was dropped. Take one from the shelf or make a new one.
            There is an inject with code I-01 already. Choose another code.
            The priority order must name every category exactly once.
            The minima for Brabantroute do not fit: the narrowest part has 4 trains per 2 hours, and a minimum may not exceed its maximum. Lower a minimum.
            The minima for Sloehaven do not fit: the narrowest part has 40 lifts per hour, and a minimum may not exceed its maximum. Lower a minimum.
            The shares of movement 1st Armoured Brigade must add up to 100 %, one share for each destination.
            Give a reason: it belongs to the decision.
            The text is longer than 4,000 characters or holds characters that cannot be used. Shorten it or type it again.
            The agreement ends before it begins. Choose a later end.
            ProRail decides about unknown (G0 own authority or contract). Ask ProRail: G1 request and agreement usually takes half an hour to 2 hours, and may be refused.
        "#]],
    );
}

#[test]
fn what_binds_comes_with_what_would_help() {
    let [rail, _] = RAIL.links();
    let [_, road] = ROAD.links();
    let bindings = [
        Binding::Slots(rail, 61),
        Binding::Slots(road, 61),
        Binding::KeptFree(rail, 61),
        Binding::Cap(rail, 61),
        Binding::DayCap(PATHS),
        Binding::NoWay,
        Binding::Handling(SLOE),
    ];
    check(
        |narrator| bindings.iter().map(|binding| narrator.binding_sentence(*binding)).collect(),
        &expect![[r#"
            Het spoor van Roosendaal naar Bergen op Zoom is dicht. Wat helpt: herstel, of een andere weg of vervoerswijze.
            De weg van Bergen op Zoom naar Vlissingen-Oost is vol van D+2 13:00 tot D+2 14:00. Wat helpt: later vertrekken, een andere weg, of minder ander verkeer (daarover beslist de beheerder).
            Wat nog vrij is op het spoor van Roosendaal naar Bergen op Zoom van D+2 12:00 tot D+2 14:00 is vrijgehouden voor anderen. Wat helpt: later vertrekken, of een lager minimum of minder reserveringen voor de anderen (daarover beslist ProRail).
            Deze categorie heeft haar maximum op het spoor van Roosendaal naar Bergen op Zoom van D+2 12:00 tot D+2 14:00. Wat helpt: later vertrekken, of een hoger maximum (daarover beslist ProRail).
            Het maximum per dag voor deze categorie op Brabantroute is bereikt. Wat helpt: wachten tot de volgende dag, een andere weg, of een hoger maximum (daarover beslist ProRail).
            Er is geen open weg naar de bestemming. Wat helpt: herstel, of een andere vervoerswijze of bestemming.
            De afhandeling bij Vlissingen-Oost is vol of vrijgehouden voor anderen. Wat helpt: wachten, een andere terminal, of een andere verdeelafspraak (daarover beslist de terminaloperator).
            The rail line from Roosendaal to Bergen op Zoom is closed. What helps: repair, or another way or mode.
            The road from Bergen op Zoom to Vlissingen-Oost is full from D+2 13:00 to D+2 14:00. What helps: leaving later, another way, or less other traffic (the manager decides).
            What is left on the rail line from Roosendaal to Bergen op Zoom from D+2 12:00 to D+2 14:00 is kept free for others. What helps: leaving later, or a lower minimum or fewer reservations for the others (ProRail decides).
            This category has reached its maximum on the rail line from Roosendaal to Bergen op Zoom from D+2 12:00 to D+2 14:00. What helps: leaving later, or a higher maximum (ProRail decides).
            The daily maximum for this category on Brabantroute is reached. What helps: waiting for the next day, another way, or a higher maximum (ProRail decides).
            There is no open way to the destination. What helps: repair, or another mode or destination.
            Handling at Vlissingen-Oost is full or kept free for others. What helps: waiting, another terminal, or another allocation agreement (the terminal operator decides).
        "#]],
    );
}

#[test]
fn a_chain_of_causes_ends_where_it_began() {
    check(
        |narrator| {
            let causes =
                [Cause::Routine, Cause::Scenario, Cause::Damage(2), Cause::Command(3), Cause::Command(99)];
            let mut told =
                vec![narrator.why_sentence(WATER, ZEELAND), narrator.why_sentence(WATER, RegionId(1))];
            told.extend(causes.map(|cause| narrator.cause_sentence(cause)));
            told
        },
        &expect![[r#"
            Drinkwater in Zeeland: werkt niet volledig. Dat komt door verstoring van elektriciteit, en dat door fysieke schade bij elektriciteit in Zeeland, en dat door inject I-01 Kabelbrand.
            Drinkwater in Midden- en West-Brabant: werkt normaal.
            Oorzaak: de gewone gang van zaken.
            Oorzaak: de uitgangssituatie van het scenario.
            Oorzaak: fysieke schade bij elektriciteit in Zeeland door inject I-01 Kabelbrand.
            Oorzaak: besluit 3 van TOC/DVVO (tegenspel).
            Oorzaak: besluit 99.
            Drinking water in Zeeland: not fully working. That is because of disruption of electricity, and that because of physical damage to electricity in Zeeland, and that because of inject I-01 Cable fire.
            Drinking water in Midden- en West-Brabant: works normally.
            Cause: the ordinary course of things.
            Cause: the starting situation of the scenario.
            Cause: physical damage to electricity in Zeeland caused by inject I-01 Cable fire.
            Cause: decision 3 by Defence movement control (response cell).
            Cause: decision 99.
        "#]],
    );
}
