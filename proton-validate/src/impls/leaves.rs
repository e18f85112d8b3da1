//! Types with nothing inside to check: they cost nothing.

#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "the bounds of each integer type fit the wide types they are cast to"
)]

use alloc::ffi::CString;
use alloc::string::String;
use core::ffi::CStr;
use core::marker::PhantomData;
use core::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, SocketAddrV4, SocketAddrV6};
use core::num::{
    NonZeroI8, NonZeroI16, NonZeroI32, NonZeroI64, NonZeroI128, NonZeroIsize, NonZeroU8,
    NonZeroU16, NonZeroU32, NonZeroU64, NonZeroU128, NonZeroUsize,
};
use core::time::Duration;
#[cfg(feature = "std")]
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    time::SystemTime,
};

#[cfg(feature = "std")]
use super::leaf::keys_as;
use super::leaf::{keys, nothing_inside, values};
use crate::shape::{Kind, Shape};
use crate::validate::Describe;

keys! {
    bool: Kind::Boolean;
    char: Kind::Character;
    str: Kind::Text;
    String: Kind::Text;
    f32: Kind::Float { bits: 32 };
    f64: Kind::Float { bits: 64 };
}

macro_rules! integers {
    ($($integer:ident $nonzero:ident)+) => {$(
        keys! {
            $integer: integer($integer::MIN as i128, $integer::MAX as u128, false);
            $nonzero: integer($integer::MIN as i128, $integer::MAX as u128, true);
        }
    )+};
}

const fn integer(min: i128, max: u128, nonzero: bool) -> Kind {
    Kind::Integer { min, max, nonzero }
}

integers! {
    i8 NonZeroI8 i16 NonZeroI16 i32 NonZeroI32 i64 NonZeroI64 i128 NonZeroI128 isize NonZeroIsize
    u8 NonZeroU8 u16 NonZeroU16 u32 NonZeroU32 u64 NonZeroU64 u128 NonZeroU128 usize NonZeroUsize
}

keys! {
    IpAddr: Kind::Opaque;
    Ipv4Addr: Kind::Opaque;
    Ipv6Addr: Kind::Opaque;
    SocketAddr: Kind::Opaque;
    SocketAddrV4: Kind::Opaque;
    SocketAddrV6: Kind::Opaque;
}

values! {
    (): Kind::Unit;
    Duration: Kind::Opaque;
    CString: Kind::Opaque;
    CStr: Kind::Opaque;
}

#[cfg(feature = "std")]
values! {
    SystemTime: Kind::Opaque;
    OsStr: Kind::Opaque;
    OsString: Kind::Opaque;
}

#[cfg(feature = "std")]
keys_as! {
    Path: Kind::Text, |it| it.display();
    PathBuf: Kind::Text, |it| it.display();
}

impl<T: ?Sized> Describe for PhantomData<T> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &Shape::of("PhantomData", Kind::Unit) }
    }
}

nothing_inside!([T: ?Sized] PhantomData<T>);
