package sensitivity

import (
	"context"
	"fmt"
	"math"
)

// NotFiniteError says that the function returned NaN or an infinity, which no variance can be made of.
type NotFiniteError struct {
	Output int       // number of the output, from 0
	Point  int       // number of the base point, from 0
	Value  float64   // what the function returned
	Inputs []float64 // what it was given
}

// Error names the output and the point.
func (e NotFiniteError) Error() string {
	return fmt.Sprintf("output %d is %v at base point %d", e.Output, e.Value, e.Point)
}

// ConstantError says that an output is the same at A and B of every base point, so that there is no variance to
// account for.
type ConstantError struct{ Output int } // number of the output, from 0

// Error names the output.
func (e ConstantError) Error() string { return fmt.Sprintf("output %d does not vary", e.Output) }

// evaluateFinite is evaluate for methods that can use finite numbers only: it returns a NotFiniteError for the first
// output and run with another. BasePoint tells which base point a run belongs to.
func (p *Problem) evaluateFinite(ctx context.Context, r Run, n int, point func(worker, j int, x []float64), basePoint func(j int) int) ([][]float64, error) {
	outputs, err := p.evaluate(ctx, r, n, point)
	if err != nil {
		return nil, err
	}
	for o, values := range outputs {
		for j, y := range values {
			if math.IsNaN(y) || math.IsInf(y, 0) {
				x := make([]float64, len(p.Inputs))
				point(0, j, x)
				return nil, NotFiniteError{o, basePoint(j), y, x}
			}
		}
	}
	return outputs, nil
}
