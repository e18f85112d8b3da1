//! Which types have an upper bound in size: what `deny_unbounded` asks.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, BinaryHeap, LinkedList, VecDeque};
use alloc::rc::Rc;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::cmp::Reverse;
use core::marker::PhantomData;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize, Saturating, Wrapping,
};
use core::ops::{Bound, Range, RangeFrom, RangeInclusive, RangeTo};
use core::time::Duration;
#[cfg(feature = "std")]
use std::{
    collections::{HashMap, HashSet},
    time::SystemTime,
};

use crate::patch::Patch;
use crate::timestamp::Timestamp;
use crate::valid::Valid;

/// A type whose values have an upper bound in size by themselves.
///
/// On the types of a request, `#[validate(deny_unbounded)]` implements it and
/// asks it of every member that no constraint bounds. Numbers, dates, addresses,
/// and arrays, tuples and options of such types are bounded; strings, lists, maps
/// and [`serde_json::Value`](https://docs.rs/serde_json) are not.
///
/// # Examples
///
/// By hand, for a type whose own code sees to it:
///
/// ```
/// use proton_validate::Bounded;
///
/// /// Six digits.
/// struct Code(String);
///
/// impl Bounded for Code {}
///
/// fn fits<T: Bounded>() {}
/// fits::<Option<[Code; 2]>>();
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no upper bound",
    label = "a request could make this as large as it likes",
    note = "for a string or a map add `#[length(max = ..)]`, for a list `#[max_items(..)]`; what is inside must be bounded too",
    note = "for a type of your own, write `#[validate(deny_unbounded)]` on it as well",
    note = "to leave a member unchecked on purpose, mark it `#[skip]`"
)]
pub trait Bounded {}

/// A type whose values have an upper bound in size once their length has one.
///
/// Strings and byte strings, and lists, sets and maps of [`Bounded`] items.
///
/// # Examples
///
/// ```
/// use proton_validate::BoundedByLength;
///
/// fn fits<T: BoundedByLength + ?Sized>() {}
/// fits::<str>();
/// fits::<Option<Vec<(u8, bool)>>>();
/// ```
///
/// Ten strings of any length have no bound:
///
/// ```compile_fail,E0277
/// # fn fits<T: proton_validate::BoundedByLength + ?Sized>() {}
/// fits::<Vec<String>>();
/// ```
#[diagnostic::on_unimplemented(
    message = "what is inside `{Self}` has no upper bound",
    label = "its length is bounded, and what is inside may still be as large as a request likes",
    note = "bound the items of a list, like `#[each(length(max = 64))]`, or the keys and values of a map, like `#[keys(length(max = 64))]` and `#[values(length(max = 64))]`",
    note = "for a type of your own inside, write `#[validate(deny_unbounded)]` on it as well",
    note = "to leave a member unchecked on purpose, mark it `#[skip]`"
)]
pub trait BoundedByLength {}

/// What expansions ask of a member that no constraint bounds.
#[doc(hidden)]
pub const fn bounded<T: Bounded + ?Sized>() {}

/// What expansions ask of a member whose length has an upper bound.
#[doc(hidden)]
pub const fn bounded_by_length<T: BoundedByLength + ?Sized>() {}

/// Types that are [`Bounded`] whatever they hold.
macro_rules! bounded_types {
    ($($type:ty)+) => {$(
        impl $crate::bounded::Bounded for $type {}
    )+};
}

#[cfg(any(feature = "chrono", feature = "time", feature = "uuid"))]
pub(crate) use bounded_types;

bounded_types! {
    () bool char f32 f64
    i8 i16 i32 i64 i128 isize
    u8 u16 u32 u64 u128 usize
    NonZeroI8 NonZeroI16 NonZeroI32 NonZeroI64 NonZeroI128 NonZeroIsize
    NonZeroU8 NonZeroU16 NonZeroU32 NonZeroU64 NonZeroU128 NonZeroUsize
    IpAddr Ipv4Addr Ipv6Addr SocketAddr SocketAddrV4 SocketAddrV6
    Duration Timestamp
}

#[cfg(feature = "std")]
bounded_types!(SystemTime);

impl<T: ?Sized> Bounded for PhantomData<T> {}

/// Types that are bounded where all they hold is.
macro_rules! of_bounded {
    ($($type:ident)+) => {$(
        impl<T: Bounded> Bounded for $type<T> {}
    )+};
}

of_bounded! {
    Option Patch Valid Reverse Wrapping Saturating Bound Range RangeInclusive RangeFrom RangeTo
}

impl<T: Bounded, const N: usize> Bounded for [T; N] {}
impl<T: Bounded, E: Bounded> Bounded for Result<T, E> {}

macro_rules! tuples {
    ($first:ident $($item:ident)*) => {
        // Or every error lists half a screen of them.
        #[diagnostic::do_not_recommend]
        impl<$first: Bounded, $($item: Bounded),*> Bounded for ($first, $($item,)*) {}
        tuples!($($item)*);
    };
    () => {};
}

tuples!(A B C D E F G H I J K L M N O P);

/// Pointers are as bounded as what they point at, in either way.
macro_rules! pointers {
    ($($trait:ident)+) => {$(
        impl<T: $trait + ?Sized> $trait for &T {}
        impl<T: $trait + ?Sized> $trait for &mut T {}
        impl<T: $trait + ?Sized> $trait for Box<T> {}
        impl<T: $trait + ?Sized> $trait for Rc<T> {}
        impl<T: $trait + ?Sized> $trait for Arc<T> {}
        impl<T: $trait + ToOwned + ?Sized> $trait for Cow<'_, T> {}
    )+};
}

pointers!(Bounded BoundedByLength);

impl<T: BoundedByLength> BoundedByLength for Option<T> {}
impl<T: BoundedByLength> BoundedByLength for Patch<T> {}
impl<T: BoundedByLength> BoundedByLength for Valid<T> {}

impl BoundedByLength for str {}
impl BoundedByLength for String {}

/// Collections of bounded items.
macro_rules! collections {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $collection:ty;)+) => {$(
        $(#[$cfg])*
        // The collection is to be named in an error, and not the bound on its items.
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> BoundedByLength for $collection {}
    )+};
}

collections! {
    [T: Bounded] [T];
    [T: Bounded, const N: usize] [T; N];
    [T: Bounded] Vec<T>;
    [T: Bounded] VecDeque<T>;
    [T: Bounded] LinkedList<T>;
    [T: Bounded] BinaryHeap<T>;
    [T: Bounded] BTreeSet<T>;
    [K: Bounded, V: Bounded] BTreeMap<K, V>;
    #[cfg(feature = "std")] [T: Bounded, S] HashSet<T, S>;
    #[cfg(feature = "std")] [K: Bounded, V: Bounded, S] HashMap<K, V, S>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Blob;

    /// Asks a type: an inherent constant where the answer is yes, and that of a
    /// trait where it is not.
    struct Ask<T: ?Sized>(PhantomData<T>);

    trait Otherwise {
        const BOUNDED: bool = false;
        const BOUNDED_BY_LENGTH: bool = false;
    }

    impl<T: ?Sized> Otherwise for Ask<T> {}

    impl<T: Bounded + ?Sized> Ask<T> {
        const BOUNDED: bool = true;
    }

    impl<T: BoundedByLength + ?Sized> Ask<T> {
        const BOUNDED_BY_LENGTH: bool = true;
    }

    macro_rules! assert_all {
        ($answer:ident is $expected:literal: $($type:ty),+ $(,)?) => {$(
            assert_eq!(Ask::<$type>::$answer, $expected, stringify!($type));
        )+};
    }

    #[test]
    fn what_has_a_size_of_its_own_is_bounded() {
        assert_all!(BOUNDED is true:
            bool, u128, NonZeroU8, f64, char, (), IpAddr, Duration, Timestamp, PhantomData<str>,
            [u8; 3], (u8, [char; 2]), Option<Box<u8>>, Result<u8, bool>, Range<u8>, Bound<i8>,
            Cow<'static, u8>, Patch<Valid<u8>>, Reverse<Wrapping<u8>>,
            (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8),
        );
    }

    #[test]
    fn what_grows_is_not() {
        assert_all!(BOUNDED is false:
            str, String, &str, Vec<u8>, [u8], Cow<'static, str>, BTreeMap<u8, u8>, BTreeSet<u8>, Blob,
            Option<String>, (u8, String), [String; 2], Result<u8, String>, Range<String>,
        );
        #[cfg(feature = "std")]
        assert_all!(BOUNDED is false:
            std::path::PathBuf, std::ffi::OsString, HashMap<u8, u8>, alloc::ffi::CString,
        );
    }

    #[test]
    fn a_bound_on_the_length_bounds_what_holds_bounded_things() {
        assert_all!(BOUNDED_BY_LENGTH is true:
            str, String, &str, Box<str>, Cow<'static, str>, [u8], Vec<u8>, VecDeque<(u8, bool)>,
            LinkedList<u8>, BinaryHeap<u8>, BTreeSet<char>, BTreeMap<u8, [u8; 4]>,
            Option<Vec<Option<u8>>>, Patch<String>, Valid<Vec<u8>>, [u8; 4], Blob,
        );
        assert_all!(BOUNDED_BY_LENGTH is false:
            Vec<String>, [Vec<u8>; 2], BTreeMap<String, u8>, BTreeMap<u8, String>, u8,
            Option<Vec<&'static str>>,
        );
        #[cfg(feature = "std")]
        assert_all!(BOUNDED_BY_LENGTH is true: HashMap<u8, u8>, HashSet<u8>);
    }

    #[test]
    #[cfg(all(feature = "uuid", feature = "time", feature = "chrono"))]
    fn dates_and_identifiers_are_bounded() {
        assert_all!(BOUNDED is true:
            uuid::Uuid, uuid::NonNilUuid, time::OffsetDateTime, time::Duration, chrono::NaiveDate,
            chrono::DateTime<chrono::Utc>,
        );
    }

    #[test]
    #[cfg(all(feature = "serde_json", feature = "url", feature = "bytes"))]
    fn json_is_not_bounded_and_a_url_is_by_its_length() {
        assert_all!(BOUNDED is false: serde_json::Value, url::Url, bytes::Bytes);
        assert_all!(BOUNDED_BY_LENGTH is false: serde_json::Value, serde_json::Number);
        assert_all!(BOUNDED_BY_LENGTH is true: url::Url, bytes::Bytes, bytes::BytesMut);
    }
}
