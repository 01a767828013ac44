package folder

import (
	"os"
	"path/filepath"
	"testing"
)

// Where two folders cannot be exchanged at once they are renamed; which of the two a system does cannot be chosen from
// outside.
func TestExchangeByRenames(t *testing.T) {
	for name, exchange := range map[string]func(a, b string) error{"at once": exchange, "by renames": exchangeByRenames} {
		dir := t.TempDir()
		temporary, final := filepath.Join(dir, "new"), filepath.Join(dir, "there")
		for _, folder := range []string{temporary, final} {
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(folder, "which"), []byte(filepath.Base(folder)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if err := exchange(temporary, final); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for folder, want := range map[string]string{final: "new", temporary: "there"} {
			if got, err := os.ReadFile(filepath.Join(folder, "which")); err != nil || string(got) != want {
				t.Errorf("%s: %s holds %q (%v), want %q", name, folder, got, err, want)
			}
		}
		if entries, _ := os.ReadDir(dir); len(entries) != 2 {
			t.Errorf("%s leaves %v", name, entries)
		}
		if err := exchange(filepath.Join(dir, "none"), final); err == nil {
			t.Errorf("%s: exchanged with nothing", name)
		}
		if got, err := os.ReadFile(filepath.Join(final, "which")); err != nil || string(got) != "new" {
			t.Errorf("%s: a failed exchange took the folder away", name)
		}
	}
}
