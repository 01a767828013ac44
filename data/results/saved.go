package results

// SavedProvenance says where a saved result is that was set beside another, and where its numbers come from.
type SavedProvenance struct {
	Folder     string     `json:"folder"` // as the command named it
	Provenance Provenance `json:"provenance"`
}

// PlanProvenance identifies a plan.
type PlanProvenance struct {
	Text      string `json:"text"`      // as it was read, comments and all
	Canonical string `json:"canonical"` // as plan.Plan.Canonical has it
	Hash      string `json:"sha256"`    // of the canonical text
}

// ProvenanceOfSaved says of two saved results side by side what both have in common, and where each comes from.
func ProvenanceOfSaved(folders [2]string, of [2]*Provenance) Provenance {
	first := of[0]
	p := Provenance{
		Case: first.Case, StartDate: first.StartDate, PriceYear: first.PriceYear, Currency: first.Currency,
		BodySingular: first.BodySingular, BodyPlural: first.BodyPlural, Attribution: first.Attribution, Draw: map[string]float64{}, Set: []string{}, Focus: []string{},
	}
	if second := of[1].Case; second.Name != p.Case.Name {
		p.Case = CaseProvenance{Name: p.Case.Name + "-and-" + second.Name, Title: p.Case.Title + " and " + second.Title}
	} else if second.Hash != p.Case.Hash {
		p.Case.Hash, p.Case.Files = "", nil
	}
	for i, folder := range folders {
		p.Saved = append(p.Saved, SavedProvenance{folder, *of[i]})
	}
	return p
}

// savedLines say where two saved results side by side come from.
func (p *Provenance) savedLines() [][]string {
	lines := [][]string{{"program", p.Program}, {"command", p.Command}}
	for i, s := range p.Saved {
		lines = append(lines, []string{}, []string{[]string{"first", "second"}[i], s.Folder})
		lines = append(lines, s.Provenance.lines()...)
	}
	return lines
}
