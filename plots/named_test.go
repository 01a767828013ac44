package plots

import "slices"

// named is the figure of that name.
func named(name string) Figure {
	all := Figures()
	return all[slices.IndexFunc(all, func(f Figure) bool { return f.Name == name })]
}
