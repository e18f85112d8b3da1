//! Nor is the code that names the members of such a type, waits for it, or
//! holds it in a type that denies what is unbounded.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
#[validate(deny_unbounded)]
#[check(has_a_name)]
#[check_async(is_free)]
struct Broken<T: 'static> {
    #[length(mim = 3)]
    name: String,
    #[validate(lenght(max = 3))]
    r#type: T,
}

fn has_a_name<T>(_: &Broken<T>, _: &()) -> Result<(), Custom> {
    Err(Custom::from("a").at(Broken::<T>::MEMBERS.name).and("b".into()))
}

async fn is_free<T>(_: &Broken<T>, _: &()) -> Result<(), Custom> {
    Err(Custom::from("a").at(Broken::<T>::MEMBERS.r#type))
}

#[derive(Validate)]
#[validate(members)]
struct Tuple(#[length(mim = 3)] String, u8);

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Outer {
    tuple: Vec3,
}

#[derive(Validate)]
#[validate(deny_unbounded)]
struct Vec3(#[length] String, #[range] u8);

fn main() {
    let broken = Broken { name: String::new(), r#type: 3 };
    let _ = broken.validate_async();
    let _ = Tuple::MEMBERS.1;
    let _ = Outer { tuple: Vec3(String::new(), 2) }.validate();
}
