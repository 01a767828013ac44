// Package html writes a report as one HTML page that needs nothing from elsewhere. The same code writes the page and the parts of
// it that are renewed when its reader asks something.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's style and script
	"encoding/base64"
	"strings"

	"golang.org/x/net/html"

	"reconfig/cmd/reconfig/report/document"
)

//go:embed style.css
var style string

//go:embed sort.js
var sortScript string

// Mark is what every report holds near its start, and no other file.
const Mark = `<meta name="generator" content="reconfig report"`

// policy is the page's Content-Security-Policy: nothing is fetched from anywhere, and only the style and the script that the
// program wrote have an effect, whatever names a case holds.
func policy(l *Live) string {
	scripts, more := hashOf(script(l)), ""
	if l != nil {
		scripts, more = strings.TrimSpace(scripts+" "+l.Engine.Scripts), l.Engine.Directives
	}
	return "default-src 'none'; style-src " + hashOf(style) + "; script-src " + scripts + "; img-src data:; base-uri 'none'; form-action 'none'" + more
}

// Policy is the policy of a page, for a server to send too.
func Policy(l *Live) string { return policy(l) }

// hashOf is how a policy names the content of an element.
func hashOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Page writes the report as a page: XHTML that is HTML too. The same report gives the same bytes. It can be asked where there is
// what answers.
func Page(r document.Report, l *Live) ([]byte, error) {
	var out bytes.Buffer
	document := element("html", attributes{"lang", "en-GB", "xmlns", "http://www.w3.org/1999/xhtml"}, text("\n"), head(r, l), text("\n"), body(r, l))
	err := write(&out, &html.Node{Type: html.DoctypeNode, Data: "html"}, document)
	return out.Bytes(), err
}

// head says what the page is, and what a browser may do with it.
func head(r document.Report, l *Live) node {
	meta := func(a ...string) node { return element("meta", a) }
	return lines(element("head", nil),
		meta("charset", "utf-8"),
		meta("http-equiv", "Content-Security-Policy", "content", policy(l)),
		meta("name", "viewport", "content", "width=device-width, initial-scale=1"),
		meta("name", "color-scheme", "content", "light dark"),
		meta("name", "generator", "content", "reconfig report"),
		element("title", nil, text(r.Title+": what each structure saves, costs and does to capacity")),
		element("style", nil, text(style)))
}

func body(r document.Report, l *Live) node {
	page := lines(element("body", nil),
		element("a", attributes{"class", "skip", "href", "#main"}, text("Skip to the report")),
		header(r),
		contents(r), panel(l),
		lines(element("main", attributes{"id", "main", "tabindex", "-1"}), each(r.Sections, section)...),
		element("footer", nil, unprinted(r), element("p", attributes{"class", "screen"}, text("This page holds all that it shows. "+sends(l)+" links to sources lead away from it only when they are followed.")), licences(l)))
	return lines(lines(page, l.inert()...), element("script", nil, text(script(l))))
}

// header says what the page is of, and its answer in a sentence.
func header(r document.Report) node {
	said := "What each way of reorganising saves, costs and does to capacity. Simulated by " + r.Program
	if r.Changed {
		said += ", with settings that are not those of the case"
	}
	n := lines(element("header", nil), element("h1", nil, text(r.Title)), paragraph(said+"."))
	return lines(n, append(blockNodes(r.Lead), printing(r))...)
}

// sends says what the page loads and sends.
func sends(l *Live) string {
	if l != nil && l.Engine.Sends != "" {
		return l.Engine.Sends
	}
	return "It loads nothing and sends nothing;"
}

// licences are those of what the page carries, folded; nil where it carries nothing.
func licences(l *Live) node {
	if l == nil || l.Engine.Licences == "" {
		return nil
	}
	return element("details", attributes{"class", "screen"}, element("summary", nil, text("Licences of the simulator in this page")), element("pre", nil, text(l.Engine.Licences)))
}

// section is a section with its blocks.
func section(s document.Section) node {
	heading := s.ID + "-heading"
	n := element("section", attributes{"id", s.ID, "class", s.Class, "aria-labelledby", heading})
	lines(n, element("h2", attributes{"id", heading}, text(s.Heading)))
	for _, b := range s.Blocks {
		lines(n, blockNodes(b)...)
	}
	return n
}

// lines adds children to an element, each on a line of its own.
func lines(n node, children ...node) node {
	for _, c := range children {
		if c != nil {
			with(n, text("\n"), c)
		}
	}
	return n
}
