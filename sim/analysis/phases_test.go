package analysis_test

import (
	"slices"
	"sync"
	"testing"

	"reconfig/model/result"
	"reconfig/sim/analysis"
)

// A decision tells of every phase of its work, and each comes to its end.
func TestADecisionTellsOfItsPhases(t *testing.T) {
	s := setup(t, lighter(t), nil)
	var mu sync.Mutex
	var names []string
	most, of := map[string]int{}, map[string]int{}
	s.Phase = func(p analysis.Phase) {
		mu.Lock()
		defer mu.Unlock()
		if !slices.Contains(names, p.Name) {
			names = append(names, p.Name)
		}
		most[p.Name], of[p.Name] = max(most[p.Name], p.Done), p.Of
	}
	if _, err := s.Decide(background, analysis.DecideOptions{Outcome: result.NetBenefit, Structures: []string{"status-quo", "merger"}, Draws: 200, GroupBy: "none"}); err != nil {
		t.Fatal(err)
	}
	each := "what it is worth to know"
	if want := []string{"draws for what it is worth to know more", each, "switching values"}; len(names) < len(want) || !slices.Equal(names[:len(want)], want) {
		t.Errorf("phases %q, want %q first", names, want)
	}
	if most[each] != of[each] || of[each] == 0 {
		t.Errorf("%d of %d were told of", most[each], of[each])
	}
}
