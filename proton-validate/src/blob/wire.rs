//! A [`Blob`] in serde's formats: base64 where people read it, bytes elsewhere.

use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Blob, base64};

impl Serialize for Blob {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.collect_str(&base64::Encoded(self.as_bytes()))
        } else {
            serializer.serialize_bytes(self.as_bytes())
        }
    }
}

impl<'de> Deserialize<'de> for Blob {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_str(Text)
        } else {
            deserializer.deserialize_byte_buf(Bytes)
        }
    }
}

struct Text;

impl Visitor<'_> for Text {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string in base64")
    }

    // The error says nothing of the text, which may be a secret.
    fn visit_str<E: Error>(self, text: &str) -> Result<Blob, E> {
        base64::decode(text).map(Blob::new).ok_or_else(|| E::custom("a string that is not base64"))
    }
}

struct Bytes;

impl<'de> Visitor<'de> for Bytes {
    type Value = Blob;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a byte string")
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Blob, E> {
        Ok(Blob::from(bytes))
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Blob, E> {
        Ok(Blob::new(bytes))
    }

    // Formats without byte strings write a list. It is not trusted with its
    // length: memory is taken as bytes arrive.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Blob, A::Error> {
        let mut bytes = Vec::new();
        while let Some(byte) = items.next_element()? {
            bytes.push(byte);
        }
        Ok(Blob::new(bytes))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString;

    #[test]
    fn json_has_base64() {
        let blob = Blob::from([0xfb, 0xff]);
        assert_eq!(serde_json::to_string(&blob).unwrap(), r#""+/8=""#);
        assert_eq!(serde_json::from_str::<Blob>(r#""\u002b/8=""#).unwrap(), blob);
        assert_eq!(serde_json::from_str::<Blob>(r#""""#).unwrap(), Blob::default());
    }

    #[test]
    fn what_is_no_base64_is_refused_without_a_word_of_it() {
        for json in [r#""secret""#, r#""c2VjcmV0 ""#, "[1]", "null", "1", "{}"] {
            assert!(serde_json::from_str::<Blob>(json).is_err(), "{json}");
        }
        let error = serde_json::from_str::<Blob>(r#""secret""#).unwrap_err().to_string();
        assert!(!error.contains("secret"), "{error}");
    }

    #[test]
    fn formats_for_programs_have_bytes() {
        let blob = Blob::from([1, 2, 3]);
        let bytes = postcard::to_allocvec(&blob).unwrap();
        assert_eq!(bytes, [3, 1, 2, 3]);
        assert_eq!(postcard::from_bytes::<Blob>(&bytes).unwrap(), blob);
    }

    #[test]
    fn a_list_of_numbers_is_read_where_a_format_has_no_bytes() {
        use serde::de::value::{Error, SeqDeserializer};

        let list = SeqDeserializer::<_, Error>::new([7_u8, 8].into_iter());
        assert_eq!(list.deserialize_any(Bytes).unwrap(), Blob::from([7, 8]));
    }
}
