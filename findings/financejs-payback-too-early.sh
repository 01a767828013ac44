#!/bin/sh
# Guess: 50 spent and 60 got in the first year are paid back after ten twelfths of it, and an outlay that is not recovered never is.
# Seen: PP of financejs gives 0.17 years: it counts what is left over in the year of payback, 10 of 60, where it should count what
# was missing, 50 of 60. The example on its page, 3.42 years for 3.58, is wrong by the same. What never pays back is undefined.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=4.1.0
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "financejs@$version"
cat > main.js <<'JS'
const Finance = require("financejs");
const finance = new Finance();
const flows = [[-50, 60], [-50, 10, 13, 16, 19, 22], [-50, 10, 10]];
console.log(flows.map((years) => finance.PP(years.length - 1, ...years)?.toFixed(2)).join(", "));
JS
got=$(node main.js)
want="0.17, 3.42, "
echo "financejs $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
