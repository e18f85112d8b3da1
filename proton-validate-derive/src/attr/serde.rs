//! What serde's attributes say about names and forms on the wire.
//!
//! Only the deserializing side is ours. What we do not understand is left to
//! serde, which reports its own mistakes.

use proc_macro2::TokenStream;
use syn::{Attribute, LitStr, Meta};

use crate::attr::args::{self, Arg};
use crate::case::Case;

/// On a type.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an attribute of its own")]
pub(crate) struct Container {
    pub(crate) rename: Option<String>,
    /// For the fields of a struct, or the variants of an enum.
    pub(crate) rename_all: Option<Case>,
    /// For the fields of all variants.
    pub(crate) rename_all_fields: Option<Case>,
    pub(crate) default: bool,
    pub(crate) transparent: bool,
    pub(crate) deny_unknown_fields: bool,
    pub(crate) tag: Option<String>,
    pub(crate) content: Option<String>,
    pub(crate) untagged: bool,
    /// The type is read through another one.
    pub(crate) opaque: bool,
}

/// On a variant.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an attribute of its own")]
pub(crate) struct Variant {
    pub(crate) rename: Option<String>,
    /// For its fields.
    pub(crate) rename_all: Option<Case>,
    pub(crate) aliases: Vec<String>,
    pub(crate) skip: bool,
    pub(crate) other: bool,
    pub(crate) untagged: bool,
    /// A function of the user's reads it.
    pub(crate) opaque: bool,
}

/// On a field.
#[derive(Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is an attribute of its own")]
pub(crate) struct Field {
    pub(crate) rename: Option<String>,
    pub(crate) aliases: Vec<String>,
    pub(crate) default: bool,
    pub(crate) flatten: bool,
    pub(crate) skip: bool,
    /// A function of the user's reads it.
    pub(crate) opaque: bool,
}

impl Container {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        let mut it = Self::default();
        for entry in entries(attrs) {
            match entry.key.as_str() {
                "rename" => entry.set_name(&mut it.rename),
                "rename_all" => entry.set_case(&mut it.rename_all),
                "rename_all_fields" => entry.set_case(&mut it.rename_all_fields),
                "default" => it.default = true,
                "transparent" => it.transparent = true,
                "deny_unknown_fields" => it.deny_unknown_fields = true,
                "tag" => entry.set_name(&mut it.tag),
                "content" => entry.set_name(&mut it.content),
                "untagged" => it.untagged = true,
                "from" | "try_from" | "remote" | "variant_identifier" | "field_identifier" => {
                    it.opaque = true;
                }
                _ => {}
            }
        }
        it
    }
}

impl Variant {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        let mut it = Self::default();
        for entry in entries(attrs) {
            match entry.key.as_str() {
                "rename" => entry.set_name(&mut it.rename),
                "rename_all" => entry.set_case(&mut it.rename_all),
                "alias" => it.aliases.extend(entry.text()),
                "skip" | "skip_deserializing" => it.skip = true,
                "other" => it.other = true,
                "untagged" => it.untagged = true,
                "with" | "deserialize_with" => it.opaque = true,
                _ => {}
            }
        }
        it
    }
}

impl Field {
    pub(crate) fn read(attrs: &[Attribute]) -> Self {
        let mut it = Self::default();
        for entry in entries(attrs) {
            match entry.key.as_str() {
                "rename" => entry.set_name(&mut it.rename),
                "alias" => it.aliases.extend(entry.text()),
                "default" => it.default = true,
                "flatten" => it.flatten = true,
                "skip" | "skip_deserializing" => it.skip = true,
                "with" | "deserialize_with" => it.opaque = true,
                _ => {}
            }
        }
        it
    }
}

/// One entry of `#[serde(..)]`: `key`, `key = "text"` or `key(deserialize = "text")`.
struct Entry {
    key: String,
    value: Value,
}

enum Value {
    None,
    Text(TokenStream),
    Split(TokenStream),
}

impl Entry {
    fn read(arg: &Arg) -> Option<Self> {
        let (key, value) = if let Some((key, text)) = arg.assignment() {
            (key, Value::Text(text))
        } else if let Some((key, group)) = arg.call() {
            (key, Value::Split(group.stream()))
        } else {
            (arg.word()?, Value::None)
        };
        Some(Self { key: key.to_string(), value })
    }

    /// The text that counts when reading.
    fn text(&self) -> Option<String> {
        let literal = |tokens| syn::parse2::<LitStr>(tokens).ok().map(|text| text.value());
        match &self.value {
            Value::None => None,
            Value::Text(tokens) => literal(tokens.clone()),
            Value::Split(tokens) => args::split(tokens.clone())
                .iter()
                .filter_map(Arg::assignment)
                .find(|(key, _)| *key == "deserialize")
                .and_then(|(_, text)| literal(text)),
        }
    }

    fn set_name(&self, name: &mut Option<String>) {
        if let Some(text) = self.text() {
            *name = Some(text);
        }
    }

    fn set_case(&self, case: &mut Option<Case>) {
        if let Some(named) = self.text().as_deref().and_then(Case::from_name) {
            *case = Some(named);
        }
    }
}

fn entries(attrs: &[Attribute]) -> Vec<Entry> {
    let lists = attrs.iter().filter_map(|attr| match &attr.meta {
        Meta::List(list) if list.path.is_ident("serde") => Some(list.tokens.clone()),
        _ => None,
    });
    lists.flat_map(args::split).filter_map(|arg| Entry::read(&arg)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attrs(source: &str) -> Vec<Attribute> {
        syn::parse_str::<syn::DeriveInput>(&format!("{source} struct S;")).unwrap().attrs
    }

    #[test]
    fn names_are_those_of_the_deserializing_side() {
        let read = |source| Field::read(&attrs(source)).rename;
        assert_eq!(read(r#"#[serde(rename = "a")]"#).as_deref(), Some("a"));
        let split = r#"#[serde(rename(serialize = "a", deserialize = "b"))]"#;
        assert_eq!(read(split).as_deref(), Some("b"));
        assert_eq!(read(r#"#[serde(rename(serialize = "a"))]"#), None);
    }

    #[test]
    fn several_attributes_add_up() {
        let field = Field::read(&attrs(
            r#"#[serde(alias = "a", alias = "b", default = "f")] #[serde(flatten, skip_serializing)]"#,
        ));
        assert_eq!(field.aliases, ["a", "b"]);
        assert!(field.default && field.flatten && !field.skip && !field.opaque);
        assert!(Field::read(&attrs(r#"#[serde(with = "m")]"#)).opaque);
        assert!(Field::read(&attrs("#[serde(skip_deserializing)]")).skip);
    }

    #[test]
    fn containers_and_variants() {
        let it = Container::read(&attrs(
            r#"#[serde(rename_all(deserialize = "camelCase"), rename_all_fields = "UPPERCASE")]
               #[serde(tag = "t", content = "c", deny_unknown_fields, bound = "T: X<A, B>")]"#,
        ));
        assert_eq!((it.rename_all, it.rename_all_fields), (Some(Case::Camel), Some(Case::Upper)));
        assert_eq!((it.tag.as_deref(), it.content.as_deref()), (Some("t"), Some("c")));
        assert!(it.deny_unknown_fields && !it.opaque);
        assert!(Container::read(&attrs(r#"#[serde(try_from = "String")]"#)).opaque);
        assert!(Variant::read(&attrs("#[serde(other)]")).other);
    }

    #[test]
    fn what_serde_does_not_know_either_is_left_to_it() {
        for source in ["#[serde]", "#[serde = 3]", "#[serde(rename)]", "#[serde(rename = 3, , =)]"]
        {
            assert_eq!(Field::read(&attrs(source)).rename, None, "{source}");
        }
    }
}
