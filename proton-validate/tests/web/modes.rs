//! Watching without refusing, and what is told.

use std::future::Future;
use std::sync::{Arc, Mutex};

use http::{HeaderMap, HeaderValue, Method, Request};
use proton_validate::web::tower::{Event, Mode, Observer, ValidateLayer, Verdict};
use proton_validate::{Custom, Limits, Validate};
use serde::Deserialize;
use tower::{Layer, ServiceExt};

use crate::body::Frames;
use crate::layer::{Counting, Tag, json, request, through};
use crate::run;

/// Keeps what it is told.
#[derive(Debug, Default)]
struct Told(Mutex<Vec<Line>>);

/// The route, the verdict, the codes, and whether it was refused and looked at.
type Line = (&'static str, Verdict, Vec<&'static str>, bool, bool);

impl Observer for Told {
    fn observe(&self, event: &Event<'_>) {
        let codes: Vec<_> = event.codes().collect();
        assert_eq!(event.code(), codes.first().copied());
        let looked = event.nanoseconds() > 0;
        self.0.lock().unwrap().push((
            event.route(),
            event.verdict(),
            codes,
            event.is_refused(),
            looked,
        ));
    }
}

fn layer(mode: Mode) -> (ValidateLayer<Tag>, Arc<Told>) {
    let told = Arc::new(Told::default());
    let layer = ValidateLayer::new()
        .with_route("tags")
        .with_mode(mode)
        .with_limits(Limits::default().with_max_input_bytes(20))
        .with_observer(Arc::clone(&told));
    (layer, told)
}

const VALID: &str = r#"{"key": "abc"}"#;

/// A request of each kind, with the verdict and its codes.
fn requests() -> Vec<(Request<Frames>, Verdict, Vec<&'static str>)> {
    let twice = || {
        let mut request = json(Frames::of([VALID]));
        request.headers_mut().append("content-type", HeaderValue::from_static("application/json"));
        request
    };
    let trailers = || {
        let mut trailers = HeaderMap::new();
        trailers.insert("x", HeaderValue::from_static("y"));
        trailers
    };
    vec![
        (json(Frames::of([VALID]).trailers(trailers())), Verdict::Valid, vec![]),
        (request(Method::GET, "", Frames::default()), Verdict::Empty, vec![]),
        (json(Frames::of([r#"{"key": "long"}"#])), Verdict::Invalid, vec!["length"]),
        (json(Frames::of(["{", "} "])), Verdict::Invalid, vec!["required"]),
        (json(Frames::of([r#"{"key":1,"key":2}"#])), Verdict::Invalid, vec!["type", "duplicate"]),
        (json(Frames::of(["{"])), Verdict::Syntax, vec!["syntax"]),
        (json(Frames::of(["12345"; 9]).trailers(trailers())), Verdict::TooLarge, vec!["too_large"]),
        (json(Frames::of(["1"; 25]).announced(25)), Verdict::TooLarge, vec!["too_large"]),
        (json(Frames::of(["1"; 25]).broken()), Verdict::TooLarge, vec!["too_large"]),
        (
            request(Method::POST, "text/plain", Frames::of(["x"; 99])),
            Verdict::Unsupported,
            vec!["content_type"],
        ),
        (
            request(Method::POST, "application/json;charset=latin1", Frames::of([VALID])),
            Verdict::Unsupported,
            vec!["charset"],
        ),
        (twice(), Verdict::Unsupported, vec!["content_type"]),
        (json(Frames::default()), Verdict::MissingBody, vec!["missing_body"]),
        (json(Frames::of([VALID]).broken()), Verdict::Interrupted, vec!["interrupted"]),
    ]
}

#[test]
fn enforcing_refuses_all_but_what_is_allowed_and_says_so() {
    for (request, verdict, codes) in requests() {
        let (layer, told) = layer(Mode::Enforce);
        let (status, counting) = through(&layer, request);
        let is_allowed = verdict.is_allowed();
        assert_eq!((status == 200, counting.calls()), (is_allowed, usize::from(is_allowed)));
        let looked = matches!(verdict, Verdict::Valid | Verdict::Invalid | Verdict::Syntax);
        assert_eq!(*told.0.lock().unwrap(), [("tags", verdict, codes, !is_allowed, looked)]);
    }
}

#[test]
fn observing_passes_everything_on_and_says_the_same() {
    for ((request, verdict, codes), (same, ..)) in requests().into_iter().zip(requests()) {
        let (layer, told) = layer(Mode::Observe);
        let (status, counting) = through(&layer, request);
        assert_eq!((status, counting.calls()), (200, 1), "{verdict:?}");
        let [(route, found, found_codes, is_refused, _)] = &told.0.lock().unwrap()[..] else {
            panic!()
        };
        assert_eq!((*route, *found, found_codes, *is_refused), ("tags", verdict, &codes, false));
        let direct = direct(same);
        let (direct, seen) = (direct.seen.lock().unwrap(), counting.seen.lock().unwrap());
        assert_eq!(direct.bytes, seen.bytes, "{verdict:?}");
        assert_eq!(direct.trailers, seen.trailers, "{verdict:?}");
        assert_eq!(direct.error, seen.error, "{verdict:?}");
        assert_eq!(direct.exact, seen.exact, "{verdict:?}");
        assert_eq!(direct.headers, seen.headers, "{verdict:?}");
    }
}

/// What the service sees of a body that nobody looks at.
pub(crate) fn direct(request: Request<Frames>) -> Counting {
    let none = Limits::default().with_max_input_bytes(0);
    let layer = ValidateLayer::new().with_mode(Mode::Observe).with_limits(none);
    through(&layer, request).1
}

#[derive(Debug, Deserialize, Validate)]
#[check(unsure)]
struct Unsure {}

fn unsure(_: &Unsure, (): &()) -> Result<(), Custom> {
    Err(Custom::unavailable("no answer"))
}

#[test]
fn what_could_not_be_decided_is_no_pass() {
    for (mode, status) in [(Mode::Enforce, 503), (Mode::Observe, 200)] {
        let told = Arc::new(Told::default());
        let layer = ValidateLayer::<Unsure>::new().with_mode(mode).with_observer(Arc::clone(&told));
        let service = layer.layer(Counting::default());
        let response = run(service.oneshot(json(Frames::of(["{}"])))).unwrap();
        assert_eq!(response.status(), status);
        let told = told.0.lock().unwrap();
        assert_eq!((told[0].1, &told[0].2[..]), (Verdict::Undecided, &["undecided"][..]));
    }
}

#[derive(Debug, Deserialize, Validate)]
#[validate(context = usize)]
struct Tags(#[max_items(*context)] Vec<String>);

#[test]
fn a_context_is_the_layers() {
    for (max, status) in [(2, 200), (1, 400)] {
        let service = ValidateLayer::<Tags, _>::with_context(max).layer(Counting::default());
        let response = run(service.oneshot(json(Frames::of([r#"["a", "b"]"#])))).unwrap();
        assert_eq!(response.status(), status);
    }
}

#[test]
fn a_request_that_is_given_up_is_told_too() {
    let (layer, told) = layer(Mode::Enforce);
    let mut call = layer.layer(Counting::default()).oneshot(json(Frames::of(["{", "}"])));
    let mut cx = std::task::Context::from_waker(std::task::Waker::noop());
    assert!(std::pin::Pin::new(&mut call).poll(&mut cx).is_pending());
    assert_eq!(told.0.lock().unwrap().len(), 0);
    drop(call);
    let told = told.0.lock().unwrap();
    assert_eq!((told[0].1, &told[0].2[..]), (Verdict::Interrupted, &["interrupted"][..]));
}

#[test]
fn a_function_is_told_as_well() {
    let layer = ValidateLayer::new().with_observer(|event: &Event<'_>| {
        assert_eq!((event.route(), event.verdict().name()), ("", "valid"));
    });
    assert_eq!(through(&layer, json(Frames::of([VALID]))).0, 200);
}
