package control

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// What is done on this architecture has the bits of the plain loops. Rows that are no multiple of four are done in plain Go
// everywhere, so that a moment more says what the plain loops give.
func TestRowsAreThoseOfEveryArchitecture(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		const rows = 5
		moments := 4 * (1 + r.IntN(12))
		one := target(r, moments)
		more := Target{append(slices.Clone(one.Phase), 1), append(slices.Clone(one.Growth), 1), one.Release, one.Enforcement}
		required, slopes := numbers(r, rows*moments, 0.4, 1.2), numbers(r, rows, -0.8, 0.2)

		cost, ratio := make([]float64, rows*moments), make([]float64, rows*moments)
		plainCost, plainRatio := make([]float64, rows*(moments+1)), make([]float64, rows*(moments+1))
		one.Together(cost, ratio, required, slopes[0])
		more.Together(plainCost, plainRatio, widened(required, moments), slopes[0])
		same(t, "cost together", cost, plainCost, moments)
		same(t, "q together", ratio, plainRatio, moments)

		costs := numbers(r, rows, 100, 900)
		sector, plainSector := sectorOf(required[:moments]), sectorOf(append(slices.Clone(required[:moments]), 1))
		one.Apart(cost, ratio, slopes, costs, sector)
		more.Apart(plainCost, plainRatio, slopes, costs, plainSector)
		same(t, "cost apart", cost, plainCost, moments)
		same(t, "q apart", ratio, plainRatio, moments)
		same(t, "cost of the sector", sector.Cost, plainSector.Cost, moments)
		same(t, "q of the sector", sector.Ratio, plainSector.Ratio, moments)
	}
}

func sectorOf(required []float64) Sector {
	return Sector{required, make([]float64, len(required)), make([]float64, len(required)), 1.0 / 3000}
}

// Bodies that move together and such that have targets of their own cost the same where the targets are the same.
func TestTogetherIsApart(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		moments := rapid.IntRange(1, 13).Draw(t, "moments")
		of, required, slope := target(r, moments), numbers(r, moments, 0.1, 1.5), r.Float64()-0.8
		row := func() []float64 { return make([]float64, moments) }
		cost, ratio, cost2, ratio2 := row(), row(), row(), row()
		of.Together(cost, ratio, required, slope)
		sector := Sector{required, row(), row(), 0.25}
		of.Apart(cost2, ratio2, []float64{slope}, []float64{4}, sector)
		if !slices.Equal(cost, cost2) || !slices.Equal(ratio, ratio2) || !slices.Equal(ratio, sector.Ratio) {
			t.Errorf("together %v and %v, apart %v and %v, a sector of one %v", cost, ratio, cost2, ratio2, sector.Ratio)
		}
	})
}

// C is as docs/model.md, section 5, has it: U − min(need, freed) − e · max(0, need − freed).
func TestWhatTheStructureFreesIsGivenUpFirst(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		const moments = 12
		of, required, slope := target(r, moments), numbers(r, moments, 0.3, 1.3), r.Float64()-0.8
		cost, ratio := make([]float64, moments), make([]float64, moments)
		of.Together(cost, ratio, required, slope)
		for k, need := range required {
			u := of.Growth[k] - of.Release*max(0, 1-need) + max(0, need-1)
			want := u
			if k > 0 {
				freed, gap := (1-of.Release)*max(0, 1-need), max(0, u-(1+slope*of.Phase[k]))
				want = u - min(gap, freed) - of.Enforcement*max(0, gap-freed)
			}
			if math.Abs(cost[k]-want) > 1e-14 || math.Abs(ratio[k]-want/need) > 1e-13 {
				t.Fatalf("at moment %d a body that requires %v costs %v, not %v", k, need, cost[k], want)
			}
		}
	}
}

func target(r *rand.Rand, moments int) Target {
	return Target{numbers(r, moments, 0, 1), numbers(r, moments, 0.9, 1.3), r.Float64(), r.Float64()}
}

func numbers(r *rand.Rand, n int, low, high float64) []float64 {
	v := make([]float64, n)
	for i := range v {
		if v[i] = low + (high-low)*r.Float64(); r.IntN(6) == 0 {
			v[i] = 1 // where nothing is gained, and nothing grows
		}
	}
	return v
}

// widened are rows with a 1 more at the end of each.
func widened(rows []float64, width int) (wider []float64) {
	for row := range slices.Chunk(rows, width) {
		wider = append(append(wider, row...), 1)
	}
	return wider
}

// same holds rows against those that have a number more.
func same(t *testing.T, name string, rows, wider []float64, width int) {
	t.Helper()
	for i, row := range slices.Collect(slices.Chunk(rows, width)) {
		if want := wider[i*(width+1):][:width]; !slices.Equal(row, want) {
			t.Fatalf("%s of %d moments: %v, in plain Go %v", name, width, row, want)
		}
	}
}
