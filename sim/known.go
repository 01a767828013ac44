package sim

// known is what something was last worked out from. Draws of many analyses differ from those before in a few numbers, and
// what hangs on others alone need not be worked out again.
type known[Numbers comparable] struct {
	from Numbers
	is   bool
}

// same says whether it was worked out from the same numbers; if not, it will be now.
func (k *known[Numbers]) same(from Numbers) bool {
	if k.is && k.from == from {
		return true
	}
	k.from, k.is = from, true
	return false
}
