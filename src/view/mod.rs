//! What a person may see, as plain values: the map as a drawing, the shell around it, one view for each panel.
//! Views are values: nothing here holds on to the simulation, and no window system is known here. What a role may not know is
//! held back in one place, `viewer`.
//! Look next at `viewer` (who may know what), `key` (when to build again), `scene` (the map as plain data), `map_view`,
//! `shell` (bars and panels), `style` (every colour and width).

pub mod basemap;
pub mod key;
pub mod labels;
mod map_moving;
mod map_network;
pub mod map_view;
pub mod pick;
pub mod scene;
pub mod shell;
pub mod style;
pub mod svg;
pub mod viewer;
pub mod viewport;
