package document

import (
	"fmt"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/result"
)

// question says what is asked, and of whom.
func (b *builder) question() Section {
	p := b.Case.Properties
	text := []string{
		fmt.Sprintf("%s What does each way of reorganising them save, what does it cost to get there, and what happens to their capacity to do the job?", b.target()),
		fmt.Sprintf("Money is in prices of %s. Structures are followed for %s from %s, on the map “%s”.", p.PriceYear, report.Years(b.Made.HorizonYears), p.StartDate.Format("2 January 2006"), b.Made.Map),
	}
	if b.Case.Description != "" {
		text = append([]string{b.Case.Description}, text...)
	}
	s := Section{ID: "question", Heading: "The question", Blocks: []Block{{Key: "question-said", Text: text}}}
	if len(b.Made.Settings) > 0 {
		s.Blocks = append(s.Blocks, Block{ID: "settings", Heading: "Set for this report", Text: []string{"These assumptions do not have the values of the case. The report was made with:"}, List: b.settings()})
	}
	return s
}

// compared says what the structures are. It follows the answer, which is to be seen early.
func (b *builder) compared() Section {
	return withBlock(Section{ID: "structures", Heading: report.Plural(len(b.Run.Outcomes), "The structure", "The structures compared")}, Block{Terms: b.structures()})
}

// target says who is asked for what.
func (b *builder) target() string {
	p, values := b.Case.Properties, b.Made.Values
	cost, n := 0.0, len(b.Case.Commissioners)
	for _, c := range b.Case.Commissioners {
		cost += c.ManagementCostK
	}
	spent := fmt.Sprintf("%s %s %s a year on management%s%s.", report.Count(n, p.BodySingular, p.BodyPlural), report.Plural(n, "spends", "spend"), report.Millions(p.Currency, cost), report.Plural(n, "", ", all together"), b.simulatedCost(cost))
	within := fmt.Sprintf("within %s of the start", report.Years(values["target.years"]))
	switch perHead, reduction := values["target.per_head"], values["target.reduction"]; {
	case perHead > 0:
		return fmt.Sprintf("%s The target is %s a head %s.", spent, p.Currency+report.Full(perHead), within)
	case reduction > 0:
		return fmt.Sprintf("%s The target is %s %% less %s.", spent, report.Tenth(100*reduction), within)
	}
	return spent + " No target asks for a cut."
}

// simulatedCost says what the cost of the case is in the answer, where it reads otherwise there: it is uncertain, or set.
func (b *builder) simulatedCost(ofCase float64) string {
	if len(b.Run.Outcomes) == 0 {
		return ""
	}
	write := func(cost float64) string { return report.Millions(b.Case.Currency, cost) }
	simulated, how := b.Run.Outcomes[0].Values[result.BaselineCost], "in the mean of draws"
	switch {
	case b.Made.Draws > 0:
	case len(b.Made.Settings) > 0:
		how = "at the values set"
	default:
		how = "at central values"
	}
	if write(simulated) == write(ofCase) {
		return ""
	}
	return fmt.Sprintf(" (as the case has it; %s %s)", write(simulated), how)
}

// settings lists what the user set, with labels.
func (b *builder) settings() []string {
	labels := b.Case.InputLabels()
	all := make([]string, len(b.Made.Settings))
	for i, s := range b.Made.Settings {
		name, value, err := model.ParseSetting(s)
		if err != nil { // of a run that was made there is none
			all[i] = s
			continue
		}
		said := report.Full(value)
		if k, ok := b.Case.AssumptionIndex(name); ok {
			said = Shown(b.Case, b.Case.Assumptions[k], value)
		}
		all[i] = report.Labelled(labels, name) + ": " + said
	}
	return all
}

// structures lists the structures of the run with what they are.
func (b *builder) structures() []Term {
	var all []Term
	for _, row := range b.Run.Outcomes {
		if s, ok := b.Case.Structure(row.Structure); ok {
			all = append(all, Term{s.Name, described(s)})
		}
	}
	return all
}

// described is what a structure is; its code where nothing is said of it.
func described(s model.Structure) string {
	if s.Description == "" {
		return s.Code
	}
	return report.Sentence(s.Description)
}

// withBlock adds a block, unless it is empty.
func withBlock(s Section, b Block) Section {
	if len(b.Text)+len(b.List)+len(b.Terms)+len(b.Saved)+len(b.Sources) == 0 && b.Table == nil && b.Figure == nil {
		return s
	}
	s.Blocks = append(s.Blocks, b)
	return s
}
