//! Where the sun stands and when the moon is new, as far as a lunar calendar needs it.
//!
//! In: Julian days. Out: Julian days and degrees. Formulas from J. Meeus, *Astronomical
//! Algorithms*, 2nd edition (chapters 22, 25, 49), and for the earth's slowing rotation the
//! polynomials of Espenak and Meeus (2006). New moons are good to seconds, the sun's longitude
//! to 0.01°, from 1800 to 2200.

/// The mean time between two new moons, in days.
pub(super) const SYNODIC_MONTH: f64 = 29.530_588_861;

/// Universal time of the new moon number `k`, as a Julian day; number 0 was on 6 January 2000.
pub(super) fn new_moon(k: i32) -> f64 {
    let k = f64::from(k);
    let t = k / 1236.85;
    let mean = 2_451_550.097_66 + SYNODIC_MONTH * k + t * t * (0.000_154_37 + t * (-0.000_000_150 + t * 0.000_000_000_73));
    let jde = mean + moon_and_sun(k, t) + planets(k, t);
    jde - delta_t(jde) / 86_400.0
}

/// The number of the new moon nearest to a Julian day.
pub(super) fn new_moon_number(day: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few ten thousand at most for any civil date")]
    let number = ((day - 2_451_550.097_66) / SYNODIC_MONTH).round() as i32;
    number
}

/// Periodic terms of chapter 49: coefficient, power of the eccentricity, multiples of the sun's
/// anomaly, the moon's anomaly, the argument of latitude and the node.
const PERIODIC: [(f64, i32, [f64; 4]); 25] = [
    (-0.407_20, 0, [0.0, 1.0, 0.0, 0.0]),
    (0.172_41, 1, [1.0, 0.0, 0.0, 0.0]),
    (0.016_08, 0, [0.0, 2.0, 0.0, 0.0]),
    (0.010_39, 0, [0.0, 0.0, 2.0, 0.0]),
    (0.007_39, 1, [-1.0, 1.0, 0.0, 0.0]),
    (-0.005_14, 1, [1.0, 1.0, 0.0, 0.0]),
    (0.002_08, 2, [2.0, 0.0, 0.0, 0.0]),
    (-0.001_11, 0, [0.0, 1.0, -2.0, 0.0]),
    (-0.000_57, 0, [0.0, 1.0, 2.0, 0.0]),
    (0.000_56, 1, [1.0, 2.0, 0.0, 0.0]),
    (-0.000_42, 0, [0.0, 3.0, 0.0, 0.0]),
    (0.000_42, 1, [1.0, 0.0, 2.0, 0.0]),
    (0.000_38, 1, [1.0, 0.0, -2.0, 0.0]),
    (-0.000_24, 1, [-1.0, 2.0, 0.0, 0.0]),
    (-0.000_17, 0, [0.0, 0.0, 0.0, 1.0]),
    (-0.000_07, 0, [2.0, 1.0, 0.0, 0.0]),
    (0.000_04, 0, [0.0, 2.0, -2.0, 0.0]),
    (0.000_04, 0, [3.0, 0.0, 0.0, 0.0]),
    (0.000_03, 0, [1.0, 1.0, -2.0, 0.0]),
    (0.000_03, 0, [0.0, 2.0, 2.0, 0.0]),
    (-0.000_03, 0, [1.0, 1.0, 2.0, 0.0]),
    (0.000_03, 0, [-1.0, 1.0, 2.0, 0.0]),
    (-0.000_02, 0, [-1.0, 1.0, -2.0, 0.0]),
    (-0.000_02, 0, [1.0, 3.0, 0.0, 0.0]),
    (0.000_02, 0, [0.0, 4.0, 0.0, 0.0]),
];

fn moon_and_sun(k: f64, t: f64) -> f64 {
    let eccentricity = 1.0 - t * (0.002_516 + t * 0.000_007_4);
    let angles = [
        2.5534 + 29.105_356_70 * k - t * t * (0.000_001_4 + t * 0.000_000_11),
        201.5643 + 385.816_935_28 * k + t * t * (0.010_758_2 + t * (0.000_012_38 - t * 0.000_000_058)),
        160.7108 + 390.670_502_84 * k - t * t * (0.001_611_8 + t * (0.000_002_27 - t * 0.000_000_011)),
        124.7746 - 1.563_755_88 * k + t * t * (0.002_067_2 + t * 0.000_002_15),
    ];
    PERIODIC
        .iter()
        .map(|(size, power, multiples)| {
            let argument: f64 = angles.iter().zip(multiples).map(|(angle, times)| angle * times).sum();
            size * eccentricity.powi(*power) * sine(argument)
        })
        .sum()
}

/// The planetary arguments of chapter 49: size in millionths of a day, angle and its step.
const PLANETS: [(f64, f64, f64); 14] = [
    (325.0, 299.77, 0.107_408),
    (165.0, 251.88, 0.016_321),
    (164.0, 251.83, 26.651_886),
    (126.0, 349.42, 36.412_478),
    (110.0, 84.66, 18.206_239),
    (62.0, 141.74, 53.303_771),
    (60.0, 207.14, 2.453_732),
    (56.0, 154.84, 7.306_860),
    (47.0, 34.52, 27.261_239),
    (42.0, 207.19, 0.121_824),
    (40.0, 291.34, 1.844_379),
    (37.0, 161.72, 24.198_154),
    (35.0, 239.56, 25.513_099),
    (23.0, 331.55, 3.592_518),
];

fn planets(k: f64, t: f64) -> f64 {
    let first = -0.009_173 * t * t;
    let term = |(at, (size, angle, step)): (usize, &(f64, f64, f64))| {
        size * 1e-6 * sine(angle + step * k + if at == 0 { first } else { 0.0 })
    };
    PLANETS.iter().enumerate().map(term).sum()
}

/// The sun's apparent longitude, 0 to 360 degrees, at a Julian day in universal time (chapter 25).
pub(super) fn sun_longitude(day: f64) -> f64 {
    let t = (day + delta_t(day) / 86_400.0 - 2_451_545.0) / 36_525.0;
    let mean = 280.466_46 + t * (36_000.769_83 + t * 0.000_303_2);
    let anomaly = 357.529_11 + t * (35_999.050_29 - t * 0.000_153_7);
    let centre = (1.914_602 - t * (0.004_817 + t * 0.000_014)) * sine(anomaly)
        + (0.019_993 - t * 0.000_101) * sine(2.0 * anomaly)
        + 0.000_289 * sine(3.0 * anomaly);
    let aberration_and_nutation = -0.005_69 - 0.004_78 * sine(125.04 - 1_934.136 * t);
    (mean + centre + aberration_and_nutation + perturbations(t)).rem_euclid(360.0)
}

/// What Venus, Jupiter and the moon do to the sun's longitude, in degrees (J. Meeus,
/// *Astronomical Formulae for Calculators*, chapter 18, with its epoch of 1900).
fn perturbations(t: f64) -> f64 {
    let t = t + 1.0;
    0.001_34 * cosine(153.23 + 22_518.754_1 * t)
        + 0.001_54 * cosine(216.57 + 45_037.508_2 * t)
        + 0.002_00 * cosine(312.69 + 32_964.357_7 * t)
        + 0.001_79 * sine(350.74 + t * (445_267.114_2 - 0.001_44 * t))
        + 0.001_78 * sine(231.19 + 20.20 * t)
}

/// Terrestrial minus universal time in seconds (Espenak and Meeus 2006), 1800 to 2150.
fn delta_t(day: f64) -> f64 {
    let year = 2000.0 + (day - 2_451_544.5) / 365.2425;
    let polynomial = |from: f64, terms: &[f64]| terms.iter().rev().fold(0.0, |sum, term| sum * (year - from) + term);
    let parabola = |year: f64| -20.0 + 32.0 * ((year - 1820.0) / 100.0).powi(2);
    match year {
        1800.0..1860.0 => polynomial(
            1800.0,
            &[
                13.72,
                -0.332_447,
                0.006_861_2,
                0.004_111_6,
                -0.000_374_36,
                0.000_012_127_2,
                -0.000_000_169_9,
                0.000_000_000_875,
            ],
        ),
        1860.0..1900.0 => polynomial(1860.0, &[7.62, 0.5737, -0.251_754, 0.016_806_68, -0.000_447_362_4, 1.0 / 233_174.0]),
        1900.0..1920.0 => polynomial(1900.0, &[-2.79, 1.494_119, -0.059_893_9, 0.006_196_6, -0.000_197]),
        1920.0..1941.0 => polynomial(1920.0, &[21.20, 0.844_93, -0.076_100, 0.002_093_6]),
        1941.0..1961.0 => polynomial(1950.0, &[29.07, 0.407, -1.0 / 233.0, 1.0 / 2547.0]),
        1961.0..1986.0 => polynomial(1975.0, &[45.45, 1.067, -1.0 / 260.0, -1.0 / 718.0]),
        1986.0..2005.0 => polynomial(2000.0, &[63.86, 0.3345, -0.060_374, 0.001_727_5, 0.000_651_814, 0.000_023_735_99]),
        2005.0..2050.0 => polynomial(2000.0, &[62.92, 0.322_17, 0.005_589]),
        2050.0..2150.0 => parabola(year) - 0.5628 * (2150.0 - year),
        _ => parabola(year),
    }
}

fn cosine(degrees: f64) -> f64 {
    sine(degrees + 90.0)
}

fn sine(degrees: f64) -> f64 {
    degrees.rem_euclid(360.0).to_radians().sin()
}

#[cfg(test)]
mod tests {
    use super::{delta_t, new_moon, new_moon_number, sun_longitude};

    #[test]
    fn the_new_moon_of_meeus_example_49a() {
        let expected = 2_443_192.651_18 - delta_t(2_443_192.65) / 86_400.0;
        assert!((new_moon(-283) - expected).abs() < 0.000_02);
    }

    #[test]
    fn the_sun_of_meeus_example_25b() {
        let day = 2_448_908.5 - delta_t(2_448_908.5) / 86_400.0;
        assert!((sun_longitude(day) - 199.906_06).abs() < 0.002, "{}", sun_longitude(day));
    }

    #[test]
    fn the_difference_of_the_clocks_is_near_the_measured_one() {
        for (day, seconds) in [(2_415_020.5, -2.7), (2_433_282.5, 29.1), (2_451_544.5, 63.8), (2_457_388.5, 68.1)] {
            assert!((delta_t(day) - seconds).abs() < 3.0, "{day}: {}", delta_t(day));
        }
    }

    #[test]
    fn numbers_and_moments_agree() {
        for k in -1300..1300 {
            assert_eq!(new_moon_number(new_moon(k)), k);
        }
    }
}
