//! Why a command was refused: the obstacle, who decides, what is missing and who can give it, and what one can do instead.
//!
//! Must not check anything: `sim::check` does.

use super::{Narrator, key};
use crate::sim::{
    check::{Refusal, TEXT_CHARS_MAX, Thing},
    country::{Basis, Class, Limited},
    ids::{PoolId, RoleId},
    state::InjectStatus,
    time::Span,
};

impl Narrator<'_> {
    /// A refusal in full.
    #[expect(clippy::too_many_lines, reason = "one arm for each refusal")]
    pub fn refusal_sentence(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NotOwner { pool, owner } => self.not_owner(*pool, *owner),
            Refusal::BasisMissing { pool, what, basis, provider, delay, .. } => {
                self.basis_missing(*pool, *what, *basis, *provider, *delay)
            }
            Refusal::BasisNotYet { pool, what, from } => self.sentence(
                "refusal-basis-not-yet",
                &[("what", self.limited(*pool, *what).into()), ("time", self.when(*from).into())],
            ),
            Refusal::NotProvider { provider, with } => {
                let names: Vec<String> =
                    std::iter::once(*provider).chain(*with).map(|role| self.owner(role)).collect();
                let names = self.texts.list(self.language, &names);
                self.sentence("refusal-not-provider", &[("providers", names.into())])
            }
            Refusal::NotDesignator { role } => {
                let role = role.map_or_else(|| self.word("unknown-name"), |role| self.owner(role));
                self.sentence("refusal-not-designator", &[("role", role.into())])
            }
            Refusal::OnItsWay { until } => {
                self.sentence("refusal-on-its-way", &[("time", self.when(*until).into())])
            }
            Refusal::DoneAlready => self.word("refusal-done-already"),
            Refusal::NotTurn { turn } => {
                self.sentence("refusal-not-turn", &[("owner", self.owner(*turn).into())])
            }
            Refusal::NotAsker { from } => {
                self.sentence("refusal-not-asker", &[("role", self.owner(*from).into())])
            }
            Refusal::Answered => self.word("refusal-answered"),
            Refusal::Lapsed { at } => self.sentence("refusal-lapsed", &[("time", self.when(*at).into())]),
            Refusal::LapsesBefore { at } => {
                self.sentence("refusal-lapses-before", &[("time", self.when(*at).into())])
            }
            Refusal::TermsReplaced => self.word("refusal-terms-replaced"),
            Refusal::SameTerms => self.word("refusal-same-terms"),
            Refusal::OtherSubject => self.word("refusal-other-subject"),
            Refusal::AskedOneself => self.word("refusal-asked-oneself"),
            Refusal::KindStranded(movement, kind) => self.sentence(
                "refusal-kind-stranded",
                &[
                    ("movement", self.movement(*movement).into()),
                    ("kind", self.word(key::kind_key(*kind)).into()),
                ],
            ),
            Refusal::NoSuchChoice(movement) => {
                self.sentence("refusal-no-such-choice", &[("movement", self.movement(*movement).into())])
            }
            Refusal::NotMeasureOwner { measure, owner } => self.sentence(
                "refusal-not-measure-owner",
                &[("measure", self.measure(*measure).into()), ("owner", self.owner(*owner).into())],
            ),
            Refusal::TakenOver { measure, by } => self.sentence(
                "refusal-taken-over",
                &[("measure", self.measure(*measure).into()), ("owner", self.owner(*by).into())],
            ),
            Refusal::ScaledFurther { level } => {
                self.sentence("refusal-scaled-further", &[("level", u32::from(*level).into())])
            }
            Refusal::MeasureScope(measure) => {
                self.sentence("refusal-measure-scope", &[("measure", self.measure(*measure).into())])
            }
            Refusal::MeasureBasis { measure, basis, by, provider, delay } => self.sentence(
                "refusal-measure-basis",
                &[
                    ("measure", self.measure(*measure).into()),
                    ("basis", self.basis(*basis).into()),
                    ("by", self.measure(*by).into()),
                    ("provider", self.owner(*provider).into()),
                    ("delay", self.texts.span(self.language, *delay).into()),
                ],
            ),
            Refusal::NoSite { measure, region, free } => self.sentence(
                "refusal-no-site",
                &[
                    ("measure", self.measure(*measure).into()),
                    ("place", self.region(*region).into()),
                    ("count", (*free).into()),
                ],
            ),
            Refusal::DeskFull { owner, after } => self.sentence(
                "refusal-desk-full",
                &[
                    ("owner", self.owner(*owner).into()),
                    ("span", self.texts.span(self.language, *after).into()),
                ],
            ),
            Refusal::MeasureNeeds(measure, number) => {
                let row = self.country.measures.rows.get(*measure);
                let need = row.and_then(|row| row.needs.get(usize::from(*number)));
                let need = need.map_or_else(|| self.word("unknown-name"), |need| self.condition(need));
                let args = [("measure", self.measure(*measure).into()), ("need", need.into())];
                self.sentence("refusal-measure-needs", &args)
            }
            Refusal::MeasureNotTaken(measure) => {
                self.sentence("refusal-measure-not-taken", &[("measure", self.measure(*measure).into())])
            }
            Refusal::NotCrewOwner { owner } => self.ask_owner("refusal-not-crew-owner", *owner),
            Refusal::NotMovementPlanner { owner: Some(owner) } => {
                self.ask_owner("refusal-not-planner", *owner)
            }
            Refusal::NotMovementPlanner { owner: None } => self.word("refusal-no-planner"),
            Refusal::LeadOnly => self.word("refusal-lead-only"),
            Refusal::InThePast { now, effective } => self.sentence(
                "refusal-in-the-past",
                &[("now", self.when(*now).into()), ("time", self.when(*effective).into())],
            ),
            Refusal::TooFarAhead { last } => {
                self.sentence("refusal-too-far-ahead", &[("last", self.when(*last).into())])
            }
            Refusal::Unknown(thing) => self.word(unknown_key(*thing)),
            Refusal::InjectOver(inject, status) => self.sentence(
                match status {
                    InjectStatus::Skipped => "refusal-inject-skipped",
                    InjectStatus::Closed => "refusal-inject-closed",
                    InjectStatus::Sent
                    | InjectStatus::Seen
                    | InjectStatus::Answered
                    | InjectStatus::OnHold
                    | InjectStatus::Ready => "refusal-inject-sent",
                },
                &[("inject", self.inject(*inject).into())],
            ),
            Refusal::Inject(refusal) => self.inject_refusal(*refusal),
            Refusal::InjectCodeTaken(code) => {
                self.sentence("refusal-inject-code-taken", &[("code", code.into())])
            }
            Refusal::NoAct(inject) => {
                self.sentence("refusal-no-act", &[("inject", self.inject(*inject).into())])
            }
            Refusal::ActElsewhere { vector } => {
                self.sentence("refusal-act-elsewhere", &[("act", self.vector(*vector).into())])
            }
            Refusal::TooManyActs { most } => {
                self.sentence("refusal-too-many-acts", &[("most", (*most).into())])
            }
            Refusal::OrderIncomplete => self.word("refusal-order-incomplete"),
            Refusal::MinimaTooHigh { pool, capacity } => self.sentence(
                "refusal-minima-too-high",
                &[
                    ("pool", self.pool(*pool).into()),
                    ("capacity", self.units_per_window(*pool, *capacity).into()),
                ],
            ),
            Refusal::ReservationWrong { pool } => {
                self.sentence("refusal-reservation-wrong", &[("pool", self.pool(*pool).into())])
            }
            Refusal::NoDayCap { pool } => {
                self.sentence("refusal-no-day-cap", &[("pool", self.pool(*pool).into())])
            }
            Refusal::SharesWrong(movement) => {
                self.sentence("refusal-shares-wrong", &[("movement", self.movement(*movement).into())])
            }
            Refusal::ReasonMissing => self.word("refusal-reason-missing"),
            Refusal::TextBad => {
                let limit = i64::try_from(TEXT_CHARS_MAX).unwrap_or(i64::MAX);
                self.sentence("refusal-text-bad", &[("limit", limit.into())])
            }
            Refusal::EndsBeforeStart => self.word("refusal-ends-before-start"),
        }
    }

    fn ask_owner(&self, key: &str, owner: RoleId) -> String {
        let delay = self.word("basis-g1-delay");
        self.sentence(key, &[("owner", self.owner(owner).into()), ("delay", delay.into())])
    }

    fn not_owner(&self, pool: PoolId, owner: RoleId) -> String {
        self.sentence(
            "refusal-not-owner",
            &[
                ("pool", self.pool(pool).into()),
                ("owner", self.owner(owner).into()),
                ("own", self.basis(Basis::G0).into()),
                ("request", self.basis(Basis::G1).into()),
                ("delay", self.word("basis-g1-delay").into()),
            ],
        )
    }

    fn basis_missing(
        &self,
        pool: PoolId,
        what: Limited,
        basis: Basis,
        provider: RoleId,
        delay: Span,
    ) -> String {
        let owner = self.country.pools.get(pool).map(|row| row.owner);
        let owner = owner.map_or_else(|| self.word("unknown-name"), |owner| self.owner(owner));
        self.sentence(
            "refusal-basis-missing",
            &[
                ("pool", self.pool(pool).into()),
                ("owner", owner.into()),
                ("what", self.limited(pool, what).into()),
                ("basis", self.basis(basis).into()),
                ("provider", self.owner(provider).into()),
                ("delay", self.texts.span(self.language, delay).into()),
                ("instead", self.instead(pool, what).into()),
            ],
        )
    }

    /// What a limit forbids: `meer dan 1 trein per dag voor militair transport`.
    pub fn limited(&self, pool: PoolId, what: Limited) -> String {
        match what {
            Limited::MinimumAbove(class, 0) => self.class_says("limit-minimum-any", class),
            Limited::MinimumAbove(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("limit-minimum-above", class, amount)
            }
            Limited::DayCapAbove(class, grants) => {
                self.amount_says("limit-day-above", class, self.units(pool, grants.into()))
            }
            Limited::CapBelow(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("limit-cap-below", class, amount)
            }
            Limited::CapAbove(class, 0) => self.class_says("limit-cap-any", class),
            Limited::CapAbove(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("limit-cap-above", class, amount)
            }
            Limited::Before(first, second) => self.order_says("limit-before", first, second),
        }
    }

    /// What one can do without the basis.
    fn instead(&self, pool: PoolId, what: Limited) -> String {
        match what {
            Limited::MinimumAbove(class, 0) => self.class_says("instead-no-minimum", class),
            Limited::MinimumAbove(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("instead-minimum", class, amount)
            }
            Limited::DayCapAbove(class, grants) => {
                self.amount_says("instead-day", class, self.units(pool, grants.into()))
            }
            Limited::CapBelow(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("instead-cap", class, amount)
            }
            Limited::CapAbove(class, 0) => self.class_says("instead-cap-none", class),
            Limited::CapAbove(class, units) => {
                let amount = self.units_per_window(pool, units.into());
                self.amount_says("instead-cap-within", class, amount)
            }
            Limited::Before(first, second) => self.order_says("instead-order", first, second),
        }
    }

    /// A category within a sentence.
    pub(super) fn class_inside(&self, class: Class) -> String {
        self.word(key::class_inside_key(class))
    }

    fn class_says(&self, key: &str, class: Class) -> String {
        self.say(key, &[("class", self.class_inside(class).into())])
    }

    fn amount_says(&self, key: &str, class: Class, amount: String) -> String {
        self.say(key, &[("class", self.class_inside(class).into()), ("amount", amount.into())])
    }

    fn order_says(&self, key: &str, first: Class, second: Class) -> String {
        let (first, second) = (self.class_inside(first), self.class_inside(second));
        self.say(key, &[("first", first.into()), ("second", second.into())])
    }
}

fn unknown_key(thing: Thing) -> &'static str {
    match thing {
        Thing::Pool => "refusal-unknown-pool",
        Thing::Damage => "refusal-unknown-damage",
        Thing::Movement => "refusal-unknown-movement",
        Thing::Inject => "refusal-unknown-inject",
        Thing::Figure => "refusal-unknown-figure",
        Thing::Target => "refusal-unknown-target",
        Thing::Role => "refusal-unknown-role",
        Thing::Request => "refusal-unknown-request",
        Thing::Measure => "refusal-unknown-measure",
        Thing::Region => "refusal-unknown-region",
        Thing::Vector => "refusal-unknown-vector",
        Thing::Phase => "refusal-unknown-phase",
    }
}
