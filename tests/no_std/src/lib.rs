//! A request validated without the standard library.

#![no_std]

extern crate alloc;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use proton_validate::{Report, Validate};

/// Something of everything.
#[derive(Validate)]
pub struct Request {
    /// A string under a pattern.
    #[length(min = 1, max = 10)]
    #[pattern("^[a-z]+$")]
    pub name: String,
    /// A list.
    #[unique_items]
    pub list: Vec<u32>,
    /// A map.
    #[required]
    pub map: Option<BTreeMap<String, String>>,
}

/// Checks it.
///
/// # Errors
///
/// When it violates a constraint.
pub fn check(request: &Request) -> Result<(), Report> {
    request.validate()
}

/// Checks a host's name.
pub fn is_host(text: &str) -> bool {
    proton_validate::format::HOSTNAME.is_match(text)
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo<'_>) -> ! {
    loop {}
}
