//! The example `messages`, as its user runs it.

use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What it prints for a header `Accept-Language`.
fn report(accept_language: &str) -> String {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", "messages", "--", accept_language])
        .current_dir(ROOT)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

const GERMAN: &str = "\
13 Verstöße:
  /end: muss nach dem Beginn liegen
  /name: muss angegeben werden
  /room: muss 3 bis 20 Zeichen haben, hat aber 2
  /room: muss dem Muster ^[a-z]*$ entsprechen
  /price: muss ein Vielfaches von 0,5 sein
  /kind: muss einer dieser Werte sein: single, double
  /guests: muss höchstens 1 Element haben, hat aber 2
  /extras: darf kein Element doppelt enthalten, aber Element 2 gleicht Element 0
  /label: muss mit „#“ beginnen
  /label: darf „..“ nicht enthalten
  /notes: muss höchstens 1 Eintrag haben, hat aber 2
  /password: ist zu leicht zu erraten
  /passwordAgain: muss mit password übereinstimmen
";

#[test]
fn german_is_german_throughout() {
    assert_eq!(report("de"), GERMAN);
}

#[test]
fn english_is_english_and_shows_the_words_of_the_developer() {
    let text = report("en");
    assert!(text.starts_with("13 violations:\n"), "{text}");
    assert!(text.contains("  /name: must be present\n"), "{text}");
    assert!(text.contains("  /password: is too easy to guess\n"), "{text}");
    assert_eq!(text.lines().count(), GERMAN.lines().count());
}

#[test]
fn the_language_is_the_one_that_the_request_wants_most() {
    let english = report("en");
    for german in ["fr;q=0.5, de;q=0.9", "en;q=0.8,de-AT", "DE, en", "en;q=0, *", "de-CH;q=0, de"] {
        assert_eq!(report(german), GERMAN, "{german}");
    }
    for other in ["fr", "", "*", "de;q=0", "de;q=0.2, en;q=0.201", "de;q=2", "de;q=0.1234", ";;,"] {
        assert_eq!(report(other), english, "{other}");
    }
}
