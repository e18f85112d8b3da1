//! Inputs with a request a line, of any length, in bounded memory.

use std::ffi::OsStr;
use std::io::{self, BufRead, Read};

use crate::input::{self, Input, LIMIT, bytes};
use crate::outcome::Outcome;
use crate::print::Place;
use crate::progress::Progress;
use crate::verdicts::Verdicts;

/// Checks each line. A line that is refused does not keep the next from being
/// read; only an input that cannot be read ends.
pub(crate) fn check(input: &OsStr, verdicts: &mut Verdicts) {
    let name = input.to_string_lossy();
    match input::open(input) {
        Ok(input) => check_lines(&name, input, verdicts),
        Err(error) => {
            verdicts.tell(&Place { input: &name, line: None }, &Outcome::Unreadable(error));
        }
    }
}

fn check_lines(name: &str, input: Input, verdicts: &mut Verdicts) {
    let mut progress = Progress::new(&input);
    let mut lines = Lines::new(input.reader, LIMIT);
    loop {
        let read = lines.read();
        let place = Place { input: name, line: Some(lines.number) };
        match read {
            Ok(false) => return,
            Ok(true) if lines.is_blank() => {}
            Ok(true) => {
                let outcome = Outcome::of(&lines.line);
                let prints = verdicts.prints(&outcome);
                progress.aside(prints, || verdicts.tell(&place, &outcome));
            }
            Err(error) => {
                drop(progress);
                return verdicts.tell(&place, &Outcome::Unreadable(error));
            }
        }
        progress.advance(lines.number, lines.bytes);
    }
}

struct Lines<R> {
    input: R,
    limit: usize,
    /// Without its end. Of a line that is longer than the limit, enough is kept
    /// to tell.
    line: Vec<u8>,
    /// Of the line, from 1.
    number: usize,
    /// How much was read so far.
    bytes: u64,
}

impl<R: BufRead> Lines<R> {
    fn new(input: R, limit: usize) -> Self {
        Self { input, limit, line: Vec::new(), number: 0, bytes: 0 }
    }

    /// Whether there was another line.
    fn read(&mut self) -> io::Result<bool> {
        self.line.clear();
        self.number += 1;
        // The end may be two bytes.
        let most = self.limit.saturating_add(2);
        let read = (&mut self.input).take(bytes(most)).read_until(b'\n', &mut self.line)?;
        self.bytes += bytes(read);
        if read == most && !self.line.ends_with(b"\n") {
            self.bytes += bytes(self.input.skip_until(b'\n')?);
            return Ok(true);
        }
        self.strip_end();
        Ok(read > 0)
    }

    fn strip_end(&mut self) {
        for end in [b'\n', b'\r'] {
            if self.line.last() == Some(&end) {
                self.line.pop();
            }
        }
    }

    /// Whether there is nothing but what JSON takes for white space.
    fn is_blank(&self) -> bool {
        self.line.len() <= self.limit && self.line.iter().all(|byte| b" \t\r".contains(byte))
    }
}
