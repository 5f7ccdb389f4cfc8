//! What automatic players go by, from its file: every measure either has its signs, or a reason why nobody takes it.
//!
//! Must not let a role go by a sign that its table does not hear of.

use super::{codes::Codes, conditions::Scope, country::CountryCodes, every, hours};
use crate::{
    scenario::{
        fault::{Faults, Place},
        schema::{
            Amount,
            playbook::{AsksRow, PlayRow, PlaybookFile, SignRow, TemperRow},
        },
    },
    sim::{
        country::{Country, Play, Playbook, Sign, Temper, Temperament},
        ids::{MeasureId, RoleId},
        metric::Unit,
        plan::Start,
        time::{LAST_TICK, Span},
    },
};

/// A measure is in force this long before an automatic player ends it, where its play does not say otherwise.
const AT_LEAST: Span = Span::hours(12);
/// It is not ordered again within this time, where its play does not say otherwise.
const RESTS: Span = Span::hours(12);

/// All of it.
pub(super) fn playbook(
    file: &PlaybookFile,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Playbook> {
    let mut tempers = [None; 2];
    for row in &file.tempers {
        let read = temper(row, faults)?;
        if tempers[row.temperament.value as usize].replace(read).is_some() {
            faults.add(&row.temperament.place, "this temperament stands here twice", "remove one of the two");
        }
    }
    let knows: Vec<_> = file.knows.iter().map(|row| (row.heard.value, row.tables.clone())).collect();
    let mut book = Playbook { knows, ..Playbook::default() };
    let own =
        |row: &PlayRow| codes.measures.find(&row.measure).map(|measure| country.measures.rows[measure].owner);
    let plays = every(
        file.plays.iter().map(|row| play(row, own(row)?, &book, codes, country, faults)).collect::<Vec<_>>(),
    );
    let mut ask = |row: &AsksRow| {
        let by = codes.roles.find(&row.by)?;
        if own(&row.play) == Some(by) {
            let what = format!("\"{}\" decides about this measure itself", row.by.text);
            faults.add(&row.by.place, what, "name another role, or write it under plays");
        }
        Some((by, play(&row.play, by, &book, codes, country, faults)?))
    };
    let asks = every(file.asks.iter().map(&mut ask).collect::<Vec<_>>());
    let left = every(file.left.iter().map(|row| codes.measures.find(&row.measure)).collect::<Vec<_>>());
    let (plays, asks, left) = (plays?, asks?, left?);
    let places = file.plays.iter().map(|row| &row.measure).chain(file.left.iter().map(|row| &row.measure));
    let named: Vec<MeasureId> = plays.iter().map(|play| play.measure).chain(left.iter().copied()).collect();
    for (index, place) in places.enumerate() {
        if named.iter().take(index).any(|earlier| named.get(index) == Some(earlier)) {
            faults.add(
                &place.place,
                format!("\"{}\" stands here twice", place.text),
                "remove one of the two",
            );
        }
    }
    if let Some((_, row)) = country.measures.rows.iter().find(|(id, _)| !named.contains(id)) {
        let what = format!("nothing says when an automatic player takes \"{}\"", row.code);
        let place = file.tempers.iter().next().map(|row| row.temperament.place.clone())?;
        faults.add(&place, what, "add it to plays, or to left with the reason");
    }
    let [Some(careful), Some(bold)] = tempers else {
        let place = file.knows.iter().next().map(|row| row.heard.place.clone())?;
        faults.add(&place, "a temperament is missing", format!("write all of {:?}", Temperament::ALL));
        return None;
    };
    book.tempers = [careful, bold];
    book.plays = plays;
    book.asks = asks;
    book.left = left;
    Some(book)
}

fn temper(row: &TemperRow, faults: &mut Faults<'_>) -> Option<Temper> {
    let mut part = |figure: &Amount| whole(figure, 1000, 10_000, faults);
    let (civil, transit) = (part(&row.civil), part(&row.transit));
    let (ends, helps) = (part(&row.ends), part(&row.helps));
    let mut number = |figure: &Amount, most: i64| whole(figure, 1, most, faults);
    let (regions, at_once) = (number(&row.regions, 25), number(&row.at_once, 50));
    let hours_of_six =
        [&row.short_hours, &row.protected_hours, &row.none_left_hours].map(|figure| number(figure, 6));
    let people = number(&row.transport_people, 1_000_000);
    let kept = whole(&row.kept, 100, 100, faults);
    let reply = hours(&row.reply_h, faults);
    let [short, protected, none_left] = hours_of_six;
    let small = |number: Option<u32>| u8::try_from(number?).ok();
    Some(Temper {
        civil_permille: civil?,
        transit_permille: transit?,
        ends_permille: ends?,
        regions: u16::try_from(regions?).ok()?,
        at_once: u16::try_from(at_once?).ok()?,
        kept_percent: kept?,
        short_hours: small(short)?,
        protected_hours: small(protected)?,
        none_left_hours: small(none_left)?,
        waits_for_date: row.waits_for_date,
        pays_at_once: row.pays_at_once,
        helps_permille: helps?,
        on_word: row.on_word,
        first_option: row.first_option,
        transport_people: people?,
        reply: reply?,
    })
}

/// A figure in whole parts, from one up to the most there may be.
fn whole(figure: &Amount, parts: i64, most: i64, faults: &mut Faults<'_>) -> Option<u32> {
    let found = figure.value.times_round(parts);
    if !(1..=most).contains(&found) {
        let what = format!("{} is not possible here", figure.value);
        faults.add(&figure.place, what, format!("write more than 0, at most {}", most / parts));
        return None;
    }
    u32::try_from(found).ok()
}

/// When a measure is taken, by signs that `eyes` sees: its owner, or who asks for it.
fn play(
    row: &PlayRow,
    eyes: RoleId,
    book: &Playbook,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Play> {
    let measure = codes.measures.find(&row.measure)?;
    let table = country.roles[eyes].table;
    let mut when = Vec::new();
    for (sign, figure) in &row.when {
        let sign = self::sign(sign, &row.measure.place, codes, country, faults)?;
        if let Some(heard) = sign.heard().filter(|heard| !book.hears(table, *heard)) {
            let role = &country.roles[eyes].code;
            let what = format!("\"{role}\" at table {table:?} does not hear of {heard:?}");
            faults.add(&figure.place, what, "choose another sign, or add the table under knows");
        }
        when.push((sign, whole(figure, parts(sign), 1_000_000, faults)?));
    }
    if when.is_empty() {
        faults.add(&row.measure.place, "no sign at all", "name one under when, or move the measure to left");
    }
    let unless = every(row.unless.iter().map(|measure| codes.measures.find(measure)).collect::<Vec<_>>());
    let ends = row.ends.as_ref().map_or(Some(None), |figure| whole(figure, 1000, 1000, faults).map(Some));
    let at_least = row.at_least_h.as_ref().map_or(Some(AT_LEAST), |figure| hours(figure, faults));
    let rests = row.rests_h.as_ref().map_or(Some(RESTS), |figure| hours(figure, faults));
    let most = row.most.as_ref().map_or(Some(None), |figure| whole(figure, 1, 25, faults).map(Some));
    let most = most?.and_then(|most| u16::try_from(most).ok());
    Some(Play {
        measure,
        side: row.side,
        when,
        all: row.all,
        most,
        unless: unless?,
        ends_permille: ends?,
        at_least: at_least?,
        rests: rests?,
    })
}

/// Parts of one that a sign is counted in.
fn parts(sign: Sign) -> i64 {
    match sign {
        Sign::Lacks(_) | Sign::LacksMost(_) | Sign::Silent | Sign::Behind => 1000,
        Sign::Figure(metric) if metric.info().unit == Unit::Permille => 1000,
        Sign::Figure(_) | Sign::Damages(_) | Sign::Short(_) | Sign::Arriving => 1,
    }
}

fn sign(
    row: &SignRow,
    place: &Place,
    codes: &CountryCodes,
    country: &Country,
    faults: &mut Faults<'_>,
) -> Option<Sign> {
    Some(match row {
        SignRow::Lacks(process) => Sign::Lacks(codes.processes.find(process)?),
        SignRow::LacksMost(process) => Sign::LacksMost(codes.processes.find(process)?),
        SignRow::Figure(metric) => {
            let (injects, movements) = (Codes::new([]), Codes::new([]));
            let start = Start { epoch_day: 0, quarter: 0 };
            let scope =
                Scope { country, codes, injects: &injects, movements: &movements, start, end: LAST_TICK };
            let sign = Sign::Figure(scope.metric(metric, faults)?);
            if sign.heard().is_none() {
                faults.add(place, "automatic players do not go by this figure", "choose another sign");
                return None;
            }
            sign
        }
        SignRow::Damages(kind) => Sign::Damages(*kind),
        SignRow::Silent => Sign::Silent,
        SignRow::Behind => Sign::Behind,
        SignRow::Short(pool) => Sign::Short(codes.pools.find(pool)?),
        SignRow::Arriving => Sign::Arriving,
    })
}

/// Every figure of the file.
pub(super) fn figures(file: &PlaybookFile, mut add: impl FnMut(&Amount)) {
    for row in &file.tempers {
        let figures = [
            &row.civil,
            &row.transit,
            &row.ends,
            &row.regions,
            &row.at_once,
            &row.kept,
            &row.helps,
            &row.short_hours,
            &row.protected_hours,
            &row.none_left_hours,
            &row.transport_people,
            &row.reply_h,
        ];
        figures.into_iter().for_each(&mut add);
    }
    for row in file.plays.iter().chain(file.asks.iter().map(|row| &row.play)) {
        row.when.iter().for_each(|(_, figure)| add(figure));
        row.most.iter().chain(&row.ends).chain(&row.at_least_h).chain(&row.rests_h).for_each(&mut add);
    }
}
