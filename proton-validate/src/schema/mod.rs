//! JSON Schema from shapes: draft 2020-12, which OpenAPI 3.1 uses as it is.
//!
//! ```
//! use proton_validate::{Validate, schema};
//!
//! /// Asks for an environment.
//! #[derive(Validate)]
//! struct CreateEnvironment {
//!     /// Unique within the account.
//!     #[length(min = 1, max = 100)]
//!     #[pattern(r"^[a-z\-]+$", accepts = ["prod-eu"])]
//!     name: String,
//!     #[range(min = 1, max = 10)]
//!     replicas: Option<u8>,
//! }
//!
//! assert_eq!(schema::of::<CreateEnvironment>().to_string(), r##"{
//!   "$schema": "https://json-schema.org/draft/2020-12/schema",
//!   "title": "CreateEnvironment",
//!   "description": "Asks for an environment.",
//!   "type": "object",
//!   "properties": {
//!     "name": {
//!       "description": "Unique within the account.",
//!       "type": "string",
//!       "minLength": 1,
//!       "maxLength": 100,
//!       "pattern": "^[a-z\\-]+$",
//!       "examples": [
//!         "prod-eu"
//!       ]
//!     },
//!     "replicas": {
//!       "type": [
//!         "integer",
//!         "null"
//!       ],
//!       "minimum": 1,
//!       "maximum": 10,
//!       "format": "uint8"
//!     }
//!   },
//!   "required": [
//!     "name"
//!   ]
//! }"##);
//! ```
//!
//! # What becomes of what
//!
//! Members stand in declared order. Each type with a name that is used inside
//! another is in `$defs`, and so is each alias; two types of one name have a
//! number behind it. Documentation is `description`. A pattern is written as
//! [`Pattern::ecma`](crate::Pattern::ecma), and its `accepts` are `examples`. An
//! `Option` may be null, unless it is `required`.
//!
//! Of variants without a tag serde takes the first that can be read, and the schema
//! says so: a branch refuses what has the form of one before it. In the same way a
//! flattened `Option` counts for nothing where its members cannot be read. What is a
//! type's form without its constraints has `Form` behind the name.
//!
//! What JSON Schema has no word for is kept under a keyword that begins with
//! `x-proton-`; validators leave those alone:
//!
//! | keyword | holds |
//! |---|---|
//! | `x-proton-length` | lengths in another unit: `unit`, `min`, `max`; `minLength` and `maxLength` say what follows for characters |
//! | `x-proton-equals` | the member that this one must be equal to |
//! | `x-proton-check`, `x-proton-check-async` | functions that decide |
//! | `x-proton-when` | `if`, as it was written in Rust, and the keywords that `then` apply |
//! | `x-proton-dynamic` | codes of constraints whose bounds are only known with the value |
//! | `x-proton-sensitive` | the member is sensitive |
//! | `x-proton-set` | the list is read as a set |
//! | `x-proton-alias-of` | the name that this one is accepted for |
//! | `x-proton-integer` | `minimum` and `maximum` of an integer that is a key |
//! | `x-proton-opaque` | the type, where only its own code knows the form |
//! | `x-proton-when-read` | keywords for such a value after it was read |
//! | `x-proton-wording` | by the code of the constraint, its `message` and `code` |
//!
//! # Where the verdicts differ
//!
//! A document that the schema allows is valid, and the other way round, but for:
//!
//! - rules that only a typed value can decide: checks, conditions, `equals`, bounds
//!   that name `self` or `context`. The schema leaves them out;
//! - lengths in bytes, UTF-16 and graphemes, of which the schema has what follows
//!   for characters;
//! - formats: to most validators `format` is a remark. Those that a pattern can say
//!   have one beside it, exact for `uuid`, `json-pointer`, `phone`, `duration`,
//!   `ipv4` and `base64`, and necessary for `date`, `time`, `date-time` and
//!   `credit-card`;
//! - opaque types, and members under `#[skip]`, which the schema lets be anything,
//!   or absent;
//! - hidden values and variants, which are accepted and not shown. Whoever enforces
//!   the schema asks for them with [`Options::with_hidden`];
//! - `1.0`, which JSON Schema takes for an integer and serde does not; numbers that
//!   a float rounds before it is compared;
//! - keys of maps that are integers: the schema says how many digits;
//! - sets: items that are given twice count once here, and twice in the schema.
//!   `uniqueItems` compares items as JSON, and `unique_items` as the type does;
//! - members given twice, which a schema never sees; documents nested deeper, or
//!   larger, than [`Limits`](crate::Limits);
//! - a default that the member's own constraints refuse: the member may be absent
//!   in the schema. Where the member is `required` it may not, whatever its default;
//! - a flattened `Option` of a map, whose entries the schema lets be anything;
//! - lists in place of structures, which serde takes, and inside variants without a
//!   tag even where everything else refuses them;
//! - unit variants as `{"Name": null}`, which serde takes beside `"Name"`, and names
//!   beside a content in that form; in what is flattened also a variant's number in
//!   place of the name that stands beside its members.

mod leaf;
mod node;
mod rules;
mod same;
mod structure;
mod variants;
mod writer;

use core::fmt;

use serde::ser::{Serialize, Serializer};
use serde_json::Value;

use self::node::Object;
use self::writer::Writer;
use crate::validate::Describe;

/// The dialect of every schema here.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The schema of a type, with default [`Options`].
///
/// # Examples
///
/// ```
/// use proton_validate::schema;
///
/// let schema = schema::of::<Vec<u8>>().to_value();
/// assert_eq!(schema["items"]["maximum"], 255);
/// ```
pub fn of<T: Describe + ?Sized>() -> Schema {
    Options::new().of::<T>()
}

/// What is in a schema.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, schema};
///
/// #[derive(Validate)]
/// struct Request {
///     #[one_of("PENDING", hidden("MIGRATING"))]
///     status: String,
/// }
///
/// let public = schema::of::<Request>().to_value();
/// assert_eq!(public["properties"]["status"]["enum"], serde_json::json!(["PENDING"]));
/// let ours = schema::Options::new().with_hidden().of::<Request>().to_value();
/// assert_eq!(ours["properties"]["status"]["enum"], serde_json::json!(["PENDING", "MIGRATING"]));
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Options {
    hidden: bool,
}

impl Options {
    /// What clients may see.
    pub const fn new() -> Self {
        Self { hidden: false }
    }

    /// With values and variants that are accepted and not shown: for a schema that
    /// is enforced, and not for one that is published.
    pub const fn with_hidden(self) -> Self {
        Self { hidden: true }
    }

    /// The schema of a type.
    pub fn of<T: Describe + ?Sized>(self) -> Schema {
        let mut writer = Writer::new(self, "#/$defs/");
        let root = writer.root(T::shape());
        let mut schema = Object::new().with("$schema", DIALECT).with("title", T::shape().name());
        schema.extend(root);
        let definitions = writer.definitions();
        if !definitions.is_empty() {
            schema.set("$defs", definitions);
        }
        Schema { root: schema }
    }
}

/// A JSON Schema.
///
/// `Display` writes it as JSON, laid out for people; `Serialize` keeps the order
/// of members too, whatever the format.
///
/// ```
/// use proton_validate::{Validate, schema};
///
/// #[derive(Validate)]
/// struct Name(#[length(max = 3)] String);
///
/// let name: schema::Schema = schema::of::<Name>();
/// assert_eq!(name.to_value()["maxLength"], 3);
/// assert!(name.to_string().contains(r#""maxLength": 3"#));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Schema {
    root: Object,
}

impl Schema {
    /// The schema as a value of `serde_json`, whose objects are in order only with
    /// its feature `preserve_order`.
    pub fn to_value(&self) -> Value {
        self.root.to_value()
    }
}

impl Serialize for Schema {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.root.serialize(serializer)
    }
}

impl fmt::Display for Schema {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        pretty(&self.root, f)
    }
}

fn pretty(object: &Object, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(&serde_json::to_string_pretty(object).map_err(|_| fmt::Error)?)
}

/// The schemas of several types that refer to each other: `components.schemas` of
/// an OpenAPI document.
///
/// # Examples
///
/// ```
/// use proton_validate::{Validate, schema::Components};
///
/// #[derive(Validate)]
/// struct Tag {
///     #[length(max = 128)]
///     key: String,
/// }
///
/// let mut components = Components::new();
/// let request = components.add::<Vec<Tag>>().to_value();
/// assert_eq!(request["items"]["$ref"], "#/components/schemas/Tag");
/// assert_eq!(components.into_schemas().to_value()["Tag"]["type"], "object");
/// ```
#[derive(Default)]
pub struct Components {
    writer: Option<Writer>,
    options: Options,
}

impl Components {
    /// No schemas yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// No schemas yet; what those that are added hold is up to the options.
    ///
    /// ```
    /// use proton_validate::{Validate, schema::{Components, Options}};
    ///
    /// #[derive(Validate)]
    /// struct Status(#[one_of("PENDING", hidden("MIGRATING"))] String);
    ///
    /// let mut components = Components::with_options(Options::new().with_hidden());
    /// components.add::<Status>();
    /// let schemas = components.into_schemas().to_value();
    /// assert_eq!(schemas["Status"]["enum"], serde_json::json!(["PENDING", "MIGRATING"]));
    /// ```
    pub const fn with_options(options: Options) -> Self {
        Self { writer: None, options }
    }

    /// Adds a type with all that it refers to. What it returns stands where the
    /// type is used: a reference, if the type has a name.
    pub fn add<T: Describe + ?Sized>(&mut self) -> Schema {
        let options = self.options;
        let writer =
            self.writer.get_or_insert_with(|| Writer::new(options, "#/components/schemas/"));
        Schema { root: writer.value(T::shape(), &writer::Rules::new()) }
    }

    /// The schemas by their names.
    pub fn into_schemas(self) -> Schema {
        Schema { root: self.writer.map(Writer::definitions).unwrap_or_default() }
    }
}

impl fmt::Debug for Components {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Components").field("options", &self.options).finish_non_exhaustive()
    }
}
