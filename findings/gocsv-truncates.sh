#!/bin/sh
# Guess: a cell that is no whole number, or too large, is an error when it is read into a whole number.
# Seen: gocsv reads "3.7" into an int as 3, and "300" into a uint8 as 44, without an error.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/gocarina/gocsv"
)

type row struct {
	Posts int   `csv:"posts"`
	Teams uint8 `csv:"teams"`
}

func main() {
	var rows []row
	err := gocsv.UnmarshalString("posts,teams\n3.7,300\n", &rows)
	fmt.Println(rows, err)
}
GO
version=v0.0.0-20240520201108-78e41c74b4b1
go mod init finding >/dev/null 2>&1
go get "github.com/gocarina/gocsv@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="[{3 44}] <nil>"
echo "gocsv $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
