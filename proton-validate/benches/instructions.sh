#!/usr/bin/env bash
# Instructions of the hot paths, counted by callgrind: the figure that repeats where
# times do not.
#
#   proton-validate/benches/instructions.sh            # compares with the baseline
#   proton-validate/benches/instructions.sh --record   # writes the baseline
#
# A path that needs more than TOLERANCE percent (10) more instructions than
# `instructions.tsv` says fails the run; one that needs as much less is named, so
# that the baseline follows. Counts depend on the compiler, the C library and the
# processor: with others than the baseline's nothing is compared.
set -euo pipefail
cd "$(dirname "$0")/../.."

baseline=proton-validate/benches/instructions.tsv
tolerance="${TOLERANCE:-10}"
# What else the counts depend on: the C library's copies and comparisons, and what the
# processor lets them and the check of UTF-8 choose.
library="$(ldd --version 2>/dev/null | sed -n '1s/.* //p' || true)"
vectors="$(grep -om 1 -w avx2 /proc/cpuinfo 2>/dev/null || echo no avx2)"
compiler="$(rustc --version) $(rustc -vV | sed -n 's/^host: //p'), libc $library, $vectors"

if ! valgrind --version >/dev/null 2>&1; then
    echo "skipped: instructions are counted by valgrind, and there is none"
    exit 0
fi
recorded="$(sed -n 's/^# //p' "$baseline" 2>/dev/null || true)"
if [ "${1:-}" != --record ] && [ "$recorded" != "$compiler" ]; then
    echo "skipped: the baseline is of '$recorded', this is '$compiler'"
    exit 0
fi

cargo build --quiet --release -p proton-validate-benches --bin proton-validate-benches
program="${CARGO_TARGET_DIR:-target}/release/proton-validate-benches"

# Only what happens inside the function of this name is collected.
count() {
    valgrind --tool=callgrind --callgrind-out-file=/dev/null --collect-atstart=no \
        --toggle-collect='*once*measured_once*' "$program" --once "$1" 2>&1 |
        awk '/Collected/ { print $NF; found = 1 } END { exit !found }'
}

counts() {
    echo "# $compiler"
    "$program" --once | while read -r path; do
        printf '%s\t%s\n' "$path" "$(count "$path")"
    done
}

if [ "${1:-}" = --record ]; then
    counts >"$baseline.new"
    mv "$baseline.new" "$baseline"
    cat "$baseline"
    exit 0
fi

counts | awk -F '\t' -v tolerance="$tolerance" '
    /^#/ { next }
    NR == FNR { before[$1] = $2; next }
    !($1 in before) { printf "%-42s %9d   not in the baseline\n", $1, $2; worse++; next }
    {
        percent = ($2 / before[$1] - 1) * 100
        verdict = percent > tolerance ? "MORE" : percent < -tolerance ? "less: record it" : ""
        printf "%-42s %9d %+7.1f %%  %s\n", $1, $2, percent, verdict
        if (percent > tolerance) worse++
    }
    END { if (worse) { print worse " paths need more instructions than the baseline allows"; exit 1 } }
' "$baseline" -
