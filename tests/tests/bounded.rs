//! What a request costs at most: allocations, memory, depth.

#![allow(clippy::items_after_statements, reason = "each type beside what is said of it")]

use allocation_counter::measure;
use proton_validate::proton::CreateEnvironmentAccountConnectionInput as Request;
use proton_validate::{Limits, Validate};

fn sample(name: &str) -> Request {
    let path =
        format!("{}/../proton-validate/examples/requests/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

#[test]
fn a_valid_request_costs_no_allocation() {
    for name in ["allowed", "largest-allowed"] {
        let request = sample(name);
        let info = measure(|| assert!(request.validate().is_ok()));
        assert_eq!(info.count_total, 0, "{name}");
    }
}

#[test]
fn a_verdict_costs_no_allocation_even_when_it_is_no() {
    let request = sample("every-member-wrong");
    let info = measure(|| assert!(!request.is_valid()));
    assert_eq!(info.count_total, 0);
}

#[test]
fn four_violations_cost_three_allocations() {
    let mut request = sample("allowed");
    request.client_token = Some(" ".into());
    request.management_account_id = "1".into();
    request.environment_name = "-".into();
    request.tags.as_mut().unwrap()[1].key.clear();
    let info = measure(|| assert_eq!(request.validate().unwrap_err().len(), 4));
    assert!(info.count_total <= 3, "{info:?}");
    request.tags = None;
    let info = measure(|| assert_eq!(request.validate().unwrap_err().len(), 3));
    assert!(info.count_total <= 2, "names of members stand in the program: {info:?}");
}

#[derive(Validate)]
struct Names(Vec<Name>);

#[derive(Clone, Validate)]
struct Name(#[length(min = 1)] String);

#[test]
fn a_million_violations_cost_what_the_limit_allows() {
    let names = Names(vec![Name(String::new()); 1_000_000]);
    let info = measure(|| {
        let report = names.validate().unwrap_err();
        assert_eq!((report.len(), report.omitted()), (100, 999_900));
        assert!(report.to_string().ends_with("\n  and 999900 more"));
    });
    assert!(info.bytes_max < 64 * 1024, "{info:?}");

    let limits = Limits::default().with_max_violations(1_000);
    let info = measure(|| assert_eq!(names.validate_within(&limits).unwrap_err().len(), 1_000));
    assert!(info.bytes_max < 512 * 1024, "{info:?}");
}

#[test]
fn a_long_key_costs_what_the_limit_allows() {
    #[derive(Validate)]
    struct Labels(std::collections::BTreeMap<String, Name>);

    let labels = Labels([("/".repeat(1_000_000), Name(String::new()))].into());
    let info = measure(|| {
        let report = labels.validate().unwrap_err();
        let path = report.iter().next().unwrap().path().into_owned();
        assert_eq!(path.segments().next().unwrap().len(), 128);
        assert!(path.as_str().ends_with('…'));
    });
    assert!(info.bytes_max < 16 * 1024, "{info:?}");
}

#[derive(Validate)]
struct Tree {
    #[length(max = 1)]
    name: String,
    child: Option<Box<Tree>>,
}

impl Tree {
    fn nested(levels: usize) -> Self {
        let leaf = |child| Tree { name: "a".into(), child };
        (1..levels).fold(leaf(None), |tree, _| leaf(Some(Box::new(tree))))
    }

    /// Dropped by recursion, a deep tree would overflow the stack by itself.
    fn take_apart(mut self) {
        while let Some(child) = self.child.take() {
            self = *child;
        }
    }
}

/// A newtype around itself adds nothing to the path, and still counts.
#[derive(Validate)]
struct Onion(Option<Box<Onion>>);

#[test]
fn depth_is_a_violation_and_not_an_overflow() {
    let check = || {
        let tree = Tree::nested(100_000);
        let report = tree.validate().unwrap_err();
        assert_eq!(report.len(), 1);
        let violation = report.iter().next().unwrap();
        assert_eq!(violation.code(), "depth");
        assert_eq!(violation.path().segments().count(), 128);
        assert!(!tree.is_valid());
        tree.take_apart();

        let mut onion = Onion(None);
        for _ in 0..100_000 {
            onion = Onion(Some(Box::new(onion)));
        }
        assert_eq!(
            onion.validate().unwrap_err().to_string(),
            "1 violation:\n  (root): must not be nested deeper than 128 levels"
        );
        while let Some(inner) = onion.0.take() {
            onion = *inner;
        }
    };
    std::thread::Builder::new().stack_size(2 * 1024 * 1024).spawn(check).unwrap().join().unwrap();
}

#[test]
fn the_depth_limit_is_the_number_of_levels() {
    for (levels, allowed) in [(127, true), (128, true), (129, false)] {
        let tree = Tree::nested(levels);
        assert_eq!(tree.is_valid(), allowed, "{levels}");
    }
    let limits = Limits::default().with_max_depth(2);
    assert!(Tree::nested(2).validate_within(&limits).is_ok());
    assert!(Tree::nested(3).validate_within(&limits).is_err());
}

/// A wide type: every variant has constrained members of its own.
macro_rules! wide {
    ($($variant:ident)+) => {
        #[derive(Validate)]
        #[allow(dead_code)]
        enum Wide {
            $($variant {
                #[length(min = 1, max = 9)]
                #[pattern("^[a-z]+$")]
                name: Option<String>,
                #[range(min = 1, max = 9)]
                number: Option<u8>,
                #[max_items(9)]
                list: Vec<String>,
                next: Option<Box<Wide>>,
            },)+
        }
    };
}

wide!(A B C D E F G H I J K L M N O P Q R S T);

#[test]
fn a_wide_type_needs_little_stack_for_each_level() {
    let check = || {
        let leaf = |next| Wide::T { name: None, number: None, list: vec![], next };
        let wide = (0..200).fold(leaf(None), |inner, _| leaf(Some(Box::new(inner))));
        assert_eq!(wide.validate().unwrap_err().iter().next().unwrap().code(), "depth");
    };
    std::thread::Builder::new().stack_size(1024 * 1024).spawn(check).unwrap().join().unwrap();
}
