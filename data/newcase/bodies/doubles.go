package bodies

import (
	"fmt"
	"math"
	"strings"

	"reconfig/data/pattern"
	"reconfig/data/table"
)

var (
	// totalName matches what rows of totals and averages are called.
	totalName = pattern.New(`(?i)(^|[^\pL])(sub-?\s?)?totals?($|[^\pL])` +
		`|^(all|sum|overall)[^\pL]*$` +
		`|^(average|avg|median)($|[^\pL])|^mean([^\pL]*$|[^\pL]+of[^\pL])` +
		`|[^\pL](average|avg|mean|median)[^\pL]*$` +
		`|^(insgesamt|gesamt(summe)?|summe|zusammen|durchschnitt|totaal|subtotaal|gemiddelde?|i alt|samlet|hele landet|gennemsnit|hela landet|totalt)($|[^\pL])`)

	// partName matches what rows are called that have a part of another row.
	partName = pattern.New(`(?i)^[-–—•·*\s]*(of which|of whom|thereof|including:|davon|darunter|waarvan|w\.o\.|heraf|herav|hvoraf|därav|dont)($|[^\pL])`)

	// townOrTotal matches what rows of totals may be called and places too, such as All Saints. It is taken for a total
	// where no other row has more people.
	townOrTotal = pattern.New(`(?i)^(all|sum|overall|grand)($|[^\pL])|[^\pL](all|sum|overall)[^\pL]*$`)
)

const (
	mendTotal = "; delete the row, or, if it is a body of its own, add --keep-total; --drop-total leaves such rows out"
	totalOut  = "a total or an average of others, as --drop-total says"
)

// leaveOutAsides reports rows that are no bodies by what stands in them, notes and totals, and leaves them out.
func (r *reader) leaveOutAsides() {
	if len(r.Records) == 0 {
		r.fail(r.first, "", "rows of bodies below the header")
		return
	}
	r.keep(func(row int) bool {
		if r.cell(row, PopulationRole) != "" || r.cell(row, CostRole) != "" {
			return true
		}
		const kind = "the name, population and cost of a body; if this is a note or a heading, delete the row"
		r.add(r.Lines[row][0], "", texts(r.Records[row : row+1])[0], kind, "")
		return false
	})
	if r.options.KeepTotal {
		return
	}
	isTotal := func(row int) bool { return totalName().MatchString(r.called(row)) }
	isPart := func(row int) bool { return partName().MatchString(r.called(row)) }
	if r.options.DropTotal {
		r.leaveOut(isTotal, totalOut)
		r.leaveOut(isPart, "a part of another row, as --drop-total says")
		return
	}
	r.keep(func(row int) bool {
		what := "a total or an average"
		switch {
		case isPart(row):
			what = "a part of another row"
		case !isTotal(row):
			return true
		}
		role := NameRole
		if r.cell(row, NameRole) == "" {
			role = CodeRole
		}
		r.fault(row, role, "bodies only: by its name this is "+what+mendTotal, "")
		return false
	})
}

// totalTolerance is how far a total may be from the sum of what it totals: both may be rounded.
const totalTolerance = 0.002

func isNear(v, sum float64) bool { return math.Abs(v-sum) <= totalTolerance*sum }

// tally sums up rows.
type tally struct {
	rows         int
	people, cost float64
}

func (t *tally) add(b Body) {
	t.rows++
	t.people += b.Population
	t.cost += b.ManagementCostK
}

// without is the tally without one of its rows.
func (t *tally) without(b Body) tally {
	return tally{t.rows - 1, t.people - b.Population, t.cost - b.ManagementCostK}
}

// leaveOutDoubles reports rows that are no bodies but sum up others, which would count people twice, or leaves them out.
func (r *reader) leaveOutDoubles() {
	if r.options.KeepTotal {
		return
	}
	doubles := r.doubles()
	if r.options.DropTotal {
		r.leaveOut(func(row int) bool { return doubles[row] != "" }, totalOut)
		return
	}
	var rows []int
	for row := range r.Records {
		if doubles[row] != "" {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return
	}
	text := "bodies only: this " + doubles[rows[0]]
	if strings.HasPrefix(doubles[rows[0]], "has ") {
		text += ", as a total has, or what replaced them (then delete their rows)"
	}
	for i, row := range rows[1:] {
		if i == mostDoubles {
			text += fmt.Sprintf("; and %d more", len(rows)-1-i)
			break
		}
		text += fmt.Sprintf("; “%s” in %s %d %s", r.called(row), table.Problem{Sheet: r.sheet}.LineKind(), r.bodies.Rows[row].Line, doubles[row])
	}
	r.fault(rows[0], NameRole, text+mendTotal, "")
}

// mostDoubles is how many rows are named that sum up others, besides the first.
const mostDoubles = 8
