//! **The list of columns of a MEL as a sheet.** A new field of an inject is one line here, and its heading in `assets/i18n`.
//!
//! Must not read or write cells: `value` does, by kind.

/// A part of a text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Dutch.
    Nl,
    /// English.
    En,
}

/// What a column holds, and so how it is read, shown and written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The code of the inject.
    Code,
    /// One language of a text.
    Words(Part),
    /// Roles, by name or code; none for everybody.
    Roles,
    /// Codes of anything, one a line.
    Codes,
    /// One code, or none.
    Label,
    /// A channel.
    Channel,
    /// When it is sent.
    When,
    /// A day that belongs to a clock time in the column of `When`. Only read.
    Day,
    /// A length of time, or none.
    Length,
    /// Yes or no.
    Flag,
    /// A list of objects as a scenario has them.
    Objects,
}

/// A column.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// What a saved set of columns calls it.
    pub key: &'static str,
    /// The field of the inject.
    pub field: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// The field must be there in a scenario.
    pub needed: bool,
    /// Key of its heading.
    pub heading: &'static str,
    /// Headings under which others have it, in small letters, separated by bars.
    pub known_as: &'static str,
    /// Width in letters.
    pub width: u16,
}

const NEEDED: bool = true;
const MAY_LACK: bool = false;

const fn column(
    key: &'static str,
    field: &'static str,
    kind: Kind,
    needed: bool,
    heading: &'static str,
    width: u16,
    known_as: &'static str,
) -> Column {
    Column { key, field, kind, needed, heading, known_as, width }
}

/// Every column, in the order in which a list is written.
#[rustfmt::skip]
pub const COLUMNS: &[Column] = &[
    column("code", "code", Kind::Code, NEEDED, "mel-column-code", 9, "nr|nummer|code|inject|injectnummer|inject nr|inject nummer|inject code|inject id|id|event|event nr|event id|serial|serial number|ser|no|number|inject no|mel nr|msel nr|incident nr|volgnummer|volgnr"),
    column("day", "trigger", Kind::Day, MAY_LACK, "mel-column-day", 9, "dag|datum|oefendag|speldag|day|date|exercise day|datum scenario"),
    column("trigger", "trigger", Kind::When, NEEDED, "mel-column-trigger", 18, "tijd|tijdstip|wanneer|moment|uur|klok|starttijd|injecttijd|inject tijd|verzendtijd|scenariotijd|fictieve tijd|speltijd|tijd spel|datum en tijd|datum tijd|trigger|time|when|start time|event time|inject time|scenario time|exercise time|dtg|date time|planned time"),
    column("title.nl", "title", Kind::Words(Part::Nl), NEEDED, "mel-column-title-nl", 28, "titel|titel nl|onderwerp|kop|gebeurtenis|korte omschrijving|naam|naam inject|inject titel|titel inject|incident|titel nederlands"),
    column("title.en", "title", Kind::Words(Part::En), NEEDED, "mel-column-title-en", 28, "title|title en|titel en|subject|headline|event name|short description|titel engels|event title|inject title"),
    column("text.nl", "text", Kind::Words(Part::Nl), NEEDED, "mel-column-text-nl", 60, "tekst|tekst nl|inhoud|bericht|omschrijving|beschrijving|boodschap|tekst inject|inject tekst|inhoud inject|inhoud bericht|bericht tekst|tekst nederlands|injecttekst"),
    column("text.en", "text", Kind::Words(Part::En), NEEDED, "mel-column-text-en", 60, "text|text en|tekst en|content|message|description|event description|inject text|tekst engels|scenario text|body"),
    column("sender.nl", "sender", Kind::Words(Part::Nl), NEEDED, "mel-column-sender-nl", 24, "afzender|afzender nl|van|bron|zender|verzender|verstuurd door|namens|rol tegenspeler|afzender nederlands|tegenspeler"),
    column("sender.en", "sender", Kind::Words(Part::En), NEEDED, "mel-column-sender-en", 24, "sender|sender en|afzender en|from|source|originator|sent by|afzender engels|persona"),
    column("receivers", "receivers", Kind::Roles, MAY_LACK, "mel-column-receivers", 32, "ontvanger|ontvangers|aan|bestemd voor|geadresseerde|geadresseerden|doelgroep|speler|spelers|team|rol|rollen|recipient|recipients|receiver|receivers|to|target|recipient player|training audience|audience|player|players|addressee"),
    column("channel", "channel", Kind::Channel, NEEDED, "mel-column-channel", 16, "kanaal|middel|medium|wijze|communicatiemiddel|hoe|via|soort|type|vorm|injectmiddel|channel|means|method|delivery|delivery method|mode|how|inject mode"),
    column("effect-after", "effect_after", Kind::Length, MAY_LACK, "mel-column-effect-after", 14, "gevolg na|effect na|werkt na|gevolgen na|effect after|consequence after"),
    column("effects", "effects", Kind::Objects, MAY_LACK, "mel-column-effects", 50, "gevolgen in het model|gevolgen model|effecten model|modeleffect|effects in the model|model effects|effects"),
    column("objectives", "objectives", Kind::Codes, MAY_LACK, "mel-column-objectives", 14, "oefendoel|oefendoelen|doel|doelen|leerdoel|leerdoelen|doelstelling|doelstellingen|objective|objectives|training objective|training objectives|exercise objective|objective no"),
    column("expected.nl", "expected", Kind::Words(Part::Nl), NEEDED, "mel-column-expected-nl", 44, "verwachte actie|verwachte actie nl|verwachte acties|verwachte reactie|gewenste actie|gewenste reactie|verwacht gedrag|verwacht optreden|verwacht handelen|verwachte actie nederlands"),
    column("expected.en", "expected", Kind::Words(Part::En), NEEDED, "mel-column-expected-en", 44, "expected action|expected action en|verwachte actie en|expected actions|expected response|expected player action|expected outcome|expected player actions"),
    column("question.nl", "question", Kind::Words(Part::Nl), NEEDED, "mel-column-question-nl", 44, "waarnemersvraag|waarnemersvraag nl|vraag waarnemer|observatievraag|vraag voor waarnemer|aandachtspunt waarnemer|waarneming|observatiepunt|observatiepunten"),
    column("question.en", "question", Kind::Words(Part::En), NEEDED, "mel-column-question-en", 44, "observer question|observer question en|waarnemersvraag en|evaluator question|evaluation question|observation point"),
    column("note.nl", "staff_note", Kind::Words(Part::Nl), NEEDED, "mel-column-note-nl", 44, "stafnotitie|stafnotitie nl|notitie|opmerking|opmerkingen|toelichting|notitie staf|opmerking oefenstaf|opmerking responscel|bijzonderheden|aanwijzing tegenspel"),
    column("note.en", "staff_note", Kind::Words(Part::En), NEEDED, "mel-column-note-en", 44, "staff note|staff note en|stafnotitie en|note|notes|remark|remarks|comments|controller notes"),
    column("on-absence.nl", "on_absence", Kind::Words(Part::Nl), MAY_LACK, "mel-column-on-absence-nl", 36, "zonder actie|bij uitblijven|bij uitblijven nl|als niemand handelt|bij geen reactie|indien geen actie|gevolg bij uitblijven"),
    column("on-absence.en", "on_absence", Kind::Words(Part::En), MAY_LACK, "mel-column-on-absence-en", 36, "if nobody acts|without action|if no action|on absence"),
    column("shelf", "shelf", Kind::Flag, MAY_LACK, "mel-column-shelf", 9, "plank|reserve|schap|op de plank|reserve inject|contingency|shelf|optional|optioneel"),
];

/// Fields of an inject that have no column: they stay in the scenario as they are. What organisations add of their own stands in
/// columns of its own.
pub const WITHOUT_COLUMN: &[&str] = &[
    "people",
    "storyline",
    "theme",
    "priority",
    "effect_at",
    "options",
    "acted",
    "absence",
    "softer",
    "harder",
    "one_of",
    "own_columns",
];

/// The column that a saved set calls by this name.
pub fn find(key: &str) -> Option<&'static Column> {
    COLUMNS.iter().find(|column| column.key == key)
}
