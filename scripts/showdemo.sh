#!/usr/bin/env bash
# Builds and shows the demo, inside the environment. usage: showdemo.sh DIR [--text]; run by scripts/demo.
set -euo pipefail
folder=$1 text=${2:-}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
rejoin=$checkout/build/release/app/rejoin
log=$checkout/build/demo.log

say() { printf 'rejoin: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# A display that is named but does not answer is none.
has_display() {
    [ -z "$text" ] || return 1
    [ -z "${WAYLAND_DISPLAY:-}" ] || [ ! -S "${XDG_RUNTIME_DIR:-/nowhere}/$WAYLAND_DISPLAY" ] || return 0
    [ -n "${DISPLAY:-}" ] || return 1
    timeout 10 xdotool getdisplaygeometry >/dev/null 2>&1 || { say "the display $DISPLAY does not answer, so no window is opened"; return 1; }
}

mkdir -p "$checkout/build" 2>/dev/null || fail "cannot write to $checkout/build"
say "building in $checkout/build/release (some minutes the first time)"
cd "$checkout"
cmake --preset release >"$log" 2>&1 || fail "cmake could not configure the build: see $log"
cmake --build --preset release --target rejoin || fail "the build failed: the reason stands above"

mkdir -p "$folder" 2>/dev/null || fail "cannot make the folder $folder: name another one, scripts/demo DIR"
if has_display; then
    "$rejoin" demo "$folder" >"$log" || fail "the demo could not be made in $folder"
    say "the demo lies in $folder; opening it (the same as text: scripts/demo --text)"
    exec "$rejoin" "$folder/shop.rejoin"
fi
say "the demo lies in $folder; the whole journey, command by command:"
"$rejoin" demo "$folder" --journey || fail "the journey ended early (exit $?): the reason stands above"
say "the project, both databases and the bundle lie in $folder; with a display, scripts/demo opens the window"
