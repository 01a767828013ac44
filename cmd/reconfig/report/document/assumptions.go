package document

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"reconfig/cmd/reconfig/report"
	"reconfig/model"
	"reconfig/model/unit"
)

// Source is where a figure comes from, with its addresses; none where it has none that a browser knows.
type Source struct {
	ID, Name, Citation string
	Addresses          []string
}

// assumptions is the log of every assumption, in the sense of the Aqua Book.
func (b *builder) assumptions() Section {
	g := &Grid{ID: "log", Class: "long log", Caption: "Every assumption: the value in the central draw, the range that is plausible, its distribution and the strength of its evidence.", Columns: []Column{
		{"Assumption", false}, {"Value and plausible range", true}, {"Unit", false}, {"Kind and distribution", false}, {"Strength", false}, {"Sources", false},
	}}
	labels, words := b.Case.Labels(), b.Case.Words()
	for _, a := range b.Case.Assumptions {
		g.Rows = append(g.Rows, []Cell{
			{Text: report.Sentence(labels[a.Name]), Code: a.Name, Below: a.Description}, b.valued(a), {Text: unit.Parse(words.Unit(a.Unit)).Said()}, b.drawn(a), {Text: a.Strength}, {Links: b.cited(a.Sources)},
		})
	}
	return Section{ID: "assumptions", Heading: "Assumptions", Class: "appendix of-report", Blocks: []Block{
		{Text: []string{
			"A lever is somebody’s choice, an uncertainty nobody’s, a convention how things are counted. Draws vary uncertainties alone, within the plausible range.",
			"Strength of evidence: A outturn of the same kind of body; B outturn of another kind, or partial; C plan, press figure or single case; D judgement.",
		}},
		{Table: g},
	}}
}

// valued is the value of an assumption with its plausible range below.
func (b *builder) valued(a model.Assumption) Cell {
	c := Cell{Text: report.Full(b.Made.Values[a.Name]), Below: report.Full(a.Low) + " to " + report.Full(a.High)}
	if a.Low == a.High {
		c.Below = ""
	}
	if slices.Contains(b.Run.Set, a.Name) {
		c.Text += " (set; " + report.Full(a.Central) + " in the case)"
	}
	return c
}

// drawn is what kind an assumption is and how it is drawn, if it is.
func (b *builder) drawn(a model.Assumption) Cell {
	c := Cell{Text: a.Kind, Below: a.Distribution}
	if slices.Contains(b.Run.Set, a.Name) {
		c.Below = "set"
	}
	return c
}

// cited are links to the sources of a row.
func (b *builder) cited(cell string) []Link {
	var links []Link
	for _, id := range model.SourceIDs(cell) {
		if i := slices.IndexFunc(b.Case.Sources, func(s model.Source) bool { return s.ID == id }); i >= 0 {
			links = append(links, Link{id, "#" + sourceID(i)})
		}
	}
	return links
}

// sourceID is where a source stands in the page: by its index, for its own identifier may hold anything.
func sourceID(index int) string { return "source-" + strconv.Itoa(index+1) }

// sources lists the sources of the case.
func (b *builder) sources() Section {
	var all []Source
	for i, s := range b.Case.Sources {
		shown := Source{ID: sourceID(i), Name: s.ID, Citation: s.Citation}
		if addresses := strings.Fields(s.URL); len(addresses) > 0 && !slices.ContainsFunc(addresses, func(a string) bool { return !isAddress(a) }) {
			shown.Addresses = addresses
		} else {
			shown.Citation = report.Sentences(shown.Citation, s.URL)
		}
		all = append(all, shown)
	}
	return withBlock(Section{ID: "sources", Class: "appendix", Heading: "Sources"}, Block{Sources: all})
}

// isAddress says whether a browser can open the text and it leads to a page of the web.
func isAddress(text string) bool {
	u, err := url.Parse(text)
	return err == nil && u.Host != "" && (strings.EqualFold(u.Scheme, "https") || strings.EqualFold(u.Scheme, "http"))
}
