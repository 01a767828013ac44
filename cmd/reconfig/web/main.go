//go:build js && wasm

// Command web is the program that a report carries for its reader's browser. It runs in a Worker and answers what the page asks, by
// the code that wrote the report. worker.js starts it.
package main

import (
	"context"
	"encoding/json"
	"runtime/debug"
	"syscall/js"
	"time"

	"reconfig/cmd/reconfig/report/live"
)

// collecting is by how much memory may grow before it is collected, in per cent of what is in use. There is one thread for
// everything.
const collecting = 400

// soon is when a page that had something to ask while the program was loaded has asked it.
const soon = 100 * time.Millisecond

// main takes what the page holds from reconfigModel, and answers requests until the page ends the Worker. A request that is no
// longer wanted needs no end here, for the page then ends the Worker.
func main() {
	debug.SetGCPercent(collecting)
	worker := js.Global()
	var model live.Model
	if err := json.Unmarshal([]byte(worker.Get("reconfigModel").String()), &model); err != nil {
		panic(err)
	}
	engine, requests := live.New(&model), make(chan string, 1)
	worker.Set("reconfigAsk", js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		requests <- arguments[0].String()
		return nil
	}))
	worker.Call("reconfigReady")
	if worker.Get("reconfigFresh").Truthy() {
		warm(engine, &model, func() bool { return len(requests) > 0 })
	}
	for text := range requests {
		answer(engine, text, func(message string) { worker.Call("reconfigSend", message) })
	}
}

// warm computes the report's own figures once, for a browser makes code fast only after it has run for a while. It ends when
// something is asked.
func warm(engine *live.Engine, model *live.Model, asked func() bool) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	time.Sleep(soon)
	if asked() {
		return
	}
	own := live.Request{Settings: model.Report.Settings, Structures: model.Report.Structures, Map: model.Report.Map, Horizon: model.Report.Horizon}
	_ = engine.Ask(ctx, own, func(live.Message) { // nobody needs the answer
		time.Sleep(time.Millisecond) // lets a request come in
		if asked() {
			cancel()
		}
	})
}

// answer answers a request, message by message.
func answer(engine *live.Engine, text string, send func(message string)) {
	var request live.Request
	write := func(m live.Message) {
		content, err := json.Marshal(m)
		if err != nil {
			panic(err)
		}
		send(string(content))
	}
	err := json.Unmarshal([]byte(text), &request)
	if err == nil {
		err = engine.Ask(context.Background(), request, write)
	}
	if err != nil {
		write(live.Message{ID: request.ID, Kind: live.KindFailed, Text: err.Error()})
	}
}
