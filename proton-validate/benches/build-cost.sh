#!/usr/bin/env bash
# What validation adds to a build: of ours, ours with JSON, garde, validator and serde
# alone, for a program with structs like the Proton request.
#
#   proton-validate/benches/build-cost.sh [--json] [--bodies] [STRUCTS [ROUNDS]]
#
#   clean_*        all dependencies, from nothing
#   structs_*      the program, once its dependencies are there
#   added_*        both together, less what they take with serde alone
#   rebuild_debug  the program again, after an edit of one bound in one struct
#   size_*         the release program, as it comes and stripped
#
# Times are those of processors, user and system, since what waits costs nothing: the
# least of ROUNDS (3), in which contenders take turns. With `--bodies` the program
# reads each request from JSON before it validates it. `--json` prints figures as the
# benchmarks do: times in nanoseconds, sizes in KiB. Versions are those of Cargo.lock;
# once they are fetched, nothing needs the network.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
json='' bodies='' numbers=()
for argument in "$@"; do
    case "$argument" in
    --json) json=1 ;;
    --bodies) bodies=1 ;;
    [1-9]*) numbers+=("$argument") ;;
    *) echo 'usage: build-cost.sh [--json] [--bodies] [STRUCTS [ROUNDS]]' >&2 && exit 2 ;;
    esac
done
structs="${numbers[0]:-100}" rounds="${numbers[1]:-3}"
contenders='ours ours_json garde validator serde'
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# What the caller has set may help one build and not another. Lints are off, since
# cargo turns them off for the crates of a registry, and ours are here by path.
unset "${!CARGO_BUILD_@}" "${!CARGO_PROFILE_@}" CARGO_TARGET_DIR CARGO_INCREMENTAL
unset RUSTC_WRAPPER RUSTC_WORKSPACE_WRAPPER CARGO_ENCODED_RUSTFLAGS
export RUSTFLAGS='--cap-lints=allow' CARGO_TERM_COLOR=never

TOKEN='"^[!-~]*$"' ACCOUNT='"^[0-9]{12}$"' NAME='r"^[0-9A-Za-z]+[0-9A-Za-z_\-]*$"'
ROLE='"^arn:(aws|aws-cn|aws-us-gov):iam::[0-9]{12}:role/([A-Za-z0-9_+=,.@-]{1,512}[/:])*([A-Za-z0-9_+=,.@-]{1,64})$"'

# What a contender writes: its dependencies, its derive, the check, what stands once in
# the program, and the attributes of members (`MAX` is the bound that is edited).
contender() {
    dependencies='' derive='' once='' check='Ok::<(), std::fmt::Error>(())'
    token='' account='' role='' name='' tags='' key='' value=''
    request='std::hint::black_box(Default::default())'
    if [ -n "$bodies" ]; then
        dependencies='serde_json = "1"'
        request='serde_json::from_slice(body).unwrap_or_default()'
    fi
    "$1"
}

serde() { :; }

ours() {
    dependencies+=$'\n'"proton-validate = { path = \"$root/proton-validate\" }"
    derive=', proton_validate::Validate' check='proton_validate::Validate::validate(&it)'
    token="#[length(max = 64)] #[pattern($TOKEN)]" account="#[pattern($ACCOUNT)]"
    role="#[length(min = 1, max = MAX)] #[pattern($ROLE)]"
    name="#[length(min = 1, max = 100)] #[pattern($NAME)]"
    tags='#[max_items(50)]' key='#[length(min = 1, max = 128)]' value='#[length(max = 256)]'
}

ours_json() {
    ours
    dependencies="${dependencies/%\}/, features = [\"json\"] \}}"
    if [ -n "$bodies" ]; then
        request='proton_validate::json::from_slice(body).map(proton_validate::Valid::into_inner).unwrap_or_default()'
        check='Ok::<(), std::fmt::Error>(())'
    fi
}

garde() {
    dependencies+=$'\ngarde = { version = "0.23", features = ["derive", "regex"] }'
    derive=', garde::Validate' check='garde::Validate::validate(&it)'
    token="#[garde(length(chars, max = 64), pattern($TOKEN))]" account="#[garde(pattern($ACCOUNT))]"
    role="#[garde(length(chars, min = 1, max = MAX), pattern($ROLE))]"
    name="#[garde(length(chars, min = 1, max = 100), pattern($NAME))]" tags='#[garde(length(max = 50), dive)]'
    key='#[garde(length(chars, min = 1, max = 128))]' value='#[garde(length(chars, max = 256))]'
}

validator() {
    dependencies+=$'\nvalidator = { version = "0.21", features = ["derive"] }\nregex = "1"'
    derive=', serde::Serialize, validator::Validate' check='validator::Validate::validate(&it)'
    token='#[validate(length(max = 64), regex(path = *TOKEN))]' account='#[validate(regex(path = *ACCOUNT))]'
    role='#[validate(length(min = 1, max = MAX), regex(path = *ROLE))]'
    name='#[validate(length(min = 1, max = 100), regex(path = *NAME))]' tags='#[validate(length(max = 50), nested)]'
    key='#[validate(length(min = 1, max = 128))]' value='#[validate(length(max = 256))]'
    once=$'use validator::Validate as _;\n'
    for pattern in TOKEN ACCOUNT ROLE NAME; do
        once+="static $pattern: std::sync::LazyLock<regex::Regex> = "
        once+="std::sync::LazyLock::new(|| regex::Regex::new(${!pattern}).unwrap());"$'\n'
    done
}

# The profile is what cargo does to the crates of a registry.
manifest() {
    cat <<END
[package]
name = "cost"
version = "0.0.0"
edition = "2024"
[dependencies]
serde = { version = "1", features = ["derive"] }
$dependencies
[profile.dev.package."*"]
incremental = false
[workspace]
END
}

# The struct with the number $1, its function, and the bound $2, for serde a name.
structure() {
    cat <<END
#[derive(Default, serde::Deserialize$derive)]
pub struct Tag$1 { $key pub key: String, $value pub value: String }
#[derive(Default, serde::Deserialize$derive)]
#[serde(rename_all = "camelCase")]
pub struct Request$1 {
    $token pub client_token: Option<String>,
    $account pub management_account_id: String,
    #[serde(rename = "roleArn$2")] ${role/MAX/$2} pub role_arn: Option<String>,
    $name pub environment_name: String,
    $tags pub tags: Option<Vec<Tag$1>>,
    ${role/MAX/2048} pub component_role_arn: Option<String>,
    ${role/MAX/2048} pub codebuild_role_arn: Option<String>,
}
#[inline(never)]
fn check$1(body: &[u8]) {
    let it: Request$1 = $request;
    std::hint::black_box((&it, body));
    if let Err(error) = $check { println!("{error}"); }
}
END
}

# The program, whose first struct has the bound $1.
program() {
    echo "$once"
    structure 1 "$1"
    for number in $(seq 2 "$structs"); do structure "$number" 2048; done
    echo 'fn main() { let body = std::env::args().next().unwrap_or_default().into_bytes();'
    for number in $(seq "$structs"); do echo "check$number(&body);"; done
    echo '}'
}

fail() { cat log >&2 && exit 1; }

# Writes down, as the measure $1, how many nanoseconds of processors a build takes.
measure() {
    local TIMEFORMAT='%U %S'
    { time cargo build --offline "${@:2}" >log 2>&1; } 2>seconds || fail
    echo "$1 $turn $(awk '{ printf "%.0f", ($1 + $2) * 1e9 }' seconds)" >>"$work/measures"
}

# Writes down the size of the program, in KiB.
size() {
    echo "$1 $turn $(($(wc -c <target/release/cost) / 1024))" >>"$work/measures"
}

# All measures of the contender $turn in the round $1.
take_turn() {
    rm -rf target
    echo 'fn main() {}' >src/main.rs
    measure clean_debug
    measure clean_release --release
    program 2048 >src/main.rs
    measure structs_debug
    measure structs_release --release
    size size_release
    program 1024 >src/main.rs
    measure rebuild_debug
    [ "$1" = 1 ] || return 0 # Every round has the same.
    cargo rustc --offline --release -- -C strip=symbols >log 2>&1 || fail
    size size_stripped
}

# The figures: a measure, a contender, its number, and how many times ours that is.
figures() {
    awk -v names="$contenders" '
        !(($1, $2) in least) || $3 < least[$1, $2] { least[$1, $2] = $3 }
        function added(name, profile) {
            return least["clean_" profile, name] + least["structs_" profile, name]
        }
        END {
            count = split(names, contenders, " ")
            for (i = 1; i <= count; i++) for (p = 1; p <= split("debug release", profiles, " "); p++)
                least["added_" profiles[p], contenders[i]] = added(contenders[i], profiles[p]) - added("serde", profiles[p])
            rows = split("clean_debug clean_release structs_debug structs_release added_debug added_release rebuild_debug size_release size_stripped", row, " ")
            for (r = 1; r <= rows; r++) for (i = 1; i <= count; i++) {
                number = least[row[r], contenders[i]]
                print row[r], contenders[i], number, number / least[row[r], "ours"]
            }
        }' "$work/measures"
}

as_json() {
    awk 'BEGIN { printf "[" }
        { printf "%s\n{\"row\":\"build_cost\",\"input\":\"%s\",\"contender\":\"%s\",\"ns\":%.1f,\"ratio\":%.3f}", comma, $1, $2, $3, $4; comma = "," }
        END { print "\n]" }'
}

as_table() {
    awk -v names="$contenders" '
        BEGIN { printf "%-16s", "build_cost"; for (i = 1; i <= split(names, name, " "); i++) printf "%18s", name[i] }
        $1 != row { row = $1; printf "\n%-16s", row }
        {
            ratio = $2 == "ours" ? "" : sprintf("%.2fx ", $4)
            cell = row ~ /^size/ ? sprintf("%6d KiB", $3) : sprintf("%6.2f s", $3 / 1e9)
            printf "%18s", ratio cell
        }
        END { print "" }'
}

for turn in $contenders; do
    mkdir -p "$work/$turn/src"
    cd "$work/$turn"
    cp "$root/Cargo.lock" .
    contender "$turn"
    manifest >Cargo.toml
    echo 'fn main() {}' >src/main.rs
    cargo fetch --quiet
done
for round in $(seq "$rounds"); do
    for turn in $contenders; do
        cd "$work/$turn"
        contender "$turn"
        take_turn "$round"
        echo "round $round: $turn" >&2
    done
done
if [ -n "$json" ]; then figures | as_json; else figures | as_table; fi
