package model

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"reconfig/model/result"
	"reconfig/model/spelling"
)

// Observation is something that was seen, planned or derived, to hold a simulated value against.
type Observation struct {
	ID          string  `csv:"id" unique:"yes" about:"Identifier of the observation"`
	Structure   string  `csv:"structure" about:"Code of the structure it is about"`
	Map         string  `csv:"map" about:"Name of the map"`
	Settings    string  `csv:"settings" optional:"yes" about:"Assumptions and chances set, as name=value;…"` // name=value;…, on top of the draw
	Metric      string  `csv:"metric" about:"What was observed"`                                             // an outcome, or one of the further metrics of docs/model.md
	Low         float64 `csv:"low" about:"Low end of what was observed"`
	High        float64 `csv:"high" about:"High end"`
	Kind        string  `csv:"kind" about:"plan, outturn, derived …"` // plan, outturn, derived …
	UsedFor     string  `csv:"used_for" about:"What it was used for"` // calibration, holdout or consistency
	Sources     string  `csv:"sources" optional:"yes" about:"Identifiers in sources.csv"`
	Description string  `csv:"description" optional:"yes" about:"What it is"`
}

// Uses are what an observation can have been used for.
var Uses = []string{"calibration", "holdout", "consistency"}

// ParseSetting reads name=value.
func ParseSetting(text string) (name string, value float64, err error) {
	name, v, ok := strings.Cut(text, "=")
	name, v = strings.TrimSpace(name), strings.TrimSpace(v)
	if !ok || name == "" || v == "" {
		return "", 0, fmt.Errorf("%q is not name=value, as in target.reduction=0.5", text)
	}
	value, err = strconv.ParseFloat(v, 64)
	if err != nil || math.IsNaN(value) || math.IsInf(value, 0) || strings.ContainsAny(v, "_xX") {
		return "", 0, fmt.Errorf("%q in %q is not a plain number, as in 0.5", v, text)
	}
	return name, value, nil
}

// ObservationDraw is the draw with the observation's settings on top.
func (c *Case) ObservationDraw(base Draw, o Observation) (Draw, error) {
	d := slices.Clone(base)
	for _, text := range strings.Split(o.Settings, ";") {
		if strings.TrimSpace(text) == "" {
			continue
		}
		name, value, err := ParseSetting(text)
		if err != nil {
			return nil, err
		}
		if _, err := c.Set(d, name, value); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (c *Case) checkObservations(r *report) {
	unique(r, c.Observations, "id", func(o Observation) string { return o.ID })
	structures := names(c.Structures, func(x Structure) string { return x.Code })
	sources := names(c.Sources, func(s Source) string { return s.ID })
	maps, arrangements := c.MapNames(), c.arrangementCodes()
	for i, o := range c.Observations {
		r.refer(i, "structure", o.Structure, toStructure, structures)
		r.refer(i, "map", o.Map, toMap, maps)
		r.oneOf(i, "used_for", o.UsedFor, "what it was used for", Uses)
		if _, err := c.ObservationDraw(c.CentralDraw(), o); err != nil {
			r.add(i, "settings", o.Settings, "name=value;… with possible values: %v", err)
		}
		r.metric(i, o.Metric, arrangements, c.HorizonYears)
		r.between(i, "low", o.Low, -mostSize, mostSize)
		r.between(i, "high", o.High, -mostSize, mostSize)
		if !(o.Low <= o.High) {
			r.add(i, "high", spelling.Number(o.High), "at least %s, which is its low", spelling.Number(o.Low))
		}
		if o.Kind == "" {
			r.add(i, "kind", "", "plan, outturn or derived")
		}
		r.sources(i, o.Sources, sources)
		r.saysSources(i, o.Sources)
	}
}

// metric reports the name of something that the simulator cannot measure.
func (r *report) metric(row int, name string, arrangements []string, horizon float64) {
	base, of, ok := strings.Cut(name, ".")
	switch {
	case !ok:
		r.oneOf(row, "metric", name, "an outcome or a metric", append(result.OutcomeNames(), result.FurtherMetrics...))
	case slices.Contains(result.QuarterMetrics, base):
		if _, err := ParseQuarter(of, horizon); err != nil {
			r.add(row, "metric", name, "%v after the dot", err)
		}
	case r.oneOf(row, "metric", base, "a metric of an arrangement or of a quarter", slices.Concat(result.ArrangementMetrics, result.QuarterMetrics)):
		r.oneOf(row, "metric", of, "the code of an arrangement after the dot", arrangements)
	}
}

// ParseQuarter reads the number of a quarter, 1 for the first. It returns an error that says what is expected if there is
// no such quarter within the horizon, in years.
func ParseQuarter(text string, horizon float64) (int, error) {
	last := int(4 * horizon)
	n, err := strconv.Atoi(text)
	if err != nil || n < 1 || n > last {
		return 0, fmt.Errorf("a quarter from 1 to %d, the last of the horizon,", last)
	}
	return n, nil
}
