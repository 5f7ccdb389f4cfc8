//! What a seat must not overlook: a real emergency, the recording stopped, another moment is on the screen, the end, a request that is about
//! to lapse, a date that was missed.
//!
//! Must not hold what passes (that is the log): a notice stays as long as it is true.

use super::{
    course_view::stage_view,
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Mode, Session},
    sim::state::Phase,
    text::{Language, Texts},
};

/// Notices that are true now, the gravest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoticesView {
    /// The notices.
    pub notices: Vec<Notice>,
}

/// Something a seat must not overlook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// How grave it is.
    pub grade: Grade,
    /// What it says.
    pub text: String,
}

/// How grave a notice is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Grade {
    /// Nothing can go on.
    Stop,
    /// Somebody should act.
    Warning,
    /// Good to know.
    Hint,
}

/// The notices for a viewer.
pub fn notices_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> NoticesView {
    let sight = Sight::new(session, viewer, texts, language);
    let mut notices = Vec::new();
    let mut add = |grade, text| notices.push(Notice { grade, text });
    let stage = stage_view(session, viewer, texts, language, 0);
    if let Some(no_play) = stage.no_play {
        add(Grade::Stop, no_play);
    }
    if sight.is_lead() && session.journal().is_some_and(crate::session::journal::Journal::is_stopped) {
        add(Grade::Stop, sight.word("notice-recording-stopped"));
    }
    if sight.looking() {
        let time = sight.moment(sight.now());
        add(Grade::Warning, sight.say("replay-at", &[("time", time.into())]));
    } else if *session.mode() == Mode::Live && sight.now() >= sight.plan().end() {
        add(Grade::Warning, sight.word("life-endex"));
    }
    for text in stalled(&sight) {
        add(Grade::Warning, text);
    }
    for text in lapsing(&sight) {
        add(Grade::Warning, text);
    }
    for (movement, row) in sight.state().movements.iter() {
        let missing = row.pieces.saturating_sub(row.delivered);
        if row.late && missing > 0 && viewer != Viewer::Public {
            let event = crate::sim::event::Event::MovementLate(movement, missing);
            add(Grade::Hint, sight.tell().event_fact(&event));
        }
    }
    NoticesView { notices }
}

/// Requests that this viewer has to answer and that lapse sooner than an agreement usually takes.
fn lapsing(sight: &Sight) -> Vec<String> {
    let (rules, now) = (&sight.country().rules, sight.now());
    let open = sight.state().requests.iter().filter(|row| row.answer.is_none());
    let mine = open.filter(|row| sight.acts_for(row.turn).is_some());
    mine.map(|row| (row, row.lapses(rules)))
        .filter(|(_, at)| at.since(now) <= rules.asking)
        .map(|(row, at)| {
            let tell = sight.tell();
            let (role, time) = (tell.role(row.turn), sight.moment(at));
            let args = [
                ("from", tell.owner(row.from).into()),
                ("to", tell.owner(row.to).into()),
                ("role", role.into()),
                ("time", time.into()),
            ];
            sight.texts.sentence(sight.language, "notice-request-lapses", &args)
        })
        .collect()
}

/// Ammunition trains that stand where they should not, for those who have heard of it.
fn stalled(sight: &Sight) -> Vec<String> {
    let rows = sight.state().consignments.active().filter(|(_, row)| row.phase == Phase::Stalled);
    rows.filter(|(_, row)| sight.told_of_transport(row.since))
        .map(|(_, row)| {
            sight.tell().event_fact(&crate::sim::event::Event::AmmunitionStalled(row.serial, row.at))
        })
        .collect()
}
