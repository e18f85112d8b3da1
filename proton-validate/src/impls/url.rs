//! `Url`: text that only the type itself can read.

use core::fmt;

use ::url::Url;

use super::leaf::nothing_inside;
use crate::bounded::BoundedByLength;
use crate::check::{HasLength, Text};
use crate::constraint::LengthUnit;
use crate::shape::{Kind, Shape};
use crate::validate::Describe;

impl Describe for Url {
    /// Opaque: reading it normalises it (`HTTP://A` becomes `http://a/`), so the
    /// text on the wire is not the text that constraints see.
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("Url", Kind::Text).opaque() }
    }

    fn write_key(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

nothing_inside!([] Url);

impl Text for Url {
    #[inline]
    fn text(&self) -> Option<&str> {
        Some(self.as_str())
    }
}

impl HasLength for Url {
    const UNIT: LengthUnit = LengthUnit::Characters;

    /// A URL is ASCII, in which a byte is a character.
    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.as_str().len())
    }
}

impl BoundedByLength for Url {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Collector, Limits, Location, check};
    use alloc::string::{String, ToString};

    fn url(text: &str) -> Url {
        Url::parse(text).unwrap()
    }

    #[test]
    fn constraints_see_the_normalised_text() {
        let it = Some(url("HTTP://Example.com"));
        assert_eq!(it.text(), Some("http://example.com/"));
        let mut out = Collector::new(Limits::default());
        check::length(&it, Some(19), Some(19), Location::root(), &mut out);
        check::length_bytes(&it, Some(19), Some(19), Location::root(), &mut out);
        check::one_of_text(&it, &["http://example.com/"], &[], Location::root(), &mut out);
        assert!(out.is_empty());
        check::length(&it, None, Some(5), Location::root(), &mut out);
        assert_eq!(
            out.finish().unwrap_err().iter().next().unwrap().to_string(),
            "must have at most 5 characters, but has 19"
        );
    }

    #[test]
    fn it_is_text_that_only_itself_reads() {
        assert!(Url::shape().is_opaque());
        assert!(matches!(Url::shape().kind(), Kind::Text));
    }

    #[test]
    fn it_is_ascii_whatever_it_was_made_of() {
        for text in ["https://bücher.example/ü?ü#ü", "data:ü", "s3://ü/ü", "file:///é"] {
            let it = url(text);
            assert!(it.as_str().is_ascii(), "{it}");
            assert_eq!(it.length(), Some(it.as_str().chars().count()));
        }
    }

    #[test]
    fn a_key_is_its_text() {
        let mut out = String::new();
        url("https://a/b?c").write_key(&mut out).unwrap();
        assert_eq!(out, "https://a/b?c");
    }
}
