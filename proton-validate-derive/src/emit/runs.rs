//! The steps of a pattern as a function: a chain of calls on a cursor.

use std::cell::RefCell;

use proc_macro2::{Ident, Literal, Span, TokenStream};
use proton_validate_pattern::runs::{Count, Ending, Program, Runs, Set, Step};
use quote::{format_ident, quote};

use super::class;

/// More bytes than that are not compared at once.
const AT_ONCE: u32 = 64;

/// A path of a function that takes a text and says whether it matches.
pub(super) fn function(private: &TokenStream, runs: &Runs) -> TokenStream {
    let emitter = Emitter::default();
    let it = it();
    let body = emitter.program(&runs.program);
    let classes = emitter.classes();
    quote!({
        fn matches(text: &::core::primitive::str) -> ::core::primitive::bool {
            use #private::run;
            #classes
            let mut #it = run::Cursor::new(text);
            #body
        }
        matches
    })
}

/// Whether a run is compared as one array.
fn at_once(set: &Set, count: Count) -> bool {
    set.is_ascii() && count.fixed().is_some_and(|count| count <= AT_ONCE)
}

#[derive(Default)]
struct Emitter {
    /// Each gets a variable, however often it is used.
    classes: RefCell<Vec<Set>>,
}

/// The cursor.
fn it() -> Ident {
    Ident::new("it", Span::mixed_site())
}

impl Emitter {
    fn program(&self, program: &Program) -> TokenStream {
        let it = it();
        let steps = &*program.steps;
        let (steps, last) = match &program.ending {
            Ending::Anything => (steps, None),
            Ending::Any(programs) => (steps, Some(self.any(programs))),
            Ending::End => match self.split_rest(steps) {
                Some((before, rest)) => (before, Some(rest)),
                None => (steps, Some(quote!(#it.end()))),
            },
        };
        let mut parts: Vec<TokenStream> = steps.iter().map(|step| self.step(step)).collect();
        parts.extend(last);
        all(&parts)
    }

    /// The last step with the end of the text, where that is one call, and those before.
    fn split_rest<'s>(&self, steps: &'s [Step]) -> Option<(&'s [Step], TokenStream)> {
        let (step, before) = steps.split_last()?;
        let it = it();
        let rest = match step {
            Step::Run { set, count } if count.fixed().is_none() => {
                let (class, [min, max]) = (self.class(set), bounds(*count));
                quote!(#it.all(#min, #max, #class))
            }
            Step::Run { set, count } if at_once(set, *count) => {
                let (class, count) = (self.class(set), number(count.min));
                quote!(#it.last::<#count, _>(#class))
            }
            // Any number of segments that are not empty.
            Step::Segments {
                set,
                separator,
                last_set,
                times: Count { min: 0, max: None },
                each: each @ Count { min: 1, .. },
                last: last @ Count { min: 1, .. },
            } if set.is_ascii() && separator.is_ascii() && set == last_set => {
                let sets = [set, separator, &set.union(separator)].map(|set| self.class(set));
                let most = [each, last].map(|count| bounds(*count)[1].clone());
                quote!(#it.last_segments(#(#sets,)* #(#most),*))
            }
            _ => return None,
        };
        Some((before, rest))
    }

    /// One of several programs from here.
    fn any(&self, programs: &[Program]) -> TokenStream {
        let programs = programs.iter().map(|program| self.without_moving(program));
        quote!((#(#programs)||*))
    }

    /// A program that leaves the cursor where it is.
    fn without_moving(&self, program: &Program) -> TokenStream {
        let (it, body) = (it(), self.program(program));
        quote!({ let mut #it = #it; #body })
    }

    fn steps(&self, steps: &[Step]) -> TokenStream {
        let parts: Vec<TokenStream> = steps.iter().map(|step| self.step(step)).collect();
        all(&parts)
    }

    fn step(&self, step: &Step) -> TokenStream {
        let it = it();
        match step {
            Step::Literal(text) => literal(text),
            Step::OneOf(texts) => {
                let literals = texts.iter().map(|text| literal(text));
                quote!((#(#literals)||*))
            }
            Step::Run { set, count } => self.run(set, *count),
            Step::RunThen { set, count, last } => {
                let (class, [min, max], n) = (self.class(set), bounds(*count), last.len());
                let last = self.window(last);
                quote!(#it.run_then::<#n, _>(#min, #max, #class, #last))
            }
            Step::Find { set, min, found } => {
                let (class, min, n) = (self.class(set), number(*min), found.len());
                let found = self.window(found);
                quote!(#it.find::<#n, _>(#min, #class, #found))
            }
            Step::Choice { branches, otherwise } => self.choice(branches, otherwise.as_deref()),
            Step::Repeat { first, count, body } => {
                let (first, [min, max], body) =
                    (self.class(first), bounds(*count), self.steps(body));
                quote!(#it.repeat(#min, #max, #first, |#it| #body))
            }
            Step::Segments { set, separator, last_set, times, each, last } => {
                let (class, separator) = (self.class(set), self.class(separator));
                let of_last = self.of_last(set, last_set);
                let counts = [times, each, last].map(|count| {
                    let [min, max] = bounds(*count);
                    quote!([#min, #max])
                });
                quote!(#it.segments(#class, #separator, #(#counts,)* #of_last))
            }
            Step::Ahead { negated, program } => {
                let program = self.without_moving(program);
                if *negated { quote!(!#program) } else { quote!((#program)) }
            }
        }
    }

    fn run(&self, set: &Set, count: Count) -> TokenStream {
        let (it, class) = (it(), self.class(set));
        match count.fixed() {
            Some(1) => quote!(#it.one(#class)),
            Some(_) if at_once(set, count) => {
                let count = number(count.min);
                quote!(#it.take::<#count, _>(#class))
            }
            Some(count) => {
                let count = number(count);
                quote!(#it.exactly(#count, #class))
            }
            None => {
                let [min, max] = bounds(count);
                quote!(#it.run(#min, #max, #class))
            }
        }
    }

    fn choice(&self, branches: &[(Set, Vec<Step>)], otherwise: Option<&[Step]>) -> TokenStream {
        let it = it();
        let otherwise = otherwise.map_or_else(|| quote!(false), |steps| self.steps(steps));
        let branches = branches.iter().map(|(set, steps)| {
            let (class, body) = (self.class(set), self.steps(steps));
            quote!(if #it.next(#class) { #body } else)
        });
        quote!((#(#branches)* { #otherwise }))
    }

    /// A predicate over bytes that are of these sets, one after the other.
    fn window(&self, sets: &[Set]) -> TokenStream {
        let only: Option<String> = sets.iter().map(Set::only).collect();
        if let Some(text) = only {
            let text = Literal::byte_string(text.as_bytes());
            return quote!(|bytes| *bytes == *#text);
        }
        let tests = sets.iter().enumerate().map(|(place, set)| {
            let (class, place) = (self.class(set), Literal::usize_unsuffixed(place));
            quote!(run::Class::byte(#class, bytes[#place]))
        });
        quote!(|bytes| #(#tests)&*)
    }

    /// The class that the bytes of the last run must be of.
    fn of_last(&self, set: &Set, last_set: &Set) -> TokenStream {
        if set == last_set {
            return quote!(run::Anything);
        }
        let class = self.class(last_set);
        quote!(#class)
    }

    /// The variable of a set.
    fn class(&self, set: &Set) -> Ident {
        let mut classes = self.classes.borrow_mut();
        let known = classes.iter().position(|known| known == set);
        let index = known.unwrap_or_else(|| {
            classes.push(set.clone());
            classes.len() - 1
        });
        variable(index)
    }

    /// The variables. They hold nothing: what matters is their type.
    fn classes(&self) -> TokenStream {
        let classes = self.classes.borrow();
        let variables = classes.iter().enumerate().map(|(index, set)| {
            let (name, class) = (variable(index), class::class(set));
            quote!(let #name = #class;)
        });
        quote!(#(#variables)*)
    }
}

fn variable(index: usize) -> Ident {
    format_ident!("class_{index}", span = Span::mixed_site())
}

fn literal(text: &str) -> TokenStream {
    let (it, text) = (it(), Literal::byte_string(text.as_bytes()));
    quote!(#it.literal(#text))
}

fn all(parts: &[TokenStream]) -> TokenStream {
    if parts.is_empty() { quote!(true) } else { quote!(#(#parts)&&*) }
}

fn number(number: u32) -> Literal {
    Literal::u32_unsuffixed(number)
}

fn bounds(count: Count) -> [TokenStream; 2] {
    let min = number(count.min);
    let max = count.max.map(number);
    let max = max.map_or_else(|| quote!(::core::primitive::usize::MAX), |max| quote!(#max));
    [quote!(#min), max]
}
