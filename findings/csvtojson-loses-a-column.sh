#!/bin/sh
# Guess: a reader of CSV files gives one field for each column, named as the column is.
# Seen: csvtojson takes a point in a name for a table within a table, so that of columns "setup" and "setup.merger" the first is lost,
# without an error, whichever stands first. The number 0 behind the point makes a list. flatKeys: true gives the columns as they are.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=2.0.14
npm install --silent --no-audit --no-fund --prefix . "csvtojson@$version" >/dev/null
cat > main.cjs <<'JS'
const read = require("csvtojson");
const show = async (text, options) => JSON.stringify((await read(options).fromString(text))[0]);
(async () => console.log(await show("setup,setup.merger\n7,0.3\n"), await show("setup.merger,setup\n0.3,7\n"), await show("cost.0\n5\n"), await show("setup,setup.merger\n7,0.3\n", { flatKeys: true })))();
JS
got=$(node main.cjs)
want='{"setup":{"merger":"0.3"}} {"setup":"7"} {"cost":["5"]} {"setup":"7","setup.merger":"0.3"}'
echo "csvtojson $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
