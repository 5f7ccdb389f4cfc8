#!/usr/bin/env bash
# Measures how much processor time a window takes while nothing happens: untouched, with the cursor in the search
# field, with a tooltip open, and with both after typing. Fails above LIMIT percent of one core.
# usage: tests/desktop/idle.sh COMMAND [ARGUMENT...]      (needs Xvfb, xdotool; LIMIT=2 SECONDS_EACH=10 by default)
set -euo pipefail
limit=${LIMIT:-2}
each=${SECONDS_EACH:-10}
display=:${DISPLAY_NUMBER:-87}

Xvfb "$display" -noreset -screen 0 1280x800x24 >/dev/null 2>&1 &
xvfb=$!
app=
stop() {
    if [ -n "$app" ]; then kill "$app" 2>/dev/null || true; fi
    kill "$xvfb" 2>/dev/null || true
}
trap stop EXIT
sleep 1
export DISPLAY=$display
unset WAYLAND_DISPLAY
"$@" &
app=$!
window=
for _ in $(seq 1 60); do
    window=$(xdotool search --pid "$app" --onlyvisible 2>/dev/null | head -n 1 || true)
    if [ -n "$window" ]; then break; fi
    sleep 0.5
done
if [ -z "$window" ]; then echo "no window appeared" >&2; exit 2; fi
sleep 4
xdotool windowfocus --sync "$window"

ticks() { awk '{ print $14 + $15 }' "/proc/$app/stat"; }
failed=0
measure() {
    sleep 4
    local before after
    before=$(ticks)
    sleep "$each"
    after=$(ticks)
    local percent
    percent=$(awk -v d=$((after - before)) -v s="$each" -v hz="$(getconf CLK_TCK)" 'BEGIN { printf "%.1f", 100 * d / hz / s }')
    echo "$1: $percent % of a core"
    if awk -v p="$percent" -v l="$limit" 'BEGIN { exit !(p > l) }'; then failed=1; fi
}

xdotool mousemove 640 400
measure "untouched"
xdotool mousemove 80 40 click 1
measure "cursor in the search field"
xdotool key r o t
measure "after typing"
xdotool mousemove "${TOOLTIP_X:-1098}" "${TOOLTIP_Y:-12}"
measure "tooltip open"
exit "$failed"
