//! What a person may see, as plain values: the map as a drawing, the shell around it, one view for each panel.
//! Views are values: nothing here holds on to the simulation, and no window system is known here. What a role may not know is
//! held back in one place, `viewer`.
//! Look next at `viewer` (who may know what), `key` (when to build again), `scene` (the map as plain data), `map_view`,
//! `shell` (bars and panels), `style` (every colour and width).

pub mod about_view;
pub mod basemap;
pub mod basis_view;
pub mod briefing_view;
pub mod choices;
pub mod clock_view;
pub mod course_view;
pub mod debrief_view;
pub mod dossier_view;
pub mod escalation_view;
pub mod fields_view;
pub mod figures_view;
pub mod handover_view;
pub mod inject_course;
pub mod inject_filter;
pub mod injects_view;
mod inspect_limits;
mod inspect_network;
mod inspect_transport;
pub mod inspect_view;
pub mod key;
pub mod labels;
pub mod log_view;
mod map_flow;
mod map_lens;
mod map_moving;
mod map_network;
pub mod map_view;
pub mod matrix_view;
pub mod measure;
pub mod measures_view;
pub mod messages_view;
pub mod movement_plan_view;
pub mod movement_view;
pub mod notices_view;
pub mod observer_view;
pub mod operator_page;
pub mod operator_view;
pub mod pick;
pub mod pool_board_view;
pub mod pool_draft;
pub mod pool_page_view;
pub mod preview_view;
pub mod repair_view;
pub mod requests_view;
pub mod roles_page;
pub mod roles_view;
pub mod scene;
pub mod score_view;
pub mod seen_view;
pub mod shell;
pub mod shell_view;
pub mod strips;
pub mod style;
pub mod svg;
pub mod table_view;
pub mod timeline_view;
mod told;
pub mod viewer;
pub mod viewport;
