//! The files of the country about what moves: kinds of departure, civil demand, goods.
//!
//! Part of the country's files; see `world` for the others and for the way figures are written.

use super::{Amount, Count};
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Confidence, Def, Name, Ref, SourceKey, Words},
    },
    sim::{
        country::{Class, Lever, Mode, PieceKind},
        ids::{DemandId, FleetId, GoodId, NodeId, PoolId, ProcessId, RhythmId},
    },
};

record! {
    /// `fleets.ron`.
    FleetsFile {
        /// Contracted vehicles.
        fleets: Rows<FleetRow>,
    }
}

record! {
    /// A kind of departure of a military movement.
    FleetRow {
        /// Code.
        code: Def<FleetId>,
        /// Name on the screen.
        name: Words,
        /// Pool of its sets.
        pool: Ref<PoolId>,
        /// Mode they serve.
        mode: Mode,
        /// Hours from departure until the empty set is back.
        cycle_h: Amount,
        /// Pieces of each kind on one set; a kind that is left out cannot be carried.
        pieces: At<Vec<(PieceKind, Count)>>,
        /// Slots one departure takes.
        load: At<u16>,
        /// What else a departure takes.
        needs: Vec<NeedRow> = Vec::new(),
        /// Hours from the order to load until it may leave: permits.
        lead_h: Option<Amount> = None,
        /// Rail: length of a train in metres; 650 when left out.
        train_m: Option<Count> = None,
        /// Rail: axle load in tonnes; 22.5 when left out.
        axle_load_t: Option<Amount> = None,
        /// Always travels as dangerous goods.
        dangerous: bool = false,
    }
}

record! {
    /// Units that a departure takes.
    NeedRow {
        /// Pool.
        pool: Ref<PoolId>,
        /// Units.
        units: Count,
        /// Hours from departure until held units are back.
        back_h: Option<Amount> = None,
    }
}

record! {
    /// `demand.ron`.
    DemandFile {
        /// Rhythms over the week.
        rhythms: Rows<RhythmRow>,
        /// When a departure that waits is given up.
        patience: At<Vec<PatienceRow>>,
        /// How waiting freight changes its mode.
        shifts: Vec<ShiftRow> = Vec::new(),
        /// Tonnes in one slot of each mode.
        tonnes: At<Vec<(Mode, Amount)>>,
        /// Goods that regions store.
        goods: Rows<GoodRow>,
        /// Civil transport.
        demands: Rows<DemandRow>,
    }
}

record! {
    /// Freight that waits goes by another mode.
    ShiftRow {
        /// The mode that fails.
        from: Mode,
        /// The mode it goes by.
        to: At<Mode>,
        /// After waiting this many hours.
        after_h: Amount,
        /// Part of the shippers that can.
        share: Amount,
        /// Slots of the new mode for one of the old.
        slots: Count,
    }
}

record! {
    /// A good that regions store.
    GoodRow {
        /// Code.
        code: Def<GoodId>,
        /// Name on the screen.
        name: Words,
        /// The process that suffers when it is short.
        process: Ref<ProcessId>,
        /// What demands call it.
        commodities: Vec<Name>,
        /// Hours of normal use in store.
        stock_h: Count,
        /// Below this many hours the process falls in proportion.
        low_h: Count,
        /// Share of the process lost once the store is empty; all of it when left out.
        depth: Option<Amount> = None,
        /// The lever that releases strategic stock of it.
        release: Option<Lever> = None,
    }
}

record! {
    /// When a departure of a mode is given up.
    PatienceRow {
        /// Mode.
        mode: Mode,
        /// Hours it waits for handling or for a path.
        hours: Amount,
    }
}

record! {
    /// A rhythm.
    RhythmRow {
        /// Code.
        code: Def<RhythmId>,
        /// Relative weight of 24 hours from midnight.
        hours: At<Vec<u16>>,
        /// Relative weight of seven days from Monday.
        days: At<Vec<u16>>,
        /// Source.
        source: Ref<SourceKey>,
        /// How sure.
        confidence: Confidence,
    }
}

record! {
    /// A recurring civil transport in one direction.
    DemandRow {
        /// Code.
        code: Def<DemandId>,
        /// Mode.
        mode: Mode,
        /// Origin.
        from: Ref<NodeId>,
        /// Destination.
        to: Ref<NodeId>,
        /// Category.
        class: Class,
        /// Departures on a mean day.
        per_day: Amount,
        /// Slots one departure takes.
        load: At<u16>,
        /// Moves at the terminal it leaves.
        moves: At<u16>,
        /// What it carries; decides whether it is dangerous.
        commodity: Name,
        /// Rail: length of a train in metres; 650 when left out.
        train_m: Option<Count> = None,
        /// Rail: axle load in tonnes; 22.5 when left out.
        axle_load_t: Option<Amount> = None,
        /// Rhythm.
        rhythm: Ref<RhythmId>,
    }
}
