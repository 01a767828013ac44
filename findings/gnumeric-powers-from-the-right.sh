#!/bin/sh
# Guess: a program that opens a workbook of Excel works out its formulas by Excel's rules, where 2^3^2 is (2^3)^2, 64.
# Seen: Gnumeric takes powers from the right: 2^3^2 is 512, and 2^-1^2 is 2, where LibreOffice, like Excel, has 0.25.
# Needs Gnumeric as Debian 12 has it (apt-get install gnumeric); takes Debian 12's package of openpyxl.
set -eu
dir=$(mktemp -d) && trap 'rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
version=1.12.55-1
apt-get download python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
[ "$(dpkg-query -W -f '${Version}' gnumeric 2>/dev/null)" = "$version" ] || { echo "gnumeric $version is not installed"; exit 2; }
cat > main.py <<'PY'
import openpyxl

book = openpyxl.Workbook()
for row, formula in enumerate(["=2^3^2", "=2^-1^2", "=-2^2"], start=1):
    book.active.cell(row, 1, formula)
book.save("powers.xlsx")
PY
PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py
/usr/bin/ssconvert --recalc powers.xlsx powers.csv >said 2>&1 || { cat said; exit 2; }
got=$(tr '\n' ' ' < powers.csv)
want="512 2 4 "
echo "gnumeric $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
