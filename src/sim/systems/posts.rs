//! Messages that are late or lost: the lines are down where a receiver sits.
//!
//! A channel gets through when one of the processes that carry it is up to the level of the country where the role sits (over the
//! country for a role without a seat), or when orders get through without the ordinary lines there. Else the message waits for the
//! line, for a courier or until it is lost, as the channel has it; looked at in every tick. What an inject changes in the world does
//! not wait for that.
//!
//! Must not delay orders: those are the players' own.

use super::Ctx;
use crate::sim::{
    cause::Cause,
    country::{Carries, Country, Lever, Messages},
    event::{Event, Step},
    ids::{InjectId, RoleId},
    metric::{Metric, value},
    state::{Post, PostEnd, State},
};

/// Sends an inject to its receivers: those who cannot be reached get it later, or never.
pub(in crate::sim) fn send(ctx: &mut Ctx, state: &mut State, inject: InjectId) {
    let Some(messages) = &ctx.country.messages else { return };
    let Some(content) = state.injects.content(ctx.plan, inject) else { return };
    let Some(carries) = row(messages, content.channel) else { return };
    if carries.by.is_empty() {
        return;
    }
    let now = state.tick;
    let blocked = content.roles(ctx.country, ctx.plan);
    let blocked: Vec<RoleId> =
        blocked.filter(|role| !gets_through(ctx.country, state, messages, carries, *role)).collect();
    for role in blocked {
        let later = |span: Option<_>| span.map(|span| now.after(span));
        let (courier, lost) = (later(carries.courier), later(carries.lost));
        state.injects.posts.push(Post { inject, role, courier, lost, end: PostEnd::UnderWay });
        state.injects.under_way += 1;
        ctx.tell(now, Event::InjectStep(inject, Step::Late(role)), Cause::Inject(inject));
    }
}

/// Brings what is on its way, or loses it.
pub(in crate::sim) fn run(ctx: &mut Ctx, state: &mut State) {
    if state.injects.under_way == 0 {
        return;
    }
    let Some(messages) = &ctx.country.messages else { return };
    let now = state.tick;
    for index in 0..state.injects.posts.len() {
        let post = state.injects.posts[index];
        if post.end != PostEnd::UnderWay {
            continue;
        }
        let channel = state.injects.content(ctx.plan, post.inject).map(|content| content.channel);
        let through = channel
            .and_then(|channel| row(messages, channel))
            .is_none_or(|carries| gets_through(ctx.country, state, messages, carries, post.role));
        let (end, step) = if through || post.courier.is_some_and(|at| at <= now) {
            (PostEnd::Arrived(now), Step::Arrived(post.role))
        } else if post.lost.is_some_and(|at| at <= now) {
            (PostEnd::Lost(now), Step::Lost(post.role))
        } else {
            continue;
        };
        state.injects.posts[index].end = end;
        state.injects.under_way -= 1;
        ctx.tell(now, Event::InjectStep(post.inject, step), Cause::Inject(post.inject));
    }
}

fn row(messages: &Messages, channel: crate::sim::plan::Channel) -> Option<&Carries> {
    messages.channels.iter().find(|row| row.channel == channel)
}

fn gets_through(
    country: &Country,
    state: &State,
    messages: &Messages,
    carries: &Carries,
    role: RoleId,
) -> bool {
    let seat = country.crisis.seat(role);
    let up = |process: &_| match seat {
        Some(region) => state.processes.level(*process, region) >= messages.from,
        None => value(country, state, Metric::Level(*process, None)) >= i64::from(messages.from.permille()),
    };
    carries.by.iter().any(up)
        || seat.is_some_and(|region| state.measures.lever(Lever::OrdersGetThrough, region) > 0)
}
