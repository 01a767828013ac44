package newcase_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"reconfig/data"
	"reconfig/data/newcase"
	"reconfig/data/newcase/bodies"
)

// FuzzBodies reads a fuzzed table of bodies. Whatever is read must make a case that can be read again.
func FuzzBodies(f *testing.F) {
	f.Add([]byte("Name,Population,Cost (£k)\nAyton,100000,3000\nBeeton,\"250,000\",5000\n"))
	f.Add([]byte("A title,,\n,,\nCouncil,Residents (000s),Spend £m,Region,Sector,Lat,Long\nA,100.5,3.1,N,X,51,0\nB,99,£2,N,Y,,\n"))
	f.Add([]byte("Code;Name\n"))
	f.Add([]byte("name,population,cost,code,basis,note\n's A,1e5,30,-1,reported,=1\nTotal,1,1,2,x,-5\n"))
	file := filepath.Join(f.TempDir(), "bodies.csv")
	f.Fuzz(func(t *testing.T, content []byte) {
		if err := os.WriteFile(file, content, 0o644); err != nil {
			t.Fatal(err)
		}
		b, err := bodies.Read(file, bodies.Options{})
		var problems data.Problems
		if errors.As(err, new(*data.KindError)) {
			return
		}
		if err != nil {
			if !errors.As(err, &problems) || len(problems) == 0 || problems[0].Expected == "" {
				t.Fatalf("an error of another kind: %v", err)
			}
			return
		}
		_, err = newcase.Make(b, newcase.Options{}) // which reads back what would be written
		if err != nil && strings.Contains(err.Error(), "makes no valid case") {
			t.Fatal(err)
		}
	})
}
