#!/usr/bin/env bash
# Instructions of one run of each piece of work in benches/core, without setting
# it up, by valgrind's callgrind. Fails where one takes more than is allowed: a
# tenth more than it took on x86-64 when the allowance was last set.
set -euo pipefail
cd "$(dirname "$0")/../.."

bench=$(cargo bench --quiet --no-default-features --bench core --no-run --message-format json |
    sed -n 's/.*"name":"core".*"executable":"\([^"]*\)".*/\1/p')
counts=$(mktemp -d)
trap 'rm -r "$counts"' EXIT

# What is called, the type whose run it is, and the instructions allowed.
status=0
while read -r work type allowed; do
    valgrind --tool=callgrind --callgrind-out-file="$counts/$work" \
        --collect-atstart=no --toggle-collect="core::work::$type::run" \
        "$bench" --once "$work" 2>"$counts/log" || { cat "$counts/log" >&2; exit 1; }
    count=$(sed -n 's/^totals: //p' "$counts/$work")
    verdict=
    if ((count == 0 || count > allowed)); then
        verdict=' FAIL'
        status=1
    fi
    printf '%-12s %12d instructions, %12d allowed%s\n' "$work" "$count" "$allowed" "$verdict"
done <<'WORK'
market     Market     1630000
grid       Grid        287000
regression Regression 26500000
WORK
exit "$status"
