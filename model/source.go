package model

// Source is where a figure comes from.
type Source struct {
	ID       string `csv:"id" unique:"yes" about:"Identifier of the source"`
	Citation string `csv:"citation" optional:"yes" about:"What it is"`
	URL      string `csv:"url" optional:"yes" about:"Where it can be read"`
}

func (c *Case) checkSources(r *report) {
	unique(r, c.Sources, "id", func(s Source) string { return s.ID })
	for i, s := range c.Sources {
		if s.Citation == "" && s.URL == "" {
			r.add(i, "citation", "", "a citation or a url")
		}
	}
}
