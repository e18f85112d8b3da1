//! The expansion works in any surroundings.

// What a strict crate denies. `unused_crate_dependencies` and the like are
// about this crate and not about the expansion.
#![deny(warnings, clippy::all, clippy::pedantic, missing_docs, unused, nonstandard_style)]
#![deny(rust_2018_idioms, single_use_lifetimes, unused_qualifications, unused_results)]
// Requests are mostly written to, and read by what is not here.
#![allow(dead_code)]

/// Nothing is in scope but what a path names.
mod no_prelude {
    #![no_implicit_prelude]

    /// A request with one of everything.
    #[derive(::proton_validate::Validate)]
    pub(crate) struct Request<'a, T: ::core::marker::Sized> {
        #[required]
        #[length(min = 1, max = 3)]
        #[pattern("^[a-z]*$")]
        pub(crate) text: ::core::option::Option<&'a str>,
        #[min_items(1)]
        #[max_items(2)]
        #[unique_items]
        pub(crate) list: ::std::vec::Vec<u8>,
        #[range(min = 1, exclusive_max = 9)]
        #[multiple_of(2)]
        #[one_of(2, 4)]
        pub(crate) number: u64,
        #[one_of("a", hidden("b"))]
        #[sensitive]
        pub(crate) choice: ::std::string::String,
        #[range(max = self.number)]
        pub(crate) bounded: u64,
        #[skip]
        pub(crate) skipped: ::core::option::Option<fn()>,
        pub(crate) value: T,
    }

    /// A variant of each kind.
    #[derive(::proton_validate::Validate)]
    pub(crate) enum Choice {
        Unit,
        Newtype(#[length(max = 3)] ::std::string::String),
        Tuple(u8, #[range(max = 3)] u8),
        Structure {
            #[range(max = 3)]
            r#type: u8,
        },
    }
}

/// Nothing may be allowed, so the expansion has to do without.
mod forbidding {
    #![forbid(missing_docs, missing_debug_implementations, unreachable_pub, nonstandard_style)]

    use proton_validate::{Custom, Validate, constraint};

    constraint! {
        /// Says nothing of the length.
        pub(crate) Plain for [String] { unique_items }
        /// Does.
        pub(crate) Few for [String] { max_items(2) }
    }

    /// Names its fields.
    #[derive(Debug, Validate)]
    #[check(anything)]
    pub(crate) struct Named {
        #[length(max = 3)]
        text: String,
    }

    /// Names itself where its size is bounded, and bounds its parameter twice.
    #[derive(Debug, Validate)]
    #[validate(deny_unbounded)]
    pub(crate) struct Tree<T: Copy>
    where
        T: Ord,
    {
        #[max_items(2)]
        children: Vec<Self>,
        parent: Option<Box<Self>>,
        #[apply(Plain)]
        #[apply(Few)]
        #[each(length(max = 3))]
        names: Vec<String>,
        value: T,
    }

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "so a check is given its context")]
    fn anything(_: &Named, (): &()) -> Result<(), Custom> {
        Err(Custom::new("any", "is refused").at(Named::MEMBERS.text))
    }
}

/// Names of the prelude mean something else.
mod shadowed {
    #![allow(unused_macros, clippy::disallowed_macros)]

    pub(crate) struct Option;
    pub(crate) struct Result;
    pub(crate) struct Some;
    pub(crate) struct None;
    pub(crate) struct Ok;
    pub(crate) struct Err;
    pub(crate) struct Box;
    pub(crate) struct Vec;
    pub(crate) struct Str;
    pub(crate) struct Sized;
    pub(crate) struct Collector;
    pub(crate) struct Location;
    pub(crate) struct Shape;
    pub(crate) mod core {}
    pub(crate) mod std {}
    pub(crate) mod alloc {}
    pub(crate) mod proton_validate {}
    macro_rules! assert {
        () => {};
    }
    macro_rules! panic {
        () => {};
    }

    const MAX: usize = 3;

    /// Bounds that are constants are compared in a constant.
    #[derive(::proton_validate::Validate)]
    pub(crate) struct Request {
        #[length(min = 1, max = MAX)]
        pub(crate) text: ::std::string::String,
        #[range(min = MAX, max = MAX + 1)]
        pub(crate) number: usize,
    }
}

/// The crate under another name.
mod renamed {
    pub(crate) mod vendored {
        pub(crate) use ::proton_validate as validation;
    }

    /// Reached through the path it names.
    #[derive(vendored::validation::Validate)]
    #[validate(crate = vendored::validation)]
    pub(crate) struct Request {
        #[length(max = 1)]
        #[pattern("^a$")]
        pub(crate) text: String,
    }
}

/// Names that only raw identifiers can spell, deprecated members, and members
/// called like the expansion's own variables.
mod odd_names {
    #[derive(proton_validate::Validate)]
    #[allow(non_camel_case_types)]
    pub(crate) struct r#type {
        #[length(max = 1)]
        pub(crate) r#fn: String,
        #[deprecated]
        #[length(max = 1)]
        pub(crate) old: String,
        pub(crate) value: u8,
        pub(crate) at: u8,
        pub(crate) out: u8,
        pub(crate) context: u8,
        pub(crate) walk: u8,
    }

    #[derive(proton_validate::Validate)]
    #[allow(clippy::large_enum_variant)]
    pub(crate) enum Odd<C, T> {
        Same {
            value: T,
            at: C,
            out: u8,
            context: u8,
        },
        #[deprecated]
        Old(#[length(max = 1)] String),
    }
}

use proton_validate::Validate;

#[test]
fn expansions_check_what_they_say() {
    let request = no_prelude::Request {
        text: Some("abcd"),
        list: vec![1, 1, 1],
        number: 3,
        choice: "c".into(),
        bounded: 4,
        skipped: None,
        value: [no_prelude::Choice::Structure { r#type: 4 }],
    };
    let paths: Vec<_> = request
        .validate()
        .unwrap_err()
        .iter()
        .map(|violation| format!("{} {}", violation.path(), violation.code()))
        .collect();
    assert_eq!(
        paths,
        [
            "/text length",
            "/list max_items",
            "/number one_of",
            "/number multiple_of",
            "/choice one_of",
            "/bounded range",
            "/value/0/Structure/type range"
        ]
    );
    assert!(no_prelude::Choice::Unit.is_valid());
    assert!(!no_prelude::Choice::Newtype("abcd".into()).is_valid());
    assert!(!no_prelude::Choice::Tuple(0, 4).is_valid());
    assert!(shadowed::Request { text: "a".into(), number: 3 }.is_valid());
    assert!(!renamed::Request { text: "b".into() }.is_valid());
    #[allow(deprecated)]
    let odd = odd_names::r#type {
        r#fn: "ab".into(),
        old: "ab".into(),
        value: 0,
        at: 0,
        out: 0,
        context: 0,
        walk: 0,
    };
    assert_eq!(odd.validate().unwrap_err().len(), 2);
    let same = odd_names::Odd::Same { value: 0_u8, at: 0_u8, out: 0, context: 0 };
    assert!(same.is_valid());
}
