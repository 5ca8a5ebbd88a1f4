//! Roads over the passes, and the gate at the border.

use super::{Ranges, sheet};
use crate::buildings::{barrier, border_gate as gate};
use crate::canvas::Canvas;
use crate::color::hex;
use crate::fields::Blades;
use crate::landscape::{Ridge, Slope, clouds, cumulus, hill, mist, sea_of_cloud, sky, thicket};
use crate::light::{GOLD, MORNING};
use crate::noise::Rng;
use crate::shape::{circle, polygon, rect, ribbon};
use crate::works::{motorbike, road};

/// A mountain road in bends, one motorbike, ridge after ridge.
pub fn mountain_road() -> Canvas {
    let mut c = sheet();
    let light = GOLD;
    sky(&mut c, &light, 760.0, Some(((1760.0, 300.0), 52.0)));
    clouds(&mut c, (40.0, 420.0), hex(0xfff6dd).alpha(0.5), 0.5, 2);
    Ranges { light: &light, rows: (420.0, 760.0), count: 5, swing: (120.0, 110.0), near: (0.02, 0.55), seed: 52 }.paint(&mut c);
    let flank = Ridge { points: &[(-20.0, 560.0), (360.0, 700.0), (760.0, 880.0), (1200.0, 1010.0), (1700.0, 1120.0), (2420.0, 1230.0)], rough: 36.0, scale: 420.0, crowns: 12.0, seed: 61 };
    hill(&mut c, &flank, Slope { depth: 900.0, ..Slope::forest(&light, 0.8) });
    let asphalt = (hex(0xb8ab95), hex(0xd7c38c));
    road(&mut c, &[(0.0, 776.0, 12.0), (240.0, 800.0, 17.0), (520.0, 900.0, 23.0), (760.0, 992.0, 30.0), (900.0, 1040.0, 36.0), (840.0, 1086.0, 44.0), (560.0, 1108.0, 54.0), (330.0, 1150.0, 66.0), (330.0, 1216.0, 84.0), (640.0, 1270.0, 108.0), (1080.0, 1310.0, 136.0), (1400.0, 1380.0, 176.0), (1460.0, 1480.0, 230.0), (1330.0, 1680.0, 320.0)], asphalt, hex(0xfff6dd).alpha(0.9));
    mist(&mut c, 900.0, 50.0, light.haze.alpha(0.28), 30);
    motorbike(&mut c.at(1180.0, 1352.0, 1.35));
    thicket(&mut c, &[(-40.0, 1360.0), (240.0, 1380.0), (520.0, 1440.0), (800.0, 1560.0), (900.0, 1660.0)], (44.0, 80.0), (hex(0x21472f), hex(0xa0a04a)), 7);
    thicket(&mut c, &[(2440.0, 1300.0), (2160.0, 1320.0), (1900.0, 1420.0), (1820.0, 1640.0)], (50.0, 92.0), (hex(0x21472f), hex(0xb0a64c)), 8);
    posts(&mut c, &[(1545.0, 1392.0), (1596.0, 1446.0), (1600.0, 1520.0)]);
    c
}

fn posts(c: &mut Canvas, at: &[(f32, f32)]) {
    for (i, &(x, y)) in at.iter().enumerate() {
        let s = 1.0 + i as f32 * 0.35;
        let mut b = c.at(x, y, s);
        b.fill(&polygon(&[(-6.0, 0.0), (-6.0, -46.0), (6.0, -46.0), (6.0, 0.0)]), hex(0xf7f0dd));
        b.fill(&polygon(&[(-6.0, -46.0), (-6.0, -32.0), (6.0, -32.0), (6.0, -46.0)]), hex(0xc8382f));
    }
}

/// Pha Đin: the road climbs in bends into the clouds, flowers on the verge.
pub fn pha_din() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 1000.0, None);
    clouds(&mut c, (20.0, 360.0), hex(0xffffff).alpha(0.55), 0.5, 14);
    cumulus(&mut c, (480.0, 520.0), (430.0, 330.0), (hex(0xffffff), hex(0xc6dbe0)), 3);
    cumulus(&mut c, (2060.0, 400.0), (460.0, 300.0), (hex(0xffffff), hex(0xc6dbe0)), 9);
    Ranges { light: &light, rows: (660.0, 780.0), count: 3, swing: (90.0, 80.0), near: (0.03, 0.3), seed: 72 }.paint(&mut c);
    sea_of_cloud(&mut c, 880.0, 110.0, (hex(0xffffff).alpha(0.97), hex(0xd3e2e4).alpha(0.95)), 12);
    let behind = Ridge { points: &[(900.0, 900.0), (1250.0, 700.0), (1600.0, 520.0), (1950.0, 380.0), (2200.0, 420.0), (2420.0, 380.0)], rough: 40.0, scale: 300.0, crowns: 7.0, seed: 74 };
    c.clipped(&rect(1180.0, 0.0, 1240.0, 1600.0), |c| {
        hill(c, &behind, Slope { depth: 700.0, ..Slope::forest(&light, 0.42) });
    });
    mist(&mut c, 640.0, 90.0, hex(0xffffff).alpha(0.7), 41);
    let climb = Ridge { points: &[(-20.0, 1230.0), (420.0, 1110.0), (860.0, 900.0), (1230.0, 640.0), (1500.0, 505.0), (1760.0, 500.0), (2080.0, 600.0), (2420.0, 640.0)], rough: 22.0, scale: 260.0, crowns: 9.0, seed: 75 };
    hill(&mut c, &climb, Slope { depth: 1000.0, relief: 0.5, ..Slope::forest(&light, 0.72) });
    road(&mut c, &[(1500.0, 506.0, 7.0), (1620.0, 524.0, 10.0), (1770.0, 562.0, 14.0), (1690.0, 604.0, 18.0), (1480.0, 628.0, 21.0), (1330.0, 664.0, 25.0), (1400.0, 706.0, 30.0), (1680.0, 734.0, 36.0), (1930.0, 786.0, 43.0), (1880.0, 846.0, 51.0), (1560.0, 878.0, 60.0), (1220.0, 920.0, 70.0), (1060.0, 984.0, 84.0), (1230.0, 1062.0, 102.0), (1640.0, 1120.0, 124.0), (1900.0, 1220.0, 156.0), (1760.0, 1350.0, 206.0), (1350.0, 1480.0, 270.0), (1120.0, 1700.0, 360.0)], (hex(0xb9b3a2), hex(0xa3b06a)), hex(0xfffaf0).alpha(0.9));
    mist(&mut c, 520.0, 52.0, hex(0xffffff).alpha(0.8), 4);
    mist(&mut c, 800.0, 36.0, hex(0xffffff).alpha(0.4), 6);
    verge(&mut c);
    c
}

fn verge(c: &mut Canvas) {
    let left = |x: f32| 1330.0 + (x / 900.0).powi(2) * 300.0;
    c.brush().fill(&ribbon(&[(-60.0, 1560.0, 480.0), (420.0, 1600.0, 420.0), (900.0, 1760.0, 260.0)]), hex(0x2f6a45));
    let tall = Blades { columns: (-20.0, 960.0), height: (60.0, 170.0), spacing: 5.0, lean: (-0.3, 0.5), inks: (hex(0x2a6440), hex(0x8fb35a)), seed: 3 };
    tall.paint(c, |x| left(x) + 70.0);
    let right = Blades { columns: (2000.0, 2420.0), height: (60.0, 190.0), spacing: 5.0, lean: (-0.5, 0.3), inks: (hex(0x2a6440), hex(0x8fb35a)), seed: 5 };
    c.brush().fill(&ribbon(&[(1960.0, 1700.0, 120.0), (2200.0, 1580.0, 320.0), (2460.0, 1500.0, 480.0)]), hex(0x2f6a45));
    right.paint(c, |x| 1560.0 - (x - 2000.0) * 0.42);
    let mut rng = Rng::new(15);
    for i in 0..230 {
        let x = if i % 3 == 0 { rng.range(2040.0, 2400.0) } else { rng.range(0.0, 860.0) };
        let top = if i % 3 == 0 { 1500.0 - (x - 2000.0) * 0.5 } else { left(x) - 60.0 };
        let y = top + rng.range(0.0, 1.0f32).powf(1.4) * (1600.0 - top);
        flower(c, (x, y), 7.0 + 15.0 * (y - 1200.0) / 400.0, &mut rng);
    }
}

fn flower(c: &mut Canvas, at: (f32, f32), r: f32, rng: &mut Rng) {
    let ink = rng.pick(&[hex(0xf4d13d), hex(0xf7e27a), hex(0xe86fa0), hex(0xffffff), hex(0xf4d13d)]);
    let turn = rng.range(0.0, 1.2);
    for k in 0..5 {
        let a = turn + k as f32 * 1.2566;
        c.brush().fill(&circle(at.0 + a.cos() * r * 0.62, at.1 + a.sin() * r * 0.56, r * 0.5), ink.lit(rng.range(0.88, 1.05)));
    }
    c.brush().fill(&circle(at.0, at.1, r * 0.34), hex(0xb86f1f));
}

/// The border gate on its pass, barrier raised.
pub fn border_gate() -> Canvas {
    let mut c = sheet();
    let light = MORNING;
    sky(&mut c, &light, 760.0, None);
    clouds(&mut c, (40.0, 460.0), hex(0xffffff).alpha(0.8), 0.55, 33);
    Ranges { light: &light, rows: (430.0, 720.0), count: 4, swing: (130.0, 110.0), near: (0.05, 0.6), seed: 91 }.paint(&mut c);
    let left = Ridge { points: &[(-20.0, 520.0), (400.0, 720.0), (760.0, 930.0), (1100.0, 1040.0), (1600.0, 1060.0), (2420.0, 1060.0)], rough: 30.0, scale: 300.0, crowns: 26.0, seed: 95 };
    hill(&mut c, &left, Slope { depth: 800.0, ..Slope::forest(&light, 0.86) });
    let right = Ridge { points: &[(-20.0, 1110.0), (900.0, 1090.0), (1400.0, 1050.0), (1760.0, 920.0), (2060.0, 720.0), (2420.0, 480.0)], rough: 30.0, scale: 300.0, crowns: 28.0, seed: 97 };
    hill(&mut c, &right, Slope { depth: 800.0, ..Slope::forest(&light, 0.94) });
    mist(&mut c, 930.0, 60.0, light.haze.alpha(0.45), 3);
    c.brush().fill(&polygon(&[(-10.0, 1180.0), (900.0, 1082.0), (1500.0, 1082.0), (2410.0, 1180.0), (2410.0, 1610.0), (-10.0, 1610.0)]), crate::color::down(1080.0, 1600.0, hex(0xbfbf8d), hex(0x7f9a58)));
    c.brush().fill(&polygon(&[(1010.0, 1086.0), (1390.0, 1086.0), (2240.0, 1610.0), (160.0, 1610.0)]), crate::color::down(1080.0, 1600.0, hex(0xcbc6b6), hex(0x9a958a)));
    c.brush().fill(&polygon(&[(1194.0, 1100.0), (1206.0, 1100.0), (1228.0, 1610.0), (1172.0, 1610.0)]), hex(0xf7efd8));
    for side in [-1.0f32, 1.0] {
        let at = |x: f32| 1200.0 + side * x;
        c.brush().fill(&polygon(&[(at(176.0), 1090.0), (at(183.0), 1090.0), (at(960.0), 1610.0), (at(910.0), 1610.0)]), hex(0xf7efd8).alpha(0.9));
    }
    gate(&mut c.at(1200.0, 1100.0, 1.62));
    barrier(&mut c.at(1716.0, 1392.0, 1.75), 62.0);
    c.at(2010.0, 1400.0, 1.0).fill(&polygon(&[(-90.0, 10.0), (-90.0, -190.0), (100.0, -190.0), (100.0, 10.0)]), crate::color::across(-90.0, 100.0, hex(0xf1e7d2), hex(0xa89985)));
    c.at(2010.0, 1400.0, 1.0).fill(&polygon(&[(-70.0, -80.0), (-70.0, -160.0), (80.0, -160.0), (80.0, -80.0)]), hex(0x4b7580));
    c.at(2010.0, 1400.0, 1.0).fill(&polygon(&[(-116.0, -188.0), (-86.0, -226.0), (96.0, -226.0), (126.0, -188.0)]), hex(0xa5483a));
    thicket(&mut c, &[(-40.0, 1290.0), (150.0, 1300.0), (300.0, 1380.0)], (54.0, 92.0), (hex(0x1f4d38), hex(0x8fae5a)), 12);
    thicket(&mut c, &[(2440.0, 1300.0), (2300.0, 1330.0), (2240.0, 1420.0)], (50.0, 84.0), (hex(0x1f4d38), hex(0x8fae5a)), 13);
    c
}
