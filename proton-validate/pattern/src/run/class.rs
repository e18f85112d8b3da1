//! Classes of characters as types: two patterns with the same class share what
//! rustc makes of it, however many structs they stand on.

/// A class of characters, which holds no data.
///
/// Tests must not branch, or scans are not vectorised: comparisons are joined
/// with `|` and `&`.
pub trait Class: Copy {
    /// Whether the class has characters beyond ASCII.
    const WIDE: bool;

    /// Whether the class has the ASCII character `byte`; of other bytes,
    /// `false`.
    fn byte(self, byte: u8) -> bool;

    /// Whether the class has `code_point`, which is beyond ASCII.
    #[inline]
    fn wide(self, _code_point: u32) -> bool {
        false
    }
}

macro_rules! ascii {
    ($($(#[$doc:meta])* $class:ident[$($parameter:ident),*] |$byte:ident| $test:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug)]
        pub struct $class<$(const $parameter: u8),*>;

        impl<$(const $parameter: u8),*> Class for $class<$($parameter),*> {
            const WIDE: bool = false;

            #[inline]
            fn byte(self, $byte: u8) -> bool {
                $test
            }
        }
    )+};
}

ascii! {
    /// No character.
    Nothing[] |_byte| false;
    /// One character.
    Is[BYTE] |byte| byte == BYTE;
    /// From the first to the last.
    Range[FIRST, LAST] |byte| is_between::<FIRST, LAST>(byte);
    /// Small letters from the first to the last, and the same in capitals.
    Letters[FIRST, LAST] |byte| is_between::<FIRST, LAST>(byte | 0x20);
}

/// Whether a byte is from the first to the last. Moved so that the last is the
/// greatest number with a sign: vectors compare those in one instruction, and
/// numbers without a sign in two.
#[inline]
fn is_between<const FIRST: u8, const LAST: u8>(byte: u8) -> bool {
    let moved = |byte: u8| byte.wrapping_add(i8::MAX.unsigned_abs().wrapping_sub(LAST));
    moved(byte).cast_signed() >= moved(FIRST).cast_signed()
}

/// Whatever byte it is, also those of characters beyond ASCII.
#[derive(Clone, Copy, Debug)]
pub struct Anything;

impl Class for Anything {
    const WIDE: bool = true;

    #[inline]
    fn byte(self, _byte: u8) -> bool {
        true
    }

    #[inline]
    fn wide(self, _code_point: u32) -> bool {
        true
    }
}

/// Characters beyond ASCII, from the first to the last.
#[derive(Clone, Copy, Debug)]
pub struct Wide<const FIRST: u32, const LAST: u32>;

impl<const FIRST: u32, const LAST: u32> Class for Wide<FIRST, LAST> {
    const WIDE: bool = true;

    #[inline]
    fn byte(self, _byte: u8) -> bool {
        false
    }

    #[inline]
    fn wide(self, code_point: u32) -> bool {
        code_point.wrapping_sub(FIRST) <= LAST - FIRST
    }
}

/// The characters of either class.
#[derive(Clone, Copy, Debug)]
pub struct Or<A, B>(pub A, pub B);

impl<A: Class, B: Class> Class for Or<A, B> {
    const WIDE: bool = A::WIDE || B::WIDE;

    #[inline]
    fn byte(self, byte: u8) -> bool {
        self.0.byte(byte) | self.1.byte(byte)
    }

    #[inline]
    fn wide(self, code_point: u32) -> bool {
        self.0.wide(code_point) | self.1.wide(code_point)
    }
}

/// The ASCII characters of the first class that are not of the second.
#[derive(Clone, Copy, Debug)]
pub struct Without<A, B>(pub A, pub B);

impl<A: Class, B: Class> Class for Without<A, B> {
    const WIDE: bool = false;

    #[inline]
    fn byte(self, byte: u8) -> bool {
        self.0.byte(byte) & !self.1.byte(byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn members(class: impl Class) -> alloc::string::String {
        (0..0x80_u8).filter(|byte| class.byte(*byte)).map(char::from).collect()
    }

    #[test]
    fn classes_have_their_characters_and_no_other_bytes() {
        assert_eq!(members(Or(Range::<b'0', b'9'>, Is::<b'_'>)), "0123456789_");
        assert_eq!(members(Letters::<b'x', b'z'>), "XYZxyz");
        assert_eq!(members(Without(Range::<b'a', b'd'>, Is::<b'c'>)), "abd");
        assert_eq!(members(Nothing), "");
        let ascii = Or(Without(Range::<0, 127>, Is::<b' '>), Letters::<b'a', b'z'>);
        assert!((0x80..=0xFF).all(|byte| !ascii.byte(byte)));
    }

    #[test]
    fn wide_classes_are_ranges_of_code_points() {
        let class = Or(Is::<b'a'>, Wide::<0xE9, 0xEB>);
        let wide = |class: Or<Is<b'a'>, Wide<0xE9, 0xEB>>, code_point| class.wide(code_point);
        assert!(wide(class, 0xE9) && wide(class, 0xEB) && !wide(class, 0xEC) && !wide(class, 0x61));
    }

    #[test]
    fn anything_is_of_any_width() {
        assert!((0..=0xFF).all(|byte| Anything.byte(byte)) && Anything.wide(0x1F432));
        assert!((0..=0xFF).all(|byte| !Wide::<0xE9, 0xEB>.byte(byte)));
    }

    #[test]
    fn what_is_of_both_classes_is_of_either() {
        let both = Or(Or(Is::<b'a'>, Wide::<0xE9, 0xEB>), Or(Is::<b'a'>, Wide::<0xE9, 0xEB>));
        assert!(both.byte(b'a') && both.wide(0xEA) && !both.byte(b'b') && !both.wide(0xEC));
    }
}
