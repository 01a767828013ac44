// Package chart is the house style of the figures: palette, type, page frame, ticks, direct labels, keys and panels. It
// knows nothing of commissioners or structures. The rules are those of the Government Analysis Function: the finding as
// title, horizontal text, labels on the data, few light gridlines, nothing told by colour alone.
//
// It has more than sixty exported names, as figures of every kind share its type, colours, ticks and keys.
package chart
