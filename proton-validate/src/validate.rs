//! The traits that `#[derive(Validate)]` implements.

mod describe;
mod with;

pub use describe::Describe;
pub use with::ValidateWith;

use crate::asynchronous::{CheckAsync, Synchronous};
use crate::collector::Collector;
use crate::limits::Limits;
use crate::path::Location;
use crate::report::Report;

/// Checks a value: what servers and gateways call.
///
/// Every [`Describe`] type has these methods. `#[derive(Validate)]` is all that
/// is needed to get them; the attributes are listed in the
/// [guide](crate::guide::attributes).
///
/// # Examples
///
/// ```
/// use proton_validate::Validate;
///
/// #[derive(Validate)]
/// struct Request {
///     #[length(min = 1, max = 100)]
///     name: String,
///     #[required]
///     #[max_items(50)]
///     tags: Option<Vec<String>>,
/// }
///
/// let request = Request { name: String::new(), tags: None };
/// let report = request.validate().unwrap_err();
/// let paths: Vec<_> = report.iter().map(|violation| violation.path()).collect();
/// assert_eq!(paths, ["/name", "/tags"]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not validated",
    label = "`{Self}` does not implement `Validate`",
    note = "derive `Validate` for `{Self}` and for what it holds"
)]
pub trait Validate: Describe {
    /// Checks everything and reports everything, within the default [`Limits`].
    ///
    /// # Errors
    ///
    /// The report, when there is a violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// assert!(Name("prod".into()).validate().is_ok());
    /// assert_eq!(Name(String::new()).validate().unwrap_err().len(), 1);
    /// ```
    #[inline]
    fn validate(&self) -> Result<(), Report>
    where
        Self: ValidateWith<()>,
    {
        self.validate_within(&Limits::DEFAULT)
    }

    /// [`validate`](Self::validate) within limits of your own.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Names(#[each(length(min = 1))] Vec<String>);
    ///
    /// let limits = Limits::default().with_max_violations(2);
    /// let report = Names(vec![String::new(); 5]).validate_within(&limits).unwrap_err();
    /// assert_eq!((report.len(), report.omitted()), (2, 3));
    /// ```
    #[inline]
    fn validate_within(&self, limits: &Limits) -> Result<(), Report>
    where
        Self: ValidateWith<()>,
    {
        self.validate_with_within(&(), limits)
    }

    /// Checks a type whose constraints need a context, within the default
    /// [`Limits`].
    ///
    /// # Errors
    ///
    /// The report, when there is a violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// struct Plan {
    ///     max_tags: usize,
    /// }
    ///
    /// #[derive(Validate)]
    /// #[validate(context = Plan)]
    /// struct Request {
    ///     #[max_items(context.max_tags)]
    ///     tags: Vec<String>,
    /// }
    ///
    /// let request = Request { tags: vec![String::new(); 3] };
    /// assert!(request.validate_with(&Plan { max_tags: 3 }).is_ok());
    /// assert!(request.validate_with(&Plan { max_tags: 2 }).is_err());
    /// ```
    #[inline]
    fn validate_with<C: ?Sized>(&self, context: &C) -> Result<(), Report>
    where
        Self: ValidateWith<C>,
    {
        self.validate_with_within(context, &Limits::DEFAULT)
    }

    /// [`validate_with`](Self::validate_with) within limits of your own.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// #[validate(context = usize)]
    /// struct Names(#[each(length(max = *context))] Vec<String>);
    ///
    /// let names = Names(vec!["prod".into(); 5]);
    /// let limits = Limits::default().with_max_violations(2);
    /// assert!(names.validate_with_within(&4, &limits).is_ok());
    /// assert_eq!(names.validate_with_within(&3, &limits).unwrap_err().omitted(), 3);
    /// ```
    #[inline]
    fn validate_with_within<C: ?Sized>(&self, context: &C, limits: &Limits) -> Result<(), Report>
    where
        Self: ValidateWith<C>,
    {
        let mut out = Collector::new(*limits);
        self.validate_into(context, Location::root(), &mut out);
        out.finish()
    }

    /// Checks a type that has checks to wait for: everything else first and, only
    /// if nothing was found, those, one after the other. It needs no runtime.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation, or a check could not decide.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// #[check_async(is_free)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// async fn is_free(name: &Name, _: &()) -> Result<(), Custom> {
    ///     // A query, in earnest.
    ///     if name.0 == "ada" { Err(Custom::new("taken", "is taken")) } else { Ok(()) }
    /// }
    ///
    /// # use std::{future::Future, pin::pin, task::{Context, Poll, Waker}};
    /// # fn block_on<T>(future: impl Future<Output = T>) -> T {
    /// #     let mut future = pin!(future);
    /// #     loop {
    /// #         if let Poll::Ready(it) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
    /// #             return it;
    /// #         }
    /// #     }
    /// # }
    /// # block_on(async {
    /// let report = Name("ada".into()).validate_async().await.unwrap_err();
    /// assert_eq!(report.iter().next().unwrap().code(), "taken");
    /// assert!(Name("bob".into()).validate_async().await.is_ok());
    /// # });
    /// ```
    fn validate_async(&self) -> impl Future<Output = Result<(), Report>>
    where
        Self: CheckAsync<()>,
    {
        self.validate_async_with(&())
    }

    /// [`validate_async`](Self::validate_async) for a type whose constraints need
    /// a context.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation, or a check could not decide.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Custom, Validate};
    ///
    /// #[derive(Validate)]
    /// #[validate(context = Vec<String>)]
    /// #[check_async(is_free)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// async fn is_free(name: &Name, taken: &Vec<String>) -> Result<(), Custom> {
    ///     // A query, in earnest.
    ///     if taken.contains(&name.0) { Err(Custom::new("taken", "is taken")) } else { Ok(()) }
    /// }
    ///
    /// # use std::{future::Future, pin::pin, task::{Context, Poll, Waker}};
    /// # fn block_on<T>(future: impl Future<Output = T>) -> T {
    /// #     let mut future = pin!(future);
    /// #     loop {
    /// #         if let Poll::Ready(it) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
    /// #             return it;
    /// #         }
    /// #     }
    /// # }
    /// # block_on(async {
    /// let taken = vec!["ada".to_owned()];
    /// assert!(Name("ada".into()).validate_async_with(&taken).await.is_err());
    /// assert!(Name("bob".into()).validate_async_with(&taken).await.is_ok());
    /// # });
    /// ```
    fn validate_async_with<C: ?Sized>(
        &self,
        context: &C,
    ) -> impl Future<Output = Result<(), Report>>
    where
        Self: CheckAsync<C>,
    {
        self.validate_async_with_within(context, &Limits::DEFAULT)
    }

    /// [`validate_async_with`](Self::validate_async_with) within limits of your
    /// own.
    ///
    /// # Errors
    ///
    /// The report, when there is a violation, or a check could not decide.
    ///
    /// # Examples
    ///
    /// ```
    /// use proton_validate::{Custom, Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// #[validate(context = Vec<String>)]
    /// #[check_async(is_free)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// async fn is_free(name: &Name, taken: &Vec<String>) -> Result<(), Custom> {
    ///     // A query, in earnest.
    ///     if taken.contains(&name.0) { Err(Custom::new("taken", "is taken")) } else { Ok(()) }
    /// }
    ///
    /// # use std::{future::Future, pin::pin, task::{Context, Poll, Waker}};
    /// # fn block_on<T>(future: impl Future<Output = T>) -> T {
    /// #     let mut future = pin!(future);
    /// #     loop {
    /// #         if let Poll::Ready(it) = future.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
    /// #             return it;
    /// #         }
    /// #     }
    /// # }
    /// # block_on(async {
    /// let taken = vec!["ada".to_owned()];
    /// let limits = Limits::default().with_max_violations(0);
    /// let report = Name("ada".into()).validate_async_with_within(&taken, &limits).await.unwrap_err();
    /// assert_eq!((report.len(), report.omitted()), (0, 1));
    /// # });
    /// ```
    fn validate_async_with_within<C: ?Sized>(
        &self,
        context: &C,
        limits: &Limits,
    ) -> impl Future<Output = Result<(), Report>>
    where
        Self: CheckAsync<C>,
    {
        let mut out = Collector::new(*limits);
        async move {
            self.validate_into(&Synchronous::new(context), Location::root(), &mut out);
            if out.is_empty() {
                self.check_async(context, &mut out).await;
            }
            out.finish()
        }
    }

    /// Whether there is no violation. It never allocates for a report, and
    /// looks at no further item of a list or map once there is a violation.
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// struct Name(#[length(min = 1)] String);
    ///
    /// assert!(Name("prod".into()).is_valid());
    /// assert!(!Name(String::new()).is_valid());
    /// ```
    #[inline]
    #[must_use]
    fn is_valid(&self) -> bool
    where
        Self: ValidateWith<()>,
    {
        self.is_valid_with(&())
    }

    /// [`is_valid`](Self::is_valid) for a type whose constraints need a context.
    ///
    /// ```
    /// use proton_validate::Validate;
    ///
    /// #[derive(Validate)]
    /// #[validate(context = usize)]
    /// struct Name(#[length(max = *context)] String);
    ///
    /// assert!(Name("prod".into()).is_valid_with(&4));
    /// assert!(!Name("prod".into()).is_valid_with(&3));
    /// ```
    #[inline]
    #[must_use]
    fn is_valid_with<C: ?Sized>(&self, context: &C) -> bool
    where
        Self: ValidateWith<C>,
    {
        let mut out = Collector::verdict_only(Limits::DEFAULT);
        self.validate_into(context, Location::root(), &mut out);
        out.is_empty()
    }
}

impl<T: Describe + ?Sized> Validate for T {}
