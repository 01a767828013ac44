#!/bin/sh
# Guess: 2.999 decoded into an int is an error, above all in strict mode.
# Seen: goccy/go-yaml gives 2, without an error.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	"github.com/goccy/go-yaml"
)

func main() {
	var plan struct {
		Draws int `yaml:"draws"`
	}
	err := yaml.NewDecoder(strings.NewReader("draws: 2.999\n"), yaml.Strict()).Decode(&plan)
	fmt.Println(plan.Draws, err)
}
GO
version=v1.19.2
go mod init finding >/dev/null 2>&1
go get "github.com/goccy/go-yaml@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="2 <nil>"
echo "goccy/go-yaml $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
