//! What scale says: its answer, and its method with the reader's own figures.

use super::{
    Language, Phrase, fill,
    numbers::{Shape, show, show_figure},
};
use crate::workbook::{Figure, Markets, Scale, ScaleResults, ScaleUnknown, Unit};

impl Language {
    /// How large the market is, and what its spending carries.
    #[must_use]
    pub fn scale_answer(self, scale: &Scale, results: &ScaleResults, markets: &Markets) -> String {
        let told = results
            .ratios
            .and_then(|ratios| Ok((ratios, results.solution?)));
        let (ratios, solution) = match told {
            Ok(told) => told,
            Err(reason) => return self.reason(reason).to_owned(),
        };
        let (a, b) = (self.in_sentence(&markets.a), self.in_sentence(&markets.b));
        let unit = scale.unknown.field().spec().unit;
        let solution = self.amount(solution, unit);
        let phrase = match scale.unknown {
            ScaleUnknown::ReturnOnCapex => {
                let share = |figure: Option<Figure>| {
                    figure.map(|figure| show_figure(figure, Unit::Ratio, self))
                };
                // A share that contradicts the others is not repeated.
                let with_private = results.private.ok().and(share(scale.with_private));
                let phrase = match with_private {
                    Some(_) => Phrase::ScaleAnswerPrivate,
                    None => Phrase::ScaleAnswer,
                };
                return self.begun(fill(
                    self.phrase(phrase),
                    &[
                        &a,
                        &b,
                        &self.amount(ratios.capex, Unit::Ratio),
                        &share(scale.share).unwrap_or_default(),
                        &solution,
                        &with_private.unwrap_or_default(),
                    ],
                ));
            }
            ScaleUnknown::Value => Phrase::ScaleShareSolved,
            ScaleUnknown::Capex => Phrase::ScaleCapexSolved,
            ScaleUnknown::PeerCapex => Phrase::ScalePeerCapexSolved,
            ScaleUnknown::Multiple => Phrase::ScaleMultipleSolved,
            ScaleUnknown::PeerMultiple => Phrase::ScalePeerMultipleSolved,
        };
        let returned = self.amount(ratios.return_on_capex, Unit::Ratio);
        fill(self.phrase(phrase), &[&a, &b, &returned, &solution])
    }

    /// What the spending would have to earn on top to be worth as much as the
    /// peer's, unit for unit; why there is no telling, where there is none.
    #[must_use]
    pub fn return_to_add(self, results: &ScaleResults) -> String {
        match results.return_to_add {
            Ok(more) if more > 0.0 => fill(
                self.phrase(Phrase::ReturnToAdd),
                &[&self.amount(more, Unit::Ratio)],
            ),
            Ok(_) => self.phrase(Phrase::WorthMore).to_owned(),
            Err(reason) => self.reason(reason).to_owned(),
        }
    }

    /// The formulas of scale with the figures in them.
    #[must_use]
    pub fn scale_told(self, scale: &Scale, results: &ScaleResults) -> String {
        let percent = |ratio| show(ratio, Unit::Ratio, Shape::up_to(1), self);
        let mut told = String::new();
        if let Ok(ratios) = results.ratios {
            told = fill(
                self.phrase(Phrase::ScaleTold),
                &[
                    &percent(ratios.value),
                    &percent(ratios.capex),
                    &percent(ratios.return_on_capex),
                    &percent(ratios.multiple),
                ],
            );
        }
        if let Some(private) = self.private_told(scale, results) {
            if !told.is_empty() {
                told.push_str(self.between_sentences());
            }
            told.push_str(&private);
        }
        told
    }

    fn private_told(self, scale: &Scale, results: &ScaleResults) -> Option<String> {
        let private = results.private.ok()?;
        let shown = |figure: Option<Figure>, unit| Some(self.amount(figure?.value, unit));
        let share = match (scale.unknown, results.solution) {
            (ScaleUnknown::Value, solved) => Some(self.amount(solved.ok()?, Unit::Ratio)),
            _ => shown(scale.share, Unit::Ratio),
        };
        Some(fill(
            self.phrase(Phrase::ScaleToldPrivate),
            &[
                &shown(scale.with_private, Unit::Ratio)?,
                &shown(scale.listed, Unit::Money)?,
                &share?,
                &shown(scale.private_peers, Unit::Money)?,
                &self.amount(private.value, Unit::Money),
            ],
        ))
    }
}
