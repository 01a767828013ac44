// Package document makes the report of a case in sections: the question, the answer, figures, tables, data, assumptions and
// provenance. Package html writes them as a page.
//
// It takes tables and gives texts. It knows no files, no terminal and no clock, so that the same input gives the same report,
// and so that it can be compiled for a browser. There it is to be small, so it knows nothing of HTML templates either, which
// keep half of all code.
package document

import (
	"cmp"
	"slices"

	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/cmd/reconfig/report/runs"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/plots"
)

// Input is what a report is made of.
type Input struct {
	Case     *model.Case
	Run      runs.Run
	Tables   result.Run        // of the run, with its summary
	Analysis analyses.Analysis // of the choice; what was not analysed is empty
	Drawn    plots.Data        // what figures of the run are drawn from
	Decided  plots.Data        // what figures of the choice are drawn from
	Made     Made
}

// Made says how the results came about: enough to compute them again.
type Made struct {
	Program      string // name and version
	Commit       string
	Command      string // as it was typed
	CaseName     string
	CaseHash     string            // SHA-256, in hexadecimal, as the next
	Files        map[string]string // of the case, with their hashes
	Map          string
	HorizonYears float64
	Draws        int // 0 for the central draw alone
	Seed         uint64
	Sampler      string
	Correlated   bool
	Settings     []string           // what the user set, as name=value
	Values       map[string]float64 // of every assumption in the central draw, with what the user set
	Warnings     []string
	Attribution  string
}

// Report is what a page shows.
type Report struct {
	Title    string
	Program  string // that made it
	Changed  bool   // settings are not those of the case
	Lead     Block  // the answer in a sentence
	Sections []Section
	Faults   []error // figures that could not be drawn
	Lacking  []rune  // letters that the font of figures lacks, drawn as boxes
}

// Section is a part of the page under a heading.
type Section struct {
	ID, Heading string
	Class       string // appendix where it is printed on demand, of-report where no question renews it
	Blocks      []Block
}

// Block is one of the things that a section holds; the others are empty.
type Block struct {
	Key         string // by which a reader's question finds it to renew it; empty where none does
	ID, Heading string
	Text        []string // paragraphs
	List        []string
	Terms       []Term
	Table       *Grid
	Figure      *Drawing
	Saved       []Saved
	Sources     []Source
	Command     string
	More        *Link // to where there is more of the same
}

// Term is a name with what is said of it.
type Term struct{ Name, Said string }

// Make makes the report. It returns an error only where a table cannot be written.
func Make(in Input) (Report, error) {
	b := builder{Input: in}
	data, err := b.data()
	if err != nil {
		return Report{}, err
	}
	all := []Section{b.question(), b.answer(), b.compared(), b.comparison(), b.turning(), b.gains(), b.cautions(), b.made(), b.further(), b.knowing(), b.assumptions(), b.sources(), b.files(), data}
	r := Report{Title: cmp.Or(in.Case.Title, in.Case.Name), Program: in.Made.Program, Changed: len(in.Made.Settings) > 0, Lead: b.lead(), Faults: b.faults}
	slices.Sort(b.lacking)
	r.Lacking = slices.Compact(b.lacking)
	r.Sections = slices.DeleteFunc(all, func(s Section) bool { return len(s.Blocks) == 0 })
	return r, nil
}

// builder makes the sections of one report.
type builder struct {
	Input
	figures []string // drawn so far, by name
	faults  []error  // of figures
	lacking []rune   // in figures
	offered []Saved  // tables that can be saved from the page

	numbers map[string]int         // of figures by name, where a page has them already
	wanted  func(name string) bool // which figures are drawn; nil for all
}
