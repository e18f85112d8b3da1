#![no_main]

use libfuzzer_sys::fuzz_target;
use proton_validate_tests::fuzzing;

fuzz_target!(|input: &[u8]| fuzzing::pattern_matcher(input));
