//! What awsJson1_0 is spoken like, and what is no awsJson1_0.

use crate::support::raw::{Request, Response};
use crate::support::{Database, ENVIRONMENT, MANAGEMENT, Service};

const CREATE: &str = "CreateEnvironmentAccountConnection";

fn create(body: &str) -> Request {
    Request::operation(CREATE, body)
}

fn valid() -> Request {
    create(r#"{"managementAccountId":"222222222222","environmentName":"prod"}"#)
}

async fn service() -> Service {
    Service::start(Database::sqlite()).await
}

async fn answer(request: Request) -> Response {
    request.signed(ENVIRONMENT).send(service().await.address()).await
}

async fn refused(request: Request, status: u16, code: &str) {
    let response = answer(request).await;
    assert_eq!((response.status, response.code().as_str()), (status, code), "{}", response.body);
}

#[tokio::test]
async fn an_answer_is_as_the_protocol_says() {
    let response = answer(valid()).await;
    assert_eq!(response.status, 200);
    assert!(response.head.contains("content-type: application/x-amz-json-1.0"));
    assert!(response.head.contains("x-amzn-requestid: "));
    let body: serde_json::Value = serde_json::from_str(&response.body).unwrap();
    let connection = &body["environmentAccountConnection"];
    assert!(connection["requestedAt"].is_number() && connection["lastModifiedAt"].is_number());
    assert_eq!(connection["status"], "PENDING");
    assert!(connection.get("componentRoleArn").is_none(), "{connection}");
}

#[tokio::test]
async fn an_error_names_its_shape() {
    let response = answer(create("{}")).await;
    assert_eq!(response.status, 400);
    assert!(response.head.contains("x-amzn-requestid: "));
    assert_eq!(
        response.body,
        concat!(
            r#"{"__type":"com.amazonaws.proton#ValidationException","message":"#,
            r#""2 validation errors detected. Value at '/managementAccountId' failed to "#,
            r#"satisfy constraint: Member must not be null; Value at '/environmentName' "#,
            r#"failed to satisfy constraint: Member must not be null"}"#
        )
    );
}

#[tokio::test]
async fn what_is_no_json_cannot_be_read() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let valid = r#""managementAccountId":"222222222222","environmentName":"prod""#;
    let member = format!(r#"{{{valid},"nobody knows it":{deep}}}"#);
    let objects = format!("{}1{}", r#"{"a":"#.repeat(10_000), "}".repeat(10_000));
    for body in ["", "{", "null x", "{]", "\u{0}", &deep, &member, &objects] {
        refused(create(body), 400, "SerializationException").await;
    }
    let utf8 = Request::operation(CREATE, &b"{\"x\":\"\xff\"}"[..]);
    refused(utf8, 400, "SerializationException").await;
    for body in ["null", "[]", "1", r#"{"environmentName":1}"#, r#"{"tags":[null]}"#] {
        refused(create(body), 400, "ValidationException").await;
    }
}

#[tokio::test]
async fn members_that_nobody_knows_are_ignored_and_doubled_ones_are_not() {
    let body = r#"{"managementAccountId":"222222222222","environmentName":"prod","new":{"a":1}}"#;
    assert_eq!(answer(create(body)).await.status, 200);
    let body =
        r#"{"managementAccountId":"222222222222","environmentName":"a","environmentName":"b"}"#;
    refused(create(body), 400, "ValidationException").await;
}

#[tokio::test]
async fn what_json_can_hold_a_tag_can() {
    let body = r#"{"managementAccountId":"222222222222","environmentName":"prod",
        "tags":[{"key":"\u0000","value":"\ud83d\ude00"},{"key":"'; --","value":"%s"}]}"#;
    let response = answer(create(body)).await;
    assert_eq!(response.status, 200, "{}", response.body);
}

#[tokio::test]
async fn an_operation_that_is_none_is_unknown() {
    let unknown = "UnknownOperationException";
    refused(Request::operation("Nothing", "{}"), 404, unknown).await;
    refused(Request::operation("ListEnvironments", "{}"), 404, unknown).await;
    refused(valid().with("x-amz-target", "Other.Operation"), 404, unknown).await;
    refused(Request { path: "/else", ..valid() }, 404, unknown).await;
    refused(Request { method: "PUT", ..valid() }, 404, unknown).await;
}

#[tokio::test]
async fn another_content_type_is_refused() {
    let unsupported = "UnsupportedMediaTypeException";
    for kind in ["application/json", "application/x-amz-json-1.1", "text/plain"] {
        refused(valid().with("content-type", kind), 415, unsupported).await;
    }
    refused(valid().with("content-type", None), 415, unsupported).await;
    refused(valid().and("content-encoding", "gzip"), 415, unsupported).await;
    let charset = "application/x-amz-json-1.0; charset=utf-8";
    assert_eq!(answer(valid().with("content-type", charset)).await.status, 200);
}

#[tokio::test]
async fn a_connection_is_kept_after_a_refusal() {
    let address = service().await.address();
    let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
    for _ in 0..3 {
        for (request, status) in [
            (valid(), 403),
            (create("{").signed(ENVIRONMENT), 400),
            (Request::operation("Nothing", "{}").signed(MANAGEMENT), 404),
        ] {
            use tokio::io::AsyncWriteExt;
            let head = request.head(request.body.len());
            stream.write_all(&[head.as_bytes(), &request.body].concat()).await.unwrap();
            assert_eq!(Response::read(&mut stream).await.unwrap().status, status);
        }
    }
}
