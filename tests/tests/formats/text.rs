//! Names, addresses and places against their parts.

use proptest::prelude::*;
use proton_validate::format::{EMAIL, HOSTNAME, JSON_POINTER, URI};

use super::mutated;

/// RFC 1123 and 1035, byte by byte.
fn is_hostname(text: &str) -> bool {
    let labels: Vec<_> = text.split('.').collect();
    let is_label = |label: &&str| {
        let inner = |c: char| c.is_ascii_alphanumeric() || c == '-';
        (1..64).contains(&label.len())
            && label.chars().all(inner)
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    let is_number = |label: &&str| label.chars().all(|c| c.is_ascii_digit());
    text.len() < 254
        && labels.iter().all(is_label)
        && !(labels.len() == 4 && labels.iter().all(is_number))
}

/// RFC 3492, section 6.3, of a label with at least one character beyond ASCII.
fn punycode(label: &str) -> String {
    let mut text: String = label.chars().filter(char::is_ascii).collect();
    let basic = text.len();
    if basic > 0 {
        text.push('-');
    }
    let (mut next, mut delta, mut bias, mut handled) = (128_u32, 0, 72, basic);
    while let Some(smallest) = label.chars().map(u32::from).filter(|&c| c >= next).min() {
        let count = u32::try_from(handled).unwrap();
        delta += (smallest - next) * (count + 1);
        for c in label.chars().map(u32::from) {
            if c < smallest {
                delta += 1;
            } else if c == smallest {
                text.push_str(&variable_length(delta, bias));
                bias = adapted(delta, u32::try_from(handled).unwrap() + 1, handled == basic);
                (delta, handled) = (0, handled + 1);
            }
        }
        (delta, next) = (delta + 1, smallest + 1);
    }
    text
}

/// A number in digits whose base depends on their place.
fn variable_length(mut number: u32, bias: u32) -> String {
    let digit = |value: u32| char::from(b"abcdefghijklmnopqrstuvwxyz0123456789"[value as usize]);
    let mut text = String::new();
    for place in 1.. {
        let threshold = (36_u32 * place).saturating_sub(bias).clamp(1, 26);
        if number < threshold {
            break;
        }
        text.push(digit(threshold + (number - threshold) % (36 - threshold)));
        number = (number - threshold) / (36 - threshold);
    }
    text.push(digit(number));
    text
}

/// RFC 3492, section 6.1.
fn adapted(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / 700 } else { delta / 2 };
    delta += delta / points;
    let mut bias = 0;
    while delta > 455 {
        delta /= 35;
        bias += 36;
    }
    bias + 36 * delta / (delta + 38)
}

proptest! {
    #[test]
    fn hostnames_are_labels(text in prop_oneof![
        "[a-zA-Z0-9-]{1,5}(\\.[a-zA-Z0-9-]{1,5}){0,5}",
        "([a-z]{60,64}\\.){1,4}[a-z]{55,64}",
        "[0-9]{1,3}(\\.[0-9]{1,3}){2,4}",
        mutated("[a-z-]{1,5}\\.[a-z-]{0,5}"),
    ]) {
        prop_assume!(!text.contains("xn--"));
        prop_assert_eq!(HOSTNAME.is_match(&text), is_hostname(&text));
        let email = format!("a@{text}");
        let is_short = email.len() <= 254 && !text.contains(['@', '[']);
        prop_assert!(EMAIL.is_match(&email) == is_hostname(&text) || !is_short);
    }

    #[test]
    fn letters_of_a_script_are_a_label(
        label in prop_oneof!["[а-яё]{1,12}", "[ぁ-ゖ一-龥]{1,8}", "[א-ת]{1,9}", "[ა-ჰ]{1,9}", "[ก-ฮ]{1,9}"],
        at in any::<prop::sample::Index>(),
        bad in prop_oneof!["[☀-⛿→-⇿]", "[А-Я]", "[Ａ-ｚ]", "[ᄀ-ᇿ]", "[😀-🙏]"],
    ) {
        let name = format!("a.xn--{}.b", punycode(&label));
        prop_assert!(HOSTNAME.is_match(&name), "{} {}", label, name);
        prop_assert!(HOSTNAME.is_match(&name.to_uppercase()), "{} {}", label, name);
        let email = format!("a@{name}");
        prop_assert!(EMAIL.is_match(&email), "{}", email);

        let mut characters: Vec<char> = label.chars().collect();
        characters.insert(at.index(label.chars().count() + 1), bad.chars().next().unwrap());
        let other: String = characters.into_iter().collect();
        let name = format!("xn--{}", punycode(&other));
        prop_assert!(!HOSTNAME.is_match(&name), "{} {}", other, name);
    }

    #[test]
    fn capitals_are_in_no_label(c in any::<char>(), other in "[À-ÖΑ-ΡА-Я]") {
        // Cherokee's capitals are the older letters and fold to themselves; ASCII
        // has one case in names.
        let is_exempt = c.is_ascii() || ('\u{13A0}'..='\u{13F5}').contains(&c);
        let c = if c.is_uppercase() && !is_exempt { c.to_string() } else { other };
        let name = format!("xn--{}", punycode(&format!("é{c}")));
        prop_assert!(!HOSTNAME.is_match(&name), "{} {}", c, name);
    }

    #[test]
    fn local_parts_are_atoms_or_quoted(
        atoms in prop::collection::vec("[a-zA-Z0-9!#$%&'*+/=?^_`{|}~-]{1,9}", 1..6),
        quoted in "([ !#-\\[\\]-~]|\\\\[ -~]){0,20}",
    ) {
        let atoms = format!("{}@example.org", atoms.join("."));
        prop_assert!(EMAIL.is_match(&atoms), "{}", atoms);
        let twice = format!("\"{quoted}\"{quoted}\"@example.org");
        let quoted = format!("\"{quoted}\"@example.org");
        prop_assert!(EMAIL.is_match(&quoted), "{}", quoted);
        prop_assert!(!EMAIL.is_match(&twice), "{}", twice);
    }

    #[test]
    fn uris_are_made_of_their_parts(
        scheme in "[a-zA-Z][a-zA-Z0-9+.-]{0,5}",
        user in "(([a-z0-9._~!$&'()*+,;=:-]|%[0-9a-fA-F]{2}){0,5}@)?",
        host in "([a-z0-9._~!$&'()*+,;=-]|%[0-9a-fA-F]{2}){0,8}",
        port in "(:[0-9]{0,6})?",
        path in "(/([a-z0-9._~!$&'()*+,;=:@-]|%[0-9a-fA-F]{2}){0,5}){0,4}",
        query in "(\\?([a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-fA-F]{2}){0,8})?",
        fragment in "(#([a-z0-9._~!$&'()*+,;=:@/?-]|%[0-9a-fA-F]{2}){0,8})?",
        at in any::<prop::sample::Index>(),
        bad in "[ \"<>\\\\^`{|}\u{0}-\u{1F}\u{7F}-\u{10FFFF}]",
    ) {
        let uri = format!("{scheme}://{user}{host}{port}{path}{query}{fragment}");
        prop_assert!(URI.is_match(&uri), "{}", uri);
        let rest = format!("{scheme}:{}{query}{fragment}", path.trim_start_matches('/'));
        prop_assert!(URI.is_match(&rest), "{}", rest);
        let reference = format!("//{user}{host}{port}{path}{query}{fragment}");
        prop_assert!(!URI.is_match(&reference), "{}", reference);
        let mut broken = uri.clone();
        broken.insert_str(at.index(uri.len() + 1), &bad);
        prop_assert!(!URI.is_match(&broken), "{:?}", broken);
        let open = format!("{uri}%");
        prop_assert!(!URI.is_match(&open), "{}", open);
    }

    #[test]
    fn pointers_are_those_that_can_be_read(text in prop_oneof!["[/~01a#]{0,8}", any::<String>()]) {
        prop_assert_eq!(JSON_POINTER.is_match(&text), proton_validate::Path::parse(&text).is_ok());
    }
}
