//! What patterns match: the meaning of ECMA-262's `u` mode.
#![cfg(feature = "dynamic")]

use proton_validate_pattern::Pattern;

#[track_caller]
fn check(source: &str, accepts: &[&str], rejects: &[&str]) {
    let pattern = Pattern::search(source).unwrap();
    for text in accepts {
        assert!(pattern.is_match(text), "{source} should match {text:?}");
    }
    for text in rejects {
        assert!(!pattern.is_match(text), "{source} should not match {text:?}");
    }
}

#[test]
fn digits_and_words_are_ascii() {
    check(r"^\d{3}$", &["123"], &["１２３", "٣٣٣", "12", "123\n"]);
    check(r"^\w$", &["k", "K", "_", "0"], &["\u{212A}", "ſ", "é", "-"]);
    check(r"^[^\w]$", &["\u{212A}", "ſ", "é"], &["k", "s"]);
    check("^[a-z]$", &["k", "s"], &["K", "\u{212A}", "ſ"]);
}

#[test]
fn the_end_is_the_very_end() {
    check(
        r"^\d{12}$",
        &["123456789012"],
        &["123456789012\n", "\n123456789012", "123456789012\r\n"],
    );
    check("a$", &["ba"], &["a\n", "a\u{2028}"]);
    check("^a", &["ab"], &["\na"]);
    check("^$", &[""], &["\n"]);
}

#[test]
fn a_dot_stops_at_line_terminators() {
    check("^.$", &["a", "\u{85}", "\u{0B}", "🐲"], &["\n", "\r", "\u{2028}", "\u{2029}", ""]);
    check("^(?s).$", &["\n", "\r", "\u{2028}", "\u{2029}"], &["", "ab"]);
    check("(?s)^.{2}$", &["\r\n", "🐲🐲"], &["🐲"]);
}

#[test]
fn white_space_is_ecma_s() {
    check(r"^\s$", &["\u{FEFF}", "\u{A0}", "\u{2029}", "\u{3000}"], &["\u{85}", "\u{200B}"]);
    check(r"^\S$", &["\u{85}", "\u{180E}"], &["\u{FEFF}", " "]);
    check(r"^\p{IsWhitespace}$", &["\u{85}", "\u{A0}"], &["\u{FEFF}"]);
}

#[test]
fn boundaries_are_ascii() {
    check(r"\bé", &["aé"], &["é", "-é"]);
    check(r"\Bé", &["é", "-é"], &["aé"]);
    check(r"^\B$", &[""], &["a"]);
    check(r"\B", &["", "é", "aa", "é-"], &["a", "aéa", "a🐲a"]);
    check(r"^a\b-\bb$", &["a-b"], &["a-é"]);
    check(r"a\Bb", &["ab"], &["a b"]);
}

#[test]
fn escapes_are_code_points() {
    check(r"^\u{1F432}\uD83D\uDC32\x60\cJ\0$", &["🐲🐲`\n\0"], &["🐲🐲`\n"]);
    check(r"^[\uD83D\uDC32]$", &["🐲"], &["\u{FFFD}"]);
    check(r"^[\uD800-\uDFFF]$", &[], &["", "a", "\u{FFFD}", "🐲"]);
    check(r"^[^\uD800-\uDFFF]$", &["a", "🐲"], &[""]);
    check(r"^\/\-\_\#\ \~\&\@$", &["/-_# ~&@"], &[]);
}

#[test]
fn nothing_of_the_engines_own_syntax_gets_through() {
    check("^# a$", &["# a"], &["", "#a"]);
    check("^[a~~b]$", &["a", "~", "b"], &[]);
    check("^[#-#\\-\\-b]$", &["#", "-", "b"], &["a"]);
    check("^[[a]$", &["[", "a"], &["[a"]);
    check("^a<b>{c}]$", &["a<b>{c}]"], &[]);
    check(r"^\<\>$", &["<>"], &[]);
}

#[test]
fn classes() {
    check("^[]$", &[], &["", "a", "]"]);
    check("^[^]$", &["a", "\n", "🐲"], &["", "aa"]);
    check(r"^[\s-_]$", &[" ", "-", "_"], &["A", "a"]);
    check("^[+-=._]$", &["+", "5", ":", "<", "=", "_"], &["a", "-a", ">"]);
    check(r"^[\w- ]+$", &["a - b"], &["a+b"]);
    check(r"^[^\p{L}\p{N}]+$", &["-+ "], &["é", "٣"]);
    check(r"^[\P{L}a]+$", &["1a"], &["b"]);
    check(r"^\P{C}*$", &["", "aé"], &["\0", "\u{200E}", "\u{E000}"]);
}

#[test]
fn properties() {
    check(r"^\p{Lu}$", &["A", "É"], &["a", "1"]);
    check(r"^\p{Script=Greek}$", &["α"], &["a"]);
    check(r"^\p{scx=Deva}$", &["\u{964}"], &["a"]);
    check(r"^\p{LD}$", &["é", "٣"], &["-", "½"]);
    check(r"^\P{LD}$", &["-", "½"], &["é", "٣"]);
    check(r"^[^\P{LD}a]$", &["b"], &["a", "-"]);
    check(r"^\p{Lower}$", &["a", "é"], &["A"]);
    check(r"^\p{Print}\p{Punct}$", &["é".replace('é', "a!").as_str(), " ~"], &["é!", "\t!"]);
}

#[test]
fn repetition() {
    check("^a{0}$", &[""], &["a"]);
    check("^(?:a|b){2,3}?$", &["ab", "aba"], &["a", "abab"]);
    check("^🐲{2}$", &["🐲🐲"], &["🐲"]);
    check("^(a*)*$", &["", "aaa"], &["b"]);
    check("^(?:ab){2}$", &["abab"], &["abb", "aabb"]);
    check("^a{2x}$", &["a{2x}"], &["aax"]);
}

#[test]
fn alternation_takes_the_whole_branch() {
    check("^a|b$", &["ax", "xb"], &["xa"]);
    check("^(?:|a)$", &["", "a"], &["b"]);
    let full = Pattern::full("a|b").unwrap();
    assert!(full.is_match("a") && full.is_match("b") && !full.is_match("ab"));
}

#[test]
fn the_role_arn() {
    let source = r"^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$";
    let pattern = Pattern::new(source).unwrap();
    assert!(pattern.is_match("arn:aws:iam::123456789012:role/team/Deploy-Role"));
    for text in [
        "arn:aws:iam::123456789012:role/",
        "arn:aws:iam::123456789012:role/Role\n",
        "arn:aws:iam::１２３456789012:role/Role",
        "arn:gcp:iam::123456789012:role/Role",
    ] {
        assert!(!pattern.is_match(text), "{text:?}");
    }
}
