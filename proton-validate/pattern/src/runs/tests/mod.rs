//! What is recognised, and that it means what the engine reads.

extern crate std;

mod differential;
mod forms;
mod limits;
mod plans;
mod sample;
mod vectors;

use super::{Runs, recognise};
use crate::{Mode, syntax::parse, translate::translate};

/// The steps of a pattern and its reading by the engine.
fn both(source: &str, mode: Mode) -> (Option<Runs>, Option<regex::Regex>) {
    let tree = parse(source).expect(source);
    let engine = translate(&tree, mode).ok().and_then(|it| regex::Regex::new(&it).ok());
    (recognise(&tree, mode), engine)
}
