//! How far the working out is, for somebody who waits and may stop it. It must not change what comes out.

/// It was stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stopped;

/// Counts looks against the most that there can be.
pub struct Meter<'a> {
    tell: &'a mut dyn FnMut(u16) -> bool,
    /// Of which part of the whole it counts: from, to, in thousandths.
    part: [u16; 2],
    done: usize,
    of: usize,
}

impl<'a> Meter<'a> {
    /// Counts `of` looks, which are this part of the whole; `tell` hears thousandths of the whole and says whether to go on.
    pub fn new(tell: &'a mut dyn FnMut(u16) -> bool, part: [u16; 2], of: usize) -> Self {
        Self { tell, part, done: 0, of: of.max(1) }
    }

    /// So many looks were done, or were not needed.
    pub fn pass(&mut self, looks: usize) -> Result<(), Stopped> {
        self.done = (self.done + looks).min(self.of);
        let [from, to] = self.part.map(usize::from);
        let permille = from + to.saturating_sub(from) * self.done / self.of;
        if (self.tell)(u16::try_from(permille).unwrap_or(u16::MAX)) { Ok(()) } else { Err(Stopped) }
    }
}
