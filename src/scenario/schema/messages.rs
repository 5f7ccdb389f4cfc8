//! The file of messages: what carries a channel.
//!
//! Built by `build::messages`.

use super::Amount;
use crate::{
    scenario::{
        macros::record,
        read::Rows,
        scalar::{At, Ref},
    },
    sim::{ids::ProcessId, plan::Channel},
};

record! {
    /// `messages.ron`.
    MessagesFile {
        /// A channel gets through when one of its processes is at least at this level, 0 to 1.
        from: Amount,
        /// What carries the channels; one that is not named always gets through.
        channels: Rows<ChannelRow>,
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
