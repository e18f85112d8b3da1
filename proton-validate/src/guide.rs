//! The guide, in reading order. `cargo test` compiles every example in Rust and runs it.
//!
//! **To read**
//!
//! 1. [`start`]: from nothing to a checked endpoint, in ten minutes.
//! 2. [`patterns`]: what they mean, how they are matched, what is refused and what to
//!    write instead.
//! 3. [`errors`]: everything that is wrong at once, from bytes; the report, its paths and
//!    limits.
//! 4. [`checks`]: rules of your own, with a context, under a condition, against a
//!    database.
//! 5. [`gateway`]: in axum, and in front of any tower service.
//! 6. [`recipes`]: responses, OpenAPI, `PATCH`, create and update, languages.
//! 7. [`security`]: what the library stands against, the tests that show it, and what you
//!    decide.
//!
//! **Coming from elsewhere**
//!
//! 8. [`migrating`]: from validator, garde, `serde_valid`, jsonschema or a Smithy server.
//! 9. [`rules`]: every rule of the first three, with ours beside it.
//!
//! **To look up**
//!
//! 10. [`attributes`]: a page for each, with what it means exactly.
//! 11. [`codes`]: every code of a violation, and what is promised of them.
//! 12. [`expansion`]: what the macro writes.
//!
//! There is no code in here, and the module exists in the documentation only. Its
//! pages are in the folder `docs` of the crate.
#![cfg_attr(
    not(all(feature = "axum", feature = "schema", feature = "tower")),
    allow(rustdoc::broken_intra_doc_links, reason = "pages tell of all features")
)]
// Pages say themselves what needs a feature.
#![cfg_attr(docsrs, doc(auto_cfg = false))]

#[cfg(all(feature = "axum", feature = "tower"))]
#[doc(alias("tutorial", "quickstart"))]
pub mod start {
    #![doc = include_str!("../docs/start.md")]
}

#[doc(alias("regex", "ecma", "anchor", "tier"))]
pub mod patterns {
    #![doc = include_str!("../docs/patterns.md")]
}

#[cfg(feature = "json")]
#[doc(alias("from_slice", "body", "report", "limits"))]
pub mod errors {
    #![doc = include_str!("../docs/errors.md")]
}

#[doc(alias("custom", "context", "async"))]
pub mod checks {
    #![doc = include_str!("../docs/checks.md")]
}

#[cfg(all(feature = "axum", feature = "tower"))]
#[doc(alias("axum", "tower", "hyper"))]
pub mod gateway {
    #![doc = include_str!("../docs/gateway.md")]
}

pub mod recipes {
    #![doc = include_str!("../docs/recipes/index.md")]

    #[doc(alias("wire", "smithy", "problem"))]
    pub mod responses {
        #![doc = include_str!("../docs/recipes/responses.md")]
    }

    #[doc(alias("schema", "json_schema"))]
    pub mod openapi {
        #![doc = include_str!("../docs/recipes/openapi.md")]
    }

    #[doc(alias("create", "update"))]
    pub mod scenarios {
        #![doc = include_str!("../docs/recipes/scenarios.md")]
    }

    #[doc(alias("merge_patch"))]
    pub mod patch {
        #![doc = include_str!("../docs/recipes/patch.md")]
    }

    #[doc(alias("cross_field"))]
    pub mod whole {
        #![doc = include_str!("../docs/recipes/whole.md")]
    }

    #[doc(alias("unavailable", "503"))]
    pub mod failures {
        #![doc = include_str!("../docs/recipes/failures.md")]
    }

    #[doc(alias("i18n", "localization"))]
    pub mod languages {
        #![doc = include_str!("../docs/recipes/languages.md")]
    }
}

#[doc(alias("threat_model", "redos"))]
pub mod security {
    #![doc = include_str!("../docs/security.md")]
}

pub mod migrating {
    #![doc = include_str!("../docs/migrating.md")]
}

pub mod rules {
    #![doc = include_str!("../docs/rules.md")]
}

pub mod attributes {
    #![doc = include_str!("../docs/attributes/index.md")]

    pub mod required {
        #![doc = include_str!("../docs/attributes/required.md")]
    }

    pub mod not_null {
        #![doc = include_str!("../docs/attributes/not_null.md")]
    }

    #[doc(alias("min_length", "max_length", "graphemes", "utf16"))]
    pub mod length {
        #![doc = include_str!("../docs/attributes/length.md")]
    }

    #[doc(alias("min_items", "max_items"))]
    pub mod items {
        #![doc = include_str!("../docs/attributes/items.md")]
    }

    pub mod unique_items {
        #![doc = include_str!("../docs/attributes/unique_items.md")]
    }

    #[doc(alias("minimum", "maximum"))]
    pub mod range {
        #![doc = include_str!("../docs/attributes/range.md")]
    }

    pub mod multiple_of {
        #![doc = include_str!("../docs/attributes/multiple_of.md")]
    }

    #[doc(alias("regex"))]
    pub mod pattern {
        #![doc = include_str!("../docs/attributes/pattern.md")]
    }

    #[doc(alias("enum"))]
    pub mod one_of {
        #![doc = include_str!("../docs/attributes/one_of.md")]
    }

    pub mod ascii {
        #![doc = include_str!("../docs/attributes/ascii.md")]
    }

    #[doc(alias("prefix", "suffix", "contains", "excludes"))]
    pub mod parts {
        #![doc = include_str!("../docs/attributes/parts.md")]
    }

    #[doc(alias("email", "uri", "uuid"))]
    pub mod format {
        #![doc = include_str!("../docs/attributes/format.md")]
    }

    #[doc(alias("must_match"))]
    pub mod equals {
        #![doc = include_str!("../docs/attributes/equals.md")]
    }

    #[doc(alias("items", "inner"))]
    pub mod each {
        #![doc = include_str!("../docs/attributes/each.md")]
    }

    #[doc(alias("keys", "values"))]
    pub mod entries {
        #![doc = include_str!("../docs/attributes/entries.md")]
    }

    #[doc(alias("constraint"))]
    pub mod apply {
        #![doc = include_str!("../docs/attributes/apply.md")]
    }

    #[doc(alias("custom"))]
    pub mod check {
        #![doc = include_str!("../docs/attributes/check.md")]
    }

    pub mod check_async {
        #![doc = include_str!("../docs/attributes/check_async.md")]
    }

    #[doc(alias("conditional"))]
    pub mod when {
        #![doc = include_str!("../docs/attributes/when.md")]
    }

    #[doc(alias("secret"))]
    pub mod sensitive {
        #![doc = include_str!("../docs/attributes/sensitive.md")]
    }

    pub mod skip {
        #![doc = include_str!("../docs/attributes/skip.md")]
    }

    pub mod hidden {
        #![doc = include_str!("../docs/attributes/hidden.md")]
    }

    #[doc(alias("message", "code"))]
    pub mod wording {
        #![doc = include_str!("../docs/attributes/wording.md")]
    }

    #[doc(alias("context", "bound", "crate", "members", "deny_unbounded"))]
    pub mod options {
        #![doc = include_str!("../docs/attributes/options.md")]
    }
}

pub mod codes {
    #![doc = include_str!("../docs/codes.md")]
}

pub mod expansion {
    #![doc = include_str!("../docs/expansion.md")]
}
