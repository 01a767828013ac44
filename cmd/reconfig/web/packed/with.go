//go:build packed

package packed

import _ "embed" // what make build wrote

// Program is the program in WebAssembly, compressed by gzip; empty where there is none.
//
//go:embed web.wasm.gz
var Program []byte

// Support is Go's script that starts such a program.
//
//go:embed wasm_exec.js
var Support string

// Licences are those of what is in the program.
//
//go:embed licences.txt
var Licences string
