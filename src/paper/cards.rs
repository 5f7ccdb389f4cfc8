//! Paper of a table to decide with: numbered decision cards, request slips, fiches.
//!
//! Must not number anything itself: `session::deck` does, for the printer and the operator alike.

use super::{
    Kind, Room,
    data::{CardSheet, Fact, Fiche, FicheSheet, Form, FormField, FormSheet, PaperCard, settable, shortened},
};
use crate::{
    session::deck::{self, Card, Choice, Field},
    sim::{
        country::{Basis, Class, PolicyLimit, SeatTable},
        ids::{MeasureId, PoolId, RoleId},
    },
    view::operator_view::OperatorTeller,
};
use std::collections::BTreeSet;

/// Most characters of a line on a card.
const LINE_MAX: usize = 220;
/// Limits that a card names; the rules name every other one when it is hit.
const LIMITS_MAX: usize = 2;
/// Fiches for one capacity.
const FICHES: u32 = 8;

impl Room<'_> {
    pub(super) fn decision_cards(&self, table: SeatTable) -> CardSheet {
        let roles = self.roles_at(table);
        let cards = deck::deck(self.session.country(), self.session.plan());
        let cards =
            cards.iter().filter(|card| roles.contains(&card.role)).map(|card| self.decision_card(card));
        CardSheet { head: self.head(Kind::Cards, &self.tell().table(table)), cards: cards.collect() }
    }

    fn decision_card(&self, card: &Card) -> PaperCard {
        let teller = OperatorTeller::new(self.session, self.texts, self.language);
        let facts = match card.choice {
            Choice::Take(measure) => self.measure_facts(measure),
            Choice::Divide(pool) => self.pool_facts(pool),
            Choice::Provide(basis) => self.basis_facts(card.role, basis),
            Choice::Repair => vec![self.card_line("", self.word("card-repair-hint"))],
            Choice::Depart(_) => vec![self.card_line("", self.word("card-depart-hint"))],
            Choice::Port(_) | Choice::Gather(_) => vec![self.card_line("", self.word("card-move-hint"))],
            Choice::Urgent(_) => vec![self.card_line("", self.word("card-urgent-hint"))],
        };
        let fields = card.choice.fields(self.session.country()).iter();
        let mut blanks: Vec<String> = fields.map(|field| self.blank(*field)).collect();
        blanks.push(self.word("card-blank-time"));
        blanks.push(self.word("card-blank-reason"));
        PaperCard {
            number: card.number.to_string(),
            whom: self.tell().role(card.role),
            title: settable(&shortened(&teller.title(card), 140)),
            facts,
            blanks,
            choices: teller.choices(card),
        }
    }

    /// The label of a field on a card.
    fn blank(&self, field: Field) -> String {
        self.word(match field {
            Field::Region => "card-blank-region",
            Field::Card => "card-blank-for",
            Field::Way => "card-blank-way",
            Field::Class => "card-blank-class",
            Field::Count => "card-blank-count",
            Field::Go => "card-blank-go",
            Field::Port => "card-blank-port",
            Field::Place => "card-blank-place",
            Field::Damage => "card-blank-damage",
            Field::Rank => "card-blank-rank",
        })
    }

    fn card_line(&self, key: &str, text: String) -> Fact {
        let label = if key.is_empty() { String::new() } else { self.word(key) };
        Fact { label, text: settable(&shortened(&text, LINE_MAX)) }
    }

    fn measure_facts(&self, measure: MeasureId) -> Vec<Fact> {
        let (tell, country) = (self.tell(), self.session.country());
        let row = &country.measures.rows[measure];
        let mut facts = Vec::new();
        if let Some(words) = self.book.measures.get(measure) {
            facts.push(self.card_line("card-does", tell.scenario_text(&words.does).to_owned()));
            facts.push(self.card_line("card-price", tell.scenario_text(&words.price).to_owned()));
        }
        facts.push(self.card_line("card-basis", tell.basis(row.basis)));
        if let Some(under) = row.under {
            facts.push(self.card_line("card-needs", tell.measure(under)));
        }
        facts.extend(row.needs.iter().map(|need| self.card_line("card-needs", tell.condition(need))));
        facts.push(self.card_line("card-lead", self.texts.span(self.language, row.lead)));
        if let Some(lasts) = row.lasts {
            facts.push(self.card_line("card-lasts", self.texts.span(self.language, lasts)));
        }
        facts
    }

    fn pool_facts(&self, pool: PoolId) -> Vec<Fact> {
        let (tell, country) = (self.tell(), self.session.country());
        let row = &country.pools[pool];
        let mut facts = Vec::new();
        if row.kind.has_units() {
            facts.push(self.card_line("card-there-is", tell.units_per_window(pool, row.units)));
        }
        let order: Vec<String> = row.default.order.iter().map(|class| tell.class(*class)).collect();
        facts.push(self.card_line("card-order", order.join(" > ")));
        for limit in row.limits.iter().take(LIMITS_MAX) {
            let who: Vec<String> = limit.providers().map(|other| tell.owner(other)).collect();
            let args = [
                ("what", tell.limited(pool, limit.what).into()),
                ("basis", format!("{:?}", limit.basis).into()),
                ("who", self.texts.list(self.language, &who).into()),
            ];
            facts.push(self.card_line("card-not-alone", self.say("card-limit", &args)));
        }
        facts
    }

    fn basis_facts(&self, role: RoleId, basis: Basis) -> Vec<Fact> {
        let (tell, country) = (self.tell(), self.session.country());
        let limits = country.pools.rows().iter().flat_map(|row| &row.limits);
        let limits = limits.filter(|limit| limit.basis == basis && limit.providers().any(|it| it == role));
        let others: BTreeSet<RoleId> =
            limits.clone().flat_map(PolicyLimit::providers).filter(|other| *other != role).collect();
        let others: Vec<String> = others.into_iter().map(|other| tell.owner(other)).collect();
        let mut facts = vec![self.card_line("", self.word("card-provide-hint"))];
        if !others.is_empty() {
            facts.push(self.card_line("card-together", self.texts.list(self.language, &others)));
        }
        if let Some(delay) = limits.map(|limit| limit.delay).max() {
            facts.push(self.card_line("card-lead", self.texts.span(self.language, delay)));
        }
        facts
    }

    /// Slips to ask another table for something, and to answer: two pages of four, with the numbers that the operator needs.
    pub(super) fn slips(&self, table: SeatTable) -> FormSheet {
        let line = |key: &str, half: bool| FormField { label: self.word(key), half, ..FormField::default() };
        let boxes = |key: &str, keys: &[&str]| FormField {
            label: self.word(key),
            boxes: keys.iter().map(|key| self.word(key)).collect(),
            ..FormField::default()
        };
        let classes = Class::ALL.map(|class| self.tell().class(class)).join(" · ");
        let form = Form {
            title: self.word("slip-title"),
            hint: self.word("slip-hint"),
            on_page: 4,
            fields: vec![
                line("slip-from", true),
                line("slip-to", true),
                line("slip-card", true),
                line("slip-time", true),
                FormField { label: self.word("slip-what"), lines: 2, ..FormField::default() },
                FormField { label: self.word("slip-why"), lines: 2, ..FormField::default() },
                line("slip-offer", false),
                FormField {
                    label: self.say("slip-classes", &[("classes", classes.into())]),
                    note: true,
                    half: true,
                    ..FormField::default()
                },
                boxes("slip-answer", &["slip-agree", "slip-decline", "slip-counter"]),
                line("slip-number", false),
            ],
        };
        FormSheet { head: self.head(Kind::Slips, &self.tell().table(table)), forms: vec![form; 8] }
    }

    /// Pieces for what the table's roles divide.
    pub(super) fn fiches(&self, table: SeatTable) -> FicheSheet {
        let (tell, country, roles) = (self.tell(), self.session.country(), self.roles_at(table));
        let mut fiches = Vec::new();
        for (pool, row) in country.pools.iter().filter(|(_, row)| roles.contains(&row.owner)) {
            let pieces = if row.kind.has_units() { row.units.clamp(1, FICHES) } else { 2 };
            for piece in 0..pieces {
                // The last piece has what does not divide evenly.
                let share = row.units / pieces + u32::from(piece < row.units % pieces);
                let amount = if row.kind.has_units() { tell.units(pool, share) } else { "……".to_owned() };
                let part = [("number", (piece + 1).into()), ("count", pieces.into())];
                fiches.push(Fiche {
                    name: settable(&shortened(&tell.pool(pool), 60)),
                    amount,
                    part: self.say("fiche-part", &part),
                    owner: tell.role(row.owner),
                });
            }
        }
        FicheSheet { head: self.head(Kind::Fiches, &tell.table(table)), fiches }
    }
}
