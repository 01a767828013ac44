package bodies_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"reconfig/data/newcase/bodies"
	"reconfig/model/modeltest"
)

// randomTable is a table of bodies that sum up no others, with people rounded to step, and costs of many kinds: to a
// thousand or a hundred thousand, of a budget a head of each body's own or of all.
func randomTable(seed uint64, n int, step float64) string {
	random := rand.New(rand.NewPCG(seed, uint64(n)*10_000+uint64(step)))
	parts := []string{"North", "South", "East", "West", "Mid", "London"}
	var content strings.Builder
	content.WriteString("Name,Region,Population,Cost (£k)\n")
	for i := range n {
		people := max(step, math.Round(180_000*math.Exp(0.5*random.NormFloat64())/step)*step)
		perHead, costStep := 25.0, 1.0
		if seed%3 > 0 {
			perHead *= math.Exp(0.15 * random.NormFloat64())
		}
		if seed%2 > 0 {
			costStep = 100
		}
		cost := max(costStep, math.Round(people*perHead/1000/costStep)*costStep)
		fmt.Fprintf(&content, "%s Place %d,%s,%.0f,%.0f\n", parts[i%3], i/3, parts[random.IntN(len(parts))], people, cost)
	}
	return content.String()
}

// However populations and costs are rounded, tables of bodies alone raise no question.
func TestRoundedBodiesAreNoDoubles(t *testing.T) {
	tables := uint64(modeltest.ShortOrLong(1, 200))
	for _, n := range []int{12, 40, 95} {
		for _, step := range []float64{1, 100, 500, 1000} {
			for seed := range tables {
				if _, fault := read(t, randomTable(seed, n, step), bodies.Options{}); fault != "" {
					t.Errorf("%d bodies in steps of %g, seed %d: %.300s", n, step, seed, fault)
				}
			}
		}
	}
}

// A total or a successor among rounded bodies is told where chance does not explain it.
func TestRoundedTotalsAreSeen(t *testing.T) {
	const north, south = "A,152300,3650\nB,243100,5510\nC,98400,2720\n", "D,120500,3120\nE,187600,4480\n"
	for _, test := range []struct{ rows, want string }{
		{north + south + "F,395400,9160\n", "“F” has"},
		{north + "North,493800,11880\n" + south, "A to C together"},
		{north + south + "Land,801900,19480\n", "all others together"},
		{"A,152300,3650\nB,243100,5510\nC,98400,2720\nAC,250700,6370\n" + south, "A and C together"},
		{"A,152000,3650\nB,243000,5510\nC,98000,2720\nAC,250000,6370\n" + south, "A and C together"},
		{"A,152000,3600\nB,243000,5500\nC,98000,2700\nX,250000,6300\n" + south, "A and C together"},
		{"A,152000,3600\nB,243000,5500\nC,98000,2700\nX,250000,7000\n" + south, ""},
		{"A,100000,3000\nB,150000,4000\nC,250000,6000\n", ""},
		{"A,100000,3000\nB,151000,4000\nC,251000,6000\n", "all others together"},
	} {
		_, fault := read(t, "Name,Population,Cost (£k)\n"+test.rows, bodies.Options{})
		if test.want == "" && fault != "" || !strings.Contains(fault, strings.TrimPrefix(test.want, "“F” has")) {
			t.Errorf("%s: %s; want %s", test.rows, fault, test.want)
		}
	}
}
