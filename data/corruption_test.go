package data_test

import (
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"reconfig/data"
	"reconfig/model"
	"reconfig/model/modeltest"
	"reconfig/model/result"
	"reconfig/sim"
	"reconfig/sim/uncertain"
)

// isSampled says whether the corruption is one of those that the short tests try: one in forty of those of whole files,
// and one in three hundred of those of columns and cells.
func (c corruption) isSampled() bool {
	h := fnv.New32()
	h.Write([]byte(c.String()))
	return h.Sum32()%300 == 0 || c.column == "" && h.Sum32()%40 == 0
}

// verdicts counts what became of corruptions.
type verdicts struct{ refused, same, other atomic.Int64 }

// Whatever is done to a file of a good case, it is refused with a problem that names the file and the line, or is read as
// the very same case, or changes what the case says to something that is valid as well, which stillValid names with the
// reason. What is accepted can be run, and gives numbers.
func TestCorruptionsAreRefusedOrHarmless(t *testing.T) {
	var count verdicts
	var used sync.Map
	t.Run("case", func(t *testing.T) {
		for _, name := range data.CaseNames() {
			want, err := data.OpenCase(name)
			if err != nil {
				t.Fatal(err)
			}
			for file, content := range filesOf(t, name) {
				t.Run(name+"/"+file, func(t *testing.T) {
					t.Parallel()
					dir := writeCase(t, filesOf(t, name))
					for _, c := range corruptionsOf(name, file, content) {
						if modeltest.Long() || c.isSampled() {
							c.judge(t, dir, content, want.Case, &count, &used)
						}
					}
				})
			}
		}
	})
	for i, v := range stillValid {
		if _, ok := used.Load(i); modeltest.Long() && !ok {
			t.Errorf("none of %q in %q is accepted any more", v.rules, v.where)
		}
	}
	refused, same, other := count.refused.Load(), count.same.Load(), count.other.Load()
	t.Logf("%d corruptions: %d refused, %d read as the same case, %d valid with another meaning", refused+same+other, refused, same, other)
	if refused+same+other < int64(modeltest.ShortOrLong(50, 2000)) {
		t.Errorf("only %d corruptions", refused+same+other)
	}
}

// filesOf reads the files of a case that comes with the program.
func filesOf(t *testing.T, name string) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join("cases", name, "*"))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string]string{}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		files[filepath.Base(path)] = string(content)
	}
	return files
}

func writeCase(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for file, content := range files {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// judge puts the corruption in its place, reads the case, and puts the file back.
func (c corruption) judge(t *testing.T, dir, whole string, want *model.Case, count *verdicts, used *sync.Map) {
	t.Helper()
	path := filepath.Join(dir, c.file)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := c.put(path); err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := errors.Join(os.RemoveAll(path), os.WriteFile(path, []byte(whole), 0o644)); err != nil {
			t.Fatal(err)
		}
	}()
	got, err := data.OpenCase(dir)
	var problems data.Problems
	switch {
	case errors.As(err, &problems):
		count.refused.Add(1)
		if !c.explains(dir, problems) {
			t.Errorf("%s: want a problem in %s:%d; got\n%s", c, c.file, c.line, strings.ReplaceAll(problems.Error(), dir+"/", ""))
		}
		return
	case err != nil:
		t.Errorf("%s: an error of another kind: %v", c, err)
		return
	case reflect.DeepEqual(got.Case, want):
		count.same.Add(1)
		return
	}
	count.other.Add(1)
	i := c.allowed()
	if i < 0 {
		t.Errorf("%s: passed silently, and is another case", c)
		return
	}
	used.Store(i, true)
	if fault := strangeOutcome(got.Case); fault != "" {
		t.Errorf("%s: accepted, but %s", c, fault)
	}
}

// explains says whether a problem names the corruption's file and line, and none is without what was expected.
func (c corruption) explains(dir string, problems data.Problems) bool {
	found := false
	for _, p := range problems {
		if p.File == "" || p.Expected == "" || p.Line < 0 || !strings.HasPrefix(p.File, dir) {
			return false
		}
		file := filepath.Base(p.File)
		here := file == c.file && (p.Line == c.line || c.line == anyLine || p.Earlier > 0 && p.Earlier == c.line)
		found = found || here || c.elsewhere == anywhere || fmt.Sprintf("%s:%d", file, p.Line) == c.elsewhere
	}
	return found
}

// strangeOutcome runs the central draw and a random one, and names an outcome that is no number though it has to be;
// empty if there is none.
func strangeOutcome(c *model.Case) string {
	e, err := sim.Compile(c, sim.Options{})
	if err != nil {
		return err.Error()
	}
	g, err := uncertain.New(c, uncertain.Options{Seed: 1})
	if err != nil {
		return "" // which reconfig case check reports
	}
	w, drawn, bodies := e.NewWorkspace(), make(model.Draw, c.DrawSize()), make([]float64, len(c.Commissioners))
	g.Draw(0, drawn, g.NewScratch())
	g.BodyErrorsAt(0.3, bodies)
	for _, run := range []struct {
		draw   model.Draw
		bodies []float64
	}{{c.CentralDraw(), nil}, {drawn, bodies}} {
		e.Run(run.draw, run.bodies, w)
		for k, structure := range e.Structures() {
			for _, o := range result.Outcomes() {
				v := w.Outcomes(k)[o]
				if math.IsInf(v, 0) || math.IsNaN(v) && !o.Column().Optional {
					return fmt.Sprintf("%s of %s is %v", o, structure, v)
				}
			}
		}
	}
	return ""
}
