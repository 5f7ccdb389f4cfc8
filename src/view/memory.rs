//! What stays as it is while time passes, told once for each exercise and language: decisions in words, figures that were looked
//! for, who decides what, what the map can show.
//!
//! A window keeps it from one picture to the next. Must not keep what depends on the moment or on who looks: sentences that do
//! are told anew each time.

use super::{
    figures_view::{FiguresView, Sheet, figures_view},
    injects_view::{InjectRow, InjectStands, InjectWords},
    roles_view::{MatrixRow, matrix},
    shell::LensView,
    shell_view::lens_view,
    timeline_memory::MarkWords,
    viewer::{Sight, Viewer},
};
use crate::{
    geo::map::MapData,
    session::Session,
    sim::{
        command::{Ask, Command, Record},
        country::Country,
        grip,
        ids::{DenseId, InjectId},
        plan::{Inject, Plan},
        state::InjectState,
    },
    text::{Language, Texts},
};
use std::{collections::BTreeMap, sync::Arc};

/// What was told already.
#[derive(Debug, Default)]
pub struct Memory {
    of: Option<(Arc<Country>, Arc<Plan>, Language)>,
    decisions: BTreeMap<u32, Told>,
    injects: BTreeMap<InjectId, InjectWords>,
    rows: BTreeMap<InjectId, (InjectStands, Arc<InjectRow>)>,
    lenses: Option<(Viewer, LensView)>,
    figures: Option<(Looked, FiguresView)>,
    matrix: Option<Arc<Vec<MatrixRow>>>,
    marks: MarkWords,
}

/// A decision in words.
#[derive(Debug)]
struct Told {
    of: Record,
    /// See [`besides`].
    besides: u32,
    words: (String, String),
    /// Both in one line.
    line: Arc<str>,
}

/// What was looked for among the figures: in which sheet, with which words, by whom who knew how much.
#[derive(Debug)]
struct Looked {
    sheet: Arc<Sheet>,
    search: String,
    insight: i32,
}

impl Memory {
    /// Forgets what belongs to another exercise or language.
    fn keep_to(&mut self, sight: &Sight) {
        let (country, plan) = (sight.session.country(), sight.session.plan());
        let same = self.of.as_ref().is_some_and(|of| {
            Arc::ptr_eq(&of.0, country) && Arc::ptr_eq(&of.1, plan) && of.2 == sight.language
        });
        if !same {
            *self = Self { of: Some((country.clone(), plan.clone(), sight.language)), ..Self::default() };
        }
    }

    /// In whose name a decision was given, and what it asks for with its reason.
    pub(super) fn decision(&mut self, sight: &Sight, record: &Record) -> (String, String) {
        match self.told(sight, record) {
            Some(told) => told.words.clone(),
            None => decision_words(sight, record),
        }
    }

    /// The same in one line.
    pub(super) fn decision_line(&mut self, sight: &Sight, record: &Record) -> Arc<str> {
        match self.told(sight, record) {
            Some(told) => told.line.clone(),
            None => line(&decision_words(sight, record)),
        }
    }

    /// A decision whose words stay as they are.
    fn told(&mut self, sight: &Sight, record: &Record) -> Option<&Told> {
        let besides = besides(sight, &record.command)?;
        self.keep_to(sight);
        let same = |told: &Told| told.besides == besides && told.of == *record;
        if !self.decisions.get(&record.seq).is_some_and(same) {
            let words = decision_words(sight, record);
            let told = Told { of: record.clone(), besides, line: line(&words), words };
            self.decisions.insert(record.seq, told);
        }
        self.decisions.get(&record.seq)
    }

    /// The words of the marks on the timeline.
    pub(super) fn marks(&mut self, sight: &Sight) -> &mut MarkWords {
        self.keep_to(sight);
        &mut self.marks
    }

    /// What is said of an inject by its content. A planned one keeps its words as long as no inject was edited: they name others.
    fn inject(&mut self, sight: &Sight, inject: InjectId, content: &Inject) -> InjectWords {
        if !sight.state().injects.edited.is_empty() || sight.plan().injects.get(inject).is_none() {
            return sight.inject_words(content);
        }
        self.keep_to(sight);
        self.injects.entry(inject).or_insert_with(|| sight.inject_words(content)).clone()
    }

    /// A row of the script. It is made anew when something of it changed.
    pub(super) fn inject_row(
        &mut self,
        sight: &Sight,
        (inject, row, content): (InjectId, &InjectState, &Inject),
        live: bool,
        edited: bool,
    ) -> Arc<InjectRow> {
        self.keep_to(sight);
        let stands = sight.inject_stands((inject, row, content), live);
        // Rows name other injects: nothing is kept while any was edited.
        let stays = stands.stays() && !edited && sight.state().injects.edited.is_empty();
        let same =
            |kept: &&(InjectStands, Arc<InjectRow>)| stays && kept.0 == stands && *kept.1.content == *content;
        if let Some((_, row)) = self.rows.get(&inject).filter(same) {
            return row.clone();
        }
        let words = self.inject(sight, inject, content);
        let made = Arc::new(sight.inject((inject, row, content), words, live, edited));
        if stays {
            self.rows.insert(inject, (stands, made.clone()));
        }
        made
    }

    /// What the regions can be coloured by, what can be switched off, and what a search finds.
    pub fn lenses(
        &mut self,
        session: &Session,
        viewer: Viewer,
        (texts, language): (&Texts, Language),
        (map, search): (&MapData, &str),
    ) -> LensView {
        self.keep_to(&Sight::new(session, viewer, texts, language));
        if let Some((_, view)) = self.lenses.as_ref().filter(|kept| kept.0 == viewer && search.is_empty()) {
            return view.clone();
        }
        let view = lens_view(session, viewer, texts, language, map, search);
        if search.is_empty() {
            self.lenses = Some((viewer, view.clone()));
        }
        view
    }

    /// The authority matrix.
    pub(super) fn matrix(&mut self, sight: &Sight) -> Arc<Vec<MatrixRow>> {
        self.keep_to(sight);
        self.matrix.get_or_insert_with(|| Arc::new(matrix(&sight.tell()))).clone()
    }

    /// The figures of a sheet that were looked for.
    pub fn figures(
        &mut self,
        sheet: &Arc<Sheet>,
        session: &Session,
        texts: &Texts,
        language: Language,
        search: &str,
    ) -> FiguresView {
        let sight = Sight::new(session, Viewer::Public, texts, language);
        self.keep_to(&sight);
        let insight = sight.state().orders.insight;
        let same =
            |of: &Looked| Arc::ptr_eq(&of.sheet, sheet) && of.search == search && of.insight == insight;
        if let Some((_, found)) = self.figures.as_ref().filter(|(of, _)| same(of)) {
            return found.clone();
        }
        let found = figures_view(sheet, session, texts, language, search);
        let looked = Looked { sheet: sheet.clone(), search: search.to_owned(), insight };
        self.figures = Some((looked, found.clone()));
        found
    }
}

fn decision_words(sight: &Sight, record: &Record) -> (String, String) {
    let tell = sight.tell();
    (tell.actor(record.by.actor), tell.command_sentence(&record.command))
}

fn line((who, what): &(String, String)) -> Arc<str> {
    format!("{who}: {what}").into()
}

/// What the words of a command depend on besides the command, the country and the plan, as a number; none for a command that
/// names damage or messages, which come to be called otherwise as time passes.
fn besides(sight: &Sight, command: &Command) -> Option<u32> {
    match command {
        Command::SetPolicy { .. }
        | Command::PlanMovement { .. }
        | Command::DesignateUrgent { .. }
        | Command::ProvideBasis { .. }
        | Command::TakeMeasure { .. }
        | Command::EndMeasure { .. }
        | Command::Ask { about: Ask::Policy(..) | Ask::Basis(..), .. } => Some(0),
        // The names of injects stay as long as none was edited.
        Command::OpenInject { inject } | Command::AnswerInject { inject, .. } => {
            let planned = sight.plan().injects.get(*inject).is_some();
            (planned && sight.state().injects.edited.is_empty()).then_some(0)
        }
        Command::Ask { about: Ask::Measure(measure, region), .. } => {
            let role = grip::decider(sight.country(), sight.state(), *measure, *region);
            Some(role.map_or(u32::MAX, |role| role.index() as u32))
        }
        // The terms that lay there.
        Command::Answer { request, .. } => {
            let row = sight.state().requests.iter().find(|row| row.serial == *request);
            Some(row.and_then(|row| row.terms.last()).copied().unwrap_or(*request))
        }
        _ => None,
    }
}
