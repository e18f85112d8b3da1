//! A place inside a value that a check looks at.

use alloc::string::String;
use alloc::vec::Vec;

use crate::path::Location;

/// A place inside the value that a check is given, for
/// [`Custom::at`](crate::Custom::at).
///
/// The derive macro makes one for each field of a type that has a `check` or
/// says `#[validate(members)]`: `Self::MEMBERS.tags`. A field that does not
/// exist does not compile.
///
/// # Examples
///
/// ```
/// use proton_validate::{Custom, Validate};
///
/// #[derive(serde::Deserialize, Validate)]
/// #[check(no_reserved_key)]
/// struct Request {
///     #[serde(rename = "Tags")]
///     tags: Vec<Tag>,
/// }
///
/// #[derive(serde::Deserialize, Validate)]
/// #[validate(members)]
/// struct Tag {
///     key: String,
/// }
///
/// fn no_reserved_key(request: &Request, _: &()) -> Result<(), Custom> {
///     match request.tags.iter().position(|tag| tag.key.starts_with("aws:")) {
///         None => Ok(()),
///         Some(index) => {
///             let place = Request::MEMBERS.tags.index(index).then(Tag::MEMBERS.key);
///             Err(Custom::new("reserved", "must not begin with aws:").at(place))
///         }
///     }
/// }
///
/// let request = Request { tags: vec![Tag { key: "aws:a".into() }] };
/// assert_eq!(request.validate().unwrap_err().at("/Tags/0/key").count(), 1);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Place {
    /// Beside the others, so that a place of one step is a constant.
    first: Option<Step>,
    rest: Vec<Step>,
    /// Behind how many steps everything is sensitive.
    sensitive: Option<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    Member(&'static str),
    Index(usize),
    Key(String),
}

impl Place {
    /// The value itself.
    ///
    /// ```
    /// use proton_validate::{Custom, Place, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Hours(#[check(in_order)] Vec<u8>);
    ///
    /// fn in_order(hours: &[u8], _: &()) -> Result<(), Custom> {
    ///     match hours.windows(2).position(|two| two[0] > two[1]) {
    ///         None => Ok(()),
    ///         Some(index) => Err(Custom::from("is out of order").at(Place::HERE.index(index + 1))),
    ///     }
    /// }
    ///
    /// assert_eq!(Hours(vec![1, 3, 2]).validate().unwrap_err().at("/2").count(), 1);
    /// ```
    pub const HERE: Self = Self { first: None, rest: Vec::new(), sensitive: None };

    /// A member, by its name on the wire.
    ///
    /// ```
    /// use proton_validate::{Custom, Place, Validate};
    ///
    /// #[derive(Validate)]
    /// #[check(is_round)]
    /// enum Figure {
    ///     Circle { radius: u32 },
    /// }
    ///
    /// fn is_round(figure: &Figure, _: &()) -> Result<(), Custom> {
    ///     match figure {
    ///         Figure::Circle { radius: 0 } => {
    ///             let place = Place::member("Circle").then(Place::member("radius"));
    ///             Err(Custom::new("flat", "must not be 0").at(place))
    ///         }
    ///         Figure::Circle { .. } => Ok(()),
    ///     }
    /// }
    ///
    /// assert_eq!(Figure::Circle { radius: 0 }.validate().unwrap_err().at("/Circle/radius").count(), 1);
    /// ```
    pub const fn member(name: &'static str) -> Self {
        Self::of(Step::Member(name))
    }

    /// The item of a list there, counted from 0.
    pub fn index(self, index: usize) -> Self {
        self.step(Step::Index(index))
    }

    /// The entry of a map there. The key is cut and escaped as any that the
    /// client chose ([`Limits::max_key_bytes`](crate::Limits)).
    pub fn key(self, key: impl Into<String>) -> Self {
        self.step(Step::Key(key.into()))
    }

    /// A place inside what stands there: `.then(Tag::MEMBERS.key)`.
    pub fn then(mut self, inner: Self) -> Self {
        let below = inner.sensitive.map(|steps| self.len().saturating_add(steps));
        self.sensitive = self.sensitive.or(below);
        let steps = inner.first.into_iter().chain(inner.rest);
        steps.fold(self, Self::step)
    }

    const fn of(step: Step) -> Self {
        Self { first: Some(step), rest: Vec::new(), sensitive: None }
    }

    const fn len(&self) -> usize {
        if self.first.is_none() { 0 } else { self.rest.len().saturating_add(1) }
    }

    fn step(mut self, step: Step) -> Self {
        if self.first.is_none() {
            self.first = Some(step);
        } else {
            self.rest.push(step);
        }
        self
    }

    /// Gives the location of this place below `at` to a function.
    pub(crate) fn with(&self, at: Location<'_>, give: impl FnOnce(Location<'_>)) {
        below(self.first.iter().chain(&self.rest), self.sensitive, at, give);
    }
}

/// What the derive macro builds places with.
#[doc(hidden)]
impl Place {
    pub const fn item(index: usize) -> Self {
        Self::of(Step::Index(index))
    }

    pub const fn sensitive(mut self) -> Self {
        self.sensitive = Some(self.len());
        self
    }
}

/// Walks down one step, since each location borrows the one above it.
fn below<'s>(
    mut steps: impl Iterator<Item = &'s Step>,
    sensitive: Option<usize>,
    at: Location<'_>,
    give: impl FnOnce(Location<'_>),
) {
    let at = at.sensitive_if(sensitive == Some(0));
    let Some(step) = steps.next() else { return give(at) };
    let here = match step {
        Step::Member(name) => at.member(name),
        Step::Index(index) => at.index(*index),
        Step::Key(key) => at.key(key),
    };
    let sensitive = sensitive.and_then(|steps| steps.checked_sub(1));
    below(steps, sensitive, here.with_wording(at.wording()), give);
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    fn pointer(place: &Place) -> String {
        let mut pointer = String::new();
        place.with(Location::root().member("a"), |at| pointer = at.to_path().to_string());
        pointer
    }

    #[test]
    fn steps_follow_each_other() {
        const TAGS: Place = Place::member("tags");
        assert_eq!(pointer(&Place::HERE), "/a");
        assert_eq!(pointer(&TAGS), "/a/tags");
        assert_eq!(pointer(&TAGS.index(3).key("x/y").then(Place::member("b"))), "/a/tags/3/x~1y/b");
        assert_eq!(pointer(&Place::HERE.then(Place::item(1))), "/a/1");
    }

    #[test]
    fn keys_of_what_is_sensitive_are_hidden() {
        assert_eq!(pointer(&Place::member("tags").sensitive().key("x").index(1)), "/a/tags/*/1");
        assert_eq!(pointer(&Place::HERE.sensitive().key("x")), "/a/*");
    }

    #[test]
    fn keys_above_what_is_sensitive_are_not() {
        let users = Place::member("users").key("ada");
        let pin = Place::member("pins").sensitive().key("1");
        assert_eq!(pointer(&users.clone().then(pin.clone())), "/a/users/ada/pins/*");
        assert_eq!(pointer(&pin.then(users)), "/a/pins/*/users/*");
    }
}
