//! The strip at the bottom: what was sent, decided, broken and crossed, what is planned (for the lead), and how the indicators
//! went.
//!
//! Positions are thousandths of the stretch that is shown. Must not show players what is planned but not told.

use super::{
    injects_view::due,
    memory::Memory,
    shell::{Lane, Mark, TimelineView},
    stretch::Stretch,
    strips::{Strip, StripView},
    viewer::{Sight, Viewer},
};
use crate::{
    session::{Mode, Session, history::Happening},
    sim::{
        event::Event,
        ids::InjectId,
        state::InjectStatus,
        time::{TICKS_PER_DAY, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts, clock_time},
};
use std::{cmp::Ordering, collections::BTreeMap, sync::Arc};

/// Most lines named on the scale.
const LINES_NAMED: u32 = 14;
/// Steps between them, ticks: a quarter of an hour, an hour, three, six, twelve, a day.
const SCALE_STEPS: [u32; 6] =
    [1, TICKS_PER_HOUR, 3 * TICKS_PER_HOUR, 6 * TICKS_PER_HOUR, 12 * TICKS_PER_HOUR, TICKS_PER_DAY];
/// A fall to this class or lower is marked: 2 is limited.
const MARKED_CLASS: u8 = 2;

/// The timeline of a seat.
#[derive(Clone, Debug, PartialEq)]
pub struct TimelineSeat {
    /// What is drawn. The number of a mark is a place in `opens`.
    pub strip: TimelineView,
    /// What a mark opens.
    pub opens: Vec<Opens>,
    /// Indicators over the same length.
    pub indicators: Vec<StripView>,
    /// Where the present is when an earlier moment is shown.
    pub present_permille: Option<u16>,
    /// Bookmarks with their moments, for a list.
    pub bookmarks: Vec<(Tick, String)>,
    /// What is shown, to turn a click into a moment.
    pub stretch: Stretch,
    /// Where the exercise ends.
    pub end: Tick,
    /// Names of what moves the stretch.
    pub words: StretchWords,
    /// The present: what comes later can only be planned.
    pub known: Tick,
    /// The next moment at which something stands on the strip, and the one before, as seen from now.
    pub beside: [Option<Tick>; 2],
}

/// Names of what moves the stretch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StretchWords {
    /// Half as long.
    pub closer: String,
    /// Twice as long.
    pub further: String,
    /// Back by half of it.
    pub earlier: String,
    /// On by half of it.
    pub later: String,
}

/// What a mark opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Opens {
    /// An inject or the message it became.
    Inject(InjectId),
    /// A decision by its number.
    Decision(u32),
    /// A moment.
    Moment(Tick),
}

/// The timeline for a viewer with the indicators it chose.
pub fn timeline_view(
    session: &Session,
    viewer: Viewer,
    texts: &Texts,
    language: Language,
    (indicators, stretch): (&[Strip], Option<Stretch>),
    memory: &mut Memory,
) -> TimelineSeat {
    let sight = Sight::new(session, viewer, texts, language);
    let end = match session.mode() {
        Mode::Live => sight.plan().end(),
        Mode::Replay(end) => *end,
    };
    let stretch = stretch.filter(|stretch| stretch.to <= end).unwrap_or_else(|| Stretch::whole(end));
    let mut maker = Maker { sight, stretch, opens: Vec::new(), beside: [None; 2] };
    let mut lanes = vec![maker.injects(memory), maker.decisions(memory)];
    let (crossings, troubles, transports) = maker.happenings(memory);
    lanes.extend([crossings, troubles]);
    if viewer != Viewer::Public {
        lanes.push(transports);
    }
    let any = session.remarks().iter().any(|remark| remark.bookmark);
    if sight.is_lead() && any {
        lanes.push(maker.bookmarks());
    }
    let present = session.last_tick();
    let bookmarks = session.remarks().iter().filter(|remark| sight.is_lead() && remark.bookmark);
    TimelineSeat {
        strip: TimelineView {
            now_permille: stretch.touches(sight.now(), sight.now()).then(|| maker.at(sight.now())),
            scale: maker.scale(),
            lanes,
        },
        indicators: indicators.iter().filter_map(|strip| sight.strip(*strip, stretch)).collect(),
        present_permille: (session.is_looking_back() && stretch.touches(present, present))
            .then(|| maker.at(present)),
        bookmarks: bookmarks.map(|remark| (remark.tick, remark.text.clone())).collect(),
        beside: maker.beside,
        opens: maker.opens,
        stretch,
        end,
        known: present,
        words: StretchWords {
            closer: sight.word("timeline-closer"),
            further: sight.word("timeline-further"),
            earlier: sight.word("timeline-earlier"),
            later: sight.word("timeline-later"),
        },
    }
}

struct Maker<'a> {
    sight: Sight<'a>,
    stretch: Stretch,
    opens: Vec<Opens>,
    /// The next moment and the one before, so far.
    beside: [Option<Tick>; 2],
}

impl Maker<'_> {
    fn at(&self, tick: Tick) -> u16 {
        self.stretch.permille(tick)
    }

    fn mark(&mut self, from: Tick, to: Tick, text: Arc<str>, planned: bool, opens: Opens) -> Mark {
        self.opens.push(opens);
        let [next, before] = &mut self.beside;
        match from.cmp(&self.sight.now()) {
            Ordering::Greater => *next = Some(next.map_or(from, |next| next.min(from))),
            Ordering::Less => *before = (*before).max(Some(from)),
            Ordering::Equal => {}
        }
        Mark {
            number: (self.opens.len() - 1) as u32,
            from_permille: self.at(from),
            to_permille: self.at(to),
            text,
            planned,
            inside: self.stretch.touches(from, to),
        }
    }

    fn lane(&self, key: &str, mut marks: Vec<Mark>) -> Lane {
        marks.retain(|mark| mark.inside);
        Lane { name: self.sight.word(key), marks }
    }

    /// Days of the calendar, each at its midnight; closer by, hours or quarters of the day.
    fn scale(&self) -> Vec<(u16, String)> {
        let sight = &self.sight;
        let start = sight.plan().start;
        let offset = u32::from(start.quarter);
        let step = SCALE_STEPS.into_iter().find(|step| self.stretch.length() / step < LINES_NAMED);
        let step = step.unwrap_or_else(|| {
            TICKS_PER_DAY * self.stretch.length().div_ceil(TICKS_PER_DAY).div_ceil(LINES_NAMED)
        });
        let first = (self.stretch.from.0 + offset).div_ceil(step) * step;
        // The first line of a day that began before the exercise stands at its beginning.
        let first = if self.stretch.from.0 == 0 && step >= TICKS_PER_DAY { 0 } else { first };
        let line = |at: u32| {
            let tick = Tick(at.saturating_sub(offset));
            let day = || format!("D+{} {}", at / TICKS_PER_DAY, sight.texts.day(sight.language, start, tick));
            let text = match (at.is_multiple_of(TICKS_PER_DAY), at == first) {
                (true, _) => day(),
                (false, true) => format!("{} {}", day(), clock_time(start, tick)),
                (false, false) => clock_time(start, tick),
            };
            (self.at(tick), text)
        };
        (first..=self.stretch.to.0 + offset).step_by(step.max(1) as usize).map(line).collect()
    }

    fn injects(&mut self, memory: &mut Memory) -> Lane {
        let sight = self.sight;
        let mut marks = Vec::new();
        for (inject, row) in sight.state().injects.rows.iter() {
            let Some(content) = sight.state().injects.content(sight.plan(), inject) else { continue };
            if sight.is_lead() {
                let Some(tick) = due(row, content).filter(|_| row.status != InjectStatus::Skipped) else {
                    continue;
                };
                let text = memory.marks(&sight).inject(&sight, inject, row.status);
                let planned = !row.status.is_out();
                marks.push(self.mark(tick, tick, text, planned, Opens::Inject(inject)));
            } else if let Some((tick, content)) = sight.message(inject) {
                let sender = sight.tell().scenario_text(&content.sender).into();
                marks.push(self.mark(tick, tick, sender, false, Opens::Inject(inject)));
            }
        }
        let key = if sight.is_lead() { "timeline-injects" } else { "messages-title" };
        self.lane(key, marks)
    }

    fn decisions(&mut self, memory: &mut Memory) -> Lane {
        let sight = self.sight;
        let mut marks = Vec::new();
        for record in sight.records().filter(|record| !sight.session.is_undone(record.seq)) {
            let text = memory.decision_line(&sight, record);
            let planned = record.effective > sight.now();
            let (at, opens) = (record.effective, Opens::Decision(record.seq));
            marks.push(self.mark(at, at, text, planned, opens));
        }
        self.lane("timeline-decisions", marks)
    }

    /// Crossings hour by hour, damage as stretches, and what movements did.
    fn happenings(&mut self, memory: &mut Memory) -> (Lane, Lane, Lane) {
        let sight = self.sight;
        let mut crossings: BTreeMap<u32, Vec<&Happening>> = BTreeMap::new();
        let mut begun: BTreeMap<u32, &Happening> = BTreeMap::new();
        let (mut troubles, mut transports) = (Vec::new(), Vec::new());
        for row in sight.heard() {
            match &row.event {
                Event::LevelChanged { from, to, .. } if to < from && *to <= MARKED_CLASS => {
                    crossings.entry(row.tick.hour()).or_default().push(row);
                }
                Event::Damaged { damage, .. } => {
                    begun.insert(*damage, row);
                }
                Event::Repaired(damage, _) => {
                    if let Some(first) = begun.remove(damage) {
                        let text = memory.marks(&sight).damage(&sight, *damage, &first.event);
                        let moment = Opens::Moment(first.tick);
                        troubles.push(self.mark(first.tick, row.tick, text, false, moment));
                    }
                }
                Event::ShipBerthed(..)
                | Event::ShipShifted(..)
                | Event::Diverted(..)
                | Event::AmmunitionStalled(..)
                | Event::MovementCompleted(_)
                | Event::MovementLate(..) => {
                    let text = sight.happening(row).into();
                    transports.push(self.mark(row.tick, row.tick, text, false, Opens::Moment(row.tick)));
                }
                _ => {}
            }
        }
        for (damage, row) in begun {
            let text = memory.marks(&sight).damage(&sight, damage, &row.event);
            troubles.push(self.mark(row.tick, sight.now(), text, false, Opens::Moment(row.tick)));
        }
        self.dates(&mut transports, memory);
        let crossings =
            crossings.into_iter().map(|(hour, rows)| self.crossing(hour, &rows, memory)).collect();
        (
            self.lane("timeline-thresholds", crossings),
            self.lane("timeline-disruptions", troubles),
            self.lane("timeline-movements", transports),
        )
    }

    fn crossing(&mut self, hour: u32, rows: &[&Happening], memory: &mut Memory) -> Mark {
        let sight = self.sight;
        let text = memory.marks(&sight).crossing(&sight, hour, rows);
        let tick = rows.first().map_or(Tick(hour * TICKS_PER_HOUR), |row| row.tick);
        self.mark(tick, tick, text, false, Opens::Moment(tick))
    }

    /// The dates that movements must meet.
    fn dates(&mut self, marks: &mut Vec<Mark>, memory: &mut Memory) {
        let sight = self.sight;
        for (movement, row) in sight.plan().movements.iter() {
            let text = memory.marks(&sight).date(&sight, movement);
            marks.push(self.mark(row.due, row.due, text, row.due > sight.now(), Opens::Moment(row.due)));
        }
    }

    fn bookmarks(&mut self) -> Lane {
        let sight = self.sight;
        let mut marks = Vec::new();
        for remark in sight.session.remarks().iter().filter(|remark| remark.bookmark) {
            let moment = Opens::Moment(remark.tick);
            marks.push(self.mark(remark.tick, remark.tick, remark.text.as_str().into(), false, moment));
        }
        self.lane("timeline-bookmarks", marks)
    }
}
