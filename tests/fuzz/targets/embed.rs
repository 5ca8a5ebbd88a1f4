//! Rights can be put into whatever can be stripped, can be read there again, and bring no secret with them.

#![no_main]

use hoaban::model::RenditionFormat;
use hoaban::picture::metadata::{Rights, embed, read, secrets};
use hoaban::picture::{Format, probe, strip};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let rights = Rights { creator: "Nguyễn Văn A".to_owned(), alts: vec![("vi".to_owned(), "Cầu".to_owned())], ..Rights::default() };
    for format in [RenditionFormat::Jpeg, RenditionFormat::Png, RenditionFormat::WebP, RenditionFormat::Avif] {
        let _ = embed(bytes.to_vec(), format, &rights);
    }
    let _ = (read(bytes), secrets(bytes));
    let Ok(clean) = strip(bytes) else { return };
    let format = match probe(&clean).expect("a copy has headers").format {
        Format::Jpeg => RenditionFormat::Jpeg,
        Format::Png => RenditionFormat::Png,
        Format::WebP => RenditionFormat::WebP,
        Format::Gif | Format::Svg | Format::Tiff => return,
    };
    let before = secrets(&clean);
    let signed = embed(clean, format, &rights).expect("a copy can be signed");
    assert_eq!(read(&signed).creator, rights.creator);
    assert_eq!(secrets(&signed), before);
});
