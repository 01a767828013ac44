#!/bin/sh
# Guess: financial years in one column of a CSV file are all text, or all something else.
# Seen: SheetJS makes the number of a day of 2010/11, for 2010-11-01, and leaves 2012/13, which can be no month.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=0.18.5
npm install --silent --no-audit --no-fund --prefix . "xlsx@$version" >/dev/null
cat > main.cjs <<'JS'
const { read, utils } = require("xlsx");
const book = read("year\n2010/11\n2012/13\n", { type: "string" });
console.log(JSON.stringify(utils.sheet_to_json(book.Sheets.Sheet1).map(row => row.year)));
JS
got=$(TZ=UTC node main.cjs)
want='[40483,"2012/13"]'
echo "xlsx $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
