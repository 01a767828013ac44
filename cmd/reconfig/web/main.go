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

// patience is for how long the program computes before it hears whether something else is asked. To hear costs a few milliseconds.
const patience = 30 * time.Millisecond

// main takes what the page holds from reconfigModel, and answers requests until the page ends the Worker.
func main() {
	debug.SetGCPercent(collecting)
	page := js.Global()
	var model live.Model
	if err := json.Unmarshal([]byte(page.Get("reconfigModel").String()), &model); err != nil {
		panic(err)
	}
	w := worker{engine: live.New(&model), requests: make(chan live.Request, 1), stop: func() {}}
	w.send = func(m live.Message) { page.Call("reconfigSend", textOf(m)) }
	page.Set("reconfigAsk", js.FuncOf(func(_ js.Value, arguments []js.Value) any {
		w.hear(arguments[0].String())
		return nil
	}))
	page.Call("reconfigReady")
	if page.Get("reconfigFresh").Truthy() {
		w.warm(&model)
	}
	for request := range w.requests {
		w.answer(request, w.send)
	}
}

// worker answers one request at a time: the newest. Everything runs on one thread, which computes and now and then hears.
type worker struct {
	engine   *live.Engine
	requests chan live.Request // the one that waits, if any
	stop     func()            // ends what is being computed
	send     func(live.Message)
}

// hear takes a request: it ends what is being computed, and what still waits is no longer wanted.
func (w *worker) hear(text string) {
	var request live.Request
	if err := json.Unmarshal([]byte(text), &request); err != nil {
		w.send(live.Message{Kind: live.KindFailed, Text: err.Error()})
		return
	}
	select {
	case <-w.requests:
	default:
	}
	if request.Cancel == 0 {
		w.requests <- request
	}
	w.stop()
}

// answer answers a request, message by message. It ends without a last one when something else is asked.
func (w *worker) answer(request live.Request, send func(live.Message)) {
	if len(w.requests) > 0 {
		return // of something else already
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	w.stop = cancel
	heard := time.Now()
	_ = w.engine.Ask(ctx, request, func(m live.Message) { // an error says that something else is asked
		send(m)
		if time.Since(heard) > patience {
			time.Sleep(time.Millisecond) // lets a request come in
			heard = time.Now()
		}
	})
}

// warm computes the report's own figures once, for a browser makes code fast only after it has run for a while.
func (w *worker) warm(model *live.Model) {
	time.Sleep(soon)
	r := model.Report
	w.answer(live.Request{Settings: r.Settings, Structures: r.Structures, Map: r.Map, Horizon: r.Horizon}, func(live.Message) {}) // nobody needs it
}

// textOf is a message as the page reads it.
func textOf(m live.Message) string {
	content, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	return string(content)
}
