//! Doorvoerland, an exercise simulator for crisis organisations.
//! `geo` is the map, `view` holds what a person may see as plain values; `panels` and `app` (feature `desktop`)
//! show it.

#[cfg(feature = "desktop")]
pub mod app;
pub mod geo;
#[cfg(feature = "desktop")]
pub mod panels;
pub mod view;
