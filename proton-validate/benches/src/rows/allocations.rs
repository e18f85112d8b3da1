//! How many allocations a call makes.
//!
//! They are counted by another program of this package, `allocations`: whatever
//! counts replaces the allocator of the whole program, and would take time from
//! those who allocate.

use std::{
    env,
    ffi::OsString,
    io,
    process::{Command, Output},
};

use super::report_scaling;
use crate::{contenders::VALIDATING, figure::Figure, inputs};

/// The program that counts.
const PROGRAM: &str = "allocations";

pub(super) fn figures() -> Vec<Figure> {
    match counted() {
        Ok(counted) => [counted, report_scaling::memory()].concat(),
        Err(error) => {
            eprintln!("allocations were not counted: {error}");
            Vec::new()
        }
    }
}

fn counted() -> io::Result<Vec<Figure>> {
    let output = run()?;
    if !output.status.success() {
        return Err(io::Error::other(String::from_utf8_lossy(&output.stderr)));
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}

/// `cargo run` builds one program only; this one is built by asking cargo again.
fn run() -> io::Result<Output> {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| OsString::from("cargo"));
    let mut command = Command::new(cargo);
    command.args(["run", "--quiet", "--bin", PROGRAM, "--manifest-path"]);
    command.arg(concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml"));
    if !cfg!(debug_assertions) {
        command.arg("--release");
    }
    command.output()
}

/// What that program does: each contender's second call on each input.
pub fn count(allocations: fn(&mut dyn FnMut()) -> f64) -> Vec<Figure> {
    inputs::all().into_iter().flat_map(|input| on(input, allocations)).collect()
}

fn on(input: inputs::Input, allocations: fn(&mut dyn FnMut()) -> f64) -> Vec<Figure> {
    let count = |name: &'static str, timed: crate::measure::Timed<'_>| {
        timed.once();
        (name, allocations(&mut || timed.once()))
    };
    let each = VALIDATING.iter().filter_map(|it| Some((it.name, (it.validate)(input.body).ok()?)));
    let counts: Vec<_> = each.map(|(name, timed)| count(name, timed)).collect();
    let ours = counts.first().map_or(f64::NAN, |(_, ours)| *ours);
    let figure = |(name, number)| Figure::new("allocations", input.name, name, number, ours);
    counts.into_iter().map(figure).collect()
}
