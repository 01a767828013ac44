#!/bin/sh
# Guess: the middle one of three quartiles is the median.
# Seen: jStat takes members of the sample and never the mean of two: of 1, 2, 3, 4 its quartiles are 1, 2 and 3, while its own
# median and its own percentile give 2.5.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.9.6
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "jstat@$version"
got=$(node -e 'const { jStat: s } = require("jstat"), x = [1, 2, 3, 4]; console.log(String(s.quartiles(x)), s.median(x), s.percentile(x, 0.5));')
want="1,2,3 2.5 2.5"
echo "jStat $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
