//! What can be typed: tasks, options and their help.
//!
//! Help is in English, as is usual for command lines; everything else a task says follows `--lang`. Must not check files:
//! the tasks do.

use super::fill_args::{FieldsArgs, FillArgs, GuideArgs, setting};
use super::operator::OperatorArgs;
#[cfg(feature = "paper")]
use super::paper::PaperArgs;
use crate::{sim::country::Temperament, text::Language};
use clap::{Args as ClapArgs, Parser, Subcommand};
use std::path::PathBuf;

const EXAMPLES: &str = "\
Examples:
  doorvoerland                                     play the first exercise (in a window, or without one by itself)
  doorvoerland run eerste-doorvoer --report r.html run a built-in exercise with automatic players and write a report
  doorvoerland check mijn-scenario.ron             tell every fault of a scenario, with line and column
  doorvoerland replay x.oefening --at \"D+2 14:30\"  show a recorded exercise at a moment
  doorvoerland verify *.oefening                   check that recordings are complete and repeat themselves
  doorvoerland continue x.oefening                 go on after a crash

Exit codes: 0 all is well, 1 a check failed, 2 the task could not be done.";

/// Doorvoerland, oefensimulator: crisis exercises in which society and allied forces want the same capacity.
#[derive(Debug, Parser)]
#[command(name = "doorvoerland", version, about, after_help = EXAMPLES, max_term_width = 100)]
pub(super) struct Args {
    /// Language of messages and reports: nl or en [default: from LC_ALL, LC_MESSAGES or LANG, else nl]
    #[arg(long, global = true, value_name = "nl|en", value_parser = language)]
    pub(super) lang: Option<Language>,
    #[command(subcommand)]
    pub(super) task: Option<Task>,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Task {
    /// Play an exercise in a window; without a display it plays itself
    Play(PlayArgs),
    /// Run an exercise without a window, with automatic players
    Run(RunArgs),
    /// Show a recorded exercise: its course, its map or its report at any moment
    Replay(super::replay::ReplayArgs),
    /// Check recordings: the chain of lines always, the simulation under the same rules
    Verify(VerifyArgs),
    /// Check scenarios and tell every fault with file, line and column
    Check(CheckArgs),
    /// Go on with an exercise that was not closed, for instance after a crash
    Continue(ContinueArgs),
    /// Write the transport layer of an exercise as JSON: network, demand, policies, commands and what every tick came to
    Export(ExportArgs),
    /// Try out which estimates matter: play a scenario with each of them lower and higher, and print what that does to the result
    Sensitivity(SensitivityArgs),
    /// Print the decision cards: for each measure what it does, what it costs, who may take it and what it needs
    Cards,
    /// Say what an exercise cost whom: criteria in classes, tracks, baseline requirements, pillars, who was served and who was not
    Score(ScoreArgs),
    /// Make a variant: another course of a recorded exercise from a moment of it, in a recording of its own
    Branch(BranchArgs),
    /// Print the briefing of a role that comes late: one page, from a recording or a scenario at any moment
    Briefing(BriefingArgs),
    /// Print the matrix of objectives, injects, evaluation criteria and observations, with what is missing
    Matrix(MatrixArgs),
    /// Put groups that played the same exercise side by side: figures, consequences, criteria, intents, and where they first part
    Compare(super::compare::CompareArgs),
    /// Say for each row of the inventory of the policy letters what stands for it, or that nothing does yet
    Coverage,
    /// Take an events list (MEL) from a workbook or .csv into a scenario, write one, or compare two
    #[cfg(feature = "paper")]
    Mel(MelArgs),
    /// Print everything that lies on the tables as PDF: situation sheets, cards, slips, map, script
    #[cfg(feature = "paper")]
    Paper(PaperArgs),
    /// Type decision cards by number on behalf of the roles, keyboard only; lines come from the input
    Operator(OperatorArgs),
    /// Look for what would go wrong on the day: read the script and rehearse the whole exercise with automatic players
    Preflight(PreflightArgs),
    /// What happens if this inject is sent now: a hidden copy of the exercise with it and one without, some hours ahead
    Preview(super::preview::PreviewArgs),
    /// Print the role cards and who may decide what
    Roles(super::roles::RolesArgs),
    /// Write a new scenario that is in order, plays, and explains itself
    New(NewArgs),
    /// Print everything that a scenario may say: fields, units, ranges, defaults, examples
    Reference(ReferenceArgs),
    /// List what a lead may fill in: fields of a scenario, with what stands there and what may
    Fields(FieldsArgs),
    /// Fill a scenario in: write it with another port, date, length, ... as a plain scenario
    Fill(FillArgs),
    /// Make pictures of every screen in a folder: both languages, light and dark, several sizes; needs a display
    #[cfg(feature = "desktop")]
    Screens(ScreensArgs),
    /// Print the guide of a scenario for its staff, and the cards of its roles
    Guide(GuideArgs),
    /// Compile open data to the map files of the program
    #[command(hide = true)]
    MapCompile(MapCompileArgs),
}

impl Default for Task {
    fn default() -> Self {
        Self::Play(PlayArgs::default())
    }
}

/// Options of `play`.
#[derive(Debug, ClapArgs)]
pub(super) struct PlayArgs {
    /// A scenario file, the name of a built-in one, or a recording to go on with or to look at [default: the first built-in one]
    pub(super) scenario: Option<PathBuf>,
    /// Folder for recording and report [default: oefeningen]
    #[arg(long, value_name = "DIR")]
    pub(super) out: Option<PathBuf>,
    /// Size of the window in pixels
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size)]
    pub(super) size: Option<[u32; 2]>,
    /// Dark colours
    #[arg(long)]
    pub(super) dark: bool,
    /// Text size in percent [default: the last one used]
    #[arg(long, value_name = "PERCENT", value_parser = clap::value_parser!(u16).range(80..=200))]
    pub(super) text: Option<u16>,
    /// Open a second window at once: public, a table (regio) or a role (prorail)
    #[arg(long, value_name = "public|TABLE|ROLE")]
    pub(super) second: Option<String>,
    /// Save a picture of the window and quit
    #[arg(long, hide = true, value_name = "FILE.png")]
    pub(super) picture: Option<PathBuf>,
    /// Milliseconds after the start at which the picture is made
    #[arg(long, hide = true, value_name = "MS", default_value_t = 4000)]
    pub(super) picture_after: u64,
    /// Log how long frames take
    #[arg(long, hide = true)]
    pub(super) measure: bool,
    /// Write where everything stands that can be used, for tests with a real pointer
    #[arg(long, hide = true, value_name = "FILE")]
    pub(super) places: Option<PathBuf>,
}

impl Default for PlayArgs {
    fn default() -> Self {
        Self {
            scenario: None,
            out: None,
            size: None,
            dark: false,
            text: None,
            second: None,
            picture: None,
            picture_after: 4000,
            measure: false,
            places: None,
        }
    }
}

/// Options of `screens`.
#[cfg(feature = "desktop")]
#[derive(Debug, ClapArgs)]
pub(super) struct ScreensArgs {
    /// A scenario file, or the name of a built-in one
    #[arg(default_value = "grijze-zone")]
    pub(super) scenario: PathBuf,
    /// Folder for the pictures; made if it is not there
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// Size of the window in pixels; may be given more than once
    #[arg(long, value_name = "WIDTHxHEIGHT", value_parser = size, default_values = ["1280x800", "1920x1080"])]
    pub(super) size: Vec<[u32; 2]>,
    /// Text size in percent
    #[arg(long, value_name = "PERCENT", default_value_t = 100, value_parser = clap::value_parser!(u16).range(80..=200))]
    pub(super) text: u16,
}

/// Options of `run`.
#[derive(Debug, Default, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland run eerste-doorvoer
  doorvoerland run mijn-scenario.ron --days 3 --no-auto --lang en
  doorvoerland run eerste-doorvoer --recording a.oefening --report a.html --json > a.json

The recording is new each time: CODE-DATE-TIME.oefening in the folder of --out. No file is replaced without --force.")]
pub(super) struct RunArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// Fill a field in, such as port=eemshaven; see `doorvoerland fields`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = setting)]
    pub(super) set: Vec<(String, String)>,
    /// Folder for the recording [default: oefeningen]
    #[arg(long, value_name = "DIR", conflicts_with = "recording")]
    pub(super) out: Option<PathBuf>,
    /// The recording itself
    #[arg(long, value_name = "FILE")]
    pub(super) recording: Option<PathBuf>,
    /// Write a report that can be read in a browser and printed
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// Another seed of all random numbers than the scenario's
    #[arg(long)]
    pub(super) seed: Option<u64>,
    /// Play this many days instead of the scenario's length
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=730))]
    pub(super) days: Option<u16>,
    /// Without automatic players: nobody decides anything
    #[arg(long)]
    pub(super) no_auto: bool,
    /// How the automatic players are inclined: careful (early, broad, society first) or bold (late, narrow, transit first) [default: careful]
    #[arg(long, value_name = "careful|bold", value_parser = temperament)]
    pub(super) temperament: Option<Temperament>,
    /// The same for one role, as ROLE=bold; may be given more than once
    #[arg(long, value_name = "ROLE=careful|bold", value_parser = role_temperament)]
    pub(super) temperament_of: Vec<(String, Temperament)>,
    /// Print the result as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
    /// Replace existing files
    #[arg(long)]
    pub(super) force: bool,
    /// Real milliseconds per quarter of an hour, for trials
    #[arg(long, hide = true, value_name = "MS", default_value_t = 0)]
    pub(super) pace: u64,
    /// The report goes beside the recording; set by `play`.
    #[arg(skip)]
    pub(super) report_beside: bool,
}

/// Options of `verify`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  doorvoerland verify oefeningen/*.oefening

A recording that was not closed, or whose last line was cut off by a crash, is complete up to there: that is no failure.")]
pub(super) struct VerifyArgs {
    /// The recordings
    #[arg(required = true, value_name = "RECORDING")]
    pub(super) recordings: Vec<PathBuf>,
}

/// Options of `check`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  doorvoerland check scenarios/*.ron")]
pub(super) struct CheckArgs {
    /// Scenario files, or names of built-in ones
    #[arg(required = true, value_name = "SCENARIO")]
    pub(super) scenarios: Vec<PathBuf>,
}

/// Options of `continue`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland continue x.oefening             play on to the end with automatic players
  doorvoerland continue x.oefening --no-play   only say where it stopped")]
pub(super) struct ContinueArgs {
    /// The recording
    pub(super) recording: PathBuf,
    /// Only say where it stopped; the file is not touched
    #[arg(long)]
    pub(super) no_play: bool,
    /// Without automatic players
    #[arg(long)]
    pub(super) no_auto: bool,
    /// Write a report at the end
    #[arg(long, value_name = "FILE")]
    pub(super) report: Option<PathBuf>,
    /// Print the result as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
    /// Replace an existing report
    #[arg(long)]
    pub(super) force: bool,
    /// Real milliseconds per quarter of an hour, for trials
    #[arg(long, hide = true, value_name = "MS", default_value_t = 0)]
    pub(super) pace: u64,
}

/// Options of `export`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland export eerste-doorvoer --out laag.json
  doorvoerland export x.oefening --out laag.json --days 2
  doorvoerland export onder-druk --out laag.json --tables rest.jsonl --days 1")]
pub(super) struct ExportArgs {
    /// A scenario (it then runs without players), or a recording
    pub(super) exercise: PathBuf,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Days, when not all
    #[arg(long)]
    pub(super) days: Option<u32>,
    /// Another file, for the rest of the state: one line of JSON a tick with the tables that changed
    #[arg(long, value_name = "FILE")]
    pub(super) tables: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `score`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland score x.oefening
  doorvoerland score x.oefening --at \"D+2 14:30\" --lang en
  doorvoerland score onder-druk

A scenario runs to its end, or to the moment asked for, without players.")]
pub(super) struct ScoreArgs {
    /// A recording, a scenario file, or the name of a built-in scenario
    #[arg(value_name = "RECORDING|SCENARIO")]
    pub(super) exercise: PathBuf,
    /// The moment, as for replay [default: the end]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
}

/// Options of `branch`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  doorvoerland branch x.oefening --at \"D+2 14:30\" --out variant.oefening

Everything up to that moment is in the variant, what came later is not. Go on with it in the window or with continue.")]
pub(super) struct BranchArgs {
    /// The recording that is left; it stays as it is
    pub(super) recording: PathBuf,
    /// The moment, as for replay
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: String,
    /// The recording of the variant
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
}

/// Options of `briefing`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland briefing x.oefening --role prorail
  doorvoerland briefing x.oefening --role prorail --at \"D+2 14:30\" --out prorail.html
  doorvoerland briefing grijze-zone --role nctv --lang en")]
pub(super) struct BriefingArgs {
    /// A recording, a scenario file, or the name of a built-in scenario
    #[arg(value_name = "RECORDING|SCENARIO")]
    pub(super) exercise: PathBuf,
    /// Also what holds in its name and what waits for it: for who takes the role over
    #[arg(long)]
    pub(super) hand_over: bool,
    /// Code of the role, such as prorail
    #[arg(long, value_name = "ROLE")]
    pub(super) role: String,
    /// The moment, as for replay [default: the end of a recording, the start of a scenario]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Write a page to print instead
    #[arg(long, value_name = "FILE.html")]
    pub(super) out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `matrix`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland matrix grijze-zone
  doorvoerland matrix x.oefening --at \"D+2 14:30\" --lang en
  doorvoerland matrix x.oefening --json > matrix.json")]
pub(super) struct MatrixArgs {
    /// A recording, a scenario file, or the name of a built-in scenario
    #[arg(value_name = "RECORDING|SCENARIO")]
    pub(super) exercise: PathBuf,
    /// The moment of a recording, as for replay [default: its end]
    #[arg(long, value_name = "MOMENT")]
    pub(super) at: Option<String>,
    /// Machine-readable
    #[arg(long)]
    pub(super) json: bool,
}

/// Options of `sensitivity`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland sensitivity onder-druk
  doorvoerland sensitivity onder-druk --metric deaths --metric level:HOSP --region VR17
  doorvoerland sensitivity mijn-scenario.ron --days 2 --only mast-batteries --json > g.json

Each estimate of the list (assets/world/sensitivity.ron) is made lower and higher as far as it may be off, everything else stays as it is, and the
exercise plays by itself. What adds up counts at the end, everything else as its mean over the hours. What a scenario sets itself is not tried out.")]
pub(super) struct SensitivityArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// What is looked at: a key such as deaths, or with what it is about, such as level:HOSP [default: those of the list]
    #[arg(long, value_name = "KEY[:CODE]")]
    pub(super) metric: Vec<String>,
    /// Look at this region instead of the country
    #[arg(long, value_name = "CODE")]
    pub(super) region: Option<String>,
    /// Only try out this estimate
    #[arg(long, value_name = "CODE")]
    pub(super) only: Vec<String>,
    /// Play this many days instead of the scenario's length
    #[arg(long, value_parser = clap::value_parser!(u16).range(1..=730))]
    pub(super) days: Option<u16>,
    /// Without automatic players: nobody decides anything
    #[arg(long)]
    pub(super) no_auto: bool,
    /// Print the result as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
}

/// Options of `mel`.
#[cfg(feature = "paper")]
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland mel export eerste-doorvoer mel.xlsx                      the list, the planning board and the role cards
  doorvoerland mel import mel.xlsx --scenario mijn.ron                  what would change, and every problem by its cell
  doorvoerland mel import mel.xlsx --scenario mijn.ron -o nieuw.ron     take it over
  doorvoerland mel import ons.xlsx --scenario mijn.ron --save-columns ons.kolommen.ron
  doorvoerland mel compare mel-v1.xlsx mel-v2.xlsx                      what came, what went, what changed

Columns are found by their headings, Dutch or English. Times: D+2 14:30, H+3, M+45, a date and time, a clock time, I-07 + 2h, or by hand.")]
pub(super) struct MelArgs {
    #[command(subcommand)]
    pub(super) task: MelTask,
}

/// What to do with an events list.
#[cfg(feature = "paper")]
#[derive(Debug, Subcommand)]
pub(super) enum MelTask {
    /// Take a list from .xlsx, .xls, .ods or .csv into a scenario; without -o only say what would change
    Import(MelImportArgs),
    /// Write the list of a scenario, its planning board and its role cards as .xlsx, or the list alone as .csv
    Export(MelExportArgs),
    /// Compare two lists: scenarios or sheets
    Compare(MelCompareArgs),
}

/// Options of `mel import`.
#[cfg(feature = "paper")]
#[derive(Debug, ClapArgs)]
pub(super) struct MelImportArgs {
    /// The workbook or .csv
    pub(super) file: PathBuf,
    /// The scenario that the list goes into: a file, or the name of a built-in one
    #[arg(long, value_name = "SCENARIO")]
    pub(super) scenario: PathBuf,
    /// The scenario to write
    #[arg(long, short, value_name = "FILE.ron")]
    pub(super) out: Option<PathBuf>,
    /// Name of the sheet [default: the one whose headings are understood best]
    #[arg(long)]
    pub(super) sheet: Option<String>,
    /// A saved set of columns
    #[arg(long, value_name = "FILE.ron")]
    pub(super) columns: Option<PathBuf>,
    /// Save what the columns mean, for the next time; the file can be changed by hand
    #[arg(long, value_name = "FILE.ron")]
    pub(super) save_columns: Option<PathBuf>,
    /// Take out injects that the list does not have
    #[arg(long)]
    pub(super) take_out: bool,
    /// Replace existing files
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `mel export`.
#[cfg(feature = "paper")]
#[derive(Debug, ClapArgs)]
pub(super) struct MelExportArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// The file to write: .xlsx, or .csv for the list alone
    pub(super) file: PathBuf,
    /// A saved set of columns: their headings in their order come first
    #[arg(long, value_name = "FILE.ron")]
    pub(super) columns: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `mel compare`.
#[cfg(feature = "paper")]
#[derive(Debug, ClapArgs)]
pub(super) struct MelCompareArgs {
    /// The older list: a scenario or a sheet
    pub(super) before: PathBuf,
    /// The newer list
    pub(super) after: PathBuf,
    /// The scenario that sheets belong to, for its start and objectives [default: the scenario among the two]
    #[arg(long, value_name = "SCENARIO")]
    pub(super) scenario: Option<PathBuf>,
    /// A saved set of columns
    #[arg(long, value_name = "FILE.ron")]
    pub(super) columns: Option<PathBuf>,
}

/// Options of `preflight`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland preflight mijn-scenario.ron
  doorvoerland preflight onder-druk --timeline
  doorvoerland preflight onder-druk --json

Exit code 1 when something is surely wrong.")]
pub(super) struct PreflightArgs {
    /// A scenario file, or the name of a built-in one
    pub(super) scenario: PathBuf,
    /// Fill a field in, such as port=eemshaven; see `doorvoerland fields`
    #[arg(long, value_name = "FIELD=VALUE", value_parser = setting)]
    pub(super) set: Vec<(String, String)>,
    /// Also print when every inject was sent and how busy each role was
    #[arg(long)]
    pub(super) timeline: bool,
    /// Print the findings and the rehearsal as JSON and nothing else
    #[arg(long)]
    pub(super) json: bool,
}

/// Options of `new`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Example:
  doorvoerland new mijn-oefening      writes mijn-oefening.ron")]
pub(super) struct NewArgs {
    /// Name of the scenario: letters, digits and dashes
    pub(super) name: String,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `reference`.
#[derive(Debug, ClapArgs)]
#[command(after_help = "\
Examples:
  doorvoerland reference | less
  doorvoerland reference --html --out scenario.html")]
pub(super) struct ReferenceArgs {
    /// As a page for a browser
    #[arg(long)]
    pub(super) html: bool,
    /// Write it to a file
    #[arg(long, value_name = "FILE")]
    pub(super) out: Option<PathBuf>,
    /// Replace an existing file
    #[arg(long)]
    pub(super) force: bool,
}

/// Options of `map-compile`.
#[derive(Debug, ClapArgs)]
pub(super) struct MapCompileArgs {
    /// Folder with the open data as GeoJSON, see assets/map/SOURCES.md
    pub(super) geodata: PathBuf,
    /// The network whose routes are found
    #[arg(long, value_name = "FILE", default_value = "assets/world/network.ron")]
    pub(super) network: PathBuf,
    /// Folder for the map files; existing ones are replaced
    #[arg(long, value_name = "DIR", default_value = "assets/map")]
    pub(super) out: PathBuf,
}

fn language(typed: &str) -> Result<Language, String> {
    Language::from_code(typed).ok_or_else(|| "there is nl (Dutch) and en (English)".to_owned())
}

fn temperament(typed: &str) -> Result<Temperament, String> {
    Temperament::from_code(typed).ok_or_else(|| "there is careful and bold".to_owned())
}

fn role_temperament(typed: &str) -> Result<(String, Temperament), String> {
    let (role, name) = typed.split_once('=').ok_or_else(|| "for example prorail=bold".to_owned())?;
    Ok((role.to_owned(), temperament(name)?))
}

fn size(typed: &str) -> Result<[u32; 2], String> {
    let numbers =
        typed.split_once('x').and_then(|(width, height)| Some([width.parse().ok()?, height.parse().ok()?]));
    numbers
        .filter(|size| size.iter().all(|side| (320..=16_384).contains(side)))
        .ok_or_else(|| "for example 1280x800".to_owned())
}
