// Package live answers what a reader of a report asks: what the figures are with other settings. It takes the case that the report
// holds and a request, and gives messages with the parts of the page that change. A browser asks it in a worker, and the command
// explore over HTTP: one page, two engines, and this between them.
//
// It knows no files, no terminal, no clock and no network, and compiles for a browser.
package live

import (
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/model"
)

// Model is what a page holds so that it can be asked.
type Model struct {
	Case     *model.Case `json:"case"`
	Report   Report      `json:"request"`
	Controls []Control   `json:"controls"`
	Engine   string      `json:"engine"` // EngineWASM or EngineHTTP
	Steps    []int       `json:"steps"`  // numbers of draws that the page asks for, one after another

	Before map[int][]Row `json:"before"` // what the report's own settings come to, by the number of draws
}

// The engines that a page may have.
const (
	EngineWASM = "wasm"
	EngineHTTP = "http"
)

// Control is something that a reader may change.
type Control = document.Control

// Report is what a report was made with. What is empty is as the case has it.
type Report struct {
	Settings    []string       `json:"set"` // as name=value
	Structures  []string       `json:"structures"`
	Map         string         `json:"map"`
	Horizon     float64        `json:"horizon"` // years
	Draws       int            `json:"draws"`
	Seed        uint64         `json:"seed"`
	Sampler     string         `json:"sampler"`
	Independent bool           `json:"independent,omitempty"`
	CaseName    string         `json:"case_name"` // of the case, as --case has it
	Program     string         `json:"program"`   // name and version
	Attribution string         `json:"attribution,omitempty"`
	Figures     map[string]int `json:"figures"` // numbers of the figures in the page, by name
}

// drawing says how so many draws are made: as the report's were.
func (r Report) drawing(draws int) appraisal.Drawing {
	return appraisal.Drawing{Draws: draws, Seed: r.Seed, Sampler: r.Sampler, Independent: r.Independent}
}

// Request is what a page asks: {"id": 7, "set": ["target.reduction=0.3"], "draws": 200}, or {"cancel": 7}.
type Request struct {
	ID         int      `json:"id"`
	Cancel     int      `json:"cancel,omitempty"` // the request that is no longer wanted; nothing else is read then
	Settings   []string `json:"set"`              // all that is set, as name=value
	Structures []string `json:"structures"`       // codes; none for all of the case
	Map        string   `json:"map"`              // empty for the case's
	Horizon    float64  `json:"horizon"`          // years; 0 for the case's
	Draws      int      `json:"draws"`            // 0 for the central draw alone
	First      string   `json:"first"`            // key of the block that is in view, which is sent first
}

// MostDraws is how many draws a page may ask for.
const MostDraws = 100_000

// The kinds of a message.
const (
	KindProgress = "progress" // Done and Of
	KindBlocks   = "blocks"   // Draws and Blocks, and Said with the first
	KindRefused  = "refused"  // Faults; nothing is computed
	KindFailed   = "failed"   // Text
	KindDone     = "done"     // Draws, Command, Changed and Said
)

// Message is what an engine answers to a request. Several may come; the last is refused, failed or done. A request that was
// cancelled gets no more of them.
type Message struct {
	ID      int               `json:"id"`
	Kind    string            `json:"kind"`
	Done    int               `json:"done,omitempty"` // draws that are done, of
	Of      int               `json:"of,omitempty"`   // so many
	Draws   int               `json:"draws"`
	Blocks  map[string]string `json:"blocks,omitempty"` // outer HTML, by the identifier of the element whose place it takes
	Faults  []Fault           `json:"faults,omitempty"`
	Text    string            `json:"text,omitempty"`
	Command string            `json:"command,omitempty"` // that gives the same
	Changed string            `json:"changed,omitempty"` // outer HTML of what changed against the report
	Said    string            `json:"said,omitempty"`    // the answer in a sentence, to be read out
}

// Fault is what is wrong with a field of a request: the name of an assumption, or structures, map, horizon or draws.
type Fault struct {
	Field string `json:"field"`
	Text  string `json:"text"`
}
