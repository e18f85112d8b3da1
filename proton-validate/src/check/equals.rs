//! `#[equals(..)]`: the same as another member.

use crate::collector::Collector;
use crate::constraint::Constraint;
use crate::path::At;

/// A member must be equal to another, absent included: `member` is the other's
/// name on the wire. The value of neither is shown.
///
/// ```
/// use proton_validate::{Collector, Limits, Location, check};
///
/// let mut out = Collector::new(Limits::default());
/// check::equals("secret", "Secret", "password", Location::root(), &mut out);
/// let report = out.finish().unwrap_err();
/// assert_eq!(report.iter().next().unwrap().to_string(), "must be the same as password");
/// ```
#[inline]
pub fn equals<T: PartialEq<U> + ?Sized, U: ?Sized>(
    value: &T,
    other: &U,
    member: &'static str,
    at: impl At,
    out: &mut Collector,
) {
    if value != other {
        at.push(Constraint::Equals { member }, out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use crate::path::Location;

    #[test]
    fn what_differs_names_the_other_member() {
        let equal = |value: &str| {
            let mut out = Collector::new(Limits::default());
            equals(value, "secret", "password", Location::root(), &mut out);
            out.finish().map_err(|report| report.iter().next().unwrap().constraint().clone())
        };
        assert_eq!(equal("secret"), Ok(()));
        assert_eq!(equal("Secret"), Err(Constraint::Equals { member: "password" }));
    }
}
