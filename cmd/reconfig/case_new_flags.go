package main

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
	"reconfig/data/newcase/reading"
	"reconfig/model"
	"reconfig/model/spelling"
)

// check takes from the flags what they say.
func (o *newCaseOptions) check(f *pflag.FlagSet, dir string) (err error) {
	if o.from == "" {
		return usagef("--from is needed: a CSV file or an Excel workbook with the name, population and management cost of each body")
	}
	if o.table.Columns, err = roles(o.columns); err != nil {
		return err
	}
	if o.table.CostUnit, err = unitFlag("cost-unit", o.costUnit); err != nil {
		return err
	}
	if o.table.PeopleUnit, err = unitFlag("population-unit", o.people); err != nil {
		return err
	}
	if o.made.BodySingular, o.made.BodyPlural, err = completeBodyWords(o.made.BodySingular, o.made.BodyPlural); err != nil {
		return err
	}
	if o.made.Currency != "" {
		given := o.made.Currency
		if o.made.Currency, err = reading.CurrencySign(o.made.Currency); err != nil {
			return usagef("--currency %s: %w", given, err)
		}
	}
	o.table.Currency, o.table.Words = o.made.Currency, o.words()
	o.made.Name, o.made.HorizonYears = newcase.Name(dir), float64(o.horizon)
	if o.start != "" {
		if o.made.Start, err = time.Parse(time.DateOnly, o.start); err != nil {
			return usagef("--start %s: expected a date, as in 2027-04-01", o.start)
		}
	}
	if o.made.Basis != "" && !slices.Contains(model.Bases, o.made.Basis) {
		return usagef("--basis: %w", spelling.Unknown("basis", o.made.Basis, model.Bases))
	}
	if err := o.checkRows(); err != nil {
		return err
	}
	if err := o.checkStaff(f); err != nil {
		return err
	}
	if err := o.checkSectors(f); err != nil {
		return err
	}
	return o.checkTarget(f)
}

func (o *newCaseOptions) words() (words []string) {
	for _, w := range []string{o.made.BodySingular, o.made.BodyPlural} {
		if w != "" {
			words = append(words, w)
		}
	}
	return words
}

// checkRows takes from the flags what becomes of rows that may be no bodies.
func (o *newCaseOptions) checkRows() error {
	switch t := &o.table; {
	case t.KeepTotal && t.DropTotal:
		return usagef("--keep-total and --drop-total contradict each other; give one of them")
	case t.KeepClosed && t.DropClosed:
		return usagef("--keep-closed and --drop-closed contradict each other; give one of them")
	}
	o.table.Missing = bodies.Missing(o.missing)
	if all := []string{string(bodies.EstimateMissing), string(bodies.DropMissing)}; o.missing != "" && !slices.Contains(all, o.missing) {
		return usagef("--missing: %w", spelling.Unknown("choice", o.missing, all))
	}
	return nil
}

// checkStaff refuses costs of staff that are none.
func (o *newCaseOptions) checkStaff(f *pflag.FlagSet) error {
	for flag, v := range map[string]float64{"staff-cost": o.made.StaffCost, "exit-cost": o.made.ExitCost} {
		if f.Changed(flag) && !(v > 0 && v <= 1e6) {
			return usagef("--%s %g: expected a cost in thousands, above 0 and at most 1,000,000, as in 72.3", flag, v)
		}
	}
	return nil
}

func (o *newCaseOptions) checkSectors(f *pflag.FlagSet) error {
	o.made.Grouping = newcase.Grouping(o.grouping)
	switch {
	case !slices.Contains(newcase.Groupings(), o.grouping):
		return usagef("--group: %w", spelling.Unknown("rule", o.grouping, newcase.Groupings()))
	case f.Changed("group") && !f.Changed("sectors"):
		return usagef("--group needs to know how many sectors: --sectors 3")
	case f.Changed("sectors") && o.made.Sectors < 1:
		return usagef("--sectors %d: expected a number of at least 1", o.made.Sectors)
	}
	return nil
}

// checkTarget refuses targets that are none. What the assumptions allow is checked with the case.
func (o *newCaseOptions) checkTarget(f *pflag.FlagSet) error {
	switch t := o.made; {
	case f.Changed("reduction") && f.Changed("per-head"):
		return usagef("--reduction and --per-head are two targets; give one of them")
	case f.Changed("reduction") && !(t.Reduction > 0 && t.Reduction < 1):
		return usagef("--reduction %g: expected a share above 0 and below 1, as in 0.3 for 30 %%", t.Reduction)
	case f.Changed("years") && !(t.Years >= 0.25 && t.Years <= 30):
		return usagef("--years %g: expected years from 0.25 to 30", t.Years)
	case f.Changed("per-head") && !(t.PerHead > 0 && t.PerHead <= 10000):
		return usagef("--per-head %g: expected a cost a head above 0 and at most 10,000, as in 19", t.PerHead)
	}
	return nil
}

// roles reads which columns are not to be guessed.
func roles(flags []string) (map[bodies.Role]string, error) {
	columns := map[bodies.Role]string{}
	for _, text := range flags {
		name, header, ok := strings.Cut(text, "=")
		role := bodies.Role(strings.TrimSpace(name))
		switch _, twice := columns[role]; {
		case !ok || strings.TrimSpace(header) == "":
			return nil, usagef("--column: %q is not ROLE=HEADER, as in cost=\"Corporate spend\"", text)
		case !slices.Contains(bodies.Roles(), role):
			return nil, usagef("--column: %w", spelling.Unknown("role", string(role), roleNames()))
		case twice:
			return nil, usagef("--column: %s is given twice", role)
		}
		columns[role] = header
	}
	return columns, nil
}

// unitFlag reads a unit of numbers; 0 where it is not given.
func unitFlag(flag, text string) (float64, error) {
	switch strings.ToLower(text) {
	case "":
		return 0, nil
	case "1":
		return 1, nil
	case "k", "1000":
		return 1e3, nil
	case "m", "1000000":
		return 1e6, nil
	}
	return 0, usagef("--%s %s: expected 1, k (thousands) or m (millions)", flag, text)
}
