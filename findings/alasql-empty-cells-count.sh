#!/bin/sh
# Guess: SQL on a CSV file leaves empty cells out of AVG and COUNT, and the mean of numbers that are text is right or an error.
# Seen: alasql, which has empty texts for empty cells, adds 4 and 6 and divides by four cells. AVG of the texts 9, 10 and 100 writes
# them one behind the other, and divides 910100 by 3. QUART2 of 1, 2, 3, 4 is 3, where MEDIAN is 2.5.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=4.19.1
npm install --silent --no-audit --no-fund --prefix . "alasql@$version" >/dev/null
printf 'body,years\na,4\nb,\nc,6\nd,\n' > years.csv
cat > main.cjs <<'JS'
const alasql = require("alasql");
const ask = (what, values) => Object.values(alasql(`SELECT ${what} FROM ?`, [values.map(v => ({ v }))])[0]).join(" ");
alasql.promise('SELECT AVG(years), COUNT(years) FROM CSV("years.csv", {headers: true})').then(rows =>
  console.log([Object.values(rows[0]).join(" "), ask("AVG(v)", ["9", "10", "100"]), ask("QUART2(v), MEDIAN(v)", [1, 2, 3, 4])].join("; ")));
JS
got=$(node main.cjs)
want="2.5 4; 303366.6666666667; 3 2.5"
echo "alasql $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
