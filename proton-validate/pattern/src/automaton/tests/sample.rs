//! Random patterns, and texts that an automaton accepts or nearly does.

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use crate::automaton::dfa::{DEAD, Dfa};

/// Xorshift, for cases that are the same in every run.
pub(in crate::automaton) struct Random(pub(in crate::automaton) u64);

impl Random {
    pub(in crate::automaton) fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % below
    }

    pub(in crate::automaton) fn pick<'a, T>(&mut self, from: &'a [T]) -> &'a T {
        &from[self.below(from.len())]
    }

    /// A pattern; with look-around the engine cannot have it.
    pub(super) fn pattern(&mut self, depth: usize, looks: bool) -> String {
        const ATOMS: &[&str] = &[
            "a",
            "b",
            "1",
            "-",
            "é",
            "🐲",
            ".",
            r"\d",
            r"\w",
            r"\W",
            r"\s",
            "[a-c]",
            "[^a]",
            "[]",
            "",
            "^",
            "$",
            r"\b",
            r"\B",
            r"\p{L}",
            r"[\p{Nd}_]",
            "ab",
            "k",
            r"[^\n]",
            "[^]",
            r"\x00",
        ];
        if depth == 0 {
            return (*self.pick(ATOMS)).into();
        }
        let left = self.pattern(depth - 1, looks);
        match self.below(if looks { 10 } else { 6 }) {
            0 => format!("(?:{left}|{})", self.pattern(depth - 1, looks)),
            1 | 2 | 5 => format!("{left}{}", self.pattern(depth - 1, looks)),
            3 => format!("(?:{left}){}", self.pick(&["*", "+", "?", "{2,}"])),
            4 => format!("(?:{left}){{{},{}}}", self.below(3), 3 + self.below(4)),
            6 => format!("(?={left})"),
            7 => format!("(?!{left})"),
            8 => format!("(?<={left})"),
            _ => format!("(?<!{left})"),
        }
    }

    /// A short text of what patterns tell apart.
    pub(super) fn text(&mut self) -> String {
        const PIECES: &[&str] = &[
            "a",
            "b",
            "c",
            "1",
            "-",
            "_",
            " ",
            "\n",
            "é",
            "🐲",
            "\u{FEFF}",
            "\u{2028}",
            "７",
            "\u{212A}",
            "ſ",
            "\0",
            "k",
            "ab",
            "aaa",
            "\u{10FFFF}",
        ];
        (0..self.below(7)).map(|_| *self.pick(PIECES)).collect()
    }

    /// A text that the automaton accepts, by a walk that hurries to the end
    /// after a while; empty if there is none.
    pub(super) fn accepted(&mut self, dfa: &Dfa) -> String {
        let members = members(dfa);
        let mut text = String::new();
        let mut state = dfa.start;
        for step in 0..3000 {
            if state == DEAD || dfa.accept[state as usize] && (step > 600 || self.below(8) == 0) {
                break;
            }
            let row = dfa.row(state);
            let live: Vec<usize> = (0..row.len()).filter(|class| row[*class] != DEAD).collect();
            if live.is_empty() {
                break;
            }
            let class = *self.pick(&live);
            text.push(*self.pick(&members[class]));
            state = row[class];
        }
        text
    }

    /// A text with one change.
    pub(super) fn near(&mut self, text: &str) -> String {
        let mut characters: Vec<char> = text.chars().collect();
        let at = self.below(characters.len() + 1);
        let other = *self.pick(&['a', '\n', '７', '\u{212A}', 'ſ', '\0', '🐲', '/', 'é', '1']);
        match self.below(5) {
            0 => characters.insert(at, other),
            1 if at < characters.len() => characters[at] = other,
            2 if at < characters.len() => _ = characters.remove(at),
            3 if at < characters.len() => characters.insert(at, characters[at]),
            _ => characters.push('\n'),
        }
        characters.iter().map(ToString::to_string).collect()
    }
}

/// Some characters of each class: the ends of its runs.
fn members(dfa: &Dfa) -> Vec<Vec<char>> {
    let mut members = alloc::vec![Vec::new(); dfa.alphabet.classes];
    for (first, last, class) in dfa.alphabet.ranges() {
        let ends = [first, last].into_iter().filter_map(char::from_u32);
        members[class as usize].extend(ends);
    }
    members
}
