use std::io::Cursor;

use hoaban::diag::messages::UiLang;
use hoaban::memo::Memo;
use hoaban::model::RenditionFormat;
use hoaban::picture::metadata::{Rights, embed};
use hoaban::pipeline::{self, Built, Options};
use hoaban::world::MemoryWorld;

use super::adopt::adopt;
use super::survey::{Row, survey};
use super::table::table;
use super::{adopt::told, json};
use crate::cmd::interface;

fn jpeg() -> Vec<u8> {
    let mut out = Cursor::new(Vec::new());
    let pixels = image::RgbImage::from_fn(64, 48, |x, y| image::Rgb([x as u8 * 4, y as u8 * 5, (x * y) as u8]));
    pixels.write_to(&mut out, image::ImageFormat::Jpeg).unwrap();
    out.into_inner()
}

fn signed() -> Vec<u8> {
    let pair = |lang: &str, text: &str| (lang.to_owned(), text.to_owned());
    let rights = Rights {
        creator: "Lò Văn Hặc".to_owned(),
        web_statement: "https://creativecommons.org/licenses/by/4.0/".to_owned(),
        captions: vec![pair("", "Đèo \"Pha Đin\"")],
        alts: vec![pair("vi-VN", "Đường đèo"), pair("en", "A winding road"), pair("fr", "Un col")],
        ..Rights::default()
    };
    embed(jpeg(), RenditionFormat::Jpeg, &rights).unwrap()
}

/// Says that it was taken at 21° N, in an EXIF block.
fn with_gps() -> Vec<u8> {
    let mut block = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0".to_vec();
    block.extend(b"\0\x01\0\x01\0\x02\0\0\0\x02N\0\0\0\0\0\0\0");
    let mut out = b"\xFF\xD8\xFF\xE1".to_vec();
    out.extend(u16::try_from(block.len() + 2).unwrap().to_be_bytes());
    out.extend(block);
    out.extend(&jpeg()[2..]);
    out
}

fn world(files: &[(&str, &[u8])]) -> MemoryWorld {
    let mut world = MemoryWorld { now: "2026-11-01T00:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    let portal =
        "base_url = \"https://tinh.example/\"\n[languages.vi]\ntitle = \"Tỉnh\"\n[languages.en]\ntitle = \"Province\"\n";
    world.put("portal.toml", portal);
    world.put("content/news/_index.vi.md", "+++\ntitle = \"Tin\"\n+++\n");
    let front = "+++\ntitle = \"A\"\npublished = 2026-10-01\n+++\n";
    world.put(
        "content/news/a/index.vi.md",
        format!("{front}![Đèo](x.jpg \"Đèo | Ảnh: Lò Văn Hặc\")\n\n![Núi](y.jpg)\n").as_str(),
    );
    world.put("content/news/a/index.en.md", "+++\ntitle = \"A\"\n+++\n![](x.jpg)\n\n![](y.jpg){decorative}\n");
    for (path, bytes) in files {
        world.files.insert(hoaban::model::SourcePath::new(path).unwrap(), bytes.to_vec());
    }
    world
}

fn rows(world: &MemoryWorld) -> (Built, Vec<Row>) {
    let built = pipeline::build(world, &Memo::off(), &Options::default()).unwrap();
    let rows = survey(&built.site, world);
    (built, rows)
}

#[test]
fn the_table_tells_what_is_missing_in_which_language() {
    let world = world(&[
        ("content/news/a/x.jpg", &jpeg()),
        ("content/news/a/y.jpg", &with_gps()),
        ("content/_media/z.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic"),
        ("content/news/a/bang.pdf", b"%PDF-1.7"),
    ]);
    let text = table(&rows(&world).1, 2, &interface(UiLang::Vi));
    let lines: Vec<&str> = text.lines().collect();
    assert!(lines[0].starts_with("ẢNH") && lines[0].ends_with("CẦN XEM LẠI"), "{text}");
    assert!(lines[1].starts_with("_media/z.heic"), "{text}");
    assert!(
        lines[1].ends_with("không dùng được (xem hoaban check); chưa trang nào dùng; thiếu nguồn ảnh; thiếu giấy phép"),
        "{text}"
    );
    assert!(lines[2].contains("64 × 48 JPG"), "{text}");
    assert!(lines[2].ends_with("thiếu nguồn ảnh; thiếu giấy phép; thiếu alt (en)"), "{text}");
    assert!(lines[3].ends_with("thiếu nguồn ảnh; thiếu giấy phép; có tọa độ GPS"), "{text}");
    assert!(lines[5].starts_with("3 ảnh, ") && text.contains("\n1 ảnh có tọa độ GPS; "), "{text}");
    assert!(
        text.ends_with(
            "2 ảnh tự ghi nhiều điều mà tệp thông tin của ảnh chưa có; chạy hoaban pictures --adopt để ghi lại.\n"
        )
    );
}

#[test]
fn json_has_facts_gaps_and_totals() {
    let world = world(&[("content/news/a/x.jpg", &jpeg()), ("content/news/a/y.jpg", &with_gps())]);
    let found: serde_json::Value = serde_json::from_str(&json(&rows(&world).1, None)).unwrap();
    let (x, y) = (&found["pictures"][0], &found["pictures"][1]);
    assert_eq!((&x["path"], &x["width"], &x["format"]), (&"content/news/a/x.jpg".into(), &64.into(), &"jpg".into()));
    assert_eq!((&x["missing"]["alt"], &y["missing"]["alt"]), (&serde_json::json!(["en"]), &serde_json::json!([])));
    assert_eq!((&x["gps"], &y["gps"]), (&false.into(), &true.into()));
    assert_eq!((&x["renditions"]["made"], &x["saved"]), (&0.into(), &serde_json::Value::Null));
    assert_eq!(found["totals"]["pictures"], 2);
}

#[test]
fn a_picture_that_signs_itself_gets_a_sidecar_that_fills_the_gaps() {
    let mut world = world(&[("content/news/a/x.jpg", &signed()), ("content/news/a/y.jpg", &jpeg())]);
    let (built, found) = rows(&world);
    assert_eq!(adopt(&found[1], &built.site, None), None);
    let adopted = adopt(&found[0], &built.site, None).unwrap();
    let text = adopted.text.clone().unwrap();
    let table: toml::Table = text.parse().unwrap();
    assert_eq!((table["credit"].as_str(), table["licence"].as_str()), (Some("Lò Văn Hặc"), Some("CC-BY-4.0")));
    assert_eq!(table["caption"]["vi"].as_str(), Some("Đèo \"Pha Đin\""));
    assert_eq!(table["alt"].as_table().unwrap().len(), 2);
    assert!(
        told(&[adopted], &interface(UiLang::En))
            .starts_with("Written; read it before you publish:\n  content/news/a/x.jpg.toml\n")
    );
    world.put("content/news/a/x.jpg.toml", text.as_str());
    let (built, found) = rows(&world);
    assert!(built.notes.is_empty(), "{:?}", built.notes);
    assert!(!found[0].gaps.credit && !found[0].gaps.licence && found[0].gaps.alt.is_empty());
    assert_eq!(adopt(&found[0], &built.site, Some(&text)), None);
}

#[test]
fn what_a_sidecar_says_stays_and_new_keys_stand_before_its_tables() {
    let world = world(&[("content/news/a/x.jpg", &signed())]);
    let (built, found) = rows(&world);
    let old = "# giữ nguyên\ncredit = \"Sở VHTTDL\"\n\n[caption]\nvi = \"Đèo\"\n";
    let adopted = adopt(&found[0], &built.site, Some(old)).unwrap();
    let text = adopted.text.unwrap();
    assert!(text.starts_with("# giữ nguyên\ncredit = \"Sở VHTTDL\"\n\nlicence = \"CC-BY-4.0\"\nalt.en = "), "{text}");
    assert!(text.ends_with("\n\n[caption]\nvi = \"Đèo\"\n"), "{text}");
    let tricky = "credit = \"\"\"\n[a]\n\"\"\"";
    let adopted = adopt(&found[0], &built.site, Some(tricky)).unwrap();
    assert_eq!(adopted.text, None);
    assert_eq!(adopted.json()["written"], false);
    assert_eq!(adopt(&found[0], &built.site, Some("no toml")), None);
}
