#!/bin/sh
# Guess: a quantile with linear interpolation is that of most programs, and at one half the median: of 1, 2, 3, 4 it is 2.5.
# Seen: stat.Quantile of gonum with LinInterp gives 2, and 1 for all up to a quarter. It draws its line from below the least
# value to the greatest, so that every percentile is lower.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"gonum.org/v1/gonum/stat"
)

func main() {
	for _, p := range []float64{0.05, 0.25, 0.5, 0.75, 0.95} {
		fmt.Printf("%.3g ", stat.Quantile(p, stat.LinInterp, []float64{1, 2, 3, 4}, nil))
	}
}
GO
version=v0.17.0
go mod init finding >/dev/null 2>&1
go get "gonum.org/v1/gonum@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="1 1 2 3 3.8 "
echo "gonum $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
