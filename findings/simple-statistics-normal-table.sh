#!/bin/sh
# Guess: the normal distribution of a library of statistics is exact to many digits, or says in its name that it is rough.
# Seen: simple-statistics looks it up in a table of four decimals that ends at 3.09, so that the chance below -5 is 0.001, as below
# -3.1; it is 0.00000029. Chances of rare events come out 3,500 times too large.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=7.12.1
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "simple-statistics@$version"
cat > main.js <<'JS'
const { cumulativeStdNormalProbability: below } = require("simple-statistics");
console.log([-3, -3.1, -5].map((z) => `${z}: ${below(z)}`).join(", "));
JS
got=$(node main.js)
want="-3: 0.0013, -3.1: 0.001, -5: 0.001"
echo "simple-statistics $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
