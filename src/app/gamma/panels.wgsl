// The triangles of egui on a target that keeps colours as they are written. Of a texture only the coverage is read: the panels
// draw letters and shapes, never pictures, and the letters are white.

struct Transform {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct Corner {
    @location(0) position: vec2<f32>,
    @location(1) uv: vec2<f32>,
    @location(2) colour: vec4<f32>,
}

struct Pixel {
    @builtin(position) position: vec4<f32>,
    @location(0) colour: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> transform: Transform;
@group(1) @binding(0) var letters: texture_2d<f32>;
@group(1) @binding(1) var letters_sampler: sampler;

@vertex
fn vs_main(corner: Corner) -> Pixel {
    let position = corner.position * transform.scale + transform.translation;
    return Pixel(vec4<f32>(position, 0.0, 1.0), corner.colour, corner.uv);
}

@fragment
fn fs_main(pixel: Pixel) -> @location(0) vec4<f32> {
    return pixel.colour * textureSample(letters, letters_sampler, pixel.uv).a;
}
