//! Panels: egui functions of a value and a list to push intents into. They never see the state of an exercise,
//! never change anything themselves and hold no words of their own. Look next at `frame` (the layout),
//! `page` (what they show), `intent` (what a panel can ask for).

pub mod about_ui;
pub mod basis_ui;
pub mod chart;
pub mod counter_ui;
pub mod course_ui;
pub mod debrief_ui;
pub mod dock;
pub mod dossier_ui;
pub mod escalation_ui;
pub mod evaluation_ui;
pub mod figures_ui;
pub mod frame;
pub mod inject_editor;
pub mod injects_ui;
pub mod inspector;
pub mod intent;
pub mod keys;
pub mod lens;
pub mod log_ui;
pub mod map_cover;
pub mod map_tools;
pub mod measures_ui;
pub mod messages_ui;
pub mod movement_plan_ui;
pub mod movement_ui;
pub mod notices_ui;
pub mod operator_ui;
pub mod page;
pub mod parts;
pub mod policy_editor;
pub mod pool_board_ui;
pub mod pool_page_ui;
pub mod preview_ui;
pub mod repair_ui;
pub mod requests_ui;
pub mod roles_ui;
pub mod score_ui;
pub mod settings_ui;
pub mod start_ui;
pub mod tabs_ui;
pub mod timeline;
pub mod tongue;
pub mod top_bar;
