#!/bin/sh
# Guess: in formulas the text INF is text, as in Excel: AVERAGE leaves it out, and COUNTIF finds it.
# Seen: CalcCellValue of excelize takes it for infinity. The mean is +INF, while SUM, MAX and MEDIAN leave it out, and COUNTIF
# does not find it, though it finds another word.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

func main() {
	f := excelize.NewFile()
	if err := f.SetSheetCol("Sheet1", "A1", &[]any{1, 2, 3, "INF", "never"}); err != nil {
		panic(err)
	}
	for _, formula := range []string{"AVERAGE(A1:A5)", "SUM(A1:A5)", "MAX(A1:A5)", "MEDIAN(A1:A5)", `COUNTIF(A1:A5,"INF")`, `COUNTIF(A1:A5,"never")`} {
		if err := f.SetCellFormula("Sheet1", "B1", formula); err != nil {
			panic(err)
		}
		value, err := f.CalcCellValue("Sheet1", "B1")
		if err != nil {
			panic(err)
		}
		fmt.Print(value, " ")
	}
}
GO
version=v2.11.1
go mod init finding >/dev/null 2>&1
go get "github.com/xuri/excelize/v2@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="+INF 6 3 2 0 1 "
echo "excelize $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
