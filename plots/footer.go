package plots

import (
	"strings"
)

// footer is the source, and any notes after it.
func (d Data) footer(notes ...string) []string {
	source := either(d.Source, "reconfig, simulated")
	if !strings.HasPrefix(strings.ToLower(source), "source") {
		source = "Source: " + source
	}
	source += d.aboutBaseline(source)
	text := ""
	for _, note := range append(notes, d.Note) {
		if note = strings.Trim(note, ".;, "); note != "" {
			text += " " + note + "."
		}
	}
	if text == "" {
		return []string{source}
	}
	return []string{source, "Note:" + text}
}

// aboutBaseline goes on after the source with how the cost at the start is known, on one line, with per cent as figures
// write it.
func (d Data) aboutBaseline(source string) string {
	statement := strings.Trim(d.Baseline, " .")
	if statement == "" {
		return ""
	}
	stop := "."
	if strings.HasSuffix(source, ".") {
		stop = ""
	}
	return stop + " " + unbroken(strings.ReplaceAll(statement, " %", "%")+".")
}

// subtitle says what is measured in which unit, where and when.
func (d Data) subtitle(measure, period string) string {
	where := d.Case
	if strings.TrimSpace(d.Map) != "" {
		where = strings.TrimSpace(where + " " + unbroken("(map "+d.Map+")"))
	}
	return joined(measure, where, unbroken(period))
}
