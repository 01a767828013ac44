package newcase

import (
	"fmt"
	"path/filepath"
	"strings"
)

// markUnconverted marks the amounts of money that are in another currency than the case, as their unit says, or in prices
// of another year.
func (n *Case) markUnconverted() {
	if n.Currency == templateCurrency && n.PriceYear == templatePrices {
		return
	}
	to := n.Currency
	if n.Currency == templateCurrency {
		to = n.PriceYear + " prices"
	}
	for i := range n.Assumptions {
		a := &n.Assumptions[i]
		_, isChosen := n.Options.staff()[a.Name]
		if !isChosen && strings.HasPrefix(a.Name, "staff.") && strings.HasPrefix(a.Unit, templateCurrency) {
			a.Description += ". In " + templateCurrency + " at " + templatePrices + " prices, not converted to " + to + ": change it"
			if n.Currency != templateCurrency {
				a.Strength = "D"
			}
			n.Assumed.NotConverted = append(n.Assumed.NotConverted, a.Name)
		}
	}
}

// describe says what the case is, and what it is not.
func (n *Case) describe() string {
	var from []string
	for _, c := range n.Table.Columns {
		from = append(from, string(c.Role)+": “"+c.Header+"”")
	}
	text := fmt.Sprintf("%d %s from the table %s (%s). All else is transferred: functions and their shares of the cost, arrangements and assumptions from the case %s, "+
		"%s from london-2010; see the column strength and the end of each description.", len(n.Commissioners), n.BodyPlural, n.Table.File, strings.Join(from, ", "), templateOrigin, n.fromLondon())
	switch n.Assumed.Sectors {
	case OneSector:
		text += " The table has no sectors, so all are in one."
	case SectorsAreRegion:
		text += " The table has no sectors, so each region is one."
	case SectorsGrouped:
		text += fmt.Sprintf(" The %d sectors are assumed, %s by rule.", n.Options.Sectors, n.Options.Grouping)
	}
	switch {
	case n.Assumed.Neighbours:
		text += " Neighbours are assumed from latitude and longitude (Gabriel graph)."
	case n.Options.NeighboursFile != "":
		text += " Neighbours are from the file " + filepath.Base(n.Options.NeighboursFile) + "."
	}
	if names := n.Assumed.NotConverted; len(names) > 0 {
		text += " " + strings.Join(names, " and ") + " are in " + templateCurrency + " at " + templatePrices + " prices, not converted."
	}
	if all := n.Table.Estimated; len(all) > 0 {
		text += fmt.Sprintf(" Estimated by population, at the cost a %s of the other %s: %s.", n.Table.Head(), n.BodyPlural, strings.Join(all, ", "))
	}
	for _, out := range n.Table.LeftOut {
		text += " Left out of the table: " + strings.Join(out.Names, ", ") + " (" + out.Why + ")."
	}
	if year := n.Assumed.OtherYear; year != "" {
		text += " The table says that the costs are of " + year + "; they are taken to be in " + n.PriceYear + " prices."
	}
	return text
}

// fromLondon lists what is London's: whatever of the target the user did not choose.
func (n *Case) fromLondon() string {
	const always = "the range of the baseline's total"
	switch a := n.Assumed; {
	case a.Reduction && a.Years:
		return always + " and the target"
	case a.Reduction:
		return always + " and the share of the target"
	case a.Years:
		return always + " and the years of the target"
	}
	return always
}
