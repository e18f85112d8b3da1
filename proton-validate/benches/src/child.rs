//! This program again, in a process of its own.

use std::{
    env, io,
    process::{Command, ExitCode},
};

use crate::figure::Figure;

/// Asks the child for one thing: what it printed, as a number.
pub fn ask(args: &[&str]) -> Option<f64> {
    let output = Command::new(env::current_exe().ok()?).args(args).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// What the child answers.
pub fn answer(number: Option<f64>) -> ExitCode {
    let Some(number) = number else { return ExitCode::FAILURE };
    println!("{number}");
    ExitCode::SUCCESS
}

/// Asks for figures of a process that keeps memory which was freed, for those who
/// allocate again: otherwise times depend on what ran before, and on when the heap
/// is given back. Other allocators than glibc's do not know the variables.
///
/// # Errors
///
/// There is no such process, or it prints something else.
pub fn ask_figures(flag: &str) -> io::Result<Vec<Figure>> {
    let mut command = Command::new(env::current_exe()?);
    command.env("MALLOC_TRIM_THRESHOLD_", i32::MAX.to_string()).env("MALLOC_MMAP_MAX_", "0");
    Ok(serde_json::from_slice(&command.arg(flag).output()?.stdout)?)
}

/// What that child answers.
pub fn answer_figures(figures: &[Figure]) -> ExitCode {
    let Ok(text) = serde_json::to_string(figures) else { return ExitCode::FAILURE };
    println!("{text}");
    ExitCode::SUCCESS
}
