//! Embedded colours to 8-bit sRGB, through moxcms.
//!
//! In: a decoded frame with what its file says of its colours. Out: sRGB, 3 or 4 channels. A profile that is broken,
//! or made for another kind of pixels, is ignored. Where a conversion would change nothing, none is done.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, DataColorSpace, Layout as Channels,
    MatrixCoefficients, RenderingIntent, ToneReprCurve, TransferCharacteristics, TransformExecutor, TransformOptions, XyY,
};

use super::decode::raster::{Model, Raster, Samples, Space};
use super::{Layout, Memory, PictureError};

/// PNG's gAMA for sRGB, and how far from it is taken for it.
const SRGB_GAMMA: f32 = 0.45455;
const GAMMA_TOLERANCE: f32 = 0.005;

/// How far, in 8-bit steps, converted colours may be from what they were for the conversion to be left out.
const SAME: u8 = 1;

type Transform8 = Arc<dyn TransformExecutor<u8> + Send + Sync>;
type Transform16 = Arc<dyn TransformExecutor<u16> + Send + Sync>;

/// Converts a frame.
///
/// # Errors
/// `Corrupt` where the colour engine fails on pixels; nothing known causes it.
pub(super) fn srgb(raster: Raster) -> Result<(Layout, Memory), PictureError> {
    let layout = if raster.model.has_alpha() { Layout::Rgba } else { Layout::Rgb };
    let profile = profile(&raster.space).filter(|profile| suits(profile, raster.model));
    let width = raster.width as usize;
    let data = match (raster.samples, raster.model) {
        (Samples::Eight(data), Model::Grey) => grey8::<1, 3>(&data, profile.as_ref()),
        (Samples::Eight(data), Model::GreyAlpha) => grey8::<2, 4>(&data, profile.as_ref()),
        (Samples::Eight(data), Model::Rgb | Model::Rgba) => rgb8(data, width, layout, profile.as_ref())?,
        (Samples::Eight(data), Model::Cmyk) => inks8(data, width, profile.as_ref())?,
        (Samples::Sixteen(data), Model::Grey) => grey16::<1, 3>(&data, profile.as_ref()),
        (Samples::Sixteen(data), Model::GreyAlpha) => grey16::<2, 4>(&data, profile.as_ref()),
        (Samples::Sixteen(data), Model::Rgb | Model::Rgba) => rgb16(&data, width, layout, profile.as_ref())?.into(),
        (Samples::Sixteen(data), Model::Cmyk) => inks16(&data, width, profile.as_ref())?.into(),
    };
    Ok((layout, data))
}

/// The profile that colours have to be converted from; `None` for sRGB and for what cannot be read.
fn profile(space: &Space) -> Option<ColorProfile> {
    match space {
        Space::Srgb => None,
        Space::Icc(bytes) => {
            // A parser's own bug on hostile bytes must not cost the picture.
            catch_unwind(|| ColorProfile::new_from_slice(bytes).ok()).ok().flatten()
        }
        Space::Cicp(primaries, transfer) => cicp(*primaries, *transfer),
        Space::Gamma(exponent, chroma) => gamma(*exponent, chroma.as_ref()),
    }
}

/// Whether a profile is made for pixels of this kind; grey pixels may have one for red, green and blue.
fn suits(profile: &ColorProfile, model: Model) -> bool {
    match model {
        Model::Grey | Model::GreyAlpha => matches!(profile.color_space, DataColorSpace::Gray | DataColorSpace::Rgb),
        Model::Rgb | Model::Rgba => profile.color_space == DataColorSpace::Rgb,
        Model::Cmyk => profile.color_space == DataColorSpace::Cmyk,
    }
}

/// H.273's colours, but for PQ (16) and HLG (18), which are no display's colours.
fn cicp(primaries: u8, transfer: u8) -> Option<ColorProfile> {
    let color_primaries = CicpColorPrimaries::try_from(primaries).ok()?;
    let transfer_characteristics =
        TransferCharacteristics::try_from(transfer).ok().filter(|_| !matches!(transfer, 16 | 18))?;
    let matrix_coefficients = MatrixCoefficients::Identity;
    let code = CicpProfile { color_primaries, transfer_characteristics, matrix_coefficients, full_range: true };
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    // Its answer says nothing; what it knows, it notes.
    profile.update_rgb_colorimetry_from_cicp(code);
    profile.cicp.is_some().then_some(profile)
}

/// PNG's own way to say it: an exponent, and the chromaticities of white, red, green and blue.
fn gamma(exponent: f32, chroma: Option<&[f32; 8]>) -> Option<ColorProfile> {
    let mut profile = ColorProfile::new_srgb();
    profile.cicp = None;
    if let Some(&[white_x, white_y, red_x, red_y, green_x, green_y, blue_x, blue_y]) = chroma {
        let point = |x, y| Chromaticity { x, y };
        let primaries =
            ColorPrimaries { red: point(red_x, red_y), green: point(green_x, green_y), blue: point(blue_x, blue_y) };
        profile.update_rgb_colorimetry(XyY { x: white_x.into(), y: white_y.into(), yb: 1.0 }, primaries);
    }
    if (exponent - SRGB_GAMMA).abs() > GAMMA_TOLERANCE {
        let curve = Some(ToneReprCurve::Parametric(vec![1.0 / exponent]));
        (profile.red_trc, profile.green_trc, profile.blue_trc) = (curve.clone(), curve.clone(), curve);
    }
    Some(profile)
}

fn options() -> TransformOptions {
    TransformOptions { rendering_intent: RenderingIntent::Perceptual, ..TransformOptions::default() }
}

fn transform8(profile: Option<&ColorProfile>, from: Channels, to: Channels) -> Option<Transform8> {
    let build = || profile?.create_transform_8bit(from, &ColorProfile::new_srgb(), to, options()).ok();
    catch_unwind(AssertUnwindSafe(build)).ok().flatten()
}

fn transform16(profile: Option<&ColorProfile>, from: Channels, to: Channels) -> Option<Transform16> {
    let build = || profile?.create_transform_16bit(from, &ColorProfile::new_srgb(), to, options()).ok();
    catch_unwind(AssertUnwindSafe(build)).ok().flatten()
}

/// Whether a profile's colours are sRGB, going by what it does to colours rather than by its name: to a cube of them
/// and to every grey.
fn is_srgb(profile: &ColorProfile) -> bool {
    let steps = || (0..=255_u8).step_by(15);
    let cube = steps().flat_map(|red| steps().flat_map(move |green| steps().flat_map(move |blue| [red, green, blue])));
    let before: Vec<u8> = cube.chain((0..=255).flat_map(|grey| [grey; 3])).collect();
    let mut after = vec![0; before.len()];
    let Some(transform) = transform8(Some(profile), Channels::Rgb, Channels::Rgb) else { return true };
    let done = transform.transform(&before, &mut after).is_ok();
    done && before.iter().zip(&after).all(|(before, after)| before.abs_diff(*after) <= SAME)
}

fn engine(_: moxcms::CmsError) -> PictureError {
    PictureError::corrupt("its colours cannot be converted")
}

fn channels(layout: Layout) -> Channels {
    match layout {
        Layout::Rgb => Channels::Rgb,
        Layout::Rgba => Channels::Rgba,
    }
}

/// Row by row in place.
fn rgb8(mut data: Memory, width: usize, layout: Layout, profile: Option<&ColorProfile>) -> Result<Memory, PictureError> {
    let profile = profile.filter(|profile| !is_srgb(profile));
    let Some(transform) = transform8(profile, channels(layout), channels(layout)) else { return Ok(data) };
    let mut source = vec![0; width * layout.channels()];
    for row in data.chunks_exact_mut(source.len().max(1)) {
        source.copy_from_slice(row);
        transform.transform(&source, row).map_err(engine)?;
    }
    Ok(data)
}

fn rgb16(data: &[u16], width: usize, layout: Layout, profile: Option<&ColorProfile>) -> Result<Vec<u8>, PictureError> {
    let profile = profile.filter(|profile| !is_srgb(profile));
    let Some(transform) = transform16(profile, channels(layout), channels(layout)) else {
        return Ok(data.iter().copied().map(narrow).collect());
    };
    let mut out = Vec::with_capacity(data.len());
    let mut converted = vec![0; width * layout.channels()];
    for row in data.chunks_exact(converted.len().max(1)) {
        transform.transform(row, &mut converted).map_err(engine)?;
        out.extend(converted.iter().copied().map(narrow));
    }
    Ok(out)
}

/// Rows shrink from four channels to three in place.
fn inks8(mut data: Memory, width: usize, profile: Option<&ColorProfile>) -> Result<Memory, PictureError> {
    let transform = transform8(profile, Channels::Rgba, Channels::Rgb);
    let (wide, narrow) = (width * 4, width * 3);
    let mut converted = vec![0; narrow];
    let rows = data.len() / wide.max(1);
    for row in 0..rows {
        let source = &data[row * wide..(row + 1) * wide];
        match &transform {
            Some(transform) => transform.transform(source, &mut converted).map_err(engine)?,
            None => {
                let (pixels, _) = source.as_chunks::<4>();
                let mixed = pixels.iter().flat_map(|&inks| mix(inks.map(|ink| u32::from(ink) * 257)));
                converted.iter_mut().zip(mixed).for_each(|(target, sample)| *target = sample);
            }
        }
        data[row * narrow..(row + 1) * narrow].copy_from_slice(&converted);
    }
    data.truncate(rows * narrow);
    Ok(data)
}

fn inks16(data: &[u16], width: usize, profile: Option<&ColorProfile>) -> Result<Vec<u8>, PictureError> {
    let Some(transform) = transform16(profile, Channels::Rgba, Channels::Rgb) else {
        let (pixels, _) = data.as_chunks::<4>();
        return Ok(pixels.iter().flat_map(|&inks| mix(inks.map(u32::from))).collect());
    };
    let mut out = Vec::with_capacity(data.len() / 4 * 3);
    let mut converted = vec![0; width * 3];
    for row in data.chunks_exact((width * 4).max(1)) {
        transform.transform(row, &mut converted).map_err(engine)?;
        out.extend(converted.iter().copied().map(narrow));
    }
    Ok(out)
}

/// Inks (0 to 65535) that no profile describes: each lets through what it does not cover, and black darkens all.
fn mix([cyan, magenta, yellow, black]: [u32; 4]) -> [u8; 3] {
    [cyan, magenta, yellow].map(|ink| {
        let light = u64::from(65_535 - ink) * u64::from(65_535 - black);
        u8::try_from((light * 255 + 65_535 * 65_535 / 2) / (65_535 * 65_535)).unwrap_or(255)
    })
}

/// 16 bits to 8, rounded.
fn narrow(sample: u16) -> u8 {
    u8::try_from((u32::from(sample) * 255 + 32_767) / 65_535).unwrap_or(255)
}

/// What every 8-bit grey becomes.
fn greys8(profile: Option<&ColorProfile>) -> Vec<[u8; 3]> {
    let greys: Vec<u8> = (0..=255).collect();
    let mut out = vec![0; 256 * 3];
    let done = match profile {
        Some(profile) if profile.color_space == DataColorSpace::Gray => {
            transform8(Some(profile), Channels::Gray, Channels::Rgb).map(|transform| transform.transform(&greys, &mut out))
        }
        profile => transform8(profile, Channels::Rgb, Channels::Rgb).map(|transform| {
            let source: Vec<u8> = greys.iter().flat_map(|&grey| [grey; 3]).collect();
            transform.transform(&source, &mut out)
        }),
    };
    match done {
        Some(Ok(())) => out.as_chunks::<3>().0.to_vec(),
        _ => greys.into_iter().map(|grey| [grey; 3]).collect(),
    }
}

/// What every 16-bit grey becomes.
fn greys16(profile: Option<&ColorProfile>) -> Vec<[u8; 3]> {
    let greys: Vec<u16> = (0..=65_535).collect();
    let mut out = vec![0; 65_536 * 3];
    let done = match profile {
        Some(profile) if profile.color_space == DataColorSpace::Gray => {
            transform16(Some(profile), Channels::Gray, Channels::Rgb).map(|transform| transform.transform(&greys, &mut out))
        }
        profile => transform16(profile, Channels::Rgb, Channels::Rgb).map(|transform| {
            let source: Vec<u16> = greys.iter().flat_map(|&grey| [grey; 3]).collect();
            transform.transform(&source, &mut out)
        }),
    };
    match done {
        Some(Ok(())) => out.as_chunks::<3>().0.iter().map(|pixel| pixel.map(narrow)).collect(),
        _ => greys.into_iter().map(|grey| [narrow(grey); 3]).collect(),
    }
}

/// Grey (`N` = 1) or grey with alpha (`N` = 2) to `M` = `N` + 2 channels.
fn grey8<const N: usize, const M: usize>(data: &[u8], profile: Option<&ColorProfile>) -> Memory {
    let table = greys8(profile);
    let mut out = Memory::zeroed(data.len() / N * M);
    for (target, source) in out.as_chunks_mut::<M>().0.iter_mut().zip(data.as_chunks::<N>().0) {
        target[..3].copy_from_slice(&table[usize::from(source[0])]);
        target[3..].copy_from_slice(&source[1..]);
    }
    out
}

fn grey16<const N: usize, const M: usize>(data: &[u16], profile: Option<&ColorProfile>) -> Memory {
    let table = greys16(profile);
    let mut out = Memory::zeroed(data.len() / N * M);
    for (target, source) in out.as_chunks_mut::<M>().0.iter_mut().zip(data.as_chunks::<N>().0) {
        target[..3].copy_from_slice(&table[usize::from(source[0])]);
        target[3..].iter_mut().zip(&source[1..]).for_each(|(target, &alpha)| *target = narrow(alpha));
    }
    out
}
