package design

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"reconfig/model"
	"reconfig/model/result"
)

// explainCase says why the search did not take the best structure of the case, where that is better than what it found.
func (d *designing) explainCase(ctx context.Context) (err error) {
	i := slices.IndexFunc(d.found.Designs, func(r result.DesignRow) bool { return r.Chosen == "yes" && r.BestOfCase != "" && r.GainOnCase < 0 })
	if i >= 0 {
		d.whyNotCase, err = d.whyNot(ctx, d.found.Designs[i].BestOfCase)
	}
	return err
}

// whyNot says which rule a structure of the case breaks, or what it moves without being compelling.
func (d *designing) whyNot(ctx context.Context, structure string) (string, error) {
	p, ok := d.designOf(d.setup.Case, structure)
	if !ok {
		return "it makes a choice that this search has not", nil
	}
	if why := d.breaks(p); why != "" {
		return why, nil
	}
	if d.Compelling > 0 {
		failing, err := d.chosen.failing(ctx, p)
		if err != nil || len(failing) > 0 {
			return fmt.Sprintf("in it the move of %s is not compelling", and(d.codesOf(failing))), err
		}
	}
	switch {
	case d.inSteps(structure):
		return "it is decided at another time, or in steps", nil
	case d.stopped:
		return "the search was stopped before it came to that", nil
	}
	return "with failures and refusals at their means it is not better", nil
}

// breaks says which rule a design breaks, those of the user first; empty for none.
func (r *rules) breaks(p design) string {
	for _, u := range r.bundles {
		if len(u) > 1 && u.with(p, p.choiceOf(u[0])) != p {
			var codes []string
			for _, f := range u {
				codes = append(codes, r.functions[f].Code)
			}
			return fmt.Sprintf("in it %s do not go together", and(codes))
		}
	}
	for _, f := range p.moved() {
		if r.kept[f] != "" {
			return fmt.Sprintf("it moves %s, %s", r.functions[f].Code, r.kept[f])
		}
	}
	return r.broken(p)
}

// inSteps says whether a structure of the case decides anything at another time than the search does.
func (d *designing) inSteps(structure string) bool {
	return slices.ContainsFunc(d.setup.Case.Placements, func(p model.Placement) bool {
		return p.Structure == structure && p.FromYear != d.FromYear
	})
}

// and lists codes: finance, people and estates.
func and(codes []string) string {
	last := len(codes) - 1
	if last < 1 {
		return strings.Join(codes, "")
	}
	return strings.Join(codes[:last], ", ") + " and " + codes[last]
}
