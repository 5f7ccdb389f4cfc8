//! Doorvoerland, oefensimulator: crisis exercises in which the same ports, rail paths, crews and beds are wanted by society
//! and by allied forces in transit.
//!
//! # The loop
//! ```text
//! scenario (RON) --build--> Country + Plan            assets/world, scenarios/
//!      |
//! Command  (a player's decision, an inject, a correction)   the only way anything changes
//!      |  check: refuse with the binding reason, or accept
//! recording: one line appended and synced, then applied
//!      |
//! sim: settle(commands); tick x n  ->  State', Events (each with its cause)
//!      |
//! views per role (plain values)  ->  panels, map, report
//! ```
//! One tick is a quarter of an hour of scenario time.
//!
//! # Invariants
//! - `sim` performs no IO, uses integers only and cannot fail: it refuses.
//! - Only `session` changes a state, and only through `sim::step`.
//! - A command is recorded before it is applied.
//! - Views are values; panels never see a state; nothing reaches a player except through its view.
//! - Scenario and recording reproduce every digest, on every platform.
//! - Dependencies point downwards in the order of the modules below; `tests/tidy.rs` checks it.
//!
//! # Words
//! *tick*: a quarter of an hour. *process*: something vital, such as electricity. *edge*: a stretch of the network;
//! *link*: one direction of it. *limits*: what a stretch lets through. *fit*: what a transport asks of them. *pool*:
//! scarce capacity with one owner. *claim*: a wish for it. *class*: the category of a claim. *policy*: how the owner
//! divides a pool. *ledger*: asked, granted, used, refused. *consignment*: a train, convoy, bundle of trucks or ship.
//! *movement*: a military unit in transit. *inject*: a planned event of the script. *digest*: hash of a table. *branch*:
//! a course of events from some moment on. *seat*: a window with its own view.

#[cfg(feature = "desktop")]
pub mod app;
pub mod assets;
pub mod auto;
pub mod cli;
pub mod geo;
pub mod optimum;
#[cfg(feature = "desktop")]
pub mod panels;
#[cfg(feature = "paper")]
pub mod paper;
pub mod preflight;
pub mod recording;
pub mod report;
pub mod scenario;
pub mod session;
pub mod sim;
pub mod text;
pub mod view;
