package sim_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"reconfig/data"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
)

// sameOutcomes says whether all outcomes of all structures have the same bits; what is empty is the same.
func sameOutcomes(e *sim.Engine, a, b *sim.Workspace) bool {
	for i := range e.Structures() {
		for o, x := range a.Outcomes(i) {
			if y := b.Outcomes(i)[o]; x != y && (x == x || y == y) {
				return false
			}
		}
	}
	return true
}

func TestNothingHangsOnWhatIsUnread(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		o := sim.Options{Outcomes: []result.Outcome{rapid.SampledFrom(result.Outcomes()).Draw(t, "outcome")}, MeanEvents: rapid.Bool().Draw(t, "mean events")}
		e, err := sim.Compile(c, o)
		if err != nil {
			t.Fatal(err)
		}
		d, other, z := modeltest.RandomDraw(t, c), modeltest.RandomDraw(t, c), modeltest.RandomBodyErrors(t, c)
		one, two := e.NewWorkspace(), e.NewWorkspace()
		e.Run(d, z, one)
		for _, i := range e.Unread() {
			d[i] = other[i]
		}
		e.Run(d, z, two)
		if !sameOutcomes(e, one, two) {
			t.Error("outcomes differ")
		}
	})
}

func TestWhatIsUnreadInLondon(t *testing.T) {
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		structures   []string
		outcome      result.Outcome
		unread, read []string
	}{
		{[]string{"merger"}, result.NetBenefit, []string{"setup.hub", "fail.hub", "collapse.shared-management", "remoteness.region", "again.setup", "local_knowledge.over_loss"}, []string{"setup.merger", "refuse.merger", "remoteness.sector", "capacity.elasticity"}},
		{[]string{"merger", "hub-and-sectors"}, result.LocalKnowledgeAtHandover, []string{"realisation.lead"}, []string{"setup.hub", "remoteness.region", "local_knowledge.over_loss"}},
		{nil, result.NetBenefit, []string{"local_knowledge.over_loss"}, []string{"again.setup", "again.disruption", "remoteness.region"}},
	} {
		e, err := sim.Compile(c.Case, sim.Options{Structures: test.structures, Outcomes: []result.Outcome{test.outcome}})
		if err != nil {
			t.Fatal(err)
		}
		unread := e.Unread()
		for want, names := range map[bool][]string{true: test.unread, false: test.read} {
			for _, name := range names {
				i, ok := c.AssumptionIndex(name)
				if !ok {
					i, ok = c.ChanceIndex(name)
				}
				if got := slices.Contains(unread, i); !ok || got != want {
					t.Errorf("%v: %s is unread: %v", test.structures, name, got)
				}
			}
		}
	}
}

// A workspace keeps what the numbers it hangs on have not changed.
func TestNothingHangsOnTheRunBefore(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := modeltest.Random(t)
		e, err := sim.Compile(c, sim.Options{MeanEvents: rapid.Bool().Draw(t, "mean events")})
		if err != nil {
			t.Fatal(err)
		}
		d, other, z := modeltest.RandomDraw(t, c), modeltest.RandomDraw(t, c), modeltest.RandomBodyErrors(t, c)
		kept := e.NewWorkspace()
		e.Run(d, z, kept)
		for i := range d {
			d[i] = other[i]
			fresh := e.NewWorkspace()
			e.Run(d, z, kept)
			e.Run(d, z, fresh)
			if !sameOutcomes(e, kept, fresh) {
				t.Fatalf("outcomes after number %d has changed differ from those of a fresh workspace", i)
			}
		}
	})
}
