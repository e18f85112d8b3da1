//! Groups, alternatives and look-around.

use super::Syntax;

/// How deep groups may nest.
const MAX_DEPTH: usize = 250;

/// An open group.
pub(super) struct Group {
    /// Look-around asserts, and cannot be quantified.
    is_assertion: bool,
    /// Names that were given before it.
    names: usize,
    /// Names that were given before the alternative it stands in.
    alternative: usize,
}

impl Syntax<'_> {
    /// What follows `(`, up to what is inside.
    pub(super) fn open(&mut self) -> Option<bool> {
        if self.open.len() == MAX_DEPTH {
            return None;
        }
        let is_assertion = self.specifier()?;
        let (names, alternative) = self.names.open();
        self.open.push(Group { is_assertion, names, alternative });
        Some(false)
    }

    /// What stands between `(` and the inside; whether it is an assertion.
    fn specifier(&mut self) -> Option<bool> {
        if !self.eat("?") {
            self.captures += 1;
            return Some(false);
        }
        if ["=", "!", "<=", "<!"].iter().any(|sign| self.eat(sign)) {
            return Some(true);
        }
        if self.eat("<") {
            self.captures += 1;
            let name = self.group_name()?;
            return self.names.give(name).then_some(false);
        }
        self.modifiers().then_some(false)
    }

    /// Nothing, or flags to set and to clear, each once; then `:`.
    fn modifiers(&mut self) -> bool {
        let is_flag = |c| matches!(c, 'i' | 'm' | 's');
        let set = self.eat_while(is_flag);
        let clear = if self.eat("-") { Some(self.eat_while(is_flag)) } else { None };
        let cleared = clear.unwrap_or_default();
        let is_once = |flag| set.chars().chain(cleared.chars()).filter(|&c| c == flag).count() < 2;
        let is_empty = clear.is_some() && set.is_empty() && cleared.is_empty();
        self.eat(":") && !is_empty && ['i', 'm', 's'].into_iter().all(is_once)
    }

    /// `|`
    pub(super) fn alternative(&mut self) -> Option<bool> {
        self.names.alternative();
        Some(false)
    }

    /// `)`
    pub(super) fn close(&mut self) -> Option<bool> {
        let group = self.open.pop()?;
        self.names.close(group.names, group.alternative);
        Some(!group.is_assertion)
    }
}
