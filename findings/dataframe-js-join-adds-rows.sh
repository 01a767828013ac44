#!/bin/sh
# Guess: a left join of two bodies with the one of them that another table has gives two rows, whatever the columns are called.
# Seen: where both tables have a column saving, leftJoin of dataframe-js puts the rows that match below the others, so that 5K5 stands
# there twice. Under another name there are two rows. The mean of 1, 2 and infinity is 1.5, the greatest value infinite.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.4.4
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "dataframe-js@$version"
cat > main.js <<'JS'
const { DataFrame } = require("dataframe-js");
const table = (column, cells) => new DataFrame(Object.entries(cells).map(([code, cell]) => ({ code, [column]: cell })), ["code", column]);
const left = table("saving", { "5K5": 1, "5K6": 2 });
for (const column of ["saving", "later"]) console.log(JSON.stringify(left.leftJoin(table(column, { "5K5": 3 }), "code").toArray()));
const years = table("years", { a: 1, b: 2, c: Infinity });
console.log(years.stat.mean("years"), years.stat.max("years"));
JS
got=$(node main.js | tr '\n' ' ')
want='[["5K5",1],["5K6",2],["5K5",3]] [["5K5",1,3],["5K6",2,null]] 1.5 Infinity '
echo "dataframe-js $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
