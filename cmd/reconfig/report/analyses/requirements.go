package analyses

import (
	"io"
	"slices"

	"reconfig/cmd/reconfig/report"
)

// writeRequirements writes how often each structure meets each requirement.
func (a Analysis) writeRequirements(w io.Writer, s report.Style) {
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
	columns := []report.Column{report.Text("Structure").Within(report.NameWidth)}
	for _, name := range names {
		columns = append(columns, report.Number(name))
	}
	var cells [][]string
	for _, code := range structures {
		row := []string{a.plain(code)}
		for _, name := range names {
			row = append(row, report.Chance(shares[[2]string{code, name}]))
		}
		cells = append(cells, row)
	}
	s.Render(w, columns, cells)
}
