//! The flow of electricity over lines between regions: who can be served at most, in whole megawatts.
//!
//! Supply stands in regions, need stands in regions, lines carry at most so much in either direction. [`Flow::push`] brings
//! more to one region: it looks for the nearest region with supply left (breadth first from the region that needs, lines in
//! the order of the country, both ends alike), takes what the way lets through, and looks again. A way may push back what
//! others pushed, so that nobody who was served loses anything and the sum is the most that is possible. A transport model:
//! it knows limits, not impedances (the limits leave room for that). Must not know what a region or a plant is.
//! Used by `systems::power`.

#![expect(
    clippy::cast_possible_truncation,
    reason = "regions are below 32, and the loader refuses more than 1000 lines"
)]

use super::country::REGION_LANES;

/// Room to work out a flow in; kept between ticks so that nothing is allocated.
#[derive(Clone, Debug, Default)]
pub(super) struct Flow {
    /// Ends and capacity of each line.
    lines: Vec<(u8, u8, u32)>,
    /// What runs from the first end to the second now.
    running: Vec<i64>,
    /// Lines at each region: where they begin in `touching`, and one row for the end.
    starts: Vec<u16>,
    /// Line numbers, by region.
    touching: Vec<u16>,
    /// Supply that nobody took yet, by region and in all.
    supply: [u32; REGION_LANES],
    left: u32,
    /// What each region got.
    pub got: [u32; REGION_LANES],
    /// A bit for each region to which nothing more can come. That stays so until there is new supply: a way to another region
    /// cannot pass a region from which this one could be reached, so it changes nothing on the lines to it.
    dry: u32,
    /// The line by which the search came to a region.
    via: [u16; REGION_LANES],
    queue: [u8; REGION_LANES],
}

impl Flow {
    /// A grid of lines without any supply.
    pub fn begin(&mut self, lines: impl Iterator<Item = (u8, u8, u32)>) {
        // The ends of lines stay what they are; what a line carries does not.
        let mut count = 0;
        let mut known = !self.starts.is_empty();
        for line in lines {
            if let Some(row) = self.lines.get_mut(count) {
                known &= (row.0, row.1) == (line.0, line.1);
                *row = line;
            } else {
                known = false;
                self.lines.push(line);
            }
            count += 1;
        }
        if !known || count != self.lines.len() {
            self.lines.truncate(count);
            self.find_ends();
        }
        self.again();
    }

    /// Which lines touch each region.
    fn find_ends(&mut self) {
        self.starts.clear();
        self.touching.clear();
        for region in 0..REGION_LANES {
            self.starts.push(self.touching.len() as u16);
            for (number, (from, to, _)) in (0..).zip(&self.lines) {
                if usize::from(*from) == region || usize::from(*to) == region {
                    self.touching.push(number);
                }
            }
        }
        self.starts.push(self.touching.len() as u16);
    }

    /// The same lines, with nothing on them and no supply.
    pub fn again(&mut self) {
        self.running.clear();
        self.running.resize(self.lines.len(), 0);
        self.supply = [0; REGION_LANES];
        self.left = 0;
        self.got = [0; REGION_LANES];
        self.dry = 0;
    }

    /// Sets supply in a region.
    pub fn bring(&mut self, region: usize, more: u32) {
        self.supply[region] += more;
        self.left += more;
        self.dry = 0;
    }

    /// Supply that nobody took.
    pub fn left(&self) -> u32 {
        self.left
    }

    /// What more can run over a line towards one of its ends, and the other end.
    fn room(&self, line: u16, towards: u8) -> (u8, u32) {
        let (from, to, most) = self.lines[usize::from(line)];
        let flow = self.running[usize::from(line)];
        let (other, room) =
            if to == towards { (from, i64::from(most) - flow) } else { (to, i64::from(most) + flow) };
        (other, u32::try_from(room).unwrap_or(0))
    }

    /// Searches from a region against the flow; the nearest region with supply, and a bit for each region that was seen.
    fn search(&mut self, to: u8) -> (Option<u8>, u32) {
        let mut seen = 1_u32 << to;
        if self.supply[usize::from(to)] > 0 {
            return (Some(to), seen);
        }
        self.queue[0] = to;
        let mut end = 1;
        let mut at = 0;
        while at < end {
            let here = self.queue[at];
            at += 1;
            let (first, last) = (self.starts[usize::from(here)], self.starts[usize::from(here) + 1]);
            for place in first..last {
                let line = self.touching[usize::from(place)];
                let (other, room) = self.room(line, here);
                if room > 0 && seen >> other & 1 == 0 {
                    seen |= 1 << other;
                    self.via[usize::from(other)] = line;
                    if self.supply[usize::from(other)] > 0 {
                        return (Some(other), seen);
                    }
                    self.queue[end] = other;
                    end += 1;
                }
            }
        }
        (None, seen)
    }

    /// Brings up to `want` more to a region; says how much it was.
    pub fn push(&mut self, to: u8, want: u32) -> u32 {
        let mut left = want;
        // Without supply anywhere there is nothing to look for.
        while left > 0 && self.left > 0 && self.dry >> to & 1 == 0 {
            let (from, seen) = self.search(to);
            let Some(from) = from else {
                self.dry |= seen;
                break;
            };
            let mut most = left.min(self.supply[usize::from(from)]);
            let mut at = from;
            while at != to {
                let (line, next) = self.onward(at);
                most = most.min(self.room(line, next).1);
                at = next;
            }
            at = from;
            while at != to {
                let (line, next) = self.onward(at);
                let forward = self.lines[usize::from(line)].1 == next;
                self.running[usize::from(line)] += if forward { i64::from(most) } else { -i64::from(most) };
                at = next;
            }
            self.supply[usize::from(from)] -= most;
            self.left -= most;
            self.got[usize::from(to)] += most;
            left -= most;
        }
        want - left
    }

    /// The next step of the way that the last search found.
    fn onward(&self, at: u8) -> (u16, u8) {
        let line = self.via[usize::from(at)];
        let (from, to, _) = self.lines[usize::from(line)];
        (line, if from == at { to } else { from })
    }

    /// The regions, a bit for each, from which a region could still be reached: what holds it down lies among these, or is
    /// a line that leads into them.
    pub fn side(&mut self, to: u8) -> u32 {
        self.search(to).1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three regions in a row, and a line from the first to the last.
    fn ring() -> Flow {
        let mut flow = Flow::default();
        flow.begin([(0, 1, 50), (1, 2, 50), (0, 2, 30)].into_iter());
        flow.bring(0, 200);
        flow
    }

    #[test]
    fn the_nearest_way_first_then_the_way_round() {
        let mut flow = ring();
        assert_eq!(flow.push(2, 100), 80);
        // Both lines that lead into it are full.
        assert_eq!(flow.side(2), 0b100);
        assert_eq!(flow.dry, 0b100);
        assert_eq!((flow.supply[0], flow.got[2]), (120, 80));
        // Others are served and nothing comes free for it, until there is more.
        assert_eq!((flow.push(1, 10), flow.push(2, 10)), (0, 0));
        flow.bring(2, 5);
        assert_eq!(flow.push(2, 10), 5);
    }

    #[test]
    fn who_was_served_keeps_it_while_the_way_changes() {
        let mut flow = ring();
        flow.bring(2, 10);
        // The second region takes what stands nearest; the third then gets all that is left over its own line.
        assert_eq!(flow.push(1, 60), 60);
        assert_eq!(flow.push(2, 60), 30);
        assert_eq!((flow.got[1], flow.got[2]), (60, 30));
    }
}
