#!/bin/sh
# Guess: what is made as large as possible may have a limit of its own, as in every other solver.
# Seen: javascript-lp-solver drops a constraint on what it optimises, and says that 10 is feasible where 7 is the limit. YALPS,
# which takes the same model, keeps to it.
# Needs node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=1.0.3 yalps=0.6.4
npm init -y >/dev/null && npm install --no-audit --no-fund --silent "javascript-lp-solver@$version" "yalps@$yalps"
cat > main.mjs <<'JS'
import { createRequire } from "node:module";
import { solve } from "yalps";
const solver = createRequire(import.meta.url)("javascript-lp-solver");
const constraints = { saving: { max: 7 }, boards: { max: 10 } }, variables = { merger: { saving: 1, boards: 1 } };
const found = solver.Solve({ optimize: "saving", opType: "max", constraints, variables });
const other = solve({ direction: "maximize", objective: "saving", constraints, variables });
console.log(`feasible ${found.feasible}, ${found.result}; YALPS ${other.status}, ${other.result}`);
JS
got=$(node main.mjs)
want="feasible true, 10; YALPS optimal, 7"
echo "javascript-lp-solver $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
