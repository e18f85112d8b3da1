//! What is known of a type at compile time.

use core::fmt;
use core::marker::PhantomData;

use crate::alias::Alias;
use crate::check::{self, HasLength, Numeric};
use crate::collector::Collector;
use crate::constraint::LengthUnit;
use crate::number::{Const, Number};
use crate::path::At;
use crate::shape::Shape;
use crate::validate::Describe;

/// What is known of a type at compile time, whether it implements our traits
/// or not: a constant here where it does, and the one of [`Otherwise`] where it
/// does not. The call that checks a value needs the trait anyway, so rustc
/// reports what is missing once, and at the right place.
#[derive(Debug)]
pub struct Of<T: ?Sized>(PhantomData<T>);

impl<T: Describe + ?Sized> Of<T> {
    pub const SHAPE: fn() -> &'static Shape = T::shape;
    pub const WRITE_KEY: fn(&T, &mut dyn fmt::Write) -> fmt::Result = T::write_key;
}

impl<T> Of<Option<T>> {
    pub const IS_OPTIONAL: bool = true;
}

impl<T: HasLength + ?Sized> Of<T> {
    pub const UNIT: LengthUnit = T::UNIT;
}

impl<T: Numeric + ?Sized> Of<T> {
    pub const NUMBER: NumberOf<T::Number> = NumberOf(PhantomData);
}

impl<A: Alias + ?Sized> Of<A> {
    #[inline]
    pub fn apply(value: &A::Target, within: bool, at: impl At, out: &mut Collector) -> bool {
        check::apply::<A>(value, within, at, out)
    }
}

/// Stands for what a type does not have.
pub trait Otherwise {
    const SHAPE: fn() -> &'static Shape = || const { &Shape::unit("") };
    const WRITE_KEY: fn(&Self::Type, &mut dyn fmt::Write) -> fmt::Result =
        |_, out| out.write_char('*');
    const IS_OPTIONAL: bool = false;
    const UNIT: LengthUnit = LengthUnit::Items;
    const NUMBER: NoNumber = NoNumber;
    type Type: ?Sized;

    /// For what is no alias, which the shape reports.
    fn apply<T: ?Sized>(_: &T, _: bool, _: impl At, _: &mut Collector) -> bool {
        true
    }
}

impl<T: ?Sized> Otherwise for Of<T> {
    type Type = T;
}

/// Gives a bound the type of the number that it limits.
#[derive(Debug)]
pub struct NumberOf<N>(PhantomData<N>);

#[allow(clippy::unused_self, reason = "called on a constant, whose type is what matters")]
impl<N: Copy> NumberOf<N> {
    pub const fn of(self, number: N) -> Const<N> {
        Const(number)
    }
}

/// Takes any bound.
#[derive(Debug)]
pub struct NoNumber;

#[allow(clippy::unused_self, reason = "has the methods of `NumberOf`")]
impl NoNumber {
    pub const fn of<N: Copy>(self, _: N) -> Self {
        self
    }

    pub const fn number(self) -> Number {
        Number::Integer(0)
    }
}
