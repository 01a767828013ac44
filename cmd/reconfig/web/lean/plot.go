package main

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "embed" // a file of the copy
)

// plotModule draws the figures.
const plotModule = "gonum.org/v1/plot"

//go:embed liberation.go.txt
var twoFaces string

// changed are files of the copy that stand for those of the module.
var changed = map[string]string{
	"text/latex.go":                 "package text\n", // no label of ours is a formula
	"font/liberation/liberation.go": twoFaces,
}

// copyPlot copies the module's source to a folder, with its changed files.
func copyPlot(to string) error {
	from, err := moduleFolder(plotModule)
	if err != nil {
		return err
	}
	for file := range changed {
		if _, err := os.Stat(filepath.Join(from, file)); err != nil {
			return fmt.Errorf("%s is not what it was, look at %s: %w", plotModule, program+"/lean", err)
		}
	}
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isSource(path) {
			return err
		}
		name, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		content, err := os.ReadFile(path)
		if other, ok := changed[filepath.ToSlash(name)]; ok {
			content = []byte(other)
		}
		if err != nil {
			return err
		}
		return write(filepath.Join(to, name), content)
	})
}

func isSource(path string) bool {
	return filepath.Base(path) == "go.mod" || strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go")
}

// moduleFolder is where Go keeps a module; it is fetched if need be.
func moduleFolder(path string) (string, error) {
	out, err := output("mod", "download", "-json", path)
	if err != nil {
		return "", err
	}
	var module struct{ Dir string }
	err = json.Unmarshal(out, &module)
	return module.Dir, err
}

// writeModFile writes the project's go.mod with the copy in place of the module. Its path is relative, because the program holds it.
func writeModFile(to string) error {
	for name, more := range map[string]string{"go.mod": "\nreplace " + plotModule + " => ./" + work + "/plot\n", "go.sum": ""} {
		content, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("to be run from the root of the project: %w", err)
		}
		if err := write(filepath.Join(filepath.Dir(to), name), slices.Concat(content, []byte(more))); err != nil {
			return err
		}
	}
	return nil
}

// write writes a file and the folders above it.
func write(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, content, 0o644)
}
