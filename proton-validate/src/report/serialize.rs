//! A report as data.

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::Report;
use crate::unavailable::Unavailable;

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let fields = if self.unavailable().is_empty() { 2 } else { 3 };
        let mut object = serializer.serialize_struct("Report", fields)?;
        object.serialize_field("violations", &Violations(self))?;
        object.serialize_field("omitted", &self.omitted())?;
        if fields == 3 {
            object.serialize_field("unavailable", &Places(self.unavailable()))?;
        }
        object.end()
    }
}

struct Violations<'a>(&'a Report);

impl Serialize for Violations<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter())
    }
}

struct Places<'a>(&'a [Unavailable]);

impl Serialize for Places<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Unavailable::path))
    }
}
