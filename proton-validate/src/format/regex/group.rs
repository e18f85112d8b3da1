//! Groups, alternatives and look-around.

use super::Syntax;

/// How deep groups may nest.
const MAX_DEPTH: usize = 250;

/// An open group, or the whole pattern.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// Look-around asserts, and cannot be quantified.
    is_assertion: bool,
    /// How many names were given before it.
    names: usize,
    /// How many names were given before its last alternative.
    alternative: usize,
}

impl Syntax<'_> {
    /// What follows `(`, up to what is inside.
    pub(super) fn open(&mut self) -> Option<bool> {
        if self.around.len() == MAX_DEPTH {
            return None;
        }
        let is_assertion = self.specifier()?;
        let names = self.names.given();
        self.around.push(self.group);
        self.group = Group { is_assertion, names, alternative: names };
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
            return self.give(name).then_some(false);
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
    pub(super) fn alternative(&mut self) -> bool {
        self.group.alternative = self.names.given();
        false
    }

    /// `)`
    pub(super) fn close(&mut self) -> Option<bool> {
        let outer = self.around.pop()?;
        Some(!core::mem::replace(&mut self.group, outer).is_assertion)
    }

    /// Whether the group that had the name of this place stands in another
    /// alternative than what is read now. The smallest group around both decides.
    pub(super) fn is_in_other_alternative(&self, place: usize) -> bool {
        let has = |group: &Group| group.names <= place;
        let around = || self.around.get(self.around.partition_point(has).checked_sub(1)?);
        let group = if has(&self.group) { Some(&self.group) } else { around() };
        group.is_some_and(|group| place < group.alternative)
    }
}
