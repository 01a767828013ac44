#!/bin/sh
# Guess: approx_quantile is near to what quantile_cont gives, for the same values.
# Seen: DuckDB's approx_quantile leaves infinite values out, and says nothing: of 1, 2, 3, infinity, infinity the median is 3, and
# nearly 2. The 90th percentile is infinite, and nearly 3.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.5.6-r.1
npm install --silent --no-audit --no-fund --prefix . "@duckdb/node-api@$version" >/dev/null
cat > main.mjs <<'JS'
import { DuckDBInstance } from "@duckdb/node-api";
const db = await (await DuckDBInstance.create(":memory:")).connect();
const values = "(VALUES (1::DOUBLE), (2), (3), ('infinity'), ('infinity')) v(years)";
const rows = (await db.runAndReadAll(`SELECT quantile_cont(years, 0.5), approx_quantile(years, 0.5), quantile_cont(years, 0.9), approx_quantile(years, 0.9) FROM ${values}`)).getRows();
console.log(rows[0].join(" "));
JS
got=$(node main.mjs)
want="3 2 Infinity 3"
echo "DuckDB $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
