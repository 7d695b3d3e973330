//! What stands beside the points and curves of a gap that closes.

use super::{
    super::labels::{Name, Side, Spot, Surroundings, around, arrange, in_pieces},
    Gap,
    plot::{BOTTOM, Plot, WHATS, gap_at},
    threshold_at,
};
use crate::{
    text::{Language, Phrase, Word, fill},
    valuation::convergence::Course,
    workbook::{
        COURSES, CatchingUpResults, Field, Moment, Note, Place, Provenance, What, Workbook,
    },
};

/// Where the names of the courses are tried, as shares of their way to zero.
const ALONG: [f64; 7] = [0.72, 0.6, 0.84, 0.48, 0.36, 0.24, 0.14];

/// All names: of the points, of the threshold, of the courses and of zero.
pub(super) fn all_names(
    language: Language,
    workbook: &Workbook,
    results: &CatchingUpResults,
    gap: Gap,
    plot: &Plot,
) -> Vec<Option<Name>> {
    let (_, moments) = gap.of(results);
    let mut marks = Vec::new();
    let mut names: Vec<(String, Vec<Spot>)> = WHATS
        .iter()
        .map(|what| {
            let moment = moments.iter().find(|moment| moment.what == *what);
            let point = moment.and_then(|moment| Some((moment, gap_at(moment)?)));
            point.map_or_else(Default::default, |(moment, left)| {
                let (x, y) = (plot.x(moment.time), plot.y(left));
                marks.push((x, y));
                let source = match gap {
                    Gap::Observed => source_of(workbook, moment.what),
                    Gap::Valuation => None,
                };
                (label(language, source, moment, left), around(x, y))
            })
        })
        .collect();
    let curves = COURSES.map(|course| in_pieces(&plot.places(course).unwrap_or_default()));
    let line = threshold_at(plot, results);
    names.push(line.map_or_else(Default::default, |y| {
        let size = language.gap(results.threshold.unwrap_or(0.0));
        let told = fill(language.phrase(Phrase::ThresholdLine), &[&size]);
        (told, beside_line(y))
    }));
    for (course, curve) in COURSES.into_iter().zip(&curves) {
        let phrase = match course {
            Course::Exponential => Phrase::ExponentialCurve,
            Course::Linear => Phrase::StraightLine,
        };
        // A straight line that has reached zero is not told from zero's.
        let open = curve.iter().filter(|(_, y)| (y - plot.y(0.0)).abs() > 1.0);
        let open: Vec<&(f64, f64)> = open.collect();
        let spots = ALONG.iter().filter_map(|share| {
            let (x, y) = open.get((share * open.len() as f64) as usize)?;
            Some(around(*x, *y))
        });
        names.push((
            language.phrase(phrase).to_owned(),
            spots.flatten().collect(),
        ));
    }
    let zero = match gap {
        Gap::Observed => language.gap(0.0),
        Gap::Valuation => language.word(Word::Parity).to_owned(),
    };
    names.push((zero, beside_line(plot.y(0.0))));
    let across = |y: f64| vec![(0.0, y), (1.0, y)];
    let surroundings = Surroundings {
        left: 0.0,
        top: 0.0,
        bottom: BOTTOM + 6.0,
        marks,
        curves: curves
            .into_iter()
            .chain(line.map(across))
            .chain([across(plot.y(0.0))])
            .collect(),
    };
    arrange(names, &surroundings)
}

/// The spots for the name of a line from edge to edge.
fn beside_line(y: f64) -> Vec<Spot> {
    [-5.0, 14.0]
        .into_iter()
        .flat_map(|dy| {
            [(0.0, Side::After), (1.0, Side::Before), (0.5, Side::Across)].map(|(x, side)| Spot {
                x,
                dx: 0.0,
                y: y + dy,
                side,
            })
        })
        .collect()
}

/// The issue that prints what was observed.
fn source_of(workbook: &Workbook, what: What) -> Option<Note> {
    let field = match what {
        What::Earlier => Field::CatchingUpEarlier,
        What::Before => Field::CatchingUpBefore,
        What::Now => Field::CatchingUpNow,
        What::Half(_) | What::Threshold(_) => return None,
    };
    match workbook.provenance(Place::Field(field)) {
        Some(Provenance::Source(_, note)) => note,
        _ => None,
    }
}

/// What a point says beside it: what was observed with its source, or how long
/// it takes.
fn label(language: Language, source: Option<Note>, moment: &Moment, gap: f64) -> String {
    let time = language.time(moment.time);
    let gap = language.gap(gap);
    match (moment.what, source) {
        (What::Half(_), _) => fill(language.phrase(Phrase::HalfIn), &[&time]),
        (What::Threshold(_), _) => time,
        (_, Some(note)) => fill(
            language.phrase(Phrase::MoveOf),
            &[&gap, language.note(note)],
        ),
        (_, None) => gap,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::super::super::labels::clashes;
    use super::*;
    use crate::workbook::{Edit, Figure, Preset, evaluate};

    /// The names in a workbook whose gap went from one value to another, over so
    /// many years, on its way to a threshold.
    fn names([before, now, time, threshold]: [f64; 4], language: Language, gap: Gap) -> Vec<Name> {
        let mut workbook = Workbook::from(Preset::ChinaVsUs);
        for (field, value) in [
            (Field::CatchingUpBefore, before),
            (Field::CatchingUpNow, now),
            (Field::CatchingUpTime, time),
            (Field::CatchingUpThreshold, threshold),
        ] {
            Edit::Figure(Place::Field(field), Some(Figure::exact(value)))
                .apply(&mut workbook)
                .unwrap();
        }
        let results = evaluate(&workbook).catching_up;
        let plot = Plot::of(gap.of(&results));
        let names = plot.map(|plot| all_names(language, &workbook, &results, gap, &plot));
        names.into_iter().flatten().flatten().collect()
    }

    #[test]
    fn no_name_covers_another_whatever_the_gaps() {
        for inputs in [
            // The article's, and one that closes in no time or hardly at all.
            [0.08, 0.06, 1.0 / 12.0, 0.01],
            [0.08, 0.001, 1.0 / 12.0, 0.0005],
            [0.08, 0.0799, 1.0, 0.01],
            // Widening, unchanged, crossed, closed, and behind turned ahead.
            [0.06, 0.08, 0.5, 0.01],
            [0.06, 0.06, 0.5, 0.01],
            [0.06, -0.02, 0.5, 0.01],
            [0.06, 0.0, 0.5, 0.01],
            [-0.4, -0.3, 1.0, 0.05],
            // A threshold that is reached, and one right below it.
            [0.08, 0.06, 1.0, 0.06],
            [0.08, 0.06, 1.0, 0.059],
            [0.08, 0.06, 30.0, 0.0],
            [9.0, 1e-6, 0.01, 0.5],
        ] {
            for (language, gap) in Language::ALL
                .into_iter()
                .flat_map(|language| [Gap::Observed, Gap::Valuation].map(|gap| (language, gap)))
            {
                let names = names(inputs, language, gap);
                assert!(!clashes(&names), "{inputs:?}: {names:?}");
            }
        }
    }

    #[test]
    fn the_courses_are_named_where_they_are_drawn() {
        let named = names(
            [0.08, 0.06, 1.0 / 12.0, 0.01],
            Language::English,
            Gap::Observed,
        );
        for word in ["exponential", "linear", "threshold 1%", "0%"] {
            assert!(named.iter().any(|(text, _)| text == word), "{word}");
        }
        // A gap that is unchanged has no course.
        let named = names([0.06, 0.06, 0.5, 0.01], Language::English, Gap::Observed);
        assert!(named.iter().all(|(text, _)| text != "exponential"));
    }
}
