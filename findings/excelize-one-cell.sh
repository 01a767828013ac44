#!/bin/sh
# Guess: a sheet of three rows that one library writes has three rows for another.
# Seen: excelize says in each sheet that it uses cell A1 alone (dimension), unless SetSheetDimension is called. openpyxl believes it
# in read-only mode, its way for large files: one row of one cell, and no error. In its usual mode it sees all. tablib, which reads in
# read-only mode, finds a table without rows.
# Takes Debian 12's packages of openpyxl and tablib. Needs Go, python3 of Debian and a network.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT && chmod 755 "$dir" && cd "$dir"
apt-get download python3-openpyxl=3.0.9-1 python3-et-xmlfile=1.0.1-2.1 python3-tablib=3.4.0-1 >said 2>&1 || { cat said; exit 2; }
for package in *.deb; do dpkg -x "$package" .; done
cat > main.go <<'GO'
package main

import "github.com/xuri/excelize/v2"

func main() {
	f := excelize.NewFile()
	for i, row := range [][]any{{"name", "worth"}, {"a", 1}, {"b", 2}} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			panic(err)
		}
	}
	if err := f.SaveAs("cells.xlsx"); err != nil {
		panic(err)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get github.com/xuri/excelize/v2@v2.11.1 >said 2>&1 || { cat said; exit 2; }
go run .
cat > main.py <<'PY'
import openpyxl
import tablib

rows = {only: len(list(openpyxl.load_workbook("cells.xlsx", read_only=only).active.rows)) for only in (False, True)}
with open("cells.xlsx", "rb") as file:
    table = tablib.Dataset().load(file.read(), format="xlsx")
print("rows %d, read-only %d; tablib %s and %d rows" % (rows[False], rows[True], table.headers, len(table)))
PY
got=$(PYTHONPATH=usr/lib/python3/dist-packages /usr/bin/python3 main.py)
want="rows 3, read-only 1; tablib ['name'] and 0 rows"
echo "excelize 2.11.1, openpyxl 3.0.9, tablib 3.4.0: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
