//! Tests of whole cards, with the theme's own template and fonts.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use resvg::usvg::{Color, Group, Node, Paint, Text};

use super::{CardError, CardInput, Fonts, HEIGHT, VERSION, WIDTH, fonts, paint, picture_size, render, template};
use crate::picture::{Layout, Pixels};

const TEMPLATE: &str = include_str!("../../../themes/hoaban/card.svg");
const REGULAR: &[u8] = include_bytes!("../../../themes/hoaban/fonts/BeVietnamPro-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../themes/hoaban/fonts/BeVietnamPro-Bold.ttf");

const SHORT: &str = "Hoa ban";
const LONG: &str = "Nghệ thuật xòe Thái được ghi danh vào danh sách di sản văn hóa phi vật thể đại diện của nhân loại: \
                    hồ sơ, lịch sử, các điệu xòe cổ và những người giữ lửa ở Mường Thanh";

fn theme_fonts() -> Fonts {
    Fonts::new(&[REGULAR.to_vec(), BOLD.to_vec()]).unwrap()
}

fn card<'a>(fonts: &'a Fonts, title: &'a str, picture: Option<&'a Pixels>) -> CardInput<'a> {
    CardInput {
        template: TEMPLATE,
        fonts,
        title,
        portal: "Cổng thông tin đối ngoại tỉnh Điện Biên",
        section: "Văn hóa",
        lang: "vi",
        picture,
    }
}

/// A photo of which every pixel comes from its number.
fn photo(width: u32, height: u32, value: impl Fn(u32) -> [u8; 3]) -> Pixels {
    Pixels::new(width, height, Layout::Rgb, (0..width * height).flat_map(value).collect()).unwrap()
}

fn noise(number: u32) -> [u8; 3] {
    let mixed = number.wrapping_mul(0x9e37_79b9) ^ (number.wrapping_mul(0x85eb_ca6b) >> 13);
    [(mixed >> 24) as u8, (mixed >> 16) as u8, (mixed >> 8) as u8]
}

/// The 134 letters that ASCII lacks: 12 vowels in 6 tones without the 6 of ASCII, and đ, in both cases.
fn vietnamese_letters() -> Vec<char> {
    let tones = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"];
    let vowels = "aăâeêioôơuưy".chars().flat_map(|vowel| tones.map(|tone| format!("{vowel}{tone}")));
    let lower: String =
        vowels.map(|letter| ComposingNormalizerBorrowed::new_nfc().normalize(&letter).into_owned()).collect();
    let both = format!("{lower}đ{}Đ", lower.to_uppercase());
    both.chars().filter(|letter| !letter.is_ascii()).collect()
}

fn texts(group: &Group) -> Vec<&Text> {
    let mut found = Vec::new();
    for node in group.children() {
        match node {
            Node::Text(text) => found.push(&**text),
            Node::Group(group) => found.extend(texts(group)),
            _ => {}
        }
    }
    found
}

fn colour(text: &Text) -> Color {
    match text.chunks()[0].spans()[0].fill().unwrap().paint() {
        Paint::Color(colour) => *colour,
        other => panic!("text in {other:?}"),
    }
}

/// Relative luminance, WCAG 2.2.
fn luminance(red: u8, green: u8, blue: u8) -> f64 {
    let linear = |value: u8| {
        let value = f64::from(value) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
}

/// The lowest contrast of each text with a pixel behind it, with the text's outlines hidden.
fn contrasts(input: &CardInput<'_>) -> Vec<f64> {
    let filled = template::fill(input).unwrap();
    let hidden = filled.svg.replace("<text ", r#"<text visibility="hidden" "#);
    let ground = paint::draw(&hidden, input.picture.zip(filled.picture), input.fonts).unwrap();
    let tree = input.fonts.tree(&filled.svg).unwrap();
    let worst = |text: &Text| {
        let place = text.abs_bounding_box();
        let ink = colour(text);
        let ink = luminance(ink.red, ink.green, ink.blue);
        let rows = place.top().max(0.0) as u32..place.bottom().min(HEIGHT as f32) as u32;
        let behind = rows.flat_map(|y| (place.left() as u32..(place.right() as u32).min(WIDTH)).map(move |x| (x, y)));
        let contrast = behind.map(|(x, y)| {
            let pixel = ground.pixel(x, y).unwrap();
            let behind = luminance(pixel.red(), pixel.green(), pixel.blue());
            (ink.max(behind) + 0.05) / (ink.min(behind) + 0.05)
        });
        contrast.fold(f64::MAX, f64::min)
    };
    texts(tree.root()).into_iter().map(worst).collect()
}

#[test]
fn every_text_has_contrast_over_any_photo() {
    let fonts = theme_fonts();
    let white = photo(WIDTH, HEIGHT, |_| [255; 3]);
    let photos = [None, Some(white), Some(photo(WIDTH, HEIGHT, |_| [0; 3])), Some(photo(WIDTH, HEIGHT, noise))];
    for (number, photo) in photos.iter().enumerate() {
        for title in [SHORT, "Lễ hội Hoa Ban năm 2026: mở cửa không gian văn hóa", LONG] {
            let found = contrasts(&card(&fonts, title, photo.as_ref()));
            assert_eq!(found.len(), 3);
            assert!(found.iter().all(|&contrast| contrast >= 4.5), "photo {number}, {title}: {found:?}");
        }
    }
}

#[test]
fn lines_with_stacked_marks_touch_nothing() {
    let fonts = theme_fonts();
    for title in ["ẾỘỮẶ", "ẾỘỮẶ ẾỘỮẶG ẾỘỮẶ ẾỘỮẶ ẾỘỮẶ ẾỘỮẶ ẾỘỮẶ", &"ẾỘỮẶJ ".repeat(30)]
    {
        let filled = template::fill(&card(&fonts, title, None)).unwrap();
        let tree = fonts.tree(&filled.svg).unwrap();
        let boxes: Vec<_> = texts(tree.root()).iter().map(|text| text.abs_stroke_bounding_box()).collect();
        assert!(boxes[0].top() > 100.0 && boxes[0].bottom() < boxes[1].top(), "{title}: {boxes:?}");
        assert!(boxes[1].bottom() < boxes[2].top() && boxes[2].bottom() < 585.0, "{title}: {boxes:?}");
    }
}

#[test]
fn a_descender_above_stacked_marks_does_not_touch_them() {
    let fonts = theme_fonts();
    assert!(TEMPLATE.contains(r#"data-leading="1.4""#));
    for weight in [400, 700] {
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg"><text font-size="100" font-weight="{weight}">ẾỘỮẶẪgjỵ</text></svg>"#
        );
        let tree = fonts.tree(&svg).unwrap();
        let outline = texts(tree.root())[0].abs_stroke_bounding_box();
        assert!(outline.height() > 125.0 && outline.height() < 140.0, "{weight}: {outline:?}");
    }
}

#[test]
fn each_font_has_all_134_vietnamese_letters() {
    let letters = vietnamese_letters();
    assert_eq!(letters.len(), 134);
    for file in [REGULAR, BOLD] {
        let fonts = Fonts::new(&[file.to_vec()]).unwrap();
        assert!(fonts.missing(&letters.iter().collect::<String>()).is_empty());
    }
}

#[test]
fn each_vietnamese_letter_draws_an_outline_of_its_own() {
    let fonts = theme_fonts();
    let mut seen = std::collections::HashSet::new();
    for letter in vietnamese_letters() {
        let filled = template::fill(&card(&fonts, &letter.to_string(), None)).unwrap();
        assert!(filled.svg.contains(&format!(">{letter}</tspan>")), "{letter}");
        let svg = format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="99" height="99"><text y="80" font-size="60">{letter}</text></svg>"#
        );
        assert!(seen.insert(paint::draw(&svg, None, &fonts).unwrap().take()), "{letter} looks like another letter");
    }
}

#[test]
fn decomposed_words_make_the_same_card() {
    let fonts = theme_fonts();
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize(LONG).into_owned();
    assert_ne!(decomposed, LONG);
    assert_eq!(render(&card(&fonts, &decomposed, None)), render(&card(&fonts, LONG, None)));
}

#[test]
fn hostile_titles_still_make_a_card() {
    let fonts = theme_fonts();
    let long = "x".repeat(100_000);
    let titles = [
        "",
        "   ",
        "<script>alert(1)</script>",
        "</text></svg>&amp;&#0;&lol;",
        "\"'><image href='file:///etc/passwd'/>",
        "a\0b\u{1}c\u{7f}\u{fffe}\u{ffff}d",
        "\u{202e}Điện Biên\u{2066}\u{feff}",
        "שלום مرحبا",
        "🎉🎉🎉 👩‍👩‍👧",
        "奠边府是越南西北部的一个城市",
        "Z\u{301}\u{301}\u{301}\u{301}algo\u{345}",
        "]]> <!-- -- --> <?xml ?> %s {{ }}",
        &long,
    ];
    for title in titles {
        let input = CardInput { portal: title, section: title, lang: title, ..card(&fonts, title, None) };
        let bytes =
            render(&input).unwrap_or_else(|error| panic!("{:?}: {error}", title.chars().take(40).collect::<String>()));
        assert!(bytes.starts_with(&[0xff, 0xd8]) && bytes.ends_with(&[0xff, 0xd9]));
    }
}

#[test]
fn markup_in_a_title_is_drawn_and_not_obeyed() {
    let fonts = theme_fonts();
    let filled = template::fill(&card(&fonts, "A <b>&amp;</b> \"c\"", None)).unwrap();
    assert!(filled.svg.contains("A &lt;b&gt;&amp;amp;&lt;/b&gt; &quot;c&quot;"));
}

#[test]
fn emoji_are_left_out_and_named() {
    let fonts = theme_fonts();
    assert_eq!(fonts.missing("Lễ hội 🎉 Hoa Ban 🎉🌸"), ['🎉', '🌸']);
    let with = render(&card(&fonts, "Lễ hội 🎉Hoa\u{200d} Ban\u{fe0f} 🌸", None));
    assert_eq!(with, render(&card(&fonts, "Lễ hội Hoa Ban", None)));
}

#[test]
fn a_card_is_1200_by_630_and_small_even_over_noise() {
    let fonts = theme_fonts();
    let noisy = photo(WIDTH, HEIGHT, noise);
    let bytes = render(&card(&fonts, LONG, Some(&noisy))).unwrap();
    let mut decoder = zune_jpeg::JpegDecoder::new(zune_jpeg::zune_core::bytestream::ZCursor::new(&bytes));
    decoder.decode_headers().unwrap();
    assert_eq!(decoder.dimensions(), Some((1200, 630)));
    assert!(bytes.len() <= 250_000, "{}", bytes.len());
    assert!(render(&card(&fonts, LONG, None)).unwrap().len() <= 150_000);
}

#[test]
fn photos_of_any_size_fill_their_place() {
    let fonts = theme_fonts();
    for (width, height) in [(1, 1), (40, 900), (900, 40), (1200, 440), (2000, 2000)] {
        let red = photo(width, height, |_| [200, 10, 10]);
        let place = template::fill(&card(&fonts, SHORT, Some(&red))).unwrap().picture;
        let drawn = paint::draw(r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#, Some(&red).zip(place), &fonts).unwrap();
        for (x, y) in [(0, 0), (1199, 0), (0, 439), (1199, 439), (600, 220)] {
            let pixel = drawn.pixel(x, y).unwrap();
            assert_eq!((pixel.red(), pixel.green(), pixel.blue()), (200, 10, 10), "{width} × {height} at {x}, {y}");
        }
        assert_eq!(drawn.pixel(600, 600).unwrap().red(), 255);
    }
}

#[test]
fn translucent_photos_lie_on_white() {
    let fonts = theme_fonts();
    let clear = Pixels::new(2, 1, Layout::Rgba, vec![0; 8]).unwrap();
    let place = template::picture_place(TEMPLATE).unwrap();
    let drawn = paint::draw(r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#, Some(&clear).zip(place), &fonts).unwrap();
    assert_eq!(drawn.pixel(5, 5).unwrap().red(), 255);
}

#[test]
fn the_same_card_has_the_same_bytes_on_every_thread() {
    let fonts = theme_fonts();
    let noisy = photo(1500, 1000, noise);
    let first = render(&card(&fonts, LONG, Some(&noisy)));
    std::thread::scope(|scope| {
        let threads: Vec<_> = (0..3).map(|_| scope.spawn(|| render(&card(&theme_fonts(), LONG, Some(&noisy))))).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), first);
        }
    });
}

#[test]
fn the_caller_learns_the_photos_size() {
    assert_eq!(picture_size(TEMPLATE), Ok(Some((1200, 440))));
    assert_eq!(picture_size(r#"<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"/>"#), Ok(None));
}

#[test]
fn mistakes_in_a_template_name_their_line() {
    let fonts = theme_fonts();
    let complaint = |inside: &str| {
        let template = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1200\" height=\"630\">\n{inside}</svg>");
        let input = CardInput { template: &template, ..card(&fonts, SHORT, None) };
        render(&input).unwrap_err().to_string()
    };
    let title = |attributes: &str| complaint(&format!(r#"<text data-hoaban="title" y="9" {attributes}/>"#));
    assert_eq!(title("font-size='9'"), "the template of the share cards: line 2: data-width of <text> is needed");
    assert!(title("data-width='500' font-size='big'").contains("font-size of <text> must be a number"));
    assert!(title("data-width='NaN' font-size='9'").contains("data-width"));
    assert!(title("data-width='500' data-sizes=''").contains("needs one to eight sizes"));
    assert!(complaint(r#"<text data-hoaban="titel"/>"#).contains("names no text"));
    assert!(complaint(r#"<g data-with="title"/>"#).contains("data-with of <g> names no text"));
    assert!(complaint(r#"<g data-if="photo"/>"#).contains("data-if of <g> names nothing"));
    assert!(complaint("<g>").contains("the template of the share cards"));
}

#[test]
fn broken_templates_and_fonts_are_errors() {
    let fonts = theme_fonts();
    for template in ["", "<p/>", "<svg/>", r#"<svg xmlns="http://www.w3.org/2000/svg" width="100" height="50"/>"#] {
        let input = CardInput { template, ..card(&fonts, SHORT, None) };
        assert!(matches!(render(&input), Err(CardError::Template(_))), "{template}");
    }
    assert!(matches!(Fonts::new(&[]), Err(CardError::Fonts(_))));
    assert!(matches!(Fonts::new(&[REGULAR.to_vec(), b"wOF2....".to_vec()]), Err(CardError::Fonts(_))));
    assert!(matches!(Fonts::new(&[REGULAR[..500].to_vec()]), Err(CardError::Fonts(_))));
}

#[test]
fn a_family_that_no_file_has_is_drawn_in_the_first() {
    let fonts = theme_fonts();
    let svg = |family| {
        format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text font-family="{family}">Ế</text></svg>"#
        )
    };
    let width = |family| texts(fonts.tree(&svg(family)).unwrap().root())[0].bounding_box().width();
    assert_eq!(width("No Such Font"), width("Be Vietnam Pro"));
}

#[test]
fn files_of_the_machine_are_not_read() {
    let fonts = theme_fonts();
    let svg = r#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="Cargo.toml" width="9" height="9"/></svg>"#;
    assert!(fonts.tree(svg).unwrap().root().children().is_empty());
}

#[test]
fn the_version_names_the_crates_that_are_locked() {
    let lock = include_str!("../../../Cargo.lock");
    for part in VERSION.split("; ").skip(1) {
        let (name, version) = part.split_once(' ').unwrap();
        assert!(lock.contains(&format!("name = \"{name}\"\nversion = \"{version}.")), "{part}");
    }
}

#[test]
fn measured_widths_are_those_of_the_font() {
    use super::text::Ruler as _;
    let fonts = theme_fonts();
    let ruler = fonts::StyledRuler { fonts: &fonts, style: r#"font-weight="700""# };
    let widths = ruler.widths(&["Điện", "Biên", "Điện Biên", "", "<&>"], 100.0).unwrap();
    assert!((widths[2] - widths[0] - widths[1]) > 15.0 && (widths[2] - widths[0] - widths[1]) < 40.0, "{widths:?}");
    assert!(widths[3] == 0.0 && widths[4] > 100.0);
}
