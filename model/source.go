package model

// Source is where a figure comes from.
type Source struct {
	ID       string `csv:"id"`
	Citation string `csv:"citation"`
	URL      string `csv:"url"`
}

func (c *Case) checkSources(r *report) {
	unique(r, c.Sources, "id", func(s Source) string { return s.ID })
	for i, s := range c.Sources {
		if s.Citation == "" && s.URL == "" {
			r.add(i, "citation", "", "a citation or a url")
		}
	}
}
