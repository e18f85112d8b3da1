//! How much work and memory one request may cost.

/// Bounds on what one validation may report and walk, safe by default.
///
/// # Examples
///
/// ```
/// use proton_validate::{Limits, Validate};
///
/// #[derive(Validate)]
/// struct Names(#[max_items(3)] Vec<Name>);
///
/// #[derive(Clone, Validate)]
/// struct Name(#[length(min = 1)] String);
///
/// let names = Names(vec![Name(String::new()); 3]);
/// let limits = Limits::default().with_max_violations(1);
/// let report = names.validate_within(&limits).unwrap_err();
/// assert_eq!(report.len(), 1);
/// assert_eq!(report.omitted(), 2);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Limits {
    /// How many violations a report keeps; 100 by default. Those beyond are
    /// counted ([`Report::omitted`](crate::Report::omitted)), never formatted.
    pub max_violations: usize,
    /// How deep derived types may be nested in each other; 128 by default.
    /// What is deeper is not walked, and is a violation. What is nested deeper than
    /// 127 lists and objects in JSON is refused before that, whatever this says.
    pub max_depth: usize,
    /// How many bytes a program that reads requests should take; 1 MiB by
    /// default. A body above it is [`Constraint::InputSize`](crate::Constraint).
    pub max_input_bytes: usize,
    /// How many bytes are kept of each name that the client chose (a map's
    /// key); 128 by default, at least room for an ellipsis.
    pub max_key_bytes: usize,
}

impl Limits {
    /// The defaults, in constants.
    ///
    /// ```
    /// use proton_validate::Limits;
    ///
    /// const STRICT: Limits = Limits::DEFAULT.with_max_violations(10);
    /// assert_eq!((STRICT.max_violations, STRICT.max_input_bytes), (10, 1024 * 1024));
    /// ```
    pub const DEFAULT: Self = Self {
        max_violations: 100,
        max_depth: 128,
        max_input_bytes: 1024 * 1024,
        max_key_bytes: 128,
    };

    /// Sets how many violations a report keeps.
    pub const fn with_max_violations(mut self, violations: usize) -> Self {
        self.max_violations = violations;
        self
    }

    /// Sets how deep derived types may be nested. Each level costs stack: know
    /// yours before you raise it. JSON's own limit stays.
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    ///
    /// #[derive(Validate)]
    /// struct Tree(Vec<Tree>);
    ///
    /// let tree = Tree(vec![Tree(vec![])]);
    /// assert!(tree.validate_within(&Limits::default().with_max_depth(2)).is_ok());
    /// assert!(tree.validate_within(&Limits::default().with_max_depth(1)).is_err());
    /// ```
    pub const fn with_max_depth(mut self, depth: usize) -> Self {
        self.max_depth = depth;
        self
    }

    /// Sets how many bytes of input may be read.
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use proton_validate::{Limits, Rejection, decode::Options, json};
    ///
    /// let options = Options::new().with_limits(Limits::default().with_max_input_bytes(4));
    /// let refused = json::from_slice_with::<Vec<u8>, _>(b"[1, 2]", &(), &options);
    /// assert_eq!(refused, Err(Rejection::TooLarge { max: 4 }));
    /// # }
    /// ```
    pub const fn with_max_input_bytes(mut self, bytes: usize) -> Self {
        self.max_input_bytes = bytes;
        self
    }

    /// Sets how many bytes are kept of each name that the client chose.
    ///
    /// ```
    /// use proton_validate::{Limits, Validate};
    /// use std::collections::BTreeMap;
    ///
    /// #[derive(Validate)]
    /// struct Labels(#[values(length(min = 1))] BTreeMap<String, String>);
    ///
    /// let labels = Labels([("a-long-key".into(), String::new())].into());
    /// let limits = Limits::default().with_max_key_bytes(6);
    /// let report = labels.validate_within(&limits).unwrap_err();
    /// assert_eq!(report.iter().next().unwrap().path(), "/a-l…");
    /// ```
    pub const fn with_max_key_bytes(mut self, bytes: usize) -> Self {
        self.max_key_bytes = bytes;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self::DEFAULT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_those_that_are_documented() {
        let Limits { max_violations, max_depth, max_input_bytes, max_key_bytes } = Limits::DEFAULT;
        assert_eq!((max_violations, max_depth), (100, 128));
        assert_eq!((max_input_bytes, max_key_bytes), (1_048_576, 128));
    }

    #[test]
    fn each_limit_is_set_alone() {
        let limits = Limits::default()
            .with_max_violations(1)
            .with_max_depth(2)
            .with_max_input_bytes(3)
            .with_max_key_bytes(4);
        let expected =
            Limits { max_violations: 1, max_depth: 2, max_input_bytes: 3, max_key_bytes: 4 };
        assert_eq!(limits, expected);
        let one = Limits { max_input_bytes: 3, ..Limits::DEFAULT };
        assert_eq!(Limits::default().with_max_input_bytes(3), one);
    }
}
