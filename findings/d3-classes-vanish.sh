#!/bin/sh
# Guess: a scale of two classes by quantiles puts 1 and 2 of 1, 2, 3, infinity, infinity in the lower class, and the rest in the upper.
# Seen: scaleQuantile of d3-scale puts all in the lower, infinity as well. Its bound is NaN, since it draws a line between 3 and the
# next value, even where it needs none of that. Of three classes of 1 to 5 and infinity twice the third stays empty.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=4.0.3
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "d3-scale@$version" d3-array@3.2.5
cat > main.mjs <<'JS'
import { scaleQuantile } from "d3-scale";
for (const [values, classes] of [[[1, 2, 3], "ab"], [[1, 2, 3, 4, 5], "abc"]]) {
  const all = [...values, Infinity, Infinity];
  console.log(all.map(scaleQuantile(all, [...classes])).join(""));
}
JS
got=$(node main.mjs | tr '\n' ' ')
want="aaaaa aabbbbb "
echo "d3-scale $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
