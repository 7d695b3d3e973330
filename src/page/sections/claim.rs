//! Claim check: do printed figures agree with each other?

use leptos::prelude::*;

use super::SectionFrame;
use crate::{
    page::{
        Desk,
        controls::{FigureField, Options, Reading},
    },
    text::{Language, Word, fill},
    valuation::{
        Meaningful,
        claim::{Check, Correction, Estimate, Implied},
    },
    workbook::{Choice, ClaimKind, Edit, Field, Place, Section, Unit, evaluate_claim},
};

/// The claim's figures, whether they agree, and what they imply.
#[component]
pub fn ClaimSection() -> impl IntoView {
    let desk = expect_context::<Desk>();
    let language = desk.language;
    let claim = desk.memo(|workbook| workbook.claim.clone());
    let chosen = desk.memo(|workbook| {
        let kind = workbook.claim.kind;
        ClaimKind::ALL
            .iter()
            .position(|&option| option == kind)
            .unwrap_or_default()
    });
    let check = Memo::new(move |_| claim.with(evaluate_claim));
    let answer = Signal::derive(move || {
        claim.with(|claim| check.with(|check| language.claim_answer(claim, check)))
    });
    let choose = Callback::new(move |index: usize| {
        if let Some(&kind) = ClaimKind::ALL.get(index) {
            desk.make(&Edit::Choose(Choice::ClaimKind(kind)));
        }
    });
    let fields = move || {
        let kind = ClaimKind::ALL.get(chosen.get()).copied();
        kind.map(ClaimKind::quantities)
            .unwrap_or_default()
            .iter()
            .map(|&quantity| {
                let field = Field::of_quantity(quantity);
                view! {
                    <FigureField
                        place=Place::Field(field)
                        label=language.quantity(quantity)
                        id=field.key().to_owned()
                    />
                }
            })
            .collect_view()
    };
    view! {
        <SectionFrame section=Section::Claim answer>
            <Options
                legend=language.word(Word::ClaimKind)
                name="claim.kind"
                labels=ClaimKind::ALL.iter().map(|&kind| language.claim_kind(kind)).collect()
                chosen=chosen.into()
                on_choose=choose
            />
            <div class="fields">{fields}</div>
            <Corrections check/>
            <ImpliedTable check/>
        </SectionFrame>
    }
    .into_any()
}

/// Which single corrections would make the figures agree.
#[component]
fn Corrections(
    /// The check of the claim.
    check: Memo<Meaningful<Check>>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let line = move |correction: Correction| {
        let (quantity, unit) = (correction.quantity, correction.quantity.unit());
        let needed = correction.needed.ok()?;
        let shown = |value| language.amount(value, unit);
        let (label, value) = (language.quantity(quantity), shown(needed.value));
        let told = match needed.interval {
            Ok(interval) => fill(
                language.word(Word::Correction),
                &[label, &value, &shown(interval.low), &shown(interval.high)],
            ),
            Err(_) => fill(language.word(Word::Labelled), &[label, &value]),
        };
        Some(view! { <li>{told}</li> })
    };
    move || {
        let corrections = check.with(|check| match check {
            Ok(check) => check.corrections.clone(),
            Err(_) => Vec::new(),
        });
        (!corrections.is_empty()).then(|| {
            let possible = corrections
                .iter()
                .filter(|correction| correction.needed.is_ok())
                .count();
            let lead = match possible {
                0 => Word::CorrectionNone,
                1 => Word::CorrectionOne,
                _ => Word::CorrectionAny,
            };
            view! {
                <div class="corrections">
                    <h3>{language.word(lead)}</h3>
                    <ul>{corrections.into_iter().filter_map(line).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// What each pair of figures implies the others to be.
#[component]
fn ImpliedTable(
    /// The check of the claim.
    check: Memo<Meaningful<Check>>,
) -> impl IntoView {
    let language = expect_context::<Desk>().language;
    let rows = move || {
        check.with(|check| match check {
            Ok(check) => check.implied.clone(),
            Err(_) => Vec::new(),
        })
    };
    let row = move |implied: Implied| {
        let unit = implied.quantity.unit();
        let [first, second] = implied.from.map(|quantity| language.quantity(quantity));
        let key = implied_key(&implied);
        view! {
            <tr>
                <th scope="row">{language.quantity(implied.quantity)}</th>
                <td>{fill(language.word(Word::FromPair), &[first, second])}</td>
                <td class="number">
                    <Reading of=Signal::stored(implied.estimate.map(|estimate| language.amount(estimate.value, unit))) id=key/>
                </td>
                <td class="number">
                    {implied.estimate.ok().map(|estimate| range(estimate, unit, language))}
                </td>
            </tr>
        }
    };
    move || {
        let rows = rows();
        (!rows.is_empty()).then(|| {
            view! {
                <table class="implied">
                    <caption>{language.word(Word::ImpliedCaption)}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{language.word(Word::Figure)}</th>
                            <th scope="col">{language.word(Word::IfRight)}</th>
                            <th scope="col" class="number">{language.word(Word::WouldBe)}</th>
                            <th scope="col" class="number">{language.word(Word::WithinRounding)}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.into_iter().map(row).collect_view()}</tbody>
                </table>
            }
        })
    }
}

/// A name for a figure in the table: `claim.end.from.change.percent`.
fn implied_key(implied: &Implied) -> String {
    let name = |quantity| {
        Field::of_quantity(quantity)
            .key()
            .trim_start_matches("claim.")
    };
    let [first, second] = implied.from;
    fill(
        "claim.{0}.from.{1}.{2}",
        &[name(implied.quantity), name(first), name(second)],
    )
}

/// The interval that the printed digits allow, where they bound it.
fn range(estimate: Estimate, unit: Unit, language: Language) -> String {
    estimate.interval.map_or_else(
        |_| String::new(),
        |interval| {
            let [low, high] = [interval.low, interval.high].map(|end| language.amount(end, unit));
            fill(language.word(Word::RangeTo), &[&low, &high])
        },
    )
}
