package report

import "reconfig/plots/words"

// Central is what values are called that were not drawn, as figures call them: set says whether the user set any.
func Central(set bool) string { return words.Central(set) }
