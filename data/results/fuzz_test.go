package results_test

import (
	"os"
	"path/filepath"
	"reconfig/data/results"
	"testing"
)

// FuzzResults reads a fuzzed result table.
func FuzzResults(f *testing.F) {
	files := []string{"outcomes.csv", "trajectories.csv", "commissioners.csv", "levy.csv", "fund.csv", "datapackage.json", "differences.csv", "probabilities.csv", "convergence.csv", "sizes.csv"}
	f.Add(0, []byte("case,map,structure,name,statistic,steady_saving_pct\nc,m,s,n,central_draw,1\n"))
	f.Add(0, []byte("structure\n\"'=1\"\n"))
	f.Add(1, []byte("structure,quarter,time_years\ns,1.5,x\n"))
	f.Add(2, []byte("on_target\nmaybe\n"))
	f.Add(5, []byte(`{"reconfig":{"focus":"merger"}}`))
	f.Add(6, []byte("first,second,outcome,unit,better,mean\na,b,c,d,up,INF\n"))
	f.Add(8, []byte("structure,outcome,draws,settled\na,b,-1,-INF\n"))
	f.Add(9, []byte("structure,size,commissioners,capacity_against_status_quo\na,smallest,x,\n"))
	f.Fuzz(func(t *testing.T, which int, content []byte) {
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "outcomes.csv"), []byte("structure\na\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		file := files[max(0, which)%len(files)]
		if err := os.WriteFile(filepath.Join(dir, file), content, 0o644); err != nil {
			t.Fatal(err)
		}
		if r, err := results.Read(dir); err == nil && len(r.Outcomes) == 0 {
			t.Fatal("read without rows and without an error")
		}
	})
}
