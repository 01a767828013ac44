// Package html writes a report as one HTML page that needs nothing from elsewhere.
package html

import (
	"bytes"
	"crypto/sha256"
	_ "embed" // the page's template, style and script
	"encoding/base64"
	"html/template"

	"reconfig/cmd/reconfig/report/document"
)

//go:embed page.html
var pageTemplate string

//go:embed style.css
var style string

//go:embed sort.js
var script string

// parsed is the page's template. Texts are escaped but for drawings, which have it done, and tables to be saved, which are in
// base64.
var parsed = template.Must(template.New("page").Funcs(template.FuncMap{
	"drawing": func(d *document.Drawing) template.HTML { return template.HTML(d.SVG) },
	"content": func(s document.Saved) template.URL { return template.URL(s.Href) },
}).Parse(pageTemplate))

// Mark is what every report holds near its start, and no other file.
const Mark = `<meta name="generator" content="reconfig report" />`

// policy is the page's Content-Security-Policy: nothing is fetched from anywhere, and only the style and the script that the
// program wrote have an effect, whatever names a case holds.
func policy() string {
	return "default-src 'none'; style-src " + hashOf(style) + "; script-src " + hashOf(script) + "; img-src data:; base-uri 'none'; form-action 'none'"
}

// hashOf is how a policy names the content of an element.
func hashOf(content string) string {
	sum := sha256.Sum256([]byte(content))
	return "'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'"
}

// Page writes the report as a page: XHTML that is HTML too. The same report gives the same bytes.
func Page(r document.Report) ([]byte, error) {
	var out bytes.Buffer
	err := parsed.Execute(&out, struct {
		document.Report
		Policy        string
		Style, Script template.HTML
	}{r, policy(), template.HTML("<style>" + style + "</style>"), template.HTML("<script>" + script + "</script>")})
	return out.Bytes(), err
}
