//! Checks that have to wait, for a database or another service.

use crate::collector::Collector;
use crate::validate::ValidateWith;

/// A type with checks that have to wait (`#[check_async(..)]`): what
/// [`Validate::validate_async`](crate::Validate::validate_async) needs.
///
/// Such a type is validated in two steps: first everything that can be decided
/// at once, then, only if nothing was found, the checks that wait, one after the
/// other. A request that is refused anyway causes no I/O.
///
/// It does not implement [`ValidateWith`] for the context itself, so `validate`,
/// [`Valid::new`](crate::Valid::new) and another type that holds it do not
/// compile: no one can take it for valid before the second step.
///
/// # Examples
///
/// ```
/// use proton_validate::{Custom, Validate};
///
/// struct Accounts(Vec<String>);
///
/// impl Accounts {
///     async fn contains(&self, name: &str) -> bool {
///         self.0.iter().any(|it| it == name)
///     }
/// }
///
/// #[derive(Validate)]
/// #[validate(context = Accounts)]
/// #[check_async(is_free)]
/// struct SignUp {
///     #[length(min = 1, max = 20)]
///     name: String,
/// }
///
/// async fn is_free(request: &SignUp, accounts: &Accounts) -> Result<(), Custom> {
///     if accounts.contains(&request.name).await {
///         return Err(Custom::new("taken", "is taken").at(SignUp::MEMBERS.name));
///     }
///     Ok(())
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
/// let accounts = Accounts(vec!["ada".into()]);
/// let report = SignUp { name: "ada".into() }.validate_async_with(&accounts).await.unwrap_err();
/// assert_eq!(report.at("/name").next().unwrap().code(), "taken");
/// assert!(SignUp { name: "bob".into() }.validate_async_with(&accounts).await.is_ok());
/// # });
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no checks to wait for, or only with another context",
    label = "no `#[check_async(..)]` on `{Self}`, or another `#[validate(context = ..)]`",
    note = "without asynchronous checks call `validate()` or `validate_with(&context)`"
)]
pub trait CheckAsync<C: ?Sized>: for<'a> ValidateWith<Synchronous<'a, C>> {
    /// Adds what the checks that wait find to `out`. What is decided at once is
    /// [`validate_into`](ValidateWith::validate_into)'s.
    fn check_async(&self, context: &C, out: &mut Collector) -> impl Future<Output = ()>;
}

/// The context of the first of the two steps in which a type with
/// [asynchronous checks](CheckAsync) is validated.
///
/// ```
/// use proton_validate::{Collector, Describe, Location, Shape, Synchronous, ValidateWith};
///
/// /// By hand: what can be decided at once.
/// struct Name(String);
///
/// # impl Describe for Name {
/// #     fn shape() -> &'static Shape {
/// #         String::shape()
/// #     }
/// # }
/// impl ValidateWith<Synchronous<'_, usize>> for Name {
///     fn validate_into(&self, it: &Synchronous<'_, usize>, at: Location<'_>, out: &mut Collector) {
///         let max: &usize = it.context();
///         proton_validate::check::length(&self.0, None, Some(*max), at, out);
///     }
/// }
/// ```
#[derive(Debug)]
pub struct Synchronous<'a, C: ?Sized>(&'a C);

impl<'a, C: ?Sized> Synchronous<'a, C> {
    pub(crate) const fn new(context: &'a C) -> Self {
        Self(context)
    }

    /// The context itself.
    pub const fn context(&self) -> &'a C {
        self.0
    }
}
