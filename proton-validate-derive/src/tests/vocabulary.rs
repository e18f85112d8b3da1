//! What a person is told about the constraints that hold others, name something,
//! or have words of their own.

use super::{aliases, errors, field, none, one};

#[test]
fn nothing_is_wrong_with_what_is_right() {
    for (constraint, ty) in [
        ("ascii", "String"),
        ("prefix(\"a\")", "Option<&'a str>"),
        ("excludes(PREFIX)", "Unknown"),
        ("format(date_time)", "Cow<'a, str>"),
        ("format(my::FORMAT)", "String"),
        ("not_null", "proton_validate::Patch<u8>"),
        ("required, not_null", "Patch<u8>"),
        ("each(length(max = 3), ascii)", "Vec<Option<String>>"),
        ("each(each(range(max = 3)))", "[BTreeSet<u8>; 2]"),
        ("each(each(keys(ascii)))", "Unknown"),
        ("keys(ascii), values(each(ascii))", "HashMap<String, Vec<String>>"),
        ("apply(Name), apply(a::Other)", "Option<String>"),
        ("check(f), check(Self::g), check(h::<u8>)", "Anything"),
        ("when(self.a, required, when(self.b, length(max = 3)))", "Option<String>"),
        ("contains(\"a\"), contains(\"b\")", "String"),
        ("length(max = 3, message = \"{actual} {max} {unit} {{}}\", code = \"b-d\")", "String"),
        ("required(message = \"\")", "Option<u8>"),
        ("check(f, message = \"no\", code = \"no\")", "u8"),
    ] {
        none(&format!("#[validate({constraint})]"), ty);
    }
    let on_types = "#[check(f)] #[check_async(g)] #[when(self.0, when(true, check(h)))] \
                    #[validate(members, deny_unbounded)] struct S(u8);";
    assert_eq!(errors(on_types), [""; 0]);
    assert_eq!(
        aliases("/// a\n pub A for str { ascii } #[b] B for [u8] { max_items(1) }"),
        [""; 0]
    );
}

#[test]
fn texts_are_constant_and_not_empty() {
    let cases = [
        ("#[prefix]", "`prefix` takes one text: write `#[prefix(\"arn:\")]`"),
        ("#[prefix(\"\")]", "`prefix`: every string has this text: write one that is not empty"),
        (
            "#[suffix('a')]",
            "`suffix`: this is no text: write one in quotes, or a constant `&'static str`",
        ),
        (
            "#[contains(self.other)]",
            "`contains`: this text must be constant: to compare with a value, write a function \
             and `#[check(..)]`",
        ),
        ("#[excludes(\"a\", \"b\")]", "`excludes` takes one text: write `#[excludes(\"..\")]`"),
    ];
    for (attribute, message) in cases {
        one(attribute, "String", message);
    }
    one(
        "#[ascii]",
        "Vec<String>",
        "`ascii` does not apply to a list: use `#[each(..)]` for the items",
    );
    one("#[prefix(\"a\")]", "bool", "`prefix` does not apply to a `bool`: remove it");
}

#[test]
fn texts_that_no_string_can_have() {
    let excluded = "no string passes, since `excludes` forbids \"/\": remove one";
    one("#[prefix(\"a/\")] #[excludes(\"/\")]", "String", excluded);
    one(
        "#[ascii] #[contains(\"é\")]",
        "String",
        "no string passes, since `ascii` forbids such characters: remove one",
    );
    let twice = "`contains` stands here twice: write it once";
    one("#[contains(A)] #[contains(A)] #[contains(B)]", "String", twice);
    one("#[check(a::f)] #[check(a::f)]", "u8", "`check` stands here twice: write it once");
    none("#[contains(\"a\")] #[excludes(\"ab\")]", "String");
}

#[test]
fn formats_in_other_spellings_are_mended() {
    let cases = [
        ("emial", "unknown format `emial`: did you mean `email`?"),
        ("date-tme", "unknown format `date-tme`: did you mean `date_time`?"),
        ("\"date-time\"", "unknown format `date-time`: write `format(date_time)`"),
        ("\"email\"", "`format` takes a word, without quotes: write `format(email)`"),
        ("url", "unknown format `url`: write `format(uri)`"),
        (
            "3",
            "a format is a word, or the path of a `static` of type `Format`: write \
             `format(email)` or `format(PATH)`",
        ),
        ("name = email", "`format` takes a format: write `#[format(email)]`"),
    ];
    for (format, message) in cases {
        one(&format!("#[format({format})]"), "String", message);
    }
    let unknown = field("#[format(colour)]", "String").concat();
    assert!(unknown.ends_with("or the path of a `static` of type `Format`"), "{unknown}");
}

#[test]
fn what_is_inside_must_be_there() {
    let cases = [
        ("#[each]", "Vec<u8>", "`each` needs constraints: write `#[each(length(max = 64))]`"),
        ("#[each()]", "Vec<u8>", "`each` needs constraints: write `#[each(length(max = 64))]`"),
        (
            "#[each(ascii)]",
            "String",
            "`each` does not apply to a string: write the constraints without it",
        ),
        (
            "#[each(ascii)]",
            "HashMap<String, u8>",
            "`each` does not apply to a map: use `#[keys(..)]` and `#[values(..)]` for what is inside",
        ),
        (
            "#[values(ascii)]",
            "HashSet<String>",
            "`values` does not apply to a set: use `#[each(..)]` for the items",
        ),
        (
            "#[each(range(max = 3))]",
            "Vec<String>",
            "`range` does not apply to a string: use `#[length(min = .., max = ..)]`",
        ),
        ("#[each(skip)]", "Vec<u8>", "`skip` belongs to the field itself: move it there"),
        (
            "#[each(max = 3)]",
            "Vec<u8>",
            "unknown constraint `max`: write `range(max = ..)` or `length(max = ..)`",
        ),
        (
            "#[each(ascii; ascii)]",
            "Vec<String>",
            "a comma stands between constraints: write `,` here",
        ),
        ("#[each(ascii, ascii)]", "Vec<String>", "`ascii` stands here twice: write it once"),
        (
            "#[each(ascii, message = \"no\")]",
            "Vec<String>",
            "`each` is not violated itself: write this on the constraints inside",
        ),
        (
            "#[not_null]",
            "Option<u8>",
            "an `Option` cannot tell null from absent: use `required`, or make it a `Patch`",
        ),
        ("#[not_null]", "u8", "a value of this type is never null: remove `not_null`"),
    ];
    for (attribute, ty, message) in cases {
        one(attribute, ty, message);
    }
}

#[test]
fn conditions_come_first() {
    let needs = "`when` takes a condition and constraints: write `#[when(self.is_new, required)]`";
    for attribute in ["#[when]", "#[when()]", "#[when(self.a)]", "#[when(required)]"] {
        one(attribute, "Option<u8>", needs);
    }
    one(
        "#[when(context.a, required)]",
        "Option<u8>",
        "`context` has no type here: write `#[validate(context = Type)]` above the type",
    );
    one(
        "#[when(true, required, code = \"no\")]",
        "Option<u8>",
        "`when` is not violated itself: write this on the constraints inside",
    );
    let message = "`length` belongs to a field: move it to the field that it constrains";
    assert_eq!(errors("#[when(true, when(true, length(max = 3)))] struct S;"), [message]);
}

#[test]
fn equals_finds_another_field() {
    let cases = [
        ("a: u8, #[equals(b)] c: u8, d: u8", "there is no field `b`: did you mean `a`?"),
        ("name: u8, #[equals(other)] c: u8", "there is no field `other`: write `name`"),
        ("#[equals(other)] c: u8", "there is no field `other`: there is none beside this one"),
        ("#[equals(c)] c: u8", "a field is always equal to itself: name another one"),
        ("a: u8, #[equals(self.a)] c: u8", "`equals` takes a field: write `#[equals(password)]`"),
        (
            "a: u8, #[each(equals(a))] c: Vec<u8>",
            "`equals` compares two fields, and stands on one of them: to compare anything else, \
             write a function and `#[check(..)]`",
        ),
    ];
    for (fields, message) in cases {
        assert_eq!(errors(&format!("struct S {{ {fields} }}")), [message], "{fields}");
    }
    let other_variant = "enum E { A { a: u8 }, B { #[equals(a)] b: u8, id: u8 } }";
    assert_eq!(errors(other_variant), ["there is no field `a`: write `id`"]);
}

#[test]
fn functions_stand_where_they_can_be_called() {
    for argument in ["", "(\"f\")", "(f())", "(f, g)", "(function = f)", "(|a, b| Ok(()))"] {
        one(
            &format!("#[check{argument}]"),
            "u8",
            "`check` takes a function: write `#[check(is_known)]`",
        );
    }
    let waits = "`check_async` stands above the type that is validated, in no other attribute: \
                 move it there, or write `check` if the function need not wait";
    one("#[check_async(f)]", "u8", waits);
    one("#[each(check_async(f))]", "Vec<u8>", waits);
    assert_eq!(errors("#[when(true, check_async(f))] struct S;"), [waits]);
    // Those that could not be read are not told that there are several.
    assert_eq!(errors("#[check] #[check] struct S;").len(), 2);
}

#[test]
fn placeholders_are_those_of_the_constraint() {
    let cases = [
        (
            "length(max = 3, message = \"{mx}\")",
            "`length` has no `{mx}` here: did you mean `{max}`?",
        ),
        (
            "length(max = 3, message = \"{min}\")",
            "`length` has no `{min}` here: write `{max}`, `{unit}` or `{actual}`",
        ),
        (
            "ascii(message = \"{text}\")",
            "`ascii` has no `{text}` here: write the message without a placeholder, or `{{` for a brace",
        ),
        ("ascii(message = \"a { b\")", "a lone `{` in a message: write `{{`"),
        ("ascii(message = \"a } b\")", "a lone `}` in a message: write `}}`"),
        ("ascii(message = \"{ {a}\")", "a lone `{` in a message: write `{{`"),
        (
            "ascii(message = TEXT)",
            "`message` is a text in quotes: write `message = \"must be a name\"`",
        ),
        ("ascii(message =)", "`message` is a text in quotes: write `message = \"must be a name\"`"),
        ("ascii(mesage = \"a\")", "unknown parameter `mesage`: did you mean `message`?"),
        ("length(max = 3, message)", "`message` needs a text: write `message = \"..\"`"),
        ("ascii(code = \"a\", code = \"b\")", "`code` is given twice: remove one"),
        (
            "ascii(code = \"a b\")",
            "a code is one word in ASCII, without spaces: write one like `\"bad_name\"`",
        ),
        ("sensitive(message = \"a\")", "`sensitive` takes no parameters: write `#[sensitive]`"),
        (
            "apply(A, message = \"a\")",
            "`apply` is not violated itself: write this on the constraints inside",
        ),
        (
            "sensitive, length(max = 3, message = \"{actual}\")",
            "`{actual}` is derived from the value, which is sensitive: remove the placeholder",
        ),
        (
            "message = \"a\"",
            "unknown constraint `message`: write `length(max = 64, message = \"..\")`",
        ),
    ];
    for (constraint, message) in cases {
        one(&format!("#[validate({constraint})]"), "String", message);
    }
}

#[test]
fn words_of_other_libraries_are_translated() {
    let cases = [
        ("email", "format(email)"),
        ("url", "format(uri)"),
        ("json_pointer", "format(json_pointer)"),
        ("custom(f)", "check(function)"),
        ("inner(ascii)", "each(..)"),
        ("must_match(a)", "equals(field)"),
        ("alphanumeric", "pattern(r\"^[\\p{Alphabetic}\\p{N}]*$\")"),
        ("max_length = 3", "length(max = ..)"),
        ("if(cond = true, ascii)", "when(condition, ..)"),
        ("rename = \"a\"", "#[serde(rename = \"..\")]"),
    ];
    for (theirs, ours) in cases {
        let word = theirs.split(['(', ' ']).next().unwrap_or_default();
        let message = format!("unknown constraint `{word}`: write `{ours}`");
        one(&format!("#[validate({theirs})]"), "String", &message);
    }
}

#[test]
fn options_of_one_word() {
    let cases = [
        (
            "#[validate(deny_unbounded = true)] struct S;",
            "`deny_unbounded` takes no value: write `#[validate(deny_unbounded)]`",
        ),
        ("#[validate(members, members)] struct S;", "`members` is given twice: remove one"),
        (
            "#[validate(members)] enum E { A { a: u8 } }",
            "`members` names the fields of a struct, and an enum has none outside its variants: \
             remove it",
        ),
        (
            "struct S(#[validate(members)] u8);",
            "`members` belongs to the type: write `#[validate(members)]` above it",
        ),
        (
            "#[validate(chek(f))] struct S;",
            "unknown option `chek` of a type: did you mean `check`?",
        ),
    ];
    for (source, message) in cases {
        assert_eq!(errors(source), [message], "{source}");
    }
}

#[test]
fn aliases_are_declared_in_one_way() {
    let write = "write `constraint! { pub Name for str { length(max = 64) } }`";
    let cases = [
        ("Name for str", "expected constraints in braces"),
        ("Name for str (ascii)", "expected constraints in braces"),
        ("Name for { ascii }", "expected a type"),
        ("Name: str { ascii }", "expected `for`"),
        ("struct Name for str { ascii }", "expected identifier, found keyword `struct`"),
        ("A for str {}", "an alias needs constraints"),
    ];
    for (source, message) in cases {
        assert_eq!(aliases(source), [format!("{message}: {write}")], "{source}");
    }
    let inside = "an alias is for what is inside `Option`, `Box`, `&` and the like, which constraints \
                  look through: write that type";
    for ty in ["Option<str>", "&'static str", "Box<Patch<[String]>>"] {
        assert_eq!(aliases(&format!("A for {ty} {{ check(f) }}")), [inside], "{ty}");
    }
    let cases = [
        (
            "length(max = self.max)",
            "an alias knows neither `self` nor `context`: write the constraint on the field",
        ),
        (
            "when(context.a, ascii)",
            "an alias knows neither `self` nor `context`: write the constraint on the field",
        ),
        ("sensitive", "`sensitive` belongs to the field itself: move it there"),
        (
            "range(max = 3)",
            "`range` does not apply to a string: use `#[length(min = .., max = ..)]`",
        ),
        ("ascii, ascii", "`ascii` stands here twice: write it once"),
    ];
    for (constraints, message) in cases {
        assert_eq!(aliases(&format!("A for str {{ {constraints} }}")), [message], "{constraints}");
    }
    assert_eq!(
        aliases("#[ascii] #[validate(context = C)] A for str { ascii }"),
        [
            "constraints of an alias stand in its braces: move `ascii` there",
            "`context` belongs to a type that derives `Validate`: remove it",
        ]
    );
}
