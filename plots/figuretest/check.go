package figuretest

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"reconfig/plots/figure"
)

// TitleCase is a change of the small case and the title that must come out.
type TitleCase struct {
	Name   string
	Change func(*figure.Data)
	Want   string
}

// CheckTitles is what the test of every figure calls: the title must be as wanted, and the figure must render.
func CheckTitles(t *testing.T, f figure.Figure, cases []TitleCase) {
	t.Helper()
	CheckTitlesOf(t, f, Small, cases)
}

// CheckTitlesOf does the same with another case than the small one.
func CheckTitlesOf(t *testing.T, f figure.Figure, start func() figure.Data, cases []TitleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.Name, func(t *testing.T) {
			d := start()
			if c.Change != nil {
				c.Change(&d)
			}
			if got := f.Title(d); got != c.Want {
				t.Errorf("title\n%s\nwant\n%s", got, c.Want)
			}
			if _, err := f.Render(d, "svg"); err != nil {
				t.Error(err)
			}
		})
	}
}

// CheckAltText compares the text alternative of the small case.
func CheckAltText(t *testing.T, f figure.Figure, want string) {
	t.Helper()
	CheckAltTextOf(t, f, Small(), want)
}

// CheckAltTextOf does the same with another case.
func CheckAltTextOf(t *testing.T, f figure.Figure, d figure.Data, want string) {
	t.Helper()
	if got := f.AltText(d); got != want {
		t.Errorf("alternative text\n%s\nwant\n%s", got, want)
	}
}

// CheckSays fails where a figure's file lacks a text; line breaks count as spaces.
func CheckSays(t *testing.T, f figure.Figure, d figure.Data, texts ...string) {
	t.Helper()
	said := allWords(t, f, d)
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("%s does not say %q in %q", f.Name, text, said[strings.LastIndex(said, "</svg>"):])
		}
	}
}

// CheckSaysNot is the opposite.
func CheckSaysNot(t *testing.T, f figure.Figure, d figure.Data, text string) {
	t.Helper()
	if strings.Contains(allWords(t, f, d), text) {
		t.Errorf("%s says %q", f.Name, text)
	}
}

// allWords is all that a figure says, drawn and in its page: with blanks that break lines and with those that do not.
func allWords(t *testing.T, f figure.Figure, d figure.Data) string {
	t.Helper()
	svg, err := f.Render(d, "svg")
	if err != nil {
		t.Error(err)
	}
	page := f.Page(d.Complete())
	said := string(svg) + page.Title + page.Subtitle + strings.Join(page.Footer, " ") + page.Description
	return said + strings.ReplaceAll(said, "\u00A0", " ")
}

// HasNothingToDraw says whether the error is for lack of data, not a fault.
func HasNothingToDraw(err error) bool {
	var nothing *figure.NothingToDrawError
	var pointless *figure.PointlessError
	return errors.As(err, &nothing) || errors.As(err, &pointless)
}

// Named is the figure of that name.
func Named(name string) figure.Figure {
	all := figure.All()
	return all[slices.IndexFunc(all, func(f figure.Figure) bool { return f.Name == name })]
}
