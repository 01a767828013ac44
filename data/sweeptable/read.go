package sweeptable

import (
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"reconfig/data/dialect"
	"reconfig/data/folder"
	"reconfig/data/table"
	"reconfig/model/result"
)

// MostRows is how many rows are held: half a gigabyte or so.
const MostRows = 2_000_000

// RowsError says that a table has more rows than are held.
type RowsError struct{ File string }

func (e *RowsError) Error() string {
	return fmt.Sprintf("%s: it has more than %d rows, the most that are held at once; leave out structures or points, or make a sweep of fewer (for `discover`, only rows of the structures that are named count)", e.File, MostRows)
}

// Read reads the table of a sweep's folder, from the quickest of the formats that it is there in. Columns that are numbers and
// neither keys nor outcomes are assumptions that were varied; others that are not known are passed over. It returns a
// table.Problems error with what cannot be read, a NoSweepError if there is no table, and a RowsError if it is too long.
// keep, if any, says which rows are wanted; others are read and not held. written is how the table is written, if not as this
// program writes one.
func Read(dir string, keep func(*result.SweepRow) bool) (s *result.Sweep, written string, err error) {
	return read(dir, result.SweepName, keep)
}

// ReadDifferences reads the table of a sweep's differences as Read does the sweep's.
func ReadDifferences(dir string, keep func(*result.SweepRow) bool) (s *result.Sweep, written string, err error) {
	return read(dir, result.DifferencesName, keep)
}

func read(dir, name string, keep func(*result.SweepRow) bool) (s *result.Sweep, written string, err error) {
	for _, f := range slices.Backward(formats) {
		file := filepath.Join(dir, File(name, f.name))
		if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		b := &sweepBuilder{file: file, sweep: &result.Sweep{Paired: name == result.DifferencesName}, keep: keep}
		if err := f.read(b); err != nil {
			if errors.As(err, new(*RowsError)) {
				return nil, "", err
			}
			return nil, "", fmt.Errorf("%s: %w", file, folder.Reason(err))
		}
		if len(b.problems) > 0 {
			return nil, "", b.problems
		}
		if written = b.dialect.String(); written != "" {
			written = File(name, f.name) + ": " + written
		}
		return b.sweep, written, nil
	}
	return nil, "", &NoSweepError{dir, name}
}

// NoSweepError says that a folder does not hold one of the tables of a sweep.
type NoSweepError struct{ Dir, Table string }

func (e *NoSweepError) Error() string {
	return e.Dir + " holds no sweep; `reconfig sweep` writes " + strings.Join(Files(e.Table), " or ")
}

// role is what a column of a sweep's table is for.
type role int

const (
	passedOver role = iota
	pointRole
	mapRole
	structureRole
	secondRole
	statisticRole
	drawRole
	settingRole
	outcomeRole
	neverRole
)

// sweepBuilder puts a sweep together, whatever file it is read from.
type sweepBuilder struct {
	file     string
	sweep    *result.Sweep
	dialect  dialect.Dialect             // of a CSV file
	bound    *recordBound                // of a CSV file
	keep     func(*result.SweepRow) bool // nil for every row
	problems table.Problems
	names    []string // of the columns
	roles    []role
	index    []int // of each setting and outcome among its like
	points   map[string]int
	key      []byte
	texts    map[string]string // by cell
	slab     []float64         // that rows take their numbers from
}

// mostProblems is how many problems of a large table are told.
const mostProblems = 20

func (b *sweepBuilder) add(line int, column, value, expected string) {
	b.problems = append(b.problems, table.Problem{File: b.file, Line: line, Column: column, Value: value, Expected: expected})
}

// tooMany says whether enough problems have been told.
func (b *sweepBuilder) tooMany() bool { return len(b.problems) >= mostProblems }

// takeHeader finds out what the columns are for. isNumber says of a column that is not known whether it holds numbers.
func (b *sweepBuilder) takeHeader(names []string, isNumber func(i int) bool) {
	b.names, b.roles, b.index = names, make([]role, len(names)), make([]int, len(names))
	keys, needed := b.keyRoles()
	for i, name := range names {
		if slices.Index(names, name) < i {
			b.add(1, name, "", "each column once: it stands twice in the header")
			continue
		}
		if r, ok := keys[name]; ok {
			b.roles[i] = r
		} else if o, ok := result.OutcomeByName(name); ok {
			b.roles[i], b.index[i] = outcomeRole, len(b.sweep.Outcomes)
			b.sweep.Outcomes = append(b.sweep.Outcomes, o)
		} else if name != "" && isNumber(i) {
			b.roles[i], b.index[i] = settingRole, len(b.sweep.Varied)
			b.sweep.Varied = append(b.sweep.Varied, result.Column{Name: name, Type: "number", Description: "Assumption that was varied"})
		}
	}
	for _, name := range needed {
		if !slices.Contains(names, name) {
			b.add(1, name, "", "a column of that name: it is missing")
		}
	}
	if len(b.sweep.Outcomes) == 0 {
		b.add(1, "", "", "a column for at least one outcome, as structure_npv_k")
	}
	b.sweep.EachDraw = slices.Contains(b.roles, drawRole)
	if b.sweep.EachDraw && slices.Contains(b.roles, statisticRole) {
		b.add(1, "draw", "", "either draw or statistic: a row is one draw or one statistic")
	}
}

// keyRoles are the roles of the columns that are neither assumptions nor outcomes, and those of them that must be there.
func (b *sweepBuilder) keyRoles() (keys map[string]role, needed []string) {
	if b.sweep.Paired {
		return map[string]role{"point": pointRole, "map": mapRole, "first": structureRole, "second": secondRole, "statistic": statisticRole}, []string{"first", "second"}
	}
	return map[string]role{
		"point": pointRole, "map": mapRole, "structure": structureRole, "statistic": statisticRole, "draw": drawRole, result.NeverColumn().Name: neverRole,
	}, []string{"structure"}
}

// newRow is a row with room for its numbers, which are NaN.
func (b *sweepBuilder) newRow() result.SweepRow {
	settings, outcomes := len(b.sweep.Varied), len(b.sweep.Outcomes)
	if len(b.slab) < settings+outcomes {
		b.slab = make([]float64, max(1<<16, settings+outcomes))
	}
	row := result.SweepRow{Settings: b.slab[:settings:settings], Values: b.slab[settings : settings+outcomes : settings+outcomes], NeverShare: math.NaN()}
	b.slab = b.slab[settings+outcomes:]
	for i := range row.Values {
		row.Values[i] = math.NaN()
	}
	return row
}

// finish fills in what the row's table does not have: the statistic is that of the central draw, points are numbered as
// they come.
func (b *sweepBuilder) finish(row *result.SweepRow) {
	if !b.sweep.EachDraw && row.Statistic == "" {
		row.Statistic = result.CentralDraw
	}
	if slices.Contains(b.roles, pointRole) {
		return
	}
	if b.points == nil {
		b.points = map[string]int{}
	}
	b.key = append(append(b.key[:0], row.Map...), 0)
	for _, v := range row.Settings {
		b.key = fmt.Appendf(b.key, "%x,", math.Float64bits(v))
	}
	n, ok := b.points[string(b.key)]
	if !ok {
		n = len(b.points) + 1
		b.points[string(b.key)] = n
	}
	row.Point = n
}

// ownNumbers is a row of a group of which not all are kept: its numbers do not hold those of the others in memory.
func (b *sweepBuilder) ownNumbers(row result.SweepRow) result.SweepRow {
	if b.keep != nil {
		row.Settings, row.Values = slices.Clone(row.Settings), slices.Clone(row.Values)
	}
	return row
}

// isKept says whether a row is wanted.
func (b *sweepBuilder) isKept(row *result.SweepRow) bool { return b.keep == nil || b.keep(row) }

// intern remembers what a cell's text is, so that one copy serves all rows.
func (b *sweepBuilder) intern(cell, text string) string {
	if b.texts == nil {
		b.texts = map[string]string{}
	}
	b.texts[cell] = text
	return text
}
