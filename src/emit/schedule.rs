//! `_hoaban/schedule.json`: when the portal has to be built again. Instants only: what appears or goes is nobody's business.

use serde::Serialize;

use super::{Emission, Emitter, instant};
use crate::model::site::Site;
use crate::model::{OutPath, UrlPath};

pub(super) const EMITTER: Emitter = Emitter { name: "schedule", parts, bytes };

#[derive(Serialize)]
struct Schedule {
    /// RFC 3339 in the portal's zone; null where nothing is due.
    next: Option<String>,
    /// All moments ahead, earliest first.
    due: Vec<String>,
}

fn parts(_: &Site) -> Vec<OutPath> {
    vec![UrlPath::file("_hoaban/schedule.json").out_path()]
}

fn bytes(emission: &Emission<'_>, _: u32) -> Vec<u8> {
    let site = emission.site;
    let schedule = Schedule {
        next: site.next_due.as_ref().map(instant::zoned),
        due: site.schedule.iter().map(instant::zoned).collect(),
    };
    let mut bytes = serde_json::to_vec(&schedule).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

#[cfg(test)]
mod tests {
    use crate::emit::test_site::{TestSite, text};

    #[test]
    fn instants_stand_in_the_portals_zone() {
        let mut site = TestSite::new().build();
        assert_eq!(text(&super::EMITTER, &site, 0), "{\"next\":null,\"due\":[]}\n");
        let at = |day| jiff::civil::date(2026, 4, day).at(7, 0, 0, 0).to_zoned(site.config.timezone.clone()).unwrap();
        let due = vec![at(1), at(2)];
        site.next_due = due.first().cloned();
        site.schedule = due;
        let expected = "{\"next\":\"2026-04-01T07:00:00+07:00\",\"due\":[\"2026-04-01T07:00:00+07:00\",\"2026-04-02T07:00:00+07:00\"]}\n";
        assert_eq!(text(&super::EMITTER, &site, 0), expected);
    }
}
