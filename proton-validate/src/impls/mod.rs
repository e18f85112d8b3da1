//! [`Describe`](crate::Describe) and [`ValidateWith`](crate::ValidateWith) for
//! every type of the standard library that a request can hold, and, each behind a
//! feature of its crate's name, for types of other crates that stand in many.

#[cfg(feature = "bytes")]
mod bytes;
#[cfg(feature = "chrono")]
mod chrono;
mod halves;
mod leaf;
mod leaves;
mod lists;
mod maps;
#[cfg(feature = "serde_json")]
mod serde_json;
#[cfg(feature = "time")]
mod time;
mod tuples;
#[cfg(feature = "url")]
mod url;
#[cfg(feature = "uuid")]
mod uuid;
#[cfg(all(test, any(feature = "chrono", feature = "time", feature = "uuid")))]
mod wire_key;
mod wrappers;

#[cfg(test)]
mod tests;
