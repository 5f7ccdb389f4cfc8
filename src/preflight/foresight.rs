//! Where an exercise is probably going: hidden copies with automatic players, some hours ahead with a few dice, and every few
//! hours the figures that a lead looks at first.
//!
//! What comes out is a band for each figure over time. One course of events among many: people decide otherwise. Must not change the
//! exercise or its recording, and must not be shown to players: the copies have the script in them. See `preview`.

use super::preview::{Range, usual};
use crate::{
    auto::players::Players,
    session::{Session, SubmitError},
    sim::{
        metric::{Metric, value},
        time::{Span, TICKS_PER_HOUR, Tick},
    },
    text::{Language, Texts},
};

/// How to look ahead.
#[derive(Clone, Copy, Debug)]
pub struct Outlook {
    /// How far.
    pub ahead: Span,
    /// Hours between two looks at the figures, at least 1.
    pub step_hours: u32,
    /// Dice: the exercise's own and so many others, at least 1.
    pub seeds: u16,
}

/// What came out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Foreseen {
    /// Moments at which was looked, the present first.
    pub moments: Vec<Tick>,
    /// Dice that were tried.
    pub seeds: u16,
    /// Each figure with its lowest and highest at those moments.
    pub courses: Vec<(Metric, Vec<Range>)>,
}

/// Looks ahead while somebody watches: `goes_on` hears how far it is, thousandths, and says whether it goes on. None when it was
/// stopped.
pub fn foresee(
    session: &Session,
    outlook: Outlook,
    texts: &Texts,
    goes_on: &mut dyn FnMut(u16) -> bool,
) -> Result<Option<Foreseen>, SubmitError> {
    let (country, plan) = (session.country(), session.plan());
    let from = session.shown().tick;
    let until = from.after(outlook.ahead).min(plan.end());
    let step = outlook.step_hours.max(1) * TICKS_PER_HOUR;
    let seeds = outlook.seeds.max(1);
    let mut found = Foreseen {
        moments: vec![from],
        seeds,
        courses: usual(country, plan).into_iter().map(|metric| (metric, Vec::new())).collect(),
    };
    for number in 0..seeds {
        let seed = plan.seed.wrapping_add(u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let mut copy = session.hidden_copy(Some(seed));
        let players = Players::for_all(&copy, texts, Language::default());
        let mut place = 0;
        loop {
            for (metric, course) in &mut found.courses {
                let now = value(country, copy.head(), *metric);
                match course.get_mut(place) {
                    Some(range) => {
                        range.low = range.low.min(now);
                        range.high = range.high.max(now);
                    }
                    None => course.push(Range { low: now, high: now }),
                }
            }
            let at = copy.head().tick;
            if number == 0 && place > 0 {
                found.moments.push(at);
            }
            let of_run = u64::from(at.since(from).0) * 1000 / u64::from(until.since(from).0.max(1));
            let far = (u64::from(number) * 1000 + of_run) / u64::from(seeds);
            if !goes_on(u16::try_from(far).unwrap_or(1000)) {
                return Ok(None);
            }
            let left = until.since(at).0;
            if left == 0 || players.advance(&mut copy, left.min(step), &mut |_, _| {})? == 0 {
                break;
            }
            place += 1;
        }
    }
    // A course that ended earlier than the first has no band further on.
    let moments = found.moments.len();
    found.courses.retain(|(_, course)| course.len() >= moments);
    Ok(Some(found))
}
