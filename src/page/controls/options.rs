//! A choice among a few options that all stand in view, and one from a list.

use std::sync::Arc;

use leptos::prelude::event_target_value;

use crate::page::{Element, Shared, classed, element};

/// One of a few options: which is picked, and what picking another does.
#[derive(Clone)]
pub(crate) struct Choice {
    chosen: Shared<usize>,
    choose: Arc<dyn Chooses>,
    barred: Option<(usize, Shared<bool>)>,
}

/// What picks an option by its number.
trait Chooses: Send + Sync {
    fn choose(&self, index: usize);
}

impl<F: Fn(usize) + Send + Sync> Chooses for F {
    fn choose(&self, index: usize) {
        self(index);
    }
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
            barred: None,
        }
    }

    /// The choice, of which one option of a list cannot be picked as long as the
    /// test holds.
    pub(crate) fn barred(
        self,
        index: Option<usize>,
        test: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        let test: Shared<bool> = Arc::new(test);
        Self {
            barred: index.map(|index| (index, test)),
            ..self
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
    row(legend, name, labels.into_iter().collect(), choice)
}

fn row(
    legend: &'static str,
    name: &'static str,
    labels: Vec<&'static str>,
    choice: &Choice,
) -> Element {
    let option = |(index, label): (usize, &'static str)| {
        let (chosen, choose) = (choice.chosen.clone(), choice.choose.clone());
        let dot = element("input")
            .with("type", "radio")
            .with("name", name)
            .checked(move || chosen.tell() == index)
            .on("change", move |_| choose.choose(index));
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
    let label = element("label").with("for", id.clone()).says(label);
    list(label, id, labels.into_iter().collect(), choice)
}

fn list(name: Element, id: String, labels: Vec<&'static str>, choice: &Choice) -> Element {
    let (chosen, choose) = (choice.chosen.clone(), choice.choose.clone());
    let at_first = chosen.tell();
    let option = |(index, label): (usize, &'static str)| {
        let option = element("option").with("value", index.to_string());
        let option = if index == at_first {
            option.with("selected", "")
        } else {
            option
        };
        let option = match &choice.barred {
            Some((barred, test)) if *barred == index => {
                let test = test.clone();
                option.with_live("disabled", move || test.tell().then(String::new))
            }
            _ => option,
        };
        option.text(label)
    };
    let list = element("select")
        .id(id)
        .children(labels.into_iter().enumerate().map(option))
        .value(move || chosen.tell().to_string())
        .on("change", move |event| {
            if let Ok(index) = event_target_value(&event).parse() {
                choose.choose(index);
            }
        });
    classed("div", "picker").child(name).child(list)
}
