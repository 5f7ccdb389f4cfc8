//! The file of a scenario: what an exercise adds to the country.
//!
//! Moments are `"D+2 14:30"`, `"H+3"` or `"M+45"`, lengths `"36h"` (see `moment`). Texts are in both languages. Lists may be
//! left out. Built into `sim::plan` and the script by `build`.

use super::{
    Scenario, Train,
    conditions::ConditionRow,
    crisis::SetRow,
    evaluation::{EvaluationRow, QuestionRow, QuestionSet},
    fields::{FieldRow, FilledRow},
    guide::{GuideRow, RoleCardRow},
    mel::{AbsenceRow, ActedRow, OptionRow, PersonRow, StorylineRow, TriggerRow},
    pressure::LastingRow,
    rounds::RoundRow,
};
use crate::{
    scenario::{
        fault::Place,
        macros::{choice, record, tolerant},
        moment::{Days, Length, Moment, StartDate},
        read::Rows,
        scalar::{At, Decimal, Def, Name, Ref, Share, Words},
    },
    sim::{
        country::{Alarm, Class, Mood, RiskTheme, Tier},
        effect::DamageKind,
        ids::{
            DemandId, EdgeId, FleetId, GridId, InjectId, MeasureId, MovementId, NodeId, ObjectiveId,
            PersonId, PoolId, ProcessId, RegionId, RoleId, SkillId, StorylineId, VectorId,
        },
        limits::{BerthKind, Gauge},
        plan::{Carrier, Channel, Marking},
        script::Priority,
    },
};

tolerant! {
    /// A scenario.
    ExerciseFile {
        /// Stable code.
        code: Def<Scenario>,
        /// Title.
        title: Words,
        /// What it is about.
        summary: Words,
        /// Date and local time of the start.
        start: StartDate,
        /// Days played.
        days: Days,
        /// Seed of all random numbers.
        seed: u64,
        /// Marking on every page and screen.
        marking: Marking,
        /// Phase of escalation at the start; when left out, that of the first of the list that begins at once.
        phase: Option<At<u8>> = None,
        /// An opponent that chooses for itself; when left out only the lead does.
        opponent: Option<OpponentRow> = None,
        /// How the crisis escalates, told by the lead.
        phases: Rows<PhaseRow> = Rows(Vec::new()),
        /// Roles see what a message puts before them to decide; otherwise only the staff and automatic players do.
        show_options: bool = false,
        /// A lesson: one person plays every role at the tables, which `roles` has to name, and no program does it instead.
        solo: bool = false,
        /// Roles at the tables; the others are played by staff. Empty for all.
        roles: Rows<Ref<RoleId>> = Rows(Vec::new()),
        /// What is otherwise in this exercise.
        changes: Rows<ChangeRow> = Rows(Vec::new()),
        /// Starting values that are otherwise here.
        settings: Rows<SetRow> = Rows(Vec::new()),
        /// Measures that are in force from the start, such as an act of parliament.
        in_force: Rows<Ref<MeasureId>> = Rows(Vec::new()),
        /// What the exercise must show.
        objectives: Rows<ObjectiveRow> = Rows(Vec::new()),
        /// By what the objectives are judged, while it is played and afterwards.
        evaluation: Rows<EvaluationRow> = Rows(Vec::new()),
        /// Standard sets of questions that observers answer.
        observer_sets: Rows<Ref<QuestionSet>> = Rows(Vec::new()),
        /// More questions that observers answer.
        observers: Rows<QuestionRow> = Rows(Vec::new()),
        /// Military units in transit.
        movements: Rows<MovementRow> = Rows(Vec::new()),
        /// Trains that run as ordered.
        trains: Rows<TrainRow> = Rows(Vec::new()),
        /// Damage and impairments at the start.
        at_start: Rows<EffectRow> = Rows(Vec::new()),
        /// Lines of the story, to group injects by.
        storylines: Rows<StorylineRow> = Rows(Vec::new()),
        /// Persons who can be addressed alone.
        people: Rows<PersonRow> = Rows(Vec::new()),
        /// The script.
        injects: Rows<InjectRow> = Rows(Vec::new()),
        /// Rounds in which it is played; none for a clock that runs on.
        rounds: Rows<RoundRow> = Rows(Vec::new()),
        /// What the lead fills in before the day.
        fields: Rows<FieldRow> = Rows(Vec::new()),
        /// What was filled in; written by `doorvoerland fill`.
        filled: Rows<FilledRow> = Rows(Vec::new()),
        /// The guide for the staff.
        guide: Option<GuideRow> = None,
        /// Role cards.
        cards: Rows<RoleCardRow> = Rows(Vec::new()),
    }
}

record! {
    /// An opponent that chooses for itself.
    OpponentRow {
        /// How much faster than in the published figures its time runs.
        pace: At<Decimal>,
        /// From proposing an act to carrying it out.
        notice: Length,
        /// What it uses; all that belongs to the phase when left out.
        vectors: Vec<Ref<VectorId>> = Vec::new(),
    }
}

record! {
    /// A phase of escalation; gives nobody a power.
    PhaseRow {
        /// Number, 0 to 8.
        phase: At<u8>,
        /// When it begins.
        from: Moment,
        /// Name on the screen.
        name: Words,
    }
}

record! {
    /// A figure that is otherwise here.
    ChangeRow {
        /// The figure and its value.
        figure: FigureChange,
        /// Why.
        reason: Words,
    }
}

choice! {
    /// A figure that can be changed.
    FigureChange {
        /// Slots per window of a stretch.
        EdgeSlots(Ref<EdgeId>, u16),
        /// Moves per hour of a terminal.
        TerminalMoves(Ref<NodeId>, u16),
        /// What the neighbour takes over a day, each way, at a crossing of the border.
        CrossingPerDay(Ref<NodeId>, u16),
        /// Units of a held pool, teams of a pool of crews, or what a stock has in store.
        PoolUnits(Ref<PoolId>, u32),
        /// Departures on a mean day of a civil transport.
        DemandPerDay(Ref<DemandId>, Decimal),
    }
}

record! {
    /// What the exercise must show.
    ObjectiveRow {
        /// Code.
        code: Def<ObjectiveId>,
        /// Text.
        text: Words,
        /// When it is met at the end; none when only observers can tell.
        met: Option<ConditionRow> = None,
    }
}

record! {
    /// A military unit in transit.
    MovementRow {
        /// Code.
        code: Def<MovementId>,
        /// Name.
        name: Words,
        /// Nation, two letters.
        nation: At<Name>,
        /// Soldiers.
        personnel: u32,
        /// Category.
        class: At<Class>,
        /// What brings it.
        arrivals: At<Vec<ArrivalRow>>,
        /// Where it crosses the border, and with which part.
        destinations: At<Vec<DestinationRow>>,
        /// Where it gathers before it crosses.
        staging: Option<Ref<NodeId>> = None,
        /// When all of it must be across.
        due: Moment,
        /// How soon the alliance asks for it: not due after the end of that tier, and sent before later ones.
        tier: Option<At<Tier>> = None,
    }
}

record! {
    /// A ship, aircraft, trains or columns.
    ArrivalRow {
        /// What brings it.
        by: At<Carrier> = At { value: Carrier::Ship, place: Place::nowhere() },
        /// Kind of berth that a ship needs.
        berth: At<BerthKind> = At { value: BerthKind::RoRo, place: Place::nowhere() },
        /// Terminal where it berths, airfield, or place at the border.
        port: Ref<NodeId>,
        /// When.
        arrives: Moment,
        /// What it carries.
        pieces: At<PiecesRow>,
    }
}

record! {
    /// Pieces by kind.
    PiecesRow {
        /// Tracked vehicles.
        tracked: u32 = 0,
        /// Wheeled vehicles.
        wheeled: u32 = 0,
        /// Containers.
        containers: u32 = 0,
        /// Containers with ammunition.
        ammunition: u32 = 0,
        /// Fuel trucks and tank containers.
        fuel: u32 = 0,
    }
}

record! {
    /// A way across the border.
    DestinationRow {
        /// Contracted vehicles it uses.
        fleet: Ref<FleetId>,
        /// First place across the border.
        to: Ref<NodeId>,
        /// Planned share of the pieces, 0 to 1; the shares of a movement add up to 1.
        share: At<Decimal>,
    }
}

record! {
    /// A train that runs as ordered.
    TrainRow {
        /// Code.
        code: Def<Train>,
        /// Name.
        name: Words,
        /// Category.
        class: Class,
        /// Carries ammunition.
        ammunition: bool,
        /// Origin.
        from: Ref<NodeId>,
        /// Destination.
        to: Ref<NodeId>,
        /// Ready to leave.
        ready: Moment,
        /// Pieces on board.
        pieces: u16,
    }
}

tolerant! {
    /// An inject.
    InjectRow {
        /// Short code such as I-01.
        code: Def<InjectId>,
        /// Title, for the staff.
        title: Words,
        /// What the receivers read or hear.
        text: Words,
        /// Persona that sends it.
        sender: Words,
        /// Roles that receive it; without roles and persons everybody.
        receivers: Rows<Ref<RoleId>> = Rows(Vec::new()),
        /// Single persons who receive it.
        people: Rows<Ref<PersonId>> = Rows(Vec::new()),
        /// How it arrives.
        channel: Channel = Channel::Mail,
        /// When it is sent.
        trigger: TriggerRow = TriggerRow::Manual,
        /// The line of the story it belongs to.
        storyline: Option<Ref<StorylineId>> = None,
        /// How much it matters.
        priority: Priority = Priority::Normal,
        /// From sending until its effects begin.
        effect_after: Option<Length> = None,
        /// Or the moment at which its effects begin.
        effect_at: Option<Moment> = None,
        /// What it changes.
        effects: Rows<EffectRow> = Rows(Vec::new()),
        /// Objectives it serves.
        objectives: Rows<Ref<ObjectiveId>> = Rows(Vec::new()),
        /// What the receivers should do.
        expected: Words = Words::empty(),
        /// What it puts before its receivers to decide; the most cautious first. Automatic players choose among it.
        options: Rows<OptionRow> = Rows(Vec::new()),
        /// How that is recognised.
        acted: ActedRow = None,
        /// What observers look at.
        question: Words = Words::empty(),
        /// What the staff should know.
        staff_note: Words = Words::empty(),
        /// What happens when nobody acts, in words for the staff.
        on_absence: Option<Words> = None,
        /// What happens when nobody acts.
        absence: Option<At<AbsenceRow>> = None,
        /// A milder inject of the shelf that can take its place.
        softer: Option<Ref<InjectId>> = None,
        /// A heavier inject of the shelf that can take its place.
        harder: Option<Ref<InjectId>> = None,
        /// Of all injects with the same name here exactly one is sent.
        one_of: Option<At<Name>> = None,
        /// Theme of the government-wide risk analysis that it belongs to.
        theme: Option<RiskTheme> = None,
        /// Ready to fire by hand.
        shelf: bool = false,
        /// Columns of an organisation's own list, heading and what stands there: kept and written back.
        own_columns: Rows<(Name, String)> = Rows(Vec::new()),
    }
}

choice! {
    /// A change of the world.
    EffectRow {
        /// Damage that crews repair.
        Damage(DamageRow),
        /// A loss that ends by itself.
        Impair(ImpairRow),
        /// A ship of a movement arrives earlier or later.
        ShiftShip(ShiftShipRow),
        /// Demand changes for a while.
        Demand(DemandChangeRow),
        /// A river is low for a while.
        LowWater(LowWaterRow),
        /// Units of a held pool or a stock, more or fewer.
        Units(UnitsRow),
        /// Fresh casualties.
        Casualties(CasualtiesRow),
        /// Stabilised patients who need a bed.
        Patients(PatientsRow),
        /// A warning goes out.
        Warn(WarnRow),
        /// Something about people shifts.
        Mood(MoodRow),
        /// People who need reception.
        Newcomers(NewcomersRow),
        /// Citizens are stranded abroad: how many.
        Stranded(u32),
        /// Something holds for a while.
        Holds(HoldsRow),
    }
}

choice! {
    /// What is hit.
    TargetRow {
        /// A process in a region.
        Process(Ref<ProcessId>, Ref<RegionId>),
        /// A stretch, both directions.
        Edge(Ref<EdgeId>),
        /// Handling at a terminal.
        Terminal(Ref<NodeId>),
        /// What the neighbour takes over at a crossing of the border.
        Crossing(Ref<NodeId>),
        /// A line, a plant, an interconnector or the stations of a region.
        Grid(Ref<GridId>),
    }
}

record! {
    /// Damage that crews repair.
    DamageRow {
        /// What is hit.
        target: TargetRow,
        /// How.
        kind: DamageKind,
        /// Share lost, 0 to 1.
        loss: Share,
        /// Estimated work in team-hours.
        team_hours: At<Decimal>,
        /// Before crews can start.
        lag: Option<Length> = None,
        /// Most teams at once.
        teams_max: At<u16>,
        /// Whose crews.
        skill: Ref<SkillId>,
    }
}

record! {
    /// A loss that ends by itself.
    ImpairRow {
        /// What is hit.
        target: TargetRow,
        /// How.
        kind: DamageKind,
        /// Share lost, 0 to 1.
        loss: Share,
        /// How long.
        lasts: Length,
    }
}

record! {
    /// A ship arrives earlier or later.
    ShiftShipRow {
        /// Movement.
        movement: Ref<MovementId>,
        /// Number of the ship, from 1.
        ship: At<u16>,
        /// Earlier by this much.
        earlier: Option<Length> = None,
        /// Later by this much.
        later: Option<Length> = None,
    }
}

record! {
    /// A river that is low.
    LowWaterRow {
        /// Which.
        river: Gauge,
        /// What a ship can load, 0 to 1.
        load: At<Decimal>,
        /// How long.
        lasts: Length,
    }
}

record! {
    /// Units more or fewer.
    UnitsRow {
        /// Pool.
        pool: Ref<PoolId>,
        /// How many.
        change: i32,
    }
}

record! {
    /// Demand changes for a while.
    DemandChangeRow {
        /// Class.
        class: Class,
        /// Factor, 0 to 10.
        factor: At<Decimal>,
        /// How long.
        lasts: Length,
    }
}

record! {
    /// Fresh casualties by triage class.
    CasualtiesRow {
        /// Where.
        region: Ref<RegionId>,
        /// At once.
        t1: u32 = 0,
        /// Soon.
        t2: u32 = 0,
        /// Can wait.
        t3: u32 = 0,
        /// Soldiers.
        military: bool = false,
    }
}

record! {
    /// Stabilised patients who need a bed.
    PatientsRow {
        /// Where they come in.
        region: Ref<RegionId>,
        /// For a ward.
        clinic: u32 = 0,
        /// For intensive care.
        intensive: u32 = 0,
        /// Soldiers.
        military: bool = false,
    }
}

record! {
    /// A warning.
    WarnRow {
        /// How.
        alarm: Alarm,
        /// Where; the country when left out, in a measure where it is taken.
        region: Option<Ref<RegionId>> = None,
    }
}

record! {
    /// A shift of something about people.
    MoodRow {
        /// What.
        mood: Mood,
        /// By how much, -1 to 1.
        change: At<Decimal>,
        /// Where; the country when left out, in a measure where it is taken.
        region: Option<Ref<RegionId>> = None,
    }
}

record! {
    /// People who need reception.
    NewcomersRow {
        /// How many.
        people: u32,
        /// Where; the country when left out, in a measure where it is taken.
        region: Option<Ref<RegionId>> = None,
    }
}

record! {
    /// Something holds for a while.
    HoldsRow {
        /// What.
        what: LastingRow,
        /// Where; the country when left out.
        region: Option<Ref<RegionId>> = None,
        /// How long.
        lasts: Length,
    }
}
