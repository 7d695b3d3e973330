//! What is drawn from the figures as they stand: kept in the document, where only
//! what differs from the time before is written.

use std::borrow::Cow;

use leptos::{
    prelude::RenderEffect,
    tachys::renderer::{Rndr, types},
};

use super::{
    element::{Content, Draws, Element, Node, Parts, Slot, Tells},
    mount::{Shown, created},
};

/// Draws in an element of the document what there is to draw, and again when that
/// changes.
pub(super) fn keep(node: types::Element, draws: Box<dyn Draws>) -> RenderEffect<Shown> {
    let mut drawn = emptied(&node);
    RenderEffect::new(move |_| {
        draw(&node, &mut drawn, draws.draw());
        Shown::default()
    })
}

/// Nothing drawn in an element: what a saved page holds there is drawn anew.
fn emptied(node: &types::Element) -> Vec<Drawn> {
    node.set_text_content(None);
    Vec::new()
}

/// An element as it was drawn last.
struct Drawn {
    node: types::Element,
    tag: &'static str,
    attributes: Vec<(&'static str, Cow<'static, str>)>,
    text: String,
    inside: Vec<Self>,
}

/// Draws elements in another. Those that were there before stay, place by place,
/// with the focus in them: what comes and goes has a place of its own.
fn draw(parent: &types::Element, drawn: &mut Vec<Drawn>, elements: Vec<Element>) {
    for gone in drawn.drain(elements.len().min(drawn.len())..) {
        Rndr::remove(&gone.node);
    }
    for (index, element) in elements.into_iter().enumerate() {
        match drawn.get_mut(index) {
            Some(there) if there.tag == element.0.tag => there.follow(*element.0),
            Some(there) => {
                let other = Drawn::of(*element.0);
                Rndr::insert_node(parent, &other.node, Some(&there.node));
                Rndr::remove(&there.node);
                *there = other;
            }
            None => {
                let more = Drawn::of(*element.0);
                Rndr::insert_node(parent, &more.node, None);
                drawn.push(more);
            }
        }
    }
}

impl Drawn {
    fn of(parts: Parts) -> Self {
        let mut drawn = Self {
            node: created(parts.tag),
            tag: parts.tag,
            attributes: Vec::new(),
            text: String::new(),
            inside: Vec::new(),
        };
        drawn.follow(parts);
        drawn
    }

    /// Writes what differs from how it was drawn before.
    fn follow(&mut self, parts: Parts) {
        debug_assert!(
            parts.followed.is_empty() && parts.listeners.is_empty(),
            "what is drawn neither follows nor answers"
        );
        for attribute in &parts.attributes {
            if !self.attributes.contains(attribute) {
                Rndr::set_attribute(&self.node, attribute.0, &attribute.1);
            }
        }
        for (name, _) in &self.attributes {
            if parts.attributes.iter().all(|(other, _)| other != name) {
                Rndr::remove_attribute(&self.node, name);
            }
        }
        self.attributes = parts.attributes;
        let (mut text, mut inside) = (String::new(), Vec::new());
        if let Content::Fixed(nodes) = parts.content {
            for node in nodes {
                match node {
                    Node::Text(more) => text.push_str(&more),
                    Node::Element(element) => inside.push(element),
                }
            }
        }
        debug_assert!(
            text.is_empty() || inside.is_empty(),
            "what is drawn holds a text or elements"
        );
        self.say(text);
        draw(&self.node, &mut self.inside, inside);
    }

    fn say(&mut self, text: String) {
        if text != self.text {
            Slot::Text.show(&self.node, Some(&text));
            self.text = text;
        }
    }
}

/// Elements that are drawn once, and texts in them that follow, in their order.
pub(super) struct Saying {
    pub(super) children: Box<dyn Tells<Vec<Element>>>,
    pub(super) texts: Box<dyn Tells<Vec<String>>>,
}

impl Draws for Saying {
    fn draw(&self) -> Vec<Element> {
        let children = self.children.tell().into_iter();
        let said = children.zip(self.texts.tell());
        said.map(|(child, text)| child.text(text)).collect()
    }

    fn keep_in(self: Box<Self>, node: types::Element) -> RenderEffect<Shown> {
        let mut drawn = emptied(&node);
        draw(&node, &mut drawn, self.children.tell());
        RenderEffect::new(move |_| {
            for (child, text) in drawn.iter_mut().zip(self.texts.tell()) {
                child.say(text);
            }
            Shown::default()
        })
    }
}
