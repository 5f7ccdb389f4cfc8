//! The map of a moment as a picture that stands alone: the same scene as on the screen, by the SVG back end.
//!
//! Must not style anything: `view` does. The staff's map: it shows the truth.

use crate::{
    geo::map::MapData,
    session::Session,
    sim::time::Tick,
    text::{Language, Texts},
    view::{
        map_view::{MapLook, map_view},
        scene::Band,
        style::Theme,
        svg::svg,
        viewer::Viewer,
        viewport::Viewport,
    },
};

/// Width and height in pixels: the country upright on a page.
const SIZE: [u32; 2] = [900, 1060];
/// Free space around the country, in pixels.
const MARGIN_PX: f32 = 24.0;

/// The map at the moment on the screen of a session.
pub fn picture(session: &Session, map: &MapData, texts: &Texts, language: Language) -> String {
    let [width, height] = SIZE.map(|side| side as f32);
    let view = Viewport::fit(map.home_bounds(), [0.0, 0.0, width, height], [MARGIN_PX; 4]);
    let look = MapLook::new(Theme::Light, Band::at_scale(view.metres_per_px));
    let scene = map_view(session, Viewer::Lead, texts, language, map, &look);
    svg(&scene, map, SIZE, &view)
}

/// The pictures of a report.
pub struct Pictures {
    /// The worst moment before the one the report is about, if it is another.
    pub(super) worst: Option<(Tick, String)>,
    /// The moment the report is about.
    pub(super) now: String,
}

impl Pictures {
    /// Looks at both moments; afterwards the session shows what it showed before.
    pub fn of(session: &mut Session, map: &MapData, texts: &Texts, language: Language) -> Self {
        let now = session.shown().tick;
        let picture = |session: &Session| picture(session, map, texts, language);
        let worst = super::worst::moment(session.country(), session.history().hours_until(now));
        let worst = worst.filter(|worst| *worst < now).map(|worst| {
            session.seek(worst);
            (worst, picture(session))
        });
        session.seek(now);
        Self { worst, now: picture(session) }
    }
}
