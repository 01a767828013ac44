package reconfig_test

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// TestThirdPartyNamesWhatIsLinked compares the table in THIRD_PARTY.md with the modules that the program is linked from on each
// system that has a release.
func TestThirdPartyNamesWhatIsLinked(t *testing.T) {
	page, err := os.ReadFile("THIRD_PARTY.md")
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile(`(?m)^\| (\S+).* \| (v\S+) \| [^|]+ \| \[\d+\]`).FindAllStringSubmatch(string(page), -1)
	linked := map[string]string{}
	for _, system := range []string{"linux", "darwin", "windows"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Replace}}{{.Path}} {{.Version}}{{end}}{{end}}", "./cmd/reconfig")
		list.Env = append(os.Environ(), "GOOS="+system)
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			if module, version, ok := strings.Cut(strings.TrimSpace(line), " "); ok && version != "" {
				linked[module] = version
			}
		}
	}
	named := map[string]bool{}
	for _, row := range rows {
		module := row[1] // or a package of it
		for linked[module] == "" && strings.Contains(module, "/") {
			module = module[:strings.LastIndex(module, "/")]
		}
		if linked[module] != row[2] {
			t.Errorf("%s %s is not linked: run make third-party", row[1], row[2])
		}
		named[module] = true
	}
	for module, version := range linked {
		if !named[module] {
			t.Errorf("%s %s is linked and has no licence in THIRD_PARTY.md: run make third-party", module, version)
		}
	}
	if len(linked) < 10 {
		t.Errorf("only %d modules are linked", len(linked))
	}
}
