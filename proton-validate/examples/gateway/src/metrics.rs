//! What Prometheus is told.

use std::time::Duration;

use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};
use proton_validate::Report;

/// The media type of what [`Metrics::text`] writes.
pub(crate) const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

type Labels<const N: usize> = [(&'static str, &'static str); N];

/// Upper bounds in seconds: a refusal takes microseconds, a commit to a disk
/// milliseconds, and a busy database longer.
const BUCKETS: [f64; 14] = [
    0.000_1, 0.000_25, 0.000_5, 0.001, 0.002_5, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0,
];

/// Counters and a histogram. Labels are names that the program holds, never what
/// a client sent: an operation that does not exist is `unknown`.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Labels<2>, Counter>,
    violations: Family<Labels<2>, Counter>,
    latency: Family<Labels<1>, Histogram, fn() -> Histogram>,
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("proton_gateway");
        let requests = Family::default();
        registry.register("requests", "Requests, by operation and code", requests.clone());
        let violations = Family::default();
        let help = "Violations in refused requests, by operation and code";
        registry.register("violations", help, violations.clone());
        let latency = Family::new_with_constructor(histogram as fn() -> Histogram);
        let help = "Time from a request's head to its answer, by operation";
        registry.register_with_unit("latency", help, Unit::Seconds, latency.clone());
        Self { registry, requests, violations, latency }
    }

    /// Counts an answered request; `code` is `OK` or an error's name.
    pub(crate) fn request(&self, operation: &'static str, code: &'static str, time: Duration) {
        self.requests.get_or_create(&[("operation", operation), ("code", code)]).inc();
        self.latency.get_or_create(&[("operation", operation)]).observe(time.as_secs_f64());
    }

    /// Counts each violation of a report.
    pub(crate) fn violations(&self, operation: &'static str, report: &Report) {
        for violation in report {
            let labels = [("operation", operation), ("code", violation.code())];
            self.violations.get_or_create(&labels).inc();
        }
    }

    /// All of it, as Prometheus reads it.
    pub(crate) fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a string does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}

fn histogram() -> Histogram {
    Histogram::new(BUCKETS)
}
