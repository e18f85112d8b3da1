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
    assert!(expansion.contains("rule :: dynamic (\"length\")"), "{expansion}");
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

/// What the client can choose bounds nothing, and neither do graphemes, each of
/// which can hold any number of characters.
#[test]
fn bounds_that_are_none_are_proved_by_the_type() {
    let by_length = |attribute: &str| {
        let item = format!(
            "#[validate(deny_unbounded, context = u8)] struct S {{ #[{attribute}] a: String }}"
        );
        expand::validate(item.parse().unwrap()).to_string().contains("bounded_by_length")
    };
    assert!(by_length("length(max = 3)") && by_length("length(utf16, max = *context as usize)"));
    assert!(!by_length("length(max = self.n)") && !by_length("length(equal = self.n)"));
    assert!(!by_length("length(min = 3)") && !by_length("max_items(self.n)"));
    #[cfg(feature = "graphemes")]
    assert!(!by_length("length(graphemes, max = 3)"));
    assert!(!by_length("when(true, length(max = 3))"));
}

/// In a function that has parameters, rustc evaluates what it needs only where it is
/// called, and this one never is.
#[test]
fn the_claim_that_an_alias_is_bounded_needs_no_parameters() {
    let item =
        "#[validate(deny_unbounded)] struct S<T> { #[apply(A)] #[apply(B)] a: String, t: T }";
    let expansion = expand::validate(item.parse().unwrap()).to_string();
    let claim = "const _ : () = :: core :: assert ! (< A as __p :: Alias > :: IS_BOUNDED \
                 || < B as __p :: Alias > :: IS_BOUNDED ,";
    assert!(expansion.contains(claim), "{expansion}");
}

#[test]
fn an_alias_that_is_configured_away_takes_its_implementation_with_it() {
    let source = "#[cfg(a)] #[deprecated] pub A for str { ascii }";
    let expansion = expand::constraint(source.parse().unwrap()).to_string();
    assert_eq!(expansion.matches("# [cfg (a)]").count(), 2, "{expansion}");
    assert_eq!(expansion.matches("# [allow (deprecated)]").count(), 1, "{expansion}");
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

/// Words and pieces that constraints are made of.
const PIECES: &[&str] = &[
    "required",
    "not_null",
    "ascii",
    "unique_items",
    "sensitive",
    "skip",
    "hidden",
    "length(max = 3)",
    "length(min = self.n, message = \"{min} {{\")",
    "min_items(2)",
    "max_items(*context)",
    "range(min = 1)",
    "multiple_of(0)",
    "pattern(\"^a{1,3}$\")",
    "pattern(PATH)",
    "one_of(\"a\", hidden(\"b\"))",
    "one_of(1)",
    "prefix(\"é\")",
    "suffix(P)",
    "contains(\"\")",
    "excludes(self.a)",
    "format(email)",
    "format(date-time)",
    "format(A::B)",
    "equals(field)",
    "equals(0)",
    "equals(other)",
    "apply(A)",
    "apply(a::B<C>)",
    "check(f::<A, B>)",
    "check(Self::f, code = \"a b\")",
    "check_async(f)",
    "members",
    "deny_unbounded",
    "context = &'a [T]",
    "context = dyn A + 'static",
    "crate = a::b",
    "bound = \"T: A\"",
    "message = \"{\"",
    "code = \"c\"",
    "message = \"{actual}\"",
];

impl Random {
    /// A constraint, with others inside or nonsense.
    fn constraint(&mut self, depth: usize) -> String {
        const NAMES: &[&str] = &[
            "each",
            "keys",
            "values",
            "when",
            "check",
            "check_async",
            "apply",
            "equals",
            "format",
            "prefix",
            "length",
            "validate",
            "contains",
            "one_of",
            "pattern",
            "required",
        ];
        match self.below(8) {
            0 => format!("{}({})", NAMES[self.below(NAMES.len())], self.tokens(2)),
            1..=3 if depth > 0 => {
                let name = ["each", "keys", "values", "when"][self.below(4)];
                let mut inside = self.constraints(depth - 1);
                if name == "when" && self.below(9) > 0 {
                    let conditions = ["self.a", "*context > 1", "x == A { b: 1 }", "let A = self"];
                    inside.insert_str(0, &format!("{}, ", conditions[self.below(4)]));
                }
                format!("{name}({inside})")
            }
            _ => PIECES[self.below(PIECES.len())].to_owned(),
        }
    }

    fn constraints(&mut self, depth: usize) -> String {
        let all: Vec<_> = (0..self.below(4)).map(|_| self.constraint(depth)).collect();
        all.join(", ")
    }
}

#[test]
fn nothing_in_an_attribute_panics() {
    const TYPES: &[&str] = &[
        "String",
        "Option<u8>",
        "f32",
        "Vec<T>",
        "T",
        "[u8; 3]",
        "Option<Vec<Option<String>>>",
        "HashMap<String, Vec<u8>>",
        "&'a [Patch<String>]",
        "Cow<'a, str>",
        "Self",
        "Valid",
        "BTreeMap<u8>",
        "Vec",
        "Option<>",
        "[T]",
        "dyn A",
        "fn(u8) -> u8",
        "m!()",
        "(A, B)",
    ];
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
        "each",
        "when",
        "check",
        "equals",
    ];
    let mut random = Random(0x9E37_79B9_7F4A_7C15);
    let rounds = std::env::var("ROUNDS").ok().and_then(|it| it.parse().ok()).unwrap_or(4000);
    for _ in 0..rounds {
        let (name, ty) = (names[random.below(names.len())], TYPES[random.below(TYPES.len())]);
        let attribute = format!("#[{name}({})]", random.tokens(3));
        let items = [
            format!("{attribute} struct S<T> {{ {attribute} field: {ty} }}"),
            format!(
                "#[validate({})] struct S<'a, T> {{ #[validate({})] field: {ty}, #[{}] n: u8 }}",
                random.constraints(1),
                random.constraints(3),
                random.constraint(2)
            ),
            format!(
                "#[validate({})] enum S<T> {{ A(#[validate({})] {ty}, u8), B {{ #[{}] field: u8 }} }}",
                random.constraints(2),
                random.constraints(3),
                random.constraint(2)
            ),
        ];
        for item in items {
            if let Ok(tokens) = item.parse::<TokenStream>() {
                expand::validate(tokens);
            }
        }
        let alias =
            format!("#[{}] pub A for {ty} {{ {} }}", random.constraint(0), random.constraints(3));
        for tokens in [alias, random.tokens(3)] {
            if let Ok(tokens) = tokens.parse::<TokenStream>() {
                expand::constraint(tokens);
            }
        }
        if let Ok(tokens) = random.tokens(3).parse::<TokenStream>() {
            expand::pattern(tokens);
        }
    }
}
