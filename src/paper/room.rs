//! Paper for the whole room: the map on A3, the telephone list with the numbers that the operator knows, and what is needed when the
//! power fails.
//!
//! The map is the shared picture: it shows what every table has been told. Must not show a role's own.

use super::{
    Kind, Pictured, Room,
    data::{Form, FormField, FormSheet, MapSheet, PaperTable, TableSheet},
};
use crate::{
    sim::country::SeatTable,
    view::{
        map_view::{MapLook, map_view},
        operator_view::OperatorTeller,
        scene::Band,
        style::Theme,
        svg::svg,
        viewer::Viewer,
        viewport::Viewport,
    },
};

/// The free part of an A3 page in pixels of 1/96 inch, upright.
const MAP_PX: [u32; 2] = [1047, 1428];
/// Free space around the country, in pixels.
const MARGIN_PX: f32 = 26.0;

impl Room<'_> {
    pub(super) fn map_sheet(&self) -> Pictured<MapSheet> {
        let [width, height] = MAP_PX.map(|side| side as f32);
        let view = Viewport::fit(self.map.home_bounds(), [0.0, 0.0, width, height], [MARGIN_PX; 4]);
        let look = MapLook::new(Theme::Light, Band::at_scale(view.metres_per_px));
        let mut scene = map_view(self.session, Viewer::Public, self.texts, self.language, self.map, &look);
        let mut head = self.head(Kind::Map, "");
        head.moment = self.texts.moment(self.language, self.session.plan().start, self.session.shown().tick);
        // It stands below the map, where there is room for it.
        let credit = std::mem::take(&mut scene.credit);
        (MapSheet { head, credit }, svg(&scene, self.map, MAP_PX, &view))
    }

    pub(super) fn phone_list(&self) -> TableSheet {
        let tell = self.tell();
        let heading: Vec<String> =
            self.words(["phone-number", "phone-role", "phone-name", "phone-phone"]).into();
        let widths = vec![2, 12, 9, 6];
        let mut tables = Vec::new();
        for table in self.tables() {
            let rows = self.roles_at(table).into_iter().map(|role| {
                let number = OperatorTeller::role_number(role).to_string();
                vec![number, tell.role(role), String::new(), String::new()]
            });
            tables.push(PaperTable {
                title: tell.table(table),
                widths: widths.clone(),
                heading: heading.clone(),
                rows: rows.collect(),
            });
        }
        let staff = ["phone-lead", "phone-operator", "phone-reply", "phone-observer"];
        let rows = staff.map(|key| vec![String::new(), self.word(key), String::new(), String::new()]);
        tables.push(PaperTable {
            title: tell.table(SeatTable::Excon),
            widths: widths.clone(),
            heading: heading.clone(),
            rows: rows.into(),
        });
        tables.push(self.regions());
        TableSheet {
            head: self.head(Kind::Phone, ""),
            lead_in: vec![self.word("phone-hint")],
            tables,
            wide: false,
        }
    }

    /// Numbers of the safety regions, three columns beside each other.
    fn regions(&self) -> PaperTable {
        let rows = self.session.country().regions.rows();
        let cells: Vec<Vec<String>> = rows
            .iter()
            .map(|row| {
                vec![
                    row.code.trim_start_matches(|it: char| !it.is_ascii_digit()).to_owned(),
                    row.name.clone(),
                ]
            })
            .collect();
        let height = cells.len().div_ceil(3).max(1);
        let line = |at: usize| {
            let cell = |column: usize| {
                let found = cells.get(column * height + at).cloned();
                found.unwrap_or_else(|| vec![String::new(); 2])
            };
            [cell(0), cell(1), cell(2)].concat()
        };
        PaperTable {
            title: self.word("phone-regions"),
            widths: vec![1, 5, 1, 5, 1, 5],
            heading: Vec::new(),
            rows: (0..height).map(line).collect(),
        }
    }

    /// For when the power fails: how to go on, and empty forms.
    pub(super) fn blank_set(&self) -> FormSheet {
        let line = |key: &str, half: bool| FormField { label: self.word(key), half, ..FormField::default() };
        let lines = |key: &str, lines: u8| FormField { label: self.word(key), lines, ..FormField::default() };
        let steps = ["blank-step-1", "blank-step-2", "blank-step-3", "blank-step-4", "blank-step-5"];
        let how = Form {
            title: self.word("blank-how"),
            hint: String::new(),
            on_page: 1,
            fields: steps
                .map(|key| FormField { label: self.word(key), note: true, ..FormField::default() })
                .into(),
        };
        let decision = Form {
            title: self.word("blank-decision"),
            hint: self.word("blank-decision-hint"),
            on_page: 4,
            fields: vec![
                line("slip-card", true),
                line("blank-role", true),
                line("card-blank-region", true),
                line("card-blank-count", true),
                line("card-blank-time", false),
                lines("blank-decided", 3),
                lines("slip-why", 3),
            ],
        };
        let message = Form {
            title: self.word("blank-message"),
            hint: String::new(),
            on_page: 2,
            fields: vec![
                line("slip-from", true),
                line("slip-to", true),
                line("blank-scenario-time", true),
                line("blank-wall-time", true),
                lines("blank-text", 7),
            ],
        };
        let situation = Form {
            title: self.word("paper-situation"),
            hint: String::new(),
            on_page: 1,
            fields: vec![
                line("blank-table", true),
                line("blank-scenario-time", true),
                lines("paper-table-now", 6),
                lines("paper-table-decided", 6),
                lines("paper-table-waiting", 5),
                lines("paper-table-worry", 3),
            ],
        };
        let log = Form {
            title: self.word("blank-log"),
            hint: self.word("blank-log-hint"),
            on_page: 1,
            fields: vec![lines("blank-log-columns", 26)],
        };
        let mut forms = vec![how, situation];
        forms.extend(vec![decision; 8]);
        forms.extend(vec![message; 4]);
        forms.push(log);
        FormSheet { head: self.head(Kind::Blank, ""), forms }
    }
}
