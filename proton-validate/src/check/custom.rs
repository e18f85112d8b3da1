//! `#[check(..)]`: functions of the developer's.

use crate::collector::Collector;
use crate::custom::Custom;
use crate::path::{At, Location};
use crate::wording::Wording;

/// A value must be accepted by a function, which may need a context.
///
/// ```
/// use proton_validate::{Collector, Custom, Limits, Location, check};
///
/// fn is_even(number: &u32, _: &()) -> Result<(), Custom> {
///     if number % 2 == 0 { Ok(()) } else { Err("must be even".into()) }
/// }
///
/// let mut out = Collector::new(Limits::default());
/// check::custom(&3, is_even, &(), Location::root(), &mut out);
/// let report = out.finish().unwrap_err();
/// assert_eq!(report.iter().next().unwrap().to_string(), "must be even");
/// ```
#[inline]
pub fn custom<T: ?Sized, C: ?Sized>(
    value: &T,
    // Not `impl Fn`: where the function does not fit, rustc shows this type.
    check: fn(&T, &C) -> Result<(), Custom>,
    context: &C,
    at: impl At,
    out: &mut Collector,
) {
    if let Err(custom) = check(value, context) {
        custom.report(at.location(), out);
    }
}

/// A function that waits: what `#[check_async(..)]` takes.
///
/// Every `async fn(&T, &C) -> Result<(), Custom>` implements it.
///
/// ```
/// use proton_validate::{Custom, check::AsyncCheck};
///
/// async fn is_free(_: &str, _: &()) -> Result<(), Custom> {
///     Ok(())
/// }
///
/// fn waits(_: impl for<'a> AsyncCheck<'a, str, ()>) {}
/// waits(is_free);
/// ```
#[diagnostic::on_unimplemented(
    message = "`#[check_async(..)]` cannot wait for this function",
    label = "expected `async fn(&{T}, &{C}) -> Result<(), Custom>`",
    note = "its parameters are the value and the context: that of `#[validate(context = ..)]`, or `()`",
    note = "a function that is not `async` belongs into `#[check(..)]`"
)]
pub trait AsyncCheck<'a, T: ?Sized, C: ?Sized> {
    /// What is waited for.
    type Future: Future;

    /// Calls the function.
    ///
    /// ```
    /// use proton_validate::{Custom, check::AsyncCheck};
    ///
    /// async fn is_free(_: &str, _: &()) -> Result<(), Custom> {
    ///     Ok(())
    /// }
    ///
    /// async fn answer() -> Result<(), Custom> {
    ///     AsyncCheck::<str, ()>::start(is_free, "ada", &()).await
    /// }
    /// # let _ = answer;
    /// ```
    fn start(self, value: &'a T, context: &'a C) -> Self::Future;
}

// The function as a whole is to be named in an error, and not what it lacks.
#[diagnostic::do_not_recommend]
impl<'a, T, C, F, Answer> AsyncCheck<'a, T, C> for F
where
    T: ?Sized + 'a,
    C: ?Sized + 'a,
    F: FnOnce(&'a T, &'a C) -> Answer,
    Answer: Future,
{
    type Future = Answer;

    #[inline]
    fn start(self, value: &'a T, context: &'a C) -> Answer {
        self(value, context)
    }
}

/// Starts a check that has to wait. The answer is for [`answered`], where there
/// is an example.
///
/// ```
/// use proton_validate::{Custom, check};
///
/// async fn is_free(_: &str, _: &()) -> Result<(), Custom> {
///     Ok(())
/// }
///
/// async fn answer() -> Result<(), Custom> {
///     check::custom_async("ada", is_free, &()).await
/// }
/// # let _ = answer;
/// ```
#[inline]
pub fn custom_async<'a, T: ?Sized, C: ?Sized, F: AsyncCheck<'a, T, C>>(
    value: &'a T,
    check: F,
    context: &'a C,
) -> F::Future {
    check.start(value, context)
}

/// A value must be accepted by a function that had to wait. What it found is
/// reported at the whole value, or at a place inside it.
///
/// ```
/// use proton_validate::{Collector, Custom, Limits, check};
///
/// async fn is_free(name: &str, _: &()) -> Result<(), Custom> {
///     if name == "root" { Err("is taken".into()) } else { Ok(()) }
/// }
///
/// async fn check(name: &str) -> bool {
///     let mut out = Collector::new(Limits::default());
///     let answer = check::custom_async::<str, (), _>(name, is_free, &()).await;
///     check::answered(answer, None, &mut out);
///     out.is_empty()
/// }
/// # use std::{pin::pin, task::{Context, Poll, Waker}};
/// # let mut future = pin!(check("root"));
/// # let poll = future.as_mut().poll(&mut Context::from_waker(Waker::noop()));
/// # assert_eq!(poll, Poll::Ready(false));
/// ```
pub fn answered(
    answer: Result<(), Custom>,
    wording: Option<&'static Wording>,
    out: &mut Collector,
) {
    if let Err(custom) = answer {
        custom.report(Location::root().with_wording(wording), out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;
    use alloc::string::{String, ToString};

    fn said(check: impl FnOnce(Location<'_>, &mut Collector)) -> String {
        let mut out = Collector::new(Limits::default());
        check(Location::root().member("age"), &mut out);
        out.finish().map_or_else(|report| report.to_string(), |()| String::new())
    }

    #[test]
    fn what_a_check_says_stands_at_the_value() {
        let at_least = |age: &u8, min: &u8| {
            if age >= min { Ok(()) } else { Err(Custom::new("age", "is too low")) }
        };
        assert_eq!(said(|at, out| custom(&18, at_least, &18, at, out)), "");
        assert_eq!(
            said(|at, out| custom(&17, at_least, &18, at, out)),
            "1 violation:\n  /age: is too low"
        );
    }

    #[test]
    fn an_answer_stands_at_the_root_in_the_words_of_its_check() {
        static WORDING: Wording = Wording::new().with_message("is taken");
        let answer = |answer| said(|_, out| answered(answer, Some(&WORDING), out));
        assert_eq!(answer(Ok(())), "");
        assert_eq!(answer(Err("".into())), "1 violation:\n  (root): is taken");
    }
}
