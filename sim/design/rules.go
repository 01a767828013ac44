package design

import (
	"fmt"
	"slices"

	"reconfig/model"
	"reconfig/model/spelling"
)

// rules say which structures make sense, whatever they are worth:
//
//   - A statutory merger is of all functions that any structure of the case moves, on one tier, the board among them: the
//     bodies below are no more. The board moves by no other way: a body that stays in being has a board.
//   - Where management of anything is shared, the executive is shared, on the same tier.
//   - What is kept stays local, so that there is no merger; what goes together makes the same choice.
type rules struct {
	*space
	free       bool   // only the last of the rules holds
	statutory  []bool // by choice
	management []bool // by choice
	board      int    // index of the function, −1 for none
	executive  int
	kept       []string // by function: why it stays local; empty where it may move
	bundles    []bundle
}

// bundle is functions that make the same choice.
type bundle []int

// newRules reads the rules of a case, and those that the options add.
func newRules(c *model.Case, s *space, o Options) (*rules, error) {
	r := &rules{space: s, free: o.NoCoherence, board: s.index(model.BoardFunction), executive: s.index(model.ExecutiveFunction), kept: make([]string, len(s.functions))}
	for _, x := range s.choices {
		statutory, management := kindOf(c, x.Arrangement)
		r.statutory, r.management = append(r.statutory, statutory), append(r.management, management)
	}
	if err := r.keep(c, o); err != nil {
		return nil, err
	}
	return r, r.join(o.With)
}

// kindOf says whether an arrangement is a statutory merger, or shared management. Neither is voluntary; the case's
// structures tell them apart: what some of them use, and never for the board, leaves the boards as they are.
func kindOf(c *model.Case, arrangement string) (statutory, management bool) {
	i := slices.IndexFunc(c.Arrangements, func(a model.Arrangement) bool { return a.Code == arrangement })
	if i < 0 || c.Arrangements[i].IsVoluntary() {
		return false, false
	}
	uses := func(board bool) bool {
		return slices.ContainsFunc(c.Placements, func(p model.Placement) bool {
			return p.Arrangement == arrangement && (!board || p.Function == model.BoardFunction)
		})
	}
	management = uses(false) && !uses(true) && slices.ContainsFunc(c.Functions, func(f model.Function) bool { return f.Code == model.BoardFunction })
	return !management, management
}

// Why a function stays local, whatever it would be worth.
const (
	keptByUser   = "kept local, as asked for"
	neverMoved   = "kept local: no structure of the case moves it"
	keptWithUser = "kept local with %s"
)

// keep says what stays local: what the user keeps, and what no structure of the case moves unless the user frees it.
func (r *rules) keep(c *model.Case, o Options) error {
	for _, list := range [][]string{o.Keep, o.Move} {
		for _, code := range list {
			if r.index(code) < 0 {
				return r.unknown(code)
			}
		}
	}
	for f, x := range r.functions {
		moves := func(p model.Placement) bool { return p.Function == x.Code }
		switch {
		case slices.Contains(o.Keep, x.Code):
			r.kept[f] = keptByUser
		case len(c.Placements) > 0 && !slices.ContainsFunc(c.Placements, moves) && !slices.Contains(o.Move, x.Code):
			r.kept[f] = neverMoved
		}
	}
	return nil
}

func (r *rules) unknown(code string) error {
	var codes []string
	for _, f := range r.functions {
		codes = append(codes, f.Code)
	}
	return spelling.Unknown("function", code, codes)
}

// join makes bundles of what goes together; groups that share a function are one.
func (r *rules) join(groups [][]string) error {
	of := make([]int, len(r.functions))
	for f := range of {
		of[f] = f
	}
	for _, group := range groups {
		for _, code := range group {
			f, first := r.index(code), r.index(group[0])
			if f < 0 || first < 0 {
				return r.unknown(code)
			}
			from, to := of[f], of[first]
			for g := range of {
				if of[g] == from {
					of[g] = to
				}
			}
		}
	}
	for f := range of {
		var u bundle
		for g := range of {
			if of[g] == f {
				u = append(u, g)
			}
		}
		if len(u) > 0 {
			r.bundles = append(r.bundles, u)
			r.keepTogether(u)
		}
	}
	return nil
}

// keepTogether keeps all of a bundle local where one of it is kept.
func (r *rules) keepTogether(u bundle) {
	i := slices.IndexFunc(u, func(f int) bool { return r.kept[f] != "" })
	if i < 0 {
		return
	}
	for _, f := range u {
		if r.kept[f] == "" {
			r.kept[f] = fmt.Sprintf(keptWithUser, r.functions[u[i]].Code)
		}
	}
}

// with is a design with one bundle done otherwise.
func (u bundle) with(p design, choice int) design {
	changed := []byte(p)
	for _, f := range u {
		changed[f] = byte(choice)
	}
	return design(changed)
}

// coherent says whether a design keeps the rules.
func (r *rules) coherent(p design) bool { return r.broken(p) == "" }

// What breaks a rule.
const (
	breaksMerger     = "a statutory merger takes all functions or none"
	breaksBoard      = "a board moves only by a statutory merger"
	breaksManagement = "shared management needs the executive shared on the same tier"
)

// broken says which rule a design breaks, if any.
func (r *rules) broken(p design) string {
	if r.free {
		return ""
	}
	if r.board >= 0 && p.choiceOf(r.board) != stay && !r.statutory[p.choiceOf(r.board)] {
		return breaksBoard
	}
	for f := range r.functions {
		switch x := p.choiceOf(f); {
		case r.statutory[x] && !r.merges(p, x):
			return breaksMerger
		case r.management[x] && r.executive >= 0 && p.choiceOf(r.executive) != x:
			return breaksManagement
		}
	}
	return ""
}

// merges says whether a design is a whole merger by a statutory choice.
func (r *rules) merges(p design, merger int) bool {
	for f := range r.functions {
		if r.kept[f] != neverMoved && p.choiceOf(f) != merger {
			return false
		}
	}
	return true
}

// mayMerge says whether nothing that a merger takes is kept local.
func (r *rules) mayMerge() bool {
	return !slices.ContainsFunc(r.kept, func(why string) bool { return why != "" && why != neverMoved })
}
