#!/bin/sh
# Guess: a tool that calculates with the infinity it prints itself reads "Inf" in a file as a number too, or says that it cannot.
# Seen: Miller prints +Inf for 1e308 * 100, but a cell Inf, +Inf or INF is text. stats1 counts it among four values, leaves it out
# of the mean, and has it as the greatest value, all in one line.
# Takes Debian 12's package of Miller, which needs nothing else.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=6.6.0-2+b3
apt-get download "miller=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x miller_*.deb .
printf 'years\n1\n2\n+Inf\n+Inf\n' > years.csv
got="$(usr/bin/mlr -n put 'end {print 1e308 * 100}') $(usr/bin/mlr --icsv --ocsv --headerless-csv-output stats1 -a count,mean,max -f years years.csv)"
want="+Inf 4,1.5,+Inf"
echo "Miller $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
