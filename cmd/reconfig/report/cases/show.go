package report

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/data"
	"reconfig/model"
)

// WriteCases writes a line for each case.
func WriteCases(w io.Writer, s Style, cases []*data.Case) {
	var rows [][]string
	for _, c := range cases {
		rows = append(rows, []string{c.Name, c.Title, Full(float64(len(c.Commissioners))) + " " + c.BodyPlural, Full(float64(len(c.Structures))), c.DefaultMap, Full(c.HorizonYears)})
	}
	s.render(w, []column{{"Case", true, 0}, {"Title", true, 0}, {"Bodies", true, 0}, {"Structures", false, 0}, {"Default map", true, 0}, {"Years", false, 0}}, rows)
}

// casePart is one part of a shown case.
type casePart struct {
	name  string
	write func(io.Writer, Style, *model.Case)
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
func WriteCase(w io.Writer, s Style, c *model.Case, only []string) {
	if len(only) == 0 {
		s.heading(w, 1, fmt.Sprintf("%s (%s)", c.Title, c.Name))
		fmt.Fprintln(w, wrap(c.Description, lineWidth))
		fmt.Fprintf(w, "\nStarts %s; %s prices; %s years; default map %s.\n%s\n", c.StartDate.Format("2 January 2006"), c.PriceYear, Full(c.HorizonYears), c.DefaultMap, c.Attribution)
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

// heading writes a heading of a level.
func (s Style) heading(w io.Writer, level int, words string) {
	if s.Markdown {
		fmt.Fprintf(w, "%s %s\n\n", strings.Repeat("#", level), words)
		return
	}
	fmt.Fprintf(w, "%s\n\n", Emphasis(s.Colour, words))
}

func writeCommissioners(w io.Writer, s Style, c *model.Case) {
	s.heading(w, 2, fmt.Sprintf("%d %s", len(c.Commissioners), c.BodyPlural))
	columns := []column{{"Code", true, 0}, {"Name", true, 0}, {"Population", false, 0}, {"Weighted\npopulation", false, 0}, {"Management\ncost " + c.Currency + "k", false, 0}, {c.Currency + " a\nhead", false, 0}, {"Basis", true, 0}, {"Repaying\ndebt", true, 0}}
	for _, name := range c.FurtherColumns {
		columns = append(columns, column{name, true, 20})
	}
	var rows [][]string
	for _, x := range c.Commissioners {
		weighted := ""
		if x.WeightedPopulation.Given {
			weighted = Decimal(x.WeightedPopulation.Value, 0)
		}
		row := []string{x.Code, x.Name, Decimal(x.Population, 0), weighted, Decimal(x.ManagementCostK, 1), Decimal(1000*x.ManagementCostK/x.Head(), 1), x.ManagementCostBasis, x.RepayingDebt}
		for _, name := range c.FurtherColumns {
			row = append(row, x.Further[name])
		}
		rows = append(rows, row)
	}
	s.render(w, columns, rows)
}

func writeMaps(w io.Writer, s Style, c *model.Case) {
	s.heading(w, 2, "Maps")
	var rows [][]string
	for _, name := range c.MapNames() {
		m, _ := c.Map(name)
		for _, x := range m.Sectors {
			rows = append(rows, []string{name, x.Code, x.Name, x.Region, Full(float64(len(x.Members))), strings.Join(x.Members, " "), bases(c, name, x.Code)})
		}
	}
	s.render(w, []column{{"Map", true, 0}, {"Sector", true, 0}, {"Name", true, 34}, {"Region", true, 0}, {c.BodyPlural, false, 0}, {"Members", true, 40}, {"Basis", true, 0}}, rows)
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

// structuresAbreast is how many structures' columns a terminal has room for.
const structuresAbreast = 4

func writeStructures(w io.Writer, s Style, c *model.Case) {
	s.heading(w, 2, "Structures")
	var rows [][]string
	for _, x := range c.Structures {
		rows = append(rows, []string{x.Code, x.Name, x.Description, x.Focus})
	}
	s.render(w, []column{{"Structure", true, 0}, {"Name", true, 0}, {"Description", true, 60}, {"In focus", true, 0}}, rows)
	fmt.Fprintf(w, "\nWhere each function is done: tier and arrangement, and the year it is decided; local: each %s for itself.\n", c.BodySingular)
	for chunk := range slices.Chunk(c.Structures, structuresAbreast) {
		fmt.Fprintln(w)
		columns := []column{{"Function", true, 40}}
		for _, x := range chunk {
			columns = append(columns, column{x.Code, true, 0})
		}
		var cells [][]string
		for _, f := range c.Functions {
			row := []string{f.Name}
			for _, x := range chunk {
				cell := placed(c.PlacementsOf(x.Code, f.Code))
				row = append(row, strings.ReplaceAll(strings.ReplaceAll(cell, "; ", "\n"), " from ", " "))
			}
			cells = append(cells, row)
		}
		s.render(w, columns, cells)
	}
}

func writeAssumptions(w io.Writer, s Style, c *model.Case) {
	s.heading(w, 2, "Assumptions")
	fmt.Fprintln(w, wrap("Range: what is plausible. Strength of evidence: A outturn of the same kind of body; B outturn of another kind, or partial; C plan, press figure or single case; D judgement.", lineWidth))
	fmt.Fprintln(w)
	var rows [][]string
	for _, a := range c.Assumptions {
		rows = append(rows, []string{a.Name, Full(a.Central), Full(a.Low) + " to " + Full(a.High), a.Unit, a.Kind, a.Distribution, a.Strength, strings.Join(model.SourceIDs(a.Sources), " "), a.Description})
	}
	s.render(w, []column{{"Assumption", true, 0}, {"Central", false, 0}, {"Range", true, 0}, {"Unit", true, 0}, {"Kind", true, 0}, {"Distribution", true, 0}, {"Strength", true, 0}, {"Sources", true, 16}, {"Description", true, 50}}, rows)
	fmt.Fprintln(w)
	fmt.Fprintln(w, wrap("Chances: which way failures and refusals fall, for each arrangement a number above 0 and below 1, even (0.5) in the central draw and any in a random draw. --set, a plan’s set and the settings of an observation can hold them at a value: "+
		strings.Join(c.ChanceNames(), ", ")+".", lineWidth))
}

func writeSources(w io.Writer, s Style, c *model.Case) {
	s.heading(w, 2, "Sources")
	var rows [][]string
	for _, x := range c.Sources {
		rows = append(rows, []string{x.ID, x.Citation, x.URL})
	}
	s.render(w, []column{{"Source", true, 0}, {"Citation", true, 60}, {"Address", true, 0}}, rows)
}
