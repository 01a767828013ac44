package model

import (
	"fmt"
	"math"
	"slices"

	"reconfig/model/spelling"
)

// Draw is one value for every assumption, in the order of Case.Assumptions, and after them one for every chance, in the
// order of Case.ChanceNames.
type Draw []float64

// Samplers are the names of the ways to draw; the first is the default.
var Samplers = []string{"orthogonal", "sobol", "random", "lhs"}

// CentralDraw takes the central value of every assumption, and even chances.
func (c *Case) CentralDraw() Draw {
	d := make(Draw, c.DrawSize())
	for i, a := range c.Assumptions {
		d[i] = a.Central
	}
	for i := len(c.Assumptions); i < len(d); i++ {
		d[i] = EvenChance
	}
	return d
}

// Set changes the named assumption's or chance's value in the draw. It returns a warning if the value is outside what the
// case calls plausible, and an error, leaving the draw as it was, if there is no such name or the value is impossible.
func (c *Case) Set(d Draw, name string, value float64) (warning string, err error) {
	if i, ok := c.ChanceIndex(name); ok {
		if err := checkChance(name, value); err != nil {
			return "", err
		}
		d[i] = value
		return "", nil
	}
	i, ok := c.AssumptionIndex(name)
	if !ok {
		return "", spelling.Unknown("assumption", name, c.drawNames())
	}
	a := c.Assumptions[i]
	if math.IsNaN(value) || value < a.Min || value > a.Max {
		return "", fmt.Errorf("%s = %s is not possible: it must be from %s to %s (%s)", name, spelling.Number(value), spelling.Number(a.Min), spelling.Number(a.Max), a.Unit)
	}
	d[i] = value
	if value < a.Low || value > a.High {
		warning = fmt.Sprintf("%s = %s is outside the plausible range from %s to %s (%s)", name, spelling.Number(value), spelling.Number(a.Low), spelling.Number(a.High), a.Unit)
	}
	return warning, nil
}

// CheckDraw returns an error if the draw does not fit the case or holds a value that is not possible.
func (c *Case) CheckDraw(d Draw) error {
	if len(d) != c.DrawSize() {
		return fmt.Errorf("a draw of %d values for %d assumptions and %d chances", len(d), len(c.Assumptions), len(c.ChanceNames()))
	}
	probe := slices.Clone(d)
	for i, a := range c.Assumptions {
		if _, err := c.Set(probe, a.Name, d[i]); err != nil {
			return err
		}
	}
	for i, name := range c.ChanceNames() {
		if err := checkChance(name, d[len(c.Assumptions)+i]); err != nil {
			return err
		}
	}
	return nil
}

// Values are the draw's values by name: of every assumption, and of the chances that are not even.
func (c *Case) Values(d Draw) map[string]float64 {
	values := map[string]float64{}
	for i, a := range c.Assumptions {
		values[a.Name] = d[i]
	}
	for i, name := range c.ChanceNames() {
		if v := d[len(c.Assumptions)+i]; v != EvenChance {
			values[name] = v
		}
	}
	return values
}
