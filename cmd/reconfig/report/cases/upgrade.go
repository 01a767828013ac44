package cases

import (
	"fmt"
	"io"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/data"
	"reconfig/model"
)

// WriteUpgrade says what was added to a case, and what to do next.
func WriteUpgrade(w io.Writer, s report.Style, nameOrDir string, u *data.Upgrade) {
	if len(u.Assumptions) == 0 {
		fmt.Fprintf(w, "There is nothing to add to %s: it has all that the model needs.\n", nameOrDir)
		return
	}
	fmt.Fprintf(w, "Added to %s:\n\n", nameOrDir)
	var rows [][]string
	for _, a := range u.Assumptions {
		rows = append(rows, []string{a.Name, report.Full(a.Central), report.Full(a.Low) + " to " + report.Full(a.High), a.Unit, a.Distribution, a.Strength, strings.Join(model.SourceIDs(a.Sources), " "), a.Description})
	}
	s.Render(w, []report.Column{report.Text("Assumption"), report.Number("Central"), report.Text("Range"), report.Text("Unit"), report.Text("Distribution"), report.Text("Strength"), report.Text("Sources").Within(12), report.Text("Description").Within(50)}, rows)
	fmt.Fprintln(w)
	for _, x := range u.Correlations {
		fmt.Fprintf(w, "Rank correlation of %s and %s: %s (%s)\n", x.A, x.B, report.Full(x.RankCorrelation), x.Basis)
	}
	if u.Uncorrelated {
		fmt.Fprintln(w, "No rank correlations: the case has no table of them.")
	}
	for _, x := range u.Sources {
		fmt.Fprintf(w, "Source %s: %s\n", x.ID, x.Citation)
	}
	fmt.Fprintf(w, "\nNothing else was changed. None of this is about your bodies: change what you know better, then `reconfig case check %s`.\n", nameOrDir)
}
