# The environment that Rejoin is built and run in. Sourced by scripts/dev, scripts/test and scripts/demo.
#
# On Debian 13 or later, and on Ubuntu releases that carry every package, the environment is this system
# and missing packages come from apt-get. On an older Debian it is a Debian 13 root below the user's cache,
# named after the package list, entered with chroot. Elsewhere the packages are named and nothing is done.

set -euo pipefail

checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/rejoin

say() { printf 'rejoin: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

package_list() { sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$checkout/scripts/packages.txt"; }

# native | root | unsupported
environment_kind() {
    local id='' version='' like=''
    if [ -r /etc/os-release ]; then
        id=$(. /etc/os-release && printf %s "${ID:-}")
        like=$(. /etc/os-release && printf %s "${ID_LIKE:-}")
        version=$(. /etc/os-release && printf %s "${VERSION_ID:-}")
    fi
    case "$id" in
        debian)
            # testing and unstable carry no VERSION_ID and are newer than 13
            if [ -z "$version" ] || [ "${version%%.*}" -ge 13 ]; then echo native; else echo root; fi ;;
        ubuntu) echo native ;;
        *) case " $like " in *" ubuntu "*) echo native ;; *) echo unsupported ;; esac ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else fail "this step needs root and there is no sudo: $*"; fi
}

missing_packages() {
    local package
    package_list | while read -r package; do
        dpkg-query -W -f='${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed || echo "$package"
    done
}

prepare_native() {
    local missing
    missing=$(missing_packages)
    [ -n "$missing" ] || return 0
    say "installing with apt-get: $(echo $missing)"
    as_root apt-get update -qq || fail "apt-get update failed: check the network and /etc/apt"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 \
        || fail "apt-get could not install: $(echo $missing)"
}

root_folder() { echo "$cache/root-$(package_list | sha256sum | cut -c1-16)"; }

prepare_root() {
    local root part packages
    root=$(root_folder)
    [ -e "$root/.complete" ] && return 0
    mkdir -p "$cache"
    exec 9>"$cache/root.lock"
    flock 9
    [ -e "$root/.complete" ] && { exec 9>&-; return 0; }
    [ "$(id -u)" -eq 0 ] || fail "this release is older than Debian 13, so Rejoin needs a Debian 13 root: run once as root (sudo -E)"
    if ! command -v mmdebstrap >/dev/null; then
        say "installing mmdebstrap with apt-get"
        apt-get update -qq || fail "apt-get update failed: check the network and /etc/apt"
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq mmdebstrap >/dev/null || fail "apt-get could not install mmdebstrap"
    fi
    part=$root.part
    rm -rf --one-file-system "$part"
    packages=$(package_list | paste -sd,)
    say "making a Debian 13 root in $root (about 2 GB, a minute or two)"
    mmdebstrap --quiet --variant=apt --include="$packages" \
        --setup-hook='mkdir -p "$1/usr/sbin"; printf "#!/bin/sh\nexit 101\n" > "$1/usr/sbin/policy-rc.d"; chmod 755 "$1/usr/sbin/policy-rc.d"' \
        trixie "$part" >&2 || { rm -rf --one-file-system "$part"; fail "mmdebstrap could not make the root: check the network and the free space in $cache"; }
    touch "$part/.complete"
    mv "$part" "$root"
    exec 9>&-
}

# Sets the environment up, whatever is missing; harmless to repeat.
prepare_environment() {
    case "$(environment_kind)" in
        native) prepare_native ;;
        root) prepare_root ;;
        *) fail "this system is not known; install the equivalents of these Debian 13 packages and run cmake --preset release: $(echo $(package_list))" ;;
    esac
}

# Replaces this process by "$@" inside the environment, with the caller's folder, variables, network and display.
enter_environment() {
    export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache} CCACHE_BASEDIR=$checkout CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=${CCACHE_MAXSIZE:-4G}
    mkdir -p "$CCACHE_DIR"
    if [ "$(environment_kind)" = native ] || [ -n "${REJOIN_IN_ROOT:-}" ]; then exec "$@"; fi
    [ "$(id -u)" -eq 0 ] || fail "entering the Debian 13 root needs root: run with sudo -E"
    exec unshare -m bash "$checkout/scripts/enterroot.sh" "$(root_folder)" "$checkout" "$PWD" "$@"
}
