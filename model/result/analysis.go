package result

import "slices"

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
	Frontier      []FrontierRow
	TradeOffs     []TradeOffRow
	Information   []InformationRow
	Stages        []StageRow
	FirstSteps    []FirstStepRow

	Variants []VariantRow
	Claims   []ClaimRow

	Boxes   []BoxRow
	Peeling []PeelingRow
	Cases   []CaseRow
}

// AnalysisTables lists the tables of analyses, in the order in which a reader meets them.
func AnalysisTables() []Table {
	return []Table{
		TornadoTable(), MorrisTable(), SobolTable(), InteractionTable(), ShapleyTable(), PawnTable(), SettlingTable(),
		SwitchingTable(), SwitchingMapTable(), RobustnessTable(), RequirementTable(), RankTable(), DominanceTable(), AcceptabilityTable(), FrontierTable(), TradeOffTable(),
		InformationTable(), StageTable(), FirstStepTable(), VariantTable(), ClaimTable(), BoxTable(), PeelingTable(), CaseTable(),
	}
}

// Rows is how many rows each table has, by its name.
func (a *Analysis) Rows() map[string]int {
	return map[string]int{
		"tornado": len(a.Tornado), "morris": len(a.Morris), "sobol": len(a.Sobol), "interactions": len(a.Interactions),
		"shapley": len(a.Shapley), "pawn": len(a.Pawn), "settling": len(a.Settling),
		"switching": len(a.Switching), "switching_map": len(a.SwitchingMap), "robustness": len(a.Robustness), "requirements": len(a.Requirements),
		"ranks": len(a.Ranks), "dominance": len(a.Dominance), "acceptability": len(a.Acceptability), "frontier": len(a.Frontier), "trade_offs": len(a.TradeOffs),
		"information": len(a.Information), "stages": len(a.Stages), "first_steps": len(a.FirstSteps),
		"variants": len(a.Variants), "claims": len(a.Claims),
		"boxes": len(a.Boxes), "peeling": len(a.Peeling), "cases": len(a.Cases),
	}
}

// Outcomes lists the outcomes that the tables are about, sorted; none where there are no tables.
func (a *Analysis) Outcomes() []string {
	names := slices.Concat(
		namesOf(a.Tornado, func(r TornadoRow) string { return r.Outcome }),
		namesOf(a.Morris, func(r MorrisRow) string { return r.Outcome }),
		namesOf(a.Sobol, func(r SobolRow) string { return r.Outcome }),
		namesOf(a.Shapley, func(r ShapleyRow) string { return r.Outcome }),
		namesOf(a.Pawn, func(r PawnRow) string { return r.Outcome }),
		namesOf(a.Robustness, func(r RobustnessRow) string { return r.Outcome }),
		namesOf(a.Switching, func(r SwitchingRow) string { return r.Outcome }),
		namesOf(a.Variants, func(r VariantRow) string { return r.Outcome }),
	)
	slices.Sort(names)
	return slices.Compact(names)
}

func namesOf[Row any](rows []Row, of func(Row) string) []string {
	names := make([]string, len(rows))
	for i, r := range rows {
		names[i] = of(r)
	}
	return names
}
