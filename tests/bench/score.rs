//! Scores pictures against references: one SSIMULACRA2 figure a line.
//!
//! In: lines `REFERENCE<TAB>FILE` on standard input; both are PNG of the same size. Out: the scores in the same order,
//! a line each. Pictures are scored side by side on all cores.

#![allow(clippy::disallowed_methods, reason = "a program of its own: it reads files")]
#![allow(clippy::print_stdout, reason = "a program of its own: it says what it found")]

use std::io::Read;

use anyhow::{Context, Result};
use rayon::prelude::*;
use ssimulacra2::{ColorPrimaries, Rgb, TransferCharacteristic, compute_frame_ssimulacra2};

fn main() -> Result<()> {
    let mut pairs = String::new();
    std::io::stdin().read_to_string(&mut pairs)?;
    let lines: Vec<&str> = pairs.lines().collect();
    let scores: Result<Vec<f64>> = lines.par_iter().map(|line| score(line)).collect();
    for score in scores? {
        println!("{score:.4}");
    }
    Ok(())
}

/// The score of one line's file.
fn score(line: &str) -> Result<f64> {
    let (reference, file) = line.split_once('\t').context("a line is REFERENCE<TAB>FILE")?;
    compute_frame_ssimulacra2(pixels(reference)?, pixels(file)?).with_context(|| file.to_owned())
}

/// A file's pixels as the scorer takes them: sRGB from 0 to 1.
fn pixels(path: &str) -> Result<Rgb> {
    let bytes = std::fs::read(path).with_context(|| path.to_owned())?;
    let picture = image::load_from_memory(&bytes).with_context(|| path.to_owned())?.into_rgb8();
    let data = picture.pixels().map(|pixel| pixel.0.map(|value| f32::from(value) / 255.0)).collect();
    let (width, height) = (picture.width() as usize, picture.height() as usize);
    let made = Rgb::new(data, width, height, TransferCharacteristic::SRGB, ColorPrimaries::BT709);
    made.map_err(|error| anyhow::anyhow!("{path}: {error:?}"))
}
