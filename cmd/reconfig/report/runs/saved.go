package runs

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// Saved is two saved runs side by side: the same structures under two sets of inputs.
type Saved struct {
	Names       [2]string // of the folders
	Runs        [2]result.Run
	Differences []string // what differs in the inputs, a sentence each
	Properties  model.Properties
}

// savedOutcomes are those that saved runs are compared by.
var savedOutcomes = []result.Outcome{result.NetBenefit, result.StructureNPV, result.SteadySaving, result.OneOffCost, result.Reduction, result.CapacityAtTarget, result.LocalKnowledgeAtHandover}

// Rows lists every outcome of every structure that both have.
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
			row.Difference = row.Second - row.First
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

// savedRange is the mean of an outcome with its range, or the value at central values without one.
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

// Answer says what differs in the inputs, and by how much in each outcome.
func (s Saved) Answer() report.Answer {
	rows := s.Rows()
	inputs := "The inputs of both are the same."
	if n := len(s.Differences); n > 0 {
		inputs = fmt.Sprintf("The inputs differ in %s, listed below the table.", report.Count(n, "thing", "things"))
	}
	said := append(s.best(), s.most(rows), inputs, "Ranges of saved runs may not be subtracted, as their draws are not paired: only the means are.")
	return report.Answer{Conclusions: said, Table: s.inShort(rows), Full: func(w io.Writer, style report.Style) { s.write(w, style, rows) }}
}

// title says which run is which.
func (s Saved) title(what string) string {
	return fmt.Sprintf("1: %s; 2: %s. Means%s; 2 − 1 is of the means", s.Names[0], s.Names[1], what)
}

// inShort is the table of one line for each structure: net benefit, and how far the other main outcomes differ.
func (s Saved) inShort(rows []result.SavedRow) *report.Summary {
	t := &report.Summary{Title: s.title(""), Notes: slices.Concat(s.alone(), s.Differences), Records: report.RecordsOf(result.SavedRow{}.Table(), s.Properties.Words(), rows)}
	t.Columns = []report.Column{report.Text("Structure").Within(report.NameWidth)}
	const change = "2\u00A0−\u00A01" // never broken
	amounts := make([]report.Amount, len(savedInShort))
	for i, o := range savedInShort {
		amounts[i] = s.amountOf(rows, o.Outcome)
		difference := o.label + " " + change + " " + amounts[i].Heading
		if i == 0 {
			t.Columns = append(t.Columns, report.Number(o.label+" in\u00A01 "+amounts[i].Heading), report.Number("in\u00A02"))
			difference = change
		}
		t.Columns = append(t.Columns, report.Number(difference))
	}
	for structure := range slices.Chunk(rows, result.OutcomeCount) {
		line := []string{structure[0].Name}
		for i, o := range savedInShort {
			row := structure[o.Outcome]
			if i == 0 {
				line = append(line, amounts[i].Write(row.First), amounts[i].Write(row.Second))
			}
			line = append(line, amounts[i].Write(row.Difference))
		}
		t.Rows = append(t.Rows, line)
	}
	return t
}

// savedInShort are the outcomes of the table of one line for each structure.
var savedInShort = []struct {
	result.Outcome
	label string
}{{result.NetBenefit, "Net benefit"}, {result.SteadySaving, "Lasting saving"}, {result.CapacityAtTarget, "Capacity at target"}, {result.OneOffCost, "One-off cost"}, {result.StructureNPV, "Structure alone (NPV)"}}

// amountOf is how an outcome of all structures is written.
func (s Saved) amountOf(rows []result.SavedRow, o result.Outcome) report.Amount {
	var values []result.Number
	for structure := range slices.Chunk(rows, result.OutcomeCount) {
		values = append(values, structure[o].First, structure[o].Second, structure[o].Difference)
	}
	return report.AmountOf(s.Properties, o.Unit().String(), values...)
}

// write writes the main outcomes of all structures, a line each, with their ranges.
func (s Saved) write(w io.Writer, style report.Style, rows []result.SavedRow) {
	columns := []report.Column{report.Text("Structure").Within(15), report.Text("Outcome").Within(17), report.Number("1"), report.Number("2"), report.Number("2 − 1")}
	fmt.Fprintf(w, "%s\n\n", report.Wrap(s.title(" with the 5th to the 95th percentile where there are draws"), report.LineWidth))
	style.Render(w, columns, s.cells(rows))
	report.WriteParagraphs(w, slices.Concat(s.alone(), s.Differences))
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
	m := report.AmountOf(s.Properties, result.NetBenefit.Unit().String(), firstValue, secondValue)
	if first.Structure == second.Structure {
		return []string{fmt.Sprintf("On net benefit, %s is best in both: %s in the first, %s in the second.", report.Quote(first.Name), m.Words(firstValue), m.Words(secondValue))}
	}
	return []string{
		fmt.Sprintf("In the first, %s has the highest net benefit, %s.", report.Quote(first.Name), m.Words(firstValue)),
		fmt.Sprintf("In the second, it is %s, %s.", report.Quote(second.Name), m.Words(secondValue)),
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

// most says for which structure net benefit differs most.
func (s Saved) most(rows []result.SavedRow) string {
	net := slices.DeleteFunc(slices.Clone(rows), func(r result.SavedRow) bool { return r.Outcome != result.NetBenefit.String() })
	if len(net) == 0 {
		return "The two have no structure in common."
	}
	top := slices.MaxFunc(net, func(a, b result.SavedRow) int {
		return cmp.Compare(math.Abs(float64(a.Difference)), math.Abs(float64(b.Difference)))
	})
	if top.Difference == 0 {
		return "Net benefit is the same in both, under every structure that both have."
	}
	m := report.AmountOf(s.Properties, top.Unit, top.Difference)
	way := "more"
	if top.Difference < 0 {
		way = "less"
	}
	return fmt.Sprintf("Net benefit differs most under %s: %s %s in the second.", report.Quote(strings.TrimSpace(top.Name)), m.Words(result.Number(math.Abs(float64(top.Difference)))), way)
}
