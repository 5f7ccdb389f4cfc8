//! Displays: whether a second window has one of its own, and which. Pure arithmetic on places and sizes.
//! It must not know the window system: `second` asks it.

/// A display as the system places it, physical pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Display {
    /// Its upper left corner.
    pub at: [i32; 2],
    /// Width and height.
    pub size: [u32; 2],
}

impl Display {
    /// True when both show a part of the same picture. Displays that only touch do not.
    fn overlaps(&self, other: &Self) -> bool {
        (0..2).all(|axis| {
            let [mine, theirs] = [self, other].map(|row| {
                let from = i64::from(row.at[axis]);
                (from, from + i64::from(row.size[axis]))
            });
            mine.0 < theirs.1 && theirs.0 < mine.1
        })
    }

    fn holds(&self, point: [i32; 2]) -> bool {
        self.overlaps(&Self { at: point, size: [1, 1] })
    }
}

/// Where a second window can go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Onto this display, by its place in the list: nothing of the lead's is on it.
    Own(usize),
    /// There is one display.
    OneDisplay,
    /// Every other display shows what the lead sees.
    Mirrored,
}

/// Looks for a display that shows nothing of the lead's, whose window has its middle at `lead`.
pub fn room(displays: &[Display], lead: [i32; 2]) -> Room {
    if displays.len() < 2 {
        return Room::OneDisplay;
    }
    let leads = displays.iter().position(|row| row.holds(lead)).unwrap_or(0);
    let free = |number: &usize| {
        *number != leads
            && displays
                .iter()
                .enumerate()
                .all(|(other, row)| other == *number || !row.overlaps(&displays[*number]))
    };
    (0..displays.len()).find(free).map_or(Room::Mirrored, Room::Own)
}

#[cfg(test)]
mod tests {
    use super::*;

    const LAPTOP: Display = Display { at: [0, 0], size: [1920, 1080] };

    #[test]
    fn one_display_is_no_room() {
        assert_eq!(room(&[], [5, 5]), Room::OneDisplay);
        assert_eq!(room(&[LAPTOP], [5, 5]), Room::OneDisplay);
    }

    #[test]
    fn a_display_beside_or_above_the_lead_s_is_room() {
        for at in [[1920, 0], [-1280, 40], [0, -800], [1920, 1080]] {
            let beamer = Display { at, size: [1280, 800] };
            assert_eq!(room(&[LAPTOP, beamer], [900, 500]), Room::Own(1), "{at:?}");
            // The lead may have moved its window over there.
            let there = [at[0] + 20, at[1] + 20];
            assert_eq!(room(&[LAPTOP, beamer], there), Room::Own(0), "{at:?}");
        }
    }

    #[test]
    fn displays_that_show_the_same_are_no_room() {
        for size in [[1920, 1080], [1280, 800], [3840, 2160]] {
            assert_eq!(room(&[LAPTOP, Display { at: [0, 0], size }], [900, 500]), Room::Mirrored, "{size:?}");
        }
        let part = Display { at: [1900, 0], size: [1280, 800] };
        assert_eq!(room(&[LAPTOP, part], [900, 500]), Room::Mirrored, "twenty columns are in both");
    }

    #[test]
    fn a_third_display_of_its_own_is_room_beside_a_mirror() {
        let mirror = Display { at: [0, 0], size: [1280, 800] };
        let free = Display { at: [1920, 0], size: [1280, 800] };
        assert_eq!(room(&[LAPTOP, mirror, free], [900, 500]), Room::Own(2));
    }
}
