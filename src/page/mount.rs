//! An element as a view of Leptos: in the browser as nodes with effects,
//! natively as HTML.

use leptos::{
    ev,
    prelude::*,
    tachys::{
        html::{
            attribute::{Attribute, any_attribute::AnyAttribute},
            event,
        },
        hydration::Cursor,
        renderer::{CastFrom, RemoveEventHandler, Rndr, types},
        view::{Mountable, Position, PositionState, add_attr::AddAnyAttr},
    },
};

use super::element::{Content, Element, Followed, Key, Keyed, Listener, Node, Parts, Slot, Tells};
#[cfg(feature = "app")]
use crate::browser::{document::keeping_focus, root};

/// The tags of drawings, which are made in a namespace of their own.
const DRAWN: [&str; 9] = [
    "svg", "g", "rect", "line", "path", "polyline", "circle", "text", "tspan",
];

/// The tags that hold nothing and are not closed.
const VOID: [&str; 3] = ["input", "br", "col"];

/// The tag of what stands for a field, or for the dot of an option, until it can
/// be used. A browser that fills in forms looks at each field of a new document
/// and lays out all of it for that, however far it is from the screen.
const STAND_IN: &str = "i";

/// What `Node.nodeType` says of a text.
const TEXT_NODE: u16 = 3;

/// An element in the document, with what keeps it alive.
pub struct Mounted {
    node: types::Element,
    /// Whether it is what the document was prepared with, as it stands.
    is_prepared: bool,
    _inside: Vec<Self>,
    effects: Vec<RenderEffect<Shown>>,
    _listeners: Vec<RemoveEventHandler<types::Element>>,
}

/// What an effect has shown.
#[derive(Default)]
pub(super) struct Shown {
    texts: Vec<Option<String>>,
    elements: Vec<Made>,
}

/// Elements that an effect has made. Their signals belong to an owner of their
/// own, for they outlive the run of the effect that made them.
struct Made {
    name: u32,
    mounted: Mounted,
    _owner: Owner,
}

/// Where in the document a text is shown, and whether something was there before.
struct Place {
    node: types::Element,
    slot: Slot,
    was_there: bool,
}

/// What is told as a whole: the texts of as many places.
type Telling = Box<dyn Tells<Vec<Option<String>>>>;

impl Render for Element {
    type State = Mounted;

    fn build(self) -> Mounted {
        #[cfg(feature = "app")]
        let there = root::prepared();
        #[cfg(not(feature = "app"))]
        let there = None;
        self.built(there)
    }

    fn rebuild(self, state: &mut Mounted) {
        let mut anew = self.build();
        state.insert_before_this(&mut anew);
        state.unmount();
        *state = anew;
    }
}

impl Element {
    /// The element in the document: the node that is there already, as the
    /// document was prepared with it, or else a new one.
    fn built(self, there: Option<types::Element>) -> Mounted {
        let mut followed = Vec::new();
        let mut mounted = self.assembled(there, &mut followed);
        // Only now: the value of a list picks one of the options in it.
        if !followed.is_empty() {
            let (places, texts): (_, Vec<Followed>) = followed.into_iter().unzip();
            let tell = Box::new(move || texts.iter().map(|text| text.tell()).collect());
            mounted.effects.push(follow_texts(places, tell));
        }
        mounted
    }

    /// The same; what follows the workbook in it, unless it stands apart, is
    /// added to what is `followed` together: an effect for each text costs more
    /// than the text does.
    fn assembled(
        self,
        there: Option<types::Element>,
        followed: &mut Vec<(Place, Followed)>,
    ) -> Mounted {
        let parts = *self.0;
        let was_there = there.is_some();
        let node = there.unwrap_or_else(|| created(parts.tag));
        for (name, value) in &parts.attributes {
            if !was_there || Extent::Prepared.leaves_out(name, value) {
                Rndr::set_attribute(&node, name, value);
            }
        }
        let is_prepared = was_there && matches!(parts.content, Content::Prepared(_));
        let (mut inside, mut effects) = (Vec::new(), Vec::new());
        match parts.content {
            Content::Fixed(children) => {
                let mut cursor = NextChild::over(&node);
                for child in children {
                    match child {
                        Node::Element(element) => {
                            inside.push(element.placed(&mut cursor, Some(followed)));
                        }
                        Node::Text(text) => cursor.put_text(&text),
                    }
                }
                // A text that follows the workbook is no child that is left over.
                let says = parts
                    .followed
                    .iter()
                    .any(|(slot, _)| matches!(slot, Slot::Text));
                if !says {
                    cursor.clear();
                }
            }
            Content::Keyed(keyed) => effects.push(follow_names(node.clone(), keyed)),
            Content::Drawn(draws) => effects.push(draws.keep_in(node.clone())),
            #[cfg(feature = "app")]
            Content::Prepared(id) if !was_there => root::put_back(id, &node),
            #[cfg(not(feature = "app"))]
            Content::Prepared(id) => {
                let _ = id;
            }
            #[cfg(feature = "app")]
            Content::Prepared(_) => {}
        }
        followed.extend(parts.followed.into_iter().map(|(slot, text)| {
            let place = Place {
                node: node.clone(),
                slot,
                was_there,
            };
            (place, text)
        }));
        let listeners = parts.listeners.into_iter();
        Mounted {
            _listeners: listeners.map(|listener| listener.attach(&node)).collect(),
            _inside: inside,
            effects,
            is_prepared,
            node,
        }
    }

    /// The element where the cursor is: what is there, if it is the element's, or
    /// a new one before it. What follows the workbook in it is added to what is
    /// `followed` together, if anything.
    fn placed(
        self,
        cursor: &mut NextChild,
        followed: Option<&mut Vec<(Place, Followed)>>,
    ) -> Mounted {
        let there = cursor.take(&self);
        let was_there = there.is_some();
        let mut mounted = match followed {
            Some(followed) if !self.0.stands_apart => self.assembled(there, followed),
            _ => self.built(there),
        };
        if !was_there {
            mounted.mount(&cursor.parent, cursor.next.as_ref());
        }
        mounted
    }

    /// Whether a node of the document was prepared as this element.
    fn is_at(&self, node: &types::Element) -> bool {
        let Parts {
            tag,
            attributes,
            content,
            ..
        } = &*self.0;
        let mut told = attributes.iter().filter(|(name, value)| {
            matches!(*name, "id" | "class") && !Extent::Prepared.leaves_out(name, value)
        });
        matches!(content, Content::Prepared(_))
            || node.local_name() == *tag
                && told.all(|(name, value)| node.get_attribute(name).as_deref() == Some(value))
    }
}

/// A place among the children of a node, at the first that is not taken yet.
struct NextChild {
    parent: types::Element,
    next: Option<types::Node>,
    /// Whether what stands before it is a text: texts that follow each other are
    /// one in the document.
    after_text: bool,
}

impl NextChild {
    /// At the first child: what is there was prepared.
    fn over(parent: &types::Element) -> Self {
        Self {
            next: Rndr::first_child(parent),
            ..Self::after_all(parent)
        }
    }

    /// Past the last child: what is there was made.
    fn after_all(parent: &types::Element) -> Self {
        Self {
            parent: parent.clone(),
            next: None,
            after_text: false,
        }
    }

    /// Takes the next child, if it is the element's. What stands for it goes. Where
    /// the figures are others now, the texts and sources in it may be too, and it is
    /// made anew.
    fn take(&mut self, element: &Element) -> Option<types::Element> {
        self.after_text = false;
        #[cfg(feature = "app")]
        if !root::is_as_prepared() && !matches!(element.0.content, Content::Prepared(_)) {
            return None;
        }
        let next = self.next.clone()?;
        let node = types::Element::cast_from(next.clone())?;
        let is_stand_in = element.0.tag == "input" && node.local_name() == STAND_IN;
        if !is_stand_in && !element.is_at(&node) {
            return None;
        }
        self.next = Rndr::next_sibling(&next);
        if is_stand_in {
            Rndr::remove(&next);
            return None;
        }
        Some(node)
    }

    fn put_text(&mut self, text: &str) {
        match &self.next {
            Some(next) if next.node_type() == TEXT_NODE => {
                self.next = Rndr::next_sibling(next);
                self.after_text = true;
            }
            // It is in the one before, which was there.
            _ if self.after_text => {}
            next => {
                Rndr::insert_node(&self.parent, &Rndr::create_text_node(text), next.as_ref());
            }
        }
    }

    /// Takes away the children that are left.
    fn clear(&mut self) {
        while let Some(next) = self.next.take() {
            self.next = Rndr::next_sibling(&next);
            Rndr::remove(&next);
        }
    }
}

impl Mountable for Mounted {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        // What was there stays as it is.
        if Rndr::get_parent(&self.node).as_ref() != Some(parent) {
            Rndr::insert_node(parent, &self.node, marker);
        }
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = Rndr::get_parent(&self.node).and_then(types::Element::cast_from);
        if let Some(parent) = &parent {
            child.mount(parent, Some(&self.node));
        }
        parent.is_some()
    }

    fn elements(&self) -> Vec<types::Element> {
        vec![self.node.clone()]
    }
}

impl Listener {
    fn attach(self, node: &types::Element) -> RemoveEventHandler<types::Element> {
        match self {
            Self::Event(name, mut answer) => {
                let answer = move |event| answer.answer(event);
                event::on(ev::Custom::new(name), answer).attach(node)
            }
            Self::Input(mut answer) => {
                let answer = move |event: ev::InputEvent| {
                    if !event.is_composing() {
                        answer.answer(event_target_value(&event));
                    }
                };
                event::on(ev::Custom::new("input"), answer).attach(node)
            }
            Self::Key(mut answer) => {
                let answer = move |event: ev::KeyboardEvent| {
                    // Safari tells of the key that ends it after it has ended.
                    const OF_INPUT_METHOD: u32 = 229;
                    if event.is_composing() || event.key_code() == OF_INPUT_METHOD {
                        return;
                    }
                    let key = Key {
                        name: event.key(),
                        shift: event.shift_key(),
                    };
                    if answer.answer(key) {
                        event.prevent_default();
                    }
                };
                event::on(ev::keydown, answer).attach(node)
            }
        }
    }
}

/// A new element that is nowhere in the document yet.
pub(super) fn created(tag: &str) -> types::Element {
    let namespace = DRAWN.contains(&tag).then_some("http://www.w3.org/2000/svg");
    Rndr::create_element(tag, namespace)
}

/// Shows texts, and writes again only the ones that have changed.
fn follow_texts(places: Vec<Place>, tell: Telling) -> RenderEffect<Shown> {
    RenderEffect::new(move |before: Option<Shown>| {
        let texts = tell.tell();
        for (index, (place, text)) in places.iter().zip(&texts).enumerate() {
            let is_shown = match &before {
                None => place.was_there && place.slot.shows(&place.node, text.as_deref()),
                Some(before) => before.texts.get(index) == Some(text),
            };
            if !is_shown {
                place.slot.show(&place.node, text.as_deref());
            }
        }
        Shown {
            texts,
            elements: Vec::new(),
        }
    })
}

impl Slot {
    /// Whether a text is there already. What a reader can have changed is not
    /// looked at.
    fn shows(self, node: &types::Element, text: Option<&str>) -> bool {
        match self {
            Self::Attribute(name) => node.get_attribute(name).as_deref() == text,
            Self::Value | Self::Checked => false,
            Self::Text => node.text_content().as_deref() == text,
        }
    }

    pub(super) fn show(self, node: &types::Element, text: Option<&str>) {
        match (self, text) {
            (Self::Attribute(name), Some(text)) => Rndr::set_attribute(node, name, text),
            (Self::Attribute(name), None) => Rndr::remove_attribute(node, name),
            (Self::Value, text) => {
                Rndr::set_property(node, "value", &text.unwrap_or_default().into());
            }
            (Self::Checked, text) => Rndr::set_property(node, "checked", &text.is_some().into()),
            (Self::Text, text) => match own_text(node) {
                Some(own) => own.set_node_value(Some(text.unwrap_or_default())),
                None => node.set_text_content(text),
            },
        }
    }
}

/// The text that stands in an element. To change it costs the browser less than to
/// put another in its place.
fn own_text(node: &types::Element) -> Option<types::Node> {
    Rndr::first_child(node).filter(|first| first.node_type() == TEXT_NODE)
}

/// Keeps an element for each name in an element, in the names' order.
fn follow_names(node: types::Element, keyed: Keyed) -> RenderEffect<Shown> {
    let parent = Owner::current().unwrap_or_default();
    RenderEffect::new(move |before: Option<Shown>| {
        let names = keyed.names.tell();
        let mut before = before.map(|before| before.elements);
        if let Some(elements) =
            before.take_if(|before| names.iter().eq(before.iter().map(|made| &made.name)))
        {
            return Shown {
                texts: Vec::new(),
                elements,
            };
        }
        // What the document was prepared with is taken over: at first all of it, and
        // what a name stands for that is gone when that for which it was prepared
        // has come.
        let mut cursor = match before {
            Some(_) => NextChild::after_all(&node),
            None => NextChild::over(&node),
        };
        let is_first = before.is_none();
        let mut before = before.unwrap_or_default();
        let prepared: Vec<types::Element> = before
            .iter()
            .filter(|made| made.mounted.is_prepared && !names.contains(&made.name))
            .map(|made| made.mounted.node.clone())
            .collect();
        let mut prepared = prepared.into_iter();
        let elements: Vec<Made> = names
            .into_iter()
            .map(
                |name| match before.iter().position(|made| made.name == name) {
                    Some(index) => before.swap_remove(index),
                    None => {
                        if !is_first {
                            cursor.next = prepared.next().map(|node| (*node).clone());
                        }
                        let owner = parent.child();
                        let make = || untrack(|| keyed.make.make(name)).placed(&mut cursor, None);
                        Made {
                            name,
                            mounted: owner.with(make),
                            _owner: owner,
                        }
                    }
                },
            )
            .collect();
        if is_first {
            cursor.clear();
        }
        for made in before {
            let is_taken = |other: &Made| other.mounted.node == made.mounted.node;
            if !elements.iter().any(is_taken) {
                made.leave();
            }
        }
        put_in_order(&node, &elements);
        Shown {
            texts: Vec::new(),
            elements,
        }
    })
}

impl Made {
    fn leave(mut self) {
        self.mounted.unmount();
    }
}

/// Moves what does not stand where it should.
fn put_in_order(parent: &types::Element, elements: &[Made]) {
    let mut next: Option<types::Node> = None;
    for made in elements.iter().rev() {
        let node = &made.mounted.node;
        if Rndr::next_sibling(node) != next {
            #[cfg(feature = "app")]
            keeping_focus(|| Rndr::insert_node(parent, node, next.as_ref()));
            #[cfg(not(feature = "app"))]
            Rndr::insert_node(parent, node, next.as_ref());
        }
        next = Some((**node).clone());
    }
}

impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        _position: &mut Position,
        _escape: bool,
        _mark_branches: bool,
        _extra_attrs: Vec<AnyAttribute>,
    ) {
        untrack(|| self.write(html, Extent::Whole));
    }

    /// What was prepared is taken over by `Element::built`, without the marks
    /// that Leptos would need for it.
    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Mounted {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl AddAnyAttr for Element {
    type Output<SomeNewAttr: Attribute> = Self;

    /// The element as it is: its attributes are given where it is made.
    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// How much of a page is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// What takes up space before the module arrives: no mark of a drawing, no
    /// dialog, of what is folded its summary only, and fields as texts.
    Prepared,
}

impl Extent {
    /// Whether an attribute only serves who types or presses something, or whom the
    /// module asks for a part of a field, row or chart: `sectors.0.premium`.
    fn leaves_out(self, attribute: &str, value: &str) -> bool {
        const OF_USE: [&str; 5] = [
            "aria-describedby",
            "autocomplete",
            "data-value",
            "inputmode",
            "spellcheck",
        ];
        let names_part = || value.bytes().filter(|&byte| byte == b'.').count() > 1;
        self == Self::Prepared
            && (OF_USE.contains(&attribute)
                || matches!(attribute, "id" | "for" | "aria-labelledby") && names_part())
    }

    fn has(self, parts: &Parts, child: &Node) -> bool {
        match (self, parts.tag, child) {
            (Self::Prepared, _, Node::Element(child)) if child.0.tag == "dialog" => false,
            (Self::Prepared, "details", Node::Element(child)) => child.0.tag == "summary",
            _ => true,
        }
    }

    /// Whether another element stands for one.
    fn stands_in(self, parts: &Parts) -> bool {
        const TYPES: [&str; 2] = ["text", "radio"];
        let mut attributes = parts.attributes.iter();
        self == Self::Prepared
            && parts.tag == "input"
            && attributes.any(|(name, value)| *name == "type" && TYPES.contains(&&**value))
    }

    /// Whether an element has what follows the workbook in it.
    fn keeps(self, parts: &Parts) -> bool {
        self == Self::Whole || !parts.attributes.contains(&("class", "drawing".into()))
    }
}

impl Element {
    /// The element as HTML.
    pub(super) fn write(&self, html: &mut String, extent: Extent) {
        let parts = &*self.0;
        let mut own_text = None;
        if extent.stands_in(parts) {
            return parts.write_stand_in(html);
        }
        html.push('<');
        html.push_str(parts.tag);
        for (name, value) in &parts.attributes {
            if !extent.leaves_out(name, value) {
                write_attribute(html, name, value);
            }
        }
        for (slot, text) in &parts.followed {
            let Some(text) = text.tell() else { continue };
            match slot {
                Slot::Attribute(name) if extent.leaves_out(name, &text) => {}
                Slot::Attribute(name) => write_attribute(html, name, &text),
                // The option that a list begins with says so itself, and a
                // longer text is what is in the element.
                Slot::Value if parts.tag != "input" => {}
                Slot::Value => write_attribute(html, "value", &text),
                Slot::Checked => write_attribute(html, "checked", ""),
                Slot::Text => own_text = Some(text),
            }
        }
        html.push('>');
        if VOID.contains(&parts.tag) {
            return;
        }
        write_escaped(html, &own_text.unwrap_or_default());
        match &parts.content {
            Content::Fixed(children) => {
                for child in children.iter().filter(|child| extent.has(parts, child)) {
                    match child {
                        Node::Element(element) => element.write(html, extent),
                        Node::Text(text) => write_escaped(html, text),
                    }
                }
            }
            // Natively everything is there at once.
            Content::Prepared(_) => {}
            Content::Drawn(draws) => {
                let elements = extent.keeps(parts).then(|| draws.draw());
                for element in elements.into_iter().flatten() {
                    element.write(html, extent);
                }
            }
            Content::Keyed(keyed) => {
                let names = extent.keeps(parts).then(|| keyed.names.tell());
                for name in names.into_iter().flatten() {
                    keyed.make.make(name).write(html, extent);
                }
            }
        }
        html.push_str("</");
        html.push_str(parts.tag);
        html.push('>');
    }
}

impl Parts {
    /// What stands for a field: its text, or whether it is picked.
    fn write_stand_in(&self, html: &mut String) {
        html.push('<');
        html.push_str(STAND_IN);
        for (name, value) in &self.attributes {
            if matches!(*name, "id" | "class") && !Extent::Prepared.leaves_out(name, value) {
                write_attribute(html, name, value);
            }
        }
        let mut own_text = None;
        for (slot, text) in &self.followed {
            match slot {
                Slot::Value => own_text = text.tell(),
                Slot::Checked if text.tell().is_some() => write_attribute(html, "class", "picked"),
                _ => {}
            }
        }
        html.push('>');
        write_escaped(html, &own_text.unwrap_or_default());
        html.push_str("</");
        html.push_str(STAND_IN);
        html.push('>');
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        write_escaped(html, value);
        html.push('"');
    }
}

fn write_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            _ => html.push(character),
        }
    }
}
