//! What tests compare keys with.

use alloc::string::String;

use serde::{Serialize, Serializer};

use crate::validate::Describe;

/// The key of a path is the key that serde writes.
pub(super) fn assert_key_as_serde_writes<K: Describe + Serialize>(key: K, expected: &str) {
    let mut written = String::new();
    key.write_key(&mut written).unwrap();
    assert_eq!(written, expected);

    let mut json = alloc::vec::Vec::new();
    ::serde_json::Serializer::new(&mut json).collect_map([(key, 0)]).unwrap();
    assert_eq!(String::from_utf8(json).unwrap(), alloc::format!("{{\"{expected}\":0}}"));
}
