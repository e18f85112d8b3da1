//! Proof of validation, in the type.

use core::borrow::Borrow;
#[cfg(feature = "serde")]
use core::fmt;
use core::ops::Deref;

use crate::asynchronous::CheckAsync;
use crate::report::Report;
use crate::validate::{Validate, ValidateWith};
#[cfg(feature = "serde")]
use crate::{
    message::{English, Messages},
    violation::Violation,
};

/// A value that has been validated.
///
/// There is no way to it but through validation, and no way to change the
/// value inside (interior mutability aside). A function that takes
/// `Valid<Request>` cannot be given one that nobody checked.
///
/// # Examples
///
/// ```
/// use proton_validate::{Valid, Validate};
///
/// #[derive(Debug, Validate)]
/// struct Account {
///     #[length(equal = 12)]
///     id: String,
/// }
///
/// fn open(account: &Valid<Account>) -> usize {
///     account.id.len()
/// }
///
/// let account = Valid::new(Account { id: "123456789012".into() })?;
/// assert_eq!(open(&account), 12);
/// assert!(Valid::new(Account { id: "12".into() }).is_err());
/// # Ok::<(), proton_validate::Report>(())
/// ```
///
/// With the feature `serde`, reading it validates it, where the type needs no
/// context. The error holds the report as text, with paths from this value on,
/// and no values; to have the report itself, read a `T` and call
/// [`new`](Self::new).
///
/// ```
/// # #[cfg(feature = "serde")] {
/// use proton_validate::{Valid, Validate};
/// use serde::Deserialize;
///
/// #[derive(Debug, Deserialize, Validate)]
/// struct Account {
///     #[length(equal = 12)]
///     id: String,
/// }
///
/// let account: Valid<Account> = serde_json::from_str(r#"{"id": "123456789012"}"#)?;
/// assert_eq!(account.id, "123456789012");
///
/// let error = serde_json::from_str::<Valid<Account>>(r#"{"id": "12"}"#).unwrap_err();
/// assert!(error.to_string().contains("/id: must have exactly 12 characters"));
/// # }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Valid<T>(T);

impl<T> Valid<T> {
    /// Validates a value and keeps it.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation; the value is dropped. To keep it,
    /// call [`validate`](Validate::validate) first.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Valid, Validate};
    ///
    /// #[derive(Debug, Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let name = Valid::new(Name("prod".into()))?;
    /// assert_eq!(name.0, "prod");
    /// assert_eq!(Valid::new(Name(String::new())).unwrap_err().len(), 1);
    /// # Ok::<(), proton_validate::Report>(())
    /// ```
    #[inline]
    pub fn new(value: T) -> Result<Self, Report>
    where
        T: ValidateWith<()>,
    {
        Self::new_with(value, &())
    }

    /// Validates a value whose constraints need a context, and keeps it.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation; the value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Valid, Validate};
    ///
    /// #[derive(Validate)]
    /// #[validate(context = usize)]
    /// struct Name(#[length(max = *context)] String);
    ///
    /// assert!(Valid::new_with(Name("prod".into()), &4).is_ok());
    /// assert!(Valid::new_with(Name("prod".into()), &3).is_err());
    /// ```
    #[inline]
    pub fn new_with<C: ?Sized>(value: T, context: &C) -> Result<Self, Report>
    where
        T: ValidateWith<C>,
    {
        value.validate_with(context)?;
        Ok(Self(value))
    }

    /// A value that was validated by the caller.
    #[cfg(feature = "json")]
    pub(crate) const fn trusted(value: T) -> Self {
        Self(value)
    }

    /// Validates a value that has checks to wait for, and keeps it.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation, or a check could not decide; the
    /// value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Custom, Report, Valid, Validate};
    ///
    /// #[derive(Validate)]
    /// #[check_async(is_free)]
    /// struct Name(String);
    ///
    /// async fn is_free(_: &Name, _: &()) -> Result<(), Custom> {
    ///     Ok(())
    /// }
    ///
    /// async fn claim(name: String) -> Result<Valid<Name>, Report> {
    ///     Valid::new_async(Name(name)).await
    /// }
    /// # let _ = claim;
    /// ```
    pub async fn new_async(value: T) -> Result<Self, Report>
    where
        T: CheckAsync<()>,
    {
        Self::new_async_with(value, &()).await
    }

    /// [`new_async`](Self::new_async) for a value whose constraints need a
    /// context.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation, or a check could not decide; the
    /// value is dropped.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Custom, Report, Valid, Validate};
    ///
    /// struct Names(Vec<String>);
    ///
    /// #[derive(Validate)]
    /// #[validate(context = Names)]
    /// #[check_async(is_free)]
    /// struct Name(String);
    ///
    /// async fn is_free(name: &Name, names: &Names) -> Result<(), Custom> {
    ///     if names.0.contains(&name.0) { Err("is taken".into()) } else { Ok(()) }
    /// }
    ///
    /// async fn claim(name: String, names: &Names) -> Result<Valid<Name>, Report> {
    ///     Valid::new_async_with(Name(name), names).await
    /// }
    /// # let _ = claim;
    /// ```
    pub async fn new_async_with<C: ?Sized>(value: T, context: &C) -> Result<Self, Report>
    where
        T: CheckAsync<C>,
    {
        value.validate_async_with(context).await?;
        Ok(Self(value))
    }

    /// The value, free to be changed.
    ///
    /// ```
    /// use proton_validate::{Valid, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// let mut name = Valid::new(Name("prod".into()))?.into_inner();
    /// name.0.clear();
    /// assert!(!name.is_valid());
    /// # Ok::<(), proton_validate::Report>(())
    /// ```
    #[inline]
    pub fn into_inner(self) -> T {
        self.0
    }
}

impl<T> Deref for Valid<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> AsRef<T> for Valid<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        &self.0
    }
}

impl<T> Borrow<T> for Valid<T> {
    #[inline]
    fn borrow(&self) -> &T {
        &self.0
    }
}

#[cfg(feature = "serde")]
impl<T: serde::Serialize> serde::Serialize for Valid<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

#[cfg(feature = "serde")]
impl<'de, T> serde::Deserialize<'de> for Valid<T>
where
    T: serde::Deserialize<'de> + ValidateWith<()>,
{
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = T::deserialize(deserializer)?;
        Self::new(value).map_err(|report| serde::de::Error::custom(report.display(Discreet)))
    }
}

/// English without what was found: whether the value stands where it is
/// sensitive, only the type around it knows, which serde does not ask.
#[cfg(feature = "serde")]
struct Discreet;

#[cfg(feature = "serde")]
impl Messages for Discreet {
    fn write(&self, violation: &Violation<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut constraint = violation.constraint.clone();
        constraint.redact();
        English.write(&Violation { constraint: &constraint, ..*violation }, f)
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::*;
    use crate::{Collector, Constraint, Describe, Location, Shape};
    use alloc::collections::BTreeMap;
    use alloc::string::{String, ToString};
    use alloc::vec::Vec;
    use serde::Deserialize;

    /// A text that is short enough.
    #[derive(Debug, Deserialize)]
    #[serde(transparent)]
    struct Short<'a> {
        text: &'a str,
    }

    impl Describe for Short<'_> {
        fn shape() -> &'static Shape {
            str::shape()
        }
    }

    impl<C: ?Sized> ValidateWith<C> for Short<'_> {
        fn validate_into(&self, _: &C, at: Location<'_>, out: &mut Collector) {
            crate::check::length(self.text, None, Some(3), at, out);
        }
    }

    /// The kinds of place that a proof can stand in.
    #[derive(Debug, Deserialize)]
    struct Request<'a> {
        #[serde(borrow)]
        member: Valid<Short<'a>>,
        #[serde(borrow, default)]
        list: Vec<Valid<Short<'a>>>,
        #[serde(borrow, default)]
        map: BTreeMap<u8, Option<Valid<Short<'a>>>>,
        #[serde(borrow)]
        nested: Valid<Option<Valid<Short<'a>>>>,
    }

    fn read(json: &str) -> Result<Request<'_>, String> {
        serde_json::from_str(json).map_err(|error| error.to_string())
    }

    #[test]
    fn valid_values_are_read_wherever_they_stand() {
        let json = r#"{"member":"abc","list":["a","b"],"map":{"1":"c","2":null},"nested":"d"}"#;
        let request = read(json).unwrap();
        assert_eq!(request.member.text, "abc");
        assert_eq!(request.list.len(), 2);
        assert_eq!(request.map[&1].as_ref().unwrap().text, "c");
        assert_eq!(request.nested.as_ref().as_ref().unwrap().text, "d");
    }

    #[test]
    fn what_may_be_missing_still_may() {
        assert!(read(r#"{"member":"abc"}"#).unwrap().nested.is_none());
        assert!(read("{}").unwrap_err().contains("missing field `member`"));
    }

    #[test]
    fn an_invalid_value_is_refused_wherever_it_stands() {
        for json in [
            r#"{"member":"secret"}"#,
            r#"{"member":"a","list":["a","secret"]}"#,
            r#"{"member":"a","map":{"1":"secret"}}"#,
            r#"{"member":"a","nested":"secret"}"#,
        ] {
            let error = read(json).unwrap_err();
            assert!(error.contains("must have at most 3 characters"), "{error}");
            assert!(!error.contains("secret") && !error.contains('6'), "{error}");
        }
    }

    #[test]
    fn the_error_lists_every_violation() {
        #[derive(Debug)]
        struct Twice;
        impl<'de> Deserialize<'de> for Twice {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                <()>::deserialize(deserializer).map(|()| Self)
            }
        }
        impl Describe for Twice {
            fn shape() -> &'static Shape {
                <()>::shape()
            }
        }
        impl<C: ?Sized> ValidateWith<C> for Twice {
            fn validate_into(&self, _: &C, at: Location<'_>, out: &mut Collector) {
                out.push(at.member("a"), Constraint::Required);
                out.push(at.member("b"), Constraint::Required);
            }
        }
        let error = serde_json::from_str::<Valid<Twice>>("null").unwrap_err().to_string();
        assert!(error.contains("/a: must be present") && error.contains("/b:"), "{error}");
    }
}
