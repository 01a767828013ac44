package plots

// sensitivityFigures lists the figures of reconfig sensitivity.
func sensitivityFigures() []Figure { return nil }
