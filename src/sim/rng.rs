//! Random numbers that depend on what they are for, never on what was drawn before.
//!
//! Counter-based: a draw is a function of (seed, stream, tick, entity), so a decision changes its consequences and never
//! the later dice, and a branch can be compared with its trunk. Must not keep state.
//!
//! The mixing function is SplitMix64 (Steele, Lea, Flood 2014, "Fast splittable pseudorandom number generators"), with `*` and
//! `+` modulo 2^64 and `^` the bitwise exclusive or:
//!
//! ```text
//! mix(w):  z = w + 0x9E3779B97F4A7C15
//!          z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9
//!          z = (z ^ z >> 27) * 0x94D049BB133111EB
//!          z ^ z >> 31
//! draw(seed, stream, tick, entity) =
//!     mix(mix(mix(seed + 0x9E3779B97F4A7C15) ^ stream * 0xBF58476D1CE4E5B9) ^ (tick << 32 | entity))
//! within(bits, low, high) = low + ((bits >> 32) * (high - low + 1) >> 32)
//! ```
//!
//! Streams: RepairWork 1, DemandPhase 2, ModalShift 3, OrderError 4, Disturbance 5, Arrival 6, ActVector 7, ActPlace 8,
//! Detection 9, Escalation 10, Leak 11. For example `draw(7, DemandPhase, 0, 0)` is 0x06D7CAA04EAB6EBE and
//! `draw(7, DemandPhase, 0, 1)` is 0x23DD398DDFEA5E4F.

/// What a draw is for. Streams never share numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// How far the work of a repair turns out more or less than estimated: tick 0, serial of the damage.
    RepairWork = 1,
    /// Where the civil demand stands in its cycle at the start: tick 0, row of the demand.
    DemandPhase = 2,
    /// Whether a shipper can send waiting freight by another mode: tick 0, serial of the transport.
    ModalShift = 3,
    /// How much longer an order takes by error: tick 0, number of the command.
    OrderError = 4,
    /// Whether unrest comes to a disturbance: the tick of the day's start, row of the region.
    Disturbance = 5,
    /// Whether the opponent acts: the tick, 0.
    Arrival = 6,
    /// What it does: the tick, 0.
    ActVector = 7,
    /// Where: the tick, 0.
    ActPlace = 8,
    /// Whether a digital act is noticed in time: tick 0, row of the inject.
    Detection = 9,
    /// Whether active protection is taken for an attack: the tick of the day's start, 0.
    Escalation = 10,
    /// Whether a shared advice leaks: the tick, row of the inject of the act.
    Leak = 11,
}

/// 64 random bits for one purpose.
pub fn draw(seed: u64, stream: Stream, tick: u32, entity: u32) -> u64 {
    let mut word = mix(seed.wrapping_add(0x9E37_79B9_7F4A_7C15));
    word = mix(word ^ (stream as u64).wrapping_mul(0xBF58_476D_1CE4_E5B9));
    mix(word ^ (u64::from(tick) << 32 | u64::from(entity)))
}

/// A number in `low..=high`, from the high bits of a draw (bias below 2^-32).
pub fn within(bits: u64, low: u32, high: u32) -> u32 {
    let width = u64::from(high.saturating_sub(low)) + 1;
    low + u32::try_from(((bits >> 32) * width) >> 32).unwrap_or(0)
}

fn mix(word: u64) -> u64 {
    let mut z = word.wrapping_add(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_output_of_splitmix64_with_seed_zero_is_the_published_one() {
        assert_eq!(mix(0), 0xE220_A839_7B1D_CDAF);
    }

    #[test]
    fn draws_are_those_of_the_documentation() {
        let draws = [0, 1].map(|entity| format!("{:#018X}", draw(7, Stream::DemandPhase, 0, entity)));
        assert_eq!(draws, ["0x06D7CAA04EAB6EBE", "0x23DD398DDFEA5E4F"]);
    }

    #[test]
    fn draws_keep_their_values() {
        let draws = [
            draw(1, Stream::RepairWork, 0, 0),
            draw(1, Stream::RepairWork, 0, 1),
            draw(2, Stream::DemandPhase, 7, 3),
        ];
        assert_eq!(
            draws.map(|bits| within(bits, 80, 120)),
            draws.map(|bits| 80 + (((bits >> 32) * 41) >> 32) as u32)
        );
        assert_ne!(draws[0], draws[1]);
    }
}
