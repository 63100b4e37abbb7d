# Runs in a mount namespace of its own: binds the caller's folders into the root at the same paths and enters it.
# usage: enterroot.sh ROOT CHECKOUT WORKDIR CMD...
set -euo pipefail
root=$1 checkout=$2 workdir=$3
shift 3

mount --make-rprivate /
bind() {
    [ -e "$1" ] || return 0
    if [ -d "$1" ]; then mkdir -p "$root$1"; else mkdir -p "$(dirname "$root$1")"; [ -e "$root$1" ] || : > "$root$1"; fi
    mount --rbind "$1" "$root$1"
}
for folder in "$HOME" "$checkout" /tmp "${TMPDIR:-/tmp}" /proc /sys /dev; do
    mountpoint -q "$root$folder" || bind "$folder"
done
# a linked work tree keeps its history in another folder
common=$(git -C "$checkout" rev-parse --path-format=absolute --git-common-dir 2>/dev/null || true)
for folder in "${common:+$(dirname "$common")}" "$workdir"; do
    [ -z "$folder" ] || [ -d "$root$folder" ] && [ -n "$(ls -A "$root$folder" 2>/dev/null)" ] || bind "$folder"
done
[ -e /etc/resolv.conf ] && cp -fL /etc/resolv.conf "$root/etc/resolv.conf" 2>/dev/null || true
cp -f /etc/hosts "$root/etc/hosts" 2>/dev/null || true
export REJOIN_IN_ROOT=1 LANG=C.UTF-8 LC_ALL=C.UTF-8
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
unset LD_LIBRARY_PATH LD_PRELOAD PYTHONPATH PYTHONHOME
exec chroot "$root" /usr/bin/env --chdir="$workdir" "$@"
