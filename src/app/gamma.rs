//! Colours are blended as they are written (sRGB values, as egui and drawing programs do), not as light: a picture drawn in
//! software then needs no power per pixel and channel, and half-transparent colours look as their author saw them.
//! It must not know what is drawn. It replaces three small programs of the renderer: those of the map, of the panels, and the
//! one that shows the finished picture. Look next at `map` (who uses the material) and `third_party` (egui itself).

use bevy::asset::{Asset, uuid_handle};
use bevy::camera::CompositingSpace;
use bevy::core_pipeline::blit::BlitPipeline;
use bevy::prelude::*;
use bevy::reflect::TypePath;
use bevy::render::render_resource::{AsBindGroup, PipelineCache, SpecializedRenderPipelines, TextureFormat};
use bevy::render::{Render, RenderApp, RenderStartup, RenderSystems};
use bevy::shader::{Shader, ShaderRef};
use bevy::sprite_render::{AlphaMode2d, Material2d, Material2dPlugin};
use bevy_egui::render::systems::{EguiPipelines, queue_pipelines_system};
use bevy_egui::render::{EGUI_SHADER_HANDLE, EguiPipeline, EguiPipelineKey};

const FLAT: Handle<Shader> = uuid_handle!("6ad1ee1c-4fbb-4f4a-9b55-8f5a1dd5a1c1");
const SHOW: Handle<Shader> = uuid_handle!("b8a2a2cb-0c60-4f9e-a0f3-0cf4f3b2b2a7");

/// What every camera of a window carries.
pub const SPACE: CompositingSpace = CompositingSpace::Srgb;

/// Triangles with a colour per corner, as it is written.
#[derive(Asset, AsBindGroup, TypePath, Clone)]
pub struct Flat {
    /// Whether what lies below shines through.
    pub alpha_mode: AlphaMode2d,
}

impl Material2d for Flat {
    fn fragment_shader() -> ShaderRef {
        FLAT.into()
    }

    fn alpha_mode(&self) -> AlphaMode2d {
        self.alpha_mode
    }
}

/// Sets the three programs.
pub fn plugin(app: &mut App) {
    let mut shaders = app.world_mut().resource_mut::<Assets<Shader>>();
    for (handle, source, path) in [
        (FLAT, include_str!("gamma/flat.wgsl"), "gamma/flat.wgsl"),
        (SHOW, include_str!("gamma/show.wgsl"), "gamma/show.wgsl"),
        (EGUI_SHADER_HANDLE, include_str!("gamma/panels.wgsl"), "gamma/panels.wgsl"),
    ] {
        shaders.insert(handle.id(), Shader::from_wgsl(source, path)).expect("a handle that never dies");
    }
    app.add_plugins(Material2dPlugin::<Flat>::default());
    let Some(render_app) = app.get_sub_app_mut(RenderApp) else { return };
    render_app
        .add_systems(RenderStartup, show.after(bevy::core_pipeline::blit::init_blit_pipeline))
        .add_systems(Render, draw_panels.in_set(RenderSystems::Queue).after(queue_pipelines_system));
}

fn show(mut pipeline: ResMut<BlitPipeline>) {
    pipeline.fragment_shader = SHOW;
}

/// bevy_egui believes that every picture without HDR keeps light.
fn draw_panels(
    cache: Res<PipelineCache>,
    mut specialized: ResMut<SpecializedRenderPipelines<EguiPipeline>>,
    pipeline: Res<EguiPipeline>,
    mut pipelines: ResMut<EguiPipelines>,
) {
    let key = EguiPipelineKey { target_format: TextureFormat::Rgba8Unorm };
    let id = specialized.specialize(&cache, &pipeline, key);
    for used in pipelines.0.values_mut() {
        *used = id;
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_value_reaches_the_screen_as_it_is_written() {
        let source = include_str!("gamma/show.wgsl");
        let numbers =
            source.split_once("const CURVE = vec4<f32>(").and_then(|(_, rest)| rest.split_once(')'));
        let curve: Vec<f32> = numbers
            .expect("the curve of the program")
            .0
            .split(", ")
            .map(|number| number.parse().expect("a number"))
            .collect();
        for value in 0..=255_u8 {
            let written = f32::from(value) / 255.0;
            let base = (written + 0.055) / 1.055;
            let bright = base * base * (curve[0] + base * (curve[1] + base * (curve[2] + base * curve[3])));
            let light = if written <= 0.040_45 { written / 12.92 } else { bright };
            let shown =
                if light <= 0.003_130_8 { light * 12.92 } else { 1.055 * light.powf(1.0 / 2.4) - 0.055 };
            assert_eq!((shown * 255.0).round(), f32::from(value), "{value}");
        }
    }
}
