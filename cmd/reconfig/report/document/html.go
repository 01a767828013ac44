package document

import (
	"crypto/sha256"
	_ "embed" // the page's template, style and script
	"encoding/base64"
	"html/template"
	"io"
)

//go:embed page.html
var pageTemplate string

//go:embed style.css
var style string

//go:embed sort.js
var script string

var parsed = template.Must(template.New("page").Parse(pageTemplate))

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

// write writes the page.
func (b *builder) write(w io.Writer, sections []section) error {
	lead := b.Made.Program
	if len(b.Made.Settings) > 0 {
		lead += ", with settings that are not those of the case"
	}
	return parsed.Execute(w, struct {
		Title, Lead, Program, Policy string
		Style, Script                template.HTML
		Sections                     []section
	}{
		b.title(), lead, b.Made.Program, policy(), template.HTML("<style>" + style + "</style>"), template.HTML("<script>" + script + "</script>"), sections,
	})
}
