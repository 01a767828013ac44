package main

import (
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script and the generated docs")

// TestMain lets the scripts run this program as the command reconfig, each in a process of its own.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"reconfig": main})
}

// TestScripts runs what users type, and compares what they see. The scripts are in testdata/script, one for each
// command and kind of error.
func TestScripts(t *testing.T) {
	earlier, err := filepath.Abs(filepath.Join("testdata", "second-edition"))
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Setup: func(env *testscript.Env) error {
			env.Setenv("SECOND_EDITION", earlier) // what the program wrote before the model's third edition
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
	case "small-disk": // a small file system can be mounted, so that it can be filled
		return runtime.GOOS == "linux" && exec.Command("unshare", "--map-root-user", "--mount", "true").Run() == nil, nil
	case "dev-full":
		_, err := os.Stat("/dev/full")
		return err == nil, nil
	}
	return false, nil
}
