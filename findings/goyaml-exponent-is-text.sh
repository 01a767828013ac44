#!/bin/sh
# Guess: 1e3 is the number 1000, as in YAML 1.2 (core schema) and JSON.
# Seen: goccy/go-yaml decodes 1e3 into an any as the text "1e3", but 1.5e3 as the number 1500.
set -eu
dir=$(mktemp -d) && trap 'chmod -R u+w "$dir" && rm -rf "$dir"' EXIT && cd "$dir"
cat > main.go <<'GO'
package main

import (
	"fmt"

	"github.com/goccy/go-yaml"
)

func main() {
	for _, text := range []string{"1e3", "1.5e3"} {
		var v any
		err := yaml.Unmarshal([]byte(text), &v)
		fmt.Printf("%s is %T %v %v; ", text, v, v, err)
	}
}
GO
version=v1.19.2
go mod init finding >/dev/null 2>&1
go get "github.com/goccy/go-yaml@$version" 2>said || { cat said; exit 2; }
got=$(go run .)
want="1e3 is string 1e3 <nil>; 1.5e3 is float64 1500 <nil>; "
echo "goccy/go-yaml $version: $got"
[ "$got" = "$want" ] || { echo "changed; it was: $want"; exit 1; }
