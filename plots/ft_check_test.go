package plots

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

// titleCase is a change of the small case and the title that must come out.
type titleCase struct {
	name   string
	change func(*Data)
	want   string
}

// checkTitles is what the test of every figure calls: the title must be as wanted, and the figure must render.
func checkTitles(t *testing.T, f Figure, cases []titleCase) {
	t.Helper()
	checkTitlesOf(t, f, small, cases)
}

// checkTitlesOf does the same with another case than the small one.
func checkTitlesOf(t *testing.T, f Figure, start func() Data, cases []titleCase) {
	t.Helper()
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := start()
			if c.change != nil {
				c.change(&d)
			}
			if got := f.Title(d); got != c.want {
				t.Errorf("title\n%s\nwant\n%s", got, c.want)
			}
			if _, err := f.Render(d, "svg"); err != nil {
				t.Error(err)
			}
		})
	}
}

// checkAltText compares the text alternative of the small case.
func checkAltText(t *testing.T, f Figure, want string) {
	t.Helper()
	checkAltTextOf(t, f, small(), want)
}

func checkAltTextOf(t *testing.T, f Figure, d Data, want string) {
	t.Helper()
	if got := f.AltText(d); got != want {
		t.Errorf("alternative text\n%s\nwant\n%s", got, want)
	}
}

// checkSays fails where a figure's file lacks a text; line breaks count as spaces.
func checkSays(t *testing.T, f Figure, d Data, texts ...string) {
	t.Helper()
	said := allWords(t, f, d)
	for _, text := range texts {
		if !strings.Contains(said, text) {
			t.Errorf("%s does not say %q in %q", f.Name, text, said[strings.LastIndex(said, "</svg>"):])
		}
	}
}

// checkSaysNot is the opposite.
func checkSaysNot(t *testing.T, f Figure, d Data, text string) {
	t.Helper()
	if strings.Contains(allWords(t, f, d), text) {
		t.Errorf("%s says %q", f.Name, text)
	}
}

// allWords is all that a figure says, drawn and in its page: with blanks that break lines and with those that do not.
func allWords(t *testing.T, f Figure, d Data) string {
	t.Helper()
	svg, err := f.Render(d, "svg")
	if err != nil {
		t.Error(err)
	}
	page := f.Page(d.complete())
	said := string(svg) + page.Title + page.Subtitle + strings.Join(page.Footer, " ") + page.Description
	return said + strings.ReplaceAll(said, "\u00A0", " ")
}

// hasNothingToDraw says whether the error is for lack of data, not a fault.
func hasNothingToDraw(err error) bool {
	var nothing *NothingToDrawError
	return errors.As(err, &nothing)
}

// named is the figure of that name.
func named(name string) Figure {
	all := Figures()
	return all[slices.IndexFunc(all, func(f Figure) bool { return f.Name == name })]
}
