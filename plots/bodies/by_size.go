package bodies

import (
	"cmp"
	"math"
	"slices"

	"reconfig/model/result"
	"reconfig/plots/chart"
	"reconfig/plots/figure"
	"reconfig/plots/words"
)

var _ = figure.Register(figure.Figure{
	Order:   60,
	Name:    "by-size",
	Summary: "who gains and who loses capacity against the status quo, by population, and what the target asks of each",
	Needs:   figure.RowsOf(result.CommissionerRow{}, result.SizeRow{}),
	Page:    gainsBySizePage,
})

// bySize is what the figure is drawn from. A value is of capacity against the status quo, in percentage points of that at
// the start, or what the target asks for, in per cent of a body's cost.
type bySize struct {
	structures []sizedStructure // in focus, but for those that change nothing
	asked      sizedStructure   // the same under every structure
	population populationAxis
}

// sizedStructure is the bodies and their thirds by population under one structure.
type sizedStructure struct {
	Code   string
	Bodies []sizedBody
	Groups []sizedGroup
}

type sizedBody struct {
	Name       string
	Population float64
	Value      float64
	Alone      bool // in its sector
}

// sizedGroup is a group of bodies of like size, with its mean.
type sizedGroup struct {
	Size     string
	From, To float64 // population
	Value    float64
	Single   bool // one of two bodies, not a third of many
}

// leastGain is the least difference in points, or in per cent, that does not read as nothing: here, and in the map of an outcome.
const leastGain = 0.05

func gainsBySizePage(d figure.Data) chart.Page {
	all, found := bySizeOf(d)
	if !found {
		return figure.Nothing("two " + d.BodyPlural + " or more, the status quo, and a structure that changes the capacity of some")
	}
	drawing := all.drawing(d.Context)
	measure := "Capacity of each " + d.BodySingular + " when the target is due, less that under the status quo, percentage points of its capacity at the start"
	return chart.Page{
		Title:       atCentralValues(d.Context, d.Outcomes, all.title(d.Context)),
		Subtitle:    d.Subtitle(measure, ""),
		Measure:     measure,
		Footer:      d.Footer(onlyCentral(d.Context, d.Outcomes), all.evenTarget(d.Context)),
		Description: all.description(d.Context),
		BodyHeight:  drawing.height(),
		Body:        drawing.draw,
	}
}

// bySizeOf reads the tables for the structures in focus; false where there is nobody to compare, or nothing to compare with.
func bySizeOf(d figure.Data) (bySize, bool) {
	var codes []string
	for _, row := range d.Commissioners {
		codes = append(codes, row.Structure)
	}
	var all bySize
	for _, code := range d.ShownOf(codes) {
		gains := sizedOf(d, code, func(r result.CommissionerRow) float64 { return 100 * float64(r.CapacityAgainstStatusQuo) }, func(g result.SizeRow) float64 { return 100 * float64(g.CapacityAgainstStatusQuo) })
		asked := sizedOf(d, code, func(r result.CommissionerRow) float64 { return r.ReductionAskedPct }, func(g result.SizeRow) float64 { return g.ReductionAskedPct })
		if gains.comparable() && asked.comparable() && gains.anyChange() {
			all.structures, all.asked = append(all.structures, gains), asked
		}
	}
	if len(all.structures) == 0 {
		return bySize{}, false
	}
	all.population = newPopulationAxis(all.asked)
	return all, true
}

// sizedOf reads a value of the bodies and of their groups under a structure, in the order of population and, among equals, of
// names.
func sizedOf(d figure.Data, code string, ofBody func(result.CommissionerRow) float64, ofGroup func(result.SizeRow) float64) sizedStructure {
	s := sizedStructure{Code: code}
	members := map[string]int{}
	for _, row := range d.Commissioners {
		if row.Structure == code {
			members[row.Sector]++
		}
	}
	for _, row := range named(d.Commissioners) {
		if v := ofBody(row); row.Structure == code && words.Finite(v) && words.Finite(row.Population) && row.Population > 0 {
			s.Bodies = append(s.Bodies, sizedBody{words.Either(row.Name, row.Code), row.Population, v, members[row.Sector] == 1})
		}
	}
	slices.SortStableFunc(s.Bodies, func(a, b sizedBody) int {
		return cmp.Or(cmp.Compare(a.Population, b.Population), cmp.Compare(a.Name, b.Name))
	})
	for _, g := range d.Sizes {
		v := ofGroup(g)
		inOrder := words.Finite(g.PopulationTo) && g.PopulationFrom > 0 && g.PopulationFrom <= g.PopulationTo
		if g.Structure == code && inOrder && words.Finite(v) {
			s.Groups = append(s.Groups, sizedGroup{g.Size, g.PopulationFrom, g.PopulationTo, v, len(s.Bodies) < 3})
		}
	}
	return s
}

// named are the rows with the short names of their bodies.
func named(rows []result.CommissionerRow) []result.CommissionerRow {
	var codes, names []string
	for _, row := range bodiesOf(rows) {
		codes, names = append(codes, row.Code), append(names, words.Either(row.Name, row.Code))
	}
	short := map[string]string{}
	for i, name := range shortNames(names) {
		short[codes[i]] = name
	}
	rows = slices.Clone(rows)
	for i, row := range rows {
		rows[i].Name = short[row.Code]
	}
	return rows
}

// comparable says whether there are bodies to compare.
func (s sizedStructure) comparable() bool { return len(s.Bodies) > 1 && len(s.Groups) > 0 }

// anyChange says whether any body gains or loses.
func (s sizedStructure) anyChange() bool {
	return slices.ContainsFunc(s.Bodies, func(b sizedBody) bool { return math.Abs(b.Value) >= leastGain })
}

// extremes are the bodies with the least and the greatest value.
func (s sizedStructure) extremes() (least, most sizedBody) {
	compare := func(a, b sizedBody) int { return cmp.Compare(a.Value, b.Value) }
	return slices.MinFunc(s.Bodies, compare), slices.MaxFunc(s.Bodies, compare)
}

// uneven says whether the values of bodies differ.
func (s sizedStructure) uneven() bool {
	least, most := s.extremes()
	return most.Value-least.Value >= leastGain
}

// of is the structure of a code, which is one of those shown.
func (all bySize) of(code string) sizedStructure {
	return all.structures[slices.IndexFunc(all.structures, func(s sizedStructure) bool { return s.Code == code })]
}

func byMagnitude(a, b float64) int { return cmp.Compare(math.Abs(a), math.Abs(b)) }

// meanOfSharing is the mean over the people of a group's bodies that are not alone in their sector; NaN where there are none.
func (s sizedStructure) meanOfSharing(g sizedGroup) float64 {
	sum, people := 0.0, 0.0
	for _, b := range s.Bodies {
		if !b.Alone && b.Population >= g.From && b.Population <= g.To {
			sum += b.Population * b.Value
			people += b.Population
		}
	}
	return sum / people
}

// gainUnit writes points of capacity gained or lost.
var gainUnit = chart.Unit{Signed: true}
