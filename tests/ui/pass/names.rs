//! Raw identifiers, names of the expansion's own, tuples and units.

use proton_validate::Validate;

#[derive(Validate)]
struct Unit;

#[derive(Validate)]
struct Empty {}

#[derive(Validate)]
struct EmptyTuple();

#[derive(Validate)]
struct Tuple(#[length(max = 3)] String, #[skip] fn(), #[range(max = 3)] u8);

#[derive(Validate)]
struct Newtype(#[length(min = 1)] String);

#[derive(Validate)]
#[allow(non_camel_case_types)]
struct r#struct {
    #[length(max = 3)]
    r#type: String,
    #[range(max = self.r#mod)]
    r#fn: u8,
    r#mod: u8,
    value: u8,
    at: u8,
    out: u8,
    context: u8,
    nom_français: Newtype,
}

macro_rules! request {
    ($name:ident { $($field:ident: $ty:ty [$max:expr]),* }) => {
        #[derive(Validate)]
        struct $name {
            $(#[length(max = $max)] $field: $ty,)*
        }
    };
}

request!(Generated { text: String [1 + 2], list: Vec<u8> [3] });

fn main() {
    struct Inside;
    {
        #[derive(Validate)]
        struct Inside(#[range(max = 3)] u8);
        assert!(!Inside(4).is_valid());
    }
    let _ = Inside;
    let odd = r#struct {
        r#type: "abc".into(),
        r#fn: 1,
        r#mod: 1,
        value: 0,
        at: 0,
        out: 0,
        context: 0,
        nom_français: Newtype("a".into()),
    };
    assert_eq!(odd.validate(), Ok(()));
    let generated = Generated { text: "abc".into(), list: vec![1, 2, 3, 4] };
    assert_eq!(generated.validate().unwrap_err().len(), 1);
    assert_eq!((Unit, Empty {}, EmptyTuple(), Tuple("abc".into(), main, 3)).validate(), Ok(()));
}
