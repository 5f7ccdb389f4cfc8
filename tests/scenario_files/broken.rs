//! Broken files: what is told, where, and how to repair it.
