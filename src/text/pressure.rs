//! Measures, patients and people in words: what was taken, what came in, what holds for a while.
//!
//! Must not judge. The names of measures are those of the language files, equal to those of `assets/world/measures.ron`.

use super::{Arg, Narrator, narrator::inside, permille_as_percent};
use crate::sim::{
    country::{Absence, Alarm, Lasting, Lever, Mood},
    effect::Effect,
    event::Event,
    ids::{MeasureId, RegionId, SectorId},
};

impl Narrator<'_> {
    /// Name of a measure.
    pub fn measure(&self, measure: MeasureId) -> String {
        let row = self.country.measures.rows.get(measure);
        row.map_or_else(
            || self.word("unknown-name"),
            |row| self.texts.name(self.language, "measure", &row.code),
        )
    }

    /// Name of a sector.
    pub fn sector(&self, sector: SectorId) -> String {
        let sectors = self.country.workforce.as_ref().map(|workforce| &workforce.sectors);
        sectors.and_then(|sectors| sectors.get(sector)).map_or_else(
            || self.word("unknown-name"),
            |row| self.texts.name(self.language, "sector", &row.code),
        )
    }

    pub(super) fn sector_inside(&self, sector: SectorId) -> String {
        inside(&self.sector(sector))
    }

    /// A measure with where it is taken: `Noodsteunpunten openen (Zeeland)`.
    pub fn measure_in(&self, measure: MeasureId, region: Option<RegionId>) -> String {
        let name = self.measure(measure);
        match region {
            Some(region) => {
                self.say("measure-in", &[("measure", name.into()), ("place", self.region(region).into())])
            }
            None => name,
        }
    }

    /// A region, or the whole country.
    fn place(&self, region: Option<RegionId>) -> String {
        region.map_or_else(|| self.word("whole-country"), |region| self.region(region))
    }

    /// What happened with measures, patients and people.
    pub(super) fn pressure_fact(&self, event: &Event) -> String {
        match event {
            Event::DecisionWaits(role, _, span) => self.sentence(
                "event-decision-waits",
                &[
                    ("owner", self.owner(*role).into()),
                    ("span", self.texts.span(self.language, *span).into()),
                ],
            ),
            Event::MeasureOrdered(measure, region, begins) => self.sentence(
                "event-measure-ordered",
                &[
                    ("measure", self.measure_in(*measure, *region).into()),
                    ("time", self.when(*begins).into()),
                ],
            ),
            Event::MeasureBegun(measure, region) => self
                .sentence("event-measure-begun", &[("measure", self.measure_in(*measure, *region).into())]),
            Event::MeasureEnded(measure, region) => self
                .sentence("event-measure-ended", &[("measure", self.measure_in(*measure, *region).into())]),
            Event::Warned(alarm, region) => self.sentence(
                "event-warned",
                &[("alarm", self.word(alarm_key(*alarm)).into()), ("place", self.place(*region).into())],
            ),
            Event::CasualtiesCame(region, count, military) => {
                let key = if *military { "event-soldiers-came" } else { "event-casualties-came" };
                self.sentence(key, &[("place", self.region(*region).into()), ("count", (*count).into())])
            }
            Event::NewcomersCame(region, count) => self.sentence(
                "event-newcomers-came",
                &[("place", self.place(*region).into()), ("count", (*count).into())],
            ),
            Event::UnrestChanged(region, class) => self.sentence(
                "event-unrest-changed",
                &[("place", self.region(*region).into()), ("unrest", self.word(unrest_key(*class)).into())],
            ),
            Event::Disturbance(region) => {
                self.sentence("event-disturbance", &[("place", self.region(*region).into())])
            }
            _ => self.word("unknown-name"),
        }
    }

    /// What an effect on patients or people changes.
    pub(super) fn pressure_effect(&self, effect: &Effect) -> String {
        match effect {
            Effect::Casualties { region, triage: [first, second, third], military } => self.sentence(
                if *military { "effect-casualties-military" } else { "effect-casualties" },
                &[
                    ("place", self.region(*region).into()),
                    ("first", (*first).into()),
                    ("second", (*second).into()),
                    ("third", (*third).into()),
                ],
            ),
            Effect::Patients { region, clinic, intensive, military } => self.sentence(
                if *military { "effect-patients-military" } else { "effect-patients" },
                &[
                    ("place", self.region(*region).into()),
                    ("clinic", (*clinic).into()),
                    ("intensive", (*intensive).into()),
                ],
            ),
            Effect::Warn { alarm, region } => self.sentence(
                "effect-warn",
                &[("alarm", self.word(alarm_key(*alarm)).into()), ("place", self.place(*region).into())],
            ),
            Effect::Mood { mood, region, permille } => self.sentence(
                if *permille < 0 { "effect-mood-less" } else { "effect-mood-more" },
                &[
                    ("mood", self.word(mood_key(*mood)).into()),
                    ("share", self.share(permille.unsigned_abs()).into()),
                    ("place", self.place(*region).into()),
                ],
            ),
            Effect::Newcomers { region, people } => self.sentence(
                "effect-newcomers",
                &[("place", self.place(*region).into()), ("count", (*people).into())],
            ),
            Effect::Stranded { people } => self.sentence("effect-stranded", &[("count", (*people).into())]),
            Effect::Holds { what, region, lasts } => self.sentence(
                "effect-holds",
                &[
                    ("what", self.lasting(*what).into()),
                    ("place", self.place(*region).into()),
                    ("lasts", self.texts.span(self.language, *lasts).into()),
                ],
            ),
            _ => self.word("unknown-name"),
        }
    }

    fn share(&self, permille: u16) -> String {
        permille_as_percent(self.language, permille.into())
    }

    /// What holds as long as a measure is in force, within a sentence.
    pub fn lasting(&self, what: Lasting) -> String {
        let process = |process| self.process_inside(process);
        let (key, args): (_, Vec<(&str, Arg)>) = match what {
            Lasting::Lever(lever, more) => {
                let name = inside(&self.word(lever_key(lever)));
                let key = if more < 0 { "lasting-less" } else { "lasting-more" };
                (key, vec![("name", name.into()), ("amount", more.unsigned_abs().into())])
            }
            Lasting::Relief(id, share) => {
                ("lasting-relief", vec![("process", process(id).into()), ("share", self.share(share).into())])
            }
            Lasting::Ease(id, share) => {
                ("lasting-ease", vec![("process", process(id).into()), ("share", self.share(share).into())])
            }
            Lasting::Strain(id, share) => {
                ("lasting-strain", vec![("process", process(id).into()), ("share", self.share(share).into())])
            }
            Lasting::Absent(id, reason, share) => {
                let key = if reason == Absence::CalledUp { "lasting-called-up" } else { "lasting-sick" };
                (key, vec![("sector", self.sector_inside(id).into()), ("share", self.share(share).into())])
            }
            Lasting::Lend(from, to, share) => {
                let [from, to] = [from, to].map(|id| self.sector_inside(id).into());
                ("lasting-lend", vec![("from", from), ("to", to), ("share", self.share(share).into())])
            }
        };
        self.say(key, &args)
    }
}

fn alarm_key(alarm: Alarm) -> &'static str {
    match alarm {
        Alarm::NlAlert => "alarm-nl-alert",
        Alarm::Siren => "alarm-siren",
        Alarm::Broadcast => "alarm-broadcast",
    }
}

fn unrest_key(class: u8) -> &'static str {
    match class {
        0 => "unrest-calm",
        1 => "unrest-restless",
        2 => "unrest-tense",
        3.. => "unrest-severe",
    }
}

fn mood_key(mood: Mood) -> &'static str {
    match mood {
        Mood::Trust => "mood-trust",
        Mood::Misinformation => "mood-misinformation",
        Mood::Hoarding => "mood-hoarding",
        Mood::Polarisation => "mood-polarisation",
    }
}

fn lever_key(lever: Lever) -> &'static str {
    match lever {
        Lever::PlannedCare => "lever-planned-care",
        Lever::EarlyDischarge => "lever-early-discharge",
        Lever::HospitalStaff => "lever-hospital-staff",
        Lever::SurgeBeds => "lever-surge-beds",
        Lever::PatientTransport => "lever-patient-transport",
        Lever::PatientsAbroad => "lever-patients-abroad",
        Lever::PatientSpread => "lever-patient-spread",
        Lever::SupportPoints => "lever-support-points",
        Lever::Helpers => "lever-helpers",
        Lever::ReceptionPlaces => "lever-reception-places",
        Lever::PurchaseLimit => "lever-purchase-limit",
        Lever::VulnerableFirst => "lever-vulnerable-first",
        Lever::Message => "lever-message",
        Lever::Debunking => "lever-debunking",
        Lever::PublicOrder => "lever-public-order",
        Lever::Campaign => "lever-campaign",
        Lever::FuelRelease => "lever-fuel-release",
        Lever::FoodRelease => "lever-food-release",
        Lever::MedicineRelease => "lever-medicine-release",
        Lever::DigitalRepair => "lever-digital-repair",
        Lever::PhysicalRepair => "lever-physical-repair",
        Lever::OrdersGetThrough => "lever-orders",
        Lever::ProtectionFirst => "lever-protection-first",
        Lever::Exposure => "lever-exposure",
        Lever::Guarding => "lever-guarding",
        Lever::Response => "lever-response",
        Lever::Cohesion => "lever-cohesion",
        Lever::WatchSabotage => "lever-watch-sabotage",
        Lever::WatchDigital => "lever-watch-digital",
        Lever::WatchInfluence => "lever-watch-influence",
        Lever::Coordination => "lever-coordination",
        Lever::Detection => "lever-detection",
        Lever::ThreatSharing => "lever-threat-sharing",
        Lever::Hardening => "lever-hardening",
        Lever::ActiveDefence => "lever-active-defence",
        Lever::Independence => "lever-independence",
        Lever::HouseholdPlan => "lever-household-plan",
        Lever::BedReports => "lever-bed-reports",
        Lever::Insight => "lever-insight",
        Lever::Widened => "lever-widened",
        Lever::Wind => "lever-wind",
        Lever::Sun => "lever-sun",
        Lever::ImportReady => "lever-import-ready",
        Lever::PowerSaving => "lever-power-saving",
        Lever::PowerFirst => "lever-power-first",
        Lever::PowerSpread => "lever-power-spread",
        Lever::SpareLines => "lever-spare-lines",
        Lever::NewLoad => "lever-new-load",
        Lever::OwnPower => "lever-own-power",
        Lever::SchoolsClosed => "lever-schools-closed",
        Lever::ChildCare => "lever-child-care",
        Lever::Roster => "lever-roster",
        Lever::Overtime => "lever-overtime",
        Lever::FirmsSupport => "lever-firms-support",
        Lever::FoodKeptHome => "lever-food-kept-home",
        Lever::Advances => "lever-advances",
        Lever::UrgentCasesFirst => "lever-urgent-cases-first",
        Lever::Airlift => "lever-airlift",
        Lever::Consultation => "lever-consultation",
        Lever::ForeignEquipment => "lever-foreign-equipment",
        Lever::SitePower => "lever-site-power",
        Lever::Analogue => "lever-analogue",
        Lever::Automation => "lever-automation",
    }
}
