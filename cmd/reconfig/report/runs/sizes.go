package runs

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// writeSizes writes, by size, what the target asks of the bodies and what the structures in focus do for them. It is
// printed whatever the target is: one that asks all for the same still leaves small bodies more or less to gain than large
// ones. A single body is what the tables above are about.
func (r Run) writeSizes(w io.Writer, s report.Style) {
	asked, found, there := r.Sizes()
	if !there {
		return
	}
	fmt.Fprintf(w, "\n%s\n\n", asked.Title)
	s.Render(w, asked.Columns, asked.Rows)
	fmt.Fprintln(w)
	s.Render(w, found.Columns, found.Rows)
}

// Sizes are two tables by size: what the target asks of the bodies, and what the structures in focus do for them. It returns
// false where there is only one body, or no table of sizes.
func (r Run) Sizes() (asked, found report.Summary, there bool) {
	if r.Commissioners < 2 || len(r.BySize) == 0 {
		return asked, found, false
	}
	c, shown, before := r.Properties.Currency, r.sizesShown(), 0
	for i, g := range shown {
		if g.Structure == shown[0].Structure {
			asked.Rows = append(asked.Rows, r.askedOf(g))
		}
		name := ""
		if i == 0 || g.Structure != shown[i-1].Structure {
			name, before = r.name(g.Structure), 0
		}
		found.Rows = append(found.Rows, append([]string{name}, r.foundOf(g, before)...))
		before += g.Commissioners
	}
	asked.Title = fmt.Sprintf("Who gains and who loses, by size (%s by population; at %s values)", r.groups(), r.central())
	asked.Columns = []report.Column{
		report.Text("Size"), report.Number(r.Properties.BodyPlural), report.Number("Population,\nthousands"), report.Number("Cost at start\n" + c + " a head"), report.Number("Target\nasks for\n%"),
		report.Number("least to\nmost\n%"), report.Number("No cut\nasked"), report.Number("Alone in\ntheir sector"),
	}
	found.Columns = []report.Column{
		report.Text("Structure"), report.Text("Size"), report.Number("Structure\nfrees\n% points"), report.Number("Cuts\n\n% points"), report.Number("Cost at\ntarget\n" + c + " a head"), report.Number(r.Properties.BodyPlural + "\non\ntarget"),
		report.Number("Capacity\nat target"), report.Number("against\nstatus quo\npoints"), report.Number(r.Properties.BodyPlural + "\nthat\ngain"), report.Number("\n\nlose"),
	}
	return asked, found, true
}

// foundOf is what becomes of a group under a structure, before which so many bodies are in smaller groups.
func (r Run) foundOf(g result.SizeRow, before int) []string {
	gaining, losing := r.changed(g, before)
	return []string{
		g.Size, report.Decimal(g.ReductionFromStructure, 1), report.Decimal(g.ReductionFromCuts, 1), report.Decimal(g.CostPerHeadAtTarget, 1), report.Decimal(float64(g.CommissionersOnTarget), 0),
		report.Percent(g.CapacityAtTarget), ifThere(100*g.CapacityAgainstStatusQuo, 1), ifThere(gaining, 0), ifThere(losing, 0),
	}
}

// changed counts the bodies of a group that gain and that lose what does not read as nothing, as figures do; before are those of
// the smaller groups. Where the bodies are not known it counts all that differ at all.
func (r Run) changed(g result.SizeRow, before int) (gaining, losing result.Number) {
	bodies := r.bySize(g.Structure)
	if len(bodies) < before+g.Commissioners || math.IsNaN(float64(g.CommissionersGaining)) {
		return g.CommissionersGaining, g.CommissionersLosing
	}
	for _, b := range bodies[before : before+g.Commissioners] {
		switch {
		case b.CapacityAgainstStatusQuo >= leastPoints:
			gaining++
		case b.CapacityAgainstStatusQuo <= -leastPoints:
			losing++
		}
	}
	return gaining, losing
}

// bySize are the bodies under a structure in the order in which they are in groups by size.
func (r Run) bySize(structure string) []result.CommissionerRow {
	bodies := slices.DeleteFunc(slices.Clone(r.ByBody), func(b result.CommissionerRow) bool { return b.Structure != structure })
	slices.SortFunc(bodies, func(a, b result.CommissionerRow) int {
		return cmp.Or(cmp.Compare(a.Population, b.Population), cmp.Compare(a.Code, b.Code))
	})
	return bodies
}

// uneven says whether the target asks more of some than of others.
func (r Run) uneven() bool {
	first := r.BySize[0].ReductionAskedMostPct
	return slices.ContainsFunc(r.BySize, func(g result.SizeRow) bool {
		return !report.ReadAlike(g.ReductionAskedLeastPct, first) || !report.ReadAlike(g.ReductionAskedMostPct, first)
	})
}

// askedOf is what is asked of a group, whatever the structure.
func (r Run) askedOf(g result.SizeRow) []string {
	row := []string{
		g.Size, report.Decimal(float64(g.Commissioners), 0), thousands(g.PopulationFrom, g.PopulationTo), report.Decimal(g.BaselineCostPerHead, 1), report.Decimal(g.ReductionAskedPct, 1),
		"", "", "",
	}
	if r.uneven() {
		row[5] = report.Range(g.ReductionAskedLeastPct, g.ReductionAskedMostPct, 1, " to ")
		row[6] = report.Decimal(float64(g.CommissionersWithoutCut), 0)
	}
	if slices.ContainsFunc(r.BySize, func(g result.SizeRow) bool { return g.CommissionersAlone > 0 }) {
		row[7] = report.Decimal(float64(g.CommissionersAlone), 0)
	}
	return row
}

// sizesShown are the groups under the structures in focus, or under the first of the run if none of those is in it, and under the
// one that is best on net benefit, as in figures.
func (r Run) sizesShown() []result.SizeRow {
	var codes []string
	for _, g := range r.BySize {
		codes = append(codes, g.Structure)
	}
	codes = slices.Compact(codes)
	inFocus := slices.DeleteFunc(slices.Clone(codes), func(code string) bool { return !slices.Contains(r.Focus, code) })
	if len(inFocus) == 0 {
		inFocus = slices.Clone(codes[:min(len(codes), model.MostInFocus)])
	}
	best, _ := r.Leaders()
	inFocus = append(inFocus, best)
	return slices.DeleteFunc(slices.Clone(r.BySize), func(g result.SizeRow) bool { return !slices.Contains(inFocus, g.Structure) })
}

// groups is what the bodies are divided into.
func (r Run) groups() string {
	if r.Commissioners == 2 {
		return "both " + r.Properties.BodyPlural
	}
	return "thirds of " + r.Properties.BodyPlural
}

// thousands writes a range of population.
func thousands(from, to float64) string {
	decimals := 0
	if from < 10_000 {
		decimals = 1
	}
	return report.Range(from/1000, to/1000, decimals, " to ")
}

// ifThere writes a number; nothing where it is empty.
func ifThere(v result.Number, decimals int) string {
	if math.IsNaN(float64(v)) {
		return ""
	}
	return report.Decimal(float64(v), decimals)
}

// name is a structure's name.
func (r Run) name(code string) string {
	for _, row := range r.Outcomes {
		if row.Structure == code {
			return row.Name
		}
	}
	return code
}

// SizeFindings say how unevenly the target bites, who gains and loses most, and who has nobody to pool with.
func (r Run) SizeFindings() []string {
	if r.Commissioners < 2 || len(r.ByBody) == 0 {
		return nil
	}
	return []string{r.askedFinding(), r.gainFinding() + r.aloneFinding()}
}

// askedFinding says what the target asks of the bodies.
func (r Run) askedFinding() string {
	asked := func(a, b result.CommissionerRow) int { return cmp.Compare(a.ReductionAskedPct, b.ReductionAskedPct) }
	least, most := slices.MinFunc(r.ByBody, asked), slices.MaxFunc(r.ByBody, asked)
	switch {
	case most.ReductionAskedPct <= 0:
		return fmt.Sprintf("The target asks no %s for a cut.", r.Properties.BodySingular)
	case report.ReadAlike(least.ReductionAskedPct, most.ReductionAskedPct):
		return fmt.Sprintf("The target asks the same of every %s: %s %% of its cost.", r.Properties.BodySingular, report.Decimal(most.ReductionAskedPct, 1))
	}
	s := fmt.Sprintf("The target asks more of some than of others, from %s %% of its cost (%s) to %s %% (%s)", report.Decimal(least.ReductionAskedPct, 1), least.Name,
		report.Decimal(most.ReductionAskedPct, 1), most.Name)
	without := 0
	for _, g := range r.BySize {
		if g.Structure == least.Structure {
			without += g.CommissionersWithoutCut
		}
	}
	if without > 0 {
		s += fmt.Sprintf(". Of %d %s, %d %s no cut", r.Commissioners, r.Properties.BodyPlural, without, report.Plural(without, "needs", "need"))
	}
	return s + "."
}

// gainFinding says whose capacity the structures raise and lower most against the one that changes nothing; nothing if
// that is not in the run, or no other one.
func (r Run) gainFinding() string {
	bodies := slices.DeleteFunc(slices.Clone(r.ByBody), func(b result.CommissionerRow) bool { return math.IsNaN(float64(b.CapacityAgainstStatusQuo)) })
	if len(bodies) == 0 || len(r.Outcomes) < 2 {
		return ""
	}
	gain := func(a, b result.CommissionerRow) int {
		return cmp.Compare(a.CapacityAgainstStatusQuo, b.CapacityAgainstStatusQuo)
	}
	lost, gained := slices.MinFunc(bodies, gain), slices.MaxFunc(bodies, gain)
	falls, rises := lost.CapacityAgainstStatusQuo <= -leastPoints, gained.CapacityAgainstStatusQuo >= leastPoints
	switch what := "At " + r.central() + " values, against the status quo, capacity at the target "; {
	case falls && rises:
		return what + "falls " + r.mostFor(bodies, lost) + ". It rises " + r.mostFor(bodies, gained) + "."
	case falls:
		return what + "falls " + r.mostFor(bodies, lost) + ". It rises for none."
	case rises:
		return what + "rises " + r.mostFor(bodies, gained) + ". It falls for none."
	default:
		return what + "stays as it is for every " + r.Properties.BodySingular + "."
	}
}

// mostFor says for which body capacity changes most, and under which structure; and how many others it is that read alike.
func (r Run) mostFor(all []result.CommissionerRow, b result.CommissionerRow) string {
	others, structures := -1, []string{}
	for _, o := range all {
		if !report.ReadAlike(100*float64(o.CapacityAgainstStatusQuo), 100*float64(b.CapacityAgainstStatusQuo)) {
			continue
		}
		if o.Structure == b.Structure {
			others++
		}
		if o.Code == b.Code {
			structures = append(structures, report.Quote(r.name(o.Structure)))
		}
	}
	who := b.Name
	if others > 0 {
		who = fmt.Sprintf("%s and %d %s", b.Name, others, report.Plural(others, "other", "others"))
	}
	return fmt.Sprintf("most for %s under %s (by %s points)", who, r.who(structures), report.Percent(math.Abs(float64(b.CapacityAgainstStatusQuo))))
}

// leastPoints is the least difference of capacity that does not read as nothing.
const leastPoints = smallPercent / 100

// aloneFinding says how many bodies are alone in their sector; nothing if none is.
func (r Run) aloneFinding() string {
	alone := 0
	for _, g := range r.BySize {
		if g.Structure == r.BySize[0].Structure {
			alone += g.CommissionersAlone
		}
	}
	if alone == 0 {
		return ""
	}
	return fmt.Sprintf(" Of %d %s, %d %s in %s sector, with nobody there to pool work with.", r.Commissioners, r.Properties.BodyPlural, alone,
		report.Plural(alone, "is alone", "are alone"), report.Plural(alone, "its", "their"))
}
