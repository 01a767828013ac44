package runs

import (
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// Comparison is two structures side by side: a run of the two.
type Comparison struct {
	Run
	Case *model.Case
	A, B model.Structure
}

// values are the outcomes of a structure: means where there are draws.
func (c Comparison) values(s model.Structure) *result.Values {
	for i := range c.Outcomes {
		if c.Outcomes[i].Structure == s.Code {
			return &c.Outcomes[i].Values
		}
	}
	panic("no outcomes of " + s.Code)
}

// Write writes what a reader must know first, what the structures place differently and what that changes.
func (c Comparison) Write(w io.Writer, s report.Style) {
	report.WriteParagraphs(w, c.Findings())
	fmt.Fprintln(w)
	fmt.Fprintf(w, "A: %s – %s\nB: %s – %s\n%s: %s%s; %s\n", c.A.Name, c.A.Description, c.B.Name, c.B.Description, c.Title, report.Years(c.HorizonYears), report.OnMap(c.Map, c.OwnMap), c.drawn())
	report.WriteBaseline(w, c.Baseline)
	for _, set := range c.Settings {
		fmt.Fprintf(w, "  with %s\n", set)
	}
	fmt.Fprintf(w, "\nPlaced differently\n\n")
	if rows := c.placements(); len(rows) > 0 {
		s.Render(w, []report.Column{report.Text("Functions").Within(40), report.Text("A"), report.Text("B")}, rows)
	} else {
		fmt.Fprintln(w, "nothing")
	}
	c.writeOutcomes(w, s)
	if c.Draws > 0 {
		fmt.Fprintf(w, "\nA and B are means and B − A is the mean difference, draw by draw; %s.\n", medianNote)
	}
	if c.onlyOneComes() {
		fmt.Fprintln(w, neverNote)
	}
}

// writeOutcomes writes every outcome that the two differ in, and lists the rest.
func (c Comparison) writeOutcomes(w io.Writer, s report.Style) {
	fmt.Fprintf(w, "\nOutcomes\n\n")
	var rows [][]string
	var same, none []string
	for _, d := range c.Rows() {
		switch paired, drawn := c.paired(d.Outcome); {
		case isNone(d, paired, drawn):
			none = append(none, d.Label)
		case isSame(d, paired, drawn):
			same = append(same, d.Label)
		default:
			rows = append(rows, c.outcomeRow(d, paired, drawn))
		}
	}
	s.Render(w, []report.Column{
		report.Text("Outcome").Within(34), report.Text("Unit"), report.Number("A"), report.Number("B"), report.Number("B − A"),
		report.Number("5th to 95th\npercentile"), report.Number("B better,\n" + c.draws().Of()),
	}, rows)
	if len(same)+len(none) > 0 {
		fmt.Fprintln(w)
		report.WriteParagraphs(w, []string{listing("The same under both: ", same), listing("Without a value under either: ", none)})
	}
}

// listing lists outcomes after what is said of them; nothing if there are none.
func listing(what string, outcomes []string) string {
	outcomes = slices.Compact(outcomes) // two units of one outcome stand side by side
	if len(outcomes) == 0 {
		return ""
	}
	return what + strings.Join(outcomes, "; ") + "."
}

// isNone says whether an outcome has no value under either.
func isNone(d result.ComparisonRow, paired result.DifferenceRow, drawn bool) bool {
	return math.IsNaN(float64(d.A)) && math.IsNaN(float64(d.B)) && (!drawn || paired.ProbabilityEqual == 1)
}

// isSame says whether an outcome is the same under both.
func isSame(d result.ComparisonRow, paired result.DifferenceRow, drawn bool) bool {
	return drawn && paired.ProbabilityEqual == 1 || !drawn && d.A == d.B
}

// Rows lists every outcome of both.
func (c Comparison) Rows() []result.ComparisonRow {
	rows := make([]result.ComparisonRow, 0, result.OutcomeCount)
	a, b, none := c.values(c.A), c.values(c.B), result.Number(math.NaN())
	for _, o := range result.Outcomes() {
		at := func(s model.Structure, statistic string) result.Number {
			return result.Number(c.at(s.Code, statistic, o))
		}
		row := result.ComparisonRow{
			StructureA: c.A.Code, StructureB: c.B.Code, Outcome: o.String(), Label: o.Words(), Unit: o.Unit().String(),
			A: result.Number(a[o]), AP05: at(c.A, result.P05), AP95: at(c.A, result.P95), B: result.Number(b[o]), BP05: at(c.B, result.P05), BP95: at(c.B, result.P95),
			Difference: result.Number(b[o] - a[o]), DifferenceP05: none, DifferenceP95: none, ProbabilityBBetter: none, ProbabilityBothSame: none,
		}
		if paired, drawn := c.paired(o.String()); drawn {
			row.Difference, row.DifferenceP05, row.DifferenceP95 = result.Number(-middle(paired)), -paired.P95, -paired.P05
			row.ProbabilityBothSame = paired.ProbabilityEqual
			if paired.Better != result.Neither {
				row.ProbabilityBBetter = result.Number(secondBetter(paired))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// outcomeRow is a line of the table. All its numbers have as many decimals, those that its differences need.
func (c Comparison) outcomeRow(d result.ComparisonRow, paired result.DifferenceRow, drawn bool) []string {
	decimals := decimalsOf(d)
	write := func(v result.Number) string { return report.Decimal(float64(v), decimals) }
	a, b, difference, rest := write(d.A), write(d.B), write(d.Difference), []string{"", ""}
	if o, known := result.OutcomeByName(d.Outcome); known && o.MayBeInfinite() {
		decimals, a, b = timeDecimals, comes(c.values(c.A), o), comes(c.values(c.B), o)
	}
	if drawn {
		difference, rest = bLessA(float64(d.Difference), decimals), []string{spread(paired, decimals), c.betterChance(paired)}
	}
	if a == never && b == never && d.Difference == 0 {
		difference = report.Decimal(math.NaN(), decimals) // neither comes in the median, which is no difference of 0 years
	}
	return append([]string{report.Sentence(d.Label), c.Properties.Words().Unit(d.Unit), a, b, difference}, rest...)
}

// decimalsOf are those that three digits of the largest difference need, or of the values where there is none; none where all are whole.
func decimalsOf(d result.ComparisonRow) int {
	const digits, most = 3, 3
	differences, values := finite(d.Difference, d.DifferenceP05, d.DifferenceP95), finite(d.A, d.B)
	largest := largestOf(differences)
	if largest == 0 {
		largest = largestOf(values)
	}
	fraction := func(v float64) bool { return v != math.Trunc(v) }
	if largest == 0 || !slices.ContainsFunc(slices.Concat(differences, values), fraction) {
		return 0
	}
	return max(0, min(most, digits-1-int(math.Floor(math.Log10(largest)))))
}

func finite(numbers ...result.Number) []float64 {
	var all []float64
	for _, n := range numbers {
		if v := float64(n); !math.IsNaN(v) && !math.IsInf(v, 0) {
			all = append(all, v)
		}
	}
	return all
}

// largestOf is the largest of the sizes of values, without their signs.
func largestOf(values []float64) float64 {
	largest := 0.0
	for _, v := range values {
		largest = max(largest, math.Abs(v))
	}
	return largest
}

// bLessA writes a difference. It is infinite where only one of two times ever comes.
func bLessA(v float64, decimals int) string {
	switch {
	case math.IsInf(v, 1):
		return bNever
	case math.IsInf(v, -1):
		return aNever
	}
	return report.Decimal(v, decimals)
}

// paired is the difference A − B over the draws; false where there are none, or the outcome is empty in all.
func (c Comparison) paired(outcome string) (result.DifferenceRow, bool) {
	for _, d := range c.Differences {
		if d.Outcome == outcome && !math.IsNaN(float64(d.P05)) {
			return d, true
		}
	}
	return result.DifferenceRow{}, false
}

// middle is the mean difference, or the median where a time that never comes leaves the mean empty.
func middle(d result.DifferenceRow) float64 {
	if math.IsNaN(float64(d.Mean)) {
		return float64(d.P50)
	}
	return float64(d.Mean)
}

// spread is the range of B − A; nothing where there is none.
func spread(d result.DifferenceRow, decimals int) string {
	if d.P05 == d.P95 && d.P05 == d.Mean {
		return ""
	}
	from, to := bLessA(-float64(d.P95), decimals), bLessA(-float64(d.P05), decimals)
	if from == to && math.IsInf(float64(d.P05), 0) {
		return from // one of two times never comes in nearly all draws
	}
	return from + " to " + to
}

// secondBetter is the share of draws in which neither the first is better nor both are equal. What rounding leaves of
// nothing is nothing.
func secondBetter(d result.DifferenceRow) float64 {
	const least = 1e-9 // of a draw in the longest run there can be
	share := 1 - float64(d.ProbabilityFirstBetter) - float64(d.ProbabilityEqual)
	switch {
	case share < least:
		return 0
	case share > 1-least:
		return 1
	}
	return share
}

// betterChance is in how many draws the second structure is better; empty where neither direction is.
func (c Comparison) betterChance(d result.DifferenceRow) string {
	if d.Better == result.Neither {
		return ""
	}
	return c.draws().Chance(secondBetter(d))
}

// placed says where a structure does a function.
func (c Comparison) placed(s model.Structure, f model.Function) string {
	chain := slices.Clone(c.Case.PlacementsOf(s.Code, f.Code))
	for i, p := range chain {
		if at := slices.IndexFunc(c.Case.Arrangements, func(x model.Arrangement) bool { return x.Code == p.Arrangement }); at >= 0 {
			chain[i].Arrangement = report.LowerFirst(report.ShortName(c.Case.Arrangements[at].Name))
		}
	}
	return report.Placed(chain, " from ", "; ")
}

// placements lists the functions that A and B place differently; those that move alike share a row.
func (c Comparison) placements() [][]string {
	var rows [][]string
	for _, f := range c.Case.Functions {
		a, b := c.placed(c.A, f), c.placed(c.B, f)
		if a == b {
			continue
		}
		i := slices.IndexFunc(rows, func(row []string) bool { return row[1] == a && row[2] == b })
		if i < 0 {
			rows = append(rows, []string{report.ShortName(f.Name), a, b})
			continue
		}
		rows[i][0] += "; " + report.ShortName(f.Name)
	}
	return rows
}
