//! libaom's still-picture encoder behind a safe function, and the AVIF container around its bytes.
//!
//! In: pixels and the quantizer's level. Out: an AVIF file: YUV 4:4:4 with 10 bits a sample, BT.709 in full range with
//! sRGB's primaries and curve, stated in the AV1 header and in a `colr` box; alpha, where there is any, as an auxiliary
//! picture without loss. One thread, so that the same input gives the same bytes.
//!
//! Who reads it: 4:4:4 is AV1's High profile, which holds 10 bits too. Browsers decode stills in software (Chromium and
//! Firefox with dav1d, Safari from 16 on with Apple's framework), where both are at home; sharp too writes 4:4:4 by default.
//! Video hardware in phones mostly knows the Main profile alone; browsers do not ask it for pictures.
//!
//! What each setting is worth in bytes, every rendition at a SSIMULACRA2 score of 75 (the benchmark's first photographs of
//! its five scenes at 960 pixels, at 1440 where that is said; one setting changed, the others near to what is chosen):
//!
//! | setting | instead of | bytes | CPU time |
//! |---|---|---|---|
//! | good quality, speed 5 | good quality, speed 6 | -3.0 % | × 1.5 |
//! | good quality, speed 5 | all intra, speed 5 | ± 0 | × 0.8 |
//! | good quality, speed 6 | all intra, speed 6 | -2.6 % | × 2.5 |
//! | good quality, speed 5 | good quality, speed 4 | +1.6 % | × 0.54 |
//! | BT.709's matrix | BT.601's; BT.2020's | -2.0 %; -0.5 % | as much |
//! | 10 bits | 8 bits | -3 to -4 % | × 1.2 |
//! | distortion weighted by the matrices (`qm-psnr`) | not weighted | -0.4 % | as much |
//! | quantisation matrix 10 throughout | 8 to 15 by quantizer | -0.5 %, at 1440 -0.8 % | as much |
//! | few kinds of transforms (`reduced-tx-type-set`) | all | -0.1 to -0.3 % | as much |
//! | quantizers by each superblock's energy (`deltaq-mode` 2) | one | +0.8 %, at 1440 -0.8 % | × 1.1 |
//! | tuning for SSIM | for PSNR | -2 % | as much |
//! | superblocks of 64 | as libaom chooses | -0.7 % | as much |
//!
//! 4:2:0 takes 1 to 15 % more and never reaches 75 on woven cloth. Matrix 7 saves 2 to 3 % on plain scenes and costs 10 %
//! on grainy ones; 4 to 12 by quantizer costs 7 % in all. Worse: `deltaq-mode` 3 (8 %), sharpness 1 (4 %) and 7 (2 %), loop
//! restoration off (0.4 %). Within 0.2 % of nothing: CDEF off, adaptive quantize-b, chroma's own quantizer.
//!
//! Beside sharp (libaom 3.15, effort 4), 40 photographs at four widths, with JPEG, decoding and scaling: 2.1 % more bytes at an
//! equal mean score in 0.75 times the CPU time (`tests/bench/README.md`). The settings before (all intra at speed 6) took 9 % more than now in
//! a quarter of the time (960 pixels, each picture at 75).
#![allow(unsafe_code, reason = "calls libaom")]

use std::ffi::{CStr, c_int, c_uint};
use std::mem::MaybeUninit;
use std::ptr;

use avif_serialize::constants::MatrixCoefficients;
use libaom_sys as aom;

use super::yuv::Planes;
use super::{Effort, EncodeError};
use crate::picture::Pixels;

/// The longest side that the format can state: 16 bits (AV1 specification, section 5.5.1).
const MAX_SIDE: u32 = 65_535;

/// Bits a sample, of colours and, as the format wants it, of alpha.
const BITS: u8 = 10;

/// libaom's `AOM_CODEC_USE_HIGHBITDEPTH`, in the type that takes it.
const HIGH_BIT_DEPTH: aom::aom_codec_flags_t = 0x4_0000;

/// `deltaq-mode`: quantizers by the energy of each superblock's wavelets.
const PERCEPTUAL_QUANTIZERS: c_int = 2;

/// libaom's own numbers for one picture.
#[derive(Debug, Clone, Copy)]
struct Settings {
    /// The quantizer, 0 (without loss) to 63.
    level: u8,
    /// libaom's usage, which says what the speeds mean.
    usage: c_uint,
    /// `cpu-used`: 0 (slow) to 9 (fast).
    speed: c_int,
    /// Whether there is luma only.
    monochrome: bool,
}

/// Encodes at a quantizer's level, 0 to 63.
///
/// # Errors
/// Sides beyond 65,535 pixels, no memory, what libaom says.
pub(super) fn encode(pixels: &Pixels, level: u8, effort: Effort) -> Result<Vec<u8>, EncodeError> {
    let (width, height) = (pixels.width(), pixels.height());
    if width.max(height) > MAX_SIDE {
        return Err(failed("a side is longer than the format can state"));
    }
    let (usage, speed) = match effort {
        Effort::Fast => (aom::AOM_USAGE_ALL_INTRA, 9),
        Effort::Normal => (aom::AOM_USAGE_GOOD_QUALITY, 5),
    };
    let settings = Settings { level, usage, speed, monochrome: false };
    let colours = encode_planes(&mut Planes::of_colours(pixels), (width, height), settings)?;
    let alpha_settings = Settings { level: 0, usage: aom::AOM_USAGE_ALL_INTRA, speed: speed.max(6), monochrome: true };
    let alpha = Planes::of_alpha(pixels).map(|mut planes| encode_planes(&mut planes, (width, height), alpha_settings));
    let mut file = Vec::with_capacity(colours.len() + 512);
    avif_serialize::Aviffy::new()
        .set_seq_profile(1)
        .set_matrix_coefficients(MatrixCoefficients::Bt709)
        .set_chroma_subsampling((false, false))
        .write(&mut file, &colours, alpha.transpose()?.as_deref(), width, height, BITS)
        .map_err(|error| failed(&error.to_string()))?;
    Ok(file)
}

/// An AV1 stream of one picture.
fn encode_planes(planes: &mut Planes, sides: (u32, u32), settings: Settings) -> Result<Vec<u8>, EncodeError> {
    let mut encoder = Encoder::new(sides, settings)?;
    encoder.set_all(settings)?;
    let image = image(planes, sides, settings.monochrome);
    let mut out = Vec::new();
    encoder.send(Some(&image), &mut out)?;
    while encoder.send(None, &mut out)? {}
    Ok(out)
}

/// libaom's view of the planes, valid for as long as they are borrowed.
fn image(planes: &mut Planes, (width, height): (u32, u32), monochrome: bool) -> aom::aom_image_t {
    // SAFETY: a C structure of numbers and pointers, for which all zeros are valid.
    let mut image: aom::aom_image_t = unsafe { MaybeUninit::zeroed().assume_init() };
    let halved = u32::from(monochrome);
    let stride = |columns: u32| c_int::try_from(2 * columns).unwrap_or(0);
    image.fmt = if monochrome { aom::AOM_IMG_FMT_I42016 } else { aom::AOM_IMG_FMT_I44416 };
    image.monochrome = c_int::from(monochrome);
    image.range = aom::AOM_CR_FULL_RANGE;
    (image.w, image.h) = (width, height);
    (image.d_w, image.d_h) = (width, height);
    (image.x_chroma_shift, image.y_chroma_shift) = (halved, halved);
    (image.bit_depth, image.bps) = (16, if monochrome { 24 } else { 48 });
    image.planes = [&mut planes.y, &mut planes.u, &mut planes.v].map(|plane| plane.as_mut_ptr().cast());
    let chroma = stride(if monochrome { width.div_ceil(2) } else { width });
    image.stride = [stride(width), chroma, chroma];
    image
}

/// An encoder, given back when dropped.
struct Encoder(aom::aom_codec_ctx_t);

impl Encoder {
    fn new((width, height): (u32, u32), settings: Settings) -> Result<Self, EncodeError> {
        let mut config = MaybeUninit::uninit();
        // SAFETY: the interface is static; on success the call has initialised every field of `config`.
        let (interface, mut config) = unsafe {
            let interface = aom::aom_codec_av1_cx();
            check(aom::aom_codec_enc_config_default(interface, config.as_mut_ptr(), settings.usage))?;
            (interface, config.assume_init())
        };
        (config.g_w, config.g_h) = (width, height);
        (config.g_limit, config.g_threads, config.g_lag_in_frames) = (1, 1, 0);
        config.rc_end_usage = aom::AOM_Q;
        (config.rc_min_quantizer, config.rc_max_quantizer) = (0, 63);
        // Main for luma alone, High for 4:4:4 (AV1 specification, section 6.4.1).
        config.g_profile = c_uint::from(!settings.monochrome);
        (config.g_bit_depth, config.g_input_bit_depth) = (aom::AOM_BITS_10, c_uint::from(BITS));
        config.monochrome = c_uint::from(settings.monochrome);
        let mut context = MaybeUninit::zeroed();
        let version = c_int::try_from(aom::AOM_ENCODER_ABI_VERSION).unwrap_or(0);
        // SAFETY: interface and configuration are valid; on success the call has initialised the context.
        unsafe {
            check(aom::aom_codec_enc_init_ver(context.as_mut_ptr(), interface, &raw const config, HIGH_BIT_DEPTH, version))?;
            Ok(Self(context.assume_init()))
        }
    }

    fn set_all(&mut self, settings: Settings) -> Result<(), EncodeError> {
        self.set(aom::AOME_SET_CPUUSED, settings.speed)?;
        self.set(aom::AOME_SET_CQ_LEVEL, c_int::from(settings.level))?;
        self.set(aom::AV1E_SET_ROW_MT, 0)?;
        self.set(aom::AV1E_SET_COLOR_RANGE, 1)?;
        self.set(aom::AV1E_SET_COLOR_PRIMARIES, constant(aom::AOM_CICP_CP_BT_709))?;
        self.set(aom::AV1E_SET_TRANSFER_CHARACTERISTICS, constant(aom::AOM_CICP_TC_SRGB))?;
        self.set(aom::AV1E_SET_MATRIX_COEFFICIENTS, constant(aom::AOM_CICP_MC_BT_709))?;
        if settings.level == 0 { self.set(aom::AV1E_SET_LOSSLESS, 1) } else { self.set_perceptual(settings) }
    }

    /// What the eye wants; see the module's figures.
    fn set_perceptual(&mut self, settings: Settings) -> Result<(), EncodeError> {
        self.set(aom::AOME_SET_TUNING, constant(aom::AOM_TUNE_SSIM))?;
        self.set(aom::AV1E_SET_DELTAQ_MODE, PERCEPTUAL_QUANTIZERS)?;
        self.set(aom::AV1E_SET_ENABLE_CHROMA_DELTAQ, 1)?;
        self.set(aom::AV1E_SET_SUPERBLOCK_SIZE, constant(aom::AOM_SUPERBLOCK_SIZE_64X64))?;
        self.set(aom::AV1E_SET_ENABLE_QM, 1)?;
        self.set(aom::AV1E_SET_QM_MIN, 10)?;
        self.set(aom::AV1E_SET_QM_MAX, 10)?;
        if settings.usage != aom::AOM_USAGE_GOOD_QUALITY {
            return Ok(());
        }
        self.set(aom::AV1E_SET_REDUCED_TX_TYPE_SET, 1)?;
        self.set_option(c"dist-metric", c"qm-psnr")
    }

    /// Sets what takes one integer, signed or not: both have the same form here, as no value is negative.
    fn set(&mut self, control: aom::aome_enc_control_id, value: c_int) -> Result<(), EncodeError> {
        // SAFETY: the context is initialised, and every control that is set here takes one integer.
        check(unsafe { aom::aom_codec_control(&raw mut self.0, constant(control), value) })
    }

    /// Sets what has a name only and no number.
    fn set_option(&mut self, name: &CStr, value: &CStr) -> Result<(), EncodeError> {
        // SAFETY: the context is initialised; both strings end with a zero, and libaom does not keep them.
        check(unsafe { aom::aom_codec_set_option(&raw mut self.0, name.as_ptr(), value.as_ptr()) })
    }

    /// Sends the picture, or says that there are no more, and takes what has become ready; whether there was anything.
    fn send(&mut self, image: Option<&aom::aom_image_t>, out: &mut Vec<u8>) -> Result<bool, EncodeError> {
        let image = image.map_or(ptr::null(), ptr::from_ref);
        // SAFETY: the context is initialised, the image's planes are alive and as large as it says.
        check(unsafe { aom::aom_codec_encode(&raw mut self.0, image, 0, 1, 0) })?;
        let (mut at, before) = (ptr::null(), out.len());
        loop {
            // SAFETY: the context is initialised and `at` began as null; a packet lives until the next call.
            let packet = unsafe { aom::aom_codec_get_cx_data(&raw mut self.0, &raw mut at).as_ref() };
            let Some(packet) = packet else { return Ok(out.len() > before) };
            if packet.kind == aom::AOM_CODEC_CX_FRAME_PKT {
                // SAFETY: this kind of packet holds a frame, whose buffer has `sz` bytes.
                let frame = unsafe { std::slice::from_raw_parts(packet.data.frame.buf.cast::<u8>(), packet.data.frame.sz) };
                out.extend_from_slice(frame);
            }
        }
    }
}

impl Drop for Encoder {
    fn drop(&mut self) {
        // SAFETY: the context is initialised, and is destroyed once.
        unsafe { aom::aom_codec_destroy(&raw mut self.0) };
    }
}

/// One of libaom's constants where an `int` is wanted.
fn constant(value: c_uint) -> c_int {
    c_int::try_from(value).unwrap_or(0)
}

fn check(code: aom::aom_codec_err_t) -> Result<(), EncodeError> {
    match code {
        aom::AOM_CODEC_OK => Ok(()),
        aom::AOM_CODEC_MEM_ERROR => Err(failed("out of memory")),
        code => Err(failed(&format!("the library refused (code {code})"))),
    }
}

fn failed(what: &str) -> EncodeError {
    EncodeError::Failed { encoder: "libaom", what: what.to_owned() }
}
