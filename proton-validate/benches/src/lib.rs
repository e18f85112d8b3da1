//! Measures `proton-validate` against its peers, all of them in one process, in
//! turns, on the same requests.
//!
//! ```sh
//! cargo run --release -p proton-validate-benches                      # every row, as tables
//! cargo run --release -p proton-validate-benches -- matcher           # rows by name
//! cargo run --release -p proton-validate-benches -- --json >run.json  # for programs
//! cargo run --release -p proton-validate-benches -- plot run.json DIRECTORY
//! cargo run --release -p proton-validate-benches -- table run.json
//! ```
//!
//! [`contenders`] says how each is set up, [`rows`] what the rows and inputs are,
//! [`measure`] how times are taken, [`figure`] what the JSON holds.

pub mod child;
pub mod contenders;
pub mod figure;
pub mod inputs;
pub mod measure;
pub mod once;
pub mod plot;
pub mod rows;
pub mod table;
pub mod targets;
pub mod verdicts;
