//! Files and standard input.

use std::ffi::OsStr;
use std::fs::{File, Metadata};
use std::io::{self, BufRead, BufReader, IsTerminal, Read};

use proton_validate::Limits;

/// How many bytes a request may have.
pub(crate) const LIMIT: usize = Limits::DEFAULT.max_input_bytes;

/// Something to read.
pub(crate) struct Input {
    pub(crate) reader: Box<dyn BufRead>,
    /// In bytes, where that is known beforehand.
    pub(crate) size: Option<u64>,
    /// Whether somebody is typing it.
    pub(crate) is_terminal: bool,
}

pub(crate) fn open(name: &OsStr) -> io::Result<Input> {
    if name == "-" {
        let stdin = io::stdin().lock();
        let is_terminal = stdin.is_terminal();
        return Ok(Input { reader: Box::new(stdin), size: None, is_terminal });
    }
    let file = File::open(name)?;
    let size = file.metadata().ok().filter(Metadata::is_file).map(|it| it.len());
    let is_terminal = file.is_terminal();
    Ok(Input { reader: Box::new(BufReader::new(file)), size, is_terminal })
}

/// At most one byte more than the limit, which tells that it was passed.
pub(crate) fn read(name: &OsStr) -> io::Result<Vec<u8>> {
    let mut body = Vec::new();
    open(name)?.reader.take(bytes(LIMIT).saturating_add(1)).read_to_end(&mut body)?;
    Ok(body)
}

/// A length of something in memory, as readers count.
pub(crate) fn bytes(length: usize) -> u64 {
    u64::try_from(length).unwrap_or(u64::MAX)
}
