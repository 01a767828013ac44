package result

import "math"

// VariantRow is which structure is best with one rule changed and everything else as it was.
type VariantRow struct {
	Variant         string `csv:"variant" about:"Name of the variant; the first row, reference, is the case as it is asked about"`
	Rule            string `csv:"rule" about:"What the variant changes"`
	Flags           string `csv:"flags" optional:"yes" about:"The same as flags of a command: all that was changed"`
	Outcome         string `csv:"outcome" about:"Outcome that structures are judged by"`
	Unit            string `csv:"unit" about:"Unit of the outcome"`
	Best            string `csv:"best" about:"Code of the structure that is best in the mean over all draws; of several that are equal, the first of the case"`
	SameAsReference string `csv:"best_as_in_reference" type:"boolean" about:"Whether that is the structure that is best in the reference"`
	Mean            Number `csv:"mean" unit:"of the outcome" about:"Its mean over all draws"`
	Next            string `csv:"next" about:"Code of the structure that is next in the mean"`
	Lead            Number `csv:"lead" unit:"of the outcome" about:"By how much the best is ahead of the next in the mean"`
	ProbabilityBest Number `csv:"probability_best" unit:"share of draws" about:"Share of draws in which no other is better than the best in the mean, ties shared"`
	BetterThanNext  Number `csv:"probability_better_than_next" unit:"share of draws" about:"Share of draws in which it is better than the next"`
}

// ReferenceVariant names the row of the case as it is.
const ReferenceVariant = "reference"

// ClaimRow is whether one claim holds with one rule changed.
type ClaimRow struct {
	Variant   string `csv:"variant" about:"Name of the variant, as in variants.csv"`
	Claim     string `csv:"claim" about:"The claim, as --claim takes it"`
	Structure string `csv:"structure" about:"Code of the structure that it is about; of a claim on every structure (*) the one for which it holds in the fewest draws"`
	Against   string `csv:"against" optional:"yes" about:"Code of the structure that it is compared with, which is chosen in the same way; empty if there is none"`
	Unit      string `csv:"unit" about:"Unit of margin"`
	Share     Number `csv:"share" unit:"share of draws" about:"Share of draws in which it holds for these"`
	Margin    Number `csv:"margin" unit:"of the outcome" optional:"yes" about:"By how much it holds for these in the mean over all draws, below 0 where it does not; empty if there is no mean"`
	Verdict   string `csv:"verdict" about:"holds: in at least 90 of 100 draws. leans: in at least 50. turned: in fewer. Shares are rounded to whole draws of 100 first"`
}

// What may become of a claim.
const (
	ClaimHolds  = "holds"
	ClaimLeans  = "leans"
	ClaimTurned = "turned"
)

// VerdictOf says what becomes of a claim that holds in a share of the draws, which is rounded as it is printed.
func VerdictOf(share float64) string {
	switch percent := math.Round(100 * share); {
	case percent >= 90:
		return ClaimHolds
	case percent >= 50:
		return ClaimLeans
	}
	return ClaimTurned
}

// Table declares variants.csv.
func (VariantRow) Table() Table {
	return Table{Name: "variants", Title: "What is best with one rule changed", Description: "One row for each outcome of the case as it is, and of each variant",
		PrimaryKey: []string{"variant", "outcome"}, Columns: columnsOf[VariantRow]()}
}

// Table declares claims.csv.
func (ClaimRow) Table() Table {
	return Table{Name: "claims", Title: "What survives with one rule changed", Description: "One row for each variant and claim",
		PrimaryKey: []string{"variant", "claim"}, Columns: columnsOf[ClaimRow]()}
}
