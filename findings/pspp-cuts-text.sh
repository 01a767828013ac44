#!/bin/sh
# Guess: a statistics program that opens a spreadsheet makes a column of text as wide as its longest cell, and a column of numbers
# numeric although its first cell is empty.
# Seen: PSPP goes by the first row. Text is cut, without a word, to the width of the first cell, rounded up to eight letters, so that
# two codes become one. A column whose first cell is empty is text of eight letters, so its numbers are cut too. Empty rows below count as one more.
# Takes Debian 12's package of PSPP; what it needs, and Gnumeric, which makes the sheet, must be installed (apt-get install pspp gnumeric).
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.6.2-2
apt-get download "pspp=$version" >said 2>&1 || { cat said; exit 2; }
dpkg -x pspp_*.deb .
printf 'code,share\nmerger,\njoint-board,0.123456789\njoint-boost,0.123456999\n' > in.csv
ssconvert in.csv cells.ods >said 2>&1 || { cat said; exit 2; }
cat > main.sps <<'SPS'
GET DATA /TYPE=ODS /FILE='cells.ods' /READNAMES=ON.
SAVE TRANSLATE /OUTFILE='cells.csv' /TYPE=CSV.
SPS
LD_LIBRARY_PATH=$(dirname "$(find usr -name 'libpspp-core-*' | head -n 1)") usr/bin/pspp main.sps >said 2>&1 || { cat said; exit 2; }
got=$(tr '\n' ' ' < cells.csv)
want="merger, joint-bo,0.123456 joint-bo,0.123456 , "
echo "PSPP $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
