#!/usr/bin/env bash
# Runs every test: the engine first, then everything with the window. What the window tests need from the system is installed
# where that is possible (Debian or Ubuntu, as root); elsewhere the missing packages are named.
set -euo pipefail
cd "$(dirname "$0")/.."

packages=(xvfb mesa-vulkan-drivers libvulkan1 libxkbcommon-x11-0 xdotool imagemagick)
missing=()
for package in "${packages[@]}"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        echo "Installing for the window tests: ${missing[*]}"
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    else
        echo "The window tests need: ${missing[*]}" >&2
        echo "Install them first, or test the engine alone: cargo test --no-default-features" >&2
        exit 2
    fi
fi

echo "== Engine =="
cargo test --no-default-features --features paper --locked
echo "== Engine with the window =="
cargo test --no-default-features --features panel-tests --locked -- --skip desktop::
# A window that draws without a graphics card wants the machine for itself, as its user would give it. Where something else takes
# the machine all the same, a click can come too late: what fails is tried once more, and both outcomes stay in the output.
echo "== The real window =="
window=(cargo test --no-default-features --features panel-tests --locked --test all -- desktop:: --test-threads=1)
"${window[@]}" || {
    echo "== The real window, once more ==" >&2
    "${window[@]}"
}
