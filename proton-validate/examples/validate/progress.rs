//! A progress bar on standard error, for a person who waits.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use crate::input::Input;

/// What is done sooner than both needs no bar.
const LONG: Duration = Duration::from_secs(1);
const MANY_LINES: usize = 10_000;

const BETWEEN_DRAWINGS: Duration = Duration::from_millis(100);

/// In characters, with the bar's own 30; what is drawn is padded to it, since not
/// every terminal can erase.
const WIDTH: usize = 60;

pub(crate) struct Progress {
    /// Whether anybody would see it.
    is_seen: bool,
    /// Whether verdicts appear where the bar is.
    is_shared: bool,
    size: Option<u64>,
    started: Instant,
    drawn: Option<Instant>,
    text: String,
}

impl Progress {
    /// Whoever types the input needs no bar.
    pub(crate) fn new(input: &Input) -> Self {
        Self {
            is_seen: io::stderr().is_terminal() && !input.is_terminal,
            is_shared: io::stdout().is_terminal(),
            size: input.size,
            started: Instant::now(),
            drawn: None,
            text: String::new(),
        }
    }

    /// Notes how many lines and bytes were read so far.
    pub(crate) fn advance(&mut self, lines: usize, bytes: u64) {
        if !self.is_seen || (lines < MANY_LINES && self.started.elapsed() < LONG) {
            return;
        }
        if self.drawn.is_none_or(|drawn| drawn.elapsed() >= BETWEEN_DRAWINGS) {
            self.text = text(lines, bytes, self.size);
            self.drawn = Some(Instant::now());
            self.draw();
        }
    }

    /// Does what may print on standard output, without running into the bar.
    pub(crate) fn aside(&self, prints: bool, print: impl FnOnce()) {
        let in_between = prints && self.is_shared && self.drawn.is_some();
        if in_between {
            erase();
        }
        print();
        if in_between {
            self.draw();
        }
    }

    fn draw(&self) {
        write(&format!("\r{:WIDTH$}", self.text));
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.drawn.is_some() {
            erase();
        }
    }
}

fn erase() {
    write(&format!("\r{:WIDTH$}\r", ""));
}

/// A bar that cannot be drawn is no reason to stop.
fn write(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}

/// A bar where the end is known, and the lines so far.
fn text(lines: usize, bytes: u64, size: Option<u64>) -> String {
    // A file may have grown since.
    let percent = |size| bytes.saturating_mul(100).checked_div(size).map(|it| it.min(100));
    match size.and_then(percent) {
        Some(percent) => {
            let filled = usize::try_from(percent).map_or(0, |it| it * 30 / 100);
            format!("[{:30}] {percent:3} %, line {lines}", "#".repeat(filled))
        }
        None => format!("line {lines}"),
    }
}
