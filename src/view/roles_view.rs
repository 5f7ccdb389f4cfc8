//! Who may decide what: a card for each role, and the authority matrix, both derived from the country's own data.
//!
//! Public knowledge: nothing of the script and nothing of the state but the seats that play a role and how far regions are scaled up, when a session is
//! given. What a role may decide in words comes with the country's book, as in `briefing_view`. Must not decide who may: `sim::check` does.

use crate::{
    sim::{
        country::{Basis, Country, Power},
        ids::{MeasureId, RoleId},
        plan::Text,
    },
    text::{Narrator, power_key},
};
use serde::Serialize;

/// What the country's book says of a role.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoleWords {
    /// What it may decide.
    pub may: Text,
    /// Within which limit.
    pub limit: Text,
    /// Bases it can act on.
    pub bases: Vec<Basis>,
}

/// A role card.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RoleCardView {
    /// Code.
    pub code: String,
    /// Official name.
    pub name: String,
    /// Table at which it sits.
    pub table: String,
    /// Region in which it sits; empty when that is where its work is.
    pub seat: String,
    /// Who plays it: a seat by number; empty while nobody took it over.
    pub played_by: String,
    /// Legal bases that it can act on.
    pub bases: Vec<String>,
    /// Scarce capacity that it divides.
    pub owns: Vec<String>,
    /// Measures that it takes and ends.
    pub measures: Vec<String>,
    /// Kinds of decision beyond these.
    pub powers: Vec<String>,
    /// Bases that it provides to others.
    pub provides: Vec<String>,
    /// What it may decide, in words.
    pub may: String,
    /// Within which limit.
    pub limit: String,
    /// Whom it needs for what.
    pub asks: Vec<String>,
    /// Who it has to be able to reach, by name.
    pub phones: Vec<String>,
    /// When it is on duty, and whose place it takes.
    pub duty: Vec<String>,
}

/// One line of the matrix: a decision and who has which part in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatrixRow {
    /// The decision.
    pub decision: String,
    /// Code of what it is about.
    pub code: String,
    /// Who decides.
    pub decides: String,
    /// On which basis.
    pub basis: String,
    /// Who has to provide a further basis first, and for what.
    pub needs: Vec<String>,
    /// Who decides in its place when a region is scaled up.
    pub taken_over_by: Vec<String>,
}

/// The cards of all roles, in their order. `seats` says who plays a role.
pub fn role_cards(
    tell: &Narrator<'_>,
    words: &dyn Fn(RoleId) -> Option<RoleWords>,
    seats: &dyn Fn(RoleId) -> Option<u8>,
) -> Vec<RoleCardView> {
    tell.country.roles.ids().map(|role| role_card(tell, role, words(role).as_ref(), seats(role))).collect()
}

fn say(tell: &Narrator<'_>, key: &str, args: &[(&str, crate::text::Arg)]) -> String {
    tell.texts.say(tell.language, key, args)
}

/// Who plays a role, in words; empty while nobody took it over.
pub(super) fn played_by(tell: &Narrator<'_>, seat: Option<u8>) -> String {
    match seat {
        None => String::new(),
        Some(0) => say(tell, "role-played-auto", &[]),
        Some(seat) => say(tell, "role-played-seat", &[("seat", u32::from(seat).into())]),
    }
}

/// The card of one role.
pub(super) fn role_card(
    tell: &Narrator<'_>,
    role: RoleId,
    words: Option<&RoleWords>,
    seat: Option<u8>,
) -> RoleCardView {
    let country = tell.country;
    let row = &country.roles[role];
    let measures = || country.measures.rows.iter().filter(|(_, measure)| measure.owner == role);
    let region = country.crisis.seat(role);
    let mut bases: Vec<Basis> = words.map(|words| words.bases.clone()).unwrap_or_default();
    if bases.is_empty() {
        bases = measures().map(|(_, measure)| measure.basis).collect();
    }
    bases.sort_unstable();
    bases.dedup();
    let needed = needs(tell, role);
    let mut phones: Vec<RoleId> = needed.iter().map(|(provider, _)| *provider).collect();
    phones.extend(asked_by(country, role));
    phones.sort_unstable();
    phones.dedup();
    let provided = country.pools.iter().flat_map(|(pool, row)| {
        let mine = row.limits.iter().filter(|limit| limit.providers().any(|by| by == role));
        mine.map(move |limit| (pool, limit))
    });
    RoleCardView {
        code: row.code.clone(),
        name: tell.role(role),
        table: tell.table(row.table),
        seat: region.map(|region| tell.region(region)).unwrap_or_default(),
        played_by: played_by(tell, seat),
        bases: bases.into_iter().map(|basis| tell.basis(basis)).collect(),
        owns: country
            .pools
            .iter()
            .filter(|(_, pool)| pool.owner == role)
            .map(|(pool, _)| tell.pool(pool))
            .collect(),
        measures: measures().map(|(measure, _)| measure_words(tell, measure)).collect(),
        powers: row.powers.iter().map(|power| say(tell, power_key(*power), &[])).collect(),
        provides: provided
            .map(|(pool, limit)| {
                let args = [
                    ("pool", tell.pool(pool).into()),
                    ("what", tell.limited(pool, limit.what).into()),
                    ("basis", tell.basis(limit.basis).into()),
                ];
                say(tell, "role-provides-one", &args)
            })
            .collect(),
        may: words.map(|words| tell.scenario_text(&words.may).to_owned()).unwrap_or_default(),
        limit: words.map(|words| tell.scenario_text(&words.limit).to_owned()).unwrap_or_default(),
        asks: needed.into_iter().map(|(_, words)| words).collect(),
        phones: phones.into_iter().map(|other| tell.role(other)).collect(),
        duty: duty(tell, role),
    }
}

fn measure_words(tell: &Narrator<'_>, measure: MeasureId) -> String {
    let row = &tell.country.measures.rows[measure];
    let args = [("measure", tell.measure(measure).into()), ("basis", tell.basis(row.basis).into())];
    say(tell, if row.regional { "role-measure-region" } else { "role-measure" }, &args)
}

/// Whom a role needs, and for what.
fn needs(tell: &Narrator<'_>, role: RoleId) -> Vec<(RoleId, String)> {
    let country = tell.country;
    let mut found: Vec<(RoleId, String)> = Vec::new();
    for (pool, row) in country.pools.iter().filter(|(_, row)| row.owner == role) {
        for limit in &row.limits {
            for provider in limit.providers().filter(|provider| *provider != role) {
                let args = [
                    ("pool", tell.pool(pool).into()),
                    ("what", tell.limited(pool, limit.what).into()),
                    ("basis", tell.basis(limit.basis).into()),
                    ("role", tell.role(provider).into()),
                ];
                found.push((provider, say(tell, "role-needs-limit", &args)));
            }
        }
    }
    for (measure, row) in country.measures.rows.iter().filter(|(_, row)| row.owner == role) {
        if let Some(under) = row.under {
            let provider = country.measures.rows[under].owner;
            let args = [
                ("measure", tell.measure(measure).into()),
                ("under", tell.measure(under).into()),
                ("role", tell.role(provider).into()),
            ];
            found.push((provider, say(tell, "role-needs-measure", &args)));
        }
    }
    found
}

/// Who needs this role: those have to be able to reach it.
fn asked_by(country: &Country, role: RoleId) -> Vec<RoleId> {
    let of_pools = country.pools.rows().iter().filter(|row| {
        row.owner != role && row.limits.iter().any(|limit| limit.providers().any(|by| by == role))
    });
    let rows = &country.measures.rows;
    let of_measures =
        rows.rows().iter().filter(|row| row.under.is_some_and(|under| rows[under].owner == role));
    of_pools
        .map(|row| row.owner)
        .chain(of_measures.map(|row| row.owner))
        .filter(|other| *other != role)
        .collect()
}

fn duty(tell: &Narrator<'_>, role: RoleId) -> Vec<String> {
    let rows = tell.country.measures.rows.rows();
    let mut lines = Vec::new();
    let from = rows.iter().filter(|row| row.duty.contains(&role)).filter_map(|row| row.grip).min();
    if let Some(level) = from {
        lines.push(say(tell, "role-duty-from", &[("level", u32::from(level).into())]));
    }
    for row in rows.iter().filter(|row| row.grip.is_some()) {
        let level = u32::from(row.grip.unwrap_or(0));
        if row.takes_over.contains(&role) {
            let args = [("level", level.into()), ("role", tell.role(row.owner).into())];
            lines.push(say(tell, "role-gives-over", &args));
        }
        if row.owner == role {
            for other in &row.takes_over {
                let args = [("level", level.into()), ("role", tell.role(*other).into())];
                lines.push(say(tell, "role-takes-over", &args));
            }
        }
    }
    lines
}

/// The authority matrix: pools, measures and powers in the order of the country.
pub fn matrix(tell: &Narrator<'_>) -> Vec<MatrixRow> {
    let country = tell.country;
    let basis = |basis: Basis| tell.basis(basis);
    let mut rows: Vec<MatrixRow> = Vec::new();
    for (pool, row) in country.pools.iter() {
        let needs = row.limits.iter().map(|limit| {
            let providers: Vec<String> = limit.providers().map(|role| tell.role(role)).collect();
            let args = [
                ("what", tell.limited(pool, limit.what).into()),
                ("basis", basis(limit.basis).into()),
                ("roles", tell.texts.list(tell.language, &providers).into()),
            ];
            say(tell, "matrix-limit", &args)
        });
        rows.push(MatrixRow {
            decision: say(tell, "matrix-divide", &[("pool", tell.pool(pool).into())]),
            code: row.code.clone(),
            decides: tell.role(row.owner),
            basis: basis(Basis::G0),
            needs: needs.collect(),
            taken_over_by: Vec::new(),
        });
    }
    for (measure, row) in country.measures.rows.iter() {
        let under = row.under.map(|under| {
            let provider = country.measures.rows[under].owner;
            let args = [("under", tell.measure(under).into()), ("role", tell.role(provider).into())];
            say(tell, "matrix-under", &args)
        });
        let above = country
            .measures
            .rows
            .rows()
            .iter()
            .filter(|step| row.regional && step.grip.is_some() && step.takes_over.contains(&row.owner));
        let mut taken_over_by: Vec<String> = above
            .map(|step| {
                let level = u32::from(step.grip.unwrap_or(0));
                say(tell, "matrix-above", &[("role", tell.role(step.owner).into()), ("level", level.into())])
            })
            .collect();
        taken_over_by.dedup();
        rows.push(MatrixRow {
            decision: tell.measure(measure),
            code: row.code.clone(),
            decides: tell.role(row.owner),
            basis: basis(row.basis),
            needs: under.into_iter().collect(),
            taken_over_by,
        });
    }
    for power in [Power::PlanMovements, Power::DesignateUrgent] {
        let holders = country.roles.iter().filter(|(_, row)| row.powers.contains(&power));
        let names: Vec<String> = holders.map(|(role, _)| tell.role(role)).collect();
        let both = power == Power::DesignateUrgent && names.len() > 1;
        rows.push(MatrixRow {
            decision: say(tell, power_key(power), &[]),
            code: format!("{power:?}"),
            decides: tell.texts.list(tell.language, &names),
            basis: if both { basis(Basis::G4) } else { basis(Basis::G1) },
            needs: Vec::new(),
            taken_over_by: Vec::new(),
        });
    }
    rows
}

impl RoleCardView {
    /// The card as text, for a terminal.
    pub fn text(&self, tell: &Narrator<'_>) -> String {
        let mut lines = vec![format!("{} ({})", self.name, self.code)];
        let mut one = |key: &str, what: &str| {
            if !what.is_empty() {
                lines.push(format!("  {}: {what}", say(tell, key, &[])));
            }
        };
        one("role-card-table", &self.table);
        one("role-card-seat", &self.seat);
        one("role-card-played", &self.played_by);
        one("role-card-bases", &self.bases.join("; "));
        one("role-card-may", &self.may);
        one("role-card-limit", &self.limit);
        for (key, rows) in [
            ("role-card-owns", &self.owns),
            ("role-card-measures", &self.measures),
            ("role-card-powers", &self.powers),
            ("role-card-provides", &self.provides),
            ("role-card-asks", &self.asks),
            ("role-card-phones", &self.phones),
            ("role-card-duty", &self.duty),
        ] {
            if !rows.is_empty() {
                lines.push(format!("  {}:", say(tell, key, &[])));
                lines.extend(rows.iter().map(|row| format!("    - {row}")));
            }
        }
        lines.join("\n")
    }
}

impl MatrixRow {
    /// The line as text, for a terminal.
    pub fn text(&self) -> String {
        let mut parts = vec![format!("{}: {} ({})", self.decision, self.decides, self.basis)];
        parts.extend(self.needs.iter().chain(&self.taken_over_by).map(|part| format!("    {part}")));
        parts.join("\n")
    }
}
