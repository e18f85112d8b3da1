//! Tuples: every item is checked at its index.

use crate::collector::Collector;
use crate::path::Location;
use crate::shape::{Kind, Member, Shape};
use crate::validate::{Describe, ValidateWith};

macro_rules! tuples {
    ($([$($item:ident $index:tt)+])+) => {$(
        impl<$($item: Describe),+> Describe for ($($item,)+) {
            #[inline]
            fn shape() -> &'static Shape {
                const {
                    let members = const { &[$(Member::new(stringify!($index), $item::shape)),+] };
                    &Shape::of("tuple", Kind::Tuple { members })
                }
            }
        }

        impl<Context: ?Sized, $($item: ValidateWith<Context>),+> ValidateWith<Context>
            for ($($item,)+)
        {
            #[inline]
            fn validate_into(&self, context: &Context, at: Location<'_>, out: &mut Collector) {
                $(self.$index.validate_into(context, at.index($index), out);)+
            }
        }
    )+};
}

// As many as serde reads.
tuples! {
    [A 0]
    [A 0 B 1]
    [A 0 B 1 C 2]
    [A 0 B 1 C 2 D 3]
    [A 0 B 1 C 2 D 3 E 4]
    [A 0 B 1 C 2 D 3 E 4 F 5]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14]
    [A 0 B 1 C 2 D 3 E 4 F 5 G 6 H 7 I 8 J 9 K 10 L 11 M 12 N 13 O 14 P 15]
}
