use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::*;
use crate::disk::DiskWorld;
use crate::memo::Memo;
use crate::pipeline;

const PORTAL: &str = r#"
base_url = "https://tinh.example/"
default_language = "vi"

[languages.vi]
prefix = "vi"
title = "Tỉnh Thí Dụ"
name = "Tiếng Việt"
locale = "vi_VN"

[languages.en]
prefix = "en"
title = "Example Province"
name = "English"
locale = "en_GB"

[fallback]
"*" = "list"
"#;

const PAGE: &str = "content/news/first/index.vi.md";

fn article(text: &str) -> String {
    format!("+++\ntype = \"article\"\ntitle = \"Bài đầu\"\nsummary = \"Tóm tắt.\"\npublished = 2026-01-02\n+++\n\n{text}\n")
}

fn put(folder: &Path, path: &str, text: &str) {
    let place = folder.join(path);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    std::fs::write(place, text).unwrap();
}

fn portal(config: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "portal.toml", config);
    put(folder.path(), "content/news/_index.vi.md", "+++\ntitle = \"Tin tức\"\n+++\n");
    put(folder.path(), "content/news/_index.en.md", "+++\ntitle = \"News\"\n+++\n");
    put(folder.path(), PAGE, &article("Đoạn văn ban đầu."));
    folder
}

/// A server on a free port, ended when dropped.
struct Running {
    folder: TempDir,
    address: SocketAddr,
    stopper: Stopper,
    thread: Option<JoinHandle<std::io::Result<()>>>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stopper.stop();
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap().unwrap();
        }
    }
}

struct Reply {
    status: u16,
    head: String,
    body: String,
}

impl Running {
    fn start(config: &str) -> Self {
        Self::with(portal(config))
    }

    fn with(folder: TempDir) -> Self {
        let now = Some("2026-11-01T00:00:00Z".parse().unwrap());
        let world = WatchedWorld::open(DiskWorld::open(folder.path(), now).unwrap()).unwrap();
        let options = Options {
            host: "127.0.0.1".parse().unwrap(),
            port: 0,
            more_ports: 0,
            drafts: false,
            memory: None,
            lang: UiLang::En,
        };
        let server = Server::bind(world, options).unwrap();
        let (address, stopper) = (server.address(), server.stopper());
        let thread = Some(std::thread::spawn(move || server.run(&|_| {})));
        Self { folder, address, stopper, thread }
    }

    fn put(&self, path: &str, text: &str) {
        put(self.folder.path(), path, text);
        // The system tells of the change a moment later.
        std::thread::sleep(Duration::from_millis(5));
    }

    fn get(&self, path: &str) -> Reply {
        self.request("GET", path, "localhost")
    }

    fn request(&self, method: &str, path: &str, host: &str) -> Reply {
        let mut stream = TcpStream::connect(self.address).unwrap();
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
        let mut reply = String::new();
        stream.read_to_string(&mut reply).unwrap();
        let (head, body) = reply.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head: head.to_owned(), body: body.to_owned() }
    }

    fn url(&self) -> String {
        "/vi/tin-tuc/bai-dau/".to_owned()
    }

    fn events(&self) -> Events {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        write!(stream, "GET /_hoaban/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
        Events(BufReader::new(stream))
    }
}

struct Events(BufReader<TcpStream>);

impl Events {
    /// Name and data of the next event.
    fn next(&mut self) -> (String, String) {
        let mut name = String::new();
        loop {
            let mut line = String::new();
            self.0.read_line(&mut line).unwrap();
            if let Some(event) = line.strip_prefix("event: ") {
                name = event.trim().to_owned();
            } else if let Some(data) = line.strip_prefix("data: ") {
                return (name, data.trim().to_owned());
            }
        }
    }

    fn until(&mut self, name: &str) -> String {
        loop {
            let (found, data) = self.next();
            if found == name {
                return data;
            }
        }
    }
}

fn without_script(page: &str) -> String {
    let start = page.rfind("<script src=\"/_hoaban/reload.js").unwrap();
    let end = start + page[start..].find("</script>").unwrap() + "</script>".len();
    format!("{}{}", &page[..start], &page[end..])
}

#[test]
fn served_bytes_are_built_bytes() {
    let server = Running::start(PORTAL);
    let world = DiskWorld::open(server.folder.path(), Some("2026-11-01T00:00:00Z".parse().unwrap())).unwrap();
    let options = pipeline::Options { preview: true, ..Default::default() };
    let built = pipeline::build(&world, &Memo::off(), &options).unwrap();
    assert!(built.outputs.len() > 20);
    for (path, output) in built.outputs.iter() {
        let bytes = built.bytes(&world, &output.recipe).unwrap();
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let raw = server.get(&format!("/{path}?_hoaban=raw"));
        assert_eq!((raw.status, raw.body == text), (200, true), "{path}");
        if path.as_str().ends_with(".html") {
            assert_eq!(without_script(&server.get(&format!("/{path}")).body), text, "{path}");
        }
    }
}

#[test]
fn folders_are_found_with_and_without_their_slash() {
    let server = Running::start(PORTAL);
    let page = server.get(&server.url());
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Đoạn văn ban đầu.") && page.head.contains("text/html; charset=utf-8"), "{}", page.head);
    assert!(page.head.contains("cache-control: no-store"));
    let moved = server.get("/vi/tin-tuc/bai-dau?a=b");
    assert_eq!(moved.status, 308);
    assert!(moved.head.contains("location: /vi/tin-tuc/bai-dau/?a=b"), "{}", moved.head);
    assert_eq!(server.get("/").status, 200);
    let head = server.request("HEAD", &server.url(), "localhost");
    assert_eq!((head.status, head.body.as_str()), (200, ""));
    assert!(head.head.contains(&format!("content-length: {}", page.body.len())), "{}", head.head);
    assert_eq!(server.request("POST", "/", "localhost").status, 405);
}

#[test]
fn addresses_that_lead_nowhere_get_the_page_of_their_language() {
    let server = Running::start(PORTAL);
    let (vi, en) = (server.get("/vi/khong-co/"), server.get("/en/nothing"));
    assert_eq!((vi.status, en.status), (404, 404));
    assert!(vi.body.contains("lang=\"vi\"") && en.body.contains("lang=\"en\""));
    for path in
        ["/../portal.toml", "/%2e%2e/portal.toml", "/..%2fportal.toml", "//etc/passwd", "/%00", "/%ff", "/portal.toml"]
    {
        assert_eq!(server.get(path).status, 404, "{path}");
    }
}

#[test]
fn other_host_names_are_refused() {
    let server = Running::start(PORTAL);
    assert_eq!(server.request("GET", "/", "evil.example").status, 403);
    assert_eq!(server.request("GET", "/_hoaban/events", "evil.example:80").status, 403);
    assert_eq!(server.request("GET", "/", "127.0.0.1:1").status, 200);
}

#[test]
fn a_portal_below_the_hosts_top_is_served_there() {
    let server = Running::start(&PORTAL.replace("tinh.example/", "tinh.example/cong/"));
    let top = server.get("/");
    assert_eq!(top.status, 308);
    assert!(top.head.contains("location: /cong/"), "{}", top.head);
    assert_eq!(server.get("/cong/").status, 200);
    assert_eq!(server.get(&format!("/cong{}", server.url())).status, 200);
}

#[test]
fn an_edit_is_served_and_open_pages_are_told() {
    let server = Running::start(PORTAL);
    let mut events = server.events();
    let (name, version) = events.next();
    assert_eq!(name, "reload");
    assert!(server.get(&server.url()).body.contains(&format!("reload.js?v={version}")));
    server.put(PAGE, &article("Đoạn văn mới."));
    let start = Instant::now();
    let page = server.get(&server.url());
    assert!(page.body.contains("Đoạn văn mới."), "a request waits for the build that is on its way");
    assert!(start.elapsed() < Duration::from_secs(2));
    let next = events.until("reload");
    assert_ne!(next, version);
    assert!(page.body.contains(&format!("reload.js?v={next}")));
}

#[test]
fn a_broken_edit_leaves_the_last_good_page_and_says_what_is_wrong() {
    let server = Running::start(PORTAL);
    let url = server.url();
    assert!(server.get(&url).body.contains("Đoạn văn ban đầu."));
    server.put(PAGE, &article("Đoạn văn hỏng.").replace("summary", "sumary"));
    let page = server.get(&url);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Đoạn văn ban đầu.") && !page.body.contains("Đoạn văn hỏng."));
    let told = server.get(&format!("/_hoaban/problems.json?path={}", url.replace('/', "%2F")));
    let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!(told["here"][0]["rule"], "field-unknown", "{told}");
    assert_eq!(told["here"][0]["place"], format!("{PAGE}:4:1"), "{told}");
    assert!(!told["stale"].as_str().unwrap().is_empty());
    server.put(PAGE, &article("Đoạn văn lành."));
    assert!(server.get(&url).body.contains("Đoạn văn lành."));
    let told = server.get(&format!("/_hoaban/problems.json?path={url}"));
    let told: serde_json::Value = serde_json::from_str(&told.body).unwrap();
    assert_eq!((&told["here"], &told["stale"]), (&serde_json::json!([]), &serde_json::json!("")));
}

#[test]
fn broken_settings_leave_all_pages_and_tell_them() {
    let server = Running::start(PORTAL);
    let mut events = server.events();
    let version = events.until("reload");
    server.put("portal.toml", "= broken");
    events.until("problems");
    let page = server.get(&server.url());
    assert!(page.body.contains("Đoạn văn ban đầu.") && page.body.contains(&format!("reload.js?v={version}")));
    let told = server.get("/_hoaban/problems.json?path=/vi/").body;
    assert!(told.contains("portal.toml:1:"), "{told}");
    server.put("portal.toml", PORTAL);
    assert_ne!(events.until("reload"), version);
}

#[test]
fn a_broken_template_leaves_the_last_good_page() {
    let folder = portal(PORTAL);
    let server = Running::with(folder);
    let url = server.url();
    assert_eq!(server.get(&url).status, 200);
    server.put("themes/hoaban/templates/base.html", "{{ broken");
    let page = server.get(&url);
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Đoạn văn ban đầu."));
    let told = server.get(&format!("/_hoaban/problems.json?path={url}")).body;
    assert!(told.contains("template-error"), "{told}");
}

#[test]
fn a_first_build_that_is_broken_shows_what_is_wrong_until_it_is_mended() {
    let server = Running::start("base_url = \"<b>\"\n");
    let page = server.get("/");
    assert_eq!(page.status, 500);
    assert!(page.body.contains("portal.toml:") && page.body.contains("reload.js?v="), "{}", page.body);
    assert!(!page.body.contains("<b>\"") && page.body.contains("&lt;b&gt;"));
    let mut events = server.events();
    let version = events.until("reload");
    server.put("portal.toml", PORTAL);
    assert_ne!(events.until("reload"), version);
    assert_eq!(server.get("/vi/").status, 200);
}

#[test]
fn what_the_checks_find_is_told_later() {
    let server = Running::start(PORTAL);
    let mut events = server.events();
    events.until("reload");
    server.put(PAGE, &article("![](khong-co.jpg)"));
    server.get(&server.url());
    let start = Instant::now();
    while !server.get(&format!("/_hoaban/problems.json?path={}", server.url())).body.contains("khong-co.jpg") {
        assert!(start.elapsed() < Duration::from_secs(20));
        std::thread::sleep(Duration::from_millis(50));
    }
}

#[test]
fn a_port_that_is_taken_is_an_error_or_the_next_is_used() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let folder = portal(PORTAL);
    let bind = |more_ports| {
        let world = WatchedWorld::open(DiskWorld::open(folder.path(), None).unwrap()).unwrap();
        let port = taken.local_addr().unwrap().port();
        let host = "127.0.0.1".parse().unwrap();
        Server::bind(world, Options { host, port, more_ports, drafts: false, memory: None, lang: UiLang::Vi })
    };
    assert!(matches!(bind(0), Err(ServeError::Taken(_))));
    assert_ne!(bind(20).unwrap().address(), taken.local_addr().unwrap());
}

#[test]
fn both_languages_have_the_same_words() {
    let ids = |lang| {
        let lines = words(lang).lines().filter(|line| !line.starts_with([' ', '#']));
        lines.filter_map(|line| line.split_once(" =").map(|(id, _)| id.to_owned())).collect::<Vec<_>>()
    };
    assert_eq!(ids(UiLang::Vi), ids(UiLang::En));
    assert!(ids(UiLang::Vi).len() > 10);
}
