//! JSON whose members keep their order, whatever features `serde_json` has.

use alloc::borrow::Cow;
use alloc::string::ToString;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::Value;

use crate::number::Number;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'static, str>),
    List(Vec<Node>),
    Object(Object),
}

/// A JSON object, which here is a schema or a part of one.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Object(Vec<(Cow<'static, str>, Node)>);

impl Object {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// With one member more.
    pub(crate) fn with(
        mut self,
        key: impl Into<Cow<'static, str>>,
        value: impl Into<Node>,
    ) -> Self {
        self.set(key, value);
        self
    }

    /// Sets a member, in its place if it is there already.
    pub(crate) fn set(&mut self, key: impl Into<Cow<'static, str>>, value: impl Into<Node>) {
        let (key, value) = (key.into(), value.into());
        match self.get_mut(&key) {
            Some(place) => *place = value,
            None => self.0.push((key, value)),
        }
    }

    /// Adds to a list, which is made if it is not there.
    pub(crate) fn push(&mut self, key: &'static str, item: impl Into<Node>) {
        let item = item.into();
        match self.get_mut(key) {
            Some(Node::List(items)) if items.contains(&item) => {}
            Some(Node::List(items)) => items.push(item),
            _ => self.set(key, Node::List([item].into())),
        }
    }

    /// Asks for a keyword of a schema on top of what is asked for already.
    pub(crate) fn require(&mut self, keyword: &'static str, value: impl Into<Node>) {
        let value = value.into();
        match self.get(keyword) {
            None => self.set(keyword, value),
            Some(same) if *same == value => {}
            Some(_) => self.push("allOf", Self::new().with(keyword, value)),
        }
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Node> {
        self.0.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        self.0.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    pub(crate) fn has(&self, key: &str) -> bool {
        self.get(key).is_some()
    }

    pub(crate) fn keys(&self) -> impl Iterator<Item = &Cow<'static, str>> {
        self.0.iter().map(|(key, _)| key)
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Adds every member of another that is not here.
    pub(crate) fn extend(&mut self, other: Self) {
        for (key, value) in other.0 {
            if !self.has(&key) {
                self.0.push((key, value));
            }
        }
    }

    pub(crate) fn to_value(&self) -> Value {
        let members = self.0.iter().map(|(key, value)| (key.to_string(), value.to_value()));
        Value::Object(members.collect())
    }
}

impl Node {
    fn to_value(&self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(*value),
            Self::Number(number) => value_of(*number),
            Self::Text(text) => Value::String(text.to_string()),
            Self::List(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            Self::Object(object) => object.to_value(),
        }
    }
}

/// What a reader makes of the number's text.
fn value_of(number: Number) -> Value {
    let integer = match number {
        Number::Integer(n) => {
            i64::try_from(n).map(Value::from).or(u64::try_from(n).map(Value::from)).ok()
        }
        _ => None,
    };
    integer.unwrap_or_else(|| number.to_string().parse::<f64>().map_or(Value::Null, Value::from))
}

impl From<bool> for Node {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Number> for Node {
    fn from(value: Number) -> Self {
        Self::Number(value)
    }
}

impl From<usize> for Node {
    fn from(value: usize) -> Self {
        Self::Number(value.into())
    }
}

impl From<&'static str> for Node {
    fn from(value: &'static str) -> Self {
        Self::Text(value.into())
    }
}

impl From<alloc::string::String> for Node {
    fn from(value: alloc::string::String) -> Self {
        Self::Text(value.into())
    }
}

impl From<Object> for Node {
    fn from(value: Object) -> Self {
        Self::Object(value)
    }
}

impl<T: Into<Node>> From<Vec<T>> for Node {
    fn from(value: Vec<T>) -> Self {
        Self::List(value.into_iter().map(Into::into).collect())
    }
}

impl Serialize for Node {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(value) => serializer.serialize_bool(*value),
            Self::Number(number) => number.serialize(serializer),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(object) => object.serialize(serializer),
        }
    }
}

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key.as_ref(), value)?;
        }
        map.end()
    }
}
