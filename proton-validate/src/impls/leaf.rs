//! What types with nothing inside to check are implemented with.

/// Nothing to check: costs nothing.
macro_rules! nothing_inside {
    ([$($generics:tt)*] $leaf:ty) => {
        impl<C: ?Sized, $($generics)*> $crate::ValidateWith<C> for $leaf {
            #[inline]
            fn validate_into(
                &self,
                _: &C,
                _: $crate::Location<'_>,
                _: &mut $crate::Collector,
            ) {
            }
        }
    };
}

/// Types that no map has as keys.
macro_rules! values {
    ($($leaf:ty: $kind:expr;)+) => {$(
        impl $crate::Describe for $leaf {
            #[inline]
            fn shape() -> &'static $crate::Shape {
                const { &$crate::Shape::of(stringify!($leaf), $kind) }
            }
        }

        $crate::impls::leaf::nothing_inside!([] $leaf);
    )+};
}

/// Types that also can be keys of maps, written as they display.
macro_rules! keys {
    ($($leaf:ty: $kind:expr;)+) => {$(
        $crate::impls::leaf::keys_as!($leaf: $kind, |it| it;);
    )+};
}

/// Types that also can be keys of maps, written as something made of them
/// displays.
macro_rules! keys_as {
    ($($leaf:ty: $kind:expr, |$it:ident| $shown:expr;)+) => {$(
        impl $crate::Describe for $leaf {
            #[inline]
            fn shape() -> &'static $crate::Shape {
                const { &$crate::Shape::of(stringify!($leaf), $kind) }
            }

            fn write_key(&self, out: &mut dyn ::core::fmt::Write) -> ::core::fmt::Result {
                let $it = self;
                write!(out, "{}", $shown)
            }
        }

        $crate::impls::leaf::nothing_inside!([] $leaf);
    )+};
}

pub(super) use {keys, keys_as, nothing_inside, values};
