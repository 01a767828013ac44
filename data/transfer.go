package data

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
)

// The case that upgrades transfer from, as new cases do, and how descriptions name it.
const (
	upgradeOrigin     = "england-icb-2025"
	upgradeOriginName = "England’s ICBs, 2025"
)

// upgradedTables are the tables that an upgrade adds rows to. The assumptions come last: without them the case is still
// one to be upgraded.
var upgradedTables = []string{"sources", "correlations", "assumptions"}

// upgradeOf works out what the case of a source is to get, and the rows of each table, the header first; nothing if it
// lacks nothing.
func upgradeOf(s caseSource) (*Upgrade, map[string][][]string, error) {
	r := newReader(s)
	c := r.readTables()
	lacking := c.Lacking()
	if len(lacking) == 0 {
		return &Upgrade{}, nil, nil
	}
	origin, err := OpenCase(upgradeOrigin)
	if err != nil {
		return nil, nil, err
	}
	u := &Upgrade{Uncorrelated: r.tables["correlations"].Header == nil}
	for _, name := range lacking {
		u.Assumptions = append(u.Assumptions, transferred(origin.Case, name))
	}
	u.addSources(c, origin.Case)
	if !u.Uncorrelated {
		u.addCorrelations(c, origin.Case)
	}
	rows, err := u.rows()
	return u, rows, err
}

// transferred is an assumption of the origin, marked so. What the origin does not have is not about any of its classes and
// arrangements: then it is one that does nothing.
func transferred(origin *model.Case, name string) model.Assumption {
	if i, ok := origin.AssumptionIndex(name); ok {
		a := origin.Assumptions[i]
		a.Description += ". Transferred from " + upgradeOriginName
		return a
	}
	quantity, subject, _ := strings.Cut(name, ".")
	a := likeIn(origin, quantity)
	a.Name, a.Low, a.Central, a.High, a.Distribution, a.Strength, a.Sources = name, 0, 0, 0, "fixed", "D", "-"
	a.Description += fmt.Sprintf(". Of %s nothing is known that could be transferred: 0, which has no effect, until you know better", subject)
	return a
}

// likeIn is the first assumption on a quantity that has a subject.
func likeIn(c *model.Case, quantity string) model.Assumption {
	for _, q := range model.Quantities {
		if q.Name == quantity && q.Subject != model.NoSubject {
			i, _ := c.AssumptionIndex(q.AssumptionName(c.Subjects(q)[0]))
			return c.Assumptions[i]
		}
	}
	panic("no assumptions on " + quantity)
}

// addSources adds the sources that the assumptions cite and the case does not have. One whose identifier means another
// source in the case gets one of its own.
func (u *Upgrade) addSources(c, origin *model.Case) {
	known := slices.Clone(c.Sources)
	ids := map[string]string{} // in the case, by that in the origin
	for i := range u.Assumptions {
		a := &u.Assumptions[i]
		var cited []string
		for _, id := range model.SourceIDs(a.Sources) {
			if ids[id] == "" {
				j := slices.IndexFunc(origin.Sources, func(s model.Source) bool { return s.ID == id })
				s, added := sourceIn(known, origin.Sources[j])
				ids[id] = s.ID
				if added {
					known, u.Sources = append(known, s), append(u.Sources, s)
				}
			}
			cited = append(cited, ids[id])
		}
		if len(cited) > 0 {
			a.Sources = strings.Join(cited, ";")
		}
	}
}

// sourceIn finds a source among the known ones, or says under which identifier it is to be added.
func sourceIn(known []model.Source, s model.Source) (found model.Source, added bool) {
	wanted := s.ID
	for n := 2; ; n++ {
		i := slices.IndexFunc(known, func(k model.Source) bool { return k.ID == s.ID })
		switch {
		case i < 0:
			return s, true
		case known[i].Citation == s.Citation:
			return known[i], false
		}
		s.ID = fmt.Sprintf("%s-%d", wanted, n)
	}
}

// addCorrelations adds the rank correlations of the assumptions that are added with one another and with others that the
// case has.
func (u *Upgrade) addCorrelations(c, origin *model.Case) {
	added := func(name string) bool {
		return slices.ContainsFunc(u.Assumptions, func(a model.Assumption) bool { return a.Name == name })
	}
	there := func(name string) bool {
		_, ok := c.AssumptionIndex(name)
		return ok || added(name)
	}
	for _, x := range origin.Correlations {
		again := slices.ContainsFunc(c.Correlations, func(y model.Correlation) bool { return y.A == x.A && y.B == x.B || y.A == x.B && y.B == x.A })
		if (added(x.A) || added(x.B)) && there(x.A) && there(x.B) && !again {
			u.Correlations = append(u.Correlations, x)
		}
	}
}

// rows are the rows of each table, the header first; none where nothing is added.
func (u *Upgrade) rows() (map[string][][]string, error) {
	c := &model.Case{Assumptions: u.Assumptions, Correlations: u.Correlations, Sources: u.Sources}
	all := map[string][][]string{}
	for _, name := range upgradedTables {
		_, records, err := declared(name).records(c)
		if err != nil {
			return nil, err
		}
		if len(records) > 1 {
			all[name] = records
		}
	}
	return all, nil
}
