package plots

import (
	"testing"

	"reconfig/model/result"
)

// meetingAll sets the shares of draws in which stay, hub and merge meet all requirements.
func meetingAll(shares ...float64) func(*Data) {
	return func(d *Data) {
		i := 0
		for k := range d.Analysis.Requirements {
			if r := &d.Analysis.Requirements[k]; r.Requirement == result.AllRequirements {
				r.Share = result.Number(shares[i])
				i++
			}
		}
	}
}

// requiring keeps the rows of some requirements.
func requiring(requirements ...string) func(*Data) {
	return func(d *Data) {
		d.Analysis.Requirements = dropped(d.Analysis.Requirements, func(r result.RequirementRow) bool {
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
	checkTitlesOf(t, named("requirements"), drawn, []titleCase{
		{"one leads", nil, "Merge meets every requirement most often, in 80% of draws"},
		{"two alike", meetingAll(0.1, 0.3, 0.3), "Hub and Merge meet every requirement most often, in 30% of draws"},
		{"all alike", meetingAll(0.3, 0.3, 0.3), "Every structure meets every requirement in 30% of draws"},
		{"all always", meetingAll(1, 1, 1), "Every structure meets every requirement in all draws"},
		{"none", meetingAll(0, 0, 0), "No structure meets every requirement in any draw"},
		{"one structure", func(d *Data) { *d = only(*d, "hub") }, "Hub meets every requirement in 56% of draws"},
		{"one structure, never", func(d *Data) { *d = only(*d, "hub"); meetingAll(0)(d) }, "Hub does not meet every requirement in any draw"},
		{"one requirement", requiring("structure_npv_k>=0"), "Merge meets the requirement most often, in all draws"},
		{"one requirement and all", requiring("structure_npv_k>=0", result.AllRequirements), "Merge meets the requirement most often, in 80% of draws"},
		{"without all", requiring("structure_npv_k>=0", "structure_payback_years<=3"), "How often structures meet what is required"},
	})
}

func TestRequirementsAltText(t *testing.T) {
	checkAltTextOf(t, named("requirements"), drawn(), "Table of how often each structure meets each requirement, in 10,000 draws: "+
		"Merge Net present value ≥\u00A0£0 in 100%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 80%; "+
		"Hub Net present value ≥\u00A0£0 in 70%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 56%; "+
		"Stay Net present value ≥\u00A0£0 in 49%, Time to payback ≤\u00A03\u00A0years in 80%, All at once in 39%.")
	checkSays(t, named("requirements"), drawn(), "Monte Carlo error of a share: at most 0.4 points", ">All at once<")
}

func TestRequirementInWords(t *testing.T) {
	d := Data{}.complete()
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
