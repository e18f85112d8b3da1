//! The values that are accepted where only some are.

use core::fmt;

use crate::shape::Variant;

/// The values of a [`OneOf`](crate::Constraint::OneOf), in declared order.
///
/// `Display` separates them by `, `.
///
/// ```
/// use proton_validate::{Constraint, Validate, Values};
///
/// #[derive(Validate)]
/// struct Size(#[one_of("small", "large", hidden("huge"))] String);
///
/// let report = Size("tiny".into()).validate().unwrap_err();
/// let Constraint::OneOf { values, .. } = report.iter().next().unwrap().constraint() else {
///     unreachable!()
/// };
/// assert_eq!(*values, Values::Text(&["small", "large"]));
/// assert_eq!(values.to_string(), "small, large");
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Values {
    /// Strings.
    Text(&'static [&'static str]),
    /// Integers.
    Integers(&'static [i128]),
    /// The names of an enumeration's variants. Those that are hidden, and those
    /// that have no name on the wire, are not shown: not in `Debug` either.
    Variants(&'static [Variant]),
}

/// The names of the variants that are not hidden and that the wire can name.
pub(crate) fn shown(variants: &[Variant]) -> impl Iterator<Item = &'static str> + Clone {
    let shown = |it: &&Variant| !(it.is_hidden() || it.is_untagged() || it.is_off_wire());
    variants.iter().filter(shown).map(Variant::name)
}

impl PartialEq for Values {
    /// Variants are compared by the names that are shown.
    fn eq(&self, other: &Self) -> bool {
        match (*self, *other) {
            (Self::Text(ours), Self::Text(theirs)) => ours == theirs,
            (Self::Integers(ours), Self::Integers(theirs)) => ours == theirs,
            (Self::Variants(ours), Self::Variants(theirs)) => shown(ours).eq(shown(theirs)),
            _ => false,
        }
    }
}

impl Eq for Values {}

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Text(values) => f.debug_tuple("Text").field(&values).finish(),
            Self::Integers(values) => f.debug_tuple("Integers").field(&values).finish(),
            Self::Variants(variants) => {
                f.write_str("Variants(")?;
                f.debug_list().entries(shown(variants)).finish()?;
                f.write_str(")")
            }
        }
    }
}

/// Values that are accepted and not shown: not in `Debug` either.
///
/// ```
/// use proton_validate::{Hidden, Values};
///
/// let hidden = Hidden(Values::Text(&["INTERNAL"]));
/// assert_eq!(format!("{hidden:?}"), "Hidden(..)");
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hidden(pub Values);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Hidden(..)")
    }
}

impl fmt::Display for Values {
    /// The values separated by `, `.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Text(values) => separated(f, values),
            Self::Integers(values) => separated(f, values),
            Self::Variants(variants) => separated(f, shown(variants)),
        }
    }
}

fn separated<T: fmt::Display>(
    f: &mut fmt::Formatter<'_>,
    values: impl IntoIterator<Item = T>,
) -> fmt::Result {
    for (i, value) in values.into_iter().enumerate() {
        if i > 0 {
            f.write_str(", ")?;
        }
        value.fmt(f)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn variants_that_are_hidden_or_unnamed_are_shown_nowhere() {
        static ALL: [Variant; 4] = [
            Variant::unit("A"),
            Variant::unit("INTERNAL").hidden(),
            Variant::unit("SKIPPED").off_wire(),
            Variant::unit("B"),
        ];
        static SHOWN: [Variant; 2] = [Variant::unit("A"), Variant::unit("B")];
        let values = Values::Variants(&ALL);
        assert_eq!(format!("{values}"), "A, B");
        assert_eq!(format!("{values:?}"), r#"Variants(["A", "B"])"#);
        assert_eq!(values, Values::Variants(&SHOWN));
        assert_ne!(values, Values::Text(&["A", "B"]));
    }

    #[test]
    fn values_are_the_same_where_they_are_of_one_kind() {
        assert_eq!(Values::Text(&["a"]), Values::Text(&["a"]));
        assert_ne!(Values::Text(&["a"]), Values::Text(&["b"]));
        assert_eq!(Values::Integers(&[1]), Values::Integers(&[1]));
        assert_ne!(Values::Integers(&[1]), Values::Integers(&[2]));
        assert_eq!(Hidden(Values::Text(&["a"])), Hidden(Values::Text(&["a"])));
    }

    #[test]
    fn hidden_values_are_shown_nowhere() {
        assert_eq!(format!("{:?}", Hidden(Values::Text(&["INTERNAL"]))), "Hidden(..)");
    }
}
