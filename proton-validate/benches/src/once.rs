//! The hot paths, each called once: for instruction counts, which repeat where
//! times do not. See `instructions.sh`.

use std::hint::black_box;

use proton_validate::proton::patterns::IAM_ROLE_ARN;
use serde_json::Error;

use crate::{
    contenders::{OURS, OURS_SMITHY, Prepare},
    inputs::{FOUR_VIOLATIONS, Input, LARGEST_MULTIBYTE, TYPICAL},
    measure::Timed,
};

/// Calls a hot path; without a name, lists them.
pub const FLAG: &str = "--once";

const PATHS: [(&str, Prepare, Input); 9] = [
    ("validate/typical", OURS.validate, TYPICAL),
    ("validate/largest_multibyte", OURS.validate, LARGEST_MULTIBYTE),
    ("validate/four_violations", OURS.validate, FOUR_VIOLATIONS),
    ("validate_render/four_violations", OURS.render, FOUR_VIOLATIONS),
    ("validate_render_smithy/four_violations", OURS_SMITHY.render, FOUR_VIOLATIONS),
    ("bytes/typical", OURS.accept, TYPICAL),
    ("check/typical", OURS.check, TYPICAL),
    ("check/largest_multibyte", OURS.check, LARGEST_MULTIBYTE),
    ("check/four_violations", OURS.check, FOUR_VIOLATIONS),
];

const MATCHER: &str = "matcher/role_arn";

/// The names of the hot paths.
pub fn names() -> impl Iterator<Item = &'static str> {
    PATHS.iter().map(|(name, ..)| *name).chain([MATCHER])
}

/// Calls the path of the name, after a call that warms up.
///
/// # Errors
///
/// The input cannot be read.
pub fn run(name: &str) -> Result<bool, Error> {
    let Some(timed) = path(name).transpose()? else { return Ok(false) };
    timed.once();
    measured_once(&timed);
    Ok(true)
}

fn path(name: &str) -> Option<Result<Timed<'static>, Error>> {
    if name == MATCHER {
        let role = "arn:aws:iam::210987654321:role/service-role/ProtonProvisioning";
        return Some(Ok(Timed::new(move || IAM_ROLE_ARN.is_match(black_box(role)))));
    }
    let (_, prepare, input) = PATHS.iter().find(|it| it.0 == name)?;
    Some(prepare(input.body))
}

/// Only what happens in here is counted, by this name.
#[inline(never)]
fn measured_once(timed: &Timed<'_>) {
    timed.once();
}
