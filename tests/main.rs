//! All tests that need more than one file, as one program: one link step.

mod recording;
