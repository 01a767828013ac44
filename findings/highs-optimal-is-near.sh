#!/bin/sh
# Guess: a solver that says "Optimal" of a problem in whole numbers has found the best, to rounding.
# Seen: HiGHS stops within 0.01 % of the best and says "Optimal" all the same. Groups of 12 bodies are worth 1,000 for each body and
# a part below 1, so that divisions in four groups differ by that part alone: it gives 12002.96, and with mip_rel_gap=0 12003.91. The answer
# has no field for the gap. A map that was found so cannot be held against a proof.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.15.3
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "highs@$version"
cat > main.js <<'JS'
const bodies = 12;
let state = 4;
const part = () => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;
const groups = [];
for (let set = 1; set < 1 << bodies; set++) {
  const members = [...Array(bodies).keys()].filter((body) => (set >> body) & 1);
  if (members.length >= 2 && members.length <= 4) {
    groups.push({ members, worth: 1000 * members.length + part() });
  }
}
const names = groups.map((_, g) => "x" + g);
const sum = (chosen) => names.filter((_, g) => chosen(groups[g])).join(" + ");
const problem = [
  "Maximize",
  groups.map((group, g) => `${group.worth} x${g}`).join(" + "),
  "Subject To",
  ...[...Array(bodies).keys()].map((body) => sum((group) => group.members.includes(body)) + " = 1"),
  sum(() => true) + " = 4",
  "Binary",
  ...names,
  "End",
].join("\n");
require("highs")().then((solver) => {
  const said = ({ Status, ObjectiveValue }) => `${Status} ${ObjectiveValue.toFixed(2)}`;
  console.log(`${said(solver.solve(problem))}, without a gap ${said(solver.solve(problem, { mip_rel_gap: 0 }))}`);
});
JS
got=$(node main.js)
want="Optimal 12002.96, without a gap Optimal 12003.91"
echo "highs $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
