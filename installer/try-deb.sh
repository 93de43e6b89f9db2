#!/usr/bin/env bash
# Installs a package in a bare Debian root and tries it there as a user without a network: both launchers, a design by the command line, the
# window, a second start, a damaged archive of classes, removal. Prints one JSON line; pictures of the window are left beside the root.
# Usage (as root): installer/try-deb.sh PACKAGE.deb ROOT    ROOT is made with debootstrap where it does not exist; only that needs a network,
# and the packages that ours depends on. Needs Xvfb and ImageMagick; PYTHON names a Python with psd-tools, which then reads what was made.
set -euo pipefail
package=$(realpath "$1")
root=$(realpath -m "$2")
[[ $EUID == 0 ]] || { echo "only root can make a bare system" >&2; exit 2; }
screen=:$((90 + $$ % 100))

[[ -d $root/etc ]] || debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian > "$root.log"
mountpoint -q "$root/proc" || mount -t proc proc "$root/proc"
mkdir -p "$root/tmp/.X11-unix"
mountpoint -q "$root/tmp/.X11-unix" || { mkdir -p /tmp/.X11-unix; mount --bind /tmp/.X11-unix "$root/tmp/.X11-unix"; }
server=
clean() {
  [[ -z $server ]] || kill "$server" 2> /dev/null || true
  umount "$root/tmp/.X11-unix" "$root/proc" || true
}
trap clean EXIT
Xvfb "$screen" -screen 0 1600x1000x24 -nolisten tcp > /dev/null 2>&1 &
server=$!

in_root() { DEBIAN_FRONTEND=noninteractive LC_ALL=C chroot "$root" "$@"; }
as_user() { # a command line: without a network, with the screen
  unshare -n chroot "$root" su - designer -c "export DISPLAY=$screen JAVA_TOOL_OPTIONS=${java_options:-}; $1"
}
now() { date +%s%3N; }
fail() { echo "FAILED: $1" >&2; exit 1; }
home=$root/srv/designer
log=$home/.local/state/layerloom/layerloom.log
shown() { # how many windows were seen so far
  if [[ -f $log ]]; then grep -c 'the window is shown' "$log" || true; else echo 0; fi
}
window() { # NAME ARGUMENTS: starts the window, waits for it, says how long it took, in ms
  local before start
  before=$(shown)
  start=$(now)
  as_user "exec /opt/layerloom/bin/Layerloom ${*:2}" > "$root/tmp/$1.log" 2>&1 &
  for ((i = 0; i < 1800; i++)); do
    if (($(shown) > before)); then
      echo $(($(now) - start))
      return
    fi
    sleep 0.1
  done
  fail "the window did not come: $(cat "$root/tmp/$1.log")"
}
pid() { pgrep -f -n '^/opt/layerloom/bin/Layerloom' || true; }
close_window() {
  local process
  process=$(pid)
  kill "$process"
  while [[ -d /proc/$process ]]; do sleep 0.1; done
}

in_root apt-get -qq -o Dpkg::Use-Pty=0 update > /dev/null 2>&1 || true
in_root dpkg --purge layerloom > /dev/null 2>&1 || true
cp "$package" "$root/tmp/layerloom.deb"
install_start=$(now)
in_root apt-get install -y -qq --no-install-recommends /tmp/layerloom.deb > "$root/tmp/apt.log" 2>&1 || fail "$(tail -5 "$root/tmp/apt.log")"
install_ms=$(($(now) - install_start))
rm -rf "$home"
in_root useradd -m -d /srv/designer -s /bin/bash designer 2> /dev/null || { mkdir -p "$home"; in_root chown designer: /srv/designer; }

# The program plays no sounds: what the JDK would need for that is not asked of anybody.
missing=$(in_root sh -c 'find /opt/layerloom -name "*.so*" ! -name libjsound.so -type f -exec env LD_LIBRARY_PATH=/opt/layerloom/lib/runtime/lib:/opt/layerloom/lib/runtime/lib/server:/opt/layerloom/lib/app/libtorch:/opt/layerloom/lib/app/natives ldd {} + 2> /dev/null' | grep 'not found' | sort -u || true)
[[ -z $missing ]] || fail "libraries that nothing declares: $missing"

version=$(as_user 'layerloom --version' 2> /dev/null)
[[ $version == Layerloom* ]] || fail "no version: $version"
generate_start=$(now)
as_user 'cd && layerloom generate /opt/layerloom/lib/app/samples/poster.json --out design --steps 4 --formats psd,project' > "$root/tmp/generate.log" 2>&1 \
  || fail "$(cat "$root/tmp/generate.log")"
generate_ms=$(($(now) - generate_start))
psd_layers=-1
if [[ -n ${PYTHON:-} ]]; then
  psd_layers=$("$PYTHON" -c 'import sys; from psd_tools import PSDImage; p = PSDImage.open(sys.argv[1]); print(len([l.topil() for l in p]))' "$home/design/design.psd")
fi

first_ms=$(window first)
sleep 5
rss_kib=$(awk '/VmRSS/ {print $2}' "/proc/$(pid)/status")
import -display "$screen" -window root "$root.start.png"
# A second start hands its file to the window that is open, and ends.
as_user 'layerloom design/design.loom' > "$root/tmp/second.log" 2>&1 || fail "$(cat "$root/tmp/second.log")"
grep -q 'running already' "$root/tmp/second.log" || fail "the second start did not hand over: $(cat "$root/tmp/second.log")"
sleep 20
import -display "$screen" -window root "$root.editor.png"
close_window
second_ms=$(window again)
close_window
java_options=-XX:AOTMode=off
plain_ms=$(window plain)
java_options=
close_window
# An archive that does not fit is not used, and nothing is said of it.
touch "$root/opt/layerloom/lib/app/layerloom.jar"
window unfit > /dev/null
[[ -z $(grep -vE '^(Picked up|WARNING: Using incubator)' "$root/tmp/unfit.log") ]] || fail "$(cat "$root/tmp/unfit.log")"
close_window
# Files where its folders should be: it starts, says what it could not keep, and goes on.
mv "$home/.config/layerloom" "$home/settings-aside"
mv "$home/.local/share/layerloom" "$home/data-aside"
touch "$home/.config/layerloom" "$home/.local/share/layerloom"
window blocked > /dev/null
sleep 5
import -display "$screen" -window root "$root.blocked.png"
close_window
rm "$home/.config/layerloom" "$home/.local/share/layerloom"
mv "$home/settings-aside" "$home/.config/layerloom"
mv "$home/data-aside" "$home/.local/share/layerloom"

natives=$(find "$home" "$root/tmp" -xdev -regex '.*\.so\(\.[0-9.]+\)?' -newer "$root/tmp/apt.log" | wc -l)
[[ $natives == 0 ]] || fail "native libraries were unpacked: in $home or its temporary folder"
installed=$(du -sb "$root/opt/layerloom" | cut -f1)

in_root dpkg --purge layerloom > /dev/null
[[ ! -e $root/opt/layerloom && ! -e $root/usr/bin/layerloom ]] || fail "something was left behind"
[[ -f $home/design/design.loom && -f $home/.config/layerloom/settings.json ]] || fail "documents or settings are gone"
printf '{"version":"%s","package_bytes":%s,"installed_bytes":%s,"install_ms":%s,"generate_ms":%s,"psd_layers":%s,"first_start_ms":%s,"start_ms":%s,"start_without_archive_ms":%s,"idle_rss_kib":%s,"natives_unpacked":%s}\n' \
  "${version#Layerloom }" "$(stat -c %s "$package")" "$installed" "$install_ms" "$generate_ms" "$psd_layers" "$first_ms" "$second_ms" "$plain_ms" "$rss_kib" "$natives"
