package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/data"
	"reconfig/model"
	"reconfig/sim"
)

// caseOptions says what to simulate: the flags that several commands share.
type caseOptions struct {
	nameOrDir string
	mapName   string
	set       []string
	horizon   horizon
}

const defaultCase = "london-2010"

func (o *caseOptions) addFlags(f *pflag.FlagSet) {
	o.addCaseFlag(f)
	f.StringVar(&o.mapName, "map", "", "`NAME` of the map that groups the commissioners (default: the case's)")
	o.addSetFlag(f)
	f.Var(&o.horizon, "horizon", "`YEARS` to simulate, in whole quarters (default: the case's)")
}

func (o *caseOptions) addCaseFlag(f *pflag.FlagSet) {
	f.StringVar(&o.nameOrDir, "case", defaultCase, "`NAME` of a case that comes with reconfig, or path of a case's folder")
}

func (o *caseOptions) addSetFlag(f *pflag.FlagSet) {
	f.StringArrayVar(&o.set, "set", nil, "assumption set to a value, as `name=value`; may be repeated")
}

// horizon is the years to simulate as a flag; 0 where it is not given.
type horizon float64

func (h *horizon) Set(text string) error {
	years, err := strconv.ParseFloat(text, 64)
	if err != nil || !model.ValidHorizon(years) {
		return fmt.Errorf("it must be above 0, at most %d years, and in whole quarters, as in 7.5", model.MaxHorizonYears)
	}
	*h = horizon(years)
	return nil
}

func (h *horizon) String() string {
	if *h == 0 {
		return ""
	}
	return strconv.FormatFloat(float64(*h), 'f', -1, 64)
}

func (*horizon) Type() string { return "years" }

// simulation is a case ready to run.
type simulation struct {
	input  *data.Case
	draw   model.Draw
	engine *sim.Engine
}

// open reads the case and compiles it.
func (o *caseOptions) open(env *environment, structures []string) (*simulation, error) {
	c, err := o.openCase(env)
	if err != nil {
		return nil, err
	}
	d, err := o.drawOf(env, c)
	if err != nil {
		return nil, err
	}
	e, err := sim.Compile(c.Case, sim.Options{Map: o.mapName, HorizonYears: float64(o.horizon), Structures: structures})
	if err != nil {
		return nil, &usage{err}
	}
	return &simulation{c, d, e}, nil
}

// openCase reads the case; a name that is no case is wrong usage.
func (o *caseOptions) openCase(env *environment) (*data.Case, error) {
	c, err := data.OpenCase(o.nameOrDir)
	var unknown *data.UnknownCaseError
	if errors.As(err, &unknown) {
		return nil, &usage{err}
	}
	if err != nil {
		return nil, invalidCase(o.nameOrDir, err)
	}
	for _, w := range c.Warnings {
		env.warn("%s: %s", o.nameOrDir, w)
	}
	return c, nil
}

// drawOf is the central draw with what the user set.
func (o *caseOptions) drawOf(env *environment, c *data.Case) (model.Draw, error) {
	d := c.CentralDraw()
	var seen []string
	for _, text := range o.set {
		name, value, err := model.ParseSetting(text)
		if err != nil {
			return nil, usagef("--set: %w", err)
		}
		if slices.Contains(seen, name) {
			return nil, usagef("--set: %s is set twice", name)
		}
		seen = append(seen, name)
		warning, err := c.Set(d, name, value)
		if err != nil {
			return nil, usagef("--set: %w", err)
		}
		if warning != "" {
			env.warn("%s", warning)
		}
	}
	return d, nil
}

// value is the draw's value of an assumption that every valid case has.
func (s *simulation) value(name string) float64 {
	i, ok := s.input.AssumptionIndex(name)
	if !ok {
		panic("no assumption " + name)
	}
	return s.draw[i]
}

// codes splits a list of names as a flag gives it, and refuses a name given twice.
func codes(flag string, list []string) ([]string, error) {
	var all []string
	for _, name := range list {
		name = strings.TrimSpace(name)
		if slices.Contains(all, name) {
			return nil, usagef("%s: %s stands twice", flag, name)
		}
		all = append(all, name)
	}
	return all, nil
}
