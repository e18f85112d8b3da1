//! `when` takes a condition and constraints.

use proton_validate::Validate;

#[derive(Validate)]
struct Request {
    #[when]
    nothing: Option<String>,
    #[when()]
    empty: Option<String>,
    #[when(self.is_new)]
    no_constraints: Option<String>,
    #[when(required)]
    no_condition: Option<String>,
    #[when(condition = self.is_new, required)]
    named: Option<String>,
    #[when(self.is_new required)]
    no_comma: Option<String>,
    #[when(, required)]
    comma: Option<String>,
    #[when(self.is_new, lenght(max = 3))]
    slip: Option<String>,
    #[when(context.strict, required)]
    no_context: Option<String>,
    #[when(self.is_new = true, required)]
    assignment: Option<String>,
    #[when(self.is_new, skip)]
    skip: Option<String>,
    #[when(self.is_new, required)]
    is_new: bool,
}

#[derive(Validate)]
#[when(self.0 > 3, length(max = 3))]
#[when(self.0 > 3, when(self.0 > 4, required))]
#[when(self.0 > 3, check_async(is_known))]
struct OnAType(u8);

fn main() {}
