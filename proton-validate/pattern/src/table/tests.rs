//! Bytes that are tables, and bytes that are not.

extern crate std;

use alloc::{format, string::String, vec::Vec};

use super::*;
use crate::{Mode, Options, Program, compile};

/// Counts steps.
struct Steps(usize);

impl Meter for Steps {
    fn step(&mut self) {
        self.0 += 1;
    }
}

fn table(source: &str) -> Vec<u8> {
    let options = Options::new(Mode::Search).without_runs();
    match compile(source, options).unwrap().program() {
        Program::Table(table) => table.clone(),
        other => panic!("{source}: {other:?}"),
    }
}

/// Xorshift.
fn random(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    usize::try_from(*seed >> 33).unwrap()
}

const TEXTS: &[&str] = &["", "a", "0123456789", "é🐲\u{FFFF}", "arn:aws:iam::1:role/a/b", "\0\n"];

const SOURCES: &[&str] = &[
    "^abc$",
    r"^\d{12}$",
    "^[a-z0-9](?:[a-z0-9-]{0,48}[a-z0-9])?$",
    r"^arn:(aws|aws-cn):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$",
    r"^\p{L}{1,20}🐲$",
    "^(?=.{1,255}$)(?:[a-z]{1,63}\\.)+[a-z]{1,63}$",
    r"^https?://(?:www.)?[a-z.]{2,256}\.[a-z]{2,6}\b(?:[-a-z./]{0,2048})$",
    "arn:[^]*:kinesis:.*(?:str|sum)/",
    "a|b|c|d|e|f|g|h|i[a-j]|j|k[^]*z",
];

/// Checks that there is a verdict on every text, whatever it is.
fn any_verdict(table: &[u8]) {
    for text in TEXTS {
        is_match(table, text);
    }
}

#[test]
fn random_bytes_match_nothing_in_particular() {
    let mut seed = 0xBAD;
    for _ in 0..20_000 {
        let length = random(&mut seed) % 300;
        let mut bytes: Vec<u8> = (0..length).map(|_| random(&mut seed).to_le_bytes()[0]).collect();
        if let Some(kind) = bytes.first_mut() {
            *kind &= if *kind & layout::MAP > layout::SPREAD { !layout::MAP } else { 0xFF };
        }
        any_verdict(&bytes);
    }
}

#[test]
fn tables_with_changed_or_missing_bytes_do_not_panic() {
    let mut seed = 0x5EED;
    for source in SOURCES {
        let table = table(source);
        for length in 0..table.len() {
            any_verdict(&table[..length]);
        }
        for _ in 0..3_000 {
            let mut changed = table.clone();
            for _ in 0..=random(&mut seed) % 4 {
                let at = random(&mut seed) % changed.len();
                changed[at] = random(&mut seed).to_le_bytes()[0];
            }
            any_verdict(&changed);
        }
    }
}

#[test]
fn a_literal_that_is_cut_inside_a_character_fails_closed() {
    let all = [layout::NO_MAP, 1, 1, 0, 0x80, 0, 0, 1];
    let literal = [layout::LITERAL, 1, 0xC3, 13, 0];
    let any = [layout::PLAIN | layout::ACCEPTS | layout::LOOPS, 0, 0xFF];
    assert!(!is_match(&[&all[..], &literal, &any].concat(), "é"));
}

#[test]
fn time_is_linear() {
    let worst: &[(&str, &str)] = &[
        ("^([0-9]+)+$", "1"),
        (r"^.*\d+.*$", "a"),
        ("^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$", "a-"),
        (r"^([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$", "a/"),
        (r"(?<!-)(?!.*--)a\b", "a-a"),
        ("(?:é|éé)*x", "é"),
        (r"^h:(?:www.)?[h:a-z.]{2,256}\.[h:a-z]{2,6}\b(?:[-h:a-z./]{0,2048})$", "h:ab."),
        ("x.*:kinesis:", "x:k"),
        ("x.*:::a", "x::"),
        ("^(?=.{1,9}$)[^]*$|(?=a+b)a*c", "a"),
    ];
    for (source, piece) in worst {
        let table = table(source);
        let steps = |times: usize| {
            let mut steps = Steps(0);
            let text: String = piece.repeat(times);
            matches(&table, &text, &mut steps).unwrap();
            (steps.0, text.len())
        };
        for times in [10, 100, 1_000, 10_000] {
            let (steps, length) = steps(times);
            assert!(steps <= 2 * length + 4, "{source}: {steps} steps over {length} bytes");
        }
    }
}

#[test]
fn look_alikes_are_refused() {
    let digits = table(r"^\d{12}$");
    assert!(is_match(&digits, "123456789012"));
    for text in ["１２３４５６７８９０１２", "123456789012\n", "12345678901", "1234567890123", "\0"]
    {
        assert!(!is_match(&digits, text), "{text:?}");
    }
    let words = table(r"^[a-z]\w+$");
    assert!(is_match(&words, "ks"));
    for text in ["k\u{212A}", "kſ", "k\u{2028}", "k\u{10FFFF}"] {
        assert!(!is_match(&words, text), "{text:?}");
    }
}

#[test]
fn long_literals_are_several_blocks() {
    let text = "é🐲x".repeat(100);
    let table = table(&format!("^{text}$"));
    assert!(is_match(&table, &text));
    assert!(!is_match(&table, &text[2..]) && !is_match(&table, &format!("{text}x")));
}

#[test]
fn many_classes_are_a_byte_each() {
    let words = ["ab", "bc", "cd", "de", "ef", "fg", "gh", "hi", "ij", "jk", "kl", "lm", "mn"];
    let source = format!("^(?:{}|[n-s]+t|é[u-w]*)$", words.join("|"));
    let table = table(&source);
    assert_eq!(table[0] & layout::MAP, layout::BYTE_MAP);
    for text in words.iter().copied().chain(["nt", "noprsnst", "é", "éuvw"]) {
        assert!(is_match(&table, text), "{text}");
    }
    for text in ["", "a", "aa", "ac", "abc", "az", "t", "nn", "nat", "ntt", "éa", "éué", "x"] {
        assert!(!is_match(&table, text), "{text}");
    }
}

/// One class, one byte for a set, nothing beyond ASCII; blocks start at 4.
const HEAD: [u8; 4] = [0, 1, 0, 0];

#[test]
fn blocks_of_no_kind_match_nothing() {
    let block = |kind| [&HEAD[..], &[kind, 0, 1, 9, 0, 1, 0, 0, 9, 0]].concat();
    assert!(is_match(&block(layout::COUNTED), "\0"), "up to nine of class 0");
    for kind in [0x00, 0x20, 0x30, 0x50, 0x60, 0x70] {
        assert!(!is_match(&block(kind), "\0"), "{kind:#x}");
    }
}

#[test]
fn a_block_that_reads_nothing_and_goes_to_itself_ends() {
    let table = [&HEAD[..], &[layout::UNLESS, 0, 4, 0, 4, 0]].concat();
    assert!(!is_match(&table, "a"));
}

#[test]
fn counts_of_two_bytes_are_shifted_by_more_than_one_holds() {
    let literal = [layout::LITERAL, 1, b'a', 9, 0];
    let shift = [layout::SHIFT, 200, 0, 14, 0];
    let counted = |count| [layout::COUNTED, 0, 1, 44, 1, 0, count, 0, count, 0];
    let table = |count| [&HEAD[..], &literal, &shift, &counted(count)].concat();
    assert!(is_match(&table(200), "a") && !is_match(&table(199), "a"));
    assert!(!is_match(&table(200), "b"));
}
