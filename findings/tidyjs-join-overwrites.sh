#!/bin/sh
# Guess: a column that both tables have is kept apart after a left join, as by dplyr and pandas, or the left table keeps its own.
# Seen: tidy.js writes the value of the right table over that of the left, where there is a match. Rows without a match keep the
# left one, so that one column holds values of both.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=2.6.1
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "@tidyjs/tidy@$version"
cat > main.js <<'JS'
const { tidy, leftJoin } = require("@tidyjs/tidy");
const run = [{ structure: "hub", saving: 1 }, { structure: "merger", saving: 2 }];
const softer = [{ structure: "hub", saving: 9, target: 30 }];
console.log(tidy(run, leftJoin(softer, { by: "structure" })).map(row => row.structure + " " + row.saving).join(", "));
JS
got=$(node main.js)
want="hub 9, merger 2"
echo "tidy.js $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
