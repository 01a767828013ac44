package data_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
)

// earlier takes from a case what the third edition of the model brought, and from its tables what nothing refers to then.
func earlier(c *model.Case) *model.Case {
	copied := *c
	lacks := func(name string) bool {
		return slices.ContainsFunc(model.Quantities, func(q model.Quantity) bool {
			return q.Since > 0 && slices.ContainsFunc(c.Subjects(q), func(subject string) bool { return q.AssumptionName(subject) == name })
		})
	}
	copied.Assumptions = slices.DeleteFunc(slices.Clone(c.Assumptions), func(a model.Assumption) bool { return lacks(a.Name) })
	copied.Correlations = slices.DeleteFunc(slices.Clone(c.Correlations), func(x model.Correlation) bool { return lacks(x.A) || lacks(x.B) })
	return &copied
}

// A case that comes with the program, taken back to the second edition, gets the same numbers again, whatever case they
// were taken from.
func TestUpgradeGivesBuiltInNumbers(t *testing.T) {
	england := opened(t, "england-icb-2025")
	for _, name := range data.CaseNames() {
		dir := filepath.Join(t.TempDir(), name)
		if err := data.WriteCase(dir, earlier(opened(t, name).Case)); err != nil {
			t.Fatal(err)
		}
		u, err := data.UpgradeCase(dir)
		if err != nil {
			t.Fatal(err)
		}
		c := opened(t, dir)
		if len(c.Assumptions) != len(opened(t, name).Assumptions) || len(c.Correlations) != len(opened(t, name).Correlations) {
			t.Errorf("%s: %d assumptions and %d correlations", name, len(c.Assumptions), len(c.Correlations))
		}
		for _, a := range u.Assumptions {
			i, _ := c.AssumptionIndex(a.Name)
			if c.Assumptions[i] != a {
				t.Errorf("%s: %+v was added, and is %+v", name, a, c.Assumptions[i])
			}
			i, _ = england.AssumptionIndex(a.Name)
			want := england.Assumptions[i]
			want.Description += ". Transferred from England’s ICBs, 2025"
			if a != want {
				t.Errorf("%s: %+v, England has %+v", name, a, want)
			}
			if a.Strength == "A" {
				t.Errorf("%s of strength A: transferred, it is at most B", a.Name)
			}
		}
	}
}

func opened(t *testing.T, name string) *data.Case {
	t.Helper()
	c, err := data.OpenCase(name)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Whatever the case, an upgrade makes it valid, keeps every byte that was there, does nothing a second time, and does the
// same to a workbook.
func TestUpgradeOfAnyCase(t *testing.T) {
	random := rapid.Custom(modeltest.Random)
	for seed := range modeltest.ShortOrLong(6, 20) {
		c := earlier(random.Example(seed))
		folder := filepath.Join(t.TempDir(), "case")
		if err := data.WriteCase(folder, c); err != nil {
			t.Fatal(err)
		}
		before := contents(t, folder)
		added, err := data.UpgradeCase(folder)
		if err != nil {
			t.Fatal(err)
		}
		after := contents(t, folder)
		if len(after) != len(before) || len(added.Assumptions) == 0 || len(added.Correlations) > 0 && added.Uncorrelated {
			t.Fatalf("%d files became %d; %+v", len(before), len(after), added)
		}
		for file, content := range before {
			if !bytes.HasPrefix(after[file], content) {
				t.Errorf("%s has changed", file)
			}
		}
		again, err := data.UpgradeCase(folder)
		if err != nil || len(again.Assumptions) > 0 {
			t.Errorf("a second time: %+v, %v", again, err)
		}
		if seed%5 == 0 { // workbooks take long
			checkUpgradeOfWorkbook(t, c, opened(t, folder))
		}
	}
}

// checkUpgradeOfWorkbook holds the upgrade of a case in a workbook against that of the same case in a folder.
func checkUpgradeOfWorkbook(t *testing.T, c *model.Case, inFolder *data.Case) {
	t.Helper()
	book := filepath.Join(t.TempDir(), "case.xlsx")
	if err := data.WriteCase(book, c); err != nil {
		t.Fatal(err)
	}
	if _, err := data.UpgradeCase(book); err != nil {
		t.Fatal(err)
	}
	inBook := opened(t, book)
	if !slices.Equal(inFolder.Assumptions, inBook.Assumptions) || !slices.Equal(inFolder.Sources, inBook.Sources) || !slices.Equal(inFolder.Correlations, inBook.Correlations) {
		t.Errorf("the folder and the workbook differ")
	}
}

func contents(t *testing.T, dir string) map[string][]byte {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		content, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = content
	}
	return files
}

// What is not a case of one's own, or not one that can be upgraded, is left as it is.
func TestUpgradeIsRefused(t *testing.T) {
	var upToDate *data.UpToDateError
	if _, err := data.UpgradeCase("london-2010"); !errors.As(err, &upToDate) {
		t.Errorf("of a case that comes with the program: %v", err)
	}
	var unknown *data.UnknownCaseError
	if _, err := data.UpgradeCase("nowhere"); !errors.As(err, &unknown) {
		t.Errorf("of nothing: %v", err)
	}
	dir := filepath.Join(t.TempDir(), "case")
	if err := data.WriteCase(dir, earlier(opened(t, "london-2010").Case)); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(dir, "assumptions.csv")
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for fault, want := range map[string]string{
		strings.Replace(string(good), "setup.merger,uncertainty", "setup.merger,guess", 1): "its kind",
		strings.Replace(string(good), "name,kind", "nom,kind", 1):                          "a column",
		string(good[:len(good)-1]) + "\"":                                                  "comma-separated cells",
		"":                                                                                 "a header row",
		string(good) + strings.Split(string(good), "\n")[1] + "\n":                         "a value of its own",
		strings.Replace(string(good), "\nscale.local,", "\nscale.lokal,", 1):               "perhaps scale.local",
		strings.ReplaceAll(string(good), "\n", "\r"):                                       "lines that end in a line feed",
		string(bytes.ReplaceAll(good, []byte(","), []byte(";"))):                           "12 cells, as the header has",
	} {
		if err := os.WriteFile(file, []byte(fault), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := data.UpgradeCase(dir)
		var problems data.Problems
		if !errors.As(err, &problems) || !strings.Contains(err.Error(), want) {
			t.Errorf("want %s: %v", want, err)
		}
		if now, err := os.ReadFile(file); err != nil || string(now) != fault {
			t.Errorf("with %s the file has changed (%v)", want, err)
		}
		if left, err := filepath.Glob(filepath.Join(dir, ".*")); err != nil || len(left) > 0 {
			t.Errorf("%v left behind", left)
		}
	}
}

// Whatever the assumptions of an earlier case are, the upgrade adds to them and makes a valid case, or leaves them as they
// are.
func FuzzUpgrade(f *testing.F) {
	dir := filepath.Join(f.TempDir(), "case")
	if err := data.WriteCase(dir, earlier(rapid.Custom(modeltest.Random).Example(1))); err != nil {
		f.Fatal(err)
	}
	file := filepath.Join(dir, "assumptions.csv")
	whole, err := os.ReadFile(file)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(whole)
	f.Add(bytes.ReplaceAll(whole, []byte("\n"), []byte("\r\n")))
	f.Add(whole[:len(whole)-1])
	f.Add([]byte("\ufeffname"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		u, err := data.UpgradeCase(dir)
		now, unread := os.ReadFile(file)
		switch {
		case unread != nil:
			t.Fatal(unread)
		case err != nil && !bytes.Equal(now, content):
			t.Errorf("refused, and changed: %v", err)
		case err == nil && (!bytes.HasPrefix(now, content) || len(u.Assumptions) == 0 && len(now) > len(content)):
			t.Errorf("%q became %q", content, now)
		case err == nil:
			if _, err := data.OpenCase(dir); err != nil {
				t.Error(err)
			}
		}
	})
}
