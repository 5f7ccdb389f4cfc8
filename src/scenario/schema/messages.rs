//! The file of messages: what carries a channel, and where roles sit.
//!
//! Built by `build::messages`.

use super::Amount;
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Ref},
    },
    sim::{
        ids::{ProcessId, RegionId, RoleId},
        plan::Channel,
    },
};

record! {
    /// `messages.ron`.
    MessagesFile {
        /// A channel gets through when one of its processes is at least at this level, 0 to 1.
        from: Amount,
        /// What carries the channels; one that is not named always gets through.
        channels: Rows<ChannelRow>,
        /// Where roles sit.
        seats: Rows<SeatRow>,
    }
}

record! {
    /// What carries a channel.
    ChannelRow {
        /// Which.
        channel: At<Channel>,
        /// Any of these processes carries it.
        by: At<Vec<Ref<ProcessId>>>,
        /// Hours after which a courier brings it.
        courier_h: Option<Amount> = None,
        /// Hours after which it is lost.
        lost_h: Option<Amount> = None,
    }
}

record! {
    /// Where a role sits.
    SeatRow {
        /// Which.
        role: Ref<RoleId>,
        /// In this region.
        region: Ref<RegionId>,
    }
}
