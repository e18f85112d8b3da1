//! Functions that `check_async` cannot wait for.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
#[check_async(not_async)]
struct NotAsync(u8);

fn not_async(_: &NotAsync, _: &()) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
#[check_async(of_another_type)]
struct AnotherType(u8);

async fn of_another_type(_: &u8, _: &()) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
#[check_async(answers_a_bool)]
struct Answer(u8);

async fn answers_a_bool(_: &Answer, _: &()) -> bool {
    true
}

#[derive(Validate)]
#[check_async(one_parameter)]
struct Parameters(u8);

async fn one_parameter(_: &Parameters) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
#[check_async(needs_a_plan)]
struct Context(u8);

struct Plan;

async fn needs_a_plan(_: &Context, _: &Plan) -> Result<(), Custom> {
    Ok(())
}

#[derive(Validate)]
#[check_async(unknown)]
struct Missing(u8);

fn main() {}
