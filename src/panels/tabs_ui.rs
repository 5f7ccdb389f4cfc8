//! The tabs of the dock, grouped by who uses them: one row of groups, each a menu of its pages that opens at the page of last
//! use. It must not draw a page (`dock` does). A new page is named here once, in `Tab::group`.

use bevy_egui::egui::{Popup, RichText, Ui};
use strum::{EnumCount, VariantArray};

use super::page::{ExerciseView, Tab};
use crate::sim::every::every;
use crate::view::viewer::Viewer;

/// Who uses a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[derive(EnumCount, VariantArray)]
pub enum Group {
    /// Who leads the exercise.
    Staff,
    /// Who plays in it, and who plays for others.
    Play,
    /// Everybody, to look something up.
    Reference,
}

impl Group {
    /// Every group, in the order of the row.
    pub const ALL: [Self; <Self as EnumCount>::COUNT] = every();

    /// Key of its name.
    pub fn key(self) -> &'static str {
        match self {
            Self::Staff => "tabs-staff",
            Self::Play => "tabs-play",
            Self::Reference => "tabs-reference",
        }
    }

    /// Its pages for a viewer, in the order of its menu.
    pub fn pages(self, viewer: Viewer) -> impl Iterator<Item = Tab> {
        Tab::ALL.into_iter().filter(move |tab| tab.group() == self && tab.is_for(viewer))
    }
}

impl Tab {
    /// The group it belongs to.
    pub fn group(self) -> Group {
        match self {
            Self::Injects | Self::Script | Self::Course | Self::Operator | Self::Evaluation | Self::Score => {
                Group::Staff
            }
            Self::Inspector
            | Self::Desk
            | Self::Board
            | Self::Messages
            | Self::Measures
            | Self::Requests
            | Self::Movements
            | Self::Repair
            | Self::Dossier
            | Self::Roles => Group::Play,
            Self::Log | Self::Figures | Self::Settings | Self::About => Group::Reference,
        }
    }
}

/// The page of each group that was looked at last.
#[derive(Clone, Copy, Debug, Default)]
pub struct LastUsed([Option<Tab>; Group::COUNT]);

impl LastUsed {
    /// Notes which page is open.
    pub fn note(&mut self, open: Tab) {
        if let Some(last) = self.0.get_mut(open.group() as usize) {
            *last = Some(open);
        }
    }

    /// The page at which a group opens.
    pub fn of(&self, group: Group, viewer: Viewer) -> Option<Tab> {
        let last = self.0.get(group as usize).copied().flatten().filter(|tab| tab.is_for(viewer));
        last.or_else(|| group.pages(viewer).next())
    }

    /// Where the key of a group leads: to the group, and once there to its next page.
    pub fn by_key(&self, group: Group, viewer: Viewer, open: Tab) -> Option<Tab> {
        if open.group() != group {
            return self.of(group, viewer);
        }
        let mut later = group.pages(viewer).skip_while(|tab| *tab != open).skip(1);
        later.next().or_else(|| group.pages(viewer).next())
    }
}

/// Draws the row of groups; a click on one opens its page of last use and the menu of its pages.
pub fn tabs_ui(ui: &mut Ui, exercise: &ExerciseView, open: &mut Tab, last: &mut LastUsed) {
    last.note(*open);
    let viewer = exercise.viewer;
    let waits = |tab: Tab| exercise.requests_open > 0 && tab == Tab::Requests;
    let counted = |name: String| format!("{name} ({})", exercise.requests_open);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        for (number, group) in Group::ALL.into_iter().enumerate() {
            let pages: Vec<Tab> = group.pages(viewer).collect();
            let Some(first) = pages.first().copied() else { continue };
            let here = open.group() == group && open.is_for(viewer);
            // A group of one page is that page.
            if pages.len() == 1 {
                if ui.selectable_label(here, exercise.tongue.word(first.key())).clicked() {
                    *open = first;
                }
                continue;
            }
            let mut name = exercise.tongue.word(group.key());
            if here {
                name = format!("{name}: {}", exercise.tongue.word(open.key()));
            }
            if pages.iter().any(|tab| waits(*tab) && (!here || tab == open)) {
                name = counted(name);
            }
            let button = ui.selectable_label(here, format!("{name} \u{23f7}"));
            let keys = exercise.tongue.say("tabs-keys", &[("key", (number as i64 + 1).into())]);
            let button = if Popup::is_any_open(ui.ctx()) { button } else { button.on_hover_text(keys) };
            if button.clicked() && !here {
                *open = last.of(group, viewer).unwrap_or(first);
            }
            Popup::menu(&button).show(|ui| {
                ui.set_min_width(150.0);
                for tab in pages {
                    let name = exercise.tongue.word(tab.key());
                    let name = if waits(tab) { counted(name) } else { name };
                    if ui.selectable_label(*open == tab, RichText::new(name)).clicked() {
                        *open = tab;
                        ui.close();
                    }
                }
            });
        }
    });
    last.note(*open);
}
