package decisions

import (
	"testing"

	"reconfig/model/result"
	"reconfig/plots/figure"
	"reconfig/plots/figuretest"
)

// meetingAll sets the shares of draws in which stay, hub and merge meet all requirements.
func meetingAll(shares ...float64) func(*figure.Data) {
	return func(d *figure.Data) {
		i := 0
		for k := range d.Requirements {
			if r := &d.Requirements[k]; r.Requirement == result.AllRequirements {
				r.Share = result.Number(shares[i])
				i++
			}
		}
	}
}

// requiring keeps the rows of some requirements.
func requiring(requirements ...string) func(*figure.Data) {
	return func(d *figure.Data) {
		d.Requirements = figuretest.Dropped(d.Requirements, func(r result.RequirementRow) bool {
			for _, requirement := range requirements {
				if r.Requirement == requirement {
					return false
				}
			}
			return true
		})
	}
}

func TestRequirementsTitle(t *testing.T) {
	figuretest.CheckTitlesOf(t, figuretest.Named("requirements"), figuretest.Drawn, []figuretest.TitleCase{
		{Name: "one leads", Change: nil, Want: "Merge meets every requirement most often, in 80% of draws"},
		{Name: "two alike", Change: meetingAll(0.1, 0.3, 0.3), Want: "Hub and Merge meet every requirement most often, in 30% of draws"},
		{Name: "all alike", Change: meetingAll(0.3, 0.3, 0.3), Want: "Every structure meets every requirement in 30% of draws"},
		{Name: "all always", Change: meetingAll(1, 1, 1), Want: "Every structure meets every requirement in all draws"},
		{Name: "none", Change: meetingAll(0, 0, 0), Want: "No structure meets every requirement in any draw"},
		{Name: "one structure", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub") }, Want: "Hub meets every requirement in 56% of draws"},
		{Name: "one structure, never", Change: func(d *figure.Data) { *d = figuretest.Only(*d, "hub"); meetingAll(0)(d) }, Want: "Hub does not meet every requirement in any draw"},
		{Name: "one requirement", Change: requiring("structure_npv_k>=0"), Want: "Merge meets the requirement most often, in all draws"},
		{Name: "one requirement and all", Change: requiring("structure_npv_k>=0", result.AllRequirements), Want: "Merge meets the requirement most often, in 80% of draws"},
		{Name: "without all", Change: requiring("structure_npv_k>=0", "structure_payback_years<=3"), Want: "How often structures meet what is required"},
	})
}

func TestRequirementsAltText(t *testing.T) {
	figuretest.CheckAltTextOf(t, figuretest.Named("requirements"), figuretest.Drawn(), "Table of how often each structure meets each requirement, in 10,000 draws: "+
		"Merge Net present value ≥\u00A0£0 in 100%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 80%; "+
		"Hub Net present value ≥\u00A0£0 in 70%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 56%; "+
		"Stay Net present value ≥\u00A0£0 in 49%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 39%.")
	figuretest.CheckSays(t, figuretest.Named("requirements"), figuretest.Drawn(), "Monte Carlo error of a share: at most 0.4 points", ">All at once<")
}

func TestRequirementInWords(t *testing.T) {
	d := figure.Data{}.Complete()
	for requirement, want := range map[string]string{
		"capacity_lowest>=0.75":           "Lowest capacity ≥\u00A075%",
		"structure_npv_k >= 12500":        "Net present value ≥\u00A0£12.5m",
		"structure_payback_years < 3":     "Time to payback <\u00A03\u00A0years",
		"structure_payback_years <= soon": "structure_payback_years <= soon",
		"something else":                  "something else",
	} {
		if got := inWords(d.Context, requirement); got != want {
			t.Errorf("%q: %q, want %q", requirement, got, want)
		}
	}
}
