package html

import (
	_ "embed" // scripts
	"encoding/base64"
)

//go:embed wasm.js
var wasmScript string

//go:embed worker.js
var workerScript string

// WASM answers in the page itself, by a program in WebAssembly that the page carries, compressed by gzip. Support is Go's script
// that starts it; licences are of all that is in them.
func WASM(program []byte, support, licences string) Engine {
	const encoded = "text/plain;base64"
	return Engine{
		Function: "wasmEngine", Licences: licences, Script: wasmScript, Scripts: " blob: 'wasm-unsafe-eval'", Directives: "; worker-src blob:",
		Inert: []Inert{
			{ID: "reconfig-worker", Type: encoded, Content: base64.StdEncoding.EncodeToString([]byte(support + workerScript))},
			{ID: "reconfig-wasm", Type: encoded, Content: base64.StdEncoding.EncodeToString(program)},
		},
	}
}
