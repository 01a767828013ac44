package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"reconfig/model/modeltest"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script and the generated docs")

// TestMain lets the scripts run this program as the command reconfig, each in a process of its own. There a name stands for the
// hash of the program, which takes longer than a small sweep, and dry runs take samples for a short time.
func TestMain(m *testing.M) {
	testscript.Main(tests{m}, map[string]func(){"reconfig": func() {
		exactVersion, sampleTime = func() string { return "reconfig under test" }, 20*time.Millisecond
		main()
	}})
}

// tests are all tests, after which the browser ends.
type tests struct{ *testing.M }

func (m tests) Run() int {
	code := m.M.Run()
	if err := endBrowser(); err != nil {
		fmt.Fprintln(os.Stderr, "browser:", err)
		return max(code, 1)
	}
	return code
}

// TestScriptsPrintWhatUsersSee runs what users type, and compares what they see. The scripts are in testdata/script, one for
// each command and kind of error.
func TestScriptsPrintWhatUsersSee(t *testing.T) {
	testdata, err := filepath.Abs("testdata")
	if err != nil {
		t.Fatal(err)
	}
	cheap := filepath.Join(t.TempDir(), "cheap")
	writeCheap(t, "london-2010", cheap)
	writeSmall(t, cheap+"-small")
	crowd := modeltest.ShortOrLong(150, 500)
	writeCrowded(t, "london-2010", cheap+"-crowded", crowd)
	testscript.Run(t, testscript.Params{
		Setup: func(env *testscript.Env) error {
			env.Setenv("GOGC", "400")                                               // as in the Makefile: short runs need little collecting
			env.Setenv("SECOND_EDITION", filepath.Join(testdata, "second-edition")) // what the program wrote before the model's third edition
			env.Setenv("CHEAP", cheap)                                              // London, with few assumptions that are drawn
			env.Setenv("SMALL", cheap+"-small")                                     // two bodies, likewise
			env.Setenv("CROWDED", cheap+"-crowded")                                 // London, with many structures; in the long tests as many as a case may hold
			env.Setenv("CROWD", strconv.Itoa(crowd))
			env.Setenv("PAGES", filepath.Join(testdata, "pages"))
			env.Setenv("MANY", strconv.Itoa(modeltest.ShortOrLong(600, 3000))) // draws that processors share
			env.Setenv("MOMENTS", "0.02 0.1 0.2")                              // at which a run is killed, in seconds
			if modeltest.Long() {
				env.Setenv("MOMENTS", "0.005 0.01 0.02 0.03 0.05 0.08 0.1 0.12 0.15 0.2 0.3")
			}
			return nil
		},
		Dir:                 "testdata/script",
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Condition:           condition,
	})
}

// condition knows what not every machine has.
func condition(name string) (bool, error) {
	switch name {
	case "long":
		return modeltest.Long(), nil
	case "small-disk": // a small file system can be mounted, so that it can be filled
		return runtime.GOOS == "linux" && exec.Command("unshare", "--map-root-user", "--mount", "true").Run() == nil, nil
	case "dev-full":
		_, err := os.Stat("/dev/full")
		return err == nil, nil
	}
	return false, nil
}
