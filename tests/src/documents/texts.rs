//! Strings under constraints.

use proton_validate::{Constraint, LengthUnit, Values};

use super::choices::Choices;
use super::matching;

/// A string that meets all constraints, but for the one to violate. `None` if none
/// was found.
pub(super) fn text(
    constraints: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> Option<String> {
    let others: Vec<_> = constraints.iter().copied().filter(|it| !is(it, violated)).collect();
    (0..400).find_map(|_| {
        let text = candidate(&others, violated, choices);
        let is_as_wanted =
            others.iter().all(|it| meets(it, &text)) && violated.is_none_or(|it| !meets(it, &text));
        is_as_wanted.then_some(text)
    })
}

/// Bytes in base64, whose number meets all constraints but for the one to violate.
pub(super) fn base64(
    constraints: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> String {
    let others: Vec<_> = constraints.iter().copied().filter(|it| !is(it, violated)).collect();
    let bytes = wanted(&others, violated, choices);
    let rest = ["", "cA==", "cHI="];
    "cHJv".repeat(bytes / 3) + rest.get(bytes % 3).copied().unwrap_or_default()
}

fn is(constraint: &'static Constraint, violated: Option<&'static Constraint>) -> bool {
    violated.is_some_and(|it| std::ptr::eq(it, constraint))
}

/// Whether a string meets a constraint: said anew here, so that the library is not
/// its own judge. Patterns and formats have tests of their own.
fn meets(constraint: &Constraint, text: &str) -> bool {
    match constraint {
        Constraint::Length { min, max, unit, .. } => {
            let length = length(text, *unit);
            min.is_none_or(|min| length >= min) && max.is_none_or(|max| length <= max)
        }
        Constraint::Pattern { pattern } => pattern.is_match(text),
        Constraint::Format { format } => format.is_match(text),
        Constraint::OneOf { values, hidden } => {
            [values, &hidden.0].into_iter().any(|values| match values {
                Values::Text(texts) => texts.contains(&text),
                _ => false,
            })
        }
        Constraint::Ascii => text.is_ascii(),
        Constraint::Prefix { text: part } => text.starts_with(part),
        Constraint::Suffix { text: part } => text.ends_with(part),
        Constraint::Contains { text: part } => text.contains(part),
        Constraint::Excludes { text: part } => !text.contains(part),
        _ => true,
    }
}

/// What is made here has no clusters of several characters.
fn length(text: &str, unit: LengthUnit) -> usize {
    match unit {
        LengthUnit::Bytes => text.len(),
        LengthUnit::Utf16 => text.encode_utf16().count(),
        _ => text.chars().count(),
    }
}

fn candidate(
    others: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> String {
    let wanted = wanted(others, violated, choices);
    let from = choices.pick(others).copied();
    let mut text = match from.or(violated) {
        Some(Constraint::Pattern { pattern }) => matching::text(pattern.as_str(), wanted, choices),
        Some(Constraint::Format { format }) => sample(format.name(), choices),
        Some(Constraint::OneOf { values, hidden }) => listed(values, hidden.0, choices),
        _ => filler(wanted, choices),
    };
    for part in others {
        with_part(part, wanted, &mut text);
    }
    if let Some(violated) = violated {
        spoil(violated, &mut text, choices);
    }
    text
}

/// A length to aim at, in characters.
fn wanted(
    others: &[&'static Constraint],
    violated: Option<&'static Constraint>,
    choices: &mut Choices,
) -> usize {
    let ends = |it: &Constraint| match it {
        Constraint::Length { min, max, .. } => Some((min.unwrap_or(0), *max)),
        _ => None,
    };
    if let Some((min, max)) = violated.and_then(ends) {
        return match max {
            Some(max) if min == 0 || choices.once_in(2) => max + 1 + choices.below(3),
            _ => min.saturating_sub(1 + choices.below(min.min(3))),
        };
    }
    let all: Vec<_> = others.iter().filter_map(|it| ends(it)).collect();
    let min = all.iter().map(|(min, _)| *min).max().unwrap_or(0);
    let max = all.iter().filter_map(|(_, max)| *max).min();
    match max {
        Some(max) if choices.once_in(4) => max.max(min),
        max => min + choices.below(max.unwrap_or(min + 12).saturating_sub(min).min(12) + 1),
    }
}

fn filler(length: usize, choices: &mut Choices) -> String {
    const CHARACTERS: &[char] = &['a', 'b', 'Z', '0', '7', '-', '_', ' ', '/', '.', 'é', '🐲'];
    let ascii = choices.once_in(2);
    let from = if ascii { CHARACTERS.get(..8) } else { None }.unwrap_or(CHARACTERS);
    (0..length).filter_map(|_| choices.pick(from)).collect()
}

fn listed(values: &Values, hidden: Values, choices: &mut Choices) -> String {
    let all = [values, &hidden].into_iter().flat_map(|values| match values {
        Values::Text(texts) => texts.to_vec(),
        _ => Vec::new(),
    });
    choices.pick(&all.collect::<Vec<_>>()).map_or(String::new(), ToString::to_string)
}

/// Puts in what must be there, in place of other characters where it can.
fn with_part(constraint: &Constraint, wanted: usize, text: &mut String) {
    let cut = |text: &str, part: &str| -> String {
        text.chars().take(wanted.saturating_sub(part.chars().count())).collect()
    };
    match constraint {
        Constraint::Prefix { text: part } if !text.starts_with(part) => {
            *text = format!("{part}{}", cut(text, part));
        }
        Constraint::Suffix { text: part } if !text.ends_with(part) => {
            *text = format!("{}{part}", cut(text, part));
        }
        Constraint::Contains { text: part } if !text.contains(part) => {
            let middle = text.char_indices().nth(wanted / 2).map_or(text.len(), |(at, _)| at);
            text.insert_str(middle, part);
        }
        _ => {}
    }
}

fn spoil(constraint: &Constraint, text: &mut String, choices: &mut Choices) {
    match constraint {
        // The length that was wanted is the wrong one.
        Constraint::Length { .. } => {}
        Constraint::Excludes { text: part } => insert(text, part, choices),
        Constraint::Ascii => replace(text, choices.pick(&['é', '🐲']).copied(), choices),
        _ => {
            for _ in 0..=choices.below(2) {
                edit(text, choices);
            }
        }
    }
}

/// One small change.
pub(crate) fn edit(text: &mut String, choices: &mut Choices) {
    const OTHERS: &[char] = &['a', 'Z', '0', '-', '_', ' ', '\n', '\0', '/', '٣', 'é', '🐲', '.'];
    let other = choices.pick(OTHERS).copied();
    match choices.below(4) {
        0 => text.extend(other),
        1 => replace(text, other, choices),
        2 => replace(text, None, choices),
        _ => insert(text, &other.map_or(String::new(), String::from), choices),
    }
}

fn insert(text: &mut String, part: &str, choices: &mut Choices) {
    let at = choices.below(text.chars().count() + 1);
    let at = text.char_indices().nth(at).map_or(text.len(), |(at, _)| at);
    text.insert_str(at, part);
}

fn replace(text: &mut String, by: Option<char>, choices: &mut Choices) {
    let at = choices.below(text.chars().count());
    let characters = text.chars().enumerate();
    let changed = characters.filter_map(|(index, it)| if index == at { by } else { Some(it) });
    *text = changed.collect();
}

/// A string of a format.
fn sample(format: &str, choices: &mut Choices) -> String {
    let samples: &[&str] = match format {
        "base64" => &["", "aQ==", "cHJvdG9u"],
        "cidr" => &["192.0.2.0/24", "2001:db8::/32"],
        "credit-card" => &["4242424242424242", "4242 4242 4242 4242"],
        "date" => &["2024-02-29", "1999-12-31"],
        "date-time" => &["2024-02-29T12:00:00Z", "1990-12-31T23:59:59.5+01:00"],
        "duration" => &["P1Y", "PT10M", "P4W"],
        "email" => &["ada@example.com", "a.b+c@example.org"],
        "hostname" => &["example.com", "a-b.example"],
        "ip" | "ipv4" => &["192.0.2.1", "0.0.0.0", "255.255.255.255"],
        "ipv6" => &["::1", "2001:db8::ff"],
        "json-pointer" => &["", "/a/0", "/a~1b"],
        "phone" => &["+41446681800", "+12"],
        "regex" => &["^a+$", "[a-z]"],
        "time" => &["12:00:00Z", "23:59:59-01:00"],
        "uri" => &["https://example.com/a?b#c", "urn:example:a"],
        "uuid" => &["6e2a4ff8-1d6f-4f3c-9c2e-0a1b2c3d4e5f"],
        _ => &["a"],
    };
    choices.pick(samples).map_or(String::new(), ToString::to_string)
}
