//! JSON without a type. Nothing inside is looked at, however deep it is.

use alloc::string::String;

use ::serde_json::{Map, Number, Value};

use super::leaf::{nothing_inside, values};
use crate::check::HasLength;
use crate::constraint::LengthUnit;
use crate::shape::{Kind, Shape, build};
use crate::validate::Describe;

values! {
    Value: Kind::Any;
    // Opaque: an integer of 64 bits with or without a sign, or a float.
    Number: Kind::Opaque;
}

impl Describe for Map<String, Value> {
    #[inline]
    fn shape() -> &'static Shape {
        const { &build::map::<String, Value>("Map") }
    }
}

nothing_inside!([] Map<String, Value>);

impl HasLength for Map<String, Value> {
    const UNIT: LengthUnit = LengthUnit::Entries;

    #[inline]
    fn length(&self) -> Option<usize> {
        Some(self.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validate::Validate;
    use ::serde_json::json;
    use alloc::vec;

    #[test]
    fn any_value_is_valid() {
        for value in [json!(null), json!([1, "a"]), json!({"a": {"b": 1.5}})] {
            assert!(value.is_valid());
        }
        assert!(matches!(Value::shape().kind(), Kind::Any));
        assert!(!Value::shape().is_opaque());
    }

    #[test]
    fn entries_are_counted() {
        let Value::Object(map) = json!({"a": 1, "b": [2, 3]}) else { panic!("an object") };
        assert_eq!(map.length(), Some(2));
        assert!(map.is_valid());
        let Kind::Map { key, value } = Map::shape().kind() else { panic!("a map") };
        assert!(matches!((key.get().kind(), value.get().kind()), (Kind::Text, Kind::Any)));
    }

    #[test]
    fn depth_costs_nothing() {
        let mut deep = Value::Null;
        for _ in 0..100_000 {
            deep = Value::Array(vec![deep]);
        }
        assert!(deep.is_valid());
        let map = Map::from_iter([(String::from("deep"), deep)]);
        assert!(map.validate().is_ok());
        // To drop it would recurse, in `serde_json`.
        core::mem::forget(map);
    }
}
