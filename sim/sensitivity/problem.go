// Package sensitivity says which inputs of a function its outputs hang on: one at a time, by elementary effects, by
// shares of variance (Sobol' indices, Shapley effects), and by shifts of the whole distribution (PAWN).
//
// It serves any function of numbers, and knows nothing of what that computes. The same problem, options and seed give the
// same bits, whatever the number of goroutines.
//
// The package has more than twenty files, as its methods share problems, samples, groups and intervals. Each method has a
// few files that begin with its name.
package sensitivity

import (
	"context"
	"runtime"

	"gonum.org/v1/gonum/mat"

	"reconfig/sim/parallel"
)

// Function is what is analysed: it turns one value of every input, in their order, into its outputs. It may use the slice
// that it returns again in its next call.
type Function func(x []float64) []float64

// Problem is a function with what is known of its inputs.
type Problem struct {
	Inputs  []Input
	Outputs int             // how many numbers the function returns, all finite
	New     func() Function // called once by every goroutine, so that each function may have a workspace of its own

	// Scores are the correlations of the inputs' normal scores (a Gaussian copula), in the order of Inputs, with ones on
	// the diagonal; nil where inputs are independent.
	Scores *mat.SymDense
}

// Input is one input of the function.
type Input struct {
	Name      string
	Quantile  func(u float64) float64 // inverse of its distribution function, for u in the open interval (0, 1); nil for u itself
	Low, High float64                 // its plausible range, for methods that go through ranges
	Unread    bool                    // whether the function is known to give the same to the last bit whatever its value
}

// value is the input's value at probability u.
func (i Input) value(u float64) float64 {
	if i.Quantile == nil {
		return u
	}
	return i.Quantile(u)
}

// Run says how the function is run.
type Run struct {
	Workers  int            // goroutines at once; 0 for one a processor
	Progress func(runs int) // told of runs as they are done, from one goroutine at a time; nil for nobody
}

func (r Run) workers() int {
	if r.Workers > 0 {
		return r.Workers
	}
	return runtime.GOMAXPROCS(0)
}

// runBlock is how many runs a goroutine takes at once.
const runBlock = 64

// evaluate runs the function at n points and returns its outputs, by output and point. Point puts point j into x, with
// a workspace for each worker. It returns an error only if the context ends.
func (p *Problem) evaluate(ctx context.Context, r Run, n int, point func(worker, j int, x []float64)) ([][]float64, error) {
	outputs := make([][]float64, p.Outputs)
	for o := range outputs {
		outputs[o] = make([]float64, n)
	}
	workers := r.workers()
	functions, points := make([]Function, workers), make([][]float64, workers)
	const batch = 1 << 14
	for from := 0; from < n; from += batch {
		end := min(n, from+batch)
		err := parallel.Do(ctx, workers, end-from, runBlock, func(worker, a, b int) {
			if functions[worker] == nil {
				functions[worker], points[worker] = p.New(), make([]float64, len(p.Inputs))
			}
			for j := from + a; j < from+b; j++ {
				point(worker, j, points[worker])
				for o, y := range functions[worker](points[worker]) {
					outputs[o][j] = y
				}
			}
		})
		if err != nil {
			return nil, err
		}
		if r.Progress != nil {
			r.Progress(end - from)
		}
	}
	return outputs, nil
}

// Interval is an estimate with the ends of its 95 % interval.
type Interval struct{ Value, Low, High float64 }
