//! `f32`: a number of JSON can be beyond it.

use core::fmt;

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Shape};
use crate::validate::{Describe, ValidateWith};

impl Describe for f32 {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("f32", Kind::Float { bits: 32 }) }
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{self}")
    }
}

impl<C: ?Sized> ValidateWith<C> for f32 {
    /// Nothing is wrong with an infinite number as such. Where it was read from
    /// JSON, it may be one that was too large.
    #[inline]
    #[cfg_attr(not(feature = "json"), allow(unused_variables))]
    fn validate_into(&self, _: &C, _: Location<'_>, out: &mut Collector) {
        #[cfg(feature = "json")]
        if self.is_infinite() {
            out.note_infinite();
        }
    }
}
