//! What somebody who wrote an unknown name probably meant.

/// Says what to write instead of the unknown `word`: the nearest of `known`, or
/// all of them.
pub(crate) fn hint(word: &str, known: &[&str]) -> String {
    match nearest(word, known) {
        Some(name) => format!("did you mean `{name}`?"),
        None => format!("write {}", list(known, "or")),
    }
}

/// The names in backticks: "`a`, `b` or `c`".
pub(crate) fn list(names: &[&str], conjunction: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {conjunction} {last}", rest.join(", "))
        }
        _ => quoted.concat(),
    }
}

/// The name of `known` that `word` is most likely a slip of.
pub(crate) fn nearest<'a>(word: &str, known: &[&'a str]) -> Option<&'a str> {
    // A third of the letters may be wrong; more than that is another word.
    let tolerance = (word.chars().count() / 3).max(1);
    known
        .iter()
        .map(|&name| (distance(word, name), name))
        .filter(|&(distance, _)| distance <= tolerance)
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, name)| name)
}

/// How many letters were dropped, added, changed or swapped with their
/// neighbour (optimal string alignment).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for i in 0..a.len() {
        let mut row = vec![i + 1];
        for j in 0..b.len() {
            let changed = above[j] + usize::from(a[i] != b[j]);
            let mut best = changed.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j] {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_drops_additions_changes_and_swaps() {
        assert_eq!(distance("", ""), 0);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(distance("mim", "min"), 1);
        assert_eq!(distance("lenght", "length"), 1);
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("naïve", "naive"), 1);
    }

    #[test]
    fn a_slip_finds_its_name_and_another_word_finds_none() {
        let known = ["min", "max", "equal"];
        assert_eq!(nearest("mim", &known), Some("min"));
        assert_eq!(nearest("eqaul", &known), Some("equal"));
        assert_eq!(nearest("graphemes", &known), None);
    }

    #[test]
    fn hints_read_as_sentences() {
        assert_eq!(hint("mxa", &["min", "max"]), "did you mean `max`?");
        assert_eq!(hint("colour", &["min", "max", "equal"]), "write `min`, `max` or `equal`");
        assert_eq!(list(&["bytes"], "or"), "`bytes`");
        assert_eq!(list(&[], "or"), "");
    }
}
