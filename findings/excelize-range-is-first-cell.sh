#!/bin/sh
# Guess: NPV of a range discounts all its cells, as in Excel: NPV(0.1, 60, 70, 80) is 172.5 for three cells too.
# Seen: CalcCellValue of excelize takes the first cell of the range alone: 54.5. AVEDEV does so too: 2.5 for 1 to 6, not 1.5. With
# single values both are right, and so are IRR and SUM of the range.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
version=v2.11.1
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

func main() {
	f := excelize.NewFile()
	for i, flow := range []float64{60, 70, 80} {
		must(f.SetCellValue("Sheet1", fmt.Sprintf("A%d", i+1), flow))
	}
	for i := 1; i <= 6; i++ {
		must(f.SetCellValue("Sheet1", fmt.Sprintf("B%d", i), i))
	}
	for _, formula := range []string{"NPV(0.1,A1:A3)", "NPV(0.1,60,70,80)", "SUM(A1:A3)", "AVEDEV(B1:B6)", "AVEDEV(1,2,3,4,5,6)"} {
		must(f.SetCellFormula("Sheet1", "C1", formula))
		value, err := f.CalcCellValue("Sheet1", "C1")
		must(err)
		fmt.Printf("%.5s ", value)
	}
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}
GO
go mod init finding >/dev/null 2>&1
go get "github.com/xuri/excelize/v2@$version" >said 2>&1 || { cat said; exit 2; }
got=$(go run .)
want="54.54 172.5 210 2.5 1.5 "
echo "excelize $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
