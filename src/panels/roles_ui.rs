//! Roles: the card of a role, who decides what, and for the exercise lead who plays whom: hand-over and temperament.
//! It must not decide who may: the country does, and the view says so.

use std::hash::{DefaultHasher, Hash as _};

use bevy_egui::egui::{CollapsingHeader, Frame, RichText, Ui, WidgetInfo, WidgetType};

use super::intent::{ExerciseIntent, Intent};
use super::page::ExerciseView;
use super::parts::{choose_ui, fact_ui, heading_ui, main_button_ui, number_ui, seek_ui};
use super::rows_ui::rows_ui;
use super::tongue::Tongue;
use crate::sim::country::Temperament;
use crate::sim::course::{Inclined, Steer};
use crate::sim::ids::RoleId;
use crate::text::temperament_key;
use crate::view::roles_page::RolesPage;
use crate::view::roles_view::{MatrixRow, RoleCardView};
use crate::view::viewer::Viewer;

/// Most seats that a room has.
const SEATS_MAX: u32 = 60;

/// Part of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RolesPart {
    /// The card of a role.
    #[default]
    Card,
    /// Who decides what.
    Matrix,
    /// Who plays whom; for the exercise lead.
    People,
}

const PARTS: [(RolesPart, &str); 3] = [
    (RolesPart::Card, "roles-card"),
    (RolesPart::Matrix, "role-matrix"),
    (RolesPart::People, "roles-people"),
];

/// What is typed on the page.
#[derive(Debug, Default)]
pub struct RolesState {
    /// The part that is shown.
    pub part: RolesPart,
    /// What is looked for among decisions.
    pub search: String,
    /// The seat that takes a role over, 0 for the automatic player.
    pub seat: u32,
}

/// Draws the page.
pub fn roles_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    page: &RolesPage,
    state: &mut RolesState,
    out: &mut Vec<Intent>,
) {
    let lead = exercise.viewer == Viewer::Lead;
    ui.horizontal_wrapped(|ui| {
        for (part, key) in PARTS {
            if (part != RolesPart::People || lead)
                && ui.selectable_label(state.part == part, exercise.tongue.word(key)).clicked()
            {
                state.part = part;
            }
        }
    });
    ui.separator();
    match state.part {
        RolesPart::Matrix => matrix_ui(ui, exercise, page, state),
        RolesPart::People if lead => people_ui(ui, exercise, page, out),
        RolesPart::People | RolesPart::Card => {
            let mut role = page.role;
            let roles = exercise.choices.roles.iter().map(|(role, name)| (Some(*role), name.clone()));
            if choose_ui(ui, &exercise.tongue.word("roles-which"), &mut role, roles) {
                out.push(Intent::Exercise(ExerciseIntent::ShowRole(role)));
            }
            if lead && let Some(role) = page.role {
                CollapsingHeader::new(exercise.tongue.word("roles-handover")).id_salt("handover").show(
                    ui,
                    |ui| {
                        handover_ui(ui, exercise, (page, role), state, out);
                    },
                );
            }
            if let Some(card) = &page.card {
                card_ui(ui, &exercise.tongue, card);
            }
        }
    }
}

fn card_ui(ui: &mut Ui, tongue: &Tongue, card: &RoleCardView) {
    ui.add_space(4.0);
    ui.label(RichText::new(&card.name).heading());
    for (key, text) in [
        ("role-card-table", &card.table),
        ("role-card-seat", &card.seat),
        ("role-card-played", &card.played_by),
        ("role-card-may", &card.may),
        ("role-card-limit", &card.limit),
    ] {
        fact_ui(ui, &tongue.word(key), text);
    }
    for (key, rows) in [
        ("role-card-bases", &card.bases),
        ("role-card-owns", &card.owns),
        ("role-card-measures", &card.measures),
        ("role-card-powers", &card.powers),
        ("role-card-provides", &card.provides),
        ("role-card-asks", &card.asks),
        ("role-card-phones", &card.phones),
        ("role-card-duty", &card.duty),
    ] {
        if rows.is_empty() {
            continue;
        }
        heading_ui(ui, tongue.word(key));
        for row in rows {
            ui.label(format!("\u{2022} {row}"));
        }
    }
}

/// Who takes the role, and the page that it gets.
fn handover_ui(
    ui: &mut Ui,
    exercise: &ExerciseView,
    (page, role): (&RolesPage, RoleId),
    state: &mut RolesState,
    out: &mut Vec<Intent>,
) {
    let tongue = &exercise.tongue;
    if exercise.live {
        number_ui(ui, &tongue.word("roles-seat"), &mut state.seat, 0, SEATS_MAX);
        ui.weak(tongue.word("roles-seat-means"));
        let seat = u8::try_from(state.seat).unwrap_or(0);
        let now = page.people.iter().find(|row| row.role == role).and_then(|row| row.seat);
        if main_button_ui(ui, now != Some(seat), &tongue.word("roles-handover-now")) {
            out.push(Intent::Exercise(ExerciseIntent::Steer(Steer::HandOver { role, seat })));
        }
    }
    ui.weak(tongue.word(if page.handover.is_empty() {
        "roles-nothing-waits"
    } else {
        "roles-handover-page"
    }));
    for section in &page.handover {
        ui.label(RichText::new(&section.heading).strong());
        for line in &section.lines {
            ui.label(line);
        }
    }
}

/// Who has a part in a decision besides who takes it.
fn parts(row: &MatrixRow) -> impl Iterator<Item = &String> {
    row.needs.iter().chain(&row.taken_over_by)
}

fn matrix_ui(ui: &mut Ui, exercise: &ExerciseView, page: &RolesPage, state: &mut RolesState) {
    seek_ui(ui, &exercise.tongue.word("roles-search"), &mut state.search);
    let wanted = state.search.trim().to_lowercase();
    let fits = |text: &str| text.to_lowercase().contains(&wanted);
    let mut found = 0_usize;
    let shown = page.matrix.iter().filter(|row| {
        let fits = fits(&row.decision) || fits(&row.decides) || parts(row).any(|part| fits(part));
        found += usize::from(fits);
        fits
    });
    let key = |row: &&MatrixRow, hasher: &mut DefaultHasher| (&row.code, &row.decision).hash(hasher);
    rows_ui(ui, ("matrix", 0.0), shown, key, |ui, row| {
        Frame::group(ui.style()).inner_margin(4).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.label(RichText::new(&row.decision).strong());
            ui.label(&row.decides);
            ui.weak(&row.basis);
            for part in parts(row) {
                ui.label(format!("\u{2022} {part}"));
            }
        });
    });
    if found == 0 {
        ui.weak(exercise.tongue.word("roles-search-none"));
    }
}

fn people_ui(ui: &mut Ui, exercise: &ExerciseView, page: &RolesPage, out: &mut Vec<Intent>) {
    ui.weak(exercise.tongue.word("temper-means"));
    let mut inclined = page.inclined.clone();
    ui.add_enabled_ui(exercise.live, |ui| {
        if temper_all_ui(ui, &exercise.tongue, &mut inclined) {
            out.push(Intent::Exercise(ExerciseIntent::Steer(Steer::Players(inclined.clone()))));
        }
        heading_ui(ui, exercise.tongue.word("roles-each"));
        for row in &page.people {
            ui.label(RichText::new(&row.name).strong());
            if !row.played_by.is_empty() {
                ui.weak(format!("{}: {}", exercise.tongue.word("role-card-played"), row.played_by));
            }
            ui.horizontal_wrapped(|ui| {
                // A person has a temperament of its own.
                if row.seat.is_none_or(|seat| seat == 0)
                    && temper_ui(ui, &exercise.tongue, (row.role, &row.name), &mut inclined)
                {
                    out.push(Intent::Exercise(ExerciseIntent::Steer(Steer::Players(inclined.clone()))));
                }
            });
        }
    });
}

/// How all automatic players are inclined; true when it was changed.
pub(super) fn temper_all_ui(ui: &mut Ui, tongue: &Tongue, inclined: &mut Inclined) -> bool {
    let before = inclined.all;
    ui.horizontal_wrapped(|ui| {
        ui.label(tongue.word("temper-all"));
        for each in Temperament::ALL {
            ui.radio_value(&mut inclined.all, each, tongue.word(temperament_key(each)));
        }
    });
    before != inclined.all
}

/// How the automatic player of a role is inclined: as the others, or otherwise; true when it was changed.
pub(super) fn temper_ui(
    ui: &mut Ui,
    tongue: &Tongue,
    (role, name): (RoleId, &str),
    inclined: &mut Inclined,
) -> bool {
    let before = inclined.roles.iter().find(|row| row.0 == role).map(|row| row.1);
    let mut now = before;
    let choices = std::iter::once((None, tongue.word("temper-as-others")))
        .chain(Temperament::ALL.map(|each| (Some(each), tongue.word(temperament_key(each)))));
    for (each, word) in choices {
        let radio = ui.radio_value(&mut now, each, &word);
        radio.widget_info(|| {
            WidgetInfo::selected(WidgetType::RadioButton, true, now == each, format!("{name}: {word}"))
        });
    }
    if now == before {
        return false;
    }
    inclined.roles.retain(|row| row.0 != role);
    inclined.roles.extend(now.map(|each| (role, each)));
    inclined.roles.sort_unstable();
    true
}

/// Temperaments of all roles in a list that opens; true when one was changed.
pub(super) fn tempers_ui(
    ui: &mut Ui,
    tongue: &Tongue,
    roles: &[(RoleId, String)],
    inclined: &mut Inclined,
) -> bool {
    let mut changed = temper_all_ui(ui, tongue, inclined);
    CollapsingHeader::new(tongue.word("temper-each")).id_salt("tempers").show(ui, |ui| {
        for (role, name) in roles {
            ui.label(name);
            ui.horizontal_wrapped(|ui| changed |= temper_ui(ui, tongue, (*role, name), inclined));
        }
    });
    changed
}
