package data_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"reconfig/data"
)

// copyWorkbook copies a case that comes with the program into a new workbook.
func copyWorkbook(t testing.TB, name string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "my-case.xlsx")
	if err := data.CopyCase(name, file); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestAWorkbookIsTheSameCase(t *testing.T) {
	for _, name := range data.CaseNames() {
		want, err := data.OpenCase(name)
		if err != nil {
			t.Fatal(err)
		}
		first := copyWorkbook(t, name)
		got, err := data.OpenCase(first)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(want.Case, got.Case) {
			t.Errorf("%s: another case comes out of its workbook", name)
		}
		if len(got.Warnings) > 0 {
			t.Errorf("%s: %q", name, got.Warnings)
		}
		a, _ := os.ReadFile(first)
		b, _ := os.ReadFile(copyWorkbook(t, name))
		if !bytes.Equal(a, b) {
			t.Errorf("%s: two copies differ", name)
		}
	}
}
