package sim

import (
	"fmt"
	"slices"
	"strings"

	"gonum.org/v1/gonum/floats"

	"reconfig/model"
	"reconfig/model/elementary"
	"reconfig/model/result"
)

// Backtest simulates each of the case's observations, with its settings on top of the draw. It fails only where the
// case is not valid.
func Backtest(c *model.Case, d model.Draw) ([]result.BacktestRow, error) {
	rows := make([]result.BacktestRow, len(c.Observations))
	for i, o := range c.Observations {
		simulated, err := simulate(c, d, o)
		if err != nil {
			return nil, fmt.Errorf("observation %s: %w", o.ID, err)
		}
		rows[i] = result.BacktestRow{
			Case: c.Name, ID: o.ID, Description: o.Description, Structure: o.Structure, Map: o.Map, Settings: o.Settings, Metric: o.Metric,
			Low: o.Low, High: o.High, Simulated: result.Number(simulated), Passes: result.YesNo(simulated >= o.Low && simulated <= o.High),
			Kind: o.Kind, UsedFor: o.UsedFor, Sources: o.Sources,
		}
	}
	return rows, nil
}

// simulate runs one observation and measures it.
func simulate(c *model.Case, d model.Draw, o model.Observation) (float64, error) {
	d, err := c.ObservationDraw(d, o)
	if err != nil {
		return 0, err
	}
	e, err := Compile(c, Options{Map: o.Map, Structures: []string{o.Structure}})
	if err != nil {
		return 0, err
	}
	w := e.NewWorkspace()
	e.Run(d, nil, w)
	return w.metric(o.Metric)
}

// metric measures the structure that the workspace last ran, which must be the only one.
func (w *Workspace) metric(name string) (float64, error) {
	if o, ok := result.OutcomeByName(name); ok {
		return w.outcomes[0][o], nil
	}
	if metric, of, ok := strings.Cut(name, "."); ok {
		if slices.Contains(result.QuarterMetrics, metric) {
			return w.quarterMetric(metric, of)
		}
		return w.arrangementMetric(metric, of)
	}
	firstQuarters := func(v []float64, n int) []float64 {
		return v[firstQuarter : firstQuarter+min(n, w.engine.timeline.quarters)]
	}
	own := w.quarters(w.capacity.own)
	switch name {
	case result.FirstYearReduction:
		year := firstQuarters(w.costTotal, 4)
		return w.percent(w.totalCost - w.sum(year)/float64(len(year))), nil
	case result.TwoYearChange:
		return w.percent(w.costTotal[w.engine.timeline.twoYears()] - w.totalCost), nil
	case result.ExitCostFirstTwoYears:
		return w.parameters.exitRate() * w.sum(firstQuarters(w.costFall, 8)), nil
	case result.StructureCapacityDip:
		return 100 * (floats.Min(own) - 1), nil
	case result.StructureCapacityEndChange:
		return 100 * (own[len(own)-1] - 1), nil
	case result.CostElasticity:
		return w.costElasticity(), nil
	}
	return 0, fmt.Errorf("there is no metric %q", name)
}

// costElasticity is what cost grows by, in per cent, for one per cent more people: Σ s β.
func (w *Workspace) costElasticity() float64 {
	total := 0.0
	for _, f := range w.engine.functions {
		total += float64(f.share * w.parameters.classes[f.class].scale)
	}
	return total
}

// quarterMetric is what the bodies that share a sector with others cost, or require, in the middle of a quarter against
// just before the start, in per cent; NaN where there are none.
func (w *Workspace) quarterMetric(metric, number string) (float64, error) {
	quarter, err := model.ParseQuarter(number, w.engine.horizon)
	if err != nil {
		return 0, fmt.Errorf("there is no metric %q of %q: expected %w after the dot", metric, number, err)
	}
	s, was, is := &w.engine.structures[0], 0.0, 0.0
	moment := firstQuarter + quarter - 1
	for i, pools := range w.engine.bodies.pooled[sectorTier] {
		if !pools {
			continue
		}
		row, scale := w.sectorAgain(s, i, metric)
		was += float64(scale * row[startMoment])
		is += float64(scale * row[moment])
	}
	return 100 * (is/was - 1), nil
}

// sectorAgain is R or C of a sector over time, worked out once more after a run, and what it is to be multiplied by.
func (w *Workspace) sectorAgain(s *structure, sector int, metric string) (row []float64, scale float64) {
	required, cost := w.sectorRequired.row(0), w.groupCost[sectorTier][sector]
	w.setRequiredShares(s, span{sector, sector + 1})
	switch {
	case metric == result.MergedRequiredChange:
		return required, cost
	case w.together:
		w.setCostTogether(span{sector, sector + 1})
		return w.sectorCost.row(0), cost
	}
	w.setCostApart(span{sector, sector + 1})
	return w.sectorCost.row(0), 1
}

func (w *Workspace) arrangementMetric(metric, code string) (float64, error) {
	for i, a := range w.engine.simulated.Arrangements {
		if a.Code != code {
			continue
		}
		switch metric {
		case result.GoLiveMonths:
			return 12 * w.parameters.arrangements[i].leadTime, nil
		case result.SurvivalTwoYears:
			return elementary.Exp(-2 * w.parameters.arrangements[i].collapse), nil
		}
	}
	return 0, fmt.Errorf("there is no metric %q of an arrangement %q", metric, code)
}
