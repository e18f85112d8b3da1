//! Which errors an item gets: every message, as a person reads it.

use super::{errors, none, one};

#[test]
fn every_constraint_in_both_forms() {
    for (constraint, ty) in [
        ("required", "Option<u8>"),
        ("length(min = 1, max = 64)", "String"),
        ("length(bytes, equal = 3)", "Cow<'a, str>"),
        ("length(utf16, max = self.limit)", "Box<str>"),
        ("length(max = f::<A, B>())", "HashMap<String, u8>"),
        ("min_items(1)", "Vec<u8>"),
        ("max_items(LIMIT + 1)", "BTreeSet<u8>"),
        ("unique_items", "Option<Vec<u8>>"),
        ("range(min = -1, exclusive_max = 0x10)", "i8"),
        ("range(min = 1, max = 2.5)", "f64"),
        ("range(min = b'a')", "u8"),
        ("multiple_of(5)", "NonZeroU8"),
        ("pattern(\"^a$\")", "String"),
        ("pattern(search, \"a\")", "String"),
        ("pattern(patterns::ARN)", "Arn"),
        ("one_of(\"a\", \"b\", hidden(\"c\"),)", "&'a str"),
        ("one_of(-1, 2)", "i8"),
        ("sensitive", "Anything"),
        ("skip", "fn()"),
    ] {
        none(&format!("#[{constraint}]"), ty);
        none(&format!("#[validate({constraint})]"), ty);
    }
}

#[test]
fn misspelt_names_are_mended() {
    let cases = [
        ("#[length(mim = 1)]", "unknown parameter `mim` of `length`: did you mean `min`?"),
        (
            "#[length(colour = 1)]",
            "unknown parameter `colour` of `length`: write `min`, `max` or `equal`",
        ),
        ("#[length(byte, max = 1)]", "unknown unit `byte` of `length`: did you mean `bytes`?"),
        ("#[validate(lenght(max = 1))]", "unknown constraint `lenght`: did you mean `length`?"),
        (
            "#[validate(nested)]",
            "`nested` is not needed, since what is inside is always validated: remove it",
        ),
        ("#[pattern(serach, \"a\")]", "unknown word `serach` in `pattern`: did you mean `search`?"),
    ];
    for (attribute, message) in cases {
        one(attribute, "String", message);
    }
}

/// Where several packages are tested at once, another turns the feature on.
#[cfg(not(feature = "graphemes"))]
#[test]
fn a_unit_that_the_runtime_cannot_count_names_its_feature() {
    one(
        "#[length(graphemes, max = 1)]",
        "String",
        "`graphemes` needs the feature `graphemes` of `proton-validate`: turn it on, or count \
         characters without a unit",
    );
}

#[test]
fn malformed_constraints_say_what_to_write() {
    let cases = [
        ("#[length]", "`length` needs a bound: write `#[length(max = 64)]`"),
        ("#[length()]", "`length` needs a bound: write `#[length(max = 64)]`"),
        ("#[length(bytes)]", "`length` needs a bound: write `#[length(max = 64)]`"),
        ("#[length = 3]", "`length` takes its bounds in parentheses: write `#[length(max = 64)]`"),
        ("#[length(3)]", "bounds have names: write `min = 3`, `max = 3` or `equal = 3`"),
        ("#[length(1..=5)]", "bounds have names: write `length(min = 1, max = 5)`"),
        ("#[length(..5)]", "bounds have names: write `length(max = 5 - 1)`"),
        ("#[length(1, 5)]", "bounds have names: write `length(min = 1, max = 5)`"),
        ("#[length(min = 1,, max = 5)]", "nothing stands in front of this comma: remove it"),
        ("#[length(max)]", "`max` needs a value: write `max = 1`"),
        ("#[length(max == 3)]", "`max` needs a value: write `max = 1`"),
        ("#[length(max =)]", "`max` has no value: write a number or a constant"),
        ("#[length(max = 3 4)]", "`max` is not an expression: write a number or a constant"),
        ("#[length(max = 3, bytes)]", "the unit stands in front: write `length(bytes, ..)`"),
        ("#[length(max = 3, max = 4)]", "`max` is given twice: remove one"),
        ("#[sensitive(true)]", "`sensitive` takes no parameters: write `#[sensitive]`"),
        ("#[one_of]", "`one_of` needs values: write `#[one_of(\"a\", \"b\")]`"),
        ("#[one_of(\"a\", hidden())]", "`hidden` needs a value: write `hidden(\"a\")`"),
        (
            "#[one_of(1.5)]",
            "a value of `one_of` is a string or an integer: write it as a literal, like `\"a\"` or `1`",
        ),
        ("#[pattern]", "`pattern` takes a pattern: write `#[pattern(\"^[a-z]+$\")]`"),
        ("#[pattern = \"a\"]", "`pattern` takes a pattern: write `#[pattern(\"^[a-z]+$\")]`"),
        (
            "#[pattern(search)]",
            "`search` says how a pattern matches: write `pattern(search, \"[a-z]+\")`",
        ),
        (
            "#[pattern(search, P)]",
            "a pattern with a name already says how it matches: remove the word in front",
        ),
        (
            "#[pattern(f())]",
            "a pattern is a string literal, or the path of a `static` of type `Pattern`: write \
             `pattern(\"^[a-z]+$\")` or `pattern(PATH)`",
        ),
        ("#[pattern(regex = \"^a$\")]", "the pattern stands alone: write `pattern(\"^a$\")`"),
        ("#[pattern(full(\"a\"))]", "`full` stands in front: write `pattern(full, \"a\")`"),
        ("#[pattern(\"a\", search)]", "`search` stands in front: write `pattern(search, \"a\")`"),
        (
            "#[pattern(\"^a$\", \"^b$\")]",
            "`pattern` takes one pattern: remove this, or join the two with `|`",
        ),
        (
            "#[validate]",
            "`validate` takes constraints in parentheses: write `#[validate(length(max = 64))]`",
        ),
        ("#[validate(3)]", "this is no constraint: write one like `length(max = 64)`"),
    ];
    for (attribute, message) in cases {
        one(attribute, "String", message);
    }
    one("#[max_items]", "Vec<u8>", "`max_items` takes one number: write `#[max_items(50)]`");
    one(
        "#[max_items(max = 3)]",
        "Vec<u8>",
        "`max_items` takes one number: write `#[max_items(50)]`",
    );
    one("#[range(1..5)]", "u8", "bounds have names: write `range(min = 1, exclusive_max = 5)`");
    one("#[range(1..=5)]", "u8", "bounds have names: write `range(min = 1, max = 5)`");
}

#[test]
fn constraints_on_the_wrong_type_name_the_right_ones() {
    let cases = [
        (
            "#[length(max = 3)]",
            "u32",
            "`length` does not apply to a number: use `#[range(min = .., max = ..)]`",
        ),
        ("#[length(max = 3)]", "bool", "`length` does not apply to a `bool`: remove it"),
        (
            "#[length(bytes, max = 3)]",
            "Vec<u8>",
            "`length` does not apply to a list: use `#[length(max = ..)]`, without a unit",
        ),
        (
            "#[max_items(3)]",
            "Option<String>",
            "`max_items` does not apply to a string: use `#[length(max = ..)]`",
        ),
        (
            "#[min_items(3)]",
            "HashMap<A, B>",
            "`min_items` does not apply to a map: use `#[length(min = ..)]`",
        ),
        ("#[unique_items]", "String", "`unique_items` does not apply to a string: remove it"),
        (
            "#[unique_items]",
            "Vec<f64>",
            "`unique_items` does not apply to floats, which have no order, since NaN differs from \
             itself: remove it",
        ),
        (
            "#[range(max = 3)]",
            "&'a str",
            "`range` does not apply to a string: use `#[length(min = .., max = ..)]`",
        ),
        (
            "#[range(max = 3)]",
            "Vec<u8>",
            "`range` does not apply to a list: use `#[min_items(..)]` and `#[max_items(..)]`, or \
             `#[each(..)]` for the items",
        ),
        ("#[multiple_of(3)]", "String", "`multiple_of` does not apply to a string: remove it"),
        (
            "#[pattern(\"^a$\")]",
            "u8",
            "`pattern` does not apply to a number: use `#[range(min = .., max = ..)]`",
        ),
        (
            "#[pattern(\"^a$\")]",
            "Vec<String>",
            "`pattern` does not apply to a list: use `#[each(..)]` for the items",
        ),
        (
            "#[one_of(\"a\")]",
            "f32",
            "`one_of` does not apply to a number: use `#[range(min = .., max = ..)]`",
        ),
        (
            "#[one_of(\"a\")]",
            "u8",
            "the field is of type `u8`: write integers, like `one_of(1, 2)`",
        ),
        (
            "#[one_of(1)]",
            "String",
            "the field is a string: write strings, like `one_of(\"a\", \"b\")`",
        ),
        (
            "#[required]",
            "String",
            "a field is already required, unless its type is `Option`: remove `required`",
        ),
    ];
    for (attribute, ty, message) in cases {
        one(attribute, ty, message);
    }
    none("#[length(max = 3)] #[pattern(\"^a$\")] #[required] #[unique_items]", "Unknown");
}

#[test]
fn bounds_that_allow_nothing_show_both_numbers() {
    let cases = [
        (
            "#[length(min = 10, max = 3)]",
            "String",
            "`min` (10) is greater than `max` (3): write a smaller `min` or a greater `max`",
        ),
        (
            "#[range(min = -1, max = -2)]",
            "i8",
            "`min` (-1) is greater than `max` (-2): write a smaller `min` or a greater `max`",
        ),
        (
            "#[range(exclusive_min = 0.5, max = 0.5)]",
            "f32",
            "`exclusive_min` (0.5) is the same as `max` (0.5): write a smaller `exclusive_min` or a greater `max`",
        ),
        (
            "#[min_items(2)] #[max_items(1)]",
            "Vec<u8>",
            "`min_items` (2) is greater than `max_items` (1): write a smaller `min_items` or a greater `max_items`",
        ),
        (
            "#[multiple_of(0)]",
            "u8",
            "the parameter of `multiple_of` is not positive: write a number greater than 0",
        ),
        ("#[length(max = -1)]", "String", "`-1` is negative: a length is 0 or more"),
        ("#[length(max = 1.5)]", "String", "`1.5` is not a whole number: write one"),
        ("#[range(max = 256)]", "u8", "`256` is not a value of `u8`: write one that fits"),
        ("#[range(max = 5u8)]", "i32", "the bound is of type `i32`, not `u8`: write `5`"),
        ("#[range(max = \"5\")]", "i32", "a bound is a number: write one, or a constant"),
    ];
    for (attribute, ty, message) in cases {
        one(attribute, ty, message);
    }
    none("#[length(min = 3, max = 3)]", "String");
    none("#[length(min = A, max = B)]", "String");
    none("#[range(min = self.low, max = 1)]", "u8");
}

#[test]
fn a_mistake_in_a_pattern_is_shown_where_its_text_stands_twice() {
    let once = "`[` is never closed: write a `]`, or `\\[` for the character";
    one("#[pattern(\"^[a$\")]", "String", once);
    one("#[pattern(\"^[a][b$\")]", "String", &format!("{once}\n^[a][b$\n    ^"));
    let (long, shown) = ("(a)".repeat(20), "(a)".repeat(12));
    let group = "`)` closes no group: write `\\)` for the character";
    let picture = format!("…{shown}){shown}…\n{}^", " ".repeat(37));
    one(&format!("#[pattern(\"{long}){long}\")]"), "String", &format!("{group}\n{picture}"));
    one(
        "#[pattern(\"^a$|\")]",
        "String",
        "branch `` is not anchored at either end: write `^$`, or \
         `^(?:a$|)$`, or ask for what you mean: `search` finds it anywhere, `full` anchors it for \
         you\n^a$|\n    ^",
    );
}

#[test]
fn contradictions_and_repetitions() {
    let cases = [
        ("#[length(max = 1)] #[length(min = 1)]", "`length` stands here twice: write it once"),
        (
            "#[length(max = 1)] #[validate(length(min = 1))]",
            "`length` stands here twice: write it once",
        ),
        (
            "#[length(equal = 1, max = 1)]",
            "`equal` is both ends at once: remove it, or remove `min` and `max`",
        ),
        (
            "#[skip] #[length(max = 1)]",
            "`skip` turns all validation off: remove it, or remove `length`",
        ),
        (
            "#[hidden]",
            "`hidden` belongs to a variant of an enum, or to values of `one_of`: write \
             `#[one_of(\"a\", hidden(\"b\"))]`",
        ),
        ("#[one_of(\"a\", hidden(\"a\"))]", "this value stands in `one_of` twice: remove one"),
        ("#[one_of(\"a\", 1, 2)]", "`one_of` mixes strings and integers: write values of one type"),
        (
            "#[validate(context = C)]",
            "`context` belongs to the type: write `#[validate(context = ..)]` above it",
        ),
        (
            "#[length(max = context.max)]",
            "`context` has no type here: write `#[validate(context = Type)]` above the type",
        ),
    ];
    for (attributes, message) in cases {
        one(attributes, "Text", message);
    }
    one(
        "#[length(max = 1)] #[max_items(1)]",
        "Vec<u8>",
        "`length` and `max_items` both count items: keep `min_items` and `max_items` on a list, \
         and `length` on anything else",
    );
    one(
        "#[range(min = 1, exclusive_min = 1)]",
        "u8",
        "`exclusive_min` and `min` are the same end of the range: remove one",
    );
}

#[test]
fn types_and_variants_take_what_is_theirs() {
    let cases = [
        (
            "#[length(max = 1)] struct S;",
            "`length` belongs to a field: move it to the field that it constrains",
        ),
        (
            "#[sensitive] struct S;",
            "`sensitive` belongs to a field: mark each field that is a secret",
        ),
        (
            "#[validate(contxt = C)] struct S;",
            "unknown option `contxt` of a type: did you mean `context`?",
        ),
        ("#[validate(context)] struct S;", "`context` takes a type: write `context = Limits`"),
        ("#[validate(context = 3)] struct S;", "`context` takes a type: write `context = Limits`"),
        ("#[validate(crate = a, crate = b)] struct S;", "`crate` is given twice: remove one"),
        (
            "enum E { #[skip] A(u8) }",
            "`skip` belongs to a field: move it to a field inside the variant",
        ),
        (
            "union U { a: u8 }",
            "a union cannot be validated, because nobody knows which of its fields holds a value: \
             write an `enum` with a variant for each field",
        ),
    ];
    for (source, message) in cases {
        assert_eq!(errors(source), [message], "{source}");
    }
    let good = "#[validate(crate = crate::pv, context = dyn Limits, bound = \"T: A, U: B<C, D>\")] \
                enum E<T, U> { #[hidden] A(T), #[validate(hidden)] B { b: U }, C }";
    assert_eq!(errors(good), [""; 0]);
}

#[test]
fn all_errors_are_reported_together() {
    let source = "#[validate(contxt = C)] struct S { \
                  #[length] a: String, #[max_items(1)] b: String, #[validate(required, lenght)] c: u8 }";
    assert_eq!(errors(source).len(), 5);
}
