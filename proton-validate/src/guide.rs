//! The guide: a page for each attribute, and recipes.
//!
//! There is no code in here, and the module exists in the documentation only. Its
//! pages are in the folder `docs` of the crate, and every example in them is run by
//! `cargo test`.
//!
//! - [`attributes`]: what each attribute means, exactly.
//! - [`recipes`]: what several do together.
//! - `gateway` (features `axum` and `tower`): requests in axum, and in front of any
//!   tower service.
//! - [`codes`]: every code of a violation, and what is promised of them.
//! - [`expansion`]: what the macro writes.
//! - [`security`]: what the library stands against, and the tests that show it.
//! - [`migrating`]: coming from validator, garde or `serde_valid`.
//! - [`rules`]: every rule of those, with ours beside it.

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

pub mod recipes {
    #![doc = include_str!("../docs/recipes/index.md")]

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

    #[doc(alias("json", "from_slice", "body"))]
    pub mod bytes {
        #![doc = include_str!("../docs/recipes/bytes.md")]
    }

    #[doc(alias("wire", "smithy", "problem"))]
    pub mod responses {
        #![doc = include_str!("../docs/recipes/responses.md")]
    }

    #[doc(alias("schema", "json_schema"))]
    pub mod openapi {
        #![doc = include_str!("../docs/recipes/openapi.md")]
    }

    #[doc(alias("i18n", "localization"))]
    pub mod languages {
        #![doc = include_str!("../docs/recipes/languages.md")]
    }
}

#[cfg(all(feature = "axum", feature = "tower"))]
#[doc(alias("axum", "tower", "hyper"))]
pub mod gateway {
    #![doc = include_str!("../docs/gateway.md")]
}

pub mod codes {
    #![doc = include_str!("../docs/codes.md")]
}

pub mod expansion {
    #![doc = include_str!("../docs/expansion.md")]
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
