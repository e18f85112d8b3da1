//! The rules of garde 0.23.

use std::collections::{BTreeMap, BTreeSet, HashMap, LinkedList};

use proton_validate::{Pattern, Validate, constraint, pattern};
use proton_validate_tests::violations;

#[test]
fn garde_required() {
    #[derive(Validate)]
    struct Query {
        #[required]
        #[ascii]
        name: Option<String>,
    }

    assert_eq!(violations(&Query { name: None }), ["/name required"]);
    assert_eq!(violations(&Query { name: Some("é".into()) }), ["/name ascii"]);
    assert!(Query { name: Some("e".into()) }.is_valid());
}

#[test]
fn garde_ascii() {
    #[derive(Validate)]
    struct Name(#[ascii] String);

    assert!(Name("a\n\u{7f}".into()).is_valid());
    assert!(!Name("\u{80}".into()).is_valid());
}

/// Letters and digits of Unicode, as `char::is_alphanumeric` has them.
#[test]
fn garde_alphanumeric() {
    #[derive(Validate)]
    struct Name(#[pattern(r"^[\p{Alphabetic}\p{N}]*$")] String);

    assert!(Name("Żółw42٣½".into()).is_valid());
    assert!(!Name("a b".into()).is_valid());
    assert!(!Name("a_b".into()).is_valid());
}

#[test]
fn garde_email() {
    #[derive(Validate)]
    struct Mail(#[format(email)] Option<String>);

    assert!(Mail(None).is_valid());
    assert!(Mail(Some("ada.lovelace+notes@example.org".into())).is_valid());
    assert!(!Mail(Some("ada".into())).is_valid());
}

#[test]
fn garde_url() {
    #[derive(Validate)]
    struct Site(#[format(uri)] String);

    assert!(Site("ftp://[2001:db8::1]/".into()).is_valid());
    assert!(!Site("//example.org".into()).is_valid());
}

#[test]
fn garde_ip() {
    #[derive(Validate)]
    struct Addresses {
        #[format(ip)]
        any: String,
        #[format(ipv4)]
        four: String,
        #[format(ipv6)]
        six: String,
    }

    let addresses = |any: &str, four: &str, six: &str| {
        violations(&Addresses { any: any.into(), four: four.into(), six: six.into() })
    };
    assert!(addresses("::1", "127.0.0.1", "::1").is_empty());
    assert!(addresses("127.0.0.1", "127.0.0.1", "::ffff:127.0.0.1").is_empty());
    assert_eq!(addresses("a", "::1", "127.0.0.1"), ["/any format", "/four format", "/six format"]);
}

#[test]
fn garde_credit_card() {
    #[derive(Validate)]
    struct Card(#[format(credit_card)] String);

    assert!(Card("4242 4242 4242 4242".into()).is_valid());
    assert!(!Card("4242 4242 4242 4243".into()).is_valid());
}

#[test]
fn garde_phone_number() {
    #[derive(Validate)]
    struct Phone(#[format(phone)] String);

    assert!(Phone("+14152370800".into()).is_valid());
    assert!(!Phone("4152370800".into()).is_valid());
    assert!(!Phone("+1 (415) 237-0800".into()).is_valid());
}

/// A letter with an accent of its own, a joined family, and their lengths.
const TEXTS: [&str; 2] = ["e\u{301}", "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}"];

#[test]
fn garde_length_bytes() {
    #[derive(Validate)]
    struct Three(#[length(bytes, equal = 3)] String);
    #[derive(Validate)]
    struct Eighteen(#[length(bytes, equal = 18)] String);

    assert!(Three(TEXTS[0].into()).is_valid());
    assert!(Eighteen(TEXTS[1].into()).is_valid());
}

#[test]
fn garde_length_chars() {
    #[derive(Validate)]
    struct Two(#[length(equal = 2)] String);
    #[derive(Validate)]
    struct Five(#[length(equal = 5)] String);

    assert!(Two(TEXTS[0].into()).is_valid());
    assert!(Five(TEXTS[1].into()).is_valid());
}

#[test]
fn garde_length_graphemes() {
    #[derive(Validate)]
    struct One(#[length(graphemes, equal = 1)] String);

    assert!(One(TEXTS[0].into()).is_valid());
    assert!(One(TEXTS[1].into()).is_valid());
}

#[test]
fn garde_length_utf16() {
    #[derive(Validate)]
    struct Two(#[length(utf16, equal = 2)] String);
    #[derive(Validate)]
    struct Eight(#[length(utf16, equal = 8)] String);

    assert!(Two(TEXTS[0].into()).is_valid());
    assert!(Eight(TEXTS[1].into()).is_valid());
}

#[test]
fn garde_length_of_collections() {
    #[derive(Validate)]
    struct Lists {
        #[length(equal = 2)]
        list: LinkedList<u8>,
        #[min_items(1)]
        #[max_items(2)]
        set: BTreeSet<u8>,
        #[length(max = 1)]
        characters: Vec<char>,
    }

    let lists = Lists { list: [1].into(), set: [].into(), characters: vec!['a', 'b'] };
    assert_eq!(violations(&lists), ["/list length", "/set min_items", "/characters length"]);
}

#[test]
fn garde_matches() {
    #[derive(Validate)]
    struct Passwords {
        password: String,
        #[equals(password)]
        again: String,
    }

    let passwords = |password: &str, again: &str| {
        violations(&Passwords { password: password.into(), again: again.into() })
    };
    assert!(passwords("a", "a").is_empty());
    assert_eq!(passwords("a", "b"), ["/again equals"]);
}

#[test]
fn garde_range() {
    #[derive(Validate)]
    struct Numbers {
        #[range(min = -10, max = 10)]
        both: i32,
        #[range(min = 5, max = 5)]
        equal: u8,
        #[range(max = 0.5)]
        real: f64,
    }

    assert!(Numbers { both: -10, equal: 5, real: 0.5 }.is_valid());
    let wrong = Numbers { both: 11, equal: 4, real: f64::NAN };
    assert_eq!(violations(&wrong), ["/both range", "/equal range", "/real range"]);
}

#[test]
fn garde_contains() {
    const AT: &str = "@";

    #[derive(Validate)]
    struct Texts {
        #[contains(AT)]
        with: String,
        #[prefix("arn:")]
        start: String,
        #[suffix(".example")]
        end: String,
    }

    let texts = |with: &str, start: &str, end: &str| {
        violations(&Texts { with: with.into(), start: start.into(), end: end.into() })
    };
    assert!(texts("a@b", "arn:aws", "www.example").is_empty());
    assert_eq!(texts("ab", "aws", "www"), ["/with contains", "/start prefix", "/end suffix"]);
}

#[test]
fn garde_pattern() {
    static DIGITS: Pattern = pattern!(r"^\d+$");

    #[derive(Validate)]
    struct Texts {
        #[pattern("^[a-z]+$")]
        literal: String,
        #[pattern(DIGITS)]
        named: String,
    }

    assert!(Texts { literal: "ab".into(), named: "12".into() }.is_valid());
    let wrong = Texts { literal: "ab!".into(), named: "\u{661}".into() };
    assert_eq!(violations(&wrong), ["/literal pattern", "/named pattern"]);
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Validate)]
struct Tag(#[length(min = 1, max = 3)] String);

#[test]
fn garde_dive() {
    #[derive(Validate)]
    struct Tags {
        one: Tag,
        many: Vec<Option<Tag>>,
        boxed: Box<Tag>,
        by_number: HashMap<u32, Tag>,
        pair: (Tag, Tag),
        set: BTreeSet<Tag>,
    }

    let wrong = || Tag("long".into());
    let tags = Tags {
        one: wrong(),
        many: vec![None, Some(wrong())],
        boxed: Box::new(wrong()),
        by_number: [(7, wrong())].into(),
        pair: (Tag("a".into()), wrong()),
        set: [wrong()].into(),
    };
    let members = ["/one", "/many/1", "/boxed", "/by_number/7", "/pair/1", "/set"];
    assert_eq!(violations(&tags), members.map(|member| format!("{member} length")));
}

#[test]
fn garde_skip() {
    struct Unvalidated;

    #[derive(Validate)]
    struct Request {
        #[skip]
        _other: Unvalidated,
        #[skip]
        _tag: Tag,
    }

    assert!(Request { _other: Unvalidated, _tag: Tag("long".into()) }.is_valid());
}

/// A member without an attribute is validated as far as its type says.
#[test]
fn garde_allow_unvalidated() {
    #[derive(Validate)]
    struct Request {
        text: String,
        tag: Tag,
    }

    let request = Request { text: "anything".into(), tag: Tag("long".into()) };
    assert_eq!(violations(&request), ["/tag length"]);
}

#[test]
fn garde_inner() {
    #[derive(Validate)]
    struct Lists {
        #[length(min = 1)]
        #[each(ascii, length(min = 1))]
        list: Vec<String>,
        #[each(ascii)]
        array: [&'static str; 2],
        #[each(ascii)]
        optional: Option<Vec<String>>,
    }

    let list = vec!["a".into(), String::new(), "é".into()];
    let lists = Lists { list, array: ["é", "e"], optional: Some(vec!["é".into()]) };
    let members = ["/list/1 length", "/list/2 ascii", "/array/0 ascii", "/optional/0 ascii"];
    assert_eq!(violations(&lists), members);
}

#[test]
fn garde_inner_of_inner() {
    #[derive(Validate)]
    struct Lists {
        #[each(required, ascii)]
        options: Vec<Option<String>>,
        #[each(each(length(max = 3)))]
        lists: Vec<Option<Vec<String>>>,
    }

    let options = vec![Some("é".into()), None];
    let lists = vec![None, Some(vec!["abc".into(), "long".into()])];
    let members = ["/options/0 ascii", "/options/1 required", "/lists/1/1 length"];
    assert_eq!(violations(&Lists { options, lists }), members);
}

/// Keys and values of maps, and items of sets, have constraints as well.
#[test]
fn garde_inner_of_maps_and_sets() {
    #[derive(Validate)]
    struct Both {
        #[keys(length(max = 3))]
        #[values(ascii)]
        map: BTreeMap<String, String>,
        #[each(ascii)]
        set: BTreeSet<String>,
    }

    let map = [("long".into(), "e".into()), ("é".into(), "é".into())].into();
    let both = Both { map, set: ["é".into()].into() };
    let mut found = violations(&both);
    found.sort();
    assert_eq!(found, ["/map length", "/map/é ascii", "/set ascii"]);
}

#[test]
fn garde_self_in_bounds() {
    #[derive(Validate)]
    struct Window {
        #[range(max = self.end)]
        start: u64,
        end: u64,
    }

    assert!(Window { start: 1, end: 1 }.is_valid());
    assert_eq!(violations(&Window { start: 2, end: 1 }), ["/start range"]);
}

#[test]
fn garde_transparent() {
    #[derive(Validate)]
    struct User {
        name: Username,
    }
    #[derive(Validate)]
    struct Username(#[length(min = 3)] String);

    assert_eq!(violations(&User { name: Username(String::new()) }), ["/name length"]);
}

/// Rules under a name, without a type of their own.
#[test]
fn garde_newtype_instead() {
    constraint! {
        /// The number of an account.
        AccountId for str { length(equal = 12), pattern(r"^\d+$") }
    }

    #[derive(Validate)]
    struct Transfer {
        #[apply(AccountId)]
        from: String,
        #[apply(AccountId)]
        to: Option<String>,
    }

    let transfer = Transfer { from: "123456789012".into(), to: Some("12".into()) };
    assert_eq!(violations(&transfer), ["/to length"]);
}

#[test]
fn garde_enum() {
    #[derive(Validate)]
    enum Data {
        Named {
            #[range(min = -10, max = 10)]
            field: i32,
        },
        Tuple(#[ascii] String),
        Pair(#[ascii] String, u8),
        Unit,
    }

    assert_eq!(violations(&Data::Named { field: 11 }), ["/Named/field range"]);
    assert_eq!(violations(&Data::Tuple("é".into())), ["/Tuple ascii"]);
    assert_eq!(violations(&Data::Pair("é".into(), 1)), ["/Pair/0 ascii"]);
    assert!(Data::Unit.is_valid());
}

#[test]
fn garde_generics() {
    #[derive(Validate)]
    struct Page<'a, T> {
        #[length(max = 1)]
        cursor: &'a str,
        items: Vec<T>,
    }

    let page = Page { cursor: "ab", items: vec![Tag("long".into())] };
    assert_eq!(violations(&page), ["/cursor length", "/items/0 length"]);
}
