#!/bin/sh
# Guess: a patch release keeps the digits of a float64 that SetCellValue stores.
# Seen: excelize 2.11.0 stores 0.30000000000000004 with all 17 digits, 2.11.1 cuts it to 15: 0.300000000000000.
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
	defer f.Close()
	x, y := 0.1, 0.2
	if err := f.SetCellValue("Sheet1", "A1", x+y); err != nil {
		panic(err)
	}
	cell, err := f.GetCellValue("Sheet1", "A1", excelize.Options{RawCellValue: true})
	if err != nil {
		panic(err)
	}
	fmt.Println(cell)
}
GO
stored() {
	rm -f go.mod go.sum
	go mod init finding >/dev/null 2>&1
	go get "github.com/xuri/excelize/v2@$1" 2>said || { cat said; exit 2; }
	echo "$1 $(go run .)"
}
got="$(stored v2.11.0); $(stored v2.11.1)"
want="v2.11.0 0.30000000000000004; v2.11.1 0.300000000000000"
echo "excelize: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
