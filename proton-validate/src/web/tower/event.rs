//! What is told about each request.

use core::iter;

use super::judge::Judgement;
use crate::rejection::Rejection;
use crate::web::Refusal;

/// What is done with what is found.
///
/// ```
/// use proton_validate::Validate;
/// use proton_validate::web::tower::{Mode, ValidateLayer};
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// // First it watches.
/// let layer = ValidateLayer::<Name>::new().with_mode(Mode::Observe);
/// # let _ = layer;
/// assert_eq!(Mode::default(), Mode::Enforce);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// What is wrong is refused.
    #[default]
    Enforce,
    /// Nothing is refused: the [`Observer`] is told, and everything goes on as it
    /// came.
    Observe,
}

/// What was found about a request.
///
/// ```
/// use proton_validate::web::tower::Verdict;
///
/// assert_eq!(Verdict::TooLarge.name(), "too_large");
/// assert!(Verdict::Empty.is_allowed() && !Verdict::Invalid.is_allowed());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Verdict {
    /// The body is valid.
    Valid,
    /// There is no body, and none is needed.
    Empty,
    /// The body has a violation.
    Invalid,
    /// A check could not decide.
    Undecided,
    /// The body is no JSON.
    Syntax,
    /// The body is larger than the limit; nobody looked at what it says.
    TooLarge,
    /// The headers rule the body out; nobody looked at what it says.
    Unsupported,
    /// There is no body, and there must be one.
    MissingBody,
    /// The body broke off, or nobody waited any longer for the rest of it.
    Interrupted,
}

impl Verdict {
    /// A stable name, lower snake case: for the label of a metric.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Empty => "empty",
            Self::Invalid => "invalid",
            Self::Undecided => "undecided",
            Self::Syntax => "syntax",
            Self::TooLarge => "too_large",
            Self::Unsupported => "unsupported",
            Self::MissingBody => "missing_body",
            Self::Interrupted => "interrupted",
        }
    }

    /// Whether such a request goes on in [`Mode::Enforce`].
    pub const fn is_allowed(self) -> bool {
        matches!(self, Self::Valid | Self::Empty)
    }

    pub(super) fn of(judgement: &Judgement) -> Self {
        match judgement {
            Ok(true) => Self::Valid,
            Ok(false) => Self::Empty,
            Err(refusal) => Self::of_refusal(refusal),
        }
    }

    fn of_refusal(refusal: &Refusal) -> Self {
        match refusal {
            Refusal::Rejected(Rejection::Invalid(report)) if report.is_undecided() => {
                Self::Undecided
            }
            Refusal::Rejected(Rejection::Syntax(_)) => Self::Syntax,
            Refusal::Rejected(Rejection::TooLarge { .. }) => Self::TooLarge,
            Refusal::ContentType { .. } | Refusal::Charset | Refusal::ContentEncoding => {
                Self::Unsupported
            }
            Refusal::MissingBody => Self::MissingBody,
            Refusal::Interrupted => Self::Interrupted,
            Refusal::Rejected(Rejection::Invalid(_)) | Refusal::NotUtf8 | Refusal::Misrouted => {
                Self::Invalid
            }
        }
    }
}

/// One request, for a metric or a log. Everything in it is from a small set that
/// no client can add to, and nothing of the request is in it.
///
/// ```
/// use proton_validate::web::tower::Event;
///
/// /// A line of a log.
/// fn line(event: &Event<'_>) -> String {
///     let codes: Vec<_> = event.codes().collect();
///     let verdict = event.verdict().name();
///     let refused = if event.is_refused() { "refused" } else { "passed" };
///     let code = event.code().unwrap_or("-");
///     format!("{} {verdict} {refused} {code} {codes:?} {} ns", event.route(), event.nanoseconds())
/// }
/// # let _ = line;
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    pub(super) route: &'static str,
    pub(super) mode: Mode,
    pub(super) judgement: &'a Judgement,
    pub(super) nanoseconds: u64,
}

impl<'a> Event<'a> {
    /// The name of the route, as [`ValidateLayer::with_route`] has it.
    ///
    /// [`ValidateLayer::with_route`]: super::ValidateLayer::with_route
    pub const fn route(&self) -> &'static str {
        self.route
    }

    /// What was found.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.judgement)
    }

    /// Why the request is refused, or would have been ([`Refusal::code`]): of
    /// several violations, the first.
    pub fn code(&self) -> Option<&'static str> {
        self.judgement.as_ref().err().map(Refusal::code)
    }

    /// The code of each violation that the report keeps, in order; without a
    /// report, [`code`](Self::code).
    pub fn codes(&self) -> impl Iterator<Item = &'static str> + use<'a> {
        let refusal = self.judgement.as_ref().err();
        let report = refusal.and_then(Refusal::report).filter(|report| report.len() > 0);
        let alone = if report.is_none() { self.code() } else { None };
        let several = report.into_iter().flatten().map(|violation| violation.code());
        several.chain(iter::once(alone).flatten())
    }

    /// Whether it was refused.
    pub fn is_refused(&self) -> bool {
        self.mode == Mode::Enforce && self.judgement.is_err()
    }

    /// How long the body was looked at, without the time in which it came in; 0
    /// where nobody did.
    pub const fn nanoseconds(&self) -> u64 {
        self.nanoseconds
    }
}

/// Is told about every request, before it goes on or is refused.
///
/// Implemented for functions: `.with_observer(|event: &Event<'_>| ..)`. It is
/// called where requests are served, so it must not wait.
///
/// # Examples
///
/// ```
/// use std::collections::BTreeMap;
/// use std::sync::{Arc, Mutex};
///
/// use proton_validate::Validate;
/// use proton_validate::web::tower::{Event, Observer, ValidateLayer};
///
/// #[derive(Default)]
/// struct Counters(Mutex<BTreeMap<(&'static str, &'static str, &'static str), u64>>);
///
/// impl Observer for Counters {
///     fn observe(&self, event: &Event<'_>) {
///         let mut counters = self.0.lock().unwrap();
///         let label = (event.route(), event.verdict().name(), event.code().unwrap_or(""));
///         *counters.entry(label).or_default() += 1;
///     }
/// }
///
/// #[derive(serde::Deserialize, Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// let counters = Arc::new(Counters::default());
/// let layer = ValidateLayer::<Name>::new().with_observer(Arc::clone(&counters));
/// # let _ = layer;
/// ```
pub trait Observer: Send + Sync {
    /// Takes note of a request.
    fn observe(&self, event: &Event<'_>);
}

impl<F: Fn(&Event<'_>) + Send + Sync> Observer for F {
    fn observe(&self, event: &Event<'_>) {
        self(event);
    }
}

impl<O: Observer + ?Sized> Observer for alloc::sync::Arc<O> {
    fn observe(&self, event: &Event<'_>) {
        (**self).observe(event);
    }
}
