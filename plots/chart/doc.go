// Package chart is the house style of the figures: palette, type, page frame, ticks, direct labels, keys, bars and
// dots, and finished PNG, SVG and PDF files with a text alternative inside. It knows nothing of commissioners or
// structures. The rules are those of the Government Analysis Function: the finding as title, horizontal text, labels
// on the data, few light gridlines, nothing told by colour alone.
package chart
