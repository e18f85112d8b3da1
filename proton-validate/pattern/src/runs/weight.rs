//! How large forms are, before more is made of them.

use super::form::Form;

/// How many forms there are of which one holds.
pub(super) fn alternatives(form: &Form) -> usize {
    match form {
        Form::Either(branches) => branches.len(),
        Form::Words(words) => words.len(),
        _ => 1,
    }
}

/// About how much there is to look at in a form.
pub(super) fn weight(form: &Form) -> usize {
    let inside = match form {
        Form::Set(set) => set.ranges().len(),
        Form::Words(words) => words.iter().map(|word| 1 + word.len()).sum(),
        Form::Sequence(forms) | Form::Either(forms) => forms.iter().map(weight).sum(),
        Form::Repeat(form, _) | Form::Ahead { form, .. } => weight(form),
        Form::Start | Form::End => 0,
    };
    1 + inside
}
