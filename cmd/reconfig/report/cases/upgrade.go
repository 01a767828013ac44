package report

import (
	"fmt"
	"io"
	"strings"

	"reconfig/data"
	"reconfig/model"
)

// WriteUpgrade says what was added to a case, and what to do next.
func WriteUpgrade(w io.Writer, s Style, nameOrDir string, u *data.Upgrade) {
	if len(u.Assumptions) == 0 {
		fmt.Fprintf(w, "There is nothing to add to %s: it has all that the model needs.\n", nameOrDir)
		return
	}
	fmt.Fprintf(w, "Added to %s:\n\n", nameOrDir)
	var rows [][]string
	for _, a := range u.Assumptions {
		rows = append(rows, []string{a.Name, Full(a.Central), Full(a.Low) + " to " + Full(a.High), a.Unit, a.Distribution, a.Strength, strings.Join(model.SourceIDs(a.Sources), " "), a.Description})
	}
	s.render(w, []column{{"Assumption", true, 0}, {"Central", false, 0}, {"Range", true, 0}, {"Unit", true, 0}, {"Distribution", true, 0}, {"Strength", true, 0}, {"Sources", true, 12}, {"Description", true, 50}}, rows)
	fmt.Fprintln(w)
	for _, x := range u.Correlations {
		fmt.Fprintf(w, "Rank correlation of %s and %s: %s (%s)\n", x.A, x.B, Full(x.RankCorrelation), x.Basis)
	}
	if u.Uncorrelated {
		fmt.Fprintln(w, "No rank correlations: the case has no table of them.")
	}
	for _, x := range u.Sources {
		fmt.Fprintf(w, "Source %s: %s\n", x.ID, x.Citation)
	}
	fmt.Fprintf(w, "\nNothing else was changed. None of this is about your bodies: change what you know better, then `reconfig case check %s`.\n", nameOrDir)
}
