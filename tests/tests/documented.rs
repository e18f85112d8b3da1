//! Every public item is shown by an example: its own, or one of its type or its module
//! in which its name stands.
//!
//! What is `pub` can be reached (`unreachable_pub` sees to that), so the sources tell
//! what is public without a compiler.

use std::fs;
use std::path::{Path, PathBuf};

use syn2::punctuated::Punctuated;
use syn2::{Attribute, Expr, Ident, ImplItem, Item, Lit, Meta, Token, TraitItem, Visibility};

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// What is public for the macro, or for the traits of extractors, which nobody names.
const UNNAMED: &[&str] = &[
    "/guide.rs",
    "/__private/",
    "/src/run/",
    "/tests",
    "/axum/input.rs",
    "/axum/source.rs",
    "/src/engine.rs",
    "/src/translate.rs",
];

#[test]
fn every_public_item_is_shown_by_an_example() {
    let mut files = vec![Path::new(ROOT).join("proton-validate-derive/src/lib.rs")];
    for folder in ["proton-validate/src", "proton-validate/pattern/src"] {
        files_in(&Path::new(ROOT).join(folder), &mut files);
    }
    assert!(files.len() > 100, "{}", files.len());

    let (mut items, mut missing) = (0, Vec::new());
    for file in files {
        let mut page = Page::read(&file);
        page.walk();
        items += page.items;
        missing.extend(page.missing);
    }
    assert!(items > 400, "{items}");
    assert!(missing.is_empty(), "no example shows\n{}", missing.join("\n"));
}

fn files_in(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let text = path.to_str().unwrap();
        if UNNAMED.iter().any(|it| text[ROOT.len()..].contains(it)) {
            continue;
        }
        if path.is_dir() {
            files_in(&path, files);
        } else if path.extension().is_some_and(|it| it == "rs") {
            files.push(path);
        }
    }
}

/// One file, and what its public items lack.
struct Page {
    name: String,
    file: syn2::File,
    /// The examples of the module that the items are in.
    around: String,
    items: usize,
    missing: Vec<String>,
}

impl Page {
    fn read(path: &Path) -> Self {
        let file = parse(path).unwrap();
        let folder = path.parent().unwrap();
        let above = [folder.join("mod.rs"), folder.with_extension("rs"), path.to_owned()];
        let around = above.iter().filter(|it| is_shown(it)).map(|it| module_examples(it)).collect();
        let name = path.to_str().unwrap()[ROOT.len() + 1..].to_owned();
        Self { name, file, around, items: 0, missing: Vec::new() }
    }

    fn walk(&mut self) {
        let items = std::mem::take(&mut self.file.items);
        for item in &items {
            match item {
                Item::Fn(it) => self.look(&it.vis, &it.attrs, &it.sig.ident, ""),
                Item::Struct(it) => self.look(&it.vis, &it.attrs, &it.ident, ""),
                Item::Enum(it) => self.look(&it.vis, &it.attrs, &it.ident, ""),
                Item::Type(it) => self.look(&it.vis, &it.attrs, &it.ident, ""),
                Item::Const(it) => self.look(&it.vis, &it.attrs, &it.ident, ""),
                Item::Static(it) => self.look(&it.vis, &it.attrs, &it.ident, ""),
                Item::Trait(it) => self.look_into_trait(it),
                Item::Impl(it) if it.trait_.is_none() && !is_hidden(&it.attrs) => {
                    self.look_into_impl(it, &examples_of_type(&items, &it.self_ty));
                }
                _ => {}
            }
        }
    }

    fn look_into_trait(&mut self, it: &syn2::ItemTrait) {
        self.look(&it.vis, &it.attrs, &it.ident, "");
        let of_trait = examples(&it.attrs);
        for item in &it.items {
            match item {
                TraitItem::Fn(of) => self.look(&it.vis, &of.attrs, &of.sig.ident, &of_trait),
                TraitItem::Const(of) => self.look(&it.vis, &of.attrs, &of.ident, &of_trait),
                _ => {}
            }
        }
    }

    fn look_into_impl(&mut self, it: &syn2::ItemImpl, of_type: &str) {
        for item in &it.items {
            match item {
                ImplItem::Fn(of) => self.look(&of.vis, &of.attrs, &of.sig.ident, of_type),
                ImplItem::Const(of) => self.look(&of.vis, &of.attrs, &of.ident, of_type),
                _ => {}
            }
        }
    }

    fn look(&mut self, vis: &Visibility, attributes: &[Attribute], name: &Ident, of_type: &str) {
        if !matches!(vis, Visibility::Public(_)) || is_hidden(attributes) {
            return;
        }
        self.items += 1;
        let name = name.to_string();
        let is_shown = !examples(attributes).is_empty();
        if !is_shown && !has_word(of_type, &name) && !has_word(&self.around, &name) {
            self.missing.push(format!("  {}: {name}", self.name));
        }
    }
}

/// Whether the module is public: nobody is shown what stands above a private one.
fn is_shown(path: &Path) -> bool {
    if path.ends_with("lib.rs") {
        return true;
    }
    let is_folder = path.ends_with("mod.rs");
    let module = if is_folder { path.parent().unwrap() } else { path };
    let name = module.file_stem().unwrap().to_str().unwrap();
    let folder = module.parent().unwrap();
    let above = [folder.join("lib.rs"), folder.join("mod.rs"), folder.with_extension("rs")];
    let mut items = above.iter().filter_map(|it| parse(it)).flat_map(|it| it.items);
    items.any(|item| match item {
        Item::Mod(it) => it.ident == *name && matches!(it.vis, Visibility::Public(_)),
        _ => false,
    })
}

fn module_examples(path: &Path) -> String {
    parse(path).map_or(String::new(), |it| examples(&it.attrs))
}

fn parse(path: &Path) -> Option<syn2::File> {
    let text = fs::read_to_string(path).ok()?;
    Some(syn2::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display())))
}

/// The examples of the type that an `impl` is for, where it stands in the same file.
fn examples_of_type(items: &[Item], of: &syn2::Type) -> String {
    let syn2::Type::Path(of) = of else { return String::new() };
    let name = &of.path.segments.last().unwrap().ident;
    let found = items.iter().find_map(|item| match item {
        Item::Struct(it) if it.ident == *name => Some(&it.attrs),
        Item::Enum(it) if it.ident == *name => Some(&it.attrs),
        _ => None,
    });
    found.map_or(String::new(), |it| examples(it))
}

fn has_word(text: &str, word: &str) -> bool {
    text.split(|it: char| !it.is_alphanumeric() && it != '_').any(|it| it == word)
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| {
        it.path().is_ident("doc")
            && matches!(&it.meta, Meta::List(list) if list.tokens.to_string() == "hidden")
    })
}

/// The code in what these attributes document.
fn examples(attributes: &[Attribute]) -> String {
    let lines: Vec<String> = attributes.iter().filter_map(|it| line(&it.meta)).collect();
    let text = lines.join("\n");
    text.split("```").skip(1).step_by(2).collect()
}

/// A line of documentation, also one that a feature brings.
fn line(meta: &Meta) -> Option<String> {
    match meta {
        Meta::NameValue(it) if it.path.is_ident("doc") => match &it.value {
            Expr::Lit(syn2::ExprLit { lit: Lit::Str(text), .. }) => Some(text.value()),
            _ => None,
        },
        Meta::List(it) if it.path.is_ident("cfg_attr") => {
            let inner = it.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            line(inner.ok()?.last()?)
        }
        _ => None,
    }
}
