//! Snapshots of commands, of the staff's script, of measured things and of time, in both languages.

use super::{
    country::{self, BRIGADE, FIRE, PATHS, RAIL, ROAD, SLOE, WATER, ZEELAND},
    sentences::check,
};
use doorvoerland::{
    sim::{
        command::{Command, Correction},
        country::{Class, Mode, Place},
        effect::{DamageKind, Effect, Target},
        ids::{InjectId, VectorId},
        lenses::RegionLens,
        metric::Metric,
        num::Level,
        plan::{Start, Trigger},
        time::{Span, Tick},
    },
    text::{Language, Texts},
};
use expect_test::expect;

#[test]
fn commands_read_like_decisions() {
    let commands = [
        Command::OrderRepair { damage: 1, rank: -5, reason: "De forens eerst".to_owned() },
        Command::OrderRepair { damage: 1, rank: 5, reason: "x".to_owned() },
        Command::OrderRepair { damage: 77, rank: 0, reason: "x".to_owned() },
        Command::HoldInject { inject: FIRE, hold: true },
        Command::HoldInject { inject: FIRE, hold: false },
        Command::MoveInject { inject: FIRE, to: Tick(300) },
        Command::SkipInject { inject: FIRE },
        Command::PlaceInject { inject: FIRE, place: Place::Stretch(RAIL) },
        Command::StageAct { vector: VectorId(0), place: Place::Country, at: Tick(300) },
        Command::SetPhase { phase: 3, reason: "Overleg".to_owned() },
        Command::InventInject { inject: Box::new(country::inject("I-99", "Nieuw", "New", Trigger::Manual)) },
        Command::Correct { correction: Correction::Slots(ROAD, 3_000), reason: "Telling".to_owned() },
        Command::PlanMovement {
            movement: BRIGADE,
            order: country::plan().movements[BRIGADE].order.clone(),
            reason: "Snelst".to_owned(),
        },
        Command::SetPolicy { pool: PATHS, policy: country::policy(), until: None, reason: "x".to_owned() },
    ];
    check(
        |narrator| {
            let records = narrator.records.iter().map(|record| narrator.record_sentence(record));
            records.chain(commands.iter().map(|command| narrator.command_sentence(command))).collect()
        },
        &expect![[r#"
            Besluit 1 van ProRail, D+2 14:00: Verdeelafspraak voor Brabantroute tot D+4 04:00: minimum 1 trein per 2 uur voor levensbehoeften; hoogstens 4 treinen per dag voor militair transport. Reden: De voedseltreinen gaan voor.
            Ingreep 2 van de oefenleiding, D+2 14:00: Inject I-01 Kabelbrand nu versturen.
            Besluit 3 van TOC/DVVO (tegenspel), D+2 14:00: Verplaatsing 1e Pantserbrigade: zware platte wagens naar Bergen op Zoom 100 %; vertrekken stilgelegd.
            Herstel eerder: spoor Roosendaal–Bergen op Zoom. Reden: De forens eerst.
            Herstel later: spoor Roosendaal–Bergen op Zoom. Reden: x.
            Herstel in gewone volgorde: schade of storing die al verholpen is. Reden: x.
            Inject I-01 Kabelbrand aanhouden.
            Inject I-01 Kabelbrand vrijgeven.
            Inject I-01 Kabelbrand verzetten naar D+3 03:00.
            Inject I-01 Kabelbrand laten vervallen.
            De plaats van inject I-01 Kabelbrand is nu spoor Roosendaal–Bergen op Zoom.
            Daad van de tegenstander: onbekend (het hele land), D+3 03:00.
            Fase van de escalatie wordt 3. Reden: Overleg.
            Nieuwe inject I-99 Nieuw.
            Cijfer aangepast, weg Vlissingen-Oost–Bergen op Zoom: 3.000 voertuigen per uur. Reden: Telling.
            Verplaatsing 1e Pantserbrigade: zware platte wagens naar Bergen op Zoom 100 %. Reden: Snelst.
            Verdeelafspraak voor Brabantroute: zoals gewoonlijk. Reden: x.
            Decision 1 by ProRail, D+2 14:00: Allocation agreement for Brabantroute until D+4 04:00: minimum 1 train per 2 hours for basic needs; at most 4 trains a day for military transport. Reason: De voedseltreinen gaan voor.
            Intervention 2 by the exercise lead, D+2 14:00: Send inject I-01 Cable fire now.
            Decision 3 by Defence movement control (response cell), D+2 14:00: Movement 1st Armoured Brigade: heavy flat wagons to Bergen op Zoom 100 %; departures stopped.
            Repair earlier: rail line Roosendaal–Bergen op Zoom. Reason: De forens eerst.
            Repair later: rail line Roosendaal–Bergen op Zoom. Reason: x.
            Repair in the ordinary order: damage or disruption that is over. Reason: x.
            Put inject I-01 Cable fire on hold.
            Release inject I-01 Cable fire.
            Move inject I-01 Cable fire to D+3 03:00.
            Drop inject I-01 Cable fire.
            The place of inject I-01 Cable fire is now rail line Roosendaal–Bergen op Zoom.
            Act of the opponent: unknown (the whole country), D+3 03:00.
            Phase of escalation becomes 3. Reason: Overleg.
            New inject I-99 New.
            Figure corrected, road Vlissingen-Oost–Bergen op Zoom: 3,000 vehicles per hour. Reason: Telling.
            Movement 1st Armoured Brigade: heavy flat wagons to Bergen op Zoom 100 %. Reason: Snelst.
            Allocation agreement for Brabantroute: as usual. Reason: x.
        "#]],
    );
}

#[test]
fn effects_and_triggers_tell_the_lead_what_is_planned() {
    let impair = Effect::Impair {
        target: Target::Process(WATER, ZEELAND),
        kind: DamageKind::Digital,
        loss: Level(Level::ONE.0 / 8),
        lasts: Span(101),
    };
    let ship = |by_ticks| Effect::ShiftShip { movement: BRIGADE, ship: 0, by_ticks };
    let teams = |change| Effect::Units { pool: country::CREWS, change };
    let demand = Effect::Demand { class: Class::Passenger, permille: 1_300, lasts: Span::hours(8) };
    let effects = [country::damage(), impair, ship(-144), ship(4), demand, teams(2), teams(-1)];
    let leak = country::plan().injects[InjectId(1)].trigger.clone();
    let Trigger::When(condition, _) = leak.clone() else { panic!("the leak waits for a condition") };
    let triggers = [
        Trigger::At(Tick(122)),
        Trigger::After(FIRE, Span::hours(4)),
        Trigger::After(FIRE, Span(0)),
        leak,
        Trigger::When(condition, Tick(96)),
        Trigger::Manual,
    ];
    check(
        |narrator| {
            let effects = effects.iter().map(|effect| narrator.effect_sentence(effect));
            effects.chain(triggers.iter().map(|trigger| narrator.trigger_sentence(trigger))).collect()
        },
        &expect![[r#"
            Fysieke schade op spoor Roosendaal–Bergen op Zoom: verlies 100 %, ongeveer 12,5 uur werk voor één ploeg (herstelploegen spoor), hoogstens 2 ploegen tegelijk, herstel kan na 3 uur beginnen.
            Digitale verstoring bij drinkwater in Zeeland: verlies 12,5 %, 1 dag 1 uur 15 minuten lang.
            Schip 1 van 1e Pantserbrigade komt 1 dag 12 uur eerder.
            Schip 1 van 1e Pantserbrigade komt 1 uur later.
            Vraag naar vervoer voor reizigers wordt 8 uur lang 130 % van gewoon.
            Herstelploegen spoor: 2 ploegen erbij.
            Herstelploegen spoor: 1 ploeg minder.
            Op D+1 06:30
            4 uur na inject I-01 Kabelbrand
            Samen met inject I-01 Kabelbrand
            Zodra geldt: drinkwater in Zeeland hoogstens 50 % en (inject I-01 Kabelbrand verstuurd of D+3 03:00 of later)
            Zodra geldt: drinkwater in Zeeland hoogstens 50 % en (inject I-01 Kabelbrand verstuurd of D+3 03:00 of later), niet vóór D+1 00:00
            Met de hand
            Physical damage on rail line Roosendaal–Bergen op Zoom: 100 % lost, about 12.5 hours of work for one crew (rail repair crews), at most 2 crews at a time, repair can begin after 3 hours.
            Digital disruption to drinking water in Zeeland: 12.5 % lost for 1 day 1 hour 15 minutes.
            Ship 1 of 1st Armoured Brigade arrives 1 day 12 hours earlier.
            Ship 1 of 1st Armoured Brigade arrives 1 hour later.
            Transport demand for passengers is 130 % of normal for 8 hours.
            Rail repair crews: 2 crews more.
            Rail repair crews: 1 crew fewer.
            At D+1 06:30
            4 hours after inject I-01 Cable fire
            Together with inject I-01 Cable fire
            As soon as: drinking water in Zeeland at most 50 % and (inject I-01 Cable fire sent or D+3 03:00 or later)
            As soon as: drinking water in Zeeland at most 50 % and (inject I-01 Cable fire sent or D+3 03:00 or later), not before D+1 00:00
            By hand
        "#]],
    );
}

#[test]
fn measured_things_have_a_name_and_a_unit() {
    let metrics = [
        (Metric::Level(WATER, Some(ZEELAND)), 455),
        (Metric::Level(WATER, None), 1000),
        (Metric::WorstLevel(ZEELAND), 0),
        (Metric::UnmetNeed(Some(ZEELAND)), 12_345),
        (Metric::UnmetNeed(None), 1),
        (Metric::Delivered(BRIGADE), 333),
        (Metric::DeliveredPieces(BRIGADE), 1_250),
        (Metric::Ashore(BRIGADE), 0),
        (Metric::Waiting(Class::Military), 3),
        (Metric::Moving(Mode::Rail), 60),
        (Metric::TerminalQueue(SLOE), 4),
        (Metric::Refused(PATHS), 5),
        (Metric::CivilDelay, 1_200),
        (Metric::AmmunitionStalled, 1),
        (Metric::OpenDamages, 2),
    ];
    check(
        |narrator| {
            let lenses = [RegionLens::WorstLevel, RegionLens::Level(WATER), RegionLens::UnmetNeed];
            let named = metrics.map(|(metric, value)| {
                format!("{} {}", narrator.metric_name(metric), narrator.metric_value(metric, value))
            });
            named.into_iter().chain(lenses.map(|lens| narrator.region_lens(lens))).collect()
        },
        &expect![[r#"
            Drinkwater in Zeeland 45,5 %
            Drinkwater in het land 100 %
            Zwakste voorziening in Zeeland 0 %
            Wat mensen tekortkwamen in Zeeland 12.345 persoonsdagen
            Wat mensen tekortkwamen in het land 1 persoonsdag
            Deel over de grens, 1e Pantserbrigade 33,3 %
            Materieel over de grens, 1e Pantserbrigade 1.250
            Materieel op de kade, 1e Pantserbrigade 0
            Wachtend op ruimte, militair transport 3
            Onderweg, spoor 60
            Wachtrij, Vlissingen-Oost 4
            Geweigerde aanvragen, Brabantroute 5
            Vertraging van burgerverkeer 1.200 uur
            Munitietreinen stil op onveilige plaats 1 uur
            Openstaande schades en storingen 2
            Zwakste voorziening
            Drinkwater
            Wat mensen tekortkwamen
            Drinking water in Zeeland 45.5 %
            Drinking water nationwide 100 %
            Weakest service in Zeeland 0 %
            What people went without in Zeeland 12,345 person-days
            What people went without nationwide 1 person-day
            Share across the border, 1st Armoured Brigade 33.3 %
            Pieces across the border, 1st Armoured Brigade 1,250
            Pieces on the quay, 1st Armoured Brigade 0
            Waiting for room, military transport 3
            Under way, rail 60
            Queue, Vlissingen-Oost 4
            Refused requests, Brabantroute 5
            Delay of civil transport 1,200 hours
            Ammunition trains still in unsafe places 1 hour
            Open damage and disruptions 2
            Weakest service
            Drinking water
            What people went without
        "#]],
    );
}

#[test]
fn dates_and_spans_follow_the_language() {
    let start = Start { epoch_day: 20_740, quarter: 0 };
    check(
        |narrator| {
            let (texts, language) = (narrator.texts, narrator.language);
            let mut told = vec![
                texts.date_time(language, start, Tick(59)),
                texts.moment(language, start, Tick(12 * 96 + 59)),
                texts.day_in_full(language, start, Tick(0)),
                texts.list(language, &["a", "b", "c"].map(str::to_owned)),
                texts.choice(language, &["a", "b"].map(str::to_owned)),
            ];
            told.extend([0, 1, 3, 4, 96, 208, 193].map(|ticks| texts.span(language, Span(ticks))));
            told.extend([1, 4, 10, 400].map(|ticks| texts.hours(language, Span(ticks))));
            told
        },
        &expect![[r#"
            wo 14 okt 14:45
            D+12 14:45 (ma 26 okt)
            14 oktober 2026
            a, b en c
            a of b
            0 minuten
            15 minuten
            45 minuten
            1 uur
            1 dag
            2 dagen 4 uur
            2 dagen 15 minuten
            0,25 uur
            1 uur
            2,5 uur
            100 uur
            Wed 14 Oct 14:45
            D+12 14:45 (Mon 26 Oct)
            14 October 2026
            a, b and c
            a or b
            0 minutes
            15 minutes
            45 minutes
            1 hour
            1 day
            2 days 4 hours
            2 days 15 minutes
            0.25 hours
            1 hour
            2.5 hours
            100 hours
        "#]],
    );
}

#[test]
fn languages_are_known_by_their_code() {
    for (typed, language) in [
        ("nl", Some(Language::Nl)),
        ("EN", Some(Language::En)),
        ("nl_NL.UTF-8", Some(Language::Nl)),
        ("en-GB", Some(Language::En)),
        ("fr", None),
        ("", None),
    ] {
        assert_eq!(Language::from_code(typed), language, "{typed}");
    }
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Texts::new());
}
