//! Queries, forms and paths: everything at once, although all is text.

use std::collections::{BTreeMap, HashMap};

use axum::Router;
use axum::routing::{get as on_get, post as on_post};
use http::Request;
use proton_validate::Validate;
use proton_validate::decode::Options;
use proton_validate::web::axum::{Form, Path, Query};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::{brief, get, run, with_type};

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Listing {
    #[range(min = 1, max = 100)]
    page_size: u8,
    #[length(max = 3)]
    next_token: Option<String>,
    #[serde(default)]
    #[max_items(2)]
    #[each(length(max = 2))]
    tag: Vec<String>,
    is_deep: Option<bool>,
    ratio: Option<f32>,
    order: Option<Order>,
}

#[derive(Debug, Deserialize, Validate)]
#[serde(rename_all = "lowercase")]
enum Order {
    Up,
    Down,
}

/// A router that shows what it was asked for.
pub(crate) fn querying<T>() -> Router
where
    T: DeserializeOwned + proton_validate::ValidateWith<()> + std::fmt::Debug + Send + 'static,
{
    Router::new()
        .route("/", on_get(|Query(it): Query<T>| async move { format!("{:?}", it.into_inner()) }))
}

#[track_caller]
fn query<T>(query: &str, expected: &str)
where
    T: DeserializeOwned + proton_validate::ValidateWith<()> + std::fmt::Debug + Send + 'static,
{
    let answer = run(brief(&querying::<T>(), get(&format!("/?{query}"))));
    assert_eq!(answer, expected, "{query}");
}

#[test]
fn texts_are_what_their_members_are() {
    query::<Listing>(
        "pageSize=10&tag=a&isDeep=true&tag=b&ratio=1&order=down&nextToken=%C3%A9+",
        "200 Listing { page_size: 10, next_token: Some(\"é \"), tag: [\"a\", \"b\"], is_deep: Some(true), \
         ratio: Some(1.0), order: Some(Down) }",
    );
    query::<Listing>(
        "pageSize=1&nextToken=7",
        "200 Listing { page_size: 1, next_token: Some(\"7\"), tag: [], is_deep: None, ratio: None, order: None }",
    );
}

#[test]
fn a_query_reports_everything_at_once() {
    query::<Listing>(
        "order=left&pageSize=x&nextToken=long&isDeep=1&ratio=&tag=abc&pageSize=2",
        "400 /pageSize:type /pageSize:duplicate /nextToken:length /tag/0:length /isDeep:type \
         /ratio:type /order:one_of",
    );
    query::<Listing>("", "400 /pageSize:required");
    query::<Listing>("pageSize=0&tag=a&tag=b&tag=c", "400 /pageSize:range /tag:max_items");
    query::<Listing>("pageSize=300", "400 /pageSize:range");
    for text in ["-1", "01", "%2B1", "1.0", "1e0", "", "0x1", "+1"] {
        let code = if text == "-1" { "range" } else { "type" };
        query::<Listing>(&format!("pageSize={text}"), &format!("400 /pageSize:{code}"));
    }
}

#[test]
fn unknown_members_are_as_the_options_say() {
    run(async {
        let app = querying::<Listing>();
        assert!(brief(&app, get("/?pageSize=1&x=1&x=2")).await.starts_with("200 "));
        let app = app.layer(axum::Extension(Options::new().rejecting_unknown_members()));
        assert_eq!(brief(&app, get("/?pageSize=1&x=1&y")).await, "400 /x:unknown /y:unknown");
    });
}

#[test]
fn what_is_not_utf_8_is_refused() {
    query::<Listing>("pageSize=1&nextToken=%ff", "400 names and values must be UTF-8");
}

#[derive(Debug, Deserialize, Validate)]
struct Flat {
    id: u64,
    #[serde(flatten)]
    page: Inner,
    #[serde(flatten)]
    rest: BTreeMap<String, i16>,
}

#[derive(Debug, Deserialize, Validate)]
struct Inner {
    #[range(max = 9)]
    size: u8,
    #[serde(default)]
    list: Vec<u8>,
}

#[test]
fn flattened_members_have_their_types_too() {
    query::<Flat>(
        "id=1&size=2&list=3&x=-4&list=5",
        "200 Flat { id: 1, page: Inner { size: 2, list: [3, 5] }, rest: {\"x\": -4} }",
    );
    query::<Flat>("id=a&size=10", "400 /id:type /size:range");
}

#[derive(Debug, Deserialize, Validate)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Filter {
    Size { min: u32, max: Option<u32> },
    Name(Name),
    All,
}

#[derive(Debug, Deserialize, Validate)]
struct Name {
    #[length(max = 3)]
    name: String,
    exact: bool,
}

#[test]
fn a_tag_says_what_the_others_are() {
    query::<Filter>("min=3&kind=size", "200 Size { min: 3, max: None }");
    query::<Filter>(
        "kind=name&name=abc&exact=false",
        "200 Name(Name { name: \"abc\", exact: false })",
    );
    query::<Filter>("kind=name&name=abcd&exact=no", "400 /name:length /exact:type");
    query::<Filter>("kind=all", "200 All");
    query::<Filter>("kind=none", "400 /kind:one_of");
    query::<Filter>("min=3", "400 /kind:required");
}

#[derive(Debug, Deserialize, Validate)]
struct Own {
    #[serde(deserialize_with = "half")]
    half: u32,
    at: Option<std::net::IpAddr>,
    first: Option<char>,
    pair: Option<(u8, bool)>,
}

fn half<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
    u32::deserialize(deserializer).map(|it| it / 2)
}

#[test]
fn members_that_only_their_own_code_reads_are_what_it_asks_for() {
    query::<Own>(
        "half=8&at=::1&first=x&pair=1&pair=true",
        "200 Own { half: 4, at: Some(::1), first: Some('x'), pair: Some((1, true)) }",
    );
    query::<Own>("half=x", "400 /half:unreadable");
    query::<Own>("half=2&pair=1&first=xy", "400 /first:length /pair:length");
}

#[test]
fn maps_and_lists_of_pairs_are_queries_as_well() {
    query::<BTreeMap<String, Vec<u8>>>("a=1&b=2&a=3", "200 {\"a\": [1, 3], \"b\": [2]}");
    query::<BTreeMap<u8, bool>>("1=true&2=false", "200 {1: true, 2: false}");
    query::<HashMap<String, String>>("a=1&a=2", "400 /a:duplicate");
    query::<Vec<(String, u8)>>("a=1&a=2", "200 [(\"a\", 1), (\"a\", 2)]");
    query::<Vec<(String, u8)>>("a=x&a=2&3", "400 /0/1:type /2/1:type");
    query::<Vec<(String, String)>>("a=1&a", "200 [(\"a\", \"1\"), (\"a\", \"\")]");
}

#[test]
fn a_query_may_be_absent() {
    async fn list(page: Option<Query<Listing>>) -> String {
        page.map_or_else(|| "none".into(), |Query(it)| it.page_size.to_string())
    }
    run(async {
        let app = Router::new().route("/", on_get(list));
        assert_eq!(brief(&app, get("/")).await, "200 none");
        assert_eq!(brief(&app, get("/?")).await, "200 none");
        assert_eq!(brief(&app, get("/?pageSize=3")).await, "200 3");
        assert_eq!(brief(&app, get("/?x")).await, "400 /pageSize:required");
    });
}

#[test]
fn forms_are_bodies_or_queries() {
    async fn send(Form(it): Form<Listing>) -> String {
        it.page_size.to_string()
    }
    async fn maybe(form: Option<Form<Listing>>) -> String {
        form.map_or_else(|| "none".into(), |Form(it)| it.page_size.to_string())
    }
    const FORM: &str = "application/x-www-form-urlencoded";
    run(async {
        let app = Router::new().route("/", on_post(send).get(send).put(maybe));
        assert_eq!(brief(&app, with_type(FORM, "pageSize=3")).await, "200 3");
        assert_eq!(
            brief(&app, with_type(&format!("{FORM};charset=UTF-8"), "pageSize=3")).await,
            "200 3"
        );
        assert_eq!(
            brief(&app, with_type(FORM, "pageSize=0&ratio=x")).await,
            "400 /pageSize:range /ratio:type"
        );
        let few = format!("pageSize=3{}", "&a".repeat(16_383));
        assert_eq!(brief(&app, with_type(FORM, few.clone())).await, "200 3");
        let many = brief(&app, with_type(FORM, format!("{few}&a"))).await;
        assert!(many.starts_with("413 "), "{many}");
        assert_eq!(brief(&app, with_type(FORM, "")).await, "400 a body is needed");
        assert!(brief(&app, with_type("application/json", "pageSize=3")).await.starts_with("415 "));
        assert_eq!(brief(&app, get("/?pageSize=3")).await, "200 3");
        let put = Request::put("/").body(axum::body::Body::empty()).unwrap();
        assert_eq!(brief(&app, put).await, "200 none");
    });
}

#[derive(Debug, Deserialize, Validate)]
struct AccountId(#[pattern(r"^\d{12}$")] String);

#[derive(Debug, Deserialize, Validate)]
struct Place {
    account: AccountId,
    #[range(max = 9)]
    index: u8,
}

#[test]
fn paths_are_taken_by_name_in_order_or_alone() {
    run(async {
        let app = Router::new()
            .route(
                "/named/{account}/{index}",
                on_get(|Path(it): Path<Place>| async move { format!("{it:?}") }),
            )
            .route(
                "/pair/{a}/{b}",
                on_get(|Path(it): Path<(AccountId, u8)>| async move { format!("{it:?}") }),
            )
            .route(
                "/list/{a}/{b}",
                on_get(|Path(it): Path<Vec<u8>>| async move { format!("{:?}", it.into_inner()) }),
            )
            .route(
                "/map/{a}",
                on_get(|Path(it): Path<BTreeMap<String, u8>>| async move {
                    format!("{:?}", it.into_inner())
                }),
            )
            .route("/one/{a}", on_get(|Path(it): Path<AccountId>| async move { it.0.clone() }))
            .route(
                "/order/{a}",
                on_get(|Path(it): Path<Order>| async move { format!("{:?}", it.into_inner()) }),
            )
            .route(
                "/ip/{a}",
                on_get(|Path(it): Path<std::net::IpAddr>| async move { it.to_string() }),
            )
            .route("/wrong/{a}/{b}", on_get(|Path(it): Path<u8>| async move { it.to_string() }))
            .route("/none", on_get(|it: Option<Path<u8>>| async move { it.is_none().to_string() }))
            .route(
                "/some/{a}",
                on_get(|it: Option<Path<u8>>| async move { it.is_none().to_string() }),
            );
        for (path, expected) in [
            (
                "/named/123456789012/3",
                r#"200 Valid(Place { account: AccountId("123456789012"), index: 3 })"#,
            ),
            ("/named/12/x", "400 /account:pattern /index:type"),
            ("/named/12/10", "400 /account:pattern /index:range"),
            ("/pair/123456789012/3", r#"200 Valid((AccountId("123456789012"), 3))"#),
            ("/pair/1/256", "400 /0:pattern /1:range"),
            ("/list/1/2", "200 [1, 2]"),
            ("/list/1/x", "400 /1:type"),
            ("/map/1", r#"200 {"a": 1}"#),
            ("/one/123456789012", "200 123456789012"),
            ("/one/1", "400 :pattern"),
            ("/order/up", "200 Up"),
            ("/order/left", "400 :one_of"),
            ("/ip/127.0.0.1", "200 127.0.0.1"),
            ("/one/%ff", "400 names and values must be UTF-8"),
            ("/wrong/1/2", "500 the server failed"),
            ("/none", "200 true"),
            ("/some/1", "200 false"),
            ("/some/x", "400 :type"),
        ] {
            assert_eq!(brief(&app, get(path)).await, expected, "{path}");
        }
    });
}

#[test]
fn many_names_are_read_and_too_many_are_too_large() {
    let names = |many: usize| (0..many).map(|n| format!("{n}=")).collect::<Vec<_>>().join("&");
    let app = Router::new().route("/", on_post(|_: Form<Listing>| async {}));
    let form = |body| with_type("application/x-www-form-urlencoded", body);
    assert_eq!(run(brief(&app, form(names(16_000)))), "400 /pageSize:required");
    let repeated = "tag=a&".repeat(16_000);
    assert_eq!(run(brief(&app, form(repeated))), "400 /pageSize:required /tag:max_items");
    assert!(run(brief(&app, form(names(120_000)))).starts_with("413 "));
}
