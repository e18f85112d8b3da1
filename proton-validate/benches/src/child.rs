//! This program again, in a process of its own.

use std::{
    env, fs, io,
    path::{Path, PathBuf},
    process::{self, Command, ExitCode},
};

use crate::figure::Figure;

/// Asks the child for one thing: what it printed, as a number.
pub fn ask(args: &[&str]) -> Option<f64> {
    ask_of(&env::current_exe().ok()?, args)
}

fn ask_of(program: &Path, args: &[&str]) -> Option<f64> {
    let output = Command::new(program).args(args).output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().parse().ok()
}

/// A copy of this program, as one that is installed is: what a linker wrote a moment
/// ago lies in memory in small pieces, and each page of it that is touched for the
/// first time takes twice as long.
#[derive(Debug)]
pub struct Installed(PathBuf);

impl Installed {
    /// Installs a copy, which is removed when this is dropped.
    ///
    /// # Errors
    ///
    /// It cannot be written.
    pub fn new() -> io::Result<Self> {
        let name = format!("proton-validate-benches-{}{}", process::id(), env::consts::EXE_SUFFIX);
        let installed = Self(env::temp_dir().join(name));
        fs::copy(env::current_exe()?, &installed.0)?;
        Ok(installed)
    }

    /// Asks it for one thing: what it printed, as a number.
    pub fn ask(&self, args: &[&str]) -> Option<f64> {
        ask_of(&self.0, args)
    }
}

impl Drop for Installed {
    fn drop(&mut self) {
        // A copy that stays does no harm.
        let _ = fs::remove_file(&self.0);
    }
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
