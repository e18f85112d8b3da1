//! `*`, `+`, `?` and `{…}`.

use core::cmp::Ordering;

use super::Syntax;

impl<'p> Syntax<'p> {
    /// `Quantifier`, of which `c` is the first character.
    pub(super) fn quantifier(&mut self, c: char) -> Option<bool> {
        if c == '{' {
            self.bounds()?;
        }
        self.eat("?");
        // What is quantified cannot be quantified again.
        Some(false)
    }

    /// `{2}`, `{2,}` or `{2,3}`, of numbers of any size.
    fn bounds(&mut self) -> Option<()> {
        let min = self.digits()?;
        if self.eat(",") && self.peek() != Some('}') {
            let max = self.digits()?;
            if compare(min, max) == Ordering::Greater {
                return None;
            }
        }
        self.eat("}").then_some(())
    }

    fn digits(&mut self) -> Option<&'p str> {
        let digits = self.eat_while(|c| c.is_ascii_digit());
        (!digits.is_empty()).then_some(digits)
    }
}

/// Two decimal numbers.
fn compare(one: &str, other: &str) -> Ordering {
    let (one, other) = (one.trim_start_matches('0'), other.trim_start_matches('0'));
    one.len().cmp(&other.len()).then_with(|| one.cmp(other))
}
