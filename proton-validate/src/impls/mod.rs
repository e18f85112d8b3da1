//! [`Describe`](crate::Describe) and [`ValidateWith`](crate::ValidateWith) for
//! every type of the standard library that a request can hold.

mod halves;
mod leaves;
mod lists;
mod maps;
mod tuples;
mod wrappers;

#[cfg(test)]
mod tests;
