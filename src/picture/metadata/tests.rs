//! Reading, searching and embedding together, over pictures with everything in them and over nonsense.

use proptest::prelude::*;

use super::{Embedded, Rights, embed, read, secrets};
use crate::model::rendition::RenditionFormat;
use crate::picture::{fixtures, png as chunks, strip, webp as riff};

fn pair(lang: &str, text: &str) -> (String, String) {
    (lang.to_owned(), text.to_owned())
}

fn rights() -> Rights {
    Rights {
        creator: "Lò Văn Hặc; Quàng Thị Nga".to_owned(),
        credit: "Sở VHTTDL tỉnh Điện Biên".to_owned(),
        rights: "© 2026 Sở VHTTDL tỉnh Điện Biên".to_owned(),
        web_statement: "https://creativecommons.org/licenses/by-sa/4.0/".to_owned(),
        licence: "CC-BY-SA-4.0".to_owned(),
        licensor_url: "https://tinh.example/anh?id=1&l=vi".to_owned(),
        captions: vec![pair("vi", "Vòng xòe \"lớn\""), pair("en", "The great ring & its dancers")],
        alts: vec![pair("vi", "Người múa xòe quanh lửa"), pair("en", "Dancers around a fire")],
        digital_source_type: "digitalCapture".to_owned(),
        place: "Đồi A1".to_owned(),
    }
}

fn plain() -> [(RenditionFormat, Vec<u8>); 3] {
    [
        (RenditionFormat::Jpeg, fixtures::jpeg()),
        (RenditionFormat::Png, fixtures::png()),
        (RenditionFormat::WebP, fixtures::webp()),
    ]
}

/// Whether what was read is what was written.
fn agrees(found: &Embedded, rights: &Rights) -> bool {
    let read =
        [&found.creator, &found.credit, &found.rights, &found.web_statement, &found.digital_source_type, &found.place];
    let written =
        [&rights.creator, &rights.credit, &rights.rights, &rights.web_statement, &rights.digital_source_type, &rights.place];
    read == written && found.captions == rights.captions && found.alts == rights.alts
}

#[test]
fn what_is_embedded_reads_back_and_holds_no_secret() {
    for (format, plain) in plain() {
        let signed = embed(plain, format, &rights()).unwrap();
        let found = read(&signed);
        assert!(agrees(&found, &rights()), "{format:?}: {found:?}");
        assert_eq!((found.licence.as_str(), found.caption.as_str()), ("CC-BY-SA-4.0", "Vòng xòe \"lớn\""));
        assert_eq!(secrets(&signed), Vec::<&str>::new());
    }
}

#[test]
fn secrets_are_named_and_stripping_removes_them() {
    let found: Vec<_> = fixtures::all(6).iter().map(|picture| secrets(picture)).collect();
    assert_eq!(found[0], ["gps", "serial", "thumbnail"]);
    assert_eq!(found[1], ["gps", "serial"]);
    assert_eq!(found[2], ["gps", "serial"]);
    assert_eq!(found[3], ["gps"]);
    for picture in fixtures::all(6) {
        assert_eq!(secrets(&strip(&picture).unwrap()), Vec::<&str>::new());
    }
}

#[test]
fn facts_of_cameras_are_read_in_every_format() {
    for picture in [fixtures::jpeg_with_everything(6), fixtures::png_with_everything(6), fixtures::webp_with_everything(6)] {
        let found = read(&picture);
        assert!(found.gps && found.serials);
        assert_eq!(found.orientation.to_exif(), 6);
    }
    let tiff = fixtures::exif_block(6, true, false);
    assert!(read(&tiff).gps && secrets(&tiff) == ["gps", "serial"]);
}

#[test]
fn a_place_or_a_serial_number_in_compressed_text_is_found() {
    let mut picture = fixtures::png();
    let profile = "\nexif\n      8\n".to_owned()
        + &fixtures::exif_block(1, true, true).iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut chunk = Vec::new();
    chunks::put_chunk(&mut chunk, *b"tEXt", &[b"Raw profile type exif\0", profile.as_bytes()].concat());
    picture.splice(33..33, chunk);
    assert_eq!(secrets(&picture), ["gps", "serial"]);
}

#[test]
fn where_the_photographer_stood_is_a_secret_even_as_a_name() {
    let xmp = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description \
        xmlns:e='http://iptc.org/std/Iptc4xmpExt/2008-02-29/'><e:LocationCreated rdf:parseType='Resource'><e:City>Mường Lay</e:City>\
        </e:LocationCreated></rdf:Description></rdf:RDF>";
    let mut picture = fixtures::webp();
    riff::put_chunk(&mut picture, *b"XMP ", xmp.as_bytes());
    riff::set_size(&mut picture);
    assert_eq!(secrets(&picture), ["location-created"]);
}

#[test]
fn xmp_is_believed_before_exif_and_plain_texts() {
    let signed = embed(strip(&fixtures::png_with_everything(1)).unwrap(), RenditionFormat::Png, &rights()).unwrap();
    let mut both = signed.clone();
    let mut chunk = Vec::new();
    chunks::put_chunk(&mut chunk, *b"tEXt", b"Author\0Somebody");
    both.splice(33..33, chunk.clone());
    assert_eq!(read(&both).creator, rights().creator);
    let mut alone = fixtures::png();
    alone.splice(33..33, chunk);
    assert_eq!(read(&alone).proposed_credit(), "Somebody");
}

/// One picture of every container with blocks to read, small enough to be broken often.
fn samples() -> Vec<Vec<u8>> {
    let mut all = fixtures::all(6);
    all.extend(plain().map(|(format, plain)| embed(plain, format, &rights()).unwrap()));
    all.push(fixtures::exif_block(6, true, true));
    all
}

fn text() -> impl Strategy<Value = String> {
    "[a-zđơ<&\"' \u{300}]{0,12}".prop_map(|text| super::letters::tidy(&text).replace(';', ""))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn broken_pictures_never_panic(sample in 0usize..11, cut in any::<prop::sample::Index>(), at in any::<prop::sample::Index>(), byte: u8) {
        let samples = samples();
        let mut bytes = samples[sample % samples.len()].clone();
        let place = at.index(bytes.len());
        bytes[place] = byte;
        let _ = (read(&bytes), secrets(&bytes));
        bytes.truncate(cut.index(bytes.len()));
        let _ = (read(&bytes), secrets(&bytes));
        for (_, format) in RenditionFormat::WORDS {
            let _ = embed(bytes.clone(), format, &rights());
        }
    }

    #[test]
    fn nonsense_never_panics(kind in 0usize..7, rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let heads: [&[u8]; 7] = [
            b"\xFF\xD8\xFF\xE1", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP", b"II*\0", b"MM\0*\0\0\0\x08", b"GIF89aXMP DataXMP",
            b"\0\0\0\x0Cftypavif",
        ];
        let bytes = [heads[kind], &rest].concat();
        let _ = (read(&bytes), secrets(&bytes), super::xmp::read(&rest), super::icc::name(&rest), super::iim::read(&rest));
        for (_, format) in RenditionFormat::WORDS {
            let _ = embed(bytes.clone(), format, &rights());
        }
    }

    #[test]
    fn any_texts_read_back(creator in text(), credit in text(), vi in text(), en in text()) {
        let captions = [("vi", vi), ("en", en)].map(|(lang, text)| pair(lang, &super::letters::meant(text)));
        let captions: Vec<_> = captions.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let rights = Rights { creator, credit, captions, ..Rights::default() };
        for (format, plain) in plain() {
            let found = read(&embed(plain, format, &rights).unwrap());
            prop_assert_eq!((&found.creator, &found.credit), (&rights.creator, &rights.credit));
            prop_assert_eq!(&found.captions, &rights.captions);
        }
    }
}
