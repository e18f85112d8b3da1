//! Measures `proton-validate` against its peers.
//!
//! `cargo run --release -p proton-validate-benches` prints every table, and
//! `-- matcher` the tables whose names start so; `--json` prints them as JSON.
//! See [`measure`] for how times are taken.

mod first;
mod matcher;
mod measure;
mod scaling;
mod table;
mod violations;

use std::{env, process::ExitCode};

use table::Table;

/// How to measure a table.
type Measure = fn() -> Table;

/// Tables by the names that ask for them.
const TABLES: &[(&str, Measure)] = &[
    ("matcher", matcher::table),
    ("first-call", first::table),
    ("scaling", scaling::table),
    ("violations", violations::table),
];

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    match &*args {
        [flag, contender] if flag == first::FLAG => return first::child(contender),
        [flag, contender] if flag == violations::FLAG => return violations::child(contender),
        _ => {}
    }
    let json = args.iter().any(|arg| arg == "--json");
    let names: Vec<&String> = args.iter().filter(|arg| !arg.starts_with("--")).collect();
    let wanted = |name: &str| names.is_empty() || names.iter().any(|it| name.starts_with(&***it));
    let tables: Vec<Table> =
        TABLES.iter().filter(|(name, _)| wanted(name)).map(|(_, table)| table()).collect();
    if json {
        table::print_json(&tables);
    } else {
        tables.iter().for_each(Table::print);
    }
    if tables.is_empty() { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}
