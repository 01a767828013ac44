// Package newcase makes a complete case from a minimal table of bodies, as people keep them in spreadsheets: ReadBodies
// guesses what its columns and units are, and says so; Make transfers all else from the cases that come with the program.
package newcase

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"reconfig/data"
	"reconfig/data/table"
	"reconfig/data/workbook"
	"reconfig/model"
)

// Options says what a new case is about. What is left empty has a default.
type Options struct {
	Name, Title              string
	BodySingular, BodyPlural string    // both or none
	Currency                 string    // its sign, as CurrencySign has it; default: what the table says, else £
	Basis                    string    // how costs are known where the table does not say; default: estimated
	Start                    time.Time // default: that of the transferred assumptions, as the next
	PriceYear                string
	HorizonYears             float64
	MapName                  string
	Reduction, Years         float64 // of the target; 0 for the default
	PerHead                  float64 // the target as a cost a head; 0 for none
	Sectors                  int     // to group the bodies into; 0 for the table's
	Grouping                 Grouping
	NeighboursFile           string // CSV with columns a and b; empty for none
}

// Grouping is a way to group bodies into sectors.
type Grouping string

// The groupings.
const (
	EqualGrouping      Grouping = "equal"      // see model.EqualGroups
	ContiguousGrouping Grouping = "contiguous" // see model.ContiguousGroups
)

// Groupings lists the groupings.
func Groupings() []string { return []string{string(EqualGrouping), string(ContiguousGrouping)} }

// Case is a case made from a table of bodies, with what was assumed on the way.
type Case struct {
	*model.Case
	Table   *Bodies
	Options Options // with the defaults filled in
	Assumed Assumptions

	lines map[string]int // of each body in the table, by its code
}

// Assumptions says which parts of a new case are defaults, and not the user's words or the table's.
type Assumptions struct {
	Codes        bool // made from the names
	Basis        bool
	Reduction    bool // the target is one, by a share that is London's
	Years        bool // of the target
	Start        bool
	PriceYear    bool
	Currency     bool
	Neighbours   bool // from places, by model.GabrielNeighbours
	Sectors      SectorOrigin
	NotConverted []string // assumptions in £ of 2025/26 that are not in the case's currency or prices
}

// SectorOrigin says where the sectors of a new case are from.
type SectorOrigin int

// The origins of sectors.
const (
	SectorsOfTable   SectorOrigin = iota // a column
	SectorsAreRegion                     // the column of regions
	OneSector                            // all bodies in one
	SectorsGrouped                       // by a rule, as the user asked
)

// The defaults of a new case.
const (
	defaultBasis        = "estimated"
	defaultHorizonYears = 10
)

// Make makes a complete case from a table of bodies: what the table does not say is transferred from the cases that
// come with the program.
func Make(b *Bodies, o Options) (*Case, error) {
	n := &Case{Table: b, Options: o}
	if len(b.Rows) < 2 {
		return nil, fmt.Errorf("%s has one body; there must be at least two to reorganise", b.File)
	}
	if err := n.fillDefaults(); err != nil {
		return nil, err
	}
	if err := n.checkWeights(); err != nil {
		return nil, err
	}
	o = n.Options
	n.Case = templateCase(model.Setting{
		StartDate: o.Start, PriceYear: o.PriceYear, Currency: o.Currency, BodySingular: o.BodySingular, BodyPlural: o.BodyPlural, HorizonYears: o.HorizonYears,
	}, b.Head())
	n.Name, n.Title = o.Name, o.Title
	n.addBodies()
	if o.NeighboursFile != "" {
		if err := n.readNeighbours(o.NeighboursFile); err != nil {
			return nil, err
		}
	}
	if err := n.addSectors(); err != nil {
		return nil, err
	}
	n.setTarget()
	n.markUnconverted()
	n.Description, n.Attribution = n.describe(), "Bodies: "+b.File+". "+templateAttributed
	n.Sort()
	var problems table.Problems
	if err := data.CheckCase(n.Case); errors.As(err, &problems) {
		return nil, n.inTable(problems)
	} else if err != nil {
		return nil, fmt.Errorf("%s makes no valid case: %w", b.File, err)
	}
	return n, nil
}

func (n *Case) fillDefaults() error {
	o, a := &n.Options, &n.Assumed
	if o.BodySingular == "" && o.BodyPlural == "" {
		o.BodySingular, o.BodyPlural = "body", "bodies"
	}
	if err := o.checkWords(); err != nil {
		return err
	}
	a.Currency = o.Currency == "" && n.Table.Currency == ""
	o.Currency = cmp.Or(n.Table.Currency, o.Currency, templateCurrency)
	a.Basis = o.Basis == "" && !n.Table.Has(BasisRole)
	o.Basis = cmp.Or(o.Basis, defaultBasis)
	if !slices.Contains(model.Bases, o.Basis) {
		return fmt.Errorf("the basis of the costs: %w", model.Unknown("basis", o.Basis, model.Bases))
	}
	a.Start, a.PriceYear = o.Start.IsZero(), o.PriceYear == ""
	if o.Start.IsZero() {
		o.Start, _ = time.Parse(time.DateOnly, templateStart)
	}
	o.PriceYear = cmp.Or(o.PriceYear, templatePrices)
	o.HorizonYears = cmp.Or(o.HorizonYears, defaultHorizonYears)
	a.Reduction, a.Years = o.Reduction == 0 && o.PerHead == 0, o.Years == 0
	o.Title = cmp.Or(o.Title, fmt.Sprintf("%d %s, from %s", len(n.Table.Rows), o.BodyPlural, n.Table.File))
	o.Name = cmp.Or(o.Name, data.PackageName(""))
	return nil
}

// checkWords reports words of the user that cannot stand in a case.
func (o *Options) checkWords() error {
	for _, x := range []struct{ flag, column, word string }{
		{"--body", "name", o.BodySingular}, {"--bodies", "name", o.BodyPlural}, {"--price-year", "name", o.PriceYear}, {"--map", "map", o.MapName},
	} {
		if expected, mend := table.MisfitText(x.column, x.word); expected != "" {
			return fmt.Errorf("%s %q: expected %s; %s", x.flag, table.Shortened(x.word), expected, mend)
		}
		if utf8.RuneCountInString(x.word) > data.MostNameLetters {
			return fmt.Errorf("%s %q: expected at most %d letters", x.flag, table.Shortened(x.word), data.MostNameLetters)
		}
	}
	if o.BodySingular == "" || o.BodyPlural == "" {
		return errors.New("one body and several: expected a word for both, or for none")
	}
	return nil
}

// checkWeights reports bodies without a weighted population in a table that has the column: the model would compare
// costs a weighted head with costs a plain one.
func (n *Case) checkWeights() error {
	var problems table.Problems
	for _, b := range n.Table.Rows {
		if n.Table.Has(WeightedRole) && !b.WeightedPopulation.Given {
			problems = append(problems, table.Problem{
				File: n.Table.File, Sheet: n.Table.Sheet, Line: b.Line, Column: n.Table.header(WeightedRole),
				Expected: "a weighted population; fill in all, or leave the column out with --column weighted=-",
			})
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

// Head is what costs a head are stated for.
func (b *Bodies) Head() string {
	if b.Has(WeightedRole) {
		return "weighted head"
	}
	return "head"
}

// Name makes the name of a case from that of its folder or workbook.
func Name(dir string) string {
	if full, err := filepath.Abs(dir); err == nil {
		dir = full
	}
	name := filepath.Base(dir)
	if workbook.IsFileName(name) {
		name = strings.TrimSuffix(name, filepath.Ext(name))
	}
	return data.PackageName(name)
}

// addBodies makes commissioners of the table's rows.
func (n *Case) addBodies() {
	n.FurtherColumns, n.lines = n.Table.FurtherColumns, map[string]int{}
	var codes []string
	if n.Assumed.Codes = !n.Table.Has(CodeRole); n.Assumed.Codes {
		names := make([]string, len(n.Table.Rows))
		for i, b := range n.Table.Rows {
			names[i] = b.Name
		}
		codes = slugs(names)
	}
	for i, b := range n.Table.Rows {
		x := b.Commissioner
		if codes != nil {
			x.Code = codes[i]
		}
		x.ManagementCostBasis = cmp.Or(x.ManagementCostBasis, n.Options.Basis)
		n.Commissioners, n.lines[x.Code] = append(n.Commissioners, x), b.Line
	}
}

// addSectors puts every body into a sector: as asked, or as the table has it, or all into one.
func (n *Case) addSectors() error {
	o, t := &n.Options, n.Table
	if o.Sectors > 0 {
		n.Assumed.Sectors = SectorsGrouped
		return n.group()
	}
	switch {
	case t.Has(SectorRole):
		n.Assumed.Sectors, n.DefaultMap = SectorsOfTable, cmp.Or(o.MapName, "sectors")
	case t.Has(RegionRole):
		n.Assumed.Sectors, n.DefaultMap = SectorsAreRegion, cmp.Or(o.MapName, "regions")
	default:
		n.Assumed.Sectors, n.DefaultMap = OneSector, cmp.Or(o.MapName, "all")
	}
	var sectors, regions []string
	for _, b := range t.Rows {
		sectors, regions = append(sectors, b.Sector), append(regions, b.Region)
	}
	sectorCodes, regionCodes := slugs(sectors), slugs(regions)
	for i, b := range t.Rows {
		x := model.Membership{Map: n.DefaultMap, Commissioner: n.Commissioners[i].Code, Sector: allCode, SectorName: n.allName(), Region: allCode, Basis: "assumed"}
		if t.Has(RegionRole) {
			x.Region, x.Sector, x.SectorName, x.Basis = regionCodes[i], regionCodes[i], b.Region, "as in "+t.File
		}
		if t.Has(SectorRole) {
			x.Sector, x.SectorName, x.Basis = sectorCodes[i], b.Sector, "as in "+t.File
		}
		n.Memberships = append(n.Memberships, x)
	}
	return n.checkRegions()
}

// allCode is the code of a sector or region of all bodies.
const allCode = "all"

func (n *Case) allName() string { return "All " + n.Options.BodyPlural }

// checkRegions reports a sector that lies in two regions.
func (n *Case) checkRegions() error {
	first := map[string]int{}
	var problems table.Problems
	for i, x := range n.Memberships {
		j, seen := first[x.Sector]
		if !seen {
			first[x.Sector] = i
			continue
		}
		if n.Memberships[j].Region != x.Region {
			problems = append(problems, table.Problem{
				File: n.Table.File, Sheet: n.Table.Sheet, Line: n.Table.Rows[i].Line, Column: n.Table.header(RegionRole), Value: n.Table.Rows[i].Region, Earlier: n.Table.Rows[j].Line,
				Expected: "the region of the rest of sector " + x.SectorName + ", " + n.Table.Rows[j].Region + ": a sector lies in one region; mend one, or leave the regions out with --column region=-",
			})
		}
	}
	if len(problems) > 0 {
		return problems
	}
	return nil
}

func (b *Bodies) header(role Role) string {
	for _, c := range b.Columns {
		if c.Role == role {
			return c.Header
		}
	}
	return ""
}

// group makes the sectors that were asked for, in one region.
func (n *Case) group() error {
	o := &n.Options
	if err := n.checkUngrouped(); err != nil {
		return err
	}
	groups, err := n.groups()
	if err != nil {
		return err
	}
	n.DefaultMap = cmp.Or(o.MapName, fmt.Sprintf("%s-%d", o.Grouping, o.Sectors))
	for i, g := range groups {
		for _, code := range g {
			n.Memberships = append(n.Memberships, model.Membership{
				Map: n.DefaultMap, Sector: fmt.Sprintf("S%0*d", len(strconv.Itoa(len(groups))), i+1), SectorName: n.groupName(g), Region: allCode, Commissioner: code, Basis: "assumed",
			})
		}
	}
	return nil
}

// checkUngrouped refuses to group bodies of which the table says who belongs together: it would not be seen that this is
// left out.
func (n *Case) checkUngrouped() error {
	var headers, flags []string
	for _, role := range []Role{SectorRole, RegionRole} {
		if n.Table.Has(role) {
			headers, flags = append(headers, "“"+n.Table.header(role)+"”"), append(flags, "--column "+string(role)+"=-")
		}
	}
	if len(flags) == 0 {
		return nil
	}
	return fmt.Errorf("%s has the column %s, and --sectors %d makes other sectors: leave out --sectors to have those of the table, or add %s, which keeps the column without computing with it",
		n.Table.File, strings.Join(headers, " and the column "), n.Options.Sectors, strings.Join(flags, " "))
}

func (n *Case) groups() ([]model.Group, error) {
	o := &n.Options
	if bodies := len(n.Commissioners); o.Sectors > bodies {
		return nil, fmt.Errorf("--sectors %d: there are only %d %s", o.Sectors, bodies, o.BodyPlural)
	}
	if o.Grouping == EqualGrouping {
		return model.EqualGroups(n.Commissioners, o.Sectors)
	}
	if o.NeighboursFile == "" {
		for _, b := range n.Table.Rows {
			if !b.Latitude.Given {
				return nil, fmt.Errorf("contiguous sectors need to know which %s are neighbours: give a file with --neighbours, or latitude and longitude of all; %s has none", o.BodyPlural, b.Name)
			}
		}
		n.Assumed.Neighbours = true
		n.Neighbours = model.GabrielNeighbours(n.Commissioners)
	}
	groups, err := model.ContiguousGroups(n.Commissioners, n.Neighbours, o.Sectors)
	var islands *model.IslandsError
	if errors.As(err, &islands) {
		return nil, fmt.Errorf("--sectors %d: the pairs of neighbours in %s connect the %s into no fewer than %d parts: add the pairs that are missing, or ask for at least --sectors %d",
			o.Sectors, o.NeighboursFile, o.BodyPlural, islands.Parts, islands.Parts)
	}
	return groups, err
}

// groupName names a group after its largest member.
func (n *Case) groupName(g model.Group) string {
	var largest model.Commissioner
	for _, code := range g {
		if x, _ := n.Commissioner(code); x.Population > largest.Population {
			largest = x
		}
	}
	switch len(g) {
	case 1:
		return largest.Name
	case 2:
		return largest.Name + " and 1 other"
	}
	return fmt.Sprintf("%s and %d others", largest.Name, len(g)-1)
}

// setTarget sets the target as the user chose it.
func (n *Case) setTarget() {
	o := n.Options
	for name, v := range map[string]float64{"target.reduction": o.Reduction, "target.years": o.Years, "target.per_head": o.PerHead} {
		if v == 0 {
			continue
		}
		i, _ := n.AssumptionIndex(name)
		a := &n.Assumptions[i]
		a.Central, a.Low, a.High = v, min(a.Low, v), max(a.High, v)
		if name == "target.per_head" {
			a.Low = v // 0 would be another kind of target
		}
		a.Strength, a.Sources = "-", "-"
		text, _, _ := strings.Cut(a.Description, "; a choice")
		a.Description = text + "; chosen when the case was made"
	}
}

// markUnconverted marks the amounts of money that are in another currency than the case, as their unit says, or in prices
// of another year.
func (n *Case) markUnconverted() {
	if n.Currency == templateCurrency && n.PriceYear == templatePrices {
		return
	}
	to := n.Currency
	if n.Currency == templateCurrency {
		to = n.PriceYear + " prices"
	}
	for i := range n.Assumptions {
		a := &n.Assumptions[i]
		if strings.HasPrefix(a.Name, "staff.") && strings.HasPrefix(a.Unit, templateCurrency) {
			a.Description += ". In " + templateCurrency + " at " + templatePrices + " prices, not converted to " + to + ": change it"
			if n.Currency != templateCurrency {
				a.Strength = "D"
			}
			n.Assumed.NotConverted = append(n.Assumed.NotConverted, a.Name)
		}
	}
}

// describe says what the case is, and what it is not.
func (n *Case) describe() string {
	var from []string
	for _, c := range n.Table.Columns {
		from = append(from, string(c.Role)+": “"+c.Header+"”")
	}
	text := fmt.Sprintf("%d %s from the table %s (%s). All else is transferred: functions and their shares of the cost, arrangements and assumptions from the case %s, "+
		"%s from london-2010; see the column strength and the end of each description.", len(n.Commissioners), n.BodyPlural, n.Table.File, strings.Join(from, ", "), templateOrigin, n.fromLondon())
	switch n.Assumed.Sectors {
	case OneSector:
		text += " The table has no sectors, so all are in one."
	case SectorsAreRegion:
		text += " The table has no sectors, so each region is one."
	case SectorsGrouped:
		text += fmt.Sprintf(" The %d sectors are assumed, %s by rule.", n.Options.Sectors, n.Options.Grouping)
	}
	switch {
	case n.Assumed.Neighbours:
		text += " Neighbours are assumed from latitude and longitude (Gabriel graph)."
	case n.Options.NeighboursFile != "":
		text += " Neighbours are from the file " + filepath.Base(n.Options.NeighboursFile) + "."
	}
	if names := n.Assumed.NotConverted; len(names) > 0 {
		text += " " + strings.Join(names, " and ") + " are in " + templateCurrency + " at " + templatePrices + " prices, not converted."
	}
	return text
}

// fromLondon lists what is London's: whatever of the target the user did not choose.
func (n *Case) fromLondon() string {
	const always = "the range of the baseline's total"
	switch a := n.Assumed; {
	case a.Reduction && a.Years:
		return always + " and the target"
	case a.Reduction:
		return always + " and the share of the target"
	case a.Years:
		return always + " and the years of the target"
	}
	return always
}

// roleOfColumn is what columns of commissioners.csv and sectors.csv are made from.
var roleOfColumn = map[string]Role{
	"code": CodeRole, "commissioner": CodeRole, "name": NameRole, "population": PopulationRole, "weighted_population": WeightedRole,
	"management_cost_k": CostRole, "management_cost_basis": BasisRole, "latitude": LatitudeRole, "longitude": LongitudeRole,
	"sector": SectorRole, "sector_name": SectorRole, "region": RegionRole,
}

// inTable says of problems of the case where in the table they come from: its files are not written.
func (n *Case) inTable(problems table.Problems) table.Problems {
	var all table.Problems
	for _, p := range problems {
		lines := []int{0, 1} // of the table, by the line of the file
		switch p.File {
		case "commissioners.csv":
			for _, x := range n.Commissioners {
				lines = append(lines, n.lines[x.Code])
			}
		case "sectors.csv":
			for _, x := range n.Memberships {
				lines = append(lines, n.lines[x.Commissioner])
			}
		default:
			all = append(all, p)
			continue
		}
		if role := roleOfColumn[p.Column]; role != "" { // further columns have the table's names
			p.Column = n.Table.header(role)
		}
		p.File, p.Sheet = n.Table.File, n.Table.Sheet
		p.Line, p.Earlier = lines[min(p.Line, len(lines)-1)], lines[min(p.Earlier, len(lines)-1)]
		if !slices.Contains(all, p) {
			all = append(all, p)
		}
	}
	return all
}

// slugs makes a code from each name: its words in small letters, without those that all names have. The same name gets
// the same code, another name another, whatever the order.
func slugs(names []string) []string {
	common := commonWords(names)
	of, taken := map[string]string{}, map[string]bool{}
	for _, name := range slices.Compact(slices.Sorted(slices.Values(names))) {
		words := slugWords(name)
		own := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return common[w] })
		if strings.Trim(strings.Join(own, ""), "0123456789") == "" { // a number makes no code that spreadsheets leave alone
			own = words
		}
		code := ""
		for _, w := range own {
			if code != "" && len([]rune(code))+1+len([]rune(w)) > longestSlug {
				break
			}
			code = strings.TrimPrefix(code+"-"+w, "-")
		}
		code = cmp.Or(code, "x")
		unique := code
		for i := 2; taken[unique]; i++ {
			unique = fmt.Sprintf("%s-%d", code, i)
		}
		taken[unique], of[name] = true, unique
	}
	all := make([]string, len(names))
	for i, name := range names {
		all[i] = of[name]
	}
	return all
}

// longestSlug is how long a code may get by another word.
const longestSlug = 24

func slugWords(name string) []string {
	return strings.FieldsFunc(strings.ToLower(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c) })
}

// commonWords are the words that all of several names have.
func commonWords(names []string) map[string]bool {
	distinct := slices.Compact(slices.Sorted(slices.Values(names)))
	count := map[string]int{}
	for _, name := range distinct {
		for _, w := range slices.Compact(slices.Sorted(slices.Values(slugWords(name)))) {
			count[w]++
		}
	}
	common := map[string]bool{}
	for w, c := range count {
		common[w] = len(distinct) > 1 && c == len(distinct)
	}
	return common
}
