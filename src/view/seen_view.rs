//! What a role could see when it put a decision on paper: worked out from the recording each time it is asked for, with the views of
//! that role at that moment. Nothing of it is stored.
//!
//! Must not show more than that role saw: it is made of the role's own views of the exercise as it was then.

use super::{
    messages_view::messages_view,
    pool_board_view::pool_board_view,
    viewer::{Sight, Viewer},
};
use crate::{
    session::Session,
    sim::{
        dossier::{Filed, Sheet},
        ids::RoleId,
    },
    text::{Language, Texts},
};

/// What a role could see at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenView {
    /// The role, as it stands in a sentence.
    pub role: String,
    /// The moment.
    pub time: String,
    /// Number of the decision in the dossier.
    pub number: u32,
    /// Headings with what stood there.
    pub sections: Vec<(String, Vec<String>)>,
}

/// What a role could see when it filed this decision; none for another sheet, and for a viewer who may not know.
pub fn seen_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    number: u32,
) -> Option<SeenView> {
    let filed = session.filed(number)?;
    let sight = Sight::new(session, viewer, texts, language);
    let Sheet::Decision(sheet) = &filed.sheet else { return None };
    if filed.tick > sight.now() || !sight.may_read_sheet(filed) {
        return None;
    }
    Some(seen(&session.when_filed(filed), filed, sheet.role, texts, language))
}

fn seen(then: &Session, filed: &Filed, role: RoleId, texts: &Texts, language: Language) -> SeenView {
    SeenView {
        number: filed.number,
        time: Sight::new(then, Viewer::Role(role), texts, language).moment(filed.tick),
        ..what_is_seen(then, role, texts, language)
    }
}

/// What a role can see now, in the words that are frozen beside a decision.
pub fn what_is_seen(session: &Session, role: RoleId, texts: &Texts, language: Language) -> SeenView {
    let viewer = Viewer::Role(role);
    let sight = Sight::new(session, viewer, texts, language);
    let messages = messages_view(session, viewer, texts, language).messages;
    let messages = messages.into_iter().map(|row| format!("{}, {}: {}", row.time, row.sender, row.text));
    let board = pool_board_view(session, viewer, texts, language);
    let own = board.pools.into_iter().filter(|line| line.divide_as == Some(role));
    let own = own.map(|line| {
        let (waiting, refused): (u32, u32) =
            (line.waiting.0.iter().sum(), line.day.0.iter().map(|counts| counts.refused).sum());
        let counts =
            sight.say("panel-waiting-refused", &[("waiting", waiting.into()), ("refused", refused.into())]);
        let parts = [line.stands, counts];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}: {}", line.name, parts.join("; "))
    });
    let sections = [
        ("briefing-where", sight.whereabouts()),
        ("seen-messages", messages.collect()),
        ("seen-pools", own.collect()),
        ("briefing-decided", sight.decisions_told(usize::MAX)),
        ("briefing-open", sight.open_for(role)),
    ];
    let sections = sections.into_iter().filter(|(_, lines): &(_, Vec<String>)| !lines.is_empty());
    SeenView {
        role: sight.tell().owner(role),
        time: sight.moment(sight.now()),
        number: 0,
        sections: sections.map(|(key, lines)| (sight.word(key), lines)).collect(),
    }
}
