package main

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"hash/crc32"
	"os"
	"path/filepath"
	"strings"
)

// pack compresses a file, unless it was compressed before: a gzip file ends with the sum and the length of what is in it (RFC 1952).
func pack(from, to string) error {
	content, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	end := binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE(content))
	end = binary.LittleEndian.AppendUint32(end, uint32(len(content)))
	if before, err := os.ReadFile(to); err == nil && bytes.HasSuffix(before, end) {
		return nil
	}
	var compressed bytes.Buffer
	w, err := gzip.NewWriterLevel(&compressed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(content); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	return write(to, compressed.Bytes())
}

// copySupport copies Go's own script that starts a program of Go in a browser.
func copySupport(to string) error {
	root, err := output("env", "GOROOT")
	if err != nil {
		return err
	}
	content, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(root)), "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return err
	}
	return write(to, content)
}

// write writes a file and the folders above it.
func write(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
