//! Where our verdict differs from a peer's: ours, which is right and by which
//! source, and each peer's as it is.
//!
//! A test fails too when a peer changes, so that what `docs/rules.md` and
//! `docs/migrating.md` say of validator 0.21, garde 0.23 and `serde_valid` 3.2
//! stays true. What does not compile at a peer is shown by the trait that its
//! type lacks.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

mod name;
mod reports;
mod types;
mod values;
mod vocabulary;

use std::panic;

fn ours<T: proton_validate::ValidateWith<()>>(value: &T) -> bool {
    proton_validate::Validate::is_valid(value)
}

fn validator<T: validator::Validate>(value: &T) -> bool {
    validator::Validate::validate(value).is_ok()
}

fn garde<T: garde::Validate<Context = ()>>(value: &T) -> bool {
    garde::Validate::validate(value).is_ok()
}

fn serde_valid<T: serde_valid::Validate>(value: &T) -> bool {
    serde_valid::Validate::validate(value).is_ok()
}

/// What a report of ours says, as `pointer code`.
fn pointers<T: proton_validate::ValidateWith<()>>(value: &T) -> Vec<String> {
    let report = proton_validate::Validate::validate(value).unwrap_err();
    report.iter().map(|it| format!("{} {}", it.path().as_str(), it.code())).collect()
}

/// The paths in a report of garde's.
fn garde_paths<T: garde::Validate<Context = ()>>(value: &T) -> Vec<String> {
    let report = garde::Validate::validate(value).unwrap_err();
    report.iter().map(|(path, _)| path.to_string()).collect()
}

/// Whether a type has a trait: an associated constant of its own is found before
/// one of a trait.
macro_rules! implements {
    ($type:ty: $($bound:tt)+) => {{
        #[allow(dead_code)]
        struct Probe<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code)]
        trait Otherwise {
            const ANSWER: bool = false;
        }
        impl<T: ?Sized> Otherwise for Probe<T> {}
        #[allow(dead_code)]
        impl<T: ?Sized + $($bound)+> Probe<T> {
            const ANSWER: bool = true;
        }
        <Probe<$type>>::ANSWER
    }};
}
use implements;

/// Whether a call panics.
fn panics(call: impl FnOnce() -> bool + panic::UnwindSafe) -> bool {
    panic::catch_unwind(call).is_err()
}
