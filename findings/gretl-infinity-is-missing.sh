#!/bin/sh
# Guess: a statistics program reads INF as infinity, or says that it cannot read the cell.
# Seen: gretl makes a missing value of it without a word, so that the median of 1, 2, 3, INF, INF is 2, not 3.
# Takes Debian 12's package of gretl; what it needs must be installed (apt-get install gretl).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=2022c-1
apt-get download "gretl=$version" "libgretl1=$version" >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
printf 'years,n\n1,1\n2,2\n3,3\nINF,4\nINF,5\n' > years.csv
cat > main.inp <<'INP'
open years.csv --quiet
printf "found: median %g, missing %d\n", median(years), sum(missing(years))
INP
LD_LIBRARY_PATH=$(dirname "$(find usr -name 'libgretl-1.0.so.*' | head -n 1)") usr/bin/gretlcli -b main.inp > said 2>&1 || { cat said; exit 2; }
got=$(sed -n 's/^found: //p' said)
want="median 2, missing 2"
echo "gretl $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
