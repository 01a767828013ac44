package figure

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"reconfig/plots/chart"
	"reconfig/plots/words"
)

// Context is what a figure says around its data. Every field may be empty.
type Context struct {
	Case          string                // title of the case, as in "London's 31 PCTs, 2010"
	Map           string                // name of the map
	BodySingular  string                // what a commissioner is called, as in PCT
	BodyPlural    string                // PCTs
	Currency      string                // £ if empty
	PriceYear     string                // as in 2009/10
	Source        string                // attribution, for the line under the figure
	Baseline      string                // how the cost at the start is known: what is reported, derived, estimated, assumed
	Note          string                // anything a reader must know, as settings that the user changed
	Focus         []string              // codes of structures drawn in colour, at most four; if empty the first four of the data
	FocusOf       string                // what the structures in focus are, for a note; nothing where nobody need be told
	Best          string                // code of the structure that is best, in focus besides those; may be empty
	Colours       []string              // codes of the structures of the case, those that it puts in focus first: what a colour belongs to
	Names         map[string]string     // names of structures by code; completed from the outcomes
	SourceOfPlan  string                // attribution of figures that no draw changes, as of the debt fund or of switching values; Source if empty
	Tolerance     float64               // share of a commissioner's cut that may be missing on target; 0 if unknown
	HandoverYears float64               // time of the handover in years from the start; 0 if unknown
	Draws         int                   // number of draws that the statistics are of; 0 if there was one draw, or if unknown
	Points        int                   // number of points of a sweep that scenarios were looked for among; 0 where it was draws
	Labels        map[string]string     // short names of assumptions by their codes
	Central       map[string]float64    // values of assumptions in the central draw, by their codes
	Set           bool                  // the user set assumptions, or may have: values that were not drawn need not be central
	Plausible     map[string][2]float64 // ranges of assumptions that are plausible, by their codes
	Width         int                   // of the page in print, in cm: one of chart.Prints; 0 for the default
	Bare          bool                  // without title, subtitle and source
	SweepOutcome  string                // name of the outcome that figures of one outcome show; if empty or not one of theirs, DefaultOutcome, or the net present value of the structure, or the first there is
}

// CentralOrSet is what values are called that were not drawn.
func (ctx Context) CentralOrSet() string { return words.Central(ctx.Set) }

// Name is the structure's name, or its code where it has none.
func (ctx Context) Name(code string) string { return words.Either(ctx.Names[code], code) }

// Said is the structure's name in a sentence: in quotation marks where it has several words, which could be misread.
func (ctx Context) Said(code string) string { return words.Quoted(ctx.Name(code)) }

// SaidIn is a sentence that names structures, with their names as Said has them.
func (ctx Context) SaidIn(sentence string) string {
	names := slices.Collect(maps.Values(ctx.Names))
	slices.SortFunc(names, func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) }) // the longest that fits is meant
	var pairs []string
	for _, name := range names {
		if name != "" {
			pairs = append(pairs, "“"+name+"”", "“"+name+"”", name, words.Quoted(name))
		}
	}
	return strings.NewReplacer(pairs...).Replace(sentence)
}

// Label is the short name of an assumption, or its code where it has none.
func (ctx Context) Label(code string) string { return words.Either(ctx.Labels[code], code) }

// CodeBeside is the code of an assumption where its label is not that already.
func (ctx Context) CodeBeside(code string) string {
	if ctx.Label(code) == code {
		return ""
	}
	return code
}

// Input is an assumption, or another input, as a figure names it.
type Input struct {
	Name string // its label; its code where it has none
	Code string // beside the label, for --set; empty where the name is the code
}

// Input is that of a code.
func (ctx Context) Input(code string) Input { return Input{ctx.Label(code), ctx.CodeBeside(code)} }

// Said is the input in a sentence: a label in quotation marks.
func (i Input) Said() string {
	if i.Code == "" {
		return i.Name
	}
	return "“" + i.Name + "”"
}

// Print is the size of the page.
func (ctx Context) Print() chart.Print { return chart.PrintOf(ctx.Width) }

// SaidOf are the names of structures in a sentence.
func SaidOf(ctx Context, codes []string) []string {
	names := make([]string, len(codes))
	for i, code := range codes {
		names[i] = ctx.Said(code)
	}
	return names
}
