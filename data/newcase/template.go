package newcase

import (
	"embed"
	"path"
	"strings"

	"reconfig/data/table"
	"reconfig/model"
)

// The parts of a new case that its bodies do not say: transferred from the cases that come with the program, in words
// that fit any. {body}, {bodies}, {currency} and {head} stand for the case's own, {choice} for who chose a target; what is in
// £ says so. A test holds the numbers against their origin.
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

// templateCase reads what a new case starts from, in the words of its setting. head is what costs a head are stated for;
// chosen are assumptions that the user chose.
func templateCase(s model.Properties, head string, chosen map[string]float64) *model.Case {
	c := &model.Case{
		Properties:   s,
		Functions:    templateRows[model.Function]("functions"),
		Arrangements: templateRows[model.Arrangement]("arrangements"),
		Structures:   templateRows[model.Structure]("structures"),
		Placements:   templateRows[model.Placement]("placements"),
		Assumptions:  templateRows[model.Assumption]("assumptions", "label"),
		Correlations: templateRows[model.Correlation]("correlations"),
		Sources:      templateRows[model.Source]("sources"),
	}
	w := strings.NewReplacer("{body}", s.BodySingular, "{bodies}", s.BodyPlural, "{currency}", s.Currency, "{head}", head)
	for i := range c.Structures {
		c.Structures[i].Description = w.Replace(c.Structures[i].Description)
	}
	for i := range c.Assumptions {
		a := &c.Assumptions[i]
		choice := "a choice. Transferred from London’s PCTs, 2010"
		if _, isChosen := chosen[a.Name]; isChosen {
			choice = "chosen when the case was made"
		}
		a.Unit, a.Description = w.Replace(a.Unit), w.Replace(strings.Replace(a.Description, "{choice}", choice, 1))
	}
	return c
}

// templateRows reads one table of the template, which is part of the program and so has no fault; the columns named may be
// missing.
func templateRows[Row any](name string, optional ...string) []Row {
	file := path.Join("template", name+".csv")
	content, err := caseTemplate.ReadFile(file)
	if err != nil {
		panic(err)
	}
	c := table.ColumnsOf[Row](optional...)
	c.Defused, c.OfCase = true, true
	rows, t := table.Read[Row](file, content, c)
	if len(t.Problems) > 0 {
		panic(t.Problems)
	}
	return rows
}
