//! A choice among a few options that all stand in view, and one from a list.

use leptos::{ev, prelude::*};

use super::handler;

/// A row of options of which one is picked.
#[component]
pub fn Options(
    /// What is picked.
    legend: &'static str,
    /// The group's name in the document.
    name: &'static str,
    /// What each option is called.
    labels: Vec<&'static str>,
    /// Which option is picked.
    chosen: Signal<usize>,
    /// Called with the option that the reader picks.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(index, label): (usize, &'static str)| {
        view! {
            <label class="option">
                <input
                    type="radio"
                    name=name
                    checked=chosen.get_untracked() == index
                    prop:checked=move || chosen.get() == index
                    on:change=handler(move |_| on_choose.run(index))
                />
                <span>{label}</span>
            </label>
        }
    };
    view! {
        <fieldset class="options" id=name>
            <legend>{legend}</legend>
            <div class="row">{labels.into_iter().enumerate().map(option).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// A list that opens, of which one option is picked.
#[component]
pub fn Picker(
    /// What is picked.
    #[prop(into)]
    label: Signal<String>,
    /// The list's name in the document.
    id: String,
    /// What each option is called.
    labels: Vec<&'static str>,
    /// Which option is picked.
    chosen: Signal<usize>,
    /// Called with the option that the reader picks.
    on_choose: Callback<usize>,
) -> impl IntoView {
    let option = move |(index, label): (usize, &'static str)| {
        view! {
            <option
                value=index.to_string()
                selected=chosen.get_untracked() == index
                prop:selected=move || chosen.get() == index
            >
                {label}
            </option>
        }
    };
    let on_change = handler(move |event: ev::Event| {
        if let Ok(index) = event_target_value(&event).parse() {
            on_choose.run(index);
        }
    });
    view! {
        <div class="picker">
            <label for=id.clone()>{move || label.get()}</label>
            <select id=id on:change=on_change>
                {labels.into_iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
