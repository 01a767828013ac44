package live

import (
	"fmt"
	"slices"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/model"
	"reconfig/model/spelling"
)

// Check says what is wrong with a request, field by field; nothing where it can be computed.
func (m *Model) Check(r Request) []Fault {
	var faults []Fault
	add := func(field, text string) { faults = append(faults, Fault{field, text}) }
	m.checkSettings(r.Settings, add)
	known := m.Case.StructureCodes()
	for i, code := range r.Structures {
		if !slices.Contains(known, code) {
			add("structures", spelling.Unknown("structure", code, known).Error()+".")
		} else if slices.Contains(r.Structures[:i], code) {
			add("structures", fmt.Sprintf("The structure %s stands twice.", code))
		}
	}
	if _, ok := m.Case.Map(r.Map); !ok && r.Map != "" {
		add("map", spelling.Unknown("map", r.Map, m.Case.MapNames()).Error()+".")
	}
	if r.Horizon != 0 && !model.ValidHorizon(r.Horizon) {
		add("horizon", fmt.Sprintf("Expected a number above 0, at most %d years, in whole quarters.", model.MaxHorizonYears))
	}
	if r.Draws < 0 || r.Draws > MostDraws {
		add("draws", fmt.Sprintf("Expected a number of draws from 0 to %s.", report.Decimal(MostDraws, 0)))
	}
	return faults
}

// checkSettings checks each setting by itself, so that each field is told of its own fault.
func (m *Model) checkSettings(settings []string, add func(field, text string)) {
	var seen []string
	for _, text := range settings {
		name, value, err := model.ParseSetting(text)
		if err != nil {
			add(document.FieldOf(text), "Expected a number, as in 0.5.")
			continue
		}
		if slices.Contains(seen, name) {
			add(name, "It is set twice.")
			continue
		}
		seen = append(seen, name)
		if _, err := m.Case.Set(m.Case.CentralDraw(), name, value); err != nil {
			add(name, m.outOfBounds(name, err))
		}
	}
}

// outOfBounds says what a value may be, in the unit in which the page shows it.
func (m *Model) outOfBounds(name string, otherwise error) string {
	i, ok := m.Case.AssumptionIndex(name)
	if !ok {
		return report.Sentence(otherwise.Error()) + "."
	}
	a := m.Case.Assumptions[i]
	return fmt.Sprintf("Expected a number from %s.", document.ShownRange(m.Case, a, a.Min, a.Max))
}
