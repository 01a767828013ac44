// Package draw draws the figures of result folders as their files.
package draw

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"reconfig/data/results"
	"reconfig/plots"
	"reconfig/sim/parallel"
)

// Folder is where a result folder has its figures.
const Folder = "figures"

// DefaultFormats are those that figures are drawn in unless the user names others: the first for the eye, the second for
// editing.
func DefaultFormats() []string { return []string{"png", "svg"} }

// Paths lists every figure file that a command may write to a result folder.
func Paths() []string {
	var paths []string
	for _, f := range plots.Figures() {
		for _, format := range plots.Formats() {
			paths = append(paths, path(f, format))
		}
	}
	return paths
}

func path(f plots.Figure, format string) string { return Folder + "/" + f.Name + "." + format }

// drawing is one figure in one format.
type drawing struct {
	figure plots.Figure
	format string
	file   results.File
	fault  error
	first  bool   // of the figure's formats
	boxes  []rune // letters that the font lacks; of the first format alone
}

// Figures draws the figures that there are data for, on all cores. It tells of one that cannot be drawn; of one that has
// nothing to show only if the user asked for it by name. It returns an error only if it is interrupted.
func Figures(ctx context.Context, d plots.Data, figures []plots.Figure, formats []string, asked bool, tell func(error)) ([]results.File, error) {
	var drawings []*drawing
	for _, f := range figures {
		if f.OnAsk && !asked || len(f.Missing(d)) > 0 {
			continue
		}
		for i, format := range formats {
			drawings = append(drawings, &drawing{figure: f, format: format, first: i == 0})
		}
	}
	if err := drawAll(ctx, d, drawings); err != nil {
		return nil, err
	}
	if letters := boxes(drawings); len(letters) > 0 {
		tell(&LackingError{letters})
	}
	if names := d.Unreadable(); len(names) > 0 && len(drawings) > 0 {
		tell(&UnreadableError{names})
	}
	return drawn(drawings, asked, tell), nil
}

// drawAll returns an error as soon as the context ends. What is being drawn then goes on by itself: it only takes up memory,
// and the drawing library cannot be stopped.
func drawAll(ctx context.Context, d plots.Data, drawings []*drawing) error {
	done := make(chan error, 1)
	go func() {
		done <- parallel.Do(ctx, runtime.GOMAXPROCS(0), len(drawings), 1, func(_, i, _ int) { drawings[i].draw(d) })
	}()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case err := <-done:
		return err
	}
}

// drawn lists what was drawn, and tells of what was not: once a figure, if it fails alike in every format, and once of all
// figures that would have too many structures to show, or too narrow a page.
func drawn(drawings []*drawing, asked bool, tell func(error)) []results.File {
	var files []results.File
	told := map[string]bool{}
	var full plots.TooManyError
	var narrow plots.TooNarrowError
	for _, x := range drawings {
		var nothing *plots.NothingToDrawError
		var tooMany *plots.TooManyError
		var tooNarrow *plots.TooNarrowError
		switch {
		case errors.As(x.fault, &tooMany):
			tooMany.Figures = slices.Compact(append(full.Figures, tooMany.Figures...))
			full = *tooMany
		case errors.As(x.fault, &tooNarrow):
			tooNarrow.Figures = slices.Compact(append(narrow.Figures, tooNarrow.Figures...))
			narrow = *tooNarrow
		case x.fault == nil:
			files = append(files, x.file)
		case errors.As(x.fault, &nothing) && !asked:
		case !told[x.fault.Error()]:
			told[x.fault.Error()] = true
			tell(x.fault)
		}
	}
	if len(full.Figures) > 0 {
		tell(&full)
	}
	if len(narrow.Figures) > 0 {
		tell(&narrow)
	}
	return files
}

// draw draws the figure. What it cannot draw it may not be able to describe.
func (x *drawing) draw(d plots.Data) {
	content, page, err := x.figure.RenderPage(d, x.format)
	if err != nil {
		x.fault = err
		return
	}
	if x.first {
		x.boxes = page.Lacking()
	}
	x.file = results.File{
		Path: path(x.figure, x.format), Title: page.Title, Description: page.Description, MediaType: plots.MediaType(x.format), Content: content,
	}
}

// LackingError says which letters are drawn as boxes, for the font of figures lacks them.
type LackingError struct{ Letters []rune }

// mostLetters is how many letters the message names.
const mostLetters = 12

func (e *LackingError) Error() string {
	named := make([]string, 0, mostLetters)
	for _, r := range e.Letters[:min(len(e.Letters), mostLetters)] {
		named = append(named, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	text := strings.Join(named, ", ")
	if rest := len(e.Letters) - len(named); rest > 0 {
		text += fmt.Sprintf(" and %d more", rest)
	}
	return "letters that the font of figures lacks, drawn as " + string(plots.Box) + ": " + text
}

// UnreadableError says which names figures have codes for, as their font has none of the letters.
type UnreadableError struct{ Names []string }

func (e *UnreadableError) Error() string {
	const most = 6
	names := e.Names[:min(len(e.Names), most)]
	text := strings.Join(names, ", ")
	if rest := len(e.Names) - len(names); rest > 0 {
		text += fmt.Sprintf(" and %d more", rest)
	}
	return "names of which the font of figures has no letter; figures have the codes instead: " + text
}

// boxes lists the letters that the font lacks, each once.
func boxes(drawings []*drawing) []rune {
	var all []rune
	for _, x := range drawings {
		all = append(all, x.boxes...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}
