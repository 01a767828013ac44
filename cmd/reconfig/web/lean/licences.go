package main

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
)

// writeLicences writes the licences of what is in the program: a report passes them on with it. They are those of THIRD_PARTY.md
// whose modules are linked, and the project's own.
func writeLicences(to string) error {
	modules, err := linkedModules()
	if err != nil {
		return err
	}
	own, err := os.ReadFile("LICENSE")
	if err != nil {
		return err
	}
	page, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		return err
	}
	text, err := licences(string(page), modules)
	if err != nil {
		return err
	}
	return write(to, []byte("reconfig\n\n"+strings.TrimSpace(string(own))+"\n"+text))
}

// linkedModules are the modules that the program is linked from, without our own that stand for others.
func linkedModules() ([]string, error) {
	out, err := output("list", "-deps", "-tags", "minimal", "-f", "{{with .Module}}{{if not .Replace}}{{.Path}}{{end}}{{end}}", program)
	if err != nil {
		return nil, err
	}
	all := strings.Fields(string(out))
	slices.Sort(all)
	return slices.Compact(all), nil
}

// rowOfLicence is a row of the table of THIRD_PARTY.md: name, version, licence, number of the text.
var rowOfLicence = regexp.MustCompile(`(?m)^\| (.+?) \| (.+?) \| (.+?) \| \[(\d+)\]`)

// licences are the texts that the page has for modules, each once, under the names of what it is for.
func licences(page string, modules []string) (string, error) {
	var order []string
	names, found := map[string][]string{}, map[string]bool{}
	for _, row := range rowOfLicence.FindAllStringSubmatch(page, -1) {
		module, isOfGo := moduleOf(row[1], modules), strings.HasPrefix(row[1], "Go: ")
		if module == "" && !isOfGo {
			continue
		}
		found[module] = true
		if names[row[4]] == nil {
			order = append(order, row[4])
		}
		names[row[4]] = append(names[row[4]], row[1]+" "+row[2]+", "+row[3])
	}
	var b strings.Builder
	for _, number := range order {
		_, text, _ := strings.Cut(page, "\n## Text "+number+"\n\n```text\n")
		text, _, there := strings.Cut(text, "\n```")
		if !there {
			return "", fmt.Errorf("THIRD_PARTY.md has no text %s", number)
		}
		fmt.Fprintf(&b, "\n\n%s\n\n%s\n", strings.Join(names[number], "\n"), strings.TrimSpace(text))
	}
	for _, m := range modules {
		if m != "reconfig" && !found[m] {
			return "", fmt.Errorf("THIRD_PARTY.md has no licence of %s: run make third-party", m)
		}
	}
	return b.String(), nil
}

// moduleOf is the module that a row is of, or of a package of which it is; empty if it is not among those given.
func moduleOf(name string, modules []string) string {
	name, _, _ = strings.Cut(name, " ")
	for _, m := range modules {
		if name == m || strings.HasPrefix(name, m+"/") {
			return m
		}
	}
	return ""
}
