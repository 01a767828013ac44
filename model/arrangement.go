package model

// Arrangement is how work above the local tier is pooled: statutory merger, shared management, hub …
type Arrangement struct {
	Code        string `csv:"code" unique:"yes" about:"Code of the arrangement"`
	Name        string `csv:"name" unique:"yes" about:"Name of the arrangement"`
	Voluntary   string `csv:"voluntary" type:"boolean" about:"Whether members may stay out"` // yes: members may stay out, and an agreed debt plan wins some of them
	Description string `csv:"description" optional:"yes" about:"What it is"`
}

// IsVoluntary says whether members may stay out.
func (a Arrangement) IsVoluntary() bool { return a.Voluntary == "yes" }

func (c *Case) arrangementCodes() []string {
	return names(c.Arrangements, func(x Arrangement) string { return x.Code })
}

func (c *Case) checkArrangements(r *report) {
	unique(r, c.Arrangements, "code", func(x Arrangement) string { return x.Code })
	unique(r, c.Arrangements, "name", func(x Arrangement) string { return x.Name })
	for i, x := range c.Arrangements {
		r.yesNo(i, "voluntary", x.Voluntary)
		r.subject(i, "code", x.Code, ArrangementSubject)
	}
}
