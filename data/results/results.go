// Package results writes and reads result folders: of runs, sweeps and analyses. A folder appears whole or not at all, and
// describes every column and where its numbers come from.
package results

import (
	"slices"
	"time"

	"reconfig/data"
	"reconfig/data/datapackage"
	"reconfig/model"
	"reconfig/model/result"
)

// Folder is what a result folder holds: of a run, a sweep or an analysis.
type Folder struct {
	result.Tables
	Figures    []File
	Printed    *Printed // what the command prints first, for workbooks to begin with; nil for nothing
	Formats    []string // in which all tables are to be written besides CSV, by their names
	Provenance Provenance
	Written    []string // tables that are written in another way than the program writes them, and how; as the next
	Edited     []string // tables that are not as the program wrote them; only of results that were read
}

// File is a file of a result folder by its path in it.
type File struct {
	Path, Title, Description, MediaType string
	Content                             []byte
}

// Provenance says where results come from: enough to compute them again, and to label a figure. What a sweep leaves out
// is its map; its draw holds the central values, of which each point changes some.
type Provenance struct {
	Program      string                `json:"program"` // name and version
	Commit       string                `json:"commit,omitempty"`
	Command      string                `json:"command"`
	Case         CaseProvenance        `json:"case"`
	Map          string                `json:"map,omitempty"`
	HorizonYears float64               `json:"horizon_years"`
	Draw         map[string]float64    `json:"draw"`  // value of every assumption in the central draw, and of chances that are not even there
	Set          []string              `json:"set"`   // those that were set by the user, as name=value
	Draws        int                   `json:"draws"` // random draws; 0 where there is only the central draw, or where a method makes points of its own
	Seed         uint64                `json:"seed"`
	Sampler      string                `json:"sampler,omitempty"`
	Correlated   bool                  `json:"correlated"`
	Warnings     []string              `json:"warnings,omitempty"`
	Focus        []string              `json:"focus"`
	Colours      []string              `json:"colours,omitempty"` // all structures of the case, those in focus first: each has the same colour in every figure
	StartDate    string                `json:"start_date"`
	PriceYear    string                `json:"price_year"`
	Currency     string                `json:"currency"`
	BodySingular string                `json:"body_singular"`
	BodyPlural   string                `json:"body_plural"`
	Attribution  string                `json:"attribution,omitempty"`
	Baseline     string                `json:"baseline,omitempty"`        // how the cost at the start is known
	Method       string                `json:"method,omitempty"`          // of an analysis, as in “sensitivity sobol”
	Build        string                `json:"build,omitempty"`           // of a sweep: the program exactly; sweeps by another one may differ in last digits
	Maps         []string              `json:"maps,omitempty"`            // of a sweep, as the next
	Structures   []string              `json:"structures,omitempty"`      // codes
	Names        map[string]string     `json:"structure_names,omitempty"` // by code; of a sweep and of an analysis
	Labels       map[string]string     `json:"labels,omitempty"`          // short names of assumptions, by their codes
	Units        map[string]string     `json:"units,omitempty"`           // of their values, by the same codes
	Plausible    map[string][2]float64 `json:"plausible,omitempty"`       // low and high end of what is plausible of the assumptions that a sweep varies, by their codes
	Points       int                   `json:"points,omitempty"`          // of a sweep, as the rest, and of an analysis that looked at its points
	Rows         string                `json:"rows,omitempty"`
	Plan         *PlanProvenance       `json:"plan,omitempty"`
	Saved        []SavedProvenance     `json:"saved,omitempty"` // of two saved results side by side: the first and the second
}

// kind is what a folder holds the results of.
type kind int

const (
	ofRun kind = iota
	ofSweep
	ofAnalysis
)

// kind says what the results are of.
func (r *Folder) kind() kind {
	switch {
	case r.Sweep != nil:
		return ofSweep
	case len(result.Filled(r.Analysis.List())) > 0:
		return ofAnalysis
	}
	return ofRun
}

// CaseProvenance identifies the inputs.
type CaseProvenance struct {
	Name  string            `json:"name"`
	Title string            `json:"title"`
	Hash  string            `json:"sha256"`
	Files map[string]string `json:"files_sha256"`
}

// resultPackage is the description of a result folder.
type resultPackage struct {
	datapackage.Package
	Reconfig *Provenance `json:"reconfig,omitempty"`
}

// description is what a result folder says of itself, its resources left out.
func (r *Folder) description() resultPackage {
	p := &r.Provenance
	d := datapackage.Package{Profile: "data-package", Name: p.Case.Name + "-results", Title: p.Case.Title + ": simulated outcomes"}
	by, how := "Simulated by ", "with which value of every assumption, by which command."
	if len(p.Saved) > 0 {
		d.Name, d.Title = p.Case.Name+"-saved", p.Case.Title+": two saved results side by side"
		by, how = "Compared by ", "by which commands."
	}
	switch r.kind() {
	case ofSweep:
		d.Name, d.Title = p.Case.Name+"-sweep", p.Case.Title+": a sweep of simulated outcomes"
		how = "by which plan and by which command."
	case ofAnalysis:
		d.Name, d.Title = p.Case.Name+"-analysis", p.Case.Title+": "+p.Method
		by = "Analysed by "
	}
	d.Description = by + p.Program + ". The property reconfig says from which inputs, " + how
	return resultPackage{d, p}
}

// words is what the case calls its money and its bodies.
func (p *Provenance) words() result.Wording {
	return result.Wording{Currency: p.Currency, BodySingular: p.BodySingular, BodyPlural: p.BodyPlural}
}

// describe says a declared table in the words of the case and, where it rests on the cost at the start, how that is known.
func (p *Provenance) describe(t result.Table) result.Table {
	t = p.words().Table(t)
	if p.Baseline != "" && !t.DebtPlan {
		t.Description += ". " + p.Baseline
	}
	return t
}

// unitsOf lists the units of the assumptions that have one, by their codes.
func unitsOf(c *model.Case) map[string]string {
	units := map[string]string{}
	for _, a := range c.Assumptions {
		if a.Unit != "" {
			units[a.Name] = a.Unit
		}
	}
	return units
}

// ProvenanceOf fills in what a case says of itself.
func ProvenanceOf(c *data.Case) Provenance {
	return Provenance{
		Case:      CaseProvenance{Name: c.Name, Title: c.Title, Hash: c.Hash(), Files: c.Hashes},
		StartDate: c.StartDate.Format(time.DateOnly), PriceYear: c.PriceYear, Currency: c.Currency,
		BodySingular: c.BodySingular, BodyPlural: c.BodyPlural, Attribution: c.Attribution, Baseline: c.BaselineStatement(), Warnings: slices.Clone(c.Warnings), Draw: c.Values(c.CentralDraw()), Labels: c.InputLabels(), Units: unitsOf(c.Case), Set: []string{}, Focus: c.FocusCodes(), Colours: c.ColourCodes(),
	}
}
