//! Published patterns, read in place from where `PROTON_VECTORS` says.

use serde_json::Value;

use super::{
    Mode, parse, recognise,
    std::{env, fs, path::PathBuf, println},
};

#[test]
fn published_patterns() {
    let Some(folder) = env::var_os("PROTON_VECTORS").map(PathBuf::from) else {
        println!("skipped, PROTON_VECTORS is not set");
        return;
    };
    let text = fs::read_to_string(folder.join("patterns.json")).unwrap();
    let file: Value = serde_json::from_str(&text).unwrap();
    let patterns = file["patterns"].as_array().unwrap();
    let (mut recognised, mut failed) = (0, 0);
    for vector in patterns {
        let source = vector["pattern"].as_str().unwrap();
        let shape = vector["shape"].as_str().unwrap();
        let Some(runs) = parse(source).ok().and_then(|tree| recognise(&tree, Mode::Search)) else {
            println!("not runs: {shape} {source}");
            continue;
        };
        recognised += 1;
        for case in vector["cases"].as_array().unwrap() {
            let (text, accept) = (case["s"].as_str().unwrap(), case["accept"].as_bool().unwrap());
            if runs.is_match(text) != accept {
                failed += 1;
                println!("FAILED {source} on {text:?}: expected {accept}");
            }
        }
    }
    println!("{recognised} of {} patterns are runs", patterns.len());
    assert_eq!(failed, 0);
    assert!(recognised * 100 >= patterns.len() * 64);
}
