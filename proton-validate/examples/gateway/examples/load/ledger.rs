//! What the gateway said, to be held against what it stored.

use std::collections::HashMap;

/// What is known of the connection that a token stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Acknowledged, with its id.
    There(String),
    /// Its deletion was acknowledged.
    Gone,
    /// A request came to nothing that anybody heard of: it may be there or not.
    InDoubt,
}

#[derive(Debug, Default)]
pub(crate) struct Ledger {
    entries: HashMap<String, Entry>,
    /// Tokens of connections that are there, to be chosen from.
    there: Vec<String>,
}

impl Ledger {
    pub(crate) fn set(&mut self, token: &str, entry: Entry) {
        if matches!(entry, Entry::There(_)) && self.id(token).is_none() {
            self.there.push(token.into());
        }
        self.entries.insert(token.into(), entry);
    }

    /// The id of a connection that is there.
    pub(crate) fn id(&self, token: &str) -> Option<&str> {
        match self.entries.get(token) {
            Some(Entry::There(id)) => Some(id),
            _ => None,
        }
    }

    /// One of the tokens of connections that are there.
    pub(crate) fn choose(&self, number: u64) -> Option<(String, String)> {
        let count = u64::try_from(self.there.len()).ok()?;
        let place = usize::try_from(number.checked_rem(count)?).ok()?;
        let token = self.there.get(place)?;
        Some((token.clone(), self.id(token)?.into()))
    }

    /// Takes a token out of those to be chosen from.
    pub(crate) fn forget(&mut self, token: &str) {
        self.there.retain(|it| it != token);
    }

    pub(crate) fn entries(&self) -> impl Iterator<Item = (&String, &Entry)> {
        self.entries.iter()
    }

    pub(crate) fn merge(&mut self, other: Self) {
        self.entries.extend(other.entries);
    }
}
