package runs

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model/result"
)

// Answer is what a run has found. full writes what follows the tables of outcomes.
func (r Run) Answer(rows []result.SummaryRow, full func(w io.Writer, s report.Style)) report.Answer {
	return report.Answer{Conclusions: r.Conclusions(), Table: r.summary(rows), Full: full, Leads: true}
}

// summary is the table of every structure, what matters most in the first columns.
func (r Run) summary(rows []result.SummaryRow) *report.Summary {
	unit := r.money().unit()
	t := &report.Summary{Title: r.caption(), Notes: r.summaryNotes(), Records: report.RecordsOf(result.SummaryRow{}.Table(), r.Properties.Words(), rows)}
	t.Columns = []report.Column{report.Text("Structure").Within(report.NameWidth), report.Number("Net benefit " + unit)}
	if r.Draws > 0 {
		t.Columns = append(t.Columns, report.Number("Best, "+r.draws().Of()))
	}
	t.Columns = append(t.Columns, report.Number("Lasting saving "+unit+"/year").Noted("Lasting saving is of the structure by itself, before any failure."), report.Number("One-off cost "+unit).Noted("One-off cost includes exits for cuts."),
		report.Number("Net present value "+unit).Noted("Net present value is of the structure by itself."), report.Number("Capacity at target %").Noted("Capacity is 100 at the start."),
		report.Number(strings.Join(strings.Fields(r.paybackHeading()), " ")).Noted("Payback is of the structure by itself."))
	t.Rows = r.rows(func(row *result.OutcomeRow) []string {
		cells := []string{r.amount(row, result.NetBenefit)}
		if r.Draws > 0 {
			cells = append(cells, r.draws().Chance(r.probability(row.Structure, result.Best, result.NetBenefit)))
		}
		return append(cells, r.amount(row, result.SteadySaving), r.amount(row, result.OneOffCost), r.amount(row, result.StructureNPV), r.cell(row, result.CapacityAtTarget, percent), r.payback(row))
	})
	return t
}

// caption says of what the table is.
func (r Run) caption() string {
	s := fmt.Sprintf("%s: %s from %s%s, money at %s prices, %s", r.Title, report.Years(r.HorizonYears), r.Properties.StartDate.Format("2 January 2006"), report.OnMap(r.Map, r.OwnMap), r.Properties.PriceYear, r.drawn())
	if len(r.Settings) > 0 {
		s += "; with " + strings.Join(r.Settings, ", ")
	}
	return s
}

// summaryNotes explain the table besides its columns.
func (r Run) summaryNotes() []string {
	var notes []string
	if !r.asksForNoCut() {
		notes = append(notes, "Every structure cuts towards the same target, also one that reorganises nothing.")
	}
	if r.Draws > 0 {
		notes = append(notes, report.Judged+" Mostly judgement: at least half of the range's variance goes with assumptions that rest on judgement alone.")
	}
	notes = append(notes, r.riskNotes()...)
	if v, several := r.leaders(result.NetBenefit); several {
		notes = append(notes, r.turnsNotes(v)...)
	}
	return append(notes, r.baselineNote())
}

// baselineNote says how the cost at the start is known and, with draws, what its mean is, of which savings are told in per cent.
func (r Run) baselineNote() string {
	const start = "Cost at the start: "
	how, starts := strings.CutPrefix(r.Baseline, start)
	if r.Draws < 2 || !starts {
		return r.Baseline
	}
	return start + r.money().write(r.Outcomes[0].Values[result.BaselineCost]) + " in the mean of draws; " + how
}

// Answer is what a comparison has found.
func (c Comparison) Answer() report.Answer {
	return report.Answer{Conclusions: c.Conclusions(), Table: c.summary(), Full: c.Write, Leads: true}
}

// compared are the outcomes that two structures are compared by in print, the most important first.
var compared = []result.Outcome{
	result.NetBenefit, result.NetBenefitRisked, result.StructureNPV, result.SteadySaving, result.OneOffCost, result.StructureOneOffCost, result.StructureNPVToHandover,
	result.StructurePayback, result.Reduction, result.ReductionFromCuts, result.CapacityAtTarget, result.CapacityLowest, result.LocalKnowledgeAtHandover,
}

// summary is the table of the main outcomes of both.
func (c Comparison) summary() *report.Summary {
	t := &report.Summary{
		Title: fmt.Sprintf("%s. A: %s; B: %s", c.caption(), report.Quote(c.A.Name), report.Quote(c.B.Name)), Notes: []string{c.Baseline},
		Columns: []report.Column{
			report.Text("Outcome").Within(report.NameWidth), report.Number("A").Dispensable().Noted(report.RoundedApart), report.Number("B").Dispensable(), report.Number("B − A"), report.Number("5th to 95th percentile"), report.Number("B better, " + c.draws().Of()),
		},
	}
	t.Notes = append([]string{c.handoverNote()}, t.Notes...)
	t.Notes = append(c.turnsNotes(c.versus()), t.Notes...)
	if c.atRisk() {
		t.Notes = append([]string{riskInShort}, t.Notes...)
	}
	if c.onlyOneComes() {
		t.Notes = append(t.Notes, neverNote)
	}
	rows := c.Rows()
	for _, o := range compared {
		d := rows[o]
		if paired, drawn := c.paired(d.Outcome); !isNone(d, paired, drawn) {
			t.Rows = append(t.Rows, c.summaryRow(o, d, paired, drawn))
		}
	}
	t.Records = report.RecordsOf(result.ComparisonRow{}.Table(), c.Properties.Words(), rows)
	return t
}

// handoverNote says when the handover is, of what and to whom: in the words of the case, unless the user moved it.
func (c Comparison) handoverNote() string {
	const name = "handover.year"
	said := "when local knowledge is measured"
	for _, a := range c.Assumptions {
		if a.Name == name && a.Description != "" && !slices.Contains(c.Set, name) {
			said = report.LowerFirst(strings.TrimRight(a.Description, "."))
		}
	}
	return fmt.Sprintf("Handover: year %s (%s), %s.", report.Full(c.HandoverYear), name, said)
}

// summaryRow is a line of that table: money in millions, shares in per cent.
func (c Comparison) summaryRow(o result.Outcome, d result.ComparisonRow, paired result.DifferenceRow, drawn bool) []string {
	name := report.Sentence(o.Words())
	if o.MayBeInfinite() {
		row := c.outcomeRow(d, paired, drawn)
		if c.Draws > 1 {
			name += " (median)" // the title says that the others are means
		}
		return []string{name + ", " + row[1], row[2], row[3], row[4], row[5], row[6]}
	}
	m := report.AmountOf(c.Properties, d.Unit, d.A, d.B, d.Difference, d.DifferenceP05, d.DifferenceP95)
	name += ", " + m.Heading
	if drawn && paired.ProbabilityEqual == 1 {
		return []string{name, m.Write(d.A), m.Write(d.B), m.Write(0), "", ""}
	}
	extent := ""
	if drawn {
		extent = m.Write(d.DifferenceP05) + " to " + m.Write(d.DifferenceP95)
	}
	chance := ""
	if drawn {
		chance = c.betterChance(paired)
	}
	return []string{name, m.Write(d.A), m.Write(d.B), m.Write(d.Difference), extent, chance}
}
