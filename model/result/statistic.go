package result

import "slices"

// The statistics that an outcome is stated by.
const (
	CentralDraw     = "central_draw" // one draw, with every assumption at its central value or as the user set it
	Mean            = "mean"         // of all draws
	SD              = "sd"           // standard deviation, with n − 1
	P05             = "p05"          // percentiles, by Hyndman and Fan's type 7 where all draws are held
	P25             = "p25"
	P50             = "p50"
	P75             = "p75"
	P95             = "p95"
	MCError         = "mc_error"         // Monte Carlo error: the standard error of the mean, sd ÷ √n
	DShare          = "d_share"          // share of the variance that goes when assumptions of strength D are held at their central values
	ProbabilityBest = "probability_best" // of a sweep: the share of draws in which the structure is best, ties shared

	ProbabilityFirstBetter = "probability_first_better" // of a pair: the share of draws in which the first is better
	ProbabilityEqual       = "probability_equal"        // of a pair: the share of draws in which both are equal
)

// Statistics are what the draws of a run are stated by, in the order of rows, after the central draw.
var Statistics = []string{Mean, SD, P05, P25, P50, P75, P95, MCError}

// PairStatistics are what the differences of a pair of structures are stated by in a sweep, in the order of rows. They have
// the names of the columns of a run's differences.
var PairStatistics = append(slices.Clone(Statistics), ProbabilityFirstBetter, ProbabilityEqual)

// ShownPairStatistics are those that figures show.
var ShownPairStatistics = []string{Mean, P05, P95, ProbabilityFirstBetter, ProbabilityEqual}

// Percentiles are the statistics that are percentiles, with the share of draws below each.
var Percentiles = []struct {
	Name  string
	Share float64
}{{P05, 0.05}, {P25, 0.25}, {P50, 0.5}, {P75, 0.75}, {P95, 0.95}}

const statisticMeaning = "What the figures are. central_draw: one draw, with every assumption at its central value unless set otherwise. " +
	"mean, sd, p05 to p95: mean, standard deviation and percentiles of all draws; a payback that never comes counts as longer than any, and leaves mean and sd empty. " +
	"mc_error: Monte Carlo error of the mean, its standard error if the draws were random; all others do better. " +
	"d_share, of a run: the share of the variance that goes when the assumptions of strength D, which rest on judgement alone, are set to their central values"

// Better says in which direction an outcome is better.
type Better string

// The directions. An outcome may have none, as the cost at the start, or be a matter of taste, as the number of boards.
const (
	Higher  Better = "higher"
	Lower   Better = "lower"
	Neither Better = ""
)
