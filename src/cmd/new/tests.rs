use hoaban::diag::messages::UiLang;
use hoaban::memo::Memo;
use hoaban::pipeline::{self, Built, Options};
use hoaban::world::MemoryWorld;

use super::{place, plan, title};
use crate::cli::NewArgs;
use crate::cmd::interface;

fn world() -> MemoryWorld {
    let mut world = MemoryWorld { now: "2026-11-01T00:00:00Z".parse().unwrap(), ..MemoryWorld::default() };
    let portal =
        "base_url = \"https://tinh.example/\"\n[languages.vi]\ntitle = \"Tỉnh\"\n[languages.en]\ntitle = \"Province\"\n";
    world.put("portal.toml", portal);
    world.put("content/travel/_index.vi.md", "+++\ntitle = \"Du lịch\"\n+++\nA\n");
    world.put("content/travel/_index.en.md", "+++\ntitle = \"Travel\"\n+++\nA\n");
    world.put("content/travel/co-san.vi.md", "+++\ntitle = \"Có sẵn\"\n+++\nA\n");
    world.put("content/travel/co-san.en.md", "+++\ntitle = \"There\"\n+++\nA\n");
    world.put("content/_data/people.toml", "[lo-thi-du]\nvi = \"Lò Thị Dụ\"\nen = \"Lò Thị Dụ\"\n");
    world
}

fn build(world: &MemoryWorld, drafts: bool) -> Built {
    pipeline::build(world, &Memo::off(), &Options { drafts, ..Options::default() }).unwrap()
}

fn args(ty: &str, place: &str) -> NewArgs {
    NewArgs { ty: ty.to_owned(), place: place.to_owned(), title: None }
}

#[test]
fn a_name_with_accents_becomes_the_folder_and_the_title() {
    let document = plan(&args("place", "travel/Đồi A1"), &build(&world(), false).site, &interface(UiLang::Vi)).unwrap();
    assert_eq!((document.key.as_str(), document.folder.as_str()), ("travel/doi-a1", "content/travel/doi-a1"));
    let [(vi, source), (en, translation)] = document.files.as_slice() else { panic!("{:?}", document.files) };
    assert_eq!((vi.as_str(), en.as_str()), ("index.vi.md", "index.en.md"));
    assert!(source.contains("title = \"Đồi A1\"") && source.contains("\nkind = \"relic\"\n"), "{source}");
    let explained = "# Loại (bắt buộc): Chọn một loại trong danh sách\n# Chọn một trong: relic (Di tích lịch sử),";
    assert!(source.contains(explained), "{source}");
    assert!(source.contains("\n# elevation = 0\n"), "{source}");
    assert!(!translation.contains("kind =") && translation.contains("# season = "), "{translation}");
    assert!(translation.contains("# Tiêu đề bằng tiếng Anh"), "{translation}");
}

#[test]
fn a_new_document_of_every_type_has_no_errors() {
    let types: Vec<String> = build(&world(), false).site.types.iter().map(|ty| ty.id.clone()).collect();
    assert!(types.len() >= 9);
    for ty in types {
        let mut world = world();
        let document = plan(&args(&ty, "travel/bai-moi"), &build(&world, false).site, &interface(UiLang::En)).unwrap();
        for (name, text) in &document.files {
            world.put(&format!("{}/{name}", document.folder), text.as_str());
        }
        let built = build(&world, true);
        let of_ours = |found: &hoaban::diag::Diagnostic| {
            found.at.is_some_and(|at| built.sources.get(at.source).path.as_str().contains("bai-moi"))
        };
        let mut notes: Vec<_> = built.notes.iter().filter(|found| of_ours(found)).cloned().collect();
        notes.extend(built.check(&world, &|| false).into_iter().filter(of_ours));
        // References to documents of a type that the portal has none of cannot be filled in.
        let stops = ["field-invalid", "link-unknown"];
        let said: Vec<_> = notes.iter().map(|found| (found.rule.slug, &found.message.args)).collect();
        let whole = said.iter().all(|(slug, _)| ty == "itinerary" && stops.contains(slug));
        assert!(whole, "{ty}: {said:?}");
    }
}

#[test]
fn typos_show_the_nearest_and_unknown_words_all() {
    let site = build(&world(), false).site;
    let ui = interface(UiLang::Vi);
    let refused = |ty: &str, place: &str| plan(&args(ty, place), &site, &ui).unwrap_err();
    assert!(refused("plaec", "travel/x").contains("có phải bạn muốn viết “place”?"));
    assert!(refused("zzzzzz", "travel/x").contains("article, event, heritage"));
    assert!(refused("place", "trvael/x").contains("có phải bạn muốn viết “travel”?"));
    assert!(refused("place", "Ẩm thực/x").contains("content/am-thuc/_index.vi.md"));
    assert!(refused("place", "travel/老挝").contains("老挝"));
}

#[test]
fn nothing_is_overwritten() {
    let mut world = world();
    world.put("content/travel/anh/a.jpg", "x");
    let site = build(&world, false).site;
    let refused = |place: &str| plan(&args("place", place), &site, &interface(UiLang::En)).unwrap_err();
    assert!(refused("travel/Có sẵn").contains("content/travel/co-san.en.md"));
    assert!(refused("travel/anh").contains("content/travel/anh/a.jpg"));
    assert!(plan(&args("place", "travel/co"), &site, &interface(UiLang::En)).is_ok());
}

#[test]
fn places_and_titles_are_read_generously() {
    assert_eq!(place("travel/doi-a1"), ("travel", "doi-a1"));
    assert_eq!(place("/content/travel/sub/doi-a1/"), ("travel/sub", "doi-a1"));
    assert_eq!(place("doi-a1"), ("", "doi-a1"));
    assert_eq!(title("doi-a1"), "Doi a1");
    assert_eq!(title("Đồi \"A1\""), "Đồi \"A1\"");
}
