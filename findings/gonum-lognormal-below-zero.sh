#!/bin/sh
# Guess: the chance that a lognormal value is below −1 or below 0 is 0, and the density there is 0.
# Seen: the CDF of gonum's LogNormal is NaN below 0, and its Prob is NaN at 0. The other two are 0, as are those of Gamma.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"gonum.org/v1/gonum/stat/distuv"
)

func main() {
	l, g := distuv.LogNormal{Sigma: 1}, distuv.Gamma{Alpha: 2, Beta: 1}
	fmt.Println(l.CDF(-1), l.CDF(0), l.Prob(-1), l.Prob(0), g.CDF(-1), g.Prob(-1))
}
GO
version=v0.17.0
go mod init finding >/dev/null 2>&1
go get "gonum.org/v1/gonum@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="NaN 0 0 NaN 0 0"
echo "gonum $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
