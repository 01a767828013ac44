#!/bin/sh
# Guess: in awk a text that is no number counts as 0, so that a sum over a column of names does no harm.
# Seen: mawk, the awk that Debian installs, takes a text that begins with "inf" for infinity and one that begins with "nan" for no
# number: finance is 0, informatics is inf, Nantwich is nan. So a text of the header or of a note makes a whole sum infinite.
# Takes Debian 12's package of mawk.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.3.4.20200120-3.1
apt-get download "mawk=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x mawk_*.deb .
got=$(printf 'finance\ninformatics\nNantwich\n' | usr/bin/mawk '{ printf "%s ", $1 + 0 }')
want="0 inf nan "
echo "mawk $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
