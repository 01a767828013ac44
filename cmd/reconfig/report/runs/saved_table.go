package runs

import (
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// inShort is the table of one line for each structure: net benefit, and how far it and the other main outcomes differ. Changes
// that are nothing under every structure come last; those that cannot be compared are left out.
func (s Saved) inShort(rows []result.SavedRow) *report.Summary {
	t := &report.Summary{Title: s.title(""), Notes: s.notes(), Records: report.RecordsOf(result.SavedRow{}.Table(), s.Properties.Words(), rows)}
	called := s.Called()
	net := s.amountOf(rows, result.NetBenefit)
	heading := "Net benefit " + net.Heading
	t.Columns = []report.Column{report.Text("Structure").Within(report.NameWidth), report.Number(heading + " in\u00A0" + called[0]), report.Number(heading + " in\u00A0" + called[1])}
	for structure := range slices.Chunk(rows, result.OutcomeCount) {
		row := structure[result.NetBenefit]
		t.Rows = append(t.Rows, []string{structure[0].Name, net.Write(row.First), net.Write(row.Second)})
	}
	var last []savedChange
	for _, c := range s.changes(rows) {
		if c.nothing {
			last = append(last, c)
			continue
		}
		c.addTo(t)
	}
	for _, c := range last {
		c.addTo(t)
	}
	return t
}

// notes say what else keeps the two from being compared, what only one of the two has, and list the inputs that differ.
func (s Saved) notes() []string {
	notes := append(report.Items(s.furtherCautions()), s.alone()...)
	notes = append(notes, report.RoundedApart)
	if len(s.Differences) > 0 {
		notes = append(append(notes, "Inputs that differ:"), report.Items(s.Differences)...)
	}
	return notes
}

// savedChange is a column: by how much an outcome changes under each structure, and whether that is nothing under all of them.
type savedChange struct {
	heading string
	cells   []string
	nothing bool
}

// changes are the columns of changes of the main outcomes.
func (s Saved) changes(rows []result.SavedRow) []savedChange {
	var all []savedChange
	for _, o := range savedInShort {
		if s.isMixed(o) {
			continue
		}
		m := s.amountOf(rows, o)
		c := savedChange{heading: "Change of " + o.Words() + " " + m.Heading, nothing: true}
		for structure := range slices.Chunk(rows, result.OutcomeCount) {
			cell := m.Write(structure[o].Difference)
			c.cells, c.nothing = append(c.cells, cell), c.nothing && (cell == "" || cell == m.Write(0))
		}
		all = append(all, c)
	}
	return all
}

func (c savedChange) addTo(t *report.Summary) {
	t.Columns = append(t.Columns, report.Number(c.heading))
	for i, cell := range c.cells {
		t.Rows[i] = append(t.Rows[i], cell)
	}
}

// savedInShort are the outcomes of the table of one line for each structure.
var savedInShort = []result.Outcome{result.NetBenefit, result.SteadySaving, result.CapacityAtTarget, result.OneOffCost, result.StructureNPV}

// amountOf is how an outcome of all structures is written.
func (s Saved) amountOf(rows []result.SavedRow, o result.Outcome) report.Amount {
	var values []result.Number
	for structure := range slices.Chunk(rows, result.OutcomeCount) {
		values = append(values, structure[o].First, structure[o].Second, structure[o].Difference)
	}
	return report.AmountOf(s.Properties, o.Unit().String(), values...)
}
