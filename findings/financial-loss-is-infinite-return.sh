#!/bin/sh
# Guess: the internal rate of return of money that does not come back, 1000 for 100 and 100, is negative: -63 % a year.
# Seen: financial, the translation of numpy-financial, says Infinity, as if nothing did better. 1000 for 500 and 500 is right, at 0,
# and so is a gain.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=0.2.4
npm install --silent --no-audit --no-fund --prefix . "financial@$version" >/dev/null
cat > main.mjs <<'JS'
import * as financial from "financial";
console.log([[-1000, 100, 100], [-1000, 500, 500], [-1000, 600, 600]].map(flows => Number(financial.irr(flows).toFixed(4))).join(" "));
JS
got=$(node main.mjs)
want="Infinity 0 0.1307"
echo "financial $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
