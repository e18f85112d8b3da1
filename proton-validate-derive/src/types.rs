//! What a type looks like from its tokens.
//!
//! A macro sees names, not types: `String` is taken for what it usually is, and
//! a name of the user's is [`Kind::Unknown`], where rustc and the traits of the
//! runtime have the word.

use syn::{GenericArgument, PathArguments, PathSegment, Type};

/// What a constraint sees: the type below `Option`, `Box`, references and the
/// like, which are transparent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Char,
    Bool,
    Integer(Integer),
    Float,
    List,
    Set,
    Map,
    Unknown,
}

/// An integer type with the values it holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Integer {
    pub(crate) name: &'static str,
    bits: u32,
    signed: bool,
}

const INTEGERS: [Integer; 12] = [
    Integer { name: "i8", bits: 8, signed: true },
    Integer { name: "i16", bits: 16, signed: true },
    Integer { name: "i32", bits: 32, signed: true },
    Integer { name: "i64", bits: 64, signed: true },
    Integer { name: "i128", bits: 128, signed: true },
    Integer { name: "isize", bits: 64, signed: true },
    Integer { name: "u8", bits: 8, signed: false },
    Integer { name: "u16", bits: 16, signed: false },
    Integer { name: "u32", bits: 32, signed: false },
    Integer { name: "u64", bits: 64, signed: false },
    Integer { name: "u128", bits: 128, signed: false },
    Integer { name: "usize", bits: 64, signed: false },
];

impl Integer {
    /// The type that counts: lengths and items.
    pub(crate) const USIZE: Self = INTEGERS[11];

    /// Whether a decimal number, with a sign or without, is a value of the type.
    pub(crate) fn holds(self, decimal: &str) -> bool {
        match decimal.strip_prefix('-') {
            Some(magnitude) => self.signed && fits(magnitude, 1_u128 << (self.bits - 1)),
            None => fits(decimal, u128::MAX >> (128 - self.bits + u32::from(self.signed))),
        }
    }
}

fn fits(magnitude: &str, most: u128) -> bool {
    magnitude.parse::<u128>().is_ok_and(|magnitude| magnitude <= most)
}

/// Classifies a type.
pub(crate) fn kind(ty: &Type) -> Kind {
    match core(ty) {
        Type::Slice(_) | Type::Array(_) => Kind::List,
        Type::Path(path) if path.qself.is_none() => {
            std_segment(&path.path).map_or(Kind::Unknown, named)
        }
        _ => Kind::Unknown,
    }
}

fn named(segment: &PathSegment) -> Kind {
    let name = segment.ident.to_string();
    match name.as_str() {
        "String" | "str" => Kind::Text,
        "char" => Kind::Char,
        "bool" => Kind::Bool,
        "f32" | "f64" => Kind::Float,
        "Vec" | "VecDeque" | "LinkedList" | "BinaryHeap" => Kind::List,
        "HashSet" | "BTreeSet" => Kind::Set,
        "HashMap" | "BTreeMap" => Kind::Map,
        _ => {
            let integer = INTEGERS.into_iter().find(|integer| integer.name == name);
            integer.map_or(Kind::Unknown, Kind::Integer)
        }
    }
}

/// The type that constraints see, with the transparent ones around it removed.
pub(crate) fn core(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => core(&group.elem),
        Type::Paren(paren) => core(&paren.elem),
        Type::Reference(reference) => core(&reference.elem),
        Type::Path(path) if path.qself.is_none() => transparent(&path.path).map_or(ty, core),
        _ => ty,
    }
}

/// What is inside `Option<T>`, `Box<T>` and the like.
fn transparent(path: &syn::Path) -> Option<&Type> {
    wrapper(path).map(|(_, inner)| inner)
}

/// A transparent type around another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layer {
    /// There is always a value: a reference, a box.
    Always,
    /// There may be none: `Option`, `Patch`.
    Maybe,
}

fn wrapper(path: &syn::Path) -> Option<(Layer, &Type)> {
    let segment = std_segment(path).or_else(|| our_segment(path))?;
    let is = |names: &[&str]| names.iter().any(|name| segment.ident == name);
    let layer = if is(&["Option", "Patch"]) {
        Layer::Maybe
    } else if is(&["Box", "Rc", "Arc", "Cow", "Valid"]) {
        Layer::Always
    } else {
        return None;
    };
    Some((layer, argument(segment)?))
}

/// The transparent types around a type, from the outside.
pub(crate) fn layers(ty: &Type) -> Vec<Layer> {
    let (layer, inner) = match ty {
        Type::Group(group) => return layers(&group.elem),
        Type::Paren(paren) => return layers(&paren.elem),
        Type::Reference(reference) => (Layer::Always, &*reference.elem),
        Type::Path(path) if path.qself.is_none() => match wrapper(&path.path) {
            Some(wrapper) => wrapper,
            None => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    let mut all = vec![layer];
    all.extend(layers(inner));
    all
}

/// The type of the items of a list or set.
pub(crate) fn item(ty: &Type) -> Option<&Type> {
    match core(ty) {
        Type::Slice(slice) => Some(&slice.elem),
        Type::Array(array) => Some(&array.elem),
        Type::Path(path) if matches!(kind(ty), Kind::List | Kind::Set) => {
            first_argument(std_segment(&path.path)?)
        }
        _ => None,
    }
}

/// Whether it is an array, whose number of items is fixed.
pub(crate) fn is_array(ty: &Type) -> bool {
    matches!(ungroup(ty), Type::Array(_))
}

/// The type of the keys of a map.
pub(crate) fn key(ty: &Type) -> Option<&Type> {
    entry(ty)?.next()
}

/// The type of the values of a map.
pub(crate) fn value(ty: &Type) -> Option<&Type> {
    entry(ty)?.nth(1)
}

fn entry(ty: &Type) -> Option<impl Iterator<Item = &Type>> {
    match core(ty) {
        Type::Path(path) if kind(ty) == Kind::Map => arguments(std_segment(&path.path)?),
        _ => None,
    }
}

/// Whether a type is an `Option`, as far as one can see.
pub(crate) fn is_option(ty: &Type) -> Option<bool> {
    match ungroup(ty) {
        Type::Path(path) if path.qself.is_none() => match std_segment(&path.path) {
            Some(segment) if segment.ident == "Option" => Some(true),
            _ if layers(ty).first() == Some(&Layer::Maybe) => None,
            _ if kind(ty) == Kind::Unknown => None,
            _ => Some(false),
        },
        other if kind(other) == Kind::Unknown => None,
        _ => Some(false),
    }
}

/// `PhantomData<T>`, which holds no value of type `T`.
pub(crate) fn is_phantom(ty: &Type) -> bool {
    match ungroup(ty) {
        Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "PhantomData")
        }
        _ => false,
    }
}

/// The type without the invisible brackets that `macro_rules!` puts around it.
pub(crate) fn ungroup(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => ungroup(&group.elem),
        Type::Paren(paren) => ungroup(&paren.elem),
        _ => ty,
    }
}

/// The last segment of a path that can be one of the standard library: a plain
/// name, or one that starts at `std`, `core` or `alloc`.
fn std_segment(path: &syn::Path) -> Option<&PathSegment> {
    let first = path.segments.first()?;
    let std = ["std", "core", "alloc"].iter().any(|name| first.ident == name);
    if path.segments.len() == 1 || std { path.segments.last() } else { None }
}

/// The last segment of a path into this library.
fn our_segment(path: &syn::Path) -> Option<&PathSegment> {
    let first = path.segments.first()?;
    if first.ident == "proton_validate" { path.segments.last() } else { None }
}

/// The last type argument: of `Cow<'a, str>` the `str`.
fn argument(segment: &PathSegment) -> Option<&Type> {
    arguments(segment)?.last()
}

/// The first type argument: of `HashSet<T, S>` the `T`.
fn first_argument(segment: &PathSegment) -> Option<&Type> {
    arguments(segment)?.next()
}

fn arguments(segment: &PathSegment) -> Option<impl Iterator<Item = &Type>> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return None;
    };
    Some(arguments.args.iter().filter_map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ty(source: &str) -> Type {
        syn::parse_str(source).unwrap()
    }

    #[test]
    fn transparent_types_are_looked_through() {
        for source in [
            "String",
            "std::string::String",
            "::alloc::string::String",
            "&'a str",
            "Cow<'a, str>",
            "Option<Box<str>>",
            "std::sync::Arc<Option<(String)>>",
        ] {
            assert_eq!(kind(&ty(source)), Kind::Text, "{source}");
        }
    }

    #[test]
    fn the_types_of_std_are_known_and_no_others() {
        assert_eq!(kind(&ty("Option<Vec<String>>")), Kind::List);
        assert_eq!(kind(&ty("[u8; 4]")), Kind::List);
        assert_eq!(kind(&ty("&[u8]")), Kind::List);
        assert_eq!(kind(&ty("HashMap<String, u8>")), Kind::Map);
        assert_eq!(kind(&ty("BTreeSet<u8>")), Kind::Set);
        assert_eq!(kind(&ty("f32")), Kind::Float);
        assert!(matches!(kind(&ty("u64")), Kind::Integer(i) if i.name == "u64"));
        for source in ["T", "my::String", "Foo<String>", "<T as A>::B", "fn(u8)", "()", "m!()"] {
            assert_eq!(kind(&ty(source)), Kind::Unknown, "{source}");
        }
    }

    #[test]
    fn lists_have_items() {
        let is_item = |source| item(&ty(source)).map(kind) == Some(Kind::Float);
        assert!(
            is_item("HashSet<f64, S>")
                && is_item("Vec<f64>")
                && is_item("Option<&'a [f32]>")
                && is_item("[f32; 3]")
        );
        assert!(!is_item("HashMap<String, f64>") && !is_item("My<f64>") && !is_item("f64"));
    }

    #[test]
    fn maps_have_keys_and_values() {
        let map = ty("Option<std::collections::HashMap<f32, String, S>>");
        assert_eq!(key(&map).map(kind), Some(Kind::Float));
        assert_eq!(value(&map).map(kind), Some(Kind::Text));
        assert!(key(&ty("Vec<f32>")).is_none() && value(&ty("My<A, B>")).is_none());
    }

    #[test]
    fn layers_are_listed_from_the_outside() {
        use Layer::{Always, Maybe};
        assert_eq!(
            layers(&ty("&'a Option<Box<proton_validate::Patch<u8>>>")),
            [Always, Maybe, Always, Maybe]
        );
        assert_eq!(layers(&ty("Vec<Option<u8>>")), []);
        assert_eq!(layers(&ty("my::Option<u8>")), []);
    }

    #[test]
    fn integers_hold_what_they_hold() {
        let integer = |name| INTEGERS.into_iter().find(|it| it.name == name).unwrap();
        assert!(integer("u8").holds("255") && !integer("u8").holds("256"));
        assert!(!integer("u8").holds("-1"));
        assert!(integer("i8").holds("-128") && !integer("i8").holds("-129"));
        assert!(integer("i8").holds("127") && !integer("i8").holds("128"));
        assert!(integer("u128").holds(&u128::MAX.to_string()));
        assert!(integer("i128").holds(&i128::MIN.to_string()));
        assert!(!integer("i128").holds(&(i128::MAX as u128 + 1).to_string()));
    }

    #[test]
    fn options_are_told_from_what_cannot_be_one() {
        assert_eq!(is_option(&ty("Option<u8>")), Some(true));
        assert_eq!(is_option(&ty("std::option::Option<T>")), Some(true));
        assert_eq!(is_option(&ty("String")), Some(false));
        assert_eq!(is_option(&ty("Vec<Option<u8>>")), Some(false));
        assert_eq!(is_option(&ty("Box<Option<u8>>")), Some(false));
        assert_eq!(is_option(&ty("Alias")), None);
        assert_eq!(is_option(&ty("Patch<u8>")), None);
    }
}
