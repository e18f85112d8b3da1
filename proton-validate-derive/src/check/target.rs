//! What a constraint constrains: a field's value, or something inside it.

use proc_macro2::Ident;
use syn::{Path, Type, TypePath};

use crate::types::{self, Kind, Layer};

/// A type that is written out, and steps into it as far as only the runtime's
/// traits can take them: the items of a type that we do not know.
#[derive(Clone)]
pub(crate) struct Target {
    pub(crate) ty: Type,
    pub(crate) steps: Vec<Step>,
}

/// A step into a list or a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Item,
    Key,
    Value,
}

impl Target {
    pub(crate) fn of(ty: &Type) -> Self {
        Self { ty: ty.clone(), steps: Vec::new() }
    }

    /// The type that a derive stands on.
    pub(crate) fn this(at: &Ident) -> Self {
        let path = Path::from(Ident::new("Self", at.span()));
        Self::of(&Type::Path(TypePath { attrs: Vec::new(), qself: None, path }))
    }

    /// What the step leads to: as it is written, if it is.
    pub(crate) fn inside(&self, step: Step) -> Self {
        let known = self.known().and_then(|ty| match step {
            Step::Item => types::item(ty),
            Step::Key => types::key(ty),
            Step::Value => types::value(ty),
        });
        if let Some(ty) = known {
            return Self::of(ty);
        }
        let mut inside = self.clone();
        inside.steps.push(step);
        inside
    }

    /// The type, if it is written out.
    pub(crate) fn known(&self) -> Option<&Type> {
        self.steps.is_empty().then_some(&self.ty)
    }

    pub(crate) fn kind(&self) -> Kind {
        self.known().map_or(Kind::Unknown, types::kind)
    }

    /// The type below the transparent ones, if it is written out.
    pub(crate) fn core(&self) -> Option<&Type> {
        self.known().map(types::core)
    }

    /// The transparent types around the value, down to the last that may hold
    /// none.
    pub(crate) fn layers(&self) -> Vec<Layer> {
        let mut layers = self.known().map(types::layers).unwrap_or_default();
        let last = layers.iter().rposition(|layer| *layer == Layer::Maybe);
        layers.truncate(last.map_or(0, |last| last + 1));
        layers
    }
}
