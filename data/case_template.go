package data

import (
	"embed"
	"io/fs"
	"path"
	"strings"

	"reconfig/model"
)

// The parts of a new case that its bodies do not say: transferred from the cases that come with the program, in words
// that fit any. {body}, {bodies}, {currency} and {head} stand for the case's own; what is in £ says so. A test holds the numbers against their origin.
//
//go:embed template
var caseTemplate embed.FS

// The case that a new case's numbers are transferred from, but for those that only the other has.
const (
	templateOrigin     = "england-icb-2025"
	templateStart      = "2025-04-01"
	templatePrices     = "2025/26"
	templateCurrency   = "£"
	templateAttributed = "Assumptions transferred from the cases england-icb-2025 and london-2010, data under the Open Government Licence v3.0."
)

// templateCase reads what a new case starts from, in the words of its setting. head is what costs a head are stated for.
func templateCase(s model.Setting, head string) *model.Case {
	r := &reader{files: templateFiles(), hashes: map[string]string{}, tables: map[string]*table{}}
	c := &model.Case{
		Setting:      s,
		Functions:    readRows[model.Function](r, "functions"),
		Arrangements: readRows[model.Arrangement](r, "arrangements"),
		Structures:   readRows[model.Structure](r, "structures"),
		Placements:   readRows[model.Placement](r, "placements"),
		Assumptions:  readRows[model.Assumption](r, "assumptions"),
		Correlations: readRows[model.Correlation](r, "correlations"),
		Sources:      readRows[model.Source](r, "sources"),
	}
	for name, t := range r.tables {
		if len(t.problems) > 0 {
			panic(path.Join("template", name) + ": " + t.problems.Error()) // the template is part of the program
		}
	}
	w := strings.NewReplacer("{body}", s.BodySingular, "{bodies}", s.BodyPlural, "{currency}", s.Currency, "{head}", head)
	for i := range c.Structures {
		c.Structures[i].Description = w.Replace(c.Structures[i].Description)
	}
	for i := range c.Assumptions {
		a := &c.Assumptions[i]
		a.Unit, a.Description = w.Replace(a.Unit), w.Replace(a.Description)
	}
	return c
}

func templateFiles() fs.FS {
	sub, err := fs.Sub(caseTemplate, "template")
	if err != nil {
		panic(err)
	}
	return sub
}
