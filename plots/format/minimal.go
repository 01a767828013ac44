//go:build minimal

package format

// All lists the formats that a browser needs.
var All = []Format{svg}
