#!/usr/bin/env bash
# What validation adds to a build: CPU seconds (user and system) of debug builds,
# side by side, for a crate of 100 structs with the members of the Proton request.
#
#   proton-validate/benches/build-cost.sh [STRUCTS]
#
# For each contender: `clean`, a first build of a crate that only depends on it;
# `structs`, a build of the crate once its dependencies are there; `release KiB`,
# a stripped program that checks one of the structs.
set -euo pipefail

root="$(cd "$(dirname "$0")/../.." && pwd)"
structs="${1:-100}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# CPU seconds of a command.
cpu() {
    local TIMEFORMAT='%U %S'
    { time "$@" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }; } 2>&1 |
        awk '{ printf "%.1f", $1 + $2 }'
}

ROLE='^arn:(aws|aws-cn|aws-us-gov):iam::\d{12}:role/([\w+=,.@-]{1,512}[/:])*([\w+=,.@-]{1,64})$'
ROLE_ASCII='^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([A-Za-z0-9_+=,.@-]{1,512}[/:])*([A-Za-z0-9_+=,.@-]{1,64})$'

# One struct: $1 is its number, the other arguments are the attributes of the
# token, the account, the roles, the name, the tags, the tag's key and value.
structure() {
    cat <<EOF
#[derive(serde::Deserialize$derive)]
pub struct Tag$1 { $7 pub key: String, $8 pub value: String }
#[derive(serde::Deserialize$derive)]
#[serde(rename_all = "camelCase")]
pub struct Request$1 {
    $2 pub client_token: Option<String>,
    $3 pub management_account_id: String,
    $4 pub role_arn: Option<String>,
    $5 pub environment_name: String,
    $6 pub tags: Option<Vec<Tag$1>>,
    $4 pub component_role_arn: Option<String>,
    $4 pub codebuild_role_arn: Option<String>,
}
EOF
}

# $1 is the contender, $2 its line in Cargo.toml, the rest as above.
contender() {
    local name=$1 dependency=$2 folder="$work/$1"
    shift 2
    mkdir -p "$folder/src/bin"
    cat >"$folder/Cargo.toml" <<EOF
[package]
name = "cost"
version = "0.0.0"
edition = "2024"
[dependencies]
serde = { version = "1", features = ["derive"] }
$dependency
[profile.release]
strip = true
[workspace]
EOF
    : >"$folder/src/lib.rs"
    (cd "$folder" && cargo fetch --quiet)
    local clean added release
    clean="$(cd "$folder" && cpu cargo build)"
    for number in $(seq "$structs"); do structure "$number" "$@"; done >"$folder/src/lib.rs"
    added="$(cd "$folder" && cpu cargo build)"
    { structure 0 "$@"; echo "fn main() { $check }"; } >"$folder/src/bin/one.rs"
    : >"$folder/src/lib.rs"
    (cd "$folder" && cargo build --quiet --release --bin one)
    release=$(($(stat -c %s "$folder/target/release/one") / 1024))
    printf '%-16s %8s %8s %12s\n' "$name" "$clean" "$added" "$release"
}

request='let r = Request0 { client_token: std::env::args().next(), management_account_id: String::new(), role_arn: None, environment_name: String::new(), tags: None, component_role_arn: None, codebuild_role_arn: None };'

printf '%-16s %8s %8s %12s\n' contender 'clean s' 'structs s' 'release KiB'
derive='' check="$request std::process::exit(i32::from(r.client_token.is_some()))"
contender serde '' '' '' '' '' '' '' ''
derive=', proton_validate::Validate'
check="use proton_validate::Validate; $request std::process::exit(i32::from(r.validate().is_ok()))"
contender proton-validate "proton-validate = { path = \"$root/proton-validate\" }" \
    '#[length(max = 64)] #[pattern(r"^[!-~]*$")]' '#[pattern(r"^\d{12}$")]' \
    "#[length(min = 1, max = 2048)] #[pattern(r\"$ROLE\")]" \
    '#[length(min = 1, max = 100)] #[pattern(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$")]' \
    '#[max_items(50)]' '#[length(min = 1, max = 128)]' '#[length(max = 256)]'
derive=', garde::Validate'
check="use garde::Validate; $request std::process::exit(i32::from(r.validate().is_ok()))"
contender garde 'garde = { version = "0.23", features = ["derive", "regex"] }' \
    '#[garde(length(chars, max = 64), pattern(r"^[!-~]*$"))]' '#[garde(pattern(r"^[0-9]{12}$"))]' \
    "#[garde(length(chars, min = 1, max = 2048), pattern(r\"$ROLE_ASCII\"))]" \
    '#[garde(length(chars, min = 1, max = 100), pattern(r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$"))]' \
    '#[garde(length(max = 50), dive)]' '#[garde(length(chars, min = 1, max = 128))]' '#[garde(length(chars, max = 256))]'
