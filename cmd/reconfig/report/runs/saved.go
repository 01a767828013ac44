package runs

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/unit"
)

// Saved is two saved runs side by side: the same structures under two sets of inputs.
type Saved struct {
	Names       [2]string // of the folders
	Runs        [2]result.Run
	OtherPrices bool     // money is at prices of two years, so no amount less another says anything
	OtherYears  bool     // they simulate other years, so nor does any outcome that all years count in
	Cautions    []string // what keeps the numbers from being compared, a sentence each, the gravest first
	InputsKnown bool     // both say what they were made from
	Differences []string // what differs in the inputs, a sentence each, in the words of Called
	Properties  model.Properties
}

// savedOutcomes are those that saved runs are compared by.
var savedOutcomes = []result.Outcome{result.NetBenefit, result.StructureNPV, result.SteadySaving, result.OneOffCost, result.Reduction, result.CapacityAtTarget, result.LocalKnowledgeAtHandover}

// ofAllYears are the outcomes that all years simulated count in.
var ofAllYears = []result.Outcome{
	result.ExitCost, result.SetupCost, result.OneOffCost, result.OneOffShareOfSurplus, result.StructureOneOffCost, result.StructureNPV, result.StructureNPVRisked, result.StructurePayback,
	result.ChancePaidBack, result.CumulativeSaving, result.NPVIncludingCuts, result.StructureCapacityLowest, result.StructureCapacityEnd, result.CapacityLowest, result.CapacityLowestYears,
	result.CapacityEnd, result.CapacityMean, result.NetBenefit, result.NetBenefitRisked,
}

// Rows lists every outcome of every structure that both have. What cannot be compared has no difference.
func (s Saved) Rows() []result.SavedRow {
	var rows []result.SavedRow
	at := [2]map[[2]string]result.OutcomeRow{savedStatistics(s.Runs[0]), savedStatistics(s.Runs[1])}
	for _, first := range s.Runs[0].Outcomes {
		if _, both := at[1][[2]string{first.Structure, first.Statistic}]; first.Statistic != result.CentralDraw || !both {
			continue
		}
		for _, o := range result.Outcomes() {
			row := result.SavedRow{Structure: first.Structure, Name: first.Name, Outcome: o.String(), Label: o.Words(), Unit: o.Unit().String()}
			row.First, row.FirstP05, row.FirstP95 = savedRange(at[0], first.Structure, o)
			row.Second, row.SecondP05, row.SecondP95 = savedRange(at[1], first.Structure, o)
			if row.Difference = row.Second - row.First; s.isMixed(o) {
				row.Difference = result.Number(math.NaN())
			}
			rows = append(rows, row)
		}
	}
	return rows
}

func savedStatistics(r result.Run) map[[2]string]result.OutcomeRow {
	at := map[[2]string]result.OutcomeRow{}
	for _, row := range r.Outcomes {
		at[[2]string{row.Structure, row.Statistic}] = row
	}
	return at
}

// savedRange is the mean of an outcome with its range, or the value of the central draw without one.
func savedRange(at map[[2]string]result.OutcomeRow, structure string, o result.Outcome) (mean, p05, p95 result.Number) {
	statistic := func(name string) result.Number {
		row, ok := at[[2]string{structure, name}]
		if !ok {
			return result.Number(math.NaN())
		}
		return result.Number(row.Values[o])
	}
	if _, drawn := at[[2]string{structure, result.Mean}]; drawn {
		return statistic(result.Mean), statistic(result.P05), statistic(result.P95)
	}
	return statistic(result.CentralDraw), result.Number(math.NaN()), result.Number(math.NaN())
}

// Called is what sentences and headings call the two: the folders' paths or names where they are short and differ, else 1 and 2.
func (s Saved) Called() [2]string {
	const most = 12 // letters
	names := [2]string{filepath.Base(s.Names[0]), filepath.Base(s.Names[1])}
	for _, called := range [][2]string{s.Names, names} {
		if called[0] != called[1] && max(utf8.RuneCountInString(called[0]), utf8.RuneCountInString(called[1])) <= most {
			return called
		}
	}
	return [2]string{"1", "2"}
}

// Answer says what keeps the two from being compared, what differs in the inputs, and by how much in each outcome.
func (s Saved) Answer() report.Answer {
	rows := s.Rows()
	said := slices.Concat(s.cautionsInShort(), s.best(), s.most(rows))
	if n := len(s.Differences); n > 0 {
		said = append(said, fmt.Sprintf("The inputs differ in %s, listed below the table.", report.Count(n, "thing", "things")))
	} else if s.InputsKnown {
		said = append(said, "The inputs of both are the same.")
	}
	if IsDrawn(s.Runs[0]) && IsDrawn(s.Runs[1]) {
		said = append(said, "Saved tables hold no single draws, so a change has a mean and no range.")
	}
	return report.Answer{Conclusions: said, Table: s.inShort(rows), Full: func(w io.Writer, style report.Style) { s.write(w, style, rows) }}
}

// mostCautions is how many cautions the conclusions begin with.
const mostCautions = 2

// cautionsInShort are the gravest cautions, with how many more stand below the table.
func (s Saved) cautionsInShort() []string {
	n := len(s.Cautions) - mostCautions
	if n <= 0 {
		return s.Cautions
	}
	said := slices.Clone(s.Cautions[:mostCautions])
	return append(said, fmt.Sprintf("%s why the two cannot simply be compared %s below the table.", report.Count(n, "more reason", "more reasons"), report.Plural(n, "is", "are")))
}

// furtherCautions are those that the conclusions only count.
func (s Saved) furtherCautions() []string { return s.Cautions[min(len(s.Cautions), mostCautions):] }

// IsDrawn says whether a run has draws.
func IsDrawn(r result.Run) bool {
	return slices.ContainsFunc(r.Outcomes, func(row result.OutcomeRow) bool { return row.Statistic == result.Mean })
}

// title says which run is which, and what the values are.
func (s Saved) title(what string) string {
	values := "Means of draws" + what
	switch first, second := IsDrawn(s.Runs[0]), IsDrawn(s.Runs[1]); {
	case !first && !second:
		values = "Values of the central draw"
	case !first || !second:
		values += ", or values of the central draw where there are no others"
	}
	called := s.Called()
	title := fmt.Sprintf("%s; a change is %s less %s", values, called[1], called[0])
	if called == s.Names {
		return title
	}
	return fmt.Sprintf("%s: %s; %s: %s. %s", called[0], s.Names[0], called[1], s.Names[1], title)
}

// write writes the main outcomes of all structures, a line each, with their ranges.
func (s Saved) write(w io.Writer, style report.Style, rows []result.SavedRow) {
	called := s.Called()
	columns := []report.Column{report.Text("Structure").Within(15), report.Text("Outcome").Within(17), report.Number(called[0]), report.Number(called[1]), report.Number("Change")}
	fmt.Fprintf(w, "%s\n\n", report.Wrap(s.title(" with the 5th to the 95th percentile"), report.LineWidth))
	style.Render(w, columns, s.cells(rows))
	report.WriteParagraphs(w, slices.Concat(s.furtherCautions(), s.alone(), s.Differences))
}

// cells are the lines of the table, the structures of the first run in their order.
func (s Saved) cells(rows []result.SavedRow) (cells [][]string) {
	for structure := range slices.Chunk(rows, result.OutcomeCount) {
		name := structure[0].Name
		for _, o := range savedOutcomes {
			row := structure[o]
			cells = append(cells, s.line(name, row))
			name = "" // said once
		}
	}
	return cells
}

func (s Saved) line(name string, row result.SavedRow) []string {
	m := report.AmountOf(s.Properties, row.Unit, row.First, row.Second, row.Difference)
	return []string{name, report.Sentence(row.Label) + ", " + m.Heading, ranged(m, row.First, row.FirstP05, row.FirstP95), ranged(m, row.Second, row.SecondP05, row.SecondP95), m.Write(row.Difference)}
}

// isMixed says whether a change of an outcome would mix prices of two years, or sums over other years.
func (s Saved) isMixed(o result.Outcome) bool {
	return s.OtherPrices && o.Unit().Kind() == unit.Money || s.OtherYears && slices.Contains(ofAllYears, o)
}

func ranged(m report.Amount, mean, p05, p95 result.Number) string {
	if math.IsNaN(float64(p05)) || p05 == p95 {
		return m.Write(mean)
	}
	return m.Write(mean) + "\n" + m.Write(p05) + " to " + m.Write(p95)
}

// best says which structure has the highest net benefit in each of the two, of all that it has.
func (s Saved) best() []string {
	first, firstValue := bestSaved(s.Runs[0])
	second, secondValue := bestSaved(s.Runs[1])
	m, called := report.AmountOf(s.Properties, result.NetBenefit.Unit().String(), firstValue, secondValue), s.Called()
	if first.Structure == second.Structure {
		return []string{fmt.Sprintf("On net benefit, %s is best in both: %s in %s, %s in %s.", report.Quote(first.Name), m.Words(firstValue), called[0], m.Words(secondValue), called[1])}
	}
	return []string{
		fmt.Sprintf("In %s, %s has the highest net benefit, %s.", called[0], report.Quote(first.Name), m.Words(firstValue)),
		fmt.Sprintf("In %s, it is %s, %s.", called[1], report.Quote(second.Name), m.Words(secondValue)),
	}
}

// bestSaved is the structure of a run with the highest net benefit.
func bestSaved(r result.Run) (best result.OutcomeRow, value result.Number) {
	at := savedStatistics(r)
	value = result.Number(math.Inf(-1))
	for _, row := range r.Outcomes {
		if row.Statistic != result.CentralDraw {
			continue
		}
		if v, _, _ := savedRange(at, row.Structure, result.NetBenefit); v > value {
			best, value = row, v
		}
	}
	return best, value
}

// alone names the structures that only one of the two has.
func (s Saved) alone() (notes []string) {
	at := [2]map[[2]string]result.OutcomeRow{savedStatistics(s.Runs[0]), savedStatistics(s.Runs[1])}
	for i, r := range s.Runs {
		var names []string
		for _, row := range r.Outcomes {
			if _, both := at[1-i][[2]string{row.Structure, result.CentralDraw}]; row.Statistic == result.CentralDraw && !both {
				names = append(names, report.Quote(row.Name))
			}
		}
		if len(names) > 0 {
			notes = append(notes, fmt.Sprintf("Only in %s: %s.", s.Names[i], report.And(names)))
		}
	}
	return notes
}

// most says for which structure net benefit differs most, where it can be compared.
func (s Saved) most(rows []result.SavedRow) []string {
	net := slices.DeleteFunc(slices.Clone(rows), func(r result.SavedRow) bool { return r.Outcome != result.NetBenefit.String() })
	if len(net) == 0 {
		return []string{"The two have no structure in common."}
	}
	if s.OtherPrices {
		return []string{"Changes of money are left out: they would mix what happens with what prices do."}
	}
	if s.OtherYears { // which the cautions say
		return nil
	}
	top := slices.MaxFunc(net, func(a, b result.SavedRow) int {
		return cmp.Compare(math.Abs(float64(a.Difference)), math.Abs(float64(b.Difference)))
	})
	if top.Difference == 0 {
		return []string{"Net benefit is the same in both, under every structure that both have."}
	}
	m := report.AmountOf(s.Properties, top.Unit, top.Difference)
	way := "more"
	if top.Difference < 0 {
		way = "less"
	}
	return []string{fmt.Sprintf("Net benefit differs most under %s: %s %s in %s.", report.Quote(strings.TrimSpace(top.Name)), m.Words(result.Number(math.Abs(float64(top.Difference)))), way, s.Called()[1])}
}
