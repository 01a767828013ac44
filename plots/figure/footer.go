package figure

import (
	"fmt"
	"slices"
	"strings"

	"reconfig/plots/words"
)

// Footer is the source, and any notes after it.
func (ctx Context) Footer(notes ...string) []string {
	source := words.Either(ctx.Source, "reconfig, simulated")
	if !strings.HasPrefix(strings.ToLower(source), "source") {
		source = "Source: " + source
	}
	source += ctx.aboutBaseline(source)
	text := ""
	for _, note := range append(notes, ctx.Note) {
		if note = strings.Trim(note, ".;, "); note != "" {
			text += " " + note + "."
		}
	}
	if text == "" {
		return []string{source}
	}
	return []string{source, "Note:" + text}
}

// aboutBaseline goes on after the source with how the cost at the start is known, on one line, with per cent as figures
// write it.
func (ctx Context) aboutBaseline(source string) string {
	statement := strings.Trim(ctx.Baseline, " .")
	if statement == "" {
		return ""
	}
	stop := "."
	if strings.HasSuffix(source, ".") {
		stop = ""
	}
	return stop + " " + words.Unbroken(strings.ReplaceAll(statement, " %", "%")+".")
}

// How structures in focus stand out in most figures, and in those without colours.
const (
	InColour = "In colour"
	inBold   = "In bold"
)

// AboutFocus says which structures are in colour, or otherwise stand out, where others do not; as a sentence for a note.
func (d Data) AboutFocus(how string) string {
	codes := d.Structures()
	if d.FocusOf == "" || !slices.ContainsFunc(codes, func(code string) bool { return !slices.Contains(d.Focus, code) }) {
		return ""
	}
	text := how + ": " + d.FocusOf
	if d.Best != "" && slices.Contains(codes, d.Best) {
		text += ", and " + d.Said(d.Best) + ", which is best on " + d.bestOn()
	}
	return text + "."
}

// AboutLevel says why the structure that others are shown against is drawn, and in its colour, though it is out of focus.
func (ctx Context) AboutLevel(code string) string {
	if code == "" || ctx.FocusOf == "" || slices.Contains(ctx.Focus, code) {
		return ""
	}
	return ctx.Said(code) + " is drawn too, as what the others are shown against"
}

// bestOn says on what, and in a sweep where, the best structure is best.
func (d Data) bestOn() string {
	if d.Sweep == nil && len(d.Outcomes) == 0 {
		_, o := d.leastRegretted()
		return o.Words()
	}
	if d.Sweep == nil {
		return DefaultOutcome.Words()
	}
	_, best, points := SweepLeader(d.Context, d.Sweep)
	return fmt.Sprintf("%s at %s of %s points", sweepOutcome(d.Context, d.Sweep).Words(), words.Number(best), words.Number(points))
}

// Subtitle says what is measured in which unit, where and when.
func (ctx Context) Subtitle(measure, period string) string {
	return words.Joined(measure, ctx.Case, words.Unbroken(period))
}
