#!/bin/sh
# Guess: a cell without a number format keeps its digits as CSV, or all cells come as they are shown.
# Seen: xlsx2csv cuts a cell without a format to six decimals, so that a probability of 0.000000312 becomes 0.000000. A format of
# one decimal rounds 0.9543 to 1.0, but a per cent of one decimal gives 0.0496 three decimals, and #,##0 leaves -1234.5 alone.
# --floatformat %.15f keeps the digits of the first kind.
# Takes Debian 12's packages of xlsx2csv and openpyxl (which makes the sheet); it needs python3 of Debian.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1:0.7.8-1
apt-get download "xlsx2csv=$version" python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.py <<'PY'
import openpyxl

book = openpyxl.Workbook()
sheet = book.active
for row, (value, shown) in enumerate(
    [(0.000000312, "General"), (0.9543, "0.0"), (0.0496, "0.0%"), (-1234.5, "#,##0")], start=1
):
    cell = sheet.cell(row, 1, value)
    cell.number_format = shown
book.save("cells.xlsx")
PY
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 usr/bin/xlsx2csv cells.xlsx | tr '\n' ' ')
want="0.000000 1.0 0.050 -1234.5 "
echo "xlsx2csv $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
