package plots

// decisionFigures lists the figures of reconfig decide that are about the choice now.
func decisionFigures() []Figure { return nil }
