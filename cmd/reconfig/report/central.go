package report

// Central is what values are called that were not drawn: central, or set if the user set any.
func Central(settings []string) string {
	if len(settings) > 0 {
		return "central or set"
	}
	return "central"
}
