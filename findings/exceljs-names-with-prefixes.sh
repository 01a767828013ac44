#!/bin/sh
# Guess: a workbook with a title, which Excel and LibreOffice open, opens in another library too.
# Seen: exceljs refuses it as a whole where SetDocProps of excelize was called. excelize makes one namespace the default and writes
# lastModifiedBy without a prefix, empty if there is none; exceljs knows cp:lastModifiedBy alone, though it takes the root element both ways.
# Needs Go, node, npm and a network.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"os"

	"github.com/xuri/excelize/v2"
)

func main() {
	f := excelize.NewFile()
	if len(os.Args) > 1 {
		if err := f.SetDocProps(&excelize.DocProperties{Title: "a title"}); err != nil {
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
npm init -y >/dev/null && npm install --no-audit --no-fund --silent exceljs@4.4.0
cat > main.js <<'JS'
const { Workbook } = require("exceljs");
new Workbook().xlsx.readFile("cells.xlsx").then(() => console.log("opened"), (error) => console.log(error.message.slice(0, 62)));
JS
go run . && without=$(node main.js)
go run . titled && with=$(node main.js)
got="without a title: $without; with one: $with"
want='without a title: opened; with one: Unexpected xml node in parseOpen: {"name":"lastModifiedBy","at'
echo "excelize 2.11.1, exceljs 4.4.0: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
