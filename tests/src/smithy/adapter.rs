//! The library's answer to a body: by its shape alone, and as a value, which have
//! to agree.

use proton_validate::wire::{Rendering, smithy};
use proton_validate::{Rejection, ValidateWith, json};
use serde::de::DeserializeOwned;

use super::Response;

pub(super) fn check<T: DeserializeOwned + ValidateWith<()>>(bytes: &[u8]) -> Result<(), Response> {
    let checked = json::check::<T>(bytes);
    let read = json::from_slice::<T>(bytes).map(drop);
    if checked != read {
        let apart = format!("json::check: {checked:?}; json::from_slice: {read:?}");
        return Err(Response { status: 500, headers: [].into(), body: apart.into() });
    }
    checked.map_err(|rejection| response(&rejection))
}

fn response(rejection: &Rejection) -> Response {
    let rendered = smithy::render(rejection, Rendering::FULL);
    let headers = rendered.headers().iter();
    Response {
        status: rendered.status(),
        headers: headers.map(|(name, value)| (name.to_lowercase(), (*value).to_string())).collect(),
        body: serde_json::from_str(rendered.body()).unwrap_or_default(),
    }
}
