//! [`Patch`] in serde.

use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};

use super::Patch;

/// The name under which formats that show names show it.
const NAME: &str = "Patch";

impl<T: Serialize> Serialize for Patch<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Absent => Err(S::Error::custom(
                "a `Patch` that is absent has no form: add \
                 `#[serde(skip_serializing_if = \"Patch::is_absent\")]` to the member",
            )),
            Self::Null => serializer.serialize_newtype_struct(NAME, &None::<&T>),
            Self::Value(value) => serializer.serialize_newtype_struct(NAME, &Some(value)),
        }
    }
}

/// As a newtype around an `Option`. To ask for an `Option` at once would be
/// simpler and wrong: for a member that is missing, serde answers that question
/// with `None`, which is null here, and every other question with the error that
/// the member is missing.
impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_newtype_struct(NAME, NullOrValue(PhantomData))
    }
}

struct NullOrValue<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for NullOrValue<T> {
    type Value = Patch<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("null or a value")
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<Patch<T>, D::Error> {
        Ok(match Option::deserialize(inner)? {
            None => Patch::Null,
            Some(value) => Patch::Value(value),
        })
    }

    // Formats without newtypes show what stands there.

    fn visit_none<E: serde::de::Error>(self) -> Result<Patch<T>, E> {
        Ok(Patch::Null)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Patch<T>, E> {
        Ok(Patch::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<Patch<T>, D::Error> {
        T::deserialize(inner).map(Patch::Value)
    }
}

#[cfg(test)]
mod tests;
