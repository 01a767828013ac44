#!/bin/sh
# Guess, and what its documentation says: with inferSchemaLength null all rows are looked at to find a column's type.
# Seen: nodejs-polars makes text of every column, as with 0; a large number does what null should.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=0.26.1
npm install --silent --no-audit --no-fund --prefix . "nodejs-polars@$version" "nodejs-polars-linux-x64-gnu@$version" >/dev/null
printf 'draw,share\n1,0\n2,0.5\n' > shares.csv
cat > main.cjs <<'JS'
const pl = require("nodejs-polars");
const type = length => pl.readCSV("shares.csv", { inferSchemaLength: length }).getColumn("share").dtype.variant;
console.log([null, 1000000].map(n => `${n} ${type(n)}`).join(", "));
JS
got=$(node main.cjs)
want="null String, 1000000 Float64"
echo "nodejs-polars $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
