//! Where a pattern is anchored.

use alloc::{vec, vec::Vec};

use super::form::{self, Count, Form};

/// A branch of a pattern without its anchors.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) form: Form,
    /// Whether it starts where the text does.
    pub(super) start: bool,
    /// Whether it ends where the text does.
    pub(super) end: bool,
}

/// The branches of a pattern; `None` if an anchor is anywhere but at an end.
pub(super) fn frames(form: Form, start: bool, end: bool) -> Option<Vec<Frame>> {
    let mut out = Vec::new();
    split(form, start, end, &mut out)?;
    Some(out)
}

fn split(form: Form, mut start: bool, mut end: bool, out: &mut Vec<Frame>) -> Option<()> {
    let mut items = form::items(form);
    let leading = items.iter().take_while(|item| **item == Form::Start).count();
    items.drain(..leading);
    let trailing = items.iter().rev().take_while(|item| **item == Form::End).count();
    items.truncate(items.len() - trailing);
    start |= leading > 0;
    end |= trailing > 0;
    match <[Form; 1]>::try_from(items) {
        Ok([Form::Either(branches)]) => {
            branches.into_iter().try_for_each(|branch| split(branch, start, end, out))
        }
        Ok([Form::Repeat(inner, Count::MAYBE)]) if anchored(&inner) => {
            split(*inner, start, end, out)?;
            split(form::empty(), start, end, out)
        }
        Ok([only]) => frame(vec![only], start, end, out),
        Err(items) => frame(items, start, end, out),
    }
}

fn frame(mut items: Vec<Form>, start: bool, end: bool, out: &mut Vec<Frame>) -> Option<()> {
    if start && let Some(item) = items.first_mut() {
        drop_edge(item, &Form::Start);
    }
    if end && let Some(item) = items.last_mut() {
        drop_edge(item, &Form::End);
    }
    let form = form::sequence(items.into_iter().map(rebuilt).collect());
    if anchored(&form) {
        return None;
    }
    out.push(Frame { form, start, end });
    Some(())
}

/// Leaves out an anchor at an edge where it always holds.
fn drop_edge(form: &mut Form, anchor: &Form) {
    match form {
        it if it == anchor => *it = form::empty(),
        Form::Either(branches) => branches.iter_mut().for_each(|it| drop_edge(it, anchor)),
        Form::Sequence(items) => {
            let edge = if *anchor == Form::Start { items.first_mut() } else { items.last_mut() };
            if let Some(item) = edge {
                drop_edge(item, anchor);
            }
        }
        Form::Repeat(inner, count) if *count == Count::MAYBE => drop_edge(inner, anchor),
        _ => {}
    }
}

/// The normal form of what lost an anchor inside.
fn rebuilt(form: Form) -> Form {
    match form {
        Form::Sequence(items) => form::sequence(items.into_iter().map(rebuilt).collect()),
        Form::Either(branches) => form::either(branches.into_iter().map(rebuilt).collect()),
        Form::Repeat(inner, count) => form::repeat(rebuilt(*inner), count),
        other => other,
    }
}

/// Whether there is an anchor in it, but for those in look-ahead.
pub(super) fn anchored(form: &Form) -> bool {
    match form {
        Form::Start | Form::End => true,
        Form::Sequence(forms) | Form::Either(forms) => forms.iter().any(anchored),
        Form::Repeat(form, _) => anchored(form),
        Form::Set(_) | Form::Words(_) | Form::Ahead { .. } => false,
    }
}
