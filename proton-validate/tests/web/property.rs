//! Any body in any chunks: what gets through is what came, and only what is valid.

use bytes::Bytes;
use http::{HeaderMap, HeaderValue};
use proptest::prelude::*;
use proton_validate::web::tower::{Mode, ValidateLayer};
use proton_validate::{Limits, json};

use crate::body::Frames;
use crate::layer::{Tag, json as request, through};

/// Bodies of which many are valid, many nearly, and some anything.
fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let space = "[ \n\t]{0,4}";
    let tag = (space, "[a-zé]{0,5}", space);
    let tag = tag.prop_map(|(a, key, b)| format!("{a}{{\"key\":{b}\"{key}\"}}{a}").into_bytes());
    prop_oneof![
        4 => tag.clone(),
        2 => (tag, any::<prop::sample::Index>(), any::<u8>()).prop_map(|(mut body, at, byte)| {
            let at = at.index(body.len());
            body[at] = byte;
            body
        }),
        1 => prop::collection::vec(any::<u8>(), 0..200),
    ]
}

/// The bytes, cut at these places.
fn chunks(body: &[u8], cuts: &[prop::sample::Index]) -> Vec<Bytes> {
    let mut cuts: Vec<usize> = cuts.iter().map(|cut| cut.index(body.len() + 1)).collect();
    cuts.extend([0, body.len()]);
    cuts.sort_unstable();
    cuts.windows(2).map(|cut| Bytes::copy_from_slice(&body[cut[0]..cut[1]])).collect()
}

fn trailers(value: u8) -> HeaderMap {
    let mut trailers = HeaderMap::new();
    trailers.insert("x-number", HeaderValue::from(u16::from(value)));
    trailers
}

proptest! {
    #[test]
    fn only_valid_bodies_arrive_and_they_arrive_whole(
        body in bodies(),
        cuts in prop::collection::vec(any::<prop::sample::Index>(), 0..12),
        trailer in any::<Option<u8>>(),
        is_announced in any::<bool>(),
        is_broken in any::<bool>(),
        max in prop_oneof![Just(1 << 20), 0_usize..40],
    ) {
        let frames = || {
            let mut frames = Frames::of(chunks(&body, &cuts));
            if is_announced {
                frames = frames.announced(body.len());
            }
            if is_broken {
                return frames.broken();
            }
            match trailer {
                Some(trailer) => frames.trailers(trailers(trailer)),
                None => frames,
            }
        };
        let limits = Limits::default().with_max_input_bytes(max);
        let layer = ValidateLayer::new().with_limits(limits);
        let is_whole = !is_broken || (is_announced && body.is_empty());
        let is_valid = json::check::<Tag>(&body).is_ok() && body.len() <= max && is_whole;

        let (status, counting) = through(&layer, request(frames()));
        prop_assert_eq!((status == 200, counting.calls()), (is_valid, usize::from(is_valid)));
        if is_valid {
            let seen = counting.seen.lock().unwrap();
            prop_assert_eq!(&seen.bytes, &body);
            prop_assert_eq!(&seen.trailers, &trailer.map(trailers));
            prop_assert_eq!(seen.exact, is_announced.then_some(body.len() as u64));
        }

        let (status, counting) = through(&layer.with_mode(Mode::Observe), request(frames()));
        prop_assert_eq!((status, counting.calls()), (200, 1));
        let seen = counting.seen.lock().unwrap();
        prop_assert_eq!(&seen.bytes, &body);
        prop_assert_eq!(seen.error.is_some(), is_broken);
        prop_assert_eq!(&seen.trailers, &trailer.filter(|_| !is_broken).map(trailers));
        prop_assert_eq!(seen.exact, is_announced.then_some(body.len() as u64));
    }
}
