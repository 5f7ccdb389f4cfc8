//! The page of roles: a role card, who decides what on which basis, and for the staff who plays whom and what waits in a
//! role that is handed over.
//!
//! Must not hand anything over (`Steer::HandOver` does), and shows a player nothing of another role that its card does not say.

use super::{
    briefing_view::BriefingSection,
    handover_view::handover_sections,
    memory::Memory,
    roles_view::{MatrixRow, RoleCardView, RoleWords, played_by, role_card},
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{country::Temperament, course::Inclined, ids::RoleId},
    text::{Language, Texts},
};
use std::sync::Arc;

/// The page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RolesPage {
    /// The role whose card is open.
    pub role: Option<RoleId>,
    /// Its card.
    pub card: Option<RoleCardView>,
    /// Who decides what.
    pub matrix: Arc<Vec<MatrixRow>>,
    /// What holds in the name of the open role and what waits for it; for the staff.
    pub handover: Vec<BriefingSection>,
    /// Who plays whom; for the staff.
    pub people: Vec<PersonView>,
    /// How automatic players are inclined.
    pub inclined: Inclined,
}

/// Who plays a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonView {
    /// The role.
    pub role: RoleId,
    /// Its official name.
    pub name: String,
    /// The seat that plays it, from 1; 0 for the automatic player; none while nobody said.
    pub seat: Option<u8>,
    /// Who plays it, in words; empty while nobody said.
    pub played_by: String,
    /// How its automatic player is inclined, where it differs from the others.
    pub own: Option<Temperament>,
}

/// The page for a viewer, with the card of `chosen`, else of its own role, else of the first.
pub fn roles_page(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    (words, chosen, memory): (&dyn Fn(RoleId) -> Option<RoleWords>, Option<RoleId>, &mut Memory),
) -> RolesPage {
    if viewer == Viewer::Public {
        return RolesPage::default();
    }
    let sight = Sight::new(session, viewer, texts, language);
    let course = session.course_shown();
    let role = chosen.or(sight.role()).or_else(|| sight.country().roles.ids().next());
    let seat = |role: RoleId| course.seats.get(&role).copied();
    let staff = viewer == Viewer::Lead;
    let tell = sight.tell();
    let person = |role| PersonView {
        role,
        name: tell.role(role),
        seat: seat(role),
        played_by: played_by(&tell, seat(role)),
        own: course.players.roles.iter().find(|row| row.0 == role).map(|row| row.1),
    };
    RolesPage {
        role,
        people: if staff { sight.country().roles.ids().map(person).collect() } else { Vec::new() },
        handover: role
            .filter(|_| staff)
            .map_or_else(Vec::new, |role| handover_sections(session, role, texts, language)),
        card: role
            .filter(|role| sight.country().roles.get(*role).is_some())
            .map(|role| role_card(&tell, role, words(role).as_ref(), seat(role))),
        matrix: memory.matrix(&sight),
        inclined: course.players.clone(),
    }
}
