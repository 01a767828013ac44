package plots

import "reconfig/plots/chart"

// Formats are the file formats of a figure.
var Formats = chart.Formats
