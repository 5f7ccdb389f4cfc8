//! Panels: egui functions of a value and a list to push intents into. They never see the state of an exercise,
//! never change anything themselves and hold no words of their own. Look next at `frame` (the layout),
//! `intent` (what a panel can ask for).

pub mod dock;
pub mod frame;
pub mod inspector;
pub mod intent;
pub mod lens;
pub mod map_cover;
pub mod timeline;
pub mod top_bar;
