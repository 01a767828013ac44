package analysis

import (
	"reconfig/model"
	"slices"
)

// Change is what another run of the same case does otherwise. What it does not name stays as it is.
type Change struct {
	Settings    []model.Setting
	Map         string  // empty for none other
	Horizon     float64 // years; 0 for none other
	Independent bool    // leave out correlations
}

// With makes the case ready with a change, on the same draws of what it does not set. It returns an error if a value is not
// possible.
func (s *Setup) With(c Change) (*Setup, error) {
	drawing := s.drawing
	drawing.Base, drawing.Set = slices.Clone(s.Base), slices.Clone(s.Set)
	for _, x := range c.Settings {
		if _, err := s.Case.Set(drawing.Base, x.Name, x.Value); err != nil {
			return nil, err
		}
		if !slices.Contains(drawing.Set, x.Name) {
			drawing.Set = append(drawing.Set, x.Name)
		}
	}
	drawing.Independent = drawing.Independent || c.Independent
	changed, err := New(s.Case, drawing)
	if err != nil {
		return nil, err
	}
	changed.Map, changed.Horizon, changed.Workers, changed.Progress = s.Map, s.Horizon, s.Workers, s.Progress
	if c.Map != "" {
		changed.Map = c.Map
	}
	if c.Horizon > 0 {
		changed.Horizon = c.Horizon
	}
	return changed, nil
}
