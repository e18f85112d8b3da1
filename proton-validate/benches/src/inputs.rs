//! The requests that all contenders are measured on.

use std::sync::LazyLock;

/// A request of `CreateEnvironmentAccountConnection`, as a client sends it.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Its name in the figures.
    pub name: &'static str,
    /// JSON, laid out as people write it.
    pub body: &'static [u8],
    /// How many violations it has.
    pub violations: usize,
}

const fn input(name: &'static str, violations: usize, body: &'static str) -> Input {
    Input { name, body: body.as_bytes(), violations }
}

/// Every member, and two tags: 504 bytes.
pub const TYPICAL: Input =
    input("typical", 0, include_str!("../../examples/requests/allowed.json"));

const LARGEST_BODY: &str = include_str!("../../examples/requests/largest-allowed.json");

/// Every member at its maximum, in ASCII: 28,083 bytes.
pub fn largest() -> Input {
    static BODY: LazyLock<String> =
        LazyLock::new(|| LARGEST_BODY.replace('é', "e").replace('🦀', "c"));
    input("largest", 0, &BODY)
}

/// The same with tags that are not ASCII, up to four bytes a character: 72,733 bytes.
/// Whoever counts characters has to look at each, and 64,000 bytes of them are more
/// than a processor has at hand.
pub const LARGEST_MULTIBYTE: Input = input("largest_multibyte", 0, LARGEST_BODY);

/// The typical request with three texts that do not match, and one too short.
pub const FOUR_VIOLATIONS: Input =
    input("four_violations", 4, include_str!("../requests/four-violations.json"));

/// The typical request with one text that does not match.
pub const ONE_VIOLATION: Input =
    input("one_violation", 1, include_str!("../requests/one-violation.json"));

/// All of them.
pub fn all() -> [Input; 5] {
    [TYPICAL, largest(), LARGEST_MULTIBYTE, FOUR_VIOLATIONS, ONE_VIOLATION]
}

#[cfg(test)]
mod tests {
    use proton_validate::{json, proton::CreateEnvironmentAccountConnectionInput};

    use super::*;

    #[test]
    fn each_has_the_violations_that_its_name_says() {
        for Input { name, body, violations } in all() {
            let found = match json::from_slice::<CreateEnvironmentAccountConnectionInput>(body) {
                Ok(_) => 0,
                Err(rejection) => rejection.report().unwrap().len(),
            };
            assert_eq!(found, violations, "{name}");
        }
    }

    #[test]
    fn the_sizes_are_as_documented() {
        assert_eq!((TYPICAL.body.len(), LARGEST_MULTIBYTE.body.len()), (504, 72_733));
        assert_eq!(largest().body.len(), 28_083);
        assert!(largest().body.is_ascii());
    }
}
