//! The picture layer alone: every JPEG of a folder to some widths and formats, without a portal around it.
//!
//!   renditions SOURCES OUT FORMATS WIDTHS SCORE [fast]
//!   renditions photos out webp,jpeg 480,960,1440,1920 75
//!
//! It writes `OUT/NAME-WIDTH.FORMAT`. One decode a picture, as many pictures at once as there are cores, as the
//! pipeline does it. On standard error stands how long each step took, summed over all threads: for profiles, and to
//! tell the picture layer's cost from a whole build's.

#![allow(clippy::disallowed_methods, reason = "a program of its own: it reads and writes files")]
#![allow(clippy::print_stderr, reason = "a program of its own: it says what it found")]

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use anyhow::{Context, Result, bail};
use hoaban::model::RenditionFormat;
use hoaban::picture::crop::Part;
use hoaban::picture::encode::{Effort, Quality, encode};
use hoaban::picture::resize::resize;
use hoaban::picture::{Limits, Pixels, decode};
use rayon::prelude::*;

/// Wall microseconds by step, summed over threads.
#[derive(Default)]
struct Times {
    decode: AtomicU64,
    resize: AtomicU64,
    encode: AtomicU64,
}

/// What to make of every picture.
struct Recipe {
    formats: Vec<RenditionFormat>,
    widths: Vec<u32>,
    quality: Quality,
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [sources, out, formats, widths, score, rest @ ..] = arguments.as_slice() else {
        bail!("usage: renditions SOURCES OUT FORMATS WIDTHS SCORE [fast]");
    };
    let effort = if rest.iter().any(|word| word == "fast") { Effort::Fast } else { Effort::Normal };
    let recipe = Recipe {
        formats: formats.split(',').map(format).collect::<Result<_>>()?,
        widths: widths.split(',').map(|width| Ok(width.parse()?)).collect::<Result<_>>()?,
        quality: Quality { score: score.parse()?, effort },
    };
    fs::create_dir_all(out)?;
    let times = Times::default();
    let pictures = pictures(Path::new(sources))?;
    pictures.par_iter().try_for_each(|path| make(path, Path::new(out), &recipe, &times))?;
    for (step, time) in [("decode", &times.decode), ("resize", &times.resize), ("encode", &times.encode)] {
        eprintln!("{step} {} ms", time.load(Ordering::Relaxed) / 1000);
    }
    Ok(())
}

fn format(word: &str) -> Result<RenditionFormat> {
    let known = RenditionFormat::WORDS.iter().find(|(name, _)| *name == word);
    known.map(|(_, format)| *format).with_context(|| format!("{word} is no format"))
}

fn pictures(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    let mut paths: Vec<_> = entries.into_iter().filter(|path| path.extension().is_some_and(|e| e == "jpg")).collect();
    paths.sort();
    Ok(paths)
}

/// Writes all renditions of one picture.
fn make(path: &Path, out: &Path, recipe: &Recipe, times: &Times) -> Result<()> {
    let bytes = fs::read(path)?;
    let pixels = timed(&times.decode, || decode(&bytes, &Limits::DEFAULT))?;
    let name = path.file_stem().and_then(|stem| stem.to_str()).context("a name is not UTF-8")?;
    for width in &recipe.widths {
        let scaled = timed(&times.resize, || scaled(&pixels, *width));
        for format in &recipe.formats {
            let file = timed(&times.encode, || encode(&scaled, *format, &recipe.quality))?;
            fs::write(out.join(format!("{name}-{width}.{}", word(*format))), file)?;
        }
    }
    Ok(())
}

fn word(format: RenditionFormat) -> &'static str {
    RenditionFormat::WORDS.iter().find(|(_, other)| *other == format).map_or("", |(word, _)| word)
}

/// The whole picture at a width.
fn scaled(pixels: &Pixels, width: u32) -> Pixels {
    let part = Part { left: 0, top: 0, width: pixels.width(), height: pixels.height() };
    let height = (u64::from(width) * u64::from(pixels.height())).div_ceil(u64::from(pixels.width()));
    resize(pixels, part, width, u32::try_from(height).unwrap_or(u32::MAX))
}

fn timed<T>(time: &AtomicU64, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let made = work();
    time.fetch_add(u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX), Ordering::Relaxed);
    made
}
