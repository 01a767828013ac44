#!/bin/sh
# Guess: where nothing can happen, nothing happens in five tries with a chance of 1.
# Seen: Prob of gonum's Binomial with P 0 is NaN for no success, and with P 1 for five of five; CDF is 1 and 1. It multiplies an
# infinite logarithm by 0. Bernoulli and a P of 1e-300 are right.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"gonum.org/v1/gonum/stat/distuv"
)

func main() {
	never, always := distuv.Binomial{N: 5, P: 0}, distuv.Binomial{N: 5, P: 1}
	fmt.Println(never.Prob(0), never.CDF(0), always.Prob(5), always.CDF(5), distuv.Bernoulli{P: 0}.Prob(0), distuv.Binomial{N: 5, P: 1e-300}.Prob(0))
}
GO
version=v0.17.0
go mod init finding >/dev/null 2>&1
go get "gonum.org/v1/gonum/stat/distuv@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="NaN 1 NaN 1 1 1"
echo "gonum $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
