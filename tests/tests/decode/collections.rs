//! Sets and heaps, whose items have no index in a value.

use std::collections::{BTreeSet, BinaryHeap, HashSet};

use proptest::prelude::*;
use proton_validate::{Rejection, Validate, decode};
use serde::{Deserialize, Serialize};

use super::{all_ways, found};

#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
struct Collections {
    #[each(length(max = 2))]
    #[min_items(1)]
    sorted: BTreeSet<String>,
    #[each(range(max = 3))]
    hashed: HashSet<u8>,
    #[each(range(max = 3))]
    #[max_items(3)]
    heap: BinaryHeap<u8>,
    heaps: Vec<BinaryHeap<Item>>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Validate)]
struct Item {
    #[length(max = 1)]
    name: String,
}

/// What is written of each, duplicates and all.
fn documents() -> impl Strategy<Value = serde_json::Value> {
    let texts = || prop::collection::vec("[ab]{0,3}", 0..4);
    let numbers = || prop::collection::vec(0_u8..6, 0..5);
    let heaps = prop::collection::vec(texts(), 0..3);
    (texts(), numbers(), numbers(), heaps).prop_map(|(sorted, hashed, heap, heaps)| {
        let item = |name: &String| serde_json::json!({ "name": name });
        let items = |heap: &Vec<String>| heap.iter().map(item).collect::<Vec<_>>();
        let heaps: Vec<_> = heaps.iter().map(items).collect();
        serde_json::json!({ "sorted": sorted, "hashed": hashed, "heap": heap, "heaps": heaps })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn items_of_a_set_or_heap_stand_at_the_collection(document in documents()) {
        let body = document.to_string();
        let value: Collections = serde_json::from_str(&body).unwrap();
        let typed = found(value.validate().map_err(Rejection::from));
        let mut deserializer = serde_json::Deserializer::from_str(&body);
        let options = decode::Options::new();
        let checked = decode::check::<Collections, _>(&mut deserializer, &options).unwrap();
        if !checked.needs_value() {
            let by_shape = found(checked.into_result().map_err(Rejection::from));
            prop_assert_eq!(by_shape, typed.clone());
        }
        prop_assert_eq!(found(all_ways::<Collections>(body.as_bytes())), typed);
    }
}

#[test]
fn a_heap_is_decided_by_its_shape() {
    #[derive(Deserialize, Validate)]
    struct Heap {
        #[each(range(max = 3))]
        a: BinaryHeap<u8>,
    }
    let mut deserializer = serde_json::Deserializer::from_str(r#"{"a":[1,9,9]}"#);
    let checked = decode::check::<Heap, _>(&mut deserializer, &decode::Options::new()).unwrap();
    assert!(!checked.needs_value());
    assert_eq!(checked.into_result().unwrap_err().at("/a").count(), 2);
}
