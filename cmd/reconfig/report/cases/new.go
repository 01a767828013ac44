package cases

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
	"reconfig/data/newcase/reading"
	"reconfig/model"
)

// WriteNewCase says what a new case was made from, what was guessed and assumed, what to check first, and what to type
// next. dir is the case's folder, as a command needs it.
func WriteNewCase(w io.Writer, n *newcase.Case, dir string) {
	from := n.Table.File
	if n.Table.Sheet != "" {
		from += ", sheet “" + n.Table.Sheet + "”"
	}
	fmt.Fprintf(w, "Read %s from %s:\n", report.Count(len(n.Commissioners), n.BodySingular, n.BodyPlural), from)
	for _, c := range n.Table.Columns {
		said := ""
		if c.Named {
			said = ", as you say"
		}
		fmt.Fprintf(w, "  %-11s ← column “%s”%s%s\n", c.Role, c.Header, said, columnNote(n, c.Role))
	}
	if further := slices.DeleteFunc(slices.Clone(n.Table.FurtherColumns), func(name string) bool { return name == bodies.EstimatedColumn }); len(further) > 0 {
		report.WriteItem(w, "  ", "kept, not computed with: “"+strings.Join(further, "”, “")+"”")
	}
	if n.Table.Grouped != "" {
		report.WriteItem(w, "  ", fmt.Sprintf("separators of thousands: “%s” is read as %s", n.Table.Grouped, n.Table.GroupedAs))
	}
	for _, sentence := range append(tableNotes(n.Table), n.NeighboursWritten...) {
		report.WriteItem(w, "  ", sentence)
	}
	writeSectors(w, n)
	fmt.Fprintln(w, "\nAssumed:")
	for _, sentence := range newCaseAssumed(n) {
		report.WriteItem(w, "- ", sentence)
	}
	fmt.Fprintf(w, "\nCheck first, in %s:\n", dir)
	for i, sentence := range newCaseChecks(n) {
		report.WriteItem(w, fmt.Sprintf("%d. ", i+1), sentence)
	}
	fmt.Fprintf(w, "\nNext:\n  reconfig case check %s\n  reconfig run --case %s\n  reconfig decide --case %s\n", dir, dir, dir)
}

// columnNote says what was made of a column's numbers.
func columnNote(n *newcase.Case, role bodies.Role) string {
	switch role {
	case bodies.PopulationRole:
		return fmt.Sprintf(": %s%s people in all", unitNote(n.Table.People, ""), report.Decimal(n.Table.Population(), 0))
	case bodies.CostRole:
		least, most := n.Table.CostPerHead()
		return fmt.Sprintf(": %s%s in all, %s%s to %s a %s", unitNote(n.Table.Cost, n.Currency), report.Millions(n.Currency, n.Table.CostK()), n.Currency, report.Decimal(least, 2), report.Decimal(most, 2), n.Table.Head())
	}
	return ""
}

func unitNote(u bodies.NumberUnit, currency string) string {
	size := map[float64]string{1: currency, 1e3: reading.Spaced(currency) + "k", 1e6: reading.Spaced(currency) + "m"}[u.Factor]
	if currency == "" {
		size = map[float64]string{1: "people", 1e3: "thousands", 1e6: "millions"}[u.Factor]
	}
	switch u.From {
	case bodies.UnitByFlag:
		return "in " + size + ", as you say; "
	case bodies.UnitByHeader:
		return "in " + size + ", as its name says; "
	case bodies.UnitByCells:
		return "each in the unit that stands with it; "
	case bodies.UnitByMagnitude:
		return "taken as " + size + ", for then it is a plausible cost a head; "
	}
	return ""
}

// newCaseAssumed says what neither the table nor the user said.
func newCaseAssumed(n *newcase.Case) []string {
	var all []string
	add := func(when bool, format string, args ...any) {
		if when {
			all = append(all, fmt.Sprintf(format, args...))
		}
	}
	a := n.Assumed
	add(a.Currency, "Costs are in %s: nothing says otherwise (--currency).", n.Currency)
	add(a.Basis, "Costs are estimates, for the table does not say how they are known: in random draws each %s gets an error of its own (baseline.spread). If they are from accounts: --basis reported.", n.BodySingular)
	add(a.Codes, "Codes are made from the names.")
	switch a.Sectors {
	case newcase.OneSector:
		add(true, "All %d %s are one sector, for the table has no sectors: a merger is one of all. For others add a column “Sector”, or --sectors 3 with --group equal or contiguous.", len(n.Commissioners), n.BodyPlural)
	case newcase.SectorsAreRegion:
		add(true, "Each region is one sector, for the table has no sectors: a merger is one of a whole region.")
	case newcase.SectorsGrouped:
		add(true, "%s", grouped(n))
	}
	add(a.Neighbours, "Neighbours are those of the Gabriel graph of the places, which knows nothing of rivers and mountains; better ones can be given with --neighbours.")
	add(!n.Table.Has(bodies.RegionRole) || a.Sectors == newcase.SectorsGrouped, "All are in one region, which the support hub serves.")
	add(a.Start, "The start is %s, as that of the transferred assumptions (--start).", n.StartDate.Format("2 January 2006"))
	add(a.OtherYear != "", "Costs are taken to be in %s prices, those of the transferred assumptions, but the table says %s: if they are in prices of that year, --price-year %s; if in those of %s, say so with --price-year %s.", n.PriceYear, a.OtherYear, a.OtherYear, n.PriceYear, n.PriceYear)
	add(a.PriceYear && a.OtherYear == "", "Costs are in %s prices, as the transferred assumptions (--price-year).", n.PriceYear)
	add(true, "All else is transferred: %s, %s with their shares of the cost, and %s, most of them England’s of 2025. Evidence from another kind of body is marked B at best.",
		report.Count(len(n.Structures), "structure", "structures"), report.Count(len(n.Functions), "function", "functions"), report.Count(len(n.Assumptions), "assumption", "assumptions"))
	return all
}

// writeSectors lists the sectors of a new case with their sizes, the largest first.
func writeSectors(w io.Writer, n *newcase.Case) {
	const most = 12
	if n.Assumed.Sectors == newcase.OneSector {
		return
	}
	m, _ := n.Map(n.DefaultMap)
	people := map[string]float64{}
	for _, s := range m.Sectors {
		for _, code := range s.Members {
			x, _ := n.Commissioner(code)
			people[s.Code] += x.Population
		}
	}
	slices.SortStableFunc(m.Sectors, func(a, b model.Sector) int { return cmp.Compare(people[b.Code], people[a.Code]) })
	shown := m.Sectors
	if len(shown) > most {
		shown = shown[:most-1]
	}
	fmt.Fprintf(w, "\nSectors, in the map %s:\n", m.Name)
	for _, s := range shown {
		fmt.Fprintf(w, "  %s: %s, %s people\n", s.Name, report.Count(len(s.Members), n.BodySingular, n.BodyPlural), report.Decimal(people[s.Code], 0))
	}
	if rest := m.Sectors[len(shown):]; len(rest) > 0 {
		fmt.Fprintf(w, "  and %d more, of %s to %s people\n", len(rest), report.Decimal(people[rest[len(rest)-1].Code], 0), report.Decimal(people[rest[0].Code], 0))
	}
}

// grouped says how the sectors were made.
func grouped(n *newcase.Case) string {
	if n.Options.Grouping == newcase.ContiguousGrouping {
		return "Sectors of neighbours: the smallest group joins its smallest neighbouring group until " + report.Full(float64(n.Options.Sectors)) + " are left."
	}
	return "Sectors of about even populations, wherever they are: the largest " + n.BodySingular + " first, each into the smallest sector by then."
}

// newCaseChecks says what matters most and is least known.
func newCaseChecks(n *newcase.Case) []string {
	value := func(name string) float64 {
		i, _ := n.AssumptionIndex(name)
		return n.Assumptions[i].Central
	}
	staff := fmt.Sprintf("assumptions.csv, staff.cost and staff.exit_cost: %s and %s (%s), those of England’s ICBs in 2025", report.Full(value("staff.cost")), report.Full(value("staff.exit_cost")), reading.Spaced(n.Currency)+"k")
	if n.Options.StaffCost > 0 || n.Options.ExitCost > 0 {
		staff = fmt.Sprintf("assumptions.csv, staff.cost and staff.exit_cost: %s and %s (%s), as you say; their ranges are as wide as those of England’s ICBs", report.Full(value("staff.cost")), report.Full(value("staff.exit_cost")), reading.Spaced(n.Currency)+"k")
	}
	if len(n.Assumed.NotConverted) > 0 {
		staff = fmt.Sprintf("assumptions.csv, %s: the numbers are in £ at 2025/26 prices, not converted. ", report.And(n.Assumed.NotConverted))
		if n.Currency == "£" {
			staff += "Change them before you use any result"
		} else {
			staff += fmt.Sprintf("Nothing runs before you change them, and write %sk for £k in their unit; or make the case again with --staff-cost and --exit-cost, in %sk", n.Currency, n.Currency)
		}
	}
	return []string{
		target(n, value),
		staff + ".",
		"functions.csv: shares of the cost by function are those of England’s ICBs; yours decide what can be pooled.",
		"sectors.csv: who would merge or share with whom.",
		"structures.csv and placements.csv: whether these are the options on your table.",
	}
}

// target says what the target is, and what of it nobody chose.
func target(n *newcase.Case, value func(string) float64) string {
	share, years := report.Decimal(100*value("target.reduction"), 0)+" %", report.Full(value("target.years"))+" years"
	text := fmt.Sprintf("The target is a choice: %s off the cost of each %s in %s.", share, n.BodySingular, years)
	if perHead := value("target.per_head"); perHead > 0 {
		text = fmt.Sprintf("The target is a choice: %s%s a %s in %s.", n.Currency, report.Full(perHead), n.Table.Head(), years)
	}
	return report.Sentences(text, targetAssumed(n.Assumed, share, years))
}

// targetAssumed says what of the target is another case's, and how to set it.
func targetAssumed(a newcase.Assumptions, share, years string) string {
	switch {
	case a.Reduction && a.Years:
		return "It is London’s of 2010, not yours: set it with --reduction 0.3 --years 3 or --per-head 19."
	case a.Reduction:
		return "The " + share + " are London’s of 2010, not yours: set them with --reduction 0.3, or a cost with --per-head 19."
	case a.Years:
		return "The " + years + " are London’s of 2010, not yours: set them with --years 4."
	}
	return ""
}
