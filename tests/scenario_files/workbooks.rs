//! Workbooks as people make them: dates of Excel, merged cells, formulas, sections, forty columns, four hundred rows.

use super::{check, comes_back, mels, read, rows, told};
use doorvoerland::scenario::mel::{grid, page};
use expect_test::expect;
use proptest::prelude::*;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook, Worksheet};

fn book(fill: impl FnOnce(&mut Worksheet)) -> Vec<u8> {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Voorblad").unwrap().write_string(0, 0, "Oefening Noorderstorm").unwrap();
    fill(book.add_worksheet().set_name("MEL 0.3").unwrap());
    book.save_to_buffer().unwrap()
}

fn line(sheet: &mut Worksheet, row: u32, cells: &[&str]) {
    for (column, text) in (0_u16..).zip(cells) {
        if !text.is_empty() {
            sheet.write_string(row, column, *text).unwrap();
        }
    }
}

const EMPTY: &str = "(code: \"leeg\")";

#[test]
fn dates_and_times_of_excel_are_moments() {
    let bytes = book(|sheet| {
        let date = Format::new().set_num_format("dd-mm-yyyy");
        let both = Format::new().set_num_format("dd-mm-yyyy hh:mm");
        let clock = Format::new().set_num_format("hh:mm");
        let hours = Format::new().set_num_format("[h]:mm");
        line(sheet, 0, &["Nr", "Datum", "Tijd", "Titel", "Gevolgen na"]);
        for (row, code) in (1_u32..).zip(["a", "b", "c", "d", "e"]) {
            line(sheet, row, &[code, "", "", code]);
        }
        let day = |day| ExcelDateTime::from_ymd(2026, 10, day).unwrap();
        sheet.write_datetime_with_format(1, 1, day(13), &date).unwrap();
        sheet.write_datetime_with_format(1, 2, ExcelDateTime::from_hms(9, 45, 0).unwrap(), &clock).unwrap();
        sheet.write_datetime_with_format(2, 2, day(14).and_hms(10, 0, 0).unwrap(), &both).unwrap();
        sheet.write_number(3, 2, 0.5).unwrap();
        sheet.write_datetime_with_format(4, 2, ExcelDateTime::from_hms(23, 59, 31).unwrap(), &clock).unwrap();
        sheet.write_number_with_format(4, 4, 1.5, &hours).unwrap();
        sheet.write_string(5, 2, "H+30").unwrap();
    });
    let import = read(&bytes, EMPTY, None);
    assert_eq!((import.sheet.as_str(), import.heading_row), ("MEL 0.3", 1));
    check(
        &rows(&import, &["trigger", "effect-after"]),
        expect![[r#"
            a: trigger="At(\"D+1 09:45\")"
            b: trigger="At(\"D+2 10:00\")"
            c: trigger="At(\"D+1 12:00\")"
            d: trigger="At(\"D+2 00:00\")" effect-after="1d 12h"
            e: trigger="At(\"H+30\")"
        "#]],
    );
    check(
        &told(&import),
        expect![[r#"
            C5 ? „23:59” wordt D+2 00:00: de simulatie telt in kwartieren.
        "#]],
    );
}

/// A list as people make them: titles above it, headings over two rows, sections, one inject over two rows, a code twice.
fn ugly(sheet: &mut Worksheet) {
    let plain = Format::new();
    sheet.merge_range(0, 0, 0, 9, "MAIN EVENTS LIST – NOORDERSTORM – INTERN", &plain).unwrap();
    line(sheet, 1, &["", "versie 0.3", "", "", "vastgesteld door", "de oefenleiding"]);
    // Headings over two rows: the upper ones spread over the lower ones.
    line(sheet, 3, &["Inject nr", "Tijdstip", "", "", "", "", "Doelgroep", "Kanaal", "Storyline", "Status"]);
    sheet.merge_range(3, 2, 3, 3, "Titel", &plain).unwrap();
    sheet.merge_range(3, 4, 3, 5, "Tekst", &plain).unwrap();
    for column in [0_u16, 1, 6, 7, 8, 9] {
        let text = ["Inject nr", "Tijdstip", "", "", "", "", "Doelgroep", "Kanaal", "Storyline", "Status"]
            [column as usize];
        sheet.merge_range(3, column, 4, column, text, &plain).unwrap();
    }
    line(sheet, 4, &["", "", "NL", "EN", "NL", "EN"]);
    sheet.merge_range(5, 0, 5, 9, "DAG 1 – maandag 12 oktober", &plain).unwrap();
    line(
        sheet,
        6,
        &[
            "N-1",
            "09:00",
            "Storm",
            "Storm",
            "Het stormt.",
            "There is a storm.",
            "ProRail",
            "e-mail",
            "",
            "klaar",
        ],
    );
    // One inject over two rows: the code is merged, each row has a receiver.
    sheet.merge_range(7, 0, 8, 0, "N-2", &plain).unwrap();
    line(
        sheet,
        7,
        &[
            "",
            "10:00",
            "Uitval",
            "Outage",
            "Geen stroom.",
            "No power.",
            "veiligheidsregio",
            "tel",
            "",
            "klaar",
        ],
    );
    line(sheet, 8, &["", "", "", "", "Ook geen gas.", "", "netbeheerders", "", "", ""]);
    // The storyline is merged over three injects.
    sheet.merge_range(6, 8, 9, 8, "Natuur", &plain).unwrap();
    line(sheet, 9, &["N-3", "", "Formule", "Formula", "Uitgerekend.", "", "NCTV", "LCMS", "", ""]);
    sheet.write_formula(9, 1, Formula::new("=B7+TIME(1,0,0)").set_result("D+0 11:00")).unwrap();
    sheet.write_formula(9, 9, Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
    line(sheet, 11, &["N-3", "12:00", "Dubbel", "Twice", "Nog eens.", "", "prorail", "mail"]);
    // The headings once more, as on every page of a printed list.
    line(sheet, 12, &["Inject nr", "Tijdstip", "Titel", "", "Tekst", "", "Doelgroep", "Kanaal"]);
    sheet.merge_range(13, 0, 13, 9, "DAG 2", &plain).unwrap();
    line(sheet, 14, &["N-4", "7.30", "Ochtend", "Morning", "Goedemorgen.", "", "alle spelers", "krant"]);
    line(sheet, 15, &["", "", "", "", "", "", "", "", "", "einde lijst"]);
}

#[test]
fn an_ugly_workbook_is_read_and_its_problems_are_told() {
    let bytes = book(ugly);
    let import = read(&bytes, EMPTY, None);
    check(
        &rows(&import, &["trigger", "title.nl", "title.en", "text.nl", "receivers", "channel"]),
        expect![[r#"
            N-1: trigger="At(\"D+0 09:00\")" title.nl="Storm" title.en="Storm" text.nl="Het stormt." receivers="prorail" channel="Mail" [Storyline]="Natuur" [Status]="klaar"
            N-2: trigger="At(\"D+0 10:00\")" title.nl="Uitval" title.en="Outage" text.nl="Geen stroom.\nOok geen gas." receivers="veiligheidsregio\nnetbeheerders" channel="Call" [Storyline]="Natuur" [Status]="klaar"
            N-3: trigger="At(\"D+0 11:00\")" title.nl="Formule" title.en="Formula" text.nl="Uitgerekend." receivers="nctv" channel="Report" [Storyline]="Natuur"
            N-4: trigger="At(\"D+1 07:30\")" title.nl="Ochtend" title.en="Morning" text.nl="Goedemorgen." channel="News"
        "#]],
    );
    check(
        &told(&import),
        expect![[r#"
        A6 ? „DAG 1 – maandag 12 oktober” geldt als de dag van de rijen eronder: D+0.
        J10 ? De cel toont „#DIV/0!”. Herstel de formule, of zet de waarde er zelf in.
        A12 ! De code N-3 staat ook in A10. Geef een van beide een andere.
        A14 ? „DAG 2” geldt als de dag van de rijen eronder: D+1.
        J16 ? „einde lijst” staat alleen in zijn rij en is geen inject: overgeslagen.
    "#]],
    );
}

#[test]
fn forty_columns_of_which_ten_mean_something() {
    let bytes = book(|sheet| {
        let known = [
            "Inject",
            "Time",
            "Title",
            "Message",
            "From",
            "To",
            "Method",
            "Objective",
            "Expected action",
            "Remarks",
        ];
        for column in 0..40_u16 {
            let own = format!("Kolom {column}");
            let heading = if column % 4 == 0 { known[column as usize / 4] } else { &own };
            sheet.write_string(2, column, heading).unwrap();
        }
        for row in 3..13_u32 {
            for column in (0..40_u16).filter(|column| column % 4 != 0) {
                sheet.write_number(row, column, f64::from(row) * 100.0 + f64::from(column) + 0.5).unwrap();
            }
            for (number, text) in
                (0_u16..).zip(["", "D+1 10:00", "T", "M", "S", "prorail", "phone", "op-tijd", "E", "R"])
            {
                let code = format!("E{row}");
                sheet.write_string(row, number * 4, if number == 0 { &code } else { text }).unwrap();
            }
        }
    });
    let import = read(&bytes, EMPTY, None);
    assert_eq!(import.columns.len(), 40);
    assert_eq!(import.faults(), 0, "{}", told(&import));
    assert_eq!(import.mel.rows.len(), 10);
    let row = &import.mel.rows[9];
    assert_eq!(row.own.len(), 30);
    assert_eq!(row.own[0], ("Kolom 1".to_owned(), "1201.5".to_owned()));
    check(
        &rows(&import, &["title.en", "expected.en", "note.en", "objectives"]).lines().next().unwrap()[..90],
        expect![[
            r#"E3: title.en="T" expected.en="E" note.en="R" objectives="op-tijd" [Kolom 1]="301.5" [Kolom"#
        ]],
    );
    // All of it survives the way through a scenario and back.
    comes_back(&strip(&import.mel), EMPTY, &|page| page::xlsx(std::slice::from_ref(page)).unwrap());
}

/// A list with a value for every column, as a scenario gives it back.
fn strip(mel: &doorvoerland::scenario::mel::list::Mel) -> doorvoerland::scenario::mel::list::Mel {
    let woven = doorvoerland::scenario::mel::weave::weave(EMPTY, mel, false).unwrap();
    doorvoerland::scenario::mel::list::Mel::of_scenario(&woven.text).unwrap()
}

#[test]
fn a_workbook_keeps_texts_that_look_like_something_else() {
    let sheet = page::Page {
        name: "A/B: [c]*?".to_owned(),
        heading: vec!["Nr".into(), "Titel".into()],
        rows: vec![["0012", "=1+1"], ["1e5", "-3"], ["TRUE", "@x"]]
            .into_iter()
            .map(|row| row.map(|text| page::Shown::Text(text.to_owned())).to_vec())
            .collect(),
        ..page::Page::default()
    };
    let grids = grid::of_bytes("x", page::xlsx(&[sheet]).unwrap()).unwrap();
    assert_eq!(grids[0].name, "AB c");
    assert_eq!(grids[0].cell(1, 0), &grid::Cell::text("0012"));
    assert_eq!(grids[0].cell(1, 1), &grid::Cell::text("=1+1"));
    assert_eq!(grids[0].cell(3, 0), &grid::Cell::text("TRUE"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_list_of_up_to_four_hundred_goes_out_and_comes_back_unchanged(mel in mels(400)) {
        comes_back(&mel, super::BASES[0], &|page| page::xlsx(std::slice::from_ref(page)).unwrap());
    }
}
