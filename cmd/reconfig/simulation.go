package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/data"
	"reconfig/data/workbook"
	"reconfig/model/geography"
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
	*appraisal.Simulation
	input    *data.Case
	warnings []string // of the map, which the user has seen
}

// open reads the case and compiles it.
func (o *caseOptions) open(env *environment, structures []string) (*simulation, error) {
	c, err := o.openCase(env)
	if err != nil {
		return nil, err
	}
	settings, err := o.settings(c)
	for _, w := range settings.Warnings {
		env.warn("%s", w)
	}
	if err != nil {
		return nil, err
	}
	if err := checkCurrency(c, o.nameOrDir, settings.Names, setFlag); err != nil {
		return nil, err
	}
	ready, err := appraisal.New(c.Case, settings, appraisal.Options{Map: o.mapName, HorizonYears: float64(o.horizon), Structures: structures})
	if err != nil {
		return nil, &usage{err}
	}
	s := &simulation{Simulation: ready, input: c, warnings: geography.Warnings(c.Case, ready.Engine.MapName())}
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

// settings reads what the user set; what cannot be set is wrong usage.
func (o *caseOptions) settings(c *data.Case) (appraisal.Settings, error) {
	s, err := appraisal.ReadSettings(c.Case, o.set)
	if err != nil {
		return s, usagef("--set: %w", err)
	}
	return s, nil
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
