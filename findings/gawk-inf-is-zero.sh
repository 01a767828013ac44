#!/bin/sh
# Guess: INF and -INF are both infinite in arithmetic, as in other awks, or both texts that count as 0.
# Seen: in gawk INF is 0, and -INF infinite, as a sign must stand before it. A sum with INF in it is that of the rest, and in the
# mean it counts as 0. The awk of busybox takes both for infinite.
# Takes Debian 12's packages of gawk and busybox.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1:5.2.1-2
apt-get download "gawk=$version" >said 2>&1 || { cat said; exit 2; }
apt-get download busybox >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
look() { printf '3\nINF\n' | "$@" '{ sum += $1 } END { printf "sum %s, ", sum }'; printf 'INF\n-INF\n' | "$@" '{ printf "%s ", $1 + 0 }'; }
got="$(look usr/bin/gawk); busybox $(look bin/busybox awk)"
want="sum 3, 0 -inf ; busybox sum inf, inf -inf "
echo "gawk $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
