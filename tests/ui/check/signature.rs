//! Functions that `check` cannot call: the error shows what they should be.

use proton_validate::{Custom, Validate};

#[derive(Validate)]
#[check(of_another_type)]
struct Request {
    #[check(takes_a_string)]
    argument: String,
    #[check(takes_an_option)]
    optional: Option<u8>,
    #[check(takes_the_value)]
    by_value: u32,
    #[check(one_parameter)]
    parameters: String,
    #[check(answers_a_bool)]
    boolean: u32,
    #[check(answers_a_text)]
    error: u32,
    #[check(needs_a_plan)]
    context: u32,
    #[check(waits)]
    waits: u32,
    #[check(unknown)]
    missing: u32,
    #[check(NUMBER)]
    no_function: u32,
    #[each(check(takes_a_string))]
    items: Vec<Vec<u8>>,
}

struct Plan;
const NUMBER: u32 = 3;

fn of_another_type(_: &Plan, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn takes_a_string(_: &String, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn takes_an_option(_: &Option<u8>, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn takes_the_value(_: u32, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn one_parameter(_: &str) -> Result<(), Custom> {
    Ok(())
}

fn answers_a_bool(_: &u32, _: &()) -> bool {
    true
}

fn answers_a_text(_: &u32, _: &()) -> Result<(), String> {
    Ok(())
}

fn needs_a_plan(_: &u32, _: &Plan) -> Result<(), Custom> {
    Ok(())
}

async fn waits(_: &u32, _: &()) -> Result<(), Custom> {
    Ok(())
}

fn main() {}
