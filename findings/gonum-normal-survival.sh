#!/bin/sh
# Guess: the survival function is there for tails that are too small for 1 - CDF.
# Seen: that of distuv.Normal is 1 - CDF: 0 at 8.5 standard deviations, where it should be 9.5e-18.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

func main() {
	fmt.Printf("%.3g %.3g\n", distuv.UnitNormal.Survival(8.5), math.Erfc(8.5/math.Sqrt2)/2)
}
GO
version=v0.17.0
go mod init finding >/dev/null 2>&1
go get "gonum.org/v1/gonum@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="0 9.48e-18"
echo "gonum $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
