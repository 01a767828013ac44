package words

// Central is what values are called that were not drawn: central, or set if the user may have set any.
func Central(set bool) string {
	if set {
		return "central or set"
	}
	return "central"
}
