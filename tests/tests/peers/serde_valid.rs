//! The rules of `serde_valid` 3.2.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU8;
use std::sync::Arc;
use std::time::Duration;

use proton_validate::{Custom, Validate};
use proton_validate_tests::violations;

#[test]
fn serde_valid_length() {
    #[derive(Validate)]
    struct Name {
        #[length(min = 1, max = 3)]
        both: String,
        #[length(max = 2)]
        most: Arc<str>,
    }

    let name = |both: &str, most: &str| violations(&Name { both: both.into(), most: most.into() });
    assert!(name("äöü", "e\u{301}").is_empty());
    assert_eq!(name("", "e\u{301}e"), ["/both length", "/most length"]);
}

#[test]
fn serde_valid_pattern() {
    #[derive(Validate)]
    struct Code {
        #[pattern(r"^\d{5}$")]
        anchored: String,
        #[pattern(search, r"\d{5}")]
        searched: String,
    }

    let code = |text: &str| violations(&Code { anchored: text.into(), searched: text.into() });
    assert!(code("12345").is_empty());
    assert_eq!(code("123456"), ["/anchored pattern"]);
    let wide = "\u{661}".repeat(5);
    assert_eq!(code(&wide), ["/anchored pattern", "/searched pattern"]);
}

#[test]
fn serde_valid_range() {
    const MOST: i32 = 10;

    #[derive(Validate)]
    struct Numbers {
        #[range(min = 0, max = MOST)]
        inclusive: i32,
        #[range(exclusive_min = 0.0, exclusive_max = 1.0)]
        exclusive: f64,
        #[range(max = 9)]
        nonzero: NonZeroU8,
        #[range(max = 9)]
        wide: u128,
    }

    let ten = NonZeroU8::new(10).unwrap();
    let wrong = Numbers { inclusive: 11, exclusive: 1.0, nonzero: ten, wide: u128::MAX };
    let members = ["/inclusive range", "/exclusive range", "/nonzero range", "/wide range"];
    assert_eq!(violations(&wrong), members);
    let right = Numbers { inclusive: 10, exclusive: 0.5, nonzero: NonZeroU8::MIN, wide: 9 };
    assert!(right.is_valid());
}

#[test]
fn serde_valid_multiple_of() {
    #[derive(Validate)]
    struct Numbers {
        #[multiple_of(5)]
        whole: i64,
        #[multiple_of(0.1)]
        real: f64,
    }

    assert!(Numbers { whole: -10, real: 0.3 }.is_valid());
    assert_eq!(
        violations(&Numbers { whole: 3, real: 0.35 }),
        ["/whole multiple_of", "/real multiple_of"]
    );
}

#[test]
fn serde_valid_properties() {
    #[derive(Validate)]
    struct Labels {
        #[length(min = 1, max = 2)]
        labels: BTreeMap<String, u8>,
    }

    let labels = |count: u8| {
        violations(&Labels { labels: (0..count).map(|it| (it.to_string(), it)).collect() })
    };
    assert!(labels(2).is_empty());
    assert_eq!(labels(0), ["/labels length"]);
    assert_eq!(labels(3), ["/labels length"]);
}

#[test]
fn serde_valid_items() {
    #[derive(Validate)]
    struct List {
        #[min_items(1)]
        #[max_items(2)]
        list: Option<Vec<u8>>,
    }

    let list = |list: &[u8]| violations(&List { list: Some(list.to_vec()) });
    assert!(list(&[1, 2]).is_empty());
    assert_eq!(list(&[]), ["/list min_items"]);
    assert_eq!(list(&[1, 2, 3]), ["/list max_items"]);
    assert!(List { list: None }.is_valid());
}

#[test]
fn serde_valid_unique_items() {
    #[derive(Validate)]
    struct List(#[unique_items] Vec<String>);

    assert!(List(vec!["a".into(), "b".into()]).is_valid());
    assert!(!List(vec!["a".into(), "b".into(), "a".into()]).is_valid());
}

#[test]
fn serde_valid_enum() {
    #[derive(Validate)]
    struct Chosen {
        #[one_of("small", "large")]
        size: String,
        #[one_of(5, 10, 15)]
        number: u8,
    }

    assert!(Chosen { size: "small".into(), number: 15 }.is_valid());
    let wrong = Chosen { size: "Small".into(), number: 6 };
    assert_eq!(violations(&wrong), ["/size one_of", "/number one_of"]);
}

/// Of characters and floats, a check.
#[test]
fn serde_valid_enum_of_characters() {
    #[derive(Validate)]
    struct Grade(#[check(is_grade)] char);

    fn is_grade(grade: &char, _: &()) -> Result<(), Custom> {
        if ['a', 'b'].contains(grade) { Ok(()) } else { Err("must be a or b".into()) }
    }

    assert!(Grade('a').is_valid());
    assert!(!Grade('c').is_valid());
}

#[derive(Validate)]
struct Inner {
    #[range(max = 4)]
    number: u32,
}

#[test]
fn serde_valid_validate() {
    #[derive(Validate)]
    struct Outer {
        one: Inner,
        many: Vec<Option<Inner>>,
        by_number: HashMap<u32, Inner>,
    }

    let wrong = || Inner { number: 5 };
    let outer =
        Outer { one: wrong(), many: vec![None, Some(wrong())], by_number: [(7, wrong())].into() };
    let members = ["/one/number", "/many/1/number", "/by_number/7/number"];
    assert_eq!(violations(&outer), members.map(|member| format!("{member} range")));
}

/// What applies to the items is said to apply to the items.
#[test]
fn serde_valid_rules_on_items() {
    #[derive(Validate)]
    struct Rules {
        #[each(length(max = 3))]
        list: Vec<Option<String>>,
        #[each(each(range(max = 3)))]
        lists: Vec<[u8; 2]>,
        #[values(length(max = 3))]
        map: BTreeMap<u32, String>,
        #[values(each(one_of(1, 2)))]
        maps: Option<BTreeMap<u32, Vec<u8>>>,
    }

    let rules = Rules {
        list: vec![None, Some("long".into())],
        lists: vec![[1, 2], [3, 4]],
        map: [(7, "long".into())].into(),
        maps: Some([(7, vec![1, 3])].into()),
    };
    let members = ["/list/1 length", "/lists/1/1 range", "/map/7 length", "/maps/7/1 one_of"];
    assert_eq!(violations(&rules), members);
}

#[test]
fn serde_valid_custom() {
    #[derive(Validate)]
    struct Number {
        #[check(is_even)]
        number: i32,
    }

    fn is_even(number: &i32, _: &()) -> Result<(), Custom> {
        if number % 2 == 0 { Ok(()) } else { Err("must be even".into()) }
    }

    assert_eq!(violations(&Number { number: 1 }), ["/number custom"]);
}

/// A function that is made of parameters: they are constants of a named one.
#[test]
fn serde_valid_custom_call() {
    #[derive(Validate)]
    struct Numbers {
        #[check(is_at_most_3)]
        three: i32,
        #[check(is_at_most_5)]
        five: i32,
    }

    fn at_most(most: i32, number: i32) -> Result<(), Custom> {
        if number <= most { Ok(()) } else { Err(format!("must be at most {most}").into()) }
    }

    fn is_at_most_3(number: &i32, _: &()) -> Result<(), Custom> {
        at_most(3, *number)
    }

    fn is_at_most_5(number: &i32, _: &()) -> Result<(), Custom> {
        at_most(5, *number)
    }

    let report = Numbers { three: 4, five: 6 }.validate().unwrap_err();
    let messages: Vec<String> = report.iter().map(|it| it.to_string()).collect();
    assert_eq!(messages, ["must be at most 3", "must be at most 5"]);
}

/// With the other members in sight: a bound that names them, or a check on the
/// type.
#[test]
fn serde_valid_custom_self() {
    #[derive(Validate)]
    #[check(eats_its_food)]
    struct Pet {
        kind: String,
        food: String,
        least: i32,
        #[range(exclusive_min = self.least)]
        most: i32,
    }

    fn eats_its_food(pet: &Pet, _: &()) -> Result<(), Custom> {
        if pet.food.starts_with(&pet.kind) {
            return Ok(());
        }
        Err(Custom::new("food", "is not for it").at(Pet::MEMBERS.food))
    }

    let pet = Pet { kind: "cat".into(), food: "dog food".into(), least: 2, most: 1 };
    let mut found = violations(&pet);
    found.sort();
    assert_eq!(found, ["/food food", "/most range"]);
}

#[test]
fn serde_valid_custom_several_errors() {
    #[derive(Validate)]
    struct Name(#[check(is_tidy)] String);

    fn is_tidy(name: &str, _: &()) -> Result<(), Custom> {
        let blank = name.contains(' ').then(|| Custom::new("blank", "has a blank"));
        let long = (name.len() > 3).then(|| Custom::new("long", "is long"));
        match (blank, long) {
            (Some(blank), Some(long)) => Err(blank.and(long)),
            (found, None) | (None, found) => found.map_or(Ok(()), Err),
        }
    }

    assert_eq!(violations(&Name("a b c".into())), [" blank", " long"]);
    assert_eq!(violations(&Name("abcd".into())), [" long"]);
    assert!(Name("abc".into()).is_valid());
}

#[test]
fn serde_valid_custom_on_the_type() {
    #[derive(Validate)]
    #[check(adds_up)]
    struct Sum {
        parts: Vec<u32>,
        total: u32,
    }

    fn adds_up(sum: &Sum, _: &()) -> Result<(), Custom> {
        let is_sum = sum.parts.iter().sum::<u32>() == sum.total;
        is_sum.then_some(()).ok_or_else(|| Custom::new("sum", "must add up"))
    }

    assert!(Sum { parts: vec![1, 2], total: 3 }.is_valid());
    assert_eq!(violations(&Sum { parts: vec![1, 2], total: 4 }), [" sum"]);
}

/// A check on the enum, which looks for the variant.
#[test]
fn serde_valid_custom_on_a_variant() {
    #[derive(Validate)]
    #[check(is_square)]
    enum Area {
        Square { width: u32, height: u32 },
        Any,
    }

    fn is_square(area: &Area, _: &()) -> Result<(), Custom> {
        match area {
            Area::Square { width, height } if width != height => Err("must be square".into()),
            Area::Square { .. } | Area::Any => Ok(()),
        }
    }

    assert!(!Area::Square { width: 1, height: 2 }.is_valid());
    assert!(Area::Square { width: 1, height: 1 }.is_valid());
    assert!(Area::Any.is_valid());
}

#[test]
fn serde_valid_durations() {
    #[derive(Validate)]
    struct Wait(#[check(is_short)] Duration);

    fn is_short(wait: &Duration, _: &()) -> Result<(), Custom> {
        let most = Duration::from_micros(5);
        if *wait <= most { Ok(()) } else { Err(format!("must be at most {most:?}").into()) }
    }

    assert!(Wait(Duration::from_micros(5)).is_valid());
    assert!(!Wait(Duration::from_micros(6)).is_valid());
}

#[test]
fn serde_valid_enums() {
    #[derive(Validate)]
    enum Data {
        Named {
            #[range(max = 5)]
            a: i32,
        },
        Unnamed(#[range(max = 5)] i32, #[range(max = 5)] i32),
        NewType(#[range(max = 5)] i32),
    }

    assert_eq!(violations(&Data::Named { a: 6 }), ["/Named/a range"]);
    assert_eq!(violations(&Data::Unnamed(6, 6)), ["/Unnamed/0 range", "/Unnamed/1 range"]);
    assert_eq!(violations(&Data::NewType(6)), ["/NewType range"]);
}

#[test]
fn serde_valid_unnamed_structs() {
    #[derive(Validate)]
    struct Pair(#[range(max = 4)] u32, #[range(max = 3)] u32);
    #[derive(Validate)]
    struct NewType(#[range(max = 4)] u32);

    assert_eq!(violations(&Pair(5, 4)), ["/0 range", "/1 range"]);
    assert_eq!(violations(&NewType(5)), [" range"]);
}
