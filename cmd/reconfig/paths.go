package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"reconfig/data"
	"reconfig/data/workbook"
)

// path is the value of a flag that names a file or a folder; it is cleaned as it is read.
type path string

// addPath adds such a flag.
func addPath(f *pflag.FlagSet, to *string, name, usual, use string) {
	*to = usual
	f.Var((*path)(to), name, use)
}

func (p *path) Set(text string) error {
	cleaned, err := cleanPath(text)
	*p = path(cleaned)
	return err
}

func (p *path) String() string { return string(*p) }

// Type is that of a text, so that help shows the default as one.
func (*path) Type() string { return "string" }

// withPaths is a command whose arguments are all paths: it is given them clean.
func withPaths(run func(args []string) error) func(*cobra.Command, []string) error {
	return func(_ *cobra.Command, args []string) error {
		var paths []string
		for _, arg := range args {
			cleaned, err := cleanPath(arg)
			if err != nil {
				return &usage{err}
			}
			paths = append(paths, cleaned)
		}
		return outcome(run(paths))
	}
}

// cleanPath is the shortest path to the same, without a slash at its end, where completion by a shell puts one. A path that
// starts with ./ still does, and none becomes the name of a case that comes with the program.
func cleanPath(text string) (string, error) {
	if text == "" {
		return "", nil
	}
	cleaned := filepath.Clean(text)
	if endsAsFolder(text) && isFile(cleaned) {
		is := "is a file"
		if _, err := os.Stat(cleaned); err != nil {
			is = "is a name for a file"
		}
		return "", fmt.Errorf("%s ends as a folder does, but %s %s; leave out what follows its name", text, cleaned, is)
	}
	here := "." + string(filepath.Separator)
	isBelow := cleaned != "." && filepath.IsLocal(cleaned)
	if isBelow && strings.HasPrefix(filepath.FromSlash(text), here) || cleaned != text && slices.Contains(data.CaseNames(), cleaned) {
		return here + cleaned, nil
	}
	return cleaned, nil
}

// endsAsFolder says whether only a folder can be meant.
func endsAsFolder(text string) bool {
	text = strings.TrimSuffix(text, ".")
	return text != "" && os.IsPathSeparator(text[len(text)-1])
}

// isFile says whether there is a file of that name; where there is nothing, whether files have such names.
func isFile(name string) bool {
	info, err := os.Stat(name)
	if err != nil {
		return workbook.IsFileName(name) || slices.Contains([]string{".csv", ".yaml", ".yml"}, strings.ToLower(filepath.Ext(name)))
	}
	return !info.IsDir()
}
