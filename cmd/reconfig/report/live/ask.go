package live

import (
	"context"
	"sync"

	"reconfig/cmd/reconfig/report"
	"reconfig/cmd/reconfig/report/analyses"
	"reconfig/cmd/reconfig/report/appraisal"
	"reconfig/cmd/reconfig/report/document"
	"reconfig/cmd/reconfig/report/document/html"
)

// Engine answers requests about one report. Any number may be asked at once.
type Engine struct{ model *Model }

// New makes an engine of what a page holds.
func New(m *Model) *Engine { return &Engine{m} }

// Ask answers a request: it gives each message to send, one after another, from any goroutine. Progress is told every few draws, so
// an engine that shares its thread with others can let them work while it sends. When the context ends, Ask ends without a last
// message and returns the context's error.
func (e *Engine) Ask(ctx context.Context, r Request, send func(Message)) error {
	if faults := e.model.Check(r); len(faults) > 0 {
		send(Message{ID: r.ID, Kind: KindRefused, Faults: faults})
		return ctx.Err()
	}
	a := &asking{Engine: e, Request: r, send: send}
	err := a.answer(ctx)
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if err != nil {
		send(Message{ID: r.ID, Kind: KindFailed, Text: report.Sentence(err.Error()) + "."})
	}
	return nil
}

// asking is a request that is being answered.
type asking struct {
	*Engine
	Request
	send func(Message)
	said string // the answer in a sentence, until it is sent with the first blocks
}

func (a *asking) answer(ctx context.Context) error {
	d, err := a.run(ctx, a.Settings, a.options(), a.progress())
	if err != nil {
		return err
	}
	a.said = a.model.said(RowsOf(d))
	if err := a.renew(ctx, d); err != nil {
		return err
	}
	before, err := a.before(ctx)
	if err != nil {
		return err
	}
	changed, err := html.Section(a.model.changed(a.Request, before, RowsOf(d)))
	if err != nil {
		return err
	}
	if ctx.Err() == nil {
		a.send(Message{ID: a.ID, Kind: KindDone, Draws: a.Draws, Command: a.model.Command(a.Request), Changed: changed, Said: a.model.said(RowsOf(d))})
	}
	return nil
}

func (a *asking) options() appraisal.Options {
	return appraisal.Options{Map: a.Map, HorizonYears: a.Horizon, Structures: a.Structures}
}

// run runs settings with the draws that are asked for.
func (a *asking) run(ctx context.Context, texts []string, o appraisal.Options, progress func(int)) (*appraisal.Drawn, error) {
	settings, err := appraisal.ReadSettings(a.model.Case, texts)
	if err != nil {
		return nil, err
	}
	s, err := appraisal.New(a.model.Case, settings, o)
	if err != nil {
		return nil, err
	}
	draws, err := s.Draws(a.model.Report.drawing(a.Draws))
	if err != nil {
		return nil, err
	}
	return draws.Run(ctx, progress)
}

// progress tells how many draws are done, one message at a time.
func (a *asking) progress() func(draws int) {
	var mutex sync.Mutex
	done := 0
	return func(draws int) {
		mutex.Lock()
		defer mutex.Unlock()
		done += draws
		a.send(Message{ID: a.ID, Kind: KindProgress, Done: done, Of: a.Draws})
	}
}

// renew sends the parts of the page that the request changes: the figure in view first, before what texts need is computed.
func (a *asking) renew(ctx context.Context, d *appraisal.Drawn) error {
	figures := a.renewal(d)
	if err := a.sendFigure(ctx, figures, a.First); err != nil {
		return err
	}
	first, second := d.Report.Leaders()
	if err := d.FindTurning(ctx, first, second); err != nil {
		return err
	}
	if err := a.sendBlocks(ctx, a.renewal(d).Texts()...); err != nil {
		return err
	}
	for _, key := range figures.Figures() {
		if key == a.First {
			continue
		}
		if err := a.sendFigure(ctx, figures, key); err != nil {
			return err
		}
	}
	return nil
}

func (a *asking) renewal(d *appraisal.Drawn) *document.Renewal {
	return document.Renew(d.Document(a.model.made(d, a.Draws), analyses.Analysis{}), a.model.Report.Figures)
}

// sendFigure draws a figure and sends it, if there is anything to show.
func (a *asking) sendFigure(ctx context.Context, r *document.Renewal, key string) error {
	b, ok := r.Figure(key)
	if !ok {
		return ctx.Err()
	}
	return a.sendBlocks(ctx, b)
}

// sendBlocks sends blocks in one message.
func (a *asking) sendBlocks(ctx context.Context, all ...document.Block) error {
	blocks := map[string]string{}
	for _, b := range all {
		markup, err := html.Block(b)
		if err != nil {
			return err
		}
		blocks[b.Key] = markup
	}
	if ctx.Err() != nil {
		return ctx.Err()
	}
	a.send(Message{ID: a.ID, Kind: KindBlocks, Draws: a.Draws, Blocks: blocks, Said: a.said})
	a.said = ""
	return nil
}

// made says how an answer came about.
func (m *Model) made(d *appraisal.Drawn, draws int) document.Made {
	s := d.Of
	return document.Made{
		Program: m.Report.Program, Attribution: m.Report.Attribution, Map: s.Engine.MapName(), HorizonYears: s.Engine.HorizonYears(),
		Draws: draws, Seed: m.Report.Seed, Sampler: m.Report.Sampler, Correlated: !m.Report.Independent, Settings: s.Settings, Values: s.Case.Values(s.Base),
	}
}
