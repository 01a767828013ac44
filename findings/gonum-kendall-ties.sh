#!/bin/sh
# Guess: pairs that are tied count for nothing in Kendall's tau, so that of a constant it is 0 or not a number.
# Seen: stat.Kendall of gonum counts a tie as a rise: of a constant and what rises it is 1, of a constant and what falls -1.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"gonum.org/v1/gonum/stat"
)

func main() {
	fmt.Println(stat.Kendall([]float64{1, 2, 3, 4}, []float64{5, 5, 5, 5}, nil), stat.Kendall([]float64{5, 5, 5, 5}, []float64{4, 3, 2, 1}, nil))
}
GO
version=v0.17.0
go mod init finding >/dev/null 2>&1
go get "gonum.org/v1/gonum@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="1 -1"
echo "gonum $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
