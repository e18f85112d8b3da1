//! The text of schemas: what is said, in which order, and under which keywords.

use std::collections::BTreeMap;

use proton_validate::schema::{self, Components, Options};
use proton_validate::{Custom, Describe, Validate, constraint, format::Format};
use serde::Deserialize;
use serde_json::{Value, json};

use super::types::{Aliases, Closed, External, Level, Tree, Update, WithOther};

fn schema_of<T: Describe>() -> Value {
    schema::of::<T>().to_value()
}

fn members_of<T: Describe>() -> Value {
    schema_of::<T>()["properties"].clone()
}

#[test]
fn a_type_within_itself_is_a_definition() {
    assert_eq!(
        schema::of::<Tree>().to_string(),
        r##"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Tree",
  "$ref": "#/$defs/Tree",
  "$defs": {
    "Tree": {
      "description": "A tree.",
      "type": "object",
      "properties": {
        "name": {
          "description": "What it is called.",
          "type": "string",
          "maxLength": 3
        },
        "children": {
          "description": "The trees below.",
          "type": "array",
          "items": {
            "$ref": "#/$defs/Tree"
          },
          "maxItems": 2
        },
        "parent": {
          "anyOf": [
            {
              "$ref": "#/$defs/Branch"
            },
            {
              "type": "null"
            }
          ]
        }
      },
      "required": [
        "name",
        "children"
      ]
    },
    "Branch": {
      "type": "object",
      "properties": {
        "tree": {
          "$ref": "#/$defs/Tree"
        },
        "age": {
          "type": "integer",
          "maximum": 9,
          "format": "uint8",
          "minimum": 0
        }
      },
      "required": [
        "tree",
        "age"
      ]
    }
  }
}"##
    );
}

#[test]
fn serialised_text_has_the_same_order() {
    let schema = schema::of::<Tree>();
    let text = serde_json::to_string(&schema).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), schema.to_value());
    assert!(text.find(r#""name""#) < text.find(r#""children""#));
}

#[test]
fn names_of_variants() {
    assert_eq!(schema_of::<Level>()["enum"], json!(["LOW", "HIGH", "UPPER"]));
    let all = Options::new().with_hidden().of::<Level>().to_value();
    assert_eq!(all["enum"], json!(["LOW", "HIGH", "UPPER", "SECRET"]));
    let external = schema_of::<External>();
    let empty = json!({"description": "Nothing at all.", "const": "empty"});
    assert_eq!(external["oneOf"][0], empty);
    assert_eq!(external["oneOf"][1]["required"], json!(["text"]));
    let other = json!({"type": "string", "not": {"enum": ["Known"]}});
    assert_eq!(schema_of::<WithOther>()["oneOf"][1]["properties"]["type"], other);
}

#[test]
fn names_of_members() {
    let schema = schema_of::<Aliases>();
    assert_eq!(schema["required"], Value::Null);
    assert_eq!(schema["properties"]["colour"]["x-proton-alias-of"], "color");
    let one = json!({"oneOf": [
        {"required": ["color"]}, {"required": ["colour"]}, {"required": ["farbe"]}
    ]});
    assert_eq!(schema["allOf"][0], one);
    assert_eq!(schema["properties"]["off"], Value::Null);
    assert_eq!(schema_of::<Closed>()["additionalProperties"], false);
}

#[test]
fn null_and_absent() {
    let schema = schema_of::<Update>();
    assert_eq!(schema["required"], json!(["comment", "both", "bare"]));
    assert_eq!(schema["properties"]["name"]["type"], "string");
    assert_eq!(schema["properties"]["comment"]["type"], json!(["string", "null"]));
}

static COUNTRY: Format = Format::new("country", |text| text.len() == 2);

constraint! {
    /// What stands for a person.
    pub(crate) Tag for str { length(max = 3), one_of("a", "b") }
}

/// Everything that has a keyword of its own.
#[derive(Validate)]
#[allow(dead_code, reason = "only its schema is read")]
struct Keywords {
    #[sensitive]
    #[length(bytes, max = 8, message = "too long", code = "long")]
    password: String,
    #[format(COUNTRY)]
    country: String,
    #[format(base64)]
    bytes: String,
    #[apply(Tag)]
    alias: Option<String>,
    by_number: BTreeMap<u8, bool>,
    #[pattern("^a+$", accepts = ["a", "aa"])]
    #[excludes("aaa")]
    pattern: String,
    #[skip]
    skipped: (),
    address: std::net::Ipv4Addr,
    inner: other::Tag,
}

mod other {
    /// Of the same name as an alias.
    #[derive(proton_validate::Validate)]
    pub(crate) struct Tag;
}

#[test]
fn what_json_schema_has_no_word_for() {
    let members = members_of::<Keywords>();
    let password = json!({
        "type": "string",
        "x-proton-length": [{"unit": "bytes", "max": 8}],
        "maxLength": 8,
        "x-proton-wording": {"length": {"message": "too long", "code": "long"}},
        "x-proton-sensitive": true,
    });
    assert_eq!(members["password"], password);
    assert_eq!(members["country"], json!({"type": "string", "format": "country"}));
    assert_eq!(members["bytes"]["contentEncoding"], "base64");
    let keys = json!({
        "pattern": "^(?:0|[1-9][0-9]{0,2})$",
        "x-proton-integer": {"minimum": 0, "maximum": 255},
    });
    assert_eq!(members["by_number"]["propertyNames"], keys);
    let pattern = json!({
        "type": "string",
        "not": {"type": "string", "pattern": "aaa"},
        "pattern": "^a+$",
        "examples": ["a", "aa"],
    });
    assert_eq!(members["pattern"], pattern);
    assert_eq!(members["skipped"], json!({}));
    let address = json!({"type": "string", "format": "ipv4", "x-proton-opaque": "Ipv4Addr"});
    assert_eq!(members["address"], address);
}

#[test]
fn an_alias_is_a_definition_with_its_documentation() {
    let schema = schema_of::<Keywords>();
    assert_eq!(schema["properties"]["alias"]["anyOf"][0]["$ref"], "#/$defs/Tag");
    let alias = json!({
        "description": "What stands for a person.",
        "enum": ["a", "b", null],
        "maxLength": 3,
    });
    assert_eq!(schema["$defs"]["Tag"], alias);
}

#[derive(Validate)]
#[allow(dead_code, reason = "only its schema is read")]
struct Page<T> {
    items: Vec<T>,
}

#[derive(Validate)]
#[allow(dead_code, reason = "only its schema is read")]
struct Pages {
    #[max_items(1)]
    numbers: Page2<u8>,
    texts: Page<String>,
    more: Page<String>,
    others: Page<u8>,
}

type Page2<T> = Vec<Page<T>>;

#[test]
fn types_of_one_name_are_told_apart() {
    let schema = schema_of::<Pages>();
    let reference = |member: &str| schema["properties"][member]["$ref"].clone();
    assert_eq!(schema["properties"]["numbers"]["items"]["$ref"], "#/$defs/Page");
    assert_eq!(
        (reference("texts"), reference("more")),
        ("#/$defs/Page2".into(), "#/$defs/Page2".into())
    );
    assert_eq!(reference("others"), "#/$defs/Page");
    assert_eq!(schema["$defs"].as_object().unwrap().len(), 2);
}

#[test]
fn components_are_shared() {
    let mut components = Components::with_options(Options::new());
    assert_eq!(components.add::<Tree>().to_value(), json!({"$ref": "#/components/schemas/Tree"}));
    assert_eq!(
        components.add::<Vec<Level>>().to_value()["items"]["$ref"],
        "#/components/schemas/Level"
    );
    assert_eq!(components.add::<String>().to_value(), json!({"type": "string"}));
    let schemas = components.into_schemas().to_value();
    let names: Vec<&String> = schemas.as_object().unwrap().keys().collect();
    assert_eq!(names, ["Branch", "Level", "Tree"]);
}

fn fine<T>(_: &T, (): &()) -> Result<(), Custom> {
    Err("is never asked".into())
}

fn good<T>(it: &T, context: &()) -> Result<(), Custom> {
    fine(it, context)
}

fn well<T>(it: &T, context: &()) -> Result<(), Custom> {
    fine(it, context)
}

#[derive(Deserialize, Validate)]
#[check(fine)]
#[allow(dead_code, reason = "only described")]
struct Checked {
    a: u8,
}

#[derive(Deserialize, Validate)]
#[check(good)]
#[allow(dead_code, reason = "only described")]
struct Around {
    #[serde(flatten)]
    #[check(well, message = "is not well")]
    inner: Checked,
    #[serde(flatten)]
    maybe: Option<Checked>,
}

#[derive(Deserialize, Validate)]
#[serde(tag = "kind")]
#[allow(dead_code, reason = "only described")]
enum Tagged {
    Held(Checked),
}

#[test]
fn checks_of_what_is_put_in_stand_where_its_members_do() {
    let schema = schema_of::<Around>();
    assert_eq!(schema["x-proton-check"], json!(["fine", "well", "good"]));
    let message = json!({"well": {"message": "is not well"}});
    assert_eq!(schema["x-proton-wording"], message);
    assert_eq!(schema["allOf"][0]["then"]["x-proton-check"], json!(["fine"]));
    assert_eq!(schema_of::<Tagged>()["oneOf"][0]["x-proton-check"], json!(["fine"]));
}

#[test]
fn each_pattern_has_its_own_examples() {
    #[derive(Validate)]
    #[allow(dead_code, reason = "only described")]
    struct Codes {
        #[pattern("^[a-z]{2}$", accepts = ["de"])]
        language: String,
        #[pattern("^[a-z]{2}$", accepts = ["fr"])]
        country: String,
        #[pattern("^[a-z]{2}$")]
        other: String,
        #[pattern("^[a-z]{2}$", accepts = ["de"])]
        same: String,
    }
    let members = members_of::<Codes>();
    assert_eq!(members["language"]["examples"], json!(["de"]));
    assert_eq!(members["country"]["examples"], json!(["fr"]));
    assert_eq!(members["other"].get("examples"), None);
    assert_eq!(members["same"]["examples"], json!(["de"]));
}

#[test]
fn a_float_of_32_bits_has_its_bounds() {
    #[derive(Validate)]
    #[allow(dead_code, reason = "only described")]
    struct Floats {
        single: f32,
        #[range(min = 0.5)]
        least: f32,
        double: f64,
    }
    let members = members_of::<Floats>();
    let within = |place: &str, number: f64| {
        jsonschema::draft202012::is_valid(&members[place], &json!(number))
    };
    assert!(within("single", 3.4e38) && !within("single", 3.5e38) && !within("single", -3.5e38));
    assert!(within("least", 0.5) && !within("least", 0.4) && !within("least", 3.5e38));
    assert!(within("double", 1e300));
}
