//go:build !packed

package packed

// Program is the program in WebAssembly, compressed by gzip; empty where there is none.
var Program []byte

// Support is Go's script that starts such a program.
var Support string

// Licences are those of what is in the program.
var Licences string
