#!/usr/bin/env bash
# Runs as root in a mount namespace of its own: binds the caller's folders into the root at the same paths, enters it,
# and becomes the caller (REJOIN_USER=UID:GID) again.
# usage: enterroot.sh ROOT CHECKOUT CACHE WORKDIR CMD...
set -euo pipefail
root=$1 checkout=$2 cache=$3 workdir=$4
shift 4

mount --make-rprivate /

# bind PATH: the same file or folder at the same path, with whatever is mounted below it.
bind() {
    local at=$root$1
    if [ -d "$1" ]; then
        mkdir -p "$at"
    else
        [ -e "$1" ] || return 0
        mkdir -p "$(dirname "$at")"
        [ -e "$at" ] || : >"$at"
    fi
    mount --rbind "$1" "$at"
}

# The root's own system folders stay; every other folder of the machine's top is the machine's.
for folder in /*; do
    case $folder in
        /bin | /boot | /etc | /lib | /lib32 | /lib64 | /libx32 | /root | /run | /sbin | /usr | /var) ;;
        *) if [ -d "$folder" ] && [ ! -L "$folder" ]; then bind "$folder"; fi ;;
    esac
done

# A linked work tree keeps its history in another folder.
history=
[ ! -f "$checkout/.git" ] || history=$(sed -n 's|^gitdir: \(/.*\)/worktrees/.*|\1|p' "$checkout/.git")

# Those of the caller that lie below a system folder. One that the root has too (/usr/share) is left as it is.
for folder in "$HOME" "$checkout" "$cache" "${TMPDIR:-}" "${CCACHE_DIR:-}" "${XDG_RUNTIME_DIR:-}" "${XAUTHORITY:-}" "$history" "$workdir"; do
    case $folder in /[!/]*/* | /root) ;; *) continue ;; esac
    [ -e "$folder" ] || continue
    case $folder in /usr/* | /etc/* | /var/* | /lib/* | /run/*) [ "$folder" != "$workdir" ] || [ ! -e "$root$folder" ] || continue ;; esac
    [ "$folder" -ef "$root$folder" ] || bind "$folder"
done

for file in /etc/resolv.conf /etc/hosts /etc/localtime; do
    if [ -f "$file" ]; then
        [ ! -L "$root$file" ] || rm -f "$root$file"
        [ -e "$root$file" ] || : >"$root$file"
        mount --bind "$(readlink -f "$file")" "$root$file"
    fi
done

export REJOIN_ROOT=$root LANG=C.UTF-8 LC_ALL=C.UTF-8
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
# These name files of the machine outside.
unset LD_LIBRARY_PATH LD_PRELOAD LIBRARY_PATH CPATH C_INCLUDE_PATH CPLUS_INCLUDE_PATH PKG_CONFIG_PATH CMAKE_PREFIX_PATH \
    QT_PLUGIN_PATH PYTHONPATH PYTHONHOME PERL5LIB
user=${REJOIN_USER:-0:0}
unset REJOIN_USER SUDO_UID SUDO_GID SUDO_USER SUDO_COMMAND
become=()
if [ "$user" != 0:0 ]; then
    become=(setpriv "--reuid=${user%:*}" "--regid=${user#*:}" --clear-groups)
    cut -d: -f3 "$root/etc/passwd" | grep -qx "${user%:*}" || getent passwd "${user%:*}" >>"$root/etc/passwd" || true
fi
exec chroot "$root" "${become[@]}" /usr/bin/env "--chdir=$workdir" -- "$@"
