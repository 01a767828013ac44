#!/bin/sh
# Guess: a data frame that reads a CSV file and writes it again keeps its numbers, and a column that is declared to be text stays as it is.
# Seen: gota writes six decimals of every number, so that a probability of 0.000000312 becomes 0. A code NA in a column of text becomes
# NaN. 1.9 into a column of whole numbers is 1 if it is a number, and missing if it is text.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
version=v0.12.0
cat > main.go <<'GO'
package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/go-gota/gota/dataframe"
	"github.com/go-gota/gota/series"
)

func main() {
	text := dataframe.WithTypes(map[string]series.Type{"code": series.String})
	frame := dataframe.ReadCSV(strings.NewReader("code,probability\nNA,0.000000312\nUK,0.25\n"), text)
	if err := frame.WriteCSV(os.Stdout); err != nil {
		panic(err)
	}
	fmt.Println(series.New([]float64{1.9}, series.Int, ""), series.New([]string{"1.9"}, series.Int, ""))
}
GO
go mod init finding >/dev/null 2>&1
go get "github.com/go-gota/gota/dataframe@$version" "github.com/go-gota/gota/series@$version" >said 2>&1 || { cat said; exit 2; }
got=$(go run . | tr '\n' ' ')
want="code,probability NaN,0.000000 UK,0.250000 [1] [NaN] "
echo "gota $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
