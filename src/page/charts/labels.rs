//! Where the names on a drawing stand, so that none covers another, a mark or a
//! curve. A drawing is as wide as its place, and its texts keep their size: each
//! name is tried as it would stand on a phone and on a wide page.

use std::borrow::Cow;

/// The widths at which a name is tried, in pixels.
const WIDTHS: [f64; 2] = [NARROWEST, 640.0];

/// The narrowest that a drawing is, in pixels: on a phone.
pub(super) const NARROWEST: f64 = 288.0;

/// How far a line of text reaches above and below its base, in pixels.
const ASCENT: f64 = 11.0;
const DESCENT: f64 = 4.0;

/// How far a mark reaches from its middle, in pixels.
const MARK: f64 = 5.0;

/// What a fault of a place weighs against the others; a place further down the
/// list weighs one more than the one before.
const ON_A_MARK: f64 = 400.0;
const ON_A_CURVE: f64 = 15.0;

/// A name that could only stand on another or outside is left out.
const REFUSED: f64 = 1e6;

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    After,
    Across,
    Before,
}

/// A text and its spot.
pub(super) type Name = (String, Spot);

/// A place for a text: a share of the drawing's width, with the pixels that the
/// text keeps from it, and its base in pixels from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Spot {
    pub(super) x: f64,
    pub(super) dx: f64,
    pub(super) y: f64,
    pub(super) side: Side,
}

impl Spot {
    fn area(self, text: f64, width: f64) -> Area {
        let at = self.x * width + self.dx;
        let left = match self.side {
            Side::After => at,
            Side::Across => at - text / 2.0,
            Side::Before => at - text,
        };
        Area {
            left,
            right: left + text,
            top: self.y - ASCENT,
            bottom: self.y + DESCENT,
        }
    }
}

#[derive(Clone, Copy)]
struct Area {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
}

impl Area {
    fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// Where the names may stand, from a share of the width on and between pixels
/// from the top, and what they must keep clear of: marks at shares of the width
/// and pixels from the top, and curves as such places in their order.
pub(super) struct Surroundings {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
    pub(super) marks: Vec<(f64, f64)>,
    pub(super) curves: Vec<Vec<(f64, f64)>>,
}

/// Each name at the best of its spots, one name after another; none where there
/// is no room for it.
pub(super) fn arrange(
    names: Vec<(String, Vec<Spot>)>,
    surroundings: &Surroundings,
) -> Vec<Option<Name>> {
    let mut taken: Vec<(f64, Spot)> = Vec::new();
    let mut chosen = Vec::new();
    for (text, spots) in names {
        let width_of_text = width_of(&text);
        let mut best: Option<(f64, Spot)> = None;
        for (place, spot) in spots.into_iter().enumerate() {
            let faults: f64 = WIDTHS
                .iter()
                .map(|width| faults(width_of_text, spot, *width, &taken, surroundings))
                .sum();
            let weight = faults + place as f64;
            if weight < REFUSED && best.is_none_or(|(least, _)| weight < least) {
                best = Some((weight, spot));
            }
        }
        let best = best.map(|(_, spot)| spot);
        taken.extend(best.map(|spot| (width_of_text, spot)));
        chosen.push(best.map(|spot| (text, spot)));
    }
    chosen
}

fn faults(
    text: f64,
    spot: Spot,
    width: f64,
    taken: &[(f64, Spot)],
    surroundings: &Surroundings,
) -> f64 {
    let area = spot.area(text, width);
    let is_outside = area.left < surroundings.left * width
        || area.right > width
        || area.top < surroundings.top
        || area.bottom > surroundings.bottom;
    let mut names = taken.iter();
    if is_outside || names.any(|(text, spot)| area.meets(&spot.area(*text, width))) {
        return REFUSED;
    }
    let marks = surroundings.marks.iter().filter(|(x, y)| {
        area.meets(&Area {
            left: x * width - MARK,
            right: x * width + MARK,
            top: y - MARK,
            bottom: y + MARK,
        })
    });
    let pieces = surroundings.curves.iter().flat_map(|curve| {
        let next = curve.iter().skip(1);
        curve.iter().zip(next)
    });
    let crossed = pieces.filter(|((x0, y0), (x1, y1))| {
        area.meets(&Area {
            left: x0 * width,
            right: x1 * width,
            top: y0.min(*y1) - 1.0,
            bottom: y0.max(*y1) + 1.0,
        })
    });
    ON_A_MARK * marks.count() as f64 + ON_A_CURVE * crossed.count() as f64
}

/// About how wide a text is in the type of a drawing, in pixels.
pub(super) fn width_of(text: &str) -> f64 {
    let widths = text
        .chars()
        .map(|character| if character >= '\u{2e80}' { 13.0 } else { 7.0 });
    widths.sum()
}

/// A text, cut off with a mark where it would not fit into a phone.
pub(super) fn shortened(text: &str) -> Cow<'_, str> {
    if width_of(text) <= NARROWEST {
        return text.into();
    }
    let mut short = text.to_owned();
    while width_of(&short) > NARROWEST - 13.0 {
        short.pop();
    }
    short.push('…');
    short.into()
}

/// A curve in pieces so short that each lies along it.
pub(super) fn in_pieces(curve: &[(f64, f64)]) -> Vec<(f64, f64)> {
    const PIECES: u32 = 24;
    let next = curve.iter().skip(1);
    let pieces = curve.iter().zip(next).flat_map(|(&(x0, y0), &(x1, y1))| {
        (0..=PIECES).map(move |piece| {
            let share = f64::from(piece) / f64::from(PIECES);
            (x0 + share * (x1 - x0), y0 + share * (y1 - y0))
        })
    });
    pieces.collect()
}

/// The spots around a mark, those above it first.
pub(super) fn around(x: f64, y: f64) -> Vec<Spot> {
    const TRIED: [(f64, f64, Side); 12] = [
        (8.0, -6.0, Side::After),
        (8.0, 14.0, Side::After),
        (-8.0, -6.0, Side::Before),
        (-8.0, 14.0, Side::Before),
        (0.0, -10.0, Side::Across),
        (0.0, 20.0, Side::Across),
        (24.0, 4.0, Side::After),
        (-24.0, 4.0, Side::Before),
        (8.0, -22.0, Side::After),
        (-8.0, -22.0, Side::Before),
        (0.0, -26.0, Side::Across),
        (0.0, 36.0, Side::Across),
    ];
    let spots = TRIED.into_iter().map(|(dx, dy, side)| Spot {
        x,
        dx,
        y: y + dy,
        side,
    });
    spots.collect()
}

/// Whether any two names overlap, or one stands outside.
#[cfg(test)]
pub(super) fn clashes(names: &[Name]) -> bool {
    WIDTHS.iter().any(|&width| {
        let areas: Vec<Area> = names
            .iter()
            .map(|(text, spot)| spot.area(width_of(text), width))
            .collect();
        areas.iter().enumerate().any(|(index, area)| {
            let mut others = areas.iter().take(index);
            area.left < 0.0 || area.right > width || others.any(|other| area.meets(other))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOTHING: Surroundings = Surroundings {
        left: 0.0,
        top: 0.0,
        bottom: 300.0,
        marks: Vec::new(),
        curves: Vec::new(),
    };

    fn name(spots: Vec<Spot>) -> (String, Vec<Spot>) {
        ("a name".to_owned(), spots)
    }

    #[test]
    fn a_name_alone_stands_at_its_first_spot() {
        let spots = around(0.4, 100.0);
        let placed = arrange(vec![name(spots.clone())], &NOTHING);
        assert_eq!(placed, [Some(("a name".to_owned(), spots[0]))]);
        assert_eq!(arrange(vec![name(Vec::new())], &NOTHING), [None]);
    }

    #[test]
    fn no_name_stands_on_another_or_outside() {
        // Three marks on one spot, at the right edge.
        let placed = arrange(vec![name(around(0.98, 100.0)); 3], &NOTHING);
        let placed: Vec<Name> = placed.into_iter().flatten().collect();
        assert_eq!(placed.len(), 3);
        assert!(!clashes(&placed));
    }

    #[test]
    fn a_name_keeps_within_its_bounds() {
        let surroundings = Surroundings {
            left: 0.4,
            top: 95.0,
            ..NOTHING
        };
        let placed = arrange(vec![name(around(0.5, 100.0))], &surroundings);
        let (_, spot) = placed[0].clone().expect("a spot");
        assert_eq!((spot.side, spot.y), (Side::After, 114.0));
    }

    #[test]
    fn a_name_keeps_clear_of_a_curve_and_of_marks() {
        let surroundings = Surroundings {
            marks: vec![(0.5, 100.0), (0.55, 92.0)],
            curves: vec![(0..=20).map(|x| (f64::from(x) / 20.0, 110.0)).collect()],
            ..NOTHING
        };
        let placed = arrange(vec![name(around(0.5, 100.0))], &surroundings);
        let (_, spot) = placed[0].clone().expect("a spot");
        assert_eq!((spot.side, spot.y), (Side::Before, 94.0));
    }
}
