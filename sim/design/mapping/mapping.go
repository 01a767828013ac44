// Package mapping looks for the map of a case that is best: which bodies should share a sector. It says how much better the
// best map is than those that somebody drew, how many are nearly as good, and how that compares with what is uncertain.
//
// Where all pooled work is on the sector tier, and failures and refusals are at their means, a map is worth the sum of
// what its sectors are worth (see sim.Groups). So connected groups of bodies that keep the rules are listed and valued
// once, all on the same draws; package partition then picks those that make the best map, with a proof. Where there are too many
// groups to list, package partition/recom searches, and nothing is proved.
package mapping

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
	"reconfig/model/spelling"
	"reconfig/sim"
	"reconfig/sim/analysis"
	"reconfig/sim/partition"
)

// Range is from the least to the most; 0 for either stands for the default.
type Range struct{ Least, Most int }

// Options says what to look for.
type Options struct {
	Structure string // its code; empty for the best of the case whose pooled work is all on the sector tier
	Outcome   result.Outcome
	Draws     int
	Seed      uint64 // of random maps, and of a search without proof

	Groups Range      // how many sectors; as many as the reference map has if both are 0
	Bodies Range      // how many bodies a sector has; as few and as many as the reference map has
	People [2]float64 // how many people a sector has at least and at most; 0 for no limit

	Together, Apart [][]string // codes of bodies that must, or must not, share a sector
	River           bool       // bodies across a river from one another count as neighbours

	Within *float64 // how near to the best a map is on the plateau, in the outcome's unit; nil for the default
	Random int      // how many random maps each chain gives; 0 for 1,000, below 0 for none
}

const (
	// mostListed is how many of the best maps are listed.
	mostListed = 100
	// mostGroups is how many groups are listed and valued at most.
	mostGroups = 2_000_000
	// mostRuns is how often groups are run through the engine at most: about an hour's work of one processor.
	mostRuns = 1_500_000_000
	// manyRuns is from how many runs on a user is told beforehand that they take long: a minute's work of one processor.
	manyRuns = 30_000_000
	// ofSpread is how near to the best a map must be, in standard deviations of the outcome: what lies nearer nobody can tell
	// apart by it.
	ofSpread = 0.005
)

// Search is a search for maps, ready to run.
type Search struct {
	o         Options
	setup     *analysis.Setup
	direction float64 // 1 where higher is better, −1 where lower is
	reference model.SectorMap
	index     map[string]int // of bodies by code
	graph     *partition.Graph
	rules     partition.Rules
	limits    *partition.Limits
	groups    []partition.Group // that keep the rules; none where there are too many
	large     bool              // there are too many
	byKey     map[string]int    // groups by their sets

	drawn    *drawn
	valuer   *sim.Groups
	sampled  map[int]*sampled // random maps, by number of groups
	maps     []*valuedMap     // published ones first
	searched []*searched
	within   float64
	stopped  string // how it was stopped before all groups were valued; else empty
}

// New readies a search: it checks what is asked and lists the groups of bodies that keep the rules. It returns an
// analysis.NoDirectionError if neither direction of the outcome is better, an error if an option names what the case
// does not have or rules contradict one another, and the context's.
func New(ctx context.Context, setup *analysis.Setup, o Options) (*Search, error) {
	s := &Search{o: o, setup: setup, index: map[string]int{}, sampled: map[int]*sampled{}}
	var err error
	if s.direction, err = analysis.Direction(o.Outcome); err != nil {
		return nil, err
	}
	if err := s.checkOutcome(); err != nil {
		return nil, err
	}
	c := setup.Case
	for i, x := range c.Commissioners {
		s.index[x.Code] = i
	}
	name, ok := cmp.Or(setup.Map, c.DefaultMap), false
	if s.reference, ok = c.Map(name); !ok {
		return nil, spelling.Unknown("map", name, c.MapNames())
	}
	if err := s.checkStructure(); err != nil {
		return nil, err
	}
	s.fillDefaults()
	if err := s.setRules(); err != nil {
		return nil, err
	}
	if why := s.inTheWay(); why != "" {
		return nil, &noMapError{fmt.Sprintf("no map keeps the rules: %s%s", why, s.landOnly())}
	}
	if none := s.numbersThatFitNone(); none != nil {
		return nil, &noMapError{fmt.Sprintf("no map of %s keeps the rules: that many sectors of %s %s do not make %d; --bodies allows other sizes",
			sectors(none), s.o.Bodies, c.Words().Text("{bodies}"), len(c.Commissioners))}
	}
	return s, s.listGroups(ctx)
}

// checkOutcome returns an error unless the outcome of a map is a sum over its sectors.
func (s *Search) checkOutcome() error {
	var names []string
	for _, o := range sim.GroupOutcomes() {
		if _, err := analysis.Direction(o); err == nil {
			names = append(names, o.String())
		}
	}
	if slices.Contains(names, s.o.Outcome.String()) {
		return nil
	}
	return fmt.Errorf("the outcome %s of a map is not a sum over its sectors; choose one of %s", s.o.Outcome, strings.Join(names, ", "))
}

// String writes a range: 6, or 3 to 8.
func (r Range) String() string {
	if r.Least == r.Most {
		return fmt.Sprint(r.Least)
	}
	return fmt.Sprintf("%d to %d", r.Least, r.Most)
}

// fillDefaults fills in what the options leave to the reference map.
func (s *Search) fillDefaults() {
	if s.o.Groups == (Range{}) {
		s.o.Groups = Range{len(s.reference.Sectors), len(s.reference.Sectors)}
	}
	n := len(s.setup.Case.Commissioners)
	s.o.Groups.Least, s.o.Groups.Most = max(1, s.o.Groups.Least), orElse(s.o.Groups.Most, n)
	if s.o.Bodies == (Range{}) {
		s.o.Bodies = sizesOf(s.reference)
	}
	s.o.Bodies.Least, s.o.Bodies.Most = max(1, s.o.Bodies.Least), min(n, orElse(s.o.Bodies.Most, n))
	if s.o.Within != nil {
		s.within = *s.o.Within
	}
}

// sizesOf are the sizes of the smallest and the largest sector of a map.
func sizesOf(m model.SectorMap) Range {
	r := Range{math.MaxInt, 0}
	for _, x := range m.Sectors {
		r.Least, r.Most = min(r.Least, len(x.Members)), max(r.Most, len(x.Members))
	}
	return r
}

func orElse(v, other int) int {
	if v == 0 {
		return other
	}
	return v
}

// fits says whether the limits on the size of a sector leave space for k of them.
func (s *Search) fits(k int) bool {
	n := len(s.setup.Case.Commissioners)
	return k*s.o.Bodies.Least <= n && k*s.o.Bodies.Most >= n
}

// numbersThatFitNone lists the numbers of sectors asked for, if sizes allow none of them.
func (s *Search) numbersThatFitNone() (none []int) {
	for k := s.o.Groups.Least; k <= s.o.Groups.Most; k++ {
		if s.fits(k) {
			return nil
		}
		none = append(none, k)
	}
	return none
}

// numbers lists how many sectors to search for: those asked for, the reference map's first, and those that published
// maps have.
func (s *Search) numbers() (all []int) {
	if k := len(s.reference.Sectors); s.isAsked(k) {
		all = append(all, k)
	}
	for k := s.o.Groups.Least; k <= s.o.Groups.Most; k++ {
		all = append(all, k)
	}
	for _, name := range s.setup.Case.MapNames() {
		m, _ := s.setup.Case.Map(name)
		all = append(all, len(m.Sectors))
	}
	var once []int
	for _, k := range all {
		if (s.fits(k) || s.isAsked(k)) && !slices.Contains(once, k) {
			once = append(once, k)
		}
	}
	return once
}

func (s *Search) isAsked(k int) bool { return k >= s.o.Groups.Least && k <= s.o.Groups.Most }
