//! What is emitted, with mistakes and without, and that nothing panics.

use proc_macro2::TokenStream;

use crate::expand;

#[test]
fn a_mistake_keeps_the_implementations() {
    let expand = |source: &str| expand::validate(source.parse().unwrap()).to_string();
    for source in ["struct S<T: ?Sized = str> { #[length] a: T }", "union U { a: u8 }"] {
        let expansion = expand(source);
        assert_eq!(expansion.matches("compile_error").count(), 1, "{expansion}");
        assert_eq!(expansion.matches("automatically_derived").count(), 2, "{expansion}");
    }
    // Where the crate is cannot be known, the implementations would only add
    // an error of their own.
    let lost = expand("#[validate(crate = 3)] struct S;");
    assert!(!lost.contains("__private"), "{lost}");
    let renamed = expand("#[validate(crate = other)] struct S { #[length] a: u8 }");
    assert!(renamed.contains("use other :: __private"), "{renamed}");
}

#[test]
fn what_is_dynamic_is_not_in_a_constant() {
    let source = "struct S { #[length(max = self.limit)] a: String, limit: usize }";
    let expansion = expand::validate(source.parse().unwrap()).to_string();
    assert_eq!(expansion.matches("self . limit").count(), 2, "{expansion}");
    assert!(expansion.contains("typed_only"), "{expansion}");
}

/// Where it fails, rustc names places of the runtime's inside, so this is no
/// test among those of errors.
#[test]
fn bounds_that_name_parameters_are_compared_where_these_are_known() {
    let source = "struct S<const N: usize> { #[length(min = N, max = 3)] a: String }";
    let expansion = expand::validate(source.parse().unwrap()).to_string();
    let comparison = "const { :: core :: assert ! ((N) <= (3) ,";
    assert_eq!(expansion.matches(comparison).count(), 1, "{expansion}");
}

/// A small generator, so that the inputs are the same on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn tokens(&mut self, depth: usize) -> String {
        const WORDS: &[&str] = &[
            "min",
            "max",
            "equal",
            "bytes",
            "length",
            "range",
            "required",
            "pattern",
            "search",
            "hidden",
            "one_of",
            "validate",
            "crate",
            "context",
            "bound",
            "self",
            "Self",
            "3",
            "-1",
            "1.5",
            "\"^a$\"",
            "\"(\"",
            "'c'",
            "b'x'",
            "true",
            "=",
            ",",
            ",",
            "..",
            "..=",
            "<",
            ">",
            "::",
            ":",
            ".",
            "&",
            "!",
            "?",
            "#",
            "'a",
            "r#type",
            "0x1ffffffffffffffffffffffffffffffffff",
        ];
        let mut out = String::new();
        for _ in 0..self.below(7) {
            match self.below(6) {
                0 if depth > 0 => {
                    let (open, close) = [("(", ")"), ("[", "]"), ("{", "}")][self.below(3)];
                    out.extend([open, &self.tokens(depth - 1), close]);
                }
                _ => out += WORDS[self.below(WORDS.len())],
            }
            out.push(' ');
        }
        out
    }
}

#[test]
fn nothing_in_an_attribute_panics() {
    let types = ["String", "Option<u8>", "f32", "Vec<T>", "T", "[u8; 3]"];
    let names = [
        "length",
        "range",
        "pattern",
        "one_of",
        "max_items",
        "multiple_of",
        "validate",
        "serde",
        "skip",
    ];
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    for _ in 0..4000 {
        let (name, ty) = (names[random.below(names.len())], types[random.below(types.len())]);
        let attribute = format!("#[{name}({})]", random.tokens(3));
        let item = format!("{attribute} struct S<T> {{ {attribute} field: {ty} }}");
        if let Ok(tokens) = item.parse::<TokenStream>() {
            expand::validate(tokens);
        }
        if let Ok(tokens) = random.tokens(3).parse::<TokenStream>() {
            expand::pattern(tokens);
        }
    }
}
