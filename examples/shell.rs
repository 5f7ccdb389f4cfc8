//! The window without an exercise: invented figures on the real map, to look at the shell, to measure it and to
//! show how a `Driver` is written. Nothing in it is a rule of the simulation.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Parser;
use doorvoerland::app::driver::{Advanced, AppInput, Driver, ScreenshotInput, SeatId, WindowInput};
use doorvoerland::geo::map::MapData;
use doorvoerland::panels::intent::{ClockIntent, Intent};
use doorvoerland::view::basemap::{Ground, LAYERS, RegionPaint, ground};
use doorvoerland::view::scene::{Legend, LegendEntry, LegendKey, MapScene, Symbol, SymbolKind, Target};
use doorvoerland::view::shell::{
    Choice, Found, HoverView, InspectorView, Item, Lane, LensView, Mark, Row, Section, ShellView,
    TimelineView, TopView, Words,
};
use doorvoerland::view::style::{CLASSES, Palette, Ramp, Theme, size};
use fluent_bundle::{FluentBundle, FluentResource};

#[derive(Parser)]
struct Args {
    /// Save a picture of the window here
    #[arg(long)]
    screenshot: Option<PathBuf>,
    /// When to take it, in milliseconds after the start
    #[arg(long, default_value_t = 2500)]
    after_ms: u64,
    /// Quit when the picture is saved
    #[arg(long)]
    exit: bool,
    /// Size of the window, as WIDTHxHEIGHT
    #[arg(long, default_value = "1280x800")]
    size: String,
    /// Dark theme
    #[arg(long)]
    dark: bool,
    /// Text size in percent
    #[arg(long, default_value_t = 100)]
    text: u16,
    /// Start with a running clock
    #[arg(long)]
    run: bool,
    /// Number of consignments on the map
    #[arg(long, default_value_t = 120)]
    consignments: u32,
    /// Open a second window with only the map
    #[arg(long)]
    second: bool,
    /// Select the region with this number at the start
    #[arg(long)]
    select: Option<u32>,
    /// Log frame times
    #[arg(long)]
    measure: bool,
}

struct Demo {
    map: Arc<MapData>,
    words: Words,
    running: bool,
    /// Minutes of play, invented.
    minute: u32,
    waited: Duration,
    consignments: u32,
}

const STEP: Duration = Duration::from_millis(66);

impl Demo {
    fn region(&self, number: u32) -> Option<&str> {
        let code = format!("VR{number:02}");
        self.map.area(&code).map(|(_, area)| area.name.as_str())
    }

    /// An invented share of one thousand that drifts with time.
    fn figure(&self, region: u32) -> u32 {
        let wave = (region * 137 + self.minute / 3) % 1000;
        if wave < 800 { 1000 - wave / 6 } else { 1650 - wave }
    }

    fn moving(&self, palette: &Palette) -> Vec<Symbol> {
        let routes = self.map.routes();
        if routes.is_empty() {
            return Vec::new();
        }
        let routes_count = routes.len() as u32;
        (0..self.consignments)
            .map(|number| {
                let route = &routes[(number * 7 % routes_count) as usize];
                let length = route.length_m.max(1);
                let along = (number * 4321 + self.minute * 900) % length;
                let spot = route.position_along(f64::from(along));
                let (colour, kind) = palette.kind((number % 6) as usize);
                Symbol {
                    at: spot.at,
                    shift_px: [0.0, 0.0],
                    kind,
                    size_px: size::CONSIGNMENT,
                    colour,
                    rim: palette.rim,
                    heading_deg: spot.heading[0].atan2(spot.heading[1]).to_degrees() as i16,
                    target: Some(Target::Consignment(number)),
                }
            })
            .collect()
    }

    fn found(&self, text: &str) -> Vec<Found> {
        let text = text.to_lowercase();
        if text.is_empty() {
            return Vec::new();
        }
        let points = self.map.points().iter();
        let mut found: Vec<_> = points.filter(|point| point.name.to_lowercase().starts_with(&text)).collect();
        found.sort_by_key(|point| (point.rank, point.name.clone()));
        found
            .iter()
            .take(8)
            .map(|point| Found { text: point.name.clone(), at: point.at, target: None })
            .collect()
    }

    fn inspector(&self, choice: &Choice) -> Option<InspectorView> {
        let row = |name: &str, value: String, permille| Row {
            name: name.to_owned(),
            value,
            permille,
            note: "Verzonnen cijfer, alleen om het venster te tonen".to_owned(),
            target: None,
        };
        match choice.selected? {
            Target::Region(number) => {
                let figure = self.figure(number);
                let rows = ["Elektriciteit", "Drinkwater", "Spoor", "Weg", "Mobiel netwerk"]
                    .into_iter()
                    .zip(0..)
                    .map(|(name, shift)| {
                        let value = self.figure(number + shift * 3);
                        row(name, format!("{} %", value / 10), Some(value as u16))
                    })
                    .collect();
                Some(InspectorView {
                    title: self.region(number)?.to_owned(),
                    subtitle: "Veiligheidsregio · melding van 14:30, 15 minuten oud".to_owned(),
                    sections: vec![
                        Section { heading: "Vitale processen".to_owned(), rows },
                        Section {
                            heading: "Zorg".to_owned(),
                            rows: vec![
                                row("Bezette IC-bedden", format!("{} van 48", figure / 25), Some(820)),
                                row("Uitgestelde zorg", "310 behandelingen".to_owned(), None),
                            ],
                        },
                    ],
                })
            }
            Target::Consignment(number) => Some(InspectorView {
                title: format!("Trein {number}"),
                subtitle: "Goederentrein, verzonnen".to_owned(),
                sections: vec![Section {
                    heading: "Lading".to_owned(),
                    rows: vec![row("Wagens", "24".into(), None)],
                }],
            }),
            Target::Node(_) | Target::Edge(_) => None,
        }
    }

    fn hover(&self, choice: &Choice) -> Option<HoverView> {
        match choice.hovered? {
            Target::Region(number) => Some(HoverView {
                title: self.region(number)?.to_owned(),
                rows: vec![
                    ("Elektriciteit".to_owned(), format!("{} %", self.figure(number) / 10)),
                    ("Laatste melding".to_owned(), "14:30".to_owned()),
                ],
            }),
            Target::Consignment(number) => Some(HoverView {
                title: format!("Trein {number}"),
                rows: vec![("Naar".to_owned(), "Bad Bentheim".to_owned())],
            }),
            Target::Node(_) | Target::Edge(_) => None,
        }
    }

    fn timeline() -> TimelineView {
        let mark = |number, from, to, text: &str, planned| Mark {
            number,
            from_permille: from,
            to_permille: to,
            text: text.to_owned(),
            planned,
        };
        let lane = |name: &str, marks| Lane { name: name.to_owned(), marks };
        TimelineView {
            now_permille: 430,
            scale: (0..10).map(|day| (day * 100, format!("D+{}", day * 2))).collect(),
            lanes: vec![
                lane("Fase", vec![mark(1, 0, 300, "Hybride", false), mark(2, 300, 1000, "Artikel 4", true)]),
                lane(
                    "Inject",
                    vec![
                        mark(3, 120, 120, "Storing bij een kabel", false),
                        mark(4, 700, 700, "Hoog water", true),
                    ],
                ),
                lane("Besluit", vec![mark(5, 250, 250, "Voorrang medische goederen", false)]),
                lane("Drempel", vec![mark(6, 390, 390, "Elektriciteit in Twente onder 60 %", false)]),
            ],
        }
    }
}

impl Driver for Demo {
    fn map(&self) -> Arc<MapData> {
        Arc::clone(&self.map)
    }

    fn apply(&mut self, _: SeatId, intent: Intent) {
        match intent {
            Intent::Clock(ClockIntent::Run) => self.running = true,
            Intent::Clock(ClockIntent::Pause) => self.running = false,
            Intent::Clock(ClockIntent::Step | ClockIntent::ToEnd) => self.minute += 1,
            Intent::Clock(ClockIntent::Back) => self.minute = self.minute.saturating_sub(1),
            Intent::Clock(ClockIntent::ToStart) => self.minute = 0,
            Intent::Seat(_) | Intent::OpenMark(_) => {}
        }
    }

    fn advance(&mut self, elapsed: Duration) -> Advanced {
        if !self.running {
            return Advanced::default();
        }
        self.waited += elapsed;
        while self.waited >= STEP {
            self.waited -= STEP;
            self.minute += 1;
        }
        Advanced { wake_after: Some(STEP) }
    }

    fn stamp(&self, _: SeatId) -> u64 {
        u64::from(self.minute) * 2 + u64::from(self.running)
    }

    fn shell(&mut self, _: SeatId, choice: &Choice) -> ShellView {
        let item = |code: &str, name: &str| Item {
            code: code.to_owned(),
            name: name.to_owned(),
            hint: String::new(),
        };
        ShellView {
            words: self.words.clone(),
            top: TopView {
                title: "Doorvoerland".to_owned(),
                scenario_time: format!(
                    "D+12 {:02}:{:02} (wo 14 okt)",
                    14 + self.minute / 60 % 10,
                    self.minute % 60
                ),
                play_time: "speelduur 02:13".to_owned(),
                wall_time: "10:58".to_owned(),
                round: Some("ronde 2: 07:40".to_owned()),
                running: self.running,
                pace: "×60".to_owned(),
                may_steer: true,
                marking: "OEFENING · intern".to_owned(),
            },
            lenses: LensView {
                lenses: vec![
                    item("power", "Elektriciteit"),
                    item("water", "Drinkwater"),
                    item("beds", "Bezette bedden"),
                ],
                layers: LAYERS
                    .iter()
                    .zip(["Spoor", "Snelwegen", "Vaarwegen", "Havens", "Vliegvelden", "Plaatsen", "Regio's"])
                    .map(|(code, name)| item(code, name))
                    .collect(),
                found: self.found(&choice.search),
            },
            inspector: self.inspector(choice),
            hover: self.hover(choice),
            timeline: Self::timeline(),
        }
    }

    fn scene(&mut self, _: SeatId, choice: &Choice) -> MapScene {
        let palette = Palette::of(choice.theme);
        let ramp = if choice.lens == "beds" { Ramp::Amount } else { Ramp::Trouble };
        let of = Ground {
            map: &self.map,
            band: choice.band,
            theme: choice.theme,
            hidden: &choice.hidden_layers,
            focus: [choice.selected, choice.hovered],
        };
        let mut scene = ground(of, |code| {
            let number: u32 = code[2..].parse().unwrap_or(0);
            let figure = self.figure(number);
            let class = [980, 900, 750, 500].iter().filter(|&&least| figure < least).count();
            RegionPaint {
                colour: Some(palette.class(ramp, class)),
                old: number % 9 == 4,
                target: Some(Target::Region(number)),
            }
        });
        scene.moving = self.moving(palette);
        if let Some((_, twente)) = self.map.area("VR05") {
            scene.symbols.push(Symbol {
                at: twente.label,
                shift_px: [0.0, 22.0],
                kind: SymbolKind::Warning,
                size_px: 14.0,
                colour: palette.warning,
                rim: palette.rim,
                heading_deg: 0,
                target: None,
            });
        }
        "OEFENING · intern".clone_into(&mut scene.marking);
        let texts = ["als op een gewone dag", "90 tot 98 %", "75 tot 90 %", "50 tot 75 %", "onder 50 %"];
        let mut entries: Vec<_> = (0..CLASSES)
            .map(|class| LegendEntry {
                key: LegendKey::Fill(palette.class(ramp, class), None),
                text: texts[class].to_owned(),
            })
            .collect();
        entries.push(LegendEntry {
            key: LegendKey::Fill(palette.land, Some(palette.hatch_on(palette.land))),
            text: "melding ouder dan 6 uur".to_owned(),
        });
        for (kind, text) in [(0, "militair, spoed"), (1, "medisch"), (5, "commercieel")] {
            let (colour, form) = palette.kind(kind);
            entries.push(LegendEntry { key: LegendKey::Symbol(form, colour), text: text.to_owned() });
        }
        scene.legend = Some(Legend { title: "Elektriciteit, % van gewoon".to_owned(), entries });
        scene
    }
}

fn words() -> anyhow::Result<Words> {
    let text = include_str!("../assets/i18n/shell.nl.ftl").to_owned();
    let resource =
        FluentResource::try_new(text).map_err(|(_, faults)| anyhow::anyhow!("shell.nl.ftl: {faults:?}"))?;
    let mut bundle = FluentBundle::new(vec!["nl".parse()?]);
    bundle.add_resource(resource).map_err(|faults| anyhow::anyhow!("shell.nl.ftl: {faults:?}"))?;
    Ok(Words::from_lookup(|key| {
        let pattern = bundle.get_message(key).and_then(|message| message.value());
        pattern.map_or_else(
            || key.to_owned(),
            |found| bundle.format_pattern(found, None, &mut Vec::new()).into_owned(),
        )
    }))
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let map = Arc::new(MapData::built_in()?);
    let (width, height) =
        args.size.split_once('x').ok_or_else(|| anyhow::anyhow!("--size wants WIDTHxHEIGHT"))?;
    let demo = Demo {
        map,
        words: words()?,
        running: args.run,
        minute: 45,
        waited: Duration::ZERO,
        consignments: args.consignments,
    };
    let window = WindowInput {
        title: "Doorvoerland".to_owned(),
        size: [width.parse()?, height.parse()?],
        choice: Choice {
            lens: "power".to_owned(),
            theme: if args.dark { Theme::Dark } else { Theme::Light },
            selected: args.select.map(Target::Region),
            ..Choice::default()
        },
        text_percent: args.text,
        tab: doorvoerland::panels::page::Tab::Inspector,
        panels: true,
    };
    let second = args.second.then(|| WindowInput { panels: false, ..window.clone() });
    doorvoerland::app::run(AppInput {
        driver: Box::new(demo),
        windows: [Some(window), second].into_iter().flatten().collect(),
        screenshot: args.screenshot.map(|path| ScreenshotInput {
            path,
            after: Duration::from_millis(args.after_ms),
            exit: args.exit,
        }),
        measure: args.measure,
    })
}
