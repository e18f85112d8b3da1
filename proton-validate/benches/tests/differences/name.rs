//! A name, one character at most, at each crate.

#[derive(Clone, serde::Serialize, proton_validate::Validate, garde::Validate)]
pub(crate) struct Name {
    #[length(max = 1)]
    #[garde(length(max = 1))]
    pub(crate) name: String,
}

/// validator and `serde_valid` share the name of their attribute.
#[derive(Clone, validator::Validate)]
pub(crate) struct InValidator {
    #[validate(length(max = 1))]
    pub(crate) name: String,
}

#[derive(Clone, serde_valid::Validate)]
pub(crate) struct InSerdeValid {
    #[validate(max_length = 1)]
    pub(crate) name: String,
}

pub(crate) fn long() -> Name {
    Name { name: "long".into() }
}

pub(crate) fn long_in_validator() -> InValidator {
    InValidator { name: "long".into() }
}

pub(crate) fn long_in_serde_valid() -> InSerdeValid {
    InSerdeValid { name: "long".into() }
}
