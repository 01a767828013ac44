package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/pflag"

	"reconfig/plots"
)

// pageOptions are the flags on the page of figures.
type pageOptions struct {
	width pageWidth
	bare  bool
}

func (o *pageOptions) addFlags(f *pflag.FlagSet) {
	widths, usual := plots.Widths()
	o.width = pageWidth(usual)
	f.Var(&o.width, "width", "width of figures in print, in `CM`: "+listedWidths(widths, ", ")+"; a figure whose text would be below 8 points is not drawn")
	f.BoolVar(&o.bare, "bare", false, "draw figures without title, subtitle and source; their descriptions have these instead")
}

// show takes the page of figures from the flags.
func (o *pageOptions) show(d *plots.Data) { d.Width, d.Bare = int(o.width), o.bare }

// pageWidth is one of the widths that a figure may have, in cm.
type pageWidth int

// String implements pflag.Value, like the next two.
func (w *pageWidth) String() string { return strconv.Itoa(int(*w)) }

// Type is what help would call the value, had the flag no name for it.
func (w *pageWidth) Type() string { return "cm" }

// Set reads the value of the flag.
func (w *pageWidth) Set(text string) error {
	widths, _ := plots.Widths()
	cm, err := strconv.Atoi(strings.TrimSpace(strings.TrimSuffix(text, "cm")))
	if err != nil || !slices.Contains(widths, cm) {
		return fmt.Errorf("a figure is %s cm wide", listedWidths(widths[:len(widths)-1], ", ")+" or "+strconv.Itoa(widths[len(widths)-1]))
	}
	*w = pageWidth(cm)
	return nil
}

func listedWidths(widths []int, between string) string {
	texts := make([]string, len(widths))
	for i, w := range widths {
		texts[i] = strconv.Itoa(w)
	}
	return strings.Join(texts, between)
}
