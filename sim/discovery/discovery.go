// Package discovery finds scenarios: among many examples, the few rules on inputs that best pick out those of interest, by
// the patient rule induction method (PRIM).
//
// A scenario is a box: limits on some inputs. It is judged by coverage, the share of all examples of interest that it holds;
// by density, the share of its examples that are of interest; and by how few inputs it restricts. PRIM begins with all examples
// and peels the box: each step cuts a thin slice off one end of one input, so that coverage falls and density rises. The
// boxes on the way are pruned of limits that may be there by chance. The inputs that keep one in some box are peeled once
// more without the others, which with few examples for many inputs would hide them. Each box on this way is pasted – enlarged
// again where that costs no density – and pruned, and one is chosen. The next box is looked for in the examples that are left.
//
// It knows nothing of what the inputs mean or what makes an example one of interest. The same examples and options give the same
// bits, whatever the number of goroutines. Beside the caller's numbers it needs 4 bytes an example and input, 3 bytes an example,
// and, while sorting, 20 bytes an example and goroutine.
//
// Sources: Friedman & Fisher (1999), Bump hunting in high-dimensional data, Statistics and Computing 9, 123–143; for
// scenarios, coverage and quasi-p values Bryant & Lempert (2010), Thinking inside the box, Technological Forecasting and
// Social Change 77, 34–49; for what picks a peel Kwakkel & Jaxa-Rozen (2016), Improving scenario discovery for handling
// heterogeneous uncertainties and multinomial classified outcomes, Environmental Modelling & Software 79, 311–321.
package discovery

import (
	"context"
	"errors"
	"fmt"
	"math"
	"runtime"
)

// Options say how scenarios are looked for.
type Options struct {
	// Peel is the share of a box's examples that a peel cuts off, above 0 and below 1; 0 for 0.05. Smaller is more patient
	// and takes more steps; with few examples larger is better, as chance decides over small slices. A peel takes whole
	// values of an input, at most this share or else its outermost value, so that an input with few distinct values loses
	// all examples of its end value at once.
	Peel float64

	// Paste is the share that a paste adds, below 1; 0 for the same as Peel, below 0 for no pasting.
	Paste float64

	// LeastMass is the share of all examples that a peeled box still holds, above 0 and below 1; 0 for 0.05.
	LeastMass float64

	// LeastDensity is the density that a box should have: the first on its trajectory that has it when it is pasted and
	// pruned is chosen, or a denser one that has at most about a hundredth less coverage. If none has it, the densest is the
	// only box. The first box never gets less dense if more is asked for.
	// At most 1; 0 for 0.8, or, where more than 60 % of all examples are of interest, for halfway between that share and 1.
	LeastDensity float64

	// Boxes is how many boxes are found at most; 0 for 3.
	Boxes int

	// Workers is how many goroutines work at once; 0 for one a processor.
	Workers int
}

// ErrNothingToFind is wrapped by errors that say that no box can tell examples of interest from others.
var ErrNothingToFind = errors.New("no scenario can be found")

// Find looks for scenarios in examples: x holds their inputs, by input and example, and may be infinite; interest says which
// examples are of interest. There may be no box in the answer, if no rule stands out from chance.
//
// It returns an error if numbers of examples differ, a value is not a number, or an option is out of range; one that wraps
// ErrNothingToFind if no example is of interest, all are, or all together have the least density; or the context's.
func Find(ctx context.Context, x [][]float64, interest []bool, o Options) (*Scenarios, error) {
	if err := check(x, interest); err != nil {
		return nil, err
	}
	all := countInterest(interest)
	if all.hits == 0 || all.hits == all.examples {
		return nil, fmt.Errorf("%d of %d are of interest: %w", all.hits, all.examples, ErrNothingToFind)
	}
	o, err := o.complete(all)
	if err != nil {
		return nil, err
	}
	orders, err := sortInputs(ctx, x, o.Workers)
	if err != nil {
		return nil, err
	}
	f := &finder{
		Options: o, x: x, interest: interest, all: all, orders: orders,
		marks: make([]mark, all.examples), taken: make([]bool, all.examples),
	}
	return f.find(ctx)
}

// check looks for numbers of inputs and examples that do not fit.
func check(x [][]float64, interest []bool) error {
	if len(x) == 0 || len(x) > maxInputs {
		return fmt.Errorf("%d inputs; there must be from 1 to %d", len(x), maxInputs)
	}
	if len(interest) > math.MaxInt32 {
		return fmt.Errorf("%d cases; there must be at most %d", len(interest), math.MaxInt32)
	}
	for i, values := range x {
		if len(values) != len(interest) {
			return fmt.Errorf("input %d has %d cases, and %d are said to be of interest or not", i, len(values), len(interest))
		}
	}
	return nil
}

// complete puts defaults in for options that are 0.
func (o Options) complete(all tally) (Options, error) {
	o.Peel = orElse(o.Peel, 0.05)
	o.Paste = orElse(o.Paste, o.Peel)
	o.LeastMass = orElse(o.LeastMass, 0.05)
	o.LeastDensity = orElse(o.LeastDensity, max(0.8, (1+all.density())/2))
	o.Boxes = orElse(o.Boxes, 3)
	o.Workers = orElse(o.Workers, runtime.GOMAXPROCS(0))
	switch {
	case !(o.Peel > 0 && o.Peel < 1):
		return o, fmt.Errorf("peel %v; it must be above 0 and below 1", o.Peel)
	case !(o.Paste < 1):
		return o, fmt.Errorf("paste %v; it must be below 1", o.Paste)
	case !(o.LeastMass > 0 && o.LeastMass < 1):
		return o, fmt.Errorf("least mass %v; it must be above 0 and below 1", o.LeastMass)
	case !(o.LeastDensity > 0 && o.LeastDensity <= 1):
		return o, fmt.Errorf("least density %v; it must be above 0 and at most 1", o.LeastDensity)
	case o.LeastDensity <= all.density():
		return o, fmt.Errorf("%d of %d are of interest, which is already the least density %v: %w", all.hits, all.examples, o.LeastDensity, ErrNothingToFind)
	case o.Boxes < 0 || o.Workers < 0:
		return o, fmt.Errorf("%d boxes and %d workers; neither can be below 0", o.Boxes, o.Workers)
	}
	return o, nil
}

// orElse is the value, or if it is 0 another.
func orElse[T int | float64](value, other T) T {
	if value == 0 {
		return other
	}
	return value
}
