//! The lesson for one person, played with a real pointer and real keys from the start screen to the hot wash.
