//! The rules of garde 0.23.

use std::collections::{BTreeSet, LinkedList};

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
