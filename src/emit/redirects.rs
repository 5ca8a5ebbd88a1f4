//! Pages at old addresses that lead to the new one, for hosts that cannot redirect by themselves.

use super::{Emission, Emitter, escape};
use crate::model::page::{ListOf, PageKind};
use crate::model::site::{Redirect, Site};
use crate::model::{Lang, OutPath, UrlPath};

pub(super) const EMITTER: Emitter = Emitter { name: "redirects", parts, bytes };

fn parts(site: &Site) -> Vec<OutPath> {
    site.redirects.iter().enumerate().map(|(place, redirect)| path(redirect, place)).collect()
}

/// The old address's file. One that would leave the output folder gets a name that harms nobody.
fn path(redirect: &Redirect, place: usize) -> OutPath {
    let written = redirect.from.out_path();
    OutPath::new(written.as_str()).unwrap_or_else(|_| UrlPath::file(&format!("_hoaban/redirects/{place}.html")).out_path())
}

fn bytes(emission: &Emission<'_>, part: u32) -> Vec<u8> {
    let Some(redirect) = emission.site.redirects.get(part as usize) else { return Vec::new() };
    let target = Target::new(emission.site, redirect);
    let word = |id: &str| escaped(&(emission.words)(redirect.lang, id));
    let code = emission.site.config.languages.code(redirect.lang);
    let (title, text) = (word("redirect-title"), word("redirect-text"));
    let (lang, href, absolute) = (escaped(code), escaped(&target.href), escaped(&target.absolute));
    let label = target.label(emission.site, redirect.lang);
    format!(
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <link rel=\"canonical\" href=\"{absolute}\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta http-equiv=\"refresh\" content=\"0; url={href}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n\
         <p>{text} <a href=\"{href}\"{label}</a></p>\n</main>\n</body>\n</html>\n"
    )
    .into_bytes()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape::xml(&mut out, text);
    out
}

/// Where a redirect leads.
struct Target {
    /// As links on this host write it.
    href: String,
    /// With the host.
    absolute: String,
    /// The path without its anchor, for a page of the portal.
    path: Option<UrlPath>,
}

impl Target {
    fn new(site: &Site, redirect: &Redirect) -> Self {
        let to = redirect.to.as_str();
        let outside = ["https://", "http://"].iter().any(|scheme| to.starts_with(scheme));
        if outside {
            let address = escape::address(to).into_owned();
            return Self { href: address.clone(), absolute: address, path: None };
        }
        let own = UrlPath::file(to);
        let path = UrlPath::file(to.split('#').next().unwrap_or(to));
        let [href, absolute] = [site.href(&own), site.absolute(&own)].map(|url| escape::address(&url).into_owned());
        Self { href, absolute, path: Some(path) }
    }

    /// The rest of the link: the target's title with its language, or its address.
    fn label(&self, site: &Site, lang: Lang) -> String {
        let page = self.path.as_ref().and_then(|path| site.urls.get(path)).map(|id| site.page(*id));
        let title = page.and_then(|page| {
            let texts = match page.kind {
                PageKind::Document(id) => &site.document(id).texts,
                PageKind::List { of: ListOf::Section(id), n: 1 } => &site.section(id).texts,
                _ => return None,
            };
            texts[page.lang].as_ref().map(|text| (page.lang, text.title.as_str()))
        });
        match title {
            Some((own, title)) if own == lang => format!(">{}", escaped(title)),
            Some((own, title)) => {
                let code = escaped(site.config.languages.code(own));
                format!(" lang=\"{code}\" hreflang=\"{code}\">{}", escaped(title))
            }
            None => format!(">{}", escaped(&self.absolute)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::emit::test_site::{TestSite, paths, text};

    #[test]
    fn an_old_address_leads_to_the_page_in_its_language() {
        let mut test = TestSite::new();
        let travel = test.section("travel", ["Du lịch", "Travel"]);
        test.document(travel, "a1", ["Đồi A1 & hầm", "A1 Hill"]);
        test.redirect("/vi/news/cu/doi-a1-123.html", "/vi/du-lich/doi-a1-ham/", 0);
        let site = test.build();
        assert_eq!(paths(&super::EMITTER, &site), ["vi/news/cu/doi-a1-123.html"]);
        let expected = r#"<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>vi:redirect-title</title>
<link rel="canonical" href="https://dienbien.example/cong/vi/du-lich/doi-a1-ham/">
<meta name="robots" content="noindex">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="0; url=/cong/vi/du-lich/doi-a1-ham/">
</head>
<body>
<main>
<h1>vi:redirect-title</h1>
<p>vi:redirect-text <a href="/cong/vi/du-lich/doi-a1-ham/">Đồi A1 &amp; hầm</a></p>
</main>
</body>
</html>
"#;
        assert_eq!(text(&super::EMITTER, &site, 0), expected);
    }

    #[test]
    fn a_target_in_another_language_or_place_says_so() {
        let mut test = TestSite::new();
        let travel = test.section("travel", ["Du lịch", "Travel"]);
        test.document(travel, "a1", ["", "A1 Hill"]);
        test.redirect("/cu/a1", "/en/travel/a1-hill/", 0);
        test.redirect("/cu/b", "https://example.org/?a=1&b=\"><script>alert(1)</script>", 1);
        let site = test.build();
        assert!(
            text(&super::EMITTER, &site, 0)
                .contains("<a href=\"/cong/en/travel/a1-hill/\" lang=\"en\" hreflang=\"en\">A1 Hill</a>")
        );
        let outside = text(&super::EMITTER, &site, 1);
        assert!(outside.contains("<html lang=\"en\">"));
        assert!(outside.contains("url=https://example.org/?a=1&amp;b=%22%3E%3Cscript%3Ealert(1)%3C/script%3E\">"));
        assert!(!outside.contains("<script"));
    }

    #[test]
    fn no_redirect_leaves_the_output_folder_or_runs_a_script() {
        let mut test = TestSite::new();
        test.redirect("/../../etc/x.html", "javascript:alert(1)", 0);
        let site = test.build();
        assert_eq!(paths(&super::EMITTER, &site), ["_hoaban/redirects/0.html"]);
        assert!(text(&super::EMITTER, &site, 0).contains("<a href=\"/cong/javascript:alert(1)\">"));
    }
}
