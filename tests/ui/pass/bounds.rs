//! Bounds as constants and expressions, in every place they can come from.

use proton_validate::Validate;

mod limits {
    pub(crate) const MIN: usize = 1;

    pub(crate) const fn twice(n: usize) -> usize {
        2 * n
    }
}

const MIN: usize = 1 + 1;
const FRACTION: f32 = 0.25;

trait Limited {
    const MAX: usize;
}

struct Large;

impl Limited for Large {
    const MAX: usize = 100;
}

type Seconds = u32;

#[derive(Validate)]
struct Request {
    #[length(min = limits::MIN, max = limits::twice(limits::MIN) + 2)]
    text: String,
    #[length(min = self::limits::MIN, max = <Large as Limited>::MAX)]
    path: String,
    #[length(equal = Self::EXACTLY)]
    associated: String,
    #[min_items(MIN)]
    #[max_items(if cfg!(test) { 1 } else { Self::EXACTLY })]
    items: Vec<u8>,
    #[range(min = FRACTION, exclusive_max = 1)]
    float: f32,
    #[range(min = i8::MIN, max = -(1))]
    signed: i8,
    #[range(min = 1, max = MAX_SECONDS)]
    alias: Seconds,
    #[multiple_of(Self::STEP)]
    multiple: i64,
    #[range(max = self.alias * 2)]
    other_field: u32,
}

const MAX_SECONDS: Seconds = 60;

impl Request {
    const EXACTLY: usize = 2;
    const STEP: i64 = 5;
}

#[derive(Validate)]
struct Generic<T: Limited, const N: usize> {
    #[length(min = N, max = T::MAX)]
    text: String,
    #[max_items(N)]
    list: [u8; N],
    #[length(max = Self::LONG)]
    associated: String,
    #[skip]
    _marker: std::marker::PhantomData<T>,
}

impl<T: Limited, const N: usize> Generic<T, N> {
    const LONG: usize = T::MAX + N;
}

fn main() {
    let request = Request {
        text: "a".into(),
        path: "a".into(),
        associated: "ab".into(),
        items: vec![1, 2],
        float: 0.5,
        signed: -1,
        alias: 60,
        multiple: -5,
        other_field: 120,
    };
    assert_eq!(request.validate(), Ok(()));
    let generic = Generic::<Large, 2> {
        text: "ab".into(),
        list: [0; 2],
        associated: String::new(),
        _marker: std::marker::PhantomData,
    };
    assert_eq!(generic.validate(), Ok(()));
}
