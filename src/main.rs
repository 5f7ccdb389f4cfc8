//! The program: everything it does is `doorvoerland::cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    doorvoerland::cli::main(std::env::args_os())
}
