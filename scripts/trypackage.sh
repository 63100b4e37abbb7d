#!/usr/bin/env bash
# Inside the clean root; run by scripts/trypackage. usage: trypackage.sh FILE.deb
set -euo pipefail
deb=$1
export DEBIAN_FRONTEND=noninteractive
say() { printf 'rejoin: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
quietly() { "$@" >/var/tmp/step.log 2>&1 || { cat /var/tmp/step.log; fail "failed: $*"; }; }

# Everything but what apt, dpkg and the caches of programs keep for themselves.
files() { find / -xdev \( -path /proc -o -path /sys -o -path /dev -o -path /var/tmp -o -path /tmp -o -path /var/lib/apt -o -path /var/lib/dpkg \
    -o -path /var/cache -o -path /var/log -o -path /home \) -prune -o -print | sort; }

useradd --create-home dba
as_dba() { setpriv --reuid=dba --regid=dba --clear-groups env HOME=/home/dba USER=dba "$@"; }
quietly apt-get -qq update
files >/var/tmp/before

say "apt-get install $(basename "$deb"), with what it recommends"
quietly apt-get -qq install -y "$deb"

say "$(as_dba rejoin --version)"
[ "$(as_dba rejoin --version)" = "rejoin $(dpkg-query -W -f='${Version}' rejoin | sed 's/-[^-]*$//')" ] || fail "another version than the package's"
for driver in SQLite3 'PostgreSQL Unicode' MariaDB FreeTDS; do
    as_dba rejoin check >/var/tmp/drivers || true
    grep -q "$driver" /var/tmp/drivers || fail "the driver $driver was not installed along"
done

say "what is installed beside the program"
for file in /usr/share/man/man1/rejoin.1.gz /usr/share/bash-completion/completions/rejoin /usr/share/zsh/vendor-completions/_rejoin \
    /usr/share/fish/vendor_completions.d/rejoin.fish /usr/share/doc/rejoin/handbook/README.md /usr/share/doc/rejoin/screenshots/rows.png \
    '/usr/share/applications/[a-zA-Z.]*\.Rejoin\.desktop' '/usr/share/mime/packages/[a-zA-Z.]*\.Rejoin\.xml'; do
    dpkg-query -L rejoin | grep -qx "$file" || fail "$file is not in the package"
done

say "the demo's journey, headless"
as_dba rejoin demo /home/dba/shop --journey >/var/tmp/journey.log 2>&1 || { tail -20 /var/tmp/journey.log; fail "the journey ended early"; }
grep -q '^Converged' /var/tmp/journey.log || fail "the journey does not converge"

say "no display"
as_dba env -u DISPLAY -u WAYLAND_DISPLAY rejoin >/var/tmp/display.log 2>&1 && fail "a window without a display"
grep -q '^rejoin: there is no display' /var/tmp/display.log || { cat /var/tmp/display.log; fail "it does not say that there is no display"; }

say "the window"
as_dba rejoin demo /home/dba/shop >/dev/null
# a number that nobody has: displays of the machine outside are seen in here
Xvfb -displayfd 3 -screen 0 1280x720x24 -nolisten tcp 3>/var/tmp/display >/var/tmp/xvfb.log 2>&1 &
display=$!
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
for _ in $(seq 50); do [ -s /var/tmp/display ] && break; sleep 0.2; done
DISPLAY=:$(cat /var/tmp/display)
export DISPLAY
as_dba env DISPLAY="$DISPLAY" rejoin /home/dba/shop/shop.rejoin >/var/tmp/window.log 2>&1 &
window=$!
# by its class: without a window manager xdotool reads no title that has other letters than ASCII
timeout 60 xdotool search --sync --onlyvisible --class rejoin >/dev/null || { cat /var/tmp/window.log; fail "no window opened"; }
sleep 2
import -window root /var/tmp/window.png
[ "$(convert /var/tmp/window.png -format %k info:)" -gt 50 ] || fail "the window is blank"
kill "$window" "$display"
wait || true

say "apt-get purge"
quietly apt-get -qq purge -y --autoremove rejoin
files >/var/tmp/after
# what the packages that came along leave behind is theirs; of this one nothing may be left, by name or by dpkg's lists
mine=$(comm -13 /var/tmp/before /var/tmp/after | grep -i rejoin || true)
[ -z "$mine" ] || fail "left behind: $mine"
! dpkg-query -W rejoin >/dev/null 2>&1 || fail "dpkg still knows of it: $(dpkg-query -W rejoin)"
say "nothing of rejoin is left; $(comm -13 /var/tmp/before /var/tmp/after | wc -l) files of packages that came along are"
