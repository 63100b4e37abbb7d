#!/usr/bin/env bash
# The suite itself, inside the environment. usage: suite.sh [NAME-REGEX | --list]; run by scripts/test.
#
# Steps and test programs share one list of names. Each step's verdict goes to build/suite/steps, each test program's
# functions to build/dev/results; tests/checks/summary.py adds them up.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit
wanted=${1:-}
jobs=${REJOIN_JOBS:-$(nproc)}
results=build/suite
steps=(scripts format tidy core-only)
mkdir -p "$results"
rm -f "$results/dev.xml" build/dev/results/*.{xml,txt}
: >"$results/steps"

title() { printf '\n== %s\n' "$*"; }
is_wanted() { [ -z "$wanted" ] || [[ $1 =~ $wanted ]]; }

# step NAME COMMAND…: runs it if it is wanted and notes the verdict.
step() {
    local name=$1 began=$SECONDS verdict=passed
    shift
    is_wanted "$name" || return 0
    title "$name"
    "$@" </dev/null || verdict=failed
    printf '%s %s\n' "$name" "$verdict" >>"$results/steps"
    printf -- '-- %s: %s, %d s\n' "$name" "$verdict" $((SECONDS - began))
}

sources() { find app diffcore models ui tests -name '*.cpp' -o -name '*.h' | sort; }

check_scripts() {
    local files script
    mapfile -t files < <(find scripts .ci -type f \( -name '*.sh' -o ! -name '*.*' \) | sort)
    for script in "${files[@]}"; do bash -n "$script" || return 1; done
    shellcheck --source-path=SCRIPTDIR --external-sources "${files[@]}"
}

check_format() {
    local log=$results/format.log
    sources | xargs clang-format --dry-run -Werror >"$log" 2>&1 && return
    sed -n 's/:[0-9]*:[0-9]*: error: code should be .*//p' "$log" | sort -u | paste -sd ' ' |
        sed 's/^..*/not as .clang-format says; to correct: scripts\/dev clang-format -i &/' | grep . || cat "$log"
    return 1
}

# quietly LOG COMMAND…: shows the output only when it fails.
quietly() {
    local log=$results/$1.log
    shift
    "$@" >"$log" 2>&1 || { cat "$log"; return 1; }
}

# The engines' contract suites have run by then, and no part of the window is in them.
check_core_only() {
    rm -f build/core-only/results/*.xml
    quietly configure-core-only cmake --preset core-only || return 1
    quietly build-core-only cmake --build --preset core-only --parallel "$jobs" || return 1
    quietly test-core-only ctest --preset core-only --parallel "$jobs" --no-tests=error -LE contract || return 1
    tail -n 3 "$results/test-core-only.log"
}

# test_names: the programs and checks that ctest knows and that are wanted
test_names() { ctest --preset dev --show-only=json-v1 | python3 -B tests/checks/summary.py --names "$wanted"; }

run_tests() {
    local targets
    mapfile -t targets < <(test_names | grep '^tst_')
    if [ -z "$wanted" ]; then targets=(all); fi
    if [ "${#targets[@]}" -gt 0 ]; then
        title "build dev"
        cmake --build --preset dev --parallel "$jobs" --target "${targets[@]}" || return 1
    fi
    title "tests"
    ctest --preset dev --parallel "$jobs" --output-junit "$PWD/$results/dev.xml" -R "${wanted:-.}"
}

configure_dev() { quietly configure-dev cmake --preset dev; }

began=$SECONDS
if [ "$wanted" = --list ]; then
    configure_dev || exit 1
    wanted=
    printf '%s\n' "${steps[@]}"
    test_names
    exit
fi
grep -qE -- "$wanted" <<<x || [ $? -eq 1 ] || exit # grep has said that it is no regular expression

step scripts check_scripts
step format check_format
if configure_dev; then
    if [ -z "$wanted" ] || [ -n "$(test_names)" ]; then
        run_tests || [ -e "$results/dev.xml" ] || echo "build failed" >>"$results/steps"
    fi
else
    echo "configure failed" >>"$results/steps"
fi
step core-only check_core_only
step tidy python3 -B tests/checks/tidy.py build/dev "$jobs"

title "summary, $(((SECONDS - began) / 60)) min $(((SECONDS - began) % 60)) s"
python3 -B tests/checks/summary.py "$results" build/dev/results
