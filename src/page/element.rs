//! What the page is made of: elements as plain values, some of whose texts
//! and attributes follow the workbook.
//!
//! Leptos's own elements are a type for each tag, each list of attributes and
//! each closure, and each type brings a copy of the machinery: with them the
//! module weighed twice what it weighs. Here every element is of one type, and
//! `mount` makes a Leptos view of it.

use std::{borrow::Cow, sync::Arc};

use leptos::{
    ev,
    prelude::{RenderEffect, event_target_value},
    tachys::renderer::types,
};

use super::{
    drawn::{self, Saying},
    mount::Shown,
};

/// What a closure tells, and what one answers: a page has hundreds of closures,
/// and `dyn Fn` carries besides the way of calling that is used the two that it
/// inherits, each with code of its own.
pub(crate) trait Tells<T>: Send {
    /// What there is to tell.
    fn tell(&self) -> T;
}

impl<T, F: Fn() -> T + Send> Tells<T> for F {
    fn tell(&self) -> T {
        self()
    }
}

/// What several closures ask.
pub(crate) type Shared<T> = Arc<dyn Tells<T> + Sync>;

/// What makes an element for a name.
pub(super) trait Makes: Send {
    /// The element of a name.
    fn make(&self, name: u32) -> Element;
}

impl<F: Fn(u32) -> Element + Send> Makes for F {
    fn make(&self, name: u32) -> Element {
        self(name)
    }
}

/// What draws elements from the figures as they stand.
pub(super) trait Draws: Send {
    /// The elements.
    fn draw(&self) -> Vec<Element>;

    /// Keeps them in an element of the document. Who draws brings the way to do
    /// so along: the first view, which draws nothing, does without it.
    fn keep_in(self: Box<Self>, node: types::Element) -> RenderEffect<Shown>;
}

impl<F: Fn() -> Vec<Element> + Send + 'static> Draws for F {
    fn draw(&self) -> Vec<Element> {
        self()
    }

    fn keep_in(self: Box<Self>, node: types::Element) -> RenderEffect<Shown> {
        drawn::keep(node, self)
    }
}

/// What answers to what a reader does.
pub(super) trait Answers<A, T>: Send {
    /// The answer.
    fn answer(&mut self, to: A) -> T;
}

impl<A, T, F: FnMut(A) -> T + Send> Answers<A, T> for F {
    fn answer(&mut self, to: A) -> T {
        self(to)
    }
}

/// A text, or none, that follows the signals that it reads.
pub(super) type Followed = Box<dyn Tells<Option<String>>>;

/// Where a followed text is shown.
#[derive(Clone, Copy)]
pub(super) enum Slot {
    /// An attribute, absent where there is no text.
    Attribute(&'static str),
    /// A field's text.
    Value,
    /// Whether a box is ticked: where there is a text, it is.
    Checked,
    /// The element's own text.
    Text,
}

/// What an element answers to.
pub(super) enum Listener {
    Event(&'static str, Box<dyn Answers<ev::Event, ()>>),
    Input(Box<dyn Answers<String, ()>>),
    Key(Box<dyn Answers<Key, bool>>),
}

/// What stands in an element.
pub(super) enum Content {
    /// The same as long as the element stands.
    Fixed(Vec<Node>),
    /// An element for each of some names, kept as long as its name is there.
    Keyed(Keyed),
    /// What is drawn from the figures as they stand.
    Drawn(Box<dyn Draws>),
    /// What the document was prepared with, as it stands.
    Prepared(&'static str),
}

/// A child.
pub(super) enum Node {
    Element(Element),
    Text(Cow<'static, str>),
}

pub(super) struct Keyed {
    pub(super) names: Box<dyn Tells<Vec<u32>>>,
    pub(super) make: Box<dyn Makes>,
}

/// A key that was pressed.
pub struct Key {
    /// The key's name, as in `KeyboardEvent.key`.
    pub name: String,
    /// Whether Shift is held.
    pub shift: bool,
}

/// An element of the page. It is boxed, because it is handed from call to call
/// while it is put together.
pub struct Element(pub(super) Box<Parts>);

pub(super) struct Parts {
    pub(super) tag: &'static str,
    pub(super) attributes: Vec<(&'static str, Cow<'static, str>)>,
    pub(super) followed: Vec<(Slot, Followed)>,
    pub(super) listeners: Vec<Listener>,
    pub(super) content: Content,
    pub(super) stands_apart: bool,
}

/// An element with nothing in it.
#[must_use]
pub fn element(tag: &'static str) -> Element {
    Element(Box::new(Parts {
        tag,
        attributes: Vec::new(),
        followed: Vec::new(),
        listeners: Vec::new(),
        content: Content::Fixed(Vec::new()),
        stands_apart: false,
    }))
}

/// An element of a class.
#[must_use]
pub fn classed(tag: &'static str, class: &'static str) -> Element {
    element(tag).with("class", class)
}

impl Element {
    /// The element with an attribute.
    #[must_use]
    pub fn with(self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.attribute(name, value.into())
    }

    /// The element as one whose texts, with those in it, follow the workbook by
    /// themselves: what is not apart is told anew with all that is around it.
    #[must_use]
    pub fn apart(mut self) -> Self {
        self.0.stands_apart = true;
        self
    }

    /// The element with its name in the document.
    #[must_use]
    pub fn id(self, id: impl Into<Cow<'static, str>>) -> Self {
        self.with("id", id)
    }

    /// The element with an attribute that follows what it reads, and is absent
    /// where there is nothing to tell.
    #[must_use]
    pub fn with_live(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + 'static,
    ) -> Self {
        self.following(Slot::Attribute(name), Box::new(value))
    }

    /// The input with a text that follows what it reads.
    #[must_use]
    pub fn value(self, value: impl Fn() -> String + Send + 'static) -> Self {
        self.following(Slot::Value, Box::new(move || Some(value())))
    }

    /// The box, ticked as long as the test holds.
    #[must_use]
    pub fn checked(self, test: impl Fn() -> bool + Send + 'static) -> Self {
        self.following(Slot::Checked, Box::new(move || test().then(String::new)))
    }

    /// The element with a text of its own that follows what it reads.
    #[must_use]
    pub fn says(self, text: impl Fn() -> String + Send + 'static) -> Self {
        self.following(Slot::Text, Box::new(move || Some(text())))
    }

    /// The element with more text in it.
    #[must_use]
    pub fn text(self, text: impl Into<Cow<'static, str>>) -> Self {
        self.node(Node::Text(text.into()))
    }

    /// The element with one more element in it.
    #[must_use]
    pub fn child(self, child: Self) -> Self {
        self.node(Node::Element(child))
    }

    /// The element with more elements in it.
    #[must_use]
    pub fn children(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// The element around others that are drawn once, while their texts follow:
    /// where many change at each key, the texts alone are told faster.
    #[must_use]
    pub fn saying(
        self,
        children: impl Fn() -> Vec<Self> + Send + 'static,
        texts: impl Fn() -> Vec<String> + Send + 'static,
    ) -> Self {
        let children = Box::new(children);
        let texts = Box::new(texts);
        self.holding(Content::Drawn(Box::new(Saying { children, texts })))
    }

    /// The element around one for each name, in the names' order; one whose
    /// name stays is kept, with the focus in it.
    #[must_use]
    pub fn keyed(
        self,
        names: impl Fn() -> Vec<u32> + Send + 'static,
        make: impl Fn(u32) -> Self + Send + 'static,
    ) -> Self {
        self.holding(Content::Keyed(Keyed {
            names: Box::new(names),
            make: Box::new(make),
        }))
    }

    /// The element around what is drawn from the figures as they stand. When they
    /// change all of it is told anew, and what differs is written: to tell it whole
    /// takes a fraction of the code that following each of its texts would. In it
    /// nothing follows anything by itself, and nothing answers to the reader.
    #[must_use]
    pub fn drawn(self, draw: impl Fn() -> Vec<Self> + Send + 'static) -> Self {
        self.holding(Content::Drawn(Box::new(draw)))
    }

    /// The element holding what the document was prepared with in the element of
    /// this name.
    #[must_use]
    pub fn prepared(self, id: &'static str) -> Self {
        self.holding(Content::Prepared(id))
    }

    /// The element, answering to an event.
    #[must_use]
    pub fn on(self, event: &'static str, answer: impl FnMut(ev::Event) + Send + 'static) -> Self {
        self.listening(Listener::Event(event, Box::new(answer)))
    }

    /// The field, answering to the text that stands in it, whenever that is
    /// another. What an input method is still putting together is no text yet.
    #[must_use]
    pub fn on_typed(self, mut answer: impl FnMut(String) + Clone + Send + 'static) -> Self {
        let typed = answer.clone();
        self.listening(Listener::Input(Box::new(typed)))
            .on("compositionend", move |event| {
                answer(event_target_value(&event));
            })
    }

    /// The element, answering to keys; true from the answer keeps the browser
    /// from answering too. Those that an input method answers to are its own.
    #[must_use]
    pub fn on_key(self, answer: impl FnMut(Key) -> bool + Send + 'static) -> Self {
        self.listening(Listener::Key(Box::new(answer)))
    }

    // The calls above are many and differ in their closures only; what they
    // share is kept out of line.

    #[inline(never)]
    fn attribute(mut self, name: &'static str, value: Cow<'static, str>) -> Self {
        self.0.attributes.push((name, value));
        self
    }

    #[inline(never)]
    fn following(mut self, slot: Slot, text: Followed) -> Self {
        self.0.followed.push((slot, text));
        self
    }

    #[inline(never)]
    fn listening(mut self, listener: Listener) -> Self {
        self.0.listeners.push(listener);
        self
    }

    #[inline(never)]
    fn holding(mut self, content: Content) -> Self {
        self.0.content = content;
        self
    }

    #[inline(never)]
    fn node(mut self, node: Node) -> Self {
        if let Content::Fixed(nodes) = &mut self.0.content {
            nodes.push(node);
        }
        self
    }
}
