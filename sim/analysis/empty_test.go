package analysis_test

import (
	"errors"
	"strings"
	"testing"

	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim/analysis"
	"reconfig/sim/analysis/variants"
)

// An outcome that is empty in some draws only can be neither averaged nor ranked: every analysis of draws says so, and how often.
func TestOutcomesThatAreEmptyInSomeDraws(t *testing.T) {
	c := modeltest.Uncertain(modeltest.Small())
	for name, v := range map[string]float64{"refusal.merger": 0.3, "refusal.sunk": 0} {
		i, _ := c.AssumptionIndex(name)
		a := &c.Assumptions[i]
		a.Low, a.Central, a.High, a.Distribution = v, v, v, "fixed"
	}
	s := setup(t, c, nil)
	const draws = 300
	for what, run := range map[string]func() error{
		"decide": func() error {
			_, err := s.Decide(background, analysis.DecideOptions{Outcome: result.ChancePaidBack, Structures: []string{"office-merger", "full-merger"}, Draws: draws, GroupBy: "none"})
			return err
		},
		"variants": func() error {
			_, err := variants.Run(background, s, variants.Options{Outcomes: []result.Outcome{result.ChancePaidBack}, Structures: []string{"office-merger", "full-merger"}, Draws: draws})
			return err
		},
		"pawn": func() error {
			_, err := s.Pawn(background, analysis.Questions("full-merger", "", []result.Outcome{result.ChancePaidBack}), analysis.PawnOptions{Draws: draws, Slices: 4})
			return err
		},
	} {
		err := run()
		var empty *analysis.EmptyError
		if !errors.As(err, &empty) || empty.Draws < draws/5 || empty.Draws > draws/2 || !strings.Contains(err.Error(), "is empty in some draws") {
			t.Errorf("%s: %v", what, err)
		}
	}
}
