#!/bin/sh
# Guess: NORM.S.INV has 15 digits, as Excel’s, so that NORM.S.DIST of it gives back the chance.
# Seen: that of excelize has nine: of 0.975 it is 1.95996398612019, not 1.95996398454005. NORM.S.DIST of −9 is 0, not 1.1e-19.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"math"

	"github.com/xuri/excelize/v2"
)

func main() {
	f := excelize.NewFile()
	for _, formula := range []string{"NORM.S.INV(0.975)", "NORM.S.DIST(-9,TRUE)"} {
		if err := f.SetCellFormula("Sheet1", "B1", formula); err != nil {
			panic(err)
		}
		value, err := f.CalcCellValue("Sheet1", "B1")
		if err != nil {
			panic(err)
		}
		fmt.Print(value, " ")
	}
	fmt.Printf("%.14f %.2g\n", math.Sqrt2*math.Erfinv(0.95), math.Erfc(9/math.Sqrt2)/2)
}
GO
version=v2.11.1
go mod init finding >/dev/null 2>&1
go get "github.com/xuri/excelize/v2@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="1.95996398612019 0 1.95996398454005 1.1e-19"
echo "excelize $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
