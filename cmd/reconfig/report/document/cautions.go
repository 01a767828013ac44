package document

import (
	"fmt"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// cautions says what not to conclude.
func (b *builder) cautions() Section {
	worth := report.Full(b.Made.Values["capacity.value"])
	list := []string{
		"These are not forecasts. They say what follows from the assumptions in the appendix, and how much of it the uncertain ones leave open.",
		fmt.Sprintf("Net benefit weighs money against capacity. What capacity is worth (capacity.value, here %s of money for each one spent) is a choice and not a finding.", worth),
	}
	if b.Made.Draws > 0 {
		list = append(list, fmt.Sprintf("“Best in so many %s” counts draws. It is not the chance that a decision is right.", report.Draws(b.Made.Draws).Of()),
			"Ranges of two structures that overlap do not show that the two are alike: what they have in common moves both. The difference, draw by draw, is what counts.")
	}
	list = append(list, b.Run.Caution("The appendix lists")...)
	if slices.ContainsFunc(b.Run.Bases, func(s model.BasisShare) bool { return s.Estimated() }) && len(b.Case.Commissioners) > 1 {
		list = append(list, fmt.Sprintf("Rows of single %s illustrate. Where the cost at the start is estimated they are not findings about that %s.", b.Case.BodyPlural, b.Case.BodySingular))
	}
	list = append(list,
		"Capacity and local knowledge are indices. They rank structures under stated assumptions; no source measures them.",
		fmt.Sprintf("Outside the model: the quality of single %s, providers and what they are paid, politics, care and health. What weaker or stronger commissioning does to these could outweigh every figure here.", b.Case.BodyPlural))
	if b.overtaken() {
		list = append(list, "The first sentences take it that the structure lasts. “Risked” counts each quarter by the chance that the next reorganisation has not come yet.")
	}
	return Section{ID: "cautions", Heading: "What not to conclude", Blocks: []Block{{Key: "cautions-said", List: kept(list)}}}
}

// overtaken says whether the answer speaks of what is risked.
func (b *builder) overtaken() bool {
	return slices.ContainsFunc(b.Run.Outcomes, func(row result.OutcomeRow) bool {
		return row.Values[result.NetBenefitRisked] != row.Values[result.NetBenefit]
	})
}
