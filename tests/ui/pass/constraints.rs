//! Every constraint on every kind of type that it applies to.

use std::borrow::Cow;
use std::collections::{
    BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque,
};
use std::num::NonZeroU8;
use std::rc::Rc;
use std::sync::Arc;

use proton_validate::{Pattern, Validate, pattern};

static LETTERS: Pattern = pattern!("^[a-z]*$");

#[derive(Validate)]
struct Length<'a> {
    #[length(min = 0, max = 64)]
    string: String,
    #[length(equal = 0)]
    text: &'a str,
    #[length(bytes, max = 64)]
    bytes: Cow<'a, str>,
    #[length(utf16, min = 0)]
    utf16: Box<str>,
    #[length(max = 3)]
    slice: &'a [u8],
    #[length(max = 3)]
    array: [u8; 3],
    #[length(max = 3)]
    list: Vec<u8>,
    #[length(max = 3)]
    set: HashSet<u8>,
    #[length(max = 3)]
    map: HashMap<String, u8>,
    #[length(max = 3)]
    sorted: BTreeMap<u8, u8>,
    #[length(max = 3)]
    wrapped: Option<Rc<Vec<u8>>>,
}

#[derive(Validate)]
struct Items<'a> {
    #[min_items(0)]
    #[max_items(3)]
    #[unique_items]
    list: Vec<u8>,
    #[max_items(3)]
    #[unique_items]
    deque: VecDeque<String>,
    #[max_items(3)]
    #[unique_items]
    linked: LinkedList<char>,
    #[max_items(3)]
    heap: BinaryHeap<u8>,
    #[max_items(3)]
    #[unique_items]
    sorted: BTreeSet<u8>,
    #[max_items(3)]
    #[unique_items]
    hashed: HashSet<u8>,
    #[max_items(3)]
    #[unique_items]
    slice: &'a [u8],
    #[max_items(3)]
    #[unique_items]
    array: [Option<u8>; 1],
    #[max_items(3)]
    #[unique_items]
    wrapped: Option<Arc<[u8]>>,
}

#[derive(Validate)]
struct Numbers<'a> {
    #[range(min = -128, max = 127)]
    #[multiple_of(1)]
    #[one_of(-1, 0, hidden(1))]
    signed: i8,
    #[range(exclusive_max = 0x100)]
    #[multiple_of(1)]
    hexadecimal: u16,
    #[range(min = 0, exclusive_max = 340_282_366_920_938_463_463)]
    large: u128,
    #[range(exclusive_min = -1, max = 2.5)]
    #[multiple_of(0.01)]
    float: f64,
    #[range(min = 0.0f32)]
    suffix: f32,
    #[range(min = b'\0', max = b'z')]
    byte: u8,
    #[range(min = 1, max = 9)]
    #[multiple_of(1)]
    #[one_of(1)]
    nonzero: NonZeroU8,
    #[range(max = 9)]
    #[one_of(0)]
    wrapped: Option<Box<&'a usize>>,
}

#[derive(Validate)]
struct Texts<'a> {
    #[pattern("^[a-z]*$")]
    #[one_of("a", "", hidden("b"))]
    string: String,
    #[pattern(search, "")]
    text: &'a str,
    #[pattern(full, "[a-z]*|[0-9]")]
    cow: Cow<'a, str>,
    #[pattern(LETTERS)]
    #[one_of("")]
    wrapped: Option<Box<str>>,
    #[pattern(crate::LETTERS)]
    path: Arc<str>,
}

#[derive(Validate)]
struct Marks {
    #[required]
    required: Option<u8>,
    #[sensitive]
    sensitive: Vec<Option<String>>,
    #[skip]
    skipped: fn(),
}

fn main() {
    let text = Length {
        string: String::new(),
        text: "",
        bytes: "".into(),
        utf16: "".into(),
        slice: &[],
        array: [0; 3],
        list: vec![],
        set: HashSet::new(),
        map: HashMap::new(),
        sorted: BTreeMap::new(),
        wrapped: None,
    };
    let items = Items {
        list: vec![],
        deque: VecDeque::new(),
        linked: LinkedList::new(),
        heap: BinaryHeap::new(),
        sorted: BTreeSet::new(),
        hashed: HashSet::new(),
        slice: &[],
        array: [None],
        wrapped: None,
    };
    let numbers = Numbers {
        signed: 0,
        hexadecimal: 0,
        large: 0,
        float: 0.0,
        suffix: 0.0,
        byte: 0,
        nonzero: NonZeroU8::MIN,
        wrapped: None,
    };
    let texts = Texts { string: "b".into(), text: "", cow: "".into(), wrapped: None, path: "".into() };
    let marks = Marks { required: Some(0), sensitive: vec![], skipped: main };
    assert_eq!((text, items, numbers, texts, marks).validate(), Ok(()));
}
