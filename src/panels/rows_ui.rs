//! Long lists of rows of different heights: only what is in sight is drawn, the rest keeps its room.
//!
//! Whoever goes through a list with the keyboard or with assistive technology must find all of it: then every row is drawn.
//! Must not know what a row is; the scroll area around it is the caller's.

use bevy_egui::egui::{Id, Rect, Ui, vec2};
use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hasher as _},
    sync::Arc,
};

/// How high rows were when they were last drawn, by what is in them.
#[derive(Clone, Default)]
struct Heights {
    width: f32,
    of: Arc<HashMap<u64, f32>>,
}

/// Draws the rows of a list that are in sight, `gap` points apart beyond the usual. `name` tells the list from others of its
/// page; `key` hashes all of a row that its height depends on.
pub fn rows_ui<R>(
    ui: &mut Ui,
    (name, gap): (&str, f32),
    rows: impl Iterator<Item = R>,
    key: impl Fn(&R, &mut DefaultHasher),
    mut draw: impl FnMut(&mut Ui, R),
) {
    let id = ui.id().with(("heights of rows", name));
    let width = ui.available_width();
    let known = ui.data(|data| data.get_temp::<Heights>(id)).filter(|known| known.width == width);
    let known = known.unwrap_or_default().of;
    let all = all_wanted(ui);
    let sight = ui.clip_rect();
    let mut now = HashMap::with_capacity(known.len());
    for row in rows {
        let mut hasher = DefaultHasher::new();
        key(&row, &mut hasher);
        let key = hasher.finish();
        let top = ui.cursor().min;
        let height = known
            .get(&key)
            .copied()
            .filter(|height| !all && !Rect::from_min_size(top, vec2(width, *height)).intersects(sight));
        let height = if let Some(height) = height {
            // As much room, and as many numbers of widgets, as when it is drawn.
            ui.allocate_space(vec2(width, height));
            height
        } else {
            ui.scope(|ui| draw(ui, row)).response.rect.height()
        };
        if gap > 0.0 {
            ui.add_space(gap);
        }
        now.insert(key, height);
    }
    remember(ui, id, Heights { width, of: Arc::new(now) });
}

fn remember(ui: &Ui, id: Id, heights: Heights) {
    ui.data_mut(|data| data.insert_temp(id, heights));
}

/// True when the keyboard or assistive technology is used, or sizes are still being found.
fn all_wanted(ui: &Ui) -> bool {
    let read = ui.ctx().accesskit_node_builder(ui.unique_id(), |_| ()).is_some();
    read || ui.is_sizing_pass() || ui.memory(|memory| memory.focused().is_some())
}

#[cfg(test)]
mod tests {
    use super::*;
    use bevy_egui::egui::{CentralPanel, Context, Event, Key, Modifiers, RawInput, ScrollArea, pos2};

    const ROWS: usize = 400;

    /// Draws a frame with the list, and says which rows were drawn and how high the whole list was.
    fn frame(ctx: &Context, offset: f32, events: Vec<Event>) -> (Vec<usize>, f32) {
        let screen = Rect::from_min_size(pos2(0.0, 0.0), vec2(300.0, 200.0));
        let input = RawInput { screen_rect: Some(screen), events, ..RawInput::default() };
        let (mut drawn, mut height) = (Vec::new(), 0.0);
        let _ = ctx.run_ui(input, |ui| {
            drawn.clear();
            CentralPanel::default().show(ui, |ui| {
                let area = ScrollArea::vertical().vertical_scroll_offset(offset).animated(false);
                let shown = area.auto_shrink([false, false]).show(ui, |ui| {
                    rows_ui(ui, ("test", 4.0), 0..ROWS, std::hash::Hash::hash, |ui, row| {
                        drawn.push(row);
                        for line in 0..=row % 3 {
                            let _ = ui.button(format!("{row}.{line}"));
                        }
                    });
                });
                height = shown.content_size.y;
            });
        });
        (drawn, height)
    }

    #[test]
    fn only_rows_in_sight_are_drawn_and_the_list_stays_as_high() {
        let ctx = Context::default();
        let (all, high) = frame(&ctx, 0.0, Vec::new());
        assert_eq!(all.len(), ROWS, "nothing is known of their heights yet");
        let (first, same) = frame(&ctx, 0.0, Vec::new());
        assert!(first.len() < 20 && first.first() == Some(&0), "{first:?}");
        assert!((same - high).abs() < 0.5, "{same} {high}");
        let (last, same) = frame(&ctx, high - 185.0, Vec::new());
        assert!(last.len() < 20 && last.last() == Some(&(ROWS - 1)), "{last:?}");
        assert!((same - high).abs() < 0.5, "{same} {high}");
    }

    #[test]
    fn whoever_uses_the_keyboard_or_is_read_to_finds_all_of_it() {
        let ctx = Context::default();
        frame(&ctx, 0.0, Vec::new());
        assert!(frame(&ctx, 0.0, Vec::new()).0.len() < ROWS);
        let tab = Event::Key {
            key: Key::Tab,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers: Modifiers::NONE,
        };
        frame(&ctx, 0.0, vec![tab]);
        assert_eq!(frame(&ctx, 0.0, Vec::new()).0.len(), ROWS, "something has the focus");
        let ctx = Context::default();
        ctx.enable_accesskit();
        frame(&ctx, 0.0, Vec::new());
        assert_eq!(frame(&ctx, 0.0, Vec::new()).0.len(), ROWS);
    }
}
