//! Outlines: polygons, smooth closed curves, ellipses and ribbons, all in the caller's own coordinates.

use tiny_skia::{Path, PathBuilder, Rect, Stroke, Transform};

/// A point: x to the right, y downwards.
pub type Point = (f32, f32);

/// An outline, or nothing at all when the points given enclose nothing.
#[derive(Clone, Default)]
pub struct Shape(pub Option<Path>);

impl Shape {
    /// The outline moved, turned or scaled.
    pub fn transformed(self, by: Transform) -> Self {
        Self(self.0.and_then(|path| path.transform(by)))
    }

    /// The area a pen of the given width covers along the outline; round caps and joins.
    pub fn outlined(&self, width: f32) -> Self {
        let stroke = Stroke {
            width,
            line_cap: tiny_skia::LineCap::Round,
            line_join: tiny_skia::LineJoin::Round,
            ..Stroke::default()
        };
        Self(self.0.as_ref().and_then(|path| path.stroke(&stroke, 2.0)))
    }
}

fn built(draw: impl FnOnce(&mut PathBuilder)) -> Shape {
    let mut builder = PathBuilder::new();
    draw(&mut builder);
    Shape(builder.finish())
}

/// A closed polygon with straight sides.
pub fn polygon(points: &[Point]) -> Shape {
    built(|b| {
        for (i, &(x, y)) in points.iter().enumerate() {
            if i == 0 { b.move_to(x, y) } else { b.line_to(x, y) }
        }
        b.close();
    })
}

/// An open line through the points, straight between them.
pub fn line(points: &[Point]) -> Shape {
    built(|b| {
        for (i, &(x, y)) in points.iter().enumerate() {
            if i == 0 { b.move_to(x, y) } else { b.line_to(x, y) }
        }
    })
}

/// An upright rectangle.
pub fn rect(x: f32, y: f32, width: f32, height: f32) -> Shape {
    polygon(&[(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
}

/// An ellipse around `(x, y)` with the given half-axes.
pub fn ellipse(x: f32, y: f32, rx: f32, ry: f32) -> Shape {
    Shape(Rect::from_ltrb(x - rx, y - ry, x + rx, y + ry).and_then(PathBuilder::from_oval))
}

/// A circle.
pub fn circle(x: f32, y: f32, radius: f32) -> Shape {
    ellipse(x, y, radius, radius)
}

/// The cubic pieces of a Catmull-Rom curve: two handles and an end point for each step.
fn curve(b: &mut PathBuilder, points: &[Point], closed: bool) {
    let count = points.len();
    let get = |i: isize| -> Point {
        let last = count as isize;
        let index = if closed { i.rem_euclid(last) } else { i.clamp(0, last - 1) };
        points[index as usize]
    };
    b.move_to(points[0].0, points[0].1);
    let steps = if closed { count } else { count - 1 };
    for step in 0..steps as isize {
        let (p0, p1, p2, p3) = (get(step - 1), get(step), get(step + 1), get(step + 2));
        b.cubic_to(
            p1.0 + (p2.0 - p0.0) / 6.0,
            p1.1 + (p2.1 - p0.1) / 6.0,
            p2.0 - (p3.0 - p1.0) / 6.0,
            p2.1 - (p3.1 - p1.1) / 6.0,
            p2.0,
            p2.1,
        );
    }
}

/// A smooth closed curve through the points (Catmull-Rom); fewer than three points give nothing.
pub fn blob(points: &[Point]) -> Shape {
    if points.len() < 3 {
        return Shape(None);
    }
    built(|b| {
        curve(b, points, true);
        b.close();
    })
}

/// A smooth open curve through the points; fewer than two points give nothing.
pub fn bend(points: &[Point]) -> Shape {
    if points.len() < 2 {
        return Shape(None);
    }
    built(|b| curve(b, points, false))
}

/// A closed outline whose first part is a smooth curve and whose end runs straight through `corners`.
pub fn bend_then(points: &[Point], corners: &[Point]) -> Shape {
    if points.len() < 2 {
        return Shape(None);
    }
    built(|b| {
        curve(b, points, false);
        for &(x, y) in corners {
            b.line_to(x, y);
        }
        b.close();
    })
}

/// The points of a smooth curve, `per` to each step between the given ones.
pub fn along(points: &[Point], per: usize) -> Vec<Point> {
    let last = points.len().saturating_sub(1);
    let mut out = Vec::with_capacity(last * per + 1);
    for step in 0..last {
        let p = [points[step.saturating_sub(1)], points[step], points[step + 1], points[(step + 2).min(last)]];
        for i in 0..per {
            let t = i as f32 / per as f32;
            let axis = |f: fn(Point) -> f32| {
                let [a, b, c, d] = p.map(f);
                0.5 * (2.0 * b
                    + (c - a) * t
                    + (2.0 * a - 5.0 * b + 4.0 * c - d) * t * t
                    + (3.0 * b - a - 3.0 * c + d) * t * t * t)
            };
            out.push((axis(|q| q.0), axis(|q| q.1)));
        }
    }
    out.extend(points.last());
    out
}

/// A ribbon along a smooth curve whose width at each given point is the point's third number.
pub fn ribbon(points: &[(f32, f32, f32)]) -> Shape {
    let center = along(&points.iter().map(|p| (p.0, p.1)).collect::<Vec<_>>(), 10);
    let width = |i: usize| {
        let (step, t) = (i / 10, (i % 10) as f32 / 10.0);
        let next = points[(step + 1).min(points.len() - 1)].2;
        (points[step].2 * (1.0 - t) + next * t) / 2.0
    };
    let side = |sign: f32| {
        let center = &center;
        move |i: usize| {
            let (a, b) = (center[i.saturating_sub(1)], center[(i + 1).min(center.len() - 1)]);
            let length = (b.0 - a.0).hypot(b.1 - a.1).max(1e-4);
            let (nx, ny) = (-(b.1 - a.1) / length, (b.0 - a.0) / length);
            (center[i].0 + sign * nx * width(i), center[i].1 + sign * ny * width(i))
        }
    };
    let mut edge: Vec<Point> = (0..center.len()).map(side(1.0)).collect();
    edge.extend((0..center.len()).rev().map(side(-1.0)));
    polygon(&edge)
}
