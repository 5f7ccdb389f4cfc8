//! What can be typed for `fields`, `fill` and `guide`, and how a field is filled in on the command line.
//!
//! Must not know which fields there are: `scenario::fill` does.

use clap::Args as ClapArgs;
use std::path::PathBuf;

/// A field and its value as typed: `port=eemshaven`.
pub(super) fn setting(typed: &str) -> Result<(String, String), String> {
    let (field, value) = typed.split_once('=').ok_or("write FIELD=VALUE, such as port=eemshaven")?;
    Ok((field.trim().to_owned(), value.trim().to_owned()))
}

/// Options of `fields`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland fields dertig-treinen
  doorvoerland fields dertig-treinen --set port=eemshaven --lang en")]
pub(super) struct FieldsArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// Fill a field in, such as port=eemshaven; see `doorvoerland fields`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = setting)]
    pub(super) set: Vec<(String, String)>,
    /// Print as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
}

/// Options of `fill`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland fill dertig-treinen --set port=waalhaven --set date=2027-03-08 --out onze-oefening.ron
  doorvoerland run dertig-treinen --set port=eemshaven      the same at once, without a file")]
pub(super) struct FillArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// Fill a field in, such as port=eemshaven; see `doorvoerland fields`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = setting)]
    pub(super) set: Vec<(String, String)>,
    /// The scenario to write
    #[arg(long, value_name = "FILE.ron")]
    pub(super) out: PathBuf,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `guide`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland guide dertig-treinen --lang nl
  doorvoerland guide dertig-treinen --set port=waalhaven --out gids.html")]
pub(super) struct GuideArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// Fill a field in, such as port=eemshaven; see `doorvoerland fields`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = setting)]
    pub(super) set: Vec<(String, String)>,
    /// Write pages to print instead
    #[arg(long, value_name = "FILE.html")]
    pub(super) out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}
