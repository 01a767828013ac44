package data

import (
	"reconfig/data/datapackage"
	"strings"
	"testing"
)

// What encoding/json says of a description is told in its words, less the name of the package and the kind of a number.
func TestTheWordsOfJSON(t *testing.T) {
	for content, want := range map[string]string{
		`[]`:                                   `datapackage.json:1: expected a data package in JSON: cannot unmarshal array into Go value of type data.casePackage`,
		`{"reconfig":{"horizon_years":1e999}}`: `datapackage.json:1: property reconfig.horizon_years: "1e999": expected a number that can be computed with, without quotes`,
		`{"resources":[{"name":1}],"name":5}`:  `datapackage.json:1: property name: "5": expected text in quotes`,
		`{"licenses":[{"title":1e99}]}`:        `datapackage.json:1: property licenses.title: "number": expected text in quotes`,
		`{`:                                    `datapackage.json:1: expected a data package in JSON: unexpected end of JSON input`,
	} {
		d, _, problems := describeJSON(datapackage.File, []byte(content))
		if got := problems.Error(); d != nil || !strings.HasPrefix(got, want) {
			t.Errorf("%s: got %s, want %s", content, got, want)
		}
	}
}
