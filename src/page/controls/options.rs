//! A choice among a few options that all stand in view, and one from a list.

use std::sync::Arc;

use leptos::prelude::event_target_value;

use crate::page::{Element, classed, element};

/// One of a few options: which is picked, and what picking another does.
#[derive(Clone)]
pub(crate) struct Choice {
    chosen: Arc<dyn Fn() -> usize + Send + Sync>,
    choose: Arc<dyn Fn(usize) + Send + Sync>,
}

impl Choice {
    /// A choice among some values.
    pub(crate) fn among<T: PartialEq + Copy + Send + Sync + 'static>(
        values: &'static [T],
        chosen: impl Fn() -> T + Send + Sync + 'static,
        choose: impl Fn(T) + Send + Sync + 'static,
    ) -> Self {
        Self::numbered(
            move || {
                let chosen = chosen();
                let index = values.iter().position(|value| *value == chosen);
                index.unwrap_or_default()
            },
            move |index| {
                if let Some(value) = values.get(index) {
                    choose(*value);
                }
            },
        )
    }

    /// A choice among options that go by their numbers, from 0.
    pub(crate) fn numbered(
        chosen: impl Fn() -> usize + Send + Sync + 'static,
        choose: impl Fn(usize) + Send + Sync + 'static,
    ) -> Self {
        Self {
            chosen: Arc::new(chosen),
            choose: Arc::new(choose),
        }
    }
}

/// A row of options of which one is picked, under the name of the group in the
/// document.
pub(crate) fn options(
    legend: &'static str,
    name: &'static str,
    labels: impl IntoIterator<Item = &'static str>,
    choice: &Choice,
) -> Element {
    let option = |(index, label): (usize, &'static str)| {
        let (chosen, choose) = (choice.chosen.clone(), choice.choose.clone());
        let dot = element("input")
            .with("type", "radio")
            .with("name", name)
            .checked(move || chosen() == index)
            .on("change", move |_| choose(index));
        classed("label", "option")
            .child(dot)
            .child(element("span").text(label))
    };
    classed("fieldset", "options")
        .id(name)
        .child(element("legend").text(legend))
        .child(classed("div", "row").children(labels.into_iter().enumerate().map(option)))
}

/// A list that opens, of which one option is picked.
pub(crate) fn picker(
    label: impl Fn() -> String + Send + 'static,
    id: String,
    labels: impl IntoIterator<Item = &'static str>,
    choice: &Choice,
) -> Element {
    let (chosen, choose) = (choice.chosen.clone(), choice.choose.clone());
    let at_first = chosen();
    let option = |(index, label): (usize, &'static str)| {
        let option = element("option").with("value", index.to_string());
        let option = if index == at_first {
            option.with("selected", "")
        } else {
            option
        };
        option.text(label)
    };
    let list = element("select")
        .id(id.clone())
        .children(labels.into_iter().enumerate().map(option))
        .value(move || chosen().to_string())
        .on("change", move |event| {
            if let Ok(index) = event_target_value(&event).parse() {
                choose(index);
            }
        });
    classed("div", "picker")
        .child(element("label").with("for", id).says(label))
        .child(list)
}
