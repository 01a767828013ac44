#!/bin/sh
# Guess: a library that works out formulas of spreadsheets gives what Excel gives: INT goes down to -3, TEXT writes 12.5% and 1,235, and
# MEDIAN leaves empty cells out.
# Seen: HyperFormula's INT cuts -2.5 to -2. TEXT multiplies nothing by 100 for a per cent, and puts the separator of thousands at the
# end as it stands in the format. MEDIAN takes an empty cell for 0 if it is named by itself, but not in a range.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && cd "$dir"
version=3.5.0
npm install --silent --no-audit --no-fund --prefix . "hyperformula@$version" >/dev/null
cat > main.cjs <<'JS'
const { HyperFormula } = require("hyperformula");
const formulas = ["=INT(-2.5)", '=TEXT(0.125,"0.0%")', '=TEXT(1234.5,"#,##0")', "=MEDIAN(A1,A2,A3)", "=MEDIAN(A1:A3)"];
const sheet = HyperFormula.buildFromArray([[10, ...formulas], [null], [30]], { licenseKey: "gpl-v3" });
console.log(formulas.map((_, i) => sheet.getCellValue({ sheet: 0, row: 0, col: i + 1 })).join(" "));
JS
got=$(node main.cjs)
want="-2 0.1% 1235,##0 10 20"
echo "HyperFormula $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
