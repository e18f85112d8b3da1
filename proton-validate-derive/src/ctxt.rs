//! Every mistake in an item, reported together.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::Span;
use quote::ToTokens;

/// Collects errors while an item is read and checked.
///
/// Reading goes on after a mistake, so that a person sees all of them at once.
#[derive(Default)]
pub(crate) struct Ctxt {
    errors: RefCell<Vec<syn::Error>>,
}

/// There is nothing because of a mistake, and it has been reported.
pub(crate) struct Reported;

impl Ctxt {
    /// Reports a mistake at the place `span`.
    pub(crate) fn error(&self, span: Span, message: impl Display) {
        self.push(syn::Error::new(span, message));
    }

    /// Reports a mistake that spans all of `tokens`.
    pub(crate) fn error_over(&self, tokens: impl ToTokens, message: impl Display) {
        self.push(syn::Error::new_spanned(tokens, message));
    }

    /// Reports an error that already knows its place.
    pub(crate) fn push(&self, error: syn::Error) {
        self.errors.borrow_mut().push(error);
    }

    /// How many mistakes there are so far, to learn whether a step added one.
    pub(crate) fn count(&self) -> usize {
        self.errors.borrow().len()
    }

    /// Ends the collection.
    ///
    /// # Errors
    ///
    /// All that was reported, combined, in the order it was found.
    pub(crate) fn check(self) -> syn::Result<()> {
        let mut errors = self.errors.into_inner().into_iter();
        let Some(mut all) = errors.next() else {
            return Ok(());
        };
        all.extend(errors);
        Err(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_error_is_a_pass() {
        assert!(Ctxt::default().check().is_ok());
    }

    #[test]
    fn every_error_is_kept_in_order() {
        let cx = Ctxt::default();
        cx.error(Span::call_site(), "one");
        cx.error(Span::call_site(), "two");
        assert_eq!(cx.count(), 2);
        let all: Vec<_> = cx.check().unwrap_err().into_iter().map(|e| e.to_string()).collect();
        assert_eq!(all, ["one", "two"]);
    }
}
