//! The pictures of the demo portal: one function each, grouped by what they show.

mod culture;
mod high_country;
mod invest;
mod lake;
mod objects;
mod products;
mod relics;
mod roads;
mod valley;

use crate::canvas::Canvas;
use crate::color::hex;
use crate::landscape::{Ridge, Slope, hill, mist};
use crate::light::Light;
use crate::noise::Rng;
use crate::shape::Point;

/// A picture: its place in the content tree, and what draws it.
type Picture = (&'static str, fn() -> Canvas);

/// Every picture.
pub const ALL: &[Picture] = &[
    ("_media/thung-lung-muong-thanh.jpg", valley::muong_thanh),
    ("_media/hoa-ban.jpg", valley::ban_blossom),
    ("_media/thanh-ban-phu.jpg", relics::ban_phu),
    ("_media/sac-phuc.jpg", objects::five_cloths),
    ("_media/duong-nui.jpg", roads::mountain_road),
    ("_media/cua-khau.jpg", roads::border_gate),
    ("_media/ban-bao-chi.jpg", objects::press_desk),
    ("about/so-lieu-chinh/ruong-bac-thang.jpg", valley::terraces),
    ("culture/xoe-thai/vong-xoe.jpg", culture::xoe_ring),
    ("culture/xoe-thai/khan-pieu.jpg", objects::pieu_scarf),
    ("culture/xoe-thai/nhac-cu.jpg", culture::instruments),
    ("culture/xoe-thai/video-xoe.jpg", culture::xoe_sunset),
    ("culture/thuc-hanh-then/dan-tinh.jpg", culture::then_lute),
    ("travel/doi-a1/doi-a1.jpg", relics::a1_hill),
    ("travel/bao-tang-chien-thang/bao-tang.jpg", relics::museum),
    ("travel/bao-tang-chien-thang/tranh-tron.jpg", relics::panorama),
    ("travel/muong-phang/rung-muong-phang.jpg", relics::muong_phang),
    ("travel/deo-pha-din/deo-pha-din.jpg", roads::pha_din),
    ("travel/a-pa-chai/moc-so-0.jpg", high_country::tripoint),
    ("travel/ho-pa-khoang/ho-pa-khoang.jpg", lake::pa_khoang),
    ("travel/ho-pa-khoang/dao-anh-dao.jpg", lake::cherry_islet),
    ("invest/san-bay-dien-bien/san-bay.jpg", invest::airport),
    ("invest/nang-luong-tai-tao/dien-gio.jpg", invest::wind_farm),
    ("products/gao-dien-bien/canh-dong-lua.jpg", products::rice),
    ("products/che-shan-tuyet-tua-chua/che-co-thu.jpg", high_country::old_tea),
    ("products/ca-phe-muong-ang/ca-phe-chin.jpg", products::coffee),
];

/// A sheet of the usual 3:2.
fn sheet() -> Canvas {
    Canvas::new(2400, 1600, hex(0xf7f0dc))
}

/// Ranges one behind another, far to near, each with mist at its foot.
struct Ranges<'a> {
    /// Inks of the hour.
    light: &'a Light,
    /// Mean row of the farthest and of the nearest crest.
    rows: (f32, f32),
    /// How many ranges.
    count: usize,
    /// How far the crests rise and fall, far and near.
    swing: (f32, f32),
    /// Nearness (0 to 1) of the farthest and nearest range.
    near: (f32, f32),
    /// Seed.
    seed: u64,
}

impl Ranges<'_> {
    fn paint(&self, c: &mut Canvas) {
        let mut rng = Rng::new(self.seed);
        for i in 0..self.count {
            let t = i as f32 / (self.count.max(2) - 1) as f32;
            let between = |pair: (f32, f32)| pair.0 + (pair.1 - pair.0) * t;
            let (row, swing, near) = (between(self.rows), between(self.swing), between(self.near));
            let spots = 7 + i % 3;
            let points: Vec<Point> = (0..=spots)
                .map(|k| (2400.0 * k as f32 / spots as f32, row + swing * rng.range(-1.0, 0.6)))
                .collect();
            let ridge = Ridge { points: &points, rough: swing * 0.75, scale: 360.0 + 120.0 * t, crowns: 2.0 + 9.0 * near, seed: self.seed + 13 * i as u64 };
            hill(c, &ridge, Slope::forest(self.light, near));
            mist(c, row + swing * 1.6 + 60.0, 60.0 + 30.0 * t, self.light.haze.alpha(0.42), self.seed + i as u64);
        }
    }
}
