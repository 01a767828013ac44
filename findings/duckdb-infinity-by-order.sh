#!/bin/sh
# Guess: INF in a CSV file is infinity wherever it stands in a column of numbers.
# Seen: DuckDB makes numbers of a column in which a number comes first, text of one in which INF comes first, and the date
# "infinity" of one in which nothing else stands.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.5.6-r.1
npm install --silent --no-audit --no-fund --prefix . "@duckdb/node-api@$version" >/dev/null
printf 'years\n1.5\nINF\n' > later.csv
printf 'years\nINF\n1.5\n' > first.csv
printf 'years\nINF\nINF\n' > alone.csv
cat > main.cjs <<'JS'
const { DuckDBInstance } = require("@duckdb/node-api");
(async () => {
  const c = await (await DuckDBInstance.create(":memory:")).connect();
  const types = [];
  for (const name of ["later", "first", "alone"]) {
    const rows = await c.runAndReadAll(`SELECT DISTINCT typeof(years) FROM '${name}.csv'`);
    types.push(name + " " + rows.getRows()[0][0]);
  }
  console.log(types.join(", "));
})();
JS
got=$(node main.cjs)
want="later DOUBLE, first VARCHAR, alone DATE"
echo "@duckdb/node-api $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
