package report

import (
	"io"
	"slices"
)

// writeRequirements writes how often each structure meets each requirement.
func (a Analysis) writeRequirements(w io.Writer, s Style) {
	if len(a.Requirements) == 0 {
		return
	}
	section(w, "In how many of 100 draws each requirement is met")
	var names, structures []string
	shares := map[[2]string]float64{}
	for _, r := range a.Requirements {
		if !slices.Contains(names, r.Requirement) {
			names = append(names, r.Requirement)
		}
		if !slices.Contains(structures, r.Structure) {
			structures = append(structures, r.Structure)
		}
		shares[[2]string{r.Structure, r.Requirement}] = float64(r.Share)
	}
	columns := []column{{"Structure", true, nameWidth}}
	for _, name := range names {
		columns = append(columns, column{name, false, 0})
	}
	var cells [][]string
	for _, code := range structures {
		row := []string{a.plain(code)}
		for _, name := range names {
			row = append(row, chance(shares[[2]string{code, name}]))
		}
		cells = append(cells, row)
	}
	s.render(w, columns, cells)
}
