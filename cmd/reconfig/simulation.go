package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/data"
	"reconfig/data/workbook"
	"reconfig/model"
	"reconfig/model/geography"
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
	addPath(f, &o.nameOrDir, "case", defaultCase, "`NAME` of a case that comes with reconfig, or path of a case's folder or workbook ("+workbook.Endings()+")")
}

func (o *caseOptions) addSetFlag(f *pflag.FlagSet) {
	f.StringArrayVar(&o.set, "set", nil, "assumption set to a value, as `name=value`, or a chance, as fail.hub=0.3 or refuse.merger=0.9; may be repeated")
}

// setFlag is how an assumption is set, whose name is put in.
const setFlag = "--set %s=…"

// simulation is a case ready to run.
type simulation struct {
	input    *data.Case
	base     model.Draw // the central draw, with what the user set
	settings []string   // what the user set, as name=value
	set      []string   // the names of that
	engine   *sim.Engine

	warnings []string // of the map, which the user has seen
}

// open reads the case and compiles it.
func (o *caseOptions) open(env *environment, structures []string) (*simulation, error) {
	c, err := o.openCase(env)
	if err != nil {
		return nil, err
	}
	d, set, err := o.drawOf(env, c)
	if err != nil {
		return nil, err
	}
	if err := checkCurrency(c, o.nameOrDir, set, setFlag); err != nil {
		return nil, err
	}
	e, err := sim.Compile(c.Case, sim.Options{Map: o.mapName, HorizonYears: float64(o.horizon), Structures: structures, Trajectories: true})
	if err != nil {
		return nil, &usage{err}
	}
	s := &simulation{input: c, base: d, settings: o.set, set: set, engine: e, warnings: geography.Warnings(c.Case, e.MapName())}
	s.warnOfHorizon(env)
	for _, w := range s.warnings {
		env.warn("%s", w)
	}
	return s, nil
}

// openCase reads the case; a name that is no case is wrong usage.
func (o *caseOptions) openCase(env *environment) (*data.Case, error) {
	c, err := data.OpenCase(o.nameOrDir)
	var unknown *data.UnknownCaseError
	if errors.As(err, &unknown) {
		return nil, &usage{err}
	}
	if err == nil {
		err = checkDistributions(c)
	}
	if err != nil {
		return nil, invalidCase(o.nameOrDir, err)
	}
	for _, w := range c.Warnings {
		env.warn("%s: %s", o.nameOrDir, w)
	}
	return c, nil
}

// drawOf is the central draw with what the user set, and the names of that.
func (o *caseOptions) drawOf(env *environment, c *data.Case) (d model.Draw, seen []string, err error) {
	d, seen, warnings, err := o.settings(c)
	for _, w := range warnings {
		env.warn("%s", w)
	}
	return d, seen, err
}

// settings is the central draw with what the user set, the names of that, and what is odd about it.
func (o *caseOptions) settings(c *data.Case) (d model.Draw, seen, warnings []string, err error) {
	d = c.CentralDraw()
	for _, text := range o.set {
		name, value, err := model.ParseSetting(text)
		if err != nil {
			return nil, nil, nil, usagef("--set: %w", err)
		}
		if slices.Contains(seen, name) {
			return nil, nil, nil, usagef("--set: %s is set twice", name)
		}
		seen = append(seen, name)
		warning, err := c.Set(d, name, value)
		if err != nil {
			return nil, nil, nil, usagef("--set: %w", err)
		}
		if warning != "" {
			warnings = append(warnings, warning)
		}
	}
	return d, seen, warnings, nil
}

// value is the draw's value of an assumption that every valid case has.
func (s *simulation) value(name string) float64 {
	i, ok := s.input.AssumptionIndex(name)
	if !ok {
		panic("no assumption " + name)
	}
	return s.base[i]
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
