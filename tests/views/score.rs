//! The consequences in words: what is read first, what is said not to be computed, and that only the lead reads it.

use super::fixture::{by, texts};
use crate::rules::tiny;
use doorvoerland::{
    scenario::load,
    session::Session,
    sim::{
        command::{Actor, Command},
        effect::{DamageKind, Effect, Target},
        ids::{DenseId, InjectId},
        num::Level,
        plan::Trigger,
        time::{Span, Tick},
    },
    text::Language,
    view::{
        score_view::{ScoreView, score_view},
        viewer::Viewer,
    },
};
use expect_test::expect;
use std::{fmt::Write as _, sync::Arc};

/// A day and a half after a region of the shipped country lost its power for a day, with three hundred casualties.
fn night() -> Session {
    let text = include_str!("../validation/ordinary.ron");
    let exercise = crate::scenario_files::build(text).unwrap_or_else(|error| panic!("{error}"));
    let zeeland = exercise.country.regions.find(|row| row.code == "VR19").expect("Zeeland");
    let power = exercise.country.processes.find(|row| row.code == "EL").expect("electricity");
    let mut inject = tiny::inject(
        "I-01",
        Trigger::At(Tick(0)),
        vec![
            Effect::Impair {
                target: Target::Process(power, zeeland),
                kind: DamageKind::Digital,
                loss: Level::ONE,
                lasts: Span::hours(24),
            },
            Effect::Casualties { region: zeeland, triage: [20, 80, 200], military: false },
        ],
    );
    inject.trigger = Trigger::Manual;
    let mut session = Session::new(exercise.country, exercise.plan, None);
    let lead = || by(Actor::Lead);
    let invent = Command::InventInject { inject: Box::new(inject) };
    session.submit(lead(), Tick(0), invent).expect("the lead may invent");
    let fire = Command::FireInject { inject: InjectId::from_index(0) };
    session.submit(lead(), Tick(0), fire).expect("and send");
    session.advance(36 * 4).expect("nothing is recorded");
    session
}

fn told(view: &ScoreView) -> String {
    let mut text = String::new();
    let mut line = |words: &[&str]| {
        let words: Vec<&str> = words.iter().copied().filter(|word| !word.is_empty()).collect();
        writeln!(text, "{}", words.join(" | ")).expect("writing to a string");
    };
    line(&[&view.at]);
    for interest in &view.interests {
        line(&[&interest.name, &interest.worst]);
        for row in &interest.criteria {
            line(&["  ", row.letter, &row.name, &row.value, &row.class, &row.scales]);
        }
    }
    line(&[&view.mean]);
    for group in [&view.tracks, &view.baseline, &view.pillars] {
        line(&[&group.title]);
        for row in &group.rows {
            line(&["  ", &row.name, &row.stands, &row.about]);
        }
    }
    line(&[&view.served.means]);
    for row in &view.served.rows {
        line(&row.iter().map(String::as_str).collect::<Vec<_>>());
    }
    for group in &view.served.groups {
        line(&[group]);
    }
    text
}

#[test]
fn a_night_without_power_is_told_profile_first() {
    let session = night();
    let view = score_view(&session, Viewer::Lead, texts(), Language::Nl);
    assert!(view.thresholds.contains("nog te toetsen"));
    expect![[r#"
        Stand op D+1 12:00
        Territoriale veiligheid | niet berekend
           | 1.1 Aantasting van het grondgebied | niet berekend: de simulatie kent geen gebied dat verloren of onbruikbaar is
           | 1.2 Aantasting van de internationale positie | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
           | 1.3 Aantasting van de digitale ruimte | Digitaal aangetaste voorzieningen in het land: 394.502 persoonsdagen | alleen een getal; de klassen zijn in woorden omschreven
           | 1.4 Aantasting van het grondgebied van bondgenoten | Gastlandsteun gevraagd en niet gegeven: 0 % | alleen een getal; de klassen zijn in woorden omschreven
        Fysieke veiligheid | klasse C
           | B | 2.1 Doden | 14 | klasse B | schaal Ha3
           | C | 2.2 Ernstig gewonden en chronisch zieken | 100 | klasse C | schaal Hb2 (28)
           | B | 2.3 Gebrek aan eerste levensbehoeften | 450.915 persoonsdagen | klasse B | schaal Hc3; schaal Sa5 (1.348.044 persoonsdagen)
        Economische veiligheid | klasse A
           | A | 3.1 Kosten | 45.623 duizend euro | klasse A | schaal Fa3
           | 3.2 Aantasting van de vitaliteit van de economie | niet berekend: de simulatie kijkt niet verder dan de oefening; blijvende schade aan werk en groei volgt later
        Ecologische veiligheid | niet berekend
           | 4.1 Aantasting van natuur en milieu | niet berekend: de simulatie kent geen vervuiling of schade aan natuur
        Sociale en politieke stabiliteit | klasse B
           | B | 5.1 Ontwrichting van het dagelijks leven | 455.879 persoonsdagen | klasse B
           | 5.2 Aantasting van de democratische rechtsstaat | Beperkte rechten in het land: 0 persoonsdagen | alleen een getal; de klassen zijn in woorden omschreven
           | A | 5.3 Sociaal-maatschappelijke impact | 6.492 persoonsdagen | klasse A | schaal Sb2
        Internationale rechtsorde en stabiliteit | niet berekend
           | 6.1 Schending van soevereiniteit en vreedzame geschilbeslechting | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
           | 6.2 Aantasting van verdragen en mensenrechten | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
           | 6.3 Aantasting van de internationale financieel-economische orde | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
           | 6.4 Aantasting van multilaterale instellingen | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
           | 6.5 Instabiliteit van buurstaten | niet berekend: dit volgt uit het scenario en uit het oordeel van de oefenleiding
        Gemiddelde zwaarte over 6 van 18 criteria: 3,8 % van een ramp (klasse E op elk). Elke klasse weegt driemaal de vorige. Lees eerst het profiel.
        Twee sporen
           | Maatschappelijke weerbaarheid | 92,8 % | Zwakst: Vergeefs gevraagde hulp in het land, 71,8 %; Doden: klasse B; Ernstig gewonden en chronisch zieken: klasse C; Gebrek aan eerste levensbehoeften: klasse B; Kosten: klasse A; Ontwrichting van het dagelijks leven: klasse B; Sociaal-maatschappelijke impact: klasse A
           | Militaire paraatheid | 100 %
        Zeven basisvereisten van de NAVO
           | Continuïteit van bestuur en kritieke diensten | 100 %
           | Bestendige energievoorziening | 100 %
           | Omgaan met grote stromen mensen | 100 %
           | Bestendige voorziening van voedsel en water | 99,9 % | Zwakst: Voedsel in het land, 99,9 %
           | Omgaan met grote aantallen slachtoffers | 98,4 % | Zwakst: Gewonden zonder behandeling in het land, 77
           | Bestendige civiele communicatie | 100 %
           | Bestendig civiel vervoer | 100 %
        Zes pijlers
           | Vitale en andere belangrijke processen | 99,9 % | Zwakst: Voedsel in het land, 99,9 %; Doden: klasse B; Ernstig gewonden en chronisch zieken: klasse C; Gebrek aan eerste levensbehoeften: klasse B; Ontwrichting van het dagelijks leven: klasse B; geen maatregel van kracht
           | Voorbereide en weerbare samenleving | 63,1 % | Zwakst: Vergeefs gevraagde hulp van kwetsbare mensen in het land, 72,6 %; Sociaal-maatschappelijke impact: klasse A; geen maatregel van kracht
           | Weerbare democratie, rechtsstaat en bestuur | 97,9 % | Zwakst: Gelooft onware berichten in het land, 7,7 %; geen maatregel van kracht
           | Weerbare economie | 99,8 % | Zwakst: Industrie en distributie in het land, 99,3 %; Kosten: klasse A; geen maatregel van kracht
           | Verdediging van het grondgebied | 100 % | Geen maatregel van kracht
           | Civiele steun aan de krijgsmacht | 100 % | Geen maatregel van kracht
        Per inwoner de uren zonder een eerste levensbehoefte en de uren in de knel, en van wie om hulp vroeg het deel dat die niet kreeg. Regio's waar niemand iets miste, staan er niet bij.
        Zeeland | 27,4 | 6,1 | 12,5 | 71,8 % | 72,6 % | 13 | 0
        Midden- en West-Brabant | 0,0 | 0,0 | 0,0 | 0 % | 0 % | 1 | 0
        Kwetsbare mensen vroegen 17.821 keer om hulp en kregen die in 72,6 % van de gevallen niet; bij alle anderen was dat 71,6 % van 63.815 keer.
    "#]].assert_eq(&told(&view));
    let english = score_view(&session, Viewer::Lead, texts(), Language::En);
    assert!(english.thresholds.contains("to be verified"));
    assert_eq!(english.interests.len(), 6);
    assert_eq!(english.served.rows.len(), view.served.rows.len());
}

#[test]
fn only_the_lead_reads_the_consequences() {
    let session = night();
    for viewer in super::fixture::players(&session) {
        assert_eq!(score_view(&session, viewer, texts(), Language::Nl), ScoreView::default());
    }
}

#[test]
fn a_country_without_a_score_says_so() {
    let mut exercise = tiny::Exercise::new();
    exercise.state();
    let session = Session::new(Arc::new(exercise.country), Arc::new(exercise.plan), None);
    let view = score_view(&session, Viewer::Lead, texts(), Language::En);
    assert!(view.interests.is_empty() && view.mean.contains("no consequences are weighed"));
    assert!(load::WORLD_FILES.contains(&"score.ron"));
}
