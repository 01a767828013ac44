package plots

// outlookFigures lists the figures of what may be learnt or done later, and of reconfig discover.
func outlookFigures() []Figure {
	return []Figure{acceptabilityCurves(), netBenefitByWorth(), valueOfInformation(), secondStep(), scenario(), peelingTrajectory()}
}
