package html

import (
	"strings"

	"reconfig/cmd/reconfig/report/document"
)

// printChoice is what a reader ticks to print the appendix too. The style goes by it, so it works without scripts.
const printChoice = "Print the appendix too"

// parts are the sections of the main part, and those of the appendix.
func parts(r document.Report) (body, appendix []document.Section) {
	for _, s := range r.Sections {
		if isAppendix(s) {
			appendix = append(appendix, s)
		} else {
			body = append(body, s)
		}
	}
	return body, appendix
}

// isAppendix says whether a section is printed on demand alone.
func isAppendix(s document.Section) bool { return strings.HasPrefix(s.Class, "appendix") }

// contents leads to the sections, folded.
func contents(r document.Report) node {
	list := func(all []document.Section) node {
		return lines(element("ul", nil), each(all, func(s document.Section) node {
			return element("li", nil, element("a", attributes{"href", "#" + s.ID}, text(s.Heading)))
		})...)
	}
	body, appendix := parts(r)
	folded := element("details", nil, element("summary", nil, text("Contents")), list(body))
	if len(appendix) > 0 {
		with(folded, paragraph("Appendix"), list(appendix))
	}
	return element("nav", attributes{"aria-label", "Contents"}, folded)
}

// printing offers to print the appendix; nil where there is none.
func printing(r document.Report) node {
	if _, appendix := parts(r); len(appendix) == 0 {
		return nil
	}
	box := element("input", attributes{"type", "checkbox", "id", "print-all"})
	return element("p", attributes{"class", "screen printing"}, element("label", attributes{"class", "choice"}, box, text(" "+printChoice)))
}

// unprinted says on paper what is not printed, and how to print it; nil where nothing is left out.
func unprinted(r document.Report) node {
	_, appendix := parts(r)
	if len(appendix) == 0 {
		return nil
	}
	headings := each(appendix, func(s document.Section) string { return s.Heading })
	return element("p", attributes{"class", "unprinted"}, text("Not printed here is the appendix of this report: "+strings.Join(headings, "; ")+
		". To print it, open the file in a browser, and tick “"+printChoice+"” near its start."))
}
