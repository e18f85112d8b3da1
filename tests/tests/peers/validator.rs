//! The rules of validator 0.21.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use proton_validate::format::Format;
use proton_validate::{Custom, Pattern, Validate, pattern};
use proton_validate_tests::violations;

#[test]
fn validator_email() {
    #[derive(Validate)]
    struct Mail(#[format(email)] String);

    assert!(Mail("ada@example.org".into()).is_valid());
    assert!(Mail("ada@[192.0.2.1]".into()).is_valid());
    for wrong in ["", "ada", "@example.org", "ada@", "ada@@example.org", "a..b@example.org"] {
        assert!(!Mail(wrong.into()).is_valid(), "{wrong}");
    }
}

#[test]
fn validator_url() {
    #[derive(Validate)]
    struct Site(#[format(uri)] String);

    assert!(Site("https://example.org:8443/a%20b?c=d#e".into()).is_valid());
    for wrong in ["example.org", " https://example.org ", "https://example.org/a b"] {
        assert!(!Site(wrong.into()).is_valid(), "{wrong}");
    }
}

#[test]
fn validator_length() {
    const MAX: usize = 3;

    #[derive(Validate)]
    struct Texts {
        #[length(min = 1, max = MAX)]
        between: String,
        #[length(equal = 2)]
        exact: Option<String>,
    }

    let texts = |between: &str, exact: &str| {
        violations(&Texts { between: between.into(), exact: Some(exact.into()) })
    };
    assert!(texts("äöü", "e\u{301}").is_empty());
    assert_eq!(texts("", "é"), ["/between length", "/exact length"]);
    assert_eq!(texts("abcd", "abc"), ["/between length", "/exact length"]);
}

#[test]
fn validator_length_of_collections() {
    #[derive(Validate)]
    struct Lists {
        #[length(max = 1)]
        list: Vec<u8>,
        #[length(max = 1)]
        queue: VecDeque<u8>,
        #[length(max = 1)]
        set: BTreeSet<u8>,
        #[length(max = 1)]
        map: HashMap<u8, u8>,
        #[length(max = 1)]
        array: [u8; 2],
    }

    let lists = Lists {
        list: vec![1, 2],
        queue: [1, 2].into(),
        set: [1, 2].into(),
        map: [(1, 1), (2, 2)].into(),
        array: [1, 2],
    };
    let members = ["/list length", "/queue length", "/set length", "/map length", "/array length"];
    assert_eq!(violations(&lists), members);
}

#[test]
fn validator_range() {
    const MAX: f64 = 10.8;

    #[derive(Validate)]
    struct Numbers {
        #[range(min = 1, max = 10)]
        whole: u32,
        #[range(min = 1.1, max = MAX)]
        real: Option<f64>,
    }

    assert!(violations(&Numbers { whole: 10, real: Some(10.8) }).is_empty());
    let wrong = Numbers { whole: 0, real: Some(f64::NAN) };
    assert_eq!(violations(&wrong), ["/whole range", "/real range"]);
}

#[test]
fn validator_range_exclusive() {
    #[derive(Validate)]
    struct Height(#[range(exclusive_min = 0.0, exclusive_max = 2.5)] f32);

    assert!(Height(0.1).is_valid());
    assert!(!Height(0.0).is_valid());
    assert!(!Height(2.5).is_valid());
}

#[test]
fn validator_must_match() {
    #[derive(Validate)]
    struct Passwords {
        password: Option<String>,
        #[equals(password)]
        again: Option<String>,
    }

    let passwords = |password: Option<&str>, again: Option<&str>| {
        violations(&Passwords { password: password.map(Into::into), again: again.map(Into::into) })
    };
    assert!(passwords(Some("a"), Some("a")).is_empty());
    assert!(passwords(None, None).is_empty());
    assert_eq!(passwords(Some("a"), Some("b")), ["/again equals"]);
    assert_eq!(passwords(Some("a"), None), ["/again equals"]);
}

#[test]
fn validator_contains() {
    #[derive(Validate)]
    struct Address(#[contains("@example.")] String);

    assert!(Address("ada@example.org".into()).is_valid());
    assert!(!Address("ada@EXAMPLE.org".into()).is_valid());
}

#[test]
fn validator_contains_key() {
    #[derive(Validate)]
    struct Labels {
        #[check(has_owner)]
        labels: BTreeMap<String, String>,
    }

    fn has_owner(labels: &BTreeMap<String, String>, _: &()) -> Result<(), Custom> {
        let owned = labels.contains_key("owner");
        owned.then_some(()).ok_or_else(|| Custom::new("no_owner", "must have the key owner"))
    }

    assert!(Labels { labels: [("owner".into(), "ada".into())].into() }.is_valid());
    assert_eq!(violations(&Labels { labels: BTreeMap::new() }), ["/labels no_owner"]);
}

#[test]
fn validator_does_not_contain() {
    #[derive(Validate)]
    struct Name(#[excludes("admin")] String);

    assert!(Name("ada".into()).is_valid());
    assert!(!Name("the admin".into()).is_valid());
}

#[test]
fn validator_does_not_contain_key() {
    #[derive(Validate)]
    struct Labels {
        #[keys(excludes("aws:"))]
        labels: BTreeMap<String, String>,
    }

    assert!(Labels { labels: [("a".into(), "b".into())].into() }.is_valid());
    let wrong = Labels { labels: [("aws:a".into(), "b".into())].into() };
    assert_eq!(violations(&wrong), ["/labels excludes"]);
}

#[test]
fn validator_regex() {
    static TWO: Pattern = pattern!("^[a-z]{2}$");

    #[derive(Validate)]
    struct Codes {
        #[pattern(TWO)]
        named: String,
        #[pattern("^[a-z]{2}$")]
        anchored: String,
        #[pattern(search, "[a-z]{2}")]
        searched: String,
    }

    let codes = |text: &str| {
        violations(&Codes { named: text.into(), anchored: text.into(), searched: text.into() })
    };
    assert!(codes("de").is_empty());
    assert_eq!(codes("<de>"), ["/named pattern", "/anchored pattern"]);
}

#[test]
fn validator_credit_card() {
    #[derive(Validate)]
    struct Card(#[format(credit_card)] String);

    assert!(Card("4242424242424242".into()).is_valid());
    assert!(!Card("4242424242424243".into()).is_valid());
}

#[test]
fn validator_ip() {
    #[derive(Validate)]
    struct Address(#[format(ip)] String);

    assert!(Address("192.0.2.1".into()).is_valid());
    assert!(Address("2001:db8::1".into()).is_valid());
    assert!(!Address("192.0.2.256".into()).is_valid());
}

#[test]
fn validator_ip_v4() {
    #[derive(Validate)]
    struct Address(#[format(ipv4)] String);

    assert!(Address("192.0.2.1".into()).is_valid());
    assert!(!Address("2001:db8::1".into()).is_valid());
}

#[test]
fn validator_ip_v6() {
    #[derive(Validate)]
    struct Address(#[format(ipv6)] String);

    assert!(Address("2001:db8::1".into()).is_valid());
    assert!(!Address("192.0.2.1".into()).is_valid());
}

#[test]
fn validator_non_control_character() {
    #[derive(Validate)]
    struct Name(#[pattern(r"^[^\p{Cc}]*$")] String);

    assert!(Name("Ada Lovelace \u{1f469}".into()).is_valid());
    for control in ["\n", "\u{0}", "\u{7f}", "\u{85}"] {
        assert!(!Name(control.into()).is_valid(), "{control:?}");
    }
}

#[derive(Clone, Validate)]
struct Contact {
    #[length(min = 1)]
    name: String,
}

fn nobody() -> Contact {
    Contact { name: String::new() }
}

#[test]
fn validator_nested() {
    #[derive(Validate)]
    struct Order {
        contact: Contact,
        others: Vec<Option<Contact>>,
        by_id: HashMap<u32, Contact>,
        pair: (Contact, Box<Contact>),
    }

    let order = Order {
        contact: nobody(),
        others: vec![None, Some(nobody())],
        by_id: [(7, nobody())].into(),
        pair: (nobody(), Box::new(nobody())),
    };
    let members = [
        "/contact/name length",
        "/others/1/name length",
        "/by_id/7/name length",
        "/pair/0/name length",
        "/pair/1/name length",
    ];
    assert_eq!(violations(&order), members);
}

/// A list that is over its maximum is not walked.
#[test]
fn validator_nested_beside_a_rule() {
    #[derive(Validate)]
    struct Order {
        #[max_items(1)]
        contacts: Vec<Contact>,
    }

    let order = |count| violations(&Order { contacts: vec![nobody(); count] });
    assert_eq!(order(1), ["/contacts/0/name length"]);
    assert_eq!(order(2), ["/contacts max_items"]);
}

#[test]
fn validator_skip() {
    struct Unvalidated;

    #[derive(Validate)]
    struct Order {
        #[skip]
        _other: Unvalidated,
        #[skip]
        _contact: Contact,
    }

    assert!(Order { _other: Unvalidated, _contact: nobody() }.is_valid());
}

#[test]
fn validator_required() {
    #[derive(Validate)]
    struct Cookies {
        #[required]
        allowed: Option<bool>,
        #[required]
        #[length(min = 1)]
        name: Option<String>,
    }

    let none = Cookies { allowed: None, name: None };
    assert_eq!(violations(&none), ["/allowed required", "/name required"]);
    let some = Cookies { allowed: Some(false), name: Some(String::new()) };
    assert_eq!(violations(&some), ["/name length"]);
}

#[test]
fn validator_option() {
    #[derive(Validate)]
    struct Query {
        #[range(max = 5)]
        one: Option<u8>,
        #[range(max = 5)]
        two: Option<Option<u8>>,
    }

    assert!(Query { one: None, two: Some(None) }.is_valid());
    let wrong = Query { one: Some(6), two: Some(Some(6)) };
    assert_eq!(violations(&wrong), ["/one range", "/two range"]);
}

#[test]
fn validator_wrappers() {
    use std::borrow::Cow;
    use std::rc::Rc;
    use std::sync::Arc;

    #[derive(Validate)]
    struct Texts<'a> {
        #[length(max = 1)]
        boxed: Box<String>,
        #[pattern("^[a-z]?$")]
        shared: Arc<str>,
        #[format(email)]
        counted: Rc<String>,
        #[contains("a")]
        cow: Cow<'a, str>,
        #[length(max = 1)]
        borrowed: &'a str,
    }

    let texts = Texts {
        boxed: Box::new("xx".into()),
        shared: "xx".into(),
        counted: Rc::new("xx".into()),
        cow: "xx".into(),
        borrowed: "xx",
    };
    let members = [
        "/boxed length",
        "/shared pattern",
        "/counted format",
        "/cow contains",
        "/borrowed length",
    ];
    assert_eq!(violations(&texts), members);
}

#[test]
fn validator_crate() {
    mod vendored {
        pub(super) use proton_validate as validation;
    }

    #[derive(Validate)]
    #[validate(crate = vendored::validation)]
    struct Name(#[length(max = 1)] String);

    assert!(!Name("ada".into()).is_valid());
}

#[test]
fn validator_format_of_your_own() {
    static COUNTRY: Format = Format::new("country", |text| {
        text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase())
    });

    #[derive(Validate)]
    struct Place(#[format(COUNTRY)] String);

    assert!(Place("CH".into()).is_valid());
    assert_eq!(violations(&Place("che".into())), [" format"]);
}
