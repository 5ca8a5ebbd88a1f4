//! Times of day: the few inks each scene is printed in.

use crate::color::{Color, hex};

/// The inks of one time of day.
#[derive(Clone, Copy)]
pub struct Light {
    /// Top of the sky.
    pub zenith: Color,
    /// Middle of the sky.
    pub sky: Color,
    /// The sky at the horizon, and what far ridges fade to.
    pub haze: Color,
    /// The sun or moon.
    pub sun: Color,
    /// The farthest ridge.
    pub far: Color,
    /// The nearest ridge.
    pub near: Color,
    /// What shadows are mixed towards.
    pub shadow: Color,
    /// What lit slopes are mixed towards.
    pub gleam: Color,
}

/// Before the sun is over the ridge: rose haze, indigo hills.
pub const DAWN: Light = Light {
    zenith: hex(0x7d9cc0),
    sky: hex(0xc9cbd6),
    haze: hex(0xfbe6d3),
    sun: hex(0xfff3dc),
    far: hex(0xb9bdd3),
    near: hex(0x1f4a45),
    shadow: hex(0x1d2f52),
    gleam: hex(0xf6cf9a),
};

/// Clear morning: pale blue to off-white, green hills.
pub const MORNING: Light = Light {
    zenith: hex(0x74acc6),
    sky: hex(0xb5d4d8),
    haze: hex(0xf7f0dc),
    sun: hex(0xfffaea),
    far: hex(0xb0cdd3),
    near: hex(0x24593f),
    shadow: hex(0x173f4d),
    gleam: hex(0xe9d98a),
};

/// Late afternoon: warm gold over olive.
pub const GOLD: Light = Light {
    zenith: hex(0x8fb5b8),
    sky: hex(0xe6d9b3),
    haze: hex(0xfce9bd),
    sun: hex(0xfffbe0),
    far: hex(0xc9c9ae),
    near: hex(0x2f5334),
    shadow: hex(0x2c3a3f),
    gleam: hex(0xf7c65c),
};

/// Sunset: magenta over deep indigo.
pub const DUSK: Light = Light {
    zenith: hex(0x31396f),
    sky: hex(0xa65a86),
    haze: hex(0xffb877),
    sun: hex(0xfff0c0),
    far: hex(0xb0688a),
    near: hex(0x1c2044),
    shadow: hex(0x151738),
    gleam: hex(0xffa25e),
};

/// Night with a little moon.
pub const NIGHT: Light = Light {
    zenith: hex(0x11183a),
    sky: hex(0x27336a),
    haze: hex(0x6a649a),
    sun: hex(0xfff4d2),
    far: hex(0x4a5088),
    near: hex(0x10182f),
    shadow: hex(0x0b1024),
    gleam: hex(0x8f8cc4),
};

/// Drizzle and cloud in the high forest: grey-green.
pub const MIST: Light = Light {
    zenith: hex(0xb4c7c4),
    sky: hex(0xd5dfd6),
    haze: hex(0xf3f2e4),
    sun: hex(0xfffdf2),
    far: hex(0xc0d1cb),
    near: hex(0x2a5546),
    shadow: hex(0x21454b),
    gleam: hex(0xd5d79b),
};
