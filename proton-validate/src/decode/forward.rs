//! The methods of serde's traits that a wrapper only passes on, in one place: each
//! wrapper says what is inside it and how it wraps, and writes out what it does
//! otherwise.

/// The methods of a `Deserializer` that every wrapper passes on with the visitor
/// wrapped; then those that are named, which others write out.
macro_rules! deserializer {
    (|$this:ident, $visitor:ident| $inner:expr => $wrapped:expr $(; $($more:tt)+)?) => {
        type Error = D::Error;

        fn is_human_readable(&$this) -> bool {
            $inner.is_human_readable()
        }

        $crate::decode::forward::deserializer! { @each |$this, $visitor| $inner => $wrapped;
            deserialize_bool() deserialize_char()
            deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
            deserialize_i128() deserialize_u8() deserialize_u16() deserialize_u32()
            deserialize_u64() deserialize_u128() deserialize_f64()
            deserialize_str() deserialize_string() deserialize_bytes() deserialize_byte_buf()
            deserialize_option() deserialize_unit() deserialize_unit_struct(name: &'static str)
            deserialize_newtype_struct(name: &'static str)
            deserialize_seq() deserialize_tuple(len: usize)
            deserialize_tuple_struct(name: &'static str, len: usize)
            deserialize_enum(name: &'static str, variants: &'static [&'static str])
            deserialize_identifier()
            $($($more)+)?
        }
    };
    (@each |$this:ident, $visitor:ident| $inner:expr => $wrapped:expr;
     $($method:ident($($argument:ident: $type:ty),*))+) => {$(
        fn $method<V: Visitor<'de>>(
            $this,
            $($argument: $type,)*
            $visitor: V,
        ) -> Result<V::Value, D::Error> {
            $inner.$method($($argument,)* $wrapped)
        }
    )+};
}

/// The methods of a `Visitor` for what holds nothing else, passed on after a look
/// at texts and numbers, one at bytes, and one at floats.
macro_rules! visitor {
    (|$this:ident, $it:ident| $inner:expr; $text:block $bytes:block $float:block) => {
        type Value = V::Value;

        fn expecting(&$this, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
            $inner.expecting(f)
        }

        $crate::decode::forward::visitor! { @each |$this, $it| $inner; $text
            visit_bool: bool, visit_i64: i64, visit_i128: i128, visit_u64: u64,
            visit_u128: u128, visit_str: &str, visit_borrowed_str: &'de str,
            visit_string: ::alloc::string::String
        }
        $crate::decode::forward::visitor! { @each |$this, $it| $inner; $float
            visit_f64: f64
        }
        $crate::decode::forward::visitor! { @each |$this, $it| $inner; $bytes
            visit_bytes: &[u8], visit_borrowed_bytes: &'de [u8],
            visit_byte_buf: ::alloc::vec::Vec<u8>
        }

        fn visit_none<E: Error>($this) -> Result<V::Value, E> {
            $inner.visit_none()
        }

        fn visit_unit<E: Error>($this) -> Result<V::Value, E> {
            $inner.visit_unit()
        }
    };
    (@each |$this:ident, $it:ident| $inner:expr; $look:block $($method:ident: $type:ty),+) => {$(
        fn $method<E: Error>($this, $it: $type) -> Result<V::Value, E> {
            $look
            $inner.$method($it)
        }
    )+};
}

pub(super) use {deserializer, visitor};
