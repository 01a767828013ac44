//go:build !minimal

package format

// All lists the formats. EPS is not among them: it has no transparency and gonum/plot writes the time of day into it.
var All = []Format{png, svg, pdf}
