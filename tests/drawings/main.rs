//! Draws the demo portal's pictures: scenes of Điện Biên as layered prints.
//!
//! `cargo run --release --example drawings [DIR]` writes every picture into the content tree `DIR`
//! (default `content`); further arguments name the only pictures to draw. The same program gives the
//! same bytes every time. Alt texts and credits are *not* its job: they stand beside the pictures.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "a program of its own: it writes files and says so")]
#![allow(unreachable_pub, reason = "modules of one program")]

mod brocade;
mod canvas;
mod color;
mod fields;
mod landscape;
mod light;
mod noise;
mod shape;

// Outlines are lists of points; they read best as they were laid out.
#[rustfmt::skip]
mod buildings;
#[rustfmt::skip]
mod desk;
#[rustfmt::skip]
mod goods;
#[rustfmt::skip]
mod people;
#[rustfmt::skip]
mod plants;
#[rustfmt::skip]
mod works;
#[rustfmt::skip]
mod scenes;

use canvas::Canvas;
use image::codecs::jpeg::JpegEncoder;
use std::io;
use std::path::Path;

/// The largest picture file, bytes.
const LIMIT: usize = 300_000;

/// The first quality tried; lower ones follow until the file fits.
const QUALITY: u8 = 88;

fn main() -> io::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let root = arguments.next().unwrap_or_else(|| "content".to_owned());
    let only: Vec<String> = arguments.collect();
    for (seed, (path, draw)) in scenes::ALL.iter().enumerate() {
        if only.is_empty() || only.iter().any(|name| path.contains(name.as_str())) {
            let (bytes, quality) = encoded(&draw(), seed as u64)?;
            write(&Path::new(&root).join(path), &bytes)?;
            println!("{path}: {} KB at quality {quality}", bytes.len() / 1000);
        }
    }
    Ok(())
}

/// The picture as JPEG at the best quality that fits [`LIMIT`], and that quality.
fn encoded(picture: &Canvas, seed: u64) -> io::Result<(Vec<u8>, u8)> {
    let rgb = picture.finish(seed);
    let (width, height) = (picture.width as u32, picture.height as u32);
    let mut quality = QUALITY;
    loop {
        let mut bytes = Vec::new();
        JpegEncoder::new_with_quality(&mut bytes, quality)
            .encode(&rgb, width, height, image::ExtendedColorType::Rgb8)
            .map_err(io::Error::other)?;
        if bytes.len() <= LIMIT || quality <= 40 {
            return Ok((bytes, quality));
        }
        quality -= 2;
    }
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(path, bytes)
}
