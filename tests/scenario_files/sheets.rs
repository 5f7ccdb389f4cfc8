//! Events lists as sheets: what is read from which cell, what is told, and that a list comes back as it went.

use super::{VALID, build};
use doorvoerland::{
    scenario::{
        load::{self, Exercise},
        mel::{
            columns::{COLUMNS, Kind, WITHOUT_COLUMN},
            compare,
            grid::{self, Cell, Grid},
            headings::{ColumnSet, Means},
            import::{self, Import},
            list::{self, Mel},
            page,
            problem::Weight,
            value::Naming,
            weave::weave,
        },
        reference::Reference,
        source::Source,
    },
    text::{Language, Texts},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use std::{fmt::Write as _, sync::OnceLock};

/// The valid scenario, built once.
fn exercise() -> &'static Exercise {
    static BUILT: OnceLock<Exercise> = OnceLock::new();
    BUILT.get_or_init(|| build(VALID).unwrap_or_else(|error| panic!("{error}")))
}

fn texts() -> &'static Texts {
    static TEXTS: OnceLock<Texts> = OnceLock::new();
    TEXTS.get_or_init(Texts::new)
}

/// Runs something with the names of the valid scenario.
fn with_names<T>(language: Language, inner: impl FnOnce(&Naming<'_>) -> T) -> T {
    let say = |key: &str| texts().say(language, key, &[]);
    inner(&Naming::of(exercise(), language == Language::En, &say))
}

fn read(bytes: &[u8], base: &str, set: Option<&ColumnSet>) -> Import {
    let grids = grid::of_bytes("blad", bytes.to_vec()).expect("a sheet");
    let grid = import::choose(&grids, None, set).expect("a sheet");
    let base = Mel::of_scenario(base).expect("a scenario");
    with_names(Language::Nl, |naming| import::import(grid, set, &base, naming))
}

/// The problems of an import, one a line, in Dutch.
fn told(import: &Import) -> String {
    let line = |problem: &doorvoerland::scenario::mel::problem::Problem| {
        let args: Vec<_> = problem.args.iter().map(|(name, text)| (*name, text.as_str().into())).collect();
        let at = problem.at.map_or_else(|| "-".to_owned(), |at| at.to_string());
        let mark = if problem.weight == Weight::Fault { "!" } else { "?" };
        format!("{at} {mark} {}\n", texts().say(Language::Nl, problem.key, &args))
    };
    import.problems.iter().map(line).collect()
}

/// The rows of an import as `code: key=value`, without empty values.
fn rows(import: &Import, keys: &[&str]) -> String {
    let mut out = String::new();
    for row in &import.mel.rows {
        write!(out, "{}:", row.code).unwrap();
        for key in keys {
            if let Some(value) = row.fields.get(key).filter(|value| !value.is_empty()) {
                write!(out, " {key}={value:?}").unwrap();
            }
        }
        for (heading, value) in row.own.iter().filter(|(_, value)| !value.is_empty()) {
            write!(out, " [{heading}]={value:?}").unwrap();
        }
        out.push('\n');
    }
    out
}

#[track_caller]
fn check(actual: &str, expected: Expect) {
    expected.assert_eq(actual);
}

#[test]
fn a_dutch_list_is_understood_by_its_headings() {
    let sheet = "\
MEL oefening Noorderstorm;;;;;;;\n\
versie 0.3;;;;;;;\n\
\n\
Nr.;Tijd;Onderwerp;Inhoud bericht;Van;Aan;Middel;Zaal;Verwachte reactie\n\
DAG 1;;;;;;;;\n\
1;09:05;Kabelbrand;\"Brand in een relaishuis.\nOorzaak onbekend.\";Meldkamer;ProRail, veiligheidsregio;tel.;2.14;Kiest spoor\n\
1a;na 1 + 2 uur;Vervolg;Het brandt nog.;Meldkamer;prorial;Telefonisch;;\n\
DAG 2;;;;;;;;\n\
2;14.30 uur;Persvraag;Klopt het?;Krant;iedereen;media;3.01;Eén woordvoering\n\
;met de hand;Zonder nummer;Iets.;Iemand;NCTV;app;;\n";
    let import = read(sheet.as_bytes(), "(code: \"leeg\")", None);
    check(
        &rows(&import, &["trigger", "title.nl", "text.nl", "receivers", "channel", "expected.nl"]),
        expect![[r#"
            1: trigger="At(\"D+0 09:00\")" title.nl="Kabelbrand" text.nl="Brand in een relaishuis.\nOorzaak onbekend." receivers="prorail\nveiligheidsregio" channel="Call" expected.nl="Kiest spoor" [Zaal]="2.14"
            1a: trigger="After(\"1\", \"2h\")" title.nl="Vervolg" text.nl="Het brandt nog." receivers="prorail" channel="Call"
            2: trigger="At(\"D+1 14:30\")" title.nl="Persvraag" text.nl="Klopt het?" channel="News" expected.nl="Eén woordvoering" [Zaal]="3.01"
            3: trigger="Manual" title.nl="Zonder nummer" text.nl="Iets." receivers="nctv" channel="Mail"
        "#]],
    );
    check(
        &told(&import),
        expect![[r#"
            A5 ? „DAG 1” geldt als de dag van de rijen eronder: D+0.
            B6 ? „09:05” wordt D+0 09:00: de simulatie telt in kwartieren.
            F7 ? „prorial” is gelezen als ProRail: verkeersleiding en OCCR. Schrijf de volledige naam als dat niet klopt.
            A8 ? „DAG 2” geldt als de dag van de rijen eronder: D+1.
            A10 ? Geen code: deze inject krijgt 3.
            G10 ! „app” is geen kanaal. Kies uit telefoon, mail of brief, situatierapport, nieuws, sociale media, NL-Alert.
        "#]],
    );
}

#[test]
fn every_problem_is_told_with_its_cell() {
    let sheet = "\
code;moment;titel;tekst;afzender;ontvangers;kanaal;gevolgen na;gevolgen in het model;oefendoelen;plank\n\
I-11;D+1 26:00;a;b;c;prorail;Call;2 weken;\"Impair(target: \";op-tijd;misschien\n\
I-11;D+1 10:00;a;b;c;prorail;Call;;;;\n\
I 12;D+0 03:00;a;b;c;de koning;postduif;;;doel-9;\n\
I-13;D+99 10:00;a;b;c;;Call;;\"Units(pool: \"\"crews.gird\"\", change: -2)\";;ja\n\
I-14;;;;;prorail;;;;;\n\
I-15;;\u{200b}titel;tekst;;;;90 min;;;nee\n";
    let mut import = read(sheet.as_bytes(), VALID, None);
    let woven = weave(VALID, &import.mel, false).expect("the valid scenario");
    let faults = load::build(load::world_built_in(), Source::new("proef.ron", woven.text), super::map());
    let others = import.place(&faults.expect_err("there are faults").faults);
    assert_eq!(others, []);
    check(
        &told(&import),
        expect![[r#"
            B2 ! „D+1 26:00” is geen tijdstip. Schrijf D+2 14:30, H+3, M+45, een datum met tijd, een kloktijd, I-07 + 2h of met de hand.
            H2 ! „2 weken” is geen tijdsduur. Schrijf 45m, 12h, 2d, 2 uur of 02:30.
            I2 ! „Impair(target:” is geen lijst van gevolgen zoals een scenario die kent (Unexpected char ']'). Neem er een over uit een geëxporteerde lijst.
            K2 ! „misschien” is geen ja of nee.
            A3 ! De code I-11 staat ook in A2. Geef een van beide een andere.
            A4 ? De code „I 12” wordt I-12: een code heeft letters, cijfers, punten en streepjes.
            B4 ! this moment lies before the start (write a later moment, or start earlier)
            F4 ! „de koning” is geen rol van deze oefening, of past op meer dan één. Neem een naam van het blad Rolkaarten uit een geëxporteerde lijst.
            G4 ! „postduif” is geen kanaal. Kies uit telefoon, mail of brief, situatierapport, nieuws, sociale media, NL-Alert.
            J4 ! „doel-9” is geen oefendoel van dit scenario. Kies uit op-tijd, gesprek.
            B5 ! this moment lies after the end of the exercise of 10 days (write an earlier moment, or make the exercise longer)
            I5 ! unknown pool "crews.gird" (did you mean "crews.grid"?)
            A6 ! I-14 is nieuw en heeft geen titel en geen tekst. Vul er een in, of haal de rij weg.
            B6 ? Geen tijdstip: deze inject wordt met de hand verstuurd.
            G6 ? Geen kanaal: genomen is mail of brief.
            B7 ? Geen tijdstip: deze inject wordt met de hand verstuurd.
            C7 ? Onzichtbare tekens zijn weggelaten.
            G7 ? Geen kanaal: genomen is mail of brief.
        "#]],
    );
}

#[test]
fn days_come_from_their_own_column_from_dates_or_from_the_order() {
    let own =
        "nr;dag;tijd;titel\n1;dag 1;07:00;a\n2;;09:00;b\n3;D+2;08:00;c\n4;13-10-2026;10:00;d\n5;;09:00;e\n";
    let dated = "nr;datum en tijd;titel\n1;12-10-2026 07:00;a\n2;di 13 okt 08:15;b\n3;2026-10-14 06:00;c\n";
    let order = "nr;tijd;titel\n1;22:00;a\n2;23:45;b\n3;00:30;c\n4;06:00;d\n";
    let all: String = [own, dated, order]
        .iter()
        .map(|sheet| rows(&read(sheet.as_bytes(), "(code: \"x\")", None), &["trigger"]))
        .collect();
    check(
        &all,
        expect![[r#"
        1: trigger="At(\"D+0 07:00\")"
        2: trigger="At(\"D+0 09:00\")"
        3: trigger="At(\"D+2 08:00\")"
        4: trigger="At(\"D+1 10:00\")"
        5: trigger="At(\"D+1 09:00\")"
        1: trigger="At(\"D+0 07:00\")"
        2: trigger="At(\"D+1 08:15\")"
        3: trigger="At(\"D+2 06:00\")"
        1: trigger="At(\"D+0 22:00\")"
        2: trigger="At(\"D+0 23:45\")"
        3: trigger="At(\"D+1 00:30\")"
        4: trigger="At(\"D+1 06:00\")"
    "#]],
    );
}

#[test]
fn what_an_organisation_adds_is_kept_and_written_back() {
    let sheet = "nr;titel;zaal;regisseur;tijd\nI-01;Kabelbrand;2.14;Jan;D+1 06:45\nI-04;Valse NL-Alert;;Piet;met de hand\n";
    let import = read(sheet.as_bytes(), VALID, None);
    let woven = weave(VALID, &import.mel, false).expect("the valid scenario");
    assert_eq!(woven.changed.len(), 2, "{:?}", woven.changed);
    assert!(woven.changed.iter().all(|(_, keys)| keys == &["own"]), "{:?}", woven.changed);
    assert!(
        woven.text.contains(r#"own_columns: [("zaal", "2.14"), ("regisseur", "Jan")],"#),
        "{}",
        woven.text
    );
    build(&woven.text).unwrap_or_else(|error| panic!("{error}"));
    let mel = Mel::of_scenario(&woven.text).unwrap();
    let set = import.set();
    let saved = set.write();
    check(
        &saved,
        expect![[r#"
        // Which column of our events lists means what. Keys: code, day, trigger, title.nl, title.en, text.nl, text.en, sender.nl, sender.en, receivers, channel, effect-after, effects, objectives, expected.nl, expected.en, question.nl, question.en, note.nl, note.en, on-absence.nl, on-absence.en, shelf;
        // own keeps a column and writes it back, nothing passes it over.
        (
            sheet: Some("blad"),
            columns: [
                (heading: "nr", means: "code"),
                (heading: "titel", means: "title.nl"),
                (heading: "zaal", means: "own"),
                (heading: "regisseur", means: "own"),
                (heading: "tijd", means: "trigger"),
            ],
        )
    "#]],
    );
    let again = ColumnSet::read(Source::new("set.ron", saved)).unwrap_or_else(|error| panic!("{error}"));
    let page = with_names(Language::Nl, |naming| list::page(&mel, "MEL", "", naming, Some(&again)));
    assert_eq!(page.heading[..5], ["nr", "titel", "zaal", "regisseur", "tijd"]);
    let back = read(&page::csv(&page), &woven.text, Some(&again));
    let twice = weave(&woven.text, &back.mel, false).unwrap();
    assert_eq!(twice.text, woven.text, "{}", told(&back));
    // A cell that is made empty takes the value out.
    let emptied = String::from_utf8(page::csv(&page)).unwrap().replace("2.14", "").replace("Jan", "");
    let woven = weave(&woven.text, &read(emptied.as_bytes(), &woven.text, Some(&again)).mel, false).unwrap();
    assert!(woven.text.contains("own_columns: []") && woven.text.contains("Piet"), "{}", woven.text);
}

#[test]
fn a_saved_set_with_a_wrong_name_is_told() {
    let error = ColumnSet::read(Source::new(
        "set.ron",
        "(columns: [(heading: \"Wie\", means: \"recievers\"), (heading: \"\", means: \"own\")])".to_owned(),
    ))
    .expect_err("two faults");
    check(
        &error.to_string(),
        expect![[r#"
        set.ron:1:36: columns[#1].means: no column is called "recievers" (repair: did you mean "receivers"?)
        set.ron:1:60: columns[#2].heading: the name is empty (repair: write a name)"#]],
    );
}

#[test]
fn only_what_changed_is_written_and_the_rest_stays_as_it_was() {
    let mut mel = Mel::of_scenario(VALID).expect("the valid scenario");
    assert_eq!(weave(VALID, &mel, false).unwrap().text, VALID);
    mel.rows[0].fields.insert("title.nl", "Brand \"in\" het relaishuis\nbij Goes".to_owned());
    mel.rows[0].fields.insert("effects", String::new());
    mel.rows[1].fields.insert("effect-after", "2h".to_owned());
    mel.rows[2].fields.insert("receivers", "prorail\ntoc-dvvo".to_owned());
    mel.rows.remove(3);
    let mut new = mel.rows[1].clone();
    new.code = "I-20".to_owned();
    new.fields.insert("code", "I-20".to_owned());
    mel.rows.push(new);
    let woven = weave(VALID, &mel, true).unwrap();
    assert_eq!(woven.added, ["I-20"]);
    assert_eq!(woven.missing, ["I-04"]);
    let before: Vec<&str> = VALID.lines().collect();
    let different: String = woven
        .text
        .lines()
        .filter(|line| !before.contains(line))
        .fold(String::new(), |all, line| all + line.trim() + "\n");
    check(
        &different,
        expect![[r#"
            code: "I-01", title: (nl: "Brand \"in\" het relaishuis\nbij Goes", en: "Cable fire"), text: (nl: "Brand in een relaishuis.", en: "Fire in a relay house."),
            effects: [],
            effect_after: Some("2h"),
            receivers: ["prorail", "toc-dvvo"],
            code: "I-20",
            trigger: After("I-01", "12h"),
            title: (nl: "Schip te vroeg", en: "Ship too early"),
            text: (nl: "Het schip komt eerder.", en: "The ship comes earlier."),
            sender: (nl: "TOC", en: "TOC"),
            channel: Mail,
            effect_after: Some("2h"),
            expected: (nl: "", en: ""),
            question: (nl: "", en: ""),
            staff_note: (nl: "", en: ""),
        "#]],
    );
    build(&woven.text.replace(", Not(Sent(\"I-04\"))", "")).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(Mel::of_scenario(&woven.text).unwrap(), mel);
}

#[test]
fn two_versions_are_compared_field_by_field() {
    let old = Mel::of_scenario(VALID).unwrap();
    let text = VALID
        .replace("At(\"D+1 06:45\")", "At(\"D+1 07:00\")")
        .replace("sender: (nl: \"TOC\", en: \"TOC\")", "sender: (nl: \"Kapitein\", en: \"TOC\")")
        .replace("code: \"I-04\"", "code: \"I-05\"");
    let found = compare::compare(&old, &Mel::of_scenario(&text).unwrap());
    check(
        &format!("{found:#?}"),
        expect![[r#"
        Difference {
            added: [
                "I-05",
            ],
            removed: [
                "I-04",
            ],
            changed: [
                (
                    "I-01",
                    [
                        Changed {
                            column: "trigger",
                            before: "At(\"D+1 06:45\")",
                            after: "At(\"D+1 07:00\")",
                        },
                    ],
                ),
                (
                    "I-02",
                    [
                        Changed {
                            column: "sender.nl",
                            before: "TOC",
                            after: "Kapitein",
                        },
                    ],
                ),
            ],
        }"#]],
    );
    assert_eq!(compare::compare(&old, &old), compare::Difference::default());
}

#[test]
fn the_list_of_columns_is_whole() {
    let texts = texts();
    let mut seen = Vec::new();
    for column in COLUMNS {
        for language in Language::ALL {
            assert!(texts.has(language, column.heading), "{}", column.key);
        }
        for alias in column.known_as.split('|') {
            assert_eq!(alias, alias.to_lowercase(), "{}", column.key);
            assert!(!seen.contains(&alias), "{alias} stands for two columns");
            seen.push(alias);
        }
    }
    // What a list is written with is understood when it comes back, in both languages.
    for language in Language::ALL {
        let page = with_names(language, |naming| list::page(&Mel::default(), "MEL", "", naming, None));
        let mut page = page;
        page.rows = vec![page.heading.iter().map(|_| page::Shown::Text("x".to_owned())).collect()];
        let import = read(&page::csv(&page), VALID, None);
        for (heading, column) in
            import.columns.iter().zip(COLUMNS.iter().filter(|column| column.kind != Kind::Day))
        {
            assert!(
                matches!(heading.means, Means::Column(each) if each.key == column.key),
                "{} is read as {}",
                heading.text,
                heading.means.key()
            );
        }
    }
    // Every field of an inject has a column, or says that it has none.
    let reference = Reference::of_scenario();
    for field in &reference.find("InjectRow").expect("the schema has injects").lines {
        let column = COLUMNS.iter().find(|column| column.field == field.name && column.kind != Kind::Day);
        assert_eq!(column.is_none(), WITHOUT_COLUMN.contains(&field.name), "{}: see columns.rs", field.name);
        // What is needed stands in the file as it is; what may lack, as `Some` of it or as a list.
        let optional =
            field.default.as_ref().is_some_and(|text| ["None", "[]", "false"].contains(&text.as_str()));
        assert!(column.is_none_or(|column| !(column.needed && optional)), "{}: needed or not", field.name);
    }
}

#[test]
fn separated_values_come_in_many_dresses() {
    let dresses: [(&str, Vec<u8>); 5] = [
        ("semicolons", "nr;titel;tijd\n1;Één, twee;D+1 10:00\n".into()),
        ("commas", "nr,titel,tijd\n1,\"Één, twee\",D+1 10:00\n".into()),
        ("tabs", "nr\ttitel\ttijd\r\n1\tÉén, twee\tD+1 10:00\r\n".into()),
        ("a hint and a mark", "\u{feff}sep=|\nnr|titel|tijd\n1|Één, twee|D+1 10:00\n".into()),
        ("old letters", b"nr;titel;tijd\n1;\xc9\xe9n, twee;D+1 10:00\n".to_vec()),
    ];
    for (name, bytes) in dresses {
        let import = read(&bytes, "(code: \"x\")", None);
        assert_eq!(
            rows(&import, &["title.nl", "trigger"]),
            "1: title.nl=\"Één, twee\" trigger=\"At(\\\"D+1 10:00\\\")\"\n",
            "{name}"
        );
    }
    // Empty lines count, so that a cell is called as the sheet calls it.
    let import = read("\n\nnr;titel;tijd\n\n\n1;a;nooit\n".as_bytes(), "(code: \"x\")", None);
    assert_eq!(import.problems[0].at.unwrap().to_string(), "C6");
}

#[test]
fn anything_can_be_handed_in_without_a_panic() {
    for bytes in [&b""[..], b"PK\x03\x04 broken", b"\xd0\xcf\x11\xe0", b"\0\0\0", b"\"open", b";;;;\n;;;"] {
        if let Ok(grids) = grid::of_bytes("x", bytes.to_vec()) {
            for grid in &grids {
                with_names(Language::Nl, |naming| import::import(grid, None, &Mel::default(), naming));
            }
        }
    }
}

/// Any text that a list may hold: letters, quotes, marks, line ends.
fn words() -> impl Strategy<Value = String> {
    prop::string::string_regex("[a-zéA-Z0-9\"'\\\\;:,.()\\[\\]{}=+@€–/ \n]{0,40}").expect("a pattern")
}

fn trigger() -> impl Strategy<Value = String> {
    prop_oneof![
        (0..9_u32, 0..24_u32, 0..4_u32)
            .prop_map(|(day, hour, quarter)| format!("At(\"D+{day} {hour:02}:{:02}\")", quarter * 15)),
        (0..100_u32).prop_map(|hours| format!("At(\"H+{hours}\")")),
        (0..100_u32).prop_map(|quarters| format!("At(\"M+{}\")", quarters * 15)),
        (0..4_u32, 0..30_u32).prop_map(|(row, hours)| format!("After(\"T-{row:03}\", \"{hours}h\")")),
        Just("When(AtMost(Level(\"MOB\", \"VR19\"), 400), \"D+1 06:00\")".to_owned()),
        Just("Manual".to_owned()),
    ]
}

prop_compose! {
    fn inject()(
        texts in prop::collection::vec(words(), 13),
        trigger in trigger(),
        receivers in prop::sample::subsequence(vec!["prorail", "toc-dvvo", "veiligheidsregio", "nctv", "mindef"], 0..4),
        channel in prop::sample::select(vec!["Call", "Mail", "Report", "News", "Social", "NlAlert"]),
        length in prop::sample::select(vec!["", "15m", "36h", "1d 12h"]),
        effects in prop::sample::select(vec!["", "Units(pool: \"crews.grid\", change: -2)", "Units(pool: \"crews.grid\", change: -2),\nWarn(\n// x\n)"]),
        objectives in prop::sample::subsequence(vec!["op-tijd", "gesprek"], 0..2),
        shelf in any::<bool>(),
        own in words(),
    ) -> list::Row {
        let mut texts = texts.into_iter();
        let mut row = list::Row::default();
        for column in COLUMNS.iter().filter(|column| column.kind != Kind::Day) {
            let value = match column.kind {
                Kind::Words(_) => texts.next().unwrap_or_default().trim().to_owned(),
                Kind::When => trigger.clone(),
                Kind::Roles => receivers.join("\n"),
                Kind::Codes => objectives.join("\n"),
                Kind::Channel => channel.to_owned(),
                Kind::Length => length.to_owned(),
                Kind::Objects => effects.to_owned(),
                Kind::Flag => if shelf { "true".to_owned() } else { String::new() },
                Kind::Code | Kind::Day | Kind::Label => String::new(),
            };
            row.fields.insert(column.key, value);
        }
        row.own = vec![("Zaal".to_owned(), own.trim().to_owned())];
        row.own.retain(|(_, value)| !value.is_empty());
        row
    }
}

/// A list of up to 400 injects.
fn mels(most: usize) -> impl Strategy<Value = Mel> {
    prop::collection::vec(inject(), 1..most).prop_map(|mut rows| {
        for (number, row) in rows.iter_mut().enumerate() {
            row.code = format!("T-{number:03}");
            row.fields.insert("code", row.code.clone());
            // A row in which nothing is said is refused.
            row.fields.insert("title.nl", format!("Titel {number}"));
        }
        Mel { rows }
    })
}

/// Into a scenario, out to a sheet, in again: the same list and the same text.
fn comes_back(mel: &Mel, base: &str, write: &dyn Fn(&page::Page) -> Vec<u8>) {
    let woven = weave(base, mel, false).expect("the scenario parses");
    let kept = Mel::of_scenario(&woven.text).expect("it still parses");
    assert_eq!(kept, *mel);
    for language in Language::ALL {
        let page = with_names(language, |naming| list::page(&kept, "MEL", "Oefening", naming, None));
        let grids = grid::of_bytes("blad", write(&page)).expect("a sheet");
        let import = with_names(language, |naming| import::import(&grids[0], None, &kept, naming));
        assert_eq!(told(&import), "");
        let again = weave(&woven.text, &import.mel, true).expect("it parses");
        assert_eq!(again.text, woven.text);
        // Into a scenario without any inject it comes just so.
        let fresh = weave(base, &import.mel, false).expect("it parses");
        assert_eq!(fresh.text, woven.text);
    }
}

const BASES: &[&str] = &["(code: \"leeg\")", "(\n    code: \"leeg\",\n    injects: [],\n)\n"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_goes_out_and_comes_back_unchanged(mel in mels(40)) {
        for base in BASES {
            comes_back(&mel, base, &page::csv);
        }
    }
}

#[test]
fn cells_of_a_grid_are_seen_through_what_is_merged() {
    let grid = Grid {
        name: String::new(),
        rows: vec![vec![Cell::text("a"), Cell::Empty], vec![Cell::Empty, Cell::text("b")]],
        merged: vec![grid::Merged { first: (0, 0), last: (1, 0) }],
    };
    assert_eq!(grid.cell(1, 0), &Cell::text("a"));
    assert_eq!(grid.cell(9, 9), &Cell::Empty);
}

#[cfg(feature = "paper")]
#[path = "workbooks.rs"]
mod workbooks;
