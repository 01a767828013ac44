package data

import (
	"slices"
	"time"

	"reconfig/model/result"
)

// Results is what a result folder holds.
type Results struct {
	Outcomes      []result.OutcomeRow
	Differences   []result.DifferenceRow // of ensembles; no table where there are none, as of the next two
	Probabilities []result.ProbabilityRow
	Convergence   []result.ConvergenceRow
	Trajectories  []result.TrajectoryRow
	Commissioners []result.CommissionerRow
	Sizes         []result.SizeRow
	Levy          []result.LevyRow
	Fund          []result.FundRow
	Figures       []File
	Workbook      bool // write all tables as one Excel workbook too
	Provenance    Provenance
	Edited        []string // tables that are not as the run wrote them; only of results that were read
}

// File is a file of a result folder by its path in it.
type File struct {
	Path, Title, Description, MediaType string
	Content                             []byte
}

// Provenance says where results come from: enough to run them again, and to label a figure.
type Provenance struct {
	Program      string             `json:"program"` // name and version
	Commit       string             `json:"commit,omitempty"`
	Command      string             `json:"command"`
	Case         CaseProvenance     `json:"case"`
	Map          string             `json:"map,omitempty"`
	HorizonYears float64            `json:"horizon_years"`
	Draw         map[string]float64 `json:"draw"`  // value of every assumption in the central draw, and of chances that are not even there
	Set          []string           `json:"set"`   // those that were set by the user, as name=value
	Draws        int                `json:"draws"` // random draws; 0 where there is only the central draw
	Seed         uint64             `json:"seed"`
	Sampler      string             `json:"sampler,omitempty"`
	Correlated   bool               `json:"correlated"`
	Warnings     []string           `json:"warnings,omitempty"`
	Focus        []string           `json:"focus"`
	StartDate    string             `json:"start_date"`
	PriceYear    string             `json:"price_year"`
	Currency     string             `json:"currency"`
	BodySingular string             `json:"body_singular"`
	BodyPlural   string             `json:"body_plural"`
	Attribution  string             `json:"attribution,omitempty"`
	Baseline     string             `json:"baseline,omitempty"` // how the cost at the start is known
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
	dataPackage
	Reconfig *Provenance `json:"reconfig,omitempty"`
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

// Words is what the case calls its money and its bodies.
func (c *Case) Words() result.Wording {
	return result.Wording{Currency: c.Currency, BodySingular: c.BodySingular, BodyPlural: c.BodyPlural}
}

// ProvenanceOf fills in what a case says of itself.
func ProvenanceOf(c *Case) Provenance {
	return Provenance{
		Case:      CaseProvenance{Name: c.Name, Title: c.Title, Hash: c.Hash(), Files: c.Hashes},
		StartDate: c.StartDate.Format(time.DateOnly), PriceYear: c.PriceYear, Currency: c.Currency,
		BodySingular: c.BodySingular, BodyPlural: c.BodyPlural, Attribution: c.Attribution, Baseline: c.BaselineStatement(), Warnings: slices.Clone(c.Warnings), Draw: c.Values(c.CentralDraw()), Set: []string{}, Focus: c.FocusCodes(),
	}
}
