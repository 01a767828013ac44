#!/bin/sh
# Guess: 80% + 5% is 0.85, as in every spreadsheet.
# Seen: it is 0 in mathjs, which reads a sign after % as that of a number, and takes the remainder of 80 by 0.05. 0.8 + 5% is
# 0.84, as 5 % of what stands before is added. (80%) + (5%) is 0.85.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=15.2.0
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "mathjs@$version"
got=$(node -e 'const { evaluate } = require("mathjs"); for (const sum of ["80% + 5%", "20% - 5%", "0.8 + 5%", "(80%) + (5%)"]) process.stdout.write(sum + " = " + evaluate(sum).toFixed(2) + "; ");')
want="80% + 5% = 0.00; 20% - 5% = 0.00; 0.8 + 5% = 0.84; (80%) + (5%) = 0.85; "
echo "mathjs $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
