//! The derive macro and the pattern macro of
//! [`proton-validate`](https://docs.rs/proton-validate), which re-exports them
//! and documents what they mean. Use them from there:
//!
//! ```
//! use proton_validate::Validate;
//!
//! #[derive(Validate)]
//! struct CreateEnvironment {
//!     #[length(min = 1, max = 100)]
//!     name: String,
//! }
//!
//! assert!(!CreateEnvironment { name: String::new() }.is_valid());
//! ```
//!
//! A derive goes through four stages, each in a module of its own: `attr` reads
//! what was written, `check` refuses what makes no sense, `emit` writes the
//! implementations, and `ctxt` carries every mistake that the first two find.
//! Where there is one, `fallback` writes empty implementations, so that the
//! mistake is the only thing rustc reports.

mod attr;
mod case;
mod check;
mod ctxt;
mod emit;
mod expand;
mod fallback;
mod model;
mod suggest;
mod types;

#[cfg(test)]
mod tests;

use proc_macro::TokenStream;

/// The derive of `proton_validate::Validate`: constraints stand in front of fields, bare
/// or inside `#[validate(..)]`. The [guide] has a page for each.
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(min = 1, max = 128)]
///     #[pattern("^[a-z-]+$")]
///     key: String,
///     #[length(max = 256)]
///     value: Option<String>,
/// }
///
/// assert!(Tag { key: "cost-center".into(), value: None }.is_valid());
/// assert!(!Tag { key: "Cost Center".into(), value: None }.is_valid());
/// ```
///
/// | on | attributes |
/// |---|---|
/// | `Option`, `Patch` | `required`, `not_null` |
/// | strings | `length`, `pattern`, `one_of`, `ascii`, `prefix`, `suffix`, `contains`, `excludes`, `format` |
/// | numbers | `range`, `multiple_of`, `one_of` |
/// | lists, sets | `length`, `min_items`, `max_items`, `unique_items`, `each` |
/// | maps | `length`, `keys`, `values` |
/// | any member | `equals`, `apply`, `check`, `when`, `sensitive`, `skip` |
/// | variants | `hidden` |
/// | types | `check`, `check_async`, `when`; `validate(..)` |
///
/// Every constraint takes `message = ".."` and `code = ".."`. A bound is a number, a
/// constant expression, or an expression that names `self` or `context`. Names on the
/// wire are those of serde's attributes.
///
/// On the type, `#[validate(context = Type)]` names the type of `context`,
/// `#[validate(members)]` makes a place for each field,
/// `#[validate(deny_unbounded)]` asks that everything has an upper bound,
/// `#[validate(bound = "T: Trait")]` replaces the bounds on generic parameters,
/// and `#[validate(crate = path)]` says where `proton_validate` is.
///
/// [guide]: https://docs.rs/proton-validate/latest/proton_validate/guide/attributes/index.html
#[proc_macro_derive(
    Validate,
    attributes(
        required,
        length,
        min_items,
        max_items,
        unique_items,
        range,
        multiple_of,
        pattern,
        one_of,
        not_null,
        ascii,
        prefix,
        suffix,
        contains,
        excludes,
        format,
        equals,
        apply,
        check,
        check_async,
        each,
        keys,
        values,
        when,
        sensitive,
        skip,
        hidden,
        validate
    )
)]
pub fn derive_validate(input: TokenStream) -> TokenStream {
    expand::validate(input.into()).into()
}

/// Declares constraints under a name, for `#[apply(..)]`.
///
/// ```
/// use proton_validate::{Validate, constraint};
///
/// constraint! {
///     /// Twelve digits.
///     pub AccountId for str { length(equal = 12), pattern(r"^\d+$") }
/// }
///
/// #[derive(Validate)]
/// struct Transfer {
///     #[apply(AccountId)]
///     from: String,
/// }
///
/// assert!(Transfer { from: "123456789012".into() }.is_valid());
/// ```
///
/// - It declares a type without values that implements `Alias`. Attributes in
///   front of the name, such as its documentation, are kept.
/// - The type after `for` is what the constraints are for: `str`, `[String]`,
///   `u32`.
/// - Constraints are those of the derive; they know neither `self` nor
///   `context`.
/// - `#[validate(crate = path)]` in front says where `proton_validate` is.
#[proc_macro]
pub fn constraint(tokens: TokenStream) -> TokenStream {
    expand::constraint(tokens.into()).into()
}

/// Makes a `Pattern` while the program is compiled.
///
/// ```
/// use proton_validate::{Pattern, Tier, pattern};
///
/// static SLUG: Pattern = pattern!("^[a-z-]+$", accepts = ["blue-green"], rejects = ["Blue"]);
///
/// assert!(SLUG.is_match("blue"));
/// assert_eq!((SLUG.tier(), SLUG.accepts()), (Tier::Runs, &["blue-green"][..]));
/// ```
///
/// - It has to be anchored at both ends; `pattern!(search, "..")` finds it
///   anywhere, and `pattern!(full, "..")` anchors it.
/// - `pattern!("..", accepts = ["a"], rejects = ["A"])` tries it on examples
///   while it compiles.
/// - `pattern!(static, "..")` is an error where only an engine could match it,
///   even with the feature `regex`.
/// - `pattern!(crate = path, ..)` says where `proton_validate` is.
#[proc_macro]
pub fn pattern(tokens: TokenStream) -> TokenStream {
    expand::pattern(tokens.into()).into()
}
