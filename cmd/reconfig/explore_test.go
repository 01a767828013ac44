package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"reconfig/model"
	"reconfig/model/modeltest"
)

// exploring starts the command and gives its address, and what ends it and gives its exit code.
func exploring(t *testing.T, args ...string) (address string, end func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	out, in := io.Pipe()
	var warnings bytes.Buffer
	code := make(chan int, 1)
	go func() {
		code <- execute(ctx, append([]string{"explore", "--quiet"}, args...), in, &warnings)
		_ = in.Close()
	}()
	t.Cleanup(cancel)
	line := make([]byte, 200)
	n, err := out.Read(line)
	if address = regexp.MustCompile(`http://\S+/`).FindString(string(line[:n])); err != nil || address == "" {
		t.Fatalf("%q: %v\n%s", line[:n], err, &warnings)
	}
	return address, func() int { cancel(); return <-code }
}

// It serves until it is interrupted, and ends well. The page is that of report, but for what asks.
func TestExploreServesUntilItIsInterrupted(t *testing.T) {
	small := filepath.Join(t.TempDir(), "small")
	writeSmall(t, small)
	address, end := exploring(t, "--case", small, "--draws", "20")
	if !strings.HasPrefix(address, "http://127.0.0.1:") {
		t.Errorf("the address is %s", address)
	}
	port := strings.Trim(address[strings.LastIndex(address, ":"):], ":/")
	var out, warnings bytes.Buffer
	if code := execute(context.Background(), []string{"explore", "--case", small, "--draws", "0", "--port", port}, &out, &warnings); code == exitDone || !strings.Contains(warnings.String(), "another --port") {
		t.Errorf("a port that is taken: exit code %d, %s", code, &warnings)
	}
	if code := end(); code != exitDone {
		t.Errorf("exit code %d", code)
	}
}

func TestExploreRefusesFlags(t *testing.T) {
	for _, args := range [][]string{{"--port", "70000"}, {"--port", "-1"}, {"--draws", "1000000"}} {
		var out, warnings bytes.Buffer
		if code := execute(context.Background(), append([]string{"explore"}, args...), &out, &warnings); code != exitWrongUsage || !strings.Contains(warnings.String(), args[0]+" "+args[1]+": expected") {
			t.Errorf("%v: exit code %d, %s", args, code, &warnings)
		}
	}
}

// In a browser, each number that is shown for a changed value is the one that the command on the page gives.
func TestExploreInABrowser(t *testing.T) {
	needBrowser(t)
	dir := t.TempDir()
	of, draws := filepath.Join(dir, "small"), "300"
	writeSmall(t, of, withTick)
	if modeltest.Long() {
		of, draws = "london-2010", "2000"
	}
	address, end := exploring(t, "--case", of, "--draws", draws)
	var seen struct{ Command, Main string }
	inBrowser(t, "explore", options{"address": address}, &seen)
	end()
	all := elementsOf(t, []byte(seen.Main))
	if !strings.Contains(seen.Command, " --set ") || !strings.HasSuffix(seen.Command, " --draws "+draws) {
		t.Fatalf("the command is %s", seen.Command)
	}
	records, printed := ranInto(t, filepath.Join(dir, "run"), strings.Fields(seen.Command)[1:]...)
	checkSummary(t, all, records)
	checkSentences(t, all, printed)
}

// withTick makes a yes or no one of the levers of a case, as in London.
func withTick(c *model.Case) {
	i, _ := c.AssumptionIndex("debt.plan")
	a := &c.Assumptions[i]
	a.Kind, a.Unit, a.Distribution, a.Low, a.High = "lever", "0 or 1", "fixed", a.Central, a.Central
}
