#!/bin/sh
# Guess: a column whose first 1,000 cells are empty is read as text, or by what comes later.
# Seen: arquero takes it for truths, and the number 4.5 in row 1,001 comes as true.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=7.2.1
npm install --silent --no-audit --no-fund --prefix . "arquero@$version" >/dev/null
cat > main.mjs <<'JS'
import { fromCSV } from "arquero";
const cells = Array.from({ length: 1000 }, (_, i) => `${i},\n`).join("");
console.log(fromCSV("draw,years\n" + cells + "1000,4.5\n").get("years", 1000));
JS
got=$(node main.mjs)
want="true"
echo "arquero $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
