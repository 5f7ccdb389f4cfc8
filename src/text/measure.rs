//! What there is to say of a measure: who may, on which basis, what it needs, does, costs and how long that takes.
//!
//! The same for a terminal, the window and paper. Must not say whether it may be taken now: `check` does.

use super::Narrator;
use crate::sim::{country::Lasting, effect::Effect, ids::MeasureId, plan::Text};

impl Narrator<'_> {
    /// Facts of a measure, as the key of its label with its words. `does` and `price` come with the book of the country. Sizes of levers
    /// are numbers of the model, for the staff only: what they do stands in words.
    pub fn measure_facts(
        &self,
        measure: MeasureId,
        does: Option<&Text>,
        price: Option<&Text>,
        staff: bool,
    ) -> Vec<(&'static str, String)> {
        let row = &self.country.measures.rows[measure];
        let span = |span| self.texts.span(self.language, span);
        let money = |keur: u32| self.say("kilo-euros", &[("count", keur.into())]);
        let said = |text: &Text| self.scenario_text(text).to_owned();
        let mut facts = vec![
            ("card-who", self.role(row.owner)),
            ("card-basis", self.basis(row.basis)),
            ("card-where", self.word(if row.regional { "card-region" } else { "whole-country" })),
        ];
        let mut add = |key, text| facts.push((key, text));
        row.under.into_iter().for_each(|under| add("card-needs", self.measure(under)));
        row.needs.iter().for_each(|need| add("card-needs", self.condition(need)));
        row.plan.into_iter().for_each(|plan| add("card-plan", self.measure(plan)));
        if let Some(does) = does {
            add("card-does", said(does));
        }
        row.once.iter().for_each(|effect| add("card-once", self.effect_sentence(effect)));
        for (pool, change) in &row.units {
            add("card-lasting", self.effect_sentence(&Effect::Units { pool: *pool, change: *change }));
        }
        let shown = |what: &&Lasting| staff || !matches!(what, Lasting::Lever(..));
        row.lasting.iter().filter(shown).for_each(|what| add("card-lasting", self.lasting(*what)));
        if let Some(price) = price {
            add("card-price", said(price));
        }
        if row.cost_keur > 0 {
            add("card-cost", money(row.cost_keur));
        }
        if row.daily_keur > 0 {
            add("card-daily", money(row.daily_keur));
        }
        add("card-lead", span(row.lead));
        row.lasts.into_iter().for_each(|lasts| add("card-lasts", span(lasts)));
        facts
    }
}
