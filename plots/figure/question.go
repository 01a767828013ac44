package figure

import (
	"math"

	"reconfig/model/result"
)

// Asked is the question that a figure of an analysis shows, as the figure writes it.
type Asked struct {
	Measure
	Question result.Question
	Known    bool // whether the outcome is one of the model's: a table from elsewhere may have others
}

// RowsAsked keeps the rows of one question: the first on the outcome asked for, else on the default, else the first.
func RowsAsked[R any](ctx Context, rows []R, question func(R) result.Question) (q result.Question, kept []R) {
	for _, row := range rows {
		this := question(row)
		if len(kept) == 0 || ctx.rank(this.Outcome) > ctx.rank(q.Outcome) {
			q, kept = this, nil
		}
		if this == q {
			kept = append(kept, row)
		}
	}
	return q, kept
}

// rank is the higher the sooner figures of one outcome show it.
func (ctx Context) rank(outcome string) int {
	switch outcome {
	case ctx.SweepOutcome:
		return 2
	case DefaultOutcome.String():
		return 1
	}
	return 0
}

// Asked says how to write the question and values of what is analysed.
func (ctx Context) Asked(q result.Question, values ...float64) Asked {
	a := Asked{Question: q}
	var o result.Outcome
	if o, a.Known = result.OutcomeByName(q.Outcome); a.Known {
		a.Measure = ctx.Measure(o, values...)
	} else {
		a.Measure = ctx.MeasureIn(ctx.wording().Parse(q.Unit), values...)
	}
	if q.Against != "" {
		a.Measure = a.Difference()
	}
	return a
}

// Sizes is the measure of how far the answer moves: points where it is in per cent, and no sign.
func (a Asked) Sizes() Measure {
	m := a.Difference()
	m.Unit.Signed = false
	return m
}

// Move writes how far the answer moves, in the unit that suits this size alone.
func (ctx Context) Move(q result.Question, size float64) string { return ctx.moved(q, "by ", size) }

// MoveAtMost writes how far the answer moves at most, where several inputs move it by less and less.
func (ctx Context) MoveAtMost(q result.Question, size float64) string {
	return ctx.moved(q, "by at most ", size)
}

func (ctx Context) moved(q result.Question, by string, size float64) string {
	if math.IsInf(size, 0) {
		return "without bound"
	}
	return by + ctx.Asked(q, size).Sizes().Write(size)
}

// outcome is what sentences call the outcome.
func (a Asked) outcome() string {
	if !a.Known {
		return a.Question.Outcome
	}
	return a.Named()
}

// Answer is what titles call what is analysed; the subtitle says what the difference is.
func (a Asked) Answer() string {
	if a.Question.Against != "" {
		return "the difference"
	}
	return a.outcome()
}

// Analysed is what is analysed, in full.
func (a Asked) Analysed(ctx Context) string {
	text := a.outcome()
	if a.Question.Structure != "" {
		text += " of " + ctx.Said(a.Question.Structure)
	}
	if a.Question.Against != "" {
		text += " less that of " + ctx.Said(a.Question.Against)
	}
	return text
}

// Better says which sign of the outcome, or of the difference, is better: 1, −1, or 0 for neither.
func (a Asked) Better() float64 {
	switch {
	case !a.Known || a.Outcome.Better() == result.Neither:
		return 0
	case a.Outcome.Better() == result.Lower:
		return -1
	}
	return 1
}

// Direction says what the sign of a difference means; nothing for an outcome.
func (a Asked) Direction(ctx Context) string {
	switch {
	case a.Question.Against == "":
		return ""
	case a.Better() > 0:
		return "Right of 0, " + ctx.Said(a.Question.Structure) + " is better than " + ctx.Said(a.Question.Against)
	case a.Better() < 0:
		return "Left of 0, " + ctx.Said(a.Question.Structure) + " is better than " + ctx.Said(a.Question.Against)
	}
	return "Right of 0, it is higher under " + ctx.Said(a.Question.Structure) + " than under " + ctx.Said(a.Question.Against)
}
