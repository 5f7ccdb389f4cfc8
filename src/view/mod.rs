//! What a person may see, as plain values: the map as a drawing, the shell around it.
//! Views are values: nothing here holds on to the simulation, and no window system is known here.
//! Look next at `scene` (the map), `shell` (bars and panels), `style` (every colour and width).

pub mod basemap;
pub mod labels;
pub mod pick;
pub mod scene;
pub mod shell;
pub mod style;
pub mod svg;
pub mod viewport;
