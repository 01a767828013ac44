#!/bin/sh
# Guess: a fraction of a number is exact, or as near as the number is to its neighbours.
# Seen: fraction.js makes 0 of 1e-9, and 1/8100 of 0.000123456789. It takes a fraction with a denominator of
# at most ten million. Given the same number as text it is exact. Fractions of mathjs are made with it.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=5.3.4
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "fraction.js@$version"
got=$(node -e 'const { Fraction } = require("fraction.js"); console.log([1e-9, 0.000123456789, "0.000000001", "0.000123456789"].map(x => new Fraction(x).toFraction()).join(" "));')
want="0 1/8100 1/1000000000 123456789/1000000000000"
echo "fraction.js $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
