package folder_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"reconfig/data/folder"
)

// A link out of the folder is told by the words of os.Root alone. Where they change, this test fails.
func TestALinkOutIsAFault(t *testing.T) {
	dir := t.TempDir()
	inner := filepath.Join(dir, "inner")
	if err := errors.Join(os.Mkdir(inner, 0o755), os.WriteFile(filepath.Join(dir, "there"), nil, 0o644)); err != nil {
		t.Fatal(err)
	}
	for _, target := range []string{"../there", filepath.Join(dir, "there")} {
		link := filepath.Join(inner, "link")
		os.Remove(link)
		if err := os.Symlink(target, link); err != nil {
			t.Skip("no links here:", err)
		}
		root, err := os.OpenRoot(inner)
		if err != nil {
			t.Fatal(err)
		}
		defer root.Close()
		_, err = folder.Read(root.FS(), "link")
		var fault *folder.Fault
		if !errors.As(err, &fault) || fault.What != "it is a link that leads out of the folder" {
			t.Errorf("%s: %v", target, err)
		}
	}
}
