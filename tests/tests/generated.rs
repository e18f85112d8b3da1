//! Generated matchers against the tables of the same patterns at run time:
//! two readings that share nothing but the parser.

use proton_validate::{Pattern, Tier, pattern};

static PATTERNS: &[Pattern] = &[
    pattern!(r"^[!-~]*$"),
    pattern!(r"^\d{12}$"),
    pattern!(r"^[a-z]{3,17}$"),
    pattern!(r"^[a-f0-9]{70}$"),
    pattern!(r"^\S{1,20}$"),
    pattern!(r"^[\s\S]*$"),
    pattern!(r"^.+$"),
    pattern!(r"^[^:]{2,33}$"),
    pattern!(r"^[aé🐲]{2,17}$"),
    pattern!(r"^[\u{80}-\u{7FF}]*$"),
    pattern!(r"^[^a-z]{3}$"),
    pattern!(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$"),
    pattern!(r"^[\w+=,.@-]{1,64}$"),
    pattern!(r"^[a-z][a-z0-9-]{1,61}[a-z0-9]$"),
    pattern!(r"^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$"),
    pattern!(r"^[\s\w]*-[0-9][a-z]$"),
    pattern!(r"^[\s\S]*:a0$"),
    pattern!(r"^(aws|aws-cn|aws-us-gov)$"),
    pattern!(r"^(?:LAST|1[0-9]|2[0-8]|[12]|[3-9])$"),
    pattern!(r"^[a-z]+(-[a-z]+)*$"),
    pattern!(r"^([A-Za-z]_?)+$"),
    pattern!(r"^[a-zA-Z](?:-?[a-zA-Z0-9]+)*$"),
    pattern!(r"^https://[a-z.]+(:[0-9]{1,5})?(/.*)?$"),
    pattern!(r"^(?:(ab|cd):){2,3}x$"),
    pattern!(r"^é(?:ü-?){1,3}🐲$"),
    pattern!(
        r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$"
    ),
    pattern!(r"^([a-z]+\.)*[a-z]+$"),
    pattern!(r"^(\*\.)?([a-z0-9]{1,9}\.)+[a-z]{2,3}$"),
    pattern!(r"^(/[!-.0-~]+)*/[!-.0-~]+$"),
    pattern!(r"^.*\d+.*$"),
    pattern!(r"^arn:.+:role.+:a.+$"),
    pattern!(r"^(^a$)|(^\d{2,4}$)$"),
    pattern!(r"^(100(\.0{1,2})?|[1-9]\d?(\.\d{1,2})?)$"),
    pattern!(r"^(arn:[a-z]+:a/)?[a-z](-*[a-z]){0,8}$"),
    pattern!(r"^(?!aws:)[a-z:]+$"),
    pattern!(r"^(?=.{1,30}$)[a-z]+(-[a-z]+)*$"),
    pattern!(search, "abc"),
    pattern!(search, "[a-z]+$"),
    pattern!(search, r"\S"),
    pattern!(search, "^ab?c*"),
    pattern!(full, "a|bc"),
];

/// Pieces of the texts that the patterns are about, and what is mistaken for
/// them: full-width and Arabic digits, the Kelvin sign, the long s.
const PIECES: &[&str] = &[
    "a",
    "b",
    "z",
    "A",
    "0",
    "9",
    "-",
    "_",
    ":",
    "/",
    ".",
    "@",
    " ",
    "\n",
    "\r",
    "\0",
    "é",
    "ü",
    "🐲",
    "７",
    "\u{661}",
    "\u{212A}",
    "ſ",
    "\u{85}",
    "\u{2028}",
    "\u{FEFF}",
    "arn:",
    "aws",
    "aws-cn",
    "iam::",
    "123456789012",
    "role/",
    "https://",
    "ab",
    "cd:",
    "1",
    "2",
    "100",
    "LAST",
    "abc",
    "x",
    "*.",
    "\u{10FFFF}",
];

/// Xorshift, for texts that are the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 40).unwrap() % below
    }

    /// One piece many times, to cross the sizes of scans, or several.
    fn text(&mut self) -> String {
        let mut piece = || PIECES[self.below(PIECES.len())];
        let (one, other, last) = (piece(), piece(), piece());
        match self.below(4) {
            0 => one.repeat(self.below(80)) + other,
            1 => one.to_owned() + &other.repeat(self.below(80)) + last,
            2 => (0..self.below(8)).map(|_| PIECES[self.below(PIECES.len())]).collect(),
            _ => (one.to_owned() + other).repeat(self.below(40)) + last,
        }
    }
}

#[test]
fn generated_code_and_tables_agree() {
    let mut random = Random(0x5EED);
    let texts: Vec<String> = (0..4_000).map(|_| random.text()).collect();
    for pattern in PATTERNS {
        assert_eq!(pattern.tier(), Tier::Runs, "{pattern}");
        let table = Pattern::search(pattern.as_str()).unwrap();
        let table = if pattern.as_str() == "a|bc" { Pattern::full("a|bc").unwrap() } else { table };
        let samples = samples(pattern.as_str());
        for text in texts.iter().map(String::as_str).chain(samples) {
            assert_eq!(pattern.is_match(text), table.is_match(text), "{pattern} on {text:?}");
        }
    }
}

/// Texts that few pieces in a row would come to.
fn samples(pattern: &str) -> Vec<&'static str> {
    let arn = pattern.starts_with("^arn:(");
    let all = [
        "arn:aws:iam::123456789012:role/a",
        "arn:aws-cn:iam::123456789012:role/a/b:c",
        "arn:aws-us-gov:iam::12345678901７:role/a",
        "arn:aws:iam::123456789012:role/a\n",
        "arn:aws:iam::123456789012:role/a/",
        "arn:aws:iam::123456789012:role//a",
        "arn:aws:iam::123456789012:role/\u{212A}",
    ];
    if arn { all.to_vec() } else { Vec::new() }
}
