//! Seeded chance: a small generator for placing things, and smooth noise for ridges, mist and paper.
//!
//! The same seed gives the same picture on every machine; nothing here reads a clock.

/// `SplitMix64` (Steele, Lea, Flood 2014): one 64-bit state, good enough to scatter leaves.
pub struct Rng(u64);

impl Rng {
    /// A generator that always gives the same numbers for the same `seed`.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        mixed(self.0)
    }

    /// A number from `low` up to `high`.
    pub fn range(&mut self, low: f32, high: f32) -> f32 {
        low + (high - low) * unit(self.next())
    }

    /// True with the given probability.
    pub fn chance(&mut self, probability: f32) -> bool {
        self.range(0.0, 1.0) < probability
    }

    /// One of `items`, which must not be empty.
    pub fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[(self.next() % items.len() as u64) as usize]
    }
}

fn mixed(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn unit(bits: u64) -> f32 {
    (bits >> 40) as f32 / (1u64 << 24) as f32
}

/// A fixed random value, 0 to 1, for a cell of the whole-number lattice.
pub fn cell(x: i64, y: i64, seed: u64) -> f32 {
    let key = (x as u64).wrapping_mul(0x8da6_b343) ^ (y as u64).wrapping_mul(0xd816_3841_0000_0001);
    unit(mixed(key.wrapping_add(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))))
}

/// Value noise, 0 to 1, one feature per unit of length.
pub fn noise(x: f32, y: f32, seed: u64) -> f32 {
    let (fx, fy) = (x.floor(), y.floor());
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (tx, ty) = (ease(x - fx), ease(y - fy));
    let (ix, iy) = (fx as i64, fy as i64);
    let row = |j: i64| {
        let (a, b) = (cell(ix, iy + j, seed), cell(ix + 1, iy + j, seed));
        a + (b - a) * tx
    };
    let (top, bottom) = (row(0), row(1));
    top + (bottom - top) * ty
}

/// Fractal noise, 0 to 1: `octaves` layers of [`noise`], each half the size and half the weight.
pub fn fractal(x: f32, y: f32, octaves: u32, seed: u64) -> f32 {
    let (mut sum, mut weight, mut total, mut size) = (0.0, 1.0, 0.0, 1.0);
    for octave in 0..octaves {
        sum += weight * noise(x * size, y * size, seed + u64::from(octave) * 101);
        total += weight;
        weight *= 0.5;
        size *= 2.03;
    }
    sum / total
}
