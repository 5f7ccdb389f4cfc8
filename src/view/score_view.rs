//! The consequences as the staff reads them: the profile of six interests first, then tracks, requirements, pillars and who was
//! served. The report and the command line show the same.
//!
//! It is the whole truth, so that only the exercise lead sees it during play. Must not weigh anything: `sim::score` does.

use super::{inspect_transport::capital, viewer::Viewer};
use crate::{
    session::Session,
    sim::{
        country::{Criterion, Gauge, GaugeKind, Interest},
        ids::{CriterionId, GaugeId},
        losses::Loss,
        metric::{Metric, value},
        scale,
        score::{CriterionScore, Served, Standing, impact, profile, served},
    },
    text::{Arg, Language, Narrator, Texts, class_letter, number, permille_as_percent, scenario_time},
};

/// Everything about the consequences at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScoreView {
    /// The moment, in words.
    pub at: String,
    /// How far to trust the classes.
    pub thresholds: String,
    /// The six interests.
    pub interests: Vec<InterestView>,
    /// The mean over all criteria, as a sentence; read after the profile.
    pub mean: String,
    /// The two tracks, never added up.
    pub tracks: GaugesView,
    /// The seven requirements.
    pub baseline: GaugesView,
    /// The six pillars.
    pub pillars: GaugesView,
    /// Regions and groups.
    pub served: ServedView,
}

/// An interest with its criteria.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InterestView {
    /// Its name.
    pub name: String,
    /// The highest class among its criteria, in words.
    pub worst: String,
    /// Its criteria.
    pub criteria: Vec<CriterionView>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CriterionView {
    /// Number and name.
    pub name: String,
    /// The class in words; why there is none otherwise.
    pub class: String,
    /// Letter of the class, A to E; empty when there is none.
    pub letter: &'static str,
    /// Place on the scale of classes in thousandths, 0 to 4500; none when there is none.
    pub place: Option<i64>,
    /// The figure with its unit; empty when there is none.
    pub value: String,
    /// Belgian scales in words; may be empty.
    pub scales: String,
}

/// Gauges of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GaugesView {
    /// What they are called together.
    pub title: String,
    /// How to read them.
    pub means: String,
    /// Each of them.
    pub rows: Vec<GaugeView>,
}

/// A gauge.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GaugeView {
    /// Its name.
    pub name: String,
    /// Where it stands, in thousandths.
    pub permille: i64,
    /// The same in words.
    pub stands: String,
    /// Its weakest part, the classes of its criteria and the measures in force, as far as there are any.
    pub about: String,
}

/// Who was served and who was not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ServedView {
    /// How to read it, or that nobody missed anything.
    pub means: String,
    /// Names of the columns; the first is the region.
    pub columns: Vec<String>,
    /// Regions where somebody missed something, who missed most first.
    pub rows: Vec<Vec<String>>,
    /// Groups, as sentences.
    pub groups: Vec<String>,
}

/// The consequences for a seat; nothing for who is not the exercise lead.
pub fn score_view(session: &Session, viewer: Viewer, texts: &Texts, language: Language) -> ScoreView {
    if viewer != Viewer::Lead {
        return ScoreView::default();
    }
    ScoreView::of(&Narrator {
        texts,
        language,
        country: session.country(),
        plan: session.plan(),
        state: session.shown(),
        records: session.log(),
    })
}

impl ScoreView {
    /// The consequences at the moment that is told about.
    pub fn of(tell: &Narrator<'_>) -> Self {
        let teller = Teller(tell);
        let at = scenario_time(tell.plan.start, tell.state.tick);
        let at = teller.say("score-at", &[("time", at.into())]);
        if tell.country.score.is_none() {
            return Self { at, mean: teller.word("score-none"), ..Self::default() };
        }
        let rows = profile(tell.country, tell.state);
        Self {
            at,
            thresholds: teller.word("score-thresholds"),
            interests: Interest::ALL.map(|interest| teller.interest(interest, &rows)).into(),
            mean: teller.mean(&rows),
            tracks: teller.gauges(GaugeKind::Track),
            baseline: teller.gauges(GaugeKind::Baseline),
            pillars: teller.gauges(GaugeKind::Pillar),
            served: teller.served(),
        }
    }
}

struct Teller<'a>(&'a Narrator<'a>);

impl Teller<'_> {
    fn word(&self, key: &str) -> String {
        self.0.texts.word(self.0.language, key)
    }

    fn say(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.0.texts.say(self.0.language, key, args)
    }

    fn percent(&self, permille: i64) -> String {
        permille_as_percent(self.0.language, permille)
    }

    fn row(&self, criterion: CriterionId) -> Option<&Criterion> {
        self.0.country.score.as_ref().and_then(|score| score.criteria.get(criterion))
    }

    fn interest(&self, interest: Interest, rows: &[CriterionScore]) -> InterestView {
        let own =
            rows.iter().filter(|row| self.row(row.criterion).is_some_and(|row| row.interest == interest));
        let criteria: Vec<CriterionView> = own.map(|row| self.criterion(row)).collect();
        let worst = criteria.iter().filter_map(|row| row.place).max();
        InterestView {
            name: self.0.interest(interest),
            worst: worst.map_or_else(|| self.word("score-interest-none"), |place| self.0.class_words(place)),
            criteria,
        }
    }

    fn criterion(&self, score: &CriterionScore) -> CriterionView {
        let row = self.row(score.criterion);
        let code = row.map(|row| row.code.as_str()).unwrap_or_default();
        let name = format!("{code} {}", self.0.criterion(score.criterion));
        let measure = row.and_then(|row| row.measure);
        let told = |found| measure.map(|measure| self.0.metric_value(measure, found)).unwrap_or_default();
        let (class, place, value) = match score.standing {
            Standing::NotComputed => {
                let why = self.0.criterion_why(score.criterion);
                (self.say("score-not-computed", &[("why", why.into())]), None, String::new())
            }
            Standing::Figure(found) => {
                // What the figure counts is not what the criterion is called.
                let counted = measure.map(|measure| self.0.metric_name(measure)).unwrap_or_default();
                (self.word("score-figure-only"), None, format!("{counted}: {}", told(found)))
            }
            Standing::Placed(found, place) => (self.0.class_words(place), Some(place), told(found)),
        };
        let scales = row.map(|row| row.scales.as_slice()).unwrap_or_default().iter().zip(&score.scales);
        let scales = scales.map(|(scale, (found, level))| {
            let args = [("code", scale.code.as_str().into()), ("level", u32::from(*level).into())];
            if Some(scale.measure) == measure {
                return self.say("score-scale", &args);
            }
            let [code, level] = args;
            let value = self.0.metric_value(scale.measure, *found).into();
            self.say("score-scale-of", &[code, level, ("value", value)])
        });
        CriterionView {
            name,
            class,
            letter: place.and_then(class_letter).unwrap_or_default(),
            place,
            value,
            scales: scales.collect::<Vec<_>>().join("; "),
        }
    }

    fn mean(&self, rows: &[CriterionScore]) -> String {
        let placed = rows.iter().filter(|row| matches!(row.standing, Standing::Placed(..))).count();
        let Some(weight) = impact(self.0.country, self.0.state, None) else { return String::new() };
        let count = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let share = self.percent(i64::from(weight / (scale::WEIGHT_ALL / 1000)));
        self.say(
            "score-mean",
            &[("count", count(placed).into()), ("all", count(rows.len()).into()), ("share", share.into())],
        )
    }

    fn gauges(&self, kind: GaugeKind) -> GaugesView {
        let (title, means) = match kind {
            GaugeKind::Track => ("score-tracks", "score-tracks-means"),
            GaugeKind::Baseline => ("score-baseline", "score-baseline-means"),
            GaugeKind::Pillar => ("score-pillars", "score-pillars-means"),
        };
        let rows = self.0.country.score.iter().flat_map(|score| score.of_kind(kind));
        GaugesView {
            title: self.word(title),
            means: self.word(means),
            rows: rows.map(|(id, row)| self.gauge(id, row)).collect(),
        }
    }

    fn gauge(&self, id: GaugeId, row: &Gauge) -> GaugeView {
        let (country, state) = (self.0.country, self.0.state);
        let permille = value(country, state, Metric::Gauge(row.kind, id));
        let mut about = Vec::new();
        let weakest = row.terms.iter().min_by_key(|term| term.stands(value(country, state, term.metric)));
        if let Some(term) = weakest.filter(|_| permille < 1000) {
            let found = value(country, state, term.metric);
            let name = self.0.metric_name(term.metric);
            let found = self.0.metric_value(term.metric, found);
            about.push(self.say("score-weakest", &[("name", name.into()), ("value", found.into())]));
        }
        let rows = profile(country, state);
        let classes = row.criteria.iter().filter_map(|criterion| {
            let score = rows.iter().find(|score| score.criterion == *criterion)?;
            let Standing::Placed(_, place @ 1..) = score.standing else { return None };
            Some(format!("{}: {}", self.0.criterion(*criterion), self.0.class_words(place)))
        });
        about.extend(classes);
        if row.kind == GaugeKind::Pillar {
            let in_force = row.measures.iter().filter(|measure| state.measures.in_force(**measure));
            let names: Vec<String> = in_force.map(|measure| self.0.measure(*measure)).collect();
            about.push(if names.is_empty() {
                self.word("score-no-measures")
            } else {
                let names = self.0.texts.list(self.0.language, &names);
                self.say("score-measures", &[("names", names.into())])
            });
        }
        GaugeView {
            name: self.0.gauge(id),
            permille,
            stands: self.percent(permille),
            about: capital(&about.join("; ")),
        }
    }

    fn served(&self) -> ServedView {
        let missed: Vec<Served> =
            served(self.0.country, self.0.state).into_iter().filter(|row| !row.is_well()).collect();
        let columns = [
            "score-region",
            "score-need",
            "score-discomfort",
            "score-discomfort-vulnerable",
            "score-in-vain",
            "score-in-vain-vulnerable",
            "score-deaths",
            "score-deferred",
        ];
        let means = if missed.is_empty() { "score-served-none" } else { "score-served-means" };
        ServedView {
            means: self.word(means),
            columns: columns.map(|key| self.word(key)).into(),
            rows: missed.iter().map(|row| self.region(row)).collect(),
            groups: self.groups(),
        }
    }

    fn region(&self, row: &Served) -> Vec<String> {
        let language = self.0.language;
        let tenths = |tenths: i64| {
            let point = match language {
                Language::Nl => ',',
                Language::En => '.',
            };
            format!("{}{point}{}", number(language, tenths / 10), tenths % 10)
        };
        vec![
            self.0.region(row.region),
            tenths(row.need_tenths),
            tenths(row.discomfort_tenths),
            tenths(row.discomfort_vulnerable_tenths),
            self.percent(row.in_vain),
            self.percent(row.in_vain_vulnerable),
            number(language, row.deaths),
            number(language, row.deferred),
        ]
    }

    /// Vulnerable people beside all others, newcomers, and allied troops.
    fn groups(&self) -> Vec<String> {
        let (country, state) = (self.0.country, self.0.state);
        let sum = |of: fn(&crate::sim::state::PeopleState) -> u64| -> u64 {
            state.society.regions.rows().iter().map(of).sum()
        };
        let (asked, weak) = (sum(|row| row.asked), sum(|row| row.asked_vulnerable));
        let (vain, weak_vain) = (sum(|row| row.unhelped), sum(|row| row.unhelped_vulnerable));
        let others = asked.saturating_sub(weak);
        let count = |count: u64| number(self.0.language, i64::try_from(count).unwrap_or(i64::MAX));
        let other_vain = vain.saturating_sub(weak_vain) * 1000 / others.max(1);
        let weak_vain = value(country, state, Metric::Lost(Loss::UnservedVulnerable, None));
        let mut groups = vec![if asked == 0 {
            self.word("score-vulnerable-none")
        } else {
            let args = [
                ("weak", count(weak).into()),
                ("weakvain", self.percent(weak_vain).into()),
                ("others", count(others).into()),
                ("othervain", self.percent(i64::try_from(other_vain).unwrap_or(0)).into()),
            ];
            self.say("score-vulnerable", &args)
        }];
        let nights = sum(|row| row.without_place) / 24;
        if nights > 0 {
            groups.push(self.say("score-newcomers", &[("nights", count(nights).into())]));
        }
        let basket = country.rules.basket.iter().zip(&state.totals.basket);
        for (item, (asked, given)) in basket.filter(|(_, (asked, _))| *asked > 0) {
            let args = [
                ("what", self.0.pool(item.pool).into()),
                ("given", count(*given).into()),
                ("asked", count(*asked).into()),
            ];
            groups.push(self.say("score-support", &args));
        }
        groups
    }
}
