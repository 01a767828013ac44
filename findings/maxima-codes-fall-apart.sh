#!/bin/sh
# Guess: a cell of a CSV file is one value: a code and a financial year are texts, or names.
# Seen: Maxima makes the two values 5 and K5 of the code 5K5, three of 2010/11, and 50 of 5E1. read_list gives them in one row, so
# that values no longer stand where their column is. INF is a name, and the median of -infinity, 1 and 2 is 2.
# Needs Debian 12's maxima.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=5.46.0
[ "$(maxima --version 2>/dev/null)" = "Maxima $version" ] || { echo "Maxima $version is not installed"; exit 2; }
printf '5K5,2010/11,INF\n5E1,2012/13,4.5\n' > years.csv
cat > main.mac <<'MAC'
load(numericalio)$
load(descriptive)$
printf(true, "found: ~a ~a ~a~%", read_nested_list("years.csv", comma), length(read_list("years.csv", comma)), median([minf, 1, 2]))$
MAC
got=$(maxima --very-quiet -b main.mac 2>/dev/null | sed -n 's/^found: //p')
want='[[[5,K5],[2010,\/,11],INF],[50.0,[2012,\/,13],4.5]] 11 2'
echo "Maxima $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
