//! What carries messages, from its file.

use super::{country::CountryCodes, every, hours, positive_share};
use crate::{
    scenario::{
        fault::Faults,
        schema::messages::{ChannelRow, MessagesFile},
    },
    sim::{
        country::{Carries, Messages},
        plan::Channel,
    },
};

/// How messages reach the seats.
pub(super) fn messages(
    file: &MessagesFile,
    codes: &CountryCodes,
    faults: &mut Faults<'_>,
) -> Option<Messages> {
    let from = positive_share(file.from.value, &file.from.place, faults);
    let mut seen: Vec<Channel> = Vec::new();
    for row in &file.channels {
        if seen.contains(&row.channel.value) {
            faults.add(&row.channel.place, "this channel stands here twice", "remove one of the two");
        }
        seen.push(row.channel.value);
    }
    let channels = every(file.channels.iter().map(|row| carries(row, codes, faults)).collect::<Vec<_>>());
    Some(Messages { from: from?, channels: channels? })
}

fn carries(row: &ChannelRow, codes: &CountryCodes, faults: &mut Faults<'_>) -> Option<Carries> {
    let by = every(row.by.value.iter().map(|code| codes.processes.find(code)).collect::<Vec<_>>());
    if row.by.value.is_empty() {
        faults.add(&row.by.place, "nothing carries this channel", "name a process, or remove the channel");
    }
    let courier = row.courier_h.as_ref().map_or(Some(None), |figure| hours(figure, faults).map(Some));
    let lost = row.lost_h.as_ref().map_or(Some(None), |figure| hours(figure, faults).map(Some));
    Some(Carries { channel: row.channel.value, by: by?, courier: courier?, lost: lost? })
}
