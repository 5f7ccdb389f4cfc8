// Brings the finished picture to the window, which wants light: the curve of sRGB (IEC 61966-2-1). The power of 2.4 is a square
// times a polynomial, near enough that every one of the 256 values comes out of the window's own conversion as it went in.
#import bevy_core_pipeline::fullscreen_vertex_shader::FullscreenVertexOutput

@group(0) @binding(0) var picture: texture_2d<f32>;
@group(0) @binding(1) var picture_sampler: sampler;

const CURVE = vec4<f32>(0.2687981305133976, 1.4821335442471872, -1.240910120090299, 0.49255659399994434);

@fragment
fn fs_main(in: FullscreenVertexOutput) -> @location(0) vec4<f32> {
    let written = textureLoad(picture, vec2<i32>(in.position.xy), 0).rgb;
    let base = (written + 0.055) / 1.055;
    let bright = base * base * (CURVE.x + base * (CURVE.y + base * (CURVE.z + base * CURVE.w)));
    return vec4<f32>(select(bright, written / 12.92, written <= vec3<f32>(0.04045)), 1.0);
}
