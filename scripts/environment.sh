# shellcheck shell=bash
# The environment that Rejoin is built and run in. Sourced by scripts/dev, scripts/test and scripts/demo.
#
# On Debian 13 or later, and on Ubuntu releases that carry every package, the environment is this system
# and missing packages come from apt-get. On an older Debian it is a Debian 13 root below the user's cache,
# named after the package list, entered with chroot. Elsewhere the packages are named and nothing is done.

set -euo pipefail

checkout=$(CDPATH='' cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd -P)

say() { printf 'rejoin: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

case ${HOME:-} in
    /*) ;;
    *) fail "HOME is not set: set it to your home folder" ;;
esac
case ${XDG_CACHE_HOME:-} in
    /*) cache=$XDG_CACHE_HOME/rejoin ;;
    *) cache=${HOME%/}/.cache/rejoin ;;
esac

package_list() { sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$checkout/scripts/packages.txt"; }
one_line() { tr '\n' ' ' | sed 's/ *$//'; }

os_release() { sed -n "s/^$1=//p" /etc/os-release 2>/dev/null | tr -d '"'"'" | head -n 1; }

# native | root | unsupported
environment_kind() {
    local version
    version=$(os_release VERSION_ID)
    case "$(os_release ID)" in
        # testing and unstable carry no VERSION_ID and are newer than 13
        debian) if [ -z "$version" ] || [ "${version%%.*}" -ge 13 ]; then echo native; else echo root; fi ;;
        ubuntu) echo native ;;
        *) case " $(os_release ID_LIKE) " in *" ubuntu "*) echo native ;; *) echo unsupported ;; esac ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else return 1; fi
}

# need_root WHAT…
need_root() {
    [ "$(id -u)" -eq 0 ] || command -v sudo >/dev/null || fail "$* needs root, and there is no sudo: ask who looks after this machine"
}

make_cache() {
    mkdir -p "$cache" 2>/dev/null || true
    [ -w "$cache" ] || fail "cannot write to $cache: set XDG_CACHE_HOME to a folder that can be written"
}

# Waits for another run that sets the same thing up, and keeps a third one waiting until release_lock.
take_lock() {
    make_cache
    exec 9>"$cache/setup.lock" || fail "cannot write to $cache/setup.lock"
    flock -n 9 || { say "waiting for another run that sets the environment up"; flock 9; }
}
release_lock() { exec 9>&-; }

# free_megabytes FOLDER
free_megabytes() { df -Pm "$1" | awk 'NR == 2 { print $4 }'; }

# why_failed LOG FOLDER: the likely reason, in a few words.
why_failed() {
    if [ "$(free_megabytes "$2")" -lt 200 ] || grep -qi 'no space left' "$1"; then echo "no space is left in $2"
    elif grep -qiE 'could not resolve|failed to fetch|unable to connect|temporary failure|connection (refused|timed out)' "$1"; then
        echo "the package archive cannot be reached, check the network"
    else grep -E '^(E|error):|^E ' "$1" | tail -n 1 | grep . || tail -n 1 "$1" | grep . || echo "it was stopped"; fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive NEEDRESTART_SUSPEND=1 apt-get -qq -o DPkg::Lock::Timeout=600 "$@" </dev/null 9>&-; }

# apt_install PACKAGE…: one line of failure, the rest in a log.
apt_install() {
    local log=$cache/apt.log unknown
    need_root "apt-get install $*"
    say "installing with apt-get: $*"
    [ "$(free_megabytes /var)" -ge 200 ] || fail "no space is left in /var for packages"
    apt_get update >"$log" 2>&1 || fail "apt-get update failed: $(why_failed "$log" /var) (all of it: $log)"
    unknown=$(for package in "$@"; do apt-cache show "$package" >/dev/null 2>&1 || echo "$package"; done | one_line)
    [ -z "$unknown" ] || fail "$(os_release PRETTY_NAME) does not carry: $unknown. Debian 13 and Ubuntu 25.04 do."
    apt_get install -y --no-install-recommends "$@" >"$log" 2>&1 || fail "apt-get install failed: $(why_failed "$log" /var) (all of it: $log)"
}

missing_packages() {
    local installed
    installed=$(dpkg-query -W -f='${binary:Package} ${db:Status-Status}\n' | sed -n 's/\(:[a-z0-9]*\)\{0,1\} installed$//p' | sort -u)
    package_list | sort -u | comm -23 - <(printf '%s\n' "$installed")
}

prepare_native() {
    local missing
    missing=$(missing_packages | one_line)
    [ -n "$missing" ] || return 0
    take_lock
    missing=$(missing_packages | one_line)
    if [ -n "$missing" ]; then
        # shellcheck disable=SC2086
        apt_install $missing
        say "installed"
    fi
    release_lock
}

root_folder() { echo "$cache/root-$(package_list | sha256sum | cut -c1-16)"; }

# The finished roots and the interrupted ones that this package list does not name.
other_roots() { find "$cache" -maxdepth 1 -name 'root-*' ! -path "$(root_folder)" 2>/dev/null | sort; }

remove_tree() { as_root rm -rf --one-file-system "$1"; }

# shellcheck disable=SC2016  # $1 is for mmdebstrap's hook to expand
make_root() {
    local root=$1 part=$1.part log=$cache/root.log
    remove_tree "$part"
    [ "$(free_megabytes "$cache")" -ge 3000 ] || fail "no space is left in $cache: the Debian 13 root needs 3 GB while it is made (XDG_CACHE_HOME names another folder)"
    say "making a Debian 13 root in $root (about 2 GB, a minute or two)"
    # shellcheck disable=SC2064  # the folder is known now
    trap "remove_tree $(printf %q "$part"); say 'stopped: nothing was installed'; exit 130" INT TERM
    (umask 022; as_root mmdebstrap --mode=root --variant=apt --include="$(package_list | paste -sd,)" \
        --setup-hook='mkdir -p "$1/usr/sbin"; printf "#!/bin/sh\nexit 101\n" > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"' \
        trixie "$part") </dev/null >"$log" 2>&1 9>&- \
        || { local why; why=$(why_failed "$log" "$cache"); remove_tree "$part"; fail "the Debian 13 root could not be made: $why (all of it: $log)"; }
    as_root touch "$part/.complete"
    as_root mv -T "$part" "$root"
    trap - INT TERM
    say "made"
}

prepare_root() {
    local root old
    root=$(root_folder)
    command -v mount >/dev/null || { take_lock; apt_install mount; release_lock; }
    [ -e "$root/.complete" ] && return 0
    need_root "making a Debian 13 root, which this release is too old to do without,"
    take_lock
    if [ ! -e "$root/.complete" ]; then
        command -v mmdebstrap >/dev/null || apt_install mmdebstrap
        make_root "$root"
        old=$(other_roots | one_line)
        [ -z "$old" ] || say "not used any more: $old (scripts/dev --remove-old-roots takes them away)"
    fi
    release_lock
}

remove_old_roots() {
    local root
    take_lock
    other_roots | while read -r root; do
        say "removing $root"
        case $root in *.part) ;; *) as_root mv -T "$root" "$root.part"; root=$root.part ;; esac
        remove_tree "$root"
    done
    release_lock
}

# prepare_extra LIST: the packages of scripts/LIST.txt. They are installed where they are needed, since those of packages.txt
# make everybody's root anew.
prepare_extra() {
    local wanted root
    wanted=$(sed -e 's/#.*//' -e '/^$/d' "$checkout/scripts/$1.txt" | one_line)
    root=
    [ -n "${REJOIN_ROOT:-}" ] || [ "$(environment_kind)" = native ] || root=$(root_folder)
    # shellcheck disable=SC2086
    dpkg-query ${root:+--admindir="$root/var/lib/dpkg"} -s $wanted >/dev/null 2>&1 && return 0
    take_lock
    if [ -z "$root" ]; then
        # shellcheck disable=SC2086
        apt_install $wanted
    else
        need_root "installing the packages of scripts/$1.txt"
        say "installing into the root: $wanted"
        # shellcheck disable=SC2086,SC2016
        (REJOIN_USER=0:0 enter_root sh -c 'apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@"' \
            sh $wanted) </dev/null >"$cache/$1.log" 2>&1 9>&- ||
            fail "apt-get install failed: $(why_failed "$cache/$1.log" /var) (all of it: $cache/$1.log)"
    fi
    release_lock
}

# Sets the environment up, whatever is missing; harmless to repeat.
prepare_environment() {
    if [ -n "${REJOIN_ROOT:-}" ]; then
        [ "$REJOIN_ROOT" = "$(root_folder)" ] || fail "scripts/packages.txt has changed: leave scripts/dev and start it again"
        return 0
    fi
    case "$(environment_kind)" in
        native) prepare_native ;;
        root) prepare_root ;;
        *) fail "this system is not known; install the equivalents of these Debian 13 packages and run cmake --preset release: $(package_list | one_line)" ;;
    esac
}

# Replaces this process by "$@" inside the environment, with the caller's folder, variables, network and display.
enter_environment() {
    make_cache
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$checkout CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-8G}
    export CCACHE_SLOPPINESS=pch_defines,time_macros # without which it caches nothing that uses a precompiled header
    if [ -n "${REJOIN_ROOT:-}" ] || [ "$(environment_kind)" = native ]; then exec env -- "$@"; fi
    need_root "entering the Debian 13 root"
    REJOIN_USER=$(id -u):$(id -g) enter_root "$@"
}

# Replaces this process by "$@" inside the root, as the user REJOIN_USER=UID:GID.
enter_root() {
    local enter=(env "HOME=$HOME" "REJOIN_USER=$REJOIN_USER" unshare -m bash "$checkout/scripts/enterroot.sh"
        "$(root_folder)" "$checkout" "$cache" "$PWD" "$@")
    if [ "$(id -u)" -eq 0 ]; then
        unshare -m true 2>/dev/null || fail "mounting is not allowed here: in a container, start it with --privileged, or use a Debian 13 image"
        exec "${enter[@]}"
    fi
    exec sudo -E "${enter[@]}"
}
