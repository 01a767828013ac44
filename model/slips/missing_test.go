package slips_test

import (
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/slips"
)

func TestCodesThatReadAsMissing(t *testing.T) {
	for text, want := range map[string]string{
		"NA": "a missing value", "NULL": "a missing value", "nan": "a missing value", "N/A": "a missing value", "None": "a missing value", "#N/A": "a missing value",
		"TRUE": "a truth or a number", "false": "a truth or a number", "inf": "a truth or a number", "Infinity": "a truth or a number",
		"na": "", "Na": "", "T": "", "NAN1": "", "": "", "merger": "", "none": "",
	} {
		if got := slips.MisreadBy(text); got != want {
			t.Errorf("%q is taken for %q, want %q", text, got, want)
		}
	}
	c := modeltest.Small()
	c.Structures[1].Code, c.Functions[0].Name = "NA", "None"
	got := slips.Of(c)
	if len(got) != 2 || got[0].Table != "functions" || got[1].Table != "structures" || got[1].Rows[0] != 1 ||
		got[1].Text != `"NA" is what R or pandas may take for a missing value; another code or name is safer, or see docs/reading.md` {
		t.Errorf("%+v", got)
	}
}
