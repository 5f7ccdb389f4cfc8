//! `map-compile`: open data to the map files that are built into the program.
//!
//! For who maintains the map; never needed to play.

use super::{Done, Outcome, args::MapCompileArgs, ui::Ui};
use crate::geo::compile::compile_map;

/// Compiles and says what came of it.
pub(super) fn map_compile(args: &MapCompileArgs, ui: &mut Ui) -> Done {
    let report = compile_map(&args.geodata, &args.network, &args.out)?;
    ui.line(report.to_string().trim_end())?;
    Ok(Outcome::Fine)
}
