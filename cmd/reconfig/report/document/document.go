// Package document makes the report of a case: one HTML page that holds the question, the answer, figures, tables, data,
// assumptions and provenance, and that needs nothing from elsewhere.
//
// It takes tables and gives bytes. It knows no files, no terminal and no clock, so that the same input gives the same bytes,
// and so that it can be compiled for a browser.
package document

import (
	"bytes"
	"cmp"

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

// Page is a report.
type Page struct {
	HTML   []byte
	Faults []error // figures that could not be drawn
}

// section is a part of the page under a heading.
type section struct {
	ID, Heading string
	Class       string
	Blocks      []block
}

// block is one of the things that a section holds; the others are empty.
type block struct {
	ID, Heading string
	Text        []string // paragraphs
	List        []string
	Terms       []term
	Table       *grid
	Figure      *drawing
	Saved       []saved
	Sources     []source
	Command     string
}

// term is a name with what is said of it.
type term struct{ Name, Said string }

// Make makes the report. It returns an error only where a table cannot be written.
func Make(in Input) (Page, error) {
	b := builder{Input: in}
	data, err := b.data()
	if err != nil {
		return Page{}, err
	}
	sections := []section{b.question(), b.answer(), b.comparison(), b.turning(), b.gains(), b.cautions(), b.made(), data, b.assumptions(), b.sources(), b.mapped(), b.files()}
	kept := sections[:0]
	for _, s := range sections {
		if len(s.Blocks) > 0 {
			kept = append(kept, s)
		}
	}
	var out bytes.Buffer
	if err := b.write(&out, kept); err != nil {
		return Page{}, err
	}
	return Page{out.Bytes(), b.faults}, nil
}

// builder makes the sections of one report.
type builder struct {
	Input
	figures int     // drawn so far
	faults  []error // of figures
	offered []saved // tables that can be saved from the page
}

// title is the heading of the page.
func (b *builder) title() string { return cmp.Or(b.Case.Title, b.Case.Name) }
