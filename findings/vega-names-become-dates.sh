#!/bin/sh
# Guess: where Vega finds the types of a CSV file by itself (parse: "auto"), a column of names stays text, whatever numbers they have.
# Seen: it takes a column for dates if JavaScript can read every cell as one, and V8 reads "Council 1" as January 2001: the name
# becomes 978307200000. So does the code A-1. 2010/11 becomes November, unless a 2012/13 stands below: there is no month 13.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=5.1.3
npm install --silent --no-audit --no-fund --prefix . "vega-loader@$version" >/dev/null
cat > main.mjs <<'JS'
import { read } from "vega-loader";
const first = names => read("name\n" + names.join("\n") + "\n", { type: "csv", parse: "auto" })[0].name;
console.log([["Council 1", "Council 2"], ["A-1", "B-2"], ["Council 1", "Council 13"], ["2010/11", "2011/12"], ["2010/11", "2012/13"]].map(first).join(", "));
JS
got=$(TZ=UTC node main.mjs)
want="978307200000, 978307200000, Council 1, 1288569600000, 2010/11"
echo "vega-loader $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
