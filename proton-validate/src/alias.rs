//! Constraints under a name, without a type of their own for the value.

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::Rule;

/// Constraints under one name: what `constraint!` declares and `#[apply(..)]`
/// refers to.
///
/// An alias is a type without values. Unlike a newtype it does not change the
/// type of the members that it constrains.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, constraint};
///
/// constraint! {
///     /// The number of an account: twelve digits.
///     pub AccountId for str { length(equal = 12), pattern(r"^\d+$") }
/// }
///
/// #[derive(Validate)]
/// struct Transfer {
///     #[apply(AccountId)]
///     from: String,
///     #[apply(AccountId)]
///     to: Option<String>,
/// }
///
/// let transfer = Transfer { from: "123456789012".into(), to: Some("12".into()) };
/// assert_eq!(transfer.validate().unwrap_err().at("/to").count(), 1);
/// ```
///
/// What the macro writes, called by hand:
///
/// ```
/// use proton_validate::{Alias, Collector, Limits, Location, constraint};
///
/// constraint! {
///     /// A slug.
///     pub Slug for str { length(max = 3) }
/// }
///
/// assert_eq!((Slug::NAME, Slug::DOCS.trim(), Slug::RULES.len()), ("Slug", "A slug.", 1));
/// assert!(Slug::IS_BOUNDED);
/// let mut out = Collector::new(Limits::default());
/// Slug::check_into("four", true, Location::root(), &mut out);
/// assert_eq!(out.finish().unwrap_err().len(), 1);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no alias of constraints",
    label = "`#[apply(..)]` takes the name of an alias",
    note = "declare it with `constraint! {{ pub {Self} for str {{ length(max = 64) }} }}`"
)]
pub trait Alias {
    /// The type that it constrains.
    type Target: ?Sized;

    /// Its name.
    const NAME: &'static str;

    /// Its documentation, empty where there is none.
    const DOCS: &'static str;

    /// Its constraints as data.
    const RULES: &'static [Rule];

    /// Whether it limits a length or a number of items from above.
    const IS_BOUNDED: bool;

    /// Adds every violation of the value to `out`. What is inside is only walked
    /// where `may_walk` says so; returns whether it still may be, which it may not
    /// where a list or map is over its maximum.
    fn check_into(
        value: &Self::Target,
        may_walk: bool,
        at: Location<'_>,
        out: &mut Collector,
    ) -> bool;
}
