package plots

import (
	"math"

	"reconfig/model/result"
)

// asked is the question that a figure of an analysis shows, as the figure writes it.
type asked struct {
	measure
	Question result.Question
	known    bool // whether the outcome is one of the model's: a table from elsewhere may have others
}

// rowsAsked keeps the rows of one question: the first on the outcome that figures of one outcome show, else the first.
func rowsAsked[R any](ctx Context, rows []R, question func(R) result.Question) (q result.Question, kept []R) {
	found := false
	for _, row := range rows {
		this := question(row)
		if first := len(kept) == 0; first || !found && this.Outcome == ctx.SweepOutcome {
			q, kept, found = this, nil, this.Outcome == ctx.SweepOutcome
		}
		if this == q {
			kept = append(kept, row)
		}
	}
	return q, kept
}

// asked says how to write the question and values of what is analysed.
func (ctx Context) asked(q result.Question, values ...float64) asked {
	a := asked{Question: q}
	var o result.Outcome
	if o, a.known = result.OutcomeByName(q.Outcome); a.known {
		a.measure = ctx.measure(o, values...)
	} else {
		a.measure = ctx.measureIn(q.Unit, values...)
	}
	if q.Against != "" {
		a.measure = a.difference()
	}
	return a
}

// sizes is the measure of how far the answer moves: points where it is in per cent, and no sign.
func (a asked) sizes() measure {
	m := a.difference()
	m.Unit.Signed = false
	return m
}

// move writes how far the answer moves, in the unit that suits this size alone.
func (ctx Context) move(q result.Question, size float64) string { return ctx.moved(q, "by ", size) }

// moveAtMost does the same where others move it less.
func (ctx Context) moveAtMost(q result.Question, size float64) string {
	return ctx.moved(q, "by at most ", size)
}

func (ctx Context) moved(q result.Question, by string, size float64) string {
	if math.IsInf(size, 0) {
		return "without bound"
	}
	return by + ctx.asked(q, size).sizes().write(size)
}

// outcome is what sentences call the outcome.
func (a asked) outcome() string {
	if !a.known {
		return a.Question.Outcome
	}
	return a.named()
}

// answer is what titles call what is analysed; the subtitle says what the difference is.
func (a asked) answer() string {
	if a.Question.Against != "" {
		return "the difference"
	}
	return a.outcome()
}

// analysed is what is analysed, in full.
func (a asked) analysed(ctx Context) string {
	text := a.outcome()
	if a.Question.Structure != "" {
		text += " of " + ctx.name(a.Question.Structure)
	}
	if a.Question.Against != "" {
		text += " less that of " + ctx.name(a.Question.Against)
	}
	return text
}

// better says which sign of the outcome, or of the difference, is better: 1, −1, or 0 for neither.
func (a asked) better() float64 {
	switch {
	case !a.known || a.Outcome.Better() == result.Neither:
		return 0
	case a.Outcome.Better() == result.Lower:
		return -1
	}
	return 1
}

// direction says what the sign of a difference means; nothing for an outcome.
func (a asked) direction(ctx Context) string {
	switch {
	case a.Question.Against == "":
		return ""
	case a.better() > 0:
		return "Right of 0, " + ctx.name(a.Question.Structure) + " is better than " + ctx.name(a.Question.Against)
	case a.better() < 0:
		return "Left of 0, " + ctx.name(a.Question.Structure) + " is better than " + ctx.name(a.Question.Against)
	}
	return "Right of 0, it is higher under " + ctx.name(a.Question.Structure) + " than under " + ctx.name(a.Question.Against)
}
