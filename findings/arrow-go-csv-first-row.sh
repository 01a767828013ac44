#!/bin/sh
# Guess: a CSV reader that infers types looks at more than one row, or stops where a cell does not fit.
# Seen: arrow-go takes the types of the first row: 0 makes a column of whole numbers, 0.5 below it becomes null, and reading goes on.
# Only Err(), asked after the rows, tells.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/apache/arrow-go/v18/arrow/csv"
)

func main() {
	r := csv.NewInferringReader(strings.NewReader("share\n0\n0.5\n1\n"), csv.WithHeader(true), csv.WithChunk(-1))
	defer r.Release()
	for r.Next() {
		fmt.Print(r.RecordBatch().Column(0), " ")
	}
	fmt.Println(r.Err() != nil)
}
GO
version=v18.8.0
go mod init finding >/dev/null 2>&1
go get "github.com/apache/arrow-go/v18@$version" 2>said || { cat said; exit 2; }
go mod tidy 2>said || { cat said; exit 2; }
got=$(go run .)
want="[0 (null) 1] true"
echo "arrow-go $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
