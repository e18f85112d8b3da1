//! The Proton request, by what is done with it.

use crate::{
    contenders::{Competitor, OURS_SMITHY, Prepare, SERDE_JSON, VALIDATING},
    figure::Figure,
    inputs::{self, Input},
    measure,
};

pub(super) fn validate() -> Vec<Figure> {
    figures("validate", &[], |it| it.validate)
}

pub(super) fn validate_render() -> Vec<Figure> {
    figures("validate_render", &[], |it| it.render)
}

pub(super) fn bytes() -> Vec<Figure> {
    figures("bytes", &[SERDE_JSON], |it| it.accept)
}

pub(super) fn check() -> Vec<Figure> {
    figures("check", &[SERDE_JSON], |it| it.check)
}

fn figures(row: &str, others: &[Competitor], prepare: fn(&Competitor) -> Prepare) -> Vec<Figure> {
    inputs::all().into_iter().flat_map(|input| on(row, input, others, prepare)).collect()
}

fn on(
    row: &str,
    input: Input,
    others: &[Competitor],
    prepare: fn(&Competitor) -> Prepare,
) -> Vec<Figure> {
    let mut contenders = VALIDATING.to_vec();
    // A dialect makes a difference where something is rendered.
    if row != "validate" && input.violations > 0 {
        contenders.insert(1, OURS_SMITHY);
    }
    contenders.extend(others);
    let prepared =
        contenders.iter().filter_map(|it| Some((it.name, prepare(it)(input.body).ok()?)));
    let (names, timed): (Vec<_>, Vec<_>) = prepared.unzip();
    Figure::timed(row, input.name, &names, &measure::compare(&timed))
}
