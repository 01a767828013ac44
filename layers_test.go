package reconfig_test

import (
	"os"
	"os/exec"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// layer is a package with the packages of ours that it may import, as docs/architecture.md declares them.
type layer struct {
	may  []string
	used map[string]bool
}

// cells finds the names of packages in a cell of the table.
var cells = regexp.MustCompile("`([a-z/.]+)`")

// declaredLayers reads the table of packages in docs/architecture.md.
func declaredLayers(t *testing.T) map[string]*layer {
	t.Helper()
	page, err := os.ReadFile("docs/architecture.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(page), "| package | holds | may import |")
	table, _, _ = strings.Cut(table, "\n\n")
	all := map[string]*layer{}
	for line := range strings.Lines(table) {
		columns := strings.Split(line, "|")
		if len(columns) != 5 || strings.HasPrefix(columns[1], "---") {
			continue
		}
		l := &layer{used: map[string]bool{}}
		for _, m := range cells.FindAllStringSubmatch(columns[3], -1) {
			l.may = append(l.may, m[1])
		}
		for _, m := range cells.FindAllStringSubmatch(columns[1], -1) {
			all[m[1]] = l
		}
	}
	return all
}

// imports lists the packages of ours that each package imports, tests left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	const format = `{{.ImportPath}} {{join .Imports " "}}`
	out, err := exec.Command("go", "list", "-f", format, "./...").Output()
	if err != nil {
		t.Fatal(err)
	}
	browser := exec.Command("go", "list", "-f", format, "./cmd/reconfig/web")
	browser.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	more, err := browser.Output()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for line := range strings.Lines(string(out) + string(more)) {
		words := strings.Fields(line)
		var ours []string
		for _, imported := range words[1:] {
			if strings.HasPrefix(imported, "reconfig/") {
				ours = append(ours, strings.TrimPrefix(imported, "reconfig/"))
			}
		}
		all[strings.TrimPrefix(words[0], "reconfig/")] = ours
	}
	return all
}

// matches finds what of the declared packages an import is, or lies below where that ends in /... .
func matches(imported string, may []string) string {
	i := slices.IndexFunc(may, func(m string) bool {
		root, below := strings.CutSuffix(m, "/...")
		return imported == root || below && strings.HasPrefix(imported, root+"/")
	})
	if i < 0 {
		return ""
	}
	return may[i]
}

func TestPackagesImportWhatTheArchitecturePageDeclares(t *testing.T) {
	declared := declaredLayers(t)
	found := imports(t)
	for name, ours := range found {
		l, ok := declared[name]
		if !ok {
			t.Errorf("docs/architecture.md does not have the package %s", name)
			continue
		}
		for _, imported := range ours {
			m := matches(imported, l.may)
			if m == "" {
				t.Errorf("%s imports %s, which docs/architecture.md does not allow it", name, imported)
			}
			l.used[m] = true
		}
	}
	for name, l := range declared {
		if _, ok := found[name]; !ok {
			t.Errorf("docs/architecture.md has the package %s, which is not there", name)
		}
		for _, m := range l.may {
			if !l.used[m] {
				t.Errorf("docs/architecture.md allows %s to import %s, which it does not", name, m)
			}
		}
	}
}

// sides are the three parts of the house that must not know one another.
var sides = []string{"sim", "data", "plots"}

func TestSidesDoNotImportOneAnother(t *testing.T) {
	side := func(name string) string {
		i := slices.IndexFunc(sides, func(s string) bool { return name == s || strings.HasPrefix(name, s+"/") })
		if i < 0 {
			return ""
		}
		return sides[i]
	}
	for name, ours := range imports(t) {
		from := side(name)
		for _, imported := range ours {
			if to := side(imported); from != "" && to != "" && from != to {
				t.Errorf("%s imports %s: sim, data and plots know nothing of one another", name, imported)
			}
			if strings.HasPrefix(name, "model") && !strings.HasPrefix(imported, "model") {
				t.Errorf("%s imports %s: model knows nothing of who uses it", name, imported)
			}
		}
	}
}
