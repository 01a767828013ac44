package main

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"reconfig/cmd/reconfig/report/document/html"
	"reconfig/cmd/reconfig/report/live"
	"reconfig/data"
	"reconfig/model/modeltest"
	"reconfig/plots"
)

// lean builds the program that a report carries, as make build does, once for all tests.
var lean = sync.OnceValues(func() (made struct {
	program           []byte
	support, licences string
}, err error) {
	build := exec.Command("go", "run", "./cmd/reconfig/web/lean")
	build.Dir, build.Stderr = filepath.Join("..", ".."), os.Stderr
	if err := build.Run(); err != nil {
		return made, err
	}
	read := func(file string) []byte {
		content, fault := os.ReadFile(filepath.Join("web", "packed", file))
		err = errors.Join(err, fault)
		return content
	}
	made.program, made.support, made.licences = read("web.wasm.gz"), string(read("wasm_exec.js")), string(read("licences.txt"))
	return made, err
})

// mostPacked is how many bytes the program may have, compressed by gzip.
const mostPacked = 4_500_000

// The program that a report carries answers with the very bytes of this one, figures and values in full among them.
func TestCarriedProgramAnswersAsThisOne(t *testing.T) {
	if _, err := exec.LookPath("node"); err != nil {
		t.Skip("no Node.js to run WebAssembly with: apt-get install nodejs")
	}
	m := london(t)
	draws := modeltest.ShortOrLong(20, 200)
	requests := []live.Request{
		{ID: 1, Settings: []string{"target.reduction=0.3"}, First: "figure-capacity"},
		{ID: 2, Settings: []string{"target.reduction=0.3"}, First: "figure-capacity", Draws: draws},
		{ID: 3, Settings: []string{"target.reduction=3"}},
		{ID: 4, Settings: []string{"capacity.value=0.7"}, Structures: []string{"status-quo", "merger", "hub-and-sectors"}, Horizon: 6, Draws: 20},
	}
	got := inWorker(t, m, requests)
	engine := live.New(m)
	var want []string
	for _, r := range requests {
		if err := engine.Ask(t.Context(), r, func(m live.Message) { want = append(want, jsonText(t, m)) }); err != nil {
			t.Fatal(err)
		}
	}
	if want = withoutProgress(want); len(want) < 30 {
		t.Errorf("%d messages only", len(want))
	}
	if len(got) != len(want) {
		t.Fatalf("%d messages, want %d; the last is %.300s", len(got), len(want), got[len(got)-1])
	}
	for i := range want {
		if got[i] != want[i] {
			t.Errorf("message %d is\n%.300s\nwant\n%.300s", i, got[i], want[i])
		}
	}
}

// london is what a report of London holds.
func london(t *testing.T) *live.Model {
	t.Helper()
	c, err := data.OpenCase("london-2010")
	if err != nil {
		t.Fatal(err)
	}
	figures := map[string]int{}
	for i, f := range plots.Figures() {
		figures[f.Name] = i + 1
	}
	return &live.Model{Case: c.Case, Engine: live.EngineWASM, Report: live.Report{
		Map: c.DefaultMap, Draws: 200, Seed: 1, Sampler: "orthogonal", CaseName: "london-2010", Program: "reconfig test", Figures: figures,
	}}
}

// inWorker are the messages that the carried program answers.
func inWorker(t *testing.T, m *live.Model, requests []live.Request) []string {
	t.Helper()
	made, err := lean()
	if err != nil {
		t.Fatal(err)
	}
	input := struct {
		Program  string   `json:"program"`
		Worker   string   `json:"worker"`
		Model    string   `json:"model"`
		Requests []string `json:"requests"`
	}{Model: jsonText(t, m)}
	for _, e := range html.WASM(made.program, made.support, made.licences).Inert {
		switch e.ID {
		case "reconfig-wasm":
			input.Program = e.Content
		case "reconfig-worker":
			input.Worker = e.Content
		}
	}
	if packed := len(input.Program) / 4 * 3; packed > mostPacked {
		t.Errorf("the program has %d bytes, packed", packed)
	}
	for _, r := range requests {
		input.Requests = append(input.Requests, jsonText(t, r))
	}
	file := filepath.Join(t.TempDir(), "input.json")
	if err := os.WriteFile(file, []byte(jsonText(t, input)), 0o644); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), "node", append(hurried(), filepath.Join("..", "..", ".ci", "browser", "worker.mjs"), file)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%v\n%.2000s", err, out)
	}
	return withoutProgress(strings.Split(strings.TrimSpace(string(out)), "\n"))
}

// hurried lets V8 translate WebAssembly once and not improve what it gave, which would take longer than a short test.
func hurried() []string {
	if modeltest.Long() {
		return nil
	}
	return []string{"--liftoff-only"}
}

// withoutProgress leaves out how far draws are, which comes in any order where several processors work.
func withoutProgress(messages []string) []string {
	return slices.DeleteFunc(messages, func(m string) bool { return strings.Contains(m, `"kind":"progress"`) })
}

func jsonText(t *testing.T, v any) string {
	t.Helper()
	content, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}
