//! What `xn--` labels stand for (IDNA 2008, RFC 5890 to 5893).
//!
//! The crate `idna` reads Punycode and checks what UTS 46 has in common with
//! IDNA 2008: normalisation, joiners, the first character and the direction. UTS
//! 46 takes more characters, and no notice of their context; the rest is here.

use ::idna::AsciiDenyList;
use ::idna::uts46::{Hyphens, Uts46};

use crate::{Pattern, pattern};

/// Whether every A-label of a name that is otherwise valid stands for a U-label.
pub(super) fn are_a_labels_valid(name: &str) -> bool {
    !super::labels(name).any(is_a_label) || {
        // Not UTS 46's rule for hyphens, which takes in ASCII labels: `r3---sn`
        // is somebody's host.
        let (unicode, result) =
            Uts46::new().to_unicode(name.as_bytes(), AsciiDenyList::STD3, Hyphens::Allow);
        result.is_ok() && unicode.split('.').all(|label| label.is_ascii() || is_u_label(label))
    }
}

fn is_a_label(label: &[u8]) -> bool {
    label.get(..4).is_some_and(|prefix| prefix.eq_ignore_ascii_case(b"xn--"))
}

/// What UTS 46 leaves open of a label that is valid there.
fn is_u_label(label: &str) -> bool {
    CHARACTERS.is_match(label)
        && HYPHENS.is_match(label)
        && CONTEXTS.iter().all(|rule| rule.is_match(label))
}

/// RFC 5892, section 3: letters, marks and digits, and the exceptions among
/// others (section 2.6), without those it disallows, the blocks that it ignores
/// (2.4) and old Hangul (2.9). What is unstable (2.2) or ignorable (2.3), UTS 46
/// has found. The joiners and the characters of [`CONTEXTS`] stand here too.
static CHARACTERS: Pattern = pattern!(
    "^(?:(?![\u{640}\u{7FA}\u{302E}\u{302F}\u{3031}-\u{3035}\u{303B}\u{20D0}-\u{20FF}\
     \u{1D100}-\u{1D24F}\u{1100}-\u{11FF}\u{A960}-\u{A97F}\u{D7B0}-\u{D7FF}])\
     [\\-\\p{Ll}\\p{Lu}\\p{Lo}\\p{Lm}\\p{Mn}\\p{Mc}\\p{Nd}\
     \u{6FD}\u{6FE}\u{F0B}\u{3007}\u{B7}\u{375}\u{5F3}\u{5F4}\u{30FB}\u{200C}\u{200D}])*$"
);

/// RFC 5891, section 4.2.3.1.
static HYPHENS: Pattern = pattern!(r"^(?!-|..--)[^]*(?<!-)$");

/// RFC 5892, appendices A.3 to A.7. The joiners (A.1 and A.2) are in UTS 46; that
/// Arabic-Indic digits do not mix with extended ones (A.8 and A.9), the rule for
/// directions says too.
static CONTEXTS: [Pattern; 4] = [
    // A.3, the middle dot between two `l`.
    pattern!(r"^(?:[^\u00B7]|(?<=l)\u00B7(?=l))*$"),
    // A.4, the Greek lower numeral sign.
    pattern!(r"^(?:[^\u0375]|\u0375(?=\p{Script=Greek}))*$"),
    // A.5 and A.6, geresh and gershayim.
    pattern!(r"^(?:[^\u05F3\u05F4]|(?<=\p{Script=Hebrew})[\u05F3\u05F4])*$"),
    // A.7, the middle dot of Katakana.
    pattern!(r"^[^\u30FB]*$|^[^]*[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}][^]*$"),
];
