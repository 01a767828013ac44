package results_test

import (
	"math"
	"os"
	"path/filepath"
	"testing"

	"reconfig/data/results"
	"reconfig/model/result"
)

// Tables are read that pandas and R have read and written again: with other words for infinity and for nothing, whole numbers
// with a point, columns in another order, and rows numbered.
func TestTablesWrittenAgainAreRead(t *testing.T) {
	for name, outcomes := range map[string]string{
		"pandas":            ",structure,statistic,structure_payback_years,net_benefit_k\n0,a,central_draw,inf,\n1,b,central_draw,-inf,2.0\n",
		"R":                 "\"\",\"net_benefit_k\",\"structure\",\"structure_payback_years\",\"statistic\"\n\"1\",NA,\"a\",Inf,\"central_draw\"\n\"2\",2,\"b\",-Inf,\"central_draw\"\n",
		"by Table Schema":   "structure,structure_payback_years,net_benefit_k\na,Inf,NaN\nb,-iNF,2e0\n",
		"R without a name":  "name,structure,structure_payback_years,net_benefit_k\nNA,a,INF,NA\nNA,b,-INF,2\n",
		"infinity in words": "structure,structure_payback_years,net_benefit_k\na,Infinity,null\nb,-infinity,+2\n",
	} {
		dir := t.TempDir()
		quarters := "structure,quarter,capacity\na,3.0,0.9\nb,3,1\n"
		for file, content := range map[string]string{"outcomes.csv": outcomes, "trajectories.csv": quarters} {
			if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		r, err := results.Read(dir)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		a, b := r.Outcomes[0], r.Outcomes[1]
		if a.Structure != "a" || a.Name != "a" || a.Statistic != result.CentralDraw || !math.IsInf(a.Values[result.StructurePayback], 1) || !math.IsNaN(a.Values[result.NetBenefit]) {
			t.Errorf("%s: %+v", name, a)
		}
		if b.Structure != "b" || !math.IsInf(b.Values[result.StructurePayback], -1) || b.Values[result.NetBenefit] != 2 {
			t.Errorf("%s: %+v", name, b)
		}
		if q := r.Trajectories[0].Quarter; q != 3 {
			t.Errorf("%s: quarter %d", name, q)
		}
	}
}

// A first column without a name that does not number the rows is no index, and codes that read as missing stay codes.
func TestWhatIsNotWrittenAgainStaysAsItIs(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "outcomes.csv")
	write := func(content string) (*results.Folder, error) {
		if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		return results.Read(dir)
	}
	if _, err := write(",structure,net_benefit_k\n7,a,1\n9,b,2\n"); err == nil {
		t.Error("a column of numbers without a name was passed over")
	}
	r, err := write("structure,net_benefit_k\nNA,1\nnull,2\n")
	if err != nil || r.Outcomes[0].Structure != "NA" || r.Outcomes[1].Structure != "null" {
		t.Errorf("%+v, %v", r, err)
	}
}
