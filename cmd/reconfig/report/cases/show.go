// Package cases is what is printed of cases: shown, made, upgraded, checked, and held against what was observed.
package cases

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model"
)

// WriteCases writes a line for each case.
func WriteCases(w io.Writer, s report.Style, cases []*data.Case) {
	var rows [][]string
	for _, c := range cases {
		rows = append(rows, []string{c.Name, c.Title, report.Full(float64(len(c.Commissioners))) + " " + c.BodyPlural, report.Full(float64(len(c.Structures))), c.DefaultMap, report.Full(c.HorizonYears)})
	}
	s.RenderList(w, []report.Column{report.Text("Case"), report.Text("Title"), report.Text("Bodies"), report.Number("Structures"), report.Text("Default map"), report.Number("Years")}, rows)
}

// casePart is one part of a shown case.
type casePart struct {
	name  string
	write func(io.Writer, report.Style, *model.Case)
}

var caseParts = []casePart{
	{"commissioners", writeCommissioners},
	{"maps", writeMaps},
	{"structures", writeStructures},
	{"assumptions", writeAssumptions},
	{"sources", writeSources},
}

// CaseParts lists the parts of a case that WriteCase can show.
func CaseParts() []string {
	names := make([]string, len(caseParts))
	for i, p := range caseParts {
		names[i] = p.name
	}
	return names
}

// WriteCase writes the parts of a case that are asked for; all if none is.
func WriteCase(w io.Writer, s report.Style, c *model.Case, only []string) {
	if len(only) == 0 {
		s.Heading(w, 1, fmt.Sprintf("%s (%s)", c.Title, c.Name))
		fmt.Fprintln(w, report.Wrap(c.Description, s.ListWidth()))
		fmt.Fprintf(w, "\nStarts %s; %s prices; %s years; default map %s.\n%s\n", c.StartDate.Format("2 January 2006"), c.PriceYear, report.Full(c.HorizonYears), c.DefaultMap, report.Wrap(c.Attribution, s.ListWidth()))
	}
	first := len(only) > 0
	for _, p := range caseParts {
		if len(only) > 0 && !slices.Contains(only, p.name) {
			continue
		}
		if !first {
			fmt.Fprintln(w)
		}
		first = false
		p.write(w, s, c)
	}
}

func writeCommissioners(w io.Writer, s report.Style, c *model.Case) {
	s.Heading(w, 2, fmt.Sprintf("%d %s", len(c.Commissioners), c.BodyPlural))
	columns := []report.Column{report.Text("Code"), report.Text("Name"), report.Number("Population"), report.Number("Weighted\npopulation"), report.Number("Management\ncost " + c.Currency + "k"), report.Number(c.Currency + " a\nhead"), report.Text("Basis"), report.Text("Repaying\ndebt")}
	for _, name := range c.FurtherColumns {
		columns = append(columns, report.Text(name).Within(20))
	}
	var rows [][]string
	for _, x := range c.Commissioners {
		weighted := ""
		if x.WeightedPopulation.Given {
			weighted = report.Decimal(x.WeightedPopulation.Value, 0)
		}
		row := []string{x.Code, x.Name, report.Decimal(x.Population, 0), weighted, report.Decimal(x.ManagementCostK, 1), report.Decimal(1000*x.ManagementCostK/x.Head(), 1), x.ManagementCostBasis, x.RepayingDebt}
		for _, name := range c.FurtherColumns {
			row = append(row, x.Further[name])
		}
		rows = append(rows, row)
	}
	s.RenderList(w, columns, rows)
}

func writeMaps(w io.Writer, s report.Style, c *model.Case) {
	s.Heading(w, 2, "Maps")
	var rows [][]string
	for _, name := range c.MapNames() {
		m, _ := c.Map(name)
		for _, x := range m.Sectors {
			rows = append(rows, []string{name, x.Code, x.Name, x.Region, report.Full(float64(len(x.Members))), strings.Join(x.Members, " "), bases(c, name, x.Code)})
		}
	}
	s.RenderList(w, []report.Column{report.Text("Map"), report.Text("Sector"), report.Text("Name").Within(34), report.Text("Region"), report.Number(c.BodyPlural), report.Text("Members").Within(40), report.Text("Basis")}, rows)
}

// bases says how the membership of a sector is known.
func bases(c *model.Case, mapName, sector string) string {
	var all []string
	for _, x := range c.Memberships {
		if x.Map == mapName && x.Sector == sector && !slices.Contains(all, x.Basis) {
			all = append(all, x.Basis)
		}
	}
	return strings.Join(all, ", ")
}

// abreast is how many structures' columns fit beside one another.
func abreast(s report.Style) int {
	const most, functions, structure = 4, 24, 26 // letters of columns
	if !s.Fits || s.Markdown {
		return most
	}
	return max(1, min(most, (s.ListWidth()-functions)/structure))
}

func writeStructures(w io.Writer, s report.Style, c *model.Case) {
	s.Heading(w, 2, "Structures")
	var rows [][]string
	for _, x := range c.Structures {
		rows = append(rows, []string{x.Code, x.Name, x.Description, x.Focus})
	}
	s.RenderList(w, []report.Column{report.Text("Structure"), report.Text("Name"), report.Text("Description").Within(60), report.Text("In focus")}, rows)
	fmt.Fprintf(w, "\n%s\n", report.Wrap(fmt.Sprintf("Where each function is done: tier and arrangement, and the year it is decided; local: each %s for itself.", c.BodySingular), s.ListWidth()))
	for chunk := range slices.Chunk(c.Structures, abreast(s)) {
		fmt.Fprintln(w)
		columns := []report.Column{report.Text("Function").Within(40)}
		for _, x := range chunk {
			columns = append(columns, report.Text(x.Code))
		}
		var cells [][]string
		for _, f := range c.Functions {
			row := []string{f.Name}
			for _, x := range chunk {
				row = append(row, report.Placed(c.PlacementsOf(x.Code, f.Code), " ", "\n"))
			}
			cells = append(cells, row)
		}
		s.RenderList(w, columns, cells)
	}
}

func writeAssumptions(w io.Writer, s report.Style, c *model.Case) {
	s.Heading(w, 2, "Assumptions")
	fmt.Fprintln(w, report.Wrap("Range: what is plausible. Strength of evidence: A outturn of the same kind of body; B outturn of another kind, or partial; C plan, press figure or single case; D judgement.", s.ListWidth()))
	fmt.Fprintln(w)
	labels := c.Labels()
	var rows [][]string
	for _, a := range c.Assumptions {
		rows = append(rows, []string{a.Name, labels[a.Name], report.Full(a.Central), report.Full(a.Low) + " to " + report.Full(a.High), a.Unit, a.Kind, a.Distribution, a.Strength, strings.Join(model.SourceIDs(a.Sources), " "), a.Description})
	}
	s.RenderList(w, []report.Column{report.Text("Assumption"), report.Text("Label").Within(32), report.Number("Central"), report.Text("Range"), report.Text("Unit"), report.Text("Kind"), report.Text("Distribution"), report.Text("Strength"), report.Text("Sources").Within(16), report.Text("Description").Within(50)}, rows)
	fmt.Fprintln(w)
	fmt.Fprintln(w, report.Wrap("Chances: which way failures and refusals fall, for each arrangement a number above 0 and below 1, even (0.5) in the central draw and any in a random draw. --set, a plan’s set and the settings of an observation can hold them at a value: "+
		strings.Join(c.ChanceNames(), ", ")+".", s.ListWidth()))
}

func writeSources(w io.Writer, s report.Style, c *model.Case) {
	s.Heading(w, 2, "Sources")
	var rows [][]string
	for _, x := range c.Sources {
		rows = append(rows, []string{x.ID, x.Citation, x.URL})
	}
	s.RenderList(w, []report.Column{report.Text("Source"), report.Text("Citation").Within(60), report.Text("Address")}, rows)
}
