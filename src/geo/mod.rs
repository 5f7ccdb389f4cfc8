//! The map: coordinates, shapes, what lies where, and how the edges of the network run.
//!
//! Pure geometry and names; may use floats (+ - * / sqrt only), knows neither simulation nor screen. Read in this
//! order: `rd` (coordinates), `shape` (points and polylines), `layers` (areas, lines, points), `map` (the compiled
//! map and its questions), `route` (walking an edge), `file` (bytes), `compile` (open data to map files).

pub mod compile;
pub mod file;
pub mod layers;
pub mod map;
pub mod rd;
pub mod route;
pub mod shape;
