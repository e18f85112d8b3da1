//! A crate without a prelude that denies whatever rustc can deny.

#![no_implicit_prelude]
#![deny(warnings, missing_docs, unused, nonstandard_style, future_incompatible, let_underscore)]
#![deny(rust_2018_idioms, single_use_lifetimes, unused_qualifications, unused_results)]
#![deny(unreachable_pub, missing_debug_implementations, missing_copy_implementations)]
#![deny(unsafe_code, elided_lifetimes_in_paths, explicit_outlives_requirements)]
#![deny(trivial_casts, trivial_numeric_casts, variant_size_differences, meta_variable_misuse)]
#![allow(dead_code)]

mod aliases {
    #![allow(non_camel_case_types)]

    pub(crate) struct core;
    pub(crate) struct proton_validate;

    ::proton_validate::constraint! {
        /// A slug.
        pub(crate) Slug for ::core::primitive::str { length(max = 64), pattern("^[a-z-]*$") }
        #[doc = "A few."]
        #[allow(missing_docs)]
        pub(crate) Few for [::std::string::String] { max_items(3, message = "{max}"), each(ascii) }
        #[validate(crate = ::proton_validate)]
        r#Raw for u8 { range(max = 3) }
    }
}

/// A request with one of everything.
#[derive(::proton_validate::Validate)]
#[validate(deny_unbounded, context = u8)]
#[check(whole)]
#[when(*context > 3, check(whole, message = "no"))]
pub(crate) struct Request<'a> {
    #[length(max = 3, message = "{actual}", code = "long")]
    #[prefix("a")]
    #[check(text)]
    pub(crate) text: &'a ::core::primitive::str,
    #[apply(aliases::Slug)]
    pub(crate) slug: ::core::option::Option<::std::string::String>,
    #[apply(aliases::Few)]
    #[each(length(max = 3))]
    #[max_items(3)]
    pub(crate) few: ::std::vec::Vec<::std::string::String>,
    #[length(max = 3)]
    #[keys(length(max = 3))]
    #[values(range(max = 3))]
    pub(crate) map: ::std::collections::BTreeMap<::std::string::String, u8>,
    #[equals(text)]
    #[length(max = 3)]
    #[format(email)]
    pub(crate) same: &'a ::core::primitive::str,
    #[when(self.text == "a", not_null)]
    pub(crate) patch: ::proton_validate::Patch<u8>,
}

fn whole(request: &Request<'_>, _: &u8) -> ::core::result::Result<(), ::proton_validate::Custom> {
    if request.text == "b" {
        return ::core::result::Result::Err(
            ::proton_validate::Custom::new("b", "b").at(Request::MEMBERS.text),
        );
    }
    ::core::result::Result::Ok(())
}

fn text(
    text: &::core::primitive::str,
    _: &u8,
) -> ::core::result::Result<(), ::proton_validate::Custom> {
    if text.is_empty() {
        return ::core::result::Result::Err(::core::convert::Into::into("is empty"));
    }
    ::core::result::Result::Ok(())
}

/// One that waits.
#[derive(::proton_validate::Validate)]
#[check_async(wait, code = "late")]
pub(crate) struct Waits(u8);

async fn wait(_: &Waits, _: &()) -> ::core::result::Result<(), ::proton_validate::Custom> {
    ::core::result::Result::Ok(())
}

fn main() {}
