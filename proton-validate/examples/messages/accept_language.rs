//! The header `Accept-Language` (RFC 9110, section 12.5.4).

use std::cmp::Reverse;

/// The language that the header wants most, of those that are offered; the first of
/// them where it wants none. A range is taken for its language alone: `de-AT` is met
/// by `de`.
pub(crate) fn choose<'a>(header: &str, offered: &[&'a str]) -> Option<&'a str> {
    let ranges: Vec<Range<'_>> = header.split(',').filter_map(Range::read).collect();
    let wanted = |language: &'a str| Some((wanted(language, &ranges)?, language));
    // From the end, since the last of several that are equal is taken.
    let best = offered.iter().rev().filter_map(|language| wanted(language));
    let best = best.max_by_key(|(how_much, _)| *how_much).map(|(_, language)| language);
    best.or(offered.first().copied())
}

/// How much a language is wanted: by a range that names it, or else by `*`. Of two
/// that are wanted as much, the one that is named first is.
fn wanted(language: &str, ranges: &[Range<'_>]) -> Option<(u16, Reverse<usize>)> {
    let by = |name: &str| {
        let ranges = ranges.iter().enumerate();
        let named = ranges.filter(|(_, range)| range.language.eq_ignore_ascii_case(name));
        named.map(|(index, range)| (range.quality, Reverse(index))).max()
    };
    by(language).or_else(|| by("*")).filter(|(quality, _)| *quality > 0)
}

/// A range of languages.
struct Range<'a> {
    language: &'a str,
    /// How much it is wanted, in thousandths; 0 is not at all.
    quality: u16,
}

impl<'a> Range<'a> {
    /// `de-AT;q=0.5`; `None` where it is malformed.
    fn read(element: &'a str) -> Option<Self> {
        let (range, weight) = match element.split_once(';') {
            Some((range, weight)) => (range, quality(weight.trim())?),
            None => (element, 1000),
        };
        let language = range.trim().split('-').next().filter(|language| !language.is_empty())?;
        Some(Self { language, quality: weight })
    }
}

/// `q=0.5`: between 0 and 1, with up to three digits behind the point.
fn quality(weight: &str) -> Option<u16> {
    let value = weight.strip_prefix(['q', 'Q'])?.strip_prefix('=')?;
    let (whole, fraction) = value.split_once('.').unwrap_or((value, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match (whole, thousandths) {
        ("0", thousandths) => Some(thousandths),
        ("1", 0) => Some(1000),
        _ => None,
    }
}
