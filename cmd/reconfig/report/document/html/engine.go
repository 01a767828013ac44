package html

import _ "embed" // scripts of the page

// Live is what a page holds so that it can be asked.
type Live struct {
	Model  []byte // JSON: what an engine computes with (see package live)
	Ask    Ask
	Engine Engine
}

// Engine is what answers questions of a page: its part of the script, and what that needs.
type Engine struct {
	Function   string  // of the script, which makes the engine
	Script     string  // without < and &, which XML would take for markup
	Inert      []Inert // elements that the script reads
	Scripts    string  // what may run besides the page's script, as the policy's script-src has it
	Sends      string  // what the page sends, as its foot says it; empty for nothing
	Licences   string  // of what the page carries for the engine, to be passed on with it
	Directives string  // further ones of the policy, each with a semicolon before it
}

// Inert is an element whose content the browser neither shows nor runs. Its content has no < and &.
type Inert struct{ ID, Type, Content string }

//go:embed http.js
var httpScript string

//go:embed ask.js
var askScript string

// HTTP is the engine behind the address that the page came from.
func HTTP() Engine {
	return Engine{Function: "httpEngine", Script: httpScript, Sends: "What you ask goes to the program on this computer that serves it, and nowhere else;", Directives: "; connect-src 'self'"}
}

// script is the whole script of a page. What it may be asked is nil where nothing answers.
func script(l *Live) string {
	if l == nil {
		return sortScript
	}
	return sortScript + l.Engine.Script + askScript + "ask(" + l.Engine.Function + ");\n"
}

// inert are the elements that the script reads.
func (l *Live) inert() []node {
	if l == nil {
		return nil
	}
	all := append([]Inert{{"reconfig-model", "application/json", string(l.Model)}}, l.Engine.Inert...)
	return each(all, func(i Inert) node {
		return element("script", attributes{"type", i.Type, "id", i.ID}, text(i.Content))
	})
}
