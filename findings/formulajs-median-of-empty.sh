#!/bin/sh
# Guess: functions of one library treat an empty cell alike and, as in Excel, leave it out: the median of 10, nothing and 30 is 20.
# Seen: in formulajs AVERAGE, MIN and QUARTILE.INC leave null out, and MEDIAN, PERCENTILE.INC and SMALL take it for 0. So the second
# quartile is 20 and the 50th percentile is 10.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=4.6.1
npm install --silent --no-audit --no-fund --prefix . "@formulajs/formulajs@$version" >/dev/null
cat > main.cjs <<'JS'
const f = require("@formulajs/formulajs");
const cells = [10, null, 30];
console.log(f.AVERAGE(cells), f.MIN(cells), f.QUARTILE.INC(cells, 2), f.MEDIAN(cells), f.PERCENTILE.INC(cells, 0.5), f.SMALL(cells, 1));
JS
got=$(node main.cjs)
want="20 10 20 10 10 0"
echo "formulajs $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
