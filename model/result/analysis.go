package result

// Analysis is what the folder of an analysis holds: the tables of one method, or of one command.
type Analysis struct {
	Tornado      []TornadoRow
	Morris       []MorrisRow
	Sobol        []SobolRow
	Interactions []InteractionRow
	Shapley      []ShapleyRow
	Pawn         []PawnRow
	Settling     []SettlingRow

	Switching     []SwitchingRow
	SwitchingMap  []SwitchingMapRow
	Robustness    []RobustnessRow
	Requirements  []RequirementRow
	Ranks         []RankRow
	Dominance     []DominanceRow
	Acceptability []AcceptabilityRow
	TradeOffs     []TradeOffRow
	Information   []InformationRow
	Stages        []StageRow
	FirstSteps    []FirstStepRow

	Boxes   []BoxRow
	Peeling []PeelingRow
	Cases   []CaseRow
}

// AnalysisTables lists the tables of analyses, in the order in which a reader meets them.
func AnalysisTables() []Table {
	return []Table{
		TornadoTable(), MorrisTable(), SobolTable(), InteractionTable(), ShapleyTable(), PawnTable(), SettlingTable(),
		SwitchingTable(), SwitchingMapTable(), RobustnessTable(), RequirementTable(), RankTable(), DominanceTable(), AcceptabilityTable(), TradeOffTable(),
		InformationTable(), StageTable(), FirstStepTable(), BoxTable(), PeelingTable(), CaseTable(),
	}
}
